/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-timeline-draw.h"

#define NAMES_SHARE 0.34
#define NAMES_MIN   220
#define NAMES_MAX   520

#define BAR_HEIGHT  14.0
#define BAR_CORNER  4.0f
#define DIAMOND     9.0 /* from its middle to a corner */
#define ARROW       5.0
#define HATCH       6.0f
#define TODAY_WIDTH 2.0f
/* Narrower days make a grating of their weekends. */
#define WEEKEND_DAY_MIN 12.0

/* --- the scale -------------------------------------------------------------------------------- */

void
gh_timeline_scale_clear (GhTimelineScale *self)
{
  g_clear_pointer (&self->months, g_array_unref);
  g_clear_pointer (&self->steps, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
}

void
gh_timeline_scale_set_axis (GhTimelineScale *self, const GhTimeAxis *axis)
{
  gboolean other_days =
    self->marks == NULL || self->axis.first != axis->first || self->axis.last != axis->last;

  if (!other_days && self->axis.day_width == axis->day_width)
    return;
  self->axis = *axis;
  g_clear_pointer (&self->steps, g_array_unref);
  self->steps = gh_time_axis_steps (axis);
  if (!other_days)
    return;
  g_clear_pointer (&self->months, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  self->months = gh_time_axis_months (axis);
  self->marks = gh_time_axis_marks (axis);
}

int
gh_timeline_names_width (int width)
{
  return CLAMP ((int) (width * NAMES_SHARE), NAMES_MIN, NAMES_MAX);
}

GdkRGBA
gh_timeline_colour (GtkWidget *widget, const char *name)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (context, name, &colour))
    gtk_style_context_get_color (context, &colour);
  return colour;
}

GhBarDress
gh_bar_dress_for (const GhActivity *activity, guint32 today)
{
  switch (activity->state)
    {
    case GH_ACTIVITY_DONE:
      return GH_BAR_DONE;
    case GH_ACTIVITY_CANCELLED:
      return GH_BAR_CANCELLED;
    case GH_ACTIVITY_PLANNED:
    default:
      return gh_activity_due (activity, today) == GH_DUE_LATE ? GH_BAR_LATE : GH_BAR_PLANNED;
    }
}

/* --- the ground ------------------------------------------------------------------------------- */

/* The days from @start to @end as a strip of @area; FALSE if it is not on screen. */
static gboolean
strip_of (const GhTimelineScale *scale,
          const graphene_rect_t *area,
          guint32 start,
          guint32 end,
          graphene_rect_t *strip)
{
  double x = gh_time_axis_x (&scale->axis, start) - scale->offset;
  double width = (end - start + 1) * scale->axis.day_width;

  if (x + width < 0 || x > scale->viewport)
    return FALSE;
  graphene_rect_init (strip, area->origin.x + (float) x, area->origin.y, (float) width,
                      area->size.height);
  return TRUE;
}

static void
draw_lines (GtkSnapshot *snapshot,
            const GhTimelineScale *scale,
            const graphene_rect_t *area,
            GArray *pieces,
            gboolean only_mondays,
            const GdkRGBA *colour)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const GhTimeMark *piece = &g_array_index (pieces, GhTimeMark, i);
      graphene_rect_t strip;

      if (only_mondays && gh_day_weekday (piece->start) != 1)
        continue;
      if (!strip_of (scale, area, piece->start, piece->start, &strip))
        continue;
      strip.size.width = 1;
      gtk_snapshot_append_color (snapshot, colour, &strip);
    }
}

void
gh_timeline_draw_ground (GtkWidget *widget,
                         GtkSnapshot *snapshot,
                         const GhTimelineScale *scale,
                         const graphene_rect_t *area)
{
  GdkRGBA holiday = gh_timeline_colour (widget, "gh_holiday");
  GdkRGBA weekend = gh_timeline_colour (widget, "gh_trough");
  GdkRGBA line = gh_timeline_colour (widget, "gh_line");
  GdkRGBA today = gh_timeline_colour (widget, "gh_accent");
  gboolean weekends = scale->axis.day_width >= WEEKEND_DAY_MIN;
  graphene_rect_t strip;

  weekend.alpha *= 0.35f;
  for (guint i = 0; i < scale->marks->len; i++)
    {
      const GhTimeMark *mark = &g_array_index (scale->marks, GhTimeMark, i);

      if ((mark->holiday || (mark->name == NULL && weekends)) &&
          strip_of (scale, area, mark->start, mark->end, &strip))
        gtk_snapshot_append_color (snapshot, mark->holiday ? &holiday : &weekend, &strip);
    }
  draw_lines (snapshot, scale, area, scale->months, FALSE, &line);
  line.alpha *= 0.5f;
  draw_lines (snapshot, scale, area, scale->steps, TRUE, &line);
  if (scale->today >= scale->axis.first && scale->today <= scale->axis.last &&
      strip_of (scale, area, scale->today, scale->today, &strip))
    {
      strip.origin.x += (strip.size.width - TODAY_WIDTH) / 2;
      strip.size.width = TODAY_WIDTH;
      gtk_snapshot_append_color (snapshot, &today, &strip);
    }
}

/* --- bars ------------------------------------------------------------------------------------- */

