/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-row.h"

/*
 * Cells of lists and tables whose rows are GhRow (or GtkTreeListRow around GhRow). A cell follows
 * its row's "changed" signal.
 */

typedef enum
{
  GH_CELL_DEFAULT = 0,
  GH_CELL_NUMBER = 1 << 0, /* right-aligned, tabular figures */
  GH_CELL_BOLD = 1 << 1,
  GH_CELL_DIM = 1 << 2,
  GH_CELL_WRAP = 1 << 3,
  GH_CELL_TREE = 1 << 4, /* with a GtkTreeExpander; items are GtkTreeListRow */
} GhCellFlags;

/** (transfer full) (nullable): the text of a cell. */
typedef char *(*GhCellText) (GhRow *row, gpointer user_data);

/** (nullable): whether a row stands out, such as the head of a group: its figures are bold. */
typedef gboolean (*GhCellStrong) (GhRow *row);

/** A factory of labels. @title: head of the column, which a screen reader says with each cell.
 * @user_data is borrowed and must outlive the factory. */
GtkListItemFactory *gh_cell_factory_new (const char *title,
                                         GhCellFlags flags,
                                         GhCellText text,
                                         GhCellStrong strong,
                                         gpointer user_data);

/** (transfer full): a count with thousands' points; -1 = not known: "–". */
char *gh_cell_count (gint64 value);
/** (transfer full): a figure in tenths: 1688 → "168,8", 1680 → "168"; -1 = "–". */
char *gh_cell_tenths (gint64 tenths);
