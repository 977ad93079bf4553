/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-roll.h"

#include <string.h>

#include "gh-check.h"
#include "gh-live.h"
#include "gh-lunar.h"
#include "gh-roll-private.h"
#include "sample-plan.h"

/* --- one sentence ------------------------------------------------------------------------------
 */

static void
test_sentences (void)
{
  static const struct
  {
    const char *before;
    const char *after; /* NULL = the same */
    int from;
    int to;
  } cases[] = {
    /* Day and month stay, the weekday is the new one. */
    { "Họp ngày 09/3/2027.", "Họp ngày 09/3/2028.", 2027, 2028 },
    { "Họp (thứ Ba, ngày 09/3/2027).", "Họp (thứ Năm, ngày 09/3/2028).", 2027, 2028 },
    { "Từ ngày 01/1/2027 đến 01/03/2027.", "Từ ngày 01/1/2028 đến 01/03/2028.", 2027, 2028 },
    { "Ngày 09 tháng 3 năm 2027 họp.", "Ngày 09 tháng 3 năm 2028 họp.", 2027, 2028 },
    { "Họp 07h30 - 11h30, ngày 09/3/2027.", "Họp 07h30 - 11h30, ngày 09/3/2028.", 2027, 2028 },
    /* Parts of a year. */
    { "Cuối tháng 02/2027 sơ kết.", "Cuối tháng 02/2028 sơ kết.", 2027, 2028 },
    { "Trong quý I/2027.", "Trong quý I/2028.", 2027, 2028 },
    /* Standing days keep their day, on a Sunday too. */
    { "Ngày Thầy thuốc Việt Nam, ngày 27/2/2027.", "Ngày Thầy thuốc Việt Nam, ngày 27/2/2028.",
      2027, 2028 },
    { "Ngày 14/6 tôn vinh người hiến máu.", NULL, 2027, 2028 },
    /* Deadlines go back to a working day: 15/04/2028 is a Saturday. */
    { "Hồ sơ gửi chậm nhất ngày 15/04/2027.", "Hồ sơ gửi chậm nhất ngày 14/04/2028.", 2027, 2028 },
    { "Gửi trước ngày 01/3/2025.", "Gửi trước ngày 27/2/2027.", 2025, 2027 },
    /* An end of a period is no deadline: 31/03/2029 is a Saturday. */
    { "Thành tích tính đến ngày 31/3/2028.", "Thành tích tính đến ngày 31/3/2029.", 2028, 2029 },
    /* Tết: 06/02/2027, 26/01/2028. */
    { "Trực dịp Tết Nguyên đán, từ ngày 03/02/2027 đến ngày 14/02/2027.",
      "Trực dịp Tết Nguyên đán, từ ngày 23/01/2028 đến ngày 03/02/2028.", 2027, 2028 },
    { "Hiến máu đầu năm ngày 14/02/2027 (mùng 9 Tết).",
      "Hiến máu đầu năm ngày 03/02/2028 (mùng 9 Tết).", 2027, 2028 },
    { "Họp mặt Chủ nhật, ngày 10 tháng 01 năm 2027 (mùng 3 tháng Chạp Bính Ngọ).",
      "Họp mặt thứ Năm, ngày 30 tháng 12 năm 2027 (mùng 3 tháng Chạp Đinh Mùi).", 2027, 2028 },
    { "Ngày 26/3 tổ chức tôn vinh.", NULL, 2027, 2028 },
    { "Giỗ Tổ Hùng Vương, ngày 16/4/2027.", "Giỗ Tổ Hùng Vương, ngày 04/4/2028.", 2027, 2028 },
    /* A deadline that goes back over New Year gets its year written. */
    { "Gửi danh sách trước Tết, chậm nhất ngày 12/01.",
      "Gửi danh sách trước Tết, chậm nhất ngày 31/12/2027.", 2027, 2028 },
    /* Years and their names. */
    { "Xuân Đinh Mùi năm 2027, TẾT ĐINH MÙI.", "Xuân Mậu Thân năm 2028, TẾT MẬU THÂN.", 2027,
      2028 },
    { "Tổng kết năm 2026, năm học 2026-2027.", "Tổng kết năm 2027, năm học 2027-2028.", 2027,
      2028 },
    { "Đến năm 2026 (Ất Tị qua rồi).", "Đến năm 2027 (Bính Ngọ qua rồi).", 2026, 2027 },
    { "Vận động 2027 người.", NULL, 2027, 2028 },
    { "Điện thoại 02773.2027, nhà 2027/5.", NULL, 2027, 2028 },
    { "Giai đoạn 2021 - 2030.", NULL, 2027, 2028 },
    { "KẾT QUẢ NĂM 2026", NULL, 2027, 2028 },
    { "Năm 2026 tiếp nhận được 1.204 đơn vị máu.", NULL, 2027, 2028 },
    { "Chủ đề {{theme}}, {{year}}.", NULL, 2027, 2028 },
    /* Anniversaries. */
    { "Kỷ niệm 70 năm Ngày Thầy thuốc Việt Nam (27/02/1955 - 27/02/2025).",
      "Kỷ niệm 71 năm Ngày Thầy thuốc Việt Nam (27/02/1955 - 27/02/2026).", 2025, 2026 },
    { "Ngày hội lần thứ 15 năm 2027.", "Ngày hội lần thứ 16 năm 2028.", 2027, 2028 },
    { "Lễ hội Xuân hồng lần thứ 19.", "Lễ hội Xuân hồng lần thứ 20.", 2026, 2027 },
    { "Lễ hội Xuân hồng lần thứ XIX.", "Lễ hội Xuân hồng lần thứ XXI.", 2026, 2028 },
    { "Nghị quyết Đại hội lần thứ XIV của Đảng.", NULL, 2026, 2027 },
    { "Người hiến máu lần thứ 25.", NULL, 2026, 2027 },
    /* Documents keep their numbers and dates; what the plan says behind them does not. */
    { "Thực hiện Kế hoạch số 13/KH-BCĐ ngày 25/11/2026 của tỉnh về công tác năm 2027.", NULL, 2027,
      2028 },
    { "Theo Công văn số 8/CV-UBND ngày 25/11/2026 của UBND TP. Nam An về công tác năm 2027, Ban "
      "Chỉ "
      "đạo xây dựng kế hoạch năm 2027.",
      "Theo Công văn số 8/CV-UBND ngày 25/11/2026 của UBND TP. Nam An về công tác năm 2027, Ban "
      "Chỉ "
      "đạo xây dựng kế hoạch năm 2028.",
      2027, 2028 },
    { "Thực hiện Kế hoạch số 12-KH/TU ngày 25/11/2026 của Thành ủy.", NULL, 2027, 2028 },
    { "Theo Công văn ngày 25/11/2026 của Sở Y tế.", NULL, 2027, 2028 },
    { "Quy định có hiệu lực từ ngày 01/7/2026.", NULL, 2027, 2028 },
    /* What does not exist is not mended on the way. */
    { "Tính từ ngày 01/12/2022 đến ngày 31/11/2023.",
      "Tính từ ngày 01/12/2023 đến ngày 31/11/2024.", 2023, 2024 },
    { "Họp ngày 29/02/2028.", "Họp ngày 28/02/2029.", 2028, 2029 },
    /* Hours behind the day are no day: 21/06/2025 is a Saturday. */
    { "Hiến máu thứ Ba, 21/6/2022 (7h00 - 11h30) tại xã.",
      "Hiến máu thứ Sáu, 20/6/2025 (7h00 - 11h30) tại xã.", 2022, 2025 },
    /* A word that is cut off ("tỉnh") counts nothing ("tin"). */
    { "Chương trình “Chủ nhật Đỏ” lần thứ XV - năm 2023 trên địa bàn tỉnh Kim Lĩnh.",
      "Chương trình “Chủ nhật Đỏ” lần thứ XVI - năm 2024 trên địa bàn tỉnh Kim Lĩnh.", 2023, 2024 },
    { "Hai ngày 18, 19 và 28-11-2027.", "Hai ngày 18, 19 và 28-11-2028.", 2027, 2028 },
    { "Từ thứ Hai, 01/3/2027 đến thứ Sáu, 05/3/2027.",
      "Từ thứ Tư, 01/3/2028 đến Chủ nhật, 05/3/2028.", 2027, 2028 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *after =
        sample_plan_roll_sentence (cases[i].before, cases[i].from, cases[i].to);

      g_assert_cmpstr (after, ==, cases[i].after != NULL ? cases[i].after : cases[i].before);
    }
}

/* --- the calendar ------------------------------------------------------------------------------
 */

static const GhRollChange *
find_change (const GhRollPlan *roll, GhRollSubject subject, GhRollKind kind)
{
  for (guint i = 0; i < roll->changes->len; i++)
    {
      const GhRollChange *change = g_ptr_array_index (roll->changes, i);

      if (change->subject == subject && change->kind == kind)
        return change;
    }
  return NULL;
}

static void
test_calendar (void)
{
  static const struct
  {
    const char *activity;
    const char *after;
    GhRollRule rule;
    gboolean look;
  } cases[] = {
    { "launch 2027-01-05 Lễ phát động", "2028-01-05", GH_ROLL_RULE_YEAR, FALSE },
    { "observance 2027-02-27 Ngày Thầy thuốc Việt Nam", "2028-02-27", GH_ROLL_RULE_OBSERVANCE,
      FALSE },
    /* Sunday, 15 days after Tết; the weekday is another one, which is to be looked at. */
    { "festival 2027-02-21 Lễ hội Xuân hồng", "2028-02-10", GH_ROLL_RULE_LUNAR, TRUE },
    { "launch 2027-01-08 Phát động Lễ hội Xuân hồng", "2028-01-07", GH_ROLL_RULE_WORKING_DAY,
      TRUE },
    /* "trước ngày …": the last day, 17/03/2028, is a Friday. */
    { "deadline 2027-03-19 Báo cáo kết quả", "2028-03-18", GH_ROLL_RULE_WORKING_DAY, FALSE },
    /* 28/01/2028 is mùng 3 Tết: what was before Tết stays before it. */
    /* An event is no standing day by its date alone. */
    { "session 2027-05-19 Buổi hiến máu công ty", "2028-05-19", GH_ROLL_RULE_YEAR, FALSE },
    { "award 2027-11-20 Tôn vinh thầy cô", "2028-11-20", GH_ROLL_RULE_OBSERVANCE, FALSE },
    { "session 2027-01-28 Buổi hiến máu công an", "2028-01-24", GH_ROLL_RULE_WORKING_DAY, TRUE },
    { "session 2027-01-31 Buổi hiến máu chợ", "2028-01-31", GH_ROLL_RULE_YEAR, TRUE },
    { "award 2027-06-14 Ngày Thế giới tôn vinh người hiến máu", "2028-06-14",
      GH_ROLL_RULE_OBSERVANCE, FALSE },
    { "session 2027-01-03 Chủ nhật Đỏ", "2028-01-02", GH_ROLL_RULE_OBSERVANCE, FALSE },
    { "session 2027-01-31 Ngày hội Chủ nhật Đỏ", "2028-01-30", GH_ROLL_RULE_OBSERVANCE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("!year 2027\n!activity %s\n", cases[i].activity);
      g_autoptr (GhDossier) dossier = sample_plan_read (text);
      g_autoptr (GhRollPlan) roll = gh_roll_plan_new (dossier, NULL, 2028);
      g_autoptr (GPtrArray) awards = NULL;
      g_autoptr (GhDossier) made = gh_roll_plan_make (roll, &awards);
      const GhActivity *activity = g_ptr_array_index (made->activities, 0);
      const GhRollChange *change = find_change (roll, GH_ROLL_ACTIVITY, GH_ROLL_SPAN);
      g_autofree char *day = gh_day_format_iso (activity->span.start);

      g_test_message ("%s", cases[i].activity);
      g_assert_cmpstr (day, ==, cases[i].after);
      g_assert_cmpint (change->rule, ==, cases[i].rule);
      g_assert_cmpint (change->look, ==, cases[i].look);
    }
}

/* One day in several places goes to one day, and is switched off in all of them. */
static void
test_ties (void)
{
  g_autoptr (GhDossier) dossier =
    sample_plan_read ("!year 2027\n- Danh sách gửi trước Tết, trước ngày 17/01/2027.\n"
                      "- Nhắc lại: hạn trước ngày 17/01/2027.\n"
                      "!activity deadline 2027-01-17 Danh sách trước Tết\n"
                      "!activity-text Danh sách gửi trước Tết, trước ngày 17/01/2027.\n");
  g_autoptr (GhRollPlan) roll = gh_roll_plan_new (dossier, NULL, 2028);
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GhDossier) made = gh_roll_plan_make (roll, &awards);
  g_autoptr (GhDossier) kept = NULL;
  const GhActivity *activity = g_ptr_array_index (made->activities, 0);
  const GhRollChange *first = g_ptr_array_index (roll->changes, 0);
  guint n_tied = 0;

  g_assert_cmpstr (activity->text, ==, "Danh sách gửi trước Tết, trước ngày 06/01/2028.");
  g_assert_cmpstr (((GhBlock *) g_ptr_array_index (made->plan->blocks, 0))->text, ==,
                   activity->text);
  g_assert_cmpstr (((GhBlock *) g_ptr_array_index (made->plan->blocks, 1))->text, ==,
                   "Nhắc lại: hạn trước ngày 06/01/2028.");
  for (guint i = 0; i < roll->changes->len; i++)
    n_tied += ((GhRollChange *) g_ptr_array_index (roll->changes, i))->tie == first->tie ? 1 : 0;
  g_assert_cmpuint (first->tie, !=, 0);
  g_assert_cmpuint (n_tied, ==, 3);
  gh_roll_plan_set_wanted (roll, 0, FALSE);
  kept = gh_roll_plan_make (roll, &none);
  activity = g_ptr_array_index (kept->activities, 0);
  g_assert_cmpuint (activity->span.start, ==, gh_day_from_ymd (2027, 1, 17));
  g_assert_true (gh_plan_equal (kept->plan, dossier->plan));
}

/* An entry that was read from a day of the moon follows the moon, and so does its sentence. */
static void
test_lunar_entry (void)
{
  g_autoptr (GhDossier) dossier = sample_plan_read (
    "!year 2027\n- Họp mặt ngày 10/01/2027 (mùng 3 tháng Chạp Bính Ngọ).\n"
    "!activity other 2027-01-10 Họp mặt\n!activity-text Họp mặt ngày 10/01/2027\n");
  g_autoptr (GhRollPlan) roll = gh_roll_plan_new (dossier, NULL, 2028);
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GhDossier) made = gh_roll_plan_make (roll, &awards);
  const GhActivity *activity = g_ptr_array_index (made->activities, 0);

  g_assert_cmpuint (activity->span.start, ==, gh_day_from_ymd (2027, 12, 30));
  g_assert_cmpstr (activity->text, ==, "Họp mặt ngày 30/12/2027");
}

