/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-date-span.h"

/* The Vietnamese of documents, whatever language the window speaks: not translated. */
static const char *const weekdays[] = { "thứ Hai", "thứ Ba",  "thứ Tư",  "thứ Năm",
                                        "thứ Sáu", "thứ Bảy", "Chủ nhật" };
static const char *const romans[] = { "I", "II", "III", "IV" };

static char *
format_day (guint32 day, gboolean with_year)
{
  int month, day_of_month;

  if (with_year)
    return gh_day_format (day);
  gh_day_to_ymd (day, NULL, &month, &day_of_month);
  return g_strdup_printf ("%02d/%02d", day_of_month, month);
}

static char *
format_minute (int minute)
{
  return g_strdup_printf ("%02dh%02d", minute / 60, minute % 60);
}

/* "07h30–11h30, ", "07h30, ", "đến 11h30, ", "" */
static char *
format_hours (const GhDateSpan *span, const char *dash)
{
  g_autofree char *start = format_minute (span->start_minute);
  g_autofree char *end = format_minute (span->end_minute);

  if (span->start_minute >= 0 && span->end_minute >= 0)
    return g_strconcat (start, dash, end, ", ", NULL);
  if (span->start_minute >= 0)
    return g_strconcat (start, ", ", NULL);
  if (span->end_minute >= 0)
    return g_strconcat ("đến ", end, ", ", NULL);
  return g_strdup ("");
}

/* "tháng 02/2027": months 1 and 2 with a zero (Nghị định 30/2020/NĐ-CP, Phụ lục I); "tháng 2". */
static char *
format_month (int year, int month, gboolean with_year)
{
  if (!with_year)
    return g_strdup_printf ("tháng %d", month);
  return g_strdup_printf (month < 3 ? "tháng %02d/%04d" : "tháng %d/%04d", month, year);
}

/* A month, a part of one, a quarter or a year. */
static char *
format_period (const GhDateSpan *span, gboolean with_year)
{
  int year, month, day;

  gh_day_to_ymd (span->start, &year, &month, &day);

  g_autofree char *month_text = format_month (year, month, with_year);

  switch (span->precision)
    {
    case GH_PRECISION_MONTH:
      return g_steal_pointer (&month_text);
    case GH_PRECISION_MONTH_PART:
      return g_strconcat (day < 11 ? "đầu " : day < 21 ? "giữa " : "cuối ", month_text, NULL);
    case GH_PRECISION_QUARTER:
      if (!with_year)
        return g_strdup_printf ("quý %s", romans[(month - 1) / 3]);
      return g_strdup_printf ("quý %s/%04d", romans[(month - 1) / 3], year);
    case GH_PRECISION_YEAR:
    case GH_PRECISION_DAY:
    case GH_PRECISION_SPAN:
    default:
      return g_strdup_printf ("năm %04d", year);
    }
}

/* "ngày 27/03/2027", "từ ngày 01/01/2027 đến ngày 01/03/2027", with hours where they belong. */
static char *
format_sentence (const GhDateSpan *span)
{
  g_autofree char *start = gh_day_format (span->start);
  g_autofree char *end = gh_day_format (span->end);
  g_autofree char *from = format_minute (span->start_minute);
  g_autofree char *to = format_minute (span->end_minute);
  g_autofree char *hours = format_hours (span, " - ");

  if (span->before)
    return g_strconcat (hours, "trước ngày ", start, NULL);
  if (span->start == span->end)
    return g_strconcat (hours, "ngày ", start, NULL);
  return g_strconcat (
    "từ ", span->start_minute >= 0 ? from : "", span->start_minute >= 0 ? " " : "", "ngày ", start,
    " đến ", span->end_minute >= 0 ? to : "", span->end_minute >= 0 ? " " : "", "ngày ", end, NULL);
}

char *
gh_date_span_format (const GhDateSpan *span, GhDateStyle style)
{
  if (gh_date_span_is_empty (span))
    return g_strdup ("");

  const char *before = span->before ? "trước " : "";
  gboolean with_year = style != GH_DATE_SHORT;

  if (span->precision != GH_PRECISION_DAY && span->precision != GH_PRECISION_SPAN)
    {
      g_autofree char *period = format_period (span, with_year);

      return g_strconcat (before, period, NULL);
    }
  if (style == GH_DATE_PLAN)
    return format_sentence (span);

  g_autofree char *start = format_day (span->start, with_year);
  g_autofree char *end = format_day (span->end, with_year);
  g_autofree char *hours = style == GH_DATE_SHORT ? g_strdup ("") : format_hours (span, "–");

  if (span->start != span->end)
    return g_strconcat (hours, before, start, "–", end, NULL);
  if (style == GH_DATE_LONG)
    return g_strconcat (hours, before, weekdays[gh_day_weekday (span->start) - 1], ", ", start,
                        NULL);
  return g_strconcat (hours, before, start, NULL);
}
