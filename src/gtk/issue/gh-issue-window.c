/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-issue-window.h"

#include <glib/gi18n-lib.h>

#include "gh-control-names.h"
#include "gh-date-entry.h"
#include "gh-dialogs.h"
#include "gh-jobs.h"
#include "gh-toaster.h"

/* Wait for the end of a burst of keys before the paper is made and checked anew. */
#define CHECK_DELAY_MS 150

struct _GhIssueWindow
{
  GtkWindow parent_instance;

  /* Owned */
  GhWorkspace *workspace;
  GhPaper *paper; /* of what is entered; NULL where it cannot be issued */
  char *seen;     /* the findings that the tick under them is about */

  /* Template children */
  GtkLabel *committee;
  GhDateEntry *date;
  GtkWidget *findings_box;
  GtkListBox *findings;
  GtkLabel *findings_head;
  GtkWidget *issue;
  GtkEditable *number;
  GtkCheckButton *overrule;
  GtkLabel *printed;
  GtkLabel *problem;
  GtkLabel *series;

  gint64 campaign_id;
  guint check_timeout;
  int year;       /* of the register that is shown */
  int suggested;  /* by that register */
  gboolean stale; /* the register may have been changed since it was read */
};

G_DEFINE_FINAL_TYPE (GhIssueWindow, gh_issue_window, GTK_TYPE_WINDOW)

/* --- the register ----------------------------------------------------------------------------- */

/* (nullable): the last entry that is not this plan itself, which may bear its number already. */
static const GhDocumentNumber *
find_last (GhIssueWindow *self, const GhDocumentSeries *series)
{
  gint64 own = gh_workspace_get_campaign_id (self->workspace);

  for (guint i = series->numbers->len; i-- > 0;)
    {
      const GhDocumentNumber *number = g_ptr_array_index (series->numbers, i);

      if (number->id != 0 || number->campaign_id != own)
        return number;
    }
  return NULL;
}

static void
show_series (GhIssueWindow *self, const GhDocumentSeries *series)
{
  const GhDocumentNumber *taken = find_last (self, series);
  g_autofree char *notes = gh_issue_describe_series (series);
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;

  if (taken == NULL)
    /* Translators: %d is a year. */
    last = g_strdup_printf (_("The register of %d is empty."), series->year);
  else
    {
      g_autofree char *number = gh_document_number_format (taken->number);
      g_autofree char *title =
        g_strdup (*taken->title != '\0' ? taken->title : taken->document_kind);

      /* Translators: %d is a year, %s the number of a document and %s its title. */
      last = g_strdup_printf (_("Last in the register of %d: %s, %s."), series->year, number,
                              g_strdelimit (title, "\n", ' '));
    }
  text = g_strdup_printf ("%s%s%s", last, *notes != '\0' ? " " : "", notes);
  gtk_label_set_text (self->series, text);
}

/* Another year has another register; a number that was typed by hand stays. */
static void
follow_year (GhIssueWindow *self, guint32 day)
{
  g_autoptr (GhDocumentSeries) series = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = gh_document_number_format (self->suggested);
  int year = 0;
  int suggested = 0;

  if (day != 0)
    gh_day_to_ymd (day, &year, NULL, NULL);
  if (day == 0 || (year == self->year && !self->stale))
    return;
  series = gh_issue_load_series (self->workspace, day, &suggested, &error);
  if (series == NULL)
    {
      gtk_label_set_text (self->series, error->message);
      return;
    }
  if (self->year == 0 || g_str_equal (gtk_editable_get_text (self->number), before))
    {
      g_autofree char *number = gh_document_number_format (suggested);

      gtk_editable_set_text (self->number, number);
    }
  self->year = year;
  self->suggested = suggested;
  self->stale = FALSE;
  show_series (self, series);
}

/* --- the paper -------------------------------------------------------------------------------- */

static char *
describe_finding (const GhFinding *finding)
{
  gboolean forbidden = gh_issue_bar (finding) == GH_ISSUE_FORBIDDEN;

  /* Translators: %s is a place in the plan, %s what is wrong there. */
  return g_strdup_printf (forbidden ? _("%s: %s (must be corrected)") : "%s: %s", finding->where,
                          finding->message);
}

