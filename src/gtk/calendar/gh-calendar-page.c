/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-calendar-page.h"

#include <glib/gi18n-lib.h>

#include "gh-activity-window.h"
#include "gh-agenda.h"
#include "gh-control-names.h"
#include "gh-dialogs.h"
#include "gh-edits.h"
#include "gh-month-grid.h"
#include "gh-observances-window.h"
#include "gh-settings.h"
#include "gh-timeline-legend.h"
#include "gh-timeline.h"
#include "gh-toaster.h"

/* The views, in the order of their buttons; the number is kept in the settings. */
typedef enum
{
  VIEW_MONTH,
  VIEW_LIST,
  VIEW_TIMELINE,
  N_VIEWS
} View;

static const char *const view_names[N_VIEWS] = { "month", "list", "timeline" };

struct _GhCalendarPage
{
  GhPage parent_instance;

  /* Template children */
  GhAgenda *agenda;
  GtkWidget *content;
  GtkButton *done_button;
  GtkDropDown *filter;
  GhMonthGrid *grid;
  GtkToggleButton *list_button;
  GtkToggleButton *month_button;
  GtkLabel *month_label;
  GtkWidget *month_tools;
  GtkToggleButton *months_button;
  GtkWidget *scale_tools;
  GtkStack *stack;
  GhTimeline *timeline;
  GtkToggleButton *timeline_button;
  GtkWidget *list_tools;
  GtkToggleButton *weeks_button;

  int year; /* on screen; 0 = not chosen yet */
  int month;
  gint64 selected;               /* last selected row of any view */
  gboolean today_shown[N_VIEWS]; /* it has been brought to today once */
  gboolean scale_follows;        /* the buttons follow the timeline, not the clerk */
};

G_DEFINE_FINAL_TYPE (GhCalendarPage, gh_calendar_page, GH_TYPE_PAGE)

/* --- showing ---------------------------------------------------------------------------------- */

static GhCalendarFilter
get_filter (GhCalendarPage *self)
{
  return (GhCalendarFilter) gtk_drop_down_get_selected (self->filter);
}

static void
show_status (GhCalendarPage *self, GhWorkspace *workspace, const GhDossier *dossier)
{
  guint32 today = gh_workspace_get_today (workspace);
  guint n_late = 0;
  guint n_coming = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < dossier->activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (dossier->activities, i);

      n_late += gh_calendar_filter_match (GH_FILTER_LATE, activity, today);
      n_coming += gh_calendar_filter_match (GH_FILTER_COMING, activity, today);
    }
  text = g_strdup_printf (
    /* Translators: numbers of activities: all, overdue, under way or within 14 days */
    _("%u activities · %u overdue · %u within 14 days"), dossier->activities->len, n_late,
    n_coming);
  gh_page_set_status (GH_PAGE (self), text);
}

static void
show_month (GhCalendarPage *self, GhWorkspace *workspace)
{
  g_autofree char *text = NULL;

  if (self->year == 0)
    gh_day_to_ymd (gh_workspace_get_today (workspace), &self->year, &self->month, NULL);
  /* Translators: month and year: "Month 02/2027" */
  text = g_strdup_printf (_("Month %02u/%u"), (guint) self->month, (guint) self->year);
  gtk_label_set_text (self->month_label, text);
  gh_month_grid_show (self->grid, workspace, self->year, self->month, get_filter (self));
}

static View
get_view (GhCalendarPage *self)
{
  if (gtk_toggle_button_get_active (self->timeline_button))
    return VIEW_TIMELINE;
  return gtk_toggle_button_get_active (self->list_button) ? VIEW_LIST : VIEW_MONTH;
}

static void
set_view (GhCalendarPage *self, View view)
{
  GtkToggleButton *buttons[] = { self->month_button, self->list_button, self->timeline_button };

  gtk_toggle_button_set_active (buttons[view], TRUE);
}

