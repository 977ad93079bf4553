/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store-private.h"
#include "store-fixture.h"

#include <string.h>

#include <gio/gio.h>

/* Every released schema opens; the mechanism itself is tried with a made-up step behind the newest
 * one. */

static const char NEXT_STEP[] =
  "ALTER TABLE unit ADD COLUMN region TEXT NOT NULL DEFAULT 'miền';"
  "CREATE TABLE quota_new (id INTEGER PRIMARY KEY, campaign_id INTEGER NOT NULL REFERENCES"
  " campaign (id), unit_id INTEGER NOT NULL REFERENCES unit (id), indicator TEXT NOT NULL,"
  " value INTEGER NOT NULL, locked INTEGER NOT NULL, rule TEXT NOT NULL,"
  " season TEXT NOT NULL DEFAULT 'xuân') STRICT;"
  "INSERT INTO quota_new (id, campaign_id, unit_id, indicator, value, locked, rule)"
  " SELECT id, campaign_id, unit_id, indicator, value, locked, rule FROM quota;"
  "DROP TABLE quota; ALTER TABLE quota_new RENAME TO quota;"
  "CREATE TABLE sponsor (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;";

#define RELEASED  (gh_schema_get_released ()->n_steps)
#define MAX_STEPS 32

static GhStore *
open_with (StoreFixture *fixture, const char *next_step, GhStoreFlags flags, GError **error)
{
  static const char *steps[MAX_STEPS]; /* the store keeps a pointer to them */
  static GhSchema schema;
  GhStoreOptions options = { flags, STORE_NOW, &schema, FALSE };

  store_fixture_close (fixture);
  g_assert_cmpint (RELEASED, <, MAX_STEPS);
  for (int i = 0; i < RELEASED; i++)
    steps[i] = gh_schema_get_released ()->steps[i];
  steps[RELEASED] = next_step;
  schema = (GhSchema){ steps, RELEASED + 1, NULL };
  return gh_store_open_full (fixture->path, &options, error);
}

/* (transfer full): the backup that a migration from the newest released version makes. */
static char *
dup_backup_path (StoreFixture *fixture)
{
  return g_strdup_printf ("%s-backups/Xuân hồng-2127-01-15-093000-v%d.giothong", fixture->path,
                          RELEASED);
}

static void
fill (StoreFixture *fixture)
{
  gint64 campaign = store_fixture_add_campaign (fixture, "Đợt", 2027);
  gint64 unit = store_fixture_add_unit (fixture, "Xã A", 0);
  g_autoptr (GhQuota) quota = gh_quota_new (unit, GH_INDICATOR_DONORS, 12);

  quota->campaign_id = campaign;
  store_fixture_begin (fixture, "giao 12");
  g_assert_true (gh_store_save_quota (fixture->store, quota, NULL));
  store_fixture_commit (fixture);
  store_fixture_begin (fixture, "xóa đơn vị");
  g_assert_true (gh_store_delete_unit (fixture->store, unit, NULL));
  store_fixture_commit (fixture);
  store_fixture_undo (fixture);
}

