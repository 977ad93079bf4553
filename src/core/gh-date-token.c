/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-date-token.h"

#include "gh-text.h"

#include <string.h>

/* Longest word, in bytes of the text, that can fold to one the reader knows. */
#define MAX_WORD_BYTES 24

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static const char *
read_number (const char *p, GhToken *token)
{
  token->type = GH_TOKEN_NUMBER;
  for (; g_ascii_isdigit (*p); p++)
    {
      if (token->n_digits < 9)
        token->value = token->value * 10 + g_ascii_digit_value (*p);
      else
        token->value = -1;
      token->n_digits = MIN (token->n_digits + 1, 100);
    }
  return p;
}

static const char *
read_word (const char *p, GhToken *token)
{
  const char *start = p;
  char slice[MAX_WORD_BYTES + 1];

  token->type = GH_TOKEN_WORD;
  while (*p != '\0' && is_word_char (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  gsize size = (gsize) (p - start);

  if (size > MAX_WORD_BYTES)
    return p;
  memcpy (slice, start, size);
  slice[size] = '\0';

  g_autofree char *folded = gh_text_fold (slice);

  if (strlen (folded) < sizeof token->word)
    g_strlcpy (token->word, folded, sizeof token->word);
  return p;
}

static const char *
read_sign (const char *p, GhToken *token)
{
  const char *next = g_utf8_next_char (p);
  char slice[7] = "";

  token->type = GH_TOKEN_SIGN;
  memcpy (slice, p, (gsize) (next - p));

  g_autofree char *folded = gh_text_fold (slice);

  token->sign = *folded != '\0' ? g_utf8_get_char (folded) : g_utf8_get_char (p);
  return next;
}

GArray *
gh_tokens_split (const char *text)
{
  GArray *tokens = g_array_new (FALSE, TRUE, sizeof (GhToken));
  gboolean spaced = FALSE;
  const char *p = text;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      GhToken token = { .offset = (gsize) (p - text), .spaced = spaced };

      if (c == '*' || (c != '\n' && c != '\t' && g_unichar_isspace (c)))
        {
          spaced = spaced || c != '*';
          p = g_utf8_next_char (p);
          continue;
        }
      if (c == '\n' || c == '\t')
        {
          token.type = GH_TOKEN_BREAK;
          p++;
        }
      else if (g_ascii_isdigit (*p))
        p = read_number (p, &token);
      else if (is_word_char (c))
        p = read_word (p, &token);
      else
        p = read_sign (p, &token);
      token.end = (gsize) (p - text);
      spaced = FALSE;
      g_array_append_val (tokens, token);
    }

  GhToken end = { .type = GH_TOKEN_END, .offset = strlen (text), .end = strlen (text) };

  g_array_append_val (tokens, end);
  return tokens;
}
