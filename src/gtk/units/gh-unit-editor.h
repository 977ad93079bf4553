/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-workspace.h"

/**
 * GhUnitEditor: the window in which a unit is made or changed: name, place in the tree, headcount,
 * contact. Signal "saved" (gint64 unit id) after the edit is on disk.
 */
#define GH_TYPE_UNIT_EDITOR (gh_unit_editor_get_type ())
G_DECLARE_FINAL_TYPE (GhUnitEditor, gh_unit_editor, GH, UNIT_EDITOR, GtkWindow)

/** @unit_id: 0 = a new unit below @parent_id (0 = at the top). */
GhUnitEditor *
gh_unit_editor_new (GtkWidget *widget, GhWorkspace *workspace, gint64 unit_id, gint64 parent_id);
