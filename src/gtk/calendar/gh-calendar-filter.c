/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-calendar-filter.h"

#include <glib/gi18n-lib.h>

gboolean
gh_calendar_filter_match (GhCalendarFilter filter, const GhActivity *activity, guint32 today)
{
  GhDue due;

  switch (filter)
    {
    case GH_FILTER_OPEN:
      return activity->state == GH_ACTIVITY_PLANNED;
    case GH_FILTER_LATE:
      return gh_activity_due (activity, today) == GH_DUE_LATE;
    case GH_FILTER_COMING:
      due = gh_activity_due (activity, today);
      return due == GH_DUE_TODAY || due == GH_DUE_SOON;
    case GH_FILTER_ALL:
    default:
      return TRUE;
    }
}

GPtrArray *
gh_calendar_filter_list (GhCalendarFilter filter, GhWorkspace *workspace)
{
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  guint32 today = gh_workspace_get_today (workspace);
  GPtrArray *activities = g_ptr_array_new ();

  for (guint i = 0; dossier != NULL && i < dossier->activities->len; i++)
    {
      GhActivity *activity = g_ptr_array_index (dossier->activities, i);

      if (gh_calendar_filter_match (filter, activity, today))
        g_ptr_array_add (activities, activity);
    }
  return activities;
}

GtkWidget *
gh_calendar_filter_placeholder (void)
{
  GtkWidget *label = gtk_label_new (_("There is no such activity."));

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 24);
  return label;
}

gint64
gh_calendar_next (const GPtrArray *activities, guint32 today)
{
  gint64 under_way = 0;

  for (guint i = 0; i < activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (activities, i);
      GhDue due = gh_activity_due (activity, today);

      if (due == GH_DUE_LATE || due == GH_DUE_SOON || due == GH_DUE_LATER ||
          (due == GH_DUE_TODAY && activity->span.start >= today))
        return activity->id;
      if (due == GH_DUE_TODAY && under_way == 0)
        under_way = activity->id;
    }
  return under_way;
}
