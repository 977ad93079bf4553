/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-plan-private.h"
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

char *
gh_plan_round_of (const GhPlan *plan, guint i)
{
  for (guint reach = 0; reach < REACH; reach++, i--)
    {
      const GhBlock *block = plan->blocks->pdata[i];
      char *round = block->kind != GH_BLOCK_TABLE ? gh_plan_round_read (block->text) : NULL;

      if (round != NULL)
        return round;
      if (i == 0 || (block->kind == GH_BLOCK_HEADING && block->level == 1))
        break;
    }
  return g_strdup ("");
}
