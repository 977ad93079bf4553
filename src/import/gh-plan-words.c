/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-words.h"

#include <string.h>

#include "gh-text.h"

#define MARK '\001'

/* Pairs of the same length in bytes: the old place of the tone, the new one. */
static const struct
{
  const char *old_style;
  const char *new_style;
} tones[] = {
  { "oà", "òa" }, { "oá", "óa" }, { "oả", "ỏa" }, { "oã", "õa" }, { "oạ", "ọa" },
  { "oè", "òe" }, { "oé", "óe" }, { "oẻ", "ỏe" }, { "oẽ", "õe" }, { "oẹ", "ọe" },
  { "uý", "úy" }, { "uỷ", "ủy" }, { "uỵ", "ụy" },
};

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c);
}

static gboolean
word_before (const char *text, const char *at)
{
  if (at <= text)
    return FALSE;
  return is_word_char (g_utf8_get_char (g_utf8_prev_char (at)));
}

static gboolean
word_after (const char *at, const char *end)
{
  return at < end && is_word_char (g_utf8_get_char (at));
}

static void
move_tones (char *low)
{
  const char *end = low + strlen (low);

  for (char *p = low; *p != '\0'; p++)
    {
      if ((*p != 'o' && *p != 'u') || (p > low && p[-1] == 'q'))
        continue;
      for (gsize i = 0; i < G_N_ELEMENTS (tones); i++)
        {
          gsize n = strlen (tones[i].old_style);

          if (strncmp (p, tones[i].old_style, n) != 0 || word_after (p + n, end))
            continue;
          memcpy (p, tones[i].new_style, n);
          p += n - 1;
          break;
        }
    }
}

char *
gh_words_lower (const char *text)
{
  gsize length = strlen (text);
  char *low = g_malloc (length + 1);
  gsize at = 0;

  while (at < length)
    {
      gunichar c = g_utf8_get_char (text + at);
      gsize n = (gsize) (g_utf8_next_char (text + at) - (text + at));
      char buffer[6];
      int size = g_unichar_to_utf8 (g_unichar_tolower (c), buffer);

      if ((gsize) size == n)
        memcpy (low + at, buffer, n);
      else
        memcpy (low + at, text + at, n);
      if (c == '*')
        low[at] = MARK;
      at += n;
    }
  low[length] = '\0';
  move_tones (low);
  return low;
}

/* Place of @word[0, n) in @low[0, length) as a whole word. */
static const char *
find_word (const char *low, gsize length, const char *word, gsize n, gboolean last)
{
  const char *end = low + length;
  const char *best = NULL;
  const char *p = low;

  while (n > 0 && (gsize) (end - p) >= n)
    {
      p = memchr (p, word[0], (gsize) (end - p) - n + 1);
      if (p == NULL)
        break;
      if (memcmp (p, word, n) == 0 && !word_before (low, p) && !word_after (p + n, end))
        {
          best = p;
          if (!last)
            break;
        }
      p++;
    }
  return best;
}

static const char *
find_any (const char *low, gsize length, const char *words, gsize *found, gboolean last)
{
  const char *best = NULL;
  gsize best_length = 0;

  for (const char *word = words; *word != '\0';)
    {
      gsize n = strcspn (word, "|");
      const char *hit = find_word (low, length, word, n, last);

      if (hit != NULL &&
          (best == NULL || (last ? hit > best : hit < best) || (hit == best && n > best_length)))
        {
          best = hit;
          best_length = n;
        }
      word += n + (word[n] == '|' ? 1 : 0);
    }
  if (found != NULL)
    *found = best_length;
  return best;
}

const char *
gh_words_find (const char *low, gsize length, const char *words, gsize *found)
{
  return find_any (low, length, words, found, FALSE);
}

const char *
gh_words_find_last (const char *low, gsize length, const char *words, gsize *found)
{
  return find_any (low, length, words, found, TRUE);
}

gboolean
gh_words_has (const char *low, const char *words)
{
  return gh_words_find (low, strlen (low), words, NULL) != NULL;
}

gboolean
gh_words_has_within (const char *low, gsize length, const char *words)
{
  return gh_words_find (low, length, words, NULL) != NULL;
}

gsize
gh_words_begin (const char *low, const char *words)
{
  gsize best = 0;

  for (const char *word = words; *word != '\0';)
    {
      gsize n = strcspn (word, "|");

      if (n > best && strncmp (low, word, n) == 0 && !is_word_char (g_utf8_get_char (low + n)))
        best = n;
      word += n + (word[n] == '|' ? 1 : 0);
    }
  return best;
}

