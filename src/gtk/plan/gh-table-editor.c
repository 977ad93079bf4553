/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-table-editor.h"

#include <glib/gi18n-lib.h>

#include "gh-plan.h"
#include "gh-rich-field.h"
#include "gh-table-cells.h"

struct _GhTableEditor
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *box; /* the only child */

  /* Borrowed */
  GtkGrid *grid;
  GtkWidget *remove_row;
  GtkWidget *remove_column;

  GhRichFill fill;
  guint n_rows;
  guint n_columns;
  guint row; /* of the cell that has the keyboard, or had it last */
  guint column;
  gboolean waiting; /* the keyboard goes there once the cell is shown */
  gboolean showing;
};

enum
{
  EDITED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhTableEditor, gh_table_editor, GTK_TYPE_WIDGET)

/* %NULL if there is none. */
static GhRichField *
cell_at (GhTableEditor *self, guint row, guint column)
{
  GtkWidget *cell = row < self->n_rows && column < self->n_columns
                      ? gtk_grid_get_child_at (self->grid, (int) column, (int) row)
                      : NULL;

  return cell != NULL ? GH_RICH_FIELD (cell) : NULL;
}

/* (transfer full) (element-type GPtrArray of char *): the cells as they are */
static GPtrArray *
read_cells (GhTableEditor *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint row = 0; row < self->n_rows; row++)
    {
      GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

      for (guint column = 0; column < self->n_columns; column++)
        g_ptr_array_add (cells, gh_field_dup_text (GH_FIELD (cell_at (self, row, column))));
      g_ptr_array_add (rows, cells);
    }
  return rows;
}

static void
emit (GhTableEditor *self, const GPtrArray *cells)
{
  g_autoptr (GPtrArray) rows = gh_table_cells_to_rows (cells);

  if (self->showing)
    return;
  g_object_ref (self);
  g_signal_emit (self, signals[EDITED], 0, rows);
  g_object_unref (self);
}

static void
committed_cb (GhTableEditor *self)
{
  g_autoptr (GPtrArray) cells = NULL;

  /* A cell that is taken away while others are being shown: its neighbours may be gone. */
  if (self->showing)
    return;
  cells = read_cells (self);
  emit (self, cells);
}

/* --- keyboard -------------------------------------------------------------------------------- */

static void
take_keyboard (GhTableEditor *self)
{
  GhRichField *cell = cell_at (self, self->row, self->column);

  if (!self->waiting || cell == NULL)
    return;
  self->waiting = FALSE;
  gh_rich_field_place (cell, G_MAXSIZE);
}

static gboolean
go_to (GhTableEditor *self, guint row, guint column)
{
  self->row = row;
  self->column = column;
  self->waiting = TRUE;
  take_keyboard (self);
  return TRUE;
}

static void
insert_row (GhTableEditor *self, guint at)
{
  g_autoptr (GPtrArray) cells = read_cells (self);

  g_ptr_array_insert (cells, (int) at, gh_table_cells_new_row (self->n_columns));
  self->row = at;
  self->waiting = TRUE;
  emit (self, cells);
  take_keyboard (self);
}

static void
find_cell (GhTableEditor *self, GhRichField *field, guint *row, guint *column)
{
  int left = 0, top = 0, width, height;

  gtk_grid_query_child (self->grid, GTK_WIDGET (field), &left, &top, &width, &height);
  *row = (guint) top;
  *column = (guint) left;
}

static gboolean
next_cell_cb (GhRichField *field, GhTableEditor *self)
{
  guint row, column;

  find_cell (self, field, &row, &column);
  if (column + 1 < self->n_columns)
    return go_to (self, row, column + 1);
  if (row + 1 < self->n_rows)
    return go_to (self, row + 1, 0);
  if (!gh_rich_field_get_editable (field))
    return FALSE;
  self->column = 0;
  insert_row (self, row + 1);
  return TRUE;
}

static gboolean
previous_cell_cb (GhRichField *field, GhTableEditor *self)
{
  guint row, column;

  find_cell (self, field, &row, &column);
  if (column > 0)
    return go_to (self, row, column - 1);
  return row > 0 && go_to (self, row - 1, self->n_columns - 1);
}

