/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-numbering.h"

/* Printed numbers of headings and items: each run goes up one by one. */

typedef enum
{
  STYLE_NONE,
  STYLE_ROMAN,
  STYLE_ARABIC,
  STYLE_LETTER,
} NumberStyle;

/**
 * Number: a printed number.
 * @rank: how deep such numbers stand: I, then 1, then 1.1 and 1.1.1, then a)
 * @prefix_length: of what stands before its last part ("1." of "1.3")
 * @value: of the last part, from 1
 */
typedef struct
{
  NumberStyle style;
  int rank;
  gsize prefix_length;
  int value;
} Number;

static int
roman_value (const char *text, gsize length)
{
  static const char letters[] = "IVX"; /* C, D and L are parts by letter: A, B, C, D */
  static const int values[] = { 1, 5, 10 };
  int sum = 0;
  int last = 0;

  for (gsize i = length; i-- > 0;)
    {
      const char *letter = text[i] != '\0' ? strchr (letters, text[i]) : NULL;
      int value = letter != NULL ? values[letter - letters] : 0;

      if (value == 0)
        return 0;
      sum += value < last ? -value : value;
      last = MAX (last, value);
    }
  return sum;
}

/* Points go by the Vietnamese alphabet: a, b, c, d, đ, e, g … (no f, j, w, z). */
static const char *const point_letters[] = {
  "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l",
  "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x"
};

static int
letter_value (const char *text, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (point_letters); i++)
    if (strlen (point_letters[i]) == length && memcmp (point_letters[i], text, length) == 0)
      return (int) i + 1;
  return 0;
}

static Number
read_number (const char *text)
{
  Number number = { STYLE_NONE, 0, 0, 0 };
  gsize length = strlen (text);
  const char *last;

  while (length > 0 && strchr (".)", text[length - 1]) != NULL)
    length--;
  last = g_strrstr_len (text, (gssize) length, ".");
  number.prefix_length = last != NULL ? (gsize) (last + 1 - text) : 0;
  last = text + number.prefix_length;
  length -= number.prefix_length;
  if (length == 0 || length > 6)
    return number;
  if (strspn (last, "0123456789") >= length)
    {
      number.style = STYLE_ARABIC;
      number.value = (int) g_ascii_strtoll (last, NULL, 10);
      number.rank = 2;
      for (gsize i = 0; i < number.prefix_length; i++)
        number.rank += text[i] == '.' ? 1 : 0;
    }
  else if ((number.value = roman_value (last, length)) > 0)
    {
      number.style = STYLE_ROMAN;
      number.rank = 1;
    }
  else if ((number.value = letter_value (last, length)) > 0)
    {
      number.style = STYLE_LETTER;
      number.rank = 50;
    }
  return number;
}

/* (transfer full) (nullable): @printed with @value as its last part; %NULL beyond what the style
 * can count. */
static char *
print_number (const char *printed, const Number *number, int value)
{
  gsize end = strlen (printed);
  g_autofree char *last = NULL;

  while (end > 0 && strchr (".)", printed[end - 1]) != NULL)
    end--;
  if (number->style == STYLE_ARABIC && value <= 999)
    last = g_strdup_printf ("%d", value);
  else if (number->style == STYLE_ROMAN && value <= 39)
    last = gh_numbering_roman (value);
  else if (number->style == STYLE_LETTER && value <= (int) G_N_ELEMENTS (point_letters))
    last = g_strdup (point_letters[value - 1]);
  if (last == NULL)
    return NULL;
  return g_strdup_printf ("%.*s%s%s", (int) number->prefix_length, printed, last, printed + end);
}

static gboolean
is_counted (const GhPiece *piece)
{
  return piece->kind == GH_PIECE_TEXT && piece->resolved != NULL &&
         (piece->resolved->kind == GH_BLOCK_HEADING || piece->resolved->kind == GH_BLOCK_ITEM) &&
         read_number (piece->resolved->number).style != STYLE_NONE;
}

/* "1.3.2" below what was "1.3" and is "1.4" now. */
static void
renumber_child (GhMend *mend, const GhPiece *piece, const char *parent, const char *renamed)
{
  const char *printed = piece->resolved->number;
  gsize length = parent != NULL ? strlen (parent) : 0;
  g_autofree char *text = NULL;

  if (length == 0 || strncmp (printed, parent, length) != 0 || printed[length] != '.' ||
      printed[length + 1] == '\0')
    return;
  text = g_strconcat (renamed, printed + length, NULL);
  gh_mend_block (mend, GH_FIX_NUMBER, piece, printed, text);
}

/* A run longer than this is not renumbered in one click, and no more runs than this in a plan; it
 * keeps the cost linear. */
#define RENUMBER_MAX  400
#define RENUMBER_RUNS 50

/* Numbers piece @first and what follows it in its run one behind the other from @value on, until
 * the numbers are right as they stand. */
