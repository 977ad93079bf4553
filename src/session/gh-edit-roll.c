/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-edits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-live.h"
#include "gh-workspace-private.h"

/* Next year's campaign, beside last year's. */

typedef struct
{
  const GhRollPlan *roll;
  GhDossier *dossier;
  GPtrArray *awards;
  gint64 id;
} Roll;

/* (transfer full) (nullable): the id of what last year's activity has become. */
static char *
map_activity (gint64 id, gpointer ids)
{
  const gint64 *made = g_hash_table_lookup (ids, &id);

  return made != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, *made) : NULL;
}

static void
map_text (char **text, GHashTable *ids)
{
  char *mapped;

  if (strstr (*text, "{{") == NULL)
    return;
  mapped = gh_live_map_activities (*text, map_activity, ids);
  g_free (*text);
  *text = mapped;
}

/* Fields name activities by their id. */
static void
map_fields (GhPlan *plan, GHashTable *ids)
{
  map_text (&plan->title, ids);
  for (guint i = 0; i < plan->bases->len; i++)
    map_text (&((GhBasis *) plan->bases->pdata[i])->text, ids);
  for (guint i = 0; i < plan->blocks->len; i++)
    {
      GhBlock *block = g_ptr_array_index (plan->blocks, i);

      map_text (&block->text, ids);
      for (guint k = 0; block->rows != NULL && k < block->rows->len; k++)
        for (char **cell = g_ptr_array_index (block->rows, k); *cell != NULL; cell++)
          map_text (cell, ids);
    }
  for (guint i = 0; i < plan->tasks->len; i++)
    map_text (&((GhTask *) plan->tasks->pdata[i])->text, ids);
  for (guint i = 0; i < plan->recipients->len; i++)
    {
      GhRecipient *recipient = g_ptr_array_index (plan->recipients, i);

      map_text (&recipient->name, ids);
      map_text (&recipient->purpose, ids);
    }
}

static gboolean
save_plan (GhStore *store, Roll *wanted, GHashTable *ids, GError **error)
{
  g_autoptr (GhPlan) plan = gh_plan_copy (wanted->dossier->plan);

  plan->campaign_id = wanted->id;
  map_fields (plan, ids);
  return gh_store_save_plan (store, plan, error);
}

