/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-roll-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-lunar.h"
#include "gh-text.h"

/* The rules by which a date of one year becomes one of another. */

/* What is said to be before or after Tết lies so near to it. */
#define DAYS_BEFORE_TET 45
#define DAYS_AFTER_TET  40
/* Longer ones are periods, whose ends nobody moves off a Sunday. */
#define EVENT_DAYS_MAX 9
/* Nor do whole seasons follow Tết: they begin and end with a month. */
#define SPRING_DAYS_MAX 31

void
gh_roll_move_clear (GhRollMove *move)
{
  g_clear_pointer (&move->note, g_free);
}

gboolean
gh_roll_is_near (guint32 day, int from)
{
  int year = 0;

  if (day != 0)
    gh_day_to_ymd (day, &year, NULL, NULL);
  return year >= from - 1 && year <= from + 1;
}

/* Day and month of @day in another year; 29/02 becomes 28/02 where there is none. */
static guint32
same_day (guint32 day, int delta)
{
  int year, month, day_of_month;
  guint32 moved;

  gh_day_to_ymd (day, &year, &month, &day_of_month);
  moved = gh_day_from_ymd (year + delta, month, day_of_month);
  return moved != 0 ? moved : gh_day_from_ymd (year + delta, month, day_of_month - 1);
}

static gboolean
is_month_end (guint32 day)
{
  int month, next;

  gh_day_to_ymd (day, NULL, &month, NULL);
  gh_day_to_ymd (day + 1, NULL, &next, NULL);
  return month != next;
}

static GhDateSpan
same_days (const GhDateSpan *span, int delta)
{
  GhDateSpan moved = *span;

  moved.start = same_day (span->start, delta);
  moved.end = same_day (span->end, delta);
  /* The last day of February stays the last day, of parts of a year and of periods. */
  if (span->precision != GH_PRECISION_DAY && is_month_end (span->end))
    while (!is_month_end (moved.end))
      moved.end++;
  return moved;
}

/* --- Tết and the lunar calendar ----------------------------------------------------------------
 */

/* The Tết nearest to @day, of the year *@year; 0 outside of the lunar table. */
static guint32
nearest_tet (guint32 day, int *year)
{
  guint32 tet, next;

  gh_day_to_ymd (day, year, NULL, NULL);
  tet = gh_lunar_tet (*year);
  next = gh_lunar_tet (*year + 1);
  if (tet == 0 || next == 0)
    return 0;
  if ((int) next - (int) day < ABS ((int) day - (int) tet))
    {
      *year += 1;
      return next;
    }
  return tet;
}

static guint32
same_offset (guint32 day, int delta)
{
  int year;
  guint32 tet = nearest_tet (day, &year);
  guint32 moved = tet != 0 ? gh_lunar_tet (year + delta) : 0;

  return moved != 0 ? moved + day - tet : 0;
}

static guint32
same_lunar_day (guint32 day, int delta)
{
  GhLunarDate lunar;
  guint32 moved;

  if (!gh_lunar_from_day (day, &lunar))
    return 0;
  lunar.year += delta;
  lunar.leap = FALSE;
  moved = gh_lunar_to_day (&lunar);
  if (moved == 0 && lunar.day == 30) /* 30 Tết, in a year whose month has 29 days */
    {
      lunar.day = 29;
      moved = gh_lunar_to_day (&lunar);
    }
  return moved;
}

static gboolean
is_near_tet (const GhDateSpan *span)
{
  int year;
  guint32 tet = nearest_tet (span->start, &year);

  return tet != 0 && span->start + DAYS_BEFORE_TET >= tet && span->end <= tet + DAYS_AFTER_TET;
}

/* The words without the name of the campaign, which says "dịp Tết và Lễ hội Xuân hồng" wherever
 * it stands. (transfer full) */
static char *
without_campaign (const char *fold)
{
  g_autoptr (GRegex) regex =
    g_regex_new ("(truoc, trong va sau tet|tet( [a-z]+){0,6},? va (le hoi )?xuan hong|"
                 "(chien dich|ke hoach)[^.;]{0,60}(tet|xuan hong))",
                 0, 0, NULL);

  return g_regex_replace_literal (regex, fold, -1, 0, " ", 0, NULL);
}

