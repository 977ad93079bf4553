/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-roll.h"
#include "gh-workspace.h"

/**
 * GhJob: one long piece of work off the main thread, with progress and cancel.
 * Properties (notify in the main thread): "progress" (double 0..1), "title" (string),
 * "running" (boolean). Signal "finished" (GError* or NULL) in the main thread; a cancelled job
 * finishes with G_IO_ERROR_CANCELLED and has changed nothing.
 */
#define GH_TYPE_JOB (gh_job_get_type ())
G_DECLARE_FINAL_TYPE (GhJob, gh_job, GH, JOB, GObject)

/** Runs in a worker thread; may call gh_job_set_progress(). */
typedef gboolean (*GhJobFunc) (GhJob *job,
                               gpointer data,
                               GCancellable *cancellable,
                               GError **error);

GhJob *gh_job_new (const char *title, GhJobFunc func, gpointer data, GDestroyNotify destroy);
void gh_job_start (GhJob *self);
void gh_job_cancel (GhJob *self);
const char *gh_job_get_title (GhJob *self);
double gh_job_get_progress (GhJob *self);
gboolean gh_job_is_running (GhJob *self);
/** Thread-safe; notifies in the main thread, at most every 50 ms. */
void gh_job_set_progress (GhJob *self, double fraction);
/** For GhExportProgress and the like: @job is a GhJob. */
void gh_job_progress_cb (double fraction, gpointer job);

/** A job that exports the current campaign to @path (see gh_export_run()). */
GhJob *gh_job_new_export (GhWorkspace *workspace, GhExportKind kind, const char *path);
/** A job that backs the workspace up to @path. */
GhJob *gh_job_new_backup (GhWorkspace *workspace, const char *path);
/** A job that reads a plan file; gh_job_steal_plan() gives the reading when it has finished. */
GhJob *gh_job_new_read_plan (GhWorkspace *workspace_or_null, const char *path);
/** The same for text that was pasted. */
GhJob *gh_job_new_read_plan_text (GhWorkspace *workspace_or_null, const char *text);
GhPlanReading *gh_job_steal_plan (GhJob *self);
/** A job that reads a units file; gh_job_steal_units(). */
GhJob *gh_job_new_read_units (const char *path);
GhUnitReading *gh_job_steal_units (GhJob *self);

/** A job that finds what rolling @dossier forward to @year would change; gh_job_steal_roll().
 * @awards: (element-type GhAwardRound): its award rounds, a reference is kept */
GhJob *gh_job_new_roll (GhDossier *dossier, GPtrArray *awards, int year);
GhRollPlan *gh_job_steal_roll (GhJob *self);

/** (transfer full): folders to look in for Tinos: $GIOTHONG_FONT_DIR, the installed data, the
 * system's font folders; %NULL-terminated. */
char **gh_font_folders (void);
