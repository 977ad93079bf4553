/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-field.h"
#include "gh-rich-text.h"
#include "gh-workspace.h"

/**
 * GhPlanList: a short list of the plan that is edited in place: rows can be added, moved and
 * removed. A row belongs to its item and goes where that goes, with the keyboard in it.
 *
 * Property "part" (construct only): "awards", "bases", "budget", "recipients" or "targets".
 */
#define GH_TYPE_PLAN_LIST (gh_plan_list_get_type ())
G_DECLARE_FINAL_TYPE (GhPlanList, gh_plan_list, GH, PLAN_LIST, GtkWidget)

void gh_plan_list_show (GhPlanList *self, GhWorkspace *workspace);
/** Puts the keyboard into the @nth text of row @index, @length bytes at @start of it selected. */
void gh_plan_list_select (GhPlanList *self, guint index, guint nth, gsize start, gsize length);
/** The same, the keyboard staying where it is. */
void gh_plan_list_mark (GhPlanList *self, guint index, guint nth, gsize start, gsize length);
/** Puts the keyboard into row @index. */
void gh_plan_list_focus_row (GhPlanList *self, guint index);
/** Who tells the values of fields in the texts of its rows. */
const GhRichFill *gh_plan_list_get_fill (GhPlanList *self);
/** Enter in a text of a row: on to the next row, or to a new one behind the last. TRUE. */
gboolean gh_plan_list_enter (GhPlanList *self, GhField *field);