/* The report of a donation day that the moon takes along does not go with it. */
static void
test_order (void)
{
  g_autoptr (GhDossier) dossier =
    sample_plan_read ("!year 2027\n!activity festival 2027-02-21 Lễ hội Xuân hồng\n"
                      "!activity other 2027-02-18 Họp chuẩn bị\n"
                      "!activity other 2027-03-02 Họp rút kinh nghiệm\n");
  g_autoptr (GhRollPlan) roll = gh_roll_plan_new (dossier, NULL, 2028);
  const GhRollChange *meeting = g_ptr_array_index (roll->changes, 1);
  const GhRollChange *review = g_ptr_array_index (roll->changes, 2);

  g_assert_true (meeting->look); /* 18/02/2028, the festival is on 10/02/2028 */
  g_assert_nonnull (strstr (meeting->note, "Lễ hội Xuân hồng"));
  g_assert_false (review->look);
}

/* A list is due as many days before the event as it was, a task of that day with it. */
static void
test_distance (void)
{
  g_autoptr (GhDossier) dossier = sample_plan_read (
    "!title Hiến máu\n!year 2027\n!activity session 2027-02-21 Ngày hội Xuân hồng\n"
    "!activity deadline 2027-02-12 Gửi danh sách\n"
    "!task Trường A|Gửi danh sách|2027-02-12\n- Gửi trước 12/02/2027.\n"
    "- Gửi danh sách sau ngày 12/02/2027 là chậm.\n");
  g_autoptr (GhRollPlan) roll = gh_roll_plan_new (dossier, NULL, 2028);
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GhDossier) made = gh_roll_plan_make (roll, &awards);
  guint32 day = gh_day_from_ymd (2028, 2, 1); /* the session is on 10/02/2028 */

  g_assert_cmpuint (((GhActivity *) made->activities->pdata[0])->span.start, ==, day);
  g_assert_cmpuint (((GhTask *) made->plan->tasks->pdata[0])->deadline.start, ==, day);
  g_assert_nonnull (strstr (((GhBlock *) made->plan->blocks->pdata[0])->text, "01/02/2028"));
}

