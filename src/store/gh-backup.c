/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-place.h"
#include "gh-store-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Backups stand in the folder NAME.giothong-backups beside NAME.giothong:
 *   NAME-2027-01-15.giothong                   of the day
 *   NAME-2027-01-15-093000-v1.giothong         before a migration from version 1
 *   NAME-2027-01-15-093000-replaced.giothong   replaced by a restore
 * Those of the day are thinned out: the newest 7, and of the older ones the newest of each of
 * 4 weeks. The others are never deleted. */
#define KEEP_DAYS  7
#define KEEP_WEEKS 4

#define SUFFIX         ".giothong"
#define PAGES_A_STEP   256
#define BUSY_WAIT_US   50000
#define MAX_BUSY_WAITS 200

/* --- copying -------------------------------------------------------------------------------- */

static gboolean
report (sqlite3_backup *backup,
        GhStoreProgress progress,
        gpointer user_data,
        GCancellable *cancellable,
        GError **error)
{
  int total = sqlite3_backup_pagecount (backup);
  int left = sqlite3_backup_remaining (backup);

  if (progress != NULL && total > 0)
    progress ((double) (total - left) / total, user_data);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
run_backup (GhDb *from,
            GhDb *to,
            GhStoreProgress progress,
            gpointer user_data,
            GCancellable *cancellable,
            GError **error)
{
  sqlite3_backup *backup =
    sqlite3_backup_init (gh_db_get_handle (to), "main", gh_db_get_handle (from), "main");
  gboolean going_on = TRUE;
  int n_waits = 0;
  int rc = SQLITE_OK;

  if (backup == NULL)
    {
      gh_db_set_error (to, sqlite3_extended_errcode (gh_db_get_handle (to)), error);
      return FALSE;
    }
  while (going_on && rc != SQLITE_DONE)
    {
      rc = sqlite3_backup_step (backup, PAGES_A_STEP);
      if ((rc == SQLITE_BUSY || rc == SQLITE_LOCKED) && ++n_waits < MAX_BUSY_WAITS)
        g_usleep (BUSY_WAIT_US);
      else if (rc != SQLITE_OK && rc != SQLITE_DONE)
        break;
      going_on = report (backup, progress, user_data, cancellable, error);
    }
  sqlite3_backup_finish (backup);
  if (!going_on)
    return FALSE;
  if (rc != SQLITE_DONE)
    {
      gh_db_set_error (to, rc, error);
      return FALSE;
    }
  return TRUE;
}

/* Writes the copy under its temporary name; nobody holds a copy open. */
static gboolean
write_copy (GhDb *db,
            const char *temporary,
            GhStoreProgress progress,
            gpointer user_data,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GhDb) copy = gh_db_open (temporary, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  return copy != NULL && run_backup (db, copy, progress, user_data, cancellable, error) &&
         gh_db_exec (copy, "DELETE FROM holder", error);
}

/* SQLite leaves the CHECKs out of a connection that can only read, so that one that can write is
 * tried first; it writes nothing but what an interrupted commit asks for. */
static gboolean
verify_file (const char *path, const GhSchema *schema, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GhDb) db = gh_store_open_checked (path, schema, TRUE, TRUE, &failure);

  if (db == NULL && g_error_matches (failure, GH_STORE_ERROR, GH_STORE_ERROR_READ_ONLY))
    {
      g_clear_error (&failure);
      db = gh_store_open_checked (path, schema, FALSE, TRUE, &failure);
    }
  if (db == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return db != NULL;
}

gboolean
gh_backup_copy (GhDb *db,
                const char *path,
                const GhSchema *schema,
                GhStoreProgress progress,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  g_autofree char *temporary = gh_place_make_temporary (path, error);
  g_autofree char *journal = NULL;

  if (temporary == NULL)
    return FALSE;
  if (write_copy (db, temporary, progress, user_data, cancellable, error) &&
      verify_file (temporary, schema, error) &&
      gh_place_put_in_place (temporary, path, TRUE, error))
    return TRUE;
  journal = g_strconcat (temporary, "-journal", NULL);
  g_unlink (journal);
  g_unlink (temporary);
  return FALSE;
}

/* Whether the newest change of @copy is one of ours, so that nothing was written to it alone. */
static gboolean
is_older_copy (GhStore *store, GhDb *copy)
{
  static const char uuid_sql[] = "SELECT uuid FROM workspace";
  static const char newest_sql[] =
    "SELECT id, at, who, label FROM change_set ORDER BY id DESC LIMIT 1";
  g_autofree char *ours = gh_db_query_text (store->db, uuid_sql, NULL);
  g_autofree char *theirs = gh_db_query_text (copy, uuid_sql, NULL);
  g_autoptr (GhStmt) newest = gh_db_prepare (copy, newest_sql, NULL);
  g_autoptr (GhStmt) same = gh_db_prepare (
    store->db, "SELECT 1 FROM change_set WHERE id = ? AND at = ? AND who = ? AND label = ?", NULL);
  g_autoptr (GError) failure = NULL;

  if (ours == NULL || g_strcmp0 (ours, theirs) != 0 || newest == NULL || same == NULL)
    return FALSE;
  if (!gh_stmt_step (newest, &failure))
    return failure == NULL; /* nothing was ever changed in it */
  gh_stmt_put_int (same, gh_stmt_take_int (newest));
  gh_stmt_put_int (same, gh_stmt_take_int (newest));
  gh_stmt_put_text (same, gh_stmt_peek_text (newest));
  gh_stmt_put_text (same, gh_stmt_peek_text (newest));
  return gh_stmt_step (same, NULL);
}

/* A backup replaces only an older copy of the same workspace, and none that somebody has open. */
static gboolean
check_target (GhStore *store, const char *path, GError **error)
{
  g_autoptr (GhDb) copy = NULL;
  g_autofree char *shown = g_filename_display_name (path);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  copy = gh_store_open_checked (path, store->schema, FALSE, FALSE, NULL);
  if (copy != NULL && is_older_copy (store, copy))
    return gh_holder_check_unused (copy, error);
  g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_IO,
               _("“%s” exists already and is not an older copy of this workspace. Choose another "
                 "name for the backup."),
               shown);
  return FALSE;
}

