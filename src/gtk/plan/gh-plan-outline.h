/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-plan.h"

/**
 * GhPlanOutline: the parts of the plan in order: head, bases, targets, body with its headings and
 * appendices, recipients, signature.
 * Signal "part-activated" (name, int block): "header" "bases" "targets" "awards" "budget"
 *   "body" "recipients" "signature"; the index of the heading for "body", or -1. By click or Enter:
 * the keyboard goes there. Signal "part-selected" (name, int block): the same by an arrow key,
 * which stays in the outline. Signal "part-moved" (gint64 id, int before): a heading was dragged to
 * before that block. Headings can be folded (Left, Right).
 */
#define GH_TYPE_PLAN_OUTLINE (gh_plan_outline_get_type ())
G_DECLARE_FINAL_TYPE (GhPlanOutline, gh_plan_outline, GH, PLAN_OUTLINE, GtkWidget)

void gh_plan_outline_show (GhPlanOutline *self, const GhPlan *plan);
/** Marks the part on screen; @block: a block in it, or -1. */
void gh_plan_outline_select (GhPlanOutline *self, const char *name, int block);
