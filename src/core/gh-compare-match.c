/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-compare-match.h"

#include <string.h>

/* Edits that Myers' algorithm looks for between two anchors: memory grows with the square. */
#define MAX_EDITS 600
/* Anchors within anchors; deeper down Myers does the rest. */
#define MAX_DEPTH 24

typedef struct
{
  /* Borrowed */
  const guint *a;
  const guint *b;

  /* Owned */
  guint *match;  /* of each of a */
  guint *n_in_a; /* of each id; 0 outside of a range being read */
  guint *n_in_b;
  guint *at_in_b; /* where the id stands, if it stands once */
} Match;

/* a[from_a … to_a) against b[from_b … to_b) */
typedef struct
{
  guint from_a;
  guint to_a;
  guint from_b;
  guint to_b;
} Range;

/* --- Myers ---------------------------------------------------------------------------------- */

/* Walks the traces back from @x, @y: @traces[d] are the furthest points after d edits. */
static void
walk_back (Match *match, const Range *range, GPtrArray *traces, int n_edits, int x, int y)
{
  for (int d = n_edits; d > 0; d--)
    {
      const int *before = (const int *) g_ptr_array_index (traces, (guint) d - 1) + d;
      int k = x - y;
      gboolean down = k == -d || (k != d && before[k - 1] < before[k + 1]);
      int from_k = down ? k + 1 : k - 1;
      int from_x = before[from_k];
      int from_y = from_x - from_k;
      int start_x = down ? from_x : from_x + 1;

      while (x > start_x)
        {
          x--;
          y--;
          match->match[range->from_a + (guint) x] = range->from_b + (guint) y;
        }
      x = from_x;
      y = from_y;
    }
  while (x > 0)
    {
      x--;
      y--;
      match->match[range->from_a + (guint) x] = range->from_b + (guint) y;
    }
}

/* The furthest points after one edit more; whether the end was reached. @now has 2 d + 3 places, of
 * which the middle is the diagonal 0; so has @before, of d - 1 edits. */
static gboolean
go_further (const Match *match, const Range *range, const int *before, int *now, int d)
{
  int n = (int) (range->to_a - range->from_a);
  int m = (int) (range->to_b - range->from_b);

  for (int k = -d; k <= d; k += 2)
    {
      int x = 0;
      int y;

      if (d > 0)
        x =
          k == -d || (k != d && before[k - 1] < before[k + 1]) ? before[k + 1] : before[k - 1] + 1;
      y = x - k;
      while (x < n && y < m && y >= 0 &&
             match->a[range->from_a + (guint) x] == match->b[range->from_b + (guint) y])
        {
          x++;
          y++;
        }
      now[k] = x;
      if (k == n - m && x >= n)
        return TRUE;
    }
  return FALSE;
}

/* Of the points that @d edits lead to the one that is furthest on. */
static void
find_furthest (const Range *range, const int *now, int d, int *x, int *y)
{
  int n = (int) (range->to_a - range->from_a);
  int m = (int) (range->to_b - range->from_b);

  *x = *y = 0;
  for (int k = -d; k <= d; k += 2)
    if (now[k] >= 0 && now[k] <= n && now[k] - k >= 0 && now[k] - k <= m &&
        2 * now[k] - k > *x + *y)
      {
        *x = now[k];
        *y = now[k] - k;
      }
}

/* Matches as much of the beginning of @range as MAX_EDITS edits lead through, which is all of it
 * where less differs, and leaves the rest in it. */
static void
match_beginning (Match *match, Range *range)
{
  g_autoptr (GPtrArray) traces = g_ptr_array_new_with_free_func (g_free);
  int longest = (int) MIN (range->to_a - range->from_a + range->to_b - range->from_b, MAX_EDITS);
  int x = (int) (range->to_a - range->from_a);
  int y = (int) (range->to_b - range->from_b);

  for (int d = 0; d <= longest; d++)
    {
      int *now = g_new (int, 2 * (gsize) d + 3);
      const int *before =
        d > 0 ? (const int *) g_ptr_array_index (traces, (guint) d - 1) + d : NULL;
      gboolean done;

      /* Beyond its ends a trace is worse than anything. */
      for (int i = 0; i < 2 * d + 3; i++)
        now[i] = -1;
      g_ptr_array_add (traces, now);
      done = go_further (match, range, before, now + d + 1, d);
      if (!done && d < longest)
        continue;
      if (!done)
        find_furthest (range, now + d + 1, d, &x, &y);
      walk_back (match, range, traces, d, x, y);
      range->from_a += (guint) x;
      range->from_b += (guint) y;
      return;
    }
}

static void
match_by_edits (Match *match, Range range)
{
  while (range.from_a < range.to_a && range.from_b < range.to_b)
    match_beginning (match, &range);
}

/* --- anchors -------------------------------------------------------------------------------- */

