/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store-private.h"

#include <glib/gi18n-lib.h>

/* Invariant: each change of a cell's value leaves one row in quota_revision (empty = NULL). */

static gpointer
read_quota (GhStmt *stmt, GError **error)
{
  g_autoptr (GhQuota) quota = gh_quota_new (0, GH_INDICATOR_OTHER, 0);

  quota->id = gh_stmt_take_int (stmt);
  quota->campaign_id = gh_stmt_take_int (stmt);
  quota->unit_id = gh_stmt_take_int (stmt);
  if (!gh_stmt_take_enum (stmt, gh_indicator_from_string, &quota->indicator, error))
    return NULL;
  quota->value = gh_stmt_take_int (stmt);
  quota->locked = gh_stmt_take_int (stmt) != 0;
  if (!gh_stmt_take_enum (stmt, gh_quota_rule_from_string, &quota->rule, error))
    return NULL;
  return g_steal_pointer (&quota);
}

GPtrArray *
gh_store_list_quotas (GhStore *store, gint64 campaign_id, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  return gh_store_read_list (
    store,
    "SELECT id, campaign_id, unit_id, indicator, value, locked, rule FROM quota"
    " WHERE campaign_id = ? ORDER BY unit_id, indicator",
    &campaign_id, read_quota, (GDestroyNotify) gh_quota_free, error);
}

/* @id: 0 and @value: -1 for an empty cell. */
static gboolean
find_cell (GhStore *store, const GhQuota *cell, gint64 *id, gint64 *value, GError **error)
{
  g_autoptr (GhStmt) stmt =
    gh_db_prepare (store->db,
                   "SELECT id, value FROM quota WHERE campaign_id = ? AND unit_id = ?"
                   " AND indicator = ?",
                   error);
  GError *failure = NULL;

  *id = 0;
  *value = -1;
  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, cell->campaign_id);
  gh_stmt_put_int (stmt, cell->unit_id);
  gh_stmt_put_text (stmt, gh_indicator_to_string (cell->indicator));
  if (gh_stmt_step (stmt, &failure))
    {
      *id = gh_stmt_take_int (stmt);
      *value = gh_stmt_take_int (stmt);
    }
  return gh_db_finish (failure, error);
}

static gboolean
add_revision (GhStore *store,
              const GhQuota *cell,
              gint64 old_value,
              gint64 new_value,
              GError **error)
{
  g_autofree char *who = NULL;
  g_autoptr (GhStmt) stmt = NULL;

  if (old_value == new_value)
    return TRUE;
  stmt = gh_db_prepare (store->db,
                        "INSERT INTO quota_revision (campaign_id, unit_id, indicator, old_value,"
                        " new_value, reason, at, who) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        error);
  if (stmt == NULL)
    return FALSE;
  who = gh_store_dup_who ();
  gh_stmt_put_int (stmt, cell->campaign_id);
  gh_stmt_put_int (stmt, cell->unit_id);
  gh_stmt_put_text (stmt, gh_indicator_to_string (cell->indicator));
  gh_stmt_put_count (stmt, old_value);
  gh_stmt_put_count (stmt, new_value);
  gh_stmt_put_text (stmt, store->label);
  gh_stmt_put_int (stmt, store->now);
  gh_stmt_put_text (stmt, who);
  return gh_stmt_run (stmt, error);
}

static gboolean
write_quota (GhStore *store, const GhQuota *quota, gint64 *id, GError **error)
{
  g_autoptr (GhStmt) stmt = gh_db_prepare (
    store->db,
    *id == 0 ? "INSERT INTO quota (campaign_id, unit_id, indicator, value, locked, rule)"
               " VALUES (?, ?, ?, ?, ?, ?)"
             : "UPDATE quota SET campaign_id = ?, unit_id = ?, indicator = ?, value = ?,"
               " locked = ?, rule = ? WHERE id = ?",
    error);

  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, quota->campaign_id);
  gh_stmt_put_int (stmt, quota->unit_id);
  gh_stmt_put_text (stmt, gh_indicator_to_string (quota->indicator));
  gh_stmt_put_int (stmt, quota->value);
  gh_stmt_put_int (stmt, quota->locked ? 1 : 0);
  gh_stmt_put_text (stmt, gh_quota_rule_to_string (quota->rule));
  if (*id != 0)
    gh_stmt_put_int (stmt, *id);
  return gh_store_run_save (store, stmt, id, error);
}

gboolean
gh_store_save_quota (GhStore *store, GhQuota *quota, GError **error)
{
  gint64 id = 0;
  gint64 old_value = -1;

  gh_store_return_unless_writing (store);
  g_return_val_if_fail (quota != NULL, FALSE);

  if (quota->value < 0)
    {
      g_set_error_literal (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
                           _("A quota cannot be below zero. Leave the cell empty instead."));
      return FALSE;
    }
  if (!find_cell (store, quota, &id, &old_value, error) ||
      !write_quota (store, quota, &id, error) ||
      !add_revision (store, quota, old_value, quota->value, error))
    return FALSE;
  quota->id = id;
  return TRUE;
}

gboolean
gh_store_clear_quota (GhStore *store,
                      gint64 campaign_id,
                      gint64 unit_id,
                      GhIndicator indicator,
                      GError **error)
{
  GhQuota cell = { .campaign_id = campaign_id, .unit_id = unit_id, .indicator = indicator };
  gint64 id = 0;
  gint64 old_value = -1;

  gh_store_return_unless_writing (store);

  if (!find_cell (store, &cell, &id, &old_value, error))
    return FALSE;
  return id == 0 || (gh_store_delete_by_id (store, "DELETE FROM quota WHERE id = ?", id, error) &&
                     add_revision (store, &cell, old_value, -1, error));
}
