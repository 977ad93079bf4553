/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-reports-page.h"

#include <glib/gi18n-lib.h>

#include "gh-doc-build.h"
#include "gh-export-info.h"
#include "gh-fonts.h"
#include "gh-report-card.h"

#define N_CARDS 3

struct _GhReportsPage
{
  GhPage parent_instance;

  /* Template children */
  GtkFlowBox *cards;
  GtkWidget *problem;
  GtkLabel *problem_label;

  /* Borrowed: in cards */
  GhReportCard *card[N_CARDS];

  guint draw_id;
  guint next_card; /* to be drawn */
};

G_DEFINE_FINAL_TYPE (GhReportsPage, gh_reports_page, GH_TYPE_PAGE)

static const struct
{
  GhExportKind kind;
  const char *title;
  const char *description;
  GhDoc *(*build) (const GhSummary *summary);
} reports[N_CARDS] = {
  { GH_EXPORT_PLAN, N_("Campaign plan"),
    N_("As the decree on documents wants it, ready to be signed. Figures come from targets and "
       "quotas."),
    gh_doc_build_plan },
  { GH_EXPORT_SUMMARY, N_("Summary for the province"),
    N_("Quota against result for each unit, with sums as live formulas, the calendar and the "
       "targets."),
    gh_doc_build_summary },
  { GH_EXPORT_CALENDAR, N_("Calendar of activities"),
    N_("For the telephone and Outlook, for Excel, or to be put up on the wall."),
    gh_doc_build_calendar },
};

static void
show_problem (GhReportsPage *self, const GError *error)
{
  gtk_label_set_text (self->problem_label, error->message);
  gtk_widget_set_visible (self->problem, TRUE);
}

static void
draw_card (GhReportsPage *self, guint index, const GhSummary *summary)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhDoc) doc = reports[index].build (summary);
  g_autoptr (GhPages) pages = NULL;
  GhFontSet *fonts = gh_fonts_of (GTK_WIDGET (self), &error);

  if (fonts != NULL)
    pages = gh_layout_run (doc, fonts, NULL, &error);
  gh_report_card_set_pages (self->card[index], pages);
  if (error != NULL)
    show_problem (self, error);
}

/* One picture a turn of the main loop, so that the page is there at once. */
static gboolean
draw_next_cb (gpointer user_data)
{
  GhReportsPage *self = user_data;
  GhWorkspace *workspace = gh_page_get_workspace (GH_PAGE (self));
  const GhSummary *summary = workspace != NULL ? gh_workspace_get_summary (workspace) : NULL;

  if (summary != NULL && self->next_card < N_CARDS)
    draw_card (self, self->next_card++, summary);
  if (summary != NULL && self->next_card < N_CARDS)
    return G_SOURCE_CONTINUE;
  self->draw_id = 0;
  return G_SOURCE_REMOVE;
}

static void
gh_reports_page_refresh (GhPage *page)
{
  GhReportsPage *self = GH_REPORTS_PAGE (page);
  GhWorkspace *workspace = gh_page_get_workspace (page);

  gtk_widget_set_visible (self->problem, FALSE);
  for (guint i = 0; i < N_CARDS; i++)
    {
      gh_report_card_update (self->card[i], workspace);
      /* The last campaign was deleted: its pages go with it. */
      if (gh_workspace_get_campaign_id (workspace) == 0)
        gh_report_card_set_pages (self->card[i], NULL);
    }
  self->next_card = 0;
  if (self->draw_id == 0)
    self->draw_id = g_idle_add_full (G_PRIORITY_LOW, draw_next_cb, self, NULL);
}

static gboolean
gh_reports_page_go_to (GhPage *page, const char *kind G_GNUC_UNUSED, gint64 id G_GNUC_UNUSED)
{
  GhReportsPage *self = GH_REPORTS_PAGE (page);

  for (guint i = 0; i < N_CARDS; i++)
    gh_report_card_update (self->card[i], gh_page_get_workspace (page));
  return TRUE;
}

static void
gh_reports_page_dispose (GObject *object)
{
  GhReportsPage *self = GH_REPORTS_PAGE (object);

  g_clear_handle_id (&self->draw_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), GH_TYPE_REPORTS_PAGE);

  G_OBJECT_CLASS (gh_reports_page_parent_class)->dispose (object);
}

static void
gh_reports_page_class_init (GhReportsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_reports_page_dispose;
  GH_PAGE_CLASS (class)->refresh = gh_reports_page_refresh;
  GH_PAGE_CLASS (class)->go_to = gh_reports_page_go_to; /* kind "export": something was exported */

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/reports/gh-reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GhReportsPage, cards);
  gtk_widget_class_bind_template_child (widget_class, GhReportsPage, problem);
  gtk_widget_class_bind_template_child (widget_class, GhReportsPage, problem_label);
}

static void
gh_reports_page_init (GhReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_CARDS; i++)
    {
      GtkWidget *card =
        gh_report_card_new (reports[i].kind, _(reports[i].title), _(reports[i].description));

      self->card[i] = GH_REPORT_CARD (card);
      gtk_flow_box_append (self->cards, card);
      /* The buttons in it take the keyboard, not the frame around them. */
      gtk_widget_set_focusable (gtk_widget_get_parent (card), FALSE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (card)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, _(reports[i].title), -1);
    }
}
