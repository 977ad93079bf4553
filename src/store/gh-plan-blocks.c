/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-part.h"
#include "gh-text.h"

/* --- tables: each row's cells are a JSON array ---------------------------------------------- */

static void
append_json_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (json, "\\%c", *p);
      else if (*p < 0x20)
        g_string_append_printf (json, "\\u%04x", *p);
      else
        g_string_append_c (json, (char) *p);
    }
  g_string_append_c (json, '"');
}

static char *
cells_to_json (const char *const *cells)
{
  GString *json = g_string_new ("[");

  for (gsize i = 0; cells[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      append_json_string (json, cells[i]);
    }
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

/* Reads the rows of all tables of a plan into their blocks (id → GhBlock). */
static gboolean
load_rows (GhStore *store, gint64 plan_id, GHashTable *blocks, GError **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GhStmt) stmt = NULL;
  GError *failure = NULL;
  gint64 row_id = 0;
  GhBlock *block = NULL;

  stmt = gh_db_prepare (store->db,
                        "SELECT r.id, r.block_id, c.value IS NULL, c.value FROM plan_block b"
                        " JOIN plan_block_row r ON r.block_id = b.id"
                        " LEFT JOIN json_each (r.cells) c"
                        " WHERE b.plan_id = ? ORDER BY r.block_id, r.position, r.id, c.key",
                        error);
  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, plan_id);
  while (gh_stmt_step (stmt, &failure))
    {
      gint64 id = gh_stmt_take_int (stmt);
      gint64 block_id = gh_stmt_take_int (stmt);
      gboolean no_cell = gh_stmt_take_int (stmt) != 0;

      if (id != row_id && block != NULL)
        {
          g_ptr_array_add (cells, NULL);
          gh_block_add_row (block, (const char *const *) cells->pdata);
          g_ptr_array_set_size (cells, 0);
        }
      row_id = id;
      block = g_hash_table_lookup (blocks, &block_id);
      if (!no_cell)
        g_ptr_array_add (cells, gh_stmt_take_text (stmt));
    }
  if (!gh_db_finish (failure, error))
    return FALSE;
  if (block != NULL)
    {
      g_ptr_array_add (cells, NULL);
      gh_block_add_row (block, (const char *const *) cells->pdata);
    }
  return TRUE;
}

static gboolean
write_row (GhStore *store,
           gint64 block_id,
           gint64 row_id,
           gint64 position,
           const char *json,
           GError **error)
{
  g_autoptr (GhStmt) stmt = gh_db_prepare (
    store->db,
    row_id == 0 ? "INSERT INTO plan_block_row (block_id, position, cells) VALUES (?, ?, ?)"
                : "UPDATE plan_block_row SET block_id = ?, position = ?, cells = ?"
                  " WHERE id = ?",
    error);

  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, block_id);
  gh_stmt_put_int (stmt, position);
  gh_stmt_put_text (stmt, json);
  if (row_id != 0)
    gh_stmt_put_int (stmt, row_id);
  return gh_stmt_run (stmt, error);
}

static GArray *
list_row_ids (GhStore *store, gint64 block_id, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GhStmt) stmt = gh_db_prepare (
    store->db, "SELECT id FROM plan_block_row WHERE block_id = ? ORDER BY position, id", error);
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  gh_stmt_put_int (stmt, block_id);
  while (gh_stmt_step (stmt, &failure))
    {
      gint64 id = gh_stmt_take_int (stmt);

      g_array_append_val (ids, id);
    }
  if (!gh_db_finish (failure, error))
    return NULL;
  return g_steal_pointer (&ids);
}

