/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-date-read.h"

#include <string.h>

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
    "thu",  "thuong", "tre",  "trong", "trung", "truoc", "tu",    "tuan",
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
is_refused (const GhDateReader *reader, gsize start, gsize end, const GhDatePhrase *phrase)
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
  GhDatePhrase phrase;
  GhDateSpan span = GH_DATE_SPAN_INIT;
  g_autofree char *problem = NULL;

  if (!may_begin (gh_date_token (reader, at)) || !gh_date_read_phrase (reader, &at, &phrase) ||
      is_refused (reader, *i, at, &phrase))
    return NULL;
  if (!gh_date_resolve_phrase (reader, &phrase, &span, &problem) && problem == NULL)
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
