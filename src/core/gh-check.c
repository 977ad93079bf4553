/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-check-private.h"
#include "gh-live.h"
#include "gh-text.h"

static void
piece_free (GhPiece *piece)
{
  g_free (piece->text);
  g_free (piece->fold);
  g_free (piece->where);
  g_ptr_array_unref (piece->dates);
  g_free (piece);
}

/* Adds a piece; takes @text and @where. */
static GhPiece *
add_piece (GhCheck *check, GhPieceKind kind, char *text, char *where)
{
  GhPiece *piece = g_new0 (GhPiece, 1);

  piece->kind = kind;
  piece->block = -1;
  piece->index = -1;
  piece->row = -1;
  piece->order = (int) check->pieces->len + 1;
  piece->text = text;
  piece->fold = gh_text_fold (text);
  piece->dates = gh_date_scan (text, check->year);
  piece->where = where;
  g_ptr_array_add (check->pieces, piece);
  return piece;
}

/* First words of a heading, for people. */
static char *
short_title (const GhBlock *block)
{
  const int letters_max = 60;
  g_autofree char *bare = gh_text_strip_marks (block->text);
  g_autofree char *text = gh_text_squeeze (bare);
  const char *dot = *block->number != '\0' && !g_str_has_suffix (block->number, ")") ? "." : "";
  const char *gap = *block->number != '\0' && *text != '\0' ? " " : "";
  g_autofree char *cut = NULL;
  char *colon = strstr (text, ":");

  if (colon != NULL) /* "1. Thời gian: từ ngày …": the words before it are the title */
    *colon = '\0';
  if (g_utf8_strlen (text, -1) <= letters_max)
    return g_strconcat (block->number, dot, gap, text, NULL);
  cut = g_utf8_substring (text, 0, letters_max - 1);
  return g_strconcat (block->number, dot, gap, cut, "…", NULL);
}

char *
gh_check_describe_place (const GhBlock *part, const GhBlock *numbered, int row)
{
  g_autofree char *first = part != NULL ? short_title (part) : NULL;
  g_autofree char *second = numbered != NULL && numbered != part ? short_title (numbered) : NULL;
  g_autofree char *place = NULL;

  if (first != NULL && second != NULL)
    place = g_strdup_printf ("%s, %s", first, second);
  else
    place = g_strdup (first != NULL ? first : second != NULL ? second : _("Body of the plan"));
  if (row < 0)
    return g_steal_pointer (&place);
  /* Translators: place of a plan's text, then the number of a row in a table of it. */
  return g_strdup_printf (_("%s, table row %d"), place, row);
}

static gboolean
is_numbered (const GhBlock *block)
{
  return (block->kind == GH_BLOCK_HEADING || block->kind == GH_BLOCK_ITEM) &&
         *block->number != '\0' && g_ascii_isalnum (*block->number);
}

static void
add_block_pieces (GhCheck *check,
                  const GhBlock *block,
                  int index,
                  gboolean live,
                  const GhBlock *part,
                  const GhBlock *numbered)
{
  GhPiece *piece;

  if (*block->text != '\0' || block->rows == NULL)
    {
      piece = add_piece (check, GH_PIECE_TEXT, gh_text_strip_marks (block->text),
                         gh_check_describe_place (part, numbered, -1));
      piece->block = index;
      piece->resolved = block;
      piece->live = live;
    }
  for (guint i = 0; block->rows != NULL && i < block->rows->len; i++)
    {
      char **cells = g_ptr_array_index (block->rows, i);
      g_autofree char *joined = g_strjoinv ("\t", cells);

      piece = add_piece (check, GH_PIECE_ROW, gh_text_strip_marks (joined),
                         gh_check_describe_place (part, numbered, (int) i));
      piece->block = index;
      piece->resolved = block;
      piece->live = live;
      piece->row = (int) i;
      piece->cells = cells;
    }
}

static void
add_body_pieces (GhCheck *check, const GArray *source)
{
  const GhBlock *part = NULL;
  const GhBlock *numbered = NULL;

  for (guint i = 0; i < check->resolved->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (check->resolved->blocks, i);
      guint index = g_array_index (source, guint, i);
      const GhBlock *from = g_ptr_array_index (check->plan->blocks, index);

      if ((block->kind == GH_BLOCK_HEADING && block->level <= 1) ||
          block->kind == GH_BLOCK_APPENDIX)
        {
          part = block;
          numbered = NULL;
        }
      else if (is_numbered (block))
        numbered = block;
      add_block_pieces (check, block, (int) index, from->kind == GH_BLOCK_LIVE, part, numbered);
    }
}

