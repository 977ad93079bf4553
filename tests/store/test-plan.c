/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-positions.h"
#include "gh-search.h"
#include "store-fixture.h"

#include <string.h>

/* The plan: whole round trips, few rows written, and what the search finds of it. */

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static GhPlan *
make_plan (gint64 campaign_id)
{
  static const char *const HEADER[] = { "TT", "Sự kiện", "Thời gian", NULL };
  static const char *const ROW[] = { "1", "Lễ \"phát động\" \\ \t|", "", NULL };
  static const char *const NO_CELLS[] = { NULL };
  g_autoptr (GhPlan) plan = gh_plan_new ();
  GhBasis *basis = gh_basis_new ("Căn cứ Kế hoạch số 13/KH-BCĐ;");
  GhBlock *table = gh_block_new (GH_BLOCK_TABLE, 0, "", "");
  GhBlock *live = gh_block_new (GH_BLOCK_LIVE, 0, "", "");
  GhBlock *frozen = gh_block_new (GH_BLOCK_ITEM, 1, "-", "Ít nhất 20 người");
  GhTask *task = gh_task_new ("Hội Chữ thập đỏ", "Tổng hợp danh sách");

  plan->campaign_id = campaign_id;
  plan->state = GH_PLAN_FOR_SIGNATURE;
  plan->profile = GH_PROFILE_UNION;
  set_text (&plan->parent_issuer, "UBND XÃ A");
  set_text (&plan->issuer, "BAN CHỈ ĐẠO");
  set_text (&plan->number, "03");
  set_text (&plan->symbol, "KH-BCĐ");
  set_text (&plan->place, "Xã A");
  plan->issue_year = 2027;
  plan->issue_month = 1;
  set_text (&plan->title, "Vận động hiến máu\nnăm 2027");
  set_text (&plan->header_note, "dòng lạ");
  set_text (&plan->recipients_note, "ghi chú");
  set_text (&plan->authority, "TM. BAN CHỈ ĐẠO");
  set_text (&plan->signer_role, "TRƯỞNG BAN");
  set_text (&plan->signature_mark, "(đã ký)");
  set_text (&plan->signer_post, "PHÓ CHỦ TỊCH");
  set_text (&plan->signer_name, "Nguyễn Văn A");
  set_text (&plan->tail_note, "cuối");

  set_text (&basis->number, "13/KH-BCĐ");
  basis->date = gh_day_from_ymd (2026, 11, 25);
  set_text (&basis->issuer, "Ban Chỉ đạo tỉnh");
  set_text (&basis->title, "vận động hiến máu");
  basis->cited = TRUE;
  g_ptr_array_add (plan->bases, basis);
  g_ptr_array_add (plan->bases, gh_basis_new ("Xét đề nghị …"));

  g_ptr_array_add (plan->blocks, gh_block_new (GH_BLOCK_HEADING, 1, "I", "MỤC ĐÍCH"));
  for (int i = 0; i < 40; i++)
    {
      g_autofree char *text = g_strdup_printf ("Đoạn **số %d** {{year}}", i);

      g_ptr_array_add (plan->blocks, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", text));
    }
  gh_block_add_row (table, HEADER);
  gh_block_add_row (table, NO_CELLS);
  gh_block_add_row (table, ROW);
  g_ptr_array_add (plan->blocks, table);
  set_text (&live->live, "calendar");
  g_ptr_array_add (plan->blocks, live);
  set_text (&frozen->frozen, "targets:1");
  g_ptr_array_add (plan->blocks, frozen);
  g_ptr_array_add (plan->blocks, gh_block_new (GH_BLOCK_PAGE_BREAK, 0, "", ""));
  g_ptr_array_add (plan->blocks, gh_block_new (GH_BLOCK_APPENDIX, 1, "I", "Phụ lục 100%_"));

  task->deadline = gh_date_span_day (gh_day_from_ymd (2027, 2, 1));
  task->deadline.before = TRUE;
  g_ptr_array_add (plan->tasks, task);
  g_ptr_array_add (plan->tasks, gh_task_new ("Đoàn Thanh niên", "Vận động"));
  g_ptr_array_add (plan->recipients, gh_recipient_new ("Ban Chỉ đạo tỉnh", "để báo cáo"));
  g_ptr_array_add (plan->recipients, gh_recipient_new ("Lưu: VT", ""));
  return g_steal_pointer (&plan);
}

static void
save_plan (StoreFixture *fixture, GhPlan *plan)
{
  g_autoptr (GError) error = NULL;

  store_fixture_begin (fixture, "kế hoạch");
  g_assert_true (gh_store_save_plan (fixture->store, plan, &error));
  g_assert_no_error (error);
  store_fixture_commit (fixture);
}

static void
assert_stored (StoreFixture *fixture, const GhPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPlan) loaded = gh_store_load_plan (fixture->store, plan->campaign_id, &error);

  g_assert_no_error (error);
  g_assert_true (gh_plan_equal (loaded, plan));
  g_assert_cmpint (loaded->state, ==, plan->state);
  for (guint i = 0; i < plan->blocks->len; i++)
    g_assert_cmpint (((const GhBlock *) loaded->blocks->pdata[i])->id, ==,
                     ((const GhBlock *) plan->blocks->pdata[i])->id);
}

