/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-date-span.h"

static void
test_days (void)
{
  g_assert_cmpuint (gh_day_from_ymd (2023, 11, 31), ==, 0);
  g_assert_cmpuint (gh_day_from_ymd (2023, 2, 29), ==, 0);
  g_assert_cmpuint (gh_day_from_ymd (2024, 2, 29), !=, 0);
  g_assert_cmpuint (gh_day_from_ymd (0, 1, 1), ==, 0);
  g_assert_cmpuint (gh_day_from_ymd (10000, 1, 1), ==, 0);
  g_assert_cmpuint (gh_day_from_ymd (2024, -1, 1), ==, 0);
  g_assert_cmpuint (gh_day_from_ymd (2024, 1, 257), ==, 0);
  g_assert_cmpint (gh_day_weekday (gh_day_from_ymd (2027, 2, 6)), ==, 6);
  g_assert_cmpint (gh_day_weekday (gh_day_from_ymd (2021, 12, 9)), ==, 4);
  g_assert_cmpint (gh_day_weekday (1), ==, 1);
  g_assert_cmpstr (gh_weekday_name (7), ==, "Sunday");
  for (guint32 day = 700000; day < 760000; day++)
    {
      int y, m, d;
      g_autofree char *iso = gh_day_format_iso (day);

      gh_day_to_ymd (day, &y, &m, &d);
      g_assert_cmpuint (gh_day_from_ymd (y, m, d), ==, day);
      g_assert_cmpuint (gh_day_parse_iso (iso), ==, day);
    }
}

static void
test_iso (void)
{
  static const char *const wrong[] = { "",           "2027-2-06",   "2027-02-30",
                                       "2027/02/06", "2027-02-06 ", "20270206",
                                       "-027-02-06" };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpuint (gh_day_parse_iso (wrong[i]), ==, 0);
  g_assert_cmpuint (gh_day_parse_iso (NULL), ==, 0);

  g_autofree char *none = gh_day_format (0);
  g_autofree char *day = gh_day_format (gh_day_from_ymd (2027, 2, 6));

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (day, ==, "06/02/2027");
}

static void
assert_days (GhDateSpan span, const char *start, const char *end)
{
  g_assert_cmpuint (span.start, ==, gh_day_parse_iso (start));
  g_assert_cmpuint (span.end, ==, gh_day_parse_iso (end));
}

static void
test_make (void)
{
  GhDateSpan span;

  assert_days (gh_date_span_month (2024, 2), "2024-02-01", "2024-02-29");
  assert_days (gh_date_span_month_part (2025, 2, 1), "2025-02-01", "2025-02-10");
  assert_days (gh_date_span_month_part (2025, 2, 2), "2025-02-11", "2025-02-20");
  assert_days (gh_date_span_month_part (2025, 2, 3), "2025-02-21", "2025-02-28");
  assert_days (gh_date_span_quarter (2027, 4), "2027-10-01", "2027-12-31");
  assert_days (gh_date_span_year (2027), "2027-01-01", "2027-12-31");
  assert_days (gh_date_span_month (2024, 13), "", "");
  assert_days (gh_date_span_month_part (2024, 1, 4), "", "");
  assert_days (gh_date_span_quarter (2024, 0), "", "");
  assert_days (gh_date_span_days (5, 4), "", "");
  g_assert_cmpint (gh_date_span_days (5, 5).precision, ==, GH_PRECISION_DAY);

  span = gh_date_span_day (1000);
  g_assert_cmpuint (gh_date_span_last_day (&span), ==, 1000);
  span.before = TRUE;
  g_assert_cmpuint (gh_date_span_last_day (&span), ==, 999);
  span.start = 0;
  g_assert_cmpuint (gh_date_span_last_day (&span), ==, 0);
}

