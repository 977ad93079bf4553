/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-workspace.h"

/**
 * GhPasteWindow: a field for the text of a plan that was copied from Word, a mail or the web. What
 * is formatted becomes clean text. It is read off the main thread and shown as a proposal; what
 * cannot be read stays here.
 */
#define GH_TYPE_PASTE_WINDOW (gh_paste_window_get_type ())
G_DECLARE_FINAL_TYPE (GhPasteWindow, gh_paste_window, GH, PASTE_WINDOW, GtkWindow)

/** @workspace: (nullable): as for gh_proposal_present() */
void gh_paste_window_present (GtkWidget *parent, GhWorkspace *workspace);
