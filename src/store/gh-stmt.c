/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-db-private.h"
#include "gh-text.h"

#include <glib/gi18n-lib.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

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

void
gh_stmt_free (gpointer data)
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
    gh_stmt_free (stmt);
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
gh_stmt_put_bytes (GhStmt *stmt, GBytes *bytes)
{
  gsize size = 0;
  const void *data = g_bytes_get_data (bytes, &size);

  /* A pointer that is NULL would be bound as NULL. */
  note_bind (stmt, sqlite3_bind_blob64 (stmt->handle, ++stmt->n_put, size > 0 ? data : "", size,
                                        SQLITE_TRANSIENT));
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

GBytes *
gh_stmt_take_bytes (GhStmt *stmt)
{
  int column = stmt->n_taken++;
  const void *data = sqlite3_column_blob (stmt->handle, column);
  int size = sqlite3_column_bytes (stmt->handle, column);

  return g_bytes_new (data, data != NULL ? (gsize) size : 0);
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
  /* The file may come from anywhere: letters that Pango, Excel or a calendar choke on stay out. */
  return gh_text_nfc (gh_stmt_peek_text (stmt), -1);
}

char *
gh_stmt_take_raw (GhStmt *stmt)
{
  return g_strdup (gh_stmt_peek_text (stmt));
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
