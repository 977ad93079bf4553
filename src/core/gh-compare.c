/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-compare.h"

#include <string.h>

#include "gh-compare-match.h"
#include "gh-compare-words.h"
#include "gh-names.h"

/* Two paragraphs are the same one, changed, if they share at least this part of their words. */
#define ALIKE 0.5
/* So many pairs of paragraphs are weighed against each other between two that are the same. */
#define MAX_PAIRS 10000

static const char *const kind_names[] = { "same", "added", "removed", "changed" };

GH_DEFINE_ENUM_STRINGS (GhCompareKind, gh_compare_kind, kind_names)

typedef struct
{
  /* Owned */
  GhCompareWords *words;
  GPtrArray *lines; /* the result */

  /* Borrowed */
  char **old_lines;
  char **new_lines;
  GPtrArray *old_words; /* of each line the words (GArray); NULL until needed */
  GPtrArray *new_words;
} Compare;

/* --- structs -------------------------------------------------------------------------------- */

static void
piece_free (gpointer data)
{
  GhComparePiece *piece = data;

  g_free (piece->text);
  g_free (piece);
}

static void
line_free (gpointer data)
{
  GhCompareLine *line = data;

  g_free (line->old_text);
  g_free (line->new_text);
  g_ptr_array_unref (line->pieces);
  g_free (line);
}

static GhCompareLine *
add_line (Compare *compare, GhCompareKind kind, const char *old_text, const char *new_text)
{
  GhCompareLine *line = g_new0 (GhCompareLine, 1);

  line->kind = kind;
  line->old_text = g_strdup (old_text);
  line->new_text = g_strdup (new_text);
  line->pieces = g_ptr_array_new_with_free_func (piece_free);
  g_ptr_array_add (compare->lines, line);
  return line;
}

/* --- words ---------------------------------------------------------------------------------- */

static const GArray *
get_words (Compare *compare, GPtrArray *cache, char **lines, guint i)
{
  if (g_ptr_array_index (cache, i) == NULL)
    g_ptr_array_index (cache, i) = gh_compare_words_cut (compare->words, lines[i]);
  return g_ptr_array_index (cache, i);
}

/* Appends to @run what @ids has from *@at to before @end. */
static void
take_words (GhCompareWords *words, const GArray *ids, guint *at, guint end, GString *run)
{
  while (*at < end)
    g_string_append (run, gh_compare_words_get_text (words, g_array_index (ids, guint, (*at)++)));
}

static void
add_piece (GPtrArray *pieces, GhCompareKind kind, GString *run)
{
  GhComparePiece *piece;

  if (run->len == 0)
    return;
  piece = g_new0 (GhComparePiece, 1);
  piece->kind = kind;
  piece->text = g_strdup (run->str);
  g_ptr_array_add (pieces, piece);
  g_string_truncate (run, 0);
}

/* Spaces and signs that two changed places have in common only break the change up: "ngày 5" for
 * "đêm 6" is one change. What is the same in a row with a word in it stays. */
static void
drop_crumbs (GhCompareWords *words, const GArray *old_words, const GArray *new_words, GArray *match)
{
  guint start = 0;
  guint next_new = 0;
  gboolean changed_before = FALSE;

  while (start < old_words->len)
    {
      guint end = start;
      gboolean has_word = FALSE;
      guint first = g_array_index (match, guint, start);

      if (first == G_MAXUINT)
        {
          changed_before = TRUE;
          start++;
          continue;
        }
      changed_before = changed_before || first != next_new;
      while (end < old_words->len && g_array_index (match, guint, end) == first + (end - start))
        {
          has_word =
            has_word || gh_compare_words_is_word (words, g_array_index (old_words, guint, end));
          end++;
        }
      next_new = first + (end - start);
      if (!has_word && changed_before && (end < old_words->len || next_new < new_words->len))
        for (guint i = start; i < end; i++)
          g_array_index (match, guint, i) = G_MAXUINT;
      else
        changed_before = FALSE;
      start = end;
    }
}

/* Cut anew, so that the effort depends on these two paragraphs alone. */
static void
compare_words (const char *old_text, const char *new_text, GPtrArray *pieces)
{
  g_autoptr (GhCompareWords) words = gh_compare_words_new ();
  g_autoptr (GArray) old_words = gh_compare_words_cut (words, old_text);
  g_autoptr (GArray) new_words = gh_compare_words_cut (words, new_text);
  g_autoptr (GArray) match =
    gh_compare_match (old_words, new_words, gh_compare_words_get_n_ids (words));
  g_autoptr (GString) same = g_string_new (NULL);
  g_autoptr (GString) removed = g_string_new (NULL);
  g_autoptr (GString) added = g_string_new (NULL);
  guint at_new = 0;

  drop_crumbs (words, old_words, new_words, match);
  for (guint i = 0; i < old_words->len;)
    {
      guint other = g_array_index (match, guint, i);

      if (other != at_new)
        add_piece (pieces, GH_COMPARE_SAME, same);
      if (other == G_MAXUINT)
        {
          take_words (words, old_words, &i, i + 1, removed);
          continue;
        }
      take_words (words, new_words, &at_new, other, added);
      add_piece (pieces, GH_COMPARE_REMOVED, removed);
      add_piece (pieces, GH_COMPARE_ADDED, added);
      take_words (words, old_words, &i, i + 1, same);
      at_new++;
    }
  add_piece (pieces, GH_COMPARE_SAME, same);
  take_words (words, new_words, &at_new, new_words->len, added);
  add_piece (pieces, GH_COMPARE_REMOVED, removed);
  add_piece (pieces, GH_COMPARE_ADDED, added);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *) a;
  guint two = *(const guint *) b;

  return one < two ? -1 : one > two;
}

