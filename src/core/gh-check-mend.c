/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <string.h>

/*
 * From the text the rules read back to the text that is stored. Three steps lie between: inline
 * marks were taken out, cells of a row were joined by tabs, and fields {{…}} were filled in.
 */

GhPlace
gh_check_place (const GhPiece *piece)
{
  GhPlace place = GH_PLACE_INIT;

  switch (piece->kind)
    {
    case GH_PIECE_BASIS:
      place.part = GH_PART_BASIS;
      place.index = piece->index;
      break;
    case GH_PIECE_RECIPIENT:
      place.part = GH_PART_RECIPIENT;
      place.index = piece->index;
      break;
    case GH_PIECE_TEXT:
    case GH_PIECE_ROW:
      place.part = GH_PART_BLOCK;
      place.index = piece->block;
      place.row = piece->live ? -1 : piece->row;
      break;
    case GH_PIECE_TITLE:
    default:
      place.field = GH_FIELD_TITLE;
    }
  return place;
}

/* The text that became the piece when its marks were taken out. (transfer full) */
static char *
marked_text (const GhCheck *check, const GhPiece *piece, const GhPlace *place)
{
  char **text;

  if (piece->kind == GH_PIECE_ROW)
    return g_strjoinv ("\t", piece->cells);
  if (piece->kind == GH_PIECE_TEXT)
    return g_strdup (piece->resolved->text);
  text = gh_place_get_text (place, check->resolved);
  return g_strdup (text != NULL ? *text : "");
}

/*
 * Only stars were taken out, so every other byte has its partner in order. Walks to byte @to of
 * the piece's text; @behind: right behind the byte before it, else on its own partner.
 */
static gboolean
walk_to (GhMend *mend, gsize to, gboolean behind, gsize *place)
{
  const char *text = mend->piece->text;
  const char *marked = mend->marked;
  gsize k = to < mend->text_at ? 0 : mend->text_at;
  gsize i = to < mend->text_at ? 0 : mend->marked_at;

  for (; k < to; i++)
    {
      if (marked[i] == text[k])
        k++;
      else if (marked[i] != '*')
        return FALSE;
    }
  mend->text_at = k;
  mend->marked_at = i;
  while (!behind && marked[i] == '*' && text[k] != '*')
    i++;
  *place = i;
  return behind || marked[i] == text[k];
}

/* An empty span stands behind the byte before it. */
static gboolean
to_marked (GhMend *mend, gsize start, gsize end, gsize *from, gsize *to)
{
  if (!walk_to (mend, start, start == end && start > 0, from))
    return FALSE;
  *to = *from;
  if (start < end && !walk_to (mend, end, TRUE, to))
    return FALSE;
  return *to - *from == end - start &&
         memcmp (mend->marked + *from, mend->piece->text + start, end - start) == 0;
}

/* Rows are short; a hostile one is not searched again for each edit. */
#define ROW_MAX 20000

/* From the cells joined by tabs into one cell. */
static gboolean
to_cell (char **cells, gsize *from, gsize *to, int *column)
{
  gsize begin = 0;

  for (int i = 0; cells[i] != NULL; i++)
    {
      gsize length = strlen (cells[i]);

      if (*from >= begin && *to <= begin + length)
        {
          *from -= begin;
          *to -= begin;
          *column = i;
          return TRUE;
        }
      begin += length + 1;
    }
  return FALSE;
}

/* Takes @stored as the text that was filled in to @filled. What stands before the first difference
 * and behind the last one is the same in both. */
static void
take_stored (GhMend *mend, const char *filled, const char *stored)
{
  gsize n_filled = strlen (filled);
  gsize n_stored = strlen (stored);
  gsize before = 0;
  gsize behind = 0;

  while (before < MIN (n_filled, n_stored) && filled[before] == stored[before])
    before++;
  while (behind < MIN (n_filled, n_stored) - before &&
         filled[n_filled - 1 - behind] == stored[n_stored - 1 - behind])
    behind++;
  mend->stored = stored;
  mend->before = before;
  mend->behind_at = n_filled - behind;
  mend->shift = (gssize) n_stored - (gssize) n_filled;
}

static gboolean
to_stored (const GhMend *mend, gsize *from, gsize *to)
{
  if (*to <= mend->before)
    return TRUE;
  if (*from < mend->behind_at)
    return FALSE;
  *from = (gsize) ((gssize) *from + mend->shift);
  *to = (gsize) ((gssize) *to + mend->shift);
  return TRUE;
}

static void
take_piece (GhMend *mend, const GhPiece *piece)
{
  GhPlace place = gh_check_place (piece);

  if (mend->piece == piece)
    return;
  g_free (mend->marked);
  mend->piece = piece;
  mend->marked = marked_text (mend->check, piece, &place);
  mend->text_at = mend->marked_at = 0;
  mend->stored = NULL;
}

/* The place of bytes [@start, @end) of the piece's text; FALSE if it cannot be told for sure. */
static gboolean
find_place (GhMend *mend, const GhPiece *piece, gsize start, gsize end, GhPlace *place)
{
  const char *filled;
  char **stored;
  gsize from;
  gsize to;

  *place = gh_check_place (piece);
  if (piece->live)
    return FALSE;
  take_piece (mend, piece);
  filled = mend->marked;
  if (!to_marked (mend, start, end, &from, &to))
    return FALSE;
  if (piece->kind == GH_PIECE_ROW)
    {
      if (to > ROW_MAX || !to_cell (piece->cells, &from, &to, &place->column))
        return FALSE;
      filled = piece->cells[place->column];
    }
  /* The plan is only read. */
  stored = gh_place_get_text (place, (GhPlan *) mend->check->plan);
  if (stored == NULL)
    return FALSE;
  if (mend->stored != *stored)
    take_stored (mend, filled, *stored);
  if (!to_stored (mend, &from, &to))
    return FALSE;
  place->start = from;
  place->length = to - from;
  return TRUE;
}

