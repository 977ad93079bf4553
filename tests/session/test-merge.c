/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-fixture.h"

#define BLOOD GH_INDICATOR_BLOOD_UNITS

static void
unit_row_free (gpointer data)
{
  GhUnitRow *row = data;

  gh_unit_free (row->unit);
  g_free (row->parent);
  g_free (row);
}

static GhUnitReading *
new_reading (void)
{
  GhUnitReading *reading = g_new0 (GhUnitReading, 1);

  reading->rows = g_ptr_array_new_with_free_func (unit_row_free);
  reading->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_problem_free);
  return reading;
}

static void
free_reading (GhUnitReading *reading)
{
  g_ptr_array_unref (reading->rows);
  g_ptr_array_unref (reading->problems);
  g_free (reading);
}

static GhUnit *
add_row (GhUnitReading *reading, const char *name, const char *parent, gint64 headcount)
{
  GhUnitRow *row = g_new0 (GhUnitRow, 1);

  row->unit = gh_unit_new (name);
  row->unit->headcount = headcount;
  row->parent = g_strdup (parent);
  row->row = reading->rows->len + 2;
  g_ptr_array_add (reading->rows, row);
  return row->unit;
}

/* What is shown before the clerk agrees is what happens. */
static void
check_preview (GhWorkspace *workspace, const GhUnitReading *reading, const GhMergeCounts *planned)
{
  g_autoptr (GError) error = NULL;
  guint n_problems = reading->problems->len;
  g_autoptr (GPtrArray) rows = gh_edit_preview_units (workspace, reading, &error);
  guint counts[GH_MERGE_REFUSED + 1] = { 0 };
  guint n_read = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (reading->problems->len, ==, n_problems);
  for (guint i = 0; i < rows->len; i++)
    {
      const GhUnitMerge *row = g_ptr_array_index (rows, i);
      const GhUnitRow *read = NULL;

      counts[row->fate]++;
      if (row->row != 0)
        read = g_ptr_array_index (reading->rows, n_read++);
      g_assert_true (read == NULL || read->row == row->row);
      g_assert_true (read == NULL || read->unit->headcount < 0 ||
                     row->after->headcount == read->unit->headcount);
      g_assert_true ((*row->reason != '\0') == (row->fate == GH_MERGE_REFUSED));
      g_assert_true ((row->before != NULL) ==
                     (row->fate == GH_MERGE_CHANGED || row->fate == GH_MERGE_SAME));
      if (row->fate == GH_MERGE_SAME)
        g_assert_cmpint (row->before->headcount, ==, row->after->headcount);
    }
  g_assert_cmpuint (n_read, ==, reading->rows->len);
  g_assert_cmpuint (counts[GH_MERGE_ADDED], ==, planned->added);
  g_assert_cmpuint (counts[GH_MERGE_CHANGED], ==, planned->changed);
  g_assert_cmpuint (counts[GH_MERGE_SAME], ==, planned->unchanged);
  g_assert_cmpuint (counts[GH_MERGE_REFUSED], ==, planned->refused);
}