/* A text of a file from outside may have no end of dates. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new ("!year 2027\n- ");
  g_autoptr (GhDossier) dossier = NULL;
  g_autoptr (GhRollPlan) roll = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GhDossier) made = NULL;
  const char *after;

  for (int i = 0; i < 5000; i++)
    g_string_append (text, "ngày 09/3/2027 năm 2027 ");
  dossier = sample_plan_read (text->str);
  roll = gh_roll_plan_new (dossier, NULL, 2028);
  g_assert_cmpuint (roll->changes->len, ==, 10000);
  for (guint i = 0; i < roll->changes->len; i++)
    {
      const GhRollChange *change = g_ptr_array_index (roll->changes, i);

      g_assert_cmpuint (strlen (change->context), <, 5000);
      g_assert_true (g_str_has_prefix (change->context + change->start, change->before));
    }
  made = gh_roll_plan_make (roll, &awards);
  after = ((const GhBlock *) g_ptr_array_index (made->plan->blocks, 0))->text;
  g_assert_null (strstr (after, "2027"));
  g_assert_true (g_str_has_prefix (after, "ngày 09/3/2028 năm 2028 ngày 09/3/2028"));
}

static void
test_sentence_in_bold (void)
{
  g_autoptr (GhDossier) dossier =
    sample_plan_read ("!year 2027\n- **Ngày hội** hiến máu   mở ngày **09/3/2027** tại chợ; vui.\n"
                      "|Việc|Thời gian|\n|Họp|10/3/2027|\n"
                      "!activity session 2027-03-09 Ngày hội\n"
                      "!activity-text Ngày hội hiến máu mở ngày 09/3/2027 tại chợ\n"
                      "!activity other 2027-03-10 Họp\n!activity-text Họp | 10/3/2027\n");
  g_autoptr (GhRollPlan) roll = gh_roll_plan_new (dossier, NULL, 2028);
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GhDossier) made = gh_roll_plan_make (roll, &awards);

  g_assert_cmpstr (((GhActivity *) g_ptr_array_index (made->activities, 0))->text, ==,
                   "Ngày hội hiến máu mở ngày 09/3/2028 tại chợ");
  g_assert_cmpstr (((GhActivity *) g_ptr_array_index (made->activities, 1))->text, ==,
                   "Họp | 10/3/2028");
}

/* --- figures and issue -------------------------------------------------------------------------
 */