/* What the commands act on: the row selected in the view on screen, 0 = none. */
static const GhActivity *
get_selected (GhCalendarPage *self)
{
  GhWorkspace *workspace = gh_page_get_workspace (GH_PAGE (self));
  const GhDossier *dossier = workspace != NULL ? gh_workspace_get_dossier (workspace) : NULL;
  View view = get_view (self);
  gint64 id = view == VIEW_LIST       ? gh_agenda_get_selected (self->agenda)
              : view == VIEW_TIMELINE ? gh_timeline_get_selected (self->timeline)
                                      : 0;

  return dossier != NULL ? gh_dossier_find_activity (dossier, id) : NULL;
}

static void
show_commands (GhCalendarPage *self)
{
  const GhActivity *activity = get_selected (self);
  gboolean done = activity != NULL && activity->state != GH_ACTIVITY_PLANNED;

  gtk_widget_set_visible (GTK_WIDGET (self->done_button), get_view (self) != VIEW_MONTH);
  gtk_button_set_label (self->done_button, done ? _("Not _done yet") : _("Mark as _done"));
  gh_names_mend (GTK_WIDGET (self->done_button));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.done", activity != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.delete", activity != NULL);
}

static void
show_scale (GhCalendarPage *self)
{
  gboolean weeks = gh_timeline_get_scale (self->timeline) == GH_TIME_SCALE_WEEK;

  self->scale_follows = TRUE;
  gtk_toggle_button_set_active (weeks ? self->weeks_button : self->months_button, TRUE);
  self->scale_follows = FALSE;
}

/* Both lists begin with what is over; the first look goes to what is not. */
static void
show_lists_today (GhCalendarPage *self, View view)
{
  if (view == VIEW_TIMELINE)
    gh_timeline_show_today (self->timeline);
  else if (view == VIEW_LIST)
    gh_agenda_show_today (self->agenda);
}

static void
show_lists (GhCalendarPage *self, GhWorkspace *workspace, View view)
{
  if (view == VIEW_LIST)
    gh_agenda_update (self->agenda, workspace, get_filter (self));
  else
    {
      gh_timeline_update (self->timeline, workspace, get_filter (self));
      show_scale (self);
    }
  if (!self->today_shown[view])
    show_lists_today (self, view);
  self->today_shown[view] = TRUE;
}

static void
show_view (GhCalendarPage *self)
{
  GhWorkspace *workspace = gh_page_get_workspace (GH_PAGE (self));
  View view = get_view (self);

  gtk_widget_set_visible (self->month_tools, view == VIEW_MONTH);
  gtk_widget_set_visible (self->list_tools, view != VIEW_MONTH);
  gtk_widget_set_visible (self->scale_tools, view == VIEW_TIMELINE);
  if (workspace != NULL && view == VIEW_MONTH)
    show_month (self, workspace);
  else if (workspace != NULL)
    show_lists (self, workspace, view);
  /* Filled before: the keyboard then goes to the selected row and not to the first. */
  gtk_stack_set_visible_child_name (self->stack, view_names[view]);
  show_commands (self);
}

static void
gh_calendar_page_refresh (GhPage *page)
{
  GhCalendarPage *self = GH_CALENDAR_PAGE (page);
  GhWorkspace *workspace = gh_page_get_workspace (page);
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  gboolean any = dossier != NULL && dossier->activities->len > 0;

  gtk_stack_set_visible_child_name (GTK_STACK (self->content), any ? "page" : "empty");
  if (dossier != NULL)
    show_status (self, workspace, dossier);
  else
    gh_page_set_status (page, NULL);
  if (any)
    show_view (self);
}

static gboolean
gh_calendar_page_go_to (GhPage *page, const char *kind G_GNUC_UNUSED, gint64 id)
{
  GhCalendarPage *self = GH_CALENDAR_PAGE (page);
  gboolean found;

  gtk_drop_down_set_selected (self->filter, GH_FILTER_ALL);
  set_view (self, VIEW_LIST);
  found = gh_agenda_select (self->agenda, id);
  if (found)
    gh_agenda_focus_selected (self->agenda);
  return found;
}

/* --- commands --------------------------------------------------------------------------------- */

