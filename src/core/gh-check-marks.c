/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-text.h"

/* Marks and form: quotes and brackets, spaces, stray lines, citations, addresses of mail. */

#define NO_PLACE G_MAXSIZE

/* "1) …", "a) …" in the text are numbers, not closing brackets. */
static gboolean
is_list_number (const char *text, const char *bracket)
{
  const char *word = bracket;

  while (word > text && g_ascii_isalnum (word[-1]))
    word--;
  return bracket > word && bracket - word <= 2 && (word == text || word[-1] == ' ') &&
         bracket[1] == ' ';
}

/* Where the mark stands that has no other, or NO_PLACE. Marks of one kind do not stand in each
 * other, but for brackets. */
static gsize
find_single (const char *text, const char *open, const char *close)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gsize));

  for (const char *at = text; *at != '\0'; at++)
    {
      gsize place = (gsize) (at - text);

      if (g_str_has_prefix (at, open))
        g_array_append_val (places, place);
      else if (g_str_has_prefix (at, close))
        {
          if (places->len > 0)
            g_array_set_size (places, places->len - 1);
          else if (*close != ')' || !is_list_number (text, at))
            return place;
        }
    }
  return places->len > 0 ? g_array_index (places, gsize, places->len - 1) : NO_PLACE;
}

/* Straight quotes open and close alike: the last one of an odd number. */
static gsize
find_single_straight (const char *text)
{
  const char *last = strrchr (text, '"');
  int n = 0;

  for (const char *at = text; *at != '\0'; at++)
    n += *at == '"' ? 1 : 0;
  return n % 2 != 0 ? (gsize) (last - text) : NO_PLACE;
}

static void
check_pairs (GhCheck *check, const GhPiece *piece)
{
  gsize quote = find_single (piece->text, "“", "”");
  gsize bracket = find_single (piece->text, "(", ")");
  g_autofree char *words = NULL;

  if (quote == NO_PLACE)
    quote = find_single_straight (piece->text);
  if (quote == NO_PLACE && bracket == NO_PLACE)
    return;
  words = gh_check_excerpt (piece->text, quote != NO_PLACE ? quote : bracket);
  gh_check_add (check, GH_SEVERITY_WARNING, "unbalanced-quotes", piece,
                quote != NO_PLACE
                ? _("A quotation mark has no other (%s). Put in the missing one.")
                : _("A bracket has no other (%s). Put in the missing one."), words);
}

static gboolean
is_mail_byte (char byte)
{
  return g_ascii_isalnum (byte) || strchr ("._%+-", byte) != NULL;
}

/* Addresses at public services: named lists are personal data and do not belong there. */
static void
check_mail (GhCheck *check, const GhPiece *piece)
{
  static const char *const hosts[] = { "gmail.", "yahoo.",  "hotmail.", "outlook.",
                                       "live.",  "icloud.", "zoho.",    "proton" };

  for (const char *at = piece->text; (at = strchr (at, '@')) != NULL; at++)
    {
      const char *from = at;
      const char *to = at + 1;
      g_autofree char *address = NULL;
      g_autofree char *host = NULL;

      while (from > piece->text && from[-1] != '\0' && is_mail_byte (from[-1]))
        from--;
      while (*to != '\0' && is_mail_byte (*to))
        to++;
      address = g_strndup (from, (gsize) (to - from));
      host = g_ascii_strdown (at + 1, to - at - 1);
      for (gsize i = 0; i < G_N_ELEMENTS (hosts) && from < at; i++)
        if (g_str_has_prefix (host, hosts[i]))
          gh_check_add (check, GH_SEVERITY_WARNING, "private-email", piece,
                        _("“%s” is a private address. Lists with names are "
                                           "personal data: use the address of the office."),
                           address);
    }
}

/* Nothing but marks: "✓", "...", left over from a scan. */
static gboolean
is_stray (const GhPiece *piece)
{
  for (const char *at = piece->text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      return FALSE;
  return *piece->text != '\0' && piece->kind == GH_PIECE_TEXT;
}

static const char *
find_loose_mark (const char *text)
{
  static const char *const wrong[] = { " ,", " ;", " : ", ",,", ";;", "::" };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      const char *at = strstr (text, wrong[i]);

      if (at != NULL)
        return at;
    }
  return NULL;
}

/* A paragraph that goes on in the next one: it ends in a comma or a word, the next begins small. */
static gboolean
is_broken_off (const GhPiece *piece, const GhPiece *next)
{
  g_autofree char *text = g_strchomp (g_strdup (piece->text));
  gsize length = strlen (text);
  gunichar first = g_utf8_get_char_validated (next->text, -1);

  if (piece->kind != GH_PIECE_TEXT || next->kind != GH_PIECE_TEXT || length == 0 ||
      piece->resolved == NULL || next->resolved == NULL || next->live ||
      piece->resolved->kind == GH_BLOCK_HEADING || next->resolved->kind != GH_BLOCK_PARAGRAPH ||
      !g_unichar_islower (first))
    return FALSE;
  return text[length - 1] == ',' || g_ascii_isalnum (text[length - 1]) ||
         (text[length - 1] & 0x80) != 0;
}

