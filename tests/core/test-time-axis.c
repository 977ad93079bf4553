/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-lunar.h"
#include "gh-time-axis.h"

/* Sums of doubles that stand for pixels. */
#define NEAR 0.001

static guint32
day (const char *iso)
{
  guint32 found = gh_day_parse_iso (iso);

  g_assert_cmpuint (found, !=, 0);
  return found;
}

static GhActivity *
add (GPtrArray *activities, GhActivityKind kind, GhDateSpan span)
{
  GhActivity *activity = gh_activity_new ("Việc", kind, &span);

  g_ptr_array_add (activities, activity);
  return activity;
}

static GPtrArray *
new_activities (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) gh_activity_free);
}

static void
assert_days (const GhDateSpan *span, const char *start, const char *end)
{
  g_autofree char *its_start = gh_day_format_iso (span->start);
  g_autofree char *its_end = gh_day_format_iso (span->end);

  g_assert_cmpstr (its_start, ==, start);
  g_assert_cmpstr (its_end, ==, end);
}

/* --- which days ------------------------------------------------------------------------------- */

static void
test_range (void)
{
  g_autoptr (GhCampaign) campaign = gh_campaign_new ("Xuân hồng", 2027);
  g_autoptr (GPtrArray) activities = new_activities ();
  GhDateSpan range = gh_time_axis_range (campaign, activities, 0);

  /* Nothing is known but the year. */
  assert_days (&range, "2027-01-01", "2027-12-31");

  /* Activities say more than the year. */
  add (activities, GH_ACTIVITY_LAUNCH, gh_date_span_day (day ("2027-01-12")));
  add (activities, GH_ACTIVITY_REVIEW, gh_date_span_month_part (2027, 2, 3));
  add (activities, GH_ACTIVITY_OTHER, (GhDateSpan) GH_DATE_SPAN_INIT);
  range = gh_time_axis_range (campaign, activities, 0);
  assert_days (&range, "2027-01-12", "2027-02-28");

  /* What is known only by the year does not stretch it, and a slip of the pen neither. */
  add (activities, GH_ACTIVITY_OTHER, gh_date_span_year (2027));
  add (activities, GH_ACTIVITY_OTHER, gh_date_span_day (day ("2072-02-01")));
  add (activities, GH_ACTIVITY_OTHER, gh_date_span_day (day ("0207-02-01")));
  range = gh_time_axis_range (campaign, activities, 0);
  assert_days (&range, "2027-01-12", "2027-02-28");

  /* The period belongs to it; so does today when it is near. */
  campaign->period = gh_date_span_days (day ("2027-01-05"), day ("2027-03-05"));
  range = gh_time_axis_range (campaign, activities, day ("2027-03-20"));
  assert_days (&range, "2027-01-05", "2027-03-20");
  range = gh_time_axis_range (campaign, activities, day ("2028-03-20"));
  assert_days (&range, "2027-01-05", "2027-03-05");

  /* "Trước ngày X" ends on the day before. */
  add (activities, GH_ACTIVITY_DEADLINE, gh_date_span_day (day ("2027-01-05")));
  ((GhActivity *) g_ptr_array_index (activities, activities->len - 1))->span.before = TRUE;
  range = gh_time_axis_range (campaign, activities, 0);
  assert_days (&range, "2027-01-04", "2027-03-05");
}

static void
test_absurd_period (void)
{
  g_autoptr (GhCampaign) campaign = gh_campaign_new ("", 0);
  GhDateSpan range = gh_time_axis_range (campaign, NULL, 0);
  GhTimeAxis axis;

  g_assert_false (gh_date_span_is_empty (&range));
  campaign->period = gh_date_span_days (day ("0001-01-01"), day ("9999-12-31"));
  range = gh_time_axis_range (campaign, NULL, 0);
  axis = gh_time_axis_new (&range, GH_TIME_SCALE_WEEK, 800);
  g_assert_cmpuint (gh_time_axis_n_days (&axis), <, 1200);
}

