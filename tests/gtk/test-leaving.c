/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-allocate-dialog.h"
#include "gh-field.h"
#include "gh-quota-cell.h"
#include "window-fixture.h"

/* A window goes while something is being typed: what was typed is saved, and nothing that was to
 * happen a moment later happens to what has gone. */

/* Letters in the first field of the plan: the short name of the campaign. */
static void
type_name (Fixture *fixture)
{
  GtkWidget *field = find (GTK_WIDGET (gh_window_get_page (fixture->window)), GH_TYPE_FIELD);
  GtkWidget *entry = find (field, GTK_TYPE_ENTRY);

  gtk_widget_grab_focus (field);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Hồng mới");
}

static void
assert_name (Fixture *fixture)
{
  g_assert_cmpstr (gh_workspace_get_dossier (fixture->workspace)->campaign->name, ==, "Hồng mới");
}

static void
test_close_field (Fixture *fixture, gconstpointer page G_GNUC_UNUSED)
{
  type_name (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  assert_name (fixture);
  spin (1000);
}

static void
test_close_file (Fixture *fixture, gconstpointer page G_GNUC_UNUSED)
{
  type_name (fixture);
  gh_window_set_workspace (fixture->window, NULL);
  assert_name (fixture);
  spin (1000);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  spin (100);
}

/* A figure in the first cell of the table. */
static void
type_quota (Fixture *fixture)
{
  GtkWidget *cell = find (GTK_WIDGET (gh_window_get_page (fixture->window)), GH_TYPE_QUOTA_CELL);

  gtk_widget_grab_focus (cell);
  gh_quota_cell_edit (GH_QUOTA_CELL (cell), "7654");
}

static void
assert_quota (Fixture *fixture)
{
  const GPtrArray *quotas = gh_workspace_get_dossier (fixture->workspace)->quotas;
  guint n = 0;

  for (guint i = 0; i < quotas->len; i++)
    n += ((const GhQuota *) g_ptr_array_index (quotas, i))->value == 7654;
  g_assert_cmpuint (n, ==, 1);
}

static void
test_close_cell (Fixture *fixture, gconstpointer page G_GNUC_UNUSED)
{
  type_quota (fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  assert_quota (fixture);
  spin (500);
}

static void
test_close_file_cell (Fixture *fixture, gconstpointer page G_GNUC_UNUSED)
{
  type_quota (fixture);
  gh_window_set_workspace (fixture->window, NULL);
  assert_quota (fixture);
  spin (500);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  spin (100);
}

static void
test_close (Fixture *fixture, gconstpointer page G_GNUC_UNUSED)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  spin (100);
}

static void
test_close_dialog (Fixture *fixture, gconstpointer page G_GNUC_UNUSED)
{
  GtkWidget *widget = GTK_WIDGET (gh_window_get_page (fixture->window));
  GtkWidget *dialog = GTK_WIDGET (gh_allocate_dialog_new (widget, fixture->workspace, 0));
  GtkWidget *rule;
  GtkWidget *cell;

  gtk_window_present (GTK_WINDOW (dialog));
  spin (300);
  rule = find (gtk_window_get_child (GTK_WINDOW (dialog)), GTK_TYPE_DROP_DOWN);
  do
    rule = gtk_widget_get_next_sibling (rule);
  while (!GTK_IS_DROP_DOWN (rule));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (rule), 3); /* by weights */
  spin (300);
  cell = find (gtk_window_get_child (GTK_WINDOW (dialog)), GH_TYPE_QUOTA_CELL);
  gtk_widget_grab_focus (cell);
  gh_quota_cell_edit (GH_QUOTA_CELL (cell), "5");
  gtk_window_destroy (GTK_WINDOW (dialog));
  spin (500);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  spin (100);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/leaving/overview", Fixture, "overview", set_up, test_close, tear_down);
  g_test_add ("/leaving/plan", Fixture, "plan", set_up, test_close, tear_down);
  g_test_add ("/leaving/units", Fixture, "units", set_up, test_close, tear_down);
  g_test_add ("/leaving/calendar", Fixture, "calendar", set_up, test_close, tear_down);
  g_test_add ("/leaving/reports", Fixture, "reports", set_up, test_close, tear_down);
  g_test_add ("/leaving/field/window", Fixture, "plan", set_up, test_close_field, tear_down);
  g_test_add ("/leaving/field/file", Fixture, "plan", set_up, test_close_file, tear_down);
  g_test_add ("/leaving/cell/window", Fixture, "units", set_up, test_close_cell, tear_down);
  g_test_add ("/leaving/cell/file", Fixture, "units", set_up, test_close_file_cell, tear_down);
  g_test_add ("/leaving/dialog", Fixture, "units", set_up, test_close_dialog, tear_down);
  return g_test_run ();
}