static void
check_layout (GhCheck *check, const GhPiece *piece, const GhPiece *next)
{
  const char *loose = find_loose_mark (piece->text);

  if (is_stray (piece))
    gh_check_add (check, GH_SEVERITY_WARNING, "layout", piece,
                  _("This line holds only marks (%s). Remove it."), piece->text);
  else if (loose != NULL)
    {
      g_autofree char *words = gh_check_excerpt (piece->text, (gsize) (loose - piece->text));

      gh_check_add (check, GH_SEVERITY_HINT, "layout", piece,
                    _("A space before a punctuation mark, or a mark "
"written twice "
"(%s). Write one mark right behind the word."),
                       words);
    }
  if (next != NULL && is_broken_off (piece, next))
    {
      g_autofree char *words = gh_check_excerpt (piece->text, strlen (piece->text));

      gh_check_add (check, GH_SEVERITY_WARNING, "layout", piece,
                    _("The paragraph breaks off "
"in the middle of a sentence (%s). Join it with the next one."),
                       words);
    }
}

/* Titles of parts "I." are written in capitals and without a colon. */
static void
check_part_title (GhCheck *check, const GhPiece *piece)
{
  g_autofree char *upper = NULL;

  if (piece->resolved == NULL || piece->resolved->kind != GH_BLOCK_HEADING ||
      piece->resolved->level != 1 || check->plan->profile != GH_PROFILE_ND30 ||
      *piece->resolved->number == '\0' || strchr ("IVX", *piece->resolved->number) == NULL)
    return;
  upper = gh_text_upper (piece->text);
  if (g_str_has_suffix (upper, ":"))
    upper[strlen (upper) - 1] = '\0';
  if (!g_str_has_prefix (piece->text, upper) && g_utf8_strlen (piece->text, -1) < 100)
    gh_check_add (check, GH_SEVERITY_HINT, "layout", piece,
                  _("Titles of parts (I, II …) are written in capital letters: "
                                     "%s."),
                     upper);
}

static void
check_notes (GhCheck *check)
{
  if (*check->plan->header_note != '\0')
    gh_check_add_at (check, GH_SEVERITY_HINT, "layout", GH_ORDER_HEADER,
                     _("Header"), _("Lines above the title were not understood: “%s”. Put them "
                                        "where they belong, or remove them."),
                                      check->plan->header_note);
  if (*check->plan->tail_note != '\0')
    gh_check_add_at (check, GH_SEVERITY_HINT, "layout", GH_ORDER_SIGNATURE,
                     _("Signature"), _("Lines after the signature were not understood: “%s”. Put "
                                        "them where they belong, or remove them."),
                                         check->plan->tail_note);
}

/* Laws are cited by type and name alone. */
static gboolean
is_law (const char *fold)
{
  return gh_check_has_word (fold, "luat|bo luat|phap lenh|hien phap");
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
    gh_check_add (check, GH_SEVERITY_HINT, "citation-form", piece,
                  last ? _("The last basis ends with a full stop.")
                       : _("Each basis but the last ends with a semicolon."));
}

/* "Kế hoạch số: 80/KH-BCĐ" and "số 86/KH-BCĐ, ngày …" in a running text. */
static void
check_citations (GhCheck *check, const GhPiece *piece)
{
  const char *colon = strstr (piece->text, "số: ");

  if (colon != NULL && g_ascii_isdigit (colon[strlen ("số: ")]) && colon > piece->text &&
      memchr (colon, '/', MIN (strlen (colon), 20)) != NULL)
    gh_check_add (check, GH_SEVERITY_HINT, "citation-form", piece,
                  _("In a running text “số” takes no colon: “Kế hoạch số 80/KH-BCĐ”."));
  for (guint i = 0; i < piece->dates->len; i++)
    {
      const GhDateMatch *match = g_ptr_array_index (piece->dates, i);
      const char *before = piece->text + match->offset;

      if (!gh_check_is_citation (piece, match))
        continue;
      while (before > piece->text && before[-1] == ' ')
        before--;
      if (before > piece->text && before[-1] == ',')
        {
          gh_check_add (check, GH_SEVERITY_HINT, "citation-form", piece,
                        _("No comma stands between the number of a document and its "
                                    "date."));
          return;
        }
    }
}

static void
check_bases (GhCheck *check)
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
        check_citations (check, piece);
    }
}

void
gh_check_marks (GhCheck *check)
{
  g_autofree char *title = gh_text_fold (check->plan->title);

  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);
      const GhPiece *next =
        i + 1 < check->pieces->len ? g_ptr_array_index (check->pieces, i + 1) : NULL;

      if (piece->live)
        continue;
      check_pairs (check, piece);
      check_mail (check, piece);
      check_layout (check, piece, next);
      check_part_title (check, piece);
    }
  check_notes (check);
  check_bases (check);
  if (g_str_has_prefix (title, "ve viec") || g_str_has_prefix (title, "v/v"))
    gh_check_add_at (check, GH_SEVERITY_HINT, "layout", GH_ORDER_HEADER,
                     _("Title"), _("The subject of a plan stands without “Về việc” in front."));
}