static void
test_whole_pieces (void)
{
  GhDateSpan range = gh_date_span_days (day ("2027-01-12"), day ("2027-03-03"));
  GhTimeAxis axis = gh_time_axis_new (&range, GH_TIME_SCALE_MONTH, 10);
  g_autoptr (GArray) months = gh_time_axis_months (&axis);

  g_assert_cmpuint (axis.first, ==, day ("2027-01-01"));
  g_assert_cmpuint (axis.last, ==, day ("2027-03-31"));
  g_assert_cmpuint (months->len, ==, 3);
  axis = gh_time_axis_new (&range, GH_TIME_SCALE_WEEK, 10);
  g_assert_cmpint (gh_day_weekday (axis.first), ==, 1);
  g_assert_cmpint (gh_day_weekday (axis.last), ==, 7);
  g_assert_cmpuint (axis.first, ==, day ("2027-01-11"));
  g_assert_cmpuint (axis.last, ==, day ("2027-03-07"));

  g_assert_cmpint (gh_time_scale_for (&range), ==, GH_TIME_SCALE_MONTH);
  range.end = day ("2027-02-10");
  g_assert_cmpint (gh_time_scale_for (&range), ==, GH_TIME_SCALE_WEEK);

  /* A page wider than the days is filled with more days, not with wider ones. */
  range = gh_date_span_day (day ("2027-02-10"));
  axis = gh_time_axis_new (&range, GH_TIME_SCALE_WEEK, 1000);
  g_assert_cmpuint (axis.first, ==, day ("2027-02-08"));
  g_assert_cmpfloat (axis.day_width, <=, 48);
  g_assert_cmpfloat (gh_time_axis_width (&axis), >=, 1000);
}

/* --- bars ------------------------------------------------------------------------------------- */

static void
test_shapes (void)
{
  GhTimeAxis axis = { day ("2027-01-01"), day ("2027-01-31"), 10 };
  g_autoptr (GPtrArray) activities = new_activities ();
  GhActivity *activity = add (activities, GH_ACTIVITY_SESSION, gh_date_span_day (axis.first + 3));
  GhTimeBar bar = gh_time_axis_bar (&axis, activity, 4);

  g_assert_cmpint (bar.shape, ==, GH_TIME_BAR_EXACT);
  g_assert_cmpfloat_with_epsilon (bar.x, 30, NEAR);
  g_assert_cmpfloat_with_epsilon (bar.width, 10, NEAR);
  g_assert_cmpfloat (bar.marker, <, 0);
  g_assert_false (bar.cut_start || bar.cut_end);

  /* A deadline on a day is a marker in the middle of it; "trước ngày" is the day before. */
  activity->kind = GH_ACTIVITY_DEADLINE;
  bar = gh_time_axis_bar (&axis, activity, 4);
  g_assert_cmpint (bar.shape, ==, GH_TIME_BAR_POINT);
  g_assert_cmpfloat_with_epsilon (bar.marker, 35, NEAR);
  activity->span.before = TRUE;
  bar = gh_time_axis_bar (&axis, activity, 4);
  g_assert_cmpint (bar.shape, ==, GH_TIME_BAR_POINT);
  g_assert_cmpfloat_with_epsilon (bar.marker, 25, NEAR);

  /* Part of a month: fuzzy; all of it, and what reaches over the end is cut. */
  activity->span = gh_date_span_month_part (2027, 1, 2);
  bar = gh_time_axis_bar (&axis, activity, 4);
  g_assert_cmpint (bar.shape, ==, GH_TIME_BAR_FUZZY);
  g_assert_cmpfloat_with_epsilon (bar.x, 100, NEAR);
  g_assert_cmpfloat_with_epsilon (bar.width, 100, NEAR);
  g_assert_cmpfloat_with_epsilon (bar.marker, 195, NEAR);
  activity->span = gh_date_span_quarter (2027, 1);
  bar = gh_time_axis_bar (&axis, activity, 4);
  g_assert_true (bar.cut_end && !bar.cut_start);
  g_assert_cmpfloat_with_epsilon (bar.width, 310, NEAR);
  g_assert_cmpfloat (bar.marker, <, 0);

  activity->span = gh_date_span_day (axis.first - 400);
  g_assert_cmpint (gh_time_axis_bar (&axis, activity, 4).shape, ==, GH_TIME_BAR_BEFORE);
  activity->span = gh_date_span_day (axis.last + 1);
  g_assert_cmpint (gh_time_axis_bar (&axis, activity, 4).shape, ==, GH_TIME_BAR_AFTER);
  activity->span = (GhDateSpan) GH_DATE_SPAN_INIT;
  g_assert_cmpint (gh_time_axis_bar (&axis, activity, 4).shape, ==, GH_TIME_BAR_NONE);
}

