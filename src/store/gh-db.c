/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-db.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define BUSY_TIMEOUT_MS 5000
#define MAX_VALUE_BYTES (64 * 1024 * 1024)

struct _GhDb
{
  /* Owned */
  sqlite3 *handle;
  char *path;
  GHashTable *statements; /* SQL → GhStmt */

  /* Borrowed */
  GThread *thread;
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

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

static void stmt_free (gpointer data);

static void
configure (GhDb *db)
{
  sqlite3_extended_result_codes (db->handle, 1);
  sqlite3_busy_timeout (db->handle, BUSY_TIMEOUT_MS);
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
  db->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, stmt_free);
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

/* --- statements ----------------------------------------------------------------------------- */

struct _GhStmt
{
  /* Owned */
  sqlite3_stmt *handle;
  char *sql;

  /* Borrowed */
  GhDb *db;

  int n_put;
  int n_taken;
  int bind_rc;
  gboolean bad_text;
  gboolean in_use;
  gboolean kept; /* by db->statements */
};

static void
stmt_free (gpointer data)
{
  GhStmt *stmt = data;

  sqlite3_finalize (stmt->handle);
  g_free (stmt->sql);
  g_free (stmt);
}

GhStmt *
gh_db_prepare (GhDb *db, const char *sql, GError **error)
{
  g_autoptr (sqlite3_stmt) handle = NULL;
  GhStmt *stmt;
  int rc;

  g_assert (db->thread == g_thread_self ());

  stmt = g_hash_table_lookup (db->statements, sql);
  if (stmt != NULL && !stmt->in_use)
    {
      stmt->in_use = TRUE;
      return stmt;
    }

  rc = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (rc != SQLITE_OK)
    {
      gh_db_set_error (db, rc, error);
      return NULL;
    }

  /* A statement that is in use already (a query inside the rows of the same one) is not kept. */
  stmt = g_new0 (GhStmt, 1);
  stmt->handle = g_steal_pointer (&handle);
  stmt->sql = g_strdup (sql);
  stmt->db = db;
  stmt->in_use = TRUE;
  stmt->kept = !g_hash_table_contains (db->statements, sql);
  if (stmt->kept)
    g_hash_table_insert (db->statements, stmt->sql, stmt);
  return stmt;
}

void
gh_stmt_rewind (GhStmt *stmt)
{
  sqlite3_reset (stmt->handle);
  sqlite3_clear_bindings (stmt->handle);
  stmt->n_put = 0;
  stmt->n_taken = 0;
  stmt->bind_rc = SQLITE_OK;
  stmt->bad_text = FALSE;
}

void
gh_stmt_done (GhStmt *stmt)
{
  if (stmt == NULL)
    return;
  g_assert (stmt->db->thread == g_thread_self ());
  gh_stmt_rewind (stmt);
  stmt->in_use = FALSE;
  if (!stmt->kept)
    stmt_free (stmt);
}

static void
note_bind (GhStmt *stmt, int rc)
{
  g_assert (rc != SQLITE_RANGE && rc != SQLITE_MISUSE);
  if (stmt->bind_rc == SQLITE_OK)
    stmt->bind_rc = rc;
}

void
gh_stmt_put_int (GhStmt *stmt, gint64 value)
{
  note_bind (stmt, sqlite3_bind_int64 (stmt->handle, ++stmt->n_put, value));
}

void
gh_stmt_put_null (GhStmt *stmt)
{
  note_bind (stmt, sqlite3_bind_null (stmt->handle, ++stmt->n_put));
}

void
gh_stmt_put_text (GhStmt *stmt, const char *text)
{
  if (text == NULL)
    text = "";
  if (!g_utf8_validate (text, -1, NULL))
    {
      stmt->bad_text = TRUE;
      text = "";
    }
  note_bind (stmt, sqlite3_bind_text (stmt->handle, ++stmt->n_put, text, -1, SQLITE_TRANSIENT));
}

void
gh_stmt_put_text_or_null (GhStmt *stmt, const char *text)
{
  if (text == NULL)
    gh_stmt_put_null (stmt);
  else
    gh_stmt_put_text (stmt, text);
}

void
gh_stmt_put_id (GhStmt *stmt, gint64 id)
{
  if (id == 0)
    gh_stmt_put_null (stmt);
  else
    gh_stmt_put_int (stmt, id);
}

void
gh_stmt_put_count (GhStmt *stmt, gint64 count)
{
  if (count == -1)
    gh_stmt_put_null (stmt);
  else
    gh_stmt_put_int (stmt, count);
}

void
gh_stmt_put_day (GhStmt *stmt, guint32 day)
{
  g_autofree char *iso = NULL;

  if (day == 0)
    {
      gh_stmt_put_null (stmt);
      return;
    }
  iso = gh_day_format_iso (day);
  gh_stmt_put_text (stmt, iso);
}

void
gh_stmt_put_span (GhStmt *stmt, const GhDateSpan *span)
{
  gh_stmt_put_day (stmt, span->start);
  gh_stmt_put_day (stmt, span->end);
  gh_stmt_put_text (stmt, gh_precision_to_string (span->precision));
  gh_stmt_put_count (stmt, span->start_minute);
  gh_stmt_put_count (stmt, span->end_minute);
  gh_stmt_put_int (stmt, span->before ? 1 : 0);
}

gboolean
gh_stmt_step (GhStmt *stmt, GError **error)
{
  int rc;

  g_assert (stmt->db->thread == g_thread_self ());
  stmt->n_taken = 0;
  if (stmt->bad_text)
    {
      g_set_error_literal (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
                           _("A text holds bytes that are not letters. Type it again."));
      return FALSE;
    }
  rc = stmt->bind_rc != SQLITE_OK ? stmt->bind_rc : sqlite3_step (stmt->handle);
  if (rc == SQLITE_ROW)
    return TRUE;
  if (rc != SQLITE_DONE)
    gh_db_set_error (stmt->db, rc, error);
  return FALSE;
}

gboolean
gh_stmt_run (GhStmt *stmt, GError **error)
{
  GError *failure = NULL;

  while (gh_stmt_step (stmt, &failure))
    ;
  return gh_db_finish (failure, error);
}

gint64
gh_stmt_take_int (GhStmt *stmt)
{
  return sqlite3_column_int64 (stmt->handle, stmt->n_taken++);
}

gint64
gh_stmt_take_count (GhStmt *stmt)
{
  int column = stmt->n_taken++;

  if (sqlite3_column_type (stmt->handle, column) == SQLITE_NULL)
    return -1;
  return sqlite3_column_int64 (stmt->handle, column);
}

const char *
gh_stmt_peek_text (GhStmt *stmt)
{
  const char *text = (const char *) sqlite3_column_text (stmt->handle, stmt->n_taken++);

  return text != NULL ? text : "";
}

char *
gh_stmt_take_text (GhStmt *stmt)
{
  /* The file may come from anywhere: what is not UTF-8 must not reach Pango. */
  return g_utf8_make_valid (gh_stmt_peek_text (stmt), -1);
}

void
gh_stmt_take_into (GhStmt *stmt, char **text)
{
  g_free (*text);
  *text = gh_stmt_take_text (stmt);
}

guint32
gh_stmt_take_day (GhStmt *stmt)
{
  return gh_day_parse_iso (gh_stmt_peek_text (stmt));
}

static gint16
take_minute (GhStmt *stmt)
{
  gint64 minute = gh_stmt_take_count (stmt);

  return (gint16) CLAMP (minute, -1, 1440);
}

GhDateSpan
gh_stmt_take_span (GhStmt *stmt)
{
  GhDateSpan span = GH_DATE_SPAN_INIT;

  span.start = gh_stmt_take_day (stmt);
  span.end = gh_stmt_take_day (stmt);
  if (!gh_precision_from_string (gh_stmt_peek_text (stmt), &span.precision))
    span.precision = GH_PRECISION_DAY;
  span.start_minute = take_minute (stmt);
  span.end_minute = take_minute (stmt);
  span.before = gh_stmt_take_int (stmt) != 0;

  /* A span that is not one ("2027-02-31") is no date; its order was checked by the schema. */
  if (span.start == 0 || span.end < span.start)
    span.start = span.end = 0;
  return span;
}

gboolean
gh_stmt_set_bad_value (GhStmt *stmt, GError **error)
{
  gh_db_set_error (stmt->db, SQLITE_CORRUPT, error);
  return FALSE;
}
