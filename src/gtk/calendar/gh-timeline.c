/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-timeline.h"

#include <glib/gi18n-lib.h>

#include "gh-kinds.h"
#include "gh-list-sync.h"
#include "gh-timeline-head.h"
#include "gh-timeline-row.h"

/* Left and Right scroll by this. */
#define KEY_DAYS 7

struct _GhTimeline
{
  GtkWidget parent_instance;

  GhTimelineScale scale;
  GhDateSpan range;
  GhTimeScale unit;
  gboolean unit_chosen;

  /* Borrowed */
  GtkWidget *head;
  GtkWidget *scroller;
  GtkListBox *list;
  GtkWidget *scrollbar;
  GtkAdjustment *adjustment; /* sideways */

  gint64 current;        /* what is to be done next */
  gboolean today_wanted; /* scroll there when there is room to scroll in */
};

enum
{
  ACTIVATED,
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhTimeline, gh_timeline, GTK_TYPE_WIDGET)

static GhTimelineRow *
timeline_row (GtkListBoxRow *row)
{
  return GH_TIMELINE_ROW (gtk_list_box_row_get_child (row));
}

static void
draw_again (GhTimeline *self)
{
  GtkListBoxRow *row;

  gtk_widget_queue_draw (self->head);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    gtk_widget_queue_draw (gtk_list_box_row_get_child (row));
}

/* --- sideways --------------------------------------------------------------------------------- */

static void
scrolled_cb (GhTimeline *self)
{
  self->scale.offset = gtk_adjustment_get_value (self->adjustment);
  draw_again (self);
}

static void
scroll_to (GhTimeline *self, double x)
{
  gtk_adjustment_set_value (self->adjustment, x - self->scale.viewport / 2);
}

void
gh_timeline_show_today (GhTimeline *self)
{
  g_return_if_fail (GH_IS_TIMELINE (self));

  if (self->scale.viewport > 0)
    scroll_to (self, gh_time_axis_x (&self->scale.axis, self->scale.today));
  else
    self->today_wanted = TRUE;
  if (gtk_list_box_get_selected_row (self->list) == NULL)
    gtk_list_box_select_row (self->list, gh_list_find (self->list, self->current));
  gh_list_reveal (self->list, self->current);
}

/* The bar of a row that is chosen comes on screen. */
static void
scroll_to_bar (GhTimeline *self, GtkListBoxRow *row)
{
  GhTimeBar bar = gh_timeline_row_get_bar (timeline_row (row));
  double from = bar.x - self->scale.offset;

  if (bar.shape == GH_TIME_BAR_NONE || self->scale.viewport <= 0)
    return;
  if (from + bar.width < 0 || from > self->scale.viewport)
    scroll_to (self, bar.x + MIN (bar.width, self->scale.viewport) / 2);
}

/* As wide as the page, or wider where days could not be read; the middle stays in the middle. */
static void
lay_axis_out (GhTimeline *self, int width)
{
  double viewport = MAX (width - gh_timeline_names_width (width), 1);
  gboolean first = self->scale.viewport <= 0;
  guint32 middle =
    first ? self->scale.today
          : gh_time_axis_day_at (&self->scale.axis, self->scale.offset + self->scale.viewport / 2);
  GhTimeAxis axis;
  double total;

  if (gh_date_span_is_empty (&self->range))
    return;
  axis = gh_time_axis_new (&self->range, self->unit, viewport);
  if (!first && viewport == self->scale.viewport && axis.first == self->scale.axis.first &&
      axis.last == self->scale.axis.last && axis.day_width == self->scale.axis.day_width)
    return;
  gh_timeline_scale_set_axis (&self->scale, &axis);
  self->scale.viewport = viewport;
  total = MAX (gh_time_axis_width (&axis), viewport);
  if (self->today_wanted)
    middle = self->scale.today;
  self->today_wanted = FALSE;
  gtk_adjustment_configure (
    self->adjustment, CLAMP (gh_time_axis_x (&axis, middle) - viewport / 2, 0, total - viewport), 0,
    total, axis.day_width * KEY_DAYS, viewport * 0.9, viewport);
  self->scale.offset = gtk_adjustment_get_value (self->adjustment);
  gtk_widget_set_child_visible (self->scrollbar, total > viewport + 1);
}

static gboolean
wheel_cb (GhTimeline *self, double dx, double dy, GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);

  if ((state & GDK_SHIFT_MASK) != 0)
    dx += dy;
  else if (ABS (dx) <= ABS (dy))
    return FALSE; /* up and down is the list's */
  gtk_adjustment_set_value (self->adjustment,
                            gtk_adjustment_get_value (self->adjustment) +
                              dx * gtk_adjustment_get_step_increment (self->adjustment));
  return TRUE;
}

static gboolean
key_cb (GhTimeline *self, guint key, guint code G_GNUC_UNUSED, GdkModifierType state)
{
  double by = gtk_adjustment_get_step_increment (self->adjustment);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  if (key != GDK_KEY_Left && key != GDK_KEY_Right)
    return FALSE;
  gtk_adjustment_set_value (self->adjustment, gtk_adjustment_get_value (self->adjustment) +
                                                (key == GDK_KEY_Left ? -by : by));
  return TRUE;
}

/* --- rows ------------------------------------------------------------------------------------- */

static gint64
activity_id (gconstpointer activity)
{
  return ((const GhActivity *) activity)->id;
}