static void
test_figures (void)
{
  g_autoptr (GhDossier) dossier = sample_plan_read (
    "!year 2027\n!number 12\n!date 2026-12-15\n!state issued\n!target blood-units 220\n"
    "!unit 1 0 Xã Một\n!unit 2 0 Xã Hai\n!quota 1 blood-units 120\n!quota 2 blood-units 100\n"
    "!result 1 90 80\n!basis Kế hoạch số 5/KH-BCĐ ngày 30/11/2026 về năm 2027\n"
    "!basis Luật ngày 03 tháng 6 năm 2008\n!activity session 2027-03-09 Ngày hội\n");
  GhResult *result = g_ptr_array_index (dossier->results, 0);
  g_autoptr (GhRollPlan) roll = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GhDossier) made = NULL;
  const GhRollChange *basis;
  const GhRollChange *target;

  result->bags_250 = 50;
  result->bags_350 = 31;
  roll = gh_roll_plan_new (dossier, NULL, 2028);
  made = gh_roll_plan_make (roll, &awards);
  basis = find_change (roll, GH_ROLL_BASIS, GH_ROLL_NOTE);
  target = find_change (roll, GH_ROLL_TARGET, GH_ROLL_NOTE);
  g_assert_cmpstr (made->plan->number, ==, "");
  g_assert_cmpint (made->plan->issue_year, ==, 0);
  g_assert_cmpint (made->plan->state, ==, GH_PLAN_DRAFT);
  g_assert_cmpint (made->campaign->year, ==, 2028);
  g_assert_cmpuint (made->results->len, ==, 0);
  g_assert_cmpuint (made->quotas->len, ==, 2);
  g_assert_cmpuint (made->targets->len, ==, 1);
  g_assert_cmpint (((GhUnit *) g_ptr_array_index (made->units, 0))->last_year, ==, 81);
  g_assert_cmpint (((GhUnit *) g_ptr_array_index (made->units, 1))->last_year, ==, -1);
  g_assert_cmpstr (((GhBasis *) g_ptr_array_index (made->plan->bases, 0))->text, ==,
                   "Kế hoạch số 5/KH-BCĐ ngày 30/11/2026 về năm 2027");
  g_assert_nonnull (basis);
  g_assert_true (basis->look);
  g_assert_cmpint (basis->index, ==, 0);
  g_assert_true (target->look);
  g_assert_nonnull (strstr (target->note, "2027"));
}

