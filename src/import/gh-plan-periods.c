/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-plan-private.h"
#include "gh-plan-words.h"

/* Headings that are a period: "1. Quý I" with what is to be done in it below. */

#define ITEMS_MAX 30u

gboolean
gh_plan_is_vague (const GhDateSpan *span)
{
  return span->precision == GH_PRECISION_MONTH || span->precision == GH_PRECISION_QUARTER;
}

GhDateSpan
gh_plan_period_heading (const GhBlock *block, int year)
{
  const GhDateSpan none = GH_DATE_SPAN_INIT;
  g_autoptr (GPtrArray) dates = NULL;
  const GhDateMatch *match;
  g_autofree char *before = NULL;

  if (block->kind == GH_BLOCK_TABLE || block->kind == GH_BLOCK_APPENDIX ||
      strlen (block->text) > 60)
    return none;
  dates = gh_date_scan (block->text, year);
  if (dates->len != 1)
    return none;
  match = dates->pdata[0];
  before = g_strndup (block->text, match->offset);
  if (match->problem != NULL || !gh_plan_is_vague (&match->span) || gh_words_any (before) ||
      gh_words_any (block->text + match->offset + match->length))
    return none;
  return match->span;
}

void
gh_plan_read_period_items (GhPlanReader *reader, guint heading, const GhDateSpan *period)
{
  const GPtrArray *blocks = reader->plan->blocks;

  for (guint i = heading + 1; i < MIN (blocks->len, heading + ITEMS_MAX); i++)
    {
      const GhBlock *block = blocks->pdata[i];
      g_autoptr (GPtrArray) dates = NULL;
      g_autofree char *title = NULL;
      GhActivityKind kind = gh_plan_kind_of (block->text);
      GhActivity *activity;

      if (block->kind != GH_BLOCK_ITEM || strlen (block->text) > 600)
        break;
      dates = gh_date_scan (block->text, reader->reading->campaign->year);
      if (dates->len > 0 || kind == GH_ACTIVITY_OTHER)
        continue;
      title = gh_words_slice (block->text, strcspn (block->text, ".;:"), " ,");
      activity = gh_activity_new (title, kind, period);
      gh_plan_set (&activity->text, block->text);
      gh_plan_add_activity (reader->reading, activity);
    }
}
