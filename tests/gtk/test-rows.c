/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-cell.h"
#include "gh-row.h"
#include "gh-settings.h"
#include "gh-tsv.h"

/* What the list said since the last look. */
typedef struct
{
  guint n_signals;
  guint position;
  guint removed;
  guint added;
  guint n_changed;
} Heard;

static void
items_changed_cb (GListModel *model G_GNUC_UNUSED,
                  guint position,
                  guint removed,
                  guint added,
                  Heard *heard)
{
  heard->n_signals++;
  heard->position = position;
  heard->removed = removed;
  heard->added = added;
}

static void
row_changed_cb (GhRow *row G_GNUC_UNUSED, Heard *heard)
{
  heard->n_changed++;
}

/* "1a 2b": id and text. */
static GPtrArray *
make_rows (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    g_ptr_array_add (rows, gh_row_new (words[i][0] - '0', g_strdup (words[i] + 1), g_free));
  return rows;
}

static void
assert_update (GhRowList *list,
               Heard *heard,
               const char *rows,
               guint n_signals,
               guint position,
               guint removed,
               guint added)
{
  *heard = (Heard){ 0 };
  gh_row_list_update (list, make_rows (rows), g_str_equal);
  g_assert_cmpuint (heard->n_signals, ==, n_signals);
  if (n_signals == 0)
    return;
  g_assert_cmpuint (heard->position, ==, position);
  g_assert_cmpuint (heard->removed, ==, removed);
  g_assert_cmpuint (heard->added, ==, added);
}

static void
test_row_list (void)
{
  g_autoptr (GhRowList) list = gh_row_list_new ();
  Heard heard;
  GhRow *kept;

  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &heard);
  assert_update (list, &heard, "1a 2b 3c", 1, 0, 0, 3);
  kept = gh_row_list_get (list, 2);
  g_signal_connect (kept, "changed", G_CALLBACK (row_changed_cb), &heard);

  assert_update (list, &heard, "1a 2b 3c", 0, 0, 0, 0); /* nothing new, nothing said */
  g_assert_cmpuint (heard.n_changed, ==, 0);
  assert_update (list, &heard, "1a 2b 3d", 0, 0, 0, 0); /* other data, the same row */
  g_assert_cmpuint (heard.n_changed, ==, 1);
  g_assert_cmpstr (gh_row_get_data (kept), ==, "d");
  assert_update (list, &heard, "1a 4x 2b 3d", 1, 1, 0, 1);
  g_assert_true (gh_row_list_get (list, 3) == kept);
  g_assert_cmpuint (gh_row_list_find (list, 3), ==, 3);
  assert_update (list, &heard, "1a 3d", 1, 1, 2, 0);
  g_assert_true (gh_row_list_get (list, 1) == kept);
  assert_update (list, &heard, "3d 1a", 1, 0, 2, 2); /* turned round */
  assert_update (list, &heard, "", 1, 0, 2, 0);
  g_assert_cmpuint (gh_row_list_find (list, 3), ==, GTK_INVALID_LIST_POSITION);
}

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_cells (void)
{
  assert_text (gh_cell_count (1750), "1.750");
  assert_text (gh_cell_count (0), "0");
  assert_text (gh_cell_count (-1), "–");
  assert_text (gh_cell_tenths (1688), "168,8");
  assert_text (gh_cell_tenths (1680), "168");
  assert_text (gh_cell_tenths (-1), "–");
}

static void
test_settings (void)
{
  g_autofree char *folder = g_dir_make_tmp ("giothong-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "deep", "settings.ini", NULL);
  g_autoptr (GhSettings) settings = gh_settings_new (path);
  g_autoptr (GhSettings) again = NULL;
  g_auto (GStrv) recent = NULL;

  gh_settings_set_int (settings, "window", "width", 1024);
  for (int i = 0; i < 20; i++)
    {
      g_autofree char *file = g_strdup_printf ("/tmp/%d; odd.giothong", i);

      gh_settings_add_recent (settings, file);
    }
  gh_settings_add_recent (settings, "/tmp/15; odd.giothong");
  gh_settings_remove_recent (settings, "/tmp/19; odd.giothong");
  g_assert_true (gh_settings_flush (settings, NULL));

  again = gh_settings_new (path);
  g_assert_cmpint (gh_settings_get_int (again, "window", "width", 0), ==, 1024);
  g_assert_cmpint (gh_settings_get_int (again, "window", "height", 7), ==, 7);
  recent = gh_settings_list_recent (again);
  g_assert_cmpstr (recent[0], ==, "/tmp/15; odd.giothong");
  g_assert_cmpstr (recent[1], ==, "/tmp/18; odd.giothong");
  g_assert_cmpuint (g_strv_length (recent), ==, 11);
}

/* "a|b / c": cells and lines */
static void
assert_parsed (const char *text, const char *expected)
{
  g_autoptr (GPtrArray) lines = gh_tsv_parse (text);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *line = g_strjoinv ("|", g_ptr_array_index (lines, i));

      g_string_append_printf (got, "%s%s", i > 0 ? " / " : "", line);
    }
  g_assert_cmpstr (got->str, ==, expected);
}

/* What Excel and LibreOffice put on the clipboard. */
static void
test_tsv_parse (void)
{
  assert_parsed ("", "");
  assert_parsed ("12", "12");
  assert_parsed ("12\r\n7\r\n", "12 / 7");
  assert_parsed ("12\t3\r\n\t\r\n4\t", "12|3 / | / 4|");
  assert_parsed (" 1.200 \t\t5", "1.200||5");
  assert_parsed ("\"a\tb\"\"c\"\"\"\t1\n", "a\tb\"c\"|1");
  assert_parsed ("\"never closed\t1\n2", "never closed\t1\n2");
  assert_parsed ("5\n\n6", "5 /  / 6");
}

static void
test_tsv_append (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) lines = NULL;
  char **cells;

  gh_tsv_append (text, "Xã \"An\tHòa\"", TRUE);
  gh_tsv_append (text, "", FALSE);
  gh_tsv_append (text, "12", FALSE);
  lines = gh_tsv_parse (text->str);
  g_assert_cmpuint (lines->len, ==, 1);
  cells = g_ptr_array_index (lines, 0);
  g_assert_cmpuint (g_strv_length (cells), ==, 3);
  g_assert_cmpstr (cells[0], ==, "Xã \"An\tHòa\"");
  g_assert_cmpstr (cells[2], ==, "12");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gtk/row-list", test_row_list);
  g_test_add_func ("/gtk/cells", test_cells);
  g_test_add_func ("/gtk/settings", test_settings);
  g_test_add_func ("/tsv/parse", test_tsv_parse);
  g_test_add_func ("/tsv/append", test_tsv_append);
  return g_test_run ();
}