static gint64
count_log (StoreFixture *fixture)
{
  return store_raw_int (fixture->path, "SELECT count (*) FROM change_log");
}

static void
test_round_trip (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GhPlan) plan = make_plan (store_fixture_add_campaign (fixture, "Đợt", 2027));
  gint64 n_before;

  save_plan (fixture, plan);
  store_fixture_reopen (fixture);
  assert_stored (fixture, plan);

  n_before = count_log (fixture);
  save_plan (fixture, plan); /* nothing differs: nothing is written, not even a transaction */
  g_assert_cmpint (count_log (fixture), ==, n_before);
}

static void
insert_block (GhPlan *plan, guint index, const char *text)
{
  g_ptr_array_insert (plan->blocks, (int) index, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", text));
}

static void
test_few_rows (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GhPlan) plan = make_plan (store_fixture_add_campaign (fixture, "Đợt", 2027));
  GhBlock *moved;
  gint64 n;

  save_plan (fixture, plan);

  n = count_log (fixture);
  set_text (&((GhBlock *) plan->blocks->pdata[7])->text, "sửa");
  save_plan (fixture, plan);
  g_assert_cmpint (count_log (fixture) - n, ==, 1);

  n = count_log (fixture);
  insert_block (plan, 0, "ở đầu");
  insert_block (plan, 20, "ở giữa");
  save_plan (fixture, plan);
  g_assert_cmpint (count_log (fixture) - n, ==, 2); /* no other row was moved */
  assert_stored (fixture, plan);

  n = count_log (fixture);
  moved = g_ptr_array_steal_index (plan->blocks, 30);
  g_ptr_array_insert (plan->blocks, 3, moved);
  save_plan (fixture, plan);
  g_assert_cmpint (count_log (fixture) - n, ==, 1);
  assert_stored (fixture, plan);

  n = count_log (fixture);
  g_ptr_array_remove_index (plan->blocks, 5);
  save_plan (fixture, plan);
  g_assert_cmpint (count_log (fixture) - n, ==, 1);
  assert_stored (fixture, plan);
}

static void
test_table (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const CELLS[] = { "9", "Thêm", "hàng", NULL };
  g_autoptr (GhPlan) plan = make_plan (store_fixture_add_campaign (fixture, "Đợt", 2027));
  g_autoptr (GhPlan) before = NULL;
  GhBlock *table = plan->blocks->pdata[41];

  g_assert_cmpint (table->kind, ==, GH_BLOCK_TABLE);
  save_plan (fixture, plan);
  before = gh_plan_copy (plan);

  gh_block_add_row (table, CELLS);
  g_ptr_array_remove_index (table->rows, 1);
  save_plan (fixture, plan);
  assert_stored (fixture, plan);
  store_fixture_undo (fixture);
  assert_stored (fixture, before);

  g_ptr_array_remove_index (plan->blocks, 41);
  save_plan (fixture, plan);
  assert_stored (fixture, plan);
  g_assert_cmpint (store_raw_int (fixture->path, "SELECT count (*) FROM plan_block_row"), ==, 0);
  store_fixture_undo (fixture);
  assert_stored (fixture, before);
}

/* The same block pasted twice: the second is a new row. */
static void
test_copied_block (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GhPlan) plan = make_plan (store_fixture_add_campaign (fixture, "Đợt", 2027));

  save_plan (fixture, plan);
  g_ptr_array_add (plan->blocks, gh_block_copy (plan->blocks->pdata[3]));
  save_plan (fixture, plan);
  assert_stored (fixture, plan);
  g_assert_cmpint (((GhBlock *) plan->blocks->pdata[plan->blocks->len - 1])->id, !=,
                   ((GhBlock *) plan->blocks->pdata[3])->id);
}

