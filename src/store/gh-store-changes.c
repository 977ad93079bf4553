/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store-private.h"

#include <string.h>

/* Invariants: (1) seen is the moment of the newest changes that gh_store_take_changes() has told
 * of; (2) what cannot be told apart counts as changed. */

GhDossierParts
gh_store_part_of_table (const char *name)
{
  static const struct
  {
    const char *table;
    GhDossierParts part;
  } parts[] = {
    { "activity", GH_DOSSIER_ACTIVITIES },
    { "award_round", GH_DOSSIER_AWARDS },
    { "budget_line", GH_DOSSIER_BUDGET },
    { "campaign", GH_DOSSIER_CAMPAIGN },
    { "deferral_count", GH_DOSSIER_RESULTS },
    { "document_number", GH_DOSSIER_PLAN },
    { "document_series", GH_DOSSIER_PLAN },
    { "donation_session", GH_DOSSIER_SESSIONS },
    { "plan", GH_DOSSIER_PLAN },
    { "plan_basis", GH_DOSSIER_PLAN },
    { "plan_block", GH_DOSSIER_PLAN },
    { "plan_block_row", GH_DOSSIER_PLAN },
    { "plan_ignored", GH_DOSSIER_PLAN },
    { "plan_recipient", GH_DOSSIER_PLAN },
    { "plan_task", GH_DOSSIER_PLAN },
    { "plan_version", GH_DOSSIER_PLAN },
    { "quota", GH_DOSSIER_QUOTAS },
    { "quota_revision", GH_DOSSIER_QUOTAS },
    { "result", GH_DOSSIER_RESULTS },
    { "target", GH_DOSSIER_TARGETS },
    { "unit", GH_DOSSIER_UNITS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strcmp (parts[i].table, name) == 0)
      return parts[i].part;
  return GH_DOSSIER_ALL;
}

/* --- what has been seen --------------------------------------------------------------------- */

gboolean
gh_store_read_moment (GhStore *store, GhMoment *moment, GError **error)
{
  return gh_db_query_int (store->db, "SELECT COALESCE (MAX (id), 0) FROM change_set",
                          &moment->set_id, error) &&
         gh_db_query_int (store->db, "SELECT COALESCE (MAX (id), 0) FROM change_event",
                          &moment->event_id, error);
}

static gboolean
is_same (const GhMoment *a, const GhMoment *b)
{
  return a->set_id == b->set_id && a->event_id == b->event_id;
}

static gboolean
read_parts (GhStore *store, GhDossierParts *parts, GError **error)
{
  g_autoptr (GhStmt) stmt =
    gh_db_prepare (store->db,
                   "SELECT DISTINCT table_name FROM change_log WHERE set_id > ?1 UNION"
                   " SELECT table_name FROM change_log WHERE set_id IN"
                   " (SELECT set_id FROM change_event WHERE id > ?2)",
                   error);
  GError *failure = NULL;

  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, store->seen.set_id);
  gh_stmt_put_int (stmt, store->seen.event_id);
  while (gh_stmt_step (stmt, &failure))
    {
      g_autofree char *table = gh_stmt_take_text (stmt);

      *parts |= gh_store_part_of_table (table);
    }
  return gh_db_finish (failure, error);
}

void
gh_store_note_newest (GhStore *store)
{
  store->seen_version = gh_store_get_data_version (store);
  if (!gh_store_read_moment (store, &store->seen, NULL))
    store->seen = (GhMoment){ 0, 0 }; /* then everything counts as changed */
}

GhDossierParts
gh_store_take_changes (GhStore *store)
{
  g_autoptr (GError) error = NULL;
  GhDossierParts parts = GH_DOSSIER_NOTHING;
  GhMoment moment;
  gint64 version;

  g_return_val_if_fail (store != NULL, GH_DOSSIER_ALL);

  version = gh_store_get_data_version (store);
  if (!gh_store_read_moment (store, &moment, &error))
    return GH_DOSSIER_ALL; /* the next reading says what is wrong */
  if (!is_same (&moment, &store->seen) && !read_parts (store, &parts, &error))
    parts = GH_DOSSIER_ALL;
  store->seen_version = version;
  store->seen = moment;
  return parts;
}

GhMoment
gh_store_get_moment (GhStore *store)
{
  return store->seen;
}

gboolean
gh_store_has_news (GhStore *store)
{
  sqlite3 *handle;
  gint64 version;

  g_return_val_if_fail (store != NULL, FALSE);

  handle = gh_db_get_handle (store->db);
  sqlite3_busy_timeout (handle, 0);
  version = gh_store_get_data_version (store);
  sqlite3_busy_timeout (handle, GH_DB_BUSY_TIMEOUT_MS);
  return version != 0 && version != store->seen_version;
}

/* --- reading again -------------------------------------------------------------------------- */

/* Whether the file is as gh_store_take_changes() saw it last; inside of a reading transaction. */
static gboolean
is_as_seen (GhStore *store)
{
  GhMoment moment;

  return gh_store_read_moment (store, &moment, NULL) && is_same (&moment, &store->seen);
}

GhDossier *
gh_store_reload_dossier (GhStore *store, GhDossier *old, GhDossierParts parts, GError **error)
{
  GhDossier *dossier;

  g_return_val_if_fail (store != NULL && old != NULL, NULL);

  if (gh_db_in_transaction (store->db))
    return gh_store_load_dossier (store, old->campaign->id, error);
  if (!gh_db_exec (store->db, "BEGIN", error))
    return NULL;
  dossier = gh_dossier_load_parts (store, old->campaign->id, old,
                                   is_as_seen (store) ? parts : GH_DOSSIER_ALL, error);
  gh_db_rollback (store->db); /* nothing was written */
  return dossier;
}
