/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-column.h"

/* Rows are figures, -1 where the cell is empty. */
static gint64
figure_of (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  return *(gint64 *) gh_row_get_data (row);
}

static gint64
negated (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  gint64 figure = *(gint64 *) gh_row_get_data (row);

  return figure < 0 ? -1 : 1000 - figure;
}

static const GhColumn columns[] = {
  { .id = "one", .title = "One", .n_chars = 4, .figure = figure_of },
  { .id = "other", .title = "Other", .n_chars = 4, .figure = negated },
};

typedef struct
{
  GtkWidget *window;
  GtkColumnView *view;
  GtkSortListModel *sorted;
} Table;

static Table
open_table (GhSettings *settings)
{
  static const gint64 figures[] = { 7, -1, 0, 30, -1, 5 };
  GListStore *rows = g_list_store_new (GH_TYPE_ROW);
  Table table = { .window = gtk_window_new () };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (GhRow) row =
        gh_row_new (i + 1, g_memdup2 (&figures[i], sizeof figures[i]), g_free);

      g_list_store_append (rows, row);
    }
  table.view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_window_set_child (GTK_WINDOW (table.window), GTK_WIDGET (table.view));
  gh_columns_append (table.view, columns, 1);
  table.sorted = gtk_sort_list_model_new (G_LIST_MODEL (rows),
                                          g_object_ref (gtk_column_view_get_sorter (table.view)));
  gtk_column_view_set_model (table.view, GTK_SELECTION_MODEL (gtk_no_selection_new (
                                           g_object_ref (G_LIST_MODEL (table.sorted)))));
  gh_columns_remember (table.view, settings, "test");
  gh_columns_append (table.view, &columns[1], 1);
  return table;
}

static void
close_table (Table *table)
{
  gtk_window_destroy (GTK_WINDOW (table->window));
  g_object_unref (table->sorted);
}

static void
assert_order (const Table *table, const char *expected)
{
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (table->sorted)); i++)
    {
      g_autoptr (GhRow) row = g_list_model_get_item (G_LIST_MODEL (table->sorted), i);

      g_string_append_printf (got, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", figure_of (row, NULL));
    }
  g_assert_cmpstr (got->str, ==, expected);
}

static void
sort_by (const Table *table, const char *id, GtkSortType direction)
{
  gtk_column_view_sort_by_column (table->view, gh_column_find (table->view, id, NULL), direction);
}

/* Empty is no small figure: it comes last whichever way one looks. */
static void
test_order (void)
{
  g_autoptr (GhSettings) settings = gh_settings_new (NULL);
  Table table = open_table (settings);
  gboolean descending;

  assert_order (&table, "7 -1 0 30 -1 5");
  g_assert_null (gh_columns_get_order (table.view, &descending));
  sort_by (&table, "one", GTK_SORT_ASCENDING);
  assert_order (&table, "0 5 7 30 -1 -1");
  g_assert_cmpstr (gh_columns_get_order (table.view, &descending), ==, "one");
  g_assert_false (descending);
  sort_by (&table, "one", GTK_SORT_DESCENDING);
  assert_order (&table, "30 7 5 0 -1 -1");
  gh_columns_get_order (table.view, &descending);
  g_assert_true (descending);
  sort_by (&table, "other", GTK_SORT_ASCENDING);
  assert_order (&table, "30 7 5 0 -1 -1");
  g_assert_cmpstr (gh_columns_get_order (table.view, &descending), ==, "other");
  gh_columns_clear_order (table.view);
  assert_order (&table, "7 -1 0 30 -1 5");
  close_table (&table);
}

static void
test_remembered (void)
{
  g_autoptr (GhSettings) settings = gh_settings_new (NULL);
  Table table = open_table (settings);
  int usual = gtk_column_view_column_get_fixed_width (gh_column_find (table.view, "one", NULL));

  g_assert_cmpint (usual, >, 0);
  sort_by (&table, "other", GTK_SORT_DESCENDING);
  gtk_column_view_column_set_fixed_width (gh_column_find (table.view, "one", NULL), 123);
  gtk_column_view_column_set_fixed_width (gh_column_find (table.view, "other", NULL), 234);
  close_table (&table); /* columns that go with their table forget nothing */

  table = open_table (settings);
  assert_order (&table, "0 5 7 30 -1 -1");
  g_assert_cmpint (
    gtk_column_view_column_get_fixed_width (gh_column_find (table.view, "one", NULL)), ==, 123);
  g_assert_cmpint (
    gtk_column_view_column_get_fixed_width (gh_column_find (table.view, "other", NULL)), ==, 234);

  /* A column that is away for a while comes back with its width and its order. */
  gh_column_remove (table.view, gh_column_find (table.view, "other", NULL));
  assert_order (&table, "7 -1 0 30 -1 5");
  gh_columns_append (table.view, &columns[1], 1);
  assert_order (&table, "0 5 7 30 -1 -1");
  g_assert_cmpint (
    gtk_column_view_column_get_fixed_width (gh_column_find (table.view, "other", NULL)), ==, 234);

  /* Taken back by the clerk, it is forgotten. */
  gh_columns_clear_order (table.view);
  close_table (&table);
  table = open_table (settings);
  assert_order (&table, "7 -1 0 30 -1 5");
  close_table (&table);
}

static void
test_hostile_settings (void)
{
  g_autoptr (GhSettings) settings = gh_settings_new (NULL);
  Table table;

  gh_settings_set_int (settings, "test", "one", -5);
  gh_settings_set_int (settings, "test", "other", 1 << 30);
  gh_settings_set_string (settings, "test", "order", "no-such-column");
  table = open_table (settings);
  g_assert_cmpint (
    gtk_column_view_column_get_fixed_width (gh_column_find (table.view, "one", NULL)), >, 0);
  g_assert_cmpint (
    gtk_column_view_column_get_fixed_width (gh_column_find (table.view, "other", NULL)), <, 4000);
  assert_order (&table, "7 -1 0 30 -1 5");
  close_table (&table);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/columns/order", test_order);
  g_test_add_func ("/columns/remembered", test_remembered);
  g_test_add_func ("/columns/hostile-settings", test_hostile_settings);
  return g_test_run ();
}
