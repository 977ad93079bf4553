/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-quota.h"

#include <glib/gi18n-lib.h>

#include "gh-number.h"

/*
 * Largest remainder within bounds, in 64-bit integers only.
 *
 * First the bounds: with R left to share among the free rows of weight W together, a row's exact
 * share is R·w/W. Rows that it pushes past a bound are put on the bound and taken out, the side
 * that weighs more first (as rows on a minimum leave less for the others, rows on a maximum more,
 * taking out both at once could put a row on a bound it does not need). When no row is past a
 * bound, the exact shares lie between the bounds, which are whole: rounding cannot leave them.
 *
 * Invariants: (1) w ≤ 2^31 and R ≤ 2^31, so R·w fits; (2) a free row's w > 0.
 */

G_DEFINE_QUARK (gh_quota_error, gh_quota_error)

#define FIGURE_MAX (G_GINT64_CONSTANT (1) << 31)

typedef struct
{
  gint64 rest;
  gsize row;
} Remainder;

typedef struct
{
  GhShare *shares;
  gsize n_shares;
  gint64 *result; /* -1 = free */
  gint64 left;    /* R */
  gint64 weight;  /* W */
} Split;

/* A sum of hostile figures must not wrap round; beyond 2^62 only "too much" matters. */
static gint64
add_capped (gint64 sum, gint64 figure)
{
  const gint64 cap = G_GINT64_CONSTANT (1) << 62;

  return figure >= cap - sum ? cap : sum + figure;
}

static gboolean
refuse_invalid (gint64 total, const GhShare *shares, gsize n_shares, GError **error)
{
  gboolean bad = total < 0 || total > FIGURE_MAX;

  for (gsize i = 0; i < n_shares && !bad; i++)
    {
      const GhShare *share = &shares[i];

      bad = share->weight < 0 || share->weight > FIGURE_MAX || share->minimum < 0 ||
            share->maximum < -1 || (share->locked && share->value < 0);
      if (!bad && !share->locked && share->maximum >= 0 && share->minimum > share->maximum)
        {
          g_autofree char *minimum = gh_number_format (share->minimum);
          g_autofree char *maximum = gh_number_format (share->maximum);

          g_set_error (error, GH_QUOTA_ERROR, GH_QUOTA_ERROR_INVALID,
                       _("In row %d the minimum of %s is above the maximum of %s. Correct one of "
                         "the two."),
                       (int) i + 1, minimum, maximum);
          return TRUE;
        }
    }
  if (bad)
    g_set_error_literal (error, GH_QUOTA_ERROR, GH_QUOTA_ERROR_INVALID,
                         _("A total, weight, bound or locked figure is negative or too large. "
                           "Enter whole numbers from 0 to 2 billion."));
  return bad;
}

static gboolean
refuse_minima (gint64 total, gint64 minima, GError **error)
{
  g_autofree char *sum = gh_number_format (minima);
  g_autofree char *over = gh_number_format (minima - total);
  g_autofree char *whole = gh_number_format (total);

  if (minima <= total)
    return FALSE;
  g_set_error (error, GH_QUOTA_ERROR, GH_QUOTA_ERROR_MINIMA,
               _("The minimum figures and the locked quotas add up to %s, which is %s more than "
                 "the total of %s. Lower them, or raise the total."),
               sum, over, whole);
  return TRUE;
}

static gboolean
refuse_maxima (gint64 total, gint64 maxima, GError **error)
{
  g_autofree char *sum = gh_number_format (maxima);
  g_autofree char *under = gh_number_format (total - maxima);
  g_autofree char *whole = gh_number_format (total);

  if (maxima >= total)
    return FALSE;
  g_set_error (error, GH_QUOTA_ERROR, GH_QUOTA_ERROR_MAXIMA,
               _("The units together can take at most %s (maximum figures and locked quotas), "
                 "which is %s less than the total of %s. Raise the maximum figures, unlock "
                 "quotas, or lower the total."),
               sum, under, whole);
  return TRUE;
}

/* Refuses what cannot be done. A row of weight 0 never takes more than its minimum. */
static gboolean
refuse_impossible (gint64 total, const GhShare *shares, gsize n_shares, GError **error)
{
  gint64 minima = 0;
  gint64 maxima = 0;
  gsize n_free = 0;
  gboolean weight = FALSE;

  for (gsize i = 0; i < n_shares; i++)
    {
      const GhShare *share = &shares[i];
      gint64 most = share->maximum < 0 ? FIGURE_MAX : share->maximum;

      if (share->weight == 0)
        most = share->minimum;
      minima = add_capped (minima, share->locked ? share->value : share->minimum);
      maxima = add_capped (maxima, share->locked ? share->value : most);
      n_free += share->locked ? 0 : 1;
      weight = weight || (!share->locked && share->weight > 0);
    }
  if (refuse_minima (total, minima, error))
    return TRUE;
  if (minima < total && n_free > 0 && !weight)
    {
      g_set_error_literal (error, GH_QUOTA_ERROR, GH_QUOTA_ERROR_NO_WEIGHT,
                           _("No unit can take a share, because the figure to share by is 0 for "
                             "all of them. Enter it for at least one unit, or share in equal "
                             "parts."));
      return TRUE;
    }
  return refuse_maxima (total, maxima, error);
}

