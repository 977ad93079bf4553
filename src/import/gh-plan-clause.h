/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-plan-private.h"

/* Words around a date, for titles and places of the calendar. */

#define GH_PLAN_TITLE_CHARS 120

guint gh_plan_count_letters (const char *text);
/** Takes words that only lead to a date off the end: "… vào", "… từ", "thời gian:". */
void gh_plan_strip_leads (char *title);
/** (transfer full): the words before the date, cut to their last clause if they are long. */
char *gh_plan_clause_before (const GhPlanMoment *moment);
/** A title that is only a verb, "Hoàn thành", becomes the sentence before, which says what. */
void gh_plan_extend_title (const GhPlanMoment *moment, char **title);
/** (transfer full): the words behind the date, up to the end of the clause. */
char *gh_plan_clause_behind (const GhPlanMoment *moment);
/** "Phòng Tài chính: quyết toán" → "quyết toán": who does it is the unit in charge, not the title.
 * @organisation: the unit that the block names, or "" */
void gh_plan_strip_body (char *title, const char *organisation);
/** Whether only a place stands at @low: ": Hội trường UBND xã". */
gboolean gh_plan_begins_place (const char *low);
/** Length of "Đợt 1", "Đợt 2 (quý II)" that @low begins with, 0 if it begins with no round. */
gsize gh_plan_round_length (const char *low);
