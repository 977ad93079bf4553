/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-quota.h"

#include <string.h>

#define MAX_ROWS 12

/* One line of the table: rows are "weight[/minimum[/maximum]]", a locked row is "=value". */
typedef struct
{
  gint64 total;
  const char *rows;
  const char *shares; /* %NULL: refused with @code, and @says stands in the message */
  int code;
  const char *says;
} Case;

static const Case cases[] = {
  { 100, "1 1 1", "34 33 33", 0, NULL },
  { 10, "0 5 0 5", "0 5 0 5", 0, NULL },
  { 0, "0 0", "0 0", 0, NULL },
  { 0, "", "", 0, NULL },
  { 7, "1 1 1 1 1", "2 2 1 1 1", 0, NULL }, /* ties go to the earlier row */
  { 10, "1 2 4", "1 3 6", 0, NULL },        /* 1,43 2,86 5,71 */
  { 350, "120 80 45 5", "168 112 63 7", 0, NULL },
  { 2147483648, "1 1", "1073741824 1073741824", 0, NULL },
  { 2147483648, "2147483648 2147483648 1", "1073741824 1073741824 0", 0, NULL },
  /* minima and maxima */
  { 100, "98/0 1/5 1/5", "90 5 5", 0, NULL },
  { 100, "98/0/50 1 1", "50 25 25", 0, NULL },
  { 100, "50/0/20 30/0/20 20", "20 20 60", 0, NULL },
  { 100, "70/0/60 20 10/15", "60 25 15", 0, NULL },
  { 10, "5/2/2 5/8/8", "2 8", 0, NULL },
  { 12, "0/3 1 1", "3 5 4", 0, NULL }, /* weight 0 keeps its minimum and takes no more */
  { 3, "0/3 1 1", "3 0 0", 0, NULL },
  /* locked rows do not move, whatever their weight and bounds */
  { 100, "=40 1 1", "40 30 30", 0, NULL },
  { 100, "=100 1 1", "100 0 0", 0, NULL },
  { 5, "=5", "5", 0, NULL },
  /* refusals say by how much */
  { 10, "1/6 1/6", NULL, GH_QUOTA_ERROR_MINIMA, "2 more" },
  { 10, "=12 1", NULL, GH_QUOTA_ERROR_MINIMA, "2 more" },
  { 10, "1/0/4 1/0/4", NULL, GH_QUOTA_ERROR_MAXIMA, "2 less" },
  { 10, "=7", NULL, GH_QUOTA_ERROR_MAXIMA, "3 less" },
  { 10, "", NULL, GH_QUOTA_ERROR_MAXIMA, "10 less" },
  { 10, "0 1/0/4", NULL, GH_QUOTA_ERROR_MAXIMA, "6 less" },
  { 10, "0 0", NULL, GH_QUOTA_ERROR_NO_WEIGHT, "0" },
  { 10, "0/3 0", NULL, GH_QUOTA_ERROR_NO_WEIGHT, "0" },
  { 2000, "1/1500 1/1750", NULL, GH_QUOTA_ERROR_MINIMA, "1.250 more" },
  { 10, "1/5/4", NULL, GH_QUOTA_ERROR_INVALID, "row 1" },
  { 10, "1 1/9/8", NULL, GH_QUOTA_ERROR_INVALID, "row 2" },
  { 10, "-1 1", NULL, GH_QUOTA_ERROR_INVALID, "negative" },
  { -1, "1", NULL, GH_QUOTA_ERROR_INVALID, "negative" },
  { 10, "=-1 1", NULL, GH_QUOTA_ERROR_INVALID, "negative" },
  { 10, "9223372036854775807 1", NULL, GH_QUOTA_ERROR_INVALID, "large" },
  { 10, "1/9223372036854775807 1/9223372036854775807", NULL, GH_QUOTA_ERROR_MINIMA, "more" },
};

static gsize
read_rows (const char *text, GhShare *shares)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  gsize n = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "/", 3);
      GhShare share = { 0, 0, -1, FALSE, -7 };

      g_assert_cmpuint (n, <, MAX_ROWS);
      if (words[i][0] == '=')
        {
          share.locked = TRUE;
          share.weight = 3;
          share.value = g_ascii_strtoll (words[i] + 1, NULL, 10);
        }
      else
        {
          share.weight = g_ascii_strtoll (parts[0], NULL, 10);
          if (parts[1] != NULL)
            share.minimum = g_ascii_strtoll (parts[1], NULL, 10);
          if (parts[1] != NULL && parts[2] != NULL)
            share.maximum = g_ascii_strtoll (parts[2], NULL, 10);
        }
      shares[n++] = share;
    }
  return n;
}

static char *
write_shares (const GhShare *shares, gsize n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", shares[i].value);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GhShare shares[MAX_ROWS];
      GhShare before[MAX_ROWS];
      gsize n = read_rows (cases[i].rows, shares);
      g_autoptr (GError) error = NULL;
      gboolean done;

      g_test_message ("%" G_GINT64_FORMAT " among %s", cases[i].total, cases[i].rows);
      memcpy (before, shares, sizeof before[0] * n);
      done = gh_quota_split (cases[i].total, shares, n, &error);
      if (cases[i].shares != NULL)
        {
          g_autofree char *got = write_shares (shares, n);

          g_assert_no_error (error);
          g_assert_true (done);
          g_assert_cmpstr (got, ==, cases[i].shares);
          continue;
        }
      g_assert_false (done);
      g_assert_error (error, GH_QUOTA_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].says));
      g_assert_cmpmem (shares, sizeof shares[0] * n, before, sizeof before[0] * n);
    }
}