/* --- any plan, any year ------------------------------------------------------------------------
 */

static void
append_date (GString *out, GRand *rand, int year)
{
  static const char *const words[] = { "thứ Hai", "thứ Ba",  "thứ Tư",  "thứ Năm",
                                       "thứ Sáu", "thứ Bảy", "Chủ nhật" };
  guint32 day = gh_day_from_ymd (year, 1, 1) + (guint32) g_rand_int_range (rand, -40, 330);
  int y, m, d;

  gh_day_to_ymd (day, &y, &m, &d);
  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      g_string_append_printf (out, "%s, ngày %02d/%02d/%d", words[gh_day_weekday (day) - 1], d, m,
                              y);
      break;
    case 1:
      g_string_append_printf (out, "ngày %02d tháng %02d năm %d (%s)", d, m, y,
                              words[gh_day_weekday (day) - 1]);
      break;
    case 2:
      g_string_append_printf (out, "chậm nhất ngày %d/%d/%d", d, m, y);
      break;
    case 3:
      g_string_append_printf (out, "tháng %02d/%d", m, y);
      break;
    case 4:
      g_string_append_printf (out, "trước ngày %02d/%02d/%d", d, m, y);
      break;
    default:
      g_string_append_printf (out, "%02d/%d/%d", d, m, y);
    }
}

static char *
make_plan (GRand *rand, int year)
{
  static const char *const ways[] = {
    "Lễ hội Xuân hồng",         "Hiến máu trước Tết", "Trực dịp Tết",     "Sau Tết gặp mặt",
    "Ngày Thầy thuốc Việt Nam", "Hội nghị",           "Buổi hiến máu xã", "Gửi danh sách sau Tết"
  };
  static const char *const kinds[] = { "festival",   "session", "other",   "other",
                                       "observance", "review",  "session", "deadline" };
  GString *out = g_string_new (NULL);
  g_autofree char *name = gh_lunar_year_name (year);
  int n = g_rand_int_range (rand, 3, 12);

  g_string_append_printf (out, "!title Hiến máu dịp Tết %s năm %d\n!year %d\n# I|NỘI DUNG\n", name,
                          year, year);
  for (int i = 0; i < n; i++)
    {
      int k = g_rand_int_range (rand, 0, (int) G_N_ELEMENTS (ways));
      guint32 tet = gh_lunar_tet (year);
      g_autofree char *day = gh_day_format_iso (tet + (guint32) g_rand_int_range (rand, -30, 35));

      g_string_append_printf (out, "- %s %d: ", ways[k], i);
      append_date (out, rand, year);
      g_string_append_printf (out, "; lần thứ %d, năm %d.\n", i + 3, year);
      g_string_append_printf (out, "!activity %s %s %s %d\n", kinds[k], day, ways[k], i);
    }
  return g_string_free (out, FALSE);
}

