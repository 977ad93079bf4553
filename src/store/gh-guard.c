/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store-private.h"

#include <glib/gi18n-lib.h>

/* The guard of two writers: what this transaction has logged against what was logged since the
 * clerk looked. Nothing is compared while nobody else has written. */

/* ?1 = the open set, ?2 and ?3 = the moment: sets made, undone or redone after it. */
#define LATER_SETS                                                                                 \
  "SELECT id FROM change_set WHERE id > ?2 AND id <> ?1 UNION"                                     \
  " SELECT set_id FROM change_event WHERE id > ?3"

/* The plan that a table's row stands in; its block may be gone, then the log knows. */
#define PLAN_OF_BLOCK_ROW                                                                          \
  "COALESCE ((SELECT plan_id FROM plan_block WHERE id = json_extract (image, '$.block_id')),"      \
  " (SELECT json_extract (before, '$.plan_id') FROM change_log WHERE table_name = 'plan_block'"    \
  " AND row_id = json_extract (image, '$.block_id') ORDER BY id DESC LIMIT 1))"

/* A row made here is nobody else's, though it may have the number of one that is gone. For the same
 * reason nothing may be hung on a number whose row has gone meanwhile ("gone" below). */
#define OWN_ID_UNLESS_BORN                                                                         \
  "CASE WHEN set_id = ?1 AND (SELECT b.before IS NULL FROM change_log b WHERE b.set_id = ?1"       \
  " AND b.table_name = entry.table_name AND b.row_id = entry.row_id ORDER BY b.id LIMIT 1)"        \
  " THEN NULL ELSE row_id END"

#define ENTRIES                                                                                    \
  "entry AS MATERIALIZED (SELECT *, COALESCE (after, before) AS image FROM change_log"             \
  " WHERE set_id = ?1 OR set_id IN (" LATER_SETS "))"

/* What an entry is about: a plan is saved as a whole; a cell is the same one also after its row
 * was deleted and made anew; quota_revision is only ever added to. */
#define TOUCHED                                                                                    \
  "touched (set_id, thing, key) AS MATERIALIZED (SELECT set_id,"                                   \
  " CASE WHEN table_name GLOB 'plan*' AND table_name NOT IN ('plan_ignored', 'plan_version')"      \
  " THEN 'plan' ELSE table_name END,"                                                              \
  " CASE table_name"                                                                               \
  " WHEN 'plan' THEN row_id"                                                                       \
  " WHEN 'plan_basis' THEN json_extract (image, '$.plan_id')"                                      \
  " WHEN 'plan_block' THEN json_extract (image, '$.plan_id')"                                      \
  " WHEN 'plan_block_row' THEN " PLAN_OF_BLOCK_ROW                                                 \
  " WHEN 'plan_recipient' THEN json_extract (image, '$.plan_id')"                                  \
  " WHEN 'plan_task' THEN json_extract (image, '$.plan_id')"                                       \
  " WHEN 'quota' THEN json_extract (image, '$.campaign_id', '$.unit_id', '$.indicator')"           \
  " WHEN 'quota_revision' THEN NULL"                                                               \
  " WHEN 'result' THEN json_extract (image, '$.campaign_id', '$.unit_id', '$.session_id')"         \
  " WHEN 'deferral_count' THEN json_extract (image, '$.result_id', '$.reason')"                    \
  " ELSE " OWN_ID_UNLESS_BORN " END FROM entry"                                                    \
  " UNION ALL SELECT set_id, 'gone ' || table_name, row_id FROM entry"                             \
  " WHERE set_id <> ?1 AND after IS NULL"                                                          \
  " UNION ALL SELECT set_id, 'gone unit', json_extract (after, '$.unit_id') FROM entry"            \
  " WHERE set_id = ?1 AND table_name IN ('quota', 'result')"                                       \
  " UNION ALL SELECT set_id, 'gone unit', json_extract (after, '$.parent_id') FROM entry"          \
  " WHERE set_id = ?1 AND table_name = 'unit')"

#define FIND_SAME_ROW                                                                              \
  "WITH " ENTRIES ", " TOUCHED " SELECT s.label, s.who FROM touched mine JOIN touched theirs"      \
  " ON mine.thing = theirs.thing AND mine.key = theirs.key"                                        \
  " JOIN change_set s ON s.id = theirs.set_id"                                                     \
  " WHERE mine.set_id = ?1 AND theirs.set_id <> ?1 ORDER BY s.id DESC LIMIT 1"

#define LIST_TABLES                                                                                \
  "SELECT l.table_name, s.label, s.who FROM change_log l JOIN change_set s ON s.id = l.set_id"     \
  " WHERE ?1 IS NOT NULL AND l.set_id IN (" LATER_SETS ")"                                         \
  " GROUP BY l.set_id, l.table_name ORDER BY l.set_id DESC"

static GhStmt *
prepare (GhStore *store, const char *sql, const GhMoment *since, GError **error)
{
  GhStmt *stmt = gh_db_prepare (store->db, sql, error);

  if (stmt == NULL)
    return NULL;
  gh_stmt_put_int (stmt, store->set_id);
  gh_stmt_put_int (stmt, since->set_id);
  gh_stmt_put_int (stmt, since->event_id);
  return stmt;
}

/* @stmt stands at a label and who did it. */
static gboolean
set_conflict (GhStmt *stmt, GError **error)
{
  g_autofree char *label = gh_stmt_take_text (stmt);
  g_autofree char *who = gh_stmt_take_text (stmt);

  /* Translators: %s are what somebody did ("Edit unit Lê Lợi School") and who: user@computer. */
  g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_CONFLICT,
               _("The same data has been changed meanwhile: “%s” (%s). Nothing of yours was "
                 "saved, and what is shown now is the newer state. Look at it, and make your "
                 "change once more if it is still wanted."),
               label, who);
  return FALSE;
}

static gboolean
check_rows (GhStore *store, const GhMoment *since, GError **error)
{
  g_autoptr (GhStmt) stmt = prepare (store, FIND_SAME_ROW, since, error);
  GError *failure = NULL;

  if (stmt == NULL)
    return FALSE;
  if (gh_stmt_step (stmt, &failure))
    return set_conflict (stmt, error);
  return gh_db_finish (failure, error);
}

static gboolean
check_parts (GhStore *store, const GhMoment *since, GhDossierParts reads, GError **error)
{
  g_autoptr (GhStmt) stmt = prepare (store, LIST_TABLES, since, error);
  GError *failure = NULL;

  if (stmt == NULL)
    return FALSE;
  while (gh_stmt_step (stmt, &failure))
    {
      g_autofree char *table = gh_stmt_take_text (stmt);

      if ((gh_store_part_of_table (table) & reads) != 0)
        return set_conflict (stmt, error);
    }
  return gh_db_finish (failure, error);
}

static gboolean
count_later (GhStore *store, const GhMoment *since, gint64 *n, GError **error)
{
  g_autoptr (GhStmt) stmt = prepare (store, "SELECT count (*) FROM (" LATER_SETS ")", since, error);
  GError *failure = NULL;

  if (stmt == NULL)
    return FALSE;
  *n = gh_stmt_step (stmt, &failure) ? gh_stmt_take_int (stmt) : 0;
  return gh_db_finish (failure, error);
}

gboolean
gh_store_check_meanwhile (GhStore *store,
                          const GhMoment *since,
                          GhDossierParts reads,
                          GError **error)
{
  gint64 n = 0;

  gh_store_return_unless_writing (store);

  if (!count_later (store, since, &n, error))
    return FALSE;
  return n == 0 || (check_rows (store, since, error) && check_parts (store, since, reads, error));
}
