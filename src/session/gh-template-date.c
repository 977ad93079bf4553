/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "gh-activity.h"
#include "gh-lunar.h"
#include "gh-template-private.h"
#include "gh-template-rule.h"
#include "gh-text.h"

/* Dates of a campaign turned into the rules of a template. Whatever rule is chosen leads to the
 * same day in the campaign's own year; which one decides about the other years. */

/* What is held so near to Tết and says so goes with it. */
#define TET_REACH 45

static gboolean
says_tet (const char *title)
{
  g_autofree char *fold = gh_text_fold (title);
  g_autofree char *padded = g_strconcat (" ", fold, " ", NULL);

  return strstr (padded, " tet ") != NULL || strstr (padded, " xuan hong ") != NULL;
}

/* "03-27", "prev:12-15", "tet+8"; another year as it is. */
static char *
base_rule (guint32 day, int year, gboolean follow_tet)
{
  static const char *const where[] = { "prev:", "", "next:" };
  guint32 tet = gh_lunar_tet (year);
  int y;
  int m;
  int d;

  gh_day_to_ymd (day, &y, &m, &d);
  if (follow_tet && tet != 0 && ABS ((int) day - (int) tet) <= TET_REACH)
    return g_strdup_printf ("tet%+d", (int) day - (int) tet);
  if (y < year - 1 || y > year + 1)
    return gh_day_format_iso (day);
  if (m == 2 && d == 29)
    return g_strdup_printf ("%s03-01-1", where[y - year + 1]);
  return g_strdup_printf ("%s%02d-%02d", where[y - year + 1], m, d);
}

/* A day of a feast keeps its date. */
static gboolean
is_fixed (guint32 day)
{
  const GhObservance *observance = gh_observance_on (day);

  return observance != NULL && observance->rule == GH_RULE_SOLAR;
}

/* "2024-11-30": of no year that a template knows. */
static gboolean
is_absolute (const char *rule)
{
  return strlen (rule) == strlen ("2024-11-30") && rule[4] == '-';
}

static char *
day_rule (guint32 day, int year, const char *title, gboolean deadline)
{
  gboolean tet = says_tet (title);
  int weekday = gh_day_weekday (day);
  g_autofree char *base = base_rule (day, year, tet);
  g_autofree char *rule = NULL;

  if (deadline && !gh_day_is_off (day))
    rule = g_strconcat (base, "!", NULL);
  else if (!deadline && weekday >= 6 && !is_fixed (day) && !is_absolute (base))
    {
      /* The Saturday or Sunday nearest to the same date. */
      g_autofree char *from = base_rule (day - 3, year, tet);

      rule = g_strconcat (from, weekday == 6 ? ">sat" : ">sun", NULL);
    }
  else
    rule = g_strdup (base);
  if (gh_template_rule_day (rule, year) == day)
    return g_steal_pointer (&rule);
  return gh_day_format_iso (day);
}

static char *
part_rule (const GhDateSpan *span, int year)
{
  static const char *const where[] = { "prev:", "", "next:" };
  static const char *const parts[] = { "early", "mid", "late" };
  int y;
  int m;
  int d;

  gh_day_to_ymd (span->start, &y, &m, &d);
  if (y < year - 1 || y > year + 1)
    return NULL;
  if (span->precision == GH_PRECISION_MONTH)
    return g_strdup_printf ("%smonth-%02d", where[y - year + 1], m);
  if (y != year)
    return NULL;
  if (span->precision == GH_PRECISION_MONTH_PART)
    return g_strdup_printf ("%s-%02d", parts[MIN ((d - 1) / 10, 2)], m);
  if (span->precision == GH_PRECISION_QUARTER)
    return g_strdup_printf ("quarter-%d", (m + 2) / 3);
  return span->precision == GH_PRECISION_YEAR ? g_strdup ("year") : NULL;
}

static void
add_hours (GString *rule, const GhDateSpan *span)
{
  if (span->start_minute < 0)
    return;
  g_string_append_printf (rule, " %02d:%02d", span->start_minute / 60, span->start_minute % 60);
  if (span->end_minute >= 0)
    g_string_append_printf (rule, "-%02d:%02d", span->end_minute / 60, span->end_minute % 60);
}

char *
_gh_template_span_rule (const GhDateSpan *span, int year, const char *title, gboolean deadline)
{
  g_autoptr (GString) rule = g_string_new (span->before ? "before " : NULL);
  g_autofree char *part = NULL;

  if (gh_date_span_is_empty (span))
    return g_strdup ("");
  if (span->precision > GH_PRECISION_SPAN)
    part = part_rule (span, year);
  if (part != NULL)
    g_string_append (rule, part);
  else if (span->start == span->end)
    {
      g_autofree char *day = day_rule (span->start, year, title, deadline);

      g_string_append (rule, day);
    }
  else
    {
      gboolean tet = says_tet (title);
      g_autofree char *from = base_rule (span->start, year, tet);
      g_autofree char *to = base_rule (span->end, year, tet);

      g_string_append_printf (rule, "%s..%s", from, to);
    }
  add_hours (rule, span);
  return g_string_free (g_steal_pointer (&rule), FALSE);
}

