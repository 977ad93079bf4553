/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "gh-job.h"
#include "gh-sandbox.h"
#include "session-fixture.h"

/* Each test has folders of its own; the document portal would be mounted in that for run time. */

static void
test_portal_paths (void)
{
  const char *runtime = g_get_user_runtime_dir ();
  static const struct
  {
    const char *path;
    gboolean portal;
  } cases[] = {
    { "doc/1a2b/đợt.giothong", TRUE },          { "doc/1a2b/Thư mục/đợt.giothong", TRUE },
    { "doc/../other/đợt.giothong", FALSE },     { "doc", FALSE },
    { "documents/1a2b/đợt.giothong", FALSE },   { "../doc/1a2b/đợt.giothong", FALSE },
    { "x/../doc/by-app/a/b/e.giothong", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (runtime, cases[i].path, NULL);

      g_assert_cmpint (gh_sandbox_is_portal (path), ==, cases[i].portal);
    }
  g_assert_true (gh_sandbox_is_portal ("/run/flatpak/doc/1a2b/a.giothong"));
}

static void
test_free_path (void)
{
  g_autofree char *folder = gh_sandbox_dup_folder ();
  g_autofree char *first = gh_sandbox_dup_free_path ("/anywhere/Xuân hồng 1.5.giothong");
  g_autofree char *second = NULL;
  g_autofree char *first_name = g_path_get_basename (first);
  g_autofree char *second_name = NULL;
  g_autofree char *bare = NULL;
  g_autofree char *bare_name = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_str_has_prefix (first, folder));
  g_assert_cmpstr (first_name, ==, "Xuân hồng 1.5.giothong");
  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (first, "x", 1, &error));
  second = gh_sandbox_dup_free_path (first);
  second_name = g_path_get_basename (second);
  g_assert_cmpstr (second_name, ==, "Xuân hồng 1.5 (2).giothong");
  bare = gh_sandbox_dup_free_path ("noending");
  bare_name = g_path_get_basename (bare);
  g_assert_cmpstr (bare_name, ==, "noending");
  g_unlink (first);
}

static void
test_copy (void)
{
  const char *runtime = g_get_user_runtime_dir ();
  g_autofree char *source = g_build_filename (runtime, "doc", "1a2b", "a.giothong", NULL);
  g_autofree char *folder = g_path_get_dirname (source);
  g_autofree char *target = gh_sandbox_dup_free_path (source);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (source, "one", -1, NULL));
  g_assert_true (gh_sandbox_copy (source, target, &error));
  g_assert_no_error (error);
  before = gh_sandbox_dup_stamp (source);
  g_assert_true (g_file_set_contents (source, "three", -1, NULL));
  after = gh_sandbox_dup_stamp (source);
  g_assert_cmpstr (before, !=, after);

  /* What is there is never replaced. */
  g_assert_false (gh_sandbox_copy (source, target, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_IO);
  g_assert_true (g_file_get_contents (target, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, "one");
  g_unlink (target);

  g_clear_error (&error);
  g_unlink (source);
  g_assert_false (gh_sandbox_copy (source, target, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_IO);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
  g_assert_null (gh_sandbox_dup_stamp (source));
}

static void
finished_cb (GhJob *job G_GNUC_UNUSED, GError *error, gpointer user_data)
{
  g_assert_no_error (error);
  g_main_loop_quit (user_data);
}

/* The portal's folder sees nothing but the finished file, and the cache is left empty. */
static void
test_backup (void)
{
  Fixture fixture;
  const char *runtime = g_get_user_runtime_dir ();
  g_autofree char *path = g_build_filename (runtime, "doc", "3c4d", "sao lưu.giothong", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "giothong", NULL);
  g_autoptr (GhJob) job = NULL;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GhWorkspace) copy = NULL;
  g_autoptr (GDir) names = NULL;
  g_autoptr (GDir) left = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;

  fixture_open (&fixture, "sample", 2027);
  g_mkdir_with_parents (folder, 0700);
  job = gh_job_new_backup (fixture.workspace, path);
  g_signal_connect (job, "finished", G_CALLBACK (finished_cb), loop);
  gh_job_start (job);
  g_main_loop_run (loop);

  names = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (names), ==, "sao lưu.giothong");
  g_assert_null (g_dir_read_name (names));
  left = g_dir_open (cache, 0, NULL);
  g_assert_nonnull (left);
  g_assert_null (g_dir_read_name (left));
  copy = gh_workspace_open (path, GH_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  mine = fixture_dump (fixture.workspace);
  theirs = fixture_dump (copy);
  g_assert_cmpstr (mine, ==, theirs);
  g_clear_object (&copy);
  g_unlink (path);
  fixture_close (&fixture);
}

static void
test_is_active (void)
{
  g_setenv ("GIOTHONG_SANDBOX", "1", TRUE);
  g_assert_true (gh_sandbox_is_active ());
  g_setenv ("GIOTHONG_SANDBOX", "0", TRUE);
  g_assert_false (gh_sandbox_is_active ());
  g_unsetenv ("GIOTHONG_SANDBOX");
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("gh-sandbox-XXXXXX", NULL);
  static const char *const names[] = { "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR" };

  /* Not G_TEST_OPTION_ISOLATE_DIRS: with more than one test it leaks in GLib 2.74. */
  g_assert_nonnull (folder);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
      g_setenv (names[i], path, TRUE);
    }
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/sandbox/active", test_is_active);
  g_test_add_func ("/session/sandbox/portal-paths", test_portal_paths);
  g_test_add_func ("/session/sandbox/free-path", test_free_path);
  g_test_add_func ("/session/sandbox/copy", test_copy);
  g_test_add_func ("/session/sandbox/backup", test_backup);
  return g_test_run ();
}
