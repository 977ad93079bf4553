/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <string.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

void
store_remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      store_remove_tree (child);
    }
  g_remove (path);
}

void
store_fixture_set_up (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("giothong-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "Xuân hồng.giothong", NULL);
  fixture->store = gh_store_create (fixture->path, STORE_NOW, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->store);
}

void
store_fixture_tear_down (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  store_fixture_close (fixture);
  store_remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

void
store_fixture_begin (StoreFixture *fixture, const char *label)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gh_store_begin (fixture->store, label, STORE_NOW, &error));
  g_assert_no_error (error);
}

void
store_fixture_commit (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gh_store_commit (fixture->store, &error));
  g_assert_no_error (error);
}

void
store_fixture_undo (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gboolean done = gh_store_undo (fixture->store, STORE_NOW, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

void
store_fixture_redo (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gboolean done = gh_store_redo (fixture->store, STORE_NOW, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

void
store_fixture_close (StoreFixture *fixture)
{
  g_clear_pointer (&fixture->store, gh_store_close);
}

void
store_fixture_reopen (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  store_fixture_close (fixture);
  fixture->store = gh_store_open (fixture->path, GH_STORE_DEFAULT, STORE_NOW, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->store);
}

void
store_fixture_expect_refused (StoreFixture *fixture, const char *path, GhStoreError code)
{
  g_autoptr (GError) error = NULL;
  GhStore *store;

  store_fixture_close (fixture);
  store = gh_store_open (path, GH_STORE_DEFAULT, STORE_NOW, &error);
  g_assert_null (store);
  g_assert_error (error, GH_STORE_ERROR, (int) code);
  g_assert_cmpuint (strlen (error->message), >, 20);
  g_test_message ("refused: %s", error->message);
}

gint64
store_fixture_add_campaign (StoreFixture *fixture, const char *name, int year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhCampaign) campaign = gh_campaign_new (name, year);
  gboolean inside = gh_store_in_transaction (fixture->store);

  if (!inside)
    store_fixture_begin (fixture, "thêm đợt");
  g_assert_true (gh_store_save_campaign (fixture->store, campaign, &error));
  g_assert_no_error (error);
  if (!inside)
    store_fixture_commit (fixture);
  return campaign->id;
}

gint64
store_fixture_add_unit (StoreFixture *fixture, const char *name, gint64 parent_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhUnit) unit = gh_unit_new (name);
  gboolean inside = gh_store_in_transaction (fixture->store);

  unit->parent_id = parent_id;
  if (!inside)
    store_fixture_begin (fixture, "thêm đơn vị");
  g_assert_true (gh_store_save_unit (fixture->store, unit, &error));
  g_assert_no_error (error);
  if (!inside)
    store_fixture_commit (fixture);
  return unit->id;
}

/* --- raw access ----------------------------------------------------------------------------- */

static sqlite3 *
raw_open (const char *path)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  return handle;
}

void
store_raw_exec (const char *path, const char *sql)
{
  sqlite3 *handle = raw_open (path);
  char *message = NULL;

  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (handle);
}

gint64
store_raw_int (const char *path, const char *sql)
{
  sqlite3 *handle = raw_open (path);
  sqlite3_stmt *stmt = NULL;
  gint64 value;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (handle);
  return value;
}

static void
dump_table (sqlite3 *handle, const char *table, GString *dump)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY 1", table);
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      g_string_append (dump, table);
      for (int i = 0; i < sqlite3_column_count (stmt); i++)
        {
          const char *text = (const char *) sqlite3_column_text (stmt, i);

          g_string_append_printf (dump, "|%d:%s", sqlite3_column_type (stmt, i),
                                  text != NULL ? text : "");
        }
      g_string_append_c (dump, '\n');
    }
  sqlite3_finalize (stmt);
}

char *
store_dump (const char *path)
{
  sqlite3 *handle = raw_open (path);
  sqlite3_stmt *stmt = NULL;
  GString *dump = g_string_new (NULL);

  /* The log itself grows by design; the holder is about the program that has the file open. */
  g_assert_cmpint (
    sqlite3_prepare_v2 (handle,
                        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN"
                        " ('change_log', 'change_set', 'change_event', 'holder') ORDER BY name",
                        -1, &stmt, NULL),
    ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    dump_table (handle, (const char *) sqlite3_column_text (stmt, 0), dump);
  sqlite3_finalize (stmt);
  sqlite3_close (handle);
  return g_string_free (dump, FALSE);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
store_list_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      g_autofree char *sum = NULL;
      gsize length = 0;

      if (!g_file_get_contents (path, &contents, &length, NULL))
        contents = g_strdup ("");
      sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
      g_ptr_array_add (lines, g_strdup_printf ("%s %" G_GSIZE_FORMAT " %s", name, length, sum));
    }
  g_ptr_array_sort (lines, compare_texts);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}