static GhMergeCounts
accept (GhWorkspace *workspace, const GhUnitReading *reading)
{
  g_autoptr (GError) error = NULL;
  GhMergeCounts planned;
  GhMergeCounts done;
  g_autofree char *before = fixture_dump (workspace);
  g_autofree char *after = NULL;

  /* A dry run says the same and changes nothing. */
  g_assert_true (gh_edit_accept_units (workspace, reading, TRUE, &planned, &error));
  g_assert_no_error (error);
  after = fixture_dump (workspace);
  g_assert_cmpstr (before, ==, after);
  check_preview (workspace, reading, &planned);
  g_assert_true (gh_edit_accept_units (workspace, reading, FALSE, &done, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (&planned, sizeof planned, &done, sizeof done);
  return done;
}

static const char *
parent_name (GhWorkspace *workspace, const char *name)
{
  gint64 id = fixture_unit (workspace, name)->parent_id;
  const GPtrArray *units = gh_workspace_get_dossier (workspace)->units;

  for (guint i = 0; i < units->len; i++)
    if (((const GhUnit *) g_ptr_array_index (units, i))->id == id)
      return ((const GhUnit *) g_ptr_array_index (units, i))->name;
  return "";
}

static void
test_units (void)
{
  Fixture fixture;
  GhUnitReading *reading = new_reading ();
  GhMergeCounts counts;
  g_autofree char *before = NULL;
  g_autofree char *again = NULL;

  fixture_open (&fixture, NULL, 2027);
  /* Children before their parent, a parent that has no row of its own. */
  add_row (reading, "Trường THPT Hòa Bình", "Khối trường học", 60);
  add_row (reading, "Xã Long Sơn", "Khối xã", 500);
  add_row (reading, "Khối xã", "", -1);
  add_row (reading, "Thôn Đông", "Xã Long Sơn", 90);
  before = fixture_dump (fixture.workspace);
  counts = accept (fixture.workspace, reading);
  g_assert_cmpuint (counts.added, ==, 5);
  g_assert_cmpuint (counts.refused, ==, 0);
  g_assert_cmpstr (parent_name (fixture.workspace, "Thôn Đông"), ==, "Xã Long Sơn");
  g_assert_cmpstr (parent_name (fixture.workspace, "Xã Long Sơn"), ==, "Khối xã");
  g_assert_cmpstr (parent_name (fixture.workspace, "Trường THPT Hòa Bình"), ==, "Khối trường học");
  g_assert_cmpstr (parent_name (fixture.workspace, "Khối trường học"), ==, "");
  g_assert_cmpstr (gh_workspace_get_undo_label (fixture.workspace), ==, "Import 5 units");
  fixture_check_undo (fixture.workspace, before);

  /* The same file again: nothing to do, and nothing in the history. */
  again = fixture_dump (fixture.workspace);
  counts = accept (fixture.workspace, reading);
  g_assert_cmpuint (counts.added + counts.changed, ==, 0);
  g_assert_cmpuint (counts.unchanged, ==, 4);
  g_assert_cmpstr (gh_workspace_get_undo_label (fixture.workspace), ==, "Import 5 units");
  free_reading (reading);
  fixture_close (&fixture);
}

static void
test_units_change (void)
{
  Fixture fixture;
  GhUnitReading *reading = new_reading ();
  GhMergeCounts counts;
  GhUnit *unit;

  fixture_open (&fixture, "sample", 0);
  /* No parents in the file at all: matched by name wherever it stands, spelling aside. */
  unit = add_row (reading, "XÃ AN HOÀ", "", 1500);
  g_free (unit->phone);
  unit->phone = g_strdup ("0290 555 0101");
  add_row (reading, "Xã Bình Tân", "", -1); /* an empty cell erases nothing */
  counts = accept (fixture.workspace, reading);
  g_assert_cmpuint (counts.changed, ==, 1);
  g_assert_cmpuint (counts.unchanged, ==, 1);
  g_assert_cmpint (fixture_unit (fixture.workspace, "Xã An Hòa")->headcount, ==, 1500);
  g_assert_cmpstr (fixture_unit (fixture.workspace, "Xã An Hòa")->phone, ==, "0290 555 0101");
  g_assert_cmpint (fixture_unit (fixture.workspace, "Xã Bình Tân")->headcount, ==, 1320);
  g_assert_cmpuint (gh_workspace_get_dossier (fixture.workspace)->units->len, ==, 60);
  free_reading (reading);

  /* The same name below another parent is another unit; twice in the file is once in the tree. */
  reading = new_reading ();
  add_row (reading, "Xã An Hòa", "Khối khác", 10);
  add_row (reading, "xã an hòa", "Khối khác", 20);
  counts = accept (fixture.workspace, reading);
  g_assert_cmpuint (counts.added, ==, 2);
  g_assert_cmpuint (counts.changed, ==, 1);
  g_assert_cmpuint (gh_workspace_get_dossier (fixture.workspace)->units->len, ==, 62);
  free_reading (reading);
  fixture_close (&fixture);
}

static void
test_units_loop (void)
{
  Fixture fixture;
  GhUnitReading *reading = new_reading ();
  GhMergeCounts counts;

  fixture_open (&fixture, NULL, 2027);
  add_row (reading, "A", "B", 1);
  add_row (reading, "B", "C", 1);
  add_row (reading, "C", "A", 1);
  add_row (reading, "Lá", "A", 1); /* hangs on the ring, so it has no place either */
  add_row (reading, "Xã Lành", "", 1);
  counts = accept (fixture.workspace, reading);
  g_assert_cmpuint (counts.refused, ==, 4);
  g_assert_cmpuint (counts.added, ==, 1);
  g_assert_cmpuint (reading->problems->len, ==, 8); /* twice: dry run and real */
  g_assert_cmpuint (gh_workspace_get_dossier (fixture.workspace)->units->len, ==, 1);
  free_reading (reading);
  fixture_close (&fixture);
}

/* A hostile file: a chain of thousands, last link first. */
static void
test_units_chain (void)
{
  const int n = 4000;
  Fixture fixture;
  GhUnitReading *reading = new_reading ();
  GhMergeCounts counts;

  fixture_open (&fixture, NULL, 2027);
  for (int i = n; i > 0; i--)
    {
      g_autofree char *name = g_strdup_printf ("Cấp %d", i);
      g_autofree char *parent = i > 1 ? g_strdup_printf ("Cấp %d", i - 1) : g_strdup ("");

      add_row (reading, name, parent, i);
    }
  counts = accept (fixture.workspace, reading);
  g_assert_cmpuint (counts.added, ==, n);
  g_assert_cmpstr (parent_name (fixture.workspace, "Cấp 4000"), ==, "Cấp 3999");
  counts = accept (fixture.workspace, reading);
  g_assert_cmpuint (counts.unchanged, ==, n);
  free_reading (reading);
  fixture_close (&fixture);
}

/* Whatever the names and parents: no crash, every row is counted, and the second time nothing is
 * left to do. */
static void
test_units_random (void)
{
  for (int round = 0; round < 60; round++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) round);
      Fixture fixture;
      GhUnitReading *reading = new_reading ();
      GhMergeCounts first;
      GhMergeCounts second;
      int n = g_rand_int_range (rand, 1, 40);

      fixture_open (&fixture, NULL, 2027);
      for (int i = 0; i < n; i++)
        {
          g_autofree char *name = g_strdup_printf ("Đơn vị %d", g_rand_int_range (rand, 0, 12));
          g_autofree char *parent =
            g_rand_boolean (rand) ? g_strdup_printf ("Đơn vị %d", g_rand_int_range (rand, 0, 14))
                                  : g_strdup ("");

          add_row (reading, name, parent, i);
        }
      first = accept (fixture.workspace, reading);
      g_assert_cmpuint (first.added + first.changed + first.unchanged + first.refused, >=, n);
      second = accept (fixture.workspace, reading);
      g_assert_cmpuint (second.added, ==, 0);
      g_assert_cmpuint (second.refused, ==, first.refused);
      free_reading (reading);
      fixture_close (&fixture);
    }
}

