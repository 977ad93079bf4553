/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-numbering.h"

#include <string.h>

/* Reading, printing and choosing numbers; the series are in gh-numbering-series.c. */

/* Points go by the Vietnamese alphabet (no f, j, w, z). */
static const char *const letters[] = { "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                       "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y" };
#define N_LETTERS ((int) G_N_ELEMENTS (letters))

/* Parts by letter leave out what would be read as a roman number. */
static const char capitals[] = "ABCDEGHKLMNOPQRSTUY";
#define N_CAPITALS ((int) sizeof capitals - 1)

enum
{
  RANK_CAPITAL = 1,
  RANK_ROMAN = 2,
  RANK_ARABIC = 3,   /* each dot is one more */
  RANK_BRACKET = 40, /* "1)" */
  RANK_LETTER = 50,
};

#define MAX_DEPTH 9

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
  return value >= 1 && value <= N_LETTERS ? letters[value - 1] : NULL;
}

/* --- reading --------------------------------------------------------------------------------- */

/* C, D, L alone are parts by letter. */
static int
roman_value (const char *text, gsize length)
{
  static const char signs[] = "IVXL";
  static const int values[] = { 1, 5, 10, 50 };
  int sum = 0;
  int last = 0;

  if (length == 1 && *text == 'L')
    return 0;
  for (gsize i = length; i-- > 0;)
    {
      const char *sign = text[i] != '\0' ? strchr (signs, text[i]) : NULL;
      int value = sign != NULL ? values[sign - signs] : 0;

      if (value == 0)
        return 0;
      sum += value < last ? -value : value;
      last = MAX (last, value);
    }
  return MAX (sum, 0);
}

static int
one_letter_value (const char *text, gsize length)
{
  for (int i = 0; i < N_LETTERS; i++)
    if (strlen (letters[i]) == length && memcmp (letters[i], text, length) == 0)
      return i + 1;
  return 0;
}

/* Behind y) come aa), ab) … */
static int
letter_value (const char *text, gsize length)
{
  int value = one_letter_value (text, length);
  int rest = length > 1 ? one_letter_value (text + 1, length - 1) : 0;

  if (value > 0)
    return value;
  if (rest > 0 && (*text == 'a' || *text == 'b'))
    return N_LETTERS * (*text - 'a' + 1) + rest;
  return 0;
}

static gboolean
is_bullet (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  return *text != '\0' && *g_utf8_next_char (text) == '\0' && !g_unichar_isalnum (c);
}

/* Where the closing marks of @text begin. */
static gsize
find_end (const char *text)
{
  gsize end = strlen (text);

  while (end > 0 && strchr (".)/", text[end - 1]) != NULL)
    end--;
  return end;
}

static void
read_arabic (GhNumber *number, const char *text, const char *last, const char *end)
{
  number->depth = 1;
  for (const char *p = text; p < last; p++)
    number->depth += *p == '.' ? 1 : 0;
  number->value = (int) g_ascii_strtoll (last, NULL, 10);
  if (number->depth > MAX_DEPTH)
    return;
  number->style = GH_NUMBER_ARABIC;
  number->rank = RANK_ARABIC + number->depth - 1;
  if (*end == ')' && number->depth == 1)
    {
      number->rank = RANK_BRACKET;
      number->depth = 0;
    }
}

GhNumber
gh_number_read (const char *printed)
{
  GhNumber number = { GH_NUMBER_NONE, 0, 0, 0, 0 };
  gsize end;
  gsize length;
  const char *last;

  g_return_val_if_fail (printed != NULL, number);

  if (is_bullet (printed))
    {
      number.style = GH_NUMBER_BULLET;
      return number;
    }
  end = find_end (printed);
  last = g_strrstr_len (printed, (gssize) end, ".");
  last = last != NULL ? last + 1 : printed;
  number.prefix_length = (gsize) (last - printed);
  length = end - number.prefix_length;
  if (length == 0 || length > 8)
    return number;
  if (strspn (last, "0123456789") >= length)
    {
      read_arabic (&number, printed, last, printed + end);
      return number;
    }
  if ((number.value = roman_value (last, length)) > 0)
    {
      number.style = GH_NUMBER_ROMAN;
      number.rank = RANK_ROMAN;
    }
  else if (length == 1 && *last != '\0' && strchr (capitals, *last) != NULL)
    {
      number.style = GH_NUMBER_CAPITAL;
      number.rank = RANK_CAPITAL;
      number.value = (int) (strchr (capitals, *last) - capitals) + 1;
    }
  else if ((number.value = letter_value (last, length)) > 0)
    {
      number.style = GH_NUMBER_LETTER;
      number.rank = RANK_LETTER;
    }
  return number;
}

