/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-activity.h"
#include "gh-text.h"

/* Deadlines against the days they have to fit: rest days, donation days, ends of periods. */

/* A day by which something is due: from the text, or entered in the calendar by hand. */
typedef struct
{
  const GhPiece *piece;       /* (nullable): %NULL for an entry of the calendar */
  const GhDateMatch *match;   /* in the piece */
  const GhActivity *activity; /* the entry */
  char *date;                 /* as written */
  char *fold;                 /* its sentence */
  GhDateSpan span;
  guint32 until; /* what the piece counts to, 0 = nothing */
} Due;

static void
due_clear (gpointer data)
{
  Due *due = data;

  g_free (due->date);
  g_free (due->fold);
}

/* Last day of what a date counts to; of an impossible date (31/11/2023) that of its month. */
static guint32
counted_until (const GhPiece *piece, const GhDateMatch *match)
{
  const char *end = piece->text + match->offset + match->length;
  int parts[3] = { 0, 0, 0 };
  int n = 0;

  if (match->problem == NULL)
    return match->span.end;
  for (const char *at = end; at > piece->text + match->offset && n < 3;)
    {
      const char *to = at;

      while (at > piece->text + match->offset && g_ascii_isdigit (at[-1]))
        at--;
      if (at < to)
        parts[n++] = (int) g_ascii_strtoll (at, NULL, 10);
      else
        at--;
    }
  if (n < 2 || parts[0] < 1900 || parts[0] > 9998 || parts[1] < 1 || parts[1] > 12)
    return 0;
  return gh_date_span_month (parts[0], parts[1]).end;
}

/* Last day that anything in the piece counts to, 0 = nothing does. */
static guint32
piece_counted_until (const GhPiece *piece)
{
  guint32 until = 0;

  for (guint i = 0; i < piece->dates->len; i++)
    {
      const GhDateMatch *match = g_ptr_array_index (piece->dates, i);

      if (gh_check_is_counted (piece, match))
        until = MAX (until, counted_until (piece, match));
    }
  return until;
}

static GArray *
collect_dues (GhCheck *check)
{
  GArray *dues = g_array_new (FALSE, FALSE, sizeof (Due));
  const GPtrArray *activities = check->dossier->activities;

  g_array_set_clear_func (dues, due_clear);
  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);
      guint32 until = piece_counted_until (piece);

      for (guint k = 0; k < piece->dates->len && piece->resolved != NULL && !piece->live; k++)
        {
          const GhDateMatch *match = g_ptr_array_index (piece->dates, k);
          Due due = { .piece = piece, .match = match, .span = match->span, .until = until };

          if (match->problem != NULL || !gh_check_is_deadline (piece, match))
            continue;
          due.date = gh_check_date_text (piece, match);
          due.fold = gh_check_sentence_fold (piece, match->offset);
          g_array_append_val (dues, due);
        }
    }
  for (guint i = 0; i < activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (activities, i);
      Due due = { .activity = activity, .span = activity->span };

      /* What came from the text is in the pieces already. */
      if (activity->kind != GH_ACTIVITY_DEADLINE || *activity->text != '\0' ||
          activity->state == GH_ACTIVITY_CANCELLED || gh_date_span_is_empty (&activity->span))
        continue;
      due.date = gh_date_span_format (&activity->span, GH_DATE_NORMAL);
      due.fold = gh_text_fold (activity->title);
      g_array_append_val (dues, due);
    }
  return dues;
}

static void
report_entry (GhCheck *check,
              const GhActivity *activity,
              GhSeverity severity,
              const char *code,
              const char *message)
{
  g_autofree char *where = g_strdup_printf (_("Calendar, %s"), activity->title);

  gh_check_add_at (check, severity, code, GH_PART_ACTIVITY, GH_FIELD_NONE, where, "%s", message)
    ->place.id = activity->id;
}

/* Takes @owned. */
static void
report (GhCheck *check, const Due *due, GhSeverity severity, const char *code, char *owned)
{
  g_autofree char *message = owned;

  if (due->piece != NULL)
    gh_check_point_date (check, gh_check_add (check, severity, code, due->piece, "%s", message),
                         due->piece, due->match);
  else
    report_entry (check, due->activity, severity, code, message);
}

