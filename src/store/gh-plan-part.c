/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-part.h"
#include "gh-positions.h"

/* id → position of the rows that are stored. */
static GHashTable *
read_stored (GhStore *store, const char *sql, gint64 plan_id, GError **error)
{
  g_autoptr (GHashTable) stored =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GhStmt) stmt = gh_db_prepare (store->db, sql, error);
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  gh_stmt_put_int (stmt, plan_id);
  while (gh_stmt_step (stmt, &failure))
    {
      gint64 id = gh_stmt_take_int (stmt);
      gint64 position = gh_stmt_take_int (stmt);

      g_hash_table_insert (stored, g_memdup2 (&id, sizeof id),
                           g_memdup2 (&position, sizeof position));
    }
  if (!gh_db_finish (failure, error))
    return NULL;
  return g_steal_pointer (&stored);
}

/* What is stored and still wanted leaves @stored; a row that is not there (or stands twice in the
 * list) becomes a new one. */
static gint64 *
match_rows (const GhPlanPart *part, GHashTable *stored, const GPtrArray *rows)
{
  gint64 *positions = g_new (gint64, MAX (rows->len, 1));

  for (guint i = 0; i < rows->len; i++)
    {
      gint64 *id = part->get_id (g_ptr_array_index (rows, i));
      const gint64 *position = g_hash_table_lookup (stored, id);

      positions[i] = position != NULL ? MAX (*position, 0) : -1;
      if (position == NULL)
        *id = 0;
      else
        g_hash_table_remove (stored, id);
    }
  gh_positions_assign (positions, rows->len);
  return positions;
}

static gboolean
delete_rest (GhStore *store, const GhPlanPart *part, GHashTable *rest, GError **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, rest);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      gint64 id = *(const gint64 *) key;

      if (part->before_delete != NULL && !part->before_delete (store, id, error))
        return FALSE;
      if (!gh_store_delete_by_id (store, part->delete_sql, id, error))
        return FALSE;
    }
  return TRUE;
}

/* The stored rows by id; they live as long as @loaded. */
static GHashTable *
index_rows (const GhPlanPart *part, const GPtrArray *loaded)
{
  GHashTable *by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; loaded != NULL && i < loaded->len; i++)
    g_hash_table_insert (by_id, part->get_id (g_ptr_array_index (loaded, i)),
                         g_ptr_array_index (loaded, i));
  return by_id;
}

/* Rows of @loaded that stand at @position and say what @row says. */
static gboolean
is_stored (const GhPlanPart *part,
           GHashTable *loaded,
           GHashTable *positions,
           gpointer row,
           gint64 position)
{
  const gint64 *id = part->get_id (row);
  gconstpointer stored = g_hash_table_lookup (loaded, id);
  const gint64 *was = g_hash_table_lookup (positions, id);

  return stored != NULL && was != NULL && *was == position && part->equal (stored, row);
}

gboolean
gh_plan_part_save (GhStore *store,
                   const GhPlanPart *part,
                   gint64 plan_id,
                   const GPtrArray *rows,
                   GError **error)
{
  g_autoptr (GHashTable) stored = read_stored (store, part->list_sql, plan_id, error);
  g_autoptr (GHashTable) before = NULL;
  g_autoptr (GPtrArray) loaded = NULL;
  g_autoptr (GHashTable) by_id = NULL;
  g_autofree gint64 *positions = NULL;

  if (stored == NULL)
    return FALSE;
  if (part->load != NULL)
    {
      loaded = part->load (store, plan_id, error);
      before = loaded != NULL ? read_stored (store, part->list_sql, plan_id, error) : NULL;
      if (before == NULL)
        return FALSE;
    }
  by_id = index_rows (part, loaded);
  positions = match_rows (part, stored, rows);
  if (!delete_rest (store, part, stored, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      gpointer row = g_ptr_array_index (rows, i);

      if (!(before != NULL && is_stored (part, by_id, before, row, positions[i])) &&
          !part->write (store, plan_id, positions[i], row, error))
        return FALSE;
    }
  return TRUE;
}
