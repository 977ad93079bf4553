/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store-private.h"

#include <glib/gi18n-lib.h>

#define COLUMNS                                                                                    \
  "id, name, year, theme, period_start, period_end, period_precision, period_start_minute,"        \
  " period_end_minute, period_before, state, convention"

static gpointer
read_campaign (GhStmt *stmt, GError **error)
{
  g_autoptr (GhCampaign) campaign = gh_campaign_new ("", 0);

  campaign->id = gh_stmt_take_int (stmt);
  gh_stmt_take_into (stmt, &campaign->name);
  campaign->year = (int) gh_stmt_take_int (stmt);
  gh_stmt_take_into (stmt, &campaign->theme);
  campaign->period = gh_stmt_take_span (stmt);
  if (!gh_stmt_take_enum (stmt, gh_campaign_state_from_string, &campaign->state, error) ||
      !gh_stmt_take_enum (stmt, gh_unit_convention_from_string, &campaign->convention, error))
    return NULL;
  return g_steal_pointer (&campaign);
}

GPtrArray *
gh_store_list_campaigns (GhStore *store, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  return gh_store_read_list (store, "SELECT " COLUMNS " FROM campaign ORDER BY year DESC, id DESC",
                             NULL, read_campaign, (GDestroyNotify) gh_campaign_free, error);
}

GhCampaign *
gh_store_load_campaign (GhStore *store, gint64 id, GError **error)
{
  g_autoptr (GhStmt) stmt = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (store != NULL, NULL);
  stmt = gh_db_prepare (store->db, "SELECT " COLUMNS " FROM campaign WHERE id = ?", error);
  if (stmt == NULL)
    return NULL;
  gh_stmt_put_int (stmt, id);
  if (gh_stmt_step (stmt, &failure))
    return read_campaign (stmt, error);
  if (failure != NULL)
    g_propagate_error (error, failure);
  else
    g_set_error_literal (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND,
                         _("There is no such campaign in this workspace."));
  return NULL;
}

gboolean
gh_store_save_campaign (GhStore *store, GhCampaign *campaign, GError **error)
{
  g_autoptr (GhStmt) stmt = NULL;

  gh_store_return_unless_writing (store);
  g_return_val_if_fail (campaign != NULL, FALSE);

  if (campaign->name == NULL || campaign->name[0] == '\0')
    {
      g_set_error_literal (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
                           _("Give the campaign a name."));
      return FALSE;
    }
  stmt = gh_db_prepare (
    store->db,
    campaign->id == 0
      ? "INSERT INTO campaign (name, year, theme, period_start, period_end, period_precision,"
        " period_start_minute, period_end_minute, period_before, state, convention)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      : "UPDATE campaign SET name = ?, year = ?, theme = ?, period_start = ?, period_end = ?,"
        " period_precision = ?, period_start_minute = ?, period_end_minute = ?,"
        " period_before = ?, state = ?, convention = ? WHERE id = ?",
    error);
  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_text (stmt, campaign->name);
  gh_stmt_put_int (stmt, campaign->year);
  gh_stmt_put_text (stmt, campaign->theme);
  gh_stmt_put_span (stmt, &campaign->period);
  gh_stmt_put_text (stmt, gh_campaign_state_to_string (campaign->state));
  gh_stmt_put_text (stmt, gh_unit_convention_to_string (campaign->convention));
  if (campaign->id != 0)
    gh_stmt_put_int (stmt, campaign->id);
  return gh_store_run_save (store, stmt, &campaign->id, error);
}

gboolean
gh_store_delete_campaign (GhStore *store, gint64 id, GError **error)
{
  /* Children first: the schema has no cascades, so that undo finds each row in the log. */
  static const char *const STEPS[] = {
    "DELETE FROM award_proposal WHERE round_id IN"
    " (SELECT id FROM award_round WHERE campaign_id = ?)",
    "DELETE FROM award_round WHERE campaign_id = ?",
    /* A person of this campaign may stand in a round of another one: only the link goes. */
    "UPDATE award_proposal SET registration_id = NULL WHERE registration_id IN"
    " (SELECT id FROM registration WHERE campaign_id = ?)",
    "DELETE FROM consent WHERE registration_id IN"
    " (SELECT id FROM registration WHERE campaign_id = ?)",
    "DELETE FROM registration WHERE campaign_id = ?",
    "DELETE FROM deferral_count WHERE result_id IN (SELECT id FROM result WHERE campaign_id = ?)",
    "DELETE FROM result WHERE campaign_id = ?",
    "DELETE FROM donation_session WHERE campaign_id = ?",
    "DELETE FROM activity WHERE campaign_id = ?",
    "DELETE FROM quota_revision WHERE campaign_id = ?",
    "DELETE FROM quota WHERE campaign_id = ?",
    "DELETE FROM target WHERE campaign_id = ?",
    "DELETE FROM budget_line WHERE campaign_id = ?",
    "DELETE FROM plan_block_row WHERE block_id IN (SELECT b.id FROM plan_block b"
    " JOIN plan p ON p.id = b.plan_id WHERE p.campaign_id = ?)",
    "DELETE FROM plan_block WHERE plan_id IN (SELECT id FROM plan WHERE campaign_id = ?)",
    "DELETE FROM plan_basis WHERE plan_id IN (SELECT id FROM plan WHERE campaign_id = ?)",
    "DELETE FROM plan_task WHERE plan_id IN (SELECT id FROM plan WHERE campaign_id = ?)",
    "DELETE FROM plan_recipient WHERE plan_id IN (SELECT id FROM plan WHERE campaign_id = ?)",
    "DELETE FROM plan_ignored WHERE plan_id IN (SELECT id FROM plan WHERE campaign_id = ?)",
    "DELETE FROM plan_version WHERE plan_id IN (SELECT id FROM plan WHERE campaign_id = ?)",
    "DELETE FROM plan WHERE campaign_id = ?",
    /* What bears a number is out in the world: the register goes on knowing it. */
    "DELETE FROM document_number WHERE campaign_id = ? AND issued_on IS NULL",
    "UPDATE document_number SET campaign_id = NULL WHERE campaign_id = ?",
    "DELETE FROM campaign WHERE id = ?",
  };

  gh_store_return_unless_writing (store);

  for (gsize i = 0; i < G_N_ELEMENTS (STEPS); i++)
    if (!gh_store_delete_by_id (store, STEPS[i], id, error))
      return FALSE;
  return TRUE;
}
