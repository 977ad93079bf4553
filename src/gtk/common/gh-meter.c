/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-meter.h"

#define HEIGHT     8
#define MARK_WIDTH 2

struct _GhMeter
{
  GtkWidget parent_instance;

  double share;
  double mark;
};

G_DEFINE_FINAL_TYPE (GhMeter, gh_meter, GTK_TYPE_WIDGET)

void
gh_meter_set (GhMeter *self, double share, double mark)
{
  g_return_if_fail (GH_IS_METER (self));

  self->share = CLAMP (share, 0, 1);
  self->mark = MIN (mark, 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
append_bar (GtkSnapshot *snapshot, float width, float height, const GdkRGBA *colour)
{
  GskRoundedRect outline;

  if (width <= 0)
    return;
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height),
                                   MIN (height, width) / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, colour, &outline.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
gh_meter_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GhMeter *self = GH_METER (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  GdkRGBA colour;
  GdkRGBA trough;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  trough = colour;
  trough.alpha *= 0.22f;
  append_bar (snapshot, width, height, &trough);
  append_bar (snapshot, width * (float) self->share, height, &colour);
  if (self->mark >= 0)
    {
      GdkRGBA mark = colour;
      /* Away from the colour of the bar: darker on light, lighter in the dark dress. */
      gboolean bright = colour.red + colour.green + colour.blue > 1.5f;
      float x = CLAMP (width * (float) self->mark - MARK_WIDTH / 2.0f, 0, width - MARK_WIDTH);

      mark.red = bright ? 1 : mark.red * 0.4f;
      mark.green = bright ? 1 : mark.green * 0.4f;
      mark.blue = bright ? 1 : mark.blue * 0.4f;
      gtk_snapshot_append_color (snapshot, &mark,
                                 &GRAPHENE_RECT_INIT (x, -3, MARK_WIDTH, height + 6));
    }
}

static void
gh_meter_measure (GtkWidget *widget G_GNUC_UNUSED,
                  GtkOrientation orientation,
                  int for_size G_GNUC_UNUSED,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline G_GNUC_UNUSED,
                  int *natural_baseline G_GNUC_UNUSED)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 40;
  *natural = *minimum;
}

static void
gh_meter_class_init (GhMeterClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->snapshot = gh_meter_snapshot;
  widget_class->measure = gh_meter_measure;

  gtk_widget_class_set_css_name (widget_class, "meter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
gh_meter_init (GhMeter *self)
{
  self->mark = -1;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
gh_meter_new (void)
{
  return g_object_new (GH_TYPE_METER, NULL);
}
