/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gh-cell.h"
#include "gh-number.h"
#include "gh-units-table-private.h"

/* Which indicator a column is about travels as the closures' user data. */
#define INDICATOR_OF(pointer) ((GhIndicator) GPOINTER_TO_INT (pointer))

/* --- texts ----------------------------------------------------------------------------------- */

static char *
name_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  const GhUnitLine *unit = gh_row_get_data (row);

  return g_strdup (unit->name);
}

static char *
headcount_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  const GhUnitLine *unit = gh_row_get_data (row);

  return gh_cell_count (unit->headcount);
}

static char *
last_year_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  const GhUnitLine *unit = gh_row_get_data (row);

  return gh_cell_count (unit->last_year);
}

static char *
result_text (GhRow *row, gpointer user_data)
{
  const GhUnitLine *unit = gh_row_get_data (row);

  return gh_cell_tenths (unit->cells[INDICATOR_OF (user_data)].result_tenths);
}

static char *
percent_text (GhRow *row, gpointer user_data)
{
  const GhUnitLine *unit = gh_row_get_data (row);
  const GhUnitCell *cell = &unit->cells[INDICATOR_OF (user_data)];

  if (cell->quota <= 0 || cell->result_tenths < 0)
    return g_strdup ("–");
  return gh_number_format_percent (cell->result_tenths, cell->quota * 10);
}

/* --- sorting --------------------------------------------------------------------------------- */

static int
compare_names (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  const GhUnitLine *one = gh_row_get_data ((gpointer) a), *other = gh_row_get_data ((gpointer) b);

  return g_strcmp0 (one->sort, other->sort);
}

static int
compare_counts (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_headcounts (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  const GhUnitLine *one = gh_row_get_data ((gpointer) a), *other = gh_row_get_data ((gpointer) b);

  return compare_counts (one->headcount, other->headcount);
}

static int
compare_last_years (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  const GhUnitLine *one = gh_row_get_data ((gpointer) a), *other = gh_row_get_data ((gpointer) b);

  return compare_counts (one->last_year, other->last_year);
}

static int
compare_quotas (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const GhUnitLine *one = gh_row_get_data ((gpointer) a), *other = gh_row_get_data ((gpointer) b);
  GhIndicator indicator = INDICATOR_OF (user_data);

  return compare_counts (one->cells[indicator].quota, other->cells[indicator].quota);
}

static int
compare_results (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const GhUnitLine *one = gh_row_get_data ((gpointer) a), *other = gh_row_get_data ((gpointer) b);
  GhIndicator indicator = INDICATOR_OF (user_data);

  return compare_counts (one->cells[indicator].result_tenths,
                         other->cells[indicator].result_tenths);
}

/* --- the quota cells ------------------------------------------------------------------------- */

static GhIndicator
cell_indicator (GhQuotaCell *cell)
{
  return INDICATOR_OF (g_object_get_data (G_OBJECT (cell), "gh-indicator"));
}

static GhUnitsTable *
cell_table (GhQuotaCell *cell)
{
  return GH_UNITS_TABLE (gtk_widget_get_ancestor (GTK_WIDGET (cell), GH_TYPE_UNITS_TABLE));
}

static GhRow *
cell_row (GtkListItem *item)
{
  gpointer tree_row = gtk_list_item_get_item (item);

  return tree_row != NULL ? gh_units_table_item_row (tree_row) : NULL;
}

static void
show_cell (GtkListItem *item, GhRow *row)
{
  GhQuotaCell *quota_cell = GH_QUOTA_CELL (gtk_list_item_get_child (item));
  const GhUnitLine *unit = gh_row_get_data (row);
  GhIndicator indicator = cell_indicator (quota_cell);
  const GhUnitCell *cell = &unit->cells[indicator];
  GhQuotaCellFlags flags = GH_QUOTA_CELL_DEFAULT;
  g_autofree char *text = gh_cell_count (cell->quota);
  g_autofree char *plain =
    cell->quota < 0 ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, cell->quota);
  /* Translators: what a screen reader says of a cell: "người đăng ký, Trường THPT …" */
  g_autofree char *name =
    g_strdup_printf (_ ("Quota %s, %s"), gh_indicator_name (indicator), unit->name);

  if (unit->leaf)
    flags |= GH_QUOTA_CELL_EDITABLE;
  else
    flags |= GH_QUOTA_CELL_TOTAL;
  if (cell->locked)
    flags |= GH_QUOTA_CELL_LOCKED;
  if (unit->leaf && cell->quota >= 0 && cell->rule != GH_QUOTA_RULE_MANUAL)
    flags |= GH_QUOTA_CELL_BY_RULE;
  gh_quota_cell_show (quota_cell, text, plain, name, flags);
}

