/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <string.h>

/* What was issued: versions with their papers, and the registers of numbers. */

static gint64
add_plan (StoreFixture *fixture, const char *name, const char *number, int day)
{
  g_autoptr (GError) error = NULL;
  gint64 id = store_fixture_add_campaign (fixture, name, 2027);
  g_autoptr (GhPlan) plan = gh_plan_new ();

  plan->campaign_id = id;
  g_free (plan->issuer);
  plan->issuer = g_strdup ("BAN CHỈ ĐẠO XÃ");
  g_free (plan->number);
  plan->number = g_strdup (number);
  g_free (plan->title);
  plan->title = g_strdup (name);
  plan->issue_year = 2027;
  plan->issue_month = 1;
  plan->issue_day = day;
  store_fixture_begin (fixture, "kế hoạch");
  g_assert_true (gh_store_save_plan (fixture->store, plan, &error));
  g_assert_no_error (error);
  store_fixture_commit (fixture);
  return id;
}

static GBytes *
make_paper (const char *text)
{
  g_autofree char *pdf = g_strdup_printf ("%%PDF-1.5 %s", text);

  /* A zero inside: a file is no text. */
  return g_bytes_new (pdf, strlen (pdf) + 1);
}

static void
issue (StoreFixture *fixture, gint64 campaign, const char *content, GBytes *paper)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPlanVersion) version = gh_plan_version_new (campaign);

  g_free (version->number);
  version->number = g_strdup ("05");
  g_free (version->symbol);
  version->symbol = g_strdup ("KH-BCĐ");
  g_free (version->title);
  version->title = g_strdup ("Vận động hiến máu");
  g_free (version->content);
  version->content = g_strdup (content);
  version->issued_on = gh_day_from_ymd (2027, 1, 15);
  store_fixture_begin (fixture, "ban hành");
  g_assert_true (gh_store_add_version (fixture->store, version, paper, &error));
  g_assert_no_error (error);
  g_assert_cmpint (version->id, !=, 0);
  store_fixture_commit (fixture);
}

static guint
count_versions (StoreFixture *fixture, gint64 campaign)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = gh_store_list_versions (fixture->store, campaign, &error);

  g_assert_no_error (error);
  return versions->len;
}

static void
check_paper (StoreFixture *fixture, gint64 campaign, int version, GBytes *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) paper = gh_store_load_paper (fixture->store, campaign, version, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (paper, expected));
}

static gint64
count_files (StoreFixture *fixture)
{
  return store_raw_int (fixture->path, "SELECT count (*) FROM document_file");
}

/* --- versions -------------------------------------------------------------------------------- */

