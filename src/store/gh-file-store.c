/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/*
 * Files by their content. Invariants: (1) a file is never changed, so it is not in the change log:
 * undo takes away the row that names it and the file stays; (2) what a row names, or what undo and
 * redo could make a row name again, is there; (3) what is read has the hash it is named by.
 */

/* Room for a plan of a thousand pages, below what GhDb lets a value have. */
#define MAX_FILE_BYTES (48 * 1024 * 1024)

/* Named by a version, or by an entry of the log that is not of a dropped branch. */
#define NAMED                                                                                      \
  "SELECT file_sha256 FROM plan_version UNION"                                                     \
  " SELECT json_extract (l.before, '$.file_sha256') FROM change_log l JOIN change_set s"           \
  " ON s.id = l.set_id WHERE l.table_name = 'plan_version' AND l.before IS NOT NULL"               \
  " AND s.dropped = 0 UNION"                                                                       \
  " SELECT json_extract (l.after, '$.file_sha256') FROM change_log l JOIN change_set s"            \
  " ON s.id = l.set_id WHERE l.table_name = 'plan_version' AND l.after IS NOT NULL"                \
  " AND s.dropped = 0"

#define ORPHANS "sha256 NOT IN (" NAMED ")"

char *
gh_store_put_file (GhStore *store, GBytes *bytes, const char *media_type, GError **error)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (GhStmt) stmt = NULL;

  g_return_val_if_fail (store != NULL && store->set_id != 0, NULL);

  if (g_bytes_get_size (bytes) > MAX_FILE_BYTES)
    {
      g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
                   _("The paper has more than %d MB, too much to keep in the workspace."),
                   MAX_FILE_BYTES / 1024 / 1024);
      return NULL;
    }
  /* A damaged one of that name is mended. */
  stmt = gh_db_prepare (store->db,
                        "INSERT INTO document_file (sha256, media_type, data) VALUES (?, ?, ?)"
                        " ON CONFLICT (sha256) DO UPDATE SET data = excluded.data",
                        error);
  if (stmt == NULL)
    return NULL;
  gh_stmt_put_text (stmt, sha256);
  gh_stmt_put_text (stmt, media_type);
  gh_stmt_put_bytes (stmt, bytes);
  return gh_stmt_run (stmt, error) ? g_steal_pointer (&sha256) : NULL;
}

static gboolean
set_damaged (GError **error)
{
  g_set_error_literal (
    error, GH_STORE_ERROR, GH_STORE_ERROR_DAMAGED,
    _("The paper kept in the workspace is not the one that was issued: the file "
      "was damaged or altered. Restore the workspace from its newest backup."));
  return FALSE;
}

/* Whether there is a file of that name, type and a size that we make; by length alone, so that
 * nothing large is read of one that has no business here. */
static gboolean
check_file (GhStore *store, const char *sha256, const char *media_type, GError **error)
{
  g_autoptr (GhStmt) stmt = gh_db_prepare (
    store->db, "SELECT length (data), media_type FROM document_file WHERE sha256 = ?", error);
  GError *failure = NULL;
  gboolean good = FALSE;

  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_text (stmt, sha256);
  if (gh_stmt_step (stmt, &failure))
    {
      good = gh_stmt_take_int (stmt) <= MAX_FILE_BYTES;
      good = strcmp (gh_stmt_peek_text (stmt), media_type) == 0 && good;
    }
  return gh_db_finish (failure, error) && (good || set_damaged (error));
}

GBytes *
gh_store_load_file (GhStore *store, const char *sha256, const char *media_type, GError **error)
{
  g_autoptr (GhStmt) stmt = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *found = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (store != NULL && sha256 != NULL, NULL);

  if (!check_file (store, sha256, media_type, error))
    return NULL;
  stmt = gh_db_prepare (store->db, "SELECT data FROM document_file WHERE sha256 = ?", error);
  if (stmt == NULL)
    return NULL;
  gh_stmt_put_text (stmt, sha256);
  if (gh_stmt_step (stmt, &failure))
    bytes = gh_stmt_take_bytes (stmt);
  if (!gh_db_finish (failure, error))
    return NULL;
  found = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
  if (g_strcmp0 (found, sha256) == 0)
    return g_steal_pointer (&bytes);
  set_damaged (error);
  return NULL;
}

gboolean
gh_store_drop_orphans (GhStore *store, GError **error)
{
  gint64 n = 0;

  /* Nearly always there is nothing to do, and then nothing is locked or written. */
  if (!gh_db_query_int (store->db, "SELECT count (*) FROM document_file WHERE " ORPHANS, &n, error))
    return FALSE;
  if (n == 0)
    return TRUE;
  /* Asked again inside: another program may have named one meanwhile. */
  if (gh_db_exec (store->db, "BEGIN IMMEDIATE; DELETE FROM document_file WHERE " ORPHANS "; COMMIT",
                  error))
    return TRUE;
  gh_db_rollback (store->db);
  return FALSE;
}