static void
view_toggled_cb (GhCalendarPage *self, GtkToggleButton *button)
{
  gint64 selected;

  /* Another button says what is shown now. */
  if (!gtk_toggle_button_get_active (button))
    return;
  gh_settings_set_int (gh_settings_of (GTK_WIDGET (self)), "calendar", "view",
                       (int) get_view (self));
  selected = self->selected;
  show_view (self);
  if (selected != 0 && get_view (self) == VIEW_LIST)
    gh_agenda_select (self->agenda, selected);
  else if (selected != 0 && get_view (self) == VIEW_TIMELINE)
    gh_timeline_select (self->timeline, selected);
}

static void
scale_toggled_cb (GhCalendarPage *self, GtkToggleButton *button)
{
  gboolean weeks = gtk_toggle_button_get_active (self->weeks_button);

  if (self->scale_follows || !gtk_toggle_button_get_active (button))
    return;
  gh_settings_set_int (gh_settings_of (GTK_WIDGET (self)), "calendar", "weeks", weeks);
  gh_timeline_set_scale (self->timeline, weeks ? GH_TIME_SCALE_WEEK : GH_TIME_SCALE_MONTH);
}

static void
selected_cb (GhCalendarPage *self)
{
  const GhActivity *activity;

  if (self->done_button == NULL) /* the page is going, and its lists are emptied */
    return;
  activity = get_selected (self);
  if (activity != NULL)
    self->selected = activity->id;
  show_commands (self);
}

static void
filter_changed_cb (GhCalendarPage *self)
{
  show_view (self);
}

static void
move_month (GhCalendarPage *self, int by)
{
  int month = CLAMP (self->year * 12 + self->month - 1 + by, 1900 * 12, 2100 * 12 + 11);

  self->year = month / 12;
  self->month = month % 12 + 1;
  show_view (self);
}

static void
previous_cb (GhCalendarPage *self)
{
  move_month (self, -1);
}

static void
next_cb (GhCalendarPage *self)
{
  move_month (self, 1);
}

static void
today_cb (GhCalendarPage *self)
{
  self->year = 0;
  show_view (self);
  show_lists_today (self, get_view (self));
}

static void
edit_cb (GhCalendarPage *self, gint64 id)
{
  GhWorkspace *workspace = gh_page_get_workspace (GH_PAGE (self));
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  const GhActivity *activity = dossier != NULL ? gh_dossier_find_activity (dossier, id) : NULL;

  if (activity != NULL)
    gh_activity_window_present (GTK_WIDGET (self), workspace, activity);
}

static void
add_on (GhCalendarPage *self, guint32 day)
{
  GhWorkspace *workspace = gh_page_get_workspace (GH_PAGE (self));
  GhDateSpan span = GH_DATE_SPAN_INIT;
  g_autoptr (GhActivity) activity = NULL;

  if (gh_workspace_get_campaign_id (workspace) == 0)
    return;
  if (day != 0)
    span = gh_date_span_day (day);
  activity = gh_activity_new ("", GH_ACTIVITY_SESSION, &span);
  gh_activity_window_present (GTK_WIDGET (self), workspace, activity);
}

static void
day_chosen_cb (GhCalendarPage *self, guint day)
{
  add_on (self, day);
}

static void
add_action_cb (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED)
{
  add_on (GH_CALENDAR_PAGE (widget), 0);
}

static void
observances_action_cb (GtkWidget *widget,
                       const char *name G_GNUC_UNUSED,
                       GVariant *target G_GNUC_UNUSED)
{
  GhWorkspace *workspace = gh_page_get_workspace (GH_PAGE (widget));

  if (gh_workspace_get_campaign_id (workspace) != 0)
    gh_observances_window_present (widget, workspace);
}

