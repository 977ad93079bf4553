/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-marked.h"
#include "gh-plan-find.h"
#include "gh-text.h"
#include "sample-plan.h"

#define SEED 20270521

static void
assert_found (const GhFind *find, const char *text, const char *expected)
{
  g_autoptr (GArray) ranges = gh_find_in_text (find, text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < ranges->len; i++)
    {
      const GhFindRange *range = &g_array_index (ranges, GhFindRange, i);

      if (i > 0)
        g_string_append_c (found, '|');
      g_string_append_len (found, text + range->start, (gssize) range->length);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_letters (void)
{
  const char *text = "Hiến máu; **HIẾN** máu, hien mau. “Giọt hồng” Đợt đầu";

  assert_found (&(GhFind){ .text = "hien mau" }, text, "Hiến máu|HIẾN** máu|hien mau");
  assert_found (&(GhFind){ .text = "hiến máu" }, text, "Hiến máu|HIẾN** máu|hien mau");
  assert_found (&(GhFind){ .text = "hiến máu", .match_marks = TRUE }, text, "Hiến máu|HIẾN** máu");
  assert_found (&(GhFind){ .text = "hiến", .match_marks = TRUE, .match_case = TRUE }, text, "");
  assert_found (&(GhFind){ .text = "Hiến", .match_marks = TRUE, .match_case = TRUE }, text, "Hiến");
  assert_found (&(GhFind){ .text = "Hien", .match_case = TRUE }, text, "Hiến");
  assert_found (&(GhFind){ .text = "DOT", .match_case = FALSE }, text, "Đợt");
  assert_found (&(GhFind){ .text = "Dot", .match_case = TRUE }, text, "Đợt");
  assert_found (&(GhFind){ .text = "\"giot" }, text, "“Giọt");
  assert_found (&(GhFind){ .text = "\"giot", .match_marks = TRUE }, text, "");
  assert_found (&(GhFind){ .text = "" }, text, "");
  assert_found (&(GhFind){ .text = NULL }, text, "");
  /* A letter that is still in two pieces is found whole. */
  assert_found (&(GhFind){ .text = "me" }, "me\xCC\x82 x", "me\xCC\x82");
}

static void
test_words (void)
{
  assert_found (&(GhFind){ .text = "mau" }, "máu, máuđào", "máu|máu");
  assert_found (&(GhFind){ .text = "mau", .whole_words = TRUE }, "máu, máuđào (máu)", "máu|máu");
  assert_found (&(GhFind){ .text = "(mau", .whole_words = TRUE }, "a(máu", "(máu");
  assert_found (&(GhFind){ .text = "aa" }, "aaaaa", "aa|aa");
}

/* Fields are passed over, marks are seen through. */
static void
test_fields (void)
{
  assert_found (&(GhFind){ .text = "year" }, "year {{year}} **ye**ar", "year|ye**ar");
  assert_found (&(GhFind){ .text = "ab" }, "a{{year}}b", "");
  assert_found (&(GhFind){ .text = "{{" }, "{{year}} {{ x", "{{");
}

static char *
describe (const GArray *places)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const GhPlace *place = &g_array_index (places, GhPlace, i);

      g_string_append_printf (out, "%s %d %d,%d %zu+%zu; ", gh_part_to_string (place->part),
                              place->index, place->row, place->column, place->start, place->length);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

#define PLAN                                                                                                              \
  "!title Vận động hiến máu\n!basis Căn cứ kế hoạch hiến máu\n!recipient Hội hiến máu|báo máu\n" \
  "# I|MÁU\nMột giọt **máu** {{year}}\n|TT|Máu\n|1|máu, máu\n"

static void
test_plan (void)
{
  g_autoptr (GhDossier) dossier = sample_plan_read (PLAN);
  GhRecipient *recipient = g_ptr_array_index (dossier->plan->recipients, 0);
  g_autoptr (GArray) places = NULL;
  g_autofree char *found = NULL;

  g_free (recipient->name);
  g_free (recipient->purpose);
  recipient->name = g_strdup ("Hội hiến máu");
  recipient->purpose = g_strdup ("báo máu");
  places = gh_plan_find (dossier->plan, &(GhFind){ .text = "mau" });
  found = describe (places);
  g_assert_cmpstr (found, ==,
                   "header -1 -1,-1 21+4; basis 0 -1,-1 30+4; block 0 -1,-1 0+4; "
                   "block 1 -1,-1 15+4; block 2 0,1 0+4; block 2 1,1 0+4; block 2 1,1 6+4; "
                   "recipient 0 -1,-1 13+4; recipient 0 -1,1 5+4; ");
}

/* The plan with @fix made; the fix is one that the machinery of fixes takes. */
static GhDossier *
apply (GhDossier *dossier, const GhFix *fix)
{
  g_autoptr (GPtrArray) fixes = g_ptr_array_new ();
  GhDossier *after;

  g_ptr_array_add (fixes, (gpointer) fix);
  after = gh_fix_apply (dossier, fixes);
  g_assert_nonnull (after);
  return after;
}

static const char *
block_text (const GhDossier *dossier, guint i)
{
  return ((const GhBlock *) g_ptr_array_index (dossier->plan->blocks, i))->text;
}

static void
test_replace (void)
{
  g_autoptr (GhDossier) dossier = sample_plan_read (PLAN);
  GhFind find = { .text = "mau" };
  guint n = 0;
  g_autoptr (GhFix) fix = gh_plan_replace (dossier->plan, &find, "huyết", NULL, &n);
  g_autoptr (GhDossier) after = apply (dossier, fix);
  g_autoptr (GArray) left = gh_plan_find (after->plan, &find);
  char **cells =
    g_ptr_array_index (((const GhBlock *) g_ptr_array_index (after->plan->blocks, 2))->rows, 1);

  g_assert_cmpuint (left->len, ==, 0);
  g_assert_cmpuint (n, >=, 7);
  g_assert_cmpstr (block_text (after, 1), ==, "Một giọt **huyết** {{year}}");
  g_assert_cmpstr (cells[1], ==, "huyết, huyết");
  g_assert_cmpstr (after->plan->title, ==, "Vận động hiến huyết");
}

/* One place alone; across a mark; nothing to do. */
static void
test_replace_one (void)
{
  g_autoptr (GhDossier) dossier = sample_plan_read ("hiến **máu cứu** người, hiến máu\n");
  GhFind find = { .text = "hiến máu" };
  g_autoptr (GArray) places = gh_plan_find (dossier->plan, &find);
  guint n = 0;
  g_autoptr (GhFix) none =
    gh_plan_replace (dossier->plan, &(GhFind){ .text = "tim" }, "x", NULL, &n);
  g_autoptr (GhFix) fix = NULL;
  g_autoptr (GhDossier) after = NULL;

  g_assert_null (none);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (places->len, ==, 2);
  fix = gh_plan_replace (dossier->plan, &find, "cho\nmáu", &g_array_index (places, GhPlace, 0), &n);
  g_assert_cmpuint (n, ==, 1);
  after = apply (dossier, fix);
  g_assert_cmpstr (block_text (after, 0), ==, "cho máu **cứu** người, hiến máu");
  /* Replaced by itself there is nothing to save. */
  g_clear_pointer (&fix, gh_fix_free);
  fix = gh_plan_replace (dossier->plan, &(GhFind){ .text = "nguoi" }, "người", NULL, &n);
  g_assert_null (fix);
}

/* Sentences that a target was read from follow. */
static void
test_replace_follows (void)
{
  g_autoptr (GhDossier) dossier = sample_plan_read ("!target blood-units 220\n"
                                                    "!target-text Phấn đấu 220 đơn vị máu\n"
                                                    "Mở đầu. Phấn đấu 220 đơn vị máu trong năm.\n");
  guint n = 0;
  g_autoptr (GhFix) fix =
    gh_plan_replace (dossier->plan, &(GhFind){ .text = "don vi" }, "túi", NULL, &n);
  g_autoptr (GhDossier) after = apply (dossier, fix);
  const GhTarget *target = g_ptr_array_index (after->targets, 0);

  g_assert_cmpstr (target->text, ==, "Phấn đấu 220 túi máu");
}

static const char *const pieces[] = {
  "a", "b", "á", "Ạ", " ", "ab", "**", "*", "{{ab}}", "{{year}}", "x", "đ", "d", "B", "(", "ab ba",
};

static char *
random_text (GRand *rand, int limit)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 1, limit); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
fields_of (const char *text)
{
  g_autoptr (GPtrArray) runs = gh_marked_parse (text);
  g_autoptr (GString) fields = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const GhMarkedRun *run = g_ptr_array_index (runs, i);

      if (run->key != NULL)
        g_string_append (fields, run->text);
    }
  return g_string_free (g_steal_pointer (&fields), FALSE);
}

