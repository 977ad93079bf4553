/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-job.h"

#include "gh-job-private.h"

/*
 * Invariants: (1) func runs at most once, in a worker thread, and nobody else touches data
 * meanwhile; (2) notify and "finished" come in the thread that called gh_job_start(); (3) what
 * `lock` guards is the progress and the one source that will tell of it.
 */

#define NOTIFY_EVERY_MS 50

struct _GhJob
{
  GObject parent_instance;

  /* Owned */
  char *title;
  gpointer data;
  GDestroyNotify destroy;
  GCancellable *cancellable;
  GMainContext *context;

  GhJobFunc func;
  gboolean running;
  gboolean started;

  GMutex lock;
  double progress;
  gboolean notify_due;
  gint64 last_notify;
};

enum
{
  PROP_0,
  PROP_PROGRESS,
  PROP_TITLE,
  PROP_RUNNING,
  N_PROPS,
};

enum
{
  SIGNAL_FINISHED,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (GhJob, gh_job, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
gh_job_finalize (GObject *object)
{
  GhJob *self = GH_JOB (object);

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self->title);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (gh_job_parent_class)->finalize (object);
}

static void
gh_job_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GhJob *self = GH_JOB (object);

  switch (prop_id)
    {
    case PROP_PROGRESS:
      g_value_set_double (value, gh_job_get_progress (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gh_job_class_init (GhJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = gh_job_finalize;
  object_class->get_property = gh_job_get_property;

  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_FINISHED] =
    g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
gh_job_init (GhJob *self)
{
  g_mutex_init (&self->lock);
  self->cancellable = g_cancellable_new ();
}

GhJob *
gh_job_new (const char *title, GhJobFunc func, gpointer data, GDestroyNotify destroy)
{
  GhJob *self;

  g_return_val_if_fail (title != NULL && func != NULL, NULL);

  self = g_object_new (GH_TYPE_JOB, NULL);
  self->title = g_strdup (title);
  self->func = func;
  self->data = data;
  self->destroy = destroy;
  return self;
}

gpointer
_gh_job_get_data (GhJob *self)
{
  g_return_val_if_fail (GH_IS_JOB (self) && !self->running, NULL);
  return self->data;
}

GhJobFunc
_gh_job_get_func (GhJob *self)
{
  g_return_val_if_fail (GH_IS_JOB (self), NULL);
  return self->func;
}

static void
run_cb (GTask *task, gpointer source, gpointer task_data G_GNUC_UNUSED, GCancellable *cancellable)
{
  GhJob *self = source;
  GError *error = NULL;

  /* Cancelled while it waited for a thread: it must not begin. */
  if (!g_cancellable_set_error_if_cancelled (cancellable, &error) &&
      self->func (self, self->data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", self->title);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data G_GNUC_UNUSED)
{
  GhJob *self = GH_JOB (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_mutex_lock (&self->lock);
      self->progress = 1;
      g_mutex_unlock (&self->lock);
      g_object_notify_by_pspec (source, properties[PROP_PROGRESS]);
    }
  self->running = FALSE;
  g_object_notify_by_pspec (source, properties[PROP_RUNNING]);
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0, error);
}

void
gh_job_start (GhJob *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (GH_IS_JOB (self) && !self->started);

  self->started = TRUE;
  self->running = TRUE;
  self->context = g_main_context_ref_thread_default ();
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);

  task = g_task_new (self, self->cancellable, finished_cb, NULL);
  g_task_set_source_tag (task, gh_job_start);
  /* What was done before the cancel came is done: func alone knows. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, run_cb);
}

void
gh_job_cancel (GhJob *self)
{
  g_return_if_fail (GH_IS_JOB (self));
  g_cancellable_cancel (self->cancellable);
}

const char *
gh_job_get_title (GhJob *self)
{
  g_return_val_if_fail (GH_IS_JOB (self), NULL);
  return self->title;
}

double
gh_job_get_progress (GhJob *self)
{
  double progress;

  g_return_val_if_fail (GH_IS_JOB (self), 0);

  g_mutex_lock (&self->lock);
  progress = self->progress;
  g_mutex_unlock (&self->lock);
  return progress;
}

gboolean
gh_job_is_running (GhJob *self)
{
  g_return_val_if_fail (GH_IS_JOB (self), FALSE);
  return self->running;
}

static gboolean
notify_progress_cb (gpointer user_data)
{
  GhJob *self = user_data;

  g_mutex_lock (&self->lock);
  self->notify_due = FALSE;
  self->last_notify = g_get_monotonic_time ();
  g_mutex_unlock (&self->lock);
  if (self->running)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
  return G_SOURCE_REMOVE;
}

void
gh_job_set_progress (GhJob *self, double fraction)
{
  g_autoptr (GSource) source = NULL;

  g_return_if_fail (GH_IS_JOB (self));

  g_mutex_lock (&self->lock);
  self->progress = CLAMP (fraction, 0, 1);
  if (!self->notify_due && self->context != NULL)
    {
      gint64 waited_ms = (g_get_monotonic_time () - self->last_notify) / 1000;

      self->notify_due = TRUE;
      source = g_timeout_source_new (
        waited_ms >= NOTIFY_EVERY_MS ? 0 : (guint) (NOTIFY_EVERY_MS - waited_ms));
    }
  g_mutex_unlock (&self->lock);
  if (source == NULL)
    return;
  g_source_set_callback (source, notify_progress_cb, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);
}

void
gh_job_progress_cb (double fraction, gpointer job)
{
  gh_job_set_progress (job, fraction);
}
