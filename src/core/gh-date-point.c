/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-date-read.h"

#include <string.h>

/* A list longer than this is no list of days: it also bounds the work on a hostile text. */
#define MAX_LIST 31

const GhToken *
gh_date_token (const GhDateReader *reader, gsize i)
{
  return &reader->tokens[MIN (i, reader->n_tokens - 1)];
}

gboolean
gh_date_is_sign (const GhDateReader *reader, gsize i, gunichar sign)
{
  const GhToken *token = gh_date_token (reader, i);

  return token->type == GH_TOKEN_SIGN && token->sign == sign;
}

gboolean
gh_date_is_number (const GhDateReader *reader, gsize i, int min_digits, int max_digits)
{
  const GhToken *token = gh_date_token (reader, i);

  return token->type == GH_TOKEN_NUMBER && token->n_digits >= min_digits &&
         token->n_digits <= max_digits;
}

gboolean
gh_date_take_words (const GhDateReader *reader, gsize *i, const char *words)
{
  gsize at = *i;

  for (const char *p = words; *p != '\0';)
    {
      gsize length = strcspn (p, " ");
      const GhToken *token = gh_date_token (reader, at++);

      if (token->type != GH_TOKEN_WORD || strlen (token->word) != length ||
          strncmp (token->word, p, length) != 0)
        return FALSE;
      p += length;
      p += *p == ' ';
    }
  *i = at;
  return TRUE;
}

gboolean
gh_date_take_sign (const GhDateReader *reader, gsize *i, gunichar sign)
{
  if (!gh_date_is_sign (reader, *i, sign))
    return FALSE;
  (*i)++;
  return TRUE;
}

gboolean
gh_date_take_any (const GhDateReader *reader, gsize *i, const char *choices)
{
  char words[32];

  for (const char *p = choices; *p != '\0';)
    {
      gsize length = strcspn (p, "|");

      g_assert (length < sizeof words);
      memcpy (words, p, length);
      words[length] = '\0';
      if (gh_date_take_words (reader, i, words))
        return TRUE;
      p += length;
      p += *p == '|';
    }
  return FALSE;
}

gboolean
gh_date_is_exactly (const GhDateReader *reader, gsize i, const char *lower)
{
  const GhToken *token = gh_date_token (reader, i);
  const char *p = reader->text + token->offset;

  for (; *lower != '\0' && p < reader->text + token->end; p = g_utf8_next_char (p))
    {
      if (g_unichar_tolower (g_utf8_get_char (p)) != g_utf8_get_char (lower))
        return FALSE;
      lower = g_utf8_next_char (lower);
    }
  return *lower == '\0' && p == reader->text + token->end;
}

/* "nam 2025", ", nam 2025" */
static gboolean
read_year_words (const GhDateReader *reader, gsize *i, int *year)
{
  gsize at = *i;

  gh_date_take_sign (reader, &at, ',');
  if (!gh_date_take_words (reader, &at, "nam") || !gh_date_is_number (reader, at, 4, 4))
    return FALSE;
  *year = gh_date_token (reader, at)->value;
  *i = at + 1;
  return TRUE;
}

/* "/2025", " / 2025", "-2025", ".2025": the dash and the dot without spaces. */
static gboolean
read_year_tail (const GhDateReader *reader, gsize *i, int *year)
{
  gsize at = *i;
  gboolean slash = gh_date_is_sign (reader, at, '/');

  if (!slash && !gh_date_is_sign (reader, at, '-') && !gh_date_is_sign (reader, at, '.'))
    return FALSE;
  at++;
  if (!gh_date_is_number (reader, at, 4, 4))
    return FALSE;
  if (!slash && (gh_date_token (reader, at)->spaced || gh_date_token (reader, at - 1)->spaced))
    return FALSE;
  *year = gh_date_token (reader, at)->value;
  *i = at + 1;
  return TRUE;
}

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

  if (read_year_words (reader, i, &point->year))
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
static gboolean
read_month_name (const GhDateReader *reader, gsize *i, GhDatePoint *point)
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

