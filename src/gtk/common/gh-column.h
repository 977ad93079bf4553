/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-cell.h"
#include "gh-settings.h"

/** What a row is ordered by: a figure, -1 where the cell is empty. */
typedef gint64 (*GhColumnFigure) (GhRow *row, gpointer user_data);
/** What a row is ordered by: a key of gh_text_sort_key(), borrowed from the row. */
typedef const char *(*GhColumnKey) (GhRow *row, gpointer user_data);

/**
 * GhColumn: a column of a table whose rows are GhRow (or GtkTreeListRow around GhRow).
 * @id: the same whatever the language and the campaign: widths and the order are kept by it
 * @title: translated; may be ""
 * @n_chars: figures or letters there should be room for; 0 = what the other columns leave
 * @flags, @text: of its cells; a NULL @text shows @figure as a count, "–" where it is -1
 * @strong: (nullable): which rows are bold
 * @figure or @key: (nullable): by what the head of the column orders; empty cells come last both
 *   ways, for they are no small figures
 * @user_data: of all three functions; must outlive the column
 */
typedef struct
{
  const char *id;
  const char *title;
  int n_chars;
  GhCellFlags flags;
  GhCellText text;
  GhCellStrong strong;
  GhColumnFigure figure;
  GhColumnKey key;
  gpointer user_data;
} GhColumn;

/** Makes a column and puts it in at @position, at most behind the last one.
 * @factory: (nullable) (transfer full): of the cells; NULL = labels as @column says. */
GtkColumnViewColumn *gh_column_insert (GtkColumnView *view,
                                       guint position,
                                       const GhColumn *column,
                                       GtkListItemFactory *factory);
/** Puts columns with label cells in, one behind the other. */
void gh_columns_append (GtkColumnView *view, const GhColumn *columns, guint n);

/** (nullable) (transfer none): the column with this id, and where it stands. */
GtkColumnViewColumn *gh_column_find (GtkColumnView *view, const char *id, guint *position);
const char *gh_column_get_id (GtkColumnViewColumn *column);
/** Takes a column away; that the table was ordered by it stays remembered. */
void gh_column_remove (GtkColumnView *view, GtkColumnViewColumn *column);

/** What a screen reader calls the table, and the list of rows that GTK makes inside it. */
void gh_columns_set_name (GtkColumnView *view, const char *name);

/** Remembers widths and the order under @group, and restores them: now, and for columns that come
 * later. */
void gh_columns_remember (GtkColumnView *view, GhSettings *settings, const char *group);

/** (nullable): id of the column the table is ordered by. */
const char *gh_columns_get_order (GtkColumnView *view, gboolean *descending);
/** Back to the order of the list itself. */
void gh_columns_clear_order (GtkColumnView *view);