gboolean
gh_number_is_counted (const GhNumber *number)
{
  return number->style >= GH_NUMBER_CAPITAL;
}

/* --- printing -------------------------------------------------------------------------------- */

static char *
print_letter (int value)
{
  if (value <= N_LETTERS)
    return g_strdup (letters[value - 1]);
  if (value <= 3 * N_LETTERS)
    return g_strdup_printf ("%c%s", 'a' + (value - 1) / N_LETTERS - 1,
                            letters[(value - 1) % N_LETTERS]);
  return g_strdup_printf ("%d", value);
}

char *
gh_number_print (const char *printed, const char *prefix, int value)
{
  GhNumber number = gh_number_read (printed);
  gsize end = find_end (printed);
  g_autofree char *last = NULL;
  g_autofree char *before =
    prefix != NULL ? g_strconcat (prefix, ".", NULL) : g_strndup (printed, number.prefix_length);

  g_return_val_if_fail (value > 0, NULL);

  switch (number.style)
    {
    case GH_NUMBER_ROMAN:
      last = gh_numbering_roman (value);
      break;
    case GH_NUMBER_LETTER:
      last = print_letter (value);
      break;
    case GH_NUMBER_CAPITAL:
      last = value <= N_CAPITALS ? g_strdup_printf ("%c", capitals[value - 1])
                                 : g_strdup_printf ("%d", value);
      break;
    case GH_NUMBER_ARABIC:
      last = g_strdup_printf ("%d", value);
      break;
    case GH_NUMBER_NONE:
    case GH_NUMBER_BULLET:
    default:
      return g_strdup (printed);
    }
  return g_strconcat (before, last, printed + end, NULL);
}

/* --- choosing -------------------------------------------------------------------------------- */

/* The heading that block @index stands below: of a level above @level, in the same appendix. */
static const GhBlock *
find_parent (const GPtrArray *blocks, guint index, int level)
{
  while (index-- > 0)
    {
      const GhBlock *block = g_ptr_array_index (blocks, index);

      if (block->kind == GH_BLOCK_APPENDIX)
        break;
      if (block->kind == GH_BLOCK_HEADING && block->level < level)
        return block;
    }
  return NULL;
}

/* Whether a heading with @printed may stand below @parent: deeper, and 1.1 only below 1. */
static gboolean
fits (const GhBlock *parent, const char *printed)
{
  GhNumber number = gh_number_read (printed);
  GhNumber above = parent != NULL ? gh_number_read (parent->number) : (GhNumber){ 0 };

  if (number.style == GH_NUMBER_BULLET)
    return TRUE;
  if (!gh_number_is_counted (&number))
    return FALSE;
  if (number.depth > 1 && (above.style != GH_NUMBER_ARABIC || above.depth != number.depth - 1))
    return FALSE;
  return number.rank > above.rank;
}

static const char *
default_heading (const GhBlock *parent, int level)
{
  static const char *const numbers[] = { "I", "1", "1.1", "a)", "-" };

  for (int i = CLAMP (level, 1, 4) - 1; i < (int) G_N_ELEMENTS (numbers); i++)
    if (fits (parent, numbers[i]))
      return numbers[i];
  return "-";
}

/* The heading of the same level before block @index, below the same parent. */
static const GhBlock *
find_before (const GPtrArray *blocks, guint index, int level)
{
  while (index-- > 0)
    {
      const GhBlock *block = g_ptr_array_index (blocks, index);

      if (block->kind == GH_BLOCK_APPENDIX)
        break;
      if (block->kind == GH_BLOCK_HEADING && block->level <= level)
        return block->level == level ? block : NULL;
    }
  return NULL;
}

static const GhBlock *
find_behind (const GPtrArray *blocks, guint index, int level)
{
  for (guint i = index + 1; i < blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == GH_BLOCK_APPENDIX)
        break;
      if (block->kind == GH_BLOCK_HEADING && block->level <= level)
        return block->level == level ? block : NULL;
    }
  return NULL;
}

/* The number of a heading of the same level: beside it, else anywhere. */
static const char *
find_like (const GPtrArray *blocks, guint index, const GhBlock *parent)
{
  const GhBlock *self = g_ptr_array_index (blocks, index);
  const GhBlock *beside = find_before (blocks, index, self->level);

  if (beside == NULL)
    beside = find_behind (blocks, index, self->level);
  if (beside != NULL && fits (parent, beside->number))
    return beside->number;
  for (guint i = 0; i < blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (blocks, i);

      if (i != index && block->kind == GH_BLOCK_HEADING && block->level == self->level &&
          fits (parent, block->number))
        return block->number;
    }
  return NULL;
}

