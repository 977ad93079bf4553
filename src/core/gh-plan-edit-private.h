/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-numbering.h"
#include "gh-plan-edit.h"

/* What the files of the plan's edits share. */

/** How high a heading stands: an appendix above all, other blocks nowhere. */
#define GH_NO_HEADING G_MAXINT
int _gh_plan_edit_height (const GPtrArray *blocks, guint index);

/** Gives block @index a number in the style of its place, to be counted. */
void _gh_plan_edit_give_number (GhPlan *plan, GhNumbering *numbering, guint index);
/** The headings in [@index, @end) that follow a heading with another level or style take the style
 * of their place, and so do lists among them that would count on with its number. */
void _gh_plan_edit_fit_part (GhPlan *plan, GhNumbering *numbering, guint index, guint end);
/** The same for blocks that stand below another heading than before, from @index on, until behind
 * @end one of @height ends it: only what cannot stay as it is. */
void
_gh_plan_edit_fit_rest (GhPlan *plan, GhNumbering *numbering, guint index, guint end, int height);
