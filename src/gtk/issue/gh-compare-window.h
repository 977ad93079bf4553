/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-issue.h"

/** GhCompareWindow: what has been changed in the plan since it was issued; follows the plan. */
#define GH_TYPE_COMPARE_WINDOW (gh_compare_window_get_type ())
G_DECLARE_FINAL_TYPE (GhCompareWindow, gh_compare_window, GH, COMPARE_WINDOW, GtkWindow)

/** @version: 0 = the newest */
void gh_compare_window_present (GtkWidget *parent, GhWorkspace *workspace, int version);
