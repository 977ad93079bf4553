/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-date-read.h"

/* Months, parts of months, quarters and years. */

static int
month_of_word (const GhDateReader *reader, gsize i)
{
  static const char *const names[] = { "một", "hai", "ba",  "tư",   "năm",
                                       "sáu", "bảy", "tám", "chín", "mười" };
  const GhToken *token = gh_date_token (reader, i);

  if (token->type != GH_TOKEN_WORD)
    return 0;
  for (int month = 1; month <= (int) G_N_ELEMENTS (names); month++)
    if (gh_date_is_exactly (reader, i, names[month - 1]))
      return month;
  return 0;
}

/* "3", "03", "Tám", "Giêng": the month behind "tháng". */
gboolean
gh_date_read_month_name (const GhDateReader *reader, gsize *i, GhDatePoint *point)
{
  if (gh_date_is_number (reader, *i, 1, 2))
    {
      point->month = gh_date_token (reader, *i)->value;
      (*i)++;
      return TRUE;
    }
  if (gh_date_take_any (reader, i, "gieng|chap"))
    {
      point->month = gh_date_is_exactly (reader, *i - 1, "chạp") ? 12 : 1;
      point->lunar = TRUE;
      return TRUE;
    }
  point->month = month_of_word (reader, *i);
  /* "tháng năm 2025" is a blank month of a year, not May. */
  if (point->month == 0 || (point->month == 5 && gh_date_is_number (reader, *i + 1, 4, 4)))
    return FALSE;
  (*i)++;
  if (point->month == 10 && gh_date_take_any (reader, i, "mot|hai"))
    point->month = gh_date_is_exactly (reader, *i - 1, "hai") ? 12 : 11;
  return TRUE;
}

/* "I", "IV", "2": the quarter behind "quý". */
static gboolean
read_quarter_name (const GhDateReader *reader, gsize *i, int *quarter)
{
  static const char *const romans[] = { "i", "ii", "iii", "iv" };
  const GhToken *token = gh_date_token (reader, *i);

  if (gh_date_is_number (reader, *i, 1, 1) && token->value >= 1 && token->value <= 4)
    {
      *quarter = token->value;
      (*i)++;
      return TRUE;
    }
  for (int q = 1; q <= 4; q++)
    if (gh_date_take_words (reader, i, romans[q - 1]))
      {
        *quarter = q;
        return TRUE;
      }
  return FALSE;
}

/* "Quý I/2027", "quý I và quý II năm 2027" */
static gboolean
read_quarter (const GhDateReader *reader, gsize *i, GhDatePoint *point)
{
  gsize at = *i;
  int next = 0;
  GhDatePoint read = { .precision = GH_PRECISION_QUARTER };

  /* "quỹ 1", "quy 2" fold alike. */
  if (!gh_date_is_exactly (reader, at, "quý") && !gh_date_is_exactly (reader, at, "quy"))
    return FALSE;
  at++;
  if (!read_quarter_name (reader, &at, &read.part))
    return FALSE;
  for (gsize more = at; read.first == 0 && gh_date_read_list_sign (reader, &more, "quy");)
    {
      if (!read_quarter_name (reader, &more, &next) || next <= read.part)
        break;
      read.first = read.part;
      read.part = next;
      at = more;
    }
  if (!gh_date_read_year_words (reader, &at, &read.year) &&
      !gh_date_read_year_tail (reader, &at, &read.year) && gh_date_is_number (reader, at, 4, 4))
    read.year = gh_date_token (reader, at++)->value;
  read.sure = TRUE;
  *point = read;
  *i = at;
  return TRUE;
}

/* Whether nothing follows that the last number of a list could count. */
static gboolean
ends_list (const GhDateReader *reader, gsize i)
{
  GhTokenType type = gh_date_token (reader, i)->type;

  return type == GH_TOKEN_BREAK || type == GH_TOKEN_END || gh_date_is_sign (reader, i, ':') ||
         gh_date_is_sign (reader, i, ')') || gh_date_is_sign (reader, i, ';');
}

/* More months behind the first: ", 4/2025", " và tháng 02 năm 2025". They count only if the word
 * is repeated, a year follows or nothing does: "tháng 4, 5 đơn vị". */
static void
read_more_months (const GhDateReader *reader, gsize *i, GhDatePoint *point)
{
  gsize at = *i;
  GhDatePoint last = { 0 };
  int first = point->month;
  gboolean repeated = FALSE;

  for (int n = 0; n < 12 && gh_date_read_list_sign (reader, &at, "thang"); n++)
    {
      gboolean word = gh_date_take_words (reader, &(gsize){ at - 1 }, "thang");

      if (!gh_date_is_number (reader, at, 1, 2) ||
          gh_date_token (reader, at)->value <= (n == 0 ? first : last.month))
        return;
      last.month = gh_date_token (reader, at)->value;
      repeated = repeated || word;
      at++;
      if (gh_date_read_year_words (reader, &at, &last.year) ||
          gh_date_read_year_tail (reader, &at, &last.year))
        break;
    }
  if (last.month == 0 || gh_date_is_sign (reader, at, '/') ||
      (last.year == 0 && !repeated && !ends_list (reader, at)))
    return;
  point->first = first;
  point->month = last.month;
  point->year = last.year;
  *i = at;
}

