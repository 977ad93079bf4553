/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-timeline-head.h"

#include <glib/gi18n-lib.h>

#include "gh-lunar.h"

#define PADDING 4
#define GAP     6 /* between two texts of a line */
#define SMALL   0.85

/* The lines of the head, from above. */
enum
{
  LINE_MONTH,
  LINE_SOLAR,
  LINE_LUNAR,
  LINE_NAMES,
  N_LINES
};

struct _GhTimelineHead
{
  GtkWidget parent_instance;

  /* Borrowed */
  const GhTimelineScale *scale;
};

G_DEFINE_FINAL_TYPE (GhTimelineHead, gh_timeline_head, GTK_TYPE_WIDGET)

/* A line being written; texts that would touch one already there are left out. */
typedef struct
{
  GhTimelineHead *head;
  GtkSnapshot *snapshot;
  PangoLayout *layout;
  double left; /* of the axis on screen */
  double top;
  GArray *taken; /* double: from, to, from, to … */
} Line;

static PangoLayout *
make_layout (GtkWidget *widget, double size, PangoWeight weight)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, NULL);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (size));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static int
line_height (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = make_layout (widget, 1, PANGO_WEIGHT_BOLD);
  int height;

  pango_layout_set_text (layout, "Ấg", -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static gboolean
is_free (const Line *line, double from, double to)
{
  for (guint i = 0; i + 1 < line->taken->len; i += 2)
    if (from < g_array_index (line->taken, double, i + 1) + GAP &&
        to > g_array_index (line->taken, double, i) - GAP)
      return FALSE;
  return TRUE;
}

static void
take (Line *line, double from, double to)
{
  g_array_append_val (line->taken, from);
  g_array_append_val (line->taken, to);
}

/* @x: from the left of what is on screen; @centred: its middle, else its beginning */
static gboolean
write_text (Line *line, const char *text, double x, gboolean centred, const GdkRGBA *colour)
{
  int width;

  pango_layout_set_text (line->layout, text, -1);
  pango_layout_get_pixel_size (line->layout, &width, NULL);
  if (centred)
    x -= width / 2.0;
  if (!is_free (line, x, x + width))
    return FALSE;
  take (line, x, x + width);
  gtk_snapshot_save (line->snapshot);
  gtk_snapshot_translate (line->snapshot,
                          &GRAPHENE_POINT_INIT ((float) (line->left + x), (float) line->top));
  gtk_snapshot_append_layout (line->snapshot, line->layout, colour);
  gtk_snapshot_restore (line->snapshot);
  return TRUE;
}

static double
screen_x (const GhTimelineScale *scale, guint32 day)
{
  return gh_time_axis_x (&scale->axis, day) - scale->offset;
}

/* Whether a step is one day. */
static gboolean
has_days (const GhTimelineScale *scale)
{
  const GhTimeMark *first = &g_array_index (scale->steps, GhTimeMark, 0);

  return first->start == first->end && scale->steps->len == gh_time_axis_n_days (&scale->axis);
}

/* --- the lines -------------------------------------------------------------------------------- */

/* As long as there is room for: "Month 02/2027", "02/2027", "02". */
static void
write_month (Line *line, guint year, guint month, double from, double to, const GdkRGBA *colour)
{
  /* Translators: month and year: "Month 02/2027" */
  g_autofree char *whole = g_strdup_printf (_("Month %02u/%u"), month, year);
  g_autofree char *figures = g_strdup_printf ("%02u/%u", month, year);
  g_autofree char *figure = g_strdup_printf ("%02u", month);
  const char *texts[] = { whole, figures, figure };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      int width;

      pango_layout_set_text (line->layout, texts[i], -1);
      pango_layout_get_pixel_size (line->layout, &width, NULL);
      if (from + width > to)
        continue;
      write_text (line, texts[i], from, FALSE, colour);
      return;
    }
}

/* The month on screen keeps its name although its first day is scrolled away. */
static void
write_months (Line *line, const GdkRGBA *colour)
{
  const GhTimelineScale *scale = line->head->scale;

  for (guint i = 0; i < scale->months->len; i++)
    {
      const GhTimeMark *month = &g_array_index (scale->months, GhTimeMark, i);
      double from = MAX (screen_x (scale, month->start), 0);
      double to = screen_x (scale, month->end + 1);
      int year;
      int number;

      if (to <= 0 || from >= scale->viewport)
        continue;
      gh_day_to_ymd (month->start, &year, &number, NULL);
      write_month (line, (guint) year, (guint) number, from + PADDING, to, colour);
    }
}

static char *
dup_lunar (guint32 day, gboolean single_day)
{
  GhLunarDate lunar;

  if (!gh_lunar_from_day (day, &lunar))
    return g_strdup ("");
  return single_day && lunar.day != 1 ? g_strdup_printf ("%d", lunar.day)
                                      : gh_lunar_format (&lunar, TRUE);
}

/* Days under their middle, weeks at their Monday. */
static void
write_steps (Line *line, gboolean lunar, const GdkRGBA *colour)
{
  const GhTimelineScale *scale = line->head->scale;

  for (guint i = 0; i < scale->steps->len; i++)
    {
      const GhTimeMark *step = &g_array_index (scale->steps, GhTimeMark, i);
      gboolean single_day = has_days (scale);
      double x = screen_x (scale, step->start);
      g_autofree char *text = NULL;
      int day;

      if (x + scale->axis.day_width * 7 < 0 || x > scale->viewport ||
          (!single_day && gh_day_weekday (step->start) != 1))
        continue;
      gh_day_to_ymd (step->start, NULL, NULL, &day);
      text = lunar ? dup_lunar (step->start, single_day) : g_strdup_printf ("%d", day);
      write_text (line, text, single_day ? x + scale->axis.day_width / 2 : x + 3, single_day,
                  colour);
    }
}

static void
write_today (Line *line)
{
  const GhTimelineScale *scale = line->head->scale;
  GtkWidget *widget = GTK_WIDGET (line->head);
  GdkRGBA accent = gh_timeline_colour (widget, "gh_accent");
  GdkRGBA text_colour = gh_timeline_colour (widget, "gh_accent_fg");
  double middle = screen_x (scale, scale->today) + scale->axis.day_width / 2;
  GskRoundedRect pill;
  int width;
  int height;
  double from;
  g_autofree char *text = NULL;
  int day;

  if (scale->today < scale->axis.first || scale->today > scale->axis.last || middle < 0 ||
      middle > scale->viewport)
    return;
  gh_day_to_ymd (scale->today, NULL, NULL, &day);
  text = has_days (scale) ? g_strdup_printf ("%d", day) : g_strdup (_("Today"));
  pango_layout_set_text (line->layout, text, -1);
  pango_layout_get_pixel_size (line->layout, &width, &height);
  from = CLAMP (middle - width / 2.0, PADDING, scale->viewport - width - PADDING);
  gsk_rounded_rect_init_from_rect (
    &pill,
    &GRAPHENE_RECT_INIT ((float) (line->left + from - PADDING), (float) line->top,
                         (float) (width + 2 * PADDING), (float) height),
    4);
  gtk_snapshot_push_rounded_clip (line->snapshot, &pill);
  gtk_snapshot_append_color (line->snapshot, &accent, &pill.bounds);
  gtk_snapshot_pop (line->snapshot);
  write_text (line, text, from, FALSE, &text_colour);
}

/* Holidays first: what finds no room has its tooltip. Other standing days only where days can be
 * told apart. */
static void
write_names (Line *line, gboolean holidays, const GdkRGBA *colour)
{
  const GhTimelineScale *scale = line->head->scale;

  for (guint i = 0; i < scale->marks->len; i++)
    {
      const GhTimeMark *mark = &g_array_index (scale->marks, GhTimeMark, i);
      double x = screen_x (scale, mark->start);

      if (mark->name == NULL || mark->holiday != holidays || x < -PADDING || x > scale->viewport)
        continue;
      write_text (line, mark->name, x + 2, FALSE, colour);
    }
}

static void
write_line (Line *line, int which)
{
  GtkWidget *widget = GTK_WIDGET (line->head);
  GdkRGBA text = gh_timeline_colour (widget, "theme_fg_color");
  GdkRGBA dim = gh_timeline_colour (widget, "gh_dim");
  GdkRGBA holiday = gh_timeline_colour (widget, "gh_error");

  switch (which)
    {
    case LINE_MONTH:
      write_months (line, &text);
      break;
    case LINE_SOLAR:
    case LINE_LUNAR:
      if (which == LINE_SOLAR)
        write_today (line);
      write_steps (line, which == LINE_LUNAR, which == LINE_LUNAR ? &dim : &text);
      break;
    case LINE_NAMES:
    default:
      write_names (line, TRUE, &holiday);
      if (has_days (line->head->scale))
        write_names (line, FALSE, &dim);
      break;
    }
}

/* What the two lines of numbers are, in the column of names. */
static void
write_captions (GhTimelineHead *self, GtkSnapshot *snapshot, int names, int height)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (PangoLayout) layout = make_layout (widget, SMALL, PANGO_WEIGHT_NORMAL);
  GdkRGBA dim = gh_timeline_colour (widget, "gh_dim");
  const char *captions[N_LINES] = { NULL, C_("calendar", "solar"), C_("calendar", "lunar"),
                                    NULL };

  for (int i = 0; i < N_LINES; i++)
    {
      int width;

      if (captions[i] == NULL)
        continue;
      pango_layout_set_text (layout, captions[i], -1);
      pango_layout_get_pixel_size (layout, &width, NULL);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (names - width - 2 * PADDING),
                                                              (float) (PADDING + i * height)));
      gtk_snapshot_append_layout (snapshot, layout, &dim);
      gtk_snapshot_restore (snapshot);
    }
}

