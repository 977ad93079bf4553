/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-proposal.h"

/** Reads iCalendar text into @reading; fails with GH_IMPORT_ERROR_FORMAT or _LIMIT. */
gboolean gh_ics_read (GBytes *bytes, const char *name, GhCalendarReading *reading, GError **error);

/** Whether the bytes begin as an iCalendar file does. */
gboolean gh_ics_looks_like (const guint8 *bytes, gsize length);

/** The kind of an activity: by its Vietnamese or English name, else by what its title says. */
GhActivityKind gh_calendar_guess_kind (const char *kind, const char *title, const GhDateSpan *span);

/** "07h30–11h30", "7g30": hours of a day; %FALSE if it is none. */
gboolean gh_calendar_parse_hours (const char *text, gint16 *start_minute, gint16 *end_minute);

GhActivityState gh_calendar_guess_state (const char *state);