gboolean
gh_store_backup (GhStore *store,
                 const char *path,
                 GhStoreProgress progress,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  g_return_val_if_fail (store != NULL && store->set_id == 0, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  ours = g_canonicalize_filename (store->path, NULL);
  theirs = g_canonicalize_filename (path, NULL);
  if (g_str_equal (ours, theirs))
    {
      g_set_error_literal (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
                           _("The backup cannot take the place of the workspace itself. Choose "
                             "another name or folder."));
      return FALSE;
    }
  return check_target (store, path, error) &&
         gh_backup_copy (store->db, path, store->schema, progress, user_data, cancellable, error);
}

/* --- the folder of backups ------------------------------------------------------------------ */

static char *
get_folder (const char *path)
{
  return g_strconcat (path, "-backups", NULL);
}

/* "NAME" of ".../NAME.giothong" */
static char *
get_stem (const char *path)
{
  char *stem = g_path_get_basename (path);

  if (g_str_has_suffix (stem, SUFFIX))
    stem[strlen (stem) - strlen (SUFFIX)] = '\0';
  return stem;
}

static char *
format_time (gint64 now, const char *format)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (now);

  return g_date_time_format (moment, format); /* digits only: the same in every locale */
}

static char *
build_name (const char *path, gint64 now, const char *format, const char *tail)
{
  g_autofree char *folder = get_folder (path);
  g_autofree char *stem = get_stem (path);
  g_autofree char *when = format_time (now, format);
  g_autofree char *name = g_strconcat (stem, "-", when, tail, SUFFIX, NULL);

  return g_build_filename (folder, name, NULL);
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = get_folder (path);
  g_autofree char *shown = g_filename_display_name (folder);

  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;
  g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_READ_ONLY,
               _("The folder of backups “%s” cannot be made."), shown);
  return FALSE;
}

/* Names hold the date, so their order is that of time. */
static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

/* (element-type utf8): full names of the backups, newest first. */
static GPtrArray *
list_backups (const char *path)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = get_folder (path);
  g_autofree char *stem = get_stem (path);
  g_autofree char *prefix = g_strconcat (stem, "-", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, SUFFIX))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_newest_first);
  return g_steal_pointer (&names);
}

char *
gh_backup_find_newest_good (const char *path, const GhSchema *schema)
{
  g_autoptr (GPtrArray) names = list_backups (path);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (!g_str_has_suffix (name, "-replaced" SUFFIX) && verify_file (name, schema, NULL))
        return g_strdup (name);
    }
  return NULL;
}

/* The Julian day in the name of a backup of the day, or 0. */
static guint32
get_day (const char *path, const char *name)
{
  g_autofree char *stem = get_stem (path);
  g_autofree char *base = g_path_get_basename (name);
  gsize skip = strlen (stem) + 1;
  g_autofree char *rest = g_strdup (base + skip);

  if (strlen (rest) != strlen ("2027-01-15" SUFFIX))
    return 0;
  rest[strlen ("2027-01-15")] = '\0';
  return gh_day_parse_iso (rest);
}

