/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-paste.h"
#include "sample-plan.h"

static char *
describe (const GhPlan *plan)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < plan->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (plan->blocks, i);

      g_string_append_printf (out, "%s %s|%s;", gh_block_kind_to_string (block->kind),
                              block->number, block->text);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_paste (void)
{
  static const struct
  {
    const char *plan;
    guint index;
    gsize start;
    gsize end;
    const char *pasted;
    const char *result;
    guint last;
  } cases[] = {
    /* In the middle: the ends go on in what comes. */
    { "**ab cd**\nz\n", 0, 4, 5, "x\ny\n", "paragraph |**ab**x;paragraph |y**cd**;paragraph |z;",
      1 },
    /* In an empty block: that takes the first. */
    { "- \n- b\n", 0, 0, 0, "x\ny\n", "item -|x;paragraph |y;item -|b;", 1 },
    /* An item takes the place of an empty block. */
    { "ab\n", 0, 0, 2, "- x\n- y\n", "item -|x;item -|y;", 1 },
    /* What was selected goes. */
    { "abc\n", 0, 1, 2, "- x\n", "paragraph |a;item -|xc;", 1 },
    /* A table stays one. */
    { "ab\n", 0, 1, 1, "|1|2\n", "paragraph |a;table |;paragraph |b;", 2 },
    /* Numbers are counted. */
    { "# I|A\n# II|B\n", 0, 1, 1, "# V|X\n", "heading I|A;heading II|X;heading III|B;", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GhDossier) dossier = sample_plan_read (cases[i].plan);
      g_autoptr (GhDossier) from = sample_plan_read (cases[i].pasted);
      g_autofree char *result = NULL;
      guint last = 0;

      g_assert_true (gh_plan_paste (dossier->plan, cases[i].index, cases[i].start, cases[i].end,
                                    from->plan->blocks, &last));
      result = describe (dossier->plan);
      g_assert_cmpstr (result, ==, cases[i].result);
      g_assert_cmpuint (last, ==, cases[i].last);
    }
}

/* There is no text, or nothing to paste. */
static void
test_refused (void)
{
  g_autoptr (GhDossier) dossier = sample_plan_read ("|1|2\n");
  g_autoptr (GhDossier) from = sample_plan_read ("x\n");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  guint last = 0;

  g_assert_false (gh_plan_paste (dossier->plan, 0, 0, 0, from->plan->blocks, &last));
  g_assert_false (gh_plan_paste (dossier->plan, 7, 0, 0, from->plan->blocks, &last));
  g_assert_false (gh_plan_paste (from->plan, 0, 0, 0, none, &last));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-paste/paste", test_paste);
  g_test_add_func ("/plan-paste/refused", test_refused);
  return g_test_run ();
}