static void
check_rest_day (GhCheck *check, const Due *due)
{
  guint32 last = gh_date_span_last_day (&due->span);
  const GhObservance *observance;
  g_autofree char *day = NULL;

  if (due->span.precision != GH_PRECISION_DAY || last == 0 || !gh_day_is_off (last))
    return;
  day = gh_day_format (last);
  observance = gh_observance_on (last);
  if (observance != NULL && observance->holiday)
    report (check, due, GH_SEVERITY_WARNING, "holiday-deadline",
            g_strdup_printf (_("The last day for “%s” is %s, a public holiday (%s). Choose the "
                               "last working day before it."),
                             due->date, day, observance->name));
  else
    report (check, due, GH_SEVERITY_HINT, "holiday-deadline",
            g_strdup_printf (_("The last day for “%s” is %s, a %s. Choose a working day."),
                             due->date, day, gh_weekday_name (gh_day_weekday (last))));
}

/* The last day on which blood is donated, 0 if none is known. */
static guint32
last_donation_day (const GhCheck *check)
{
  const GhDossier *dossier = check->dossier;
  guint32 last = 0;

  for (guint i = 0; i < dossier->sessions->len; i++)
    last = MAX (last, ((GhDonationSession *) g_ptr_array_index (dossier->sessions, i))->span.end);
  for (guint i = 0; i < dossier->activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (dossier->activities, i);

      if (activity->kind == GH_ACTIVITY_SESSION && activity->state != GH_ACTIVITY_CANCELLED)
        last = MAX (last, activity->span.end);
    }
  return last;
}

static void
check_after_event (GhCheck *check, const Due *due, guint32 donation)
{
  guint32 last = gh_date_span_last_day (&due->span);
  g_autofree char *day = NULL;

  if (donation == 0 || last < donation ||
      !gh_check_has_word (due->fold, "danh sach|dang ky|dang ki") ||
      gh_check_has_word (due->fold, "ket qua|bao cao|khen thuong|ton vinh|hien tang|hien mo"))
    return;
  day = gh_day_format (donation);
  report (
    check, due, GH_SEVERITY_ERROR, "deadline-after-event",
    g_strdup_printf (_("Registrations are due “%s”, but the last donation day is %s. Set the "
                       "deadline before it."),
                     due->date, day));
}

static void
check_report_due (GhCheck *check, const Due *due)
{
  guint32 last = gh_date_span_last_day (&due->span);
  g_autofree char *end = NULL;

  if (gh_date_span_is_empty (&check->period) || last == 0 || last >= check->period.end ||
      last < check->period.start || !gh_check_has_word (due->fold, "ket qua|bao cao|tong ket") ||
      gh_check_has_word (due->fold, "so ket|tien do|hang tuan|hang thang|hang ngay|bao cao nhanh|"
                                    "dinh ky|thanh tich|dot 1|dang ky"))
    return;
  end = gh_day_format (check->period.end);
  report (check, due, GH_SEVERITY_ERROR, "deadline-before-period-ends",
          g_strdup_printf (_("The results are due “%s”, before the campaign ends on %s. Set the "
                             "deadline after the end."),
                           due->date, end));
}

/* "thành tích được tính từ … đến …; gửi hồ sơ trước ngày …": in one paragraph. */
static void
check_counted_period (GhCheck *check, const Due *due)
{
  guint32 last = gh_date_span_last_day (&due->span);
  g_autofree char *day = NULL;

  if (due->until == 0 || last == 0 || last >= due->until ||
      due->span.precision != GH_PRECISION_DAY ||
      !gh_check_has_word (due->fold, "ho so|de nghi|bao cao|thanh tich"))
    return;
  day = gh_day_format (due->until);
  report (check, due, GH_SEVERITY_ERROR, "deadline-before-period-ends",
          g_strdup_printf (_("The dossiers are due “%s”, before the period they are about ends on "
                             "%s. Move one of the two."),
                           due->date, day));
}

static void
check_past (GhCheck *check, const Due *due)
{
  guint32 last = gh_date_span_last_day (&due->span);

  if (check->issue_first == 0 || last == 0 || last >= check->issue_first)
    return;
  report (check, due, GH_SEVERITY_WARNING, "implausible-date",
          g_strdup_printf (_("The deadline “%s” is past on the day the plan is issued. Check the "
                             "date."),
                           due->date));
}

/* (transfer full): for a day of review in the text or the calendar, before what it reviews is
 * over. */
static char *
describe_review (const GhCheck *check, const char *date)
{
  g_autofree char *end = gh_day_format (check->period.end);

  return g_strdup_printf (_("The review (sơ kết, tổng kết) is held “%s”, before the campaign ends "
                            "on %s. Hold it after the end."),
                          date, end);
}