static void
gh_timeline_head_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GhTimelineHead *self = GH_TIMELINE_HEAD (widget);
  int names = gh_timeline_names_width (gtk_widget_get_width (widget));
  int lane = MAX (gtk_widget_get_width (widget) - names, 0);
  int height = line_height (widget);
  graphene_rect_t area =
    GRAPHENE_RECT_INIT ((float) names, 0, (float) lane, (float) gtk_widget_get_height (widget));

  if (self->scale->marks == NULL)
    return;
  write_captions (self, snapshot, names, height);
  gtk_snapshot_push_clip (snapshot, &area);
  gh_timeline_draw_ground (widget, snapshot, self->scale, &area);
  for (int i = 0; i < N_LINES; i++)
    {
      g_autoptr (PangoLayout) layout =
        make_layout (widget, i == LINE_MONTH || i == LINE_SOLAR ? 1 : SMALL,
                     i == LINE_MONTH ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
      g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (double));
      Line line = { self, snapshot, layout, names, PADDING + i * height, taken };

      write_line (&line, i);
    }
  gtk_snapshot_pop (snapshot);
}

static void
gh_timeline_head_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size G_GNUC_UNUSED,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline G_GNUC_UNUSED,
                          int *natural_baseline G_GNUC_UNUSED)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? N_LINES * line_height (widget) + 2 * PADDING
                                                     : 2 * gh_timeline_names_width (0);
  *natural = *minimum;
}

static void
gh_timeline_head_class_init (GhTimelineHeadClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->measure = gh_timeline_head_measure;
  widget_class->snapshot = gh_timeline_head_snapshot;

  gtk_widget_class_set_css_name (widget_class, "timelinehead");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
gh_timeline_head_init (GhTimelineHead *self G_GNUC_UNUSED)
{
}

GtkWidget *
gh_timeline_head_new (const GhTimelineScale *scale)
{
  GhTimelineHead *self = g_object_new (GH_TYPE_TIMELINE_HEAD, NULL);

  self->scale = scale;
  return GTK_WIDGET (self);
}
