/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-workspace.h"

/**
 * GhRollWindow: next year's campaign from the current one: every change in a list, each to be left
 * out, before anything is stored.
 */
#define GH_TYPE_ROLL_WINDOW (gh_roll_window_get_type ())
G_DECLARE_FINAL_TYPE (GhRollWindow, gh_roll_window, GH, ROLL_WINDOW, GtkWindow)

/** @workspace must have a campaign. */
void gh_roll_window_present (GtkWidget *parent, GhWorkspace *workspace);
