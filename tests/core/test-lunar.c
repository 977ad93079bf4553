/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-date-span.h"
#include "gh-lunar.h"

static void
test_tet (void)
{
  static const struct
  {
    int year;
    const char *day;
    const char *name;
  } cases[] = {
    { 1968, "1968-01-29", "Mậu Thân" },  { 1969, "1969-02-16", "Kỷ Dậu" },
    { 1985, "1985-01-21", "Ất Sửu" },    { 2007, "2007-02-17", "Đinh Hợi" },
    { 2020, "2020-01-25", "Canh Tý" },   { 2021, "2021-02-12", "Tân Sửu" },
    { 2022, "2022-02-01", "Nhâm Dần" },  { 2023, "2023-01-22", "Quý Mão" },
    { 2024, "2024-02-10", "Giáp Thìn" }, { 2025, "2025-01-29", "Ất Tỵ" },
    { 2026, "2026-02-17", "Bính Ngọ" },  { 2027, "2027-02-06", "Đinh Mùi" },
    { 2028, "2028-01-26", "Mậu Thân" },  { 2029, "2029-02-13", "Kỷ Dậu" },
    { 2030, "2030-02-02", "Canh Tuất" }, { 2031, "2031-01-23", "Tân Hợi" },
    { 2032, "2032-02-11", "Nhâm Tý" },   { 2033, "2033-01-31", "Quý Sửu" },
    { 2034, "2034-02-19", "Giáp Dần" },  { 2035, "2035-02-08", "Ất Mão" },
    { 2053, "2053-02-18", "Quý Dậu" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *day = gh_day_format_iso (gh_lunar_tet (cases[i].year));
      g_autofree char *name = gh_lunar_year_name (cases[i].year);

      g_assert_cmpstr (day, ==, cases[i].day);
      g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_cmpint (gh_lunar_year_from_name (name, cases[i].year - 20), ==, cases[i].year);
    }
  g_assert_cmpuint (gh_lunar_tet (1899), ==, 0);
  g_assert_cmpuint (gh_lunar_tet (2101), ==, 0);
  for (int year = 1900; year <= 2100; year++)
    {
      guint32 tet = gh_lunar_tet (year);

      g_assert_cmpuint (tet, >=, gh_day_from_ymd (year, 1, 20));
      g_assert_cmpuint (tet, <=, gh_day_from_ymd (year, 2, 21));
    }
}

static void
test_round_trip (void)
{
  guint32 first = gh_day_from_ymd (1900, 1, 1);
  guint32 last = gh_day_from_ymd (2100, 12, 31);
  GhLunarDate previous = { 0 };

  for (guint32 day = first; day <= last; day++)
    {
      GhLunarDate lunar;

      g_assert_true (gh_lunar_from_day (day, &lunar));
      g_assert_cmpuint (gh_lunar_to_day (&lunar), ==, day);
      g_assert_cmpint (lunar.day, >=, 1);
      g_assert_cmpint (lunar.day, <=, 30);
      if (day > first)
        {
          /* The next day, or the first of the next month. */
          gboolean same_month = lunar.month == previous.month && lunar.leap == previous.leap;

          g_assert_cmpint (lunar.day, ==, same_month ? previous.day + 1 : 1);
          g_assert_true (same_month || previous.day >= 29);
          g_assert_true (same_month || lunar.month == previous.month % 12 + 1 ||
                         (lunar.leap && lunar.month == previous.month));
          g_assert_cmpint (lunar.year, ==,
                           previous.year + (previous.month == 12 && lunar.month == 1));
        }
      previous = lunar;
    }
  g_assert_false (gh_lunar_from_day (first - 1, NULL));
  g_assert_false (gh_lunar_from_day (last + 1, NULL));
  g_assert_false (gh_lunar_from_day (0, NULL));
}

static void
test_leap_months (void)
{
  static const int leaps[][2] = { { 1985, 2 }, { 1987, 7 }, { 2012, 4 }, { 2014, 9 },
                                  { 2017, 6 }, { 2020, 4 }, { 2023, 2 }, { 2025, 6 },
                                  { 2028, 5 }, { 2031, 3 }, { 2033, 11 } };

  for (gsize i = 0; i < G_N_ELEMENTS (leaps); i++)
    for (int month = 1; month <= 12; month++)
      {
        GhLunarDate lunar = { leaps[i][0], month, 1, TRUE };

        g_assert_cmpint (gh_lunar_to_day (&lunar) != 0, ==, month == leaps[i][1]);
      }
  for (int month = 1; month <= 12; month++)
    {
      GhLunarDate none = { 2026, month, 1, TRUE };

      g_assert_cmpuint (gh_lunar_to_day (&none), ==, 0);
    }
}

static void
test_refused (void)
{
  static const GhLunarDate wrong[] = {
    { 2025, 0, 1, FALSE },  { 2025, 13, 1, FALSE },  { 2025, 1, 0, FALSE },
    { 2025, 1, 31, FALSE }, { 2024, 12, 30, FALSE }, /* December 2024 had 29 days */
    { 1800, 1, 1, FALSE },  { 2100, 12, 29, FALSE }, { G_MAXINT, 1, 1, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpuint (gh_lunar_to_day (&wrong[i]), ==, 0);
}

static void
test_names (void)
{
  g_assert_cmpint (gh_lunar_year_from_name ("Ất Tỵ", 2024), ==, 2025);
  g_assert_cmpint (gh_lunar_year_from_name ("at ti", 2024), ==, 2025);
  g_assert_cmpint (gh_lunar_year_from_name ("CANH TÝ", 2024), ==, 2020);
  g_assert_cmpint (gh_lunar_year_from_name ("Quí Mẹo", 2024), ==, 2023);
  g_assert_cmpint (gh_lunar_year_from_name ("Mậu Thân", 1970), ==, 1968);
  g_assert_cmpint (gh_lunar_year_from_name ("Giáp Sửu", 2024), ==, 0);
  g_assert_cmpint (gh_lunar_year_from_name ("Tết", 2024), ==, 0);
  g_assert_cmpint (gh_lunar_year_from_name ("", 2024), ==, 0);
}

static void
test_format (void)
{
  static const struct
  {
    GhLunarDate lunar;
    const char *full, *brief;
  } cases[] = {
    { { 2025, 1, 9, FALSE }, "mùng 9 tháng Giêng", "9/1" },
    { { 2025, 8, 15, FALSE }, "ngày 15 tháng 8", "15/8" },
    { { 2025, 6, 1, TRUE }, "mùng 1 tháng 6 nhuận", "1/6 nhuận" },
    { { 2025, 12, 23, FALSE }, "ngày 23 tháng Chạp", "23/12" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *full = gh_lunar_format (&cases[i].lunar, FALSE);
      g_autofree char *brief = gh_lunar_format (&cases[i].lunar, TRUE);

      g_assert_cmpstr (full, ==, cases[i].full);
      g_assert_cmpstr (brief, ==, cases[i].brief);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lunar/tet", test_tet);
  g_test_add_func ("/lunar/round-trip", test_round_trip);
  g_test_add_func ("/lunar/leap-months", test_leap_months);
  g_test_add_func ("/lunar/refused", test_refused);
  g_test_add_func ("/lunar/names", test_names);
  g_test_add_func ("/lunar/format", test_format);
  return g_test_run ();
}
