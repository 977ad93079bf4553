/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gh-date-read.h"

#include <string.h>

/* A phrase of a date: a deadline's words, then one side, or two joined by "đến". */

typedef struct
{
  GhDatePoint point;
  GhDateIntro intro;
  int weekday;
  int start_minute;
  int end_minute;
} Side;

typedef struct
{
  gboolean deadline;
  gboolean before;
  gboolean range;
  Side a;
  Side b;
} Phrase;

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
read_deadline (const GhDateReader *reader, gsize *i, Phrase *phrase)
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
read_hours_behind (const GhDateReader *reader, gsize *i, Side *side)
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
read_side_head (const GhDateReader *reader, gsize *i, Side *side)
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
read_side (const GhDateReader *reader, gsize *i, Side *side)
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
read_second_side (const GhDateReader *reader, gsize *i, Phrase *phrase)
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

static gboolean
read_phrase (const GhDateReader *reader, gsize *i, Phrase *phrase)
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
find_years (const GhDateReader *reader, const Phrase *phrase, int *year_a, int *year_b)
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
set_minutes (const Phrase *phrase, GhDateSpan *span)
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
phrase_precision (const Phrase *phrase, const GhDateSpan *span)
{
  const GhDatePoint *point = &phrase->a.point;

  if (phrase->range || point->first != 0 ||
      (point->precision == GH_PRECISION_MONTH_PART && point->part > 3))
    return span->start == span->end ? GH_PRECISION_DAY : GH_PRECISION_SPAN;
  return point->precision;
}

/* Whether the phrase is a date that exists; if not, @problem says why, or is NULL if the phrase is
 * better left alone. */
static gboolean
resolve_phrase (const GhDateReader *reader, const Phrase *phrase, GhDateSpan *span, char **problem)
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
  Phrase phrase;
  gsize i = 0;

  while (gh_date_token (&reader, i)->type == GH_TOKEN_BREAK)
    i++;
  if (!read_phrase (&reader, &i, &phrase))
    return FALSE;
  while (gh_date_token (&reader, i)->type == GH_TOKEN_BREAK)
    i++;
  if (gh_date_token (&reader, i)->type != GH_TOKEN_END)
    return FALSE;
  if (!resolve_phrase (&reader, &phrase, &found, &why))
    {
      if (problem != NULL)
        *problem = g_steal_pointer (&why);
      return FALSE;
    }
  if (span != NULL)
    *span = found;
  return TRUE;
}

void
gh_date_match_free (GhDateMatch *match)
{
  if (match == NULL)
    return;
  g_free (match->problem);
  g_free (match);
}

static gboolean
is_edge (const GhDateReader *reader, gsize i)
{
  GhTokenType type = gh_date_token (reader, i)->type;

  return type == GH_TOKEN_BREAK || type == GH_TOKEN_END;
}

/* Whether the number at @i goes on from what stands before it: "121/5/2025", "A1/2", "1.27/2". */
static gboolean
continues_before (const GhDateReader *reader, gsize i)
{
  if (i == 0 || gh_date_token (reader, i)->type != GH_TOKEN_NUMBER ||
      gh_date_token (reader, i)->spaced)
    return FALSE;

  const GhToken *before = gh_date_token (reader, i - 1);

  if (before->type == GH_TOKEN_WORD)
    return TRUE;
  if (before->type != GH_TOKEN_SIGN || i < 2 || before->spaced)
    return FALSE;
  return strchr ("/.-,:", (int) MIN (before->sign, 127)) != NULL && !is_edge (reader, i - 2) &&
         gh_date_token (reader, i - 2)->type != GH_TOKEN_SIGN;
}

/* Whether what was read up to @i goes on: "30/10/NĐ-CP", "1/2/3", "27/2a", "12/5%". */
static gboolean
continues_behind (const GhDateReader *reader, gsize i, gboolean has_year)
{
  const GhToken *next = gh_date_token (reader, i);
  const GhToken *after = gh_date_token (reader, i + 1);

  if (is_edge (reader, i) || next->spaced)
    return FALSE;
  if (next->type == GH_TOKEN_NUMBER)
    return TRUE;
  if (next->type == GH_TOKEN_WORD)
    return !has_year;
  if (next->sign == '%')
    return TRUE;
  if (after->spaced || (after->type != GH_TOKEN_NUMBER && after->type != GH_TOKEN_WORD))
    return FALSE;
  if (next->sign == '/')
    return TRUE;
  if (has_year)
    return FALSE;
  if (after->type == GH_TOKEN_WORD)
    return next->sign == '-';
  return strchr (".-,:", (int) MIN (next->sign, 127)) != NULL;
}

