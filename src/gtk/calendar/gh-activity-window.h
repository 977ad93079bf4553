/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-workspace.h"

/** GhActivityWindow: the editor of one activity, or of a new one. */
#define GH_TYPE_ACTIVITY_WINDOW (gh_activity_window_get_type ())
G_DECLARE_FINAL_TYPE (GhActivityWindow, gh_activity_window, GH, ACTIVITY_WINDOW, GtkWindow)

/** @activity: copied; id 0 = a new one */
void
gh_activity_window_present (GtkWidget *parent, GhWorkspace *workspace, const GhActivity *activity);

/** Deletes with a toast that offers to undo; FALSE if not, with the error shown. */
gboolean gh_activity_delete (GtkWidget *widget, GhWorkspace *workspace, gint64 id);
