/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-date-read.h"

/* A list longer than this is no list of days: it also bounds the work on a hostile text. */
#define MAX_LIST 31

/* One of / - . between the parts of a date; a doubled one ("//") is a slip. */
static gboolean
read_separator (const GhDateReader *reader,
                gsize *i,
                gunichar *sign,
                gboolean *spaced,
                gboolean *malformed)
{
  gsize at = *i;

  while (gh_date_is_sign (reader, at, '/') || gh_date_is_sign (reader, at, '-') ||
         gh_date_is_sign (reader, at, '.'))
    {
      if (at > *i + 1)
        return FALSE;
      if (at > *i)
        {
          if (gh_date_token (reader, at)->spaced)
            return FALSE;
          *malformed = TRUE;
        }
      else
        {
          *sign = gh_date_token (reader, at)->sign;
        }
      *spaced = *spaced || gh_date_token (reader, at)->spaced;
      at++;
    }
  if (at == *i || gh_date_token (reader, at)->type != GH_TOKEN_NUMBER)
    return FALSE;
  *spaced = *spaced || gh_date_token (reader, at)->spaced;
  *i = at;
  return TRUE;
}

/* The third part of "27/02/2025", behind the month. @i moves only if there is a year. */
static void
read_dmy_year (const GhDateReader *reader, gsize *i, gunichar sign, GhDatePoint *point)
{
  gsize at = *i;
  gunichar sign2 = 0;
  gboolean spaced = FALSE, malformed = FALSE;

  if (gh_date_read_year_words (reader, i, &point->year))
    return;
  if (!read_separator (reader, &at, &sign2, &spaced, &malformed))
    return;

  const GhToken *number = gh_date_token (reader, at);

  if (number->n_digits == 4 && (!spaced || sign2 == '/' || sign2 == sign))
    point->year = number->value;
  else if (number->n_digits == 2 && sign2 == '/' && sign == '/' && !spaced)
    point->year = number->value + (number->value < 70 ? 2000 : 1900);
  else if ((number->n_digits == 3 || number->n_digits == 5) && sign2 == '/' && !spaced)
    point->bad_year = TRUE;
  else
    return;
  point->malformed = point->malformed || malformed || sign2 != sign;
  *i = at + 1;
}

/* "27/02/2025", "2-11", "14.4", "10/10//2024", "09/12 năm 2021" */
static gboolean
read_dmy (const GhDateReader *reader, gsize *i, GhDateIntro intro, GhDatePoint *point)
{
  gsize at = *i + 1;
  gunichar sign = 0;
  gboolean spaced = FALSE;
  GhDatePoint read = { .precision = GH_PRECISION_DAY };

  if (!gh_date_is_number (reader, *i, 1, 2) ||
      !read_separator (reader, &at, &sign, &spaced, &read.malformed) ||
      !gh_date_is_number (reader, at, 1, 2))
    return FALSE;
  read.day = gh_date_token (reader, *i)->value;
  read.month = gh_date_token (reader, at)->value;
  at++;
  read_dmy_year (reader, &at, sign, &read);

  gboolean has_year = read.year != 0 || read.bad_year;

  read.sure = has_year || intro == GH_DATE_EXPLICIT || reader->whole;
  /* Without a year, a dash or a dot makes a range, a decimal or a number of a section as well. */
  if (!has_year && intro != GH_DATE_EXPLICIT && !reader->whole && (sign != '/' || read.malformed))
    return FALSE;
  if (spaced && !has_year && (sign != '/' || intro == GH_DATE_BARE) && !reader->whole)
    return FALSE;
  if (!read.sure && (read.month < 1 || read.month > 12 || read.day < 1 || read.day > 31))
    return FALSE;
  *point = read;
  *i = at;
  return TRUE;
}

/* "09 tháng 12 năm 2021", "9 tháng 12/2021" */
static gboolean
read_day_in_words (const GhDateReader *reader, gsize *i, GhDateIntro intro, GhDatePoint *point)
{
  gsize at = *i + 1;
  GhDatePoint read = { .precision = GH_PRECISION_DAY };

  if (!gh_date_is_number (reader, *i, 1, 2) || !gh_date_take_words (reader, &at, "thang") ||
      !gh_date_read_month_name (reader, &at, &read))
    return FALSE;
  read.day = gh_date_token (reader, *i)->value;
  if (!gh_date_read_year_words (reader, &at, &read.year))
    gh_date_read_year_tail (reader, &at, &read.year);
  read.sure = read.year != 0 || intro == GH_DATE_EXPLICIT || reader->whole;
  /* "trong 02 tháng 3 đợt" */
  if (!read.sure && intro == GH_DATE_BARE)
    return FALSE;
  *point = read;
  *i = at;
  return TRUE;
}

/* "10/3 âm lịch", "10/3 (ÂL)" */
static void
read_lunar_note (const GhDateReader *reader, gsize *i, GhDatePoint *point)
{
  gsize at = *i;
  gboolean bracket = gh_date_take_sign (reader, &at, '(');

  if (!gh_date_take_any (reader, &at, "am lich|al"))
    return;
  if (bracket && !gh_date_take_sign (reader, &at, ')'))
    return;
  point->lunar = TRUE;
  *i = at;
}

