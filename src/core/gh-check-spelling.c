/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"
#include "gh-spell.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-text.h"

/*
 * Spelling by a dictionary of syllables. A false alarm is worse than a miss, so only words are
 * looked at that must be Vietnamese: written in lower case, with a letter that English does not
 * have, and standing free (not in an address, a symbol or a name with a hyphen). Names begin with a
 * capital and are left alone. Words that are right but wrong where they stand are the business of
 * gh-check-words.c.
 */

/* Loan words of committees' papers that dictionaries of syllables lack. */
static const char *const loans[] = { "rôn", "xtô", "mích", "ôxy", "ăngten" };

/* A word is told once a piece, and a page of gibberish is not told word by word. */
#define MAX_WORDS 8

/* The vowels that carry the tone in one spelling and pass it on in the other: oa oe uy. */
static const char *const tone_pairs[][2] = {
  { "òa", "oà" }, { "óa", "oá" }, { "ỏa", "oả" }, { "õa", "oã" }, { "ọa", "oạ" },
  { "òe", "oè" }, { "óe", "oé" }, { "ỏe", "oẻ" }, { "õe", "oẽ" }, { "ọe", "oẹ" },
  { "ùy", "uỳ" }, { "úy", "uý" }, { "ủy", "uỷ" }, { "ũy", "uỹ" }, { "ụy", "uỵ" },
};

char *
gh_spell_other_tone (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tone_pairs); i++)
    for (int k = 0; k < 2; k++)
      {
        const char *written = tone_pairs[i][k];
        const char *at = strstr (word, written);

        /* Only at the end: "hoàn" has one spelling. */
        if (at != NULL && at[strlen (written)] == '\0')
          return g_strdup_printf ("%.*s%s", (int) (at - word), word, tone_pairs[i][1 - k]);
      }
  return NULL;
}

static gboolean
is_loan (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (loans); i++)
    if (g_str_equal (loans[i], word))
      return TRUE;
  return FALSE;
}

static gboolean
is_known (const GhSpell *spell, const char *word)
{
  g_autofree char *other = NULL;

  if (is_loan (word) || spell->knows (spell->data, word))
    return TRUE;
  other = gh_spell_other_tone (word);
  return other != NULL && spell->knows (spell->data, other);
}

/* What binds a word to its neighbour, so that it is part of something else. */
static gboolean
is_tie (gunichar letter)
{
  return letter == '@' || letter == '/' || letter == '-' || letter == '_' || letter == '\\' ||
         letter == '#' || letter == '&' || g_unichar_isalnum (letter);
}

/* Behind the letters at @at; says whether they are a word to look at. */
static const char *
take_word (const char *text, const char *at, gboolean *wanted)
{
  const char *end = at;
  gboolean foreign = FALSE;
  gboolean lower = TRUE;
  int n = 0;

  for (; g_unichar_isalpha (g_utf8_get_char (end)); end = g_utf8_next_char (end), n++)
    {
      gunichar letter = g_utf8_get_char (end);

      lower = lower && !g_unichar_isupper (letter);
      foreign = foreign || letter >= 0x80;
    }
  *wanted = lower && foreign && n >= 2 && n <= 7;
  if (at > text && is_tie (g_utf8_get_char (g_utf8_prev_char (at))))
    *wanted = FALSE;
  if (is_tie (g_utf8_get_char (end)) ||
      (*end == '.' && g_unichar_isalnum (g_utf8_get_char (end + 1))))
    *wanted = FALSE;
  return end;
}

/* (transfer full): "“khối”, “khỏi”", "" without any. */
static char *
quote_words (char **words)
{
  GString *list = g_string_new (NULL);

  for (gsize i = 0; words != NULL && words[i] != NULL && i < 3; i++)
    g_string_append_printf (list, "%s“%s”", i > 0 ? ", " : "", words[i]);
  return g_string_free (list, FALSE);
}

static void
report (GhCheck *check, const GhPiece *piece, const GhSpell *spell, const char *word, gsize offset)
{
  g_auto (GStrv) meant = spell->suggest (spell->data, word);
  g_autofree char *list = quote_words (meant);
  GhFinding *finding;

  if (*list == '\0')
    finding = gh_check_add (check, GH_SEVERITY_WARNING, "spelling", piece,
                            _("“%s” is no Vietnamese word. Look at it once more."), word);
  else
    finding = gh_check_add (check, GH_SEVERITY_WARNING, "spelling", piece,
                            /* Translators: a wrong word, then one to three that may be meant */
                            _("“%s” is no Vietnamese word. Is it %s?"), word, list);
  gh_check_point (check, finding, piece, offset, strlen (word));
  /* One click only where there is one answer. */
  if (meant != NULL && meant[0] != NULL && meant[1] == NULL)
    {
      GhMend mend = gh_mend_begin (check, FALSE);

      gh_mend_replace (&mend, piece, offset, strlen (word), meant[0]);
      gh_mend_end (&mend, finding, g_strdup_printf (_("Write “%s”"), meant[0]));
    }
}

/* The list of office slips knows better what was meant. */
static gboolean
is_told (GhCheck *check, const GhPiece *piece, gsize offset, gsize length)
{
  GhPlace place;

  return gh_check_find_place (check, piece, offset, length, &place) &&
         gh_check_is_told (check, "spelling", &place);
}

static void
check_piece (GhCheck *check, const GhPiece *piece, const GhSpell *spell)
{
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const char *at = piece->text; *at != '\0' && g_hash_table_size (told) < MAX_WORDS;)
    {
      gboolean wanted;
      const char *end;
      g_autofree char *word = NULL;

      if (!g_unichar_isalpha (g_utf8_get_char (at)))
        {
          at = g_utf8_next_char (at);
          continue;
        }
      end = take_word (piece->text, at, &wanted);
      word = wanted ? g_strndup (at, (gsize) (end - at)) : NULL;
      if (word != NULL && !is_known (spell, word) && !g_hash_table_contains (told, word))
        {
          if (!is_told (check, piece, (gsize) (at - piece->text), (gsize) (end - at)))
            report (check, piece, spell, word, (gsize) (at - piece->text));
          g_hash_table_add (told, g_steal_pointer (&word));
        }
      at = end;
    }
}

void
gh_check_spelling (GhCheck *check, const GhSpell *spell)
{
  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);

      if (!piece->live)
        check_piece (check, piece, spell);
    }
}
