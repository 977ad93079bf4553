/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-bar-layout.h"

struct _GhBarLayout
{
  GtkLayoutManager parent_instance;

  int spacing; /* pixels */
};

G_DEFINE_FINAL_TYPE (GhBarLayout, gh_bar_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_SPACING = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
natural_width (GtkWidget *child, int most)
{
  int minimum;
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (MIN (natural, most), minimum);
}

/* Puts a row's children in place, those from @child up to @end (%NULL = the last). */
static void
place_row (GhBarLayout *self, GtkWidget *child, GtkWidget *end, int top, int height, int left_over)
{
  int most = gtk_widget_get_width (gtk_widget_get_parent (child));
  int x = 0;

  for (; child != end; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int width = natural_width (child, most);

      if (left_over > 0 && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          width += left_over;
          left_over = 0;
        }
      gtk_widget_size_allocate (child, &(GtkAllocation){ x, top, width, height }, -1);
      x += width + self->spacing;
    }
}

/* Goes through the rows that @width gives; returns the height of all. @place: put children there.
 */
static int
lay_out (GhBarLayout *self, GtkWidget *widget, int width, gboolean place)
{
  GtkWidget *first = next_shown (gtk_widget_get_first_child (widget));
  int top = 0;

  while (first != NULL)
    {
      GtkWidget *child = first;
      int used = -self->spacing;
      int height = 0;

      for (; child != NULL; child = next_shown (gtk_widget_get_next_sibling (child)))
        {
          int child_width = natural_width (child, width);
          int child_height;

          if (child != first && used + self->spacing + child_width > width)
            break;
          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &child_height,
                              NULL, NULL);
          used += self->spacing + child_width;
          height = MAX (height, child_height);
        }
      if (place)
        place_row (self, first, child, top, height, width - used);
      top += height + self->spacing;
      first = child;
    }
  return MAX (top - self->spacing, 0);
}

static GtkSizeRequestMode
gh_bar_layout_get_request_mode (GtkLayoutManager *manager G_GNUC_UNUSED,
                                GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GhBarLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));
  int sum = -self->spacing;

  *minimum = 0;
  for (; child != NULL; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum;
      int child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      sum += self->spacing + child_natural;
    }
  *natural = MAX (*minimum, sum);
}

static void
gh_bar_layout_measure (GtkLayoutManager *manager,
                       GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline G_GNUC_UNUSED,
                       int *natural_baseline G_GNUC_UNUSED)
{
  GhBarLayout *self = GH_BAR_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    *minimum = *natural = lay_out (self, widget, for_size >= 0 ? for_size : G_MAXINT / 2, FALSE);
}

static void
gh_bar_layout_allocate (GtkLayoutManager *manager,
                        GtkWidget *widget,
                        int width,
                        int height G_GNUC_UNUSED,
                        int baseline G_GNUC_UNUSED)
{
  lay_out (GH_BAR_LAYOUT (manager), widget, width, TRUE);
}

static void
gh_bar_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SPACING)
    g_value_set_int (value, GH_BAR_LAYOUT (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
gh_bar_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SPACING)
    {
      GH_BAR_LAYOUT (object)->spacing = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
gh_bar_layout_class_init (GhBarLayoutClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (class);

  object_class->get_property = gh_bar_layout_get_property;
  object_class->set_property = gh_bar_layout_set_property;
  layout_class->get_request_mode = gh_bar_layout_get_request_mode;
  layout_class->measure = gh_bar_layout_measure;
  layout_class->allocate = gh_bar_layout_allocate;

  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, 100, 6, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
gh_bar_layout_init (GhBarLayout *self)
{
  self->spacing = 6;
}
