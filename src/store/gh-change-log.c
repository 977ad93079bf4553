/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Invariants: (1) every insert, update and delete of a logged table inside a transaction leaves its
 * row's before and after; (2) undo and redo write no log, and go strictly from the newest set to
 * the older ones and back; (3) a set is undone or redone whole or not at all; (4) names of tables
 * and columns come from the verified schema, never from the log. */

/* --- replaying ------------------------------------------------------------------------------ */

/* One logged row to move from image @from to image @to (JSON; NULL = no row). */
typedef struct
{
  char *table_name;
  gint64 row_id;
  char *from;
  char *to;
} GhReplay;

static void
replay_free (gpointer data)
{
  GhReplay *replay = data;

  g_free (replay->table_name);
  g_free (replay->from);
  g_free (replay->to);
  g_free (replay);
}

static gboolean
set_conflict (const GhReplay *replay, const char *label, GError **error)
{
  g_autofree char *row =
    g_strdup_printf ("%s %" G_GINT64_FORMAT, replay->table_name, replay->row_id);

  g_set_error (
    error, GH_STORE_ERROR, GH_STORE_ERROR_CONFLICT,
    _("“%s” cannot be undone or redone: what it changed has been changed again since by "
      "another program (%s). Nothing was changed; make the correction by hand."),
    label, row);
  return FALSE;
}

/* ?1 = id, ?2 = image. Columns that the image does not have (a newer schema) are left alone. */
static char *
build_compare (const GhTable *table)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "SELECT 1 FROM \"%s\" WHERE id = ?1", table->name);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *name = ((const GhColumn *) g_ptr_array_index (table->columns, i))->name;

      g_string_append_printf (sql,
                              " AND (json_type (?2, '$.%s') IS NULL"
                              " OR json_extract (?2, '$.%s') IS \"%s\")",
                              name, name, name);
    }
  return g_string_free (sql, FALSE);
}

static char *
build_update (const GhTable *table)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE \"%s\" SET ", table->name);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *name = ((const GhColumn *) g_ptr_array_index (table->columns, i))->name;

      g_string_append_printf (sql,
                              "%s\"%s\" = CASE WHEN json_type (?2, '$.%s') IS NULL THEN \"%s\""
                              " ELSE json_extract (?2, '$.%s') END",
                              i > 0 ? ", " : "", name, name, name, name);
    }
  g_string_append (sql, " WHERE id = ?1");
  return g_string_free (sql, FALSE);
}

static char *
build_insert (const GhTable *table)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\" (", table->name);
  for (guint i = 0; i < table->columns->len; i++)
    g_string_append_printf (sql, "%s\"%s\"", i > 0 ? ", " : "",
                            ((const GhColumn *) g_ptr_array_index (table->columns, i))->name);
  g_string_append (sql, ") SELECT ");
  for (guint i = 0; i < table->columns->len; i++)
    {
      const GhColumn *column = g_ptr_array_index (table->columns, i);

      g_string_append_printf (sql,
                              "%sCASE WHEN json_type (?2, '$.%s') IS NULL THEN %s"
                              " ELSE json_extract (?2, '$.%s') END",
                              i > 0 ? ", " : "", column->name,
                              column->default_sql != NULL ? column->default_sql : "NULL",
                              column->name);
    }
  g_string_append (sql, " WHERE ?1 IS NOT NULL");
  return g_string_free (sql, FALSE);
}

/* Runs @sql (taken) with the id and an image; @found: whether it gave a row. */
static gboolean
run_with_image (GhStore *store,
                char *sql,
                const GhReplay *replay,
                const char *image,
                gboolean *found,
                GError **error)
{
  g_autofree char *owned = sql;
  g_autoptr (GhStmt) stmt = gh_db_prepare (store->db, owned, error);
  GError *failure = NULL;
  gboolean row;

  if (stmt == NULL)
    return FALSE;
  gh_stmt_put_int (stmt, replay->row_id);
  if (image != NULL)
    gh_stmt_put_text (stmt, image);
  row = gh_stmt_step (stmt, &failure);
  if (!gh_db_finish (failure, error))
    return FALSE;
  if (found != NULL)
    *found = row;
  return TRUE;
}

static gboolean
replay_row (GhStore *store, const GhReplay *replay, const char *label, GError **error)
{
  const GhTable *table = gh_schema_find_table (store->tables, replay->table_name);
  gboolean found = FALSE;
  char *sql;

  if (table == NULL)
    return set_conflict (replay, label, error);

  /* The row must stand as the log left it. */
  sql = replay->from != NULL ? build_compare (table)
                             : g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE id = ?1", table->name);
  if (!run_with_image (store, sql, replay, replay->from, &found, error))
    return FALSE;
  if (found != (replay->from != NULL))
    return set_conflict (replay, label, error);

  if (replay->to == NULL)
    sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?1", table->name);
  else if (replay->from == NULL)
    sql = build_insert (table);
  else
    sql = build_update (table);
  return run_with_image (store, sql, replay, replay->to, NULL, error);
}

