/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-dossier.h"

/**
 * GhTotals: sums of quotas and results. -1 = nobody said anything (which is not zero).
 */
typedef struct
{
  gint64 quota[GH_N_INDICATORS];
  gint64 registered;
  gint64 came;
  gint64 deferred;
  gint64 donated;
  gint64 bags_250;
  gint64 bags_350;
  gint64 bags_450;
  gint64 blood_units_tenths;
  gint64 headcount;
  gint64 last_year;
  guint n_leaves;   /* units without children below, itself included if it is one */
  guint n_reported; /* of these, how many have a result */
  guint n_complete; /* of these, how many have only complete results */
} GhTotals;

/** GhSummaryRow: a unit with its own figures and those of its whole branch. */
typedef struct
{
  const GhUnit *unit; /* borrowed from the dossier */
  int depth;
  gboolean leaf;
  GhTotals own;    /* entered for the unit itself */
  GhTotals branch; /* the unit and all below it */
} GhSummaryRow;

/**
 * GhSummary: the one place where quotas and results are added up; window, workbook, PDF, plan
 * and command line all take their figures from here. Holds a reference to its dossier.
 *
 * Invariants: (1) rows stand in tree order, parents first; (2) the total is the sum of the
 * branches of the roots, and of all rows' own figures; (3) unknown + known = known.
 */
typedef struct
{
  GhDossier *dossier;
  GArray *rows; /* GhSummaryRow */
  GhTotals total;
  GHashTable *row_by_unit; /* for gh_summary_find() */
} GhSummary;

GhSummary *gh_summary_new (GhDossier *dossier);
/** The sums as they would be with @value, -1 = empty, in place of one quota: what a table shows
 * while a figure is being typed. An unknown unit changes nothing. */
GhSummary *
gh_summary_new_with_quota (GhDossier *dossier, gint64 unit_id, GhIndicator indicator, gint64 value);
void gh_summary_free (GhSummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhSummary, gh_summary_free)

/** Row of a unit, or %NULL. O(1). */
const GhSummaryRow *gh_summary_find (const GhSummary *summary, gint64 unit_id);

/** The campaign's target for @indicator: the first one stated as a count, one of the committee
 * before those of others; else %NULL. */
const GhTarget *gh_summary_target (const GhSummary *summary, GhIndicator indicator);

/** The result that answers to @indicator (registered, donated, blood units, share of 350 and 450 ml
 * bags) in tenths, -1 = none, or an indicator that results do not answer. */
gint64 gh_totals_result_tenths (const GhTotals *totals, GhIndicator indicator);

/** Indicators that are counted and have quotas, or else (if no unit has a quota) targets, in this
 * campaign, in the order of the enum; at most @max. Returns how many. */
guint gh_summary_indicators (const GhSummary *summary, GhIndicator *indicators, guint max);

/**
 * gh_summary_quota_gap: how far the quotas given out are from the target.
 * @target: (out): the campaign's target for @indicator, 0 if there is none
 * @gap: (out): target less quotas given out; above 0: still to assign, below 0: too much
 *
 * Returns: whether the campaign has a target for @indicator
 */
gboolean
gh_summary_quota_gap (const GhSummary *summary, GhIndicator indicator, gint64 *target, gint64 *gap);
