/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-activity.h"
#include "gh-dossier.h"

/**
 * The geometry of a timeline: which days it shows, where they stand, where the bar of an activity
 * begins and ends. Pure arithmetic in pixels from the left edge of the first day; who draws it adds
 * the scroll. A day is a day of the calendar: all are equally wide.
 */

/** @GH_TIME_SCALE_MONTH: months that fit the page; @GH_TIME_SCALE_WEEK: single days to be read. */
typedef enum
{
  GH_TIME_SCALE_MONTH,
  GH_TIME_SCALE_WEEK,
} GhTimeScale;

/**
 * GhTimeAxis:
 * @first: first day shown (Julian day)
 * @last: last day shown, inclusive
 * @day_width: pixels
 */
typedef struct
{
  guint32 first;
  guint32 last;
  double day_width;
} GhTimeAxis;

/**
 * gh_time_axis_range:
 * @campaign: its period, or else its year, is what the axis is about
 * @activities: (element-type GhActivity): what must be seen. A date more than a year away from the
 *   period does not stretch the axis (a slip such as 2072), nor does one known no better than a
 *   quarter; their bars are cut.
 * @today: is shown if it is within a month of the rest; 0 = not known
 *
 * Returns: the days to show, never empty
 */
GhDateSpan
gh_time_axis_range (const GhCampaign *campaign, const GPtrArray *activities, guint32 today);

/** Which scale shows @range best when nobody has chosen one. */
GhTimeScale gh_time_scale_for (const GhDateSpan *range);

/**
 * gh_time_axis_new: lays @range out on @width pixels: whole months or whole weeks, as wide as the
 * page where that can be read, wider where not. A short range is followed by more days until the
 * page is full.
 */
GhTimeAxis gh_time_axis_new (const GhDateSpan *range, GhTimeScale scale, double width);

guint gh_time_axis_n_days (const GhTimeAxis *axis);
/** Pixels from the first day's left edge to the last one's right. */
double gh_time_axis_width (const GhTimeAxis *axis);
/** Left edge of @day, which may lie beyond the axis. */
double gh_time_axis_x (const GhTimeAxis *axis, guint32 day);
/** The day at @x; beyond the ends, the first or the last. */
guint32 gh_time_axis_day_at (const GhTimeAxis *axis, double x);

/**
 * GhTimeBarShape:
 * @GH_TIME_BAR_NONE: no date, nothing to draw
 * @GH_TIME_BAR_EXACT: from one day to another
 * @GH_TIME_BAR_FUZZY: some day between the two
 * @GH_TIME_BAR_POINT: a deadline on one day: only its marker
 * @GH_TIME_BAR_BEFORE: all of it before the axis
 * @GH_TIME_BAR_AFTER: all of it after the axis
 */
typedef enum
{
  GH_TIME_BAR_NONE,
  GH_TIME_BAR_EXACT,
  GH_TIME_BAR_FUZZY,
  GH_TIME_BAR_POINT,
  GH_TIME_BAR_BEFORE,
  GH_TIME_BAR_AFTER,
} GhTimeBarShape;

/**
 * GhTimeBar: where the bar of an activity stands; always inside the axis
 * @marker: middle of the day a deadline falls on, -1 = no marker
 * @cut_start: it began before the axis
 * @cut_end: it goes on after the axis
 */
typedef struct
{
  GhTimeBarShape shape;
  double x;
  double width;
  double marker;
  gboolean cut_start;
  gboolean cut_end;
} GhTimeBar;

/** @min_width: what can still be seen and hit, in pixels; a narrower bar grows around its middle */
GhTimeBar gh_time_axis_bar (const GhTimeAxis *axis, const GhActivity *activity, double min_width);

/**
 * GhTimeMark: days of the axis that belong together
 * @name: (nullable): static; of a standing day, %NULL for a weekend
 * @holiday: a public day off
 */
typedef struct
{
  guint32 start;
  guint32 end; /* inclusive */
  const char *name;
  gboolean holiday;
} GhTimeMark;

/** (transfer full) (element-type GhTimeMark): the months, the first and the last perhaps in part.
 */
GArray *gh_time_axis_months (const GhTimeAxis *axis);
/** (transfer full) (element-type GhTimeMark): days where they are wide enough to bear a number,
 * else weeks from Monday. */
GArray *gh_time_axis_steps (const GhTimeAxis *axis);
/** (transfer full) (element-type GhTimeMark): weekends, holidays and standing days, in order, none
 * over another. */
GArray *gh_time_axis_marks (const GhTimeAxis *axis);