/* A date of any precision within four years around the axis. */
static GhDateSpan
random_span (GRand *rand)
{
  int year = g_rand_int_range (rand, 2025, 2030);
  int month = g_rand_int_range (rand, 1, 13);
  GhDateSpan span = gh_date_span_month (year, month);

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      return gh_date_span_day (span.start + (guint32) g_rand_int_range (rand, 0, 28));
    case 1:
      return gh_date_span_days (span.start, span.start + (guint32) g_rand_int_range (rand, 0, 400));
    case 2:
      return gh_date_span_month_part (year, month, g_rand_int_range (rand, 1, 4));
    case 3:
      return gh_date_span_quarter (year, (month + 2) / 3);
    case 4:
      span = gh_date_span_day (span.start + 5);
      span.before = TRUE;
      return span;
    default:
      return span;
    }
}

/* Never outside the axis, never too narrow, markers inside their bars. */
static void
check_bar (const GhTimeAxis *axis, const GhActivity *activity, double min_width)
{
  GhTimeBar bar = gh_time_axis_bar (axis, activity, min_width);
  double width = gh_time_axis_width (axis);

  g_assert_cmpint (bar.shape, !=, GH_TIME_BAR_NONE);
  g_assert_cmpfloat (bar.x, >=, -NEAR);
  g_assert_cmpfloat (bar.x + bar.width, <=, width + NEAR);
  g_assert_cmpfloat (bar.width, >=, min_width - NEAR);
  if (bar.marker >= 0)
    {
      g_assert_cmpfloat (bar.marker, >=, bar.x - NEAR);
      g_assert_cmpfloat (bar.marker, <=, bar.x + bar.width + NEAR);
      g_assert_cmpuint (gh_time_axis_day_at (axis, bar.marker), ==,
                        gh_date_span_last_day (&activity->span));
    }
}

/* What begins earlier stands no further right, what ends later no further left. */
static void
check_order (const GhTimeAxis *axis, const GPtrArray *activities)
{
  for (guint i = 1; i < activities->len; i++)
    {
      const GhActivity *before = g_ptr_array_index (activities, i - 1);
      const GhActivity *after = g_ptr_array_index (activities, i);
      GhTimeBar a = gh_time_axis_bar (axis, before, 0);
      GhTimeBar b = gh_time_axis_bar (axis, after, 0);

      if (before->span.before != after->span.before)
        continue; /* the last day of one is compared with the first of the other */
      g_assert_cmpfloat (a.x, <=, b.x + NEAR);
      if (before->span.end <= after->span.end)
        g_assert_cmpfloat (a.x + a.width, <=, b.x + b.width + NEAR);
    }
}

static void
check_pieces (const GhTimeAxis *axis, GArray *pieces)
{
  guint32 next = axis->first;

  for (guint i = 0; i < pieces->len; i++)
    {
      const GhTimeMark *piece = &g_array_index (pieces, GhTimeMark, i);

      g_assert_cmpuint (piece->start, ==, next);
      g_assert_cmpuint (piece->end, >=, piece->start);
      next = piece->end + 1;
    }
  g_assert_cmpuint (next, ==, axis->last + 1);
}

