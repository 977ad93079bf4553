/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-place.h"
#include "gh-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Invariants (asserted): (1) set_id != 0 exactly while a transaction of the clerk is open; (2) the
 * temporary table "current_set" holds its id, and no row otherwise, so that a write outside of a
 * transaction fails in the triggers. Table and triggers are made before the first transaction: a
 * workspace that is only read opens without them. */

char *
gh_store_dup_who (void)
{
  g_autofree char *who = g_strdup_printf ("%s@%s", g_get_user_name (), g_get_host_name ());

  return g_utf8_make_valid (who, -1);
}

/* --- opening and closing -------------------------------------------------------------------- */

/* A full disk must not keep the clerk out of her own file: she is told, and goes on. */
static void
back_up_daily (GhStore *store, const GhStoreOptions *options)
{
  g_autoptr (GError) error = NULL;

  if (!gh_backup_daily (store->db, store->path, store->schema, options->now, &error))
    store->backup_problem = g_strdup (error->message);
}

static gboolean
migrate_open_file (GhStore *store, const GhStoreOptions *options, GError **error)
{
  const GhSchema *schema = options->schema;
  gint64 version = 0;

  if (!gh_db_query_int (store->db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version == schema->n_steps)
    {
      if (!options->no_backup)
        back_up_daily (store, options);
      return TRUE;
    }
  return gh_backup_before_migration (store->db, store->path, schema, (int) version, options->now,
                                     error) &&
         gh_schema_migrate (store->db, schema, (int) version, error);
}

/* An older file that must not be written is brought up to date in memory. */
static gboolean
migrate_in_memory (GhStore *store, const GhSchema *schema, GError **error)
{
  g_autoptr (GhDb) copy = NULL;
  sqlite3_backup *backup;
  gint64 version = 0;
  int rc;

  if (!gh_db_query_int (store->db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version == schema->n_steps)
    return TRUE;
  copy =
    gh_db_open (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY, error);
  if (copy == NULL)
    return FALSE;
  backup =
    sqlite3_backup_init (gh_db_get_handle (copy), "main", gh_db_get_handle (store->db), "main");
  g_assert (backup != NULL);
  sqlite3_backup_step (backup, -1);
  rc = sqlite3_backup_finish (backup);
  if (rc != SQLITE_OK)
    {
      gh_db_set_error (store->db, rc, error);
      return FALSE;
    }
  if (!gh_schema_migrate (copy, schema, (int) version, error) ||
      !gh_db_exec (copy, "PRAGMA query_only = ON", error))
    return FALSE;
  gh_db_close (store->db);
  store->db = g_steal_pointer (&copy);
  return TRUE;
}

GhStore *
gh_store_open_full (const char *path, const GhStoreOptions *options, GError **error)
{
  g_autoptr (GhStore) store = g_new0 (GhStore, 1);
  g_autoptr (GError) problem = NULL;

  store->told_undo = store->told_redo = -1;
  store->path = g_strdup (path);
  store->schema = options->schema;
  store->read_only = (options->flags & GH_STORE_READ_ONLY) != 0;
  store->db = gh_store_open_checked (path, options->schema, !store->read_only, FALSE, error);
  if (store->db == NULL)
    return NULL;

  if (store->read_only)
    {
      if (!migrate_in_memory (store, options->schema, error))
        return NULL;
      gh_store_note_newest (store);
      return g_steal_pointer (&store);
    }

  /* The holder record is the first write: it tells at once that a folder is read-only. */
  if (!migrate_open_file (store, options, error) || !gh_holder_take (store, options->now, error))
    return NULL;
  /* After the backup of the day, which still has them; what cannot be tidied now is tidied later.
   */
  if (!gh_store_drop_orphans (store, &problem))
    g_debug ("orphans: %s", problem->message);
  gh_store_note_newest (store);
  return g_steal_pointer (&store);
}

GhStore *
gh_store_open (const char *path, GhStoreFlags flags, gint64 now, GError **error)
{
  GhStoreOptions options = { flags, now, gh_schema_get_released (), FALSE };

  g_return_val_if_fail (path != NULL, NULL);
  return gh_store_open_full (path, &options, error);
}

void
gh_store_close (GhStore *store)
{
  if (store == NULL)
    return;
  if (store->db != NULL)
    {
      gh_store_rollback (store);
      gh_holder_release (store);
    }
  gh_db_close (store->db);
  g_clear_pointer (&store->tables, g_ptr_array_unref);
  g_clear_pointer (&store->other_holder, gh_holder_free);
  g_free (store->backup_problem);
  g_free (store->label);
  g_free (store->path);
  g_free (store);
}

const char *
gh_store_get_path (GhStore *store)
{
  return store->path;
}

const char *
gh_store_get_backup_problem (GhStore *store)
{
  return store->backup_problem;
}

gint64
gh_store_get_data_version (GhStore *store)
{
  gint64 version = 0;

  /* A read error shows in the next real query. */
  gh_db_query_int (store->db, "PRAGMA data_version", &version, NULL);
  return version;
}

/* --- creating ------------------------------------------------------------------------------- */

static gboolean
write_new_file (const char *path, gint64 now, GError **error)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *who = gh_store_dup_who ();
  g_autofree char *pragma = g_strdup_printf ("PRAGMA page_size = 4096; PRAGMA application_id = %d;",
                                             GH_SCHEMA_APPLICATION_ID);
  g_autoptr (GhDb) db = gh_db_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  g_autoptr (GhStmt) stmt = NULL;

  if (db == NULL || !gh_db_exec (db, pragma, error) ||
      !gh_schema_migrate (db, gh_schema_get_released (), 0, error))
    return FALSE;
  stmt = gh_db_prepare (
    db, "INSERT INTO workspace (id, uuid, created_at, created_by) VALUES (1, ?, ?, ?)", error);
  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_text (stmt, uuid);
  gh_stmt_put_int (stmt, now);
  gh_stmt_put_text (stmt, who);
  return gh_stmt_run (stmt, error);
}

static gboolean
set_exists (const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_IO,
               _("“%s” exists already. Choose another name."), shown);
  return FALSE;
}

