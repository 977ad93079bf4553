/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-compare.h"

#include <string.h>

/* Whatever is compared: what was kept and removed is the old text, what was kept and added the new
 * one, down to the words. */

static char *
join_pieces (const GhCompareLine *line, GhCompareKind without)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < line->pieces->len; i++)
    {
      const GhComparePiece *piece = g_ptr_array_index (line->pieces, i);

      g_assert_cmpint (piece->kind, !=, GH_COMPARE_CHANGED);
      g_assert_cmpstr (piece->text, !=, "");
      if (i > 0) /* neighbours of one kind are one piece */
        g_assert_cmpint (piece->kind, !=,
                         ((const GhComparePiece *) g_ptr_array_index (line->pieces, i - 1))->kind);
      if (piece->kind != without)
        g_string_append (text, piece->text);
    }
  return g_string_free (text, FALSE);
}

static void
check_line (const GhCompareLine *line)
{
  g_autofree char *old_text = join_pieces (line, GH_COMPARE_ADDED);
  g_autofree char *new_text = join_pieces (line, GH_COMPARE_REMOVED);

  switch (line->kind)
    {
    case GH_COMPARE_SAME:
      g_assert_cmpstr (line->old_text, ==, line->new_text);
      break;
    case GH_COMPARE_CHANGED:
      g_assert_cmpstr (line->old_text, !=, line->new_text);
      g_assert_cmpstr (old_text, ==, line->old_text);
      g_assert_cmpstr (new_text, ==, line->new_text);
      return;
    case GH_COMPARE_ADDED:
      g_assert_cmpstr (line->old_text, ==, "");
      break;
    case GH_COMPARE_REMOVED:
      g_assert_cmpstr (line->new_text, ==, "");
      break;
    default:
      g_assert_not_reached ();
    }
  g_assert_cmpuint (line->pieces->len, ==, 0);
}

static GPtrArray *
compare_checked (const char *old_text, const char *new_text)
{
  GPtrArray *lines = gh_compare_texts (old_text, new_text);
  g_autofree char *applied = gh_compare_apply (lines, old_text);

  g_assert_cmpstr (applied, ==, new_text);
  for (guint i = 0; i < lines->len; i++)
    check_line (g_ptr_array_index (lines, i));
  return lines;
}

/* "same|-removed|+added|~kept[-out-]{+in+}" */
static char *
write_down (const GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const GhCompareLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (text, "%s%c", i > 0 ? "|" : "", " +-~"[line->kind]);
      if (line->kind != GH_COMPARE_CHANGED)
        g_string_append (text, line->kind == GH_COMPARE_ADDED ? line->new_text : line->old_text);
      for (guint j = 0; j < line->pieces->len; j++)
        {
          const GhComparePiece *piece = g_ptr_array_index (line->pieces, j);

          if (piece->kind == GH_COMPARE_SAME)
            g_string_append (text, piece->text);
          else
            g_string_append_printf (text, piece->kind == GH_COMPARE_ADDED ? "{+%s+}" : "[-%s-]",
                                    piece->text);
        }
    }
  return g_string_free (text, FALSE);
}

