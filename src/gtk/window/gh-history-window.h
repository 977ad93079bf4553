/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-workspace.h"

/** GhHistoryWindow: who changed what and when, newest first. */
#define GH_TYPE_HISTORY_WINDOW (gh_history_window_get_type ())
G_DECLARE_FINAL_TYPE (GhHistoryWindow, gh_history_window, GH, HISTORY_WINDOW, GtkWindow)

void gh_history_window_present (GtkWidget *parent, GhWorkspace *workspace);
