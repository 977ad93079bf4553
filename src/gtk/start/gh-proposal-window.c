/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-proposal-window.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "gh-control-names.h"
#include "gh-dialogs.h"
#include "gh-edits.h"
#include "gh-jobs.h"
#include "gh-place-row.h"
#include "gh-proposal-rows.h"
#include "gh-start-page.h"

struct _GhProposalWindow
{
  GtkWindow parent_instance;

  /* Owned */
  GhWorkspace *workspace; /* NULL: a new one */
  GhPlanReading *reading;
  GhProposalRows *rows;

  /* Template children */
  GtkBox *lines;
  GhPlaceRow *place;
};

G_DEFINE_FINAL_TYPE (GhProposalWindow, gh_proposal_window, GTK_TYPE_WINDOW)

/* A new workspace comes with an empty campaign; the plan that was read stands in its place. A file
 * without the plan is of no use, and its name would be taken when the clerk tries again. */
static gboolean
accept_as_new (GhProposalWindow *self, const char *path, GError **error)
{
  g_autoptr (GhWorkspace) workspace = NULL;
  gint64 empty;

  workspace = gh_workspace_create (path, NULL, self->reading->campaign->year, error);
  if (workspace == NULL)
    return FALSE;
  empty = gh_workspace_get_campaign_id (workspace);
  if (gh_edit_accept_plan (workspace, self->reading, error) &&
      (empty == 0 || gh_edit_delete_campaign (workspace, empty, error)))
    return TRUE;
  g_clear_object (&workspace);
  g_remove (path);
  return FALSE;
}

static gboolean
accept (GhProposalWindow *self, GError **error)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *path = NULL;

  if (self->workspace != NULL)
    return gh_edit_accept_plan (self->workspace, self->reading, error);
  path = gh_place_row_dup_path (self->place);
  return accept_as_new (self, path, error) && gh_start_open_workspace (GTK_WIDGET (parent), path);
}

static void
accept_clicked_cb (GhProposalWindow *self)
{
  g_autoptr (GError) error = NULL;

  gh_proposal_rows_apply (self->rows);
  if (accept (self, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gh_proposal_rows_revert (self->rows);
  if (error != NULL)
    gh_dialog_error (GTK_WIDGET (self), _("The plan could not be taken over"), error);
}

static void
gh_proposal_window_dispose (GObject *object)
{
  GhProposalWindow *self = GH_PROPOSAL_WINDOW (object);

  g_clear_pointer (&self->rows, gh_proposal_rows_free);
  g_clear_pointer (&self->reading, gh_plan_reading_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (gh_proposal_window_parent_class)->dispose (object);
}

static void
gh_proposal_window_class_init (GhProposalWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_proposal_window_dispose;

  g_type_ensure (GH_TYPE_PLACE_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/start/gh-proposal-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GhProposalWindow, lines);
  gtk_widget_class_bind_template_child (widget_class, GhProposalWindow, place);
  gtk_widget_class_bind_template_callback (widget_class, accept_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gh_proposal_window_init (GhProposalWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gh_names_mend (GTK_WIDGET (self));
}

static void
present_reading (GtkWidget *parent, GhWorkspace *workspace, GhPlanReading *reading)
{
  GhProposalWindow *self = g_object_new (GH_TYPE_PROPOSAL_WINDOW, "transient-for",
                                         gtk_widget_get_root (parent), "modal", TRUE, NULL);

  g_set_object (&self->workspace, workspace);
  self->reading = reading;
  self->rows = gh_proposal_rows_new (self->lines, reading);
  gh_place_row_set_name (self->place, reading->campaign->name);
  gtk_widget_set_visible (GTK_WIDGET (self->place), workspace == NULL);
  gtk_window_present (GTK_WINDOW (self));
}

static void
plan_read_cb (GtkWidget *widget, GhJob *job, gpointer user_data)
{
  GhPlanReading *reading = gh_job_steal_plan (job);

  if (reading != NULL)
    present_reading (widget, user_data, reading);
}

static void
unref_workspace (gpointer workspace)
{
  g_clear_object (&workspace);
}

void
gh_proposal_read (GtkWidget *parent, GhWorkspace *workspace, const char *path)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (path != NULL);

  gh_jobs_run (parent, gh_job_new_read_plan (workspace, path),
               _("The plan could not be read"), plan_read_cb,
                  workspace != NULL ? g_object_ref (workspace) : NULL, unref_workspace);
}

static void
file_chosen_cb (GtkWidget *widget, GFile *file, gpointer user_data)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    gh_proposal_read (widget, user_data, path);
}

void
gh_proposal_choose (GtkWidget *parent, GhWorkspace *workspace)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));

  /* The chooser is modal to the window, which keeps the workspace. */
  gh_dialog_open_file (parent, _("Import a plan"), gh_file_types_plan, file_chosen_cb, workspace);
}
