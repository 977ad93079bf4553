/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-compare-words.h"

#include <string.h>

struct _GhCompareWords
{
  /* Owned */
  GHashTable *ids;  /* text → number + 1; the text is owned */
  GPtrArray *texts; /* by number; borrowed from ids */
};

GhCompareWords *
gh_compare_words_new (void)
{
  GhCompareWords *words = g_new0 (GhCompareWords, 1);

  words->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  words->texts = g_ptr_array_new ();
  return words;
}

void
gh_compare_words_free (GhCompareWords *words)
{
  if (words == NULL)
    return;
  g_hash_table_unref (words->ids);
  g_ptr_array_unref (words->texts);
  g_free (words);
}

guint
gh_compare_words_get_n_ids (const GhCompareWords *words)
{
  return words->texts->len;
}

static guint
take_id (GhCompareWords *words, char *text)
{
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (words->ids, text));

  if (id != 0)
    {
      g_free (text);
      return id - 1;
    }
  g_ptr_array_add (words->texts, text);
  g_hash_table_insert (words->ids, text, GUINT_TO_POINTER (words->texts->len));
  return words->texts->len - 1;
}

guint
gh_compare_words_get_id (GhCompareWords *words, const char *text)
{
  return take_id (words, g_strdup (text));
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* A dot, comma, slash, dash or colon between two figures belongs to the figure. */
static gboolean
joins_figures (const char *sign)
{
  return strchr (".,/-:", *sign) != NULL && *sign != '\0' && g_ascii_isdigit (sign[1]);
}

static const char *
find_end_of_word (const char *start)
{
  const char *p = start;

  for (;;)
    {
      const char *before = p;

      while (*p != '\0' && is_letter (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p == before || !g_ascii_isdigit (p[-1]) || !joins_figures (p))
        return p;
      p++;
    }
}

static const char *
find_end (const char *start)
{
  const char *p = start;

  if (is_letter (g_utf8_get_char (start)))
    return find_end_of_word (start);
  if (!g_unichar_isspace (g_utf8_get_char (start)))
    return g_utf8_next_char (start);
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

GArray *
gh_compare_words_cut (GhCompareWords *words, const char *text)
{
  GArray *cut = g_array_new (FALSE, FALSE, sizeof (guint));

  while (*text != '\0')
    {
      const char *end = find_end (text);
      guint id = take_id (words, g_strndup (text, (gsize) (end - text)));

      g_array_append_val (cut, id);
      text = end;
    }
  return cut;
}

const char *
gh_compare_words_get_text (const GhCompareWords *words, guint id)
{
  return g_ptr_array_index (words->texts, id);
}

gboolean
gh_compare_words_is_word (const GhCompareWords *words, guint id)
{
  return is_letter (g_utf8_get_char (gh_compare_words_get_text (words, id)));
}
