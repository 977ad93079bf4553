/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gh-cell.h"
#include "gh-units-table-private.h"

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
    g_strdup_printf (_("Quota %s, %s"), gh_indicator_name (indicator), unit->name);

  if (unit->leaf)
    flags |= GH_QUOTA_CELL_EDITABLE;
  else
    flags |= GH_QUOTA_CELL_TOTAL;
  if (cell->locked)
    flags |= GH_QUOTA_CELL_LOCKED;
  if (unit->leaf && cell->quota >= 0 && cell->rule != GH_QUOTA_RULE_MANUAL)
    flags |= GH_QUOTA_CELL_BY_RULE;
  gh_quota_cell_show (quota_cell, text, plain, name, flags);
  /* GTK's own cell around it has no name. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (quota_cell))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_taken (GtkListItem *item)
{
  GhQuotaCell *cell = GH_QUOTA_CELL (gtk_list_item_get_child (item));
  GhRow *row = cell_row (item);
  GhUnitsTable *self = cell_table (cell);

  gh_quota_cell_set_selected (
    cell, row != NULL && self != NULL &&
            gh_units_table_is_taken (self, gh_row_get_id (row), cell_indicator (cell)));
}

void
gh_units_table_show_taken (GhUnitsTable *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    show_taken (g_ptr_array_index (self->bound, i));
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
typing_cb (GhQuotaCell *cell, const char *text, GtkListItem *item)
{
  GhRow *row = cell_row (item);

  if (row != NULL && cell_table (cell) != NULL)
    g_signal_emit_by_name (cell_table (cell), "quota-typed", gh_row_get_id (row),
                           (int) cell_indicator (cell), text);
}

static void
pasted_cb (GhQuotaCell *cell, const char *text)
{
  if (cell_table (cell) != NULL)
    gh_units_table_paste (cell_table (cell), text);
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

static void
moved_cb (GhQuotaCell *cell, int columns, int rows, gboolean extend, GtkListItem *item)
{
  GhUnitsTable *self = cell_table (cell);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position = gtk_list_item_get_position (item);
  GtkWidget *target;

  if (rows != 0)
    {
      guint next = position + (guint) rows;

      /* Over the heads of groups; an unsigned step below 0 ends the loop as well. */
      while (next < n && !gh_units_table_is_leaf (self, next))
        next += (guint) rows;
      if (next >= n)
        return;
      position = next;
      gtk_widget_activate_action (GTK_WIDGET (cell), "list.scroll-to-item", "u", position);
    }
  target = find_cell (self, position, step_column (self, cell_indicator (cell), columns));
  if (target == NULL)
    return;
  self->extending = extend;
  gtk_widget_grab_focus (target);
  self->extending = FALSE;
}

static void
cell_focused_cb (GtkEventControllerFocus *controller, GtkListItem *item)
{
  GhQuotaCell *cell =
    GH_QUOTA_CELL (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  GhUnitsTable *self = cell_table (cell);
  GhRow *row = cell_row (item);

  if (self == NULL || row == NULL)
    return;
  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (item));
  gh_units_table_take (self, gh_row_get_id (row), cell_indicator (cell), self->extending);
}

static gboolean
command_cb (GhQuotaCell *cell, int command, const char *text, GtkListItem *item G_GNUC_UNUSED)
{
  GhUnitsTable *self = cell_table (cell);

  if (self == NULL)
    return FALSE;
  if (command != GH_QUOTA_COMMAND_SELECT_HERE)
    return gh_units_table_command (self, (GhQuotaCommand) command, text);
  self->extending = TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  self->extending = FALSE;
  return TRUE;
}

static void
quota_setup_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, gpointer user_data)
{
  GtkWidget *cell = gh_quota_cell_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_object_set_data (G_OBJECT (cell), "gh-indicator", user_data);
  g_signal_connect (cell, "committed", G_CALLBACK (committed_cb), item);
  g_signal_connect (cell, "typing", G_CALLBACK (typing_cb), item);
  g_signal_connect (cell, "command", G_CALLBACK (command_cb), item);
  g_signal_connect (cell, "pasted", G_CALLBACK (pasted_cb), NULL);
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
  show_taken (item);
}

static void
quota_unbind_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data G_GNUC_UNUSED)
{
  GhUnitsTable *self = g_object_get_data (G_OBJECT (factory), "gh-table");
  GhRow *row = cell_row (item);

  g_ptr_array_remove_fast (self->bound, item);
  gh_quota_cell_drop (GH_QUOTA_CELL (gtk_list_item_get_child (item)));
  if (row != NULL)
    g_signal_handlers_disconnect_by_func (row, row_changed_cb, item);
}

GtkListItemFactory *
gh_units_table_make_quota_factory (GhUnitsTable *self, GhIndicator indicator)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "gh-table", self);
  g_signal_connect (factory, "setup", G_CALLBACK (quota_setup_cb), GINT_TO_POINTER (indicator));
  g_signal_connect (factory, "bind", G_CALLBACK (quota_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (quota_unbind_cb), NULL);
  return factory;
}
