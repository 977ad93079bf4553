/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-summary.h"

static GhDossier *
new_dossier (GhUnitConvention convention)
{
  GhCampaign *campaign = gh_campaign_new ("Đợt thử", 2027);

  campaign->convention = convention;
  return gh_dossier_new (campaign, gh_plan_new ());
}

static GhUnit *
add_unit (GhDossier *dossier, gint64 id, gint64 parent_id, const char *name)
{
  GhUnit *unit = gh_unit_new (name);

  unit->id = id;
  unit->parent_id = parent_id;
  g_ptr_array_add (dossier->units, unit);
  return unit;
}

static void
add_quota (GhDossier *dossier, gint64 unit_id, GhIndicator indicator, gint64 value)
{
  g_ptr_array_add (dossier->quotas, gh_quota_new (unit_id, indicator, value));
}

static GhResult *
add_result (GhDossier *dossier, gint64 unit_id, gint64 donated, gint64 bags_250, gint64 bags_350)
{
  GhResult *result = gh_result_new (unit_id, 0);

  result->donated = donated;
  result->bags_250 = bags_250;
  result->bags_350 = bags_350;
  g_ptr_array_add (dossier->results, result);
  return result;
}

static void
test_branches (void)
{
  g_autoptr (GhDossier) dossier = new_dossier (GH_CONVENTION_250_ML);
  g_autoptr (GhSummary) summary = NULL;
  const GhSummaryRow *row;

  add_unit (dossier, 1, 0, "Khối A")->headcount = 10;
  add_unit (dossier, 2, 1, "A1")->headcount = 100;
  add_unit (dossier, 3, 1, "A2");
  add_unit (dossier, 4, 0, "B");
  add_quota (dossier, 1, GH_INDICATOR_BLOOD_UNITS, 5);
  add_quota (dossier, 2, GH_INDICATOR_BLOOD_UNITS, 20);
  add_quota (dossier, 3, GH_INDICATOR_BLOOD_UNITS, 0);
  add_quota (dossier, 2, GH_INDICATOR_DONORS, 30);
  add_quota (dossier, 77, GH_INDICATOR_BLOOD_UNITS, 1000); /* of no unit here */
  add_result (dossier, 2, 128, 26, 102)->complete = TRUE;
  add_result (dossier, 2, 2, 2, -1);
  add_result (dossier, 3, -1, -1, -1); /* says nothing */
  summary = gh_summary_new (dossier);

  g_assert_cmpuint (summary->rows->len, ==, 4);
  row = gh_summary_find (summary, 1);
  g_assert_false (row->leaf);
  g_assert_cmpint (row->own.quota[GH_INDICATOR_BLOOD_UNITS], ==, 5);
  g_assert_cmpint (row->branch.quota[GH_INDICATOR_BLOOD_UNITS], ==, 25);
  g_assert_cmpint (row->branch.quota[GH_INDICATOR_DONORS], ==, 30);
  g_assert_cmpint (row->own.donated, ==, -1);
  g_assert_cmpint (row->branch.donated, ==, 130);
  g_assert_cmpint (row->branch.headcount, ==, 110);
  g_assert_cmpint (row->branch.blood_units_tenths, ==, 1708); /* 26 + 102 × 1,4 + 2 */
  g_assert_cmpuint (row->branch.n_leaves, ==, 2);
  g_assert_cmpuint (row->branch.n_reported, ==, 1);
  g_assert_cmpuint (row->branch.n_complete, ==, 0); /* its second result is open */
  row = gh_summary_find (summary, 3);
  g_assert_cmpint (row->own.quota[GH_INDICATOR_BLOOD_UNITS], ==, 0); /* zero is not unknown */
  g_assert_cmpint (row->own.quota[GH_INDICATOR_DONORS], ==, -1);
  g_assert_cmpint (summary->total.quota[GH_INDICATOR_BLOOD_UNITS], ==, 25);
  g_assert_cmpint (summary->total.quota[GH_INDICATOR_REACH], ==, -1);
  g_assert_null (gh_summary_find (summary, 77));
}

