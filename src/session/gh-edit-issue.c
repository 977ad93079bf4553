/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gh-edits-private.h"
#include "gh-issue-private.h"
#include "gh-text.h"
#include "gh-workspace-private.h"

/* --- issuing -------------------------------------------------------------------------------- */

static gboolean
enter_number (GhStore *store, const GhPaper *paper, GError **error)
{
  const GhPlan *plan = paper->plan;
  g_autoptr (GhDocumentNumber) number = gh_document_number_new (paper->number);

  number->campaign_id = paper->base->campaign->id;
  g_free (number->document_kind);
  number->document_kind = g_strdup (plan->document_kind);
  g_free (number->title);
  number->title = g_strdup (plan->title);
  number->issued_on = paper->day;
  return gh_store_take_number (store, plan->issuer, plan->issue_year, plan->symbol, number, error);
}

static GhPlanVersion *
make_version (gint64 campaign_id, const GhPlan *plan, guint32 day, const char *content)
{
  GhPlanVersion *version = gh_plan_version_new (campaign_id);

  g_free (version->number);
  version->number = g_strdup (plan->number);
  g_free (version->symbol);
  version->symbol = g_strdup (plan->symbol);
  g_free (version->title);
  version->title = g_strdup (plan->title);
  g_free (version->content);
  version->content = g_strdup (content);
  version->issued_on = day;
  return version;
}

/* What is stored must say what is printed: another program may have changed figures since. */
static GhPlan *
freeze_again (GhStore *store, const GhPaper *paper, GError **error)
{
  g_autoptr (GhDossier) dossier = gh_store_load_dossier (store, paper->base->campaign->id, error);
  g_autoptr (GhPlan) plan = NULL;

  if (dossier == NULL || !_gh_issue_check_state (dossier->plan->state, error))
    return NULL;
  plan = _gh_paper_freeze (dossier, paper->day, paper->number);
  plan->campaign_id = paper->base->campaign->id;
  if (gh_plan_equal (plan, paper->plan))
    return g_steal_pointer (&plan);
  g_set_error_literal (error, GH_STORE_ERROR, GH_STORE_ERROR_CONFLICT,
                       _("The plan or its figures have been changed while its paper was being "
                         "made. Nothing was issued. Look at the plan and issue it once more."));
  return NULL;
}

static gboolean
issue_cb (GhStore *store, gpointer user_data, GError **error)
{
  const GhPaper *paper = user_data;
  g_autoptr (GhPlan) plan = freeze_again (store, paper, error);
  g_autoptr (GhPlanVersion) version = NULL;

  if (plan == NULL)
    return FALSE;
  version = make_version (plan->campaign_id, plan, paper->day, paper->content);
  return gh_store_save_plan (store, plan, error) && enter_number (store, paper, error) &&
         gh_store_add_version (store, version, paper->pdf, error);
}

