/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-numbering.h"

#include <stdlib.h>
#include <string.h>

static const char *const letters[] = { "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                       "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y" };

char *
gh_numbering_roman (int value)
{
  static const struct
  {
    int value;
    const char *text;
  } parts[] = { { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" },
                { 90, "XC" },  { 50, "L" },   { 40, "XL" }, { 10, "X" },   { 9, "IX" },
                { 5, "V" },    { 4, "IV" },   { 1, "I" } };
  GString *roman;

  if (value < 1 || value > 3999)
    return g_strdup_printf ("%d", value);
  roman = g_string_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    for (; value >= parts[i].value; value -= parts[i].value)
      g_string_append (roman, parts[i].text);
  return g_string_free (roman, FALSE);
}

const char *
gh_numbering_letter (int value)
{
  return value >= 1 && value <= (int) G_N_ELEMENTS (letters) ? letters[value - 1] : NULL;
}

/* Of a part's number, 0 if it is none: no plan has fifty parts, and "L", "C", "D" are letters. */
static int
roman_value (const char *text)
{
  for (int i = 1; i <= 49; i++)
    {
      g_autofree char *roman = gh_numbering_roman (i);

      if (strcmp (roman, text) == 0)
        return i;
    }
  return 0;
}

/* "a)" → "b)", "d)" → "đ)"; NULL if it is no letter, or the last. */
static char *
next_letter (const char *number)
{
  const char *bracket = strchr (number, ')');

  for (gsize i = 0; bracket != NULL && bracket[1] == '\0' && i + 1 < G_N_ELEMENTS (letters); i++)
    if (strlen (letters[i]) == (gsize) (bracket - number) &&
        strncmp (number, letters[i], strlen (letters[i])) == 0)
      return g_strdup_printf ("%s)", letters[i + 1]);
  return NULL;
}

/* "1.2" → "1.3", "3" → "4", "2)" → "3)" */
static char *
next_arabic (const char *number)
{
  const char *last = strrchr (number, '.');
  const char *digits = last != NULL ? last + 1 : number;
  char *end = NULL;
  long value = strtol (digits, &end, 10);

  if (end == digits || value < 0 || value > 9999)
    return NULL;
  return g_strdup_printf ("%.*s%ld%s", (int) (digits - number), number, value + 1, end);
}

static char *
successor (const char *number)
{
  int roman = roman_value (number);
  char *next;

  if (roman > 0)
    return gh_numbering_roman (roman + 1);
  next = next_letter (number);
  return next != NULL ? next : next_arabic (number);
}

static char *
first_number (const char *parent, int level)
{
  if (level <= 1)
    return g_strdup ("I");
  if (level == 2)
    return g_strdup ("1");
  if (g_ascii_isdigit (*parent))
    return g_strdup_printf ("%s.1", parent);
  return g_strdup ("a)");
}

char *
gh_numbering_next (const GPtrArray *blocks, guint index, GhBlockKind kind, int level)
{
  if (kind == GH_BLOCK_ITEM)
    {
      const GhBlock *before = index > 0 ? g_ptr_array_index (blocks, index - 1) : NULL;

      if (before != NULL && before->kind == GH_BLOCK_ITEM && *before->number != '\0')
        {
          char *next = successor (before->number);

          return next != NULL ? next : g_strdup (before->number);
        }
      return g_strdup ("-");
    }
  if (kind != GH_BLOCK_HEADING)
    return g_strdup ("");
  for (guint i = MIN (index, blocks->len); i-- > 0;)
    {
      const GhBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == GH_BLOCK_APPENDIX)
        break;
      if (block->kind != GH_BLOCK_HEADING)
        continue;
      if (block->level == level)
        {
          char *next = successor (block->number);

          return next != NULL ? next : g_strdup ("");
        }
      if (block->level < level)
        return first_number (block->number, level);
    }
  return first_number ("", level);
}
