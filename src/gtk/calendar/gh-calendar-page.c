/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-calendar-page.h"

#include <glib/gi18n-lib.h>

#include "gh-activity-window.h"
#include "gh-agenda.h"
#include "gh-dialogs.h"
#include "gh-edits.h"
#include "gh-month-grid.h"
#include "gh-settings.h"
#include "gh-toaster.h"

struct _GhCalendarPage
{
  GhPage parent_instance;

  /* Template children */
  GhAgenda *agenda;
  GtkWidget *content;
  GtkDropDown *filter;
  GhMonthGrid *grid;
  GtkToggleButton *list_button;
  GtkToggleButton *month_button;
  GtkLabel *month_label;
  GtkWidget *month_tools;
  GtkStack *stack;

  int year; /* on screen; 0 = not chosen yet */
  int month;
};

G_DEFINE_FINAL_TYPE (GhCalendarPage, gh_calendar_page, GH_TYPE_PAGE)

/* --- showing
 * -------------------------------------------------------------------------------------- */

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

static void
show_view (GhCalendarPage *self)
{
  GhWorkspace *workspace = gh_page_get_workspace (GH_PAGE (self));
  gboolean month = gtk_toggle_button_get_active (self->month_button);

  gtk_widget_set_visible (self->month_tools, month);
  gtk_stack_set_visible_child_name (self->stack, month ? "month" : "list");
  if (workspace == NULL)
    return;
  if (month)
    show_month (self, workspace);
  else
    gh_agenda_update (self->agenda, workspace, get_filter (self));
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

  gtk_drop_down_set_selected (self->filter, GH_FILTER_ALL);
  gtk_toggle_button_set_active (self->list_button, TRUE);
  return gh_agenda_select (self->agenda, id);
}

/* --- commands
 * --------------------------------------------------------------------------------------- */

static void
view_toggled_cb (GhCalendarPage *self)
{
  gh_settings_set_int (gh_settings_of (GTK_WIDGET (self)), "calendar", "month",
                       gtk_toggle_button_get_active (self->month_button));
  show_view (self);
}

static void
filter_changed_cb (GhCalendarPage *self)
{
  show_view (self);
}

static void
move_month (GhCalendarPage *self, int by)
{
  int month = self->year * 12 + self->month - 1 + by;

  self->year = CLAMP (month / 12, 1900, 2100);
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
}

static void
edit_cb (GhCalendarPage *self, gint64 id)
{
  GhWorkspace *workspace = gh_page_get_workspace (GH_PAGE (self));
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);

  for (guint i = 0; dossier != NULL && i < dossier->activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (dossier->activities, i);

      if (activity->id == id)
        {
          gh_activity_window_present (GTK_WIDGET (self), workspace, activity);
          return;
        }
    }
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
done_action_cb (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED)
{
  GhCalendarPage *self = GH_CALENDAR_PAGE (widget);
  gint64 id = gh_agenda_get_selected (self->agenda);
  g_autoptr (GError) error = NULL;

  if (id == 0 || gtk_toggle_button_get_active (self->month_button))
    gh_toast (widget, _("Choose an activity in the list first."));
  else if (gh_edit_set_activity_state (gh_page_get_workspace (GH_PAGE (self)), id, GH_ACTIVITY_DONE,
                                       &error))
    gh_toast_undo (widget, _("Marked as done"));
  else
    gh_dialog_error (widget, _("The activity could not be changed"), error);
}

static void
delete_action_cb (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED)
{
  GhCalendarPage *self = GH_CALENDAR_PAGE (widget);
  gint64 id = gh_agenda_get_selected (self->agenda);

  if (id == 0 || gtk_toggle_button_get_active (self->month_button))
    gh_toast (widget, _("Choose an activity in the list first."));
  else
    gh_activity_delete (widget, gh_page_get_workspace (GH_PAGE (self)), id);
}

/* --- class
 * -------------------------------------------------------------------------------------------- */

static void
gh_calendar_page_root (GtkWidget *widget)
{
  GhCalendarPage *self = GH_CALENDAR_PAGE (widget);

  GTK_WIDGET_CLASS (gh_calendar_page_parent_class)->root (widget);

  if (!gh_settings_get_int (gh_settings_of (widget), "calendar", "month", TRUE))
    gtk_toggle_button_set_active (self->list_button, TRUE);
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
  gtk_widget_class_bind_template_child (widget_class, GhCalendarPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
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
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/calendar/gh-calendar-page.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "calendar.add", NULL, add_action_cb);
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