/* "tháng 02/2025", "tháng 8 năm 2019", "tháng Tám", "tháng 01 và tháng 02 năm 2025" */
static gboolean
read_month (const GhDateReader *reader, gsize *i, GhDatePoint *point)
{
  gsize at = *i;
  GhDatePoint read = { .precision = GH_PRECISION_MONTH };

  if (!gh_date_take_words (reader, &at, "thang"))
    return FALSE;
  /* "trong 02 tháng 3 đợt": a length of time. */
  if (*i > 0 && gh_date_is_number (reader, *i - 1, 1, 9) && !reader->whole)
    return FALSE;
  if (!gh_date_read_month_name (reader, &at, &read) || read.lunar)
    return FALSE;
  if (!gh_date_read_year_words (reader, &at, &read.year) &&
      !gh_date_read_year_tail (reader, &at, &read.year))
    {
      read_more_months (reader, &at, &read);
      if (gh_date_is_sign (reader, at, '/') && !gh_date_token (reader, at)->spaced)
        return FALSE;
    }
  read.sure = read.year != 0 || reader->whole;
  if (!read.sure && (read.month < 1 || read.month > 12))
    return FALSE;
  *point = read;
  *i = at;
  return TRUE;
}

/* "cuối tháng 02/2025", "thượng tuần tháng 8", "nửa đầu tháng 3/2025" */
static gboolean
read_month_part (const GhDateReader *reader, gsize *i, GhDatePoint *point)
{
  static const struct
  {
    const char *words;
    int part;
  } parts[] = {
    { "dau|thuong tuan", 1 }, { "giua|trung tuan", 2 }, { "cuoi|ha tuan", 3 },
    { "nua dau", 4 },         { "nua cuoi", 5 },
  };
  gsize at = *i;

  for (gsize k = 0; k < G_N_ELEMENTS (parts); k++)
    {
      if (!gh_date_take_any (reader, &at, parts[k].words))
        continue;
      if (!read_month (reader, &at, point) || point->first != 0)
        return FALSE;
      point->precision = GH_PRECISION_MONTH_PART;
      point->part = parts[k].part;
      *i = at;
      return TRUE;
    }
  return FALSE;
}

/* "3", "thứ ba", "III", "đầu", "cuối": which week, behind "tuần"; 6 = the last. */
static gboolean
read_week_name (const GhDateReader *reader, gsize *i, int *week)
{
  static const char *const words[] = { "nhat|mot|dau|i", "hai|ii", "ba|iii", "tu|iv", "nam|v" };
  gsize at = *i;

  gh_date_take_words (reader, &at, "le");
  gh_date_take_words (reader, &at, "thu");
  if (gh_date_is_number (reader, at, 1, 2) && gh_date_token (reader, at)->value >= 1 &&
      gh_date_token (reader, at)->value <= 5)
    *week = gh_date_token (reader, at++)->value;
  else if (gh_date_take_any (reader, &at, "cuoi cung|cuoi"))
    *week = 6;
  else
    {
      *week = 0;
      for (int k = 0; k < (int) G_N_ELEMENTS (words) && *week == 0; k++)
        if (gh_date_take_any (reader, &at, words[k]))
          *week = k + 1;
    }
  if (*week == 0)
    return FALSE;
  *i = at;
  return TRUE;
}

/* "tuần 3 tháng 12/2025", "tuần thứ hai của tháng 5", "tuần cuối tháng 3" */
static gboolean
read_week (const GhDateReader *reader, gsize *i, GhDatePoint *point)
{
  GhDateReader lenient = *reader;
  gsize at = *i;
  int week;

  /* "tuân", "tuẩn" fold alike. */
  if (!gh_date_is_exactly (reader, at, "tuần") && !gh_date_is_exactly (reader, at, "tuan"))
    return FALSE;
  at++;
  if (!read_week_name (reader, &at, &week))
    return FALSE;
  gh_date_take_any (reader, &at, "cua|trong");
  lenient.whole = TRUE; /* the number before the month is the week's */
  if (!read_month (&lenient, &at, point) || point->first != 0)
    return FALSE;
  point->precision = GH_PRECISION_MONTH_PART;
  point->part = GH_DATE_PART_WEEK + week;
  *i = at;
  return TRUE;
}

/* A year, where a bare number may be one: in a field, or introduced as a period. */
static gboolean
read_year (const GhDateReader *reader, gsize *i, GhDatePoint *point)
{
  gsize at = *i;
  gboolean period = gh_date_take_any (reader, &at, "trong ca|trong|suot");
  gboolean word = gh_date_take_words (reader, &at, "nam");

  if (!gh_date_is_number (reader, at, 4, 4) || (!reader->whole && !(period && word)))
    return FALSE;
  *point = (GhDatePoint){ .precision = GH_PRECISION_YEAR, .sure = TRUE };
  point->year = gh_date_token (reader, at)->value;
  *i = at + 1;
  return TRUE;
}

/* "02/2025" in a field; in a text it is the number of a document. */
static gboolean
read_bare_month (const GhDateReader *reader, gsize *i, GhDatePoint *point)
{
  gsize at = *i + 1;

  if (!reader->whole || !gh_date_is_number (reader, *i, 1, 2))
    return FALSE;
  *point = (GhDatePoint){ .precision = GH_PRECISION_MONTH, .sure = TRUE };
  point->month = gh_date_token (reader, *i)->value;
  if (!gh_date_read_year_tail (reader, &at, &point->year))
    return FALSE;
  *i = at;
  return TRUE;
}

gboolean
gh_date_read_period (const GhDateReader *reader, gsize *i, GhDatePoint *point)
{
  return read_month (reader, i, point) || read_month_part (reader, i, point) ||
         read_week (reader, i, point) || read_quarter (reader, i, point) ||
         read_bare_month (reader, i, point) || read_year (reader, i, point);
}
