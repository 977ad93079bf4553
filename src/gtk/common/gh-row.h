/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * GhRow: a row of a list: an id and a struct of the caller's, read-only. When the list is updated
 * with other data for the same id, the row stays the same object, takes the new data and emits
 * "changed", so that selection, focus and scroll survive.
 */
#define GH_TYPE_ROW (gh_row_get_type ())
G_DECLARE_FINAL_TYPE (GhRow, gh_row, GH, ROW, GObject)

/** @data: owned by the row, freed with @free_func (may be %NULL: borrowed). */
GhRow *gh_row_new (gint64 id, gpointer data, GDestroyNotify free_func);
gint64 gh_row_get_id (GhRow *self);
/** Borrowed, until the next "changed". */
gpointer gh_row_get_data (GhRow *self);

/**
 * GhRowList: a GListModel of GhRow, kept in step with the workspace by
 * gh_row_list_update(), which sends the smallest items-changed it can find: the rows before the
 * first and after the last difference are never touched.
 */
#define GH_TYPE_ROW_LIST (gh_row_list_get_type ())
G_DECLARE_FINAL_TYPE (GhRowList, gh_row_list, GH, ROW_LIST, GObject)

GhRowList *gh_row_list_new (void);

/**
 * @rows: (element-type GhRow): the rows as they are now, ids unique; consumed
 * @same: whether two data structs show the same; %NULL = take every row as changed
 */
void gh_row_list_update (GhRowList *self, GPtrArray *rows, GEqualFunc same);

/** Position of the row with @id, or GTK_INVALID_LIST_POSITION. */
guint gh_row_list_find (GhRowList *self, gint64 id);
/** (transfer none) (nullable) */
GhRow *gh_row_list_get (GhRowList *self, guint position);
