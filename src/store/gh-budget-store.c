/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store-private.h"

#include <glib/gi18n-lib.h>

static gpointer
read_line (GhStmt *stmt, GError **error G_GNUC_UNUSED)
{
  GhBudgetLine *line = gh_budget_line_new ("");

  line->id = gh_stmt_take_int (stmt);
  line->campaign_id = gh_stmt_take_int (stmt);
  line->position = (int) gh_stmt_take_int (stmt);
  gh_stmt_take_into (stmt, &line->content);
  gh_stmt_take_into (stmt, &line->unit);
  line->quantity = gh_stmt_take_count (stmt);
  line->price = gh_stmt_take_count (stmt);
  line->amount = gh_stmt_take_count (stmt);
  gh_stmt_take_into (stmt, &line->source);
  gh_stmt_take_into (stmt, &line->note);
  return line;
}

GPtrArray *
gh_store_list_budget_lines (GhStore *store, gint64 campaign_id, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  return gh_store_read_list (store,
                             "SELECT id, campaign_id, position, content, unit, quantity, price,"
                             " amount, source, note FROM budget_line"
                             " WHERE campaign_id = ? ORDER BY position, id",
                             &campaign_id, read_line, (GDestroyNotify) gh_budget_line_free, error);
}

static gboolean
check_figures (const GhBudgetLine *line, GError **error)
{
  gboolean both = line->quantity > 0 && line->price > 0;

  if (line->quantity <= GH_BUDGET_MAX && line->price <= GH_BUDGET_MAX &&
      line->amount <= GH_BUDGET_MAX && (!both || line->quantity <= GH_BUDGET_MAX / line->price))
    return TRUE;
  g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
               _("The amount of “%s” is too large. Check quantity and price and type them again."),
               line->content);
  return FALSE;
}

gboolean
gh_store_save_budget_line (GhStore *store, GhBudgetLine *line, GError **error)
{
  g_autoptr (GhStmt) stmt = NULL;

  gh_store_return_unless_writing (store);
  g_return_val_if_fail (line != NULL, FALSE);

  if (!check_figures (line, error))
    return FALSE;
  stmt = gh_db_prepare (
    store->db,
    line->id == 0
      ? "INSERT INTO budget_line (campaign_id, position, content, unit, quantity, price, amount,"
        " source, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
      : "UPDATE budget_line SET campaign_id = ?, position = ?, content = ?, unit = ?, quantity = ?,"
        " price = ?, amount = ?, source = ?, note = ? WHERE id = ?",
    error);
  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, line->campaign_id);
  gh_stmt_put_int (stmt, line->position);
  gh_stmt_put_text (stmt, line->content);
  gh_stmt_put_text (stmt, line->unit);
  gh_stmt_put_count (stmt, line->quantity);
  gh_stmt_put_count (stmt, line->price);
  gh_stmt_put_count (stmt, line->amount);
  gh_stmt_put_text (stmt, line->source);
  gh_stmt_put_text (stmt, line->note);
  if (line->id != 0)
    gh_stmt_put_int (stmt, line->id);
  return gh_store_run_save (store, stmt, &line->id, error);
}

gboolean
gh_store_delete_budget_line (GhStore *store, gint64 id, GError **error)
{
  gh_store_return_unless_writing (store);
  return gh_store_delete_by_id (store, "DELETE FROM budget_line WHERE id = ?", id, error);
}
