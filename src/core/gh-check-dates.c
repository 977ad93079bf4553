/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-activity.h"
#include "gh-lunar.h"
#include "gh-text.h"

/* Dates by themselves: that they exist, are written well, fit their weekday and their event. */

/* A doubled separator is the slip that leaves no doubt: "10/10//2024". */
static void
mend_malformed (GhCheck *check, GhFinding *finding, const GhPiece *piece, const GhDateMatch *match)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) dates = NULL;
  const GhDateMatch *mended;
  GhMend mend;

  for (gsize i = match->offset; i < match->offset + match->length; i++)
    if (strchr ("/-.", piece->text[i]) == NULL || text->len == 0 ||
        text->str[text->len - 1] != piece->text[i])
      g_string_append_c (text, piece->text[i]);
  dates = gh_date_scan (text->str, check->year);
  mended = dates->len == 1 ? g_ptr_array_index (dates, 0) : NULL;
  if (mended == NULL || mended->malformed || !gh_date_span_equal (&mended->span, &match->span))
    return;
  mend = gh_mend_begin (check, TRUE);
  gh_mend_replace (&mend, piece, match->offset, match->length, text->str);
  gh_mend_end (&mend, finding, g_strdup_printf (_("Change to “%s”"), text->str));
}

/* The date stays, the weekday beside it becomes its own. */
static void
mend_weekday (GhCheck *check, GhFinding *finding, const GhPiece *piece, const GhDateMatch *match)
{
  g_autofree char *date = g_strndup (piece->text + match->offset, match->length);
  g_autofree char *mended = gh_mend_weekday (date, match->span.start);
  GhMend mend;

  if (mended == NULL)
    return;
  mend = gh_mend_begin (check, FALSE);
  gh_mend_replace (&mend, piece, match->offset, match->length, mended);
  gh_mend_end (&mend, finding,
               g_strdup_printf (_("Change to %s"),
                                gh_mend_weekday_name (gh_day_weekday (match->span.start))));
}

static void
check_match (GhCheck *check, const GhPiece *piece, const GhDateMatch *match)
{
  g_autofree char *text = gh_check_date_text (piece, match);
  GhFinding *finding;
  int weekday;

  if (match->problem != NULL)
    {
      finding = gh_check_add (check, GH_SEVERITY_ERROR, "impossible-date", piece,
                              _("“%s”: %s Correct the date."), text, match->problem);
      gh_check_point_date (check, finding, piece, match);
      return;
    }
  if (match->malformed)
    {
      finding = gh_check_add (check, GH_SEVERITY_ERROR, "malformed-date", piece,
                              _("The date “%s” is written with a slip. Write it as "
                                "dd/mm/yyyy."),
                              text);
      gh_check_point_date (check, finding, piece, match);
      mend_malformed (check, finding, piece, match);
    }
  if (match->weekday == 0 || match->span.start == 0 || match->span.start != match->span.end ||
      !match->has_year)
    return;
  weekday = gh_day_weekday (match->span.start);
  if (weekday == match->weekday)
    return;
  finding = gh_check_add (check, GH_SEVERITY_ERROR, "weekday-mismatch", piece,
                          _("“%s” is a %s, not a %s. Correct the date or the weekday."), text,
                          gh_weekday_name (weekday), gh_weekday_name (match->weekday));
  gh_check_point_date (check, finding, piece, match);
  mend_weekday (check, finding, piece, match);
}

/* The plan stands for Tết or Lễ hội Xuân hồng, and not for a whole year of several campaigns. */
static gboolean
is_spring_plan (const GhCheck *check)
{
  g_autofree char *title = gh_text_fold (check->plan->title);

  return gh_check_has_word (title, "xuan hong|dip tet|tet nguyen dan");
}

/* How many days a spring campaign can lie around Tết: the widest windows met begin in December
 * and end in the middle of March. */
#define DAYS_BEFORE_TET 65
#define DAYS_AFTER_TET  45

static gboolean
is_far_from_tet (guint32 day)
{
  guint32 tet;
  int year;

  gh_day_to_ymd (day, &year, NULL, NULL);
  tet = gh_lunar_tet (year);
  if (tet == 0 || (day + DAYS_BEFORE_TET >= tet && day <= tet + DAYS_AFTER_TET))
    return FALSE;
  tet = gh_lunar_tet (year + 1); /* December is before the next Tết */
  return tet == 0 || day + DAYS_BEFORE_TET < tet;
}

static void
report_far_from_tet (GhCheck *check,
                     const GhPiece *piece,
                     const GhDateMatch *match,
                     const char *date)
{
  guint32 day = match->span.start;
  GhFinding *finding;
  int year;
  g_autofree char *tet = NULL;

  gh_day_to_ymd (day, &year, NULL, NULL);
  tet = gh_day_format (gh_lunar_tet (year));
  finding = gh_check_add (check, GH_SEVERITY_WARNING, "implausible-date", piece,
                          _("The donation day “%s” lies far from Tết (%s) in a plan for Tết "
                            "and Lễ hội Xuân hồng. Check the month."),
                          date, tet);
  gh_check_point_date (check, finding, piece, match);
}

/* A day of the text on which blood is donated. */
static gboolean
is_donation_day (const GhPiece *piece, const GhDateMatch *match)
{
  g_autofree char *sentence = gh_check_sentence_fold (piece, match->offset);

  if (match->problem != NULL || !match->has_year || match->span.start != match->span.end ||
      match->span.start == 0 || gh_check_is_deadline (piece, match) ||
      gh_check_is_citation (piece, match))
    return FALSE;
  return gh_check_has_word (sentence, "hien mau|tiep nhan mau|lay mau") &&
         gh_check_has_word (sentence, "thoi gian|to chuc|ngay hoi|tiep nhan") &&
         !gh_check_has_word (sentence, "ky niem|thanh lap|ton vinh|tong ket|so ket|bao cao|danh "
                                       "sach|thanh tich|toan dan");
}

