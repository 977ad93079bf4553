/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-timeline-row.h"

#include <glib/gi18n-lib.h>

#include "gh-kinds.h"
#include "gh-lunar.h"

/* A bar that can still be seen and hit. */
#define MIN_BAR 8.0

struct _GhTimelineRow
{
  GtkWidget parent_instance;

  /* Owned */
  GhActivity *activity;

  /* Borrowed */
  const GhTimelineScale *scale;
  GtkWidget *names;
  GtkImage *kind;
  GtkLabel *title;
  GtkLabel *caption;
  GtkImage *state;
};

G_DEFINE_FINAL_TYPE (GhTimelineRow, gh_timeline_row, GTK_TYPE_WIDGET)

GhTimeBar
gh_timeline_row_get_bar (GhTimelineRow *self)
{
  return gh_time_axis_bar (&self->scale->axis, self->activity, MIN_BAR);
}

/* --- texts ------------------------------------------------------------------------------------ */

/* The date, then how it stands: "thứ Bảy, 27/03/2027 · in 5 days". */
static char *
dup_caption (const GhActivity *activity, guint32 today)
{
  const char *css_class;
  g_autofree char *date = gh_date_span_format (&activity->span, GH_DATE_LONG);
  g_autofree char *state = activity->state == GH_ACTIVITY_PLANNED
                             ? gh_due_text (activity, today, &css_class)
                             : g_strdup (gh_activity_state_label (activity->state));

  if (*date == '\0')
    {
      g_free (date);
      date = g_strdup (_("No date"));
    }
  return state != NULL ? g_strdup_printf ("%s · %s", date, state) : g_steal_pointer (&date);
}

static void
set_name (GtkImage *image, const char *name)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (image), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_state (GhTimelineRow *self)
{
  static const struct
  {
    const char *icon;
    const char *css_class;
  } looks[] = {
    [GH_BAR_PLANNED] = { NULL, NULL },
    [GH_BAR_LATE] = { "gh-late-symbolic", "error" },
    [GH_BAR_DONE] = { "gh-done-symbolic", "success" },
    [GH_BAR_CANCELLED] = { "gh-cancelled-symbolic", "dim-label" },
  };
  GhBarDress dress = gh_bar_dress_for (self->activity, self->scale->today);
  const char *classes[] = { looks[dress].css_class, NULL };

  gtk_image_set_from_icon_name (self->state, looks[dress].icon);
  gtk_widget_set_visible (GTK_WIDGET (self->state), looks[dress].icon != NULL);
  set_name (self->state, dress == GH_BAR_LATE ? C_("activity", "Overdue")
                                              : gh_activity_state_label (self->activity->state));
  gtk_widget_set_css_classes (GTK_WIDGET (self->state), classes);
}