static void
row_changed_cb (GhRow *row, GtkListItem *item)
{
  show_cell (item, row);
}

static void
committed_cb (GhQuotaCell *cell, const char *text, GtkListItem *item)
{
  GhRow *row = cell_row (item);

  if (row != NULL)
    g_signal_emit_by_name (cell_table (cell), "quota-entered", gh_row_get_id (row),
                           (int) cell_indicator (cell), text);
}

static void
pasted_cb (GhQuotaCell *cell, const char *text, GtkListItem *item)
{
  GhRow *row = cell_row (item);

  if (row != NULL && cell_table (cell) != NULL)
    g_signal_emit_by_name (cell_table (cell), "quotas-pasted", gh_row_get_id (row),
                           (int) cell_indicator (cell), text);
}

static void
lock_toggled_cb (GhQuotaCell *cell, GtkListItem *item)
{
  GhRow *row = cell_row (item);

  if (row != NULL)
    g_signal_emit_by_name (cell_table (cell), "lock-toggled", gh_row_get_id (row),
                           (int) cell_indicator (cell));
}

static GtkWidget *
find_cell (GhUnitsTable *self, guint position, GhIndicator indicator)
{
  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->bound, i);

      if (gtk_list_item_get_position (item) == position &&
          cell_indicator (GH_QUOTA_CELL (gtk_list_item_get_child (item))) == indicator)
        return gtk_list_item_get_child (item);
    }
  return NULL;
}

/* The column of quotas @columns further on, staying inside. */
static GhIndicator
step_column (GhUnitsTable *self, GhIndicator from, int columns)
{
  for (int i = 0; i < (int) self->indicators->len; i++)
    if (g_array_index (self->indicators, GhIndicator, i) == from)
      {
        int to = CLAMP (i + columns, 0, (int) self->indicators->len - 1);

        return g_array_index (self->indicators, GhIndicator, to);
      }
  return from;
}

/* Whether the row at a position holds figures that can be edited. */
static gboolean
is_leaf (GhUnitsTable *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  const GhUnitLine *unit = item != NULL ? gh_row_get_data (gh_units_table_item_row (item)) : NULL;

  return unit != NULL && unit->leaf;
}

static void
moved_cb (GhQuotaCell *cell, int columns, int rows, GtkListItem *item)
{
  GhUnitsTable *self = cell_table (cell);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position = gtk_list_item_get_position (item);
  GtkWidget *target;

  if (rows != 0)
    {
      guint next = position + (guint) rows;

      /* Over the heads of groups; an unsigned step below 0 ends the loop as well. */
      while (next < n && !is_leaf (self, next))
        next += (guint) rows;
      if (next >= n)
        return;
      position = next;
      gtk_widget_activate_action (GTK_WIDGET (cell), "list.scroll-to-item", "u", position);
    }
  target = find_cell (self, position, step_column (self, cell_indicator (cell), columns));
  if (target != NULL)
    gtk_widget_grab_focus (target);
}

static void
cell_focused_cb (GtkEventControllerFocus *controller, GtkListItem *item)
{
  GhUnitsTable *self = cell_table (
    GH_QUOTA_CELL (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller))));

  if (self != NULL && gtk_list_item_get_position (item) != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (item));
}