static void
test_compare (void)
{
  GhDateSpan none = GH_DATE_SPAN_INIT;
  GhDateSpan a = gh_date_span_day (100), b = gh_date_span_days (100, 105), c = a;

  c.start_minute = 450;
  g_assert_cmpint (gh_date_span_compare (&a, &b), <, 0);
  g_assert_cmpint (gh_date_span_compare (&a, &c), <, 0);
  g_assert_cmpint (gh_date_span_compare (&c, &b), <, 0);
  g_assert_cmpint (gh_date_span_compare (&none, &a), >, 0);
  g_assert_cmpint (gh_date_span_compare (&none, &none), ==, 0);
  g_assert_false (gh_date_span_equal (&a, &c));
}

static void
test_precision_names (void)
{
  for (int i = 0; i <= GH_PRECISION_YEAR; i++)
    {
      GhPrecision read;

      g_assert_true (gh_precision_from_string (gh_precision_to_string ((GhPrecision) i), &read));
      g_assert_cmpint (read, ==, i);
    }
  g_assert_false (gh_precision_from_string ("week", NULL));
  g_assert_false (gh_precision_from_string (NULL, NULL));
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    int year;
    const char *written; /* as GH_DATE_NORMAL */
  } cases[] = {
    { "27/02/2025", 0, "27/02/2025" },
    { " 27/2/2025 ", 0, "27/02/2025" },
    { "2-11", 2026, "02/11/2026" },
    { "14.4", 2026, "14/04/2026" },
    { "27/2/27", 0, "27/02/2027" },
    { "2027-02-06", 0, "06/02/2027" },
    { "ngày 09 tháng 12 năm 2021", 0, "09/12/2021" },
    { "07h30 - 11h30, ngày 09/12/2021", 0, "07h30–11h30, 09/12/2021" },
    { "từ ngày 01/1/2025 đến 01/03/2025", 0, "01/01/2025–01/03/2025" },
    { "18, 19 và 28-11", 2026, "18/11/2026–28/11/2026" },
    { "Tháng 2/2025", 0, "tháng 02/2025" },
    { "02/2025", 0, "tháng 02/2025" },
    { "cuối tháng 02/2025", 0, "cuối tháng 02/2025" },
    { "Quý I/2027", 0, "quý I/2027" },
    { "quý 4 năm 2027", 0, "quý IV/2027" },
    { "năm 2027", 0, "năm 2027" },
    { "2027", 0, "năm 2027" },
    { "trước ngày 01/02/2025", 0, "trước 01/02/2025" },
    { "đến hết ngày 01/02/2025", 0, "01/02/2025" },
    { "chậm nhất là 01/02/2025", 0, "01/02/2025" },
    { "chậm nhất là đến 14g00 ngày 20/3/2025", 0, "đến 14h00, 20/03/2025" },
    { "mùng 9 Tết", 2024, "18/02/2024" },
    { "10/10//2024", 0, "10/10/2024" },
    { "2026 - 2027", 0, "01/01/2026–31/12/2027" },
    { "27/2", 2027, "27/02/2027" },
    { "NGÀY 27/2/2027", 0, "27/02/2027" },
    { "ngay 9 thang 12 nam 2021", 0, "09/12/2021" },
    { "29/2", 2028, "29/02/2028" },
  };
  static const char *const refused[] = {
    "",
    " ",
    "hôm qua",
    "27/2/2025 nhé",
    "nhé 27/2/2025",
    "7h30",
    "13/KH-BCĐ",
    "1.750",
    "12",
    "27/2/2025 28/2/2025",
    "32",
    "đến",
    "\xFF",
    "tháng",
    "quý V/2027",
    "thứ Năm",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GhDateSpan span;
      g_autofree char *problem = NULL;

      if (!gh_date_span_parse (cases[i].text, cases[i].year, &span, &problem))
        g_error ("“%s” is not read: %s", cases[i].text, problem);

      g_autofree char *written = gh_date_span_format (&span, GH_DATE_NORMAL);

      g_assert_cmpstr (written, ==, cases[i].written);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    if (gh_date_span_parse (refused[i], 2027, NULL, NULL))
      g_error ("“%s” is read", refused[i]);
  g_assert_false (gh_date_span_parse (NULL, 2027, NULL, NULL));
}