static void
test_properties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20270206);

  for (int round = 0; round < 300; round++)
    {
      g_autoptr (GhCampaign) campaign = gh_campaign_new ("", 2027);
      g_autoptr (GPtrArray) activities = new_activities ();
      GhTimeScale scale = (GhTimeScale) g_rand_int_range (rand, 0, 2);
      double width = g_rand_double_range (rand, 1, 3000);
      double min_width = g_rand_double_range (rand, 0, 20);
      GhDateSpan range;
      GhTimeAxis axis;
      g_autoptr (GArray) months = NULL;
      g_autoptr (GArray) steps = NULL;

      for (int i = g_rand_int_range (rand, 1, 20); i > 0; i--)
        add (activities, (GhActivityKind) g_rand_int_range (rand, 0, GH_N_ACTIVITY_KINDS),
             random_span (rand));
      g_ptr_array_sort (activities, gh_activity_compare);
      range = gh_time_axis_range (campaign, activities, day ("2027-02-24"));
      axis = gh_time_axis_new (&range, scale, width);
      g_assert_cmpuint (axis.first, <=, range.start);
      g_assert_cmpuint (axis.last, >=, range.end);
      g_assert_cmpfloat (gh_time_axis_width (&axis), >=, width - NEAR);
      for (guint i = 0; i < activities->len; i++)
        check_bar (&axis, g_ptr_array_index (activities, i), min_width);
      check_order (&axis, activities);
      check_pieces (&axis, months = gh_time_axis_months (&axis));
      check_pieces (&axis, steps = gh_time_axis_steps (&axis));
    }
}

/* Every day has its place, and the place its day: through a leap day, and through the last Sundays
 * of March and October, which are no shorter or longer in Việt Nam. */
static void
test_days (void)
{
  GhTimeAxis axis = { day ("2027-12-01"), day ("2028-12-31"), 3.7 };

  g_assert_cmpuint (gh_time_axis_n_days (&axis), ==, 31 + 366);
  for (guint32 today = axis.first; today <= axis.last; today++)
    {
      double x = gh_time_axis_x (&axis, today);

      g_assert_cmpfloat_with_epsilon (x, (today - axis.first) * 3.7, NEAR);
      g_assert_cmpuint (gh_time_axis_day_at (&axis, x + 0.1), ==, today);
      g_assert_cmpuint (gh_time_axis_day_at (&axis, x + 3.6), ==, today);
    }
  g_assert_cmpfloat_with_epsilon (gh_time_axis_x (&axis, day ("2028-03-01")) -
                                    gh_time_axis_x (&axis, day ("2028-02-28")),
                                  2 * 3.7, NEAR);
  g_assert_cmpuint (gh_time_axis_day_at (&axis, -100), ==, axis.first);
  g_assert_cmpuint (gh_time_axis_day_at (&axis, 1e9), ==, axis.last);
}

/* --- the head --------------------------------------------------------------------------------- */

static void
test_marks (void)
{
  GhTimeAxis axis = { day ("2027-02-01"), day ("2027-02-28"), 30 };
  g_autoptr (GArray) marks = gh_time_axis_marks (&axis);
  g_autoptr (GArray) days = gh_time_axis_steps (&axis);
  g_autoptr (GArray) weeks = NULL;
  const GhTimeMark *tet = NULL;

  for (guint i = 0; i < marks->len; i++)
    {
      const GhTimeMark *mark = &g_array_index (marks, GhTimeMark, i);

      g_assert_true (i == 0 || mark->start > mark[-1].end);
      g_assert_cmpuint (mark->end, <=, axis.last);
      if (mark->holiday)
        {
          g_assert_null (tet);
          tet = mark;
        }
      else if (mark->name == NULL)
        {
          g_assert_cmpint (gh_day_weekday (mark->start), >=, 6);
          g_assert_cmpuint (mark->end - mark->start, <=, 1);
        }
    }
  g_assert_nonnull (tet);
  g_assert_cmpuint (tet->start, ==, gh_lunar_tet (2027) - 1);
  g_assert_cmpuint (tet->end, ==, gh_lunar_tet (2027) + 3);
  g_assert_cmpstr (tet->name, ==, "Tết Nguyên đán");

  g_assert_cmpuint (days->len, ==, 28);
  axis.day_width = 6;
  weeks = gh_time_axis_steps (&axis);
  g_assert_cmpuint (weeks->len, ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time-axis/range", test_range);
  g_test_add_func ("/time-axis/absurd-period", test_absurd_period);
  g_test_add_func ("/time-axis/whole-pieces", test_whole_pieces);
  g_test_add_func ("/time-axis/shapes", test_shapes);
  g_test_add_func ("/time-axis/properties", test_properties);
  g_test_add_func ("/time-axis/days", test_days);
  g_test_add_func ("/time-axis/marks", test_marks);

  return g_test_run ();
}
