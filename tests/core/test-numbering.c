/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-numbering.h"

/* Parts: kind and level of what stands there, with its number. */
static GPtrArray *
make_blocks (void)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_block_free);

  g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", "Mở đầu"));   /* 0 */
  g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_HEADING, 1, "I", "MỤC ĐÍCH"));  /* 1 */
  g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_HEADING, 2, "1", "Mục đích"));  /* 2 */
  g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_ITEM, 1, "-", "Một"));          /* 3 */
  g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_HEADING, 2, "2", "Yêu cầu"));   /* 4 */
  g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_ITEM, 2, "d)", "Điểm"));        /* 5 */
  g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_HEADING, 1, "II", "NỘI DUNG")); /* 6 */
  g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_APPENDIX, 1, "", "Phụ lục"));   /* 7 */
  return blocks;
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
    { 4, GH_BLOCK_ITEM, 1, "-" },      { 6, GH_BLOCK_ITEM, 2, "đ)" },
    { 1, GH_BLOCK_ITEM, 1, "-" },      { 3, GH_BLOCK_PARAGRAPH, 0, "" },
  };
  g_autoptr (GPtrArray) blocks = make_blocks ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number =
        gh_numbering_next (blocks, cases[i].index, cases[i].kind, cases[i].level);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (number, ==, cases[i].number);
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
  g_test_add_func ("/numbering/roman", test_roman);
  return g_test_run ();
}
