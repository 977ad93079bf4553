/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-column.h"

#include <string.h>

/* Around the text of a head: padding, and the arrow that shows the order. */
#define HEAD_ROOM 30
#define CELL_ROOM 18

/* Id of the two rows that ask the columns of a view which of them order it. */
#define PROBE_ID G_MININT64

/* What a view and its columns know together. */
typedef struct
{
  GhSettings *settings; /* (nullable) */
  char *group;
  const char *order; /* id of the column that orders first, NULL = none; interned */
  gboolean descending;
  gboolean removing; /* a column is going; its order stays remembered */
} Keeper;

/* What hangs on a column. */
typedef struct
{
  GhColumn column; /* id interned, no title */
  Keeper *keeper;
  gboolean descending;
} Head;

typedef struct
{
  const Head *asked; /* the head whose direction is wanted */
  const Head *first; /* the head that was compared by first */
} Probe;

static void
keeper_clear (gpointer data)
{
  Keeper *keeper = data;

  g_clear_object (&keeper->settings);
  g_clear_pointer (&keeper->group, g_free);
}

static void
keeper_unref (gpointer keeper)
{
  g_rc_box_release_full (keeper, keeper_clear);
}

static void
head_free (gpointer data)
{
  Head *head = data;

  keeper_unref (head->keeper);
  g_free (head);
}

static Head *
head_of (GtkColumnViewColumn *column)
{
  return g_object_get_data (G_OBJECT (column), "gh-head");
}

/* --- order ----------------------------------------------------------------------------------- */

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Head *head = user_data;
  const GhColumn *column = &head->column;
  GhRow *one = (GhRow *) a, *other = (GhRow *) b;
  gint64 figure, other_figure;

  if (gh_row_get_id (one) == PROBE_ID)
    {
      Probe *probe = gh_row_get_data (one);

      if (probe->first == NULL)
        probe->first = head;
      return head == probe->asked ? 1 : 0;
    }
  if (column->key != NULL)
    return g_strcmp0 (column->key (one, column->user_data), column->key (other, column->user_data));
  figure = column->figure (one, column->user_data);
  other_figure = column->figure (other, column->user_data);
  if ((figure < 0) != (other_figure < 0))
    return (figure < 0) != head->descending ? 1 : -1;
  return (figure > other_figure) - (figure < other_figure);
}

/* GTK 4.8 does not say by which column a view is ordered, so two rows of ours are compared. */
static const Head *
ask_order (GtkColumnView *view, const Head *asked, GtkOrdering *direction)
{
  Probe probe = { .asked = asked };
  g_autoptr (GhRow) one = gh_row_new (PROBE_ID, &probe, NULL);
  g_autoptr (GhRow) other = gh_row_new (PROBE_ID, &probe, NULL);

  *direction = gtk_sorter_compare (gtk_column_view_get_sorter (view), one, other);
  return probe.first;
}

static void
order_changed_cb (GtkColumnView *view)
{
  Keeper *keeper = g_object_get_data (G_OBJECT (view), "gh-keeper");
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkOrdering direction;
  const Head *first = ask_order (view, NULL, &direction);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      Head *head = head_of (column);

      if (head == NULL)
        continue;
      ask_order (view, head, &direction);
      head->descending = direction == GTK_ORDERING_SMALLER;
    }
  keeper->order = first != NULL ? first->column.id : NULL;
  keeper->descending = first != NULL && first->descending;
  /* Columns also go one by one when their view does. */
  if (first == NULL || keeper->removing || keeper->settings == NULL ||
      gtk_widget_get_root (GTK_WIDGET (view)) == NULL)
    return;
  gh_settings_set_string (keeper->settings, keeper->group, "order", first->column.id);
  gh_settings_set_int (keeper->settings, keeper->group, "order-descending", first->descending);
}

static Keeper *
keeper_of (GtkColumnView *view)
{
  Keeper *keeper = g_object_get_data (G_OBJECT (view), "gh-keeper");

  if (keeper != NULL)
    return keeper;
  keeper = g_rc_box_new0 (Keeper);
  g_object_set_data_full (G_OBJECT (view), "gh-keeper", keeper, keeper_unref);
  /* Before any model listens: an order is known before rows are compared by it. */
  g_signal_connect_object (gtk_column_view_get_sorter (view), "changed",
                           G_CALLBACK (order_changed_cb), view, G_CONNECT_SWAPPED);
  return keeper;
}

const char *
gh_columns_get_order (GtkColumnView *view, gboolean *descending)
{
  const Keeper *keeper = keeper_of (view);

  *descending = keeper->descending;
  return keeper->order;
}

void
gh_columns_clear_order (GtkColumnView *view)
{
  Keeper *keeper = keeper_of (view);

  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  if (keeper->settings != NULL)
    gh_settings_set_string (keeper->settings, keeper->group, "order", NULL);
}

/* --- widths ---------------------------------------------------------------------------------- */

