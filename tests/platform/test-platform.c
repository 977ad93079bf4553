/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-platform.h"

#include <string.h>

#include <glib/gstdio.h>

/* Both faces of what the system does for us: run on Linux and, in a cross build, under Wine. */

typedef struct
{
  char *folder;
  char *path; /* nothing there yet */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("giothong Nguyễn Thử XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "Kế hoạch số 13 – đợt 1.docx", NULL);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_unlink (fixture->path);
  g_assert_cmpuint (count_files (fixture), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_contents (const char *path, const char *wanted)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, wanted);
}

static void
test_write (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char LINES[] = "một\nhai\r\nba\x1a bốn\n"; /* nothing is done to line ends */
  g_autoptr (GError) error = NULL;

  g_assert_true (gh_platform_write_file (fixture->path, "", 0, &error));
  assert_contents (fixture->path, "");
  g_assert_true (gh_platform_write_file (fixture->path, LINES, strlen (LINES), &error));
  g_assert_no_error (error);
  assert_contents (fixture->path, LINES);
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

/* As long as a name may be (80 of three bytes, then one by one): its temporary one is not longer.
 */
static void
test_long_names (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  for (guint n = 232; n <= 255; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) name = g_string_new (NULL);
      g_autofree char *path = NULL;

      while (name->len + strlen ("ế") <= n)
        g_string_append (name, "ế");
      while (name->len < n)
        g_string_append_c (name, 'a');
      path = g_build_filename (fixture->folder, name->str, NULL);
      g_assert_true (gh_platform_write_file (path, "một", strlen ("một"), &error));
      g_assert_no_error (error);
      assert_contents (path, "một");
      g_assert_true (gh_platform_write_file (path, "hai", strlen ("hai"), &error));
      g_assert_no_error (error);
      g_assert_cmpuint (count_files (fixture), ==, 1);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

static void
test_write_refused (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = g_build_filename (fixture->folder, "không có", "a.docx", NULL);

  g_assert_false (gh_platform_write_file (nowhere, "a", 1, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);

  /* A folder in the place of the file: refused, and nothing is left beside it. */
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  g_assert_false (gh_platform_write_file (fixture->path, "a", 1, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count_files (fixture), ==, 1);
  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
}

static void
test_put_in_place (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *temporary = gh_platform_make_temporary (fixture->path, &error);

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (temporary, "mới", -1, NULL));
  g_assert_true (gh_platform_write_file (fixture->path, "cũ", strlen ("cũ"), NULL));

  g_assert_false (gh_platform_put_in_place (temporary, fixture->path, FALSE, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
  g_clear_error (&error);
  assert_contents (fixture->path, "cũ");
  g_assert_true (gh_platform_put_in_place (temporary, fixture->path, TRUE, &error));
  g_assert_no_error (error);
  assert_contents (fixture->path, "mới");
}

#ifdef G_OS_WIN32
#include <windows.h>

/* As Excel does with an open workbook: nobody else may write or replace it. */
static void
test_held_open (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree gunichar2 *wide = NULL;
  HANDLE held;

  g_assert_true (gh_platform_write_file (fixture->path, "cũ", strlen ("cũ"), NULL));
  wide = g_utf8_to_utf16 (fixture->path, -1, NULL, NULL, NULL);
  held =
    CreateFileW ((wchar_t *) wide, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
  g_assert_true (held != INVALID_HANDLE_VALUE);

  g_assert_false (gh_platform_write_file (fixture->path, "mới", strlen ("mới"), &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ACCES);
  assert_contents (fixture->path, "cũ");
  g_assert_cmpuint (count_files (fixture), ==, 1);

  CloseHandle (held);
  g_assert_true (gh_platform_write_file (fixture->path, "mới", strlen ("mới"), NULL));
  assert_contents (fixture->path, "mới");
}
#endif

static void
test_processes (void)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  g_assert_true (gh_platform_process_exists (gh_platform_get_pid (), now));
  g_assert_false (gh_platform_process_exists (2147483646, now));
  g_assert_false (gh_platform_process_exists (0, now));
  g_assert_false (gh_platform_process_exists (gh_platform_get_pid (), now - 86400));
#ifdef G_OS_WIN32
  g_assert_true (gh_platform_is_remote ("\\\\maychu\\chung\\a.giothong"));
#endif
}

static void
test_numbers (void)
{
  g_autoptr (GhCNumeric) numeric G_GNUC_UNUSED = gh_c_numeric_begin ();
  char text[16];

  g_snprintf (text, sizeof text, "%.1f", 168.8);
  g_assert_cmpstr (text, ==, "168.8");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gh_platform_set_locale ();
#define ADD(name, func) g_test_add ("/platform/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("write", test_write);
  ADD ("long-names", test_long_names);
  ADD ("write-refused", test_write_refused);
  ADD ("put-in-place", test_put_in_place);
#ifdef G_OS_WIN32
  ADD ("held-open", test_held_open);
#endif
  g_test_add_func ("/platform/processes", test_processes);
  g_test_add_func ("/platform/numbers", test_numbers);
  return g_test_run ();
}