/* The festival itself, and not the day on which it is announced or looked back on. */
static gboolean
is_spring_festival (const GhRollDate *date, const char *words)
{
  return date->has_kind && !date->deadline &&
         (date->kind == GH_ACTIVITY_FESTIVAL || date->kind == GH_ACTIVITY_SESSION) &&
         gh_check_has_word (words, "xuan hong") &&
         !gh_check_has_word (words, "phat dong|so ket|tong ket|trien khai");
}

static gboolean
follows_tet (const GhRollDate *date)
{
  g_autofree char *words = NULL;

  if ((date->span.precision != GH_PRECISION_DAY && date->span.precision != GH_PRECISION_SPAN) ||
      date->counted || date->span.end - date->span.start > SPRING_DAYS_MAX ||
      !is_near_tet (&date->span) ||
      (date->has_kind && (date->kind == GH_ACTIVITY_REVIEW || date->kind == GH_ACTIVITY_AWARD)))
    return FALSE;
  words = without_campaign (date->fold);
  return gh_check_has_word (words, "truoc tet|sau tet|trong tet|dip tet|nghi tet|giap tet|can tet|"
                                   "don tet|ngay tet|truc tet|tet nguyen dan|tat nien|tan nien") ||
         is_spring_festival (date, words);
}

/* --- standing days -----------------------------------------------------------------------------
 */

static gboolean
names_observance (const char *fold, const GhObservance *observance)
{
  g_autofree char *name = gh_text_fold (observance->name);

  return gh_check_has_word (fold, name) || gh_check_has_word (fold, observance->aliases);
}

/* The standing day that the date is and that the words name; or, if not @by_name, one of the solar
 * calendar, which is meant by its day alone: "26/3". */
static const GhObservance *
find_observance (const GhRollDate *date, gboolean by_name)
{
  gsize n = 0;
  const GhObservance *all = gh_observances (&n);
  int year;

  if (date->span.precision != GH_PRECISION_DAY && date->span.precision != GH_PRECISION_SPAN)
    return NULL;
  gh_day_to_ymd (date->span.start, &year, NULL, NULL);
  for (gsize i = 0; i < n; i++)
    {
      GhDateSpan days = gh_observance_date (&all[i], year);

      if (gh_observance_is_season (&all[i]) || days.start == 0 || date->span.start < days.start ||
          date->span.end > days.end)
        continue;
      if (by_name ? names_observance (date->fold, &all[i])
                  : all[i].rule == GH_RULE_SOLAR && all[i].length_days <= 1)
        return &all[i];
    }
  return NULL;
}

/* "Chủ nhật Đỏ" is on a Sunday, be it the first or another one of its month. */
static gboolean
move_with_weekday (const GhRollDate *date, int delta, GhRollMove *move)
{
  gsize n = 0;
  const GhObservance *all = gh_observances (&n);
  int year, month, day;

  if (date->span.start != date->span.end || date->deadline)
    return FALSE;
  gh_day_to_ymd (date->span.start, &year, &month, &day);
  for (gsize i = 0; i < n; i++)
    if (all[i].rule == GH_RULE_WEEKDAY && gh_day_weekday (date->span.start) == all[i].day &&
        names_observance (date->fold, &all[i]))
      {
        GhDateSpan new_month = gh_date_span_month (year + delta, month);
        guint32 first =
          new_month.start + (guint32) ((all[i].day - gh_day_weekday (new_month.start) + 7) % 7);
        guint32 moved = first + (guint32) ((day - 1) / 7 * 7);

        move->span.start = move->span.end = moved > new_month.end ? moved - 7 : moved;
        move->rule = GH_ROLL_RULE_OBSERVANCE;
        return TRUE;
      }
  return FALSE;
}

/* "26/3" alone, or an entry that keeps or honours a day. */
static gboolean
may_be_meant (const GhRollDate *date)
{
  return date->has_kind ? date->kind == GH_ACTIVITY_OBSERVANCE || date->kind == GH_ACTIVITY_AWARD
                        : date->bare;
}

