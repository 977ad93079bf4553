/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-date-span.h"

#include <glib/gi18n-lib.h>

#include <string.h>

static const char *const precision_names[] = {
  [GH_PRECISION_DAY] = "day",         [GH_PRECISION_SPAN] = "span",
  [GH_PRECISION_MONTH] = "month",     [GH_PRECISION_MONTH_PART] = "month-part",
  [GH_PRECISION_QUARTER] = "quarter", [GH_PRECISION_YEAR] = "year",
};

guint32
gh_day_from_ymd (int year, int month, int day)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return 0;

  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

void
gh_day_to_ymd (guint32 day, int *year, int *month, int *day_of_month)
{
  g_return_if_fail (day != 0);

  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  if (year != NULL)
    *year = g_date_get_year (&date);
  if (month != NULL)
    *month = (int) g_date_get_month (&date);
  if (day_of_month != NULL)
    *day_of_month = g_date_get_day (&date);
}

int
gh_day_weekday (guint32 day)
{
  g_return_val_if_fail (day != 0, 1);

  /* Day 1 of #GDate, 01/01/0001, was a Monday. */
  return (int) ((day - 1) % 7) + 1;
}

char *
gh_day_format (guint32 day)
{
  int y, m, d;

  if (day == 0)
    return g_strdup ("");
  gh_day_to_ymd (day, &y, &m, &d);
  return g_strdup_printf ("%02d/%02d/%04d", d, m, y);
}

char *
gh_day_format_iso (guint32 day)
{
  int y, m, d;

  if (day == 0)
    return g_strdup ("");
  gh_day_to_ymd (day, &y, &m, &d);
  return g_strdup_printf ("%04d-%02d-%02d", y, m, d);
}

guint32
gh_day_parse_iso (const char *text)
{
  int number[3] = { 0, 0, 0 };
  int part = 0;

  if (text == NULL || strlen (text) != 10)
    return 0;
  for (int i = 0; i < 10; i++)
    {
      gboolean dash = i == 4 || i == 7;

      if (dash ? text[i] != '-' : !g_ascii_isdigit (text[i]))
        return 0;
      if (dash)
        part++;
      else
        number[part] = number[part] * 10 + g_ascii_digit_value (text[i]);
    }
  return gh_day_from_ymd (number[0], number[1], number[2]);
}

const char *
gh_weekday_name (int weekday)
{
  static const char *const names[] = {
    N_("Monday"), N_("Tuesday"),  N_("Wednesday"), N_("Thursday"),
    N_("Friday"), N_("Saturday"), N_("Sunday"),
  };

  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");
  return _(names[weekday - 1]);
}

const char *
gh_precision_to_string (GhPrecision precision)
{
  g_return_val_if_fail (precision <= GH_PRECISION_YEAR, "day");
  return precision_names[precision];
}

gboolean
gh_precision_from_string (const char *text, GhPrecision *precision)
{
  for (gsize i = 0; i < G_N_ELEMENTS (precision_names); i++)
    if (g_strcmp0 (text, precision_names[i]) == 0)
      {
        if (precision != NULL)
          *precision = (GhPrecision) i;
        return TRUE;
      }
  return FALSE;
}

static GhDateSpan
make_span (guint32 start, guint32 end, GhPrecision precision)
{
  GhDateSpan span = GH_DATE_SPAN_INIT;

  if (start != 0 && end >= start)
    {
      span.start = start;
      span.end = end;
      span.precision = precision;
    }
  return span;
}

static guint32
last_day_of_month (int year, int month)
{
  if (month < 1 || month > 12 || year < 1 || year > 9999)
    return 0;
  return gh_day_from_ymd (year, month,
                          g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year));
}

GhDateSpan
gh_date_span_day (guint32 day)
{
  return make_span (day, day, GH_PRECISION_DAY);
}

GhDateSpan
gh_date_span_days (guint32 start, guint32 end)
{
  return make_span (start, end, start == end ? GH_PRECISION_DAY : GH_PRECISION_SPAN);
}

GhDateSpan
gh_date_span_month (int year, int month)
{
  return make_span (gh_day_from_ymd (year, month, 1), last_day_of_month (year, month),
                    GH_PRECISION_MONTH);
}

GhDateSpan
gh_date_span_month_part (int year, int month, int part)
{
  guint32 first = gh_day_from_ymd (year, month, 1);

  if (first == 0 || part < 1 || part > 3)
    return make_span (0, 0, GH_PRECISION_DAY);
  return make_span (first + (guint32) (part - 1) * 10,
                    part == 3 ? last_day_of_month (year, month) : first + (guint32) part * 10 - 1,
                    GH_PRECISION_MONTH_PART);
}

GhDateSpan
gh_date_span_quarter (int year, int quarter)
{
  if (quarter < 1 || quarter > 4)
    return make_span (0, 0, GH_PRECISION_DAY);
  return make_span (gh_day_from_ymd (year, quarter * 3 - 2, 1),
                    last_day_of_month (year, quarter * 3), GH_PRECISION_QUARTER);
}

GhDateSpan
gh_date_span_year (int year)
{
  return make_span (gh_day_from_ymd (year, 1, 1), gh_day_from_ymd (year, 12, 31),
                    GH_PRECISION_YEAR);
}

gboolean
gh_date_span_is_empty (const GhDateSpan *span)
{
  return span->start == 0;
}

gboolean
gh_date_span_equal (const GhDateSpan *a, const GhDateSpan *b)
{
  return a->start == b->start && a->end == b->end && a->precision == b->precision &&
         a->start_minute == b->start_minute && a->end_minute == b->end_minute &&
         !a->before == !b->before;
}

int
gh_date_span_compare (const GhDateSpan *a, const GhDateSpan *b)
{
  if (a->start == 0 || b->start == 0)
    return (a->start == 0) - (b->start == 0);
  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  if (a->end != b->end)
    return a->end < b->end ? -1 : 1;
  if (a->start_minute != b->start_minute)
    return a->start_minute < b->start_minute ? -1 : 1;
  return (a->end_minute > b->end_minute) - (a->end_minute < b->end_minute);
}

guint32
gh_date_span_last_day (const GhDateSpan *span)
{
  if (span->start == 0)
    return 0;
  return span->before ? span->start - 1 : span->end;
}