static gboolean
check_bar (const GhPaper *paper, gboolean overrule, GError **error)
{
  if (paper->bar == GH_ISSUE_FREE || (paper->bar == GH_ISSUE_ASK && overrule))
    return TRUE;
  for (guint i = 0; i < paper->findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (paper->findings, i);

      if (gh_issue_bar (finding) != paper->bar)
        continue;
      /* Translators: %s is what the check found. */
      g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
                   paper->bar == GH_ISSUE_FORBIDDEN
                     ? _("The plan cannot be issued like this: %s")
                     : _("The check found errors, so the plan was not issued: %s"),
                   finding->message);
      return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

gboolean
gh_edit_issue_plan (GhWorkspace *workspace, const GhPaper *paper, gboolean overrule, GError **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (paper != NULL && paper->pdf != NULL && paper->content != NULL, FALSE);

  if (!check_bar (paper, overrule, error))
    return FALSE;
  /* Translators: undo label; %s is the number of a document, "05/KH-BCĐ". */
  label = g_strdup_printf (_("Issue the plan as number %s"), paper->number_text);
  return _gh_workspace_run_edit (
    workspace,
    &(GhEdit){
      .label = label, .func = issue_cb, .user_data = (gpointer) paper, .base = paper->base },
    error);
}

/* --- amending, and the way to the signer ----------------------------------------------------- */

typedef struct
{
  gint64 campaign_id;
  const char *reason;
  const char *content; /* of the plan as it stands */
} Amendment;

/* A plan that was issued before versions were kept has none: what stands there is its text. */
static GhPlanVersion *
ensure_version (GhStore *store, const GhPlan *plan, const Amendment *amendment, GError **error)
{
  GError *failure = NULL;
  GhPlanVersion *version = gh_store_load_version (store, amendment->campaign_id, 0, &failure);

  if (version != NULL)
    return version;
  if (!g_error_matches (failure, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  g_clear_error (&failure);
  version = make_version (amendment->campaign_id, plan,
                          gh_day_from_ymd (plan->issue_year, plan->issue_month, plan->issue_day),
                          amendment->content);
  if (gh_store_add_version (store, version, NULL, error))
    return version;
  gh_plan_version_free (version);
  return NULL;
}

static gboolean
amend_cb (GhStore *store, gpointer user_data, GError **error)
{
  const Amendment *amendment = user_data;
  g_autoptr (GhPlan) plan = gh_store_load_plan (store, amendment->campaign_id, error);
  g_autoptr (GhPlanVersion) version = NULL;

  if (plan == NULL)
    return FALSE;
  version = ensure_version (store, plan, amendment, error);
  if (version == NULL)
    return FALSE;
  plan->state = GH_PLAN_AMENDED;
  return gh_store_set_version_reason (store, version->id, amendment->reason, error) &&
         gh_store_save_plan (store, plan, error);
}

gboolean
gh_edit_amend_plan (GhWorkspace *workspace, const char *reason, GError **error)
{
  GhDossier *dossier = gh_workspace_load_dossier (workspace, error);
  g_autofree char *plain = gh_text_squeeze (reason);
  g_autofree char *content = NULL;
  Amendment amendment;

  if (dossier == NULL)
    return FALSE;
  if (!gh_plan_state_may_become (dossier->plan->state, GH_PLAN_AMENDED))
    {
      g_set_error_literal (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
                           _("Only an issued plan can be amended. This one can be changed as it "
                             "is."));
      return FALSE;
    }
  if (*plain == '\0')
    {
      g_set_error_literal (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
                           _("Say why the plan is amended: the reason stays with the issued "
                             "version."));
      return FALSE;
    }
  content = _gh_issue_dup_text (gh_workspace_get_summary (workspace));
  amendment = (Amendment){ dossier->campaign->id, plain, content };
  return gh_workspace_edit (workspace, _("Amend the issued plan"), amend_cb, &amendment, error);
}

static gboolean
submit_cb (GhStore *store, gpointer plan, GError **error)
{
  return gh_store_save_plan (store, plan, error);
}

gboolean
gh_edit_submit_plan (GhWorkspace *workspace, gboolean submit, GError **error)
{
  GhDossier *dossier = gh_workspace_load_dossier (workspace, error);
  GhPlanState wanted = submit ? GH_PLAN_FOR_SIGNATURE : GH_PLAN_DRAFT;
  g_autoptr (GhPlan) plan = NULL;

  if (dossier == NULL)
    return FALSE;
  if (dossier->plan->state != wanted && !gh_plan_state_may_become (dossier->plan->state, wanted))
    {
      g_set_error_literal (
        error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
        _("The plan cannot go that way: a draft is submitted for signature and "
          "issued; what was issued can only be amended and issued again, or the "
          "issuing undone."));
      return FALSE;
    }
  plan = gh_plan_copy (dossier->plan);
  plan->campaign_id = dossier->campaign->id;
  plan->state = wanted;
  return gh_workspace_edit (workspace,
                            submit ? _("Submit the plan for signature")
                                   : _("Take the plan back from signature"),
                            submit_cb, plan, error);
}

/* --- the register ---------------------------------------------------------------------------- */

typedef struct
{
  const GhDocumentSeries *series;
  GhDocumentNumber *number;
} Entry;

static gboolean
add_number_cb (GhStore *store, gpointer user_data, GError **error)
{
  const Entry *entry = user_data;

  return gh_store_take_number (store, entry->series->committee, entry->series->year,
                               entry->series->symbol, entry->number, error);
}

/* A register is of a year, and so is what it lists. */
static gboolean
check_year (const GhDocumentSeries *series, guint32 day, GError **error)
{
  int year = series->year;

  if (day != 0)
    gh_day_to_ymd (day, &year, NULL, NULL);
  if (year == series->year)
    return TRUE;
  g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
               /* Translators: %d are years. */
               _("The register is that of %d, but the date is of %d. Correct the date, or choose "
                 "the register of its year."),
               series->year, year);
  return FALSE;
}

gboolean
gh_edit_add_number (GhWorkspace *workspace,
                    const GhDocumentSeries *series,
                    GhDocumentNumber *number,
                    GError **error)
{
  Entry entry = { series, number };
  g_autofree char *figures = gh_document_number_format (number->number);
  g_autofree char *label = NULL;

  if (!check_year (series, number->issued_on, error))
    return FALSE;
  number->campaign_id = 0;
  /* Translators: undo label; %s is the number of a document, "05". */
  label = g_strdup_printf (_("Enter number %s in the register"), figures);
  return gh_workspace_edit (workspace, label, add_number_cb, &entry, error);
}

static gboolean
release_number_cb (GhStore *store, gpointer user_data, GError **error)
{
  return gh_store_release_number (store, *(const gint64 *) user_data, error);
}

gboolean
gh_edit_release_number (GhWorkspace *workspace, const GhDocumentNumber *number, GError **error)
{
  gint64 id = number->id;
  g_autofree char *figures = gh_document_number_format (number->number);
  g_autofree char *label = NULL;

  if (number->id == 0 || number->campaign_id != 0)
    {
      g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
                   _("Number %s belongs to a plan of this workspace and stays in the register. If "
                     "it was issued by mistake, undo that."),
                   figures);
      return FALSE;
    }
  /* Translators: undo label; %s is the number of a document, "05". */
  label = g_strdup_printf (_("Strike number %s off the register"), figures);
  return gh_workspace_edit (workspace, label, release_number_cb, &id, error);
}
