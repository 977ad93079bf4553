/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-time-axis.h"

#include <math.h>

/* How far from the period a date may be and still stretch the axis. */
#define REACH_DAYS 366
/* A period longer than this is a slip; three years are the longest programme seen. */
#define MAX_PERIOD_DAYS 1100
/* Today stands on the axis if it is so near to it. */
#define NEAR_DAYS 31
/* Up to here single days are what one wants to see. */
#define SHORT_DAYS 45

/* Pixels of a day: below the first nothing can be read, above the second it is only emptiness. */
#define MONTH_DAY_MIN 3.5
#define WEEK_DAY_MIN  24.0
#define DAY_MAX       48.0
/* From here a day bears its number. */
#define NUMBER_WIDTH 20.0

#define MONDAY   1
#define SATURDAY 6

/* --- which days ------------------------------------------------------------------------------- */

static guint32
add_days (guint32 day, int by)
{
  return (guint32) CLAMP ((gint64) day + by, 1, G_MAXINT32);
}

/* What the axis is about when there is no activity. */
static GhDateSpan
base_range (const GhCampaign *campaign, guint32 today)
{
  GhDateSpan base = campaign->period;

  if (gh_date_span_is_empty (&base) && campaign->year > 0)
    base = gh_date_span_year (campaign->year);
  if (gh_date_span_is_empty (&base))
    base = gh_date_span_day (MAX (today, 1));
  base.end = MIN (base.end, add_days (base.start, MAX_PERIOD_DAYS));
  return base;
}

static void
include_days (GhDateSpan *range, guint32 start, guint32 end)
{
  if (gh_date_span_is_empty (range))
    {
      *range = gh_date_span_days (start, end);
      return;
    }
  range->start = MIN (range->start, start);
  range->end = MAX (range->end, end);
}

GhDateSpan
gh_time_axis_range (const GhCampaign *campaign, const GPtrArray *activities, guint32 today)
{
  GhDateSpan base = base_range (campaign, today);
  GhDateSpan range = GH_DATE_SPAN_INIT;
  guint32 from = add_days (base.start, -REACH_DAYS);
  guint32 to = add_days (base.end, REACH_DAYS);

  if (!gh_date_span_is_empty (&campaign->period))
    range = gh_date_span_days (base.start, base.end);
  for (guint i = 0; activities != NULL && i < activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (activities, i);
      const GhDateSpan *span = &activity->span;

      if (gh_date_span_is_empty (span) || span->start > to || span->end < from ||
          span->precision == GH_PRECISION_QUARTER || span->precision == GH_PRECISION_YEAR)
        continue;
      include_days (&range, MAX (MIN (span->start, gh_date_span_last_day (span)), from),
                    MIN (span->end, to));
    }
  if (gh_date_span_is_empty (&range))
    range = gh_date_span_days (base.start, base.end);
  if (today != 0 && today >= add_days (range.start, -NEAR_DAYS) &&
      today <= add_days (range.end, NEAR_DAYS))
    include_days (&range, today, today);
  return range;
}

GhTimeScale
gh_time_scale_for (const GhDateSpan *range)
{
  return range->end - range->start < SHORT_DAYS ? GH_TIME_SCALE_WEEK : GH_TIME_SCALE_MONTH;
}

/* --- where they stand ------------------------------------------------------------------------- */

static guint32
monday_of (guint32 day)
{
  return add_days (day, MONDAY - gh_day_weekday (day));
}

static GhDateSpan
month_of (guint32 day)
{
  int year;
  int month;

  gh_day_to_ymd (day, &year, &month, NULL);
  return gh_date_span_month (year, month);
}

GhTimeAxis
gh_time_axis_new (const GhDateSpan *range, GhTimeScale scale, double width)
{
  GhTimeAxis axis = { MAX (range->start, 1), MAX (range->end, 1), 1 };
  double least = scale == GH_TIME_SCALE_WEEK ? WEEK_DAY_MIN : MONTH_DAY_MIN;
  guint n_days;

  if (scale == GH_TIME_SCALE_WEEK)
    {
      axis.first = monday_of (axis.first);
      axis.last = add_days (monday_of (axis.last), 6);
    }
  else
    {
      axis.first = month_of (axis.first).start;
      axis.last = month_of (axis.last).end;
    }
  n_days = gh_time_axis_n_days (&axis);
  axis.day_width = CLAMP (width / n_days, least, DAY_MAX);
  if (axis.day_width * n_days < width)
    axis.last = add_days (axis.first, (int) ceil (width / axis.day_width) - 1);
  return axis;
}

