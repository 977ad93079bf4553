/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-activity.h"

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
