/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-roll-private.h"

#include <string.h>

#include "gh-text.h"

/*
 * Several days with the weekday of each: "25 - 26/4/2024 (thứ Năm, thứ Sáu)", "thứ Ba, thứ Tư, ngày
 * 02 và 03/3", "từ 25/4 đến 28/4/2024 (thứ Năm đến Chủ nhật)". The reader of dates gives the span;
 * here each day and each weekday is found, moved and written in its place. What is written is read
 * again; what does not say the same days is not written.
 */

/* A day as it is written; @month, @year: 0 = left to the next one. */
typedef struct
{
  int start; /* bytes in the text */
  int end;
  int day;
  int month;
  int year;
  guint32 date;
  gboolean wide; /* two figures for the day, and below for the month: as of the next day */
  gboolean wide_month;
  gboolean words; /* "tháng 4" */
  char sign;
} Day;

/* A weekday as it is written; @value: 1..7 */
typedef struct
{
  int start;
  int end;
  int value;
} Name;

typedef struct
{
  GArray *days;  /* Day */
  GArray *names; /* Name */
} Group;

static void
group_clear (Group *group)
{
  g_array_unref (group->days);
  g_array_unref (group->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Group, group_clear)

static Group
group_new (void)
{
  const Group group = { g_array_new (FALSE, TRUE, sizeof (Day)),
                        g_array_new (FALSE, TRUE, sizeof (Name)) };

  return group;
}

#define DAY_AT(group, i)  (&g_array_index ((group)->days, Day, i))
#define NAME_AT(group, i) (&g_array_index ((group)->names, Name, i))

/* --- reading -----------------------------------------------------------------------------------
 */

static const char token_pattern[] =
  /* 1: a weekday */
  "(?<!\\p{L})((?i:thứ\\s(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|ch(?:ủ|úa)\\snhật)|CN|T[2-7])"
  "(?![\\p{L}\\d])|"
  /* 2: a day, 3: "tháng", 4: its month, 5: its year */
  "(?<![\\p{L}\\d])(?<!\\d[/.,:])(\\d{1,2})\\s(tháng)\\s(0?[1-9]|1[0-2])(?!\\d)"
  "(?:\\snăm\\s(\\d{4}))?(?![\\d/])|"
  /* 6: a day, 7: the sign, 8: its month, 9: its year */
  "(?<![\\p{L}\\d])(?<!\\d[/.,:])(\\d{1,2})(?:([/.-])(0?[1-9]|1[0-2])(?!\\d)(?:\\7(\\d{4}))?)?"
  "(?!\\d|[/.]\\d|[%\\p{L}])|"
  /* what stands between them */
  "[ \\x{a0}]|[,;()*–-]|(?<!\\p{L})(?i:và|đến|tới|hết|từ|ngày|các)(?!\\p{L})";

GRegex *
gh_roll_group_regex_new (void)
{
  return g_regex_new (token_pattern, G_REGEX_OPTIMIZE, 0, NULL);
}

static int
weekday_value (const char *text)
{
  static const char *const ends[] = { "hai", "ba", "tư", "năm", "sáu", "bảy" };
  g_autofree char *lower = g_utf8_strdown (text, -1);
  char last = text[strlen (text) - 1];

  if (last >= '2' && last <= '7')
    return last - '1';
  for (int i = 0; i < (int) G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (lower, ends[i]))
      return i + 1;
  return g_str_has_suffix (lower, "bẩy") ? 6 : 7;
}

static int
fetch_figure (const GMatchInfo *info, int group, gboolean *wide)
{
  g_autofree char *text = g_match_info_fetch (info, group);

  if (text == NULL || *text == '\0')
    return 0;
  if (wide != NULL)
    *wide = strlen (text) > 1;
  return (int) g_ascii_strtoll (text, NULL, 10);
}

/* The token joins the group if it is a day or a weekday. */
static void
add_token (Group *group, const GMatchInfo *info, int start, int end)
{
  g_autofree char *name = g_match_info_fetch (info, 1);
  g_autofree char *words = g_match_info_fetch (info, 3);
  g_autofree char *sign = g_match_info_fetch (info, 7);
  Day day = { .start = start, .end = end, .sign = '/' };
  int at = 6;

  if (name != NULL && *name != '\0')
    {
      const Name found = { start, end, weekday_value (name) };

      g_array_append_val (group->names, found);
      return;
    }
  day.words = words != NULL && *words != '\0';
  at = day.words ? 2 : 6;
  day.day = fetch_figure (info, at, &day.wide);
  day.month = fetch_figure (info, at + 2, &day.wide_month);
  day.year = fetch_figure (info, at + 3, NULL);
  if (sign != NULL && *sign != '\0')
    day.sign = *sign;
  if (day.day > 0)
    g_array_append_val (group->days, day);
}

/* Days of which month and year are left out take those of the next one; FALSE if they are no days
 * in order. */
static gboolean
find_dates (Group *group, int default_year)
{
  guint32 next = G_MAXUINT32;
  int month = 0;
  int year = default_year;

  for (guint i = group->days->len; i-- > 0;)
    {
      Day *day = DAY_AT (group, i);

      if (day->month == 0 && i + 1 < group->days->len)
        {
          day->wide_month = DAY_AT (group, i + 1)->wide_month;
          day->words = DAY_AT (group, i + 1)->words;
          day->sign = DAY_AT (group, i + 1)->sign;
        }
      month = day->month > 0 ? day->month : month;
      year = day->year > 0 ? day->year : year;
      if (month == 0)
        return FALSE;
      day->date = gh_day_from_ymd (year, month, day->day);
      /* "30/12 - 02/01/2027" */
      if (day->date >= next && day->year == 0 && day->month > 0)
        day->date = gh_day_from_ymd (--year, month, day->day);
      if (day->date == 0 || day->date >= next)
        return FALSE;
      next = day->date;
    }
  return TRUE;
}

/* The day that the @i-th weekday is of: one for each day, or for both ends of a span, or for all of
 * it. @dates: of the days of the group, as they are or will be; 0 = of none */
static guint32
date_of_name (const Group *group, const guint32 *dates, guint i)
{
  guint n = group->days->len;

  if (group->names->len == n)
    return dates[i];
  if (group->names->len == 2)
    return dates[i == 0 ? 0 : n - 1];
  return n == 2 && dates[0] + group->names->len == dates[1] + 1 ? dates[0] + i : 0;
}

static gboolean
is_right (const Group *group)
{
  guint32 dates[GH_ROLL_GROUP_DAYS] = { 0 };

  for (guint i = 0; i < group->days->len; i++)
    dates[i] = DAY_AT (group, i)->date;
  for (guint i = 0; i < group->names->len; i++)
    {
      guint32 date = date_of_name (group, dates, i);

      if (date == 0 || NAME_AT (group, i)->value != gh_day_weekday (date))
        return FALSE;
    }
  return TRUE;
}

/* "02 ngày 25 và 26/4": figures before the days are no days; the weekdays tell. */
static gboolean
settle_group (Group *group, int default_year)
{
  while (group->days->len >= 2 && group->names->len >= 2)
    {
      if (group->days->len <= GH_ROLL_GROUP_DAYS && find_dates (group, default_year) &&
          is_right (group))
        return TRUE;
      if (DAY_AT (group, 0)->month > 0)
        return FALSE;
      g_array_remove_index (group->days, 0);
    }
  return FALSE;
}

/* Where to begin looking for a group around @from: a letter not far before it. */
static gsize
look_back (const char *text, gsize from)
{
  const gsize reach = 200;
  gsize at = from > reach ? from - reach : 0;

  while (((guchar) text[at] & 0xC0) == 0x80)
    at++;
  return at;
}

/* The group that the last of bytes [@from, @to) of @text is part of. */
static gboolean
read_group (const GRegex *regex, const char *text, gsize from, gsize to, int year, Group *group)
{
  g_autoptr (GMatchInfo) info = NULL;
  int begin = -1;
  int behind = -1;

  for (g_regex_match_full (regex, text, -1, (int) look_back (text, from), 0, &info, NULL);
       g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      int start, end;

      g_match_info_fetch_pos (info, 0, &start, &end);
      if (start != behind && (behind >= (int) to || start >= (int) to))
        break;
      if (start != behind)
        {
          g_array_set_size (group->days, 0);
          g_array_set_size (group->names, 0);
          begin = start;
        }
      add_token (group, info, start, end);
      behind = end;
    }
  return begin >= 0 && begin < (int) to && behind >= (int) to && settle_group (group, year);
}

/* --- writing -----------------------------------------------------------------------------------
 */

/* "25 - 28/4", not "25 và 28/4". */
static gboolean
is_span (const Group *group, const char *text)
{
  const Day *a = DAY_AT (group, 0);
  g_autofree char *sign = g_strndup (text + a->end, (gsize) (DAY_AT (group, 1)->start - a->end));

  return group->days->len == 2 && (strstr (sign, "đến") != NULL || strstr (sign, "tới") != NULL ||
                                   strchr (sign, '-') != NULL || strstr (sign, "–") != NULL);
}

/* @month, @year: of the day behind it, which this one may leave out; set to its own. */
static char *
write_day (const Day *old, guint32 date, int *next_month, int *next_year)
{
  GString *out = g_string_new (NULL);
  int year, month, day;
  gboolean has_month, has_year;

  gh_day_to_ymd (date, &year, &month, &day);
  has_year = old->year > 0 || year != *next_year;
  has_month = old->month > 0 || has_year || month != *next_month;
  g_string_append_printf (out, old->wide ? "%02d" : "%d", day);
  if (has_month && old->words)
    g_string_append_printf (out, " tháng %0*d", old->wide_month && month < 3 ? 2 : 1, month);
  else if (has_month)
    g_string_append_printf (out, "%c%0*d", old->sign, old->wide_month ? 2 : 1, month);
  if (has_year && old->words)
    g_string_append_printf (out, " năm %d", year);
  else if (has_year)
    g_string_append_printf (out, "%c%d", old->sign, year);
  *next_month = month;
  *next_year = year;
  return g_string_free (out, FALSE);
}

/* Whether a sentence begins at @at. */
static gboolean
begins (const char *text, int at)
{
  while (at > 0 && strchr (" *", text[at - 1]) != NULL)
    at--;
  return at == 0 || strchr (".?!\n", text[at - 1]) != NULL;
}

static char *
write_name (const char *text, const Name *old, int weekday)
{
  const char *word = text + old->start;
  char last = text[old->end - 1];
  gboolean small = g_ascii_isdigit (last) || gh_text_begins (word, "CN");
  char *out;

  if (small && old->end - old->start == 2) /* "T5", "CN" */
    return weekday == 7 ? g_strdup ("CN") : g_strdup_printf ("T%d", weekday + 1);
  if (small && weekday < 7)
    out = g_strdup_printf ("thứ %d", weekday + 1);
  else
    out = g_strdup (gh_mend_weekday_name (weekday));
  if (*out == 't' && (*word == 'T' || begins (text, old->start)))
    *out = 'T';
  return out;
}

/* (transfer full): the texts of all parts, in order of the days and then of the names. */
static GPtrArray *
write_parts (const Group *group, const char *text, const guint32 *days, int default_year)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  int month = 0;
  int year = default_year;

  for (guint i = group->days->len; i-- > 0;)
    g_ptr_array_insert (parts, 0, write_day (DAY_AT (group, i), days[i], &month, &year));
  for (guint i = 0; i < group->names->len; i++)
    {
      guint32 date = date_of_name (group, days, i);

      if (date == 0) /* of each day of a span that has become longer */
        return parts;
      g_ptr_array_add (parts, write_name (text, NAME_AT (group, i), gh_day_weekday (date)));
    }
  return parts;
}