void
gh_timeline_row_set (GhTimelineRow *self, const GhActivity *activity)
{
  g_autofree char *caption = dup_caption (activity, self->scale->today);
  const char *kind_class = gh_kind_css_class (activity->kind);
  const char *image_classes[] = { kind_class, NULL };

  g_return_if_fail (GH_IS_TIMELINE_ROW (self));

  gh_activity_free (self->activity);
  self->activity = gh_activity_copy (activity);
  gtk_image_set_from_icon_name (self->kind, gh_kind_icon (activity->kind));
  set_name (self->kind, gh_activity_kind_name (activity->kind));
  gtk_widget_set_css_classes (GTK_WIDGET (self->kind), image_classes);
  gtk_label_set_text (self->title, activity->title);
  gtk_label_set_text (self->caption, caption);
  show_state (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static char *
dup_day_tip (guint32 day)
{
  GhDateSpan span = gh_date_span_day (day);
  const GhObservance *observance = gh_observance_on (day);
  g_autofree char *date = gh_date_span_format (&span, GH_DATE_LONG);
  g_autofree char *lunar_text = NULL;
  GhLunarDate lunar;
  GString *tip = g_string_new (date);

  if (gh_lunar_from_day (day, &lunar))
    {
      lunar_text = gh_lunar_format (&lunar, FALSE);
      /* Translators: %s is a day of the lunar calendar */
      g_string_append_c (tip, '\n');
      g_string_append_printf (tip, _("%s of the lunar calendar"), lunar_text);
    }
  if (observance != NULL)
    g_string_append_printf (tip, "\n%s", observance->name);
  return g_string_free (tip, FALSE);
}

static char *
dup_activity_tip (GhTimelineRow *self)
{
  g_autofree char *caption = dup_caption (self->activity, self->scale->today);
  const char *detail =
    *self->activity->place != '\0' ? self->activity->place : self->activity->lead;

  return g_strdup_printf ("%s\n%s\n%s%s%s", self->activity->title, caption,
                          gh_activity_kind_name (self->activity->kind), *detail != '\0' ? "\n" : "",
                          detail);
}

static gboolean
query_tooltip_cb (GhTimelineRow *self,
                  int x,
                  int y G_GNUC_UNUSED,
                  gboolean keyboard,
                  GtkTooltip *tooltip)
{
  int names = gh_timeline_names_width (gtk_widget_get_width (GTK_WIDGET (self)));
  double on_axis = x - names + self->scale->offset;
  GhTimeBar bar = gh_timeline_row_get_bar (self);
  gboolean on_bar = bar.shape != GH_TIME_BAR_NONE && on_axis >= bar.x - MIN_BAR &&
                    on_axis <= bar.x + bar.width + MIN_BAR;
  g_autofree char *text = NULL;

  if (keyboard || x < names || on_bar)
    text = dup_activity_tip (self);
  else
    text = dup_day_tip (gh_time_axis_day_at (&self->scale->axis, on_axis));
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* --- drawing ---------------------------------------------------------------------------------- */

/* An arrow at the edge if the bar is scrolled away. */
static void
draw_lane (GhTimelineRow *self, GtkSnapshot *snapshot, const graphene_rect_t *lane)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const GhTimelineScale *scale = self->scale;
  GhTimeBar bar = gh_timeline_row_get_bar (self);
  double left = (double) lane->origin.x;
  double middle = (double) (lane->origin.y + lane->size.height / 2);
  double from = bar.x - scale->offset;
  GdkRGBA dim = gh_timeline_colour (widget, "gh_dim");

  gh_timeline_draw_ground (widget, snapshot, scale, lane);
  if (bar.shape == GH_TIME_BAR_NONE)
    return;
  if (from + bar.width <= 0)
    gh_timeline_draw_arrow (snapshot, &dim, left + 2 * MIN_BAR, middle, FALSE);
  else if (from >= (double) lane->size.width)
    gh_timeline_draw_arrow (snapshot, &dim, left + (double) lane->size.width - 2 * MIN_BAR, middle,
                            TRUE);
  else
    /* In the colour of its kind, as the icon. */
    gh_timeline_draw_bar (GTK_WIDGET (self->kind), snapshot, &bar,
                          gh_bar_dress_for (self->activity, scale->today), left - scale->offset,
                          middle,
                          gh_time_axis_x (&scale->axis, scale->today) + scale->axis.day_width / 2);
}

static void
gh_timeline_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GhTimelineRow *self = GH_TIMELINE_ROW (widget);
  int width = gtk_widget_get_width (widget);
  int names = gh_timeline_names_width (width);
  graphene_rect_t lane = GRAPHENE_RECT_INIT ((float) names, 0, (float) MAX (width - names, 0),
                                             (float) gtk_widget_get_height (widget));

  if (self->scale->marks != NULL && self->activity != NULL)
    {
      gtk_snapshot_push_clip (snapshot, &lane);
      draw_lane (self, snapshot, &lane);
      gtk_snapshot_pop (snapshot);
    }
  GTK_WIDGET_CLASS (gh_timeline_row_parent_class)->snapshot (widget, snapshot);
}

static void
gh_timeline_row_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline G_GNUC_UNUSED,
                         int *natural_baseline G_GNUC_UNUSED)
{
  GhTimelineRow *self = GH_TIMELINE_ROW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = gh_timeline_names_width (0) * 2;
      *natural = *minimum;
      return;
    }
  gtk_widget_measure (self->names, orientation,
                      gh_timeline_names_width (for_size >= 0 ? for_size : 0), minimum, natural,
                      NULL, NULL);
}

static void
gh_timeline_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  const GtkAllocation names = { 0, 0, gh_timeline_names_width (width), height };

  gtk_widget_size_allocate (GH_TIMELINE_ROW (widget)->names, &names, baseline);
}

static GtkSizeRequestMode
gh_timeline_row_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* --- class ------------------------------------------------------------------------------------ */

static void
gh_timeline_row_dispose (GObject *object)
{
  GhTimelineRow *self = GH_TIMELINE_ROW (object);

  g_clear_pointer (&self->names, gtk_widget_unparent);
  g_clear_pointer (&self->activity, gh_activity_free);

  G_OBJECT_CLASS (gh_timeline_row_parent_class)->dispose (object);
}

static void
gh_timeline_row_class_init (GhTimelineRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_timeline_row_dispose;
  widget_class->get_request_mode = gh_timeline_row_get_request_mode;
  widget_class->measure = gh_timeline_row_measure;
  widget_class->size_allocate = gh_timeline_row_size_allocate;
  widget_class->snapshot = gh_timeline_row_snapshot;

  gtk_widget_class_set_css_name (widget_class, "timelinerow");
}

static GtkLabel *
append_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
gh_timeline_row_init (GhTimelineRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->names = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->names, "timeline-names");
  gtk_widget_set_parent (self->names, GTK_WIDGET (self));
  self->kind = GTK_IMAGE (gtk_image_new ());
  gtk_box_append (GTK_BOX (self->names), GTK_WIDGET (self->kind));
  self->title = append_label (texts, NULL);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_lines (self->title, 2);
  self->caption = append_label (texts, "caption");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->names), texts);
  self->state = GTK_IMAGE (gtk_image_new ());
  gtk_box_append (GTK_BOX (self->names), GTK_WIDGET (self->state));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

GtkWidget *
gh_timeline_row_new (const GhTimelineScale *scale)
{
  GhTimelineRow *self = g_object_new (GH_TYPE_TIMELINE_ROW, NULL);

  self->scale = scale;
  return GTK_WIDGET (self);
}
