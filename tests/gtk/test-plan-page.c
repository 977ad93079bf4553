/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-page-view.h"
#include "window-fixture.h"

/* The panes of the plan page. */

static void
set_up_plan (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  set_up (fixture, "plan");
}

/* Who goes to the pages with the keyboard goes on reading where they are. */
static void
test_pages_stay (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *page = GTK_WIDGET (gh_window_get_page (fixture->window));
  GtkWidget *view = find (page, GH_TYPE_PAGE_VIEW);
  GtkWidget *scrolled = gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  for (int i = 0; i < 500 && gtk_adjustment_get_upper (place) < 1500; i++)
    spin (10);
  g_assert_cmpfloat (gtk_adjustment_get_upper (place), >=, 1500);
  for (double wanted = 0; wanted < 300; wanted += 200)
    {
      gtk_adjustment_set_value (place, wanted);
      gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
      gtk_widget_grab_focus (view);
      spin (400);
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == view);
      g_assert_cmpfloat (gtk_adjustment_get_value (place), ==, wanted);
    }
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  spin (300);
}

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "none", TRUE); /* the bus says things on standard output */
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/plan-page/pages-stay", Fixture, NULL, set_up_plan, test_pages_stay, tear_down);
  return g_test_run ();
}