gboolean
gh_words_is_upper (const char *text)
{
  guint letters = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c))
        continue;
      if (g_unichar_islower (c))
        return FALSE;
      letters++;
    }
  return letters >= 2;
}

const char *
gh_words_skip (const char *text)
{
  while (*text == ' ' || *text == '\t' || *text == '*' || *text == MARK)
    text++;
  return text;
}

gboolean
gh_words_begins_small (const char *text)
{
  gunichar c;

  text = gh_words_skip (text);
  c = g_utf8_get_char (text);
  return g_unichar_islower (c);
}

gunichar
gh_words_last_char (const char *text)
{
  const char *p = text + strlen (text);

  while (p > text)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (c != '*' && c != MARK && !g_unichar_isspace (c))
        return c;
    }
  return 0;
}

gboolean
gh_words_any (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_word_char (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

char *
gh_words_head (const char *text, gsize length)
{
  gsize n = 0;

  while (n < length && text[n] != '\0')
    n++;
  while (n > 0 && ((guchar) text[n] & 0xC0u) == 0x80u)
    n--;
  return g_strndup (text, n);
}

char *
gh_words_slice (const char *text, gsize length, const char *strip)
{
  g_autofree char *cut = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *squeezed = NULL;
  const char *start;
  const char *p;
  char *to;
  gsize n;

  while (length > 0 && ((guchar) text[length] & 0xC0u) == 0x80u)
    length--;
  cut = g_strndup (text, length);
  plain = gh_text_strip_marks (cut);
  to = plain;
  /* Marks left unpaired go too, without parting the word they stand in. */
  for (p = plain; *p != '\0'; p++)
    if (*p != '*')
      *to++ = *p;
  *to = '\0';
  squeezed = gh_text_squeeze (plain);
  start = squeezed + strspn (squeezed, strip);
  n = strlen (start);
  while (n > 0 && (start[n - 1] == ' ' || strchr (strip, start[n - 1]) != NULL))
    n--;
  return g_strndup (start, n);
}

char *
gh_words_shorten (const char *text, glong n_chars)
{
  const char *end;
  const char *cut;

  if (g_utf8_strlen (text, -1) <= n_chars)
    return g_strdup (text);
  end = g_utf8_offset_to_pointer (text, n_chars - 1);
  for (cut = end; cut > text && *cut != ' ';)
    cut--;
  if (cut == text)
    cut = end;
  while (cut > text && strchr (" ,;:-", cut[-1]) != NULL)
    cut--;
  return g_strdup_printf ("%.*s…", (int) (cut - text), text);
}

char *
gh_words_capitalise (const char *text)
{
  char first[7] = "";

  if (*text == '\0')
    return g_strdup ("");
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), first);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

/* Whether the mark at @p ends a sentence (in @text). */
static gboolean
ends_sentence (const char *text, const char *p)
{
  const char *next = p + 1;
  const char *word = p;

  if (*p == ';' || *p == '!' || *p == '?')
    return TRUE;
  if (*p != '.')
    return FALSE;
  while (*next == '*' || *next == '"' || *next == ')' || *next == MARK)
    next++;
  if (*next != ' ' && *next != '\t' && *next != '\n' && *next != '\0')
    return FALSE;
  while (*next == ' ' || *next == '*' || *next == MARK)
    next++;
  if (gh_words_begins_small (next))
    return FALSE;
  /* "TP. Hà Nội", "PCT. UBND", "Ths. Lê": capitals just before the dot are an abbreviation. */
  while (word > text && p - word < 8 && word[-1] != ' ' && word[-1] != '(')
    word = g_utf8_prev_char (word);
  if (p - word >= 2 && p - word <= 5)
    {
      g_autofree char *head = g_strndup (word, (gsize) (p - word));

      if (gh_words_is_upper (head) || strcmp (head, "Ths") == 0 || strcmp (head, "Tp") == 0)
        return *next == '\0';
    }
  return TRUE;
}

void
gh_words_sentence (const char *text, gsize offset, gsize *start, gsize *end)
{
  const gsize reach = GH_WORDS_WINDOW * 4;
  gsize from = offset;
  gsize to = offset;

  while (from > 0 && offset - from < reach && !ends_sentence (text, text + from - 1))
    from--;
  while (text[to] != '\0' && to - offset < reach && !ends_sentence (text, text + to))
    to++;
  while (from < offset && ((guchar) text[from] & 0xC0u) == 0x80u)
    from++;
  while (to > offset && ((guchar) text[to] & 0xC0u) == 0x80u)
    to--;
  *start = from;
  *end = to;
}
