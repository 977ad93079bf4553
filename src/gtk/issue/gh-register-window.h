/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-issue.h"

/** GhRegisterWindow: the register of documents of each committee and year; numbers that were given
 * to documents from elsewhere are entered and struck off here. */
#define GH_TYPE_REGISTER_WINDOW (gh_register_window_get_type ())
G_DECLARE_FINAL_TYPE (GhRegisterWindow, gh_register_window, GH, REGISTER_WINDOW, GtkWindow)

void gh_register_window_present (GtkWidget *parent, GhWorkspace *workspace);
