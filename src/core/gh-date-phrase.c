/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#include "gh-date-read.h"

static void
take_deadline_fillers (const GhDateReader *reader, gsize *i)
{
  for (int n = 0; n < 4; n++)
    if (!gh_date_take_sign (reader, i, ':') &&
        !gh_date_take_any (reader, i, "la|den het|vao|trong|het"))
      return;
}

/* "trước", "chậm nhất là", "đến hết", "hạn cuối:", "từ nay đến" … */
static void
read_deadline (const GhDateReader *reader, gsize *i, GhDatePhrase *phrase)
{
  gsize at = *i;

  if (gh_date_take_any (reader, &at, "truoc|den truoc"))
    {
      phrase->deadline = phrase->before = TRUE;
      gh_date_take_any (reader, &at, "hoi|luc|het");
    }
  else if (gh_date_take_any (reader, &at,
                             "cham nhat|muon nhat|tre nhat|khong muon hon|khong cham hon|"
                             "khong qua|khong tre hon|han cuoi cung|han cuoi|han chot|han nop|"
                             "het han|thoi han|han"))
    {
      phrase->deadline = TRUE;
      take_deadline_fillers (reader, &at);
      phrase->before = gh_date_take_any (reader, &at, "truoc|den truoc");
    }
  else if (gh_date_take_any (reader, &at, "tu nay cho den|tu nay den|cho den het|den het|het"))
    {
      phrase->deadline = TRUE;
      gh_date_take_words (reader, &at, "het");
    }
  if (phrase->deadline)
    *i = at;
}

/* "(thứ Năm)", ", thứ Năm", "thứ Năm" behind a date. A bracket is taken if it closes at once. */
static void
read_weekday_behind (const GhDateReader *reader, gsize *i, int *weekday)
{
  gsize at = *i;
  gsize end;
  gboolean bracket = gh_date_take_sign (reader, &at, '(');

  if (!bracket && !gh_date_take_sign (reader, &at, ','))
    gh_date_take_sign (reader, &at, '-');
  gh_date_take_any (reader, &at, "ngay|nham ngay|tuc");
  if (!gh_date_read_weekday (reader, &at, weekday))
    return;
  /* In "27/3/2025, thứ Sáu ngày 28/3/2025" the weekday belongs to the next date. */
  end = at;
  gh_date_take_sign (reader, &end, ',');
  gh_date_take_words (reader, &end, "ngay");
  if (!bracket && gh_date_is_number (reader, end, 1, 2))
    {
      *weekday = 0;
      return;
    }
  if (!bracket || gh_date_take_sign (reader, &at, ')'))
    *i = at;
}

/* ", lúc 07h30", "(07h30 - 11h30)" behind a date. */
static void
read_hours_behind (const GhDateReader *reader, gsize *i, GhDateSide *side)
{
  gsize at = *i;
  int start, end;
  gboolean bracket = gh_date_take_sign (reader, &at, '(');

  if (!bracket && !gh_date_take_sign (reader, &at, ',') && !gh_date_take_sign (reader, &at, ';'))
    gh_date_take_sign (reader, &at, '-');
  if (!gh_date_read_hours (reader, &at, &start, &end) ||
      (bracket && !gh_date_take_sign (reader, &at, ')')))
    return;
  /* In "8/3/2025, 7h30 ngày 9/3/2025" the hours belong to the next date. */
  if (!bracket && (gh_date_take_words (reader, &(gsize){ at }, "ngay") ||
                   (gh_date_is_sign (reader, at, ',') &&
                    gh_date_take_words (reader, &(gsize){ at + 1 }, "ngay"))))
    return;
  side->start_minute = start;
  side->end_minute = end;
  *i = at;
}

