/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-activity.h"
#include "gh-live-private.h"
#include "gh-number.h"
#include "gh-text.h"

/*
 * Data that were read from a sentence and changed since, while the sentence still stands in the
 * plan: the paper then says something else than the calendar and the workbook.
 */

/* The piece in which @sentence still stands, or %NULL. */
static const GhPiece *
find_sentence (const GhCheck *check, const char *sentence)
{
  g_autofree char *bare = gh_text_strip_marks (sentence);
  g_autofree char *fold = gh_text_fold (bare);

  if (*fold == '\0')
    return NULL;
  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);

      if (piece->resolved != NULL && !piece->live && strstr (piece->fold, fold) != NULL)
        return piece;
    }
  return NULL;
}

/* The number at @text with its word ("2,4 ngàn"), and where it ends; FALSE if it is none. */
static gboolean
read_figure (const char *text, const char **end, double *value)
{
  static const char *const words[] = { " ngàn", " nghìn", " triệu" };
  gsize length = strspn (text, "0123456789.,");
  g_autofree char *figure = NULL;

  while (length > 0 && strchr (".,", text[length - 1]) != NULL)
    length--;
  *end = text + MAX (length, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (words) && length > 0; i++)
    if (gh_text_begins (text + length, words[i]))
      length += strlen (words[i]);
  figure = g_strndup (text, length);
  return gh_number_parse (figure, value);
}

/* Whether the sentence says this figure, or none in digits at all. */
static gboolean
says_figure (const char *text, double value)
{
  gboolean any = FALSE;

  for (const char *at = text; *at != '\0';)
    {
      double figure = 0;
      const char *end = at + 1;

      if (g_ascii_isdigit (*at) && read_figure (at, &end, &figure))
        {
          any = TRUE;
          if (figure - value < 0.05 && value - figure < 0.05)
            return TRUE;
        }
      at = end;
    }
  return !any;
}

/* Offset of @sentence in the piece, letter by letter, or G_MAXSIZE. */
static gsize
sentence_offset (const GhPiece *piece, const char *sentence)
{
  g_autofree char *bare = gh_text_strip_marks (sentence);
  const char *at = strstr (piece->text, bare);

  return at != NULL ? (gsize) (at - piece->text) : G_MAXSIZE;
}

