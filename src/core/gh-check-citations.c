/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-text.h"

/* How documents are cited: the legal bases line by line, and numbers with dates in the text
 * (Nghị định 30/2020, Phụ lục I, mục II.6). */

#define NO_COMMA G_MAXSIZE

/* Laws are cited by type and name alone. */
static gboolean
is_law (const char *fold)
{
  return gh_check_has_word (fold, "luat|bo luat|phap lenh|hien phap");
}

static void
mend_basis_end (GhCheck *check, GhFinding *finding, const GhPiece *piece, const char *mark)
{
  gsize length = strlen (piece->text);
  gsize end = length;
  GhMend mend;

  while (end > 0 && strchr (" \t\n.,;:", piece->text[end - 1]) != NULL)
    end--;
  if (end == 0)
    return;
  mend = gh_mend_begin (check, TRUE);
  gh_mend_replace (&mend, piece, end, length - end, mark);
  gh_mend_end (&mend, finding, g_strdup_printf (_("End with “%s”"), mark));
}

static void
check_basis (GhCheck *check, const GhPiece *piece, gboolean last)
{
  g_autofree char *text = g_strchomp (g_strdup (piece->text));
  gsize length = strlen (text);
  char end = length > 0 ? text[length - 1] : '\0';

  if (!is_law (piece->fold) && strchr (piece->text, '/') != NULL && piece->dates->len == 0)
    gh_check_add (check, GH_SEVERITY_WARNING, "citation-form", piece,
                  _("The basis has no date. Cite it with type, number, symbol, date, "
                    "issuing body and subject."));
  else if (!is_law (piece->fold) && gh_check_has_word (piece->fold, "so") &&
           !gh_check_has_word (piece->fold, "cua"))
    gh_check_add (check, GH_SEVERITY_HINT, "citation-form", piece,
                  _("The basis does not say whose document it is. Add “của” and the "
                    "issuing body."));
  if (length > 0 && end != (last ? '.' : ';'))
    mend_basis_end (check,
                    gh_check_add (check, GH_SEVERITY_HINT, "citation-form", piece,
                                  last ? _("The last basis ends with a full stop.")
                                       : _("Each basis but the last ends with a semicolon.")),
                    piece, last ? "." : ";");
}

/* "Kế hoạch số: 80/KH-BCĐ" in a running text, from @from on, or %NULL. */
static const char *
find_colon (const GhPiece *piece, const char *from)
{
  const gsize reach = 20;

  for (const char *at = from; (at = strstr (at, "số: ")) != NULL; at += strlen ("số: "))
    if (g_ascii_isdigit (at[strlen ("số: ")]) && at > piece->text &&
        memchr (at, '/', strnlen (at, reach)) != NULL)
      return at;
  return NULL;
}

static void
check_colon (GhCheck *check, const GhPiece *piece)
{
  const char *at = find_colon (piece, piece->text);
  GhFinding *finding;
  GhMend mend;

  if (at == NULL)
    return;
  finding = gh_check_add (check, GH_SEVERITY_HINT, "citation-form", piece,
                          _("In a running text “số” takes no colon: “Kế hoạch số 80/KH-BCĐ”."));
  gh_check_point (check, finding, piece, (gsize) (at - piece->text), strlen ("số:"));
  mend = gh_mend_begin (check, TRUE);
  for (; at != NULL; at = find_colon (piece, at + strlen ("số: ")))
    gh_mend_replace (&mend, piece, (gsize) (at - piece->text) + strlen ("số"), 1, "");
  gh_mend_end (&mend, finding, g_strdup (_("Remove the colon")));
}

/* Where a comma stands between the number of a document and its date, or NO_COMMA. */
static gsize
find_comma (const GhPiece *piece, const GhDateMatch *match)
{
  const char *before = piece->text + match->offset;

  while (before > piece->text && before[-1] == ' ')
    before--;
  if (before == piece->text || before[-1] != ',' || !gh_check_is_citation (piece, match))
    return NO_COMMA;
  return (gsize) (before - piece->text) - 1;
}

/* "số 86/KH-BCĐ, ngày …" */
static void
check_comma (GhCheck *check, const GhPiece *piece)
{
  GhFinding *finding = NULL;
  GhMend mend;

  for (guint i = 0; i < piece->dates->len; i++)
    {
      gsize place = find_comma (piece, g_ptr_array_index (piece->dates, i));

      if (place == NO_COMMA)
        continue;
      if (finding == NULL)
        {
          finding = gh_check_add (check, GH_SEVERITY_HINT, "citation-form", piece,
                                  _("No comma stands between the number of a document and its "
                                    "date."));
          gh_check_point (check, finding, piece, place, 1);
          mend = gh_mend_begin (check, TRUE);
        }
      gh_mend_replace (&mend, piece, place, 1, "");
    }
  if (finding != NULL)
    gh_mend_end (&mend, finding, g_strdup (_("Remove the comma")));
}

/* --- cited before ------------------------------------------------------------------------------
 */

/* The place behind the date of a citation. */
typedef struct
{
  const GhPiece *piece;
  gsize tail;
} Cited;

