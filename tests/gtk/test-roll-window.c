/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-edits.h"
#include "gh-roll-window.h"
#include "window-fixture.h"

/* The list of what a new year changes: what was ticked there is not lost by a key. */

static void
set_up_overview (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  set_up (fixture, "overview");
}

static void
wait_for_list (GtkWidget *window)
{
  for (int i = 0; i < 1000 && !gtk_widget_get_sensitive (get_child (window, "accept")); i++)
    spin (10);
  g_assert_true (gtk_widget_get_sensitive (get_child (window, "accept")));
}

static GtkWidget *
present (Fixture *fixture)
{
  GtkWidget *window;

  gh_roll_window_present (GTK_WIDGET (fixture->window), fixture->workspace);
  window = find_window (GH_TYPE_ROLL_WINDOW);
  wait_for_list (window);
  return window;
}

/* Enter on a line; the first one is a heading. */
static void
toggle (GtkWidget *window, guint line)
{
  g_signal_emit_by_name (get_child (window, "view"), "activate", line);
}

static char *
dup_counts (GtkWidget *window)
{
  return g_strdup (gtk_label_get_text (GTK_LABEL (get_child (window, "counts"))));
}

/* The button of the question that is on screen. */
static void
answer (int button)
{
  GtkWidget *question = find_window (GTK_TYPE_WINDOW);
  GtkWidget *child;

  g_assert_nonnull (question);
  child = gtk_widget_get_parent (find (question, GTK_TYPE_BUTTON));
  for (child = gtk_widget_get_first_child (child); button > 0; button--)
    child = gtk_widget_get_next_sibling (child);
  g_signal_emit_by_name (child, "clicked");
  spin (100);
}

/* Who unticked something is asked; who did not, or took it back, is not. */
static void
test_leave (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = present (fixture);
  g_autofree char *counts = NULL;
  g_autofree char *kept = NULL;

  toggle (window, 1);
  toggle (window, 1);
  gtk_window_close (GTK_WINDOW (window));
  spin (100);
  g_assert_null (find_window (GH_TYPE_ROLL_WINDOW));

  window = present (fixture);
  toggle (window, 1);
  counts = dup_counts (window);
  gtk_window_close (GTK_WINDOW (window));
  spin (100);
  answer (0);
  g_assert_true (find_window (GH_TYPE_ROLL_WINDOW) == window);
  kept = dup_counts (window);
  g_assert_cmpstr (kept, ==, counts);
  gtk_window_close (GTK_WINDOW (window));
  spin (100);
  answer (1);
  g_assert_null (find_window (GH_TYPE_ROLL_WINDOW));
  close_all (fixture);
}

/* Another year, and back: what was unticked stays so. */
static void
test_year (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const int others[] = { 2030, 2027 }; /* there is no list for the old campaign's own */
  GtkWidget *window = present (fixture);
  GtkSpinButton *year = GTK_SPIN_BUTTON (get_child (window, "year"));
  g_autofree char *before = NULL;
  g_autofree char *counts = NULL;
  g_autofree char *again = NULL;

  before = dup_counts (window);
  toggle (window, 1);
  counts = dup_counts (window);
  g_assert_cmpstr (counts, !=, before);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      gtk_spin_button_set_value (year, others[i]);
      spin (10);
      gtk_spin_button_set_value (year, 2028);
      g_assert_false (gtk_widget_get_sensitive (get_child (window, "accept")));
      wait_for_list (window);
      g_free (again);
      again = dup_counts (window);
      g_assert_cmpstr (again, ==, counts);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  close_all (fixture);
}

/* Where nothing is to be looked at, the short list says so. */
static void
test_nothing (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *window;

  g_assert_true (gh_edit_new_campaign (fixture->workspace, "empty", 2029, &error));
  g_assert_no_error (error);
  window = present (fixture);
  g_assert_false (gtk_widget_get_visible (get_child (window, "nothing")));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_child (window, "only_look")), TRUE);
  g_assert_true (gtk_widget_get_visible (get_child (window, "nothing")));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_child (window, "only_look")), FALSE);
  g_assert_false (gtk_widget_get_visible (get_child (window, "nothing")));
  gtk_window_destroy (GTK_WINDOW (window));
  close_all (fixture);
}

int
main (int argc, char *argv[])
{
  g_setenv ("GIOTHONG_TODAY", "2027-02-20", TRUE);
  g_setenv ("GTK_A11Y", "none", TRUE); /* the bus says things on standard output */
  gtk_test_init (&argc, &argv, NULL);
#define ADD(path, function)                                                                        \
  g_test_add ("/roll-window/" path, Fixture, NULL, set_up_overview, function, tear_down)
  ADD ("leave", test_leave);
  ADD ("year", test_year);
  ADD ("nothing", test_nothing);
  return g_test_run ();
}