static void
show_row (GtkListBoxRow *row, gconstpointer data, gpointer user_data)
{
  GhTimeline *self = user_data;
  const GhActivity *activity = data;
  g_autofree char *name = gh_activity_describe (activity, self->scale.today);

  if (gtk_list_box_row_get_child (row) == NULL)
    gtk_list_box_row_set_child (row, gh_timeline_row_new (&self->scale));
  gh_timeline_row_set (timeline_row (row), activity);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
gh_timeline_update (GhTimeline *self, GhWorkspace *workspace, GhCalendarFilter filter)
{
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  guint32 today = gh_workspace_get_today (workspace);
  g_autoptr (GPtrArray) shown = gh_calendar_filter_list (filter, workspace);

  g_return_if_fail (GH_IS_TIMELINE (self));

  if (dossier == NULL)
    return;
  self->scale.today = today;
  self->range = gh_time_axis_range (dossier->campaign, dossier->activities, today);
  if (!self->unit_chosen)
    self->unit = gh_time_scale_for (&self->range);
  self->current = gh_calendar_next (shown, today);
  gh_list_sync (self->list, shown, activity_id, show_row, self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  draw_again (self);
}

GhTimeScale
gh_timeline_get_scale (GhTimeline *self)
{
  g_return_val_if_fail (GH_IS_TIMELINE (self), GH_TIME_SCALE_MONTH);
  return self->unit;
}

void
gh_timeline_set_scale (GhTimeline *self, GhTimeScale scale)
{
  g_return_if_fail (GH_IS_TIMELINE (self));

  self->unit = scale;
  self->unit_chosen = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  draw_again (self);
}

gint64
gh_timeline_get_selected (GhTimeline *self)
{
  g_return_val_if_fail (GH_IS_TIMELINE (self), 0);
  return gh_list_selected_id (self->list);
}

gboolean
gh_timeline_select (GhTimeline *self, gint64 id)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (GH_IS_TIMELINE (self), FALSE);

  row = gh_list_find (self->list, id);
  gtk_list_box_select_row (self->list, row);
  return row != NULL;
}

static void
row_activated_cb (GhTimeline *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[ACTIVATED], 0, gh_list_row_id (row));
}

static void
row_selected_cb (GhTimeline *self, GtkListBoxRow *row)
{
  if (row != NULL)
    scroll_to_bar (self, row);
  g_signal_emit (self, signals[SELECTED], 0);
}

/* --- size ------------------------------------------------------------------------------------- */

static void
gh_timeline_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline G_GNUC_UNUSED,
                     int *natural_baseline G_GNUC_UNUSED)
{
  GhTimeline *self = GH_TIMELINE (widget);
  GtkWidget *children[] = { self->head, self->scroller, self->scrollbar };

  *minimum = 0;
  *natural = 0;
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int its_minimum;
      int its_natural;

      gtk_widget_measure (children[i], orientation, for_size, &its_minimum, &its_natural, NULL,
                          NULL);
      *minimum = orientation == GTK_ORIENTATION_VERTICAL ? *minimum + its_minimum
                                                         : MAX (*minimum, its_minimum);
      *natural = orientation == GTK_ORIENTATION_VERTICAL ? *natural + its_natural
                                                         : MAX (*natural, its_natural);
    }
}

static void
gh_timeline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GhTimeline *self = GH_TIMELINE (widget);
  int names = gh_timeline_names_width (width);
  GtkAllocation place = { 0, 0, width, 0 };
  int bar = 0;

  lay_axis_out (self, width);
  if (gtk_widget_get_child_visible (self->scrollbar))
    gtk_widget_measure (self->scrollbar, GTK_ORIENTATION_VERTICAL, -1, &bar, NULL, NULL, NULL);
  gtk_widget_measure (self->head, GTK_ORIENTATION_VERTICAL, width, &place.height, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->head, &place, baseline);
  place.y = place.height;
  place.height = MAX (height - place.y - bar, 0);
  gtk_widget_size_allocate (self->scroller, &place, baseline);
  if (bar == 0)
    return;
  place.x = names;
  place.width = MAX (width - names, 0);
  place.y = height - bar;
  place.height = bar;
  gtk_widget_size_allocate (self->scrollbar, &place, baseline);
}

/* --- class ------------------------------------------------------------------------------------ */

static void
gh_timeline_dispose (GObject *object)
{
  GhTimeline *self = GH_TIMELINE (object);

  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->scrollbar, gtk_widget_unparent);

  G_OBJECT_CLASS (gh_timeline_parent_class)->dispose (object);
}

static void
gh_timeline_finalize (GObject *object)
{
  gh_timeline_scale_clear (&GH_TIMELINE (object)->scale);

  G_OBJECT_CLASS (gh_timeline_parent_class)->finalize (object);
}

static void
gh_timeline_class_init (GhTimelineClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_timeline_dispose;
  G_OBJECT_CLASS (class)->finalize = gh_timeline_finalize;
  widget_class->measure = gh_timeline_measure;
  widget_class->size_allocate = gh_timeline_size_allocate;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "timeline");
}

static void
make_list (GhTimeline *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (self->list, FALSE);
  gtk_list_box_set_placeholder (self->list, gh_calendar_filter_placeholder ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Progress of the activities"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static void
gh_timeline_init (GhTimeline *self)
{
  GtkEventController *wheel =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->head = gh_timeline_head_new (&self->scale);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  make_list (self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  self->scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL, self->adjustment);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scrollbar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Days shown"), -1);
  gtk_widget_set_parent (self->scrollbar, GTK_WIDGET (self));
  g_signal_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (wheel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
}
