/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-edits.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "gh-edit-plan-merge.h"
#include "gh-workspace-private.h"

/* Accepting what was read in a plan. */

typedef struct
{
  const GhPlanReading *reading;
  gint64 replaces; /* an untouched empty campaign that makes room, 0 = none */
  gint64 id;
} Accept;

static gboolean
save_targets (GhStore *store, const Accept *accept, GError **error)
{
  const GPtrArray *targets = accept->reading->targets;

  for (guint i = 0; i < targets->len; i++)
    {
      g_autoptr (GhTarget) target = gh_target_copy (g_ptr_array_index (targets, i));

      target->id = 0;
      target->campaign_id = accept->id;
      target->position = (int) i;
      if (!gh_store_save_target (store, target, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_activities (GhStore *store, const Accept *accept, GError **error)
{
  const GPtrArray *activities = accept->reading->activities;

  for (guint i = 0; i < activities->len; i++)
    {
      g_autoptr (GhActivity) activity = gh_activity_copy (g_ptr_array_index (activities, i));

      activity->id = 0;
      activity->campaign_id = accept->id;
      if (!gh_store_save_activity (store, activity, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_awards (GhStore *store, const Accept *accept, GError **error)
{
  const GPtrArray *awards = accept->reading->awards;

  for (guint i = 0; awards != NULL && i < awards->len; i++)
    {
      g_autoptr (GhAwardRound) round = _gh_edit_award_round (g_ptr_array_index (awards, i));

      round->campaign_id = accept->id;
      if (!gh_store_save_award_round (store, round, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
accept_plan_cb (GhStore *store, gpointer user_data, GError **error)
{
  Accept *accept = user_data;
  g_autoptr (GhCampaign) campaign = gh_campaign_copy (accept->reading->campaign);
  g_autoptr (GhPlan) plan = gh_plan_copy (accept->reading->plan);

  if (accept->replaces != 0 && !gh_store_delete_campaign (store, accept->replaces, error))
    return FALSE;
  campaign->id = 0;
  if (!gh_store_save_campaign (store, campaign, error))
    return FALSE;
  accept->id = campaign->id;
  plan->campaign_id = campaign->id;
  return gh_store_save_plan (store, plan, error) && save_targets (store, accept, error) &&
         save_activities (store, accept, error) && save_awards (store, accept, error);
}

/* Nothing entered yet: the campaign that a new workspace begins with. */
static gboolean
is_untouched (const GhDossier *dossier)
{
  g_autoptr (GhPlan) blank = gh_plan_new ();

  g_free (blank->document_kind);
  blank->document_kind = g_strdup (dossier->plan->document_kind);
  return dossier->campaign->state == GH_CAMPAIGN_DRAFT && *dossier->campaign->theme == '\0' &&
         dossier->campaign->period.start == 0 && gh_plan_equal (dossier->plan, blank) &&
         dossier->targets->len == 0 && dossier->quotas->len == 0 && dossier->activities->len == 0 &&
         dossier->sessions->len == 0 && dossier->results->len == 0 && dossier->awards->len == 0 &&
         dossier->budget->len == 0;
}

/* The campaign of the same plan, if it was accepted before and not changed since; 0 if not.
 * *@untouched: the empty campaign a plan may take the place of. */
static gint64
find_twin (GhStore *store, const GhPlanReading *reading, gint64 *untouched)
{
  g_autoptr (GPtrArray) campaigns = gh_store_list_campaigns (store, NULL);

  for (guint i = 0; campaigns != NULL && i < campaigns->len; i++)
    {
      const GhCampaign *campaign = g_ptr_array_index (campaigns, i);
      g_autoptr (GhPlan) plan = gh_store_load_plan (store, campaign->id, NULL);
      g_autoptr (GhDossier) dossier = NULL;

      if (plan == NULL)
        continue;
      if (campaign->year == reading->campaign->year && gh_plan_equal (plan, reading->plan))
        return campaign->id;
      if (plan->blocks->len == 0 && *untouched == 0)
        dossier = gh_store_load_dossier (store, campaign->id, NULL);
      if (dossier != NULL && is_untouched (dossier))
        *untouched = campaign->id;
    }
  return 0;
}

gint64
gh_edit_find_plan (GhWorkspace *workspace, const GhPlanReading *reading)
{
  gint64 untouched = 0;

  g_return_val_if_fail (GH_IS_WORKSPACE (workspace) && reading != NULL, 0);
  return find_twin (gh_workspace_get_store (workspace), reading, &untouched);
}

static gboolean
accept_new (GhWorkspace *workspace, const GhPlanReading *reading, gint64 replaces, GError **error)
{
  Accept accept = { reading, replaces, 0 };
  g_autofree char *label = NULL;

  /* Translators: undo label; %s is the name of the campaign a plan was read as. */
  label = g_strdup_printf (_("Import the plan %s"), reading->campaign->name);
  return _gh_workspace_run_edit (
    workspace,
    &(GhEdit){
      .label = label, .func = accept_plan_cb, .user_data = &accept, .campaign_id = &accept.id },
    error);
}

typedef struct
{
  const GhPlanReading *reading;
  GhPlanMerge *merge;
  gint64 id;
} Again;

static gboolean
merge_plan_cb (GhStore *store, gpointer user_data, GError **error)
{
  Again *again = user_data;
  g_autoptr (GhDossier) dossier = gh_store_load_dossier (store, again->id, error);

  return dossier != NULL &&
         _gh_edit_merge_facts (store, dossier, again->reading, again->merge, error);
}

static gboolean
accept_again (GhWorkspace *workspace,
              const GhPlanReading *reading,
              const GhDossier *dossier,
              GhPlanMerge *merge,
              GError **error)
{
  Again again = { reading, merge, merge->campaign_id };
  g_autofree char *label = NULL;

  /* Translators: undo label; %s is the name of a campaign whose plan was read once more. */
  label = g_strdup_printf (_("Read the plan %s once more"), dossier->campaign->name);
  return _gh_workspace_run_edit (
    workspace,
    &(GhEdit){
      .label = label, .func = merge_plan_cb, .user_data = &again, .campaign_id = &again.id },
    error);
}

gboolean
gh_edit_merge_plan (GhWorkspace *workspace,
                    const GhPlanReading *reading,
                    gboolean dry_run,
                    GhPlanMerge *merge,
                    GError **error)
{
  GhPlanMerge ours = { 0 };
  GhPlanMerge *told = merge != NULL ? merge : &ours;
  g_autoptr (GhDossier) dossier = NULL;
  gint64 untouched = 0;
  gint64 twin;

  g_return_val_if_fail (GH_IS_WORKSPACE (workspace) && reading != NULL, FALSE);

  *told = ours;
  twin = find_twin (gh_workspace_get_store (workspace), reading, &untouched);
  if (twin == 0)
    return dry_run || accept_new (workspace, reading, untouched, error);
  dossier = gh_store_load_dossier (gh_workspace_get_store (workspace), twin, error);
  if (dossier == NULL || !_gh_edit_merge_facts (NULL, dossier, reading, told, error))
    return FALSE;
  if (dry_run)
    return TRUE;
  if (told->added + told->changed == 0)
    return gh_workspace_set_campaign_id (workspace, twin, error);
  return accept_again (workspace, reading, dossier, told, error);
}

gboolean
gh_edit_accept_plan (GhWorkspace *workspace, const GhPlanReading *reading, GError **error)
{
  return gh_edit_merge_plan (workspace, reading, FALSE, NULL, error);
}

/* The empty campaign that the workspace begins with makes room for the plan, which may get its very
 * id. A file without the plan is of no use, and its name would be taken when the clerk tries again.
 */
gboolean
gh_edit_accept_plan_as (const char *path, const GhPlanReading *reading, GError **error)
{
  g_autoptr (GhWorkspace) workspace = NULL;

  g_return_val_if_fail (path != NULL && reading != NULL, FALSE);

  workspace = gh_workspace_create (path, NULL, reading->campaign->year, error);
  if (workspace == NULL)
    return FALSE;
  if (gh_edit_accept_plan (workspace, reading, error))
    return TRUE;
  g_clear_object (&workspace);
  g_remove (path);
  return FALSE;
}