static guint
count_findings (GhDossier *dossier)
{
  g_autoptr (GPtrArray) findings = gh_check_run (dossier, gh_day_from_ymd (2026, 1, 1));
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);

      n += g_str_equal (finding->code, "weekday-mismatch") ||
           g_str_equal (finding->code, "impossible-date") ||
           g_str_equal (finding->code, "malformed-date") ||
           g_str_equal (finding->code, "inconsistent-date");
    }
  return n;
}

static void
check_weekdays (GhDossier *made, const GPtrArray *awards, int year)
{
  g_autoptr (GArray) slots = gh_roll_slots_new (made, awards);

  for (guint i = 0; i < slots->len; i++)
    {
      const char *text = *g_array_index (slots, GhRollSlot, i).text;
      g_autoptr (GPtrArray) dates = gh_date_scan (text, year);

      for (guint k = 0; k < dates->len; k++)
        {
          const GhDateMatch *match = g_ptr_array_index (dates, k);

          if (match->weekday != 0 && match->weekday != gh_day_weekday (match->span.start))
            g_error ("the weekday is wrong: %s", text);
        }
    }
}

/* A text differs if and only if a wanted change says so. */
static void
check_listed (const GhRollPlan *roll, GhDossier *made, const GPtrArray *awards)
{
  g_autoptr (GArray) old = gh_roll_slots_new (roll->dossier, roll->awards);
  g_autoptr (GArray) now = gh_roll_slots_new (made, awards);
  g_autoptr (GHashTable) listed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < roll->changes->len; i++)
    {
      const GhRollChange *change = g_ptr_array_index (roll->changes, i);

      g_assert_false (change->wanted && change->kind == GH_ROLL_NOTE);
      g_assert_true (change->kind != GH_ROLL_TEXT || !g_str_equal (change->before, change->after));
      if (change->wanted && change->slot != G_MAXUINT)
        g_hash_table_add (listed, GUINT_TO_POINTER (change->slot + 1));
    }
  g_assert_cmpuint (old->len, ==, now->len);
  for (guint i = 0; i < old->len; i++)
    {
      const GhRollSlot *slot = &g_array_index (old, GhRollSlot, i);
      const char *after = *g_array_index (now, GhRollSlot, i).text;

      /* Activities are put in the order of their new days. */
      if (slot->subject != GH_ROLL_ACTIVITY && !slot->sentence)
        g_assert_cmpint (!g_str_equal (*slot->text, after), ==,
                         g_hash_table_contains (listed, GUINT_TO_POINTER (i + 1)));
    }
}

static void
check_moves (const GhRollPlan *roll)
{
  int from = roll->dossier->campaign->year;

  for (guint i = 0; i < roll->changes->len; i++)
    {
      const GhRollChange *change = g_ptr_array_index (roll->changes, i);
      const GhActivity *activity;
      gint64 old;
      gint64 now;

      if (change->kind != GH_ROLL_SPAN || change->subject != GH_ROLL_ACTIVITY)
        continue;
      activity = g_ptr_array_index (roll->dossier->activities, change->index);
      old = (gint64) activity->span.start - gh_lunar_tet (from);
      now = (gint64) change->span.start - gh_lunar_tet (roll->year);
      if (change->rule == GH_ROLL_RULE_LUNAR)
        g_assert_cmpint (old, ==, now);
      if (activity->kind == GH_ACTIVITY_DEADLINE &&
          !gh_day_is_off (gh_date_span_last_day (&activity->span)))
        g_assert_false (gh_day_is_off (gh_date_span_last_day (&change->span)));
    }
}

static char *
dump (const GhRollPlan *roll)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < roll->changes->len; i++)
    {
      const GhRollChange *change = g_ptr_array_index (roll->changes, i);

      g_string_append_printf (out, "%d %d %u %" G_GSIZE_FORMAT " %s|%s|%s|%s|%u\n", change->kind,
                              change->rule, change->slot, change->start, change->where,
                              change->before, change->after, change->note, change->tie);
    }
  return g_string_free (out, FALSE);
}

/* A plan with parts that were frozen, of which some were changed by hand, and a budget. */
static void
add_parts (GhDossier *dossier, GRand *rand)
{
  static const char *const keys[] = { "calendar", "targets", "annex-calendar", "budget" };

  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    g_ptr_array_add (dossier->budget, gh_budget_line_new ("Chi năm 2027"));
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GhSummary) summary = gh_summary_new (dossier);
      GhBlock *block = gh_block_new (GH_BLOCK_LIVE, 0, "", i == 2 ? "LỊCH {{year}}" : "");
      guint index = (guint) g_rand_int_range (rand, 1, (int) dossier->plan->blocks->len);

      g_free (block->live);
      block->live = g_strdup (keys[i]);
      g_ptr_array_insert (dossier->plan->blocks, (int) index, block);
      if (g_rand_boolean (rand))
        g_assert_true (gh_live_freeze (dossier->plan, index, summary));
      if (g_rand_int_range (rand, 0, 3) == 0)
        g_ptr_array_insert (dossier->plan->blocks, (int) index + 1,
                            gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", "thêm ngày 09/3/2027"));
    }
}

