/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-date-span.h"

/*
 * The dates of a template are rules, so that each year gets its own:
 *   BASE    "tet" (mùng 1 Tết), "MM-DD" of the campaign's year, "prev:MM-DD" of the year before,
 *           "next:MM-DD" of the year after,
 *           "YYYY-MM-DD"
 *   OFFSET  "+N" or "-N" days
 *   MOVE    ">sun": the first Sunday on or after it; "<fri": the last Friday on or before it;
 *           "!": the last working day on or before it; "^": the first on or after it
 * A DAY is BASE OFFSET* MOVE* ("tet-20<fri!"). A WHEN is DAY, DAY..DAY, "month-MM", "early-MM",
 * "mid-MM", "late-MM", "quarter-N" or "year" ("prev:month-MM", "next:month-MM"), then hours "
 * 07:30-11:30" where it has any, and "before " in front of a day that is no longer in time.
 */

/** Julian day of @rule in @year, 0 if it is not a rule or leads to no day. */
guint32 gh_template_rule_day (const char *rule, int year);

/** FALSE and an empty span if @when is not understood. */
gboolean gh_template_rule_span (const char *when, int year, GhDateSpan *span);

/**
 * (transfer full): @text with $(year), $(year-1), $(year+1), $(lunar) (Can Chi name), $(DAY)
 * (dd/mm/yyyy), $(weekday:DAY) and $($) (a dollar sign) filled in; what is not a rule stays as it
 * is written.
 */
char *gh_template_rule_expand (const char *text, int year);