static gboolean
is_early (const GhCheck *check, const GhDateSpan *span)
{
  return !gh_date_span_is_empty (span) && !gh_date_span_is_empty (&check->period) &&
         check->period.precision == GH_PRECISION_SPAN && span->end < check->period.end &&
         span->start >= check->period.start;
}

/* Whether the words of a review stand before the date in its sentence, or in the row. */
static gboolean
is_review_date (const GhPiece *piece, const GhDateMatch *match)
{
  gsize start;
  gsize end;
  g_autofree char *before = NULL;
  g_autofree char *fold = NULL;

  gh_check_sentence (piece->text, match->offset, &start, &end);
  if (piece->kind == GH_PIECE_ROW)
    start = 0;
  before = g_strndup (piece->text + start, match->offset - start);
  fold = gh_text_fold (before);
  return gh_check_has_word (fold, "so ket|tong ket") &&
         !gh_check_has_word (fold, "ket qua|bao cao|danh sach") &&
         !gh_check_is_citation (piece, match);
}

static void
check_reviews (GhCheck *check)
{
  const GPtrArray *activities = check->dossier->activities;

  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);

      for (guint k = 0; k < piece->dates->len && piece->resolved != NULL && !piece->live; k++)
        {
          const GhDateMatch *match = g_ptr_array_index (piece->dates, k);
          g_autofree char *date = gh_check_date_text (piece, match);
          g_autofree char *message = NULL;

          if (match->problem != NULL || !is_early (check, &match->span) ||
              !is_review_date (piece, match))
            continue;
          message = describe_review (check, date);
          gh_check_point_date (
            check,
            gh_check_add (check, GH_SEVERITY_WARNING, "review-before-end", piece, "%s", message),
            piece, match);
        }
    }
  for (guint i = 0; i < activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (activities, i);
      g_autofree char *date = gh_date_span_format (&activity->span, GH_DATE_NORMAL);
      g_autofree char *message = NULL;

      if (activity->kind != GH_ACTIVITY_REVIEW || *activity->text != '\0' ||
          activity->state == GH_ACTIVITY_CANCELLED || !is_early (check, &activity->span))
        continue;
      message = describe_review (check, date);
      report_entry (check, activity, GH_SEVERITY_WARNING, "review-before-end", message);
    }
}

/* A duty to send something to somebody, without a date to send it by. */
static gboolean
wants_deadline (const GhPiece *piece)
{
  return gh_check_has_word (piece->fold, "gui|bao cao|lap danh sach") &&
         gh_check_has_word (piece->fold, "bao cao ket qua|tong hop bao cao|tong hop, bao cao|"
                                         "bao cao tong ket|danh sach|ket qua thuc hien|ho so|"
                                         "bao cao thuc hien") &&
         !gh_check_has_word (piece->fold, "sau khi ket thuc|hang thang|hang quy|hang tuan|dinh ky|"
                                          "thuong xuyen|hang ngay|dot xuat");
}

static void
report_missing (GhCheck *check, const GhPiece *piece, gboolean anywhere)
{
  g_autofree char *words = gh_check_excerpt (piece->text, MIN (strlen (piece->text), 40));

  if (anywhere)
    gh_check_add (check, GH_SEVERITY_WARNING, "missing-deadline", piece,
                  _("The plan asks for a report or a list (“%s”) but gives no "
                    "deadline anywhere. Say by when it is due."),
                  words);
  else
    gh_check_add (check, GH_SEVERITY_HINT, "missing-deadline", piece,
                  _("Something has to be sent in (“%s”), but no date is given. "
                    "Say by when."),
                  words);
}

static void
check_missing (GhCheck *check, const GArray *dues)
{
  const GhPiece *first = NULL;

  if (check->truncated)
    return;
  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);

      if (piece->kind != GH_PIECE_TEXT || piece->live || !wants_deadline (piece) ||
          piece->dates->len > 0)
        continue;
      if (dues->len > 0 && gh_check_has_word (piece->fold, "gui"))
        report_missing (check, piece, FALSE);
      first = first != NULL ? first : piece;
    }
  if (dues->len == 0 && first != NULL)
    report_missing (check, first, TRUE);
}

void
gh_check_deadlines (GhCheck *check)
{
  g_autoptr (GArray) dues = collect_dues (check);
  guint32 donation = last_donation_day (check);

  for (guint i = 0; i < dues->len; i++)
    {
      const Due *due = &g_array_index (dues, Due, i);

      check_rest_day (check, due);
      check_after_event (check, due, donation);
      check_report_due (check, due);
      check_counted_period (check, due);
      check_past (check, due);
    }
  check_reviews (check);
  check_missing (check, dues);
}