static void
quota_row_free (gpointer data)
{
  GhQuotaRow *row = data;

  g_free (row->unit);
  g_free (row);
}

static void
add_quota (GhQuotaReading *reading, const char *unit, gint64 value)
{
  GhQuotaRow *row = g_new0 (GhQuotaRow, 1);

  row->unit = g_strdup (unit);
  row->indicator = BLOOD;
  row->value = value;
  row->row = reading->rows->len + 2;
  g_ptr_array_add (reading->rows, row);
}

static void
test_quotas (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  GhQuotaReading reading = { g_ptr_array_new_with_free_func (quota_row_free),
                             g_ptr_array_new_with_free_func ((GDestroyNotify) gh_problem_free) };
  GhMergeCounts counts;

  fixture_open (&fixture, "sample", 0);
  before = fixture_dump (fixture.workspace);
  add_quota (&reading, "xã an hoà", 80);
  add_quota (&reading, "Xã Bình Tân", 64); /* as it is */
  add_quota (&reading, "Xã Không Có", 5);
  g_assert_true (gh_edit_accept_quotas (fixture.workspace, &reading, FALSE, &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (counts.changed, ==, 1);
  g_assert_cmpuint (counts.unchanged, ==, 1);
  g_assert_cmpuint (counts.refused, ==, 1);
  g_assert_cmpuint (reading.problems->len, ==, 1);
  g_assert_cmpint (fixture_quota (fixture.workspace, "Xã An Hòa", BLOOD), ==, 80);
  fixture_check_undo (fixture.workspace, before);

  g_assert_true (gh_edit_accept_quotas (fixture.workspace, &reading, FALSE, &counts, &error));
  g_assert_cmpuint (counts.changed + counts.added, ==, 0);
  g_ptr_array_unref (reading.rows);
  g_ptr_array_unref (reading.problems);
  fixture_close (&fixture);
}

static void
test_calendar (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  GhDateSpan day = gh_date_span_day (gh_day_from_ymd (2027, 3, 9));
  GhCalendarReading reading = { g_ptr_array_new_with_free_func ((GDestroyNotify) gh_activity_free),
                                g_ptr_array_new_with_free_func ((GDestroyNotify) gh_problem_free) };
  GhActivity *activity = gh_activity_new ("Họp giao ban", GH_ACTIVITY_REVIEW, &day);
  guint n;
  GhMergeCounts counts;

  fixture_open (&fixture, "sample", 0);
  n = gh_workspace_get_dossier (fixture.workspace)->activities->len;
  before = fixture_dump (fixture.workspace);
  g_ptr_array_add (reading.activities, activity);
  g_ptr_array_add (reading.activities, gh_activity_copy (activity));
  g_assert_true (gh_edit_accept_calendar (fixture.workspace, &reading, FALSE, &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (counts.added, ==, 1);
  g_assert_cmpuint (counts.unchanged, ==, 1);
  g_assert_cmpuint (gh_workspace_get_dossier (fixture.workspace)->activities->len, ==, n + 1);
  fixture_check_undo (fixture.workspace, before);

  g_free (activity->place);
  activity->place = g_strdup ("Phòng họp số 1");
  g_assert_true (gh_edit_accept_calendar (fixture.workspace, &reading, FALSE, &counts, &error));
  g_assert_cmpuint (counts.changed, ==, 1);
  g_assert_cmpuint (gh_workspace_get_dossier (fixture.workspace)->activities->len, ==, n + 1);
  g_assert_true (gh_edit_accept_calendar (fixture.workspace, &reading, FALSE, &counts, &error));
  g_assert_cmpuint (counts.unchanged, ==, 2);

  /* Hours that the file does not say again are not erased; a later file may change them. */
  for (guint i = 0; i < reading.activities->len; i++)
    ((GhActivity *) g_ptr_array_index (reading.activities, i))->span.start_minute = 450;
  g_assert_true (gh_edit_accept_calendar (fixture.workspace, &reading, FALSE, &counts, &error));
  g_assert_cmpuint (counts.changed, ==, 1);
  for (guint i = 0; i < reading.activities->len; i++)
    ((GhActivity *) g_ptr_array_index (reading.activities, i))->span.start_minute = -1;
  g_assert_true (gh_edit_accept_calendar (fixture.workspace, &reading, FALSE, &counts, &error));
  g_assert_cmpuint (counts.unchanged, ==, 2);
  g_ptr_array_unref (reading.activities);
  g_ptr_array_unref (reading.problems);
  fixture_close (&fixture);
}

static GhPlanReading *
new_plan_reading (int year, const char *title)
{
  GhPlanReading *reading = g_new0 (GhPlanReading, 1);
  GhDateSpan day = gh_date_span_day (gh_day_from_ymd (year, 3, 9));

  reading->campaign = gh_campaign_new (title, year);
  reading->plan = gh_plan_new ();
  g_free (reading->plan->title);
  reading->plan->title = g_strdup (title);
  g_ptr_array_add (reading->plan->blocks,
                   gh_block_new (GH_BLOCK_HEADING, 1, "I", "MỤC ĐÍCH, YÊU CẦU"));
  reading->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_target_free);
  g_ptr_array_add (reading->targets, gh_target_new (BLOOD, GH_COMPARATOR_AT_LEAST, 150));
  reading->activities = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_activity_free);
  g_ptr_array_add (reading->activities, gh_activity_new ("Họp", GH_ACTIVITY_REVIEW, &day));
  reading->awards = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_award_reading_free);
  reading->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_problem_free);
  return reading;
}

