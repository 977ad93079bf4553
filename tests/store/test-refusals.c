/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <string.h>

#include <glib/gstdio.h>

/* Files that are not ours, or no longer: refused with a message, and nothing changed on disk. */

/* Opens, verifies and restores from the workspace; all refuse, and the folder stays as it is. */
static void
expect_refused (StoreFixture *fixture, GhStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *target = g_build_filename (fixture->folder, "khôi phục.giothong", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GhStore *reader;

  store_fixture_close (fixture);
  before = store_list_folder (fixture->folder);
  store_fixture_expect_refused (fixture, fixture->path, code);

  reader = gh_store_open (fixture->path, GH_STORE_READ_ONLY, STORE_NOW, &error);
  g_assert_null (reader);
  g_assert_error (error, GH_STORE_ERROR, (int) code);
  g_clear_error (&error);
  g_assert_false (gh_store_verify (fixture->path, &error));
  g_assert_error (error, GH_STORE_ERROR, (int) code);
  g_clear_error (&error);
  g_assert_false (gh_store_restore (fixture->path, target, FALSE, STORE_NOW, &error));
  g_assert_error (error, GH_STORE_ERROR, (int) code);

  after = store_list_folder (fixture->folder);
  g_assert_cmpstr (after, ==, before);
}

static void
replace_contents (StoreFixture *fixture, const void *contents, gssize length)
{
  g_autoptr (GError) error = NULL;

  store_fixture_close (fixture);
  g_file_set_contents (fixture->path, contents, length, &error);
  g_assert_no_error (error);
}

static void
patch (StoreFixture *fixture, gsize offset, const void *bytes, gsize n_bytes)
{
  g_autofree char *contents = NULL;
  gsize length = 0;

  store_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_cmpuint (offset + n_bytes, <=, length);
  memcpy (contents + offset, bytes, n_bytes);
  replace_contents (fixture, contents, (gssize) length);
}

static void
test_text (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = g_strnfill (5000, 'x');

  replace_contents (fixture, text, -1);
  expect_refused (fixture, GH_STORE_ERROR_NOT_WORKSPACE);
}

static void
test_short (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  replace_contents (fixture, "SQLite format 3", 16);
  expect_refused (fixture, GH_STORE_ERROR_NOT_WORKSPACE);
  replace_contents (fixture, "", 0);
  expect_refused (fixture, GH_STORE_ERROR_NOT_WORKSPACE);
}

static void
test_zip (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  guint8 zip[4096] = { 'P', 'K', 3, 4, 20 };

  replace_contents (fixture, zip, sizeof zip);
  expect_refused (fixture, GH_STORE_ERROR_NOT_WORKSPACE);
}

static void
test_folder (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  store_fixture_close (fixture);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->path, 0777), ==, 0);
  expect_refused (fixture, GH_STORE_ERROR_NOT_WORKSPACE);
}

static void
test_missing (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  store_fixture_close (fixture);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  expect_refused (fixture, GH_STORE_ERROR_IO);
}

static void
test_other_database (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  store_fixture_close (fixture);
  store_raw_exec (fixture->path, "PRAGMA application_id = 1");
  expect_refused (fixture, GH_STORE_ERROR_NOT_WORKSPACE);
}

static void
test_newer (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  store_fixture_close (fixture);
  store_raw_exec (fixture->path, "CREATE TABLE of_the_future (id); PRAGMA user_version = 1000");
  expect_refused (fixture, GH_STORE_ERROR_NEWER);
}

static void
test_truncated (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *contents = NULL;
  gsize length = 0;

  store_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  for (gsize keep = 100; keep < length; keep += 4096 * 7 + 333)
    {
      replace_contents (fixture, contents, (gssize) keep);
      expect_refused (fixture, GH_STORE_ERROR_NOT_WORKSPACE);
    }
  replace_contents (fixture, contents, (gssize) length - 1);
  expect_refused (fixture, GH_STORE_ERROR_NOT_WORKSPACE);
}

