/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>
#include <string.h>

#include "gh-file-name.h"

static void
assert_name (const char *text, const char *expected)
{
  g_autofree char *name = gh_file_name_dup (text);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_letters (void)
{
  assert_name ("Xuân hồng 2027", "Xuân hồng 2027");
  assert_name ("Đợt 1/2027: \"Hè\"", "Đợt 1-2027- -Hè-");
  assert_name ("  Đợt 1\n2027. . ", "Đợt 1 2027");
  assert_name ("", "_");
  assert_name (" ..", "_");
  assert_name ("v1.2", "v1.2");
}

static void
test_length (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (text, "ặ");
  name = gh_file_name_dup (text->str);
  g_assert_cmpuint (strlen (name), <=, 112);
  g_assert_cmpuint (strlen (name), >, 100);
  g_assert_true (g_utf8_validate (name, -1, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gtk/file-name/letters", test_letters);
  g_test_add_func ("/gtk/file-name/length", test_length);
  return g_test_run ();
}
