/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-fix.h"
#include "gh-plan-find.h"
#include "gh-workspace.h"

/**
 * GhPlanBody: the blocks of the plan, one below the other, each edited in place.
 * Signal "block-focused" (int): the index of the block the keyboard is in.
 * Signal "leave" (gboolean forward): the keyboard wants out (Ctrl+Tab or F6; with Shift back).
 */
#define GH_TYPE_PLAN_BODY (gh_plan_body_get_type ())
G_DECLARE_FINAL_TYPE (GhPlanBody, gh_plan_body, GH, PLAN_BODY, GtkWidget)

void gh_plan_body_show (GhPlanBody *self, GhWorkspace *workspace);
/** Scrolls to the block at @index; the keyboard stays where it is. */
void gh_plan_body_show_block (GhPlanBody *self, guint index);
/** Scrolls to a block and puts the keyboard into it. */
void gh_plan_body_focus_block (GhPlanBody *self, guint index);
/** As gh_plan_body_focus_block() for the block of @place, its words selected. */
void gh_plan_body_select (GhPlanBody *self, const GhPlace *place);
/** Marks in the texts what @find (nullable) finds; @place (nullable) is the match that is looked
 * at.
 */
void gh_plan_body_highlight (GhPlanBody *self, const GhFind *find, const GhPlace *place);
/** Adds a block (see gh-block-menu.h for @what) below the one the keyboard was in last. */
void gh_plan_body_add (GhPlanBody *self, const char *what);
/** Moves a block with all that stands below it to before block @before of the plan. */
void gh_plan_body_move_part (GhPlanBody *self, gint64 id, guint before);
