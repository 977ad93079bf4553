/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-workspace.h"

/** GhTodoList: what is overdue, then what comes in the next 14 days; a click goes to it, a button
 * marks it done. */
#define GH_TYPE_TODO_LIST (gh_todo_list_get_type ())
G_DECLARE_FINAL_TYPE (GhTodoList, gh_todo_list, GH, TODO_LIST, GtkWidget)

/** @workspace: borrowed while the page has it */
void gh_todo_list_update (GhTodoList *self, GhWorkspace *workspace);