/* (element-type guint): the words alone, sorted by their numbers. */
static GArray *
sort_words (Compare *compare, const GArray *words)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (guint), words->len);

  for (guint i = 0; i < words->len; i++)
    {
      guint id = g_array_index (words, guint, i);

      if (gh_compare_words_is_word (compare->words, id))
        g_array_append_val (sorted, id);
    }
  g_array_sort (sorted, compare_ids);
  return sorted;
}

/* The part of their words that two lines have in common, 0 to 1. */
static double
weigh (const GArray *a, const GArray *b)
{
  guint i = 0;
  guint j = 0;
  guint n = 0;

  while (i < a->len && j < b->len)
    {
      int order = compare_ids (&g_array_index (a, guint, i), &g_array_index (b, guint, j));

      n += order == 0;
      i += order <= 0;
      j += order >= 0;
    }
  return a->len + b->len > 0 ? 2.0 * n / (a->len + b->len) : 0;
}

/* --- paragraphs ----------------------------------------------------------------------------- */

/* Lines that stand between two that are the same in both texts. */
typedef struct
{
  guint from_old;
  guint to_old;
  guint from_new;
  guint to_new;
} Hunk;

/* (element-type GArray): the sorted words of each line of a part of a text. */
static GPtrArray *
sort_lines (Compare *compare, GPtrArray *cache, char **lines, guint from, guint to)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = from; i < to; i++)
    g_ptr_array_add (sorted, sort_words (compare, get_words (compare, cache, lines, i)));
  return sorted;
}

typedef enum
{
  STEP_OLD, /* the old line is gone */
  STEP_NEW, /* the new line was added */
  STEP_BOTH,
} Step;

/* For each old line the new one it became, or G_MAXUINT: those pairs, in order, that have most in
 * common together. best[i][j] is what the lines from i and j on can reach. */
static GArray *
pair_best (const GPtrArray *olds, const GPtrArray *news)
{
  guint n = olds->len;
  guint width = news->len + 1;
  g_autofree double *best = g_new0 (double, (gsize) (n + 1) * width);
  g_autofree guint8 *steps = g_new0 (guint8, (gsize) (n + 1) * width);
  GArray *pairs = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  guint j = 0;

  for (guint i = n; i-- > 0;)
    for (j = news->len; j-- > 0;)
      {
        double alike = weigh (g_ptr_array_index (olds, i), g_ptr_array_index (news, j));
        double both = alike >= ALIKE ? alike + best[(i + 1) * width + j + 1] : -1;
        double later = MAX (best[(i + 1) * width + j], best[i * width + j + 1]);
        Step step = best[i * width + j + 1] == later ? STEP_NEW : STEP_OLD;

        steps[i * width + j] = (guint8) (both > later ? STEP_BOTH : step);
        best[i * width + j] = MAX (both, later);
      }
  j = 0;
  for (guint i = 0; i < n; i++)
    {
      guint pair = G_MAXUINT;

      while (j < news->len && steps[i * width + j] == STEP_NEW)
        j++;
      if (j < news->len && steps[i * width + j] == STEP_BOTH)
        pair = j++;
      g_array_append_val (pairs, pair);
    }
  return pairs;
}

/* Too many to weigh: the first became the first, and so on. */
static GArray *
pair_in_order (const GPtrArray *olds, const GPtrArray *news)
{
  GArray *pairs = g_array_sized_new (FALSE, FALSE, sizeof (guint), olds->len);

  for (guint i = 0; i < olds->len; i++)
    {
      gboolean alike =
        i < news->len && weigh (g_ptr_array_index (olds, i), g_ptr_array_index (news, i)) >= ALIKE;
      guint pair = alike ? i : G_MAXUINT;

      g_array_append_val (pairs, pair);
    }
  return pairs;
}

static void
add_pair (Compare *compare, guint old_line, guint new_line)
{
  const char *old_text = compare->old_lines[old_line];
  const char *new_text = compare->new_lines[new_line];
  gboolean same = strcmp (old_text, new_text) == 0;
  GhCompareLine *line =
    add_line (compare, same ? GH_COMPARE_SAME : GH_COMPARE_CHANGED, old_text, new_text);

  if (!same)
    compare_words (line->old_text, line->new_text, line->pieces);
}