static gboolean
move_with_observance (const GhRollDate *date, int delta, GhRollMove *move)
{
  const GhObservance *observance = find_observance (date, TRUE);
  GhDateSpan old, now;
  int year;

  if (observance == NULL && may_be_meant (date) && !follows_tet (date))
    observance = find_observance (date, FALSE);
  if (observance == NULL || date->deadline || (date->lunar && observance->rule == GH_RULE_SOLAR))
    return FALSE;
  gh_day_to_ymd (date->span.start, &year, NULL, NULL);
  old = gh_observance_date (observance, year);
  now = gh_observance_date (observance, year + delta);
  if (now.start == 0)
    return FALSE;
  move->span.start = now.start + (date->span.start - old.start);
  move->span.end = now.start + (date->span.end - old.start);
  move->rule = observance->rule == GH_RULE_LUNAR ? GH_ROLL_RULE_LUNAR : GH_ROLL_RULE_OBSERVANCE;
  return TRUE;
}

static gboolean
move_with_moon (const GhRollDate *date, int delta, GhRollMove *move)
{
  guint32 start, end;

  if (!date->lunar && !follows_tet (date))
    return FALSE;
  start =
    date->lunar ? same_lunar_day (date->span.start, delta) : same_offset (date->span.start, delta);
  end = date->lunar ? same_lunar_day (date->span.end, delta)
                    : start + (date->span.end - date->span.start);
  if (start == 0 || end < start)
    return FALSE;
  move->span.start = start;
  move->span.end = end;
  move->rule = GH_ROLL_RULE_LUNAR;
  return TRUE;
}

/* --- days off ----------------------------------------------------------------------------------
 */

/* A deadline goes to the working day before; what lay before Tết stays before it, what lay after
 * stays after; others go to the nearest one. */
static guint32
working_day (guint32 day, gboolean earlier, gboolean later)
{
  for (guint k = 1; k < 30; k++)
    {
      if (!later && !gh_day_is_off (day - k))
        return day - k;
      if (!earlier && !gh_day_is_off (day + k))
        return day + k;
    }
  return day;
}

static const char *
day_off_name (guint32 day)
{
  const GhObservance *observance = gh_observance_on (day);

  return observance != NULL && observance->holiday ? observance->name
                                                   : gh_weekday_name (gh_day_weekday (day));
}

static void
move_off_rest (const GhRollDate *date, GhRollMove *move)
{
  guint32 last = gh_date_span_last_day (&move->span);
  guint32 to;
  int year;
  guint32 tet = nearest_tet (date->span.start, &year);
  gboolean spring = !date->deadline && tet != 0 && is_near_tet (&date->span);
  g_autofree char *day = NULL;

  if (gh_day_is_off (gh_date_span_last_day (&date->span)) || !gh_day_is_off (last))
    return;
  to = working_day (last, date->deadline || (spring && date->span.start < tet),
                    spring && date->span.start > tet);
  day = gh_day_format (last);
  /* Translators: a date, then "Saturday" or the name of a public holiday. */
  move->note = g_strdup_printf (_("%s is a day off (%s)."), day, day_off_name (last));
  move->span.start = move->span.end = to + (move->span.start - last);
  move->rule = GH_ROLL_RULE_WORKING_DAY;
  move->look = !date->deadline;
}

/* --- what to look at ---------------------------------------------------------------------------
 */

static void
look (GhRollMove *move, char *note)
{
  move->look = TRUE;
  if (move->note == NULL)
    move->note = note;
  else
    g_free (note);
}

static void
look_at_side (const GhRollDate *date, GhRollMove *move)
{
  int old_year, year;
  guint32 old_tet = nearest_tet (date->span.start, &old_year);
  guint32 tet = nearest_tet (move->span.start, &year);

  if (old_tet == 0 || tet == 0 || !is_near_tet (&date->span) || !is_near_tet (&move->span))
    return;
  if (date->span.end < old_tet && move->span.end >= tet)
    look (move, g_strdup (_("It was before Tết and would now be after it.")));
  else if (date->span.start >= old_tet && move->span.start < tet)
    look (move, g_strdup (_("It was after Tết and would now be before it.")));
}

