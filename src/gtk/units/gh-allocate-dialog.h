/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-workspace.h"

/**
 * GhAllocateDialog: shares a total out among the units by a rule; shows beside it what each unit
 * would get, before anything is changed. Accepting is one edit that undo takes back.
 */
#define GH_TYPE_ALLOCATE_DIALOG (gh_allocate_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GhAllocateDialog, gh_allocate_dialog, GH, ALLOCATE_DIALOG, GtkWindow)

/** @parent_id: the group that was selected, 0 = all units. */
GhAllocateDialog *
gh_allocate_dialog_new (GtkWidget *widget, GhWorkspace *workspace, gint64 parent_id);
