/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store-private.h"
#include "store-fixture.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>
#ifdef __linux__
#include <sys/mount.h>
#endif

/* Full disks, read-only folders and files: a clear message, and nothing lost. POSIX only. */

#define NOBODY 65534

/* One edit of many rows; gives what commit says, all taken back when it fails. */
static gboolean
add_units (GhStore *store, int n_units, GError **error)
{
  g_autofree char *note = g_strnfill (2000, 'x');

  if (!gh_store_begin (store, "nhiều đơn vị", STORE_NOW, error))
    return FALSE;
  for (int i = 0; i < n_units; i++)
    {
      g_autoptr (GhUnit) unit = gh_unit_new ("Xã");

      g_free (unit->note);
      unit->note = g_strdup (note);
      if (!gh_store_save_unit (store, unit, error))
        {
          gh_store_rollback (store);
          return FALSE;
        }
    }
  return gh_store_commit (store, error);
}

static void
expect_full (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = store_dump (fixture->path);
  g_autofree char *after = NULL;

  g_assert_false (add_units (fixture->store, 2000, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_FULL);
  g_test_message ("refused: %s", error->message);
  g_assert_false (gh_store_in_transaction (fixture->store));
  after = store_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
}

/* SQLite is told that the file may not grow: works everywhere, without rights. */
static void
test_injected (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  store_fixture_add_unit (fixture, "Xã A", 0);
  g_assert_true (gh_db_exec (fixture->store->db, "PRAGMA max_page_count = 120", &error));
  expect_full (fixture);

  /* The store goes on: what is small still fits, undo too, and with room all of it. */
  store_fixture_add_unit (fixture, "Xã B", 0);
  store_fixture_undo (fixture);
  g_assert_true (gh_db_exec (fixture->store->db, "PRAGMA max_page_count = 1000000", &error));
  g_assert_true (add_units (fixture->store, 2000, &error));
  g_assert_no_error (error);
  g_assert_true (gh_store_verify (fixture->path, &error));
}

/* --- real file systems (root only) ---------------------------------------------------------- */

/* Mounts a small disk in the fixture's folder and makes the workspace there; FALSE: skipped. */
static gboolean
mount_disk (StoreFixture *fixture, char **disk)
{
#ifdef __linux__
  g_autoptr (GError) error = NULL;

  *disk = g_build_filename (fixture->folder, "disk", NULL);
  g_assert_cmpint (g_mkdir (*disk, 0777), ==, 0);
  if (geteuid () != 0 || mount ("none", *disk, "tmpfs", 0, "size=1500k") != 0)
    {
      g_test_skip ("a small disk can be mounted by root only");
      return FALSE;
    }
  store_fixture_close (fixture);
  g_free (fixture->path);
  fixture->path = g_build_filename (*disk, "a.giothong", NULL);
  fixture->store = gh_store_create (fixture->path, STORE_NOW, &error);
  g_assert_no_error (error);
  return TRUE;
#else
  *disk = NULL;
  g_test_skip ("a small disk can be mounted on Linux only");
  return FALSE;
#endif
}

static void
unmount_disk (StoreFixture *fixture, const char *disk)
{
  store_fixture_close (fixture);
#ifdef __linux__
  g_assert_cmpint (umount (disk), ==, 0);
#else
  g_assert_null (disk);
#endif
}

/* Leaves no room but @spare bytes. */
static void
fill_disk (const char *disk, gsize spare)
{
  g_autofree char *path = g_build_filename (disk, "filler", NULL);
  g_autofree char *block = g_malloc0 (4096);
  FILE *file = g_fopen (path, "wb");
  gsize n_written = 0;

  g_assert_nonnull (file);
  setvbuf (file, NULL, _IONBF, 0);
  while (fwrite (block, 1, 4096, file) == 4096)
    n_written += 4096;
  fclose (file);
  g_assert_cmpuint (n_written, >, spare);
  g_assert_cmpint (truncate (path, (off_t) (n_written - spare)), ==, 0);
}

static void
empty_disk (const char *disk)
{
  g_autofree char *path = g_build_filename (disk, "filler", NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_full_disk (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *disk = NULL;
  g_autoptr (GError) error = NULL;

  if (!mount_disk (fixture, &disk))
    return;
  store_fixture_add_unit (fixture, "Xã A", 0);

  /* Full in the middle of the journal, of the file's growth, and at once. */
  for (gsize spare = 0; spare <= 400000; spare += 40000)
    {
      fill_disk (disk, spare);
      expect_full (fixture);
      empty_disk (disk);
      g_assert_true (gh_store_verify (fixture->path, &error));
      g_assert_no_error (error);
    }
  g_assert_true (add_units (fixture->store, 20, &error));
  g_assert_no_error (error);
  unmount_disk (fixture, disk);
}

static void
test_full_disk_files (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *disk = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  if (!mount_disk (fixture, &disk))
    return;
  copy = g_build_filename (disk, "b.giothong", NULL);
  fill_disk (disk, 100000);
  before = store_list_folder (disk);
  g_assert_null (gh_store_create (copy, STORE_NOW, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_false (gh_store_backup (fixture->store, copy, NULL, NULL, NULL, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_FULL);
  g_clear_error (&error);
  after = store_list_folder (disk);
  g_assert_cmpstr (after, ==, before); /* nothing left over */

  /* The clerk can still open her file: the backup of the day is what fails, and says so. */
  store_fixture_reopen (fixture);
  g_assert_nonnull (gh_store_get_backup_problem (fixture->store));
  unmount_disk (fixture, disk);
}

static void
test_read_only_mount (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *disk = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  if (!mount_disk (fixture, &disk))
    return;
  store_fixture_add_unit (fixture, "Xã A", 0);
  store_fixture_close (fixture);
#ifdef __linux__
  g_assert_cmpint (mount ("none", disk, "tmpfs", MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
#endif
  before = store_list_folder (disk);
  store_fixture_expect_refused (fixture, fixture->path, GH_STORE_ERROR_READ_ONLY);
  g_assert_true (gh_store_verify (fixture->path, &error));
  g_assert_no_error (error);
  fixture->store = gh_store_open (fixture->path, GH_STORE_READ_ONLY, STORE_NOW, &error);
  g_assert_no_error (error);
  g_assert_false (add_units (fixture->store, 1, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_READ_ONLY);
  after = store_list_folder (disk);
  g_assert_cmpstr (after, ==, before);
  unmount_disk (fixture, disk);
}

/* --- rights --------------------------------------------------------------------------------- */

/* Rights do not bind root: it becomes nobody for a while. */
static void
drop_rights (StoreFixture *fixture)
{
  store_fixture_close (fixture);
  if (geteuid () != 0)
    return;
  g_assert_cmpint (chown (fixture->folder, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (chown (fixture->path, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (seteuid (NOBODY), ==, 0);
}

static void
take_rights_back (StoreFixture *fixture)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
}

static void
test_read_only_folder (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *other = g_build_filename (fixture->folder, "b.giothong", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  GhStore *created;

  drop_rights (fixture);
  before = store_list_folder (fixture->folder);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  store_fixture_expect_refused (fixture, fixture->path, GH_STORE_ERROR_READ_ONLY);
  created = gh_store_create (other, STORE_NOW, &error);
  g_assert_null (created);
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  fixture->store = gh_store_open (fixture->path, GH_STORE_READ_ONLY, STORE_NOW, &error);
  g_assert_no_error (error);
  g_assert_false (gh_store_backup (fixture->store, other, NULL, NULL, NULL, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_READ_ONLY);
  store_fixture_close (fixture);
  take_rights_back (fixture);
  after = store_list_folder (fixture->folder);
  g_assert_cmpstr (after, ==, before);
}

/* The folder becomes read-only while the workspace is open. */
static void
test_read_only_later (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  drop_rights (fixture);
  store_fixture_reopen (fixture);
  before = store_dump (fixture->path);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  g_assert_false (add_units (fixture->store, 3, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_READ_ONLY);
  g_test_message ("refused: %s", error->message);
  g_clear_error (&error);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  after = store_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (add_units (fixture->store, 3, &error) || error != NULL);
  g_assert_no_error (error);
  store_fixture_close (fixture);
  take_rights_back (fixture);
}

static void
test_read_only_file (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  drop_rights (fixture);
  before = store_list_folder (fixture->folder);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  store_fixture_expect_refused (fixture, fixture->path, GH_STORE_ERROR_READ_ONLY);
  g_assert_true (gh_store_verify (fixture->path, &error));
  g_assert_no_error (error);
  after = store_list_folder (fixture->folder);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (g_chmod (fixture->path, 0000), ==, 0);
  store_fixture_expect_refused (fixture, fixture->path, GH_STORE_ERROR_IO);
  take_rights_back (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/store/disk/injected", test_injected);
  store_test_add ("/store/disk/full", test_full_disk);
  store_test_add ("/store/disk/full-files", test_full_disk_files);
  store_test_add ("/store/disk/read-only-mount", test_read_only_mount);
  store_test_add ("/store/disk/read-only-folder", test_read_only_folder);
  store_test_add ("/store/disk/read-only-later", test_read_only_later);
  store_test_add ("/store/disk/read-only-file", test_read_only_file);
  return g_test_run ();
}
