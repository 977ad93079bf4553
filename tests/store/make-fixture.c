/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-store.h"

/* make-fixture FILE: writes the workspace that tests/store/fixtures keeps (gzip it) for the schema
 * version of this program. Run it once for each released version; never again for an old one. */

#define NOW G_GINT64_CONSTANT (1799980200)

static gboolean
add_base (GhStore *store, GhCampaign *campaign, GhUnit **units, GError **error)
{
  if (!gh_store_begin (store, "Tạo đợt", NOW, error) ||
      !gh_store_save_campaign (store, campaign, error))
    return FALSE;
  for (int i = 0; i < 3; i++)
    {
      units[i]->parent_id = i > 0 ? units[0]->id : 0;
      units[i]->headcount = i > 0 ? 100 * i : -1;
      if (!gh_store_save_unit (store, units[i], error))
        return FALSE;
    }
  return gh_store_commit (store, error);
}

static gboolean
add_figures (GhStore *store, gint64 campaign, GhUnit **units, GError **error)
{
  g_autoptr (GhTarget) target = gh_target_new (GH_INDICATOR_DONORS, GH_COMPARATOR_AT_LEAST, 60);

  target->campaign_id = campaign;
  if (!gh_store_begin (store, "Giao chỉ tiêu", NOW, error) ||
      !gh_store_save_target (store, target, error))
    return FALSE;
  for (int i = 1; i < 3; i++)
    {
      g_autoptr (GhQuota) quota = gh_quota_new (units[i]->id, GH_INDICATOR_DONORS, 20 * i);

      quota->campaign_id = campaign;
      if (!gh_store_save_quota (store, quota, error))
        return FALSE;
    }
  return gh_store_commit (store, error);
}

static gboolean
add_days (GhStore *store, gint64 campaign, GhUnit **units, GError **error)
{
  GhDateSpan day = gh_date_span_day (gh_day_from_ymd (2027, 2, 27));
  g_autoptr (GhActivity) activity = gh_activity_new ("Ngày hiến máu", GH_ACTIVITY_SESSION, &day);
  g_autoptr (GhDonationSession) session = gh_donation_session_new ("Điểm 1", &day);
  g_autoptr (GhResult) result = NULL;

  activity->campaign_id = session->campaign_id = campaign;
  if (!gh_store_begin (store, "Lịch và kết quả", NOW, error) ||
      !gh_store_save_activity (store, activity, error))
    return FALSE;
  session->activity_id = activity->id;
  if (!gh_store_save_session (store, session, error))
    return FALSE;
  result = gh_result_new (units[1]->id, session->id);
  result->campaign_id = campaign;
  result->donated = 18;
  result->bags_350 = 18;
  return gh_store_save_result (store, result, error) && gh_store_commit (store, error);
}

static gboolean
add_plan (GhStore *store, gint64 campaign, GError **error)
{
  static const char *const HEADER[] = { "TT", "Việc", NULL };
  g_autoptr (GhPlan) plan = gh_plan_new ();
  GhBlock *table = gh_block_new (GH_BLOCK_TABLE, 0, "", "");

  plan->campaign_id = campaign;
  gh_block_add_row (table, HEADER);
  g_ptr_array_add (plan->blocks, gh_block_new (GH_BLOCK_HEADING, 1, "I", "MỤC ĐÍCH"));
  g_ptr_array_add (plan->blocks, table);
  g_ptr_array_add (plan->recipients, gh_recipient_new ("Ban Chỉ đạo", "để báo cáo"));
  return gh_store_begin (store, "Viết kế hoạch", NOW, error) &&
         gh_store_save_plan (store, plan, error) && gh_store_commit (store, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhStore) store = NULL;
  g_autoptr (GhCampaign) campaign = gh_campaign_new ("Xuân hồng 2027", 2027);
  g_autoptr (GhUnit) top = gh_unit_new ("Huyện mẫu");
  g_autoptr (GhUnit) first = gh_unit_new ("Xã Một");
  g_autoptr (GhUnit) second = gh_unit_new ("Xã Hai");
  GhUnit *units[] = { top, first, second };

  if (argc != 2)
    {
      g_printerr ("make-fixture FILE\n");
      return 2;
    }
  store = gh_store_create (argv[1], NOW, &error);
  if (store == NULL || !add_base (store, campaign, units, &error) ||
      !add_figures (store, campaign->id, units, &error) ||
      !add_days (store, campaign->id, units, &error) || !add_plan (store, campaign->id, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  return 0;
}
