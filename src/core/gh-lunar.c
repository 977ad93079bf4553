/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-lunar.h"

#include <math.h>
#include <string.h>

#include "gh-date-span.h"
#include "gh-text.h"

/* Hồ Ngọc Đức, "Thuật toán tính âm lịch" (2004), with the series for new moon and sun of Jean
 * Meeus, Astronomical Algorithms (1998). Days inside this file are Julian day numbers. */

#define FIRST_YEAR 1900
#define LAST_YEAR  2100

/* Of a Julian day number over the Julian day of #GDate. */
#define JULIAN_OFFSET 1721425

/* Hours that Vietnam is ahead of universal time. */
#define TIME_ZONE 7.0

#define SYNODIC_MONTH  29.530588853
#define FIRST_NEW_MOON 2415021.076998695

static const char *const stems[] = { "Giáp", "Ất",   "Bính", "Đinh", "Mậu",
                                     "Kỷ",   "Canh", "Tân",  "Nhâm", "Quý" };
static const char *const branches[] = { "Tý",  "Sửu", "Dần",  "Mão", "Thìn", "Tỵ",
                                        "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi" };

/* What dynamical time is ahead of universal time, in days; @t in centuries from 1900. */
static double
delta_t (double t)
{
  double t2 = t * t;

  if (t < -11)
    return 0.001 + 0.000839 * t + 0.0002261 * t2 - 0.00000845 * t2 * t - 0.000000081 * t * t2 * t;
  return -0.000278 + 0.000265 * t + 0.000262 * t2;
}

/* Moment of the @k-th new moon after 1 January 1900, universal time. */
static double
new_moon (int k)
{
  const double dr = G_PI / 180;
  double t = k / 1236.85;
  double t2 = t * t;
  double t3 = t2 * t;
  double mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t2 - 0.000000155 * t3 +
                0.00033 * sin ((166.56 + 132.87 * t - 0.009173 * t2) * dr);
  /* Mean anomalies of sun and moon, argument of the moon's latitude. */
  double m = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * dr;
  double mpr = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * dr;
  double f = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * dr;
  double c1 = (0.1734 - 0.000393 * t) * sin (m) + 0.0021 * sin (2 * m);

  c1 += -0.4068 * sin (mpr) + 0.0161 * sin (2 * mpr) - 0.0004 * sin (3 * mpr);
  c1 += 0.0104 * sin (2 * f) - 0.0051 * sin (m + mpr) - 0.0074 * sin (m - mpr);
  c1 += 0.0004 * sin (2 * f + m) - 0.0004 * sin (2 * f - m) - 0.0006 * sin (2 * f + mpr);
  c1 += 0.0010 * sin (2 * f - mpr) + 0.0005 * sin (2 * mpr + m);
  return mean + c1 - delta_t (t);
}

/* The sun's true longitude in radians, 0 to 2π. */
static double
sun_longitude (double jd)
{
  const double dr = G_PI / 180;
  double t = (jd - 2451545.0) / 36525;
  double t2 = t * t;
  double m = (357.52910 + 35999.05030 * t - 0.0001559 * t2 - 0.00000048 * t * t2) * dr;
  double l0 = 280.46645 + 36000.76983 * t + 0.0003032 * t2;
  double dl = (1.914600 - 0.004817 * t - 0.000014 * t2) * sin (m);
  double l;

  dl += (0.019993 - 0.000101 * t) * sin (2 * m) + 0.000290 * sin (3 * m);
  l = (l0 + dl) * dr;
  return l - 2 * G_PI * floor (l / (2 * G_PI));
}

/* The day in Vietnam on which the @k-th new moon falls. */
static int
new_moon_day (int k)
{
  return (int) floor (new_moon (k) + 0.5 + TIME_ZONE / 24);
}

/* In which of the twelve major terms (trung khí) the sun stands as @day begins in Vietnam. */
static int
major_term (int day)
{
  return (int) floor (sun_longitude (day - 0.5 - TIME_ZONE / 24) / G_PI * 6);
}

/* First day of the lunar month that holds the winter solstice of @year: always month 11. */
static int
month_11 (int year)
{
  int last = (int) gh_day_from_ymd (year, 12, 31) + JULIAN_OFFSET;
  int k = (int) floor ((last - 2415021) / SYNODIC_MONTH);
  int day = new_moon_day (k);

  return major_term (day) >= 9 ? new_moon_day (k - 1) : day;
}

/* How many months after the month 11 at @a11 the leap month comes: the first without a term. */
static int
leap_offset (int a11)
{
  int k = (int) floor ((a11 - FIRST_NEW_MOON) / SYNODIC_MONTH + 0.5);
  int i = 1;
  int term = major_term (new_moon_day (k + i));
  int last;

  do
    {
      last = term;
      i++;
      term = major_term (new_moon_day (k + i));
    }
  while (term != last && i < 14);
  return i - 1;
}

