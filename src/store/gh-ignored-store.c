/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store-private.h"

/* What the checker found and the clerk lets stand. */

GhIgnored *
gh_ignored_new (const char *code, const char *words)
{
  GhIgnored *ignored = g_new0 (GhIgnored, 1);

  ignored->code = g_strdup (code);
  ignored->words = g_strdup (words);
  return ignored;
}

void
gh_ignored_free (GhIgnored *ignored)
{
  if (ignored == NULL)
    return;
  g_free (ignored->code);
  g_free (ignored->words);
  g_free (ignored);
}

static gpointer
read_ignored (GhStmt *stmt, GError **error G_GNUC_UNUSED)
{
  g_autofree char *code = gh_stmt_take_text (stmt);
  g_autofree char *words = gh_stmt_take_text (stmt);

  return gh_ignored_new (code, words);
}

GPtrArray *
gh_store_list_ignored (GhStore *store, gint64 campaign_id, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  return gh_store_read_list (store,
                             "SELECT i.code, i.quote FROM plan_ignored i"
                             " JOIN plan p ON p.id = i.plan_id WHERE p.campaign_id = ?"
                             " ORDER BY i.id",
                             &campaign_id, read_ignored, (GDestroyNotify) gh_ignored_free, error);
}

gboolean
gh_store_set_ignored (GhStore *store,
                      gint64 campaign_id,
                      const GhIgnored *ignored,
                      gboolean set,
                      GError **error)
{
  g_autoptr (GhStmt) stmt = NULL;

  gh_store_return_unless_writing (store);
  g_return_val_if_fail (ignored != NULL, FALSE);

  stmt =
    gh_db_prepare (store->db,
                   set ? "INSERT INTO plan_ignored (plan_id, code, quote)"
                         " SELECT p.id, ?2, ?3 FROM plan p WHERE p.campaign_id = ?1"
                         " AND NOT EXISTS (SELECT 1 FROM plan_ignored i WHERE i.plan_id = p.id"
                         " AND i.code = ?2 AND i.quote = ?3)"
                       : "DELETE FROM plan_ignored WHERE code = ?2 AND quote = ?3 AND plan_id ="
                         " (SELECT id FROM plan WHERE campaign_id = ?1)",
                   error);
  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, campaign_id);
  gh_stmt_put_text (stmt, ignored->code);
  gh_stmt_put_text (stmt, ignored->words);
  return gh_stmt_run (stmt, error);
}