static void
test_delete_campaign (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *empty = store_dump (fixture->path);
  g_autofree char *full = NULL;
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  gint64 id = store_fixture_add_campaign (fixture, "Đợt", 2027);
  g_autoptr (GhPlan) plan = make_plan (id);

  save_plan (fixture, plan);
  full = store_dump (fixture->path);
  store_fixture_begin (fixture, "xóa đợt");
  g_assert_true (gh_store_delete_campaign (fixture->store, id, &error));
  g_assert_no_error (error);
  store_fixture_commit (fixture);
  after = store_dump (fixture->path);
  g_assert_cmpstr (after, ==, empty);
  store_fixture_undo (fixture);
  again = store_dump (fixture->path);
  g_assert_cmpstr (again, ==, full);
}

static void
assert_found (StoreFixture *fixture, gint64 campaign, const char *query, const char *titles)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = gh_store_search (fixture->store, campaign, query, 5, &error);
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      const GhFound *one = all->pdata[i];

      g_string_append_printf (found, "%d:%s;", (int) one->kind, one->title);
    }
  g_assert_cmpstr (found->str, ==, titles);
}

static void
test_search (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gint64 campaign = store_fixture_add_campaign (fixture, "Đợt", 2027);
  gint64 other = store_fixture_add_campaign (fixture, "Đợt khác", 2026);
  g_autoptr (GhPlan) plan = make_plan (campaign);

  save_plan (fixture, plan);
  store_fixture_add_unit (fixture, "Trường THPT Lê Lợi", 0);
  store_fixture_add_unit (fixture, "Lê Lợi (khu phố)", 0);

  assert_found (fixture, campaign, "", "");
  assert_found (fixture, campaign, "   ", "");
  assert_found (fixture, campaign, "le loi",
                "0:Lê Lợi (khu phố);0:Trường THPT Lê Lợi;"); /* begins: first */
  assert_found (fixture, campaign, "LỢI trường", "0:Trường THPT Lê Lợi;");
  assert_found (fixture, campaign, "đoạn số 39", "2:Đoạn số 39 {{year}};");
  assert_found (fixture, campaign, "chi dao tinh", "3:Ban Chỉ đạo tỉnh;");
  assert_found (fixture, campaign, "100%_", "2:Phụ lục 100%_;"); /* not patterns */
  assert_found (fixture, campaign, "1%0", "");
  assert_found (fixture, campaign, "phát động",
                "2:TT Sự kiện Thời gian;"); /* in a cell of a table */
  assert_found (fixture, other, "chi dao tinh", "");
}

static void
test_positions (void)
{
  gint64 fresh[] = { -1, -1, -1 };
  gint64 tight[] = { 5, -1, 6, -1 };
  gint64 kept[] = { 100, -1, 900, 200, 1000 };

  gh_positions_assign (fresh, 3);
  g_assert_cmpint (fresh[0], <, fresh[1]);
  g_assert_cmpint (fresh[1], <, fresh[2]);

  gh_positions_assign (kept, 5); /* one of 900 and 200 has to move */
  g_assert_cmpint (kept[0], ==, 100);
  g_assert_cmpint (kept[4], ==, 1000);
  for (int i = 1; i < 5; i++)
    g_assert_cmpint (kept[i - 1], <, kept[i]);

  gh_positions_assign (tight, 4); /* no room between 5 and 6: all anew */
  for (int i = 1; i < 4; i++)
    g_assert_cmpint (tight[i - 1], <, tight[i]);
  gh_positions_assign (NULL, 0);
}

/* Whatever comes in, what comes out increases strictly and keeps what was in order. */
static void
test_positions_random (void)
{
  for (int run = 0; run < 2000; run++)
    {
      int n = g_test_rand_int_range (0, 30);
      gint64 positions[30];
      gint64 before[30];
      gboolean sorted = TRUE;

      for (int i = 0; i < n; i++)
        positions[i] = before[i] = g_test_rand_int_range (-1, 60);
      gh_positions_assign (positions, (gsize) n);
      for (int i = 1; i < n; i++)
        {
          g_assert_cmpint (positions[i - 1], <, positions[i]);
          sorted = sorted && before[i] > before[i - 1];
        }
      if (sorted && n > 0 && before[0] > 0)
        g_assert_cmpmem (positions, (gsize) n * 8, before, (gsize) n * 8);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  store_test_add ("/store/plan/round-trip", test_round_trip);
  store_test_add ("/store/plan/few-rows", test_few_rows);
  store_test_add ("/store/plan/table", test_table);
  store_test_add ("/store/plan/copied-block", test_copied_block);
  store_test_add ("/store/plan/delete-campaign", test_delete_campaign);
  store_test_add ("/store/search", test_search);
  g_test_add_func ("/store/positions/cases", test_positions);
  g_test_add_func ("/store/positions/random", test_positions_random);
  return g_test_run ();
}