void
gh_check_begin_points (GhCheck *check)
{
  check->walk = g_new0 (GhMend, 1);
  check->walk->check = check;
}

void
gh_check_end_points (GhCheck *check)
{
  g_free (check->walk->marked);
  g_clear_pointer (&check->walk, g_free);
}

gboolean
gh_check_find_place (GhCheck *check,
                     const GhPiece *piece,
                     gsize offset,
                     gsize length,
                     GhPlace *place)
{
  return find_place (check->walk, piece, offset, offset + length, place);
}

void
gh_check_point (GhCheck *check,
                GhFinding *finding,
                const GhPiece *piece,
                gsize offset,
                gsize length)
{
  GhPlace place;

  gh_check_quote (finding, piece, offset);
  if (gh_check_find_place (check, piece, offset, length, &place))
    finding->place = place;
}

void
gh_check_point_date (GhCheck *check,
                     GhFinding *finding,
                     const GhPiece *piece,
                     const GhDateMatch *match)
{
  gh_check_point (check, finding, piece, match->offset, match->length);
}

GhMend
gh_mend_begin (GhCheck *check, gboolean safe)
{
  GhMend mend = { .check = check, .fix = gh_fix_new (safe) };

  return mend;
}

/* Leaves out what both begin and end with, by whole letters. */
static void
trim_common (const char **old, gsize *n_old, const char **text, gsize *n_text)
{
  gsize before = 0;
  gsize behind = 0;

  while (before < *n_old && before < *n_text && (*old)[before] == (*text)[before])
    before++;
  while (before > 0 && ((guchar) (*old)[before] & 0xC0) == 0x80)
    before--;
  while (before > 0 && before < *n_text && ((guchar) (*text)[before] & 0xC0) == 0x80)
    before--;
  while (behind < *n_old - before && behind < *n_text - before &&
         (*old)[*n_old - 1 - behind] == (*text)[*n_text - 1 - behind])
    behind++;
  while (behind > 0 && (((guchar) (*old)[*n_old - behind] & 0xC0) == 0x80))
    behind--;
  *old += before;
  *text += before;
  *n_old -= before + behind;
  *n_text -= before + behind;
}

void
gh_mend_replace (GhMend *mend, const GhPiece *piece, gsize offset, gsize length, const char *text)
{
  const char *old = piece->text + offset;
  gsize n_text = strlen (text);
  g_autofree char *old_part = NULL;
  g_autofree char *new_part = NULL;
  GhPlace place;

  trim_common (&old, &length, &text, &n_text);
  offset = (gsize) (old - piece->text);
  if (length == 0 && n_text == 0)
    return;
  if (mend->spoilt || !find_place (mend, piece, offset, offset + length, &place))
    {
      mend->spoilt = TRUE;
      return;
    }
  old_part = g_strndup (old, length);
  new_part = g_strndup (text, n_text);
  gh_fix_add (mend->fix, GH_FIX_REPLACE, &place, old_part, new_part);
}

void
gh_mend_letters (GhMend *mend, const GhPiece *piece, const char *text)
{
  const char *at = piece->text;

  while (*at != '\0' && *text != '\0')
    {
      const char *next = g_utf8_next_char (at);
      const char *next_text = g_utf8_next_char (text);

      if (g_utf8_get_char (at) != g_utf8_get_char (text))
        {
          g_autofree char *letter = g_strndup (text, (gsize) (next_text - text));

          gh_mend_replace (mend, piece, (gsize) (at - piece->text), (gsize) (next - at), letter);
        }
      at = next;
      text = next_text;
    }
  mend->spoilt = mend->spoilt || *at != *text;
}

void
gh_mend_field (GhMend *mend, GhPart part, GhPlanField field, const char *text)
{
  GhPlace place = GH_PLACE_INIT;
  char **now;

  place.part = part;
  place.field = field;
  now = gh_place_get_text (&place, (GhPlan *) mend->check->plan);
  g_return_if_fail (now != NULL);
  place.length = strlen (*now);
  if (!g_str_equal (*now, text))
    gh_fix_add (mend->fix, GH_FIX_REPLACE, &place, *now, text);
}

void
gh_mend_block (GhMend *mend,
               GhFixKind kind,
               const GhPiece *piece,
               const char *old,
               const char *text)
{
  GhPlace place = gh_check_place (piece);

  if (piece->live || place.part != GH_PART_BLOCK)
    mend->spoilt = TRUE;
  else
    gh_fix_add (mend->fix, kind, &place, old, text);
}

void
gh_mend_end (GhMend *mend, GhFinding *finding, char *label)
{
  g_clear_pointer (&mend->marked, g_free);
  /* The text of an issued plan is frozen. */
  if (mend->spoilt || mend->fix->edits->len == 0 || finding->fix != NULL ||
      mend->check->plan->state == GH_PLAN_ISSUED)
    {
      g_free (label);
      gh_fix_free (mend->fix);
      mend->fix = NULL;
      return;
    }
  g_free (mend->fix->label);
  mend->fix->label = label;
  finding->fix = mend->fix;
  mend->fix = NULL;
}
