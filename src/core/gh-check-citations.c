/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
}
