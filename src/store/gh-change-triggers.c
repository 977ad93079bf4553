/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store-private.h"

#include <string.h>

/* Invariants: names of tables and columns come from the verified schema. The triggers are
 * temporary: no part of the file, and made before the first write, so that a workspace that is only
 * looked at opens without them. */

/* json_object ('id', NEW."id", …) of a row; @row: "NEW", "OLD" or the table's name. */
static void
append_image (GString *sql, const GhTable *table, const char *row)
{
  g_string_append (sql, "json_object (");
  for (guint i = 0; i < table->columns->len; i++)
    {
      const GhColumn *column = g_ptr_array_index (table->columns, i);

      g_string_append_printf (sql, "%s'%s', %s.\"%s\"", i > 0 ? ", " : "", column->name, row,
                              column->name);
    }
  g_string_append (sql, ")");
}

/* A row that an update left as it was is not logged. */
static void
append_differs (GString *sql, const GhTable *table)
{
  g_string_append (sql, " AND NOT (");
  for (guint i = 0; i < table->columns->len; i++)
    {
      const GhColumn *column = g_ptr_array_index (table->columns, i);

      g_string_append_printf (sql, "%sOLD.\"%s\" IS NEW.\"%s\"", i > 0 ? " AND " : "", column->name,
                              column->name);
    }
  g_string_append (sql, ")");
}

static gboolean
make_trigger (GhDb *db, const GhTable *table, const char *event, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  gboolean has_old = strcmp (event, "INSERT") != 0;
  gboolean has_new = strcmp (event, "DELETE") != 0;

  g_string_append_printf (sql,
                          "CREATE TEMP TRIGGER \"log_%s_%s\" AFTER %s ON main.\"%s\""
                          " WHEN (SELECT set_id FROM current_set) IS NOT " GH_CHANGE_LOG_REPLAYING,
                          event, table->name, event, table->name);
  if (has_old && has_new)
    append_differs (sql, table);
  g_string_append_printf (
    sql,
    " BEGIN INSERT INTO change_log (set_id, table_name, row_id, before, after)"
    " VALUES ((SELECT set_id FROM current_set), '%s', %s.id, ",
    table->name, has_new ? "NEW" : "OLD");
  if (has_old)
    append_image (sql, table, "OLD");
  else
    g_string_append (sql, "NULL");
  g_string_append (sql, ", ");
  if (has_new)
    append_image (sql, table, "NEW");
  else
    g_string_append (sql, "NULL");
  g_string_append (sql, "); END");
  return gh_db_exec (db, sql->str, error);
}

static gboolean
make_triggers (GhDb *db, const GPtrArray *tables, GError **error)
{
  for (guint i = 0; i < tables->len; i++)
    {
      const GhTable *table = g_ptr_array_index (tables, i);

      if (!make_trigger (db, table, "INSERT", error) ||
          !make_trigger (db, table, "UPDATE", error) || !make_trigger (db, table, "DELETE", error))
        return FALSE;
    }
  return TRUE;
}

gboolean
gh_change_log_attach (GhStore *store, GError **error)
{
  g_autoptr (GPtrArray) tables = NULL;

  if (store->tables != NULL)
    return TRUE;
  tables = gh_schema_list_tables (store->db, error);
  if (tables == NULL)
    return FALSE;
  if (!gh_db_exec (store->db, "BEGIN; CREATE TEMP TABLE current_set (set_id INTEGER NOT NULL)",
                   error) ||
      !make_triggers (store->db, tables, error) || !gh_db_exec (store->db, "COMMIT", error))
    {
      gh_db_rollback (store->db);
      return FALSE;
    }
  store->tables = g_steal_pointer (&tables);
  return TRUE;
}