static void
quota_setup_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, gpointer user_data)
{
  GtkWidget *cell = gh_quota_cell_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_object_set_data (G_OBJECT (cell), "gh-indicator", user_data);
  g_signal_connect (cell, "committed", G_CALLBACK (committed_cb), item);
  g_signal_connect (cell, "pasted", G_CALLBACK (pasted_cb), item);
  g_signal_connect (cell, "lock-toggled", G_CALLBACK (lock_toggled_cb), item);
  g_signal_connect (cell, "move", G_CALLBACK (moved_cb), item);
  g_signal_connect (focus, "enter", G_CALLBACK (cell_focused_cb), item);
  gtk_widget_add_controller (cell, focus);
  gtk_list_item_set_child (item, cell);
}

static void
quota_bind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data G_GNUC_UNUSED)
{
  GhUnitsTable *self = g_object_get_data (G_OBJECT (factory), "gh-table");
  GhRow *row = cell_row (item);

  g_ptr_array_add (self->bound, item);
  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), item, 0);
  show_cell (item, row);
}

static void
quota_unbind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data G_GNUC_UNUSED)
{
  GhUnitsTable *self = g_object_get_data (G_OBJECT (factory), "gh-table");
  GhRow *row = cell_row (item);

  g_ptr_array_remove_fast (self->bound, item);
  if (row != NULL)
    g_signal_handlers_disconnect_by_func (row, row_changed_cb, item);
}

/* --- columns --------------------------------------------------------------------------------- */

static GtkColumnViewColumn *
add_column (GhUnitsTable *self, const char *title, GtkListItemFactory *factory, int width)
{
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  gtk_column_view_column_set_resizable (column, TRUE);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (column, width);
  else
    gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (self->view, column);
  /* The view holds it as long as we need it. */
  g_object_unref (column);
  return column;
}

static void
set_order (GtkColumnViewColumn *column, GCompareDataFunc compare, gpointer user_data)
{
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, user_data, NULL));

  gtk_column_view_column_set_sorter (column, sorter);
}

static void
add_indicator (GhUnitsTable *self, GhIndicator indicator)
{
  gpointer data = GINT_TO_POINTER (indicator);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  /* Translators: head of a column: "Chỉ tiêu: người đăng ký" */
  g_autofree char *title = g_strdup_printf (_ ("Quota: %s"), gh_indicator_name (indicator));

  g_object_set_data (G_OBJECT (factory), "gh-table", self);
  g_signal_connect (factory, "setup", G_CALLBACK (quota_setup_cb), data);
  g_signal_connect (factory, "bind", G_CALLBACK (quota_bind_cb), data);
  g_signal_connect (factory, "unbind", G_CALLBACK (quota_unbind_cb), data);
  set_order (add_column (self, title, factory, 148), compare_quotas, data);
  if (indicator == GH_INDICATOR_REGISTRATIONS || indicator == GH_INDICATOR_DONORS ||
      indicator == GH_INDICATOR_BLOOD_UNITS)
    {
      set_order (add_column (
        self, _ ("Result"), gh_cell_factory_new (GH_CELL_NUMBER, result_text, data), 70),
        compare_results, data);
      add_column (self, "%", gh_cell_factory_new (GH_CELL_NUMBER | GH_CELL_DIM, percent_text, data),
                  70);
    }
}

void
gh_units_table_make_columns (GhUnitsTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GtkColumnViewColumn *column;

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) first = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, first);
    }
  column = add_column (self, _ ("Unit"), gh_cell_factory_new (GH_CELL_TREE, name_text, NULL), 0);
  set_order (column, compare_names, NULL);
  column = add_column (self, _ ("Headcount"),
                                gh_cell_factory_new (GH_CELL_NUMBER, headcount_text, NULL), 76);
  set_order (column, compare_headcounts, NULL);
  column = add_column (self, _ ("Last year"),
                                gh_cell_factory_new (GH_CELL_NUMBER, last_year_text, NULL), 86);
  set_order (column, compare_last_years, NULL);
  for (guint i = 0; i < self->indicators->len; i++)
    add_indicator (self, g_array_index (self->indicators, GhIndicator, i));
}
