/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store-private.h"

#include <glib/gi18n-lib.h>

#define PAPER "application/pdf"

#define COLUMNS                                                                                    \
  "v.id, p.campaign_id, v.version, v.number, v.symbol, v.issued_on, v.title, v.reason,"            \
  " v.file_sha256, v.at, v.who"

static gpointer
read_version (GhStmt *stmt, GError **error G_GNUC_UNUSED)
{
  GhPlanVersion *version = gh_plan_version_new (0);
  gint64 n;

  version->id = gh_stmt_take_int (stmt);
  version->campaign_id = gh_stmt_take_int (stmt);
  n = gh_stmt_take_int (stmt);
  version->version = (int) CLAMP (n, 1, G_MAXINT);
  gh_stmt_take_into (stmt, &version->number);
  gh_stmt_take_into (stmt, &version->symbol);
  version->issued_on = gh_stmt_take_day (stmt);
  gh_stmt_take_into (stmt, &version->title);
  gh_stmt_take_into (stmt, &version->reason);
  gh_stmt_take_into (stmt, &version->file_sha256);
  version->at = gh_stmt_take_int (stmt);
  gh_stmt_take_into (stmt, &version->who);
  return version;
}

GPtrArray *
gh_store_list_versions (GhStore *store, gint64 campaign_id, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);

  return gh_store_read_list (store,
                             "SELECT " COLUMNS " FROM plan_version v JOIN plan p"
                             " ON p.id = v.plan_id WHERE p.campaign_id = ? ORDER BY v.version",
                             &campaign_id, read_version, (GDestroyNotify) gh_plan_version_free,
                             error);
}

static void
set_no_version (int version, GError **error)
{
  if (version == 0)
    g_set_error_literal (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND,
                         _("This plan has not been issued yet, so there is no issued version."));
  else
    g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND,
                 _("This plan has no issued version %d. The list of its versions says which there "
                   "are."),
                 version);
}

GhPlanVersion *
gh_store_load_version (GhStore *store, gint64 campaign_id, int version, GError **error)
{
  g_autoptr (GhStmt) stmt = NULL;
  g_autoptr (GhPlanVersion) found = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (store != NULL, NULL);

  stmt = gh_db_prepare (store->db,
                        "SELECT " COLUMNS ", v.content FROM plan_version v JOIN plan p"
                        " ON p.id = v.plan_id WHERE p.campaign_id = ?1 AND (?2 = 0"
                        " OR v.version = ?2) ORDER BY v.version DESC LIMIT 1",
                        error);
  if (stmt == NULL)
    return NULL;
  gh_stmt_put_int (stmt, campaign_id);
  gh_stmt_put_int (stmt, version);
  if (gh_stmt_step (stmt, &failure))
    {
      found = read_version (stmt, error);
      gh_stmt_take_into (stmt, &found->content);
      return g_steal_pointer (&found);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  else
    set_no_version (version, error);
  return NULL;
}

GBytes *
gh_store_load_paper (GhStore *store, gint64 campaign_id, int version, GError **error)
{
  g_autoptr (GhPlanVersion) found = gh_store_load_version (store, campaign_id, version, error);

  if (found == NULL)
    return NULL;
  if (*found->file_sha256 == '\0')
    {
      g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND,
                   _("The paper of version %d was not kept: it was issued before Giọt Hồng did. "
                     "Its text is there and can be compared."),
                   found->version);
      return NULL;
    }
  return gh_store_load_file (store, found->file_sha256, PAPER, error);
}

static gboolean
insert_version (GhStore *store, GhPlanVersion *version, GError **error)
{
  g_autofree char *who = gh_store_dup_who ();
  g_autoptr (GhStmt) stmt = gh_db_prepare (
    store->db,
    "INSERT INTO plan_version (plan_id, version, number, symbol, issued_on, title, reason, content,"
    " file_sha256, at, who) SELECT p.id, 1 + COALESCE ((SELECT MAX (version) FROM plan_version v"
    " WHERE v.plan_id = p.id), 0), ?, ?, ?, ?, ?, ?, ?, ?, ? FROM plan p WHERE p.campaign_id = ?",
    error);

  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_text (stmt, version->number);
  gh_stmt_put_text (stmt, version->symbol);
  gh_stmt_put_day (stmt, version->issued_on);
  gh_stmt_put_text (stmt, version->title);
  gh_stmt_put_text (stmt, version->reason);
  gh_stmt_put_text (stmt, version->content);
  gh_stmt_put_text (stmt, version->file_sha256);
  gh_stmt_put_int (stmt, store->now);
  gh_stmt_put_text (stmt, who);
  gh_stmt_put_int (stmt, version->campaign_id);
  if (!gh_stmt_run (stmt, error))
    return FALSE;
  return sqlite3_changes (gh_db_get_handle (store->db)) == 1 || gh_store_set_not_found (error);
}

gboolean
gh_store_add_version (GhStore *store, GhPlanVersion *version, GBytes *paper, GError **error)
{
  g_autoptr (GhPlanVersion) added = NULL;

  gh_store_return_unless_writing (store);
  g_return_val_if_fail (version != NULL && version->id == 0, FALSE);

  if (paper != NULL)
    {
      g_free (version->file_sha256);
      version->file_sha256 = gh_store_put_file (store, paper, PAPER, error);
      if (version->file_sha256 == NULL)
        {
          version->file_sha256 = g_strdup ("");
          return FALSE;
        }
    }
  if (!insert_version (store, version, error))
    return FALSE;
  added = gh_store_load_version (store, version->campaign_id, 0, error);
  if (added == NULL)
    return FALSE;
  version->id = added->id;
  version->version = added->version;
  return TRUE;
}

gboolean
gh_store_set_version_reason (GhStore *store, gint64 id, const char *reason, GError **error)
{
  g_autoptr (GhStmt) stmt = NULL;

  gh_store_return_unless_writing (store);

  stmt = gh_db_prepare (store->db, "UPDATE plan_version SET reason = ? WHERE id = ?", error);
  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_text (stmt, reason);
  gh_stmt_put_int (stmt, id);
  return gh_store_run_save (store, stmt, &id, error);
}