static void
test_examples (void)
{
  static const struct
  {
    const char *old_text;
    const char *new_text;
    const char *expected;
  } examples[] = {
    { "", "", " " },
    { "một\nhai", "một\nhai", " một| hai" },
    { "một\nba", "một\nhai\nba", " một|+hai| ba" },
    { "một\nhai\nba", "một\nba", " một|-hai| ba" },
    { "Chỉ tiêu: 1.750 đơn vị máu trước ngày 05/02/2027.",
      "Chỉ tiêu: 1.800 đơn vị máu trước ngày 06/02/2027.",
      "~Chỉ tiêu: [-1.750-]{+1.800+} đơn vị máu trước ngày [-05/02/2027-]{+06/02/2027+}." },
    { "Tổ chức một ngày hội hiến máu tại nhà văn hoá xã.",
      "Tổ chức hai đêm hội hiến máu tại nhà văn hoá xã.",
      "~Tổ chức [-một ngày-]{+hai đêm+} hội hiến máu tại nhà văn hoá xã." },
    { "Nơi nhận như trên", "Nơi nhận như trên và lưu", "~Nơi nhận như trên{+ và lưu+}" },
    { "alpha beta gamma", "không có gì chung", "-alpha beta gamma|+không có gì chung" },
    { "a b c d\nx y z t v", "mới hẳn 1\nx y z t u\na b c e", /* pairs keep their order */
      "-a b c d|+mới hẳn 1|~x y z t [-v-]{+u+}|+a b c e" },
    { "k\nk\nk", "k\nk", " k| k|-k" },
    { "cuối\n", "cuối", " cuối|-" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (GPtrArray) lines = compare_checked (examples[i].old_text, examples[i].new_text);
      g_autofree char *found = write_down (lines);

      g_assert_cmpstr (found, ==, examples[i].expected);
    }
}

static void
test_apply_refuses (void)
{
  g_autoptr (GPtrArray) lines = gh_compare_texts ("một\nhai", "một\nba");

  g_assert_null (gh_compare_apply (lines, "một\nbốn"));
  g_assert_null (gh_compare_apply (lines, "một"));
  g_assert_null (gh_compare_apply (lines, "một\nhai\nhai"));
  g_assert_cmpuint (gh_compare_count (lines, GH_COMPARE_SAME), ==, 1);
}

/* --- at random ------------------------------------------------------------------------------ */

static void
append_word (GRand *rand, GString *text)
{
  static const char *const words[] = { "hiến", "máu", "ngày", "05/02", "1.750",    ",",
                                       "“",    "đợt", " ",    "  ",    "xã",       "Ð",
                                       "…",    "-",   "\t",   "hộ",    "a\xcc\x81" };

  g_string_append (text, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  if (g_rand_boolean (rand))
    g_string_append_c (text, ' ');
}

static char *
make_text (GRand *rand, int n_lines, int n_kinds)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n_lines; i++)
    {
      int n_words = g_rand_int_range (rand, 0, 12);

      if (i > 0)
        g_string_append_c (text, '\n');
      if (n_kinds > 0) /* lines that come again and again */
        g_string_append_printf (text, "dòng %d", g_rand_int_range (rand, 0, n_kinds));
      else
        while (n_words-- > 0)
          append_word (rand, text);
    }
  return g_string_free (text, FALSE);
}

/* Lines dropped, doubled, moved and changed. */
static char *
change_text (GRand *rand, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *changed = g_string_new (NULL);
  guint n = g_strv_length (lines);

  for (guint i = 0; i < n; i++)
    {
      int what = g_rand_int_range (rand, 0, 10);

      if (what == 0)
        continue;
      g_string_append_printf (changed, "%s\n", lines[i]);
      if (what == 1)
        g_string_append_printf (changed, "%s\n", lines[g_rand_int_range (rand, 0, (int) n)]);
      if (what == 2 && changed->len > 0)
        {
          g_string_truncate (changed, changed->len - 1);
          append_word (rand, changed);
          g_string_append_c (changed, '\n');
        }
    }
  return g_string_free (changed, FALSE);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (int i = 0; i < 1500; i++)
    {
      int n_kinds = g_rand_int_range (rand, 0, 3) == 0 ? g_rand_int_range (rand, 1, 6) : 0;
      g_autofree char *old_text = make_text (rand, g_rand_int_range (rand, 0, 30), n_kinds);
      g_autofree char *new_text = g_rand_boolean (rand)
                                    ? change_text (rand, old_text)
                                    : make_text (rand, g_rand_int_range (rand, 0, 30), n_kinds);
      g_autoptr (GPtrArray) lines G_GNUC_UNUSED = compare_checked (old_text, new_text);
      g_autoptr (GPtrArray) same = compare_checked (old_text, old_text);

      g_assert_cmpuint (gh_compare_count (same, GH_COMPARE_SAME), ==, same->len);
    }
}

/* A plan of 200 pages with every tenth line changed, one that has nothing in common with the other,
 * and one that is the same few lines over and over: each has to end while somebody is waiting. */
static void
test_long (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (27);
  g_autofree char *plan = make_text (rand, 9000, 0);
  g_autofree char *changed = change_text (rand, plan);
  g_autofree char *other = make_text (rand, 9000, 0);
  g_autofree char *tables = make_text (rand, 9000, 4);
  g_autofree char *more_tables = make_text (rand, 9000, 4);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GString) other_line = g_string_new (NULL);
  g_autoptr (GPtrArray) one = compare_checked (plan, changed);
  g_autoptr (GPtrArray) two G_GNUC_UNUSED = compare_checked (plan, other);
  g_autoptr (GPtrArray) three G_GNUC_UNUSED = compare_checked (tables, more_tables);
  g_autoptr (GPtrArray) four = NULL;

  for (int i = 0; i < 40000; i++)
    {
      append_word (rand, line);
      append_word (rand, other_line);
    }
  four = compare_checked (line->str, other_line->str);
  g_assert_cmpuint (gh_compare_count (one, GH_COMPARE_SAME), >, 6000);
  g_assert_cmpuint (four->len, >=, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/compare/examples", test_examples);
  g_test_add_func ("/core/compare/apply-refuses", test_apply_refuses);
  g_test_add_func ("/core/compare/random", test_random);
  g_test_add_func ("/core/compare/long", test_long);

  return g_test_run ();
}
