/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-activity.h"
#include "gh-lunar.h"
#include "gh-text.h"

/* Dates by themselves: that they exist, are written well, fit their weekday and their event. */

static void
check_match (GhCheck *check, const GhPiece *piece, const GhDateMatch *match)
{
  g_autofree char *text = gh_check_date_text (piece, match);
  int weekday;

  if (match->problem != NULL)
    {
      gh_check_add (check, GH_SEVERITY_ERROR, "impossible-date", piece,
                    _("“%s”: %s Correct the date."), text, match->problem);
      return;
    }
  if (match->malformed)
    gh_check_add (check, GH_SEVERITY_ERROR, "malformed-date", piece,
                  _("The date “%s” is written with a slip. Write it as "
                                     "dd/mm/yyyy."),
                     text);
  if (match->weekday == 0 || match->span.start == 0 || match->span.start != match->span.end ||
      !match->has_year)
    return;
  weekday = gh_day_weekday (match->span.start);
  if (weekday != match->weekday)
    gh_check_add (check, GH_SEVERITY_ERROR, "weekday-mismatch", piece,
                  _("“%s” is a %s, not a %s. Correct the date or the weekday."), text,
                     gh_weekday_name (weekday), gh_weekday_name (match->weekday));
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
report_far_from_tet (GhCheck *check, const GhPiece *piece, const char *date, guint32 day)
{
  int year;
  g_autofree char *tet = NULL;

  gh_day_to_ymd (day, &year, NULL, NULL);
  tet = gh_day_format (gh_lunar_tet (year));
  gh_check_add (check, GH_SEVERITY_WARNING, "implausible-date", piece,
                _("The donation day “%s” lies far from Tết (%s) in a plan for Tết "
                                   "and Lễ hội Xuân hồng. Check the month."),
                   date, tet);
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
  int year;

  if (match->problem != NULL || match->span.start == 0 || !match->has_year)
    return;
  gh_day_to_ymd (match->span.end, &year, NULL, NULL);
  if (check->year > 0 && year > check->year + 2 && check->issue_last != 0 &&
      match->span.start > check->issue_last)
    gh_check_add (check, GH_SEVERITY_WARNING, "implausible-date", piece,
                  _("The date “%s” lies years after the campaign. Check the "
                                     "year."),
                     text);
  else if (spring && is_donation_day (piece, match) && is_far_from_tet (match->span.start))
    report_far_from_tet (check, piece, text, match->span.start);
  /* A document cannot be cited before it is written. */
  if (check->issue_last != 0 && match->span.start > check->issue_last &&
      gh_check_is_citation (piece, match))
    gh_check_add (check, GH_SEVERITY_WARNING, "implausible-date", piece,
                  _("The cited document is dated “%s”, after the plan itself. "
                                     "Check the date."),
                     text);
}

/* The date stands right behind a name of a standing day: only brackets and quotes in between. */
static const GhObservance *
observance_before (const GhPiece *piece, const GhDateMatch *match)
{
  gsize from = match->offset > 160 ? match->offset - 160 : 0;
  g_autofree char *before = NULL;
  g_autofree char *fold = NULL;
  gsize n = 0;
  const GhObservance *all = gh_observances (&n);

  while (((guchar) piece->text[from] & 0xC0) == 0x80)
    from++;
  before = g_strndup (piece->text + from, match->offset - from);
  fold = gh_text_fold (before);
  for (gsize length = strlen (fold); length > 0 && strchr (" (\"'", fold[length - 1]) != NULL;)
    fold[--length] = '\0';
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *name = gh_text_fold (all[i].name);
      g_auto (GStrv) aliases = g_strsplit (all[i].aliases != NULL ? all[i].aliases : "", "|", -1);

      if (all[i].rule != GH_RULE_SOLAR)
        continue;
      /* Short aliases ("Tết", "8/3") are words of other names too. */
      if (strlen (name) >= 12 && g_str_has_suffix (fold, name))
        return &all[i];
      for (gsize k = 0; aliases[k] != NULL; k++)
        if (strlen (aliases[k]) >= 12 && g_str_has_suffix (fold, aliases[k]))
          return &all[i];
    }
  return NULL;
}

