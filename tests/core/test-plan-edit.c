/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-edit.h"

#include <string.h>

#include "gh-numbering.h"
#include "gh-text.h"

/*
 * Plans are written as lines: "# I|Mục đích" heading by level, "- -|Một" item by level, ": Một"
 * paragraph,
 * "& Phụ lục" appendix, "=" page break, "@ targets" live part, "[ Bảng" table.
 */

static GhBlock *
read_block (const char *line)
{
  int level = (int) strspn (line, *line == '#' ? "#" : "-");
  const char *rest = level > 0 ? line + level + 1 : line + MIN (2, strlen (line));
  g_auto (GStrv) parts = g_strsplit (rest, "|", 2);
  GhBlock *block;

  if (*line == '#' || *line == '-')
    return gh_block_new (*line == '#' ? GH_BLOCK_HEADING : GH_BLOCK_ITEM, level, parts[0],
                         parts[1] != NULL ? parts[1] : "");
  if (*line == '=')
    return gh_block_new (GH_BLOCK_PAGE_BREAK, 0, "", "");
  if (*line == '@')
    {
      block = gh_block_new (GH_BLOCK_LIVE, 0, "", "");
      g_free (block->live);
      block->live = g_strdup (rest);
      return block;
    }
  if (*line == '[')
    {
      block = gh_block_new (GH_BLOCK_TABLE, 0, "", "");
      gh_block_add_row (block, (const char *const[]){ rest, "x", NULL });
      return block;
    }
  return gh_block_new (*line == '&' ? GH_BLOCK_APPENDIX : GH_BLOCK_PARAGRAPH, *line == '&', "",
                       rest);
}

static GhPlan *
read_plan (const char *text)
{
  GhPlan *plan = gh_plan_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      GhBlock *block = read_block (lines[i]);

      block->id = i + 1;
      g_ptr_array_add (plan->blocks, block);
    }
  return plan;
}

static char *
write_plan (const GhPlan *plan)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < plan->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (plan->blocks, i);
      g_autofree char *marks =
        g_strnfill ((gsize) block->level, block->kind == GH_BLOCK_HEADING ? '#' : '-');

      switch (block->kind)
        {
        case GH_BLOCK_HEADING:
        case GH_BLOCK_ITEM:
          g_string_append_printf (out, "%s %s|%s\n", marks, block->number, block->text);
          break;
        case GH_BLOCK_PAGE_BREAK:
          g_string_append (out, "=\n");
          break;
        case GH_BLOCK_LIVE:
          g_string_append_printf (out, "@ %s\n", block->live);
          break;
        case GH_BLOCK_TABLE:
          g_string_append_printf (out, "[ %s\n", ((char **) g_ptr_array_index (block->rows, 0))[0]);
          break;
        case GH_BLOCK_APPENDIX:
        case GH_BLOCK_PARAGRAPH:
        default:
          g_string_append_printf (out, "%c %s\n", block->kind == GH_BLOCK_APPENDIX ? '&' : ':',
                                  block->text);
        }
    }
  return g_string_free (out, FALSE);
}

static void
assert_plan (const GhPlan *plan, const char *wanted)
{
  g_autofree char *found = write_plan (plan);

  g_assert_cmpstr (found, ==, wanted);
}

/* --- each edit by example -------------------------------------------------------------------- */

typedef struct
{
  const char *before;
  const char *edit;  /* name, index and what else it takes */
  const char *after; /* NULL = nothing changes */
} Case;

