/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-number.h"
#include "gh-plan-private.h"
#include "gh-plan-words.h"

/* The total row of a table of quotas or rounds, where no sentence names the target. */

#define HEADER_ROWS 2u
#define COLUMNS_MAX 40u

static const char *
cell (const GhBlock *table, guint row, guint column)
{
  const GStrv cells = table->rows->pdata[row];

  return column < g_strv_length (cells) ? cells[column] : "";
}

/* What the figures of a column count. */
static gboolean
judge_column (const char *head, GhIndicator *indicator)
{
  g_autofree char *short_head = gh_words_head (head, 120);
  g_autofree char *low = gh_words_lower (short_head);

  if (gh_words_has (low, "kết quả|đã thực hiện|thực hiện năm|năm trước|tỷ lệ|%"))
    return FALSE;
  if (gh_words_has (low, "đơn vị máu|đvm|túi máu|lượng máu"))
    *indicator = GH_INDICATOR_BLOOD_UNITS;
  else if (gh_words_has (low, "đăng ký"))
    *indicator = GH_INDICATOR_REGISTRATIONS;
  else if (gh_words_has (low, "người hiến|người hiến máu|số người tham gia"))
    *indicator = GH_INDICATOR_DONORS;
  else
    return FALSE;
  return TRUE;
}

static gboolean
is_total (const GhBlock *table, guint row)
{
  for (guint c = 0; c < 2; c++)
    {
      g_autofree char *head = gh_words_head (cell (table, row, c), 80);
      g_autofree char *low = gh_words_lower (head);

      if (gh_words_begin (gh_words_skip (low), "tổng|tổng cộng|tổng số|cộng|toàn huyện|toàn tỉnh|"
                                               "toàn xã|toàn ngành") > 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_known (const GPtrArray *targets, GhIndicator indicator)
{
  for (guint i = 0; i < targets->len; i++)
    if (((const GhTarget *) targets->pdata[i])->indicator == indicator)
      return TRUE;
  return FALSE;
}

static void
read_total (GhPlanReader *reader, const GhBlock *table, guint row, guint column)
{
  GPtrArray *targets = reader->reading->targets;
  const char *text = cell (table, row, column);
  GhIndicator indicator = GH_INDICATOR_OTHER;
  g_autofree char *joined = g_strjoinv (" ", table->rows->pdata[row]);
  gint64 value = 0;
  GhTarget *target;
  guint head = 0;

  while (head < HEADER_ROWS && head < row && !judge_column (cell (table, head, column), &indicator))
    head++;
  if (head == HEADER_ROWS || head == row || is_known (targets, indicator) ||
      !gh_number_parse_count (text, &value) || value <= 0)
    return;
  target = gh_target_new (indicator, GH_COMPARATOR_EXACTLY, (double) value);
  target->position = (int) targets->len;
  g_free (target->text);
  target->text = gh_words_slice (joined, strlen (joined), " ");
  g_ptr_array_add (targets, target);
}

void
gh_plan_read_totals (GhPlanReader *reader)
{
  const GPtrArray *blocks = reader->plan->blocks;

  for (guint i = 0; i < blocks->len; i++)
    {
      const GhBlock *table = blocks->pdata[i];

      if (table->kind != GH_BLOCK_TABLE || table->rows == NULL)
        continue;
      for (guint row = 1; row < table->rows->len; row++)
        if (is_total (table, row))
          for (guint c = 1; c < COLUMNS_MAX; c++)
            read_total (reader, table, row, c);
    }
}