static guint
count_live (const GhPlan *plan, gboolean frozen)
{
  g_autoptr (GHashTable) marks = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (guint i = 0; i < plan->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (plan->blocks, i);

      n += block->kind == GH_BLOCK_LIVE ? 1 : 0;
      if (*block->frozen != '\0')
        g_hash_table_add (marks, block->frozen);
    }
  return frozen ? g_hash_table_size (marks) : n;
}

/* Each part is live again, or stays the text it was; each line of the budget is there or not. */
static void
check_parts (GhDossier *dossier, int to)
{
  g_autoptr (GhRollPlan) roll = gh_roll_plan_new (dossier, NULL, to);
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GPtrArray) awards_kept = NULL;
  g_autoptr (GhDossier) made = gh_roll_plan_make (roll, &awards);
  g_autoptr (GhDossier) kept = NULL;
  guint n_frozen = count_live (dossier->plan, TRUE);

  g_assert_cmpuint (count_live (made->plan, TRUE), ==, 0);
  g_assert_cmpuint (count_live (made->plan, FALSE), ==,
                    count_live (dossier->plan, FALSE) + n_frozen);
  g_assert_cmpuint (made->budget->len, ==, dossier->budget->len);
  for (guint i = 0; i < roll->changes->len; i++)
    {
      const GhRollChange *change = g_ptr_array_index (roll->changes, i);

      if (change->kind == GH_ROLL_PART || change->kind == GH_ROLL_BUDGET_LINE)
        gh_roll_plan_set_wanted (roll, i, FALSE);
    }
  kept = gh_roll_plan_make (roll, &awards_kept);
  g_assert_cmpuint (count_live (kept->plan, TRUE), ==, n_frozen);
  g_assert_cmpuint (kept->plan->blocks->len, ==, dossier->plan->blocks->len);
  g_assert_cmpuint (kept->budget->len, ==, 0);
}

/* Which texts are listed is told by what they were, so parts and lines stay where they are. */
static GhRollPlan *
roll_texts (GhDossier *dossier, int to)
{
  GhRollPlan *roll = gh_roll_plan_new (dossier, NULL, to);

  for (guint i = 0; i < roll->changes->len; i++)
    if (((const GhRollChange *) roll->changes->pdata[i])->kind == GH_ROLL_PART)
      gh_roll_plan_set_wanted (roll, i, FALSE);
  return roll;
}

static void
test_any (void)
{
  for (guint32 seed = 1; seed <= 300; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      int from = g_rand_int_range (rand, 2024, 2040);
      int to = from + g_rand_int_range (rand, 1, 4);
      g_autofree char *text = make_plan (rand, from);
      g_autoptr (GhDossier) dossier = sample_plan_read (text);
      g_autoptr (GhRollPlan) roll = NULL;
      g_autoptr (GhRollPlan) again = NULL;
      g_autoptr (GPtrArray) awards = NULL;
      g_autoptr (GPtrArray) awards_again = NULL;
      g_autoptr (GhDossier) made = NULL;
      g_autoptr (GhDossier) made_again = NULL;
      g_autofree char *one = NULL;
      g_autofree char *two = NULL;

      add_parts (dossier, rand);
      roll = roll_texts (dossier, to);
      again = roll_texts (dossier, to);
      made = gh_roll_plan_make (roll, &awards);
      made_again = gh_roll_plan_make (again, &awards_again);
      one = dump (roll);
      two = dump (again);
      g_assert_cmpstr (one, ==, two);
      check_parts (dossier, to);
      g_assert_true (gh_plan_equal (made->plan, made_again->plan));
      check_weekdays (made, awards, to);
      check_listed (roll, made, awards);
      check_moves (roll);
      if (count_findings (made) > count_findings (dossier))
        g_error ("seed %u: the checker finds more than before:\n%s", seed, text);
    }
}

/* A part that says what the data say needs no changes of its dates, but its title does; where
 * somebody has written into it, they are listed, and the part is to be looked at. */
static void
test_frozen (void)
{
  for (int edited = 0; edited < 2; edited++)
    {
      g_autoptr (GhDossier) dossier =
        sample_plan_read ("!title Hiến máu\n!year 2027\n# I|NỘI DUNG\n: a\n"
                          "!activity other 2027-03-09 Họp\n@annex-calendar");
      g_autoptr (GhSummary) summary = gh_summary_new (dossier);
      g_autoptr (GhRollPlan) roll = NULL;
      g_autoptr (GPtrArray) awards = NULL;
      g_autoptr (GhDossier) made = NULL;
      GhBlock *block = g_ptr_array_index (dossier->plan->blocks, 2);
      guint n_cells = 0;
      guint n_parts = 0;

      g_free (block->text);
      block->text = g_strdup ("LỊCH NĂM 2027");
      g_assert_true (gh_live_freeze (dossier->plan, 2, summary));
      block = g_ptr_array_index (dossier->plan->blocks, 3);
      if (edited)
        gh_block_add_row (block, (const char *const[]){ "2", "Họp lại", NULL });
      roll = gh_roll_plan_new (dossier, NULL, 2028);
      for (guint i = 0; i < roll->changes->len; i++)
        {
          const GhRollChange *change = g_ptr_array_index (roll->changes, i);

          n_cells += change->kind == GH_ROLL_TEXT && change->row >= 0 ? 1 : 0;
          n_parts += change->kind == GH_ROLL_PART ? 1 : 0;
          if (change->kind == GH_ROLL_PART)
            g_assert_cmpint (change->look, ==, edited);
        }
      g_assert_cmpuint (n_parts, ==, 1);
      g_assert_cmpint (n_cells > 0, ==, edited);
      made = gh_roll_plan_make (roll, &awards);
      g_assert_cmpuint (made->plan->blocks->len, ==, 3);
      block = g_ptr_array_index (made->plan->blocks, 2);
      g_assert_cmpstr (block->live, ==, "annex-calendar");
      g_assert_cmpstr (block->text, ==, "LỊCH NĂM 2028");
    }
}

