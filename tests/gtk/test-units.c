/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-allocate-dialog.h"
#include "gh-column.h"
#include "gh-edits.h"
#include "gh-settings.h"
#include "gh-units-table.h"
#include "window-fixture.h"

/* The table of units and the window for allocating. */

/* With the columns of settings that were kept by an earlier run. */
static void
set_up_columns (Fixture *fixture, gconstpointer page)
{
  set_up (fixture, "overview");
  gh_settings_set_int (gh_settings_of (GTK_WIDGET (fixture->window)), "units", "extra-columns",
                       0xffff);
  gh_window_show_page (fixture->window, page);
  spin (300);
}

static void
test_kept_columns (Fixture *fixture, gconstpointer page G_GNUC_UNUSED)
{
  GtkWidget *content = GTK_WIDGET (gh_window_get_page (fixture->window));
  GtkColumnView *view = GTK_COLUMN_VIEW (find (content, GTK_TYPE_COLUMN_VIEW));
  int minimum;

  g_assert_nonnull (gh_column_find (view, "quota-articles", NULL));
  g_assert_nonnull (gh_column_find (view, "quota-organ-pledges", NULL));
  /* Copied and pasted cells, and the arrow keys, count on the order of the columns. */
  g_assert_false (gtk_column_view_get_reorderable (view));
  /* However many totals there are, the window is no wider for them. */
  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, 800);
  gh_settings_set_int (gh_settings_of (content), "units", "extra-columns", 0);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  spin (100);
}

static const char *
figure_of (GtkWidget *cell)
{
  return gtk_label_get_text (GTK_LABEL (find (cell, GTK_TYPE_LABEL)));
}

/* The cell of weights that has the keyboard. */
static GtkWidget *
focused_cell (GtkWidget *dialog)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (dialog));

  g_assert_true (GH_IS_QUOTA_CELL (focus));
  return focus;
}

static void
test_weights (Fixture *fixture, gconstpointer page G_GNUC_UNUSED)
{
  GtkWidget *widget = GTK_WIDGET (gh_window_get_page (fixture->window));
  GtkWidget *dialog = GTK_WIDGET (gh_allocate_dialog_new (widget, fixture->workspace, 0));
  GtkWidget *rule;
  GtkWidget *first;

  gtk_window_present (GTK_WINDOW (dialog));
  spin (300);
  rule = find (gtk_window_get_child (GTK_WINDOW (dialog)), GTK_TYPE_DROP_DOWN);
  do
    rule = gtk_widget_get_next_sibling (rule);
  while (!GTK_IS_DROP_DOWN (rule));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (rule), 3);
  spin (300);
  first = find (gtk_window_get_child (GTK_WINDOW (dialog)), GH_TYPE_QUOTA_CELL);
  gtk_widget_grab_focus (first);

  /* The arrows lead from unit to unit. */
  g_signal_emit_by_name (first, "move", 0, 1, FALSE);
  g_assert_true (focused_cell (dialog) != first);
  g_signal_emit_by_name (focused_cell (dialog), "move", 0, -1, FALSE);
  g_assert_true (focused_cell (dialog) == first);
  g_signal_emit_by_name (first, "move", 0, -1, FALSE);
  g_assert_true (focused_cell (dialog) == first);

  /* A column from a spreadsheet goes into the units from here on, or not at all. */
  g_signal_emit_by_name (first, "pasted", "3\n1.200\n");
  g_assert_cmpstr (figure_of (first), ==, "3");
  g_signal_emit_by_name (first, "move", 0, 1, FALSE);
  g_assert_cmpstr (figure_of (focused_cell (dialog)), ==, "1.200");
  g_signal_emit_by_name (first, "pasted", "5\nx\n");
  g_assert_cmpstr (figure_of (first), ==, "3");

  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  spin (100);
}

static void
count_cb (guint *n)
{
  ++*n;
}

/* All branches at once: a table that followed each of them took half a minute with 11,000 units. */
static void
test_collapse (Fixture *fixture, gconstpointer page G_GNUC_UNUSED)
{
  GtkWidget *content = GTK_WIDGET (gh_window_get_page (fixture->window));
  GhUnitsTable *table = GH_UNITS_TABLE (find (content, GH_TYPE_UNITS_TABLE));
  GtkColumnView *view = GTK_COLUMN_VIEW (find (content, GTK_TYPE_COLUMN_VIEW));
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (view));
  guint n_all = g_list_model_get_n_items (rows);
  guint n_changes = 0;

  g_signal_connect_swapped (rows, "items-changed", G_CALLBACK (count_cb), &n_changes);
  gh_units_table_set_expanded (table, FALSE);
  g_assert_cmpuint (g_list_model_get_n_items (rows), <, n_all / 2);
  g_assert_cmpuint (n_changes, <=, 2);
  gh_units_table_set_expanded (table, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, n_all);
  g_assert_cmpuint (n_changes, <=, 4);
  g_signal_handlers_disconnect_by_func (rows, count_cb, &n_changes);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  spin (100);
}

static void
count_folded (GListModel *rows, guint *n_folded, guint *n_open)
{
  *n_folded = *n_open = 0;
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);

      if (gtk_tree_list_row_is_expandable (row))
        *(gtk_tree_list_row_get_expanded (row) ? n_open : n_folded) += 1;
    }
}

/* A leaf that gets a part of its own wants a new tree; what was folded and open stays so. */
static void
test_new_branch (Fixture *fixture, gconstpointer page G_GNUC_UNUSED)
{
  GtkWidget *content = GTK_WIDGET (gh_window_get_page (fixture->window));
  GtkColumnView *view = GTK_COLUMN_VIEW (find (content, GTK_TYPE_COLUMN_VIEW));
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (view));
  const GhDossier *dossier = gh_workspace_get_dossier (fixture->workspace);
  const GhUnit *last = g_ptr_array_index (dossier->units, dossier->units->len - 1);
  g_autoptr (GhUnit) unit = gh_unit_new ("Tổ dân phố mẫu 9");
  g_autoptr (GtkTreeListRow) first = NULL;
  guint n_folded;
  guint n_open;
  guint n_before;

  count_folded (rows, &n_folded, &n_before);
  g_assert_cmpuint (n_folded, ==, 0); /* all is open at first */
  g_assert_cmpuint (n_before, >, 2);
  first = g_list_model_get_item (rows, 0);
  g_assert_true (gtk_tree_list_row_is_expandable (first));
  gtk_tree_list_row_set_expanded (first, FALSE);
  count_folded (rows, &n_folded, &n_before);
  unit->parent_id = last->id;
  g_assert_true (gh_edit_save_unit (fixture->workspace, unit, NULL));
  spin (300);
  count_folded (rows, &n_folded, &n_open);
  g_assert_cmpuint (n_folded, ==, 1);
  g_assert_cmpuint (n_open, ==, n_before + 1);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  spin (100);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/units/kept-columns", Fixture, "units", set_up_columns, test_kept_columns,
              tear_down);
  g_test_add ("/units/collapse", Fixture, "units", set_up, test_collapse, tear_down);
  g_test_add ("/units/new-branch", Fixture, "units", set_up, test_new_branch, tear_down);
  g_test_add ("/units/weights", Fixture, "units", set_up, test_weights, tear_down);
  return g_test_run ();
}