static void
check_observance (GhCheck *check, const GhPiece *piece, const GhDateMatch *match)
{
  const GhObservance *observance;
  int month;
  int day;

  if (match->problem != NULL || match->span.start == 0 || match->span.start != match->span.end ||
      match->deadline)
    return;
  gh_day_to_ymd (match->span.start, NULL, &month, &day);
  observance = observance_before (piece, match);
  if (observance == NULL || (observance->month == month && observance->day == day))
    return;
  gh_check_add (check, GH_SEVERITY_WARNING, "implausible-date", piece,
                _("%s is on %d/%d, but the date beside it is %d/%d. Check it."), observance->name,
                   observance->day, observance->month, day, month);
}

/* Where zeros may stand or not: days below 10, months 1 and 2 (Nghị định 30/2020 asks for the zero
 * there), months 3 to 9 (it does not). Within each of these a plan keeps to one way. */
enum
{
  ZERO_DAY,
  ZERO_EARLY_MONTH,
  ZERO_LATER_MONTH,
  N_ZEROS,
};

typedef struct
{
  char *examples[N_ZEROS][2];        /* without and with the zero */
  const GhPiece *pieces[N_ZEROS][2]; /* where they stand */
} DateStyles;

static void
note_style (DateStyles *styles, int zero, gboolean padded, const GhPiece *piece, const char *text)
{
  if (styles->examples[zero][padded] != NULL)
    return;
  styles->examples[zero][padded] = g_strdup (text);
  styles->pieces[zero][padded] = piece;
}

/* Reads the first "d/m" of a date as it is written. */
static void
note_date (DateStyles *styles, const GhPiece *piece, const char *text)
{
  const char *day = text + strcspn (text, "0123456789");
  gsize day_digits = strspn (day, "0123456789");
  const char *month = day + day_digits + 1;
  gsize month_digits = day[day_digits] == '/' ? strspn (month, "0123456789") : 0;
  gint64 value;

  if (day_digits == 0 || day_digits > 2 || month_digits == 0 || month_digits > 2 ||
      month[month_digits] != '/')
    return;
  value = g_ascii_strtoll (day, NULL, 10);
  if (value < 10)
    note_style (styles, ZERO_DAY, day_digits == 2, piece, text);
  value = g_ascii_strtoll (month, NULL, 10);
  if (value < 10)
    note_style (styles, value <= 2 ? ZERO_EARLY_MONTH : ZERO_LATER_MONTH, month_digits == 2, piece,
                text);
}

/* One hint a plan: an example of each way of writing. */
static void
check_style (GhCheck *check)
{
  DateStyles styles = { 0 };
  gboolean told = FALSE;

  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);

      for (guint k = 0; k < piece->dates->len && !piece->live; k++)
        {
          g_autofree char *text = gh_check_date_text (piece, g_ptr_array_index (piece->dates, k));

          note_date (&styles, piece, text);
        }
    }
  for (int i = 0; i < N_ZEROS; i++)
    {
      if (!told && styles.examples[i][0] != NULL && styles.examples[i][1] != NULL)
        {
          gh_check_add (check, GH_SEVERITY_HINT, "date-style", styles.pieces[i][0],
                        _("Dates are written in two ways: “%s” and “%s”. Write "
                                           "all of them alike."),
                           styles.examples[i][1], styles.examples[i][0]);
          told = TRUE;
        }
      g_free (styles.examples[i][0]);
      g_free (styles.examples[i][1]);
    }
}

void
gh_check_dates (GhCheck *check)
{
  gboolean spring = is_spring_plan (check);

  for (guint i = 0; i < check->pieces->len; i++)
    {
      const GhPiece *piece = g_ptr_array_index (check->pieces, i);

      for (guint k = 0; k < piece->dates->len; k++)
        {
          const GhDateMatch *match = g_ptr_array_index (piece->dates, k);

          check_match (check, piece, match);
          check_plausible (check, piece, match, spring);
          check_observance (check, piece, match);
        }
    }
  check_style (check);
}