GhStore *
gh_store_create (const char *path, gint64 now, GError **error)
{
  GhStoreOptions options = { GH_STORE_DEFAULT, now, gh_schema_get_released (), TRUE };
  g_autofree char *temporary = NULL;
  gboolean done;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      set_exists (path, error);
      return NULL;
    }
  /* Made beside its place and renamed, so that a half-made workspace never has the name. */
  temporary = gh_place_make_temporary (path, error);
  if (temporary == NULL)
    return NULL;
  done =
    write_new_file (temporary, now, error) && gh_place_put_in_place (temporary, path, FALSE, error);
  if (!done)
    {
      g_unlink (temporary);
      return NULL;
    }
  return gh_store_open_full (path, &options, error);
}

/* --- transactions --------------------------------------------------------------------------- */

static gboolean
insert_set (GhStore *store, GError **error)
{
  g_autofree char *who = gh_store_dup_who ();
  g_autoptr (GhStmt) stmt = NULL;
  g_autoptr (GhStmt) current = NULL;

  stmt =
    gh_db_prepare (store->db, "INSERT INTO change_set (at, who, label) VALUES (?, ?, ?)", error);
  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, store->now);
  gh_stmt_put_text (stmt, who);
  gh_stmt_put_text (stmt, store->label);
  if (!gh_stmt_run (stmt, error))
    return FALSE;
  store->set_id = sqlite3_last_insert_rowid (gh_db_get_handle (store->db));

  current = gh_db_prepare (store->db, "INSERT INTO current_set (set_id) VALUES (?)", error);
  if (current == NULL)
    return FALSE;
  gh_stmt_put_int (current, store->set_id);
  return gh_stmt_run (current, error);
}