/* One figure that is only being typed counts in its branch and in the total, and nowhere else. */
static void
test_with_quota (void)
{
  const GhIndicator blood = GH_INDICATOR_BLOOD_UNITS;
  g_autoptr (GhDossier) dossier = new_dossier (GH_CONVENTION_250_ML);
  g_autoptr (GhSummary) more = NULL, empty = NULL, first = NULL, nobody = NULL;

  add_unit (dossier, 1, 0, "Khối A");
  add_unit (dossier, 2, 1, "A1");
  add_unit (dossier, 3, 1, "A2");
  add_unit (dossier, 4, 0, "B");
  add_quota (dossier, 2, blood, 20);
  add_quota (dossier, 4, blood, 7);

  more = gh_summary_new_with_quota (dossier, 2, blood, 50);
  g_assert_cmpint (gh_summary_find (more, 2)->own.quota[blood], ==, 50);
  g_assert_cmpint (gh_summary_find (more, 1)->branch.quota[blood], ==, 50);
  g_assert_cmpint (gh_summary_find (more, 4)->branch.quota[blood], ==, 7);
  g_assert_cmpint (more->total.quota[blood], ==, 57);
  g_assert_cmpint (more->total.quota[GH_INDICATOR_DONORS], ==, -1);

  empty = gh_summary_new_with_quota (dossier, 2, blood, -1);
  g_assert_cmpint (gh_summary_find (empty, 1)->branch.quota[blood], ==, -1); /* not 0 */
  g_assert_cmpint (empty->total.quota[blood], ==, 7);

  first = gh_summary_new_with_quota (dossier, 3, blood, 0); /* had none before */
  g_assert_cmpint (gh_summary_find (first, 3)->own.quota[blood], ==, 0);
  g_assert_cmpint (first->total.quota[blood], ==, 27);

  nobody = gh_summary_new_with_quota (dossier, 99, blood, 1000);
  g_assert_cmpint (nobody->total.quota[blood], ==, 27);
  /* The dossier is as it was. */
  g_assert_cmpint (((GhQuota *) g_ptr_array_index (dossier->quotas, 0))->value, ==, 20);
}

static void
test_conventions (void)
{
  static const struct
  {
    GhUnitConvention convention;
    gint64 donated, bags_250, bags_350, bags_450, tenths;
  } cases[] = {
    { GH_CONVENTION_BAG, 128, 26, 102, -1, 1280 }, { GH_CONVENTION_250_ML, 128, 26, 102, -1, 1688 },
    { GH_CONVENTION_250_ML, -1, -1, -1, 5, 90 },   { GH_CONVENTION_TURN, 128, 26, 101, -1, 1280 },
    { GH_CONVENTION_TURN, -1, 26, 101, -1, 1270 }, { GH_CONVENTION_BAG, 128, -1, -1, -1, -1 },
    { GH_CONVENTION_250_ML, 0, 0, 0, 0, 0 },       { GH_CONVENTION_TURN, -1, -1, -1, -1, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GhResult) result = gh_result_new (1, 0);

      result->donated = cases[i].donated;
      result->bags_250 = cases[i].bags_250;
      result->bags_350 = cases[i].bags_350;
      result->bags_450 = cases[i].bags_450;
      g_assert_cmpint (gh_result_blood_units_tenths (result, cases[i].convention), ==,
                       cases[i].tenths);
    }
}

static void
test_targets (void)
{
  g_autoptr (GhDossier) dossier = new_dossier (GH_CONVENTION_BAG);
  g_autoptr (GhSummary) summary = NULL;
  GhIndicator indicators[GH_N_INDICATORS];
  GhTarget *target;

  target = gh_target_new (GH_INDICATOR_BLOOD_UNITS, GH_COMPARATOR_AT_LEAST, 20);
  g_free (target->owner);
  target->owner = g_strdup ("Trường B");
  g_ptr_array_add (dossier->targets, target);
  g_ptr_array_add (dossier->targets,
                   gh_target_new (GH_INDICATOR_YEAR_PERCENT, GH_COMPARATOR_AT_LEAST, 20));
  g_ptr_array_add (dossier->targets,
                   gh_target_new (GH_INDICATOR_BLOOD_UNITS, GH_COMPARATOR_AT_LEAST, 350));
  summary = gh_summary_new (dossier);
  g_assert_cmpfloat (gh_summary_target (summary, GH_INDICATOR_BLOOD_UNITS)->value, ==, 350);
  g_assert_null (gh_summary_target (summary, GH_INDICATOR_YEAR_PERCENT));
  g_assert_null (gh_summary_target (summary, GH_INDICATOR_DONORS));
  g_assert_cmpuint (gh_summary_indicators (summary, indicators, G_N_ELEMENTS (indicators)), ==, 1);
  g_assert_cmpint (indicators[0], ==, GH_INDICATOR_BLOOD_UNITS);
  g_assert_cmpuint (gh_summary_indicators (summary, indicators, 0), ==, 0);
}

