/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "make-dossier.h"

static GhUnit *
add_unit (GhDossier *dossier, gint64 parent_id, const char *name, gint64 headcount)
{
  GhUnit *unit = gh_unit_new (name);

  unit->id = dossier->units->len + 1;
  unit->parent_id = parent_id;
  unit->headcount = headcount;
  unit->position = (int) dossier->units->len;
  g_ptr_array_add (dossier->units, unit);
  return unit;
}

static void
add_quota (GhDossier *dossier, const GhUnit *unit, GhIndicator indicator, gint64 value)
{
  g_ptr_array_add (dossier->quotas, gh_quota_new (unit->id, indicator, value));
}

static void
add_result (GhDossier *dossier,
            const GhUnit *unit,
            gint64 registered,
            gint64 n_250,
            gint64 n_350,
            gint64 n_450)
{
  GhResult *result = gh_result_new (unit->id, 0);

  result->registered = registered;
  result->came = n_250 + n_350 + n_450 + 3;
  result->deferred = 3;
  result->donated = n_250 + n_350 + n_450;
  result->bags_250 = n_250;
  result->bags_350 = n_350;
  result->bags_450 = n_450;
  result->complete = TRUE;
  g_ptr_array_add (dossier->results, result);
}

static GhActivity *
add_activity (GhDossier *dossier, const char *title, GhActivityKind kind, GhDateSpan span)
{
  GhActivity *activity = gh_activity_new (title, kind, &span);

  activity->id = dossier->activities->len + 1;
  g_ptr_array_add (dossier->activities, activity);
  return activity;
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static GhPlan *
make_plan (void)
{
  GhPlan *plan = gh_plan_new ();

  set_text (&plan->parent_issuer, "Ủy ban nhân dân huyện Bình An");
  set_text (&plan->issuer, "Ban Chỉ đạo vận động hiến máu tình nguyện huyện Bình An");
  set_text (&plan->place, "Bình An");
  set_text (&plan->authority, "TM. BAN CHỈ ĐẠO");
  set_text (&plan->signer_role, "TRƯỞNG BAN");
  set_text (&plan->signer_post, "PHÓ CHỦ TỊCH UBND HUYỆN");
  set_text (&plan->signer_name, "Lê Thị Hồng Vân");
  return plan;
}

static void
add_targets (GhDossier *dossier)
{
  const struct
  {
    GhIndicator indicator;
    GhComparator comparator;
    double value;
    double value_to;
    const char *unit;
    const char *basis;
    const char *text;
  } targets[] = {
    { GH_INDICATOR_REGISTRATIONS, GH_COMPARATOR_AT_LEAST, 240, 240, "người", "",
      "Vận động từ 240 người trở lên đăng ký hiến máu." },
    { GH_INDICATOR_BLOOD_UNITS, GH_COMPARATOR_AT_LEAST, 150, 180, "đơn vị máu", "",
      "Tiếp nhận 150 – 180 đơn vị máu." },
    { GH_INDICATOR_VOLUME_PERCENT, GH_COMPARATOR_AT_LEAST, 60, 60, "%", "tổng số túi máu", "" },
    { GH_INDICATOR_YEAR_PERCENT, GH_COMPARATOR_EXACTLY, 20, 20, "", "chỉ tiêu năm 2027", "" },
    { GH_INDICATOR_REACH, GH_COMPARATOR_ABOUT, 1000, 1000, "lượt", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      GhTarget *target =
        gh_target_new (targets[i].indicator, targets[i].comparator, targets[i].value);

      target->id = (gint64) i + 1;
      target->value_to = targets[i].value_to;
      target->position = (int) i;
      set_text (&target->unit, targets[i].unit);
      set_text (&target->basis, targets[i].basis);
      set_text (&target->text, targets[i].text);
      g_ptr_array_add (dossier->targets, target);
    }
}

static void
add_calendar (GhDossier *dossier)
{
  GhActivity *activity;
  GhDateSpan span = gh_date_span_day (gh_day_from_ymd (2027, 1, 9));

  span.start_minute = 7 * 60 + 30;
  span.end_minute = 11 * 60 + 30;
  activity =
    add_activity (dossier, "Lễ phát động chiến dịch, hưởng ứng \"Xuân hồng\"; có mưa thì lùi",
                  GH_ACTIVITY_LAUNCH, span);
  set_text (&activity->place, "Hội trường A, UBND huyện");
  set_text (&activity->lead, "Hội Chữ thập đỏ huyện");
  set_text (&activity->partners, "Huyện đoàn; Phòng Y tế, Công an huyện");

  activity = add_activity (dossier, "Tuyên truyền trên hệ thống loa của các xã, thị trấn",
                           GH_ACTIVITY_COMMUNICATION, gh_date_span_month (2027, 2));
  set_text (&activity->text, "Trong tháng 02/2027, các xã, thị trấn tuyên truyền trên hệ thống loa "
                             "truyền thanh ít nhất mỗi ngày một lần vào buổi sáng và buổi chiều.");
  span = gh_date_span_day (gh_day_from_ymd (2027, 2, 20));
  span.before = TRUE;
  add_activity (dossier, "Gửi danh sách đăng ký", GH_ACTIVITY_DEADLINE, span);
  span = gh_date_span_days (gh_day_from_ymd (2027, 2, 27), gh_day_from_ymd (2027, 2, 28));
  span.start_minute = 7 * 60;
  span.end_minute = 11 * 60;
  activity = add_activity (dossier, "Ngày hiến máu tập trung", GH_ACTIVITY_SESSION, span);
  activity->state = GH_ACTIVITY_DONE;
  set_text (&activity->result, "Tiếp nhận 96 túi máu");
  add_activity (dossier, "Họp rút kinh nghiệm", GH_ACTIVITY_REVIEW,
                gh_date_span_month_part (2027, 3, 3));
  activity =
    add_activity (dossier, "Giao lưu văn nghệ", GH_ACTIVITY_OTHER,
                  gh_date_span_days (gh_day_from_ymd (2027, 3, 1), gh_day_from_ymd (2027, 3, 3)));
  activity->state = GH_ACTIVITY_CANCELLED;
  add_activity (dossier, "Tổng kết", GH_ACTIVITY_REVIEW, gh_date_span_quarter (2027, 2));
  add_activity (dossier, "Khen thưởng cuối năm", GH_ACTIVITY_AWARD, gh_date_span_year (2027));
  span = (GhDateSpan) GH_DATE_SPAN_INIT;
  add_activity (dossier, "Thăm hỏi người hiến máu khi cần", GH_ACTIVITY_OTHER, span);
}

GhDossier *
make_small_dossier (void)
{
  GhCampaign *campaign = gh_campaign_new ("Chiến dịch Tết và Lễ hội Xuân hồng 2027", 2027);
  GhDossier *dossier;
  const GhUnit *root;
  const GhUnit *block;
  const GhUnit *unit;

  campaign->convention = GH_CONVENTION_250_ML;
  dossier = gh_dossier_new (campaign, make_plan ());
  root = add_unit (dossier, 0, "Huyện Bình An", -1);
  block = add_unit (dossier, root->id, "Khối xã, thị trấn", -1);
  unit = add_unit (dossier, block->id, "Xã An Hòa", 45);
  add_quota (dossier, unit, GH_INDICATOR_REGISTRATIONS, 60);
  add_quota (dossier, unit, GH_INDICATOR_BLOOD_UNITS, 40);
  add_result (dossier, unit, 52, 10, 22, 0);
  unit = add_unit (dossier, block->id, "Xã Bình Lộc", -1);
  add_quota (dossier, unit, GH_INDICATOR_REGISTRATIONS, 50);
  add_quota (dossier, unit, GH_INDICATOR_BLOOD_UNITS, 0);
  unit = add_unit (dossier, block->id, "Thị trấn Bình An", 61);
  add_quota (dossier, unit, GH_INDICATOR_REGISTRATIONS, 70);
  add_quota (dossier, unit, GH_INDICATOR_BLOOD_UNITS, 60);
  add_result (dossier, unit, 70, 26, 30, 1);
  block = add_unit (dossier, root->id, "Khối trường học", 12);
  add_quota (dossier, block, GH_INDICATOR_REGISTRATIONS, 5);
  add_result (dossier, block, 4, 3, 0, 0);
  unit = add_unit (dossier, block->id,
                   "Trường Trung học phổ thông chuyên Nguyễn Bỉnh Khiêm, thị trấn Bình An", 88);
  add_quota (dossier, unit, GH_INDICATOR_REGISTRATIONS, 55);
  add_quota (dossier, unit, GH_INDICATOR_BLOOD_UNITS, 45);
  add_unit (dossier, unit->id, "Chi đoàn giáo viên", 88);
  add_unit (dossier, root->id, "Hội Liên hiệp Phụ nữ huyện", -1);
  block = add_unit (dossier, root->id, "Khối doanh nghiệp", -1);
  add_unit (dossier, block->id, "Công ty Cổ phần May Bình An", -1);
  add_unit (dossier, block->id, "Hợp tác xã Đồng Tâm", -1);
  add_targets (dossier);
  add_calendar (dossier);
  return dossier;
}

GhDossier *
make_large_dossier (guint n_units, guint n_branch, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  GhDossier *dossier =
    gh_dossier_new (gh_campaign_new ("Chiến dịch toàn tỉnh 2027", 2027), make_plan ());
  gint64 branch_id = 0;

  while (dossier->units->len < n_units)
    {
      guint i = dossier->units->len;
      g_autofree char *name =
        g_strdup_printf (i % n_branch == 0 ? "Xã số %u" : "Trường Tiểu học số %u", i + 1);
      const GhUnit *unit = add_unit (dossier, i % n_branch == 0 ? 0 : branch_id, name,
                                     i % n_branch == 0 ? -1 : g_rand_int_range (random, 5, 400));

      if (i % n_branch == 0)
        {
          branch_id = unit->id;
          continue;
        }
      add_quota (dossier, unit, GH_INDICATOR_REGISTRATIONS, g_rand_int_range (random, 0, 90));
      add_quota (dossier, unit, GH_INDICATOR_BLOOD_UNITS, g_rand_int_range (random, 0, 60));
      if (g_rand_boolean (random))
        add_result (dossier, unit, g_rand_int_range (random, 0, 90),
                    g_rand_int_range (random, 0, 20), g_rand_int_range (random, 0, 30),
                    g_rand_int_range (random, 0, 5));
    }
  return dossier;
}