/* The item beside block @index in direction @step, with nothing but deeper items between. */
static const GhBlock *
find_item (const GPtrArray *blocks, guint index, int step)
{
  const GhBlock *self = g_ptr_array_index (blocks, index);

  for (guint i = index + (guint) step; i < blocks->len; i += (guint) step)
    {
      const GhBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind != GH_BLOCK_ITEM || block->level < self->level)
        return NULL;
      if (block->level == self->level)
        return block;
    }
  return NULL;
}

static char *
suggest_item (const GPtrArray *blocks, guint index)
{
  const GhBlock *self = g_ptr_array_index (blocks, index);
  const GhBlock *beside = find_item (blocks, index, -1);
  const GhBlock *above = NULL;

  if (beside == NULL)
    beside = find_item (blocks, index, 1);
  if (beside != NULL && *beside->number != '\0')
    return g_strdup (beside->number);
  for (guint i = index; i-- > 0 && self->level > 1;)
    {
      above = g_ptr_array_index (blocks, i);
      if (above->kind != GH_BLOCK_ITEM || above->level < self->level)
        break;
    }
  if (self->level > 1 && above != NULL && above->kind == GH_BLOCK_ITEM)
    return g_strdup (strcmp (above->number, "-") == 0 ? "+" : "-");
  return g_strdup (self->level % 2 == 0 ? "+" : "-");
}

char *
gh_numbering_suggest (const GPtrArray *blocks, guint index)
{
  const GhBlock *block;
  const GhBlock *parent;
  const char *like;

  g_return_val_if_fail (blocks != NULL && index < blocks->len, NULL);

  block = g_ptr_array_index (blocks, index);
  if (block->kind == GH_BLOCK_ITEM)
    return suggest_item (blocks, index);
  if (block->kind != GH_BLOCK_HEADING)
    return g_strdup ("");
  parent = find_parent (blocks, index, block->level);
  like = find_like (blocks, index, parent);
  return g_strdup (like != NULL ? like : default_heading (parent, block->level));
}

gboolean
gh_numbering_fits (const GPtrArray *blocks, guint index)
{
  const GhBlock *block;
  const GhBlock *beside;

  g_return_val_if_fail (blocks != NULL && index < blocks->len, FALSE);

  block = g_ptr_array_index (blocks, index);
  beside = find_before (blocks, index, block->level);
  if (beside != NULL && *beside->number != '\0' &&
      gh_number_read (beside->number).rank != gh_number_read (block->number).rank)
    return FALSE;
  return fits (find_parent (blocks, index, block->level), block->number);
}

gboolean
gh_numbering_has_siblings (const GPtrArray *blocks, guint index)
{
  const GhBlock *block;

  g_return_val_if_fail (blocks != NULL && index < blocks->len, FALSE);

  block = g_ptr_array_index (blocks, index);
  if (block->kind == GH_BLOCK_ITEM)
    return find_item (blocks, index, -1) != NULL || find_item (blocks, index, 1) != NULL;
  if (block->kind != GH_BLOCK_HEADING)
    return FALSE;
  return find_before (blocks, index, block->level) != NULL ||
         find_behind (blocks, index, block->level) != NULL;
}

guint
gh_numbering_styles (const GPtrArray *blocks,
                     guint index,
                     const char *styles[GH_NUMBERING_MAX_STYLES])
{
  static const char *const headings[4][4] = {
    { "I", "A", NULL }, { "1", NULL }, { "1.1", "a)", NULL }, { "a)", "1.1.1", "-", NULL }
  };
  static const char *const items[] = { "-", "+", "a)", "1)", NULL };
  const GhBlock *block;
  const GhBlock *parent;
  const char *const *wanted;
  guint n = 0;

  g_return_val_if_fail (blocks != NULL && index < blocks->len, 0);

  block = g_ptr_array_index (blocks, index);
  if (block->kind != GH_BLOCK_HEADING && block->kind != GH_BLOCK_ITEM)
    return 0;
  parent = find_parent (blocks, index, block->kind == GH_BLOCK_ITEM ? G_MAXINT : block->level);
  wanted = block->kind == GH_BLOCK_ITEM ? items : headings[CLAMP (block->level, 1, 4) - 1];
  for (; *wanted != NULL; wanted++)
    if (fits (parent, *wanted))
      styles[n++] = *wanted;
  return n;
}