static gboolean
run_edit (GhPlan *plan, const char *edit)
{
  g_auto (GStrv) words = g_strsplit (edit, " ", -1);
  guint index = (guint) g_ascii_strtoull (words[1], NULL, 10);
  gsize number = words[2] != NULL ? (gsize) g_ascii_strtoull (words[2], NULL, 10) : 0;
  guint place;
  gsize seam;

  if (g_str_equal (words[0], "split"))
    {
      const char *split = ((GhBlock *) g_ptr_array_index (plan->blocks, index))->text;

      number = MIN (number, (gsize) g_utf8_strlen (split, -1));
      return gh_plan_edit_split (
        plan, index, (gsize) (g_utf8_offset_to_pointer (split, (glong) number) - split), &place);
    }
  if (g_str_equal (words[0], "join"))
    return gh_plan_edit_join (plan, index, &place, &seam);
  if (g_str_equal (words[0], "indent"))
    return gh_plan_edit_indent (plan, index);
  if (g_str_equal (words[0], "outdent"))
    return gh_plan_edit_outdent (plan, index);
  if (g_str_equal (words[0], "up"))
    return gh_plan_edit_move_up (plan, index, NULL);
  if (g_str_equal (words[0], "down"))
    return gh_plan_edit_move_down (plan, index, NULL);
  if (g_str_equal (words[0], "move"))
    return gh_plan_edit_move (plan, index, (guint) number, NULL);
  if (g_str_equal (words[0], "remove"))
    return gh_plan_edit_remove (plan, index, FALSE);
  if (g_str_equal (words[0], "remove-part"))
    return gh_plan_edit_remove (plan, index, TRUE);
  if (g_str_equal (words[0], "duplicate"))
    return gh_plan_edit_duplicate (plan, index, NULL);
  if (g_str_equal (words[0], "renumber"))
    return gh_plan_edit_renumber (plan, index);
  if (g_str_equal (words[0], "style"))
    return gh_plan_edit_set_style (plan, index, words[2]);
  if (g_str_equal (words[0], "heading"))
    return gh_plan_edit_turn (plan, index, GH_BLOCK_HEADING, (int) number);
  if (g_str_equal (words[0], "item"))
    return gh_plan_edit_turn (plan, index, GH_BLOCK_ITEM, (int) number);
  if (g_str_equal (words[0], "paragraph"))
    return gh_plan_edit_turn (plan, index, GH_BLOCK_PARAGRAPH, 0);
  if (g_str_equal (words[0], "insert"))
    return gh_plan_edit_insert (plan, index, read_block (edit + strlen ("insert 0 ")));
  g_assert_not_reached ();
}