/* "12/KH-BCĐ" right before the date. */
static GRegex *
number_regex_new (void)
{
  return g_regex_new ("[Ss]ố\\s*:?\\s*0*(\\d{1,5}(?:/\\d{4})?[/-][^\\s,;()]{2,30})\\s*,?\\s*$",
                      G_REGEX_OPTIMIZE, 0, NULL);
}

/* (transfer full) (nullable): number and day of the document that is cited; @end: (out): behind the
 * number. */
static char *
citation_key (const GRegex *regex, const GhPiece *piece, const GhDateMatch *match, gsize *end)
{
  const gsize reach = 80;
  gsize from = match->offset > reach ? match->offset - reach : 0;
  g_autofree char *before = NULL;
  g_autofree char *number = NULL;
  g_autofree char *upper = NULL;
  g_autoptr (GMatchInfo) info = NULL;
  int start, stop;

  while (((guchar) piece->text[from] & 0xC0) == 0x80)
    from++;
  before = g_strndup (piece->text + from, match->offset - from);
  if (match->problem != NULL || !match->has_year || match->span.start != match->span.end ||
      !g_regex_match (regex, before, 0, &info))
    return NULL;
  g_match_info_fetch_pos (info, 1, &start, &stop);
  number = g_match_info_fetch (info, 1);
  upper = gh_text_upper (number);
  *end = from + (gsize) stop;
  return g_strdup_printf ("%s %u", upper, match->span.start);
}

static gboolean
is_end_of_words (const char *at)
{
  return strchr (".,;:()\n", *at) != NULL || gh_text_begins (at, " (");
}

/* Behind the date: up to where the words end, or the subject begins. */
static gsize
issuer_length (const char *tail)
{
  gsize n = 0;

  if (!gh_text_begins (tail, " của "))
    return 0;
  while (!is_end_of_words (tail + n) && !gh_text_begins (tail + n, " về "))
    n++;
  return n;
}

/* "của Ủy ban xã An Hòa" and "của Ủy ban xã Bình Tân" have numbers of their own. */
static gboolean
is_other_issuer (const char *first, const char *again)
{
  gsize n = MIN (issuer_length (first), issuer_length (again));

  return n > 0 && strncmp (first, again, n) != 0;
}

/* @length: (out): bytes behind the date of @again that belong to the citation. FALSE: where it ends
 * cannot be told. */
static gboolean
find_tail (const Cited *first, const char *again, gsize *length)
{
  const char *said = first->piece->text + first->tail;
  gsize whole = strlen (said);
  gsize issuer = issuer_length (again);

  while (whole > 0 && strchr (" .;,/", said[whole - 1]) != NULL)
    whole--;
  /* A legal basis says nothing but the citation. */
  if (first->piece->kind == GH_PIECE_BASIS && strncmp (said, again, whole) == 0 &&
      is_end_of_words (again + whole))
    *length = whole;
  else
    *length = issuer;
  return is_end_of_words (again + *length) && issuer_length (said) >= issuer;
}

static void
report_again (GhCheck *check, const GhPiece *piece, gsize end, gsize tail, const Cited *first)
{
  gsize length = 0;
  gboolean sure = find_tail (first, piece->text + tail, &length);
  GhFinding *finding = gh_check_add (
    check, GH_SEVERITY_HINT, "citation-form", piece,
    _("The document was cited in full before. Its type, number and symbol are enough "
      "from then on."));
  GhMend mend;

  gh_check_point (check, finding, piece, end, tail + length - end);
  if (!sure)
    return;
  mend = gh_mend_begin (check, TRUE);
  gh_mend_replace (&mend, piece, end, tail + length - end, "");
  gh_mend_end (&mend, finding, g_strdup (_("Leave out what was said before")));
}

/* A document is cited in full once; what stands under a title ("Kèm theo …") says all of it. */
static void
check_again (GhCheck *check)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GRegex) regex = number_regex_new ();

  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);

      for (guint k = 0; k < piece->dates->len; k++)
        {
          const GhDateMatch *match = g_ptr_array_index (piece->dates, k);
          gsize end = 0;
          gsize tail = match->offset + match->length;
          char *key = citation_key (regex, piece, match, &end);
          const Cited *first = key != NULL ? g_hash_table_lookup (known, key) : NULL;
          const Cited now = { piece, tail };

          if (key != NULL && first == NULL)
            {
              g_hash_table_insert (known, key, g_memdup2 (&now, sizeof now));
              continue;
            }
          g_free (key);
          if (first != NULL && piece->kind == GH_PIECE_TEXT && !piece->live &&
              !gh_check_has_word (piece->fold, "kem theo") &&
              !is_other_issuer (first->piece->text + first->tail, piece->text + tail))
            report_again (check, piece, end, tail, first);
        }
    }
}

void
gh_check_citations (GhCheck *check)
{
  const GhPiece *last = NULL;

  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);

      last = piece->kind == GH_PIECE_BASIS ? piece : last;
    }
  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);

      if (piece->kind == GH_PIECE_BASIS)
        check_basis (check, piece, piece == last);
      if (piece->kind == GH_PIECE_BASIS || piece->kind == GH_PIECE_TEXT)
        {
          check_colon (check, piece);
          check_comma (check, piece);
        }
    }
  check_again (check);
}
