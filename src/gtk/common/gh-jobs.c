/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-jobs.h"

#include <glib/gi18n-lib.h>

#include "gh-control-names.h"
#include "gh-dialogs.h"

struct _GhJobs
{
  GtkWidget parent_instance;

  /* Borrowed: children of the button */
  GtkWidget *button;
  GtkWidget *progress;
  GtkWidget *list;

  guint n_running;
};

G_DEFINE_FINAL_TYPE (GhJobs, gh_jobs, GTK_TYPE_WIDGET)

/* One gh_jobs_run(): lives until the job's "finished". */
typedef struct
{
  /* Owned */
  GhJob *job;
  GtkWidget *widget;
  char *error_heading;
  gpointer user_data;
  GDestroyNotify destroy;

  /* Borrowed, cleared when they go */
  GhJobs *jobs;
  GtkWidget *row;

  GhJobMake make; /* NULL: it is not tried again */
  GhJobDone done;
} Run;

static void
run_free (Run *run)
{
  if (run->destroy != NULL)
    run->destroy (run->user_data);
  g_clear_weak_pointer (&run->jobs);
  g_clear_weak_pointer (&run->row);
  g_clear_object (&run->job);
  g_object_unref (run->widget);
  g_free (run->error_heading);
  g_free (run);
}

static Run *
run_new (GtkWidget *widget,
         const char *error_heading,
         GhJobDone done,
         gpointer user_data,
         GDestroyNotify destroy)
{
  Run *run = g_new0 (Run, 1);

  run->widget = g_object_ref (widget);
  run->error_heading = g_strdup (error_heading);
  run->done = done;
  run->user_data = user_data;
  run->destroy = destroy;
  return run;
}

static void
update_button (GhJobs *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), self->n_running > 0);
  if (self->n_running == 0)
    gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

static void
progress_changed_cb (GhJob *job, GParamSpec *pspec G_GNUC_UNUSED, GtkProgressBar *bar)
{
  gtk_progress_bar_set_fraction (bar, gh_job_get_progress (job));
}

/* Not every job ends at once: the button says that it was pressed. */
static void
cancel_clicked_cb (GtkWidget *button, GhJob *job)
{
  gtk_widget_set_sensitive (button, FALSE);
  gh_job_cancel (job);
}

static GtkWidget *
make_row (GhJobs *self, GhJob *job)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (gh_job_get_title (job));
  GtkWidget *bar = gtk_progress_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_size_request (texts, 220, -1);
  gtk_box_append (GTK_BOX (texts), label);
  gtk_box_append (GTK_BOX (texts), bar);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_set_valign (cancel, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), cancel);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (cancel_clicked_cb), job, 0);
  g_signal_connect_object (job, "notify::progress", G_CALLBACK (progress_changed_cb), bar, 0);
  g_signal_connect_object (job, "notify::progress", G_CALLBACK (progress_changed_cb),
                           self->progress, 0);
  gtk_box_append (GTK_BOX (self->list), box);
  return box;
}

static GhJobs *
find_jobs (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  while (root != NULL)
    {
      GhJobs *jobs = g_object_get_data (G_OBJECT (root), "gh-jobs");

      if (jobs != NULL)
        return jobs;
      root = (GtkRoot *) gtk_window_get_transient_for (GTK_WINDOW (root));
    }
  return NULL;
}

static void start (Run *run, GhJob *job);

static void
retry_answered (GtkWidget *widget, int button, gpointer user_data)
{
  Run *old = user_data;
  GhJob *job = button == 1 ? old->make (widget, old->user_data) : NULL;
  Run *run;

  if (job == NULL)
    return;
  run = run_new (old->widget, old->error_heading, old->done, g_steal_pointer (&old->user_data),
                 g_steal_pointer (&old->destroy));
  run->make = old->make;
  start (run, job);
}

static void
offer_retry (Run *run, const GError *error)
{
  const char *buttons[] = { _("_Close"), _("_Try again"), NULL };

  gh_dialog_ask (run->widget, run->error_heading, error->message, buttons, FALSE, retry_answered,
                 run, (GDestroyNotify) run_free);
}

static void
job_finished_cb (GhJob *job, const GError *error, Run *run)
{
  g_signal_handlers_disconnect_by_data (job, run);
  if (run->jobs != NULL)
    {
      run->jobs->n_running--;
      if (run->row != NULL)
        gtk_box_remove (GTK_BOX (run->jobs->list), run->row);
      update_button (run->jobs);
    }
  if (run->make != NULL && error != NULL &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      offer_retry (run, error);
      return;
    }
  if (error != NULL)
    gh_dialog_error (run->widget, run->error_heading, error);
  else if (run->done != NULL)
    run->done (run->widget, job, run->user_data);
  run_free (run);
}

/* Both taken. */
static void
start (Run *run, GhJob *job)
{
  GhJobs *self = find_jobs (run->widget);

  run->job = job;
  g_signal_connect (job, "finished", G_CALLBACK (job_finished_cb), run);
  if (self != NULL)
    {
      g_set_weak_pointer (&run->jobs, self);
      g_set_weak_pointer (&run->row, make_row (self, job));
      self->n_running++;
      gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), 0);
      update_button (self);
    }
  gh_job_start (job);
}

void
gh_jobs_run (GtkWidget *widget,
             GhJob *job,
             const char *error_heading,
             GhJobDone done,
             gpointer user_data,
             GDestroyNotify destroy)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (GH_IS_JOB (job));

  start (run_new (widget, error_heading, done, user_data, destroy), job);
}

void
gh_jobs_run_retrying (GtkWidget *widget,
                      GhJobMake make,
                      const char *error_heading,
                      GhJobDone done,
                      gpointer user_data,
                      GDestroyNotify destroy)
{
  GhJob *job;
  Run *run;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (make != NULL);

  run = run_new (widget, error_heading, done, user_data, destroy);
  run->make = make;
  job = make (widget, user_data);
  if (job != NULL)
    start (run, job);
  else
    run_free (run);
}

gboolean
gh_jobs_busy (GtkWidget *widget)
{
  GhJobs *self = find_jobs (widget);

  return self != NULL && self->n_running > 0;
}

static void
gh_jobs_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (gh_jobs_parent_class)->root (widget);

  g_object_set_data (G_OBJECT (gtk_widget_get_root (widget)), "gh-jobs", widget);
}

static void
gh_jobs_unroot (GtkWidget *widget)
{
  g_object_set_data (G_OBJECT (gtk_widget_get_root (widget)), "gh-jobs", NULL);

  GTK_WIDGET_CLASS (gh_jobs_parent_class)->unroot (widget);
}

static void
gh_jobs_dispose (GObject *object)
{
  g_clear_pointer (&GH_JOBS (object)->button, gtk_widget_unparent);

  G_OBJECT_CLASS (gh_jobs_parent_class)->dispose (object);
}

static void
gh_jobs_class_init (GhJobsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_jobs_dispose;
  widget_class->root = gh_jobs_root;
  widget_class->unroot = gh_jobs_unroot;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gh_jobs_init (GhJobs *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->button = gtk_menu_button_new ();
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  self->progress = gtk_progress_bar_new ();
  gtk_widget_set_size_request (self->progress, 64, -1);
  gtk_widget_set_valign (self->progress, GTK_ALIGN_CENTER);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), self->progress);
  gtk_widget_set_tooltip_text (self->button, _("Work in progress"));
  gh_names_set_menu_button (GTK_MENU_BUTTON (self->button), _("Work in progress"));

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->list, "popover-content");
  gtk_popover_set_child (GTK_POPOVER (popover), self->list);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
