/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-template-rule.h"

#include <string.h>

#include "gh-activity.h"
#include "gh-lunar.h"

static const char *const weekdays[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

/* Reads exactly @n figures and moves on; -1 if they are not there. */
static int
take_figures (const char **at, int n)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*at)[i]))
        return -1;
      value = value * 10 + (*at)[i] - '0';
    }
  *at += n;
  return value;
}

static gboolean
take_word (const char **at, const char *word)
{
  if (!g_str_has_prefix (*at, word))
    return FALSE;
  *at += strlen (word);
  return TRUE;
}

static guint32
take_base (const char **at, int year)
{
  int month;
  int day;

  if (take_word (at, "tet"))
    return gh_lunar_tet (year);
  if (take_word (at, "prev:"))
    year--;
  else if (take_word (at, "next:"))
    year++;
  else if (strlen (*at) >= 10 && (*at)[4] == '-')
    {
      year = take_figures (at, 4);
      if (!take_word (at, "-"))
        return 0;
    }
  month = take_figures (at, 2);
  if (month < 0 || !take_word (at, "-"))
    return 0;
  day = take_figures (at, 2);
  if (year < 1 || day < 0)
    return 0;
  return gh_day_from_ymd (year, month, day);
}

static gboolean
take_offset (const char **at, guint32 *day)
{
  int sign = **at == '-' ? -1 : 1;
  int value = 0;

  if (**at != '+' && **at != '-')
    return FALSE;
  (*at)++;
  if (!g_ascii_isdigit (**at))
    return FALSE;
  while (g_ascii_isdigit (**at) && value < 10000)
    value = value * 10 + take_figures (at, 1);
  *day = (guint32) ((gint64) *day + sign * value);
  return TRUE;
}

static gboolean
take_weekday (const char **at, guint32 *day)
{
  int step = **at == '<' ? -1 : 1;

  if (**at != '<' && **at != '>')
    return FALSE;
  (*at)++;
  for (int i = 0; i < 7; i++)
    if (take_word (at, weekdays[i]))
      {
        while (gh_day_weekday (*day) != i + 1)
          *day = (guint32) ((gint64) *day + step);
        return TRUE;
      }
  return FALSE;
}

/* Far from the ends of the calendar, where nothing can be moved any further. */
static gboolean
is_movable (guint32 day)
{
  return day > 10000 && day < 3640000;
}

static guint32
take_day (const char **at, int year)
{
  guint32 day = take_base (at, year);

  while (day != 0 && **at != '\0' && strchr ("+-<>!^", **at) != NULL)
    {
      if (!is_movable (day))
        return 0;
      if (take_word (at, "!"))
        while (gh_day_is_off (day))
          day--;
      else if (take_word (at, "^"))
        while (gh_day_is_off (day))
          day++;
      else if (!take_offset (at, &day) && !take_weekday (at, &day))
        return 0;
    }
  return day;
}

guint32
gh_template_rule_day (const char *rule, int year)
{
  guint32 day = take_day (&rule, year);

  return *rule == '\0' && is_movable (day) ? day : 0;
}

/* " 07:30-11:30" or " 07:30"; nothing is right as well. */
static gboolean
take_hours (const char **at, GhDateSpan *span)
{
  int minutes[2] = { -1, -1 };

  if (**at == '\0')
    return TRUE;
  if (!take_word (at, " "))
    return FALSE;
  for (int i = 0; i < 2 && (i == 0 || take_word (at, "-")); i++)
    {
      int hour = take_figures (at, 2);
      int minute = take_word (at, ":") ? take_figures (at, 2) : -1;

      if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || hour * 60 + minute > 24 * 60)
        return FALSE;
      minutes[i] = hour * 60 + minute;
    }
  span->start_minute = (gint16) minutes[0];
  span->end_minute = (gint16) minutes[1];
  return TRUE;
}

static gboolean
take_part (const char **at, int year, GhDateSpan *span)
{
  static const char *const parts[] = { "month-", "early-", "mid-", "late-" };
  int number;

  if (take_word (at, "prev:month-"))
    {
      *at -= strlen ("month-");
      year--;
    }
  else if (take_word (at, "next:month-"))
    {
      *at -= strlen ("month-");
      year++;
    }
  if (take_word (at, "year"))
    {
      *span = gh_date_span_year (year);
      return TRUE;
    }
  if (take_word (at, "quarter-"))
    {
      number = take_figures (at, 1);
      if (number < 1 || number > 4)
        return FALSE;
      *span = gh_date_span_quarter (year, number);
      return TRUE;
    }
  for (int i = 0; i < (int) G_N_ELEMENTS (parts); i++)
    if (take_word (at, parts[i]))
      {
        number = take_figures (at, 2);
        if (number < 1 || number > 12)
          return FALSE;
        *span =
          i == 0 ? gh_date_span_month (year, number) : gh_date_span_month_part (year, number, i);
        return TRUE;
      }
  return FALSE;
}

gboolean
gh_template_rule_span (const char *when, int year, GhDateSpan *span)
{
  static const GhDateSpan empty = GH_DATE_SPAN_INIT;
  gboolean before = take_word (&when, "before ");

  *span = empty;
  if (!take_part (&when, year, span))
    {
      guint32 start = take_day (&when, year);
      guint32 end = start;

      if (start != 0 && take_word (&when, ".."))
        end = take_day (&when, year);
      if (start == 0 || end < start)
        return FALSE;
      *span = gh_date_span_days (start, end);
    }
  span->before = before;
  if (take_hours (&when, span) && *when == '\0')
    return TRUE;
  *span = empty;
  return FALSE;
}

/* "thứ Bảy": the words of a plan. */
static char *
expand_weekday (const char *rule, int year)
{
  static const char *const names[] = { "thứ Hai", "thứ Ba",  "thứ Tư",  "thứ Năm",
                                       "thứ Sáu", "thứ Bảy", "Chủ nhật" };
  guint32 day = gh_template_rule_day (rule, year);

  return day != 0 ? g_strdup (names[gh_day_weekday (day) - 1]) : NULL;
}

static char *
expand_one (const char *rule, int year)
{
  guint32 day;

  if (g_str_equal (rule, "$"))
    return g_strdup ("$");
  if (g_str_has_prefix (rule, "weekday:"))
    return expand_weekday (rule + strlen ("weekday:"), year);
  if (g_str_equal (rule, "year+1"))
    return g_strdup_printf ("%d", year + 1);

  if (g_str_equal (rule, "year"))
    return g_strdup_printf ("%d", year);
  if (g_str_equal (rule, "year-1"))
    return g_strdup_printf ("%d", year - 1);
  if (g_str_equal (rule, "lunar"))
    return gh_lunar_year_name (year);
  day = gh_template_rule_day (rule, year);
  return day != 0 ? gh_day_format (day) : NULL;
}

char *
gh_template_rule_expand (const char *text, int year)
{
  GString *out = g_string_new (NULL);
  const char *at = text;

  for (const char *open; (open = strstr (at, "$(")) != NULL;)
    {
      const char *close = strchr (open, ')');
      g_autofree char *rule =
        close != NULL ? g_strndup (open + 2, (gsize) (close - open - 2)) : NULL;
      g_autofree char *value = rule != NULL ? expand_one (rule, year) : NULL;

      if (close == NULL)
        break;
      g_string_append_len (out, at, open - at);
      g_string_append_len (out, value != NULL ? value : open,
                           value != NULL ? -1 : (gssize) (close - open + 1));
      at = close + 1;
    }
  g_string_append (out, at);
  return g_string_free (out, FALSE);
}
