/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-plan-private.h"
#include "gh-text.h"

/* The calendar that is read: what is told twice stands in it once. */

#define ACTIVITY_LIMIT 400u

/* Whether two entries tell of the same: most words of the shorter title stand in the other. */
static gboolean
titles_agree (const char *a, const char *b)
{
  g_autofree char *fold_a = gh_text_fold (a);
  g_autofree char *fold_b = gh_text_fold (b);
  const char *shorter = strlen (fold_a) <= strlen (fold_b) ? fold_a : fold_b;
  const char *longer = shorter == fold_a ? fold_b : fold_a;
  g_auto (GStrv) words = g_strsplit_set (shorter, " ,.;:()\"", -1);
  guint n = 0;
  guint shared = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == '\0')
        continue;
      n++;
      shared += strstr (longer, words[i]) != NULL ? 1 : 0;
    }
  return n > 0 && shared * 10 >= n * 7;
}

static gboolean
same_hours (const GhDateSpan *a, const GhDateSpan *b)
{
  return a->start_minute < 0 || b->start_minute < 0 || a->start_minute == b->start_minute;
}

static gboolean
same_entry (const GhActivity *a, const GhActivity *b)
{
  if (a->span.start != b->span.start || a->span.end != b->span.end ||
      a->span.before != b->span.before || !same_hours (&a->span, &b->span))
    return FALSE;
  if ((a->kind == GH_ACTIVITY_DEADLINE) != (b->kind == GH_ACTIVITY_DEADLINE))
    return FALSE;
  if (a->kind == GH_ACTIVITY_DEADLINE)
    return g_str_equal (a->lead, b->lead) && titles_agree (a->title, b->title);
  if (*a->place != '\0' && *b->place != '\0' && a->kind == GH_ACTIVITY_SESSION &&
      !titles_agree (a->place, b->place))
    return FALSE;
  /* Two sentences on the donation or launch of one day mean the same one. */
  return (a->kind == b->kind && a->span.precision == GH_PRECISION_DAY &&
          (a->kind == GH_ACTIVITY_SESSION || a->kind == GH_ACTIVITY_LAUNCH ||
           a->kind == GH_ACTIVITY_OBSERVANCE)) ||
         titles_agree (a->title, b->title);
}

void
gh_plan_add_activity (GhPlanReading *reading, GhActivity *activity)
{
  g_autoptr (GhActivity) own = activity;

  if (reading->activities->len >= ACTIVITY_LIMIT)
    return;
  for (guint i = 0; i < reading->activities->len; i++)
    {
      GhActivity *other = reading->activities->pdata[i];

      if (!same_entry (own, other))
        continue;
      if (*other->place == '\0')
        gh_plan_set (&other->place, own->place);
      if (*other->lead == '\0')
        gh_plan_set (&other->lead, own->lead);
      if (other->span.start_minute < 0)
        {
          other->span.start_minute = own->span.start_minute;
          other->span.end_minute = own->span.end_minute;
        }
      return;
    }
  g_ptr_array_add (reading->activities, g_steal_pointer (&own));
}
