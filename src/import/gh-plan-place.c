/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-plan-clause.h"
#include "gh-plan-words.h"
#include "gh-text.h"

/* ": Hội trường UBND xã": only where it is stands there. */
gboolean
gh_plan_begins_place (const char *low)
{
  low += strspn (low, " :,.-");
  return gh_words_begin (low,
                         "tại|ở|hội trường|nhà văn hóa|trung tâm|trường|trụ sở|hội sở|ubnd|"
                         "sân vận động|nhà thi đấu|nhà đa năng|bệnh viện|quảng trường|công viên|"
                         "cung văn hóa|trạm y tế|nhà thiếu nhi|cơ sở|văn phòng|khu") > 0;
}

/* Where a place ends: at a sign that begins another matter. */
static gsize
place_length (const char *text, gsize length)
{
  gsize n = 0;

  while (n < length && strchr (";*\n", text[n]) == NULL && !(text[n] == ':' && n > 3) &&
         !(text[n] == '.' && (n + 1 >= length || text[n + 1] == ' ') && n > 3 &&
           text[n - 1] != 'P' && !gh_text_begins (text + n, ". H")) &&
         !(text[n] == '(' && n > 3) && !(text[n] == ',' && n > 90))
    n++;
  return n;
}

static char *
place_of (const char *text, gsize length)
{
  static const char *const others[] = { ", dự kiến", ", số lượng", ", thời gian", ", phấn đấu",
                                        ", từ ",     ", bắt đầu",  ", phục vụ" };
  gsize n = place_length (text, length);
  g_autofree char *head = g_strndup (text, n);
  g_autofree char *low = gh_words_lower (head);
  const char *other = strstr (low, ", chỉ tiêu");
  char *place;
  gsize skip;

  /* "tại Nhà văn hóa xã, chỉ tiêu 120 đơn vị máu" */
  for (gsize i = 0; other == NULL && i < G_N_ELEMENTS (others); i++)
    other = strstr (low, others[i]);
  if (other != NULL && other > low)
    n = (gsize) (other - low);
  skip = gh_words_begin (low, "tại|ở");
  place = gh_words_slice (text + skip, n - skip, " ,;:.-");

  gh_plan_strip_leads (place);
  if (g_utf8_strlen (place, -1) > 160)
    {
      char *shorter = gh_words_shorten (place, 160);

      g_free (place);
      return shorter;
    }
  return place;
}

/* "Địa điểm: …" in the text of block @i. */
static char *
labelled_place (const GhBlock *block)
{
  g_autofree char *head = gh_words_head (block->text, 2 * GH_WORDS_WINDOW);
  g_autofree char *low = gh_words_lower (head);
  gsize n = 0;
  const char *hit = gh_words_find (low, strlen (low),
                                   "địa điểm|địa điểm tổ chức|địa điểm hiến máu|"
                                   "địa điểm thực hiện|địa điểm tiếp nhận máu|"
                                   "địa điểm tiếp nhận|địa điểm dự kiến",
                                   &n);
  const char *p;

  if (hit == NULL)
    return NULL;
  p = head + (hit - low) + n;
  p += strspn (p, " *");
  if (*p != ':')
    return NULL;
  p += 1 + strspn (p + 1, " *");
  /* "Thời gian, địa điểm: vào lúc 7 giờ 30, ngày … tại …" */
  if (g_ascii_isdigit (*p) ||
      gh_words_begin (low + (p - head), "vào|lúc|từ|ngày|hồi|sáng|chiều") > 0)
    return NULL;
  return place_of (p, strlen (p));
}

/* "Cụm 1: Hội trường Công an tỉnh, ngày …" */
static char *
round_place (const GhPlanMoment *moment)
{
  gsize n = gh_plan_round_length (moment->low);

  gsize end = moment->match->offset + moment->match->length;

  /* "12/4: UBND xã" */
  if (moment->behind > end && moment->low[end] == ':' && gh_plan_begins_place (moment->low + end))
    return place_of (moment->text + end + 1, moment->behind - end - 1);
  if (n == 0 || moment->from > 0 || n >= moment->match->offset ||
      !gh_plan_begins_place (moment->low + n))
    return g_strdup ("");
  n += strspn (moment->text + n, " :,.-");
  return place_of (moment->text + n, moment->match->offset - n);
}

char *
gh_plan_moment_place (const GhPlanMoment *moment)
{
  const GPtrArray *blocks = moment->plan->blocks;
  gsize to = moment->match->offset + moment->match->length;
  const char *at;
  gsize n = 0;

  for (guint i = moment->index; i < MIN (blocks->len, moment->index + 4); i++)
    {
      const GhBlock *block = blocks->pdata[i];
      char *place = labelled_place (block);

      if (place != NULL && *place != '\0')
        return place;
      g_free (place);
      if (i > moment->index && block->kind == GH_BLOCK_HEADING && block->level == 1)
        break;
    }
  at = gh_words_find (moment->low + to, moment->behind > to ? moment->behind - to : 0, "tại", &n);
  if (at == NULL)
    at = gh_words_find_last (moment->low + moment->from, moment->match->offset - moment->from,
                             "tại", &n);
  if (at == NULL)
    return round_place (moment);
  n = (gsize) (at - moment->low) + n;
  to = n < moment->match->offset ? moment->match->offset : MAX (moment->behind, n);
  return place_of (moment->text + n, to - n);
}
