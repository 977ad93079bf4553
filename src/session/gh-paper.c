/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-issue-private.h"

#include <glib/gi18n-lib.h>

#include "gh-doc-build.h"
#include "gh-edits-private.h"
#include "gh-job-private.h"

/* --- making --------------------------------------------------------------------------------- */

GhPlan *
_gh_paper_freeze (GhDossier *dossier, guint32 day, int number)
{
  g_autoptr (GhPlan) plan = gh_plan_copy (dossier->plan);

  g_free (plan->number);
  plan->number = gh_document_number_format (number);
  gh_day_to_ymd (day, &plan->issue_year, &plan->issue_month, &plan->issue_day);
  plan->state = GH_PLAN_ISSUED;
  return _gh_edit_freeze (dossier, plan);
}

gboolean
_gh_issue_check_state (GhPlanState state, GError **error)
{
  if (gh_plan_state_may_become (state, GH_PLAN_ISSUED))
    return TRUE;
  g_set_error_literal (
    error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
    _("This plan was issued already. To change it and issue it again, mark it as "
      "amended first."));
  return FALSE;
}

/* What is an error once it is issued; the place and the mend of each are those of the plan. */
static GPtrArray *
find_bars (GhDossier *issued, guint32 today, GhIssueBar *worst)
{
  GPtrArray *findings = gh_check_run (issued, today);

  *worst = GH_ISSUE_FREE;
  for (guint i = findings->len; i-- > 0;)
    {
      GhIssueBar bar = gh_issue_bar (g_ptr_array_index (findings, i));

      *worst = MAX (*worst, bar);
      if (bar == GH_ISSUE_FREE)
        g_ptr_array_remove_index (findings, i);
    }
  return findings;
}

static gboolean
check_number (GhWorkspace *workspace, guint32 day, int number, GError **error)
{
  g_autoptr (GhDocumentSeries) series = gh_issue_load_series (workspace, day, NULL, error);

  return series != NULL &&
         gh_store_check_number (series, number, gh_workspace_get_campaign_id (workspace), error);
}

GhPaper *
gh_paper_new (GhWorkspace *workspace, guint32 day, int number, GError **error)
{
  GhDossier *dossier = gh_workspace_load_dossier (workspace, error);
  g_autoptr (GhDossier) issued = NULL;
  GhPaper *paper;

  if (dossier == NULL || !_gh_issue_check_state (dossier->plan->state, error))
    return NULL;
  if (day == 0)
    {
      g_set_error_literal (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
                           _("Give the date on which the plan is issued, such as 15/12/2026."));
      return NULL;
    }
  if (!check_number (workspace, day, number, error))
    return NULL;

  issued = gh_dossier_with_plan (dossier, _gh_paper_freeze (dossier, day, number));
  paper = g_new0 (GhPaper, 1);
  paper->base = gh_dossier_ref (dossier);
  paper->summary = gh_summary_new (issued);
  paper->plan = issued->plan;
  paper->issued = g_steal_pointer (&issued);
  paper->findings = find_bars (paper->issued, gh_workspace_get_today (workspace), &paper->bar);
  paper->number_text = gh_plan_format_number (paper->plan);
  paper->day = day;
  paper->number = number;
  paper->today = gh_workspace_get_today (workspace);
  paper->now = gh_workspace_get_now (workspace);
  return paper;
}

void
gh_paper_free (GhPaper *paper)
{
  if (paper == NULL)
    return;
  gh_summary_free (paper->summary);
  gh_dossier_unref (paper->issued);
  gh_dossier_unref (paper->base);
  g_ptr_array_unref (paper->findings);
  g_clear_pointer (&paper->pdf, g_bytes_unref);
  g_free (paper->content);
  g_free (paper->number_text);
  g_free (paper);
}

const GPtrArray *
gh_paper_get_findings (const GhPaper *paper)
{
  return paper->findings;
}

GhIssueBar
gh_paper_get_bar (const GhPaper *paper)
{
  return paper->bar;
}

const char *
gh_paper_get_number (const GhPaper *paper)
{
  return paper->number_text;
}

/* --- rendering ------------------------------------------------------------------------------ */

char *
_gh_issue_dup_text (const GhSummary *summary)
{
  g_autoptr (GhDoc) doc = gh_doc_build_plan (summary);

  return gh_doc_to_text (doc);
}

gboolean
gh_paper_render (GhPaper *paper,
                 GhExportProgress progress,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_auto (GStrv) folders = gh_font_folders ();
  g_autoptr (GhFontSet) fonts = gh_font_set_new ((const char *const *) folders, error);
  GhExportOptions options = { 0 };
  GBytes *pdf;

  if (fonts == NULL)
    return FALSE;
  options.fonts = fonts;
  options.today = paper->today;
  options.now = paper->now;
  options.progress = progress;
  options.user_data = user_data;
  options.cancellable = cancellable;
  /* In memory: what is not signed yet is not left in a folder of temporary files. */
  pdf = gh_export_plan_pdf (paper->summary, &options, error);
  if (pdf == NULL)
    return FALSE;
  g_clear_pointer (&paper->pdf, g_bytes_unref);
  paper->pdf = pdf;
  g_free (paper->content);
  paper->content = _gh_issue_dup_text (paper->summary);
  return TRUE;
}

/* --- the job -------------------------------------------------------------------------------- */

typedef struct
{
  GhPaper *paper;
} PaperJob;

static void
paper_job_free (gpointer data)
{
  PaperJob *work = data;

  gh_paper_free (work->paper);
  g_free (work);
}

static gboolean
render_cb (GhJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  return gh_paper_render (((PaperJob *) data)->paper, gh_job_progress_cb, job, cancellable, error);
}

GhJob *
gh_job_new_paper (GhPaper *paper)
{
  PaperJob *work = g_new0 (PaperJob, 1);
  g_autofree char *title = NULL;

  work->paper = paper;
  /* Translators: title of a running job; %s is the number of a document, "05/KH-BCĐ". */
  title = g_strdup_printf (_("Making the paper of %s"), paper->number_text);
  return gh_job_new (title, render_cb, work, paper_job_free);
}

GhPaper *
gh_job_steal_paper (GhJob *self)
{
  PaperJob *work = _gh_job_get_data (self);

  g_return_val_if_fail (_gh_job_get_func (self) == render_cb, NULL);
  return g_steal_pointer (&work->paper);
}