static void
test_problems (void)
{
  static const struct
  {
    const char *text;
    int year;
    const char *problem;
  } cases[] = {
    { "31/11/2023", 0, "31/11/2023 does not exist: November has 30 days." },
    { "29/2/2025", 0, "29/02/2025 does not exist: February 2025 has 28 days." },
    { "1/13/2025", 0, "01/13/2025 does not exist: there is no month 13." },
    { "0/1/2025", 0, "00/01/2025 does not exist: no month has a day 0." },
    { "27/2", 0, "This date has no year. Write it, too, as in 27/02/2027." },
    { "5/3/2025 - 1/3/2025", 0, "The end, 01/03/2025, is before the beginning, 05/03/2025." },
    { "30 Tết", 2025, "Day 30 of month 12 does not exist in the lunar year 2024." },
    { "mùng 1 Tết", 2200, "Day 1 of month 1 does not exist in the lunar year 2200." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GhDateSpan span = gh_date_span_day (1);
      g_autofree char *problem = NULL;

      g_assert_false (gh_date_span_parse (cases[i].text, cases[i].year, &span, &problem));
      g_assert_cmpstr (problem, ==, cases[i].problem);
      g_assert_cmpuint (span.start, ==, 1);
    }
}

static void
test_format (void)
{
  GhDateSpan day = gh_date_span_day (gh_day_from_ymd (2027, 3, 27));
  GhDateSpan days = gh_date_span_days (day.start, day.start + 6);
  GhDateSpan timed = day, deadline = day, timed_days = days;
  GhDateSpan part = gh_date_span_month_part (2027, 2, 3);
  GhDateSpan month = gh_date_span_month (2027, 5), quarter = gh_date_span_quarter (2027, 1);
  GhDateSpan none = GH_DATE_SPAN_INIT;
  struct
  {
    const GhDateSpan *span;
    GhDateStyle style;
    const char *text;
  } cases[] = {
    { &day, GH_DATE_SHORT, "27/03" },
    { &day, GH_DATE_NORMAL, "27/03/2027" },
    { &day, GH_DATE_LONG, "thứ Bảy, 27/03/2027" },
    { &day, GH_DATE_PLAN, "ngày 27/03/2027" },
    { &days, GH_DATE_SHORT, "27/03–02/04" },
    { &days, GH_DATE_PLAN, "từ ngày 27/03/2027 đến ngày 02/04/2027" },
    { &timed, GH_DATE_SHORT, "27/03" },
    { &timed, GH_DATE_LONG, "07h30–11h30, thứ Bảy, 27/03/2027" },
    { &timed, GH_DATE_PLAN, "07h30 - 11h30, ngày 27/03/2027" },
    { &timed_days, GH_DATE_PLAN, "từ 07h30 ngày 27/03/2027 đến 11h30 ngày 02/04/2027" },
    { &deadline, GH_DATE_SHORT, "trước 27/03" },
    { &deadline, GH_DATE_PLAN, "trước ngày 27/03/2027" },
    { &part, GH_DATE_SHORT, "cuối tháng 2" },
    { &part, GH_DATE_NORMAL, "cuối tháng 02/2027" },
    { &month, GH_DATE_NORMAL, "tháng 5/2027" },
    { &quarter, GH_DATE_SHORT, "quý I" },
    { &quarter, GH_DATE_PLAN, "quý I/2027" },
    { &none, GH_DATE_PLAN, "" },
  };

  timed.start_minute = timed_days.start_minute = 450;
  timed.end_minute = timed_days.end_minute = 690;
  deadline.before = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = gh_date_span_format (cases[i].span, cases[i].style);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static GhDateSpan
random_span (GRand *rand)
{
  int year = g_rand_int_range (rand, 1900, 2101);
  int month = g_rand_int_range (rand, 1, 13);
  guint32 day = gh_day_from_ymd (year, month, g_rand_int_range (rand, 1, 29));
  GhDateSpan span;

  switch (g_rand_int_range (rand, 0, 7))
    {
    case 0:
      span = gh_date_span_month (year, month);
      break;
    case 1:
      span = gh_date_span_month_part (year, month, g_rand_int_range (rand, 1, 4));
      break;
    case 2:
      span = gh_date_span_quarter (year, (month + 2) / 3);
      break;
    case 3:
      span = gh_date_span_year (year);
      break;
    default:
      span = gh_date_span_days (
        day, day + (guint32) (g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 500) : 0));
      if (g_rand_boolean (rand))
        span.start_minute = (gint16) g_rand_int_range (rand, 0, 24 * 60);
      if (g_rand_boolean (rand))
        span.end_minute = (gint16) g_rand_int_range (rand, 0, 24 * 60 + 1);
      break;
    }
  /* A deadline before a day has no hours: with them, the day itself is in time. */
  if (span.start == span.end && span.start_minute < 0 && span.end_minute < 0)
    span.before = g_rand_boolean (rand);
  return span;
}

static void
assert_round_trip (const GhDateSpan *span, GhDateStyle style, int default_year)
{
  g_autofree char *text = gh_date_span_format (span, style);
  g_autofree char *problem = NULL;
  GhDateSpan read = GH_DATE_SPAN_INIT;

  if (!gh_date_span_parse (text, default_year, &read, &problem) ||
      !gh_date_span_equal (span, &read))
    {
      g_autofree char *again = gh_date_span_format (&read, GH_DATE_NORMAL);

      g_error ("“%s” is read as “%s” (%s)", text, again, problem);
    }
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20270406);

  for (int i = 0; i < 20000; i++)
    {
      GhDateSpan span = random_span (rand);
      int year;

      assert_round_trip (&span, GH_DATE_NORMAL, 0);
      assert_round_trip (&span, GH_DATE_LONG, 0);
      assert_round_trip (&span, GH_DATE_PLAN, 0);
      gh_day_to_ymd (span.start, &year, NULL, NULL);
      span.start_minute = span.end_minute = -1;
      if (span.start == span.end)
        assert_round_trip (&span, GH_DATE_SHORT, year);
    }
}