static void
test_result_tenths (void)
{
  g_autoptr (GhDossier) dossier = new_dossier (GH_CONVENTION_BAG);
  g_autoptr (GhSummary) summary = NULL;
  GhResult *result;

  add_unit (dossier, 1, 0, "A");
  result = add_result (dossier, 1, 3, 1, 2);
  result->registered = 9;
  summary = gh_summary_new (dossier);
  g_assert_cmpint (gh_totals_result_tenths (&summary->total, GH_INDICATOR_REGISTRATIONS), ==, 90);
  g_assert_cmpint (gh_totals_result_tenths (&summary->total, GH_INDICATOR_DONORS), ==, 30);
  g_assert_cmpint (gh_totals_result_tenths (&summary->total, GH_INDICATOR_BLOOD_UNITS), ==, 30);
  g_assert_cmpint (gh_totals_result_tenths (&summary->total, GH_INDICATOR_VOLUME_PERCENT), ==, 667);
  g_assert_cmpint (gh_totals_result_tenths (&summary->total, GH_INDICATOR_REACH), ==, -1);
}

/* Adds a figure the slow way: over all units whose chain of parents meets @top. */
static gint64
slow_branch_quota (const GhDossier *dossier, const GhUnitTree *tree, gint64 top)
{
  gint64 sum = -1;

  for (guint i = 0; i < dossier->quotas->len; i++)
    {
      const GhQuota *quota = g_ptr_array_index (dossier->quotas, i);

      if (gh_unit_tree_would_loop (tree, top, quota->unit_id))
        sum = MAX (sum, 0) + quota->value;
    }
  return sum;
}

static void
test_property (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (43);

  for (int round = 0; round < 200; round++)
    {
      g_autoptr (GhDossier) dossier = new_dossier (GH_CONVENTION_250_ML);
      g_autoptr (GhSummary) summary = NULL;
      g_autoptr (GhUnitTree) tree = NULL;
      int n = g_rand_int_range (rand, 0, 40);
      gint64 roots = -1;

      for (int id = 1; id <= n; id++)
        add_unit (dossier, id, g_rand_int_range (rand, 0, n + 1), "x");
      for (int i = 0; i < n; i++)
        add_quota (dossier, g_rand_int_range (rand, 1, n + 1), GH_INDICATOR_DONORS,
                   g_rand_int_range (rand, 0, 50));
      for (int i = 0; i < n; i++)
        add_result (dossier, g_rand_int_range (rand, 1, n + 1), g_rand_int_range (rand, -1, 50),
                    g_rand_int_range (rand, -1, 50), g_rand_int_range (rand, -1, 50));
      summary = gh_summary_new (dossier); /* asserts that own figures add up to the total */
      tree = gh_unit_tree_new (dossier->units);
      for (guint i = 0; i < summary->rows->len; i++)
        {
          const GhSummaryRow *row = &g_array_index (summary->rows, GhSummaryRow, i);
          gint64 branch = row->branch.quota[GH_INDICATOR_DONORS];

          g_assert_true (gh_summary_find (summary, row->unit->id) == row);
          g_assert_cmpint (branch, ==, slow_branch_quota (dossier, tree, row->unit->id));
          g_assert_cmpuint (row->branch.n_complete, <=, row->branch.n_reported);
          g_assert_cmpuint (row->branch.n_reported, <=, row->branch.n_leaves);
          if (row->depth == 0 && branch >= 0)
            roots = MAX (roots, 0) + branch;
        }
      g_assert_cmpint (summary->total.quota[GH_INDICATOR_DONORS], ==, roots);
    }
}

/* A damaged file may hold any figure; sums stop instead of wrapping round. */
static void
test_huge (void)
{
  g_autoptr (GhDossier) dossier = new_dossier (GH_CONVENTION_250_ML);
  g_autoptr (GhSummary) summary = NULL;

  add_unit (dossier, 1, 0, "A")->headcount = G_MAXINT64;
  add_unit (dossier, 2, 1, "B")->headcount = G_MAXINT64;
  add_quota (dossier, 1, GH_INDICATOR_DONORS, G_MAXINT64);
  add_quota (dossier, 2, GH_INDICATOR_DONORS, G_MAXINT64);
  add_quota (dossier, 2, GH_INDICATOR_DONORS, G_MININT64);
  add_result (dossier, 1, G_MAXINT64, G_MAXINT64, G_MAXINT64);
  add_result (dossier, 2, G_MININT64, G_MAXINT64, G_MAXINT64);
  summary = gh_summary_new (dossier);
  g_assert_cmpint (summary->total.headcount, >, 0);
  g_assert_cmpint (gh_totals_result_tenths (&summary->total, GH_INDICATOR_DONORS), >, 0);
  g_assert_cmpint (gh_totals_result_tenths (&summary->total, GH_INDICATOR_VOLUME_PERCENT), >=, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary/branches", test_branches);
  g_test_add_func ("/summary/with-quota", test_with_quota);
  g_test_add_func ("/summary/conventions", test_conventions);
  g_test_add_func ("/summary/targets", test_targets);
  g_test_add_func ("/summary/result-tenths", test_result_tenths);
  g_test_add_func ("/summary/property", test_property);
  g_test_add_func ("/summary/huge", test_huge);
  return g_test_run ();
}
