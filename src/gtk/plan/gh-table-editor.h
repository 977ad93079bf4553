/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-rich-text.h"

/**
 * GhTableEditor: the cells of a table of the plan, edited in place. Tab goes from cell to cell and
 * makes a new row behind the last one, Enter goes to the cell below; rows and columns are added and
 * removed beside the cell that has the keyboard, or had it last; a table that is pasted fills the
 * cells from there on. Signal "edited" (GPtrArray of GStrv): all cells as they are now; borrowed.
 */
#define GH_TYPE_TABLE_EDITOR (gh_table_editor_get_type ())
G_DECLARE_FINAL_TYPE (GhTableEditor, gh_table_editor, GH, TABLE_EDITOR, GtkWidget)

GtkWidget *gh_table_editor_new (void);
/** As gh_rich_field_set_fill() for all cells. */
void gh_table_editor_set_fill (GhTableEditor *self, const GhRichFill *fill);
/** @rows: (element-type GStrv): borrowed; the first is the header. */
void gh_table_editor_show (GhTableEditor *self, const GPtrArray *rows);
/** Puts the keyboard into a cell with @length bytes at @start selected. */
void gh_table_editor_select (GhTableEditor *self, int row, int column, gsize start, gsize length);
/** Marks what @find finds; %NULL = nothing. @row, @column, @start: the match that is looked at; row
 * -1 = none. */
void gh_table_editor_highlight (GhTableEditor *self,
                                const GhFind *find,
                                int row,
                                int column,
                                gsize start);
/** Emits "edited" now if a cell holds something new. */
void gh_table_editor_flush (GhTableEditor *self);