/* The day of that weekday nearest to @day. */
static guint32
nearest_weekday (guint32 day, int weekday)
{
  guint32 later = day + (guint32) ((weekday - gh_day_weekday (day) + 7) % 7);

  return later - day > 3 ? later - 7 : later;
}

static gboolean
is_all_off (const GhDateSpan *span)
{
  for (guint32 day = span->start; day <= span->end; day++)
    if (!gh_day_is_off (day))
      return FALSE;
  return TRUE;
}

static void
look_at_weekday (const GhRollDate *date, GhRollMove *move)
{
  int old = gh_day_weekday (date->span.start);
  int now = gh_day_weekday (move->span.start);
  g_autofree char *nearest = NULL;

  if (!date->has_kind ||
      (date->kind != GH_ACTIVITY_SESSION && date->kind != GH_ACTIVITY_FESTIVAL) ||
      date->span.end - date->span.start >= EVENT_DAYS_MAX || old < 6 || !is_all_off (&date->span) ||
      is_all_off (&move->span))
    return;
  nearest = gh_day_format (nearest_weekday (move->span.start, old));
  /* Translators: two weekdays, the first of them again, a date. */
  look (move, g_strdup_printf (_("It was on a %s and would now be on a %s. The nearest %s is %s."),
                               gh_weekday_name (old), gh_weekday_name (now), gh_weekday_name (old),
                               nearest));
}

static void
look_at_leap_day (const GhRollDate *date, GhRollMove *move)
{
  int month, day;

  gh_day_to_ymd (date->span.start, NULL, &month, &day);
  if (month == 2 && day == 29 && move->rule == GH_ROLL_RULE_YEAR &&
      date->span.precision == GH_PRECISION_DAY)
    look (move, g_strdup (_("There may be no 29/02 in that year.")));
}

static void
look_at_days_off (const GhRollDate *date, GhRollMove *move)
{
  g_autofree char *day = NULL;

  if (date->span.start == date->span.end || date->span.end - date->span.start >= EVENT_DAYS_MAX ||
      gh_day_is_off (date->span.start) || !gh_day_is_off (move->span.start))
    return;
  day = gh_day_format (move->span.start);
  look (move, g_strdup_printf (_("%s is a day off (%s)."), day, day_off_name (move->span.start)));
}

/* Only what is named keeps its day for sure. */
static void
look_at_rest (const GhRollDate *date, GhRollMove *move)
{
  const GhObservance *observance = gh_observance_on (move->span.start);
  g_autofree char *day = NULL;

  if (observance == NULL || names_observance (date->fold, observance) ||
      gh_day_is_off (date->span.start) || !gh_day_is_off (move->span.start))
    return;
  day = gh_day_format (move->span.start);
  look (move, g_strdup_printf (_("%s is a day off (%s)."), day, day_off_name (move->span.start)));
}

GhRollMove
gh_roll_date (const GhRollDate *date, int from, int to)
{
  GhRollMove move = { date->span, GH_ROLL_RULE_KEPT, FALSE, FALSE, NULL };
  gboolean by_day =
    date->span.precision == GH_PRECISION_DAY || date->span.precision == GH_PRECISION_SPAN;

  if (gh_date_span_is_empty (&date->span) || !gh_roll_is_near (date->span.start, from) ||
      !gh_roll_is_near (date->span.end, from))
    return move;
  move.moved = TRUE;
  if (move_with_weekday (date, to - from, &move))
    return move;
  if (move_with_observance (date, to - from, &move))
    {
      look_at_rest (date, &move);
      return move;
    }
  if (!move_with_moon (date, to - from, &move))
    {
      move.span = same_days (&date->span, to - from);
      move.rule = GH_ROLL_RULE_YEAR;
      if (date->span.precision == GH_PRECISION_DAY && !date->counted)
        move_off_rest (date, &move);
    }
  else if (date->deadline && date->span.precision == GH_PRECISION_DAY)
    move_off_rest (date, &move);
  if (by_day && !date->deadline && !date->counted)
    {
      look_at_side (date, &move);
      look_at_weekday (date, &move);
      look_at_days_off (date, &move);
    }
  look_at_leap_day (date, &move);
  return move;
}
