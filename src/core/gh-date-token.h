/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Private to the date reader: a text as words, numbers and signs, with Markdown stars left out. */

typedef enum
{
  GH_TOKEN_END,
  GH_TOKEN_BREAK, /* tab or newline: no date crosses it */
  GH_TOKEN_NUMBER,
  GH_TOKEN_WORD,
  GH_TOKEN_SIGN,
} GhTokenType;

/**
 * GhToken:
 * @offset: of its first byte in the text; @end: behind its last
 * @spaced: a space stands before it
 * @sign: the letter of a sign; all dashes are '-', all apostrophes '\''
 * @value: of a number up to nine digits, else -1; @n_digits: how many are written
 * @word: folded, "" if it is too long to be one the reader knows
 */
typedef struct
{
  GhTokenType type;
  gsize offset;
  gsize end;
  gboolean spaced;
  gunichar sign;
  int value;
  int n_digits;
  char word[8];
} GhToken;

/** (transfer full) (element-type GhToken): ends with a GH_TOKEN_END. */
GArray *gh_tokens_split (const char *text);