typedef struct
{
  GhShare *shares;
  gsize n;
  gint64 total;
} Sample;

/* A demand that can be met: the total is drawn between what the rows must and can take. */
static Sample
make_sample (GRand *rand)
{
  Sample sample = { NULL, (gsize) g_rand_int_range (rand, 1, 200), 0 };
  gint64 low = 0;
  gint64 high = 0;
  gint32 scale = g_rand_boolean (rand) ? 50 : 100000;

  sample.shares = g_new0 (GhShare, sample.n);
  for (gsize i = 0; i < sample.n; i++)
    {
      GhShare *share = &sample.shares[i];

      share->weight = g_rand_int_range (rand, 0, 5) == 0 ? 0 : g_rand_int_range (rand, 1, scale);
      share->minimum = g_rand_int_range (rand, 0, 3) == 0 ? g_rand_int_range (rand, 0, 20) : 0;
      share->maximum = -1;
      if (g_rand_int_range (rand, 0, 3) == 0)
        share->maximum = share->minimum + g_rand_int_range (rand, 0, 200);
      share->locked = g_rand_int_range (rand, 0, 8) == 0;
      share->value = share->locked ? g_rand_int_range (rand, 0, 100) : -7;
      low += share->locked ? share->value : share->minimum;
      if (share->locked)
        high += share->value;
      else if (share->weight == 0)
        high += share->minimum;
      else
        high += share->maximum >= 0 ? share->maximum : 5000;
    }
  sample.total =
    low + (high > low ? (gint64) g_rand_double_range (rand, 0, (double) (high - low)) : 0);
  return sample;
}

/* Sum exact, bounds kept, locked rows unmoved; of rows with like bounds the heavier takes no less,
 * and of equal ones the earlier. */
static void
check_sample (const Sample *sample, const GhShare *before)
{
  gint64 sum = 0;

  for (gsize i = 0; i < sample->n; i++)
    {
      const GhShare *share = &sample->shares[i];

      sum += share->value;
      g_assert_cmpint (share->value, >=, share->locked ? before[i].value : share->minimum);
      if (share->locked)
        g_assert_cmpint (share->value, ==, before[i].value);
      else if (share->maximum >= 0)
        g_assert_cmpint (share->value, <=, share->maximum);
    }
  g_assert_cmpint (sum, ==, sample->total);

  for (gsize i = 0; i < sample->n; i++)
    for (gsize j = 0; j < sample->n; j++)
      {
        const GhShare *one = &sample->shares[i];
        const GhShare *two = &sample->shares[j];

        if (one->locked || two->locked || one->minimum != two->minimum ||
            one->maximum != two->maximum)
          continue;
        if (one->weight > two->weight || (one->weight == two->weight && i < j))
          g_assert_cmpint (one->value, >=, two->value);
      }
}

static void
test_property (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20270206);

  for (int round = 0; round < 1000; round++)
    {
      Sample sample = make_sample (rand);
      g_autofree GhShare *owned = sample.shares;
      g_autofree GhShare *before = g_memdup2 (sample.shares, sizeof (GhShare) * sample.n);
      g_autoptr (GError) error = NULL;
      gboolean done = gh_quota_split (sample.total, sample.shares, sample.n, &error);

      /* Without any weight only the sum of the minima can be met. */
      if (!done)
        g_assert_error (error, GH_QUOTA_ERROR, GH_QUOTA_ERROR_NO_WEIGHT);
      else
        check_sample (&sample, before);
      g_assert_true (owned == sample.shares);
    }
}

/* Without bounds the share is less than one away from the exact one. */
static void
test_exactness (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int round = 0; round < 1000; round++)
    {
      gsize n = (gsize) g_rand_int_range (rand, 1, 100);
      gint64 total = g_rand_int_range (rand, 0, 1000000);
      g_autofree GhShare *shares = g_new0 (GhShare, n);
      gint64 weight = 0;

      for (gsize i = 0; i < n; i++)
        {
          shares[i].weight = g_rand_int_range (rand, 1, 1000);
          shares[i].maximum = -1;
          weight += shares[i].weight;
        }
      g_assert_true (gh_quota_split (total, shares, n, NULL));
      for (gsize i = 0; i < n; i++)
        {
          gint64 product = total * shares[i].weight;

          g_assert_cmpint (shares[i].value * weight, >, product - weight);
          g_assert_cmpint (shares[i].value * weight, <, product + weight);
        }
    }
}

/* A whole province, with bounds that give way one after the other: the slowest case there is. */
static void
test_many_rows (void)
{
  gsize n = 11000;
  g_autofree GhShare *shares = g_new0 (GhShare, n);
  g_autoptr (GError) error = NULL;
  gint64 sum = 0;

  for (gsize i = 0; i < n; i++)
    {
      shares[i].weight = 1 + (gint64) i * 190000;
      shares[i].maximum = i % 3 == 0 ? (gint64) i : -1;
      shares[i].minimum = i % 5 == 1 ? (gint64) i / 2 : 0;
    }
  gh_quota_split (2000000000, shares, n, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < n; i++)
    sum += shares[i].value;
  g_assert_cmpint (sum, ==, 2000000000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quota-split/table", test_table);
  g_test_add_func ("/quota-split/property", test_property);
  g_test_add_func ("/quota-split/exactness", test_exactness);
  g_test_add_func ("/quota-split/many-rows", test_many_rows);
  return g_test_run ();
}