static gboolean
read_day (const GhDateReader *reader, gsize *i, GhDateIntro intro, GhDatePoint *point)
{
  if (!read_dmy (reader, i, intro, point) && !read_day_in_words (reader, i, intro, point))
    return FALSE;
  read_lunar_note (reader, i, point);
  return TRUE;
}

/* "18, 19 và 28-11", "15-20/3/2025", "từ 18 đến ngày 28 tháng 11" */
static gboolean
read_day_list (const GhDateReader *reader, gsize *i, GhDateIntro intro, GhDatePoint *point)
{
  gsize at = *i;
  int previous = 0;

  for (int n = 0; n < MAX_LIST; n++)
    {
      if (!gh_date_is_number (reader, at, 1, 2))
        return FALSE;

      int day = gh_date_token (reader, at)->value;

      if (day <= previous || day > 31)
        return FALSE;
      if (n > 0 && read_day (reader, &at, GH_DATE_EXPLICIT, point))
        {
          if (intro == GH_DATE_BARE && !reader->whole && point->year == 0)
            return FALSE;
          point->first = gh_date_token (reader, *i)->value;
          point->sure = point->year != 0 || intro == GH_DATE_EXPLICIT || reader->whole;
          *i = at;
          return TRUE;
        }
      previous = day;
      at++;
      /* "02 ngày, 11 và 12/10/2025" */
      if (intro == GH_DATE_BARE && !reader->whole && !gh_date_is_sign (reader, at, '-') &&
          !gh_date_take_words (reader, &(gsize){ at }, "va"))
        return FALSE;
      if (!gh_date_read_list_sign (reader, &at, "ngay"))
        return FALSE;
    }
  return FALSE;
}

/* Whether "15-20/3" and not "15-3/2025" stands here. */
static gboolean
is_day_range (const GhDateReader *reader, gsize i)
{
  return gh_date_is_number (reader, i, 1, 2) && gh_date_is_sign (reader, i + 1, '-') &&
         gh_date_is_number (reader, i + 2, 1, 2) && gh_date_is_sign (reader, i + 3, '/') &&
         gh_date_is_number (reader, i + 4, 1, 2);
}

/* "2027-02-06" */
static gboolean
read_iso (const GhDateReader *reader, gsize *i, GhDatePoint *point)
{
  if (!gh_date_is_number (reader, *i, 4, 4) || !gh_date_is_sign (reader, *i + 1, '-') ||
      !gh_date_is_number (reader, *i + 2, 2, 2) || !gh_date_is_sign (reader, *i + 3, '-') ||
      !gh_date_is_number (reader, *i + 4, 2, 2))
    return FALSE;
  /* "0912-12-12" is a phone number. */
  if (gh_date_token (reader, *i)->value < 1000)
    return FALSE;
  for (gsize k = 1; k < 5; k++)
    if (gh_date_token (reader, *i + k)->spaced)
      return FALSE;
  *point = (GhDatePoint){ .precision = GH_PRECISION_DAY, .sure = TRUE };
  point->year = gh_date_token (reader, *i)->value;
  point->month = gh_date_token (reader, *i + 2)->value;
  point->day = gh_date_token (reader, *i + 4)->value;
  *i += 5;
  return TRUE;
}

/* "mùng 9 Tết", "28 Tết", "mùng 10 tháng 3 âm lịch", "mùng 8/3" */
static gboolean
read_mung (const GhDateReader *reader, gsize *i, GhDateIntro intro, GhDatePoint *point)
{
  gsize at = *i;
  gboolean mung = gh_date_take_any (reader, &at, "mung|mong");
  int day = gh_date_token (reader, at)->value;

  if (!gh_date_is_number (reader, at, 1, 2) || (!mung && intro == GH_DATE_BARE && !reader->whole))
    return FALSE;
  if (mung && read_day (reader, &at, GH_DATE_EXPLICIT, point))
    {
      *i = at;
      return TRUE;
    }
  at++;
  if ((mung ? day > 10 : day < 20) || day < 1 || !gh_date_take_words (reader, &at, "tet"))
    return FALSE;
  *point = (GhDatePoint){ .precision = GH_PRECISION_DAY, .day = day, .tet = TRUE, .sure = TRUE };
  gh_date_take_any (reader, &at, "nguyen dan");
  gh_date_read_year_words (reader, &at, &point->year);
  *i = at;
  return TRUE;
}

gboolean
gh_date_read_point (const GhDateReader *reader, gsize *i, GhDateIntro intro, GhDatePoint *point)
{
  return read_iso (reader, i, point) ||
         (is_day_range (reader, *i) && read_day_list (reader, i, intro, point)) ||
         read_day (reader, i, intro, point) || read_day_list (reader, i, intro, point) ||
         read_mung (reader, i, intro, point) || gh_date_read_period (reader, i, point);
}