/* "09 tháng 12 năm 2021", "9 tháng 12/2021" */
static gboolean
read_day_in_words (const GhDateReader *reader, gsize *i, GhDateIntro intro, GhDatePoint *point)
{
  gsize at = *i + 1;
  GhDatePoint read = { .precision = GH_PRECISION_DAY };

  if (!gh_date_is_number (reader, *i, 1, 2) || !gh_date_take_words (reader, &at, "thang") ||
      !read_month_name (reader, &at, &read))
    return FALSE;
  read.day = gh_date_token (reader, *i)->value;
  if (!read_year_words (reader, &at, &read.year))
    read_year_tail (reader, &at, &read.year);
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

/* What may stand between the days, months or quarters of a list; "mùng" and the word itself may
 * be repeated. */
static gboolean
read_list_sign (const GhDateReader *reader, gsize *i, const char *repeated)
{
  if (!gh_date_take_sign (reader, i, ',') && !gh_date_take_sign (reader, i, '-') &&
      !gh_date_take_sign (reader, i, '&') && !gh_date_take_any (reader, i, "va|den het|den"))
    return FALSE;
  gh_date_take_words (reader, i, repeated);
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
      if (intro == GH_DATE_BARE && !reader->whole && !gh_date_is_sign (reader, at, '-'))
        return FALSE;
      if (!read_list_sign (reader, &at, "ngay"))
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
  for (gsize more = at; read.first == 0 && read_list_sign (reader, &more, "quy");)
    {
      if (!read_quarter_name (reader, &more, &next) || next <= read.part)
        break;
      read.first = read.part;
      read.part = next;
      at = more;
    }
  if (!read_year_words (reader, &at, &read.year) && !read_year_tail (reader, &at, &read.year) &&
      gh_date_is_number (reader, at, 4, 4))
    read.year = gh_date_token (reader, at++)->value;
  read.sure = TRUE;
  *point = read;
  *i = at;
  return TRUE;
}

/* More months behind the first: ", 4/2025", " và tháng 02 năm 2025". They count only if the word
 * is repeated or a year follows: "tháng 4, 5 đơn vị". */
static void
read_more_months (const GhDateReader *reader, gsize *i, GhDatePoint *point)
{
  gsize at = *i;
  GhDatePoint last = { 0 };
  int first = point->month;
  gboolean repeated = FALSE;

  for (int n = 0; n < 12 && read_list_sign (reader, &at, "thang"); n++)
    {
      gboolean word = gh_date_take_words (reader, &(gsize){ at - 1 }, "thang");

      if (!gh_date_is_number (reader, at, 1, 2) ||
          gh_date_token (reader, at)->value <= (n == 0 ? first : last.month))
        return;
      last.month = gh_date_token (reader, at)->value;
      repeated = repeated || word;
      at++;
      if (read_year_words (reader, &at, &last.year) || read_year_tail (reader, &at, &last.year))
        break;
    }
  if (last.month == 0 || (last.year == 0 && !repeated) || gh_date_is_sign (reader, at, '/'))
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
  if (!read_month_name (reader, &at, &read) || read.lunar)
    return FALSE;
  if (!read_year_words (reader, &at, &read.year) && !read_year_tail (reader, &at, &read.year))
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
  read_year_words (reader, &at, &point->year);
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
  if (!read_year_tail (reader, &at, &point->year))
    return FALSE;
  *i = at;
  return TRUE;
}

gboolean
gh_date_read_point (const GhDateReader *reader, gsize *i, GhDateIntro intro, GhDatePoint *point)
{
  return read_iso (reader, i, point) ||
         (is_day_range (reader, *i) && read_day_list (reader, i, intro, point)) ||
         read_day (reader, i, intro, point) || read_day_list (reader, i, intro, point) ||
         read_mung (reader, i, intro, point) || read_month (reader, i, point) ||
         read_month_part (reader, i, point) || read_quarter (reader, i, point) ||
         read_bare_month (reader, i, point) || read_year (reader, i, point);
}
