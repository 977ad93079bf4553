/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-date-span.h"
#include "gh-store.h"

#include <sqlite3.h>

/**
 * GhDb: one connection to SQLite with the settings every workspace has: trusted_schema off, cell
 * size checks, defensive, foreign keys, rollback journal, full sync. For the store alone.
 *
 * Invariants: (1) used only by the thread that opened it (asserted); (2) SQL texts are constants of
 * the program, or made from names of the verified schema; every value is bound.
 */
typedef struct _GhDb GhDb;

/** How long a query waits for another program that writes. */
#define GH_DB_BUSY_TIMEOUT_MS 5000

/** @flags: of sqlite3_open_v2(). @path: ":memory:" is allowed. */
GhDb *gh_db_open (const char *path, int flags, GError **error);
void gh_db_close (GhDb *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhDb, gh_db_close)
sqlite3 *gh_db_get_handle (GhDb *db);
const char *gh_db_get_path (GhDb *db);

/** Runs constant statements that give no rows. */
gboolean gh_db_exec (GhDb *db, const char *sql, GError **error);
/** First column of the first row of a constant query; 0 if there is no row. */
gboolean gh_db_query_int (GhDb *db, const char *sql, gint64 *value, GError **error);
/** As above; (transfer full) (nullable): %NULL with no @error if there is no row or it is NULL. */
char *gh_db_query_text (GhDb *db, const char *sql, GError **error);
/** Ends any transaction; cannot fail in a way that matters. */
void gh_db_rollback (GhDb *db);
/** %TRUE inside BEGIN … COMMIT. */
gboolean gh_db_in_transaction (GhDb *db);
/** Ends a loop over rows: hands @failure (taken, nullable) on; %TRUE if there was none. */
gboolean gh_db_finish (GError *failure, GError **error);
/** Makes a GError of SQLite's result code @rc with a message for a clerk. */
void gh_db_set_error (GhDb *db, int rc, GError **error);

/**
 * GhStmt: a prepared statement, kept by the connection for the next use. Values are put in and
 * taken out in order; putting -1, 0 or "" as NULL is said in each function's name.
 */
typedef struct _GhStmt GhStmt;

GhStmt *gh_db_prepare (GhDb *db, const char *sql, GError **error);
/** Gives the statement back. */
void gh_stmt_done (GhStmt *stmt);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhStmt, gh_stmt_done)

void gh_stmt_put_int (GhStmt *stmt, gint64 value);
/** A text must be UTF-8; %NULL is stored as "". A bad one fails the next step. */
void gh_stmt_put_text (GhStmt *stmt, const char *text);
void gh_stmt_put_text_or_null (GhStmt *stmt, const char *text);
void gh_stmt_put_null (GhStmt *stmt);
/** A file's content. */
void gh_stmt_put_bytes (GhStmt *stmt, GBytes *bytes);
/** A row's id: 0 is NULL. */
void gh_stmt_put_id (GhStmt *stmt, gint64 id);
/** A count: -1 (not known) is NULL. */
void gh_stmt_put_count (GhStmt *stmt, gint64 count);
/** A Julian day as ISO text: 0 is NULL. */
void gh_stmt_put_day (GhStmt *stmt, guint32 day);
/** Six values: start, end, precision, start_minute, end_minute, before. */
void gh_stmt_put_span (GhStmt *stmt, const GhDateSpan *span);

/** %TRUE: a row is there; %FALSE: no more, or failed with @error set. */
gboolean gh_stmt_step (GhStmt *stmt, GError **error);
/** Runs to the end and gives back no row. */
gboolean gh_stmt_run (GhStmt *stmt, GError **error);
/** For a second run of the same statement: values must be put in anew. */
void gh_stmt_rewind (GhStmt *stmt);

gint64 gh_stmt_take_int (GhStmt *stmt);
/** (transfer full): in NFC, without control characters; "" for NULL. */
char *gh_stmt_take_text (GhStmt *stmt);
/** (transfer full): letter by letter, for texts that go back to SQLite; "" for NULL. */
char *gh_stmt_take_raw (GhStmt *stmt);
/** (transfer full): a file's content; empty for NULL. */
GBytes *gh_stmt_take_bytes (GhStmt *stmt);
/** (transfer none): until the next step; "" for NULL. */
const char *gh_stmt_peek_text (GhStmt *stmt);
gint64 gh_stmt_take_count (GhStmt *stmt);
guint32 gh_stmt_take_day (GhStmt *stmt);
GhDateSpan gh_stmt_take_span (GhStmt *stmt);
/** Sets @text free first: for replacing a field of a struct made by its _new(). */
void gh_stmt_take_into (GhStmt *stmt, char **text);
/** Reads a name of an enum by its _from_string(); an unknown name fails with DAMAGED. */
#define gh_stmt_take_enum(stmt, from_string, field, error)                                         \
  (from_string (gh_stmt_peek_text (stmt), (field)) || gh_stmt_set_bad_value (stmt, error))
/** %FALSE, always. */
gboolean gh_stmt_set_bad_value (GhStmt *stmt, GError **error);