static void
test_migrate (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = dup_backup_path (fixture);
  g_autofree char *before = NULL;
  g_autofree char *saved = NULL;

  fill (fixture);
  store_fixture_close (fixture);
  before = store_dump (fixture->path);

  fixture->store = open_with (fixture, NEXT_STEP, GH_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_raw_int (fixture->path, "PRAGMA user_version"), ==, RELEASED + 1);
  g_assert_cmpint (store_raw_int (fixture->path, "SELECT value FROM quota WHERE season = 'xuân'"),
                   ==, 12);
  saved = store_dump (backup);
  g_assert_cmpstr (saved, ==, before); /* the file as it was */
  g_assert_true (gh_store_verify (backup, &error));

  /* The log of the version before does not know the new columns: they get their defaults. */
  store_fixture_redo (fixture);
  g_assert_cmpint (store_raw_int (fixture->path, "SELECT count (*) FROM unit"), ==, 0);
  store_fixture_undo (fixture);
  g_assert_cmpint (
    store_raw_int (fixture->path, "SELECT count (*) FROM unit WHERE region = 'miền'"), ==, 1);
  store_fixture_undo (fixture);
  store_fixture_undo (fixture);
  store_fixture_redo (fixture);
  store_fixture_redo (fixture);
  g_assert_cmpint (store_raw_int (fixture->path, "SELECT value FROM quota WHERE season = 'xuân'"),
                   ==, 12);

  /* Opened again it is simply there; a program of the version before refuses it. */
  store_fixture_close (fixture);
  fixture->store = open_with (fixture, NEXT_STEP, GH_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  store_fixture_expect_refused (fixture, fixture->path, GH_STORE_ERROR_NEWER);
}

/* A step that fails anywhere leaves a whole file of the version before. */
static void
test_failures (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const STEPS[] = {
    "ALTER TABLE unit ADD COLUMN x TEXT; CREATE TABLE unit (id INTEGER)",
    "CREATE TABLE y (id INTEGER); DELETE FROM unit", /* leaves quotas without a unit */
    "CREATE TABLE z (id INTEGER); syntax error",
  };
  g_autofree char *before = NULL;

  fill (fixture);
  store_fixture_close (fixture);
  before = store_dump (fixture->path);
  for (gsize i = 0; i < G_N_ELEMENTS (STEPS); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;
      g_autofree char *backup = dup_backup_path (fixture);

      g_assert_null (open_with (fixture, STEPS[i], GH_STORE_DEFAULT, &error));
      g_assert_nonnull (error);
      g_assert_cmpint (store_raw_int (fixture->path, "PRAGMA user_version"), ==, RELEASED);
      after = store_dump (fixture->path);
      g_assert_cmpstr (after, ==, before);
      g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
    }
  store_fixture_reopen (fixture);
}

/* Without a backup there is no migration. */
static void
test_no_backup (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backups = g_strconcat (fixture->path, "-backups", NULL);

  g_assert_true (g_file_set_contents (backups, "a file in its place", -1, NULL));
  g_assert_null (open_with (fixture, NEXT_STEP, GH_STORE_DEFAULT, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (store_raw_int (fixture->path, "PRAGMA user_version"), ==, RELEASED);
}

static void
test_read_only (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 value = 0;

  fill (fixture);
  store_fixture_close (fixture);
  before = store_list_folder (fixture->folder);
  fixture->store = open_with (fixture, NEXT_STEP, GH_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  units = gh_store_list_units (fixture->store, &error);
  g_assert_cmpuint (units->len, ==, 1);
  g_assert_true (gh_db_query_int (fixture->store->db,
                                  "SELECT value FROM quota WHERE season = 'xuân'", &value, &error));
  g_assert_cmpint (value, ==, 12);
  store_fixture_close (fixture);
  after = store_list_folder (fixture->folder);
  g_assert_cmpstr (after, ==, before); /* brought up to date in memory only */
}

/* --- files made by released versions -------------------------------------------------------- */

static void
unpack (const char *name, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *packed = g_test_build_filename (G_TEST_DIST, "store", "fixtures", name, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (packed);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) raw = g_file_read (from, NULL, &error);
  g_autoptr (GZlibDecompressor) gzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GFileOutputStream) out = NULL;

  g_assert_no_error (error);
  stream = g_converter_input_stream_new (G_INPUT_STREAM (raw), G_CONVERTER (gzip));
  out = g_file_replace (to, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_splice (G_OUTPUT_STREAM (out), stream,
                          G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                          NULL, &error);
  g_assert_no_error (error);
}

static void
test_released_1 (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhDossier) dossier = NULL;

  store_fixture_close (fixture);
  unpack ("version-1.giothong.gz", fixture->path);
  store_fixture_reopen (fixture);
  g_assert_true (gh_store_verify (fixture->path, &error));
  g_assert_no_error (error);
  dossier = gh_store_load_dossier (fixture->store, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dossier->campaign->name, ==, "Xuân hồng 2027");
  g_assert_cmpuint (dossier->units->len, ==, 3);
  g_assert_cmpuint (dossier->targets->len, ==, 1);
  g_assert_cmpuint (dossier->quotas->len, ==, 2);
  g_assert_cmpuint (dossier->activities->len, ==, 1);
  g_assert_cmpuint (dossier->sessions->len, ==, 1);
  g_assert_cmpuint (dossier->results->len, ==, 1);
  g_assert_cmpuint (dossier->plan->blocks->len, ==, 2);
  for (int i = 0; i < 4; i++)
    store_fixture_undo (fixture);
  g_assert_cmpint (store_raw_int (fixture->path, "SELECT count (*) FROM campaign"), ==, 0);
}

/* The digest spares each opening a second database; a new step needs a new one. */
static void
test_digest (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  const GhSchema *schema = gh_schema_get_released ();
  g_autoptr (GhDb) db = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *altered = NULL;

  store_fixture_close (fixture);
  db = gh_db_open (fixture->path, SQLITE_OPEN_READWRITE, &error);
  g_assert_no_error (error);
  digest = gh_schema_dup_digest (db, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (digest, ==, schema->digest);
  g_assert_true (gh_schema_compare (db, schema, schema->n_steps, &error));
  g_assert_true (gh_db_exec (db, "CREATE INDEX unit_by_note ON unit (note)", &error));
  altered = gh_schema_dup_digest (db, &error);
  g_assert_cmpstr (altered, !=, schema->digest);
  g_assert_false (gh_schema_compare (db, schema, schema->n_steps, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_HOSTILE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/store/migrate/next-version", test_migrate);
  store_test_add ("/store/migrate/failures", test_failures);
  store_test_add ("/store/migrate/no-backup", test_no_backup);
  store_test_add ("/store/migrate/read-only", test_read_only);
  store_test_add ("/store/migrate/released-1", test_released_1);
  store_test_add ("/store/migrate/digest", test_digest);
  return g_test_run ();
}
