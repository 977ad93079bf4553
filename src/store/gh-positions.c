/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-positions.h"

/* Room for this many rows to be put between two, one at a time by halves: 20. */
#define STEP ((gint64) 1 << 20)

/* Marks a longest strictly increasing run of stored positions (patience sorting): the rows that may
 * stay where they are. */
static void
mark_kept (const gint64 *positions, gsize n, gboolean *kept)
{
  g_autofree gsize *tails = g_new (gsize, n); /* tails[k]: row that ends the best run of k + 1 */
  g_autofree gssize *previous = g_new (gssize, n);
  gsize n_tails = 0;

  for (gsize i = 0; i < n; i++)
    {
      gsize low = 0;
      gsize high = n_tails;

      if (positions[i] < 0)
        continue;
      while (low < high)
        {
          gsize middle = low + (high - low) / 2;

          if (positions[tails[middle]] < positions[i])
            low = middle + 1;
          else
            high = middle;
        }
      previous[i] = low > 0 ? (gssize) tails[low - 1] : -1;
      tails[low] = i;
      n_tails = MAX (n_tails, low + 1);
    }
  for (gssize i = n_tails > 0 ? (gssize) tails[n_tails - 1] : -1; i >= 0; i = previous[i])
    kept[i] = TRUE;
}

static void
renumber (gint64 *positions, gsize n)
{
  for (gsize i = 0; i < n; i++)
    positions[i] = (gint64) (i + 1) * STEP;
}

/* Rows first … last - 1 go between @below and the kept row @last (or the end). */
static gboolean
fill_gap (gint64 *positions, gsize first, gsize last, gsize n, gint64 below)
{
  gint64 count = (gint64) (last - first);
  gint64 width;

  if (count == 0)
    return TRUE;
  if (last == n)
    width = below > G_MAXINT64 / 2 ? 0 : STEP;
  else
    width = (positions[last] - below) / (count + 1);
  if (width < 1)
    return FALSE;
  for (gsize i = first; i < last; i++)
    positions[i] = below + (gint64) (i - first + 1) * width;
  return TRUE;
}

void
gh_positions_assign (gint64 *positions, gsize n)
{
  g_autofree gboolean *kept = g_new0 (gboolean, n);
  gint64 below = 0;
  gsize first = 0;

  mark_kept (positions, n, kept);
  for (gsize i = 0; i <= n; i++)
    {
      if (i < n && !kept[i])
        continue;
      if (!fill_gap (positions, first, i, n, below))
        {
          renumber (positions, n);
          return;
        }
      if (i < n)
        below = positions[i];
      first = i + 1;
    }
}
