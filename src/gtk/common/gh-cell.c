/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-cell.h"

#include <glib/gi18n-lib.h>

#include "gh-number.h"

/* Letters from which on a text may not fit its column. */
#define LONG_TEXT 20

typedef struct
{
  char *title;
  GhCellFlags flags;
  GhCellText text;
  GhCellStrong strong;
  gpointer user_data;
} Cell;

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_free (cell->title);
  g_free (cell);
}

static GhRow *
item_get_row (GtkListItem *item)
{
  gpointer object = gtk_list_item_get_item (item);

  if (GTK_IS_TREE_LIST_ROW (object))
    {
      /* The tree row keeps its item alive, so the reference need not be held. */
      g_autoptr (GObject) inner = gtk_tree_list_row_get_item (object);

      return GH_ROW (inner);
    }
  return GH_ROW (object);
}

static GtkLabel *
item_get_label (GtkListItem *item)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  if (GTK_IS_TREE_EXPANDER (child))
    child = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (child));
  return GTK_LABEL (child);
}

static void
name_widget (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* GTK gives its cells and rows no names: a cell bears its head and its text, a row what stands in
 * its first cell. */
static void
name_cell (GtkListItem *item, const char *title, const char *text)
{
  GtkWidget *cell = gtk_widget_get_parent (gtk_list_item_get_child (item));
  g_autofree char *name = NULL;

  if (cell == NULL)
    return;
  name = *title != '\0' ? g_strdup_printf ("%s: %s", title, text) : g_strdup (text);
  name_widget (cell, name);
  if (gtk_widget_get_prev_sibling (cell) == NULL && gtk_widget_get_parent (cell) != NULL)
    name_widget (gtk_widget_get_parent (cell), text);
}

static void
show_row (GtkListItem *item, GhRow *row)
{
  Cell *cell = g_object_get_data (G_OBJECT (item), "gh-cell");
  g_autofree char *text = cell->text (row, cell->user_data);

  gtk_label_set_text (item_get_label (item), text != NULL ? text : "");
  /* What may be cut off can be read in full. */
  if (!(cell->flags & (GH_CELL_NUMBER | GH_CELL_WRAP)))
    gtk_widget_set_tooltip_text (GTK_WIDGET (item_get_label (item)),
                                 text != NULL && g_utf8_strlen (text, -1) > LONG_TEXT ? text
                                                                                      : NULL);
  name_cell (item, cell->title, text != NULL ? text : "");
  if (cell->strong != NULL && cell->strong (row))
    gtk_widget_add_css_class (GTK_WIDGET (item_get_label (item)), "strong");
  else if (cell->strong != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (item_get_label (item)), "strong");
}

static void
row_changed_cb (GhRow *row, GtkListItem *item)
{
  show_row (item, row);
}

static void
cell_setup_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, Cell *cell)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *child = label;

  gtk_label_set_xalign (GTK_LABEL (label), cell->flags & GH_CELL_NUMBER ? 1 : 0);
  if (cell->flags & GH_CELL_NUMBER)
    gtk_widget_add_css_class (label, "numeric");
  if (cell->flags & GH_CELL_BOLD)
    gtk_widget_add_css_class (label, "strong");
  if (cell->flags & GH_CELL_DIM)
    gtk_widget_add_css_class (label, "dim-label");
  if (cell->flags & GH_CELL_WRAP)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    }
  else
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (cell->flags & GH_CELL_TREE)
    {
      /* The name says what the row is about: it never gives way to the figures. */
      gtk_label_set_width_chars (GTK_LABEL (label), 20);
      child = gtk_tree_expander_new ();
      gtk_tree_expander_set_child (GTK_TREE_EXPANDER (child), label);
    }
  gtk_list_item_set_child (item, child);
  g_object_set_data (G_OBJECT (item), "gh-cell", cell);
}

/* GTK has no Vietnamese for what its arrow is called. */
static void
name_arrow (GtkWidget *expander)
{
  GtkWidget *child = gtk_widget_get_first_child (expander);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (child != gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander)))
      name_widget (child, _("Open or close the group"));
}

static void
cell_bind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, Cell *cell)
{
  GhRow *row = item_get_row (item);

  if (cell->flags & GH_CELL_TREE)
    {
      gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)),
                                      gtk_list_item_get_item (item));
      name_arrow (gtk_list_item_get_child (item));
    }
  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), item, 0);
  g_object_set_data_full (G_OBJECT (item), "gh-row", g_object_ref (row), g_object_unref);
  show_row (item, row);
}

static void
cell_unbind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, Cell *cell)
{
  /* A row of a tree that has gone does not tell any more what was in it. */
  g_autoptr (GhRow) row = g_object_steal_data (G_OBJECT (item), "gh-row");

  g_signal_handlers_disconnect_by_func (row, row_changed_cb, item);
  if (cell->flags & GH_CELL_TREE)
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), NULL);
}

GtkListItemFactory *
gh_cell_factory_new (const char *title,
                     GhCellFlags flags,
                     GhCellText text,
                     GhCellStrong strong,
                     gpointer user_data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Cell *cell = g_new0 (Cell, 1);

  g_return_val_if_fail (text != NULL, NULL);

  cell->title = g_strdup (title);
  cell->flags = flags;
  cell->text = text;
  cell->strong = strong;
  cell->user_data = user_data;
  g_object_set_data_full (G_OBJECT (factory), "gh-cell", cell, cell_free);
  g_signal_connect (factory, "setup", G_CALLBACK (cell_setup_cb), cell);
  g_signal_connect (factory, "bind", G_CALLBACK (cell_bind_cb), cell);
  g_signal_connect (factory, "unbind", G_CALLBACK (cell_unbind_cb), cell);
  return factory;
}

char *
gh_cell_count (gint64 value)
{
  return value < 0 ? g_strdup ("–") : gh_number_format (value);
}

char *
gh_cell_tenths (gint64 tenths)
{
  if (tenths < 0)
    return g_strdup ("–");
  if (tenths % 10 == 0)
    return gh_number_format (tenths / 10);
  return gh_number_format_decimal ((double) tenths / 10, 1);
}