static GPtrArray *
read_replays (GhStore *store, gint64 set_id, gboolean undo, GError **error)
{
  g_autoptr (GPtrArray) replays = g_ptr_array_new_with_free_func (replay_free);
  g_autoptr (GhStmt) stmt = NULL;
  GError *failure = NULL;

  stmt = gh_db_prepare (store->db,
                        undo ? "SELECT table_name, row_id, after IS NULL, after, before IS NULL,"
                               " before FROM change_log WHERE set_id = ? ORDER BY id DESC"
                             : "SELECT table_name, row_id, before IS NULL, before, after IS NULL,"
                               " after FROM change_log WHERE set_id = ? ORDER BY id",
                        error);
  if (stmt == NULL)
    return NULL;
  gh_stmt_put_int (stmt, set_id);
  while (gh_stmt_step (stmt, &failure))
    {
      GhReplay *replay = g_new0 (GhReplay, 1);
      gboolean no_from, no_to;
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      replay->table_name = gh_stmt_take_text (stmt);
      replay->row_id = gh_stmt_take_int (stmt);
      no_from = gh_stmt_take_int (stmt) != 0;
      from = gh_stmt_take_raw (stmt);
      no_to = gh_stmt_take_int (stmt) != 0;
      to = gh_stmt_take_raw (stmt);
      replay->from = no_from ? NULL : g_steal_pointer (&from);
      replay->to = no_to ? NULL : g_steal_pointer (&to);
      g_ptr_array_add (replays, replay);
    }
  if (!gh_db_finish (failure, error))
    return NULL;
  return g_steal_pointer (&replays);
}

/* --- undo and redo -------------------------------------------------------------------------- */

#define WHICH_UNDO                                                                                 \
  "SELECT id, label FROM change_set WHERE undone = 0 AND dropped = 0"                              \
  " AND id > (SELECT undo_floor FROM workspace WHERE id = 1) ORDER BY id DESC LIMIT 1"
#define WHICH_REDO                                                                                 \
  "SELECT id, label FROM change_set WHERE undone = 1 AND dropped = 0 ORDER BY id LIMIT 1"

/* 0 = there is none; @label: (out) (transfer full) */
static gboolean
find_set (GhStore *store, gboolean undo, gint64 *id, char **label, GError **error)
{
  g_autoptr (GhStmt) stmt = gh_db_prepare (store->db, undo ? WHICH_UNDO : WHICH_REDO, error);
  GError *failure = NULL;

  *id = 0;
  if (stmt == NULL)
    return FALSE;
  if (gh_stmt_step (stmt, &failure))
    {
      *id = gh_stmt_take_int (stmt);
      *label = gh_stmt_take_text (stmt);
    }
  return gh_db_finish (failure, error);
}

gboolean
gh_store_seal_history (GhStore *store, GError **error)
{
  g_autoptr (GhStmt) stmt = NULL;

  g_return_val_if_fail (store != NULL, FALSE);
  g_return_val_if_fail (!gh_store_in_transaction (store), FALSE);

  stmt = gh_db_prepare (store->db,
                        "UPDATE workspace SET undo_floor ="
                        " (SELECT COALESCE (MAX (id), 0) FROM change_set) WHERE id = 1",
                        error);
  return stmt != NULL && gh_stmt_run (stmt, error);
}

/* What the clerk read on the button is what she takes back, whatever another program did since. */
static gboolean
check_told (const GhStore *store, gboolean undo, gint64 id, GError **error)
{
  gint64 told = undo ? store->told_undo : store->told_redo;

  if (told == -1 || told == id)
    return TRUE;
  g_set_error_literal (error, GH_STORE_ERROR, GH_STORE_ERROR_CONFLICT,
                       _("Another program has changed this file meanwhile, so something else "
                         "would be taken back or repeated than what was shown. Nothing was "
                         "changed; look at what can be undone now."));
  return FALSE;
}

static gboolean
mark_set (GhStore *store, gint64 id, gboolean undo, gint64 now, GError **error)
{
  g_autofree char *who = gh_store_dup_who ();
  g_autoptr (GhStmt) mark =
    gh_db_prepare (store->db, "UPDATE change_set SET undone = ? WHERE id = ?", error);
  g_autoptr (GhStmt) event = gh_db_prepare (
    store->db, "INSERT INTO change_event (set_id, action, at, who) VALUES (?, ?, ?, ?)", error);

  if (mark == NULL || event == NULL)
    return FALSE;
  gh_stmt_put_int (mark, undo ? 1 : 0);
  gh_stmt_put_int (mark, id);
  gh_stmt_put_int (event, id);
  gh_stmt_put_text (event, undo ? "undo" : "redo");
  gh_stmt_put_int (event, now);
  gh_stmt_put_text (event, who);
  return gh_stmt_run (mark, error) && gh_stmt_run (event, error);
}

