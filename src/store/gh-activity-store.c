/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store-private.h"
#include "gh-text.h"

static gpointer
read_activity (GhStmt *stmt, GError **error)
{
  GhDateSpan empty = GH_DATE_SPAN_INIT;
  g_autoptr (GhActivity) activity = gh_activity_new ("", GH_ACTIVITY_OTHER, &empty);

  activity->id = gh_stmt_take_int (stmt);
  activity->campaign_id = gh_stmt_take_int (stmt);
  gh_stmt_take_into (stmt, &activity->title);
  if (!gh_stmt_take_enum (stmt, gh_activity_kind_from_string, &activity->kind, error) ||
      !gh_stmt_take_enum (stmt, gh_activity_state_from_string, &activity->state, error))
    return NULL;
  activity->span = gh_stmt_take_span (stmt);
  gh_stmt_take_into (stmt, &activity->place);
  gh_stmt_take_into (stmt, &activity->lead);
  gh_stmt_take_into (stmt, &activity->partners);
  gh_stmt_take_into (stmt, &activity->result);
  gh_stmt_take_into (stmt, &activity->text);
  return g_steal_pointer (&activity);
}

GPtrArray *
gh_store_list_activities (GhStore *store, gint64 campaign_id, GError **error)
{
  GPtrArray *activities;

  g_return_val_if_fail (store != NULL, NULL);
  activities =
    gh_store_read_list (store,
                        "SELECT id, campaign_id, title, kind, state, span_start, span_end,"
                        " span_precision, span_start_minute, span_end_minute, span_before, place,"
                        " lead, partners, result, text FROM activity WHERE campaign_id = ?"
                        " ORDER BY id",
                        &campaign_id, read_activity, (GDestroyNotify) gh_activity_free, error);
  /* One rule of order for screen, paper and file: the domain's (stable: equal ones stay by id). */
  if (activities != NULL)
    g_ptr_array_sort (activities, gh_activity_compare);
  return activities;
}

gboolean
gh_store_save_activity (GhStore *store, GhActivity *activity, GError **error)
{
  g_autoptr (GhStmt) stmt = NULL;
  g_autofree char *fold = NULL;

  gh_store_return_unless_writing (store);
  g_return_val_if_fail (activity != NULL, FALSE);

  stmt = gh_db_prepare (
    store->db,
    activity->id == 0
      ? "INSERT INTO activity (campaign_id, title, fold, kind, state, span_start, span_end,"
        " span_precision, span_start_minute, span_end_minute, span_before, place, lead, partners,"
        " result, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      : "UPDATE activity SET campaign_id = ?, title = ?, fold = ?, kind = ?, state = ?,"
        " span_start = ?, span_end = ?, span_precision = ?, span_start_minute = ?,"
        " span_end_minute = ?, span_before = ?, place = ?, lead = ?, partners = ?, result = ?,"
        " text = ? WHERE id = ?",
    error);
  if (stmt == NULL)
    return FALSE;
  fold = gh_text_fold (activity->title);
  gh_stmt_put_int (stmt, activity->campaign_id);
  gh_stmt_put_text (stmt, activity->title);
  gh_stmt_put_text (stmt, fold);
  gh_stmt_put_text (stmt, gh_activity_kind_to_string (activity->kind));
  gh_stmt_put_text (stmt, gh_activity_state_to_string (activity->state));
  gh_stmt_put_span (stmt, &activity->span);
  gh_stmt_put_text (stmt, activity->place);
  gh_stmt_put_text (stmt, activity->lead);
  gh_stmt_put_text (stmt, activity->partners);
  gh_stmt_put_text (stmt, activity->result);
  gh_stmt_put_text (stmt, activity->text);
  if (activity->id != 0)
    gh_stmt_put_int (stmt, activity->id);
  return gh_store_run_save (store, stmt, &activity->id, error);
}

gboolean
gh_store_delete_activity (GhStore *store, gint64 id, GError **error)
{
  gh_store_return_unless_writing (store);

  /* A donation day stays when its calendar entry goes. */
  return gh_store_delete_by_id (
           store, "UPDATE donation_session SET activity_id = NULL WHERE activity_id = ?", id,
           error) &&
         gh_store_delete_by_id (store, "DELETE FROM activity WHERE id = ?", id, error);
}
