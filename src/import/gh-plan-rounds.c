/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-plan-clause.h"
#include "gh-plan-words.h"

/* Blocks above that are looked at for the round. */
#define REACH 8

/* Whether digits and a sign of dates stand at @p: "15/3". */
static gboolean
is_date (const char *p)
{
  p += strspn (p, "0123456789");
  return *p != '\0' && strchr ("/.-", *p) != NULL && g_ascii_isdigit (p[1]);
}

char *
gh_plan_round_read (const char *text)
{
  g_autofree char *head = gh_words_head (text, 48);
  g_autofree char *low = gh_words_lower (head);
  const char *start = gh_words_skip (low);
  gsize n = gh_words_begin (start, "đợt|lần|ngày|cụm|điểm|vòng");
  gsize digits;

  if (n == 0 || start[n] != ' ')
    return NULL;
  digits = gh_words_begin (start + n + 1, "thứ nhất|thứ hai|thứ ba|thứ tư|đầu|cuối");
  if (digits > 0)
    return g_strndup (start, n + 1 + digits);
  n++;
  digits = strspn (start + n, "0123456789ivx");
  if (digits == 0 || is_date (start + n) || g_ascii_isalpha (start[n + digits]))
    return NULL;
  return g_strndup (start, n + digits);
}

/* The round that the words before the first colon of @block name. */
static char *
round_inside (const GhBlock *block)
{
  g_autofree char *head = NULL;
  g_autofree char *low = NULL;
  const char *at;

  if (block->kind == GH_BLOCK_TABLE)
    return NULL;
  head = gh_words_head (block->text, MIN (strcspn (block->text, ":;."), 120u));
  low = gh_words_lower (head);
  at = gh_words_find (low, strlen (low), "đợt", NULL);
  return at != NULL ? gh_plan_round_read (at) : NULL;
}

char *
gh_plan_round_of (const GhPlan *plan, guint i)
{
  for (guint reach = 0; reach < REACH; reach++, i--)
    {
      const GhBlock *block = plan->blocks->pdata[i];
      char *round = block->kind != GH_BLOCK_TABLE ? gh_plan_round_read (block->text) : NULL;

      /* "Tổ chức hiến máu đợt 2: 24/5 …" */
      if (round == NULL && reach == 0)
        round = round_inside (block);
      if (round != NULL)
        return round;
      if (i == 0 || (block->kind == GH_BLOCK_HEADING && block->level == 1))
        break;
    }
  return g_strdup ("");
}

gsize
gh_plan_round_length (const char *low)
{
  g_autofree char *round = gh_plan_round_read (low);
  const char *end;

  if (round == NULL || gh_words_begin (round, "đợt|lần|vòng|cụm|điểm") == 0)
    return 0;
  end = gh_words_skip (low) + strlen (round);
  if (end[strspn (end, " ")] == '(')
    {
      const char *close = strchr (end, ')');

      if (close != NULL && close - end < 40)
        end = close + 1;
    }
  return (gsize) (end - low);
}
