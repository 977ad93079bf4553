/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-text.h"

/* The build of the text: numbering, empty and broken-off parts, closing mark, attachments. */

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
static int
letter_value (const char *text, gsize length)
{
  static const char *const letters[] = { "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l",
                                         "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x" };

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    if (strlen (letters[i]) == length && memcmp (letters[i], text, length) == 0)
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

/* A run of numbers of one rank. */
typedef struct
{
  NumberStyle style;
  int rank;
  int value;
  char prefix[16];
} Run;

static void
report_number (GhCheck *check, const GhPiece *piece, const Run *run, const Number *number)
{
  const char *printed = piece->resolved->number;

  if (number->value <= run->value)
    gh_check_add (check, GH_SEVERITY_ERROR, "duplicate-numbering", piece,
                  _("The number “%s” stands here a second time. Number the parts "
                                     "one after the other."),
                     printed);
  else
    gh_check_add (check, GH_SEVERITY_WARNING, "duplicate-numbering", piece,
                  _("The numbering jumps to “%s”: a number before it is left "
                                     "out. Number the parts one after the other."),
                     printed);
}

/*
 * Runs stand on a stack by rank: a number continues the run of its style and rank, begins a new
 * one below, and whatever ran deeper ends. 1 always begins anew. Headings and items run together:
 * "4. Công an: …" in one paragraph follows the heading "3. Hội Chữ thập đỏ".
 */
static void
check_run (GhCheck *check, GArray *runs, const GhPiece *piece)
{
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
    report_number (check, piece, last, &number);
  g_array_index (runs, Run, runs->len - 1) = run;
}

static gboolean
is_heading (const GhPiece *piece)
{
  return piece->resolved != NULL &&
         (piece->resolved->kind == GH_BLOCK_HEADING || piece->resolved->kind == GH_BLOCK_APPENDIX);
}

static void
check_numbering (GhCheck *check)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));

  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);
      gboolean numbered;

      if (piece->resolved == NULL || piece->kind != GH_PIECE_TEXT)
        continue;
      numbered = read_number (piece->resolved->number).style != STYLE_NONE;
      if (piece->resolved->kind == GH_BLOCK_APPENDIX)
        g_array_set_size (runs, 0); /* an appendix numbers its parts itself */
      else if (numbered && (piece->resolved->kind == GH_BLOCK_HEADING ||
                            piece->resolved->kind == GH_BLOCK_ITEM))
        check_run (check, runs, piece);
    }
}

/* A heading that is only a title: what it announces has to follow. */
static gboolean
is_bare_title (const GhPiece *piece)
{
  g_autofree char *text = g_strstrip (g_strdup (piece->text));
  gsize length = strlen (text);
  const char *colon = strchr (text, ':');

  if (!is_heading (piece) || piece->resolved->kind == GH_BLOCK_APPENDIX || length == 0)
    return FALSE;
  if (colon != NULL)
    return colon[1] == '\0';
  return strchr (".;!?…)”\"", text[length - 1]) == NULL && g_utf8_strlen (text, -1) <= 120;
}

/* The next piece of the body, %NULL at its end (an appendix is the end). */
static const GhPiece *
next_body_piece (const GhCheck *check, guint i)
{
  for (i++; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);

      if (piece->resolved == NULL || piece->resolved->kind == GH_BLOCK_APPENDIX)
        return NULL;
      if (*piece->fold != '\0' || is_heading (piece))
        return piece;
    }
  return NULL;
}

/* Whether a sibling of heading @i has text: then a title without any is a gap, not a list. */
static gboolean
is_gap (const GhCheck *check, guint i)
{
  const GhPiece *piece = g_ptr_array_index (check->pieces, i);
  const GhPiece *before = i > 0 ? g_ptr_array_index (check->pieces, i - 1) : NULL;

  if (piece->resolved->level <= 1 || g_str_has_suffix (piece->text, ":"))
    return TRUE;
  return before != NULL && before->resolved != NULL && !is_heading (before);
}

static void
check_empty_sections (GhCheck *check)
{
  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);
      const GhPiece *next = next_body_piece (check, i);
      gboolean empty;

      if (!is_bare_title (piece) || (next == NULL && check->truncated))
        continue;
      empty =
        next == NULL || (is_heading (next) && next->resolved->level <= piece->resolved->level);
      if (empty && is_gap (check, i))
        gh_check_add (check, GH_SEVERITY_WARNING, "empty-section", piece,
                      _("There is no text under the heading “%s”. Write it, or "
                                         "remove the heading."),
                         piece->text);
    }
}