static GtkWidget *
make_finding_row (const GhFinding *finding, const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (gh_issue_bar (finding) == GH_ISSUE_FORBIDDEN)
    gtk_widget_add_css_class (label, "error");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return row;
}

/* Who let one list of findings stand has not seen another. */
static void
ask_anew (GhIssueWindow *self, const char *findings)
{
  if (g_strcmp0 (self->seen, findings) == 0)
    return;
  g_free (self->seen);
  self->seen = g_strdup (findings);
  gtk_check_button_set_active (self->overrule, FALSE);
}

static void
show_findings (GhIssueWindow *self)
{
  g_autoptr (GString) all = g_string_new (NULL);
  const GPtrArray *findings = self->paper != NULL ? gh_paper_get_findings (self->paper) : NULL;
  guint n = findings != NULL ? findings->len : 0;
  gboolean forbidden = n > 0 && gh_paper_get_bar (self->paper) == GH_ISSUE_FORBIDDEN;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->findings))) != NULL)
    gtk_list_box_remove (self->findings, row);
  for (guint i = 0; i < n; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *text = describe_finding (finding);

      gtk_list_box_append (self->findings, make_finding_row (finding, text));
      g_string_append_printf (all, "%s\n", text);
    }
  ask_anew (self, all->str);
  gtk_label_set_text (
    self->findings_head,
    forbidden ? _("This has to be corrected before the plan can be issued:")
              : _("The check found errors. Correct them, or say that they are to stand:"));
  gtk_widget_set_visible (self->findings_box, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->overrule), n > 0 && !forbidden);
}

static void
update_button (GhIssueWindow *self)
{
  GhIssueBar bar = self->paper != NULL ? gh_paper_get_bar (self->paper) : GH_ISSUE_FORBIDDEN;

  gtk_widget_set_sensitive (
    self->issue,
    bar == GH_ISSUE_FREE || (bar == GH_ISSUE_ASK && gtk_check_button_get_active (self->overrule)));
}

static void
show_paper (GhIssueWindow *self, guint32 day, const char *problem)
{
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;
  int year = 0;
  int month = 0;
  int day_of_month = 0;

  if (self->paper != NULL)
    {
      g_autoptr (GhPlan) plan = gh_plan_new ();

      gh_day_to_ymd (day, &year, &month, &day_of_month);
      plan->issue_year = year;
      plan->issue_month = month;
      plan->issue_day = day_of_month;
      date = gh_plan_format_date (plan);
      /* As it is printed, so in Vietnamese. */
      text = g_strdup_printf ("Số: %s, %s", gh_paper_get_number (self->paper), date);
    }
  gtk_label_set_text (self->printed, text != NULL ? text : "");
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->printed), self->paper != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), self->paper == NULL && problem != NULL);
  show_findings (self);
  update_button (self);
}

static void
check (GhIssueWindow *self)
{
  GhDateSpan span = GH_DATE_SPAN_INIT;
  gboolean is_day =
    gh_date_entry_get_span (self->date, &span) && span.start != 0 && span.start == span.end;
  guint32 day = is_day ? span.start : 0;
  g_autoptr (GError) error = NULL;

  follow_year (self, day);
  g_clear_pointer (&self->paper, gh_paper_free);
  self->paper = gh_paper_new (
    self->workspace, day, gh_document_number_parse (gtk_editable_get_text (self->number)), &error);
  show_paper (self, day, error != NULL ? error->message : NULL);
}

static gboolean
check_cb (gpointer user_data)
{
  GhIssueWindow *self = user_data;

  self->check_timeout = 0;
  check (self);
  return G_SOURCE_REMOVE;
}

static void
entered_cb (GhIssueWindow *self)
{
  gtk_widget_set_sensitive (self->issue, FALSE);
  if (self->workspace != NULL && self->check_timeout == 0)
    self->check_timeout = g_timeout_add (CHECK_DELAY_MS, check_cb, self);
}

/* By another program: what is shown is what would be issued. */
static void
workspace_changed_cb (GhIssueWindow *self)
{
  if (gh_workspace_get_campaign_id (self->workspace) != self->campaign_id)
    {
      gtk_window_close (GTK_WINDOW (self)); /* the plan has gone */
      return;
    }
  self->stale = TRUE;
  entered_cb (self);
}

/* --- issuing ---------------------------------------------------------------------------------- */

