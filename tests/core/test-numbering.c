/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-numbering.h"
#include "gh-plan-edit.h"

/* Parts: kind and level of what stands there, with its number. */
static GhPlan *
make_plan (void)
{
  GhPlan *plan = gh_plan_new ();
  GPtrArray *blocks = plan->blocks;

  g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", "Mở đầu"));   /* 0 */
  g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_HEADING, 1, "I", "MỤC ĐÍCH"));  /* 1 */
  g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_HEADING, 2, "1", "Mục đích"));  /* 2 */
  g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_ITEM, 1, "-", "Một"));          /* 3 */
  g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_HEADING, 2, "2", "Yêu cầu"));   /* 4 */
  g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_ITEM, 2, "d)", "Điểm"));        /* 5 */
  g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_HEADING, 1, "II", "NỘI DUNG")); /* 6 */
  g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_APPENDIX, 1, "", "Phụ lục"));   /* 7 */
  return plan;
}

static void
test_next (void)
{
  static const struct
  {
    guint index;
    GhBlockKind kind;
    int level;
    const char *number;
  } cases[] = {
    { 0, GH_BLOCK_HEADING, 1, "I" },   { 1, GH_BLOCK_HEADING, 1, "I" },
    { 2, GH_BLOCK_HEADING, 1, "II" },  { 8, GH_BLOCK_HEADING, 1, "I" },
    { 7, GH_BLOCK_HEADING, 1, "III" }, { 2, GH_BLOCK_HEADING, 2, "1" },
    { 6, GH_BLOCK_HEADING, 2, "3" },   { 7, GH_BLOCK_HEADING, 2, "1" },
    { 5, GH_BLOCK_HEADING, 3, "2.1" }, { 7, GH_BLOCK_HEADING, 3, "a)" },
    { 4, GH_BLOCK_ITEM, 1, "-" },      { 6, GH_BLOCK_ITEM, 2, "b)" },
    { 1, GH_BLOCK_ITEM, 1, "-" },      { 3, GH_BLOCK_PARAGRAPH, 0, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GhPlan) plan = make_plan ();
      GhBlock *block = gh_block_new (cases[i].kind, cases[i].level, "", "");

      g_assert_true (gh_plan_edit_insert (plan, cases[i].index, block));
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (block->number, ==, cases[i].number);
    }
}

/* What is read is what was printed, and nothing else is taken for a number. */
static void
test_read (void)
{
  static const struct
  {
    const char *printed;
    GhNumberStyle style;
    int depth;
    int value;
    const char *next;
  } cases[] = {
    { "I", GH_NUMBER_ROMAN, 0, 1, "II" },      { "IV", GH_NUMBER_ROMAN, 0, 4, "V" },
    { "XLIX", GH_NUMBER_ROMAN, 0, 49, "L" },   { "A", GH_NUMBER_CAPITAL, 0, 1, "B" },
    { "H", GH_NUMBER_CAPITAL, 0, 7, "K" },     { "9", GH_NUMBER_ARABIC, 1, 9, "10" },
    { "1.1", GH_NUMBER_ARABIC, 2, 1, "1.2" },  { "2.3.9", GH_NUMBER_ARABIC, 3, 9, "2.3.10" },
    { "3)", GH_NUMBER_ARABIC, 0, 3, "4)" },    { "d)", GH_NUMBER_LETTER, 0, 4, "đ)" },
    { "e)", GH_NUMBER_LETTER, 0, 6, "g)" },    { "y)", GH_NUMBER_LETTER, 0, 23, "aa)" },
    { "ad)", GH_NUMBER_LETTER, 0, 27, "ađ)" }, { "-", GH_NUMBER_BULLET, 0, 0, "-" },
    { "+", GH_NUMBER_BULLET, 0, 0, "+" },      { "", GH_NUMBER_NONE, 0, 0, "" },
    { "xyz", GH_NUMBER_NONE, 0, 0, "xyz" },    { "w)", GH_NUMBER_NONE, 0, 0, "w)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GhNumber number = gh_number_read (cases[i].printed);
      g_autofree char *next = gh_number_print (cases[i].printed, NULL, number.value + 1);

      g_test_message ("%s", cases[i].printed);
      g_assert_cmpint (number.style, ==, cases[i].style);
      g_assert_cmpint (number.depth, ==, cases[i].depth);
      g_assert_cmpint (number.value, ==, cases[i].value);
      g_assert_cmpstr (next, ==, cases[i].next);
    }
}

/* As far as anybody counts, each number is printed once and read again as itself. */
static void
test_count_on (void)
{
  static const struct
  {
    const char *first;
    int n;
  } cases[] = {
    { "I", 49 }, { "1", 999 }, { "1.1", 999 }, { "1)", 999 }, { "a)", 69 }, { "A", 19 }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (int value = 1; value <= cases[i].n; value++)
        {
          char *printed = gh_number_print (cases[i].first, NULL, value);
          GhNumber number = gh_number_read (printed);

          g_assert_cmpint (number.value, ==, value);
          g_assert_cmpint (number.style, ==, gh_number_read (cases[i].first).style);
          g_assert_true (g_hash_table_add (seen, printed));
        }
    }
}

static void
test_roman (void)
{
  static const char *const romans[] = { "I",   "II",   "III", "IV", "V", "VI",
                                        "VII", "VIII", "IX",  "X",  "XI" };
  g_autofree char *last = gh_numbering_roman (49);
  g_autofree char *beyond = gh_numbering_roman (4000);

  for (int i = 0; i < (int) G_N_ELEMENTS (romans); i++)
    {
      g_autofree char *roman = gh_numbering_roman (i + 1);

      g_assert_cmpstr (roman, ==, romans[i]);
    }
  g_assert_cmpstr (last, ==, "XLIX");
  g_assert_cmpstr (beyond, ==, "4000");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbering/next", test_next);
  g_test_add_func ("/numbering/read", test_read);
  g_test_add_func ("/numbering/count-on", test_count_on);
  g_test_add_func ("/numbering/roman", test_roman);
  return g_test_run ();
}