static void
find_truncation (GhCheck *check)
{
  int last = gh_check_last_body_piece (check);
  const GhPlan *plan = check->plan;
  const GhPiece *piece;
  g_autofree char *text = NULL;
  gsize length;

  if (last < 0 || plan->recipients->len > 0 || *plan->signer_name != '\0' ||
      *plan->signer_role != '\0' || *plan->authority != '\0')
    return;
  piece = g_ptr_array_index (check->pieces, (guint) last);
  text = g_strstrip (g_strdup (piece->text));
  length = strlen (text);
  if (piece->live || piece->kind == GH_PIECE_ROW || length == 0)
    return;
  if (!is_bare_title (piece) && strchr (".;!/)”\"", text[length - 1]) != NULL)
    return;
  check->truncated = TRUE;
  gh_check_add (check, GH_SEVERITY_ERROR, "truncated", piece,
                _("The text breaks off here; what follows, with recipients and "
                            "signature, is missing. Get the whole document, or finish it."));
}

static void
check_closing (GhCheck *check)
{
  int last = gh_check_last_body_piece (check);
  const GhPiece *piece;
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;

  if (last < 0 || check->truncated || check->plan->profile != GH_PROFILE_ND30)
    return;
  piece = g_ptr_array_index (check->pieces, (guint) last);
  text = g_strstrip (g_strdup (piece->text));
  if (g_str_has_suffix (text, "./."))
    return;
  words = gh_check_excerpt (text, strlen (text));
  gh_check_add (check, GH_SEVERITY_WARNING, "closing-mark", piece,
                _("The body does not end with “./.” (%s). Put it behind the last sentence."),
                   words);
}

/* (transfer full): the clause around @at, to quote: up to a comma, bracket or full stop. */
static char *
quote_clause (const char *text, const char *at, gsize length)
{
  static const char ends[] = ",;.()\t\n";
  const char *from = at;
  const char *to = at + length;
  g_autofree char *clause = NULL;
  g_autofree char *squeezed = NULL;

  while (from > text && at - from < 200 && strchr (ends, from[-1]) == NULL)
    from--;
  while (((guchar) *from & 0xC0) == 0x80)
    from++;
  while (*to != '\0' && to - at < 200 && strchr (ends, *to) == NULL)
    to++;
  while (((guchar) *to & 0xC0) == 0x80)
    to++;
  clause = g_strndup (from, (gsize) (to - from));
  squeezed = gh_text_squeeze (clause);
  if (g_utf8_strlen (squeezed, -1) > 80)
    {
      g_autofree char *tail = g_utf8_substring (squeezed, g_utf8_strlen (squeezed, -1) - 79, -1);

      return g_strconcat ("…", tail, NULL);
    }
  return g_steal_pointer (&squeezed);
}

/* Where @text refers to something attached, and how long the words are, or %NULL. */
static const char *
find_attachment (const char *text, gsize *length)
{
  static const char *const words[] = { "kèm theo", "gửi kèm", "đính kèm", "Phụ lục", "phụ lục" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    for (const char *at = text; (at = strstr (at, words[i])) != NULL; at++)
      {
        const char *behind = at + strlen (words[i]);

        /* "mang kèm theo giấy tờ", "ban hành kèm theo Quyết định", "Kèm theo Kế hoạch số …" */
        if ((at - text >= 5 && g_ascii_strncasecmp (at - 5, "mang ", 5) == 0) ||
            g_str_has_prefix (behind, " Quyết định") || g_str_has_prefix (behind, " Kế hoạch") ||
            g_str_has_prefix (behind, " Thông tư") || g_str_has_prefix (behind, " Nghị định"))
          continue;
        *length = strlen (words[i]);
        return at;
      }
  return NULL;
}

/* Appendices, and tables made from the data, are what a plan can have attached. */
static void
check_attachments (GhCheck *check)
{
  gboolean appendix = FALSE;

  for (guint i = 0; i < check->plan->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (check->plan->blocks, i);

      appendix = appendix || block->kind == GH_BLOCK_APPENDIX;
    }
  for (guint i = 0; i < check->pieces->len && !appendix; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);
      gsize length = 0;
      const char *at = piece->resolved != NULL ? find_attachment (piece->text, &length) : NULL;

      if (at != NULL)
        {
          g_autofree char *clause = quote_clause (piece->text, at, length);

          gh_check_add (check, GH_SEVERITY_ERROR, "missing-attachment", piece,
                        _("“%s” refers to something attached, but the plan has no "
                                           "appendix. Add the appendix, or take the reference "
                                           "out."),
                           clause);
        }
    }
}

void
gh_check_structure (GhCheck *check)
{
  find_truncation (check);
  check_numbering (check);
  check_empty_sections (check);
  check_closing (check);
  check_attachments (check);
}