static void
done_action_cb (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED)
{
  GhCalendarPage *self = GH_CALENDAR_PAGE (widget);
  const GhActivity *activity = get_selected (self);
  gboolean done = activity != NULL && activity->state != GH_ACTIVITY_PLANNED;
  g_autoptr (GError) error = NULL;

  if (activity == NULL)
    return;
  if (gh_edit_set_activity_state (gh_page_get_workspace (GH_PAGE (self)), activity->id,
                                  done ? GH_ACTIVITY_PLANNED : GH_ACTIVITY_DONE, &error))
    gh_toast_undo (widget, done ? _("Marked as not done") : _("Marked as done"));
  else
    gh_dialog_error (widget, _("The activity could not be changed"), error);
}

static void
delete_action_cb (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED)
{
  GhCalendarPage *self = GH_CALENDAR_PAGE (widget);
  const GhActivity *activity = get_selected (self);

  if (activity != NULL)
    gh_activity_delete (widget, gh_page_get_workspace (GH_PAGE (self)), activity->id);
}

/* --- class ------------------------------------------------------------------------------------ */

static void
gh_calendar_page_root (GtkWidget *widget)
{
  GhCalendarPage *self = GH_CALENDAR_PAGE (widget);
  GhSettings *settings;
  int weeks;

  GTK_WIDGET_CLASS (gh_calendar_page_parent_class)->root (widget);

  settings = gh_settings_of (widget);
  weeks = gh_settings_get_int (settings, "calendar", "weeks", -1);

  set_view (self, (View) CLAMP (gh_settings_get_int (settings, "calendar", "view", VIEW_MONTH),
                                VIEW_MONTH, VIEW_TIMELINE));
  if (weeks >= 0)
    gh_timeline_set_scale (self->timeline, weeks ? GH_TIME_SCALE_WEEK : GH_TIME_SCALE_MONTH);
}

static void
gh_calendar_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GH_TYPE_CALENDAR_PAGE);

  G_OBJECT_CLASS (gh_calendar_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GhCalendarPage, agenda);
  gtk_widget_class_bind_template_child (widget_class, GhCalendarPage, content);
  gtk_widget_class_bind_template_child (widget_class, GhCalendarPage, filter);
  gtk_widget_class_bind_template_child (widget_class, GhCalendarPage, grid);
  gtk_widget_class_bind_template_child (widget_class, GhCalendarPage, list_button);
  gtk_widget_class_bind_template_child (widget_class, GhCalendarPage, month_button);
  gtk_widget_class_bind_template_child (widget_class, GhCalendarPage, month_label);
  gtk_widget_class_bind_template_child (widget_class, GhCalendarPage, month_tools);
  gtk_widget_class_bind_template_child (widget_class, GhCalendarPage, scale_tools);
  gtk_widget_class_bind_template_child (widget_class, GhCalendarPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GhCalendarPage, done_button);
  gtk_widget_class_bind_template_child (widget_class, GhCalendarPage, months_button);
  gtk_widget_class_bind_template_child (widget_class, GhCalendarPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, GhCalendarPage, timeline_button);
  gtk_widget_class_bind_template_child (widget_class, GhCalendarPage, list_tools);
  gtk_widget_class_bind_template_child (widget_class, GhCalendarPage, weeks_button);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, scale_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_toggled_cb);
}

static void
gh_calendar_page_class_init (GhCalendarPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_calendar_page_dispose;
  widget_class->root = gh_calendar_page_root;
  GH_PAGE_CLASS (class)->refresh = gh_calendar_page_refresh;
  GH_PAGE_CLASS (class)->go_to = gh_calendar_page_go_to;

  g_type_ensure (GH_TYPE_AGENDA);
  g_type_ensure (GH_TYPE_MONTH_GRID);
  g_type_ensure (GH_TYPE_TIMELINE);
  g_type_ensure (GH_TYPE_TIMELINE_LEGEND);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/calendar/gh-calendar-page.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "calendar.add", NULL, add_action_cb);
  gtk_widget_class_install_action (widget_class, "calendar.observances", NULL,
                                   observances_action_cb);
  gtk_widget_class_install_action (widget_class, "calendar.done", NULL, done_action_cb);
  gtk_widget_class_install_action (widget_class, "calendar.delete", NULL, delete_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "calendar.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "calendar.delete", NULL);
}

static void
gh_calendar_page_init (GhCalendarPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