/* After replacing all nothing is left, all fields are still there, and undoing gives what was. */
static void
test_random (void)
{
  static const char *const needles[] = { "a", "ab", "đ", "b a", "x", "á", "(" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (int round = 0; round < 4000; round++)
    {
      g_autoptr (GhDossier) dossier = sample_plan_read ("Một\n");
      GhBlock *block = g_ptr_array_index (dossier->plan->blocks, 0);
      GhFind find = { needles[g_rand_int_range (rand, 0, G_N_ELEMENTS (needles))],
                      g_rand_boolean (rand), g_rand_boolean (rand), g_rand_boolean (rand) };
      guint n = 0;

      g_free (block->text);
      block->text = random_text (rand, 14);

      g_autofree char *fields = fields_of (block->text);
      g_autoptr (GArray) places = gh_plan_find (dossier->plan, &find);
      g_autoptr (GhFix) fix = gh_plan_replace (dossier->plan, &find, "—z—", NULL, &n);

      g_assert_cmpuint (n, ==, places->len);
      g_assert_true ((fix == NULL) == (places->len == 0));
      if (fix == NULL)
        continue;

      g_autoptr (GhDossier) after = apply (dossier, fix);
      g_autoptr (GArray) left = gh_plan_find (after->plan, &find);
      g_autofree char *fields_after = fields_of (block_text (after, 0));

      g_assert_cmpuint (left->len, ==, 0);
      /* A star between letters may have parted what looked like a field: only more can appear. */
      if (strstr (block->text, "*") == NULL)
        g_assert_cmpstr (fields_after, ==, fields);
      g_assert_nonnull (strstr (block_text (after, 0), "—z—"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-find/letters", test_letters);
  g_test_add_func ("/plan-find/words", test_words);
  g_test_add_func ("/plan-find/fields", test_fields);
  g_test_add_func ("/plan-find/plan", test_plan);
  g_test_add_func ("/plan-find/replace", test_replace);
  g_test_add_func ("/plan-find/replace-one", test_replace_one);
  g_test_add_func ("/plan-find/replace-follows", test_replace_follows);
  g_test_add_func ("/plan-find/random", test_random);
  return g_test_run ();
}
