/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-db-private.h"

#include <glib/gi18n-lib.h>

#define MAX_VALUE_BYTES (64 * 1024 * 1024)

/* --- errors --------------------------------------------------------------------------------- */

static GhStoreError
code_of_result (int rc)
{
  switch (rc & 0xff)
    {
    case SQLITE_NOTADB:
      return GH_STORE_ERROR_NOT_WORKSPACE;
    case SQLITE_CORRUPT:
      return GH_STORE_ERROR_DAMAGED;
    case SQLITE_FULL:
      return GH_STORE_ERROR_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return GH_STORE_ERROR_BUSY;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN: /* the journal cannot be made: the folder is read-only */
      return GH_STORE_ERROR_READ_ONLY;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      return GH_STORE_ERROR_INVALID;
    default:
      return GH_STORE_ERROR_IO;
    }
}

static const char *
format_of_code (GhStoreError code)
{
  switch (code)
    {
    case GH_STORE_ERROR_NOT_WORKSPACE:
      return _("“%s” is not a workspace of Giọt Hồng. Choose a file that ends in .giothong.");
    case GH_STORE_ERROR_DAMAGED:
      return _("The workspace “%s” is damaged. Restore it from its newest backup.");
    case GH_STORE_ERROR_FULL:
      return _("The disk that holds “%s” is full. Nothing was changed: free some space and try "
               "again.");
    case GH_STORE_ERROR_BUSY:
      return _("Another program is writing to “%s”. Wait a moment and try again.");
    case GH_STORE_ERROR_READ_ONLY:
      return _("“%s” cannot be written: the file or its folder is read-only. Copy it to a folder "
               "of your own and open the copy.");
    case GH_STORE_ERROR_INVALID:
      return _("The workspace “%s” does not accept these figures or texts. Nothing was changed.");
    case GH_STORE_ERROR_NEWER:
    case GH_STORE_ERROR_HOSTILE:
    case GH_STORE_ERROR_CONFLICT:
    case GH_STORE_ERROR_NOT_FOUND:
    case GH_STORE_ERROR_IO:
    default:
      return _("“%s” could not be read or written. Check the disk or the network and try again.");
    }
}

void
gh_db_set_error (GhDb *db, int rc, GError **error)
{
  g_autofree char *name = g_path_get_basename (db->path);
  g_autofree char *shown = g_filename_display_name (name);
  GhStoreError code = code_of_result (rc);
  g_autofree char *message = NULL;

  if (rc == SQLITE_READONLY_ROLLBACK)
    {
      g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_READ_ONLY,
                   _("The last change to “%s” was interrupted. Open the file once where it can be "
                     "written; then it is whole again."),
                   shown);
      return;
    }

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  message = g_strdup_printf (format_of_code (code), shown);
#pragma GCC diagnostic pop

  /* The clerk reads the sentence, whoever helps her reads what SQLite said. */
  if (code == GH_STORE_ERROR_IO || code == GH_STORE_ERROR_INVALID)
    g_set_error (error, GH_STORE_ERROR, code, "%s (%s)", message, sqlite3_errmsg (db->handle));
  else
    g_set_error_literal (error, GH_STORE_ERROR, code, message);
}

gboolean
gh_db_finish (GError *failure, GError **error)
{
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

/* --- connection ----------------------------------------------------------------------------- */

static void
configure (GhDb *db)
{
  sqlite3_extended_result_codes (db->handle, 1);
  sqlite3_busy_timeout (db->handle, GH_DB_BUSY_TIMEOUT_MS);
  sqlite3_limit (db->handle, SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES);
  sqlite3_limit (db->handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
}

GhDb *
gh_db_open (const char *path, int flags, GError **error)
{
  g_autoptr (GhDb) db = g_new0 (GhDb, 1);
  int rc;

  g_return_val_if_fail (path != NULL, NULL);

  db->path = g_strdup (path);
  db->thread = g_thread_self ();
  db->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, gh_stmt_free);
  rc = sqlite3_open_v2 (path, &db->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);
  if (rc != SQLITE_OK)
    {
      gh_db_set_error (db, rc, error);
      return NULL;
    }
  configure (db);

  /* None of these touches the file: it is read with the first query. */
  if (!gh_db_exec (db,
                   "PRAGMA cell_size_check = ON; PRAGMA synchronous = FULL;"
                   "PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0;",
                   error))
    return NULL;

  return g_steal_pointer (&db);
}

void
gh_db_close (GhDb *db)
{
  if (db == NULL)
    return;
  g_assert (db->thread == g_thread_self ());
  g_hash_table_unref (db->statements);
  if (db->handle != NULL)
    {
      int rc = sqlite3_close (db->handle);

      g_assert (rc == SQLITE_OK); /* a statement was not given back */
    }
  g_free (db->path);
  g_free (db);
}

sqlite3 *
gh_db_get_handle (GhDb *db)
{
  g_assert (db->thread == g_thread_self ());
  return db->handle;
}

const char *
gh_db_get_path (GhDb *db)
{
  return db->path;
}

gboolean
gh_db_exec (GhDb *db, const char *sql, GError **error)
{
  int rc;

  g_assert (db->thread == g_thread_self ());
  rc = sqlite3_exec (db->handle, sql, NULL, NULL, NULL);
  if (rc != SQLITE_OK)
    {
      gh_db_set_error (db, rc, error);
      return FALSE;
    }
  return TRUE;
}

void
gh_db_rollback (GhDb *db)
{
  g_assert (db->thread == g_thread_self ());

  /* SQLite has often rolled back by itself (full disk); else only a broken disk can fail here, and
   * then the journal restores the file when it is opened next. */
  if (!sqlite3_get_autocommit (db->handle))
    sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);
}

gboolean
gh_db_in_transaction (GhDb *db)
{
  g_assert (db->thread == g_thread_self ());
  return !sqlite3_get_autocommit (db->handle);
}

gboolean
gh_db_query_int (GhDb *db, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (GhStmt) stmt = gh_db_prepare (db, sql, error);
  GError *failure = NULL;

  *value = 0;
  if (stmt == NULL)
    return FALSE;
  if (gh_stmt_step (stmt, &failure))
    *value = gh_stmt_take_int (stmt);
  return gh_db_finish (failure, error);
}

char *
gh_db_query_text (GhDb *db, const char *sql, GError **error)
{
  g_autoptr (GhStmt) stmt = gh_db_prepare (db, sql, error);

  if (stmt == NULL || !gh_stmt_step (stmt, error))
    return NULL;
  return gh_stmt_take_text (stmt);
}
