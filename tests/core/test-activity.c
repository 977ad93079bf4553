/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-activity.h"
#include "gh-lunar.h"
#include "gh-text.h"

static guint32
day (const char *iso)
{
  guint32 found = gh_day_parse_iso (iso);

  g_assert_cmpuint (found, !=, 0);
  return found;
}

static void
test_names (void)
{
  for (int i = 0; i < GH_N_ACTIVITY_KINDS; i++)
    {
      GhActivityKind kind;

      g_assert_true (
        gh_activity_kind_from_string (gh_activity_kind_to_string ((GhActivityKind) i), &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_cmpstr (gh_activity_kind_name (kind), !=, "");
    }
  for (int i = 0; i <= GH_ACTIVITY_CANCELLED; i++)
    {
      GhActivityState state;

      g_assert_true (
        gh_activity_state_from_string (gh_activity_state_to_string ((GhActivityState) i), &state));
      g_assert_cmpint (state, ==, i);
    }
  g_assert_false (gh_activity_kind_from_string ("party", NULL));
  g_assert_false (gh_activity_kind_from_string (NULL, NULL));
  g_assert_false (gh_activity_state_from_string ("", NULL));
}

static void
test_copy_compare (void)
{
  GhDateSpan first = gh_date_span_day (100), second = gh_date_span_day (200);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_activity_free);

  g_ptr_array_add (list, gh_activity_new ("Không ngày", GH_ACTIVITY_OTHER, NULL));
  g_ptr_array_add (list, gh_activity_new ("Sau", GH_ACTIVITY_OTHER, &second));
  g_ptr_array_add (list, gh_activity_new ("Đặng", GH_ACTIVITY_OTHER, &first));
  g_ptr_array_add (list, gh_activity_new ("Đạt", GH_ACTIVITY_OTHER, &first));
  g_ptr_array_sort (list, gh_activity_compare);

  static const char *const expected[] = { "Đạt", "Đặng", "Sau", "Không ngày" };

  for (guint i = 0; i < list->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (list, i);
      g_autoptr (GhActivity) copy = gh_activity_copy (activity);

      g_assert_cmpstr (copy->title, ==, expected[i]);
      g_assert_true (copy->title != activity->title);
      g_assert_cmpstr (copy->place, ==, "");
      g_assert_true (gh_date_span_equal (&copy->span, &activity->span));
    }
}

static void
test_due (void)
{
  static const struct
  {
    guint32 start, end, today;
    gboolean before;
    GhDue due;
  } cases[] = {
    { 100, 100, 101, FALSE, GH_DUE_LATE },  { 100, 100, 100, FALSE, GH_DUE_TODAY },
    { 100, 105, 103, FALSE, GH_DUE_TODAY }, { 100, 105, 105, FALSE, GH_DUE_TODAY },
    { 100, 105, 106, FALSE, GH_DUE_LATE },  { 100, 105, 86, FALSE, GH_DUE_SOON },
    { 100, 105, 85, FALSE, GH_DUE_LATER },  { 100, 100, 100, TRUE, GH_DUE_LATE },
    { 100, 100, 99, TRUE, GH_DUE_TODAY },   { 100, 100, 85, TRUE, GH_DUE_SOON },
    { 100, 100, 84, TRUE, GH_DUE_LATER },   { 0, 0, 100, FALSE, GH_DUE_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GhDateSpan span = gh_date_span_days (cases[i].start, cases[i].end);
      g_autoptr (GhActivity) activity = NULL;

      span.before = cases[i].before;
      activity = gh_activity_new ("Họp", GH_ACTIVITY_OTHER, &span);
      g_assert_cmpint (gh_activity_due (activity, cases[i].today), ==, cases[i].due);
      activity->state = GH_ACTIVITY_DONE;
      g_assert_cmpint (gh_activity_due (activity, cases[i].today), ==, GH_DUE_NONE);
    }
}

static void
assert_on (const char *iso, const char *key)
{
  const GhObservance *observance = gh_observance_on (day (iso));

  g_assert_cmpstr (observance != NULL ? observance->key : NULL, ==, key);
}

static void
test_observance_on (void)
{
  assert_on ("2027-02-27", "doctors-day");
  assert_on ("2026-04-07", "blood-day");
  assert_on ("2025-04-07", "hung-kings"); /* 10/3 lunar: the holiday first */
  assert_on ("2027-06-14", "donor-day");
  assert_on ("2027-02-06", "tet");
  assert_on ("2027-02-05", "tet");
  assert_on ("2027-02-09", "tet");
  assert_on ("2027-02-10", NULL);
  assert_on ("2027-01-03", "red-sunday");
  assert_on ("2024-04-18", "hung-kings");
  assert_on ("2027-07-15", NULL); /* in two seasons, on no day of its own */
  assert_on ("2027-12-22", "army-day");
  g_assert_null (gh_observance_on (0));
}

static void
test_days_off (void)
{
  static const char *const off[] = { "2027-01-01", "2027-02-08", "2027-04-30", "2025-05-01",
                                     "2025-09-02", "2025-04-07", "2027-03-27", "2027-03-28" };
  static const char *const on[] = { "2027-03-26", "2025-02-27", "2027-02-10", "2026-04-07" };

  for (gsize i = 0; i < G_N_ELEMENTS (off); i++)
    g_assert_true (gh_day_is_off (day (off[i])));
  for (gsize i = 0; i < G_N_ELEMENTS (on); i++)
    g_assert_false (gh_day_is_off (day (on[i])));
  g_assert_false (gh_day_is_off (0));
}

/* Every entry has a date in every year, its own key, and aliases that are folded. */
static void
test_table (void)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  gsize n;
  const GhObservance *table = gh_observances (&n);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *folded = gh_text_fold (table[i].aliases);
      g_autofree char *name = gh_text_nfc (table[i].name, -1);

      g_assert_true (g_hash_table_add (keys, (gpointer) table[i].key));
      g_assert_cmpstr (folded, ==, table[i].aliases);
      g_assert_cmpstr (name, ==, table[i].name);
      for (int year = 1901; year <= 2100; year++)
        {
          GhDateSpan span = gh_observance_date (&table[i], year);

          g_assert_cmpuint (span.start, !=, 0);
          g_assert_cmpuint (span.end - span.start + 1, ==, (guint32) table[i].length_days);
        }
    }
}

