/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-edits.h"

#include <glib/gi18n-lib.h>

#include "gh-edits-private.h"
#include "gh-workspace-private.h"

/* Findings that the clerk has looked at and lets stand. */

typedef struct
{
  gint64 campaign_id;
  const GPtrArray *ignored; /* GhIgnored */
  gboolean set;
  GhPlan *unsaved; /* a plan that was never written has nothing to hang them on */
} Ignore;

static gboolean
ignore_cb (GhStore *store, gpointer user_data, GError **error)
{
  const Ignore *ignore = user_data;

  if (ignore->set && !gh_store_save_plan (store, ignore->unsaved, error))
    return FALSE;
  for (guint i = 0; i < ignore->ignored->len; i++)
    if (!gh_store_set_ignored (store, ignore->campaign_id, g_ptr_array_index (ignore->ignored, i),
                               ignore->set, error))
      return FALSE;
  return TRUE;
}

static gboolean
run (GhWorkspace *workspace,
     const GPtrArray *ignored,
     gboolean set,
     const char *label,
     GError **error)
{
  GhDossier *dossier = gh_workspace_load_dossier (workspace, error);
  g_autoptr (GhPlan) plan = NULL;
  Ignore ignore = { .ignored = ignored, .set = set };

  if (dossier == NULL)
    return FALSE;
  plan = gh_plan_copy (dossier->plan);
  ignore.campaign_id = dossier->campaign->id;
  ignore.unsaved = plan;
  plan->campaign_id = dossier->campaign->id;
  return _gh_workspace_run_edit (
    workspace, &(GhEdit){ .label = label, .func = ignore_cb, .user_data = &ignore }, error);
}

gboolean
gh_edit_ignore_finding (GhWorkspace *workspace, const GhFinding *finding, GError **error)
{
  g_autoptr (GPtrArray) ignored = NULL;

  g_return_val_if_fail (GH_IS_WORKSPACE (workspace) && finding != NULL, FALSE);

  ignored = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_ignored_free);
  g_ptr_array_add (ignored, gh_ignored_new (finding->code, gh_finding_get_words (finding)));
  return run (workspace, ignored, TRUE, _("Ignore a finding of the check"), error);
}

gboolean
gh_edit_heed_findings (GhWorkspace *workspace, GError **error)
{
  g_autoptr (GPtrArray) ignored = NULL;

  g_return_val_if_fail (GH_IS_WORKSPACE (workspace), FALSE);

  ignored = gh_store_list_ignored (gh_workspace_get_store (workspace),
                                   gh_workspace_get_campaign_id (workspace), error);
  if (ignored == NULL)
    return FALSE;
  return run (workspace, ignored, FALSE, _("Show ignored findings again"), error);
}