static void
renumber (GhMend *mend, guint first, int value)
{
  const GPtrArray *pieces = mend->check->pieces;
  const GhPiece *piece = g_ptr_array_index (pieces, first);
  const Number begin = read_number (piece->resolved->number);
  const char *prefix = piece->resolved->number;
  int before = 0; /* value of the number before, as it was */
  g_autofree char *parent = NULL;
  g_autofree char *renamed = NULL;

  for (guint i = first; i < pieces->len && !mend->spoilt; i++)
    {
      Number number;

      piece = g_ptr_array_index (pieces, i);
      if (i - first > RENUMBER_MAX)
        mend->spoilt = TRUE;
      if (piece->resolved == NULL || piece->resolved->kind == GH_BLOCK_APPENDIX)
        return;
      if (!is_counted (piece))
        continue;
      number = read_number (piece->resolved->number);
      if (number.rank > begin.rank)
        {
          renumber_child (mend, piece, parent, renamed);
          continue;
        }
      if (number.rank < begin.rank || number.style != begin.style ||
          number.prefix_length != begin.prefix_length ||
          strncmp (piece->resolved->number, prefix, begin.prefix_length) != 0 ||
          (i > first && number.value == 1 && before != 1) || number.value == value)
        return;
      g_free (parent);
      g_free (renamed);
      parent = g_strdup (piece->resolved->number);
      renamed = print_number (parent, &number, value);
      if (renamed == NULL)
        mend->spoilt = TRUE;
      else
        gh_mend_block (mend, GH_FIX_NUMBER, piece, parent, renamed);
      before = number.value;
      value++;
    }
}

/* A run of numbers of one rank. */
typedef struct
{
  NumberStyle style;
  int rank;
  int value;
  char prefix[16];
} Run;

static void
report_number (GhCheck *check, guint index, const Run *run, const Number *number, int *n_mended)
{
  const GhPiece *piece = g_ptr_array_index (check->pieces, index);
  const char *printed = piece->resolved->number;
  g_autofree char *right = print_number (printed, number, run->value + 1);
  GhFinding *finding;
  GhMend mend;

  if (number->value <= run->value)
    finding = gh_check_add (check, GH_SEVERITY_ERROR, "duplicate-numbering", piece,
                            _("The number “%s” stands here a second time. Number the parts "
                              "one after the other."),
                            printed);
  else
    finding = gh_check_add (check, GH_SEVERITY_WARNING, "duplicate-numbering", piece,
                            _("The numbering jumps to “%s”: a number before it is left "
                              "out. Number the parts one after the other."),
                            printed);
  if (right == NULL || ++*n_mended > RENUMBER_RUNS)
    return;
  mend = gh_mend_begin (check, FALSE);
  renumber (&mend, index, run->value + 1);
  gh_mend_end (&mend, finding,
               mend.fix->edits->len > 1 ? g_strdup_printf (_("Renumber from %s on"), right)
                                        : g_strdup_printf (_("Number it %s"), right));
}

/*
 * Runs stand on a stack by rank: a number continues the run of its style and rank, begins a new
 * one below, and whatever ran deeper ends. 1 always begins anew. Headings and items run together:
 * "4. Công an: …" in one paragraph follows the heading "3. Hội Chữ thập đỏ".
 */
static void
check_run (GhCheck *check, GArray *runs, guint index, int *n_mended)
{
  const GhPiece *piece = g_ptr_array_index (check->pieces, index);
  const GhBlock *block = piece->resolved;
  Number number = read_number (block->number);
  Run run = { number.style, number.rank, number.value, "" };
  const Run *last;

  if (number.prefix_length >= sizeof run.prefix)
    return;
  memcpy (run.prefix, block->number, number.prefix_length);
  while (runs->len > 0 && g_array_index (runs, Run, runs->len - 1).rank > number.rank)
    g_array_set_size (runs, runs->len - 1);
  last = runs->len > 0 ? &g_array_index (runs, Run, runs->len - 1) : NULL;
  if (last == NULL || last->rank < number.rank)
    {
      g_array_append_val (runs, run);
      return;
    }
  if (last->style == number.style && strcmp (last->prefix, run.prefix) == 0 &&
      number.value != last->value + 1 && (number.value != 1 || last->value == 1))
    report_number (check, index, last, &number, n_mended);
  g_array_index (runs, Run, runs->len - 1) = run;
}

void
gh_check_numbering (GhCheck *check)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  int n_mended = 0;

  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);

      if (piece->resolved != NULL && piece->kind == GH_PIECE_TEXT &&
          piece->resolved->kind == GH_BLOCK_APPENDIX)
        g_array_set_size (runs, 0); /* an appendix numbers its parts itself */
      else if (is_counted (piece))
        check_run (check, runs, i, &n_mended);
    }
}