/* The hostile statement runs only when somebody opens the file carelessly. */
static void
expect_hostile (StoreFixture *fixture, const char *sql, GhStoreError code)
{
  g_autofree char *good = NULL;
  gsize length = 0;

  store_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &good, &length, NULL));
  store_raw_exec (fixture->path, sql);
  expect_refused (fixture, code);
  replace_contents (fixture, good, (gssize) length);
}

static void
test_hostile_schema (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const HOSTILE[] = {
    "CREATE TRIGGER t AFTER INSERT ON unit BEGIN DELETE FROM quota; END",
    "CREATE TRIGGER log_INSERT_unit AFTER INSERT ON unit BEGIN DELETE FROM quota; END",
    "CREATE TRIGGER t AFTER DELETE ON holder BEGIN UPDATE quota SET value = 0; END",
    "CREATE VIEW v AS SELECT load_extension ('x')",
    "CREATE VIEW current_set AS SELECT 0 AS set_id",
    "CREATE TABLE extra (id INTEGER PRIMARY KEY)",
    "CREATE TABLE current_set (set_id)",
    "CREATE INDEX extra ON unit (upper (name))",
    "CREATE VIRTUAL TABLE f USING fts5 (t)",
    "PRAGMA journal_mode = WAL",
  };
  static const char *const ALTERED[] = {
    "DROP INDEX unit_sort",
    "DROP TABLE consent",
    "ALTER TABLE unit ADD COLUMN x TEXT DEFAULT 'y'",
    "ALTER TABLE unit RENAME COLUMN note TO remark",
    "PRAGMA writable_schema = ON;"
    "UPDATE sqlite_schema SET sql = replace (sql, '(name <> '''')', '(abs (name) = 0)')"
    " WHERE name = 'unit';",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (HOSTILE); i++)
    expect_hostile (fixture, HOSTILE[i], GH_STORE_ERROR_HOSTILE);
  for (gsize i = 0; i < G_N_ELEMENTS (ALTERED); i++)
    expect_hostile (fixture, ALTERED[i], GH_STORE_ERROR_DAMAGED);
  store_fixture_reopen (fixture); /* the file as it was still opens */
}

/* Rows that break the rules of the schema, put in behind its back. SQLite does not look at CHECKs
 * when it can only read: then the row itself is refused. */
static void
test_bad_rows (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhStore) reader = NULL;
  g_autofree char *target = g_build_filename (fixture->folder, "khôi phục.giothong", NULL);

  store_fixture_close (fixture);
  store_raw_exec (fixture->path, "PRAGMA ignore_check_constraints = ON;"
                                 "INSERT INTO campaign (name, year, state, convention)"
                                 " VALUES ('x', 2027, 'no such state', 'bag')");
  store_fixture_expect_refused (fixture, fixture->path, GH_STORE_ERROR_DAMAGED);
  g_assert_false (gh_store_verify (fixture->path, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (gh_store_restore (fixture->path, target, FALSE, STORE_NOW, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));

  reader = gh_store_open (fixture->path, GH_STORE_READ_ONLY, STORE_NOW, &error);
  g_assert_no_error (error);
  g_assert_null (gh_store_list_campaigns (reader, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_DAMAGED);
}

/* Orphans do not keep the file from opening (the full check takes its time), verify finds them. */
static void
test_orphans (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  store_fixture_close (fixture);
  store_raw_exec (fixture->path, "INSERT INTO quota (campaign_id, unit_id, indicator, value)"
                                 " VALUES (5, 6, 'donors', 7)");
  g_assert_false (gh_store_verify (fixture->path, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_DAMAGED);
}

static void
test_damaged_pages (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree guint8 *noise = g_malloc (4096);
  g_autofree char *good = NULL;
  gsize length = 0;

  store_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &good, &length, NULL));
  for (int i = 0; i < 4096; i++)
    noise[i] = (guint8) g_test_rand_int_range (0, 256);

  /* Not page 1: it is the header's business above. */
  for (gsize page = 1; page < length / 4096; page += 3)
    {
      patch (fixture, page * 4096, noise, 4096);
      expect_refused (fixture, GH_STORE_ERROR_DAMAGED);
      replace_contents (fixture, good, (gssize) length);
    }
}

/* Random bytes anywhere: opened whole or refused, never a crash, and a refusal changes nothing. */
static void
test_random_damage (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *good = NULL;
  gsize length = 0;
  guint n_refused = 0;

  store_fixture_add_campaign (fixture, "Đợt", 2027);
  store_fixture_add_unit (fixture, "Xã A", 0);
  store_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &good, &length, NULL));
  for (int run = 0; run < 150; run++)
    {
      g_autoptr (GhStore) store = NULL;
      g_autofree char *bad = g_memdup2 (good, length);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      for (int i = 0; i < 8; i++)
        bad[g_test_rand_int_range (0, g_test_rand_bit () ? 200 : (int) length)] =
          (char) g_test_rand_int_range (0, 256);
      replace_contents (fixture, bad, (gssize) length);
      before = store_list_folder (fixture->folder);
      store = gh_store_open (fixture->path, GH_STORE_READ_ONLY, STORE_NOW, NULL);
      n_refused += store == NULL;
      if (store != NULL)
        gh_dossier_unref (gh_store_load_dossier (store, 0, NULL));
      after = store_list_folder (fixture->folder);
      g_assert_cmpstr (after, ==, before);
    }
  g_test_message ("%u of 150 refused", n_refused);
  g_assert_cmpuint (n_refused, >, 50);
}

