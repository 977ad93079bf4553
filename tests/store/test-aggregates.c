/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <math.h>

/* Every aggregate comes back from the file as it went in. */

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

#define assert_saved(call)                                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) _error = NULL;                                                              \
    gboolean _done = (call);                                                                       \
                                                                                                   \
    g_assert_no_error (_error);                                                                    \
    g_assert_true (_done);                                                                         \
  }                                                                                                \
  G_STMT_END
#define saved(func, ...) assert_saved (func (fixture->store, __VA_ARGS__, &_error))

static void
test_campaign (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhCampaign) campaign = gh_campaign_new ("Xuân hồng 2027", 2027);
  g_autoptr (GhCampaign) loaded = NULL;
  g_autoptr (GPtrArray) all = NULL;

  set_text (&campaign->theme, "Giọt hồng \"đầu\" xuân\n\\ ' %");
  campaign->period = gh_date_span_days (gh_day_from_ymd (2027, 1, 1), gh_day_from_ymd (2027, 3, 1));
  campaign->state = GH_CAMPAIGN_RUNNING;
  campaign->convention = GH_CONVENTION_250_ML;

  store_fixture_begin (fixture, "đợt");
  saved (gh_store_save_campaign, campaign);
  g_assert_cmpint (campaign->id, >, 0);
  store_fixture_commit (fixture);
  store_fixture_add_campaign (fixture, "Hè 2026", 2026);
  store_fixture_reopen (fixture);

  loaded = gh_store_load_campaign (fixture->store, campaign->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (loaded->name, ==, campaign->name);
  g_assert_cmpstr (loaded->theme, ==, campaign->theme);
  g_assert_cmpint (loaded->year, ==, 2027);
  g_assert_true (gh_date_span_equal (&loaded->period, &campaign->period));
  g_assert_cmpint (loaded->state, ==, GH_CAMPAIGN_RUNNING);
  g_assert_cmpint (loaded->convention, ==, GH_CONVENTION_250_ML);

  all = gh_store_list_campaigns (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpint (((GhCampaign *) all->pdata[0])->year, ==, 2027); /* newest year first */
  g_assert_null (gh_store_load_campaign (fixture->store, 99, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND);
}

static void
test_units (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhUnit) unit = gh_unit_new ("Trường THPT Lê Lợi");
  g_autoptr (GPtrArray) all = NULL;
  const GhUnit *loaded;
  gint64 parent = store_fixture_add_unit (fixture, "Khối trường học", 0);

  unit->parent_id = parent;
  set_text (&unit->kind, "trường");
  unit->headcount = 0; /* which is not "not known" */
  unit->last_year = -1;
  set_text (&unit->contact, "Bà A");
  set_text (&unit->phone, "0900 000 000");
  set_text (&unit->email, "a@example.org");
  set_text (&unit->note, "ghi chú");
  unit->position = -3;
  unit->valid_from = gh_day_from_ymd (2025, 7, 1);

  store_fixture_begin (fixture, "đơn vị");
  saved (gh_store_save_unit, unit);
  store_fixture_commit (fixture);
  store_fixture_reopen (fixture);

  all = gh_store_list_units (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  loaded = all->pdata[0]; /* position -3 stands before 0 */
  g_assert_cmpint (loaded->id, ==, unit->id);
  g_assert_cmpint (loaded->parent_id, ==, parent);
  g_assert_cmpstr (loaded->name, ==, unit->name);
  g_assert_cmpstr (loaded->kind, ==, "trường");
  g_assert_cmpint (loaded->headcount, ==, 0);
  g_assert_cmpint (loaded->last_year, ==, -1);
  g_assert_cmpstr (loaded->contact, ==, "Bà A");
  g_assert_cmpstr (loaded->phone, ==, "0900 000 000");
  g_assert_cmpstr (loaded->email, ==, "a@example.org");
  g_assert_cmpstr (loaded->note, ==, "ghi chú");
  g_assert_cmpint (loaded->position, ==, -3);
  g_assert_cmpuint (loaded->valid_from, ==, unit->valid_from);
  g_assert_cmpuint (loaded->valid_to, ==, 0);
}

static void
test_unit_rules (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhUnit) top = gh_unit_new ("Khối A");
  g_autoptr (GhUnit) nameless = gh_unit_new ("");
  g_autoptr (GhUnit) orphan = gh_unit_new ("Không có cấp trên");
  gint64 middle, leaf;

  store_fixture_begin (fixture, "đơn vị");
  saved (gh_store_save_unit, top);
  middle = store_fixture_add_unit (fixture, "Xã B", top->id);
  leaf = store_fixture_add_unit (fixture, "Thôn C", middle);

  g_assert_false (gh_store_delete_unit (fixture->store, top->id, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  top->parent_id = leaf; /* would close a ring */
  g_assert_false (gh_store_save_unit (fixture->store, top, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (gh_store_save_unit (fixture->store, nameless, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  orphan->parent_id = 4711;
  g_assert_false (gh_store_save_unit (fixture->store, orphan, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  orphan->parent_id = 0;
  set_text (&orphan->note, "\xff\xfe");
  g_assert_false (gh_store_save_unit (fixture->store, orphan, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
  g_clear_error (&error);

  saved (gh_store_delete_unit, leaf);
  saved (gh_store_delete_unit, middle);
  store_fixture_commit (fixture);
  g_assert_cmpint (store_raw_int (fixture->path, "SELECT count (*) FROM unit"), ==, 1);
}

static void
test_targets (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhTarget) target =
    gh_target_new (GH_INDICATOR_YEAR_PERCENT, GH_COMPARATOR_ABOUT, 1.68);
  g_autoptr (GhTarget) second = gh_target_new (GH_INDICATOR_DONORS, GH_COMPARATOR_AT_LEAST, 200);
  g_autoptr (GPtrArray) all = NULL;
  const GhTarget *loaded;

  target->campaign_id = store_fixture_add_campaign (fixture, "Đợt 1", 2027);
  target->value_to = 20.005;
  set_text (&target->unit, "%");
  set_text (&target->basis, "chỉ tiêu năm");
  set_text (&target->owner, "Khối trường học");
  target->assigned = TRUE;
  set_text (&target->text, "Câu văn của kế hoạch.");
  target->position = 2;
  second->campaign_id = target->campaign_id;
  second->position = 1;

  store_fixture_begin (fixture, "chỉ tiêu");
  saved (gh_store_save_target, target);
  saved (gh_store_save_target, second);
  store_fixture_commit (fixture);
  store_fixture_reopen (fixture);

  all = gh_store_list_targets (fixture->store, target->campaign_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  loaded = all->pdata[1];
  g_assert_cmpint (loaded->indicator, ==, GH_INDICATOR_YEAR_PERCENT);
  g_assert_cmpint (loaded->comparator, ==, GH_COMPARATOR_ABOUT);
  g_assert_cmpfloat (loaded->value, ==, 1.68); /* the very same double */
  g_assert_cmpfloat (loaded->value_to, ==, 20.005);
  g_assert_cmpstr (loaded->unit, ==, "%");
  g_assert_cmpstr (loaded->basis, ==, "chỉ tiêu năm");
  g_assert_cmpstr (loaded->owner, ==, "Khối trường học");
  g_assert_true (loaded->assigned);
  g_assert_cmpstr (loaded->text, ==, "Câu văn của kế hoạch.");
  g_assert_cmpint (loaded->position, ==, 2);

  store_fixture_begin (fixture, "chỉ tiêu sai");
  target->value = (double) NAN;
  g_assert_false (gh_store_save_target (fixture->store, target, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  second->id = 99;
  g_assert_false (gh_store_save_target (fixture->store, second, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND);
  saved (gh_store_delete_target, target->id);
  store_fixture_commit (fixture);
}

static void
test_quotas (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  gint64 campaign = store_fixture_add_campaign (fixture, "Đợt 1", 2027);
  gint64 unit = store_fixture_add_unit (fixture, "Xã A", 0);
  g_autoptr (GhQuota) quota = gh_quota_new (unit, GH_INDICATOR_BLOOD_UNITS, 20);
  g_autoptr (GhQuota) again = gh_quota_new (unit, GH_INDICATOR_BLOOD_UNITS, 25);
  g_autoptr (GPtrArray) all = NULL;
  const GhQuota *loaded;

  quota->campaign_id = again->campaign_id = campaign;
  again->locked = TRUE;
  again->rule = GH_QUOTA_RULE_HEADCOUNT;
  store_fixture_begin (fixture, "giao 20");
  saved (gh_store_save_quota, quota);
  store_fixture_commit (fixture);
  store_fixture_begin (fixture, "đổi 20 → 25");
  saved (gh_store_save_quota, again);
  store_fixture_commit (fixture);
  g_assert_cmpint (quota->id, ==, again->id); /* one row a cell */
  store_fixture_reopen (fixture);

  all = gh_store_list_quotas (fixture->store, campaign, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);
  loaded = all->pdata[0];
  g_assert_cmpint (loaded->value, ==, 25);
  g_assert_cmpint (loaded->unit_id, ==, unit);
  g_assert_true (loaded->locked);
  g_assert_cmpint (loaded->rule, ==, GH_QUOTA_RULE_HEADCOUNT);
  g_assert_cmpint (loaded->indicator, ==, GH_INDICATOR_BLOOD_UNITS);

  store_fixture_begin (fixture, "xóa ô");
  saved (gh_store_clear_quota, campaign, unit, GH_INDICATOR_BLOOD_UNITS);
  saved (gh_store_clear_quota, campaign, unit, GH_INDICATOR_DONORS); /* empty already */
  again->value = -1;
  g_assert_false (gh_store_save_quota (fixture->store, again, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
  store_fixture_commit (fixture);
  g_assert_cmpint (store_raw_int (fixture->path, "SELECT count (*) FROM quota"), ==, 0);
  g_assert_cmpint (store_raw_int (fixture->path,
                                  "SELECT count (*) FROM quota_revision WHERE"
                                  " (old_value IS NULL AND new_value = 20 AND reason = 'giao 20')"
                                  " OR (old_value = 20 AND new_value = 25)"
                                  " OR (old_value = 25 AND new_value IS NULL)"),
                   ==, 3);
}

static void
test_activities (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  GhDateSpan day = gh_date_span_day (gh_day_from_ymd (2027, 3, 27));
  GhDateSpan part = gh_date_span_month_part (2027, 2, 3);
  GhDateSpan none = GH_DATE_SPAN_INIT;
  g_autoptr (GhActivity) first = gh_activity_new ("Lễ phát động", GH_ACTIVITY_LAUNCH, &part);
  g_autoptr (GhActivity) second = gh_activity_new ("Hạn danh sách", GH_ACTIVITY_DEADLINE, &day);
  g_autoptr (GhActivity) third = gh_activity_new ("Chưa rõ ngày", GH_ACTIVITY_OTHER, &none);
  g_autoptr (GPtrArray) all = NULL;
  const GhActivity *loaded;

  second->span.before = TRUE;
  second->span.start_minute = 450;
  second->span.end_minute = 690;
  second->state = GH_ACTIVITY_DONE;
  set_text (&second->place, "Hội trường");
  set_text (&second->lead, "Hội Chữ thập đỏ");
  set_text (&second->partners, "Đoàn Thanh niên");
  set_text (&second->result, "đủ");
  set_text (&second->text, "trước ngày …");
  first->campaign_id = second->campaign_id = third->campaign_id =
    store_fixture_add_campaign (fixture, "Đợt 1", 2027);

  store_fixture_begin (fixture, "lịch");
  saved (gh_store_save_activity, third);
  saved (gh_store_save_activity, second);
  saved (gh_store_save_activity, first);
  store_fixture_commit (fixture);
  store_fixture_reopen (fixture);

  all = gh_store_list_activities (fixture->store, first->campaign_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 3);
  loaded = all->pdata[0];
  g_assert_cmpstr (loaded->title, ==, "Lễ phát động");
  g_assert_true (gh_date_span_equal (&loaded->span, &part));
  loaded = all->pdata[1];
  g_assert_true (gh_date_span_equal (&loaded->span, &second->span));
  g_assert_cmpint (loaded->kind, ==, GH_ACTIVITY_DEADLINE);
  g_assert_cmpint (loaded->state, ==, GH_ACTIVITY_DONE);
  g_assert_cmpstr (loaded->place, ==, "Hội trường");
  g_assert_cmpstr (loaded->lead, ==, "Hội Chữ thập đỏ");
  g_assert_cmpstr (loaded->partners, ==, "Đoàn Thanh niên");
  g_assert_cmpstr (loaded->result, ==, "đủ");
  g_assert_cmpstr (loaded->text, ==, "trước ngày …");
  g_assert_true (gh_date_span_is_empty (&((const GhActivity *) all->pdata[2])->span));
}

static void
test_sessions_and_results (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  gint64 campaign = store_fixture_add_campaign (fixture, "Đợt 1", 2027);
  gint64 unit = store_fixture_add_unit (fixture, "Xã A", 0);
  GhDateSpan day = gh_date_span_day (gh_day_from_ymd (2027, 3, 27));
  g_autoptr (GhActivity) activity = gh_activity_new ("Ngày hiến máu", GH_ACTIVITY_SESSION, &day);
  g_autoptr (GhDonationSession) session = gh_donation_session_new ("Điểm 1", &day);
  g_autoptr (GhResult) result = NULL;
  g_autoptr (GhResult) loose = gh_result_new (unit, 0);
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GPtrArray) results = NULL;
  const GhDonationSession *loaded;
  const GhResult *brought;

  activity->campaign_id = session->campaign_id = loose->campaign_id = campaign;
  store_fixture_begin (fixture, "ngày hiến máu");
  saved (gh_store_save_activity, activity);
  session->activity_id = activity->id;
  session->host_unit_id = unit;
  session->expected = 150;
  set_text (&session->place, "Nhà văn hóa");
  saved (gh_store_save_session, session);
  result = gh_result_new (unit, session->id);
  result->campaign_id = campaign;
  result->registered = 100;
  result->came = 80;
  result->deferred = 0;
  result->donated = 75;
  result->bags_250 = 26;
  result->bags_350 = 49;
  result->bags_450 = -1;
  result->complete = TRUE;
  set_text (&result->note, "đã chốt");
  saved (gh_store_save_result, result);
  saved (gh_store_save_result, loose);
  store_fixture_commit (fixture);
  store_fixture_reopen (fixture);

  sessions = gh_store_list_sessions (fixture->store, campaign, &error);
  g_assert_no_error (error);
  loaded = sessions->pdata[0];
  g_assert_cmpint (loaded->activity_id, ==, activity->id);
  g_assert_cmpint (loaded->host_unit_id, ==, unit);
  g_assert_cmpint (loaded->expected, ==, 150);
  g_assert_cmpstr (loaded->place, ==, "Nhà văn hóa");
  g_assert_cmpstr (loaded->name, ==, "Điểm 1");
  g_assert_true (gh_date_span_equal (&loaded->span, &day));

  results = gh_store_list_results (fixture->store, campaign, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (results->len, ==, 2);
  brought = results->pdata[1];
  g_assert_cmpint (brought->session_id, ==, session->id);
  g_assert_cmpint (brought->registered, ==, 100);
  g_assert_cmpint (brought->came, ==, 80);
  g_assert_cmpint (brought->deferred, ==, 0);
  g_assert_cmpint (brought->donated, ==, 75);
  g_assert_cmpint (brought->bags_250, ==, 26);
  g_assert_cmpint (brought->bags_350, ==, 49);
  g_assert_cmpint (brought->bags_450, ==, -1);
  g_assert_true (brought->complete);
  g_assert_cmpstr (brought->note, ==, "đã chốt");

  /* The same cell again replaces; the calendar's entry goes, the day stays. */
  store_fixture_begin (fixture, "sửa");
  result->id = 0;
  result->donated = 76;
  saved (gh_store_save_result, result);
  saved (gh_store_delete_activity, activity->id);
  store_fixture_commit (fixture);
  g_assert_cmpint (store_raw_int (fixture->path, "SELECT count (*) FROM result"), ==, 2);
  g_assert_cmpint (store_raw_int (fixture->path, "SELECT max (donated) FROM result"), ==, 76);
  g_assert_cmpint (
    store_raw_int (fixture->path,
                   "SELECT count (*) FROM donation_session WHERE activity_id IS NULL"),
    ==, 1);

  store_fixture_begin (fixture, "xóa ngày");
  saved (gh_store_delete_session, session->id);
  store_fixture_commit (fixture);
  g_assert_cmpint (store_raw_int (fixture->path, "SELECT count (*) FROM result"), ==, 1);
}

static void
test_award_rounds (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhAwardRound) award = gh_award_round_new ("Đợt 1 năm 2027");
  g_autoptr (GPtrArray) all = NULL;
  const GhAwardRound *loaded;

  award->campaign_id = store_fixture_add_campaign (fixture, "Đợt 1", 2027);
  set_text (&award->audience, "cá nhân, gia đình");
  award->deadline = gh_date_span_day (gh_day_from_ymd (2027, 4, 5));
  award->deadline.before = TRUE;
  store_fixture_begin (fixture, "khen thưởng");
  saved (gh_store_save_award_round, award);
  store_fixture_commit (fixture);

  all = gh_store_list_award_rounds (fixture->store, award->campaign_id, &error);
  g_assert_no_error (error);
  loaded = all->pdata[0];
  g_assert_cmpstr (loaded->name, ==, "Đợt 1 năm 2027");
  g_assert_cmpstr (loaded->audience, ==, "cá nhân, gia đình");
  g_assert_true (gh_date_span_is_empty (&loaded->period));
  g_assert_true (gh_date_span_equal (&loaded->deadline, &award->deadline));
}

static void
test_budget (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhBudgetLine) line = gh_budget_line_new ("Ăn nhẹ");
  g_autoptr (GhBudgetLine) huge = gh_budget_line_new ("Quá lớn");
  g_autoptr (GhBudgetLine) stated = gh_budget_line_new ("Khác");
  g_autoptr (GhDossier) dossier = NULL;
  const GhBudgetLine *loaded;
  guint n_unknown;

  line->campaign_id = store_fixture_add_campaign (fixture, "Đợt 1", 2027);
  huge->campaign_id = stated->campaign_id = line->campaign_id;
  set_text (&line->unit, "suất");
  set_text (&line->source, "ngân sách");
  line->quantity = 300;
  line->price = 30000;
  line->position = 2;
  stated->amount = 500000;
  stated->position = 1;
  huge->quantity = G_MAXINT64;
  huge->price = 2;
  store_fixture_begin (fixture, "dự toán");
  saved (gh_store_save_budget_line, line);
  saved (gh_store_save_budget_line, stated);
  g_assert_false (gh_store_save_budget_line (fixture->store, huge, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  store_fixture_commit (fixture);
  g_assert_cmpint (gh_store_take_changes (fixture->store) & GH_DOSSIER_BUDGET, !=, 0);

  dossier = gh_store_load_dossier (fixture->store, line->campaign_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dossier->budget->len, ==, 2);
  loaded = dossier->budget->pdata[1];
  g_assert_cmpstr (loaded->content, ==, "Ăn nhẹ");
  g_assert_cmpstr (loaded->unit, ==, "suất");
  g_assert_cmpstr (loaded->source, ==, "ngân sách");
  g_assert_cmpint (loaded->amount, ==, -1);
  g_assert_cmpint (gh_budget_line_amount (loaded), ==, 9000000);
  g_assert_cmpint (((const GhBudgetLine *) dossier->budget->pdata[0])->quantity, ==, -1);
  g_assert_cmpint (gh_budget_total (dossier->budget, &n_unknown), ==, 9500000);
  g_assert_cmpuint (n_unknown, ==, 0);

  store_fixture_begin (fixture, "xóa");
  saved (gh_store_delete_budget_line, stated->id);
  store_fixture_commit (fixture);
  g_assert_true (gh_store_undo (fixture->store, 1, &error));
  store_fixture_begin (fixture, "xóa đợt");
  saved (gh_store_delete_campaign, line->campaign_id);
  store_fixture_commit (fixture);
  g_assert_cmpint (store_raw_int (fixture->path, "SELECT count (*) FROM budget_line"), ==, 0);
}

static void
test_dossier (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhDossier) dossier = NULL;
  g_autoptr (GhDossier) other = NULL;
  gint64 old;

  g_assert_null (gh_store_load_dossier (fixture->store, 0, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  old = store_fixture_add_campaign (fixture, "Đợt 2026", 2026);
  store_fixture_add_campaign (fixture, "Đợt 2027", 2027);
  store_fixture_add_unit (fixture, "Xã A", 0);
  dossier = gh_store_load_dossier (fixture->store, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (dossier->campaign->name, ==, "Đợt 2027");
  g_assert_cmpuint (dossier->units->len, ==, 1);
  g_assert_nonnull (dossier->plan);
  other = gh_store_load_dossier (fixture->store, old, &error);
  g_assert_no_error (error);
  g_assert_cmpint (other->campaign->id, ==, old);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/store/aggregates/campaign", test_campaign);
  store_test_add ("/store/aggregates/units", test_units);
  store_test_add ("/store/aggregates/unit-rules", test_unit_rules);
  store_test_add ("/store/aggregates/targets", test_targets);
  store_test_add ("/store/aggregates/quotas", test_quotas);
  store_test_add ("/store/aggregates/activities", test_activities);
  store_test_add ("/store/aggregates/sessions-and-results", test_sessions_and_results);
  store_test_add ("/store/aggregates/award-rounds", test_award_rounds);
  store_test_add ("/store/aggregates/budget", test_budget);
  store_test_add ("/store/aggregates/dossier", test_dossier);
  return g_test_run ();
}
