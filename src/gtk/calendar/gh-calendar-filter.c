/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-calendar-filter.h"

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
