/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-dossier.h"

#include "gh-names.h"

static const char *const state_names[] = { "draft", "running", "closed" };

GH_DEFINE_ENUM_STRINGS (GhCampaignState, gh_campaign_state, state_names)

GhCampaign *
gh_campaign_new (const char *name, int year)
{
  static const GhDateSpan empty = GH_DATE_SPAN_INIT;
  GhCampaign *campaign = g_new0 (GhCampaign, 1);

  campaign->name = g_strdup (name != NULL ? name : "");
  campaign->year = year;
  campaign->theme = g_strdup ("");
  campaign->period = empty;
  return campaign;
}

GhCampaign *
gh_campaign_copy (const GhCampaign *campaign)
{
  GhCampaign *copy = g_memdup2 (campaign, sizeof *campaign);

  copy->name = g_strdup (campaign->name);
  copy->theme = g_strdup (campaign->theme);
  return copy;
}

void
gh_campaign_free (GhCampaign *campaign)
{
  if (campaign == NULL)
    return;
  g_free (campaign->name);
  g_free (campaign->theme);
  g_free (campaign);
}

GhDossier *
gh_dossier_new (GhCampaign *campaign, GhPlan *plan)
{
  GhDossier *dossier = g_new0 (GhDossier, 1);

  g_atomic_ref_count_init (&dossier->ref_count);
  dossier->campaign = campaign;
  dossier->plan = plan;
  dossier->units = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_unit_free);
  dossier->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_target_free);
  dossier->quotas = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_quota_free);
  dossier->activities = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_activity_free);
  dossier->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_donation_session_free);
  dossier->results = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_result_free);
  dossier->awards = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_award_round_free);
  dossier->budget = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_budget_line_free);
  return dossier;
}

GhDossier *
gh_dossier_with_plan (GhDossier *dossier, GhPlan *plan)
{
  GhDossier *other = g_new0 (GhDossier, 1);

  g_atomic_ref_count_init (&other->ref_count);
  other->moment = dossier->moment;
  other->campaign = gh_campaign_copy (dossier->campaign);
  other->plan = plan;
  other->units = g_ptr_array_ref (dossier->units);
  other->targets = g_ptr_array_ref (dossier->targets);
  other->quotas = g_ptr_array_ref (dossier->quotas);
  other->activities = g_ptr_array_ref (dossier->activities);
  other->sessions = g_ptr_array_ref (dossier->sessions);
  other->results = g_ptr_array_ref (dossier->results);
  other->awards = g_ptr_array_ref (dossier->awards);
  other->budget = g_ptr_array_ref (dossier->budget);
  return other;
}

GhDossier *
gh_dossier_ref (GhDossier *dossier)
{
  g_atomic_ref_count_inc (&dossier->ref_count);
  return dossier;
}

void
gh_dossier_unref (GhDossier *dossier)
{
  if (dossier == NULL || !g_atomic_ref_count_dec (&dossier->ref_count))
    return;
  gh_campaign_free (dossier->campaign);
  gh_plan_free (dossier->plan);
  g_ptr_array_unref (dossier->units);
  g_ptr_array_unref (dossier->targets);
  g_ptr_array_unref (dossier->quotas);
  g_ptr_array_unref (dossier->activities);
  g_ptr_array_unref (dossier->sessions);
  g_ptr_array_unref (dossier->results);
  g_ptr_array_unref (dossier->awards);
  g_ptr_array_unref (dossier->budget);
  g_free (dossier);
}

const GhActivity *
gh_dossier_find_activity (const GhDossier *dossier, gint64 id)
{
  for (guint i = 0; i < dossier->activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (dossier->activities, i);

      if (activity->id == id)
        return activity;
    }
  return NULL;
}
