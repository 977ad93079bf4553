/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-job.h"

#include <glib/gi18n-lib.h>

#include "gh-job-private.h"
#include "gh-platform.h"
#include "gh-sandbox.h"
#include "gh-setup.h"

/* The jobs there are: export, backup, reading of files. Each holds all it needs; none touches the
 * workspace's own store, which belongs to the main thread. */

char **
gh_font_folders (void)
{
  static const char *const below_data[] = {
    "fonts/truetype/croscore",
    "fonts/croscore",
    "fonts/google-croscore",
    "fonts/truetype/tinos",
    "fonts/google-tinos-fonts",
    "fonts/TTF",
    "fonts",
  };
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  const char *given = g_getenv ("GIOTHONG_FONT_DIR");
  const char *const *roots = g_get_system_data_dirs ();
  g_autofree char *own = gh_platform_dup_data_folder ("fonts");
  g_autofree char *mine = g_build_filename (g_get_user_data_dir (), "fonts", NULL);

  if (given != NULL && *given != '\0')
    g_strv_builder_add (folders, given);
  g_strv_builder_add (folders, own);
  g_strv_builder_add (folders, mine);
  for (gsize i = 0; roots[i] != NULL; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (below_data); j++)
      {
        g_autofree char *folder = g_build_filename (roots[i], below_data[j], NULL);

        g_strv_builder_add (folders, folder);
      }
  return g_strv_builder_end (folders);
}

/* --- export ---------------------------------------------------------------------------------- */

typedef struct
{
  GhDossier *dossier;
  GhExportKind kind;
  char *path;
  guint32 today;
  gint64 now;
} ExportJob;

static void
export_job_free (gpointer data)
{
  ExportJob *work = data;

  g_clear_pointer (&work->dossier, gh_dossier_unref);
  g_free (work->path);
  g_free (work);
}

static gboolean
export_cb (GhJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  const ExportJob *work = data;
  g_autofree char *lower = g_ascii_strdown (work->path, -1);
  g_autoptr (GhFontSet) fonts = NULL;
  g_autoptr (GhSummary) summary = NULL;
  GhExportOptions options = { 0 };

  if (work->dossier == NULL)
    {
      g_set_error_literal (
        error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND,
        _("There is no campaign to export. Make one from a template or import a "
          "plan."));
      return FALSE;
    }
  if (g_str_has_suffix (lower, ".pdf"))
    {
      g_auto (GStrv) folders = gh_font_folders ();

      fonts = gh_font_set_new ((const char *const *) folders, error);
      if (fonts == NULL)
        return FALSE;
    }
  summary = gh_summary_new (work->dossier);
  options.path = work->path;
  options.fonts = fonts;
  options.today = work->today;
  options.now = work->now;
  options.progress = gh_job_progress_cb;
  options.user_data = job;
  options.cancellable = cancellable;
  return gh_export_run (work->kind, summary, &options, error);
}

GhJob *
gh_job_new_export (GhWorkspace *workspace, GhExportKind kind, const char *path)
{
  ExportJob *work = g_new0 (ExportJob, 1);
  GhDossier *dossier = gh_workspace_get_dossier (workspace);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *title = NULL;

  work->dossier = dossier != NULL ? gh_dossier_ref (dossier) : NULL;
  work->kind = kind;
  work->path = g_strdup (path);
  work->today = gh_workspace_get_today (workspace);
  work->now = gh_workspace_get_now (workspace);
  /* Translators: title of a running job; %s is a file name. */
  title = g_strdup_printf (_("Exporting %s"), name);
  return gh_job_new (title, export_cb, work, export_job_free);
}

/* --- backup ---------------------------------------------------------------------------------- */

typedef struct
{
  char *workspace;
  char *path;
  gint64 now;
} BackupJob;

static void
backup_job_free (gpointer data)
{
  BackupJob *work = data;

  g_free (work->workspace);
  g_free (work->path);
  g_free (work);
}

/* SQLite cannot write there: the backup is made and verified elsewhere, and put there whole. */
static gboolean
backup_to_portal (GhStore *store,
                  GhJob *job,
                  const char *path,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *temporary = gh_sandbox_make_temporary (error);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  gboolean done;

  if (temporary == NULL)
    return FALSE;
  done = gh_store_backup (store, temporary, gh_job_progress_cb, job, cancellable, error) &&
         g_file_get_contents (temporary, &bytes, &length, error) &&
         gh_export_write_bytes (path, bytes, length, error);
  gh_sandbox_discard (temporary);
  return done;
}

/* Opens the file anew: a store belongs to one thread. */
static gboolean
backup_cb (GhJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  const BackupJob *work = data;
  g_autoptr (GhStore) store = gh_store_open (work->workspace, GH_STORE_READ_ONLY, work->now, error);

  if (store == NULL)
    return FALSE;
  if (gh_sandbox_is_portal (work->path))
    return backup_to_portal (store, job, work->path, cancellable, error);
  return gh_store_backup (store, work->path, gh_job_progress_cb, job, cancellable, error);
}