/* Hours, a weekday and words such as "ngày" before the date itself. */
static void
read_side_head (const GhDateReader *reader, gsize *i, GhDateSide *side)
{
  if (gh_date_read_hours (reader, i, &side->start_minute, &side->end_minute))
    {
      if (!gh_date_take_sign (reader, i, ',') && !gh_date_take_sign (reader, i, ';'))
        gh_date_take_sign (reader, i, '-');
      gh_date_take_any (reader, i, "cua|trong|vao|cung");
      if (side->intro == GH_DATE_BARE)
        side->intro = GH_DATE_INTRODUCED;
      if (gh_date_take_words (reader, &(gsize){ *i }, "tu ngay"))
        gh_date_take_words (reader, i, "tu");
      gh_date_take_any (reader, i, "buoi sang|buoi chieu|sang|chieu");
    }
  for (int n = 0; n < 4; n++)
    {
      gsize at = *i;

      /* The blank day of "ngày    tháng 12 năm 2024" is no part of the month. */
      if (gh_date_take_words (reader, &(gsize){ at }, "ngay thang"))
        return;
      if (gh_date_take_any (reader, i,
                            "cac ngay|trong ngay|vao ngay|sang ngay|chieu ngay|hom|ngay"))
        {
          side->intro = GH_DATE_EXPLICIT;
        }
      else if (side->weekday == 0 && gh_date_read_weekday (reader, &at, &side->weekday))
        {
          if (!gh_date_take_sign (reader, &at, ','))
            gh_date_take_sign (reader, &at, '-');
          *i = at;
        }
      else
        {
          return;
        }
    }
}

static gboolean
read_side (const GhDateReader *reader, gsize *i, GhDateSide *side)
{
  gsize at = *i;

  side->start_minute = side->end_minute = -1;
  side->weekday = 0;
  read_side_head (reader, &at, side);
  if (!gh_date_read_point (reader, &at, side->intro, &side->point))
    return FALSE;
  if (side->weekday == 0)
    read_weekday_behind (reader, &at, &side->weekday);
  if (side->start_minute < 0 && side->end_minute < 0 && side->point.precision == GH_PRECISION_DAY)
    read_hours_behind (reader, &at, side);
  *i = at;
  return TRUE;
}

static gboolean
read_second_side (const GhDateReader *reader, gsize *i, GhDatePhrase *phrase)
{
  gsize at = *i;
  gsize probe;
  gboolean word;

  gh_date_take_sign (reader, &at, ',');
  word = gh_date_take_any (reader, &at, "cho den het|den het|cho den|den|toi");
  if (!word && !gh_date_take_sign (reader, &at, '-'))
    return FALSE;
  phrase->b.intro = phrase->a.intro == GH_DATE_BARE && word ? GH_DATE_INTRODUCED : phrase->a.intro;
  /* "từ tháng 10/2024 đến 3/2025" */
  probe = at;
  if (phrase->a.point.precision == GH_PRECISION_MONTH && gh_date_is_number (reader, probe, 1, 2))
    {
      GhDateReader lenient = *reader;

      lenient.whole = TRUE;
      if (gh_date_is_number (reader, probe + 2, 4, 4) &&
          gh_date_read_point (&lenient, &probe, GH_DATE_INTRODUCED, &phrase->b.point))
        {
          phrase->b.start_minute = phrase->b.end_minute = -1;
          *i = probe;
          return TRUE;
        }
    }
  if (!read_side (reader, &at, &phrase->b))
    return FALSE;
  *i = at;
  return TRUE;
}

gboolean
gh_date_read_phrase (const GhDateReader *reader, gsize *i, GhDatePhrase *phrase)
{
  gsize at = *i;

  memset (phrase, 0, sizeof *phrase);
  read_deadline (reader, &at, phrase);
  phrase->a.intro = phrase->deadline ? GH_DATE_INTRODUCED : GH_DATE_BARE;
  if (!phrase->deadline && gh_date_take_any (reader, &(gsize){ at },
                                             "ke tu|bat dau tu|tu ngay|tu thang|tu|trong khoang"))
    {
      gsize hours = at;
      int start, end;

      /* "từ 7h30 đến 11h30" keeps its "từ". */
      if (!gh_date_read_hours (reader, &hours, &start, &end))
        gh_date_take_any (reader, &at, "ke tu|bat dau tu|tu");
      phrase->a.intro = GH_DATE_INTRODUCED;
    }
  if (!read_side (reader, &at, &phrase->a))
    return FALSE;
  /* "đến 14h00 ngày 20/3" */
  if (phrase->a.start_minute < 0 && phrase->a.end_minute >= 0)
    phrase->deadline = TRUE;
  phrase->range = !phrase->before && read_second_side (reader, &at, phrase);
  *i = at;
  return TRUE;
}

/* Years that are not written: of a range, the other end's; where that would turn it round, the
 * year next to it. */