/* What another program wrote into the file comes out in NFC and without letters that end a PDF or
 * make a workbook unreadable; undo still finds the row as the log left it. */
static void
test_cleans_texts (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GhDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = store_fixture_add_campaign (fixture, "Đợt xuân", 2027);
  g_autofree char *label = NULL;

  store_fixture_close (fixture);
  store_raw_exec (fixture->path,
                  "UPDATE campaign SET name = 'A' || char (1, 27) || 'e' || char (769, 65535, 11);"
                  "UPDATE change_log SET after = json_set (after, '$.name',"
                  " (SELECT name FROM campaign)) WHERE table_name = 'campaign'");
  store_fixture_reopen (fixture);
  dossier = gh_store_load_dossier (fixture->store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dossier->campaign->name, ==, "Aé\xef\xbf\xbd\n");
  label = gh_store_dup_undo_label (fixture->store);
  g_assert_nonnull (label);
  store_fixture_undo (fixture);
}

/* The message of a damaged workspace names the backup to take. */
static void
test_names_backup (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree guint8 *noise = g_malloc0 (4096);
  GhStore *store;

  store_fixture_reopen (fixture); /* makes the backup of the day */
  patch (fixture, 4096 * 5, noise, 4096);
  store = gh_store_open (fixture->path, GH_STORE_DEFAULT, STORE_NOW, &error);
  g_assert_null (store);
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "Xuân hồng-2127-01-15.giothong"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/store/refused/text", test_text);
  store_test_add ("/store/refused/short", test_short);
  store_test_add ("/store/refused/zip", test_zip);
  store_test_add ("/store/refused/folder", test_folder);
  store_test_add ("/store/refused/missing", test_missing);
  store_test_add ("/store/refused/other-database", test_other_database);
  store_test_add ("/store/refused/newer", test_newer);
  store_test_add ("/store/refused/truncated", test_truncated);
  store_test_add ("/store/refused/hostile-schema", test_hostile_schema);
  store_test_add ("/store/refused/bad-rows", test_bad_rows);
  store_test_add ("/store/refused/orphans", test_orphans);
  store_test_add ("/store/refused/damaged-pages", test_damaged_pages);
  store_test_add ("/store/refused/random-damage", test_random_damage);
  store_test_add ("/store/refused/cleans-texts", test_cleans_texts);
  store_test_add ("/store/refused/names-backup", test_names_backup);
  return g_test_run ();
}