static void
add_pieces (GhCheck *check, const GArray *source)
{
  const GhPlan *plan = check->resolved;

  add_piece (check, GH_PIECE_TITLE, gh_text_strip_marks (plan->title), g_strdup (_("Title")));
  for (guint i = 0; i < plan->bases->len; i++)
    {
      const GhBasis *basis = g_ptr_array_index (plan->bases, i);

      if (!basis->cited)
        add_piece (check, GH_PIECE_BASIS, gh_text_strip_marks (basis->text),
                   g_strdup_printf (_("Legal basis %u"), i + 1))
          ->index = (int) i;
    }
  add_body_pieces (check, source);
  for (guint i = 0; i < plan->recipients->len; i++)
    {
      const GhRecipient *recipient = g_ptr_array_index (plan->recipients, i);
      GhPiece *piece = add_piece (check, GH_PIECE_RECIPIENT, gh_text_strip_marks (recipient->name),
                                  g_strdup (_("Recipients")));

      piece->order = GH_ORDER_RECIPIENTS;
      piece->index = (int) i;
    }
}

/* A period that the text states ("từ ngày … đến ngày …"), where the data have none. */
static GhDateSpan
period_of_text (const GhCheck *check)
{
  GhDateSpan empty = GH_DATE_SPAN_INIT;

  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);

      if (piece->kind != GH_PIECE_TEXT ||
          !gh_check_has_word (piece->fold, "chien dich|phong trao|dot hien mau|thoi gian"))
        continue;
      for (guint k = 0; k < piece->dates->len; k++)
        {
          const GhDateMatch *match = g_ptr_array_index (piece->dates, k);

          if (match->problem == NULL && match->span.precision == GH_PRECISION_SPAN &&
              match->span.end - match->span.start >= 20 &&
              match->span.end - match->span.start < 400)
            return match->span;
        }
    }
  return empty;
}

static void
find_days (GhCheck *check, guint32 today)
{
  const GhPlan *plan = check->plan;
  const GhCampaign *campaign = check->dossier->campaign;
  int month = CLAMP (plan->issue_month, 0, 12);
  int year;

  check->issued = plan->state == GH_PLAN_ISSUED || plan->state == GH_PLAN_AMENDED;
  if (plan->issue_year > 0 && plan->issue_year < 9999)
    {
      GhDateSpan span = month > 0 ? gh_date_span_month (plan->issue_year, month)
                                  : gh_date_span_year (plan->issue_year);
      guint32 day = gh_day_from_ymd (plan->issue_year, month, plan->issue_day);

      check->issue_first = day != 0 ? day : span.start;
      check->issue_last = day != 0 ? day : span.end;
    }
  check->year = campaign->year > 0 ? campaign->year : plan->issue_year;
  gh_day_to_ymd (today, &year, NULL, NULL);
  check->effective = today;
  if (check->issue_first != 0)
    check->effective = check->issue_first;
  else if (!gh_date_span_is_empty (&campaign->period))
    check->effective = campaign->period.start;
  else if (campaign->year > 0 && campaign->year < 9999 && campaign->year != year)
    check->effective = gh_day_from_ymd (campaign->year, 1, 1);
}

GPtrArray *
gh_check_run (GhDossier *dossier, guint32 today)
{
  return gh_check_run_with (dossier, today, NULL);
}

GPtrArray *
gh_check_run_with (GhDossier *dossier, guint32 today, const GhSpell *spell)
{
  GhCheck check = { .dossier = dossier, .plan = dossier->plan };
  g_autoptr (GhSummary) summary = gh_summary_new (dossier);
  g_autoptr (GArray) source = NULL;
  g_autoptr (GhPlan) resolved = gh_live_resolve (summary, &source);
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) piece_free);

  g_return_val_if_fail (today != 0, NULL);

  check.summary = summary;
  check.resolved = resolved;
  check.pieces = pieces;
  find_days (&check, today);
  add_pieces (&check, source);
  check.period = dossier->campaign->period;
  if (gh_date_span_is_empty (&check.period))
    check.period = period_of_text (&check);

  gh_check_begin_findings (&check);
  gh_check_begin_points (&check);
  gh_check_structure (&check); /* first: it tells whether the text breaks off */
  gh_check_blanks (&check);
  gh_check_dates (&check);
  gh_check_deadlines (&check);
  gh_check_events (&check);
  gh_check_figures (&check);
  gh_check_stale (&check);
  gh_check_tables (&check);
  gh_check_words (&check);
  gh_check_capitals (&check);
  if (spell != NULL)
    gh_check_spelling (&check, spell);
  gh_check_marks (&check);
  gh_check_citations (&check);
  gh_check_references (&check);
  gh_check_levels (&check);
  gh_check_end_points (&check);
  return gh_check_end_findings (&check);
}
