/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-activity.h"
#include "gh-workspace.h"

/** Which activities the calendar shows, in the order of the drop-down. */
typedef enum
{
  GH_FILTER_ALL,
  GH_FILTER_OPEN,   /* not done, not cancelled */
  GH_FILTER_LATE,   /* overdue */
  GH_FILTER_COMING, /* under way or within 14 days */
} GhCalendarFilter;

gboolean
gh_calendar_filter_match (GhCalendarFilter filter, const GhActivity *activity, guint32 today);

/** (transfer container) (element-type GhActivity): those of the current campaign that match, in
 * calendar order; borrowed from its dossier. */
GPtrArray *gh_calendar_filter_list (GhCalendarFilter filter, GhWorkspace *workspace);
/** What stands in a list that the filter leaves nothing of. */
GtkWidget *gh_calendar_filter_placeholder (void);
/** Id of the activity where one looks first in a list: the first that is late or still to begin,
 * else one that is under way; 0 = none. @activities: (element-type GhActivity) in calendar order */
gint64 gh_calendar_next (const GPtrArray *activities, guint32 today);