static void
thin_out (const char *path)
{
  g_autoptr (GPtrArray) names = list_backups (path);
  guint32 last_week = G_MAXUINT32;
  guint n_days = 0;
  guint n_weeks = 0;

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      guint32 day = get_day (path, name);
      guint32 week = (day + 6) / 7; /* GDate's day 1 was a Monday */

      if (day == 0 || n_days++ < KEEP_DAYS)
        continue;
      if (week != last_week && n_weeks++ < KEEP_WEEKS)
        last_week = week;
      else
        g_unlink (name); /* if it stays, it is tried again tomorrow */
    }
}

gboolean
gh_backup_daily (GhDb *db, const char *path, const GhSchema *schema, gint64 now, GError **error)
{
  g_autofree char *name = build_name (path, now, "%Y-%m-%d", "");

  if (g_file_test (name, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!make_folder (path, error) || !gh_backup_copy (db, name, schema, NULL, NULL, NULL, error))
    return FALSE;
  thin_out (path);
  return TRUE;
}

gboolean
gh_backup_before_migration (GhDb *db,
                            const char *path,
                            const GhSchema *schema,
                            int version,
                            gint64 now,
                            GError **error)
{
  g_autofree char *tail = g_strdup_printf ("-v%d", version);
  g_autofree char *name = build_name (path, now, "%Y-%m-%d-%H%M%S", tail);

  return make_folder (path, error) && gh_backup_copy (db, name, schema, NULL, NULL, NULL, error);
}

/* --- restore and verify --------------------------------------------------------------------- */

/* The replaced file is copied byte by byte: it may be damaged, and is kept as it is. */
static gboolean
keep_replaced (const char *path, gint64 now, GError **error)
{
  g_autofree char *kept = build_name (path, now, "%Y-%m-%d-%H%M%S", "-replaced");
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *kept_journal = g_strconcat (kept, "-journal", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (kept);
  g_autoptr (GFile) journal_from = g_file_new_for_path (journal);
  g_autoptr (GFile) journal_to = g_file_new_for_path (kept_journal);

  if (!make_folder (path, error) ||
      !g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, error) ||
      !gh_place_sync_file (kept, error))
    return FALSE;

  /* A journal left by a crash belongs to the old file and must not be played into the new one. */
  if (!g_file_test (journal, G_FILE_TEST_EXISTS))
    return TRUE;
  return g_file_copy (journal_from, journal_to, G_FILE_COPY_NONE, NULL, NULL, NULL, error) &&
         gh_place_sync_file (kept_journal, error) && g_file_delete (journal_from, NULL, error);
}

static gboolean
restore_to (GhDb *db, const char *path, gboolean exists, gint64 now, GError **error)
{
  const GhSchema *schema = gh_schema_get_released ();
  g_autofree char *temporary = gh_place_make_temporary (path, error);

  if (temporary == NULL)
    return FALSE;
  if (write_copy (db, temporary, NULL, NULL, NULL, error) &&
      verify_file (temporary, schema, error) && (!exists || keep_replaced (path, now, error)) &&
      gh_place_put_in_place (temporary, path, exists, error))
    return TRUE;
  g_unlink (temporary);
  return FALSE;
}

/* A program that has the file open would go on writing to the one that was replaced. What a crash
 * left is not opened, so that it is kept as it is. */
static gboolean
check_unused (const char *path, GError **error)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr (GhDb) db = NULL;

  if (g_file_test (journal, G_FILE_TEST_EXISTS))
    return TRUE;
  db = gh_store_open_checked (path, gh_schema_get_released (), FALSE, FALSE, NULL);
  return db == NULL || gh_holder_check_unused (db, error); /* damaged: it is to be replaced */
}

gboolean
gh_store_restore (const char *copy, const char *path, gboolean replace, gint64 now, GError **error)
{
  g_autoptr (GhDb) db = NULL;
  gboolean exists = g_file_test (path, G_FILE_TEST_EXISTS);

  g_return_val_if_fail (copy != NULL && path != NULL, FALSE);

  if (exists && !replace)
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_IO,
                   _("“%s” exists already. Choose another name."), shown);
      return FALSE;
    }
  if (exists && !check_unused (path, error))
    return FALSE;
  db = gh_store_open_checked (copy, gh_schema_get_released (), FALSE, TRUE, error);
  return db != NULL && restore_to (db, path, exists, now, error);
}

gboolean
gh_store_verify (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);
  return verify_file (path, gh_schema_get_released (), error);
}
