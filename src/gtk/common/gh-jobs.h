/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-job.h"

/**
 * GhJobs: a button of the header bar that is there while jobs run: it shows the progress, and its
 * popover names them with a button to cancel each.
 */
#define GH_TYPE_JOBS (gh_jobs_get_type ())
G_DECLARE_FINAL_TYPE (GhJobs, gh_jobs, GH, JOBS, GtkWidget)

/** Called in the main thread when a job has finished well; @widget is still alive. */
typedef void (*GhJobDone) (GtkWidget *widget, GhJob *job, gpointer user_data);

/**
 * gh_jobs_run: starts @job and shows it in the window of @widget; @error_heading heads the message
 * if it fails; nothing is said of a cancelled one.
 * @job: (transfer full)
 * @user_data: freed with @destroy (may be %NULL) in any case
 */
void gh_jobs_run (GtkWidget *widget,
                  GhJob *job,
                  const char *error_heading,
                  GhJobDone done,
                  gpointer user_data,
                  GDestroyNotify destroy);

/** Makes the job for gh_jobs_run_retrying(): (transfer full) (nullable), %NULL where it makes no
 * sense any more. */
typedef GhJob *(*GhJobMake) (GtkWidget *widget, gpointer user_data);

/**
 * gh_jobs_run_retrying: as gh_jobs_run() for what may fail for a reason that the user can mend, as
 * a file that Excel holds open: the message offers to try again, with a job made anew.
 */
void gh_jobs_run_retrying (GtkWidget *widget,
                           GhJobMake make,
                           const char *error_heading,
                           GhJobDone done,
                           gpointer user_data,
                           GDestroyNotify destroy);

/** Whether a job is running in the window of @widget. */
gboolean gh_jobs_busy (GtkWidget *widget);
