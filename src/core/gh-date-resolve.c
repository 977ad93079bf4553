/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-date-read.h"

#include <glib/gi18n-lib.h>

#include "gh-lunar.h"

static const char *
month_name (int month)
{
  static const char *const names[] = {
    N_("January"),   N_("February"), N_("March"),    N_("April"),
    N_("May"),       N_("June"),     N_("July"),     N_("August"),
    N_("September"), N_("October"),  N_("November"), N_("December"),
  };

  return _(names[month - 1]);
}

static char *
describe_missing_day (int year, int month, int day)
{
  g_autofree char *written = g_strdup_printf ("%02d/%02d/%d", day, month, year);

  if (month < 1 || month > 12)
    return g_strdup_printf (_("%s does not exist: there is no month %d."), written, month);
  if (year < 1 || year > 9999)
    return g_strdup_printf (_("%s does not exist: write the year with four digits."), written);
  if (day < 1 || day > 31)
    return g_strdup_printf (_("%s does not exist: no month has a day %d."), written, day);

  int n_days = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);

  if (month == 2)
    return g_strdup_printf (_("%s does not exist: February %d has %d days."), written, year,
                            n_days);
  return g_strdup_printf (_("%s does not exist: %s has %d days."), written, month_name (month),
                          n_days);
}

/* A day of the lunar calendar: of a lunar month, or counted from Tết. */
static guint32
lunar_day (const GhDatePoint *point, int year, char **problem)
{
  GhLunarDate lunar = { year, point->month, point->day, FALSE };

  if (point->tet)
    {
      /* "mùng 9 Tết" is in the first month; "28 Tết" in the last of the year before. */
      lunar.month = point->day < 20 ? 1 : 12;
      lunar.year = point->day < 20 ? year : year - 1;
    }

  guint32 day = gh_lunar_to_day (&lunar);

  if (day == 0)
    *problem = g_strdup_printf (_("Day %d of month %d does not exist in the lunar year %d."),
                                lunar.day, lunar.month, lunar.year);
  return day;
}

static guint32
one_day (const GhDatePoint *point, int year, int day, char **problem)
{
  GhDatePoint copy = *point;
  guint32 julian;

  copy.day = day;
  if (point->lunar || point->tet)
    return lunar_day (&copy, year, problem);
  julian = gh_day_from_ymd (year, point->month, day);
  if (julian == 0)
    *problem = describe_missing_day (year, point->month, day);
  return julian;
}

static void
span_of_months (int year, int from, int to, guint32 *first, guint32 *last)
{
  GhDateSpan a = gh_date_span_month (year, from);
  GhDateSpan b = gh_date_span_month (year, to);

  *first = a.start;
  *last = b.end;
}

static void
span_of_part (const GhDatePoint *point, int year, guint32 *first, guint32 *last)
{
  GhDateSpan month = gh_date_span_month (year, point->month);
  GhDateSpan part = gh_date_span_month_part (year, point->month, point->part);
  int week = point->part - GH_DATE_PART_WEEK;

  *first = part.start;
  *last = part.end;
  if (month.start == 0 || point->part <= 3)
    return;
  if (week == 6)
    {
      *first = month.end - 6;
      *last = month.end;
    }
  else if (week > 0)
    {
      /* February may have no fifth week: then it is the last. */
      *first = MIN (month.start + (guint32) (week - 1) * 7, month.end - 6);
      *last = MIN (*first + 6, month.end);
      if (week == 5 && month.start + 28 <= month.end)
        *first = month.start + 28;
    }
  else
    {
      *first = point->part == 4 ? month.start : month.start + 15;
      *last = point->part == 4 ? month.start + 14 : month.end;
    }
}

gboolean
gh_date_point_days (const GhDatePoint *point,
                    int year,
                    guint32 *first,
                    guint32 *last,
                    char **problem)
{
  int first_part = point->first != 0 ? point->first : point->part;
  int y = point->year != 0 ? point->year : year;

  *first = *last = 0;
  if (point->bad_year)
    {
      *problem = describe_missing_day (0, point->month, point->day);
      return FALSE;
    }
  switch (point->precision)
    {
    case GH_PRECISION_MONTH:
      span_of_months (y, point->first != 0 ? point->first : point->month, point->month, first,
                      last);
      break;
    case GH_PRECISION_MONTH_PART:
      span_of_part (point, y, first, last);
      break;
    case GH_PRECISION_QUARTER:
      span_of_months (y, first_part * 3 - 2, point->part * 3, first, last);
      break;
    case GH_PRECISION_YEAR:
      span_of_months (y, 1, 12, first, last);
      break;
    case GH_PRECISION_DAY:
    case GH_PRECISION_SPAN:
    default:
      *last = one_day (point, y, point->day, problem);
      if (*last != 0)
        *first = point->first != 0 ? one_day (point, y, point->first, problem) : *last;
      return *first != 0;
    }
  if (*first == 0 || *last == 0)
    *problem = g_strdup_printf (_("%d/%d does not exist as a month of a year."), point->month, y);
  return *first != 0 && *last != 0;
}
