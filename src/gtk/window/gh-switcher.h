/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-workspace.h"

/**
 * GhSwitcher: names the campaign on screen; its popover lists all of the workspace, newest first,
 * with their states, and begins a new one.
 */
#define GH_TYPE_SWITCHER (gh_switcher_get_type ())
G_DECLARE_FINAL_TYPE (GhSwitcher, gh_switcher, GH, SWITCHER, GtkWidget)

/** Shows the campaigns as they are now; @workspace may be %NULL. */
void gh_switcher_update (GhSwitcher *self, GhWorkspace *workspace);
