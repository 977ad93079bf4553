/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-date-span.h"

/* "day 2025-03-27 07:30-11:30 before", one short line for a date. */
static char *
describe (const GhDateSpan *span)
{
  g_autofree char *start = gh_day_format_iso (span->start);
  g_autofree char *end = gh_day_format_iso (span->end);
  g_autoptr (GString) text = g_string_new (gh_precision_to_string (span->precision));

  g_string_append_printf (text, " %s", start);
  if (span->start != span->end)
    g_string_append_printf (text, "..%s", end);
  if (span->start_minute >= 0)
    g_string_append_printf (text, " %02d:%02d", span->start_minute / 60, span->start_minute % 60);
  if (span->end_minute >= 0)
    g_string_append_printf (text, "-%02d:%02d", span->end_minute / 60, span->end_minute % 60);
  if (span->before)
    g_string_append (text, " before");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* All matches: "[slice] date flags", parted by "; ". */
static char *
describe_matches (const char *text, int year)
{
  g_autoptr (GPtrArray) matches = gh_date_scan (text, year);
  g_autoptr (GString) out = g_string_new (NULL);
  gsize behind = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      const GhDateMatch *match = g_ptr_array_index (matches, i);
      g_autofree char *slice = g_strndup (text + match->offset, match->length);
      g_autofree char *date = describe (&match->span);

      g_assert_cmpuint (match->offset, >=, behind);
      g_assert_cmpuint (match->length, >, 0);
      behind = match->offset + match->length;
      g_assert_cmpuint (behind, <=, strlen (text));
      g_assert_true (match->problem == NULL || match->span.start == 0);
      g_string_append_printf (
        out, "%s[%s] %s%s%s%s", i > 0 ? "; " : "", slice,
        match->problem != NULL ? match->problem : date, match->malformed ? " malformed" : "",
        match->deadline ? " deadline" : "", match->has_year ? "" : " no-year");
      if (match->weekday != 0)
        g_string_append_printf (out, " weekday %d", match->weekday);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

typedef struct
{
  const char *text;
  int year;
  const char *expected;
} Case;

static void
run_cases (const Case *cases, gsize n)
{
  gboolean failed = FALSE;

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *found = describe_matches (cases[i].text, cases[i].year);

      if (g_str_equal (found, cases[i].expected))
        continue;
      g_test_message ("“%s”\n  expected %s\n  found    %s", cases[i].text, cases[i].expected,
                      found);
      failed = TRUE;
    }
  if (failed)
    g_test_fail ();
}

static void
test_weeks (void)
{
  static const Case cases[] = {
    { "Ngày hội đợt 2, tuần 3 tháng 12/2025, tại khoa", 0,
      "[tuần 3 tháng 12/2025] span 2025-12-15..2025-12-21" },
    { "Tuần thứ hai của tháng 5", 2027,
      "[Tuần thứ hai của tháng 5] span 2027-05-08..2027-05-14 no-year" },
    { "tuần đầu tháng 3 năm 2026", 0, "[tuần đầu tháng 3 năm 2026] span 2026-03-01..2026-03-07" },
    { "tuần cuối tháng 02/2026", 0, "[tuần cuối tháng 02/2026] span 2026-02-22..2026-02-28" },
    { "Tuần 5 tháng 02/2026", 0, "[Tuần 5 tháng 02/2026] span 2026-02-22..2026-02-28" },
    { "Tuần 5 tháng 3/2026", 0, "[Tuần 5 tháng 3/2026] span 2026-03-29..2026-03-31" },
    { "tuân thủ 3 quy định", 2026, "" },
    { "Tháng 7, 8: tổ chức tiếp nhận", 2018, "[Tháng 7, 8] span 2018-07-01..2018-08-31 no-year" },
    { "đợt hè (tháng 6, 7, 8)", 2018, "[tháng 6, 7, 8] span 2018-06-01..2018-08-31 no-year" },
    { "tháng 4, 5 đơn vị", 2018, "[tháng 4] month 2018-04-01..2018-04-30 no-year" },
  };

  run_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_days (void)
{
  static const Case cases[] = {
    { "Họp ngày 27/02/2025 tại xã.", 0, "[ngày 27/02/2025] day 2025-02-27" },
    { "vào **ngày 27/03/2025 (Thứ Năm)** tại", 0,
      "[ngày 27/03/2025 (Thứ Năm)] day 2025-03-27 weekday 4" },
    { "ngày **01/02/2025**", 0, "[ngày **01/02/2025] day 2025-02-01" },
    { "Xã Mẫu, ngày 10 tháng 12 năm 2024", 0, "[ngày 10 tháng 12 năm 2024] day 2024-12-10" },
    { "“Ngày Thầy thuốc” 27/2/2025", 0, "[27/2/2025] day 2025-02-27" },
    { "ngày hội (7/4)", 2022, "[7/4] day 2022-04-07 no-year" },
    { "chương trình 09/01\tTháng 01/2025", 2025,
      "[09/01] day 2025-01-09 no-year; [Tháng 01/2025] month 2025-01-01..2025-01-31" },
    { "chương trình 09/01", 0, "" },
    { "ban hành 10/10//2024", 0, "[10/10//2024] day 2024-10-10 malformed" },
    { "ban hành 10.10/2024", 0, "[10.10/2024] day 2024-10-10 malformed" },
    { "ngày 14.4 và ngày 2-11", 2026,
      "[ngày 14.4] day 2026-04-14 no-year; [ngày 2-11] day 2026-11-02 no-year" },
    { "các ngày 18, 19 và 28-11", 2026,
      "[các ngày 18, 19 và 28-11] span 2026-11-18..2026-11-28 no-year" },
    { "từ 18 đến 28/11/2026", 0, "[từ 18 đến 28/11/2026] span 2026-11-18..2026-11-28" },
    { "ngày 15-20/3/2025", 0, "[ngày 15-20/3/2025] span 2025-03-15..2025-03-20" },
    { "ngày 5-10/3/2025", 0, "[ngày 5-10/3/2025] span 2025-03-05..2025-03-10" },
    { "thứ Bảy, ngày 6/2/2027.", 0, "[thứ Bảy, ngày 6/2/2027] day 2027-02-06 weekday 6" },
    { "Chủ nhật 7/2/2027", 0, "[Chủ nhật 7/2/2027] day 2027-02-07 weekday 7" },
    { "mùng 9 Tết", 2024, "[mùng 9 Tết] day 2024-02-18 no-year" },
    { "ngày 28 Tết năm 2025", 0, "[ngày 28 Tết năm 2025] day 2025-01-27" },
    { "Giỗ Tổ (10/3 âm lịch)", 2025, "[10/3 âm lịch] day 2025-04-07 no-year" },
    { "2027-02-06", 0, "[2027-02-06] day 2027-02-06" },
    { "ngày tháng 12 năm 2024", 0, "[tháng 12 năm 2024] month 2024-12-01..2024-12-31" },
    { "ngày 05 tháng Tám năm 2025", 0, "[ngày 05 tháng Tám năm 2025] day 2025-08-05" },
    { "ngày 9/12/21 và 27 / 2 / 2025", 0,
      "[ngày 9/12/21] day 2021-12-09; [27 / 2 / 2025] day 2025-02-27" },
  };

  run_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_hours (void)
{
  static const Case cases[] = {
    { "* **Thời gian:** 07h30 - 11h30, ngày 09 tháng 12 năm 2021 (*thứ Năm*)", 0,
      "[07h30 - 11h30, ngày 09 tháng 12 năm 2021 (*thứ Năm*)] day 2021-12-09 07:30-11:30 "
      "weekday 4" },
    { "từ 7h00 đến 12h30 ngày 5/6/2026", 0,
      "[từ 7h00 đến 12h30 ngày 5/6/2026] day 2026-06-05 07:00-12:30" },
    { "lúc 13g30 ngày 5/6/2026", 0, "[lúc 13g30 ngày 5/6/2026] day 2026-06-05 13:30" },
    { "7h30’ đến 11h30’, thứ Sáu, 5/6/2026", 0,
      "[7h30’ đến 11h30’, thứ Sáu, 5/6/2026] day 2026-06-05 07:30-11:30 weekday 5" },
    { "ngày 5/6/2026, từ 7h30 đến 11h30", 0,
      "[ngày 5/6/2026, từ 7h30 đến 11h30] day 2026-06-05 07:30-11:30" },
    { "5/6/2026 (7h30-11h30)", 0, "[5/6/2026 (7h30-11h30)] day 2026-06-05 07:30-11:30" },
    { "từ 7h30 ngày 4/6 đến 17h00 ngày 6/6/2026", 0,
      "[từ 7h30 ngày 4/6 đến 17h00 ngày 6/6/2026] span 2026-06-04..2026-06-06 07:30-17:00" },
    { "7h30-11h30, 13h30-16h30 ngày 5/6/2026", 0,
      "[7h30-11h30, 13h30-16h30 ngày 5/6/2026] day 2026-06-05 07:30-16:30" },
    { "8 giờ 30 phút ngày 5/6/2026", 0, "[8 giờ 30 phút ngày 5/6/2026] day 2026-06-05 08:30" },
    { "2 giờ chiều ngày 5/6/2026", 0, "[2 giờ chiều ngày 5/6/2026] day 2026-06-05 14:00" },
    { "07h30 hằng ngày", 2026, "" },
    { "999999999 ngày 5/6/2026", 0, "[ngày 5/6/2026] day 2026-06-05" },
    { "25h00 ngày 5/6/2026", 0, "[ngày 5/6/2026] day 2026-06-05" },
  };

  run_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_ranges (void)
{
  static const Case cases[] = {
    { "từ ngày 01/1/2025 đến 01/03/2025.", 0,
      "[từ ngày 01/1/2025 đến 01/03/2025] span 2025-01-01..2025-03-01" },
    { "Từ ngày 23/11/2021 đến 7/12/2021", 0,
      "[Từ ngày 23/11/2021 đến 7/12/2021] span 2021-11-23..2021-12-07" },
    { "thân yêu”, ngày 01/01/2025 đến 01/03/2025", 0,
      "[ngày 01/01/2025 đến 01/03/2025] span 2025-01-01..2025-03-01" },
    { "(27/02/1955- 27/02/2025)", 0, "[27/02/1955- 27/02/2025] span 1955-02-27..2025-02-27" },
    { "từ 23/11 đến hết ngày 7/12/2021", 0,
      "[từ 23/11 đến hết ngày 7/12/2021] span 2021-11-23..2021-12-07" },
    { "từ 20/12 đến 01/3/2027", 0, "[từ 20/12 đến 01/3/2027] span 2026-12-20..2027-03-01" },
    { "từ 20/12/2026 đến 01/3", 0, "[từ 20/12/2026 đến 01/3] span 2026-12-20..2027-03-01" },
    { "từ 01/12 đến 30/11", 2023, "[từ 01/12 đến 30/11] span 2022-12-01..2023-11-30 no-year" },
    { "15/1–15/3/2016", 0, "[15/1–15/3/2016] span 2016-01-15..2016-03-15" },
    { "01/01/2025-01/03/2025", 0, "[01/01/2025-01/03/2025] span 2025-01-01..2025-03-01" },
    { "từ thứ Hai ngày 3/3/2025 đến thứ Sáu ngày 7/3/2025", 0,
      "[từ thứ Hai ngày 3/3/2025 đến thứ Sáu ngày 7/3/2025] span 2025-03-03..2025-03-07 weekday "
      "1" },
    { "ngày 07/01/2025 và ngày 09/01/2025", 0,
      "[ngày 07/01/2025] day 2025-01-07; [ngày 09/01/2025] day 2025-01-09" },
    { "từ ngày 5 tháng 3 đến ngày 10 tháng 4 năm 2025", 0,
      "[từ ngày 5 tháng 3 đến ngày 10 tháng 4 năm 2025] span 2025-03-05..2025-04-10" },
    { "lễ 30/4 - 1/5", 2025, "[30/4 - 1/5] span 2025-04-30..2025-05-01 no-year" },
  };

  run_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_periods (void)
{
  static const Case cases[] = {
    { "của tháng 01 và tháng 02 năm 2025 để", 0,
      "[tháng 01 và tháng 02 năm 2025] span 2025-01-01..2025-02-28" },
    { "Cuối tháng 02/2025", 0, "[Cuối tháng 02/2025] month-part 2025-02-21..2025-02-28" },
    { "đầu tháng 4/2014, giữa tháng 5 năm 2014", 0,
      "[đầu tháng 4/2014] month-part 2014-04-01..2014-04-10; [giữa tháng 5 năm 2014] month-part "
      "2014-05-11..2014-05-20" },
    { "Tháng 2/2025", 0, "[Tháng 2/2025] month 2025-02-01..2025-02-28" },
    { "trong tháng 4", 2027, "[tháng 4] month 2027-04-01..2027-04-30 no-year" },
    { "trong tháng 4", 0, "" },
    { "trong 02 tháng, 3 tháng 5 đợt", 2027, "" },
    { "từ tháng 12/2024 đến tháng 02/2025", 0,
      "[từ tháng 12/2024 đến tháng 02/2025] span 2024-12-01..2025-02-28" },
    { "từ tháng 10/2024 đến 3/2025", 0,
      "[từ tháng 10/2024 đến 3/2025] span 2024-10-01..2025-03-31" },
    { "tháng 1-3/2025", 0, "[tháng 1-3/2025] span 2025-01-01..2025-03-31" },
    { "tháng 4, 5 đơn vị", 2025, "[tháng 4] month 2025-04-01..2025-04-30 no-year" },
    { "Quý I/2027 và quý III năm 2027", 0,
      "[Quý I/2027] quarter 2027-01-01..2027-03-31; [quý III năm 2027] quarter "
      "2027-07-01..2027-09-30" },
    { "nửa đầu tháng 3/2025", 0, "[nửa đầu tháng 3/2025] span 2025-03-01..2025-03-15" },
    { "trong năm 2025", 0, "[trong năm 2025] year 2025-01-01..2025-12-31" },
    { "phong trào năm 2025; Xuân 2025; năm học 2024 - 2025", 2025, "" },
    { "tháng 13/2025", 0, "[tháng 13/2025] 13/2025 does not exist as a month of a year." },
  };

  run_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_deadlines (void)
{
  static const Case cases[] = {
    { "gửi về **trước ngày **01/02/2025****", 0,
      "[trước ngày **01/02/2025] day 2025-02-01 before deadline" },
    { "trước 16h00 ngày 20/3/2025", 0,
      "[trước 16h00 ngày 20/3/2025] day 2025-03-20-16:00 deadline" },
    { "chậm nhất là đến 14g00 ngày 20/3/2025", 0,
      "[chậm nhất là đến 14g00 ngày 20/3/2025] day 2025-03-20-14:00 deadline" },
    { "đến hết ngày 20/3/2025", 0, "[đến hết ngày 20/3/2025] day 2025-03-20 deadline" },
    { "Hạn cuối: 20/3/2025", 0, "[Hạn cuối: 20/3/2025] day 2025-03-20 deadline" },
    { "từ nay đến hết ngày 30/11/2025", 0,
      "[từ nay đến hết ngày 30/11/2025] day 2025-11-30 deadline" },
    { "trước tháng 3/2025", 0,
      "[trước tháng 3/2025] month 2025-03-01..2025-03-31 before deadline" },
    { "chậm nhất ngày 05/4", 2023, "[chậm nhất ngày 05/4] day 2023-04-05 deadline no-year" },
    { "tính đến 31/3/2023", 0, "[31/3/2023] day 2023-03-31" },
    { "trước và sau ngày 27/2/2025", 0, "[ngày 27/2/2025] day 2025-02-27" },
  };

  run_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_not_dates (void)
{
  static const char *const texts[] = {
    "Kế hoạch số 13/KH-BCĐ",
    "Nghị định 30/2020/NĐ-CP, Luật 91/2025/QH15, 43/2000/QĐ-TTg",
    "1.000 lượt, 1.450, 168,8",
    "20/18 đơn vị",
    "điện thoại 024-3858.7882, 0913.12.12.2024, 0912-12-12",
    "Số 9 đường Mẫu",
    "nhiệm kỳ 2022 – 2027",
    "hơn 1/3 số đơn vị, ít nhất 2/3 thành viên, 3/4 đơn vị",
    "lớp 12/3, nhà số 5/6, tổ 2/9",
    "từ 18-60 tuổi, 200 – 300 người, 3-5 đơn vị",
    "Mục 1.1.2 và mục 2.3",
    "đạt 12/5%, tỷ lệ 1/5",
    "A1/2, 1/2/3/4, 250/350 ml",
    "từ 15 đến 20/18",
    "Việt Nam 2025",
    "chủ nhật đỏ",
    "trực 24/7",
    "31/4",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *found = describe_matches (texts[i], 2025);

      if (*found != '\0')
        {
          g_test_message ("“%s” gives %s", texts[i], found);
          g_test_fail ();
        }
    }
}

static void
test_impossible (void)
{
  static const Case cases[] = {
    { "từ 01/12/2022 đến 31/11/2023", 0,
      "[từ 01/12/2022 đến 31/11/2023] 31/11/2023 does not exist: November has 30 days." },
    { "ngày 29/02/2023", 0,
      "[ngày 29/02/2023] 29/02/2023 does not exist: February 2023 has 28 days." },
    { "15/13/2025", 0, "[15/13/2025] 15/13/2025 does not exist: there is no month 13." },
    { "ngày 45/10/2024", 0, "[ngày 45/10/2024] 45/10/2024 does not exist: no month has a day 45." },
    { "ngày 31/4", 2025, "[ngày 31/4] 31/04/2025 does not exist: April has 30 days. no-year" },
    { "từ ngày 05/03/2025 đến 01/03/2025", 0,
      "[từ ngày 05/03/2025 đến 01/03/2025] The end, 01/03/2025, is before the beginning, "
      "05/03/2025." },
    { "ngày 31 tháng 6 năm 2025", 0,
      "[ngày 31 tháng 6 năm 2025] 31/06/2025 does not exist: June has 30 days." },
  };

  run_cases (cases, G_N_ELEMENTS (cases));
}

/* Whatever comes, the matches are in order and inside the text; the time is linear enough for a
 * megabyte of the worst. */
static void
test_hostile (void)
{
  static const char *const pieces[] = {
    "ngày ", "từ ", "đến ", "trước ", "1",    "12/",      "/", "-",   ".",
    ",",     " ",   "*",    "tháng ", "năm ", "2025",     "(", ")",   "thứ ",
    "7h30",  "\n",  "\t",   "và ",    "18, ", "\xCC\x81", "đ", "Tết", "quý I",
  };
  static const char *const repeated[] = { "1, ", "1-", "7h30-", "ngày ", "từ ", "1/", "thứ " };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20270406);

  for (int n = 0; n < 20000; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (int k = g_rand_int_range (rand, 0, 14); k > 0; k--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

      g_autofree char *found = describe_matches (text->str, 2025);

      gh_date_span_parse (text->str, 2025, NULL, NULL);
      g_assert_nonnull (found);
    }
  for (gsize k = 0; k < G_N_ELEMENTS (repeated); k++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      while (text->len < 300000)
        g_string_append (text, repeated[k]);

      g_autofree char *found = describe_matches (text->str, 2025);

      g_assert_nonnull (found);
    }

  g_autoptr (GPtrArray) invalid = gh_date_scan ("ngày 1/1/2025 \xFF", 0);

  g_assert_cmpuint (invalid->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-scan/days", test_days);
  g_test_add_func ("/date-scan/weeks", test_weeks);
  g_test_add_func ("/date-scan/hours", test_hours);
  g_test_add_func ("/date-scan/ranges", test_ranges);
  g_test_add_func ("/date-scan/periods", test_periods);
  g_test_add_func ("/date-scan/deadlines", test_deadlines);
  g_test_add_func ("/date-scan/not-dates", test_not_dates);
  g_test_add_func ("/date-scan/impossible", test_impossible);
  g_test_add_func ("/date-scan/hostile", test_hostile);
  return g_test_run ();
}