static void
fix_row (Split *split, gsize row, gint64 value)
{
  split->result[row] = value;
  split->left -= value;
  split->weight -= split->shares[row].weight;
}

/* −1: the exact share of a free row is under its minimum; 1: over its maximum; 0: within. */
static int
side_of_bounds (const Split *split, const GhShare *share)
{
  gint64 whole = split->left * share->weight / split->weight;
  gint64 rest = split->left * share->weight % split->weight;

  if (whole < share->minimum)
    return -1;
  if (share->maximum >= 0 && (whole > share->maximum || (whole == share->maximum && rest > 0)))
    return 1;
  return 0;
}

/*
 * Which side of bounds is to be fixed: −1 minima, 1 maxima, 0 both, 2 none is past a bound.
 * Compares the sum of the broken bounds with the sum of the exact shares of these rows.
 */
static int
broken_side (const Split *split)
{
  gint64 bounds = 0;
  gint64 whole = 0;
  gint64 rest = 0;
  gboolean broken = FALSE;

  for (gsize i = 0; i < split->n_shares; i++)
    {
      const GhShare *share = &split->shares[i];
      gint64 product = split->left * share->weight;
      int side = split->result[i] < 0 ? side_of_bounds (split, share) : 0;

      if (split->result[i] >= 0 || side == 0)
        continue;
      broken = TRUE;
      bounds += side < 0 ? share->minimum : share->maximum;
      whole += product / split->weight;
      rest += product % split->weight;
      whole += rest / split->weight;
      rest %= split->weight;
    }
  if (!broken)
    return 2;
  if (bounds == whole && rest == 0)
    return 0;
  return bounds > whole ? -1 : 1;
}

/* Puts rows on their bounds, round by round, until the exact shares of the others keep theirs. */
static void
fix_bounds (Split *split)
{
  for (int broken = split->weight > 0 ? broken_side (split) : 2; broken != 2;
       broken = split->weight > 0 ? broken_side (split) : 2)
    {
      Split now = *split; /* the sides are told by the figures at the beginning of the round */

      for (gsize i = 0; i < split->n_shares; i++)
        {
          const GhShare *share = &split->shares[i];
          int side = split->result[i] < 0 ? side_of_bounds (&now, share) : 0;

          if (side == 0 || side == -broken)
            continue;
          fix_row (split, i, side < 0 ? share->minimum : share->maximum);
        }
    }
}

static int
compare_remainders (gconstpointer a, gconstpointer b, G_GNUC_UNUSED gpointer data)
{
  const Remainder *one = a;
  const Remainder *two = b;

  if (one->rest != two->rest)
    return one->rest > two->rest ? -1 : 1;
  return one->row < two->row ? -1 : one->row > two->row;
}

static void
round_free_rows (Split *split)
{
  g_autoptr (GArray) rests = g_array_new (FALSE, FALSE, sizeof (Remainder));
  gint64 to_give = split->left;

  for (gsize i = 0; i < split->n_shares; i++)
    if (split->result[i] < 0)
      {
        gint64 product = split->left * split->shares[i].weight;
        Remainder rest = { product % split->weight, i };

        split->result[i] = product / split->weight;
        to_give -= split->result[i];
        g_array_append_val (rests, rest);
      }
  g_assert (to_give >= 0 && (to_give == 0 || to_give < (gint64) rests->len));
  if (to_give == 0)
    return;
  g_qsort_with_data (rests->data, (int) rests->len, sizeof (Remainder), compare_remainders, NULL);
  for (gint64 i = 0; i < to_give; i++)
    split->result[g_array_index (rests, Remainder, i).row]++;
}

gboolean
gh_quota_split (gint64 total, GhShare *shares, gsize n_shares, GError **error)
{
  g_autofree gint64 *result = g_new0 (gint64, n_shares + 1);
  Split split = { shares, n_shares, result, total, 0 };
  gint64 sum = 0;

  g_return_val_if_fail (shares != NULL || n_shares == 0, FALSE);

  if (refuse_invalid (total, shares, n_shares, error) ||
      refuse_impossible (total, shares, n_shares, error))
    return FALSE;

  for (gsize i = 0; i < n_shares; i++)
    {
      result[i] = -1;
      split.weight += shares[i].weight;
      if (shares[i].locked)
        fix_row (&split, i, shares[i].value);
      else if (shares[i].weight == 0)
        fix_row (&split, i, shares[i].minimum);
    }
  fix_bounds (&split);
  if (split.weight > 0)
    round_free_rows (&split);

  for (gsize i = 0; i < n_shares; i++)
    sum += result[i];
  g_assert (sum == total);
  for (gsize i = 0; i < n_shares; i++)
    shares[i].value = result[i];
  return TRUE;
}
