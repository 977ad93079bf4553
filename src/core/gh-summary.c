/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-summary.h"

/* The counts of GhTotals where -1 is unknown, so that adding cannot forget one. */
static const gsize count_offsets[] = {
  G_STRUCT_OFFSET (GhTotals, registered), G_STRUCT_OFFSET (GhTotals, came),
  G_STRUCT_OFFSET (GhTotals, deferred),   G_STRUCT_OFFSET (GhTotals, donated),
  G_STRUCT_OFFSET (GhTotals, bags_250),   G_STRUCT_OFFSET (GhTotals, bags_350),
  G_STRUCT_OFFSET (GhTotals, bags_450),   G_STRUCT_OFFSET (GhTotals, blood_units_tenths),
  G_STRUCT_OFFSET (GhTotals, headcount),  G_STRUCT_OFFSET (GhTotals, last_year),
};

#define TOTALS_COUNT(totals, i) G_STRUCT_MEMBER (gint64, (totals), count_offsets[i])

static void
clear_totals (GhTotals *totals)
{
  GhTotals empty = { 0 };

  for (int i = 0; i < GH_N_INDICATORS; i++)
    empty.quota[i] = -1;
  for (gsize i = 0; i < G_N_ELEMENTS (count_offsets); i++)
    TOTALS_COUNT (&empty, i) = -1;
  *totals = empty;
}

/* Invariant (3): unknown + known = known. Figures of a damaged file stop at 2^52, so that neither
 * ten times nor a thousand times a sum can wrap round. */
static gint64
add_known (gint64 sum, gint64 figure)
{
  const gint64 cap = G_GINT64_CONSTANT (1) << 52;

  if (figure < 0)
    return sum;
  if (sum < 0)
    return MIN (figure, cap);
  return figure >= cap - sum ? cap : sum + figure;
}

