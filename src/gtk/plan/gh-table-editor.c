/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-table-editor.h"

#include <glib/gi18n-lib.h>

#include "gh-field.h"

struct _GhTableEditor
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *box; /* the only child */

  /* Borrowed */
  GtkGrid *grid;
  GtkWidget *remove_row;
  GtkWidget *remove_column;

  guint n_rows;
  guint n_columns;
  gboolean showing;
};

enum
{
  EDITED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhTableEditor, gh_table_editor, GTK_TYPE_WIDGET)

/* (transfer full) (element-type GStrv): the cells as they are, with room for more */
static GPtrArray *
read_cells (GhTableEditor *self, guint n_rows, guint n_columns)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint row = 0; row < n_rows; row++)
    {
      char **cells = g_new0 (char *, n_columns + 1);

      for (guint column = 0; column < n_columns; column++)
        {
          GtkWidget *field = row < self->n_rows && column < self->n_columns
                               ? gtk_grid_get_child_at (self->grid, (int) column, (int) row)
                               : NULL;

          cells[column] = field != NULL ? gh_field_dup_text (GH_FIELD (field)) : g_strdup ("");
        }
      g_ptr_array_add (rows, cells);
    }
  return rows;
}

static void
emit (GhTableEditor *self, guint n_rows, guint n_columns)
{
  g_autoptr (GPtrArray) rows = read_cells (self, n_rows, n_columns);

  if (!self->showing)
    g_signal_emit (self, signals[EDITED], 0, rows);
}

static void
committed_cb (GhTableEditor *self)
{
  emit (self, self->n_rows, self->n_columns);
}

static void
row_added_cb (GhTableEditor *self)
{
  emit (self, self->n_rows + 1, self->n_columns);
}

static void
row_removed_cb (GhTableEditor *self)
{
  emit (self, self->n_rows - 1, self->n_columns);
}

static void
column_added_cb (GhTableEditor *self)
{
  emit (self, self->n_rows, self->n_columns + 1);
}

static void
column_removed_cb (GhTableEditor *self)
{
  emit (self, self->n_rows, self->n_columns - 1);
}

static void
resize (GhTableEditor *self, guint n_rows, guint n_columns)
{
  GtkWidget *child;

  if (n_rows == self->n_rows && n_columns == self->n_columns)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  self->n_rows = n_rows;
  self->n_columns = n_columns;
  gtk_widget_set_sensitive (self->remove_row, n_rows > 1);
  gtk_widget_set_sensitive (self->remove_column, n_columns > 1);
  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++)
      {
        /* Translators: accessible name of a cell of a table */
        g_autofree char *name = g_strdup_printf (_ ("Row %u, column %u"), row + 1, column + 1);
        GtkWidget *field = gh_field_new (TRUE, name);

        gtk_widget_set_hexpand (field, TRUE);
        if (row == 0)
          gtk_widget_add_css_class (field, "strong");
        g_signal_connect_swapped (field, "committed", G_CALLBACK (committed_cb), self);
        gtk_grid_attach (self->grid, field, (int) column, (int) row, 1, 1);
      }
}

void
gh_table_editor_show (GhTableEditor *self, const GPtrArray *rows)
{
  guint n_columns = 1;

  g_return_if_fail (GH_IS_TABLE_EDITOR (self));

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    n_columns = MAX (n_columns, g_strv_length (g_ptr_array_index (rows, i)));
  self->showing = TRUE;
  resize (self, rows != NULL ? MAX (rows->len, 1) : 1, n_columns);
  for (guint row = 0; rows != NULL && row < rows->len; row++)
    {
      char **cells = g_ptr_array_index (rows, row);
      guint n_cells = g_strv_length (cells);

      for (guint column = 0; column < n_columns; column++)
        gh_field_show (GH_FIELD (gtk_grid_get_child_at (self->grid, (int) column, (int) row)),
                       column < n_cells ? cells[column] : "");
    }
  self->showing = FALSE;
}

void
gh_table_editor_select (GhTableEditor *self, int row, int column, gsize start, gsize length)
{
  GtkWidget *field;

  g_return_if_fail (GH_IS_TABLE_EDITOR (self));

  field = gtk_grid_get_child_at (self->grid, MAX (column, 0), MAX (row, 0));
  if (field != NULL)
    gh_field_select (GH_FIELD (field), start, length);
}

void
gh_table_editor_flush (GhTableEditor *self)
{
  g_return_if_fail (GH_IS_TABLE_EDITOR (self));

  for (guint row = 0; row < self->n_rows; row++)
    for (guint column = 0; column < self->n_columns; column++)
      gh_field_flush (GH_FIELD (gtk_grid_get_child_at (self->grid, (int) column, (int) row)));
}

static GtkWidget *
add_button (GhTableEditor *self, GtkWidget *bar, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

static void
gh_table_editor_dispose (GObject *object)
{
  g_clear_pointer (&GH_TABLE_EDITOR (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (gh_table_editor_parent_class)->dispose (object);
}

static void
gh_table_editor_class_init (GhTableEditorClass *class)
{
  G_OBJECT_CLASS (class)->dispose = gh_table_editor_dispose;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
gh_table_editor_init (GhTableEditor *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->grid));
  add_button (self, bar, _ ("Add row"), G_CALLBACK (row_added_cb));
  self->remove_row = add_button (self, bar, _ ("Remove last row"), G_CALLBACK (row_removed_cb));
  add_button (self, bar, _ ("Add column"), G_CALLBACK (column_added_cb));
  self->remove_column =
    add_button (self, bar, _ ("Remove last column"), G_CALLBACK (column_removed_cb));
  gtk_box_append (GTK_BOX (self->box), bar);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
gh_table_editor_new (void)
{
  return g_object_new (GH_TYPE_TABLE_EDITOR, NULL);
}