static guint
count_campaigns (GhWorkspace *workspace)
{
  g_autoptr (GPtrArray) campaigns =
    gh_store_list_campaigns (gh_workspace_get_store (workspace), NULL);

  return campaigns->len;
}

static void
test_plan (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  GhPlanReading *reading = new_plan_reading (2021, "Kế hoạch năm trước");
  GhPlanReading *second = new_plan_reading (2022, "Kế hoạch năm sau");

  fixture_open (&fixture, NULL, 2027);
  before = fixture_dump (fixture.workspace);
  /* It takes the place of the empty campaign of a later year, and is the current one. */
  g_assert_true (gh_edit_accept_plan (fixture.workspace, reading, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_campaigns (fixture.workspace), ==, 1);
  g_assert_cmpint (gh_workspace_get_dossier (fixture.workspace)->campaign->year, ==, 2021);
  g_assert_cmpuint (gh_workspace_get_dossier (fixture.workspace)->targets->len, ==, 1);
  fixture_check_undo (fixture.workspace, before);

  g_assert_cmpint (gh_edit_find_plan (fixture.workspace, reading), ==,
                   gh_workspace_get_campaign_id (fixture.workspace));
  g_assert_cmpint (gh_edit_find_plan (fixture.workspace, second), ==, 0);

  /* A second plan is a campaign of its own; the first again is no third. */
  g_assert_true (gh_edit_accept_plan (fixture.workspace, second, &error));
  g_assert_cmpuint (count_campaigns (fixture.workspace), ==, 2);
  g_assert_cmpint (gh_workspace_get_dossier (fixture.workspace)->campaign->year, ==, 2022);
  g_assert_true (gh_edit_accept_plan (fixture.workspace, reading, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_campaigns (fixture.workspace), ==, 2);
  g_assert_cmpint (gh_workspace_get_dossier (fixture.workspace)->campaign->year, ==, 2021);
  g_assert_cmpint (reading->campaign->id, ==, 0); /* borrowed, not touched */
  gh_plan_reading_free (reading);
  gh_plan_reading_free (second);
  fixture_close (&fixture);
}

static GhTarget *
add_target (GhPlanReading *reading, double value, const char *text)
{
  GhTarget *target = gh_target_new (BLOOD, GH_COMPARATOR_AT_LEAST, value);

  g_free (target->text);
  target->text = g_strdup (text);
  g_ptr_array_add (reading->targets, target);
  return target;
}

static void
merge_plan (GhWorkspace *workspace,
            const GhPlanReading *reading,
            guint added,
            guint changed,
            guint kept)
{
  g_autofree char *before = fixture_dump (workspace);
  g_autofree char *looked = NULL;
  g_autoptr (GError) error = NULL;
  GhPlanMerge told;
  GhPlanMerge done;

  g_assert_true (gh_edit_merge_plan (workspace, reading, TRUE, &told, &error));
  looked = fixture_dump (workspace);
  g_assert_cmpstr (looked, ==, before);
  g_assert_true (gh_edit_merge_plan (workspace, reading, FALSE, &done, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (&told, sizeof told, &done, sizeof done);
  g_assert_cmpint (done.campaign_id, ==, gh_workspace_get_campaign_id (workspace));
  g_assert_cmpuint (done.added, ==, added);
  g_assert_cmpuint (done.changed, ==, changed);
  g_assert_cmpuint (done.kept, ==, kept);
  if (added + changed > 0)
    fixture_check_undo (workspace, before);
}

static const GhTarget *
get_target (GhWorkspace *workspace, guint i)
{
  return g_ptr_array_index (gh_workspace_get_dossier (workspace)->targets, i);
}

/* Read once more: what was corrected stands, what is missing comes, what is corrected now counts.
 */
static void
test_plan_again (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPlanReading) reading = new_plan_reading (2021, "Kế hoạch năm trước");
  g_autoptr (GhTarget) target = NULL;
  g_autoptr (GhActivity) activity = NULL;
  GhAwardReading *award = g_new0 (GhAwardReading, 1);
  GhTarget *second;

  fixture_open (&fixture, NULL, 2027);
  add_target (reading, 80, "tiếp nhận 80 đơn vị máu");
  add_target (reading, 80, "tiếp nhận 80 đơn vị máu");
  award->name = g_strdup ("Đợt 1");
  g_ptr_array_add (reading->awards, award);
  g_assert_true (gh_edit_accept_plan (fixture.workspace, reading, &error));
  merge_plan (fixture.workspace, reading, 0, 0, 0);

  target = gh_target_copy (get_target (fixture.workspace, 1));
  target->value = target->value_to = 90;
  g_assert_true (gh_edit_save_target (fixture.workspace, target, &error));
  activity = gh_activity_copy (gh_workspace_get_dossier (fixture.workspace)->activities->pdata[0]);
  activity->state = GH_ACTIVITY_DONE; /* its progress is no correction */
  g_assert_true (gh_edit_save_activity (fixture.workspace, activity, &error));
  merge_plan (fixture.workspace, reading, 0, 0, 1);
  g_assert_cmpfloat (get_target (fixture.workspace, 1)->value, ==, 90);

  g_assert_true (
    gh_edit_delete_target (fixture.workspace, get_target (fixture.workspace, 0)->id, &error));
  add_target (reading, 5, "thêm 5 đơn vị");
  award = g_new0 (GhAwardReading, 1);
  award->name = g_strdup ("Đợt 2");
  g_ptr_array_add (reading->awards, award);
  merge_plan (fixture.workspace, reading, 3, 0, 1);
  g_assert_cmpuint (gh_workspace_get_dossier (fixture.workspace)->targets->len, ==, 4);
  g_assert_cmpuint (gh_workspace_get_dossier (fixture.workspace)->awards->len, ==, 2);

  /* By the clerk's own hand, in the proposal before her. */
  second = g_ptr_array_index (reading->targets, 3);
  second->value = second->value_to = 7;
  merge_plan (fixture.workspace, reading, 0, 0, 2);
  reading->corrected = g_hash_table_new (NULL, NULL);
  g_hash_table_add (reading->corrected, second);
  merge_plan (fixture.workspace, reading, 0, 1, 1);
  merge_plan (fixture.workspace, reading, 0, 0, 1);
  fixture_close (&fixture);
}

/* A campaign whose header was filled in is not thrown away for an imported plan. */
static void
test_plan_spares_header (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  GhPlanReading *reading = new_plan_reading (2021, "Kế hoạch năm trước");
  g_autoptr (GhPlan) plan = NULL;

  fixture_open (&fixture, NULL, 2027);
  plan = gh_plan_copy (gh_workspace_get_dossier (fixture.workspace)->plan);
  g_free (plan->issuer);
  plan->issuer = g_strdup ("Ban Chỉ đạo xã An Hòa");
  g_assert_true (gh_edit_save_plan (fixture.workspace, plan, NULL, &error));
  g_assert_true (gh_edit_accept_plan (fixture.workspace, reading, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_campaigns (fixture.workspace), ==, 2);
  gh_plan_reading_free (reading);
  fixture_close (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/units", test_units);
  g_test_add_func ("/merge/units-change", test_units_change);
  g_test_add_func ("/merge/units-loop", test_units_loop);
  g_test_add_func ("/merge/units-chain", test_units_chain);
  g_test_add_func ("/merge/units-random", test_units_random);
  g_test_add_func ("/merge/quotas", test_quotas);
  g_test_add_func ("/merge/calendar", test_calendar);
  g_test_add_func ("/merge/plan", test_plan);
  g_test_add_func ("/merge/plan-spares-header", test_plan_spares_header);
  g_test_add_func ("/merge/plan-again", test_plan_again);
  return g_test_run ();
}