static const Case cases[] = {
  /* Enter */
  { ": một hai\n", "split 0 4", ": một\n: hai\n" },
  { ": một\n", "split 0 99", ": một\n: \n" },
  { ": một\n", "split 0 0", ": \n: một\n" },
  { "# I|Một hai\n# II|Ba\n", "split 0 4", "# I|Một\n# II|hai\n# III|Ba\n" },
  { "# I|Một\n# II|Ba\n", "split 0 9", "# I|Một\n: \n# II|Ba\n" },
  { "# I|Một\n# II|Ba\n", "split 1 0", "# I|Một\n: \n# II|Ba\n" },
  { "- a)|x y\n- b)|z\n", "split 0 1", "- a)|x\n- b)|y\n- c)|z\n" },
  { "- a)|x\n- b)|z\n", "split 0 0", "- a)|\n- b)|x\n- c)|z\n" },
  { "- -|x\n-- +|\n", "split 1 0", "- -|x\n- -|\n" },
  { "- -|x\n- -|\n: z\n", "split 1 0", "- -|x\n: \n: z\n" },
  { ": a **b c** d\n", "split 0 6", ": a **b**\n: **c** d\n" },
  { ": a *b c* d\n", "split 0 4", ": a *b*\n: *c* d\n" },
  { ": ***b c***\n", "split 0 5", ": ***b***\n: ***c***\n" },
  { ": **b** c\n", "split 0 4", ": **b**\n: c\n" },
  { ": x **b**\n", "split 0 3", ": x\n: **b**\n" },
  { ": x {{target:donors}} y\n", "split 0 6", ": x {{target:donors}}\n: y\n" },
  { ": đủ\n", "split 0 1", ": đ\n: ủ\n" },
  { "@ targets\n", "split 0 0", NULL },
  { "=\n", "split 0 0", NULL },
  { "& Phụ lục\n", "split 0 99", "& Phụ lục\n: \n" },
  /* Backspace */
  { ": một\n: hai\n", "join 1", ": một hai\n" },
  { ": một\n: , hai\n", "join 1", ": một, hai\n" },
  { ": **a**\n: **b** c\n", "join 1", ": **a b** c\n" },
  { ": *a*\n: **b** c\n", "join 1", ": *a* **b** c\n" },
  { ": \n# I|x\n", "join 1", "# I|x\n" },
  { "# I|x\n: \n", "join 1", "# I|x\n" },
  { "# I|x\n# II|y\n# III|z\n", "join 1", "# I|x y\n# II|z\n" },
  { "=\n: x\n", "join 1", ": x\n" },
  { ": x\n=\n", "join 1", ": x\n" },
  { "@ targets\n: x\n", "join 1", NULL },
  { "@ targets\n: \n", "join 1", "@ targets\n" },
  { ": x\n[ t\n", "join 1", NULL },
  { ": \n[ t\n", "join 1", "[ t\n" },
  { ": x\n", "join 0", NULL },
  { "# I|a\n## 1|b\n# II|c\n## 1|d\n## 2|e\n", "join 2", "# I|a\n## 1|b c\n## 2|d\n## 3|e\n" },
  /* Tab */
  { "# I|a\n# II|b\n", "indent 1", "# I|a\n## 1|b\n" },
  { "# I|a\n# II|b\n## 1|c\n### 1.1|d\n- -|e\n# III|f\n", "indent 1",
    "# I|a\n## 1|b\n### 1.1|c\n#### a)|d\n- -|e\n# II|f\n" },
  { "# I|a\n## 1|b\n### 1.1|c\n- a)|d\n### 1.2|e\n", "indent 4",
    "# I|a\n## 1|b\n### 1.1|c\n- a)|d\n#### b)|e\n" },
  { "# I|a\n## 1|b\n### a)|c\n## 2|d\n- a)|e\n", "indent 3",
    "# I|a\n## 1|b\n### a)|c\n### b)|d\n- -|e\n" },
  { "#### a)|d\n", "indent 0", NULL },
  { "- -|a\n- -|b\n", "indent 1", "- -|a\n-- +|b\n" },
  { "- -|a\n-- +|b\n", "indent 0", "-- +|a\n--- -|b\n" },
  { "- a)|a\n- b)|b\n- c)|c\n", "indent 1", "- a)|a\n-- -|b\n- b)|c\n" },
  { ": a\n", "indent 0", "- -|a\n" },
  { "- a)|x\n: a\n", "indent 1", "- a)|x\n- b)|a\n" },
  { "@ targets\n", "indent 0", NULL },
  /* Shift+Tab */
  { "# I|a\n## 1|b\n### 1.1|c\n## 2|d\n", "outdent 1", "# I|a\n# II|b\n## 1|c\n## 2|d\n" },
  { "# I|a\n", "outdent 0", NULL },
  { "- -|a\n-- +|b\n", "outdent 1", "- -|a\n- -|b\n" },
  { "- -|a\n", "outdent 0", ": a\n" },
  { ": a\n", "outdent 0", NULL },
  /* kinds */
  { "# I|a\n: b\n# II|c\n", "heading 1 1", "# I|a\n# II|b\n# III|c\n" },
  { "# I|a\n# II|b\n# III|c\n", "paragraph 1", "# I|a\n: b\n# II|c\n" },
  { "# I|a\n## 1|b\n- a)|c\n## 2|d\n- a)|e\n", "paragraph 3",
    "# I|a\n## 1|b\n- a)|c\n: d\n- b)|e\n" },
  { "# I|a\n## 1|b\n### 1.1|c\n## 2|d\n### 2.1|e\n", "paragraph 3",
    "# I|a\n## 1|b\n### 1.1|c\n: d\n### 1.2|e\n" },
  { ": a\n: b\n", "item 1 1", ": a\n- -|b\n" },
  { "@ targets\n", "paragraph 0", NULL },
  /* moves */
  { "# I|a\n: x\n# II|b\n: y\n", "down 0", "# I|b\n: y\n# II|a\n: x\n" },
  { "# I|a\n: x\n# II|b\n: y\n", "up 2", "# I|b\n: y\n# II|a\n: x\n" },
  { "# I|a\n## 1|b\n### 1.1|c\n## 2|d\n### 2.1|e\n", "up 3",
    "# I|a\n## 1|d\n### 1.1|e\n## 2|b\n### 2.1|c\n" },
  { "# I|a\n## 1|b\n# II|c\n: x\n## 1|d\n", "down 1", "# I|a\n# II|c\n: x\n## 1|b\n## 2|d\n" },
  { "# I|a\n# II|c\n: x\n## 1|b\n## 2|d\n", "up 3", "# I|a\n## 1|b\n# II|c\n: x\n## 1|d\n" },
  { "- a)|x\n- b)|y\n: z\n- a)|u\n- b)|v\n", "down 3", "- a)|x\n- b)|y\n: z\n- a)|v\n- b)|u\n" },
  { "- a)|x\n-- 1)|y\n- b)|z\n-- 1)|u\n-- 2)|v\n", "up 2",
    "- a)|z\n-- 1)|u\n-- 2)|v\n- b)|x\n-- 1)|y\n" },
  { "- -|x\n-- +|y\n- -|z\n", "up 2", "- -|z\n- -|x\n-- +|y\n" },
  { "- -|x\n-- +|y\n- -|z\n", "down 0", "- -|z\n- -|x\n-- +|y\n" },
  { ": p\n# I|a\n", "up 1", NULL },
  { "# I|a\n# II|b\n& P\n# I|c\n# II|d\n", "move 0 5", "# I|b\n& P\n# I|c\n# II|d\n# III|a\n" },
  { "# I|a\n## 1|b\n", "move 0 2", NULL },
  /* removal and copies */
  { "# I|a\n## 1|b\n# II|c\n", "remove-part 0", "# I|c\n" },
  { "# I|a\n## 1|b\n# II|c\n## 1|d\n", "remove 2", "# I|a\n## 1|b\n## 2|d\n" },
  { "# I|a\n: b\n# II|c\n", "duplicate 0", "# I|a\n: b\n# II|a\n: b\n# III|c\n" },
  { "- d)|a\n", "duplicate 0", "- a)|a\n- b)|a\n" },
  /* faulty numbers stay until their series is edited */
  { "# I|a\n## 1|b\n## 1|c\n## 4|d\n# III|e\n", "insert 5 : x",
    "# I|a\n## 1|b\n## 1|c\n## 4|d\n# III|e\n: x\n" },
  { "# I|a\n## 1|b\n## 1|c\n## 4|d\n# III|e\n", "renumber 2",
    "# I|a\n## 1|b\n## 2|c\n## 3|d\n# III|e\n" },
  { "# I|a\n## 1|b\n## 1|c\n## 4|d\n# III|e\n", "remove 1", "# I|a\n## 1|c\n## 2|d\n# III|e\n" },
  { "# I|a\n## 1|b\n## 1|c\n## 4|d\n# III|e\n", "down 0",
    "# I|e\n# II|a\n## 1|b\n## 1|c\n## 4|d\n" },
  /* sentences with a number run on behind headings */
  { "# I|a\n## 1|b\n- 2|c: d\n- 3|e: f\n", "remove 1", "# I|a\n- 1|c: d\n- 2|e: f\n" },
  { "## 1|a\n- 1|x\n- 2|y\n## 2|b\n### 2.1|c\n- 1|x\n- 2|y\n### 2.2|d\n", "remove 3",
    "## 1|a\n- 1|x\n- 2|y\n### 1.1|c\n- 1|x\n- 2|y\n### 1.2|d\n" },
  /* styles */
  { "## 1|a\n### 1.1|b\n- a)|c\n### 1.2|d\n## 2|e\n### 2.1|f\n", "style 1 a)",
    "## 1|a\n### a)|b\n- -|c\n### b)|d\n## 2|e\n### 2.1|f\n" },
  { "- -|a\n- -|b\n: c\n- -|d\n", "style 1 a)", "- a)|a\n- b)|b\n: c\n- -|d\n" },
  { "- -|a\n", "style 0 -", NULL },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GhPlan) plan = read_plan (cases[i].before);
      gboolean changed = run_edit (plan, cases[i].edit);

      g_test_message ("%s of %s", cases[i].edit, cases[i].before);
      assert_plan (plan, cases[i].after != NULL ? cases[i].after : cases[i].before);
      g_assert_cmpint (changed, ==, cases[i].after != NULL);
    }
}

