/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * GhTableEditor: the cells of a table of the plan, edited in place; rows and columns can be added
 * and removed. Signal "edited" (GPtrArray of GStrv): all cells as they are now; borrowed.
 */
#define GH_TYPE_TABLE_EDITOR (gh_table_editor_get_type ())
G_DECLARE_FINAL_TYPE (GhTableEditor, gh_table_editor, GH, TABLE_EDITOR, GtkWidget)

GtkWidget *gh_table_editor_new (void);
/** @rows: (element-type GStrv): borrowed; the first is the header. */
void gh_table_editor_show (GhTableEditor *self, const GPtrArray *rows);
/** Puts the keyboard into a cell with @length bytes at @start selected. */
void gh_table_editor_select (GhTableEditor *self, int row, int column, gsize start, gsize length);
/** Emits "edited" now if a cell holds something new. */
void gh_table_editor_flush (GhTableEditor *self);
