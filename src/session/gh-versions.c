/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gh-issue-private.h"

/* Reading what was issued, and what may be. */

GhDocumentSeries *
gh_issue_load_series (GhWorkspace *workspace, guint32 day, int *suggested, GError **error)
{
  GhDossier *dossier = gh_workspace_load_dossier (workspace, error);
  GhDocumentSeries *series;
  int year = 0;
  int written;

  if (dossier == NULL)
    return NULL;
  gh_day_to_ymd (day != 0 ? day : gh_workspace_get_today (workspace), &year, NULL, NULL);
  series =
    gh_store_load_series (gh_workspace_get_store (workspace), dossier->plan->issuer, year, error);
  if (series == NULL || suggested == NULL)
    return series;
  written = gh_document_number_parse (dossier->plan->number);
  /* What is issued once more is a document of its own, so it takes a number of its own. */
  if (written > 0 && dossier->plan->state != GH_PLAN_AMENDED &&
      gh_document_series_find (series, written, dossier->campaign->id) == NULL)
    *suggested = written;
  else
    *suggested = gh_document_series_suggest (series);
  return series;
}

char *
gh_issue_describe_series (const GhDocumentSeries *series)
{
  g_autofree char *gaps = gh_document_series_list_gaps (series);
  g_autofree char *duplicates = gh_document_series_list_duplicates (series);
  g_autofree char *left_out = NULL;
  g_autofree char *twice = NULL;

  /* Translators: %s is a list of numbers, "03, 07–09". */
  left_out = *gaps != '\0' ? g_strdup_printf (_("Left out: %s."), gaps) : g_strdup ("");
  /* Translators: %s is a list of numbers, "03, 05". */
  twice = *duplicates != '\0' ? g_strdup_printf (_("Used twice: %s."), duplicates) : g_strdup ("");
  return g_strdup_printf ("%s%s%s", left_out, *left_out != '\0' && *twice != '\0' ? " " : "",
                          twice);
}

static gboolean
need_campaign (GhWorkspace *workspace, GError **error)
{
  return gh_workspace_load_dossier (workspace, error) != NULL;
}

GPtrArray *
gh_workspace_list_versions (GhWorkspace *workspace, GError **error)
{
  if (!need_campaign (workspace, error))
    return NULL;
  return gh_store_list_versions (gh_workspace_get_store (workspace),
                                 gh_workspace_get_campaign_id (workspace), error);
}

GBytes *
gh_workspace_dup_version_pdf (GhWorkspace *workspace, int version, GError **error)
{
  if (!need_campaign (workspace, error))
    return NULL;
  return gh_store_load_paper (gh_workspace_get_store (workspace),
                              gh_workspace_get_campaign_id (workspace), version, error);
}

char *
gh_workspace_dup_plan_text (GhWorkspace *workspace, GError **error)
{
  if (!need_campaign (workspace, error))
    return NULL;
  return _gh_issue_dup_text (gh_workspace_get_summary (workspace));
}

static char *
dup_version_text (GhWorkspace *workspace, int version, GError **error)
{
  g_autoptr (GhPlanVersion) found = gh_store_load_version (
    gh_workspace_get_store (workspace), gh_workspace_get_campaign_id (workspace), version, error);

  return found != NULL ? g_steal_pointer (&found->content) : NULL;
}

GPtrArray *
gh_workspace_compare (GhWorkspace *workspace, int version, int other, GError **error)
{
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;

  if (!need_campaign (workspace, error))
    return NULL;
  old_text = dup_version_text (workspace, version, error);
  if (old_text == NULL)
    return NULL;
  new_text = other != 0 ? dup_version_text (workspace, other, error)
                        : gh_workspace_dup_plan_text (workspace, error);
  return new_text != NULL ? gh_compare_texts (old_text, new_text) : NULL;
}
