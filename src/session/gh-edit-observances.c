/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-edits.h"

#include <glib/gi18n-lib.h>

#include "gh-edits-private.h"
#include "gh-workspace-private.h"

/* Standing days of the year as entries of the calendar. */

/* (transfer full) (element-type GhActivity): those that are not in the calendar yet */
static GPtrArray *
make_activities (const GhDossier *dossier, const GPtrArray *observances)
{
  GPtrArray *activities = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_activity_free);
  int year = dossier->campaign->year;

  for (guint i = 0; i < observances->len; i++)
    {
      const GhObservance *observance = g_ptr_array_index (observances, i);
      GhDateSpan date = gh_observance_date (observance, year);
      GhActivity *activity;

      if (gh_date_span_is_empty (&date) ||
          gh_observance_find_activity (observance, year, dossier->activities) != NULL)
        continue;
      activity = gh_activity_new (observance->name,
                                  gh_observance_is_season (observance) ? GH_ACTIVITY_FESTIVAL
                                                                       : GH_ACTIVITY_OBSERVANCE,
                                  &date);
      activity->campaign_id = dossier->campaign->id;
      g_ptr_array_add (activities, activity);
    }
  return activities;
}

gboolean
gh_edit_add_observances (GhWorkspace *workspace, const GPtrArray *observances, GError **error)
{
  GhDossier *dossier = gh_workspace_load_dossier (workspace, error);
  g_autoptr (GPtrArray) activities = NULL;
  g_autofree char *label = NULL;

  if (dossier == NULL)
    return FALSE;
  activities = make_activities (dossier, observances);
  if (activities->len == 0)
    return TRUE;
  label = g_strdup_printf (ngettext ("Add %u standing day to the calendar",
                                     "Add %u standing days to the calendar", activities->len),
                           activities->len);
  return _gh_workspace_run_edit (workspace,
                                 &(GhEdit){ .label = label,
                                            .func = _gh_edit_save_activities_cb,
                                            .user_data = activities,
                                            .reads = GH_DOSSIER_ACTIVITIES },
                                 error);
}
