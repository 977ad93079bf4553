/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-overview-page.h"

#include <glib/gi18n-lib.h>

#include "gh-cell.h"
#include "gh-figure.h"
#include "gh-number.h"
#include "gh-todo-list.h"
#include "gh-unit-progress.h"

struct _GhOverviewPage
{
  GhPage parent_instance;

  /* Template children */
  GhFigure *assigned;
  GtkWidget *content;
  GhUnitProgress *progress;
  GtkLabel *progress_title;
  GhFigure *received;
  GhFigure *registered;
  GtkLabel *subtitle;
  GhFigure *target;
  GtkLabel *title;
  GhTodoList *todo;
};

G_DEFINE_FINAL_TYPE (GhOverviewPage, gh_overview_page, GH_TYPE_PAGE)

/* What the four figures count: blood units where the campaign knows them, else what it has. */
static GhIndicator
main_indicator (const GhSummary *summary)
{
  GhIndicator indicators[GH_N_INDICATORS];
  guint n = gh_summary_indicators (summary, indicators, GH_N_INDICATORS);

  for (guint i = 0; i < n; i++)
    if (indicators[i] == GH_INDICATOR_BLOOD_UNITS)
      return GH_INDICATOR_BLOOD_UNITS;
  for (guint i = 0; i < n; i++)
    if (!gh_indicator_is_percent (indicators[i]))
      return indicators[i];
  return GH_INDICATOR_BLOOD_UNITS;
}

/* Share of the campaign's period that is over, below 0 if the period is not known. */
static double
time_elapsed (const GhCampaign *campaign, guint32 today)
{
  const GhDateSpan *period = &campaign->period;
  guint32 n_days;

  if (gh_date_span_is_empty (period))
    return -1;
  n_days = period->end - period->start + 1;
  if (today < period->start)
    return 0;
  return MIN (1, (double) (today - period->start + 1) / (double) n_days);
}

static char *
dup_elapsed_note (const GhCampaign *campaign, guint32 today)
{
  const GhDateSpan *period = &campaign->period;
  g_autofree char *percent = NULL;
  gint64 n_days;

  if (gh_date_span_is_empty (period))
    return g_strdup (_("No period is set"));
  n_days = (gint64) period->end - period->start + 1;
  percent =
    gh_number_format_percent (CLAMP ((gint64) today - period->start + 1, 0, n_days), n_days);
  /* Translators: %s is a share such as "42,7 %" */
  return g_strdup_printf (_("%s of the time is over"), percent);
}

static void
show_target (GhOverviewPage *self, const GhTarget *target, GhIndicator indicator, const char *note)
{
  g_autofree char *figure = target != NULL ? gh_number_format_exact (target->value) : NULL;
  g_autofree char *caption =
    g_strdup_printf (/* Translators: %s is what is counted: "blood units" */
                     _("Target (%s)"), gh_indicator_name (indicator));

  gh_figure_set (self->target, caption, figure != NULL ? figure : "–", -1, -1,
                 target != NULL ? note : _("No target is set in the plan"));
}

/* @value_tenths against the target, if there is one. */
static void
show_share (GhFigure *figure,
            const char *caption,
            gint64 value_tenths,
            const GhTarget *target,
            double elapsed,
            const char *nothing)
{
  g_autofree char *text = gh_cell_tenths (value_tenths);
  g_autofree char *percent = NULL;
  g_autofree char *note = NULL;
  double share = -1;

  if (value_tenths >= 0 && target != NULL && target->value > 0)
    {
      percent = gh_number_format_percent (value_tenths, (gint64) (target->value * 10));
      /* Translators: %s is a share such as "42,7 %" */
      note = g_strdup_printf (_("%s of the target"), percent);
    }
  if (target != NULL && target->value > 0)
    share = (double) MAX (value_tenths, 0) / 10 / target->value;
  gh_figure_set (figure, caption, text, share, elapsed,
                 note != NULL       ? note
                 : value_tenths < 0 ? nothing
                                    : _("No target to compare with"));
}

static const GhTarget *
registration_target (const GhSummary *summary, const GhTarget *fallback)
{
  const GhTarget *target = gh_summary_target (summary, GH_INDICATOR_REGISTRATIONS);

  if (target == NULL)
    target = gh_summary_target (summary, GH_INDICATOR_DONORS);
  return target != NULL ? target : fallback;
}

