/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-date-read.h"

#include <string.h>

const GhToken *
gh_date_token (const GhDateReader *reader, gsize i)
{
  return &reader->tokens[MIN (i, reader->n_tokens - 1)];
}

gboolean
gh_date_is_sign (const GhDateReader *reader, gsize i, gunichar sign)
{
  const GhToken *token = gh_date_token (reader, i);

  return token->type == GH_TOKEN_SIGN && token->sign == sign;
}

gboolean
gh_date_is_number (const GhDateReader *reader, gsize i, int min_digits, int max_digits)
{
  const GhToken *token = gh_date_token (reader, i);

  return token->type == GH_TOKEN_NUMBER && token->n_digits >= min_digits &&
         token->n_digits <= max_digits;
}

gboolean
gh_date_take_words (const GhDateReader *reader, gsize *i, const char *words)
{
  gsize at = *i;

  for (const char *p = words; *p != '\0';)
    {
      gsize length = strcspn (p, " ");
      const GhToken *token = gh_date_token (reader, at++);

      if (token->type != GH_TOKEN_WORD || strlen (token->word) != length ||
          strncmp (token->word, p, length) != 0)
        return FALSE;
      p += length;
      p += *p == ' ';
    }
  *i = at;
  return TRUE;
}

gboolean
gh_date_take_sign (const GhDateReader *reader, gsize *i, gunichar sign)
{
  if (!gh_date_is_sign (reader, *i, sign))
    return FALSE;
  (*i)++;
  return TRUE;
}

gboolean
gh_date_take_any (const GhDateReader *reader, gsize *i, const char *choices)
{
  char words[32];

  for (const char *p = choices; *p != '\0';)
    {
      gsize length = strcspn (p, "|");

      g_assert (length < sizeof words);
      memcpy (words, p, length);
      words[length] = '\0';
      if (gh_date_take_words (reader, i, words))
        return TRUE;
      p += length;
      p += *p == '|';
    }
  return FALSE;
}

gboolean
gh_date_is_exactly (const GhDateReader *reader, gsize i, const char *lower)
{
  const GhToken *token = gh_date_token (reader, i);
  const char *p = reader->text + token->offset;

  for (; *lower != '\0' && p < reader->text + token->end; p = g_utf8_next_char (p))
    {
      if (g_unichar_tolower (g_utf8_get_char (p)) != g_utf8_get_char (lower))
        return FALSE;
      lower = g_utf8_next_char (lower);
    }
  return *lower == '\0' && p == reader->text + token->end;
}

/* "nam 2025", ", nam 2025" */
gboolean
gh_date_read_year_words (const GhDateReader *reader, gsize *i, int *year)
{
  gsize at = *i;

  gh_date_take_sign (reader, &at, ',');
  if (!gh_date_take_words (reader, &at, "nam") || !gh_date_is_number (reader, at, 4, 4))
    return FALSE;
  *year = gh_date_token (reader, at)->value;
  *i = at + 1;
  return TRUE;
}

/* "/2025", " / 2025", "-2025", ".2025": the dash and the dot without spaces. */
gboolean
gh_date_read_year_tail (const GhDateReader *reader, gsize *i, int *year)
{
  gsize at = *i;
  gboolean slash = gh_date_is_sign (reader, at, '/');

  if (!slash && !gh_date_is_sign (reader, at, '-') && !gh_date_is_sign (reader, at, '.'))
    return FALSE;
  at++;
  if (!gh_date_is_number (reader, at, 4, 4))
    return FALSE;
  if (!slash && (gh_date_token (reader, at)->spaced || gh_date_token (reader, at - 1)->spaced))
    return FALSE;
  *year = gh_date_token (reader, at)->value;
  *i = at + 1;
  return TRUE;
}

/* What may stand between the days, months or quarters of a list; "mùng" and the word itself may
 * be repeated. */
gboolean
gh_date_read_list_sign (const GhDateReader *reader, gsize *i, const char *repeated)
{
  if (!gh_date_take_sign (reader, i, ',') && !gh_date_take_sign (reader, i, '-') &&
      !gh_date_take_sign (reader, i, '&') && !gh_date_take_any (reader, i, "va|den het|den"))
    return FALSE;
  gh_date_take_words (reader, i, repeated);
  return TRUE;
}