/* (transfer full): bytes [@start, @end) of @text with the parts in their places. */
static char *
put_parts (const Group *group, const char *text, const GPtrArray *parts, gsize start, gsize end)
{
  GString *out = g_string_new (NULL);
  guint day = 0;
  guint name = 0;
  gsize at = start;

  while (day < group->days->len || name < group->names->len)
    {
      gboolean is_day =
        name == group->names->len ||
        (day < group->days->len && DAY_AT (group, day)->start < NAME_AT (group, name)->start);
      int from = is_day ? DAY_AT (group, day)->start : NAME_AT (group, name)->start;
      int to = is_day ? DAY_AT (group, day)->end : NAME_AT (group, name)->end;

      g_string_append_len (out, text + at, from - (gssize) at);
      g_string_append (out, g_ptr_array_index (parts, is_day ? day : group->days->len + name));
      day += is_day ? 1 : 0;
      name += is_day ? 0 : 1;
      at = (gsize) to;
    }
  g_string_append_len (out, text + at, (gssize) (end - at));
  return g_string_free (out, FALSE);
}

static gboolean
says (const GRegex *regex, const char *text, int year, const guint32 *days, guint n)
{
  g_auto (Group) group = group_new ();

  if (!read_group (regex, text, 0, strlen (text), year, &group) || group.days->len != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (DAY_AT (&group, i)->date != days[i])
      return FALSE;
  return TRUE;
}

gboolean
gh_roll_group_find (const GRegex *regex,
                    const char *text,
                    const GhDateMatch *match,
                    int year,
                    GhRollGroupOfDays *found)
{
  g_auto (Group) group = group_new ();
  guint last_day, last_name;

  if (!read_group (regex, text, match->offset, match->offset + match->length, year, &group))
    return FALSE;
  last_day = group.days->len - 1;
  last_name = group.names->len - 1;
  found->n_days = group.days->len;
  for (guint i = 0; i < found->n_days; i++)
    found->days[i] = DAY_AT (&group, i)->date;
  found->span = is_span (&group, text);
  found->start = (gsize) MIN (DAY_AT (&group, 0)->start, NAME_AT (&group, 0)->start);
  found->end = (gsize) MAX (DAY_AT (&group, last_day)->end, NAME_AT (&group, last_name)->end);
  if (text[found->end] == ')' && memchr (text + found->start, '(', found->end - found->start))
    found->end++;
  return TRUE;
}

/* The days of the new year: the same ones, or as far away as the first. A span to the end of
 * February goes to the end of the new one. */
gboolean
gh_roll_group_move (const GhRollGroupOfDays *found, const GhDateSpan *to, guint32 *days)
{
  guint n = found->n_days;
  int old_year, new_year;

  gh_day_to_ymd (found->days[0], &old_year, NULL, NULL);
  gh_day_to_ymd (to->start, &new_year, NULL, NULL);
  for (guint i = 0; i < n; i++)
    {
      int year, month, day;

      gh_day_to_ymd (found->days[i], &year, &month, &day);
      year += new_year - old_year;
      days[i] = gh_day_from_ymd (year, month, day);
      if (days[i] == 0)
        days[i] = gh_day_from_ymd (year, month, day - 1); /* 29/02 */
    }
  if (days[0] == to->start && ABS ((int) days[n - 1] - (int) to->end) <= 1)
    {
      days[n - 1] = found->span ? to->end : days[n - 1];
      return TRUE;
    }
  for (guint i = 0; i < n; i++)
    days[i] = to->start + (found->days[i] - found->days[0]);
  return days[n - 1] == to->end;
}

char *
gh_roll_group_redate (const GRegex *regex,
                      const char *text,
                      const GhRollGroupOfDays *found,
                      const guint32 *days,
                      int from_year,
                      int to_year)
{
  g_auto (Group) group = group_new ();
  g_autoptr (GPtrArray) parts = NULL;
  g_autofree char *out = NULL;

  if (!read_group (regex, text, found->start, found->end, from_year, &group) ||
      group.days->len != found->n_days)
    return NULL;
  parts = write_parts (&group, text, days, to_year);
  if (parts->len != group.days->len + group.names->len)
    return NULL;
  out = put_parts (&group, text, parts, found->start, found->end);
  return says (regex, out, to_year, days, group.days->len) ? g_steal_pointer (&out) : NULL;
}
