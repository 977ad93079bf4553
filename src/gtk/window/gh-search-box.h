/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-workspace.h"

/**
 * GhSearchBox: the search entry of the header bar with a popover of what was found in units,
 * activities, the plan's text and recipients. A result activates win.go-to.
 */
#define GH_TYPE_SEARCH_BOX (gh_search_box_get_type ())
G_DECLARE_FINAL_TYPE (GhSearchBox, gh_search_box, GH, SEARCH_BOX, GtkWidget)

/** @workspace is borrowed while the window has it; may be %NULL. */
void gh_search_box_set_workspace (GhSearchBox *self, GhWorkspace *workspace);
/** Puts the keyboard into the entry. */
void gh_search_box_start (GhSearchBox *self);