static void
show_figures (GhOverviewPage *self, const GhSummary *summary, guint32 today)
{
  const GhCampaign *campaign = summary->dossier->campaign;
  const GhTotals *total = &summary->total;
  GhIndicator indicator = main_indicator (summary);
  const GhTarget *target = gh_summary_target (summary, indicator);
  double elapsed = time_elapsed (campaign, today);
  g_autofree char *note = dup_elapsed_note (campaign, today);
  gint64 quota = total->quota[indicator];
  g_autofree char *progress = NULL;

  show_target (self, target, indicator, note);
  show_share (self->assigned, _("Assigned to units"), quota < 0 ? -1 : quota * 10, target, -1,
              _("No quota is assigned yet"));
  show_share (self->registered, _("Registered (persons)"),
              total->registered < 0 ? -1 : total->registered * 10,
              registration_target (summary, target), elapsed, _("Nobody has reported yet"));
  show_share (self->received, _("Received"), gh_totals_result_tenths (total, indicator), target,
              elapsed, _("Nothing has been received yet"));
  /* Translators: %s is what is counted: "blood units" */
  progress = g_strdup_printf (_("Progress by unit (%s)"), gh_indicator_name (indicator));
  gtk_label_set_text (self->progress_title, progress);
  gh_unit_progress_update (self->progress, summary, indicator, elapsed);
}

static void
show_head (GhOverviewPage *self, const GhCampaign *campaign)
{
  g_autofree char *period = gh_date_span_format (&campaign->period, GH_DATE_NORMAL);
  g_autofree char *text = NULL;

  gtk_label_set_text (self->title, campaign->name);
  text = *campaign->theme != '\0' && *period != '\0'
           ? g_strdup_printf ("%s · %s", period, campaign->theme)
           : g_strconcat (period, campaign->theme, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), campaign->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->subtitle), text);
  gtk_label_set_text (self->subtitle, text);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *text != '\0');
}

static void
show_status (GhOverviewPage *self, const GhSummary *summary)
{
  const GhTotals *total = &summary->total;
  g_autofree char *n_leaves = gh_number_format (total->n_leaves);
  g_autofree char *n_reported = gh_number_format (total->n_reported);
  g_autofree char *text = g_strdup_printf (
    /* Translators: number of units, how many of them have reported results */
    _("%s units, %s of them have reported results"), n_leaves, n_reported);

  gh_page_set_status (GH_PAGE (self), text);
}

static void
gh_overview_page_refresh (GhPage *page)
{
  GhOverviewPage *self = GH_OVERVIEW_PAGE (page);
  GhWorkspace *workspace = gh_page_get_workspace (page);
  const GhSummary *summary = gh_workspace_get_summary (workspace);

  gtk_stack_set_visible_child_name (GTK_STACK (self->content), summary != NULL ? "page" : "empty");
  gh_todo_list_update (self->todo, workspace);
  if (summary == NULL)
    {
      gh_page_set_status (page, NULL);
      return;
    }
  show_head (self, summary->dossier->campaign);
  show_figures (self, summary, gh_workspace_get_today (workspace));
  show_status (self, summary);
}

static void
gh_overview_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), GH_TYPE_OVERVIEW_PAGE);

  G_OBJECT_CLASS (gh_overview_page_parent_class)->dispose (object);
}

static void
gh_overview_page_class_init (GhOverviewPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_overview_page_dispose;
  GH_PAGE_CLASS (class)->refresh = gh_overview_page_refresh;

  g_type_ensure (GH_TYPE_FIGURE);
  g_type_ensure (GH_TYPE_TODO_LIST);
  g_type_ensure (GH_TYPE_UNIT_PROGRESS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/overview/gh-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GhOverviewPage, assigned);
  gtk_widget_class_bind_template_child (widget_class, GhOverviewPage, content);
  gtk_widget_class_bind_template_child (widget_class, GhOverviewPage, progress);
  gtk_widget_class_bind_template_child (widget_class, GhOverviewPage, progress_title);
  gtk_widget_class_bind_template_child (widget_class, GhOverviewPage, received);
  gtk_widget_class_bind_template_child (widget_class, GhOverviewPage, registered);
  gtk_widget_class_bind_template_child (widget_class, GhOverviewPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, GhOverviewPage, target);
  gtk_widget_class_bind_template_child (widget_class, GhOverviewPage, title);
  gtk_widget_class_bind_template_child (widget_class, GhOverviewPage, todo);
}

static void
gh_overview_page_init (GhOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
