/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-issue.h"

/** GhVersionsWindow: each time the plan was issued: its paper, and what has changed since. */
#define GH_TYPE_VERSIONS_WINDOW (gh_versions_window_get_type ())
G_DECLARE_FINAL_TYPE (GhVersionsWindow, gh_versions_window, GH, VERSIONS_WINDOW, GtkWindow)

void gh_versions_window_present (GtkWidget *parent, GhWorkspace *workspace);