static void
add_totals (GhTotals *sum, const GhTotals *part)
{
  for (int i = 0; i < GH_N_INDICATORS; i++)
    sum->quota[i] = add_known (sum->quota[i], part->quota[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (count_offsets); i++)
    TOTALS_COUNT (sum, i) = add_known (TOTALS_COUNT (sum, i), TOTALS_COUNT (part, i));
  sum->n_leaves += part->n_leaves;
  sum->n_reported += part->n_reported;
  sum->n_complete += part->n_complete;
}

static GhSummaryRow *
find_row (const GhSummary *summary, gint64 unit_id)
{
  gpointer found = g_hash_table_lookup (summary->row_by_unit, &unit_id);

  if (found == NULL)
    return NULL;
  return &g_array_index (summary->rows, GhSummaryRow, GPOINTER_TO_UINT (found) - 1);
}

static void
make_rows (GhSummary *summary)
{
  g_autoptr (GhUnitTree) tree = gh_unit_tree_new (summary->dossier->units);
  g_autoptr (GArray) depths = NULL;
  g_autoptr (GPtrArray) units = gh_unit_tree_flatten_depths (tree, &depths);

  for (guint i = 0; i < units->len; i++)
    {
      const GhUnit *unit = g_ptr_array_index (units, i);
      GhSummaryRow row = { .unit = unit, .depth = g_array_index (depths, int, i) };

      row.leaf = i + 1 == units->len || g_array_index (depths, int, i + 1) <= row.depth;
      clear_totals (&row.own);
      clear_totals (&row.branch);
      row.own.headcount = MAX (unit->headcount, -1);
      row.own.last_year = MAX (unit->last_year, -1);
      row.own.n_leaves = row.leaf ? 1 : 0;
      g_array_append_val (summary->rows, row);
      if (unit->id != 0 && !g_hash_table_contains (summary->row_by_unit, &unit->id))
        g_hash_table_insert (summary->row_by_unit, (gpointer) &unit->id, GUINT_TO_POINTER (i + 1));
    }
}

static void
add_quotas (GhSummary *summary)
{
  const GPtrArray *quotas = summary->dossier->quotas;

  for (guint i = 0; i < quotas->len; i++)
    {
      const GhQuota *quota = g_ptr_array_index (quotas, i);
      GhSummaryRow *row = find_row (summary, quota->unit_id);

      if (row != NULL && (gsize) quota->indicator < GH_N_INDICATORS)
        row->own.quota[quota->indicator] =
          add_known (row->own.quota[quota->indicator], quota->value);
    }
}

static gboolean
result_says_something (const GhResult *result)
{
  return result->registered >= 0 || result->came >= 0 || result->deferred >= 0 ||
         result->donated >= 0 || result->bags_250 >= 0 || result->bags_350 >= 0 ||
         result->bags_450 >= 0;
}

/* A leaf has reported with its first result; it is complete while none of them is open. */
static void
add_result (GhSummaryRow *row, const GhResult *result, GhUnitConvention convention)
{
  GhTotals *own = &row->own;

  if (!result_says_something (result))
    return;
  own->registered = add_known (own->registered, result->registered);
  own->came = add_known (own->came, result->came);
  own->deferred = add_known (own->deferred, result->deferred);
  own->donated = add_known (own->donated, result->donated);
  own->bags_250 = add_known (own->bags_250, result->bags_250);
  own->bags_350 = add_known (own->bags_350, result->bags_350);
  own->bags_450 = add_known (own->bags_450, result->bags_450);
  own->blood_units_tenths =
    add_known (own->blood_units_tenths, gh_result_blood_units_tenths (result, convention));
  if (!row->leaf)
    return;
  own->n_complete = result->complete && (own->n_reported == 0 || own->n_complete == 1) ? 1 : 0;
  own->n_reported = 1;
}

static void
add_results (GhSummary *summary)
{
  const GPtrArray *results = summary->dossier->results;

  for (guint i = 0; i < results->len; i++)
    {
      const GhResult *result = g_ptr_array_index (results, i);
      GhSummaryRow *row = find_row (summary, result->unit_id);

      if (row != NULL)
        add_result (row, result, summary->dossier->campaign->convention);
    }
}

/*
 * From the last row to the first each branch is whole when its turn comes, because its rows stand
 * below it. Its parent is the nearest row above with a smaller depth.
 */
static void
add_branches (GhSummary *summary)
{
  GArray *rows = summary->rows;
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *parents = g_new0 (guint, rows->len + 1);

  for (guint i = 0; i < rows->len; i++)
    {
      int depth = g_array_index (rows, GhSummaryRow, i).depth;

      g_assert (depth >= 0 && (guint) depth <= path->len); /* invariant (1) */
      g_array_set_size (path, (guint) depth);
      parents[i] = depth > 0 ? g_array_index (path, guint, depth - 1) : G_MAXUINT;
      g_array_append_val (path, i);
    }
  for (guint i = rows->len; i-- > 0;)
    {
      GhSummaryRow *row = &g_array_index (rows, GhSummaryRow, i);
      GhTotals *above = &summary->total;

      add_totals (&row->branch, &row->own);
      if (parents[i] != G_MAXUINT)
        above = &g_array_index (rows, GhSummaryRow, parents[i]).branch;
      add_totals (above, &row->branch);
    }
}

/* Invariant (2): the total is also the sum of what was entered. */
static void
assert_total (const GhSummary *summary)
{
  GhTotals sum;

  clear_totals (&sum);
  for (guint i = 0; i < summary->rows->len; i++)
    add_totals (&sum, &g_array_index (summary->rows, GhSummaryRow, i).own);
  for (int i = 0; i < GH_N_INDICATORS; i++)
    g_assert (sum.quota[i] == summary->total.quota[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (count_offsets); i++)
    g_assert (TOTALS_COUNT (&sum, i) == TOTALS_COUNT (&summary->total, i));
  g_assert (sum.n_leaves == summary->total.n_leaves);
}

/* @instead: (nullable): stands in place of the quota of its unit and indicator */
static GhSummary *
make_summary (GhDossier *dossier, const GhQuota *instead)
{
  GhSummary *summary = g_new0 (GhSummary, 1);
  GhSummaryRow *row;

  summary->dossier = gh_dossier_ref (dossier);
  summary->rows = g_array_new (FALSE, FALSE, sizeof (GhSummaryRow));
  summary->row_by_unit = g_hash_table_new (g_int64_hash, g_int64_equal);
  clear_totals (&summary->total);
  make_rows (summary);
  add_quotas (summary);
  row = instead != NULL ? find_row (summary, instead->unit_id) : NULL;
  if (row != NULL && (gsize) instead->indicator < GH_N_INDICATORS)
    row->own.quota[instead->indicator] = add_known (-1, instead->value);
  add_results (summary);
  add_branches (summary);
  assert_total (summary);
  return summary;
}

GhSummary *
gh_summary_new (GhDossier *dossier)
{
  return make_summary (dossier, NULL);
}

GhSummary *
gh_summary_new_with_quota (GhDossier *dossier, gint64 unit_id, GhIndicator indicator, gint64 value)
{
  const GhQuota instead = { .unit_id = unit_id, .indicator = indicator, .value = value };

  return make_summary (dossier, &instead);
}

void
gh_summary_free (GhSummary *summary)
{
  if (summary == NULL)
    return;
  g_hash_table_unref (summary->row_by_unit);
  g_array_unref (summary->rows);
  gh_dossier_unref (summary->dossier);
  g_free (summary);
}

const GhSummaryRow *
gh_summary_find (const GhSummary *summary, gint64 unit_id)
{
  return find_row (summary, unit_id);
}

const GhTarget *
gh_summary_target (const GhSummary *summary, GhIndicator indicator)
{
  const GPtrArray *targets = summary->dossier->targets;
  const GhTarget *of_others = NULL;

  if (gh_indicator_is_percent (indicator))
    return NULL;
  for (guint i = 0; i < targets->len; i++)
    {
      const GhTarget *target = g_ptr_array_index (targets, i);

      if (target->indicator != indicator)
        continue;
      if (*target->owner == '\0')
        return target;
      if (of_others == NULL)
        of_others = target;
    }
  return of_others;
}

gint64
gh_totals_result_tenths (const GhTotals *totals, GhIndicator indicator)
{
  gint64 large = add_known (totals->bags_350, totals->bags_450);
  gint64 bags = add_known (large, totals->bags_250);

  if (indicator == GH_INDICATOR_REGISTRATIONS)
    return totals->registered >= 0 ? totals->registered * 10 : -1;
  if (indicator == GH_INDICATOR_DONORS)
    return totals->donated >= 0 ? totals->donated * 10 : -1;
  if (indicator == GH_INDICATOR_BLOOD_UNITS)
    return totals->blood_units_tenths;
  if (indicator == GH_INDICATOR_VOLUME_PERCENT && bags > 0)
    return (MAX (large, 0) * 1000 + bags / 2) / bags;
  return -1;
}

guint
gh_summary_indicators (const GhSummary *summary, GhIndicator *indicators, guint max)
{
  gboolean any_quota = FALSE;
  guint n = 0;

  for (int i = 0; i < GH_N_INDICATORS; i++)
    any_quota = any_quota || summary->total.quota[i] >= 0;
  for (int i = 0; i < GH_N_INDICATORS && n < max; i++)
    {
      GhIndicator indicator = (GhIndicator) i;
      gboolean wanted =
        any_quota ? summary->total.quota[i] >= 0 : gh_summary_target (summary, indicator) != NULL;

      if (wanted)
        indicators[n++] = indicator;
    }
  return n;
}

gboolean
gh_summary_quota_gap (const GhSummary *summary, GhIndicator indicator, gint64 *target, gint64 *gap)
{
  const GhTarget *stated = gh_summary_target (summary, indicator);

  *target = *gap = 0;
  if (stated == NULL)
    return FALSE;
  *target = (gint64) stated->value;
  *gap = *target - MAX (summary->total.quota[indicator], 0);
  return TRUE;
}
