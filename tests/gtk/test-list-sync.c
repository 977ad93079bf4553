/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

#include "gh-list-sync.h"

static gint64
get_id (gconstpointer thing)
{
  return GPOINTER_TO_INT (thing);
}

/* A row with a button inside, made anew each time, as the to-do list does. */
static void
show (GtkListBoxRow *row, gconstpointer thing, gpointer user_data)
{
  g_autofree char *text = g_strdup_printf ("%d", GPOINTER_TO_INT (thing));

  gtk_list_box_row_set_child (row, gtk_button_new_with_label (text));
  if (user_data != NULL)
    ++*(guint *) user_data;
}

/* @ids: up to a 0 */
static void
sync_ids (GtkListBox *list, const int *ids)
{
  g_autoptr (GPtrArray) things = g_ptr_array_new ();
  guint n_shown = 0;

  for (; *ids != 0; ids++)
    g_ptr_array_add (things, GINT_TO_POINTER (*ids));
  gh_list_sync (list, things, get_id, show, &n_shown);
  g_assert_cmpuint (n_shown, ==, things->len);
  for (guint i = 0; i < things->len; i++)
    g_assert_cmpint (gh_list_row_id (gtk_list_box_get_row_at_index (list, (int) i)), ==,
                     get_id (g_ptr_array_index (things, i)));
  g_assert_null (gtk_list_box_get_row_at_index (list, (int) things->len));
}

static void
test_rows_stay (void)
{
  GtkListBox *list = g_object_ref_sink (GTK_LIST_BOX (gtk_list_box_new ()));
  GtkListBoxRow *second;

  sync_ids (list, (const int[]){ 1, 2, 3, 0 });
  second = gh_list_find (list, 2);
  gtk_list_box_select_row (list, second);
  sync_ids (list, (const int[]){ 3, 5, 2, 0 });
  g_assert_true (gh_list_find (list, 2) == second);
  g_assert_cmpint (gh_list_selected_id (list), ==, 2);

  /* The neighbour is selected in place of what went: the one below, at the end the one above. */
  sync_ids (list, (const int[]){ 3, 5, 0 });
  g_assert_cmpint (gh_list_selected_id (list), ==, 5);
  gtk_list_box_select_row (list, gh_list_find (list, 3));
  sync_ids (list, (const int[]){ 4, 5, 0 });
  g_assert_cmpint (gh_list_selected_id (list), ==, 5);
  sync_ids (list, (const int[]){ 0 });
  g_assert_cmpint (gh_list_selected_id (list), ==, 0);
  g_assert_null (gh_list_find (list, 5));
  g_object_unref (list);
}

static gint64
focused_id (GtkWidget *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  GtkWidget *row = focus == NULL || GTK_IS_LIST_BOX_ROW (focus)
                     ? focus
                     : gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);

  return row != NULL ? gh_list_row_id (GTK_LIST_BOX_ROW (row)) : 0;
}

static void
test_keyboard_stays (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (list));
  sync_ids (list, (const int[]){ 1, 2, 3, 0 });
  gtk_window_present (GTK_WINDOW (window));

  /* On a row that moves, in a row that is filled anew, on a row that goes. */
  gtk_widget_grab_focus (GTK_WIDGET (gh_list_find (list, 2)));
  sync_ids (list, (const int[]){ 3, 2, 1, 0 });
  g_assert_cmpint (focused_id (window), ==, 2);
  gtk_widget_grab_focus (gtk_list_box_row_get_child (gh_list_find (list, 2)));
  sync_ids (list, (const int[]){ 3, 2, 1, 0 });
  g_assert_cmpint (focused_id (window), ==, 2);
  sync_ids (list, (const int[]){ 3, 1, 0 });
  g_assert_cmpint (focused_id (window), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "none", TRUE); /* the bus says things on standard output */
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gtk/list-sync/rows-stay", test_rows_stay);
  g_test_add_func ("/gtk/list-sync/keyboard-stays", test_keyboard_stays);
  return g_test_run ();
}