static void
add_new_lines (Compare *compare, guint *at, guint end)
{
  while (*at < end)
    add_line (compare, GH_COMPARE_ADDED, "", compare->new_lines[(*at)++]);
}

static void
compare_hunk (Compare *compare, const Hunk *hunk)
{
  guint64 n_pairs =
    (guint64) (hunk->to_old - hunk->from_old) * (guint64) (hunk->to_new - hunk->from_new);
  guint at_new = hunk->from_new;
  g_autoptr (GPtrArray) olds = NULL;
  g_autoptr (GPtrArray) news = NULL;
  g_autoptr (GArray) pairs = NULL;

  if (n_pairs > 0)
    {
      olds =
        sort_lines (compare, compare->old_words, compare->old_lines, hunk->from_old, hunk->to_old);
      news =
        sort_lines (compare, compare->new_words, compare->new_lines, hunk->from_new, hunk->to_new);
      pairs = n_pairs <= MAX_PAIRS ? pair_best (olds, news) : pair_in_order (olds, news);
    }
  for (guint i = hunk->from_old; i < hunk->to_old; i++)
    {
      guint pair = pairs != NULL ? g_array_index (pairs, guint, i - hunk->from_old) : G_MAXUINT;

      if (pair == G_MAXUINT)
        {
          add_line (compare, GH_COMPARE_REMOVED, compare->old_lines[i], "");
          continue;
        }
      add_new_lines (compare, &at_new, hunk->from_new + pair);
      add_pair (compare, i, at_new++);
    }
  add_new_lines (compare, &at_new, hunk->to_new);
}

/* (element-type guint): a number for each line. */
static GArray *
number_lines (GhCompareWords *words, char **lines)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint));

  for (; *lines != NULL; lines++)
    {
      guint id = gh_compare_words_get_id (words, *lines);

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
words_free (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

/* Like g_strsplit(), but the empty text is one empty line too. */
static char **
split (const char *text)
{
  char **lines = g_strsplit (text, "\n", -1);

  if (lines[0] != NULL)
    return lines;
  g_strfreev (lines);
  lines = g_new0 (char *, 2);
  lines[0] = g_strdup ("");
  return lines;
}

static void
compare_lines (Compare *compare)
{
  g_autoptr (GhCompareWords) numbers = gh_compare_words_new ();
  g_autoptr (GArray) olds = number_lines (numbers, compare->old_lines);
  g_autoptr (GArray) news = number_lines (numbers, compare->new_lines);
  g_autoptr (GArray) match = gh_compare_match (olds, news, gh_compare_words_get_n_ids (numbers));
  Hunk hunk = { 0, 0, 0, 0 };

  g_ptr_array_set_size (compare->old_words, (int) olds->len);
  g_ptr_array_set_size (compare->new_words, (int) news->len);
  for (guint i = 0; i < olds->len; i++)
    {
      guint other = g_array_index (match, guint, i);

      if (other == G_MAXUINT)
        continue;
      hunk.to_old = i;
      hunk.to_new = other;
      compare_hunk (compare, &hunk);
      add_line (compare, GH_COMPARE_SAME, compare->old_lines[i], compare->new_lines[other]);
      hunk.from_old = i + 1;
      hunk.from_new = other + 1;
    }
  hunk.to_old = olds->len;
  hunk.to_new = news->len;
  compare_hunk (compare, &hunk);
}

GPtrArray *
gh_compare_texts (const char *old_text, const char *new_text)
{
  g_auto (GStrv) old_lines = split (old_text);
  g_auto (GStrv) new_lines = split (new_text);
  g_autoptr (GPtrArray) old_words = g_ptr_array_new_with_free_func (words_free);
  g_autoptr (GPtrArray) new_words = g_ptr_array_new_with_free_func (words_free);
  Compare compare = { gh_compare_words_new (),
                      g_ptr_array_new_with_free_func (line_free),
                      old_lines,
                      new_lines,
                      old_words,
                      new_words };

  compare_lines (&compare);
  gh_compare_words_free (compare.words);
  return compare.lines;
}

/* --- using it ------------------------------------------------------------------------------- */

char *
gh_compare_apply (const GPtrArray *lines, const char *old_text)
{
  g_auto (GStrv) old_lines = split (old_text);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_old = g_strv_length (old_lines);
  guint at = 0;
  gboolean first = TRUE;

  for (guint i = 0; i < lines->len; i++)
    {
      const GhCompareLine *line = g_ptr_array_index (lines, i);

      if (line->kind != GH_COMPARE_ADDED &&
          (at >= n_old || strcmp (old_lines[at++], line->old_text) != 0))
        return NULL;
      if (line->kind == GH_COMPARE_REMOVED)
        continue;
      if (!first)
        g_string_append_c (text, '\n');
      first = FALSE;
      g_string_append (text, line->new_text);
    }
  return at == n_old ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

guint
gh_compare_count (const GPtrArray *lines, GhCompareKind kind)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += ((const GhCompareLine *) g_ptr_array_index (lines, i))->kind == kind;
  return n;
}
