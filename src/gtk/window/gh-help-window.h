/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/** GhHelpWindow: a short guide: topics on the left, the text of one on the right. */
#define GH_TYPE_HELP_WINDOW (gh_help_window_get_type ())
G_DECLARE_FINAL_TYPE (GhHelpWindow, gh_help_window, GH, HELP_WINDOW, GtkWindow)

/** @topic: "start", or the name of a page; %NULL = "start" */
void gh_help_window_present (GtkWindow *parent, const char *topic);
