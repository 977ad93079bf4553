/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

/* Values stand in the file as thousandths, so that no rounding creeps in on the way through the
 * change log's JSON. */
#define THOUSANDTHS 1000
#define MAX_VALUE   1e12

static gpointer
read_target (GhStmt *stmt, GError **error)
{
  g_autoptr (GhTarget) target = gh_target_new (GH_INDICATOR_OTHER, GH_COMPARATOR_AT_LEAST, 0);

  target->id = gh_stmt_take_int (stmt);
  target->campaign_id = gh_stmt_take_int (stmt);
  if (!gh_stmt_take_enum (stmt, gh_indicator_from_string, &target->indicator, error) ||
      !gh_stmt_take_enum (stmt, gh_comparator_from_string, &target->comparator, error))
    return NULL;
  target->value = (double) gh_stmt_take_int (stmt) / THOUSANDTHS;
  target->value_to = (double) gh_stmt_take_int (stmt) / THOUSANDTHS;
  gh_stmt_take_into (stmt, &target->unit);
  gh_stmt_take_into (stmt, &target->basis);
  gh_stmt_take_into (stmt, &target->owner);
  target->assigned = gh_stmt_take_int (stmt) != 0;
  gh_stmt_take_into (stmt, &target->text);
  target->position = (int) gh_stmt_take_int (stmt);
  return g_steal_pointer (&target);
}

GPtrArray *
gh_store_list_targets (GhStore *store, gint64 campaign_id, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  return gh_store_read_list (store,
                             "SELECT id, campaign_id, indicator, comparator, value, value_to, unit,"
                             " basis, owner, assigned, text, position FROM target"
                             " WHERE campaign_id = ? ORDER BY position, id",
                             &campaign_id, read_target, (GDestroyNotify) gh_target_free, error);
}

static gboolean
check_value (double value, GError **error)
{
  if (isfinite (value) && fabs (value) <= MAX_VALUE)
    return TRUE;
  g_set_error_literal (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
                       _("The target's figure is too large. Check it and type it again."));
  return FALSE;
}

gboolean
gh_store_save_target (GhStore *store, GhTarget *target, GError **error)
{
  g_autoptr (GhStmt) stmt = NULL;

  gh_store_return_unless_writing (store);
  g_return_val_if_fail (target != NULL, FALSE);

  if (!check_value (target->value, error) || !check_value (target->value_to, error))
    return FALSE;
  stmt = gh_db_prepare (
    store->db,
    target->id == 0
      ? "INSERT INTO target (campaign_id, indicator, comparator, value, value_to, unit, basis,"
        " owner, assigned, text, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      : "UPDATE target SET campaign_id = ?, indicator = ?, comparator = ?, value = ?, value_to = ?,"
        " unit = ?, basis = ?, owner = ?, assigned = ?, text = ?, position = ? WHERE id = ?",
    error);
  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, target->campaign_id);
  gh_stmt_put_text (stmt, gh_indicator_to_string (target->indicator));
  gh_stmt_put_text (stmt, gh_comparator_to_string (target->comparator));
  gh_stmt_put_int (stmt, llround (target->value * THOUSANDTHS));
  gh_stmt_put_int (stmt, llround (target->value_to * THOUSANDTHS));
  gh_stmt_put_text (stmt, target->unit);
  gh_stmt_put_text (stmt, target->basis);
  gh_stmt_put_text (stmt, target->owner);
  gh_stmt_put_int (stmt, target->assigned ? 1 : 0);
  gh_stmt_put_text (stmt, target->text);
  gh_stmt_put_int (stmt, target->position);
  if (target->id != 0)
    gh_stmt_put_int (stmt, target->id);
  return gh_store_run_save (store, stmt, &target->id, error);
}

gboolean
gh_store_delete_target (GhStore *store, gint64 id, GError **error)
{
  gh_store_return_unless_writing (store);
  return gh_store_delete_by_id (store, "DELETE FROM target WHERE id = ?", id, error);
}