static int
text_width (GtkWidget *widget, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* Room for the head and for the figures, at the text size of the screen. */
static int
usual_width (GtkColumnView *view, const GhColumn *column)
{
  g_autofree char *figures = g_strnfill ((gsize) column->n_chars, '0');

  return MAX (text_width (GTK_WIDGET (view), column->title) + HEAD_ROOM,
              text_width (GTK_WIDGET (view), figures) + CELL_ROOM);
}

static void
width_changed_cb (GtkColumnViewColumn *column)
{
  Head *head = head_of (column);

  if (head->keeper->settings != NULL && gtk_column_view_column_get_fixed_width (column) > 0)
    gh_settings_set_int (head->keeper->settings, head->keeper->group, head->column.id,
                         gtk_column_view_column_get_fixed_width (column));
}

static void
restore_column (GtkColumnView *view, GtkColumnViewColumn *column)
{
  const Head *head = head_of (column);
  const Keeper *keeper = head->keeper;
  g_autofree char *order = gh_settings_get_string (keeper->settings, keeper->group, "order");
  int width = gh_settings_get_int (keeper->settings, keeper->group, head->column.id, -1);

  if (width > 0 && width < 4000)
    gtk_column_view_column_set_fixed_width (column, width);
  if (keeper->order == NULL && g_strcmp0 (order, head->column.id) == 0)
    {
      gboolean descending =
        gh_settings_get_int (keeper->settings, keeper->group, "order-descending", FALSE);

      gtk_column_view_sort_by_column (view, column,
                                      descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
}

void
gh_columns_remember (GtkColumnView *view, GhSettings *settings, const char *group)
{
  Keeper *keeper = keeper_of (view);
  GListModel *columns = gtk_column_view_get_columns (view);

  g_return_if_fail (GH_IS_SETTINGS (settings));

  g_set_object (&keeper->settings, settings);
  g_free (keeper->group);
  keeper->group = g_strdup (group);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (head_of (column) != NULL)
        restore_column (view, column);
    }
}

void
gh_columns_set_name (GtkColumnView *view, const char *name)
{
  GtkWidget *parts[] = { GTK_WIDGET (view), gtk_widget_get_last_child (GTK_WIDGET (view)) };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parts[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

/* --- columns --------------------------------------------------------------------------------- */

static char *
figure_text (GhRow *row, gpointer user_data)
{
  const Head *head = user_data;

  return gh_cell_count (head->column.figure (row, head->column.user_data));
}

static GtkListItemFactory *
make_factory (Head *head, const char *title)
{
  const GhColumn *column = &head->column;

  if (column->text != NULL)
    return gh_cell_factory_new (title, column->flags, column->text, column->strong,
                                column->user_data);
  return gh_cell_factory_new (title, column->flags | GH_CELL_NUMBER, figure_text, column->strong,
                              head);
}

/* Heads of figures stand over their right edge. GTK has no property for that; its widgets of the
 * head are looked for, and left alone where they are others. */
static void
align_head (GtkColumnView *view, guint position)
{
  GtkWidget *title = gtk_widget_get_first_child (GTK_WIDGET (view));

  title = title != NULL ? gtk_widget_get_first_child (title) : NULL;
  for (guint i = 0; i < position && title != NULL; i++)
    title = gtk_widget_get_next_sibling (title);
  title = title != NULL ? gtk_widget_get_first_child (title) : NULL;
  if (GTK_IS_BOX (title))
    gtk_widget_set_halign (title, GTK_ALIGN_END);
}

GtkColumnViewColumn *
gh_column_insert (GtkColumnView *view,
                  guint position,
                  const GhColumn *column,
                  GtkListItemFactory *factory)
{
  g_autoptr (GtkColumnViewColumn) made = NULL;
  GListModel *columns = gtk_column_view_get_columns (view);
  Head *head = g_new0 (Head, 1);

  head->column = *column;
  head->column.id = g_intern_string (column->id);
  head->column.title = NULL;
  head->keeper = g_rc_box_acquire (keeper_of (view));
  made = gtk_column_view_column_new (
    column->title, factory != NULL ? factory : make_factory (head, column->title));
  g_object_set_data_full (G_OBJECT (made), "gh-head", head, head_free);
  gtk_column_view_column_set_resizable (made, TRUE);
  if (column->n_chars > 0)
    gtk_column_view_column_set_fixed_width (made, usual_width (view, column));
  else
    gtk_column_view_column_set_expand (made, TRUE);
  if (column->figure != NULL || column->key != NULL)
    {
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, head, NULL));

      gtk_column_view_column_set_sorter (made, sorter);
    }
  position = MIN (position, g_list_model_get_n_items (columns));
  gtk_column_view_insert_column (view, position, made);
  if (column->flags & GH_CELL_NUMBER || column->text == NULL)
    align_head (view, position);
  if (head->keeper->settings != NULL)
    restore_column (view, made);
  g_signal_connect (made, "notify::fixed-width", G_CALLBACK (width_changed_cb), NULL);
  /* The view holds it from now on. */
  return made;
}

void
gh_columns_append (GtkColumnView *view, const GhColumn *columns, guint n)
{
  for (guint i = 0; i < n; i++)
    gh_column_insert (view, G_MAXUINT, &columns[i], NULL);
}

const char *
gh_column_get_id (GtkColumnViewColumn *column)
{
  return head_of (column)->column.id;
}

GtkColumnViewColumn *
gh_column_find (GtkColumnView *view, const char *id, guint *position)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gh_column_get_id (column), id) != 0)
        continue;
      if (position != NULL)
        *position = i;
      return column;
    }
  return NULL;
}

void
gh_column_remove (GtkColumnView *view, GtkColumnViewColumn *column)
{
  Keeper *keeper = keeper_of (view);

  keeper->removing = TRUE;
  gtk_column_view_remove_column (view, column);
  keeper->removing = FALSE;
}
