/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-bar-layout.h"

#define N_CHILDREN 5
#define HEIGHT     20

static const int widths[N_CHILDREN] = { 100, 50, 120, 80, 60 };

/* A bar of bare widgets; the third takes what is left. */
static GtkWidget *
make_bar (GtkWidget **children)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (bar, g_object_new (GH_TYPE_BAR_LAYOUT, "spacing", 10, NULL));
  for (int i = 0; i < N_CHILDREN; i++)
    {
      children[i] = gtk_label_new (NULL);
      gtk_widget_set_size_request (children[i], widths[i], HEIGHT);
      gtk_box_append (GTK_BOX (bar), children[i]);
    }
  gtk_widget_set_hexpand (children[2], TRUE);
  return g_object_ref_sink (bar);
}

static int
measure (GtkWidget *bar, GtkOrientation orientation, int for_size, gboolean minimum)
{
  int least;
  int natural;

  gtk_widget_measure (bar, orientation, for_size, &least, &natural, NULL, NULL);
  return minimum ? least : natural;
}

/* At any width: nothing beyond the edge, nothing over another, all in order. */
static void
check_width (GtkWidget *bar, GtkWidget **children, int width)
{
  int height = measure (bar, GTK_ORIENTATION_VERTICAL, width, TRUE);
  int right = 0;
  int top = 0;

  gtk_widget_size_allocate (bar, &(GtkAllocation){ 0, 0, width, height }, -1);
  for (int i = 0; i < N_CHILDREN; i++)
    {
      GtkAllocation place;

      if (!gtk_widget_get_visible (children[i]))
        continue;
      gtk_widget_get_allocation (children[i], &place);
      g_assert_cmpint (place.width, >=, widths[i]);
      g_assert_cmpint (place.x + place.width, <=, width);
      g_assert_cmpint (place.y + place.height, <=, height);
      if (place.y == top)
        g_assert_cmpint (place.x, >=, right);
      else
        g_assert_cmpint (place.y, >=, top + HEIGHT);
      top = place.y;
      right = place.x + place.width + 10;
    }
}

static void
test_wraps (void)
{
  GtkWidget *children[N_CHILDREN];
  GtkWidget *bar = make_bar (children);
  GtkAllocation place;

  g_assert_cmpint (measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, TRUE), ==, 120);
  g_assert_cmpint (measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, FALSE), ==, 410 + 4 * 10);
  g_assert_cmpint (measure (bar, GTK_ORIENTATION_VERTICAL, 450, TRUE), ==, HEIGHT);
  g_assert_cmpint (measure (bar, GTK_ORIENTATION_VERTICAL, 449, TRUE), ==, 2 * HEIGHT + 10);
  for (int width = 120; width < 600; width++)
    check_width (bar, children, width);
  gtk_widget_get_allocation (children[2], &place);
  g_assert_cmpint (place.width, ==, 120 + 599 - 450);

  gtk_widget_set_visible (children[0], FALSE);
  g_assert_cmpint (measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, FALSE), ==, 310 + 3 * 10);
  for (int width = 120; width < 600; width++)
    check_width (bar, children, width);
  g_object_unref (bar);
}

static void
test_empty (void)
{
  GtkWidget *bar = g_object_ref_sink (
    g_object_new (GTK_TYPE_BOX, "layout-manager", g_object_new (GH_TYPE_BAR_LAYOUT, NULL), NULL));

  g_assert_cmpint (measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, TRUE), ==, 0);
  g_assert_cmpint (measure (bar, GTK_ORIENTATION_VERTICAL, 100, TRUE), ==, 0);
  g_object_unref (bar);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bar-layout/wraps", test_wraps);
  g_test_add_func ("/bar-layout/empty", test_empty);
  return g_test_run ();
}