static void
fill_polygon (GtkSnapshot *snapshot,
              const GdkRGBA *colour,
              gboolean filled,
              const graphene_point_t *points,
              guint n)
{
  graphene_rect_t bounds;
  cairo_t *cr;

  graphene_rect_init (&bounds, points[0].x, points[0].y, 0, 0);
  for (guint i = 1; i < n; i++)
    graphene_rect_expand (&bounds, &points[i], &bounds);
  graphene_rect_inset (&bounds, -2, -2);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, (double) points[i].x, (double) points[i].y);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, colour);
  if (filled)
    cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_diamond (GtkSnapshot *snapshot,
              const GdkRGBA *colour,
              gboolean filled,
              double x,
              double middle)
{
  const graphene_point_t points[] = {
    GRAPHENE_POINT_INIT ((float) x, (float) (middle - DIAMOND)),
    GRAPHENE_POINT_INIT ((float) (x + DIAMOND), (float) middle),
    GRAPHENE_POINT_INIT ((float) x, (float) (middle + DIAMOND)),
    GRAPHENE_POINT_INIT ((float) (x - DIAMOND), (float) middle),
  };

  fill_polygon (snapshot, colour, filled, points, G_N_ELEMENTS (points));
}

void
gh_timeline_draw_arrow (GtkSnapshot *snapshot,
                        const GdkRGBA *colour,
                        double x,
                        double middle,
                        gboolean right)
{
  double tip = right ? x + ARROW : x - ARROW;
  const graphene_point_t points[] = {
    GRAPHENE_POINT_INIT ((float) tip, (float) middle),
    GRAPHENE_POINT_INIT ((float) x, (float) (middle - ARROW)),
    GRAPHENE_POINT_INIT ((float) x, (float) (middle + ARROW)),
  };

  fill_polygon (snapshot, colour, TRUE, points, G_N_ELEMENTS (points));
}

static void
draw_hatch (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const GdkRGBA *colour)
{
  GdkRGBA clear = *colour;
  GdkRGBA tint = *colour;
  float x = bounds->origin.x;
  float y = bounds->origin.y;

  clear.alpha *= 0.10f;
  tint.alpha *= 0.45f;
  {
    const GskColorStop stops[] = { { 0, clear }, { 0.62f, clear }, { 0.62f, tint }, { 1, tint } };

    gtk_snapshot_append_repeating_linear_gradient (snapshot, bounds, &GRAPHENE_POINT_INIT (x, y),
                                                   &GRAPHENE_POINT_INIT (x + HATCH, y + HATCH),
                                                   stops, G_N_ELEMENTS (stops));
  }
}

static void
draw_dashes (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const GdkRGBA *colour)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);
  const double dashes[] = { 5, 3 };

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, 1.5);
  cairo_rectangle (cr, (double) bounds->origin.x + 1, (double) bounds->origin.y + 1,
                   (double) bounds->size.width - 2, (double) bounds->size.height - 2);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* Tinted as far as it lies ahead, full where the time is over. */
static void
draw_exact (GtkSnapshot *snapshot,
            const graphene_rect_t *bounds,
            const GdkRGBA *colour,
            float full_width,
            gboolean outline_only)
{
  GskRoundedRect outline;
  GdkRGBA tint = *colour;
  const float widths[] = { 1.5f, 1.5f, 1.5f, 1.5f };
  const GdkRGBA colours[] = { *colour, *colour, *colour, *colour };

  tint.alpha *= outline_only ? 0.06f : 0.32f;
  gsk_rounded_rect_init_from_rect (&outline, bounds, MIN (BAR_CORNER, bounds->size.width / 2));
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &tint, bounds);
  if (full_width > 0 && !outline_only)
    gtk_snapshot_append_color (snapshot, colour,
                               &GRAPHENE_RECT_INIT (bounds->origin.x, bounds->origin.y,
                                                    MIN (full_width, bounds->size.width),
                                                    bounds->size.height));
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static GdkRGBA
dress_colour (GtkWidget *widget, GhBarDress dress)
{
  GdkRGBA colour;

  switch (dress)
    {
    case GH_BAR_LATE:
      return gh_timeline_colour (widget, "gh_error");
    case GH_BAR_DONE:
      return gh_timeline_colour (widget, "gh_success");
    case GH_BAR_CANCELLED:
      return gh_timeline_colour (widget, "gh_dim");
    case GH_BAR_PLANNED:
    default:
      gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
      return colour;
    }
}

void
gh_timeline_draw_bar (GtkWidget *widget,
                      GtkSnapshot *snapshot,
                      const GhTimeBar *bar,
                      GhBarDress dress,
                      double origin,
                      double middle,
                      double today_x)
{
  GdkRGBA colour = dress_colour (widget, dress);
  gboolean outline_only = dress == GH_BAR_CANCELLED;
  double full = dress == GH_BAR_PLANNED ? today_x - bar->x : bar->width;
  graphene_rect_t bounds =
    GRAPHENE_RECT_INIT ((float) (origin + bar->x), (float) (middle - BAR_HEIGHT / 2),
                        (float) bar->width, (float) BAR_HEIGHT);

  switch (bar->shape)
    {
    case GH_TIME_BAR_EXACT:
      draw_exact (snapshot, &bounds, &colour, (float) full, outline_only);
      break;
    case GH_TIME_BAR_FUZZY:
      draw_hatch (snapshot, &bounds, &colour);
      draw_dashes (snapshot, &bounds, &colour);
      break;
    case GH_TIME_BAR_BEFORE:
    case GH_TIME_BAR_AFTER:
      gh_timeline_draw_arrow (snapshot, &colour, origin + bar->x + bar->width / 2, middle,
                              bar->shape == GH_TIME_BAR_AFTER);
      return;
    case GH_TIME_BAR_POINT:
    case GH_TIME_BAR_NONE:
    default:
      break;
    }
  if (bar->marker >= 0)
    draw_diamond (snapshot, &colour, !outline_only, origin + bar->marker, middle);
}