static void
test_round_trip (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  gint64 campaign = add_plan (fixture, "Xuân", "", 0);
  gint64 other = add_plan (fixture, "Hè", "", 0);
  g_autoptr (GBytes) one = make_paper ("một");
  g_autoptr (GBytes) two = make_paper ("hai");
  g_autoptr (GhPlanVersion) first = NULL;
  g_autoptr (GhPlanVersion) newest = NULL;

  g_assert_null (gh_store_load_version (fixture->store, campaign, 0, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  issue (fixture, campaign, "KẾ HOẠCH\nI. Mục đích", one);
  issue (fixture, campaign, "KẾ HOẠCH\nI. Mục tiêu", two);
  issue (fixture, other, "KẾ HOẠCH hè", one); /* the same paper is kept once */
  store_fixture_reopen (fixture);

  first = gh_store_load_version (fixture->store, campaign, 1, &error);
  newest = gh_store_load_version (fixture->store, campaign, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (first->version, ==, 1);
  g_assert_cmpint (first->campaign_id, ==, campaign);
  g_assert_cmpstr (first->number, ==, "05");
  g_assert_cmpstr (first->symbol, ==, "KH-BCĐ");
  g_assert_cmpstr (first->title, ==, "Vận động hiến máu");
  g_assert_cmpstr (first->content, ==, "KẾ HOẠCH\nI. Mục đích");
  g_assert_cmpuint (first->issued_on, ==, gh_day_from_ymd (2027, 1, 15));
  g_assert_cmpint (first->at, ==, STORE_NOW);
  g_assert_cmpstr (first->who, !=, "");
  g_assert_cmpint (newest->version, ==, 2);
  check_paper (fixture, campaign, 1, one);
  check_paper (fixture, campaign, 0, two);
  check_paper (fixture, other, 0, one);
  g_assert_cmpint (count_files (fixture), ==, 2);
  g_assert_null (gh_store_load_paper (fixture->store, campaign, 3, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND);
}

static void
test_reason_and_no_paper (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  gint64 campaign = add_plan (fixture, "Xuân", "", 0);
  g_autoptr (GhPlanVersion) version = NULL;

  issue (fixture, campaign, "chữ", NULL);
  g_assert_null (gh_store_load_paper (fixture->store, campaign, 0, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  version = gh_store_load_version (fixture->store, campaign, 1, &error);
  store_fixture_begin (fixture, "sửa đổi");
  g_assert_true (gh_store_set_version_reason (fixture->store, version->id, "đổi ngày", &error));
  store_fixture_commit (fixture);
  g_clear_pointer (&version, gh_plan_version_free);
  version = gh_store_load_version (fixture->store, campaign, 1, &error);
  g_assert_cmpstr (version->reason, ==, "đổi ngày");
}

/* A file stays while anything could name it again, and goes when nothing can. */
static void
test_orphans (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gint64 campaign = add_plan (fixture, "Xuân", "", 0);
  g_autoptr (GBytes) one = make_paper ("một");
  g_autoptr (GBytes) two = make_paper ("hai");

  issue (fixture, campaign, "một", one);
  issue (fixture, campaign, "hai", two);
  store_fixture_undo (fixture);
  g_assert_cmpuint (count_versions (fixture, campaign), ==, 1);
  store_fixture_reopen (fixture);
  g_assert_cmpint (count_files (fixture), ==, 2); /* redo needs it */
  store_fixture_redo (fixture);
  check_paper (fixture, campaign, 2, two);

  store_fixture_undo (fixture);
  store_fixture_add_campaign (fixture, "Hè", 2028); /* drops the redo branch */
  store_fixture_reopen (fixture);
  g_assert_cmpint (count_files (fixture), ==, 1);
  check_paper (fixture, campaign, 1, one);
}

static void
test_deleted_campaign (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  gint64 campaign = add_plan (fixture, "Xuân", "", 0);
  g_autoptr (GBytes) one = make_paper ("một");

  issue (fixture, campaign, "một", one);
  store_fixture_begin (fixture, "xoá đợt");
  g_assert_true (gh_store_delete_campaign (fixture->store, campaign, &error));
  store_fixture_commit (fixture);
  store_fixture_reopen (fixture);
  g_assert_cmpuint (count_versions (fixture, campaign), ==, 0);
  store_fixture_undo (fixture);
  check_paper (fixture, campaign, 0, one);
}

/* A rolled back transaction leaves no file behind. */
static void
test_rolled_back (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  gint64 campaign = add_plan (fixture, "Xuân", "", 0);
  g_autoptr (GBytes) one = make_paper ("một");
  g_autoptr (GhPlanVersion) version = gh_plan_version_new (campaign);

  store_fixture_begin (fixture, "ban hành");
  g_assert_true (gh_store_add_version (fixture->store, version, one, &error));
  gh_store_rollback (fixture->store);
  g_assert_cmpint (count_files (fixture), ==, 0);
  g_assert_cmpuint (count_versions (fixture, campaign), ==, 0);
}

/* --- papers that are not what they say ------------------------------------------------------- */

static void
test_hostile (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const attacks[] = {
    "UPDATE document_file SET data = x'255044462d'",
    "UPDATE document_file SET data = zeroblob (67108865)",
    "UPDATE document_file SET media_type = 'text/html'",
    "UPDATE document_file SET sha256 = replace (hex (zeroblob (32)), 'x', 'x')",
    "DELETE FROM document_file",
    "UPDATE plan_version SET file_sha256 = 'xyz'",
    "UPDATE plan_version SET file_sha256 = upper (file_sha256)",
  };
  gint64 campaign = add_plan (fixture, "Xuân", "", 0);
  g_autoptr (GBytes) one = make_paper ("một");
  g_autofree char *kept = NULL;
  gsize length = 0;

  issue (fixture, campaign, "một", one);
  store_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &kept, &length, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (fixture->path, kept, (gssize) length, NULL));
      store_raw_exec (fixture->path, attacks[i]);
      store_fixture_reopen (fixture);
      g_assert_null (gh_store_load_paper (fixture->store, campaign, 0, &error));
      g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_DAMAGED);
      g_assert_cmpuint (count_versions (fixture, campaign), ==, 1);
      store_fixture_close (fixture);
    }

  /* The same paper issued again mends it. */
  g_assert_true (g_file_set_contents (fixture->path, kept, (gssize) length, NULL));
  store_raw_exec (fixture->path, attacks[0]);
  store_fixture_reopen (fixture);
  issue (fixture, campaign, "một", one);
  check_paper (fixture, campaign, 1, one);
}

/* --- registers -------------------------------------------------------------------------------- */

static gboolean
take (StoreFixture *fixture,
      GhStore *store,
      const char *committee,
      int number,
      gint64 campaign,
      GError **error)
{
  g_autoptr (GhDocumentNumber) wanted = gh_document_number_new (number);
  gboolean done;

  wanted->campaign_id = campaign;
  g_free (wanted->title);
  wanted->title = g_strdup_printf ("văn bản %d", number);
  wanted->issued_on = gh_day_from_ymd (2027, 1, 15);
  g_assert_true (gh_store_begin (store, "lấy số", STORE_NOW, NULL));
  done = gh_store_take_number (store, committee, 2027, "KH-BCĐ", wanted, error);
  if (!done)
    gh_store_rollback (store);
  else
    g_assert_true (gh_store_commit (store, error));
  g_assert_nonnull (fixture);
  return done;
}

static GhDocumentSeries *
load (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GhDocumentSeries *series = gh_store_load_series (fixture->store, "BAN CHỈ ĐẠO XÃ", 2027, &error);

  g_assert_no_error (error);
  return series;
}

static void
check_next (StoreFixture *fixture, int next, guint n)
{
  g_autoptr (GhDocumentSeries) series = load (fixture);

  g_assert_cmpint (gh_document_series_suggest (series), ==, next);
  g_assert_cmpuint (series->numbers->len, ==, n);
}

static void
test_register (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  gint64 campaign = store_fixture_add_campaign (fixture, "Xuân", 2027);

  check_next (fixture, 1, 0);
  g_assert_true (take (fixture, fixture->store, "BAN CHỈ ĐẠO XÃ", 4, campaign, &error));
  /* The same committee, spelled otherwise. */
  g_assert_true (take (fixture, fixture->store, "Ban chỉ đạo  xã", 5, 0, &error));
  g_assert_no_error (error);
  check_next (fixture, 6, 2);
  g_assert_false (take (fixture, fixture->store, "BAN CHỈ ĐẠO XÃ", 4, 0, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "văn bản 4"));
  g_assert_nonnull (strstr (error->message, "06"));
  g_clear_error (&error);
  /* Its own it may keep, and another committee has numbers of its own. */
  g_assert_true (take (fixture, fixture->store, "BAN CHỈ ĐẠO XÃ", 4, campaign, &error));
  g_assert_true (take (fixture, fixture->store, "BAN CHỈ ĐẠO HUYỆN", 4, 0, &error));
  check_next (fixture, 6, 2);
  g_assert_false (take (fixture, fixture->store, "BAN CHỈ ĐẠO XÃ", 0, 0, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (take (fixture, fixture->store, "  ", 7, 0, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
}

/* Undo gives a number back; a campaign that is deleted leaves its number in the register. */
static void
test_given_back (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  gint64 campaign = store_fixture_add_campaign (fixture, "Xuân", 2027);
  g_autoptr (GhDocumentSeries) series = NULL;
  const GhDocumentNumber *number;

  g_assert_true (take (fixture, fixture->store, "BAN CHỈ ĐẠO XÃ", 4, campaign, &error));
  store_fixture_undo (fixture);
  check_next (fixture, 1, 0);
  store_fixture_redo (fixture);
  check_next (fixture, 5, 1);
  store_fixture_begin (fixture, "xoá đợt");
  g_assert_true (gh_store_delete_campaign (fixture->store, campaign, &error));
  store_fixture_commit (fixture);
  series = load (fixture);
  number = gh_document_series_find (series, 4, 0);
  g_assert_nonnull (number);
  g_assert_cmpint (number->campaign_id, ==, 0);
  store_fixture_begin (fixture, "bỏ số");
  g_assert_true (gh_store_release_number (fixture->store, number->id, &error));
  store_fixture_commit (fixture);
  check_next (fixture, 1, 0);
}

/* Plans that bear a number nobody entered: told, and not given away twice. */
static void
test_strays (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  gint64 campaign = add_plan (fixture, "Có số", "07", 12);
  g_autoptr (GhDocumentSeries) series = NULL;

  add_plan (fixture, "Chưa ghi ngày", "09", 0);
  add_plan (fixture, "Số lạ", "7A", 12);
  check_next (fixture, 8, 1);
  g_assert_false (take (fixture, fixture->store, "BAN CHỈ ĐẠO XÃ", 7, 0, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_true (take (fixture, fixture->store, "BAN CHỈ ĐẠO XÃ", 7, campaign, &error));
  check_next (fixture, 8, 1);
  add_plan (fixture, "Cùng số", "7", 13);
  series = load (fixture);
  g_assert_cmpuint (series->numbers->len, ==, 2);
  {
    g_autofree char *twice = gh_document_series_list_duplicates (series);

    g_assert_cmpstr (twice, ==, "07");
  }
}

/* Two programs that were told the same next number: the second is refused, and told the next. */
static void
test_two_programs (StoreFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhStore) other = gh_store_open (fixture->path, GH_STORE_DEFAULT, STORE_NOW, &error);
  gint64 campaign = store_fixture_add_campaign (fixture, "Xuân", 2027);
  gint64 second = store_fixture_add_campaign (fixture, "Hè", 2027);

  g_assert_no_error (error);
  for (int number = 1; number <= 5; number++)
    {
      GhStore *first = number % 2 == 0 ? other : fixture->store;
      GhStore *late = number % 2 == 0 ? fixture->store : other;
      g_autoptr (GhDocumentSeries) series =
        gh_store_load_series (late, "BAN CHỈ ĐẠO XÃ", 2027, &error);

      g_assert_cmpint (gh_document_series_suggest (series), ==, number);
      g_assert_true (take (fixture, first, "BAN CHỈ ĐẠO XÃ", number, campaign, &error));
      g_assert_no_error (error);
      g_assert_false (take (fixture, late, "BAN CHỈ ĐẠO XÃ", number, second, &error));
      g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_CONFLICT);
      g_clear_error (&error);
    }
  check_next (fixture, 6, 5);
  g_assert_cmpint (store_raw_int (fixture->path, "SELECT count (*) FROM document_series"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  store_test_add ("/store/issue/round-trip", test_round_trip);
  store_test_add ("/store/issue/reason-and-no-paper", test_reason_and_no_paper);
  store_test_add ("/store/issue/orphans", test_orphans);
  store_test_add ("/store/issue/deleted-campaign", test_deleted_campaign);
  store_test_add ("/store/issue/rolled-back", test_rolled_back);
  store_test_add ("/store/issue/hostile", test_hostile);
  store_test_add ("/store/register/numbers", test_register);
  store_test_add ("/store/register/given-back", test_given_back);
  store_test_add ("/store/register/strays", test_strays);
  store_test_add ("/store/register/two-programs", test_two_programs);

  return g_test_run ();
}