/* --- texts ----------------------------------------------------------------------------------- */

/* Whether what stands at @at belongs to a cited document: "số 13/KH-BCĐ ngày …". */
static gboolean
is_cited (const char *text, const char *at)
{
  const gsize reach = 70;
  const char *from = (gsize) (at - text) > reach ? at - reach : text;
  const char *number = NULL;
  gboolean symbol = FALSE;

  for (const char *found = from; (found = strstr (found, "số ")) != NULL && found < at; found++)
    number = found;
  if (number == NULL)
    return FALSE;
  for (const char *mark = number; mark < at; mark++)
    {
      if (strchr (";\n", *mark) != NULL)
        return FALSE;
      if (*mark == '/' && mark + 1 < at && !g_ascii_isdigit (mark[1]))
        symbol = TRUE;
    }
  return symbol;
}

static gboolean
is_part_of_number (char byte)
{
  return g_ascii_isalnum (byte) || byte == '/' || byte == '-' || byte == '.' || byte == ',';
}

/* "27/03/2027" at @at, or 0. */
static guint32
read_day (const char *text, const char *at)
{
  int day;
  int month;
  int year;

  for (int i = 0; i < 10; i++)
    if (i == 2 || i == 5 ? at[i] != '/' : !g_ascii_isdigit (at[i]))
      return 0;
  if (g_ascii_isdigit (at[10]) || at[10] == '/' || (at > text && is_part_of_number (at[-1])))
    return 0;
  day = (at[0] - '0') * 10 + at[1] - '0';
  month = (at[3] - '0') * 10 + at[4] - '0';
  year = atoi (at + 6);
  return year > 0 ? gh_day_from_ymd (year, month, day) : 0;
}

/* If the weekday of @day stands right before the end of @out, it becomes a rule too. */
static void
replace_weekday (GString *out, int weekday, const char *rule)
{
  static const char *const names[] = { "thứ Hai", "thứ Ba",  "thứ Tư",  "thứ Năm",
                                       "thứ Sáu", "thứ Bảy", "Chủ nhật" };
  static const char *const links[] = { ", ngày ", " ngày ", ", " };

  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *end = g_strconcat (names[weekday - 1], links[i], NULL);

      if (!g_str_has_suffix (out->str, end))
        continue;
      g_string_truncate (out, out->len - strlen (end));
      g_string_append_printf (out, "$(weekday:%s)%s", rule, links[i]);
      return;
    }
}

static gboolean
take_day (GString *out, const char *text, const char *at, int year, GHashTable *rules)
{
  guint32 day = read_day (text, at);
  g_autofree char *plain = NULL;
  const char *rule;
  int y = 0;

  if (day == 0 || is_cited (text, at))
    return FALSE;
  gh_day_to_ymd (day, &y, NULL, NULL);
  if (y < year - 1 || y > year + 1)
    return FALSE;
  rule = g_hash_table_lookup (rules, GUINT_TO_POINTER (day));
  if (rule == NULL)
    rule = plain = base_rule (day, year, FALSE);
  if (gh_template_rule_day (rule, year) != day)
    return FALSE;
  replace_weekday (out, gh_day_weekday (day), rule);
  g_string_append_printf (out, "$(%s)", rule);
  return TRUE;
}

/* "2027" as a word of its own, also at the end of "02/2027". */
static gboolean
take_year (GString *out, const char *text, const char *at, int year)
{
  static const char *const names[] = { "$(year-1)", "$(year)", "$(year+1)" };
  gboolean month = at - text >= 2 && at[-1] == '/' && g_ascii_isdigit (at[-2]);
  int found;

  if (strspn (at, "0123456789") != 4 || (at > text && is_part_of_number (at[-1]) && !month))
    return FALSE;
  if (at[4] == '/' || ((at[4] == '.' || at[4] == ',') && g_ascii_isdigit (at[5])))
    return FALSE;
  found = atoi (at);
  if (found < year - 1 || found > year + 1 || is_cited (text, at))
    return FALSE;
  g_string_append (out, names[found - year + 1]);
  return TRUE;
}

char *
_gh_template_text_rules (const char *text, int year, GHashTable *rules)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *lunar = gh_lunar_year_name (year);
  gsize lunar_length = lunar != NULL ? strlen (lunar) : 0;

  for (const char *at = text; *at != '\0';)
    {
      if (take_day (out, text, at, year, rules))
        at += 10;
      else if (take_year (out, text, at, year))
        at += 4;
      else if (lunar_length > 0 && strncmp (at, lunar, lunar_length) == 0)
        {
          g_string_append (out, "$(lunar)");
          at += lunar_length;
        }
      else if (at[0] == '$' && at[1] == '(')
        {
          g_string_append (out, "$($)");
          at++;
        }
      else
        g_string_append_c (out, *at++);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
