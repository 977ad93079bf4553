/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store-private.h"

static gpointer
read_round (GhStmt *stmt, GError **error G_GNUC_UNUSED)
{
  GhAwardRound *round = gh_award_round_new ("");

  round->id = gh_stmt_take_int (stmt);
  round->campaign_id = gh_stmt_take_int (stmt);
  gh_stmt_take_into (stmt, &round->name);
  gh_stmt_take_into (stmt, &round->audience);
  round->period = gh_stmt_take_span (stmt);
  round->deadline = gh_stmt_take_span (stmt);
  return round;
}

GPtrArray *
gh_store_list_award_rounds (GhStore *store, gint64 campaign_id, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  return gh_store_read_list (
    store,
    "SELECT id, campaign_id, name, audience, period_start, period_end,"
    " period_precision, period_start_minute, period_end_minute, period_before,"
    " deadline_start, deadline_end, deadline_precision, deadline_start_minute,"
    " deadline_end_minute, deadline_before FROM award_round"
    " WHERE campaign_id = ?"
    " ORDER BY deadline_start IS NULL, deadline_start, id",
    &campaign_id, read_round, (GDestroyNotify) gh_award_round_free, error);
}

gboolean
gh_store_save_award_round (GhStore *store, GhAwardRound *round, GError **error)
{
  g_autoptr (GhStmt) stmt = NULL;

  gh_store_return_unless_writing (store);
  g_return_val_if_fail (round != NULL, FALSE);

  stmt = gh_db_prepare (
    store->db,
    round->id == 0
      ? "INSERT INTO award_round (campaign_id, name, audience, period_start, period_end,"
        " period_precision, period_start_minute, period_end_minute, period_before, deadline_start,"
        " deadline_end, deadline_precision, deadline_start_minute, deadline_end_minute,"
        " deadline_before) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      : "UPDATE award_round SET campaign_id = ?, name = ?, audience = ?, period_start = ?,"
        " period_end = ?, period_precision = ?, period_start_minute = ?, period_end_minute = ?,"
        " period_before = ?, deadline_start = ?, deadline_end = ?, deadline_precision = ?,"
        " deadline_start_minute = ?, deadline_end_minute = ?, deadline_before = ? WHERE id = ?",
    error);
  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, round->campaign_id);
  gh_stmt_put_text (stmt, round->name);
  gh_stmt_put_text (stmt, round->audience);
  gh_stmt_put_span (stmt, &round->period);
  gh_stmt_put_span (stmt, &round->deadline);
  if (round->id != 0)
    gh_stmt_put_int (stmt, round->id);
  return gh_store_run_save (store, stmt, &round->id, error);
}

gboolean
gh_store_delete_award_round (GhStore *store, gint64 id, GError **error)
{
  gh_store_return_unless_writing (store);
  return gh_store_delete_by_id (store, "DELETE FROM award_round WHERE id = ?", id, error);
}