GhJob *
gh_job_new_backup (GhWorkspace *workspace, const char *path)
{
  BackupJob *work = g_new0 (BackupJob, 1);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *title = NULL;

  work->workspace = g_strdup (gh_workspace_get_path (workspace));
  work->path = g_strdup (path);
  work->now = gh_workspace_get_now (workspace);
  /* Translators: title of a running job; %s is a file name. */
  title = g_strdup_printf (_("Backing up to %s"), name);
  return gh_job_new (title, backup_cb, work, backup_job_free);
}

/* --- reading --------------------------------------------------------------------------------- */

typedef struct
{
  GFile *file; /* NULL: text */
  char *text;
  int year;
  GhPlanReading *plan;
  GhUnitReading *units;
} ReadJob;

static void
read_job_free (gpointer data)
{
  ReadJob *work = data;

  g_clear_object (&work->file);
  g_free (work->text);
  g_clear_pointer (&work->plan, gh_plan_reading_free);
  g_clear_pointer (&work->units, gh_unit_reading_free);
  g_free (work);
}

static GhJob *
new_read_job (const char *path, int year, GhJobFunc func)
{
  ReadJob *work = g_new0 (ReadJob, 1);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *title = NULL;

  work->file = g_file_new_for_path (path);
  work->year = year;
  /* Translators: title of a running job; %s is a file name. */
  title = g_strdup_printf (_("Reading %s"), name);
  return gh_job_new (title, func, work, read_job_free);
}

static gboolean
read_plan_cb (GhJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  ReadJob *work = data;
  const GhImportWatch watch = { gh_job_progress_cb, job, cancellable };

  work->plan = work->file != NULL
                 ? gh_plan_file_read_watched (work->file, work->year, &watch, error)
                 : gh_plan_pasted_read (work->text, work->year, &watch, error);
  return work->plan != NULL;
}

static int
year_of (GhWorkspace *workspace_or_null)
{
  guint32 today = workspace_or_null != NULL ? gh_workspace_get_today (workspace_or_null)
                                            : gh_setup_day (gh_setup_now ());
  int year = 0;

  gh_day_to_ymd (today, &year, NULL, NULL);
  return year;
}

GhJob *
gh_job_new_read_plan (GhWorkspace *workspace_or_null, const char *path)
{
  return new_read_job (path, year_of (workspace_or_null), read_plan_cb);
}

GhJob *
gh_job_new_read_plan_text (GhWorkspace *workspace_or_null, const char *text)
{
  ReadJob *work = g_new0 (ReadJob, 1);

  work->text = g_strdup (text);
  work->year = year_of (workspace_or_null);
  return gh_job_new (_("Reading the pasted text"), read_plan_cb, work, read_job_free);
}

GhPlanReading *
gh_job_steal_plan (GhJob *self)
{
  ReadJob *work = _gh_job_get_data (self);

  g_return_val_if_fail (_gh_job_get_func (self) == read_plan_cb, NULL);
  return g_steal_pointer (&work->plan);
}

static gboolean
read_units_cb (GhJob *job G_GNUC_UNUSED, gpointer data, GCancellable *cancellable, GError **error)
{
  ReadJob *work = data;

  work->units = gh_unit_file_read (work->file, cancellable, error);
  return work->units != NULL;
}

GhJob *
gh_job_new_read_units (const char *path)
{
  return new_read_job (path, 0, read_units_cb);
}

GhUnitReading *
gh_job_steal_units (GhJob *self)
{
  ReadJob *work = _gh_job_get_data (self);

  g_return_val_if_fail (_gh_job_get_func (self) == read_units_cb, NULL);
  return g_steal_pointer (&work->units);
}

/* --- rolling forward ------------------------------------------------------------------------- */

typedef struct
{
  GhDossier *dossier;
  GPtrArray *awards;
  int year;
  GhRollPlan *roll;
} RollJob;

static void
roll_job_free (gpointer data)
{
  RollJob *work = data;

  gh_dossier_unref (work->dossier);
  g_ptr_array_unref (work->awards);
  gh_roll_plan_free (work->roll);
  g_free (work);
}

static gboolean
roll_cb (GhJob *job G_GNUC_UNUSED, gpointer data, GCancellable *cancellable, GError **error)
{
  RollJob *work = data;

  work->roll = gh_roll_plan_new (work->dossier, work->awards, work->year);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

GhJob *
gh_job_new_roll (GhDossier *dossier, GPtrArray *awards, int year)
{
  RollJob *work = g_new0 (RollJob, 1);
  g_autofree char *title = NULL;

  work->dossier = gh_dossier_ref (dossier);
  work->awards = g_ptr_array_ref (awards);
  work->year = year;
  /* Translators: title of a running job; %d is a year. */
  title = g_strdup_printf (_("Working out the campaign of %d"), year);
  return gh_job_new (title, roll_cb, work, roll_job_free);
}

GhRollPlan *
gh_job_steal_roll (GhJob *self)
{
  RollJob *work = _gh_job_get_data (self);

  g_return_val_if_fail (_gh_job_get_func (self) == roll_cb, NULL);
  return g_steal_pointer (&work->roll);
}