/* What we write into a plan is found again in its running text. */
static void
test_scan_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20270407);

  for (int i = 0; i < 5000; i++)
    {
      GhDateSpan span = random_span (rand);
      g_autofree char *date = gh_date_span_format (&span, GH_DATE_PLAN);
      g_autofree char *text = g_strdup_printf ("Tổ chức tại xã, **%s**; theo Kế hoạch này.", date);
      g_autoptr (GPtrArray) matches = gh_date_scan (text, 0);

      if (span.precision == GH_PRECISION_YEAR)
        continue;
      if (matches->len != 1)
        g_error ("%u dates in “%s”", matches->len, text);

      const GhDateMatch *match = g_ptr_array_index (matches, 0);

      g_assert_true (gh_date_span_equal (&match->span, &span));
      g_assert_cmpuint (match->length, ==, strlen (date));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-span/days", test_days);
  g_test_add_func ("/date-span/iso", test_iso);
  g_test_add_func ("/date-span/make", test_make);
  g_test_add_func ("/date-span/compare", test_compare);
  g_test_add_func ("/date-span/precision-names", test_precision_names);
  g_test_add_func ("/date-span/parse", test_parse);
  g_test_add_func ("/date-span/problems", test_problems);
  g_test_add_func ("/date-span/format", test_format);
  g_test_add_func ("/date-span/round-trip", test_round_trip);
  g_test_add_func ("/date-span/scan-round-trip", test_scan_round_trip);
  return g_test_run ();
}
