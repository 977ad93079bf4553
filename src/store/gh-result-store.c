/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store-private.h"

static gpointer
read_result (GhStmt *stmt, GError **error G_GNUC_UNUSED)
{
  g_autoptr (GhResult) result = gh_result_new (0, 0);

  result->id = gh_stmt_take_int (stmt);
  result->campaign_id = gh_stmt_take_int (stmt);
  result->unit_id = gh_stmt_take_int (stmt);
  result->session_id = gh_stmt_take_int (stmt);
  result->registered = gh_stmt_take_count (stmt);
  result->came = gh_stmt_take_count (stmt);
  result->deferred = gh_stmt_take_count (stmt);
  result->donated = gh_stmt_take_count (stmt);
  result->bags_250 = gh_stmt_take_count (stmt);
  result->bags_350 = gh_stmt_take_count (stmt);
  result->bags_450 = gh_stmt_take_count (stmt);
  result->complete = gh_stmt_take_int (stmt) != 0;
  gh_stmt_take_into (stmt, &result->note);
  return g_steal_pointer (&result);
}

GPtrArray *
gh_store_list_results (GhStore *store, gint64 campaign_id, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  return gh_store_read_list (
    store,
    "SELECT id, campaign_id, unit_id, session_id, registered, came, deferred,"
    " donated, bags_250, bags_350, bags_450, complete, note FROM result"
    " WHERE campaign_id = ? ORDER BY unit_id, session_id",
    &campaign_id, read_result, (GDestroyNotify) gh_result_free, error);
}

static gboolean
find_cell (GhStore *store, const GhResult *result, gint64 *id, GError **error)
{
  g_autoptr (GhStmt) stmt =
    gh_db_prepare (store->db,
                   "SELECT id FROM result WHERE campaign_id = ? AND unit_id = ?"
                   " AND coalesce (session_id, 0) = ?",
                   error);
  GError *failure = NULL;

  *id = 0;
  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, result->campaign_id);
  gh_stmt_put_int (stmt, result->unit_id);
  gh_stmt_put_int (stmt, result->session_id);
  if (gh_stmt_step (stmt, &failure))
    *id = gh_stmt_take_int (stmt);
  return gh_db_finish (failure, error);
}

static gboolean
write_result (GhStore *store, const GhResult *result, gint64 *id, GError **error)
{
  g_autoptr (GhStmt) stmt = gh_db_prepare (
    store->db,
    *id == 0
      ? "INSERT INTO result (campaign_id, unit_id, session_id, registered, came, deferred, donated,"
        " bags_250, bags_350, bags_450, complete, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      : "UPDATE result SET campaign_id = ?, unit_id = ?, session_id = ?, registered = ?, came = ?,"
        " deferred = ?, donated = ?, bags_250 = ?, bags_350 = ?, bags_450 = ?, complete = ?,"
        " note = ? WHERE id = ?",
    error);

  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, result->campaign_id);
  gh_stmt_put_int (stmt, result->unit_id);
  gh_stmt_put_id (stmt, result->session_id);
  gh_stmt_put_count (stmt, result->registered);
  gh_stmt_put_count (stmt, result->came);
  gh_stmt_put_count (stmt, result->deferred);
  gh_stmt_put_count (stmt, result->donated);
  gh_stmt_put_count (stmt, result->bags_250);
  gh_stmt_put_count (stmt, result->bags_350);
  gh_stmt_put_count (stmt, result->bags_450);
  gh_stmt_put_int (stmt, result->complete ? 1 : 0);
  gh_stmt_put_text (stmt, result->note);
  if (*id != 0)
    gh_stmt_put_int (stmt, *id);
  return gh_store_run_save (store, stmt, id, error);
}

gboolean
gh_store_save_result (GhStore *store, GhResult *result, GError **error)
{
  gint64 id = 0;

  gh_store_return_unless_writing (store);
  g_return_val_if_fail (result != NULL, FALSE);

  if (!find_cell (store, result, &id, error))
    return FALSE;
  /* A result that moves to a cell that is taken replaces what stands there. */
  if (id != 0 && result->id != 0 && id != result->id &&
      !gh_store_delete_result (store, result->id, error))
    return FALSE;
  if (id == 0)
    id = result->id;
  if (!write_result (store, result, &id, error))
    return FALSE;
  result->id = id;
  return TRUE;
}

gboolean
gh_store_delete_result (GhStore *store, gint64 id, GError **error)
{
  gh_store_return_unless_writing (store);
  return gh_store_delete_by_id (store, "DELETE FROM deferral_count WHERE result_id = ?", id,
                                error) &&
         gh_store_delete_by_id (store, "DELETE FROM result WHERE id = ?", id, error);
}
