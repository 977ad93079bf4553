/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <string.h>

#include "gh-text.h"

/* What the rules ask of a piece of text. */

/* A full stop ends a sentence if a space or the end stands behind it: not in "1.000", not in
 * "TM.BAN". */
static gboolean
ends_sentence (const char *at)
{
  if (*at == ';' || *at == '\n' || *at == '\t')
    return TRUE;
  return *at == '.' && (at[1] == ' ' || at[1] == '\0' || at[1] == '\n');
}

/* No sentence of an office is longer; looking no further keeps the cost linear in the text. */
#define SENTENCE_MAX 2000

void
gh_check_sentence (const char *text, gsize offset, gsize *start, gsize *end)
{
  gsize from = offset;
  gsize to = offset;

  while (from > 0 && offset - from < SENTENCE_MAX && !ends_sentence (text + from - 1))
    from--;
  while (text[to] != '\0' && to - offset < SENTENCE_MAX && !ends_sentence (text + to))
    to++;
  *start = from;
  *end = to;
}

char *
gh_check_sentence_fold (const GhPiece *piece, gsize offset)
{
  gsize start;
  gsize end;
  g_autofree char *sentence = NULL;

  gh_check_sentence (piece->text, offset, &start, &end);
  sentence = g_strndup (piece->text + start, end - start);
  return gh_text_fold (sentence);
}

static gboolean
is_word_byte (char byte)
{
  return g_ascii_isalnum (byte) || (byte & 0x80) != 0;
}

static gboolean
has_one_word (const char *fold, const char *word, gsize length)
{
  for (const char *at = fold; (at = g_strstr_len (at, -1, word)) != NULL; at++)
    if ((at == fold || !is_word_byte (at[-1])) && !is_word_byte (at[length]))
      return TRUE;
  return FALSE;
}

gboolean
gh_check_has_word (const char *fold, const char *words)
{
  while (*words != '\0')
    {
      gsize length = strcspn (words, "|");
      g_autofree char *word = g_strndup (words, length);

      if (length > 0 && has_one_word (fold, word, length))
        return TRUE;
      words += length;
      if (*words == '|')
        words++;
    }
  return FALSE;
}

char *
gh_check_excerpt (const char *text, gsize offset)
{
  const gsize reach = 40;
  gsize length = strlen (text);
  gsize from = offset > reach ? offset - reach : 0;
  gsize to = MIN (offset + reach, length);
  g_autofree char *part = NULL;
  g_autofree char *squeezed = NULL;

  /* Whole words: the one that is cut at either end is left out. */
  while (from > 0 && from < offset && text[from] != ' ')
    from++;
  while (to < length && to > offset && text[to] != ' ')
    to--;
  while (to < length && ((guchar) text[to] & 0xC0) == 0x80)
    to++;
  while (from > 0 && ((guchar) text[from] & 0xC0) == 0x80)
    from--;
  part = g_strndup (text + from, to - from);
  squeezed = gh_text_squeeze (part);
  return g_strconcat (from > 0 ? "…" : "", squeezed, to < length ? "…" : "", NULL);
}

char *
gh_check_date_text (const GhPiece *piece, const GhDateMatch *match)
{
  g_autofree char *text = g_strndup (piece->text + match->offset, match->length);

  return gh_text_squeeze (text);
}

/* Start of the last @n_bytes before @offset, on a letter. */
static const char *
look_back (const char *text, gsize offset, gsize n_bytes)
{
  const char *from = text + (offset > n_bytes ? offset - n_bytes : 0);

  while (((guchar) *from & 0xC0) == 0x80)
    from++;
  return from;
}

gboolean
gh_check_is_citation (const GhPiece *piece, const GhDateMatch *match)
{
  const char *from = look_back (piece->text, match->offset, 60);
  g_autofree char *before = g_strndup (from, (gsize) (piece->text + match->offset - from));
  g_autofree char *fold = gh_text_fold (before);
  const char *number = NULL;

  for (const char *at = fold; (at = strstr (at, "so")) != NULL; at += 2)
    number = at;
  /* "số 13/kh-bcd ": a slash behind the number, and no other sentence in between */
  return number != NULL && strchr (number, '/') != NULL && strchr (number, ';') == NULL &&
         strlen (number) < 50;
}

gboolean
gh_check_is_counted (const GhPiece *piece, const GhDateMatch *match)
{
  const char *from = look_back (piece->text, match->offset, 24);
  g_autofree char *before = g_strndup (from, (gsize) (piece->text + match->offset - from));

  return strstr (before, "tính") != NULL; /* with its mark: "tỉnh" is a province */
}

gboolean
gh_check_is_deadline (const GhPiece *piece, const GhDateMatch *match)
{
  return (match->deadline || match->span.before) && !gh_check_is_counted (piece, match);
}

int
gh_check_last_body_piece (const GhCheck *check)
{
  int last = -1;

  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);

      if (piece->resolved == NULL)
        continue;
      if (piece->resolved->kind == GH_BLOCK_APPENDIX)
        break;
      if (*piece->fold != '\0')
        last = (int) i;
    }
  return last;
}
