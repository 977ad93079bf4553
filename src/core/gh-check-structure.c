/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-numbering.h"
#include "gh-text.h"

/* The build of the text: empty and broken-off parts, closing mark, attachments. */

static gboolean
is_heading (const GhPiece *piece)
{
  return piece->resolved != NULL &&
         (piece->resolved->kind == GH_BLOCK_HEADING || piece->resolved->kind == GH_BLOCK_APPENDIX);
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

/* Whether @next is the first of the sections of @piece: "B" has "I", though both are parts of the
 * same level for us. */
static gboolean
begins_below (const GhPiece *piece, const GhPiece *next)
{
  const GhNumber above = gh_number_read (piece->resolved->number);
  const GhNumber below = gh_number_read (next->resolved->number);

  return above.style == GH_NUMBER_CAPITAL && below.style == GH_NUMBER_ROMAN && below.value == 1;
}

static void
check_empty_sections (GhCheck *check)
{
  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);
      const GhPiece *next;
      gboolean empty;

      if (!is_bare_title (piece))
        continue;
      next = next_body_piece (check, i);
      if (next == NULL && check->truncated)
        continue;
      empty =
        next == NULL || (is_heading (next) && next->resolved->level <= piece->resolved->level &&
                         !begins_below (piece, next));
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

/* Puts "./." in place of whatever marks end the last sentence: ". /", "./", ";". */
static void
mend_closing (GhCheck *check, GhFinding *finding, const GhPiece *piece)
{
  gsize length = strlen (piece->text);
  gsize end = length;
  GhMend mend;

  while (end > 0 && strchr (" \t\n./,;:", piece->text[end - 1]) != NULL)
    end--;
  if (piece->kind != GH_PIECE_TEXT || is_heading (piece) || end == 0 ||
      memchr (piece->text + end, ':', length - end) != NULL)
    return;
  mend = gh_mend_begin (check, TRUE);
  gh_mend_replace (&mend, piece, end, length - end, "./.");
  gh_mend_end (&mend, finding, g_strdup (_("End with “./.”")));
}

static void
check_closing (GhCheck *check)
{
  int last = gh_check_last_body_piece (check);
  const GhPiece *piece;
  GhFinding *finding;
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;

  if (last < 0 || check->truncated || check->plan->profile != GH_PROFILE_ND30)
    return;
  piece = g_ptr_array_index (check->pieces, (guint) last);
  text = g_strstrip (g_strdup (piece->text));
  if (g_str_has_suffix (text, "./."))
    return;
  words = gh_check_excerpt (text, strlen (text));
  finding = gh_check_add (
    check, GH_SEVERITY_WARNING, "closing-mark", piece,
    _("The body does not end with “./.” (%s). Put it behind the last sentence."), words);
  mend_closing (check, finding, piece);
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
            gh_text_begins (behind, " Quyết định") || gh_text_begins (behind, " Kế hoạch") ||
            gh_text_begins (behind, " Thông tư") || gh_text_begins (behind, " Nghị định"))
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

  for (guint i = 0; i < check->resolved->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (check->resolved->blocks, i);

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

          GhFinding *finding =
            gh_check_add (check, GH_SEVERITY_ERROR, "missing-attachment", piece,
                          _("“%s” refers to something attached, but the plan has no "
                            "appendix. Add the appendix, or take the reference "
                            "out."),
                          clause);

          gh_check_point (check, finding, piece, (gsize) (at - piece->text), length);
        }
    }
}

void
gh_check_structure (GhCheck *check)
{
  find_truncation (check);
  gh_check_numbering (check);
  check_empty_sections (check);
  check_closing (check);
  check_attachments (check);
}
