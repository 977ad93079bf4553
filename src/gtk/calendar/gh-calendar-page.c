/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-calendar-page.h"

struct _GhCalendarPage
{
  GhPage parent_instance;

  /* Template children */
  GtkWidget *title;
};

G_DEFINE_FINAL_TYPE (GhCalendarPage, gh_calendar_page, GH_TYPE_PAGE)

static void
gh_calendar_page_refresh (GhPage *page)
{
  GhCalendarPage *self = GH_CALENDAR_PAGE (page);
  GhDossier *dossier = gh_workspace_get_dossier (gh_page_get_workspace (page));

  gtk_label_set_text (GTK_LABEL (self->title), dossier != NULL ? dossier->campaign->name : "");
}

static void
gh_calendar_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GH_TYPE_CALENDAR_PAGE);

  G_OBJECT_CLASS (gh_calendar_page_parent_class)->dispose (object);
}

static void
gh_calendar_page_class_init (GhCalendarPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_calendar_page_dispose;
  GH_PAGE_CLASS (class)->refresh = gh_calendar_page_refresh;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/calendar/gh-calendar-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GhCalendarPage, title);
}

static void
gh_calendar_page_init (GhCalendarPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