/* The alphabet of points, and the numbers of a long list. */
static void
test_points (void)
{
  g_autoptr (GhPlan) plan = read_plan ("- a)|0\n");
  static const char *const wanted[] = {
    "a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)", "k)"
  };

  for (guint i = 1; i < 60; i++)
    gh_plan_edit_insert (plan, i, gh_block_new (GH_BLOCK_ITEM, 1, "", "x"));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpstr (((GhBlock *) g_ptr_array_index (plan->blocks, i))->number, ==, wanted[i]);
  for (guint i = 0; i < 60; i++)
    for (guint k = 0; k < i; k++)
      g_assert_cmpstr (((GhBlock *) g_ptr_array_index (plan->blocks, i))->number, !=,
                       ((GhBlock *) g_ptr_array_index (plan->blocks, k))->number);
}

/* --- many plans and edits -------------------------------------------------------------------- */

static const char *const texts[] = {
  "Mục đích",   "**Yêu cầu** chung",     "Từ *ngày 05* đến *ngày 09*", "",
  "2*3*4 = 24", "x {{target:donors}} y", "***Đậm nghiêng*** rồi thôi", "một hai ba",
};

static GhBlock *
random_block (GRand *rand)
{
  const char *text = texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))];

  switch (g_rand_int_range (rand, 0, 12))
    {
    case 0:
      return gh_block_new (GH_BLOCK_HEADING, 1, "", text);
    case 1:
    case 2:
      return gh_block_new (GH_BLOCK_HEADING, 2, "", text);
    case 3:
    case 4:
      return gh_block_new (GH_BLOCK_HEADING, g_rand_int_range (rand, 3, 5), "", text);
    case 5:
    case 6:
    case 7:
      return gh_block_new (GH_BLOCK_ITEM, g_rand_int_range (rand, 1, 4), "", text);
    case 8:
      return read_block (g_rand_boolean (rand) ? "=" : "& Phụ lục");
    case 9:
      return read_block (g_rand_boolean (rand) ? "@ targets" : "[ Bảng");
    default:
      return gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", text);
    }
}

