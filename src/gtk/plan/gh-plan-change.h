/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-workspace.h"

/** Changes @plan, a copy of the workspace's; returns FALSE if there is nothing to do. */
typedef gboolean (*GhPlanChange) (GhPlan *plan, gpointer user_data);

/**
 * gh_plan_change: one edit of the plan: @change on a copy, saved under @label (see
 * gh_edit_save_plan()). An error is shown in the window of @widget.
 *
 * Returns: whether the plan was saved
 */
gboolean gh_plan_change (GtkWidget *widget,
                         GhWorkspace *workspace,
                         const char *label,
                         GhPlanChange change,
                         gpointer user_data);