typedef struct
{
  GhWorkspace *workspace;
  gboolean overrule;
} Issue;

static void
issue_free (gpointer data)
{
  Issue *issue = data;

  g_object_unref (issue->workspace);
  g_free (issue);
}

static void
rendered (GtkWidget *widget, GhJob *job, gpointer user_data)
{
  Issue *issue = user_data;
  g_autoptr (GhPaper) paper = gh_job_steal_paper (job);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!gh_edit_issue_plan (issue->workspace, paper, issue->overrule, &error))
    {
      gh_dialog_error (widget, _("The plan was not issued"), error);
      return;
    }
  /* Translators: %s is the number of a document, "05/KH-BCĐ". */
  text = g_strdup_printf (_("Issued as number %s"), gh_paper_get_number (paper));
  gh_toast_undo (widget, text);
}

/* The window goes at once: the paper is made in the main one, where it shows and can be cancelled.
 */
static void
issue_clicked_cb (GhIssueWindow *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  Issue *issue;

  if (self->paper == NULL || parent == NULL)
    return;
  issue = g_new0 (Issue, 1);
  issue->workspace = g_object_ref (self->workspace);
  issue->overrule = gtk_check_button_get_active (self->overrule);
  gh_jobs_run (parent, gh_job_new_paper (g_steal_pointer (&self->paper)),
               _("The plan was not issued"), rendered, issue, issue_free);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* --- the window ------------------------------------------------------------------------------- */

static void
gh_issue_window_dispose (GObject *object)
{
  GhIssueWindow *self = GH_ISSUE_WINDOW (object);

  g_clear_handle_id (&self->check_timeout, g_source_remove);
  g_clear_pointer (&self->paper, gh_paper_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (gh_issue_window_parent_class)->dispose (object);
}

static void
gh_issue_window_finalize (GObject *object)
{
  g_free (GH_ISSUE_WINDOW (object)->seen);

  G_OBJECT_CLASS (gh_issue_window_parent_class)->finalize (object);
}

static void
gh_issue_window_class_init (GhIssueWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_issue_window_dispose;
  G_OBJECT_CLASS (class)->finalize = gh_issue_window_finalize;

  g_type_ensure (GH_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/issue/gh-issue-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GhIssueWindow, committee);
  gtk_widget_class_bind_template_child (widget_class, GhIssueWindow, date);
  gtk_widget_class_bind_template_child (widget_class, GhIssueWindow, findings);
  gtk_widget_class_bind_template_child (widget_class, GhIssueWindow, findings_box);
  gtk_widget_class_bind_template_child (widget_class, GhIssueWindow, findings_head);
  gtk_widget_class_bind_template_child (widget_class, GhIssueWindow, issue);
  gtk_widget_class_bind_template_child (widget_class, GhIssueWindow, number);
  gtk_widget_class_bind_template_child (widget_class, GhIssueWindow, overrule);
  gtk_widget_class_bind_template_child (widget_class, GhIssueWindow, printed);
  gtk_widget_class_bind_template_child (widget_class, GhIssueWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, GhIssueWindow, series);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, issue_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_button);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gh_issue_window_init (GhIssueWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gh_names_mend (GTK_WIDGET (self));
  gh_date_entry_set_label (self->date, _("Date of issue"));
}

void
gh_issue_window_present (GtkWidget *parent, GhWorkspace *workspace)
{
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  GhIssueWindow *self;
  GhDateSpan span = GH_DATE_SPAN_INIT;
  const GhPlan *plan;
  int year = 0;

  if (dossier == NULL)
    return;
  plan = dossier->plan;
  self = g_object_new (GH_TYPE_ISSUE_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);
  self->workspace = g_object_ref (workspace);
  self->campaign_id = dossier->campaign->id;
  gtk_label_set_text (self->committee, plan->issuer);
  /* What is issued once more bears the day of that, not the one it was issued on first. */
  if (plan->state != GH_PLAN_AMENDED)
    span.start = gh_day_from_ymd (plan->issue_year, plan->issue_month, plan->issue_day);
  if (span.start == 0)
    span.start = gh_workspace_get_today (workspace);
  span.end = span.start;
  gh_day_to_ymd (span.start, &year, NULL, NULL);
  gh_date_entry_set_span (self->date, &span, year);
  check (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}
