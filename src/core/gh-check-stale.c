/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-activity.h"
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
    if (g_str_has_prefix (text + length, words[i]))
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

static void
check_target (GhCheck *check, const GhTarget *target)
{
  const GhPiece *piece = find_sentence (check, target->text);
  g_autofree char *now = NULL;

  if (piece == NULL || says_figure (target->text, target->value))
    return;
  now = gh_target_format (target);
  gh_check_add (check, GH_SEVERITY_ERROR,
                gh_indicator_is_percent (target->indicator) ? "percent-mismatch" : "sum-mismatch",
                piece,
                _("The target is “%s” now, but this sentence still says another "
                                   "figure. Correct the sentence, or put the field of the target "
                                   "into it."),
                   now);
}

static void
check_activity (GhCheck *check, const GhActivity *activity)
{
  g_autofree char *bare = gh_text_strip_marks (activity->text);
  g_autoptr (GPtrArray) dates = gh_date_scan (bare, check->year);
  const GhPiece *piece;
  g_autofree char *now = NULL;
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
  gh_check_add (check, GH_SEVERITY_ERROR, "inconsistent-date", piece,
                _("The calendar has “%s” on %s, but this sentence says another "
                                   "date. Make them agree."),
                   activity->title, now);
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