static void
find_years (const GhDateReader *reader, const GhDatePhrase *phrase, int *year_a, int *year_b)
{
  const GhDatePoint *a = &phrase->a.point, *b = &phrase->b.point;
  guint32 first_a, last_a, first_b, last_b;
  g_autofree char *problem_a = NULL;
  g_autofree char *problem_b = NULL;

  *year_a = a->year != 0 ? a->year : reader->default_year;
  *year_b = 0;
  if (!phrase->range)
    return;
  if (a->year == 0 && b->year != 0)
    *year_a = b->year;
  *year_b = b->year != 0 ? b->year : *year_a;
  if ((a->year != 0 && b->year != 0) || *year_a == 0)
    return;
  if (gh_date_point_days (a, *year_a, &first_a, &last_a, &problem_a) &&
      gh_date_point_days (b, *year_b, &first_b, &last_b, &problem_b) && last_b < first_a)
    {
      if (a->year != 0)
        (*year_b)++;
      else
        (*year_a)--;
    }
}

static void
set_minutes (const GhDatePhrase *phrase, GhDateSpan *span)
{
  int start = phrase->a.start_minute;
  int end = phrase->a.end_minute;

  if (phrase->range && phrase->b.end_minute >= 0)
    {
      end = phrase->b.end_minute;
      if (start < 0)
        start = phrase->b.start_minute;
    }
  else if (phrase->range && phrase->b.start_minute >= 0)
    {
      end = phrase->b.start_minute;
    }
  else if (phrase->deadline && end < 0)
    {
      end = start;
      start = -1;
    }
  span->start_minute = (gint16) start;
  span->end_minute = (gint16) end;
}

static GhPrecision
phrase_precision (const GhDatePhrase *phrase, const GhDateSpan *span)
{
  const GhDatePoint *point = &phrase->a.point;

  if (phrase->range || point->first != 0 ||
      (point->precision == GH_PRECISION_MONTH_PART && point->part > 3))
    return span->start == span->end ? GH_PRECISION_DAY : GH_PRECISION_SPAN;
  return point->precision;
}

gboolean
gh_date_resolve_phrase (const GhDateReader *reader,
                        const GhDatePhrase *phrase,
                        GhDateSpan *span,
                        char **problem)
{
  GhDateSpan found = GH_DATE_SPAN_INIT;
  guint32 first, last;
  int year_a, year_b;
  gboolean sure = phrase->a.point.sure && (!phrase->range || phrase->b.point.sure);

  find_years (reader, phrase, &year_a, &year_b);
  if (year_a == 0 && !phrase->a.point.bad_year)
    {
      if (reader->whole)
        *problem = g_strdup (_("This date has no year. Write it, too, as in 27/02/2027."));
      return FALSE;
    }
  if (!gh_date_point_days (&phrase->a.point, year_a, &found.start, &found.end, problem) ||
      (phrase->range &&
       (!gh_date_point_days (&phrase->b.point, year_b, &first, &last, problem) || last == 0)))
    {
      if (!sure)
        g_clear_pointer (problem, g_free);
      return FALSE;
    }
  if (phrase->range)
    found.end = last;
  if (found.end < found.start)
    {
      g_autofree char *a = gh_day_format (found.start);
      g_autofree char *b = gh_day_format (found.end);

      *problem = g_strdup_printf (_("The end, %s, is before the beginning, %s."), b, a);
      return FALSE;
    }
  set_minutes (phrase, &found);
  found.precision = phrase_precision (phrase, &found);
  /* "trước 16h00 ngày 20/3": on that day it is still in time. */
  found.before = phrase->before && found.end_minute < 0;
  *span = found;
  return TRUE;
}

gboolean
gh_date_span_parse (const char *text, int default_year, GhDateSpan *span, char **problem)
{
  if (problem != NULL)
    *problem = NULL;
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  g_autoptr (GArray) tokens = gh_tokens_split (text);
  GhDateReader reader = { text, (const GhToken *) (void *) tokens->data, tokens->len, default_year,
                          TRUE };
  g_autofree char *why = NULL;
  GhDateSpan found;
  GhDatePhrase phrase;
  gsize i = 0;

  while (gh_date_token (&reader, i)->type == GH_TOKEN_BREAK)
    i++;
  if (!gh_date_read_phrase (&reader, &i, &phrase))
    return FALSE;
  while (gh_date_token (&reader, i)->type == GH_TOKEN_BREAK)
    i++;
  if (gh_date_token (&reader, i)->type != GH_TOKEN_END)
    return FALSE;
  if (!gh_date_resolve_phrase (&reader, &phrase, &found, &why))
    {
      if (problem != NULL)
        *problem = g_steal_pointer (&why);
      return FALSE;
    }
  if (span != NULL)
    *span = found;
  return TRUE;
}
