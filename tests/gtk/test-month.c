/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-edits.h"
#include "gh-month-grid.h"
#include "gh-settings.h"
#include "window-fixture.h"

/* The month is made anew after each change; the keyboard stays where it was. */

static void
set_up_month (Fixture *fixture, gconstpointer page)
{
  set_up (fixture, "overview");
  gh_settings_set_int (gh_settings_of (GTK_WIDGET (fixture->window)), "calendar", "view", 0);
  gh_window_show_page (fixture->window, page);
  spin (300);
}

/* The first button about an activity. */
static GtkWidget *
find_chip (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && g_object_get_data (G_OBJECT (widget), "gh-id") != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_POPOVER (child) ? NULL : find_chip (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
focus_of (Fixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

static void
test_keyboard_stays (Fixture *fixture, gconstpointer page G_GNUC_UNUSED)
{
  GtkWidget *grid = find (GTK_WIDGET (gh_window_get_page (fixture->window)), GH_TYPE_MONTH_GRID);
  GtkWidget *chip = find_chip (grid);
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_nonnull (chip);
  id = *(const gint64 *) g_object_get_data (G_OBJECT (chip), "gh-id");
  gtk_widget_grab_focus (chip);
  gh_edit_set_activity_state (fixture->workspace, id, GH_ACTIVITY_CANCELLED, &error);
  g_assert_no_error (error);
  spin (100);
  g_assert_true (GTK_IS_BUTTON (focus_of (fixture)));
  g_assert_cmpint (*(const gint64 *) g_object_get_data (G_OBJECT (focus_of (fixture)), "gh-id"), ==,
                   id);

  /* What had it is deleted: it stays in the month. */
  gh_edit_delete_activity (fixture->workspace, id, &error);
  g_assert_no_error (error);
  spin (100);
  g_assert_nonnull (focus_of (fixture));
  g_assert_true (gtk_widget_is_ancestor (focus_of (fixture), grid));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  spin (100);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_setenv ("GIOTHONG_TODAY", "2027-02-20", TRUE);
  g_test_add ("/month/keyboard", Fixture, "calendar", set_up_month, test_keyboard_stays, tear_down);
  return g_test_run ();
}