static void
test_weekday_rule (void)
{
  GhObservance rule = { "x", "x", GH_RULE_WEEKDAY, 12, 7, -1, 0, 1, FALSE, "" };
  GhDateSpan span = gh_observance_date (&rule, 2022);

  g_assert_cmpuint (span.start, ==, day ("2022-12-25"));
  rule.nth = 3;
  span = gh_observance_date (&rule, 2022);
  g_assert_cmpuint (span.start, ==, day ("2022-12-18"));
  rule.nth = 5;
  span = gh_observance_date (&rule, 2022);
  g_assert_true (gh_date_span_is_empty (&span));
  rule.nth = -5;
  span = gh_observance_date (&rule, 2022);
  g_assert_true (gh_date_span_is_empty (&span));
}

/* An entry of the calendar is about a standing day if it bears its name and lies on it. */
static void
test_observance_in_calendar (void)
{
  gsize n;
  const GhObservance *all = gh_observances (&n);
  g_autoptr (GPtrArray) calendar =
    g_ptr_array_new_with_free_func ((GDestroyNotify) gh_activity_free);
  GhDateSpan day = gh_date_span_day (gh_day_from_ymd (2027, 2, 27));
  GhDateSpan june = gh_date_span_day (gh_day_from_ymd (2027, 6, 14));
  GhDateSpan season = gh_date_span_day (gh_day_from_ymd (2027, 3, 14));

  g_ptr_array_add (
    calendar, gh_activity_new ("Mít tinh Ngày Thầy thuốc Việt Nam", GH_ACTIVITY_FESTIVAL, &day));
  g_ptr_array_add (calendar, gh_activity_new ("Họp giao ban", GH_ACTIVITY_OTHER, &june));
  g_ptr_array_add (calendar, gh_activity_new ("Ngày hội Xuân hồng", GH_ACTIVITY_FESTIVAL, &season));
  for (gsize i = 0; i < n; i++)
    {
      gboolean wanted =
        g_str_equal (all[i].key, "doctors-day") || g_str_equal (all[i].key, "xuan-hong");

      g_assert_true ((gh_observance_find_activity (&all[i], 2027, calendar) != NULL) == wanted);
      g_assert_null (gh_observance_find_activity (&all[i], 2029, calendar));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/activity/names", test_names);
  g_test_add_func ("/activity/copy-compare", test_copy_compare);
  g_test_add_func ("/activity/due", test_due);
  g_test_add_func ("/observance/on", test_observance_on);
  g_test_add_func ("/observance/days-off", test_days_off);
  g_test_add_func ("/observance/table", test_table);
  g_test_add_func ("/observance/weekday-rule", test_weekday_rule);
  g_test_add_func ("/activity/observance-in-calendar", test_observance_in_calendar);
  return g_test_run ();
}