/* (element-type guint): indices of @a in @range whose id stands once there and once in @b. */
static GArray *
find_unique (Match *match, const Range *range)
{
  GArray *unique = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = range->from_a; i < range->to_a; i++)
    match->n_in_a[match->a[i]]++;
  for (guint i = range->from_b; i < range->to_b; i++)
    {
      match->n_in_b[match->b[i]]++;
      match->at_in_b[match->b[i]] = i;
    }
  for (guint i = range->from_a; i < range->to_a; i++)
    if (match->n_in_a[match->a[i]] == 1 && match->n_in_b[match->a[i]] == 1)
      g_array_append_val (unique, i);
  for (guint i = range->from_a; i < range->to_a; i++)
    match->n_in_a[match->a[i]] = 0;
  for (guint i = range->from_b; i < range->to_b; i++)
    match->n_in_b[match->b[i]] = 0;
  return unique;
}

/* The last pile whose top is below @at, plus one. */
static guint
find_pile (const Match *match, const GArray *piles, guint at)
{
  guint low = 0;
  guint high = piles->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (match->at_in_b[match->a[g_array_index (piles, guint, middle)]] < at)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Of @unique the longest run that ascends in b too; marks it. Returns: (element-type guint) */
static GArray *
choose_anchors (Match *match, const GArray *unique)
{
  g_autoptr (GArray) piles = g_array_new (FALSE, FALSE, sizeof (guint)); /* tops, indices of a */
  g_autoptr (GHashTable) below = g_hash_table_new (NULL, NULL); /* index + 1 → the one before + 1 */
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (guint));
  guint at;

  for (guint i = 0; i < unique->len; i++)
    {
      guint index = g_array_index (unique, guint, i);
      guint pile = find_pile (match, piles, match->at_in_b[match->a[index]]);

      if (pile > 0)
        g_hash_table_insert (below, GUINT_TO_POINTER (index + 1),
                             GUINT_TO_POINTER (g_array_index (piles, guint, pile - 1) + 1));
      if (pile == piles->len)
        g_array_append_val (piles, index);
      else
        g_array_index (piles, guint, pile) = index;
    }
  at = piles->len > 0 ? g_array_index (piles, guint, piles->len - 1) + 1 : 0;
  while (at != 0)
    {
      guint index = at - 1;

      g_array_append_val (anchors, index);
      match->match[index] = match->at_in_b[match->a[index]];
      at = GPOINTER_TO_UINT (g_hash_table_lookup (below, GUINT_TO_POINTER (at)));
    }
  for (guint i = 0; i < anchors->len / 2; i++)
    {
      guint *first = &g_array_index (anchors, guint, i);
      guint *last = &g_array_index (anchors, guint, anchors->len - 1 - i);
      guint swapped = *first;

      *first = *last;
      *last = swapped;
    }
  return anchors;
}

/* --- both ----------------------------------------------------------------------------------- */

/* What is the same at both ends. */
static void
trim (Match *match, Range *range)
{
  while (range->from_a < range->to_a && range->from_b < range->to_b &&
         match->a[range->from_a] == match->b[range->from_b])
    match->match[range->from_a++] = range->from_b++;
  while (range->from_a < range->to_a && range->from_b < range->to_b &&
         match->a[range->to_a - 1] == match->b[range->to_b - 1])
    {
      range->to_a--;
      range->to_b--;
      match->match[range->to_a] = range->to_b;
    }
}

static void
match_range (Match *match, Range range, guint depth)
{
  g_autoptr (GArray) unique = NULL;
  g_autoptr (GArray) anchors = NULL;
  Range part;

  trim (match, &range);
  if (range.from_a == range.to_a || range.from_b == range.to_b)
    return;
  unique = depth < MAX_DEPTH ? find_unique (match, &range) : NULL;
  if (unique == NULL || unique->len == 0)
    {
      match_by_edits (match, range);
      return;
    }
  anchors = choose_anchors (match, unique);
  part = range;
  for (guint i = 0; i < anchors->len; i++)
    {
      guint index = g_array_index (anchors, guint, i);

      part.to_a = index;
      part.to_b = match->match[index];
      match_range (match, part, depth + 1);
      part.from_a = index + 1;
      part.from_b = match->match[index] + 1;
    }
  part.to_a = range.to_a;
  part.to_b = range.to_b;
  match_range (match, part, depth + 1);
}

GArray *
gh_compare_match (const GArray *a, const GArray *b, guint n_ids)
{
  GArray *result = g_array_sized_new (FALSE, FALSE, sizeof (guint), a->len);
  g_autofree guint *n_in_a = g_new0 (guint, n_ids);
  g_autofree guint *n_in_b = g_new0 (guint, n_ids);
  g_autofree guint *at_in_b = g_new0 (guint, n_ids);
  Match match = { (const guint *) (gpointer) a->data,
                  (const guint *) (gpointer) b->data,
                  NULL,
                  n_in_a,
                  n_in_b,
                  at_in_b };

  g_array_set_size (result, a->len);
  match.match = (guint *) (gpointer) result->data;
  for (guint i = 0; i < a->len; i++)
    match.match[i] = G_MAXUINT;
  match_range (&match, (Range){ 0, a->len, 0, b->len }, 0);
  return result;
}
