/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-outline.h"
#include "gh-text.h"

#include <string.h>

/* Ranks of numbers, from the top of a paper down; each dot of an arabic number is one more. */
enum
{
  RANK_NONE = -1,
  RANK_LETTER = 1, /* A, B, C */
  RANK_ROMAN = 2,
  RANK_ARABIC = 3,
  RANK_SMALL = 20, /* a, b, đ */
  RANK_DASH = 30,
  RANK_PLUS = 31,
};

#define MAX_DEPTH 32

/* What the numbers before were: I after H is a letter, I at the beginning is a roman one. */
typedef struct
{
  char letter;
  guint roman;
} Series;

static gsize
skip_roman (const char *text, guint *value)
{
  static const char digits[] = "IVXLCDM";
  static const guint values[] = { 1, 5, 10, 50, 100, 500, 1000 };
  gsize length = 0;
  guint previous = G_MAXUINT;

  *value = 0;
  for (; text[length] != '\0' && length < 8; length++)
    {
      const char *digit = strchr (digits, text[length]);
      guint one;

      if (digit == NULL)
        break;
      one = values[digit - digits];
      *value += one;
      if (previous < one)
        *value -= 2 * previous;
      previous = one;
    }
  return length;
}

static gsize
skip_arabic (const char *text, guint *n_parts)
{
  gsize length = 0;

  *n_parts = 0;
  while (g_ascii_isdigit (text[length]) && *n_parts < 8)
    {
      while (g_ascii_isdigit (text[length]))
        length++;
      ++*n_parts;
      if ((text[length] == '.' || text[length] == ',') && g_ascii_isdigit (text[length + 1]))
        length++;
    }
  return length;
}

/* Length of the number's own letters and its rank; 0 if there is none. */
static gsize
read_number (const char *text, Series *series, int *rank)
{
  guint value;
  guint n_parts;
  gsize length;

  *rank = RANK_NONE;
  if (*text == '-' || gh_text_begins (text, "–") || *text == '+' || *text == '*')
    {
      *rank = *text == '+' || *text == '*' ? RANK_PLUS : RANK_DASH;
      return (gsize) (g_utf8_next_char (text) - text);
    }
  if ((length = skip_arabic (text, &n_parts)) > 0)
    {
      *rank = RANK_ARABIC + (int) n_parts - 1;
      return length;
    }
  length = skip_roman (text, &value);
  if (length > 1 || (length == 1 && (series->letter == '\0' || series->letter + 1 != *text)))
    {
      /* C, D, L, M begin no series of roman numbers; I, V and X may. */
      if (length > 1 || strchr ("IVX", *text) != NULL)
        {
          series->roman = value;
          *rank = RANK_ROMAN;
          return length;
        }
    }
  if (g_ascii_isupper (*text) && !g_ascii_isalpha (text[1]))
    {
      series->letter = *text;
      *rank = RANK_LETTER;
      return 1;
    }
  if (g_ascii_islower (*text) || gh_text_begins (text, "đ"))
    {
      *rank = RANK_SMALL;
      return (gsize) (g_utf8_next_char (text) - text);
    }
  return 0;
}

/* A whole cell as a number: nothing but a closing mark may follow. */
static int
rank_number (const char *text, Series *series)
{
  int rank;
  gsize length = read_number (text, series, &rank);

  length += strspn (text + length, ".)/ -");
  return length > 0 && text[length] == '\0' ? rank : RANK_NONE;
}

gsize
gh_outline_split_number (const char *name)
{
  Series series = { 0 };
  int rank;
  gsize length = read_number (name, &series, &rank);
  gsize closing;

  if (length == 0)
    return 0;
  if (rank == RANK_DASH || rank == RANK_PLUS)
    closing = 0;
  else
    {
      closing = strspn (name + length, ".)/");
      if (closing == 0)
        closing = name[length] == ' ' && strspn (name + length, " -–") >= 3 ? 1 : 0;
      if (closing == 0)
        return 0;
    }
  length += closing;
  closing = strspn (name + length, " -");
  return name[length + closing] != '\0' && (closing > 0 || rank == RANK_DASH) ? length + closing
                                                                              : 0;
}

/* Ranks by numbers; returns how many different ones there are. Rows without a number stand beside
 * the row above them, headings beside roman numbers, the first ones above all. */
static guint
rank_by_numbers (const GhOutlineRow *rows, gsize n_rows, int *ranks)
{
  Series series = { 0 };
  gboolean seen[64] = { FALSE };
  guint n_different = 0;
  int last = 0;

  for (gsize i = 0; i < n_rows; i++)
    {
      int rank = rank_number (rows[i].number, &series);

      if (rank == RANK_NONE && rows[i].group)
        rank = RANK_ROMAN;
      else if (rank != RANK_NONE && !seen[rank])
        {
          seen[rank] = TRUE;
          n_different++;
        }
      ranks[i] = rank != RANK_NONE ? rank : last;
      last = ranks[i];
    }
  return n_different;
}

static gboolean
rank_by_indent (const GhOutlineRow *rows, gsize n_rows, int *ranks)
{
  gboolean different = FALSE;

  for (gsize i = 0; i < n_rows; i++)
    {
      ranks[i] = (int) rows[i].indent;
      different |= rows[i].indent != rows[0].indent;
    }
  return different;
}

static gboolean
rank_by_groups (const GhOutlineRow *rows, gsize n_rows, int *ranks)
{
  gboolean any = FALSE;

  for (gsize i = 0; i < n_rows; i++)
    {
      ranks[i] = rows[i].group ? 0 : 1;
      any |= rows[i].group;
    }
  return any;
}

gboolean
gh_outline_link (GhOutlineRow *rows, gsize n_rows)
{
  g_autofree int *ranks = g_new0 (int, n_rows + 1);
  int stack[MAX_DEPTH];
  int depth = 0;

  for (gsize i = 0; i < n_rows; i++)
    rows[i].parent = -1;
  if (n_rows == 0)
    return FALSE;
  if (rank_by_numbers (rows, n_rows, ranks) < 2 && !rank_by_indent (rows, n_rows, ranks) &&
      !rank_by_groups (rows, n_rows, ranks))
    return FALSE;

  for (gsize i = 0; i < n_rows; i++)
    {
      while (depth > 0 && ranks[stack[depth - 1]] >= ranks[i])
        depth--;
      rows[i].parent = depth > 0 ? stack[depth - 1] : -1;
      if (depth < MAX_DEPTH)
        stack[depth++] = (int) i;
    }
  return TRUE;
}