/* Runs a random edit; its name, for the message. */
static const char *
random_edit (GhPlan *plan, GRand *rand, guint index)
{
  guint place;
  gsize seam;
  const char *styles[GH_NUMBERING_MAX_STYLES];
  guint n;

  switch (g_rand_int_range (rand, 0, 12))
    {
    case 0:
      gh_plan_edit_split (plan, index, (gsize) g_rand_int_range (rand, 0, 24), &place);
      g_assert_cmpuint (place, <, plan->blocks->len);
      return "split";
    case 1:
      gh_plan_edit_join (plan, index, &place, &seam);
      g_assert_cmpuint (place, <, plan->blocks->len);
      g_assert_cmpuint (seam, <=,
                        strlen (((GhBlock *) g_ptr_array_index (plan->blocks, place))->text));
      return "join";
    case 2:
      gh_plan_edit_indent (plan, index);
      return "indent";
    case 3:
      gh_plan_edit_outdent (plan, index);
      return "outdent";
    case 4:
      gh_plan_edit_move_up (plan, index, &place);
      return "up";
    case 5:
      gh_plan_edit_move_down (plan, index, &place);
      return "down";
    case 6:
      gh_plan_edit_move (
        plan, index, (guint) g_rand_int_range (rand, 0, (gint32) plan->blocks->len + 1), &place);
      return "move";
    case 7:
      gh_plan_edit_turn (plan, index, GH_BLOCK_HEADING, g_rand_int_range (rand, 1, 5));
      return "turn into a heading";
    case 8:
      gh_plan_edit_turn (plan, index, g_rand_boolean (rand) ? GH_BLOCK_PARAGRAPH : GH_BLOCK_ITEM,
                         1);
      return "turn";
    case 9:
      n = gh_numbering_styles (plan->blocks, index, styles);
      if (n > 0)
        gh_plan_edit_set_style (plan, index, styles[g_rand_int_range (rand, 0, (gint32) n)]);
      return "style";
    case 10:
      gh_plan_edit_insert (plan, index, random_block (rand));
      return "insert";
    default:
      if (plan->blocks->len < 60)
        gh_plan_edit_duplicate (plan, index, NULL);
      return "duplicate";
    }
}

/* All letters of a plan but blanks and marks, sorted by block where @ordered is not asked for. */
static char *
letters_of (const GhPlan *plan)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < plan->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (plan->blocks, i);
      g_autofree char *plain = gh_text_strip_marks (block->text);

      for (const char *p = plain; *p != '\0'; p++)
        if (*p != ' ')
          g_string_append_c (all, *p);
    }
  return g_string_free (all, FALSE);
}

static int
compare_bytes (gconstpointer a, gconstpointer b)
{
  return *(const guchar *) a - *(const guchar *) b;
}

static char *
sorted_letters_of (const GhPlan *plan)
{
  char *letters = letters_of (plan);

  qsort (letters, strlen (letters), 1, compare_bytes);
  return letters;
}

/* What counts goes 1, 2, 3 … until something less deep stands between; nothing stands twice.
 * Headings beside each other count in one style. */