/* Figures stand as they were, years in the words are the new ones. The first line is marked for all
 * of them, and what has no amount. */
static void
test_budget (void)
{
  g_autoptr (GhDossier) dossier = sample_plan_read ("!title Hiến máu\n!year 2027\n: a\n");
  g_autoptr (GhRollPlan) roll = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GhDossier) made = NULL;
  GhBudgetLine *line = gh_budget_line_new ("Băng rôn");
  guint n = 0;

  line->quantity = 12;
  line->price = 350000;
  g_free (line->source);
  line->source = g_strdup ("Ngân sách năm 2027");
  g_ptr_array_add (dossier->budget, line);
  g_ptr_array_add (dossier->budget, gh_budget_line_new ("Nước uống"));
  line = gh_budget_line_new ("Phông");
  line->quantity = 1;
  line->price = 90000;
  g_ptr_array_add (dossier->budget, line);
  roll = gh_roll_plan_new (dossier, NULL, 2028);
  for (guint i = 0; i < roll->changes->len; i++)
    {
      const GhRollChange *change = g_ptr_array_index (roll->changes, i);

      if (change->kind != GH_ROLL_BUDGET_LINE)
        continue;
      n++;
      g_assert_true (change->wanted && *change->note != '\0');
      g_assert_cmpint (change->look, ==, n < 3);
      g_assert_cmpstr (change->before, ==,
                       n == 1   ? "4.200.000 đồng"
                       : n == 2 ? "no amount yet"
                                : "90.000 đồng");
      if (n >= 2)
        gh_roll_plan_set_wanted (roll, i, FALSE);
    }
  g_assert_cmpuint (n, ==, 3);
  made = gh_roll_plan_make (roll, &awards);
  g_assert_cmpuint (made->budget->len, ==, 1);
  line = g_ptr_array_index (made->budget, 0);
  g_assert_cmpint (line->quantity, ==, 12);
  g_assert_cmpint (line->price, ==, 350000);
  g_assert_cmpstr (line->source, ==, "Ngân sách năm 2028");
  g_assert_cmpstr (((GhBudgetLine *) dossier->budget->pdata[0])->source, ==, "Ngân sách năm 2027");
}

/* With everything switched off it is last year's text. */
static void
test_nothing (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree char *text = make_plan (rand, 2027);
  g_autoptr (GhDossier) dossier = sample_plan_read (text);
  g_autoptr (GhRollPlan) roll = gh_roll_plan_new (dossier, NULL, 2028);
  g_autoptr (GPtrArray) awards = NULL;
  g_autoptr (GhDossier) made = NULL;

  for (guint i = 0; i < roll->changes->len; i++)
    gh_roll_plan_set_wanted (roll, i, FALSE);
  made = gh_roll_plan_make (roll, &awards);
  g_assert_true (gh_plan_equal (made->plan, dossier->plan));
  /* In the order of their days. */
  for (guint i = 0; i < made->activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (made->activities, i);
      const GhActivity *old = NULL;

      for (guint k = 0; k < dossier->activities->len; k++)
        if (g_str_equal (((GhActivity *) g_ptr_array_index (dossier->activities, k))->title,
                         activity->title))
          old = g_ptr_array_index (dossier->activities, k);
      g_assert_nonnull (old);
      g_assert_true (gh_date_span_equal (&old->span, &activity->span));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roll/sentences", test_sentences);
  g_test_add_func ("/roll/calendar", test_calendar);
  g_test_add_func ("/roll/ties", test_ties);
  g_test_add_func ("/roll/lunar-entry", test_lunar_entry);
  g_test_add_func ("/roll/order", test_order);
  g_test_add_func ("/roll/distance", test_distance);
  g_test_add_func ("/roll/long", test_long);
  g_test_add_func ("/roll/sentence-in-bold", test_sentence_in_bold);
  g_test_add_func ("/roll/figures", test_figures);
  g_test_add_func ("/roll/any", test_any);
  g_test_add_func ("/roll/frozen", test_frozen);
  g_test_add_func ("/roll/budget", test_budget);
  g_test_add_func ("/roll/nothing", test_nothing);
  return g_test_run ();
}