static gboolean
replay_set (GhStore *store, gboolean undo, gint64 now, GError **error)
{
  g_autoptr (GPtrArray) replays = NULL;
  g_autofree char *label = NULL;
  gint64 id = 0;

  if (!find_set (store, undo, &id, &label, error) || !check_told (store, undo, id, error))
    return FALSE;
  if (id == 0)
    {
      g_set_error_literal (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND,
                           undo ? _("There is nothing to undo.")
                                : _("There is nothing to redo."));
      return FALSE;
    }
  replays = read_replays (store, id, undo, error);
  if (replays == NULL)
    return FALSE;
  for (guint i = 0; i < replays->len; i++)
    if (!replay_row (store, g_ptr_array_index (replays, i), label, error))
      return FALSE;
  return mark_set (store, id, undo, now, error);
}

/* Rows that something else hung on a row which undo removes show as a broken foreign key at the
 * end: the clerk is told the same as for any other conflict. */
static void
explain_constraint (GError **error)
{
  if (error == NULL || !g_error_matches (*error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID))
    return;
  g_clear_error (error);
  g_set_error_literal (error, GH_STORE_ERROR, GH_STORE_ERROR_CONFLICT,
                       _("This cannot be undone or redone: other rows have been made since that "
                         "depend on it. Nothing was changed; make the correction by hand."));
}

static gboolean
replay_in_transaction (GhStore *store, gboolean undo, gint64 now, GError **error)
{
  GError *failure = NULL;
  gboolean done;

  g_return_val_if_fail (store != NULL && store->set_id == 0, FALSE);

  if (store->read_only)
    {
      gh_db_set_error (store->db, SQLITE_READONLY, error);
      return FALSE;
    }
  done =
    gh_change_log_attach (store, &failure) &&
    gh_db_exec (store->db, "BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON;", &failure) &&
    gh_db_exec (store->db, "INSERT INTO current_set (set_id) VALUES (" GH_CHANGE_LOG_REPLAYING ")",
                &failure) &&
    replay_set (store, undo, now, &failure) &&
    gh_db_exec (store->db, "DELETE FROM current_set; COMMIT;", &failure);
  if (!done)
    {
      gh_db_rollback (store->db);
      explain_constraint (&failure);
      g_propagate_error (error, failure);
      return FALSE;
    }
  store->told_undo = store->told_redo = -1;
  return TRUE;
}

gboolean
gh_store_undo (GhStore *store, gint64 now, GError **error)
{
  return replay_in_transaction (store, TRUE, now, error);
}

gboolean
gh_store_redo (GhStore *store, gint64 now, GError **error)
{
  return replay_in_transaction (store, FALSE, now, error);
}

static char *
dup_label (GhStore *store, gboolean undo)
{
  g_autoptr (GError) error = NULL;
  char *label = NULL;
  gint64 id = 0;

  g_return_val_if_fail (store != NULL, NULL);
  if (!find_set (store, undo, &id, &label, &error))
    g_debug ("no label: %s", error->message); /* the next edit will say what is wrong */
  *(undo ? &store->told_undo : &store->told_redo) = error == NULL ? id : -1;
  return label;
}

char *
gh_store_dup_undo_label (GhStore *store)
{
  return dup_label (store, TRUE);
}

char *
gh_store_dup_redo_label (GhStore *store)
{
  return dup_label (store, FALSE);
}

/* --- history -------------------------------------------------------------------------------- */

void
gh_change_free (GhChange *change)
{
  if (change == NULL)
    return;
  g_free (change->who);
  g_free (change->label);
  g_free (change);
}

GPtrArray *
gh_store_list_history (GhStore *store, guint limit, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_change_free);
  g_autoptr (GhStmt) stmt =
    gh_db_prepare (store->db,
                   "SELECT id, at, who, label, n_rows, undone FROM change_set"
                   " ORDER BY id DESC LIMIT ?",
                   error);
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  gh_stmt_put_int (stmt, limit);
  while (gh_stmt_step (stmt, &failure))
    {
      GhChange *change = g_new0 (GhChange, 1);

      change->id = gh_stmt_take_int (stmt);
      change->at = gh_stmt_take_int (stmt);
      change->who = gh_stmt_take_text (stmt);
      change->label = gh_stmt_take_text (stmt);
      change->n_rows = (guint) gh_stmt_take_int (stmt);
      change->undone = gh_stmt_take_int (stmt) != 0;
      g_ptr_array_add (changes, change);
    }
  if (!gh_db_finish (failure, error))
    return NULL;
  return g_steal_pointer (&changes);
}
