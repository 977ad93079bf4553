/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-roll-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-text.h"

/* What is left alone in a text: fields, and the documents it cites. */

gboolean
gh_roll_is_taken (const GArray *taken, gsize start, gsize end)
{
  guint low = 0;
  guint high = taken->len;

  while (low < high) /* the first one that ends behind @start */
    {
      guint middle = (low + high) / 2;

      if (g_array_index (taken, GhRollStretch, middle).end <= start)
        low = middle + 1;
      else
        high = middle;
    }
  return low < taken->len && g_array_index (taken, GhRollStretch, low).start < end;
}

static int
compare_stretches (gconstpointer a, gconstpointer b)
{
  const GhRollStretch *one = a;
  const GhRollStretch *two = b;

  return one->start < two->start ? -1 : one->start > two->start;
}

/* Puts them in order; what lies in another is one with it. */
void
gh_roll_settle (GArray *taken)
{
  guint n = 0;

  g_array_sort (taken, compare_stretches);
  for (guint i = 0; i < taken->len; i++)
    {
      const GhRollStretch stretch = g_array_index (taken, GhRollStretch, i);
      GhRollStretch *last = n > 0 ? &g_array_index (taken, GhRollStretch, n - 1) : NULL;

      if (last != NULL && stretch.start < last->end)
        last->end = MAX (last->end, stretch.end);
      else
        g_array_index (taken, GhRollStretch, n++) = stretch;
    }
  g_array_set_size (taken, n);
}

void
gh_roll_take (GArray *taken, gsize start, gsize end)
{
  const GhRollStretch stretch = { start, end };

  g_array_append_val (taken, stretch);
}

static void
take_fields (const char *text, GArray *taken)
{
  for (const char *at = text; (at = strstr (at, "{{")) != NULL;)
    {
      const char *end = strstr (at, "}}");

      if (end == NULL)
        return;
      gh_roll_take (taken, (gsize) (at - text), (gsize) (end + 2 - text));
      at = end + 2;
    }
}

/* --- documents that are cited ------------------------------------------------------------------
 */

/* A full stop behind "TP", "TX" … ends no sentence. */
static gboolean
is_abbreviation (const char *text, gsize dot)
{
  gsize n = 0;

  while (n < dot && g_ascii_isupper (text[dot - 1 - n]))
    n++;
  return n > 0 && n <= 3;
}

static gsize
sentence_end (const char *text, gsize from)
{
  gsize start, end;

  gh_check_sentence (text, from, &start, &end);
  while (text[end] == '.' && is_abbreviation (text, end))
    gh_check_sentence (text, end + 1, &start, &end);
  return end;
}

/* Where the plan itself begins to speak: ", Ban Chỉ đạo huyện xây dựng kế hoạch …". */
static gsize
citation_end (const char *text, gsize from)
{
  gsize end = sentence_end (text, from);

  for (const char *at = text + from;
       at < text + end && (at = g_strstr_len (at, text + end - at, ", ")) != NULL; at += 2)
    {
      gsize n = strcspn (at + 2, ",;");
      g_autofree char *clause = g_strndup (at + 2, MIN (n, (gsize) (text + end - at - 2)));
      g_autofree char *fold = gh_text_fold (clause);

      if (g_unichar_isupper (g_utf8_get_char (at + 2)) &&
          gh_check_has_word (fold,
                             "xay dung|ban hanh|to chuc|trien khai|huong dan|de nghi|yeu cau"))
        return (gsize) (at - text);
    }
  return end;
}

/* Whether a year near the campaign's stands in the text: a document of last year. */
static gboolean
is_recent (const char *text, int from)
{
  g_autofree char *shifted = gh_roll_shift_years (text, from, 1);

  return !g_str_equal (shifted, text);
}

static void
take_citations (GhRoll *roll, guint slot, GArray *taken)
{
  const char *text = *g_array_index (roll->slots, GhRollSlot, slot).text;
  g_autoptr (GMatchInfo) info = NULL;
  gsize done = 0;

  for (g_regex_match (roll->regexes[GH_ROLL_REGEX_CITATION], text, 0, &info);
       g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      int start;
      gsize end;
      g_autofree char *words = NULL;

      g_match_info_fetch_pos (info, 0, &start, NULL);
      if ((gsize) start < done)
        continue;
      end = citation_end (text, (gsize) start);
      done = end;
      gh_roll_take (taken, (gsize) start, end);
      words = g_strndup (text + start, end - (gsize) start);
      if (is_recent (words, roll->from))
        {
          GhRollChange *change = gh_roll_add (roll, GH_ROLL_NOTE, GH_ROLL_BASES,
                                              GH_ROLL_RULE_CITATION, (int) slot, words, words);

          change->start = (gsize) start;
          change->note = g_strdup (_("It is of last year. Is there a newer one?"));
        }
    }
}

void
gh_roll_take_kept (GhRoll *roll, guint slot, GArray *taken)
{
  take_fields (*g_array_index (roll->slots, GhRollSlot, slot).text, taken);
  take_citations (roll, slot, taken);
  gh_roll_settle (taken);
}