static gboolean
cell_above_cb (GhRichField *field, GhTableEditor *self)
{
  guint row, column;

  find_cell (self, field, &row, &column);
  return row > 0 && go_to (self, row - 1, column);
}

static gboolean
cell_below_cb (GhRichField *field, GhTableEditor *self)
{
  guint row, column;

  find_cell (self, field, &row, &column);
  return row + 1 < self->n_rows && go_to (self, row + 1, column);
}

static gboolean
entered_cb (GhRichField *field, guint offset G_GNUC_UNUSED, GhTableEditor *self)
{
  return cell_below_cb (field, self);
}

static void
focused_cb (GtkEventController *controller, GhTableEditor *self)
{
  GtkWidget *field = gtk_event_controller_get_widget (controller);

  if (!self->waiting)
    find_cell (self, GH_RICH_FIELD (field), &self->row, &self->column);
}

/* --- pasting --------------------------------------------------------------------------------- */

/* A table fills the cells; anything else becomes one line in its cell. */
static gboolean
pasted_cb (GhRichField *field,
           GPtrArray *blocks,
           guint start G_GNUC_UNUSED,
           guint end G_GNUC_UNUSED,
           GhTableEditor *self)
{
  const GhBlock *first = g_ptr_array_index (blocks, 0);
  g_autoptr (GPtrArray) cells = NULL;
  guint row, column;

  if (blocks->len != 1 || first->rows == NULL || first->rows->len == 0)
    return FALSE;
  cells = read_cells (self);
  find_cell (self, field, &row, &column);
  gh_table_cells_fill (cells, first->rows, row, column);
  emit (self, cells);
  return TRUE;
}

/* --- rows and columns ------------------------------------------------------------------------ */

/* The table may have become smaller since the keyboard was in it. */
static void
clamp_cell (GhTableEditor *self)
{
  self->row = MIN (self->row, self->n_rows - 1);
  self->column = MIN (self->column, self->n_columns - 1);
}

static void
row_added_cb (GhTableEditor *self)
{
  clamp_cell (self);
  insert_row (self, self->row + 1);
}

static void
row_removed_cb (GhTableEditor *self)
{
  g_autoptr (GPtrArray) cells = read_cells (self);

  clamp_cell (self);
  g_ptr_array_remove_index (cells, self->row);
  self->row = MIN (self->row, cells->len - 1);
  self->waiting = TRUE;
  emit (self, cells);
  take_keyboard (self);
}

static void
column_added_cb (GhTableEditor *self)
{
  g_autoptr (GPtrArray) cells = read_cells (self);

  if (self->n_columns >= GH_BLOCK_MAX_COLUMNS)
    return;
  clamp_cell (self);
  self->column++;
  for (guint row = 0; row < cells->len; row++)
    g_ptr_array_insert (g_ptr_array_index (cells, row), (int) self->column, g_strdup (""));
  self->waiting = TRUE;
  emit (self, cells);
  take_keyboard (self);
}

static void
column_removed_cb (GhTableEditor *self)
{
  g_autoptr (GPtrArray) cells = read_cells (self);

  clamp_cell (self);
  for (guint row = 0; row < cells->len; row++)
    g_ptr_array_remove_index (g_ptr_array_index (cells, row), self->column);
  self->column = MIN (self->column, self->n_columns - 2);
  self->waiting = TRUE;
  emit (self, cells);
  take_keyboard (self);
}

/* --- showing --------------------------------------------------------------------------------- */