guint
gh_time_axis_n_days (const GhTimeAxis *axis)
{
  return axis->last - axis->first + 1;
}

double
gh_time_axis_width (const GhTimeAxis *axis)
{
  return gh_time_axis_n_days (axis) * axis->day_width;
}

double
gh_time_axis_x (const GhTimeAxis *axis, guint32 day)
{
  return ((double) day - (double) axis->first) * axis->day_width;
}

guint32
gh_time_axis_day_at (const GhTimeAxis *axis, double x)
{
  double n = floor (x / axis->day_width);

  return axis->first + (guint32) CLAMP (n, 0, gh_time_axis_n_days (axis) - 1);
}

/* --- bars ------------------------------------------------------------------------------------- */

static gboolean
is_fuzzy (const GhDateSpan *span)
{
  return span->precision != GH_PRECISION_DAY && span->precision != GH_PRECISION_SPAN;
}

/* Wide enough to be seen, and still inside. */
static void
grow_bar (GhTimeBar *bar, double min_width, double axis_width)
{
  min_width = MIN (min_width, axis_width);
  if (bar->width < min_width)
    {
      bar->x -= (min_width - bar->width) / 2;
      bar->width = min_width;
    }
  bar->x = CLAMP (bar->x, 0, axis_width - bar->width);
}

GhTimeBar
gh_time_axis_bar (const GhTimeAxis *axis, const GhActivity *activity, double min_width)
{
  const GhDateSpan *span = &activity->span;
  GhTimeBar bar = { GH_TIME_BAR_NONE, 0, 0, -1, FALSE, FALSE };
  double axis_width = gh_time_axis_width (axis);
  gboolean deadline = activity->kind == GH_ACTIVITY_DEADLINE || span->before;
  guint32 end = gh_date_span_last_day (span);
  guint32 start = MIN (span->start, end);

  if (gh_date_span_is_empty (span))
    return bar;
  bar.cut_start = start < axis->first;
  bar.cut_end = end > axis->last;
  if (end < axis->first || start > axis->last)
    {
      bar.shape = end < axis->first ? GH_TIME_BAR_BEFORE : GH_TIME_BAR_AFTER;
      bar.x = end < axis->first ? 0 : axis_width;
      grow_bar (&bar, min_width, axis_width);
      return bar;
    }
  bar.shape = is_fuzzy (span)            ? GH_TIME_BAR_FUZZY
              : deadline && start == end ? GH_TIME_BAR_POINT
                                         : GH_TIME_BAR_EXACT;
  if (deadline && !bar.cut_end)
    bar.marker = gh_time_axis_x (axis, end) + axis->day_width / 2;
  bar.x = gh_time_axis_x (axis, MAX (start, axis->first));
  bar.width = gh_time_axis_x (axis, MIN (end, axis->last)) + axis->day_width - bar.x;
  grow_bar (&bar, min_width, axis_width);
  return bar;
}

/* --- the head --------------------------------------------------------------------------------- */

static void
append_mark (GArray *marks, guint32 start, guint32 end, const GhObservance *observance)
{
  GhTimeMark mark = { start, end, observance != NULL ? observance->name : NULL,
                      observance != NULL && observance->holiday };

  g_array_append_val (marks, mark);
}

GArray *
gh_time_axis_months (const GhTimeAxis *axis)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (GhTimeMark));

  for (guint32 day = axis->first; day <= axis->last;)
    {
      guint32 end = MIN (month_of (day).end, axis->last);

      append_mark (marks, day, end, NULL);
      day = end + 1;
    }
  return marks;
}

GArray *
gh_time_axis_steps (const GhTimeAxis *axis)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (GhTimeMark));

  for (guint32 day = axis->first; day <= axis->last;)
    {
      guint32 end = axis->day_width >= NUMBER_WIDTH ? day : monday_of (day) + 6;

      end = MIN (end, axis->last);
      append_mark (marks, day, end, NULL);
      day = end + 1;
    }
  return marks;
}

GArray *
gh_time_axis_marks (const GhTimeAxis *axis)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (GhTimeMark));

  for (guint32 day = axis->first; day <= axis->last; day++)
    {
      const GhObservance *observance = gh_observance_on (day);
      gboolean weekend = gh_day_weekday (day) >= SATURDAY;
      GhTimeMark *before =
        marks->len > 0 ? &g_array_index (marks, GhTimeMark, marks->len - 1) : NULL;

      if (observance == NULL && !weekend)
        continue;
      if (before != NULL && before->end == day - 1 &&
          before->name == (observance != NULL ? observance->name : NULL))
        before->end = day;
      else
        append_mark (marks, day, day, observance);
    }
  return marks;
}