/* Whether a bare "1/3" is rather a fraction, a house or a class than a day. */
static gboolean
is_no_day (const GhDateReader *reader, gsize start, gsize end, const GhDatePoint *point)
{
  static const char *const before =
    "it nhat|hon|tren|duoi|khoang|gan|bang|dat|toi thieu|toi da|chiem|ty le|ti le|so|nha|hem|ngo|"
    "ngach|lop|phong|tang|to|khoi|dieu|khoan|diem|muc|kho|lo|quan|ap|thua|truc|huyet ap|khoa";
  static const char *const behind = "so|tong|thanh vien|nguoi|can bo|luot|phan|chi tieu|dan so|don "
                                    "vi|cong chuc|doan vien|dinh muc|gia tri|khoi luong";
  gsize word = start;

  for (gsize back = 1; back <= 2 && back <= start; back++)
    {
      word = start - back;
      if (gh_date_take_any (reader, &word, before) && word == start)
        return TRUE;
    }
  if (point->day == 24 && point->month == 7 && !(start == 0 || is_edge (reader, start - 1)))
    return TRUE;
  if (point->day >= point->month || point->month > 9 || gh_date_token (reader, start)->n_digits > 1)
    return FALSE;
  if (gh_date_take_any (reader, &(gsize){ end }, behind))
    return TRUE;
  /* A cell or a bracket of its own. */
  if ((start == 0 || is_edge (reader, start - 1) || gh_date_is_sign (reader, start - 1, '(')) &&
      (is_edge (reader, end) || gh_date_is_sign (reader, end, ')')))
    return FALSE;
  return point->month <= 5 && !(point->day == 1 && point->month == 5);
}

static gboolean
may_begin (const GhToken *token)
{
  static const char *const words[] = {
    "bat",  "ca",     "cac",  "cham",  "chu",   "cn",    "cuoi",  "dau",   "den",
    "giua", "ha",     "han",  "het",   "hoi",   "ke",    "khong", "luc",   "mong",
    "mung", "muon",   "ngay", "nua",   "quy",   "suot",  "t",     "thang", "thoi",
    "thu",  "thuong", "tre",  "trong", "trung", "truoc", "tu",
  };

  if (token->type == GH_TOKEN_NUMBER)
    return TRUE;
  if (token->type != GH_TOKEN_WORD)
    return FALSE;
  for (gsize k = 0; k < G_N_ELEMENTS (words); k++)
    if (g_str_equal (token->word, words[k]))
      return TRUE;
  return FALSE;
}

static gboolean
is_refused (const GhDateReader *reader, gsize start, gsize end, const Phrase *phrase)
{
  const GhDatePoint *last = phrase->range ? &phrase->b.point : &phrase->a.point;
  gboolean has_year = last->year != 0;

  if (continues_before (reader, start) || continues_behind (reader, end, has_year))
    return TRUE;
  return phrase->a.intro == GH_DATE_BARE && !phrase->range && !phrase->a.point.sure &&
         phrase->a.weekday == 0 && phrase->a.point.precision == GH_PRECISION_DAY &&
         is_no_day (reader, start, end, &phrase->a.point);
}

/* The match at *@i, moving *@i behind it; NULL if there is none. */
static GhDateMatch *
match_at (const GhDateReader *reader, gsize *i)
{
  gsize at = *i;
  Phrase phrase;
  GhDateSpan span = GH_DATE_SPAN_INIT;
  g_autofree char *problem = NULL;

  if (!may_begin (gh_date_token (reader, at)) || !read_phrase (reader, &at, &phrase) ||
      is_refused (reader, *i, at, &phrase))
    return NULL;
  if (!resolve_phrase (reader, &phrase, &span, &problem) && problem == NULL)
    return NULL;

  GhDateMatch *match = g_new0 (GhDateMatch, 1);

  match->offset = gh_date_token (reader, *i)->offset;
  match->length = gh_date_token (reader, at - 1)->end - match->offset;
  match->span = span;
  match->problem = g_steal_pointer (&problem);
  match->malformed = phrase.a.point.malformed || (phrase.range && phrase.b.point.malformed);
  match->deadline = phrase.deadline;
  match->has_year = phrase.a.point.year != 0 || phrase.a.point.bad_year ||
                    (phrase.range && phrase.b.point.year != 0);
  match->weekday = phrase.a.weekday;
  *i = at;
  return match;
}

GPtrArray *
gh_date_scan (const char *text, int default_year)
{
  GPtrArray *matches = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_date_match_free);

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return matches;

  g_autoptr (GArray) tokens = gh_tokens_split (text);
  GhDateReader reader = { text, (const GhToken *) (void *) tokens->data, tokens->len, default_year,
                          FALSE };

  for (gsize i = 0; i < reader.n_tokens;)
    {
      GhDateMatch *match = match_at (&reader, &i);

      if (match != NULL)
        g_ptr_array_add (matches, match);
      else
        i++;
    }
  return matches;
}