static void
add_cell (GhTableEditor *self, guint row, guint column)
{
  /* Translators: accessible name of a cell of a table */
  g_autofree char *name = g_strdup_printf (_("Row %u, column %u"), row + 1, column + 1);
  GtkWidget *field = gh_rich_field_new (name);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gh_rich_field_set_fill (GH_RICH_FIELD (field), &self->fill);
  gtk_widget_set_hexpand (field, TRUE);
  if (row == 0)
    gtk_widget_add_css_class (field, "strong");
  g_signal_connect_swapped (field, "committed", G_CALLBACK (committed_cb), self);
  g_signal_connect (field, "indent", G_CALLBACK (next_cell_cb), self);
  g_signal_connect (field, "outdent", G_CALLBACK (previous_cell_cb), self);
  g_signal_connect (field, "leave-up", G_CALLBACK (cell_above_cb), self);
  g_signal_connect (field, "leave-down", G_CALLBACK (cell_below_cb), self);
  g_signal_connect (field, "split", G_CALLBACK (entered_cb), self);
  g_signal_connect (field, "paste-blocks", G_CALLBACK (pasted_cb), self);
  g_signal_connect (focus, "enter", G_CALLBACK (focused_cb), self);
  gtk_widget_add_controller (field, focus);
  gtk_grid_attach (self->grid, field, (int) column, (int) row, 1, 1);
}

/* Cells stay where they are, so that the keyboard stays in them. */
static void
resize (GhTableEditor *self, guint n_rows, guint n_columns)
{
  guint old_rows = self->n_rows, old_columns = self->n_columns;

  for (guint row = 0; row < old_rows; row++)
    for (guint column = 0; column < old_columns; column++)
      if (row >= n_rows || column >= n_columns)
        gtk_grid_remove (self->grid, gtk_grid_get_child_at (self->grid, (int) column, (int) row));
  self->n_rows = n_rows;
  self->n_columns = n_columns;
  gtk_widget_set_sensitive (self->remove_row, n_rows > 1);
  gtk_widget_set_sensitive (self->remove_column, n_columns > 1);
  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++)
      if (row >= old_rows || column >= old_columns)
        add_cell (self, row, column);
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
        gh_field_show (GH_FIELD (cell_at (self, row, column)),
                       column < n_cells ? cells[column] : "");
    }
  self->showing = FALSE;
  take_keyboard (self);
}

void
gh_table_editor_set_fill (GhTableEditor *self, const GhRichFill *fill)
{
  g_return_if_fail (GH_IS_TABLE_EDITOR (self));

  self->fill = *fill;
  for (guint row = 0; row < self->n_rows; row++)
    for (guint column = 0; column < self->n_columns; column++)
      gh_rich_field_set_fill (cell_at (self, row, column), fill);
}

void
gh_table_editor_select (GhTableEditor *self, int row, int column, gsize start, gsize length)
{
  GhRichField *cell;

  g_return_if_fail (GH_IS_TABLE_EDITOR (self));

  cell = cell_at (self, (guint) MAX (row, 0), (guint) MAX (column, 0));
  if (cell != NULL)
    gh_field_select (GH_FIELD (cell), start, length);
}

void
gh_table_editor_highlight (GhTableEditor *self,
                           const GhFind *find,
                           int row,
                           int column,
                           gsize start)
{
  g_return_if_fail (GH_IS_TABLE_EDITOR (self));

  for (guint r = 0; r < self->n_rows; r++)
    for (guint c = 0; c < self->n_columns; c++)
      gh_rich_field_highlight (cell_at (self, r, c), find,
                               (int) r == row && (int) c == column ? start : G_MAXSIZE);
}

void
gh_table_editor_flush (GhTableEditor *self)
{
  g_return_if_fail (GH_IS_TABLE_EDITOR (self));

  for (guint row = 0; row < self->n_rows; row++)
    for (guint column = 0; column < self->n_columns; column++)
      gh_field_flush (GH_FIELD (cell_at (self, row, column)));
}

/* --- class ----------------------------------------------------------------------------------- */

/* The keyboard stays in the cell that the button is about. */
static GtkWidget *
add_button (GhTableEditor *self, GtkWidget *bar, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_focus_on_click (button, FALSE);
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
  add_button (self, bar, _("Add row"), G_CALLBACK (row_added_cb));
  self->remove_row = add_button (self, bar, _("Remove row"), G_CALLBACK (row_removed_cb));
  add_button (self, bar, _("Add column"), G_CALLBACK (column_added_cb));
  self->remove_column = add_button (self, bar, _("Remove column"), G_CALLBACK (column_removed_cb));
  gtk_box_append (GTK_BOX (self->box), bar);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
gh_table_editor_new (void)
{
  return g_object_new (GH_TYPE_TABLE_EDITOR, NULL);
}