static void
check_plausible (GhCheck *check, const GhPiece *piece, const GhDateMatch *match, gboolean spring)
{
  g_autofree char *text = gh_check_date_text (piece, match);
  GhFinding *finding = NULL;
  int year;

  if (match->problem != NULL || match->span.start == 0 || !match->has_year)
    return;
  gh_day_to_ymd (match->span.end, &year, NULL, NULL);
  if (check->year > 0 && year > check->year + 2 && check->issue_last != 0 &&
      match->span.start > check->issue_last)
    finding = gh_check_add (check, GH_SEVERITY_WARNING, "implausible-date", piece,
                            _("The date “%s” lies years after the campaign. Check the "
                              "year."),
                            text);
  else if (spring && is_donation_day (piece, match) && is_far_from_tet (match->span.start))
    report_far_from_tet (check, piece, match, text);
  /* A document cannot be cited before it is written. */
  if (check->issue_last != 0 && match->span.start > check->issue_last &&
      gh_check_is_citation (piece, match))
    finding = gh_check_add (check, GH_SEVERITY_WARNING, "implausible-date", piece,
                            _("The cited document is dated “%s”, after the plan itself. "
                              "Check the date."),
                            text);
  if (finding != NULL)
    gh_check_point_date (check, finding, piece, match);
}

/* Short aliases ("Tết", "8/3") are words of other names too. */
#define NAME_MIN 12

/* Whether @fold ends with one of @names, '|' between. */
static gboolean
ends_with_any (const char *fold, gsize length, const char *names)
{
  for (gsize n; *names != '\0'; names += n + (names[n] == '|' ? 1 : 0))
    {
      n = strcspn (names, "|");
      if (n >= NAME_MIN && n <= length && memcmp (fold + length - n, names, n) == 0)
        return TRUE;
    }
  return FALSE;
}

/* (transfer full): the standing days' own names, folded, in the order of gh_observances(). */
static GPtrArray *
fold_names (void)
{
  GPtrArray *folds = g_ptr_array_new_with_free_func (g_free);
  gsize n = 0;
  const GhObservance *all = gh_observances (&n);

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (folds, gh_text_fold (all[i].name));
  return folds;
}

/* The date stands right behind a name of a standing day: only brackets and quotes in between. */
static const GhObservance *
observance_before (const GPtrArray *names, const GhPiece *piece, const GhDateMatch *match)
{
  gsize from = match->offset > 160 ? match->offset - 160 : 0;
  g_autofree char *before = NULL;
  g_autofree char *fold = NULL;
  gsize length;
  gsize n = 0;
  const GhObservance *all = gh_observances (&n);

  while (((guchar) piece->text[from] & 0xC0) == 0x80)
    from++;
  before = g_strndup (piece->text + from, match->offset - from);
  fold = gh_text_fold (before);
  for (length = strlen (fold); length > 0 && strchr (" (\"'", fold[length - 1]) != NULL;)
    fold[--length] = '\0';
  for (gsize i = 0; i < n && length >= NAME_MIN; i++)
    if (all[i].rule == GH_RULE_SOLAR &&
        (ends_with_any (fold, length, g_ptr_array_index (names, i)) ||
         (all[i].aliases != NULL && ends_with_any (fold, length, all[i].aliases))))
      return &all[i];
  return NULL;
}

/* The day every year has for it, in the year that is written. */
static void
mend_observance (GhCheck *check,
                 GhFinding *finding,
                 const GhPiece *piece,
                 const GhDateMatch *match,
                 const GhObservance *observance)
{
  g_autofree char *date = g_strndup (piece->text + match->offset, match->length);
  g_autofree char *mended = NULL;
  GhMend mend;
  int year;

  gh_day_to_ymd (match->span.start, &year, NULL, NULL);
  mended = gh_mend_redate (date, gh_day_from_ymd (year, observance->month, observance->day),
                           match->weekday != 0);
  if (mended == NULL)
    return;
  mend = gh_mend_begin (check, FALSE);
  gh_mend_replace (&mend, piece, match->offset, match->length, mended);
  gh_mend_end (&mend, finding, g_strdup_printf (_("Change to “%s”"), mended));
}

static void
check_observance (GhCheck *check,
                  const GPtrArray *names,
                  const GhPiece *piece,
                  const GhDateMatch *match)
{
  const GhObservance *observance;
  GhFinding *finding;
  int month;
  int day;

  if (match->problem != NULL || match->span.start == 0 || match->span.start != match->span.end ||
      match->deadline)
    return;
  gh_day_to_ymd (match->span.start, NULL, &month, &day);
  observance = observance_before (names, piece, match);
  if (observance == NULL || (observance->month == month && observance->day == day))
    return;
  finding = gh_check_add (check, GH_SEVERITY_WARNING, "implausible-date", piece,
                          _("%s is on %d/%d, but the date beside it is %d/%d. Check it."),
                          observance->name, observance->day, observance->month, day, month);
  gh_check_point_date (check, finding, piece, match);
  mend_observance (check, finding, piece, match, observance);
}

void
gh_check_dates (GhCheck *check)
{
  gboolean spring = is_spring_plan (check);
  g_autoptr (GPtrArray) names = fold_names ();

  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);

      for (guint k = 0; k < piece->dates->len; k++)
        {
          const GhDateMatch *match = g_ptr_array_index (piece->dates, k);

          check_match (check, piece, match);
          check_plausible (check, piece, match, spring);
          check_observance (check, names, piece, match);
        }
    }
  gh_check_date_style (check);
}
