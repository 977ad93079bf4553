/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-private.h"
#include "gh-plan-words.h"

/* Standing days: "Ngày toàn dân hiến máu tình nguyện (7/4)". */

#define TITLE_DATES 8u

static gboolean
is_anniversary (const GhDateSpan *span)
{
  int year[2];
  int month[2];
  int day[2];

  gh_day_to_ymd (span->start, &year[0], &month[0], &day[0]);
  gh_day_to_ymd (span->end, &year[1], &month[1], &day[1]);
  return year[0] < year[1] && month[0] == month[1] && day[0] == day[1];
}

GhActivity *
gh_plan_read_standing_day (const GhPlanMoment *moment)
{
  const GhDateMatch *match = moment->match;
  GhDateSpan span = match->span;
  gboolean anniversary = span.precision == GH_PRECISION_SPAN && is_anniversary (&span);
  gboolean bracketed = match->offset > 0 && moment->text[match->offset - 1] == '(';
  g_autofree char *name = NULL;

  if (match->deadline || (span.precision != GH_PRECISION_DAY && !anniversary) ||
      span.start_minute >= 0 || (match->has_year && !anniversary && !bracketed))
    return NULL;
  name = gh_plan_moment_day_name (moment);
  if (name == NULL && (anniversary || !match->has_year))
    {
      const GhObservance *day = gh_observance_on (span.end);

      if (day != NULL && (bracketed || anniversary))
        name = g_strdup (day->name);
    }
  if (name == NULL)
    return NULL;
  if (anniversary)
    span = gh_date_span_day (span.end);
  return gh_activity_new (name, GH_ACTIVITY_OBSERVANCE, &span);
}

void
gh_plan_read_title_days (GhPlanReader *reader)
{
  const GhPlan *plan = reader->plan;
  g_autoptr (GPtrArray) dates = gh_date_scan (plan->title, reader->reading->campaign->year);
  g_autofree char *low = gh_words_lower (plan->title);
  gsize from = 0;

  for (guint i = 0; i < MIN (dates->len, TITLE_DATES); i++)
    {
      const GhDateMatch *match = dates->pdata[i];
      GhPlanMoment moment = {
        plan, 0, plan->title, low, match, 0, 0, from, match->offset + match->length, ""
      };
      GhActivity *day = match->problem == NULL ? gh_plan_read_standing_day (&moment) : NULL;

      from = match->offset + match->length;
      if (day == NULL)
        continue;
      gh_plan_set (&day->text, plan->title);
      gh_plan_add_activity (reader->reading, day);
    }
}