/* Rows have no identity in the domain: the i-th stored row takes the i-th row's cells. */
static gboolean
save_rows (GhStore *store, const GhBlock *block, GError **error)
{
  g_autoptr (GArray) ids = list_row_ids (store, block->id, error);
  guint n_rows = block->rows != NULL ? block->rows->len : 0;

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *json = cells_to_json (g_ptr_array_index (block->rows, i));
      gint64 id = i < ids->len ? g_array_index (ids, gint64, i) : 0;

      if (!write_row (store, block->id, id, i, json, error))
        return FALSE;
    }
  for (guint i = n_rows; i < ids->len; i++)
    if (!gh_store_delete_by_id (store, "DELETE FROM plan_block_row WHERE id = ?",
                                g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* --- blocks --------------------------------------------------------------------------------- */

static GhBlock *
read_block (GhStmt *stmt, GError **error)
{
  g_autoptr (GhBlock) block = gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", "");

  block->id = gh_stmt_take_int (stmt);
  if (!gh_stmt_take_enum (stmt, gh_block_kind_from_string, &block->kind, error))
    return NULL;
  block->level = (int) gh_stmt_take_int (stmt);
  gh_stmt_take_into (stmt, &block->number);
  gh_stmt_take_into (stmt, &block->text);
  gh_stmt_take_into (stmt, &block->live);
  gh_stmt_take_into (stmt, &block->frozen);
  if (gh_stmt_take_int (stmt) != 0 && block->rows == NULL)
    block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return g_steal_pointer (&block);
}

GPtrArray *
gh_plan_blocks_load (GhStore *store, gint64 plan_id, GError **error)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_block_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GhStmt) stmt = NULL;
  GError *failure = NULL;

  stmt =
    gh_db_prepare (store->db,
                   "SELECT id, kind, level, number, text, live, frozen, has_rows FROM plan_block"
                   " WHERE plan_id = ? ORDER BY position, id",
                   error);
  if (stmt == NULL)
    return NULL;
  gh_stmt_put_int (stmt, plan_id);
  while (gh_stmt_step (stmt, &failure))
    {
      GhBlock *block = read_block (stmt, error);

      if (block == NULL)
        return NULL;
      g_ptr_array_add (blocks, block);
      g_hash_table_insert (by_id, &block->id, block);
    }
  if (!gh_db_finish (failure, error))
    return NULL;
  if (!load_rows (store, plan_id, by_id, error))
    return NULL;
  return g_steal_pointer (&blocks);
}

/* What the search looks through: the text without marks, and every cell. */
static char *
fold_block (const GhBlock *block)
{
  g_autofree char *text = gh_text_strip_marks (block->text);
  g_autoptr (GString) all = g_string_new (text);

  for (guint i = 0; block->rows != NULL && i < block->rows->len; i++)
    {
      g_autofree char *row = g_strjoinv (" ", g_ptr_array_index (block->rows, i));

      g_string_append_c (all, ' ');
      g_string_append (all, row);
    }
  return gh_text_fold (all->str);
}

static gint64 *
get_block_id (gpointer row)
{
  return &((GhBlock *) row)->id;
}

static gboolean
write_block (GhStore *store, gint64 plan_id, gint64 position, gpointer row, GError **error)
{
  GhBlock *block = row;
  g_autofree char *fold = fold_block (block);
  g_autoptr (GhStmt) stmt = gh_db_prepare (
    store->db,
    block->id == 0 ? "INSERT INTO plan_block (plan_id, position, kind, level, number, text,"
                     " live, frozen, has_rows, fold) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                   : "UPDATE plan_block SET plan_id = ?, position = ?, kind = ?, level = ?,"
                     " number = ?, text = ?, live = ?, frozen = ?, has_rows = ?, fold = ?"
                     " WHERE id = ?",
    error);

  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, plan_id);
  gh_stmt_put_int (stmt, position);
  gh_stmt_put_text (stmt, gh_block_kind_to_string (block->kind));
  gh_stmt_put_int (stmt, block->level);
  gh_stmt_put_text (stmt, block->number);
  gh_stmt_put_text (stmt, block->text);
  gh_stmt_put_text (stmt, block->live);
  gh_stmt_put_text (stmt, block->frozen);
  gh_stmt_put_int (stmt, block->rows != NULL ? 1 : 0);
  gh_stmt_put_text (stmt, fold);
  if (block->id != 0)
    gh_stmt_put_int (stmt, block->id);
  return gh_store_run_save (store, stmt, &block->id, error) && save_rows (store, block, error);
}

static gboolean
delete_rows (GhStore *store, gint64 id, GError **error)
{
  return gh_store_delete_by_id (store, "DELETE FROM plan_block_row WHERE block_id = ?", id, error);
}

static gboolean
blocks_equal (gconstpointer a, gconstpointer b)
{
  return gh_block_equal (a, b);
}

const GhPlanPart gh_plan_blocks_part = {
  "SELECT id, position FROM plan_block WHERE plan_id = ?",
  "DELETE FROM plan_block WHERE id = ?",
  get_block_id,
  write_block,
  delete_rows,
  gh_plan_blocks_load,
  blocks_equal,
};
