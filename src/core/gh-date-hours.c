/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-date-read.h"

/* Ranges of hours of one day that are read together ("7h30-11h30, 13h30-16h30"). */
#define MAX_RANGES 4

/* The minutes behind "07h" and "7 giờ": "30", "30’", "30 phút"; none is fine. */
static void
read_minutes (const GhDateReader *reader, gsize *i, gboolean spaced, int *minute)
{
  gsize at = *i + 1;

  if (!gh_date_is_number (reader, *i, 1, 2) || gh_date_token (reader, *i)->value > 59)
    return;
  if (gh_date_token (reader, *i)->spaced && !spaced)
    return;
  if (!gh_date_take_sign (reader, &at, '\''))
    gh_date_take_any (reader, &at, "phut|ph|p");
  /* "8 giờ 27/2": not minutes; "7 giờ 00 - 11 giờ": minutes. */
  if (at == *i + 1 && gh_date_token (reader, *i)->spaced && gh_date_token (reader, *i)->value > 0 &&
      (gh_date_is_sign (reader, at, '/') ||
       (gh_date_is_sign (reader, at, '-') && !gh_date_token (reader, at)->spaced) ||
       gh_date_is_sign (reader, at, '.') || gh_date_take_words (reader, &at, "thang")))
    return;
  *minute += gh_date_token (reader, *i)->value;
  *i = at;
}

/* "07h30", "14g00", "7 giờ 30 phút", "07:30", "2 giờ chiều" */
static gboolean
read_hour (const GhDateReader *reader, gsize *i, int *minute)
{
  gsize at = *i + 1;
  int hour = gh_date_token (reader, *i)->value;
  const GhToken *mark = gh_date_token (reader, at);
  int found;

  if (!gh_date_is_number (reader, *i, 1, 2) || hour > 24)
    return FALSE;
  found = hour * 60;
  if (!mark->spaced && gh_date_take_any (reader, &at, "h|g"))
    read_minutes (reader, &at, FALSE, &found);
  else if (gh_date_take_words (reader, &at, "gio"))
    read_minutes (reader, &at, TRUE, &found);
  else if (gh_date_is_sign (reader, at, ':') && !mark->spaced &&
           gh_date_is_number (reader, at + 1, 2, 2) && !gh_date_token (reader, at + 1)->spaced &&
           gh_date_token (reader, at + 1)->value < 60)
    {
      found += gh_date_token (reader, at + 1)->value;
      at += 2;
    }
  else
    return FALSE;
  if (found > 24 * 60)
    return FALSE;
  if ((gh_date_is_exactly (reader, at, "chiều") || gh_date_is_exactly (reader, at, "tối")) &&
      hour < 12)
    found += 12 * 60;
  gh_date_take_any (reader, &at, "sang|trua|chieu");
  if (gh_date_is_exactly (reader, at, "tối"))
    at++;
  *minute = found;
  *i = at;
  return TRUE;
}

/* "07h30 - 11h30", "từ 7h đến 11h", "lúc 8h00", "đến 14h00" */
static gboolean
read_range (const GhDateReader *reader, gsize *i, int *start, int *end)
{
  gsize at = *i;
  gboolean only_end;

  *start = *end = -1;
  gh_date_take_any (reader, &at, "buoi sang|buoi chieu|sang|chieu");
  gh_date_take_sign (reader, &at, ':');
  only_end = gh_date_take_any (reader, &at, "den");
  if (!only_end)
    gh_date_take_any (reader, &at, "bat dau tu|bat dau luc|vao luc|tu luc|tu|luc|hoi|vao hoi");
  if (!read_hour (reader, &at, only_end ? end : start))
    return FALSE;
  *i = at;
  if (!only_end &&
      (gh_date_take_sign (reader, &at, '-') || gh_date_take_any (reader, &at, "den|toi")) &&
      read_hour (reader, &at, end))
    *i = at;
  else if (!only_end)
    *end = -1;
  return TRUE;
}

gboolean
gh_date_read_hours (const GhDateReader *reader, gsize *i, int *start, int *end)
{
  gsize at = *i;
  int next_start, next_end;

  if (!read_range (reader, &at, start, end))
    return FALSE;
  *i = at;
  for (int n = 1; n < MAX_RANGES; n++)
    {
      if (!gh_date_take_sign (reader, &at, ',') && !gh_date_take_sign (reader, &at, ';'))
        gh_date_take_words (reader, &at, "va");
      if (!read_range (reader, &at, &next_start, &next_end) || next_start < 0 || next_end < 0)
        break;
      *end = next_end;
      *i = at;
    }
  return TRUE;
}

gboolean
gh_date_read_weekday (const GhDateReader *reader, gsize *i, int *weekday)
{
  static const char *const names[] = { "hai", "ba", "tu", "nam", "sau", "bay" };
  gsize at = *i;
  gboolean word;

  if (gh_date_take_any (reader, &at, "chu nhat|cn"))
    {
      *weekday = 7;
      *i = at;
      return TRUE;
    }
  word = gh_date_take_words (reader, &at, "thu");
  if (!word && !gh_date_take_words (reader, &at, "t"))
    return FALSE;
  /* "lần thứ Hai", "năm thứ 3": an order, not a day. */
  if (word && *i > 0 && gh_date_take_any (reader, &(gsize){ *i - 1 }, "lan|nam|dot|ky|khoa|dip"))
    return FALSE;
  if (gh_date_is_number (reader, at, 1, 1) && (word || !gh_date_token (reader, at)->spaced))
    {
      int value = gh_date_token (reader, at)->value;

      if (value < 2 || value > 7)
        return FALSE;
      *weekday = value - 1;
      *i = at + 1;
      return TRUE;
    }
  for (int k = 0; word && k < (int) G_N_ELEMENTS (names); k++)
    if (gh_date_take_words (reader, &at, names[k]))
      {
        *weekday = k + 1;
        *i = at;
        return TRUE;
      }
  return FALSE;
}
