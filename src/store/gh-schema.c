/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-schema.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gh-sql-resources.h"

#define SQL_FOLDER "/io/github/giothong/GiotHong/sql/"

/* Tables that are about the file or about the log itself; all others are logged. */
static const char *const UNLOGGED[] = {
  "access_log",    "change_event", "change_log", "change_set",
  "document_file", "holder",       "indicator",  "workspace",
};

static const char *const RELEASED[] = { "0001.sql", "0002.sql" };

/* Of the newest released step; a test says what it must be. */
#define RELEASED_DIGEST "05df83ea423565126650e5e4050ee185e257f7b39df682305786fbd6ccdb10a5"

/* The texts lie in the program's read-only data; the array of pointers is filled once. */
const GhSchema *
gh_schema_get_released (void)
{
  static const char *texts[G_N_ELEMENTS (RELEASED)];
  static const GhSchema schema = { texts, G_N_ELEMENTS (RELEASED), RELEASED_DIGEST };
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      gh_sql_register_resource ();
      for (gsize i = 0; i < G_N_ELEMENTS (RELEASED); i++)
        {
          g_autofree char *name = g_strconcat (SQL_FOLDER, RELEASED[i], NULL);
          /* Among all resources: asked for by itself, one that another thread (of GTK's icons) is
           * just taking in is NULL for a moment (gresource.c of GLib 2.74). */
          g_autoptr (GBytes) bytes =
            g_resources_lookup_data (name, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

          g_assert (bytes != NULL);
          texts[i] = g_bytes_get_data (bytes, NULL); /* zero-terminated by GResource */
        }
      g_once_init_leave (&ready, 1);
    }
  return &schema;
}

/* --- tables --------------------------------------------------------------------------------- */

static void
column_free (gpointer data)
{
  GhColumn *column = data;

  g_free (column->name);
  g_free (column->default_sql);
  g_free (column);
}

static void
table_free (gpointer data)
{
  GhTable *table = data;

  g_free (table->name);
  g_ptr_array_unref (table->columns);
  g_free (table);
}

static gboolean
is_logged (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (UNLOGGED); i++)
    if (strcmp (name, UNLOGGED[i]) == 0)
      return FALSE;
  return TRUE;
}

GPtrArray *
gh_schema_list_tables (GhDb *db, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (table_free);
  g_autoptr (GhStmt) stmt = NULL;
  GError *failure = NULL;
  GhTable *table = NULL;

  stmt = gh_db_prepare (db,
                        "SELECT t.name, c.name, c.dflt_value IS NULL, c.dflt_value"
                        " FROM sqlite_schema t, pragma_table_info (t.name) c"
                        " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                        " ORDER BY t.name, c.cid",
                        error);
  if (stmt == NULL)
    return NULL;
  while (gh_stmt_step (stmt, &failure))
    {
      g_autofree char *name = gh_stmt_take_text (stmt);
      GhColumn *column;

      if (!is_logged (name))
        continue;
      if (table == NULL || strcmp (table->name, name) != 0)
        {
          table = g_new0 (GhTable, 1);
          table->name = g_steal_pointer (&name);
          table->columns = g_ptr_array_new_with_free_func (column_free);
          g_ptr_array_add (tables, table);
        }
      column = g_new0 (GhColumn, 1);
      column->name = gh_stmt_take_text (stmt);
      if (gh_stmt_take_int (stmt) == 0)
        column->default_sql = gh_stmt_take_raw (stmt);
      g_ptr_array_add (table->columns, column);
    }
  if (!gh_db_finish (failure, error))
    return NULL;
  return g_steal_pointer (&tables);
}

const GhTable *
gh_schema_find_table (const GPtrArray *tables, const char *name)
{
  for (guint i = 0; i < tables->len; i++)
    {
      const GhTable *table = g_ptr_array_index (tables, i);

      if (strcmp (table->name, name) == 0)
        return table;
    }
  return NULL;
}

/* --- comparing ------------------------------------------------------------------------------ */

/* White space and quotes do not count: SQLite versions write them differently when a step renames
 * a table. */
static char *
normalise_sql (const char *sql)
{
  GString *plain = g_string_sized_new (strlen (sql));

  for (const char *p = sql; *p != '\0'; p++)
    if (!g_ascii_isspace (*p) && *p != '"')
      g_string_append_c (plain, *p);
  return g_string_free (plain, FALSE);
}