gboolean
gh_lunar_from_day (guint32 day, GhLunarDate *lunar)
{
  int year;

  if (day == 0 || day < gh_day_from_ymd (FIRST_YEAR, 1, 1) ||
      day > gh_day_from_ymd (LAST_YEAR, 12, 31))
    return FALSE;
  gh_day_to_ymd (day, &year, NULL, NULL);

  int number = (int) day + JULIAN_OFFSET;
  int k = (int) floor ((number - FIRST_NEW_MOON) / SYNODIC_MONTH);
  int month_start = new_moon_day (k + 1);
  int a11 = month_11 (year), b11 = a11;

  /* k counts mean months; the true new moon may be more than half a day away from the mean one. */
  while (month_start > number)
    month_start = new_moon_day (k--);
  if (a11 >= month_start)
    a11 = month_11 (year - 1);
  else
    b11 = month_11 (++year);

  int n_months = (month_start - a11) / 29;
  GhLunarDate found = { year, n_months + 11, number - month_start + 1, FALSE };

  if (b11 - a11 > 365 && n_months >= leap_offset (a11))
    {
      found.month--;
      found.leap = n_months == leap_offset (a11);
    }
  if (found.month > 12)
    found.month -= 12;
  if (found.month >= 11 && n_months < 4)
    found.year--;
  if (lunar != NULL)
    *lunar = found;
  return TRUE;
}

guint32
gh_lunar_to_day (const GhLunarDate *lunar)
{
  if (lunar->year < FIRST_YEAR - 1 || lunar->year > LAST_YEAR || lunar->month < 1 ||
      lunar->month > 12 || lunar->day < 1 || lunar->day > 30)
    return 0;

  int year = lunar->month < 11 ? lunar->year - 1 : lunar->year;
  int a11 = month_11 (year), b11 = month_11 (year + 1);
  int k = (int) floor (0.5 + (a11 - FIRST_NEW_MOON) / SYNODIC_MONTH);
  int offset = lunar->month < 11 ? lunar->month + 1 : lunar->month - 11;

  if (b11 - a11 > 365)
    {
      int leap = leap_offset (a11);

      /* The leap month bears the number of the month before it. */
      if (lunar->leap && offset != leap - 1)
        return 0;
      if (lunar->leap || offset >= leap)
        offset++;
    }
  else if (lunar->leap)
    {
      return 0;
    }

  int start = new_moon_day (k + offset);
  int day = start + lunar->day - 1 - JULIAN_OFFSET;

  if (lunar->day > new_moon_day (k + offset + 1) - start ||
      day < (int) gh_day_from_ymd (FIRST_YEAR, 1, 1) ||
      day > (int) gh_day_from_ymd (LAST_YEAR, 12, 31))
    return 0;
  return (guint32) day;
}

guint32
gh_lunar_tet (int year)
{
  GhLunarDate first = { year, 1, 1, FALSE };

  return year < FIRST_YEAR ? 0 : gh_lunar_to_day (&first);
}

/* @year modulo @n, also for years before the first. */
static int
modulo (int year, int n)
{
  return ((year % n) + n) % n;
}

static const char *
stem_of (int year)
{
  return stems[modulo (year - 4, 10)];
}

static const char *
branch_of (int year)
{
  return branches[modulo (year - 4, 12)];
}

char *
gh_lunar_year_name (int year)
{
  return g_strdup_printf ("%s %s", stem_of (year), branch_of (year));
}

/* Whether @word is @name, folded, or one of its other spellings. */
static gboolean
is_name (const char *word, const char *name)
{
  static const char *const others[][2] = {
    { "Kỷ", "ki" }, { "Quý", "qui" }, { "Tý", "ti" }, { "Tỵ", "ti" }, { "Mão", "meo" },
  };
  g_autofree char *folded = gh_text_fold (name);

  if (g_str_equal (word, folded))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_equal (name, others[i][0]) && g_str_equal (word, others[i][1]))
      return TRUE;
  return FALSE;
}

int
gh_lunar_year_from_name (const char *name, int near_year)
{
  g_autofree char *folded = gh_text_fold (name);
  char *space = strchr (folded, ' ');

  if (space == NULL)
    return 0;
  *space = '\0';
  /* A stem goes only with branches of its own parity: that tells Tý from Tỵ without marks. */
  for (int year = near_year - 29; year <= near_year + 30; year++)
    if (is_name (folded, stem_of (year)) && is_name (space + 1, branch_of (year)))
      return year;
  return 0;
}

char *
gh_lunar_format (const GhLunarDate *lunar, gboolean short_form)
{
  const char *leap = lunar->leap ? " nhuận" : "";
  g_autofree char *number = g_strdup_printf ("%d", lunar->month);
  const char *month = lunar->month == 1 ? "Giêng" : lunar->month == 12 ? "Chạp" : number;

  if (short_form)
    return g_strdup_printf ("%d/%d%s", lunar->day, lunar->month, leap);
  return g_strdup_printf ("%s %d tháng %s%s", lunar->day <= 10 ? "mùng" : "ngày", lunar->day, month,
                          leap);
}
