/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-workspace.h"

/**
 * GhNewWindow: begins a campaign from a template: in @workspace, or, without one, in a new
 * workspace whose file the clerk names.
 */
#define GH_TYPE_NEW_WINDOW (gh_new_window_get_type ())
G_DECLARE_FINAL_TYPE (GhNewWindow, gh_new_window, GH, NEW_WINDOW, GtkWindow)

void gh_new_window_present (GtkWidget *parent, GhWorkspace *workspace);
