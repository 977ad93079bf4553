/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store-private.h"

static gpointer
read_session (GhStmt *stmt, GError **error G_GNUC_UNUSED)
{
  GhDateSpan empty = GH_DATE_SPAN_INIT;
  g_autoptr (GhDonationSession) session = gh_donation_session_new ("", &empty);

  session->id = gh_stmt_take_int (stmt);
  session->campaign_id = gh_stmt_take_int (stmt);
  session->activity_id = gh_stmt_take_int (stmt);
  session->host_unit_id = gh_stmt_take_int (stmt);
  gh_stmt_take_into (stmt, &session->name);
  session->span = gh_stmt_take_span (stmt);
  gh_stmt_take_into (stmt, &session->place);
  session->expected = gh_stmt_take_count (stmt);
  return g_steal_pointer (&session);
}

GPtrArray *
gh_store_list_sessions (GhStore *store, gint64 campaign_id, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  return gh_store_read_list (
    store,
    "SELECT id, campaign_id, activity_id, host_unit_id, name, span_start,"
    " span_end, span_precision, span_start_minute, span_end_minute,"
    " span_before, place, expected FROM donation_session WHERE campaign_id = ?"
    " ORDER BY span_start IS NULL, span_start, span_end,"
    " span_start_minute, id",
    &campaign_id, read_session, (GDestroyNotify) gh_donation_session_free, error);
}

gboolean
gh_store_save_session (GhStore *store, GhDonationSession *session, GError **error)
{
  g_autoptr (GhStmt) stmt = NULL;

  gh_store_return_unless_writing (store);
  g_return_val_if_fail (session != NULL, FALSE);

  stmt = gh_db_prepare (
    store->db,
    session->id == 0
      ? "INSERT INTO donation_session (campaign_id, activity_id, host_unit_id, name, span_start,"
        " span_end, span_precision, span_start_minute, span_end_minute, span_before, place,"
        " expected) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      : "UPDATE donation_session SET campaign_id = ?, activity_id = ?, host_unit_id = ?, name = ?,"
        " span_start = ?, span_end = ?, span_precision = ?, span_start_minute = ?,"
        " span_end_minute = ?, span_before = ?, place = ?, expected = ? WHERE id = ?",
    error);
  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, session->campaign_id);
  gh_stmt_put_id (stmt, session->activity_id);
  gh_stmt_put_id (stmt, session->host_unit_id);
  gh_stmt_put_text (stmt, session->name);
  gh_stmt_put_span (stmt, &session->span);
  gh_stmt_put_text (stmt, session->place);
  gh_stmt_put_count (stmt, session->expected);
  if (session->id != 0)
    gh_stmt_put_int (stmt, session->id);
  return gh_store_run_save (store, stmt, &session->id, error);
}

gboolean
gh_store_delete_session (GhStore *store, gint64 id, GError **error)
{
  static const char *const STEPS[] = {
    "DELETE FROM deferral_count WHERE result_id IN (SELECT id FROM result WHERE session_id = ?)",
    "DELETE FROM result WHERE session_id = ?",
    /* Persons stay in the campaign, without a day. */
    "UPDATE registration SET session_id = NULL WHERE session_id = ?",
    "DELETE FROM donation_session WHERE id = ?",
  };

  gh_store_return_unless_writing (store);

  for (gsize i = 0; i < G_N_ELEMENTS (STEPS); i++)
    if (!gh_store_delete_by_id (store, STEPS[i], id, error))
      return FALSE;
  return TRUE;
}
