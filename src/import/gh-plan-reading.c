/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gh-plan-private.h"

/* What has been read of a plan so far: how it is filled and freed. */

void
gh_problem_free (GhProblem *problem)
{
  if (problem == NULL)
    return;
  g_free (problem->where);
  g_free (problem->message);
  g_free (problem);
}

GhAwardReading *
gh_award_reading_copy (const GhAwardReading *reading)
{
  GhAwardReading *copy = g_memdup2 (reading, sizeof *reading);

  copy->name = g_strdup (reading->name);
  copy->audience = g_strdup (reading->audience);
  return copy;
}

void
gh_award_reading_free (GhAwardReading *reading)
{
  if (reading == NULL)
    return;
  g_free (reading->name);
  g_free (reading->audience);
  g_free (reading);
}

void
gh_plan_reading_free (GhPlanReading *reading)
{
  if (reading == NULL)
    return;
  g_clear_pointer (&reading->campaign, gh_campaign_free);
  g_clear_pointer (&reading->plan, gh_plan_free);
  g_clear_pointer (&reading->targets, g_ptr_array_unref);
  g_clear_pointer (&reading->activities, g_ptr_array_unref);
  g_clear_pointer (&reading->awards, g_ptr_array_unref);
  g_clear_pointer (&reading->problems, g_ptr_array_unref);
  g_clear_pointer (&reading->corrected, g_hash_table_unref);
  g_free (reading);
}

void
gh_plan_set (char **field, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*field);
  *field = copy;
}

void
gh_plan_add_note (char **note, const char *text)
{
  g_autofree char *joined = NULL;

  if (**note == '\0')
    {
      gh_plan_set (note, text);
      return;
    }
  joined = g_strconcat (*note, "\n", text, NULL);
  gh_plan_set (note, joined);
}

void
gh_plan_add_problem (GhPlanReading *reading, guint line, char *message)
{
  GhProblem *problem = g_new0 (GhProblem, 1);

  /* Translators: a place in a text file */
  problem->where = line > 0 ? g_strdup_printf (_("line %u"), line) : g_strdup ("");
  problem->message = message;
  g_ptr_array_add (reading->problems, problem);
}

GhPlanReading *
gh_plan_reading_new (int today_year)
{
  GhPlanReading *reading = g_new0 (GhPlanReading, 1);

  reading->campaign = gh_campaign_new ("", today_year);
  reading->plan = gh_plan_new ();
  reading->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_target_free);
  reading->activities = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_activity_free);
  reading->awards = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_award_reading_free);
  reading->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_problem_free);
  return reading;
}