gboolean
gh_store_begin (GhStore *store, const char *label, gint64 now, GError **error)
{
  g_return_val_if_fail (store != NULL, FALSE);
  g_return_val_if_fail (store->set_id == 0, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  if (store->read_only)
    {
      gh_db_set_error (store->db, SQLITE_READONLY, error);
      return FALSE;
    }
  if (!gh_change_log_attach (store, error) || !gh_db_exec (store->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  store->now = now;
  g_free (store->label);
  store->label = g_strdup (label);
  if (!insert_set (store, error))
    {
      gh_store_rollback (store);
      return FALSE;
    }
  return TRUE;
}

/* A new edit drops the redo branch; its history stays. */
static gboolean
finish_set (GhStore *store, gint64 n_rows, GError **error)
{
  g_autoptr (GhStmt) stmt =
    gh_db_prepare (store->db, "UPDATE change_set SET n_rows = ? WHERE id = ?", error);

  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, n_rows);
  gh_stmt_put_int (stmt, store->set_id);
  return gh_stmt_run (stmt, error) &&
         gh_db_exec (store->db,
                     "UPDATE change_set SET dropped = 1 WHERE undone = 1 AND dropped = 0;"
                     "DELETE FROM current_set",
                     error) &&
         gh_db_exec (store->db, "COMMIT", error);
}

static gboolean
count_rows (GhStore *store, gint64 *n_rows, GError **error)
{
  g_autoptr (GhStmt) stmt =
    gh_db_prepare (store->db, "SELECT count (*) FROM change_log WHERE set_id = ?", error);
  GError *failure = NULL;

  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, store->set_id);
  if (gh_stmt_step (stmt, &failure))
    *n_rows = gh_stmt_take_int (stmt);
  return gh_db_finish (failure, error);
}

gboolean
gh_store_commit (GhStore *store, GError **error)
{
  gint64 n_rows = 0;
  gboolean done;

  gh_store_return_unless_writing (store);

  if (!gh_db_in_transaction (store->db)) /* SQLite rolled back in the middle: disk full */
    {
      gh_store_rollback (store);
      gh_db_set_error (store->db, SQLITE_FULL, error);
      return FALSE;
    }
  done = count_rows (store, &n_rows, error);
  if (done && n_rows > 0)
    {
      done = finish_set (store, n_rows, error);
      store->told_undo = store->told_redo = -1;
    }
  gh_store_rollback (store); /* nothing was changed, or it failed; after COMMIT it only tidies */
  return done;
}

void
gh_store_rollback (GhStore *store)
{
  g_return_if_fail (store != NULL);

  gh_db_rollback (store->db); /* also what begin could not finish, where there is no set yet */
  store->set_id = 0;
  g_clear_pointer (&store->label, g_free);
}

gboolean
gh_store_in_transaction (GhStore *store)
{
  return store->set_id != 0;
}

/* --- helpers of the aggregates -------------------------------------------------------------- */

gboolean
gh_store_set_not_found (GError **error)
{
  g_set_error_literal (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND,
                       _("The row is no longer in the workspace: somebody has deleted it."));
  return FALSE;
}

GPtrArray *
gh_store_read_list (GhStore *store,
                    const char *sql,
                    const gint64 *id,
                    GhStoreReadFunc read,
                    GDestroyNotify free_func,
                    GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_func);
  g_autoptr (GhStmt) stmt = gh_db_prepare (store->db, sql, error);
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  if (id != NULL)
    gh_stmt_put_int (stmt, *id);
  while (gh_stmt_step (stmt, &failure))
    {
      gpointer row = read (stmt, error);

      if (row == NULL)
        return NULL;
      g_ptr_array_add (list, row);
    }
  if (!gh_db_finish (failure, error))
    return NULL;
  return g_steal_pointer (&list);
}

gboolean
gh_store_replace_list (GPtrArray **list, GPtrArray *loaded)
{
  if (loaded == NULL)
    return FALSE;
  g_ptr_array_unref (*list);
  *list = loaded;
  return TRUE;
}

gboolean
gh_store_delete_by_id (GhStore *store, const char *sql, gint64 id, GError **error)
{
  g_autoptr (GhStmt) stmt = gh_db_prepare (store->db, sql, error);

  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, id);
  return gh_stmt_run (stmt, error);
}

gboolean
gh_store_run_save (GhStore *store, GhStmt *stmt, gint64 *id, GError **error)
{
  sqlite3 *handle = gh_db_get_handle (store->db);

  if (!gh_stmt_run (stmt, error))
    return FALSE;
  if (*id == 0)
    *id = sqlite3_last_insert_rowid (handle);
  else if (sqlite3_changes (handle) == 0)
    return gh_store_set_not_found (error);
  return TRUE;
}