gboolean
gh_check_is_of_target (const GhCheck *check, const GhPiece *piece, double value)
{
  const GPtrArray *targets = check->dossier->targets;

  for (guint i = 0; i < targets->len; i++)
    {
      const GhTarget *target = g_ptr_array_index (targets, i);

      if (*target->text != '\0' && ABS (target->value - value) < 0.05 &&
          sentence_offset (piece, target->text) != G_MAXSIZE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_in_date (const GhPiece *piece, gsize offset)
{
  for (guint i = 0; i < piece->dates->len; i++)
    {
      const GhDateMatch *match = g_ptr_array_index (piece->dates, i);

      if (offset >= match->offset && offset < match->offset + match->length)
        return TRUE;
    }
  return FALSE;
}

/* Whether another target has that figure: "300 người đăng ký, 220 đơn vị máu" are two. */
static gboolean
is_of_other (const GhCheck *check, const GhTarget *target, double value)
{
  const GPtrArray *targets = check->dossier->targets;

  for (guint i = 0; i < targets->len; i++)
    {
      const GhTarget *other = g_ptr_array_index (targets, i);

      if (other != target && other->value - value < 0.05 && value - other->value < 0.05)
        return TRUE;
    }
  return FALSE;
}

/* The only figure of @length bytes at *@place that is no date, no year and of no other target;
 * FALSE if there is no such one. */
static gboolean
find_figure (const GhCheck *check,
             const GhPiece *piece,
             const GhTarget *target,
             gsize *place,
             gsize *length)
{
  const char *from = piece->text + *place;
  const char *to = from + *length;
  const char *end = to;
  int n = 0;

  for (const char *at = from; at < to;)
    {
      const char *behind = at + 1;
      double value = 0;

      if (g_ascii_isdigit (*at) && read_figure (at, &behind, &value) &&
          !is_in_date (piece, (gsize) (at - piece->text)) && !is_of_other (check, target, value) &&
          !(at - piece->text >= 5 && gh_text_begins (at - strlen ("năm "), "năm ")))
        {
          *place = (gsize) (at - piece->text);
          end = behind;
          n++;
        }
      at = behind;
    }
  *length = n == 1 ? (gsize) (end - piece->text) - *place : 0;
  return n == 1 && !gh_text_begins (end, " ngàn") && !gh_text_begins (end, " nghìn") &&
         !gh_text_begins (end, " triệu");
}

static void
mend_target (GhCheck *check, GhFinding *finding, const GhPiece *piece, const GhTarget *target)
{
  gsize place = sentence_offset (piece, target->text);
  g_autofree char *bare = gh_text_strip_marks (target->text);
  g_autofree char *figure = gh_live_target_figure (target);
  gsize length = strlen (bare);
  GhMend mend;

  if (place == G_MAXSIZE || target->value_to > target->value ||
      !find_figure (check, piece, target, &place, &length))
    return;
  gh_check_point (check, finding, piece, place, length);
  mend = gh_mend_begin (check, FALSE);
  gh_mend_replace (&mend, piece, place, length, figure);
  gh_mend_end (&mend, finding, g_strdup_printf (_("Change to %s"), figure));
}

static void
check_target (GhCheck *check, const GhTarget *target)
{
  const GhPiece *piece = find_sentence (check, target->text);
  g_autofree char *now = NULL;
  GhFinding *finding;

  if (piece == NULL || says_figure (target->text, target->value))
    return;
  now = gh_target_format (target);
  finding = gh_check_add (
    check, GH_SEVERITY_ERROR,
    gh_indicator_is_percent (target->indicator) ? "percent-mismatch" : "sum-mismatch", piece,
    _("The target is “%s” now, but this sentence still says another "
      "figure. Correct the sentence, or put the field of the target "
      "into it."),
    now);
  mend_target (check, finding, piece, target);
}

/* The only date of the piece that stands within the sentence, or %NULL. */
static const GhDateMatch *
date_of_sentence (const GhPiece *piece, const char *sentence)
{
  gsize from = sentence_offset (piece, sentence);
  gsize to = from != G_MAXSIZE ? from + strlen (sentence) : 0;
  const GhDateMatch *found = NULL;

  for (guint i = 0; i < piece->dates->len && from != G_MAXSIZE; i++)
    {
      const GhDateMatch *match = g_ptr_array_index (piece->dates, i);

      if (match->offset + match->length <= from || match->offset >= to)
        continue;
      if (found != NULL)
        return NULL;
      found = match;
    }
  return found;
}

/* The day of the calendar in place of the only day of the sentence. */
static void
mend_activity (GhCheck *check, GhFinding *finding, const GhPiece *piece, const GhActivity *activity)
{
  const GhDateMatch *match = date_of_sentence (piece, activity->text);
  g_autofree char *date = NULL;
  g_autofree char *mended = NULL;
  g_autoptr (GPtrArray) dates = NULL;
  const GhDateMatch *after;
  GhMend mend;

  if (match == NULL || match->span.start != match->span.end ||
      activity->span.start != activity->span.end || match->span.before != activity->span.before)
    return;
  gh_check_point_date (check, finding, piece, match);
  date = g_strndup (piece->text + match->offset, match->length);
  mended = gh_mend_redate (date, activity->span.start, match->weekday != 0);
  if (mended == NULL)
    return;
  dates = gh_date_scan (mended, check->year);
  after = dates->len == 1 ? g_ptr_array_index (dates, 0) : NULL;
  if (after == NULL || after->span.start != activity->span.start)
    return;
  mend = gh_mend_begin (check, FALSE);
  gh_mend_replace (&mend, piece, match->offset, match->length, mended);
  gh_mend_end (&mend, finding, g_strdup_printf (_("Change to “%s”"), mended));
}

static void
check_activity (GhCheck *check, const GhActivity *activity)
{
  g_autofree char *bare = gh_text_strip_marks (activity->text);
  g_autoptr (GPtrArray) dates = gh_date_scan (bare, check->year);
  const GhPiece *piece;
  g_autofree char *now = NULL;
  GhFinding *finding;
  guint n_known = 0;

  for (guint i = 0; i < dates->len; i++)
    {
      const GhDateMatch *match = g_ptr_array_index (dates, i);

      /* A list of days ("18, 19 và 28-11") may be entries of their own. */
      if (match->problem != NULL ||
          (activity->span.start >= match->span.start && activity->span.end <= match->span.end))
        return;
      n_known += match->has_year ? 1 : 0;
    }
  if (n_known == 0 || gh_date_span_is_empty (&activity->span))
    return;
  piece = find_sentence (check, activity->text);
  if (piece == NULL)
    return;
  now = gh_date_span_format (&activity->span, GH_DATE_NORMAL);
  finding = gh_check_add (check, GH_SEVERITY_ERROR, "inconsistent-date", piece,
                          _("The calendar has “%s” on %s, but this sentence says another "
                            "date. Make them agree."),
                          activity->title, now);
  mend_activity (check, finding, piece, activity);
}

void
gh_check_stale (GhCheck *check)
{
  const GhDossier *dossier = check->dossier;

  for (guint i = 0; i < dossier->targets->len; i++)
    check_target (check, g_ptr_array_index (dossier->targets, i));
  for (guint i = 0; i < dossier->activities->len; i++)
    check_activity (check, g_ptr_array_index (dossier->activities, i));
}
