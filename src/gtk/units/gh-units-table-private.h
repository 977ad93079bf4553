/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-quota-cell.h"
#include "gh-units-table.h"

struct _GhUnitsTable
{
  GtkWidget parent_instance;

  /* Template children */
  GtkWidget *scroller;
  GtkColumnView *view;

  /* Owned */
  GHashTable *lists;   /* gint64 unit (0 = roots) → GhRowList of its children */
  GHashTable *parents; /* gint64 unit → gint64 parent as shown */
  GHashTable *matches; /* gint64 units that the filter lets through, NULL = all */
  GPtrArray *bound;    /* GtkListItem of quota cells on screen */
  GtkCustomFilter *filter;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  char *filter_text;
  GArray *indicators; /* GhIndicator: columns there are */
};

/** Makes the columns anew for self->indicators. */
void gh_units_table_make_columns (GhUnitsTable *self);
/** The row of a list item or tree row; borrowed. */
GhRow *gh_units_table_item_row (gpointer tree_row);