static void
assert_numbers (const GhPlan *plan)
{
  int values[64] = { 0 }; /* by rank, from 50 on lists within lists */
  GhNumberStyle styles[GH_PLAN_EDIT_MAX_HEADING + 1] = { 0 };

  for (guint i = 0; i < plan->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (plan->blocks, i);
      GhNumber number = gh_number_read (block->number);
      int level = block->kind == GH_BLOCK_APPENDIX ? 0 : block->level;
      int rank = number.rank;

      if (block->kind == GH_BLOCK_ITEM && level > 1)
        rank = 50 + 2 * level + (number.style == GH_NUMBER_LETTER);
      if (block->kind == GH_BLOCK_ITEM)
        memset (values + 52 + 2 * level, 0, (gsize) (64 - 52 - 2 * level) * sizeof *values);
      if (block->kind == GH_BLOCK_APPENDIX)
        memset (values, 0, sizeof values);
      if (block->kind == GH_BLOCK_HEADING || block->kind == GH_BLOCK_APPENDIX)
        memset (styles + level + 1, 0, sizeof styles - (gsize) (level + 1) * sizeof *styles);
      if (block->kind == GH_BLOCK_HEADING)
        {
          g_assert_cmpint (level, <=, GH_PLAN_EDIT_MAX_HEADING);
          g_assert_cmpint (number.style, !=, GH_NUMBER_NONE);
          if (styles[level] != GH_NUMBER_NONE)
            g_assert_cmpint (number.style, ==, styles[level]);
          styles[level] = number.style;
        }
      if (!gh_number_is_counted (&number))
        continue;
      memset (values + rank + 1, 0, (gsize) (63 - rank) * sizeof *values);
      g_assert_cmpint (number.value, ==, ++values[rank]);
    }
}

static void
test_random (void)
{
  guint n_plans = g_test_thorough () ? 20000 : 1500;

  for (guint seed = 1; seed <= n_plans; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GhPlan) plan = gh_plan_new ();

      for (int i = g_rand_int_range (rand, 1, 24); i > 0; i--)
        {
          guint at = (guint) g_rand_int_range (rand, 0, (gint32) plan->blocks->len + 1);

          g_autofree char *made = NULL;

          gh_plan_edit_insert (plan, at, random_block (rand));
          made = write_plan (plan);
          g_test_message ("%u: put in at %u\n%s", seed, at, made);
          assert_numbers (plan);
        }
      for (int i = 0; i < 12; i++)
        {
          guint index = (guint) g_rand_int_range (rand, 0, (gint32) plan->blocks->len);
          g_autofree char *before = write_plan (plan);
          g_autofree char *letters = sorted_letters_of (plan);
          const char *edit = random_edit (plan, rand, index);
          g_autofree char *after = write_plan (plan);
          g_autofree char *kept = sorted_letters_of (plan);

          g_test_message ("%u: %s at %u of\n%smakes\n%s", seed, edit, index, before, after);
          if (!g_str_equal (edit, "insert") && !g_str_equal (edit, "duplicate"))
            g_assert_cmpstr (letters, ==, kept);
          assert_numbers (plan);
        }
    }
}

/* Cutting a text and putting it together again gives its letters, in order, with the same marks on
 * them wherever it is cut. */
static void
test_split_text (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (gsize offset = 0; offset <= strlen (texts[i]) + 1; offset++)
      {
        g_autofree char *plain = gh_text_strip_marks (texts[i]);
        g_autofree char *left = NULL;
        g_autofree char *right = NULL;
        g_autofree char *joined = NULL;
        g_autofree char *one = NULL;
        g_autofree char *other = NULL;
        g_autofree char *both = NULL;
        gsize seam;

        gh_plan_edit_split_text (texts[i], offset, &left, &right);
        one = gh_text_strip_marks (left);
        other = gh_text_strip_marks (right);
        both = g_strconcat (one, other, NULL);
        g_test_message ("“%s” at %" G_GSIZE_FORMAT ": “%s”, “%s”", texts[i], offset, left, right);
        g_assert_true (g_utf8_validate (left, -1, NULL) && g_utf8_validate (right, -1, NULL));
        for (const char *p = plain, *q = both;; p++, q++)
          {
            while (*p == ' ')
              p++;
            while (*q == ' ')
              q++;
            g_assert_cmpint (*p, ==, *q);
            if (*p == '\0')
              break;
          }
        g_assert_true (strstr (texts[i], "{{") == NULL || strstr (left, "{{target:donors}}") ||
                       strstr (right, "{{target:donors}}"));
        joined = gh_plan_edit_join_text (left, right, &seam);
        g_assert_cmpuint (seam, <=, strlen (joined));
        g_free (both);
        both = gh_text_strip_marks (joined);
        if (g_str_equal (both, plain) && strchr (texts[i], '*') != NULL)
          g_assert_cmpstr (joined, ==, texts[i]);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-edit/cases", test_cases);
  g_test_add_func ("/plan-edit/points", test_points);
  g_test_add_func ("/plan-edit/random", test_random);
  g_test_add_func ("/plan-edit/split-text", test_split_text);
  return g_test_run ();
}