static gboolean
save_targets (GhStore *store, const Roll *wanted, GError **error)
{
  const GPtrArray *targets = wanted->dossier->targets;

  for (guint i = 0; i < targets->len; i++)
    {
      g_autoptr (GhTarget) target = gh_target_copy (g_ptr_array_index (targets, i));

      target->id = 0;
      target->campaign_id = wanted->id;
      if (!gh_store_save_target (store, target, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_quotas (GhStore *store, const Roll *wanted, GError **error)
{
  const GPtrArray *quotas = wanted->dossier->quotas;

  for (guint i = 0; i < quotas->len; i++)
    {
      g_autoptr (GhQuota) quota = gh_quota_copy (g_ptr_array_index (quotas, i));

      quota->id = 0;
      quota->campaign_id = wanted->id;
      if (!gh_store_save_quota (store, quota, error))
        return FALSE;
    }
  return TRUE;
}

/* @ids: id of last year's activity → that of the new one, for donation days and fields. */
static gboolean
save_activities (GhStore *store, const Roll *wanted, GHashTable *ids, GError **error)
{
  const GPtrArray *activities = wanted->dossier->activities;

  for (guint i = 0; i < activities->len; i++)
    {
      g_autoptr (GhActivity) activity = gh_activity_copy (g_ptr_array_index (activities, i));
      gint64 *old = g_memdup2 (&activity->id, sizeof (gint64));

      activity->id = 0;
      activity->campaign_id = wanted->id;
      if (!gh_store_save_activity (store, activity, error))
        {
          g_free (old);
          return FALSE;
        }
      g_hash_table_insert (ids, old, g_memdup2 (&activity->id, sizeof (gint64)));
    }
  return TRUE;
}

static gboolean
save_sessions (GhStore *store, const Roll *wanted, GHashTable *ids, GError **error)
{
  const GPtrArray *sessions = wanted->dossier->sessions;

  for (guint i = 0; i < sessions->len; i++)
    {
      g_autoptr (GhDonationSession) session =
        gh_donation_session_copy (g_ptr_array_index (sessions, i));
      const gint64 *activity = g_hash_table_lookup (ids, &session->activity_id);

      session->id = 0;
      session->campaign_id = wanted->id;
      session->activity_id = activity != NULL ? *activity : 0;
      if (!gh_store_save_session (store, session, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_awards (GhStore *store, const Roll *wanted, GError **error)
{
  for (guint i = 0; i < wanted->awards->len; i++)
    {
      g_autoptr (GhAwardRound) round = gh_award_round_copy (g_ptr_array_index (wanted->awards, i));

      round->id = 0;
      round->campaign_id = wanted->id;
      if (!gh_store_save_award_round (store, round, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_budget (GhStore *store, const Roll *wanted, GError **error)
{
  const GPtrArray *lines = wanted->dossier->budget;

  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (GhBudgetLine) line = gh_budget_line_copy (g_ptr_array_index (lines, i));

      line->id = 0;
      line->campaign_id = wanted->id;
      if (!gh_store_save_budget_line (store, line, error))
        return FALSE;
    }
  return TRUE;
}

/* The list of units is shared by all campaigns: only the base of a unit that has a new one. */
static gboolean
save_units (GhStore *store, const Roll *wanted, GError **error)
{
  const GPtrArray *units = wanted->dossier->units;

  for (guint i = 0; i < units->len; i++)
    {
      const GhUnit *old = g_ptr_array_index (wanted->roll->dossier->units, i);
      const GhUnit *unit = g_ptr_array_index (units, i);
      g_autoptr (GhUnit) copy = NULL;

      if (unit->last_year == old->last_year)
        continue;
      copy = gh_unit_copy (unit);
      if (!gh_store_save_unit (store, copy, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
roll_cb (GhStore *store, gpointer user_data, GError **error)
{
  Roll *wanted = user_data;
  g_autoptr (GhCampaign) campaign = gh_campaign_copy (wanted->dossier->campaign);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  campaign->id = 0;
  if (!gh_store_save_campaign (store, campaign, error))
    return FALSE;
  wanted->id = campaign->id;
  return save_activities (store, wanted, ids, error) && save_plan (store, wanted, ids, error) &&
         save_targets (store, wanted, error) && save_quotas (store, wanted, error) &&
         save_sessions (store, wanted, ids, error) && save_awards (store, wanted, error) &&
         save_budget (store, wanted, error) && save_units (store, wanted, error);
}

GhRollPlan *
gh_edit_plan_roll (GhWorkspace *workspace, int year, GError **error)
{
  GhDossier *dossier;
  g_autoptr (GPtrArray) awards = NULL;

  g_return_val_if_fail (GH_IS_WORKSPACE (workspace), NULL);

  dossier = gh_workspace_load_dossier (workspace, error);
  if (dossier == NULL)
    return NULL;
  if (year < 1900 || year > 2100 || year == dossier->campaign->year)
    {
      g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
                   _("The campaign is of %d. Choose another year, from 1900 to 2100."),
                   dossier->campaign->year);
      return NULL;
    }
  awards =
    gh_store_list_award_rounds (gh_workspace_get_store (workspace), dossier->campaign->id, error);
  return awards != NULL ? gh_roll_plan_new (dossier, awards, year) : NULL;
}

gboolean
gh_edit_roll_campaign (GhWorkspace *workspace, const GhRollPlan *roll, GError **error)
{
  Roll wanted = { roll, NULL, NULL, 0 };
  g_autofree char *label = NULL;
  gboolean done;

  g_return_val_if_fail (GH_IS_WORKSPACE (workspace) && roll != NULL, FALSE);

  wanted.dossier = gh_roll_plan_make (roll, &wanted.awards);
  /* Translators: undo label; %d is a year, %s the name of last year's campaign. */
  label = g_strdup_printf (_("Campaign of %d from %s"), roll->year, roll->dossier->campaign->name);
  done = _gh_workspace_run_edit (workspace,
                                 &(GhEdit){ .label = label,
                                            .func = roll_cb,
                                            .user_data = &wanted,
                                            .campaign_id = &wanted.id,
                                            .base = roll->dossier,
                                            .reads = GH_DOSSIER_ALL },
                                 error);
  gh_dossier_unref (wanted.dossier);
  g_ptr_array_unref (wanted.awards);
  return done;
}