/* "type name" → normalised SQL ("" for the indices SQLite makes by itself). */
static GHashTable *
read_objects (GhDb *db, GError **error)
{
  g_autoptr (GHashTable) objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GhStmt) stmt =
    gh_db_prepare (db, "SELECT type, name, tbl_name, sql FROM sqlite_schema", error);
  GError *failure = NULL;

  if (stmt == NULL)
    return NULL;
  while (gh_stmt_step (stmt, &failure))
    {
      g_autofree char *type = gh_stmt_take_text (stmt);
      g_autofree char *name = gh_stmt_take_text (stmt);
      g_autofree char *table = gh_stmt_take_text (stmt);

      g_hash_table_replace (objects, g_strdup_printf ("%s %s on %s", type, name, table),
                            normalise_sql (gh_stmt_peek_text (stmt)));
    }
  if (!gh_db_finish (failure, error))
    return NULL;
  return g_steal_pointer (&objects);
}

static char *
digest_objects (GHashTable *objects)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (objects), (GCompareFunc) strcmp);

  for (GList *l = names; l != NULL; l = l->next)
    {
      const char *sql = g_hash_table_lookup (objects, l->data);

      /* With their ends, so that no name can pass for a part of an SQL text. */
      g_checksum_update (sum, l->data, (gssize) strlen (l->data) + 1);
      g_checksum_update (sum, (const guchar *) sql, (gssize) strlen (sql) + 1);
    }
  return g_strdup (g_checksum_get_string (sum));
}

char *
gh_schema_dup_digest (GhDb *db, GError **error)
{
  g_autoptr (GHashTable) objects = read_objects (db, error);

  return objects != NULL ? digest_objects (objects) : NULL;
}

static gboolean
has_digest (GHashTable *objects, const GhSchema *schema, int version)
{
  g_autofree char *digest = NULL;

  if (schema->digest == NULL || version != schema->n_steps)
    return FALSE;
  digest = digest_objects (objects);
  return strcmp (digest, schema->digest) == 0;
}

static gboolean
apply_steps (GhDb *db, const GhSchema *schema, int from, int to, GError **error)
{
  for (int i = from; i < to; i++)
    {
      g_autofree char *pragma = g_strdup_printf ("PRAGMA user_version = %d", i + 1);

      if (!gh_db_exec (db, schema->steps[i], error) || !gh_db_exec (db, pragma, error))
        return FALSE;
    }
  return TRUE;
}

static GHashTable *
read_expected (const GhSchema *schema, int version, GError **error)
{
  g_autoptr (GhDb) db =
    gh_db_open (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY, error);

  if (db == NULL || !apply_steps (db, schema, 0, version, error))
    return NULL;
  return read_objects (db, error);
}

gboolean
gh_schema_compare (GhDb *db, const GhSchema *schema, int version, GError **error)
{
  g_autoptr (GHashTable) found = read_objects (db, error);
  g_autoptr (GHashTable) expected = NULL;
  GHashTableIter iter;
  gpointer key, value;

  if (found == NULL)
    return FALSE;
  if (has_digest (found, schema, version))
    return TRUE;
  expected = read_expected (schema, version, error);
  if (expected == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (expected, key))
      {
        g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_HOSTILE,
                     _("The file holds something no workspace has (%s). It was not opened: ask "
                       "who sent it to you, or restore a backup."),
                     (const char *) key);
        return FALSE;
      }

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_strcmp0 (g_hash_table_lookup (found, key), value) != 0)
      {
        g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_DAMAGED,
                     _("A part of the workspace is missing or altered (%s). Restore it from its "
                       "newest backup."),
                     (const char *) key);
        return FALSE;
      }
  return TRUE;
}

/* --- migrating ------------------------------------------------------------------------------ */

static gboolean
check_foreign_keys (GhDb *db, GError **error)
{
  g_autofree char *table = NULL;
  GError *failure = NULL;

  table = gh_db_query_text (db, "SELECT \"table\" FROM pragma_foreign_key_check", &failure);
  if (!gh_db_finish (failure, error))
    return FALSE;
  if (table != NULL)
    {
      g_set_error (
        error, GH_STORE_ERROR, GH_STORE_ERROR_DAMAGED,
        _("The workspace is damaged: rows of “%s” belong to nothing. Restore it from its "
          "newest backup."),
        table);
      return FALSE;
    }
  return TRUE;
}

gboolean
gh_schema_migrate (GhDb *db, const GhSchema *schema, int version, GError **error)
{
  gboolean done;

  g_return_val_if_fail (version <= schema->n_steps, FALSE);
  if (version == schema->n_steps)
    return TRUE;

  /* A step that rebuilds a table must be free to drop the old one. */
  if (!gh_db_exec (db, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  done = gh_db_exec (db, "BEGIN IMMEDIATE", error) &&
         apply_steps (db, schema, version, schema->n_steps, error) &&
         check_foreign_keys (db, error) && gh_schema_compare (db, schema, schema->n_steps, error) &&
         gh_db_exec (db, "COMMIT", error);
  if (!done)
    gh_db_rollback (db);
  return gh_db_exec (db, "PRAGMA foreign_keys = ON", done ? error : NULL) && done;
}
