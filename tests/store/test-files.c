/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <string.h>

#include <glib/gstdio.h>

/* Creating, backing up, restoring, verifying; who holds the file; where it lies. */

static void
test_create_refuses (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = g_build_filename (fixture->folder, "không có", "a.giothong", NULL);
  g_autofree char *before = store_list_folder (fixture->folder);
  g_autofree char *after = NULL;

  g_assert_null (gh_store_create (fixture->path, STORE_NOW, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_IO);
  g_clear_error (&error);
  g_assert_null (gh_store_create (nowhere, STORE_NOW, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_IO);
  after = store_list_folder (fixture->folder);
  g_assert_cmpstr (after, ==, before);
}

static void
count_progress (double fraction, gpointer user_data)
{
  int *n = user_data;

  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  (*n)++;
}

static void
test_backup_restore (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_build_filename (fixture->folder, "bản sao.giothong", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  int n_progress = 0;

  store_fixture_add_campaign (fixture, "Đợt", 2027);
  before = store_dump (fixture->path);
  g_assert_true (gh_store_backup (fixture->store, copy, count_progress, &n_progress, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n_progress, >, 0);
  g_assert_true (gh_store_verify (copy, &error));
  g_assert_no_error (error);
  g_assert_cmpint (store_raw_int (copy, "SELECT count (*) FROM holder"), ==, 0);

  /* Lost afterwards, and brought back; the copy may be taken again over itself. */
  store_fixture_add_unit (fixture, "Xã A", 0);
  store_fixture_close (fixture);
  g_assert_false (gh_store_restore (copy, fixture->path, FALSE, STORE_NOW, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_IO);
  g_clear_error (&error);
  g_assert_true (gh_store_restore (copy, fixture->path, TRUE, STORE_NOW, &error));
  g_assert_no_error (error);
  after = store_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
  store_fixture_reopen (fixture);
  store_fixture_undo (fixture); /* the history came along */
  g_assert_true (gh_store_backup (fixture->store, copy, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_replaced_is_kept (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_build_filename (fixture->folder, "bản sao.giothong", NULL);
  g_autofree char *backups = g_strconcat (fixture->path, "-backups", NULL);
  g_autofree char *kept =
    g_build_filename (backups, "Xuân hồng-2127-01-15-093000-replaced.giothong", NULL);
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);
  g_autofree char *kept_journal = g_strconcat (kept, "-journal", NULL);

  g_assert_true (gh_store_backup (fixture->store, copy, NULL, NULL, NULL, &error));
  store_fixture_add_unit (fixture, "chỉ ở bản bị thay", 0);
  store_fixture_close (fixture);
  g_assert_true (g_file_set_contents (journal, "left by a crash", -1, NULL));
  g_assert_true (gh_store_restore (copy, fixture->path, TRUE, STORE_NOW, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS)); /* it was the old file's */
  g_assert_true (g_file_test (kept_journal, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_unlink (kept_journal), ==, 0);
  g_assert_cmpint (store_raw_int (kept, "SELECT count (*) FROM unit"), ==, 1);
  g_assert_cmpint (store_raw_int (fixture->path, "SELECT count (*) FROM unit"), ==, 0);

  /* The same second once more: what was kept is not overwritten, and nothing is replaced. */
  g_assert_false (gh_store_restore (copy, fixture->path, TRUE, STORE_NOW, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (store_raw_int (kept, "SELECT count (*) FROM unit"), ==, 1);
}

static void
test_backup_refuses (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autofree char *copy = g_build_filename (fixture->folder, "bản sao.giothong", NULL);
  g_autofree char *before = store_list_folder (fixture->folder);
  g_autofree char *after = NULL;

  g_assert_false (gh_store_backup (fixture->store, fixture->path, NULL, NULL, NULL, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_false (gh_store_backup (fixture->store, copy, NULL, NULL, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = store_list_folder (fixture->folder);
  g_assert_cmpstr (after, ==, before); /* nothing left over */
}

static guint
count_backups (StoreFixture *fixture, const char *suffix)
{
  g_autofree char *backups = g_strconcat (fixture->path, "-backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, suffix);
  return n;
}

static void
open_on (StoreFixture *fixture, gint64 now)
{
  g_autoptr (GError) error = NULL;

  store_fixture_close (fixture);
  fixture->store = gh_store_open (fixture->path, GH_STORE_DEFAULT, now, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gh_store_get_backup_problem (fixture->store), ==, NULL);
}

static void
test_daily (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backups = g_strconcat (fixture->path, "-backups", NULL);
  g_autofree char *strange = g_build_filename (backups, "Xuân hồng-ghi chú.giothong", NULL);
  g_autofree char *first = g_build_filename (backups, "Xuân hồng-2127-01-15.giothong", NULL);
  g_autofree char *newest = g_build_filename (backups, "Xuân hồng-2127-03-15.giothong", NULL);

  g_assert_cmpuint (count_backups (fixture, ".giothong"), ==, 0); /* nothing to save in a new one */
  open_on (fixture, STORE_NOW);
  open_on (fixture, STORE_NOW + 3600); /* once a day */
  g_assert_cmpuint (count_backups (fixture, ".giothong"), ==, 1);
  g_assert_true (gh_store_verify (first, &error));
  g_assert_no_error (error);

  g_assert_true (g_file_set_contents (strange, "not ours", -1, NULL));
  for (gint64 day = 1; day < 60; day++)
    open_on (fixture, STORE_NOW + day * STORE_DAY);
  g_assert_true (g_file_test (newest, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (strange, G_FILE_TEST_EXISTS)); /* not ours, not touched */
  g_assert_cmpuint (count_backups (fixture, ".giothong"), ==, 7 + 4 + 1);
}

/* The folder of backups cannot be made: the clerk is told, and works. */
static void
test_daily_problem (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backups = g_strconcat (fixture->path, "-backups", NULL);

  g_assert_true (g_file_set_contents (backups, "a file in its place", -1, NULL));
  store_fixture_close (fixture);
  fixture->store = gh_store_open (fixture->path, GH_STORE_DEFAULT, STORE_NOW, &error);
  g_assert_no_error (error);
  g_assert_nonnull (gh_store_get_backup_problem (fixture->store));
  store_fixture_add_unit (fixture, "Xã A", 0);
}

static void
test_read_only_flag (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GPtrArray) units = NULL;

  store_fixture_add_unit (fixture, "Xã A", 0);
  store_fixture_close (fixture);
  before = store_list_folder (fixture->folder);

  fixture->store = gh_store_open (fixture->path, GH_STORE_READ_ONLY, STORE_NOW, &error);
  g_assert_no_error (error);
  units = gh_store_list_units (fixture->store, &error);
  g_assert_cmpuint (units->len, ==, 1);
  label = gh_store_dup_undo_label (fixture->store);
  g_assert_cmpstr (label, ==, "thêm đơn vị");
  g_assert_false (gh_store_begin (fixture->store, "x", STORE_NOW, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (gh_store_undo (fixture->store, STORE_NOW, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_READ_ONLY);
  store_fixture_close (fixture);
  after = store_list_folder (fixture->folder);
  g_assert_cmpstr (after, ==, before);
}

/* A file of somebody else, another workspace, a copy that was worked on: none is replaced. */
static void
test_backup_spares_others (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *letter = g_build_filename (fixture->folder, "thư.docx", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "khác.giothong", NULL);
  g_autofree char *copy = g_build_filename (fixture->folder, "bản sao.giothong", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const char *const refused[] = { letter, other, copy };
  g_autoptr (GError) error = NULL;

  store_fixture_add_unit (fixture, "Xã An Hòa", 0);
  g_assert_true (g_file_set_contents (letter, "Kính gửi", -1, NULL));
  gh_store_close (gh_store_create (other, STORE_NOW, &error));
  g_assert_true (gh_store_backup (fixture->store, copy, NULL, NULL, NULL, &error));
  store_fixture_add_unit (fixture, "Xã Bình Minh", 0);
  g_assert_true (gh_store_backup (fixture->store, copy, NULL, NULL, NULL, &error)); /* older */
  g_assert_no_error (error);
  {
    g_autoptr (GhStore) worked_on = gh_store_open (copy, GH_STORE_DEFAULT, STORE_NOW, &error);
    GhUnit *unit = gh_unit_new ("chỉ có trong bản sao");

    g_assert_false (gh_store_backup (fixture->store, copy, NULL, NULL, NULL, &error));
    g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_BUSY);
    g_clear_error (&error);
    g_assert_true (gh_store_begin (worked_on, "sửa", STORE_NOW, &error));
    g_assert_true (gh_store_save_unit (worked_on, unit, &error));
    g_assert_true (gh_store_commit (worked_on, &error));
    gh_unit_free (unit);
  }
  before = store_list_folder (fixture->folder);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_assert_false (gh_store_backup (fixture->store, refused[i], NULL, NULL, NULL, &error));
      g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_IO);
      g_clear_error (&error);
    }
  after = store_list_folder (fixture->folder);
  g_assert_cmpstr (after, ==, before);
}

/* Who has the workspace open would go on writing into the file that was replaced. */
static void
test_restore_spares_open (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "bản sao.giothong", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (gh_store_backup (fixture->store, copy, NULL, NULL, NULL, &error));
  g_assert_false (gh_store_restore (copy, fixture->path, TRUE, STORE_NOW, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_BUSY);
  g_clear_error (&error);
  store_fixture_close (fixture);
  g_assert_true (gh_store_restore (copy, fixture->path, TRUE, STORE_NOW, &error));
  g_assert_no_error (error);
}

static void
assert_other_holder (StoreFixture *fixture, const char *host)
{
  g_autoptr (GhHolder) holder = gh_store_dup_other_holder (fixture->store);

  g_assert_cmpstr (holder != NULL ? holder->host : NULL, ==, host);
}

static void
test_holder (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *gone = g_strdup_printf (
    "INSERT INTO holder (user_name, host, pid, since) VALUES ('a', '%s', 2147483646, 5)",
    g_get_host_name ());
  g_autofree char *ours =
    g_strdup_printf ("SELECT count (*) FROM holder WHERE since = %" G_GINT64_FORMAT, STORE_NOW);

  assert_other_holder (fixture, NULL);
  g_assert_cmpint (store_raw_int (fixture->path, ours), ==, 1);
  store_fixture_close (fixture);
  g_assert_cmpint (store_raw_int (fixture->path, "SELECT count (*) FROM holder"), ==, 0);

  /* On this computer and certainly gone: forgotten. */
  store_raw_exec (fixture->path, gone);
  store_fixture_reopen (fixture);
  assert_other_holder (fixture, NULL);
  g_assert_cmpint (store_raw_int (fixture->path, "SELECT count (*) FROM holder"), ==, 1);

  /* On another computer: nobody can tell. */
  store_raw_exec (fixture->path, "INSERT INTO holder (user_name, host, pid, since)"
                                 " VALUES ('chị B', 'MAY-VAN-THU', 1, 7)");
  store_fixture_reopen (fixture);
  assert_other_holder (fixture, "MAY-VAN-THU");
  g_assert_cmpint (store_raw_int (fixture->path, "SELECT count (*) FROM change_log"), ==, 0);
}

static void
test_folder_kind (void)
{
  static const char *const CLOUD[] = {
    "/home/a/OneDrive/k.giothong",     "/home/a/OneDrive - Sở Y tế/x/k.giothong",
    "/home/a/Dropbox/k.giothong",      "/home/a/Dropbox (Cá nhân)/k.giothong",
    "/home/a/Google Drive/k.giothong", "/home/a/My Drive/k.giothong",
  };
  static const char *const LOCAL[] = {
    "/tmp/k.giothong",
    "/tmp/Dropbox.giothong",
    "/tmp/onedriver/k.giothong",
    "k.giothong",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CLOUD); i++)
    g_assert_cmpint (gh_store_folder_kind (CLOUD[i]), ==, GH_FOLDER_CLOUD);
  for (gsize i = 0; i < G_N_ELEMENTS (LOCAL); i++)
    g_assert_cmpint (gh_store_folder_kind (LOCAL[i]), ==, GH_FOLDER_LOCAL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/store/files/create-refuses", test_create_refuses);
  store_test_add ("/store/files/backup-restore", test_backup_restore);
  store_test_add ("/store/files/replaced-is-kept", test_replaced_is_kept);
  store_test_add ("/store/files/backup-refuses", test_backup_refuses);
  store_test_add ("/store/files/backup-spares-others", test_backup_spares_others);
  store_test_add ("/store/files/restore-spares-open", test_restore_spares_open);
  store_test_add ("/store/files/daily", test_daily);
  store_test_add ("/store/files/daily-problem", test_daily_problem);
  store_test_add ("/store/files/read-only-flag", test_read_only_flag);
  store_test_add ("/store/files/holder", test_holder);
  g_test_add_func ("/store/files/folder-kind", test_folder_kind);
  return g_test_run ();
}
