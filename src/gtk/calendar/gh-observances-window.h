/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-workspace.h"

/** GhObservancesWindow: the standing days of the campaign's year, to be put into its calendar. */
#define GH_TYPE_OBSERVANCES_WINDOW (gh_observances_window_get_type ())
G_DECLARE_FINAL_TYPE (GhObservancesWindow, gh_observances_window, GH, OBSERVANCES_WINDOW, GtkWindow)

/** The workspace must have a campaign. */
void gh_observances_window_present (GtkWidget *parent, GhWorkspace *workspace);
