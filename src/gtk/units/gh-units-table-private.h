/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-quota-cell.h"
#include "gh-units-table.h"

/* Which indicator a column is about travels as the closures' user data. */
#define INDICATOR_OF(pointer) ((GhIndicator) GPOINTER_TO_INT (pointer))

/** GhUnitsPlace: a cell with a quota. */
typedef struct
{
  gint64 unit_id;
  GhIndicator indicator;
} GhUnitsPlace;

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
  GtkSortListModel *sorted; /* borrowed: the filtered one's */
  GtkTreeListModel *tree;   /* borrowed: the sorted one's */
  GtkSingleSelection *selection;
  char *filter_text;
  GArray *indicators; /* GhIndicator: columns there are */
  GHashTable *taken;  /* GhUnitsPlace, when several cells are taken together */

  GhUnitsPlace anchor; /* where the cells taken begin */
  GhUnitsPlace cursor; /* and where they end: the cell with the focus */
  gboolean extending;  /* the focus moves to take more cells */
};

/** Makes the columns anew for self->indicators. */
void gh_units_table_make_columns (GhUnitsTable *self);
/** The row of a list item or tree row; borrowed. */
GhRow *gh_units_table_item_row (gpointer tree_row);
/** GTK_INVALID_LIST_POSITION if the unit is not shown. */
guint gh_units_table_find_position (GhUnitsTable *self, gint64 unit_id);
/** Whether the row at a position holds figures that can be edited. */
gboolean gh_units_table_is_leaf (GhUnitsTable *self, guint position);

/* gh-units-cells.c */
GtkListItemFactory *gh_units_table_make_quota_factory (GhUnitsTable *self, GhIndicator indicator);
/** Marks the cells on screen that are taken. */
void gh_units_table_show_taken (GhUnitsTable *self);

/* gh-units-filter.c */
/** For GtkCustomFilter: whether the tree row @item of the table @user_data is shown. */
gboolean gh_units_table_lets_through (gpointer item, gpointer user_data);

/* gh-units-range.c */
GHashTable *gh_units_places_new (void);
/** Takes one cell, or with @extend all between it and the one taken first. */
void
gh_units_table_take (GhUnitsTable *self, gint64 unit_id, GhIndicator indicator, gboolean extend);
/** Takes only the last cell again; FALSE if it was so already. */
gboolean gh_units_table_release (GhUnitsTable *self);
gboolean gh_units_table_is_taken (GhUnitsTable *self, gint64 unit_id, GhIndicator indicator);
gboolean gh_units_table_command (GhUnitsTable *self, GhQuotaCommand command, const char *text);
void gh_units_table_paste (GhUnitsTable *self, const char *text);
