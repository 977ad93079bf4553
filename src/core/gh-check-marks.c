/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-text.h"

/* Marks and form: quotes and brackets, spaces, stray lines, addresses of mail. */

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

      if (gh_text_begins (at, open))
        g_array_append_val (places, place);
      else if (gh_text_begins (at, close))
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

/* A curly mark whose other half was typed straight: "“Giọt hồng"" → "“Giọt hồng”". */
static void
mend_straight (GhCheck *check, GhFinding *finding, const GhPiece *piece, gsize quote)
{
  const char *straight = strchr (piece->text, '"');
  gboolean opens = gh_text_begins (piece->text + quote, "“");
  const char *other = opens ? "”" : "“";
  GhMend mend;

  if (straight == NULL || strchr (straight + 1, '"') != NULL ||
      opens != ((gsize) (straight - piece->text) > quote))
    return;
  mend = gh_mend_begin (check, TRUE);
  gh_mend_replace (&mend, piece, (gsize) (straight - piece->text), 1, other);
  gh_mend_end (&mend, finding, g_strdup_printf (_("Change \" to %s"), other));
}

static void
check_pairs (GhCheck *check, const GhPiece *piece)
{
  gsize curly = find_single (piece->text, "“", "”");
  gsize quote = curly != NO_PLACE ? curly : find_single_straight (piece->text);
  gsize bracket = find_single (piece->text, "(", ")");
  gsize place = quote != NO_PLACE ? quote : bracket;
  g_autofree char *words = NULL;
  GhFinding *finding;

  if (place == NO_PLACE)
    return;
  words = gh_check_excerpt (piece->text, place);
  finding = gh_check_add (check, GH_SEVERITY_WARNING, "unbalanced-quotes", piece,
                          quote != NO_PLACE
                            ? _("A quotation mark has no other (%s). Put in the missing one.")
                            : _("A bracket has no other (%s). Put in the missing one."),
                          words);
  gh_check_point (check, finding, piece, place,
                  (gsize) (g_utf8_next_char (piece->text + place) - (piece->text + place)));
  if (curly != NO_PLACE && find_single_straight (piece->text) != NO_PLACE)
    mend_straight (check, finding, piece, curly);
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
      /* The end of the sentence, not of the address. */
      while (to > at + 1 && (to[-1] == '.' || to[-1] == '-'))
        to--;
      address = g_strndup (from, (gsize) (to - from));
      host = g_ascii_strdown (at + 1, to - at - 1);
      for (gsize i = 0; i < G_N_ELEMENTS (hosts) && from < at; i++)
        if (gh_text_begins (host, hosts[i]))
          {
            GhFinding *finding = gh_check_add (check, GH_SEVERITY_WARNING, "private-email", piece,
                                               _("“%s” is a private address. Lists with names are "
                                                 "personal data: use the address of the office."),
                                               address);

            gh_check_point (check, finding, piece, (gsize) (from - piece->text),
                            (gsize) (to - from));
          }
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

/* Bytes of @at that are too many: spaces before , ; or : and marks written twice. */
static gsize
loose_length (const char *text, const char *at)
{
  gsize spaces = strspn (at, " ");

  if (spaces > 0)
    return strchr (",;", at[spaces]) != NULL && at[spaces] != '\0' ? spaces
           : gh_text_begins (at + spaces, ": ")                    ? spaces
                                                                   : 0;
  return at > text && at[-1] == *at && strchr (",;:", *at) != NULL ? 1 : 0;
}

static void
mend_loose_marks (GhCheck *check, GhFinding *finding, const GhPiece *piece)
{
  GhMend mend = gh_mend_begin (check, TRUE);
  gsize length;

  for (const char *at = piece->text; *at != '\0'; at += MAX (length, 1))
    {
      length = loose_length (piece->text, at);
      if (length > 0)
        gh_mend_replace (&mend, piece, (gsize) (at - piece->text), length, "");
      else
        length = strspn (at, " ");
    }
  gh_mend_end (&mend, finding, g_strdup (_("Tidy the punctuation")));
}

static void
check_stray (GhCheck *check, const GhPiece *piece)
{
  GhMend mend = gh_mend_begin (check, TRUE);
  GhFinding *finding =
    gh_check_add (check, GH_SEVERITY_WARNING, "layout", piece,
                  _("This line holds only marks (%s). Remove it."), piece->text);

  gh_mend_block (&mend, GH_FIX_REMOVE_BLOCK, piece, "", "");
  /* A number would be missing, a table lost, or the mark that closes the body. */
  mend.spoilt = mend.spoilt || piece->resolved->rows != NULL ||
                strpbrk (piece->resolved->number, "0123456789)IVX") != NULL ||
                strchr (piece->text, '/') != NULL || piece->resolved->kind == GH_BLOCK_APPENDIX;
  gh_mend_end (&mend, finding, g_strdup (_("Remove the line")));
}

static void
check_layout (GhCheck *check, const GhPiece *piece, const GhPiece *next)
{
  const char *loose = find_loose_mark (piece->text);

  if (is_stray (piece))
    check_stray (check, piece);
  else if (loose != NULL)
    {
      g_autofree char *words = gh_check_excerpt (piece->text, (gsize) (loose - piece->text));
      GhFinding *finding =
        gh_check_add (check, GH_SEVERITY_HINT, "layout", piece,
                      _("A space before a punctuation mark, or a mark written twice "
                        "(%s). Write one mark right behind the word."),
                      words);

      gh_check_point (check, finding, piece, (gsize) (loose - piece->text), 2);
      mend_loose_marks (check, finding, piece);
    }
  if (next != NULL && is_broken_off (piece, next))
    {
      g_autofree char *words = gh_check_excerpt (piece->text, strlen (piece->text));
      GhMend mend = gh_mend_begin (check, FALSE);
      GhFinding *finding = gh_check_add (check, GH_SEVERITY_WARNING, "layout", piece,
                                         _("The paragraph breaks off in the middle of a sentence "
                                           "(%s). Join it with the next one."),
                                         words);

      gh_mend_block (&mend, GH_FIX_JOIN_NEXT, piece, "", "");
      mend.spoilt = mend.spoilt || next->block != piece->block + 1 || next->resolved->rows != NULL;
      gh_mend_end (&mend, finding, g_strdup (_("Join with the next paragraph")));
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
  if (!gh_text_begins (piece->text, upper) && g_utf8_strlen (piece->text, -1) < 100)
    {
      g_autofree char *letters = gh_text_upper (piece->text);
      GhMend mend = gh_mend_begin (check, TRUE);
      GhFinding *finding = gh_check_add (check, GH_SEVERITY_HINT, "layout", piece,
                                         _("Titles of parts (I, II …) are written in capital "
                                           "letters: %s."),
                                         upper);

      gh_mend_letters (&mend, piece, letters);
      gh_mend_end (&mend, finding, g_strdup (_("Write it in capital letters")));
    }
}

static void
check_notes (GhCheck *check)
{
  if (*check->plan->header_note != '\0')
    gh_check_add_at (check, GH_SEVERITY_HINT, "layout", GH_PART_HEADER, GH_FIELD_HEADER_NOTE,
                     _("Header"),
                     _("Lines above the title were not understood: “%s”. Put them "
                       "where they belong, or remove them."),
                     check->plan->header_note);
  if (*check->plan->tail_note != '\0')
    gh_check_add_at (check, GH_SEVERITY_HINT, "layout", GH_PART_SIGNATURE, GH_FIELD_TAIL_NOTE,
                     _("Signature"),
                     _("Lines after the signature were not understood: “%s”. Put "
                       "them where they belong, or remove them."),
                     check->plan->tail_note);
}

static void
check_subject (GhCheck *check)
{
  GhFinding *finding =
    gh_check_add_at (check, GH_SEVERITY_HINT, "layout", GH_PART_HEADER, GH_FIELD_TITLE, _("Title"),
                     _("The subject of a plan stands without “Về việc” in front."));
  const char *title = check->plan->title;
  g_autofree char *lower = g_utf8_strdown (title, -1);
  gsize length = gh_text_begins (lower, "về việc ") ? strlen ("về việc ")
                 : gh_text_begins (lower, "v/v ")   ? strlen ("v/v ")
                                                    : 0;
  g_autofree char *first = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *mended = NULL;
  GhMend mend;

  length += strspn (title + length, " ");
  if (length == 0 || strlen (lower) != strlen (title) || title[length] == '\0')
    return;
  first = g_strndup (title + length, (gsize) (g_utf8_next_char (title + length) - title) - length);
  rest = gh_text_upper (first);
  mended = g_strconcat (rest, g_utf8_next_char (title + length), NULL);
  mend = gh_mend_begin (check, TRUE);
  gh_mend_field (&mend, GH_PART_HEADER, GH_FIELD_TITLE, mended);
  gh_mend_end (&mend, finding, g_strdup (_("Remove “Về việc”")));
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
  if (gh_text_begins (title, "ve viec") || gh_text_begins (title, "v/v"))
    check_subject (check);
}
