/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-export.h"

/**
 * gh_export_ics: (transfer full): the calendar as iCalendar (RFC 5545), for Google Calendar,
 * Outlook and telephones. Whole days as dates; hours in Asia/Ho_Chi_Minh, with its VTIMEZONE; a
 * date known only by its month covers the month and says so; deadlines stand on their last day and
 * ring before it. The UID of an entry stays the same from export to export.
 * @now: seconds since 1970, for DTSTAMP
 */
char *gh_export_ics (const GhSummary *summary, gint64 now);
