/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store-private.h"
#include "gh-text.h"

#include <glib/gi18n-lib.h>

static gpointer
read_unit (GhStmt *stmt, GError **error G_GNUC_UNUSED)
{
  g_autoptr (GhUnit) unit = gh_unit_new ("");

  unit->id = gh_stmt_take_int (stmt);
  unit->parent_id = gh_stmt_take_int (stmt);
  gh_stmt_take_into (stmt, &unit->name);
  gh_stmt_take_into (stmt, &unit->kind);
  unit->headcount = gh_stmt_take_count (stmt);
  unit->last_year = gh_stmt_take_count (stmt);
  gh_stmt_take_into (stmt, &unit->contact);
  gh_stmt_take_into (stmt, &unit->phone);
  gh_stmt_take_into (stmt, &unit->email);
  gh_stmt_take_into (stmt, &unit->note);
  unit->position = (int) gh_stmt_take_int (stmt);
  unit->valid_from = gh_stmt_take_day (stmt);
  unit->valid_to = gh_stmt_take_day (stmt);
  return g_steal_pointer (&unit);
}

GPtrArray *
gh_store_list_units (GhStore *store, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  return gh_store_read_list (
    store,
    "SELECT id, parent_id, name, kind, headcount, last_year, contact, phone,"
    " email, note, position, valid_from, valid_to FROM unit"
    " ORDER BY position, sort_key, id",
    NULL, read_unit, (GDestroyNotify) gh_unit_free, error);
}

static gboolean
set_invalid (const char *message, GError **error)
{
  g_set_error_literal (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID, message);
  return FALSE;
}

/* %TRUE if @id stands above @parent_id or is it; UNION stops at a ring that is there already. */
static gboolean
closes_ring (GhStore *store, gint64 id, gint64 parent_id, gboolean *ring, GError **error)
{
  g_autoptr (GhStmt) stmt = NULL;
  GError *failure = NULL;

  *ring = FALSE;
  if (id == 0 || parent_id == 0)
    return TRUE;
  stmt = gh_db_prepare (store->db,
                        "WITH RECURSIVE above (id) AS (SELECT ?1 UNION SELECT u.parent_id"
                        " FROM unit u JOIN above a ON u.id = a.id WHERE u.parent_id IS NOT NULL)"
                        " SELECT 1 FROM above WHERE id = ?2",
                        error);
  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, parent_id);
  gh_stmt_put_int (stmt, id);
  *ring = gh_stmt_step (stmt, &failure);
  return gh_db_finish (failure, error);
}

static gboolean
check_unit (GhStore *store, const GhUnit *unit, GError **error)
{
  gboolean ring = FALSE;

  if (unit->name == NULL || unit->name[0] == '\0')
    return set_invalid (_("Give the unit a name."), error);
  if (!closes_ring (store, unit->id, unit->parent_id, &ring, error))
    return FALSE;
  if (ring)
    return set_invalid (_("A unit cannot stand below itself. Choose another parent."), error);
  return TRUE;
}

gboolean
gh_store_save_unit (GhStore *store, GhUnit *unit, GError **error)
{
  g_autoptr (GhStmt) stmt = NULL;
  g_autofree char *fold = NULL;
  g_autofree char *sort_key = NULL;

  gh_store_return_unless_writing (store);
  g_return_val_if_fail (unit != NULL, FALSE);

  if (!check_unit (store, unit, error))
    return FALSE;
  stmt = gh_db_prepare (
    store->db,
    unit->id == 0
      ? "INSERT INTO unit (parent_id, name, fold, sort_key, kind, headcount, last_year, contact,"
        " phone, email, note, position, valid_from, valid_to)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      : "UPDATE unit SET parent_id = ?, name = ?, fold = ?, sort_key = ?, kind = ?, headcount = ?,"
        " last_year = ?, contact = ?, phone = ?, email = ?, note = ?, position = ?,"
        " valid_from = ?, valid_to = ? WHERE id = ?",
    error);
  if (stmt == NULL)
    return FALSE;
  fold = gh_text_fold (unit->name);
  sort_key = gh_text_sort_key (unit->name);
  gh_stmt_put_id (stmt, unit->parent_id);
  gh_stmt_put_text (stmt, unit->name);
  gh_stmt_put_text (stmt, fold);
  gh_stmt_put_text (stmt, sort_key);
  gh_stmt_put_text (stmt, unit->kind);
  gh_stmt_put_count (stmt, unit->headcount);
  gh_stmt_put_count (stmt, unit->last_year);
  gh_stmt_put_text (stmt, unit->contact);
  gh_stmt_put_text (stmt, unit->phone);
  gh_stmt_put_text (stmt, unit->email);
  gh_stmt_put_text (stmt, unit->note);
  gh_stmt_put_int (stmt, unit->position);
  gh_stmt_put_day (stmt, unit->valid_from);
  gh_stmt_put_day (stmt, unit->valid_to);
  if (unit->id != 0)
    gh_stmt_put_int (stmt, unit->id);
  return gh_store_run_save (store, stmt, &unit->id, error);
}

static gboolean
has_children (GhStore *store, gint64 id, gboolean *children, GError **error)
{
  g_autoptr (GhStmt) stmt =
    gh_db_prepare (store->db, "SELECT 1 FROM unit WHERE parent_id = ? LIMIT 1", error);
  GError *failure = NULL;

  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, id);
  *children = gh_stmt_step (stmt, &failure);
  return gh_db_finish (failure, error);
}

gboolean
gh_store_delete_unit (GhStore *store, gint64 id, GError **error)
{
  static const char *const STEPS[] = {
    "DELETE FROM deferral_count WHERE result_id IN (SELECT id FROM result WHERE unit_id = ?)",
    "DELETE FROM result WHERE unit_id = ?",
    "DELETE FROM quota_revision WHERE unit_id = ?",
    "DELETE FROM quota WHERE unit_id = ?",
    "DELETE FROM year_quota WHERE unit_id = ?",
    "DELETE FROM unit_succession WHERE predecessor_id = ?",
    "DELETE FROM unit_succession WHERE successor_id = ?",
    "DELETE FROM contact WHERE unit_id = ?",
    /* Days, persons and proposals stay, without the unit. */
    "UPDATE donation_session SET host_unit_id = NULL WHERE host_unit_id = ?",
    "UPDATE registration SET unit_id = NULL WHERE unit_id = ?",
    "UPDATE award_proposal SET unit_id = NULL WHERE unit_id = ?",
    "DELETE FROM unit WHERE id = ?",
  };
  gboolean children = FALSE;

  gh_store_return_unless_writing (store);

  if (!has_children (store, id, &children, error))
    return FALSE;
  if (children)
    return set_invalid (_("Units stand below this one. Delete or move them first."), error);
  for (gsize i = 0; i < G_N_ELEMENTS (STEPS); i++)
    if (!gh_store_delete_by_id (store, STEPS[i], id, error))
      return FALSE;
  return TRUE;
}
