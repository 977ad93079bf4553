/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-fixture.h"

#define BLOOD GH_INDICATOR_BLOOD_UNITS

typedef struct
{
  Fixture fixture;
  GhWorkspace *workspace;
} Sample;

static void
sample_open (Sample *sample)
{
  fixture_open (&sample->fixture, "sample", 0);
  sample->workspace = sample->fixture.workspace;
}

static void
sample_close (Sample *sample)
{
  fixture_close (&sample->fixture);
}

static void
test_quota (void)
{
  Sample sample;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  gint64 id;

  sample_open (&sample);
  id = fixture_unit (sample.workspace, "Trường THPT Lê Lợi")->id;
  before = fixture_dump (sample.workspace);
  g_assert_true (gh_edit_set_quota (sample.workspace, id, BLOOD, 25, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (gh_workspace_get_undo_label (sample.workspace), ==,
                   "Change quota of Trường THPT Lê Lợi: 19 → 25");
  g_assert_cmpint (fixture_quota (sample.workspace, "Trường THPT Lê Lợi", BLOOD), ==, 25);
  fixture_check_undo (sample.workspace, before);

  /* An empty cell is not zero. */
  g_assert_true (gh_edit_set_quota (sample.workspace, id, BLOOD, -1, &error));
  g_assert_cmpint (fixture_quota (sample.workspace, "Trường THPT Lê Lợi", BLOOD), ==, -1);
  g_assert_cmpstr (gh_workspace_get_undo_label (sample.workspace), ==,
                   "Change quota of Trường THPT Lê Lợi: 25 → –");
  g_assert_false (gh_edit_lock_quota (sample.workspace, id, BLOOD, TRUE, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (gh_edit_set_quota (sample.workspace, id, BLOOD, 0, &error));
  g_assert_cmpint (fixture_quota (sample.workspace, "Trường THPT Lê Lợi", BLOOD), ==, 0);

  g_free (g_steal_pointer (&before));
  before = fixture_dump (sample.workspace);
  g_assert_true (gh_edit_lock_quota (sample.workspace, id, BLOOD, FALSE, &error));
  fixture_check_undo (sample.workspace, before);
  sample_close (&sample);
}

static void
test_pasted_quotas (void)
{
  Sample sample;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) quotas = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_quota_free);

  sample_open (&sample);
  before = fixture_dump (sample.workspace);
  g_ptr_array_add (quotas,
                   gh_quota_new (fixture_unit (sample.workspace, "Xã An Hòa")->id, BLOOD, 1));
  g_ptr_array_add (quotas,
                   gh_quota_new (fixture_unit (sample.workspace, "Xã Bình Tân")->id, BLOOD, 2));
  g_assert_true (gh_edit_set_quotas (sample.workspace, quotas, &error));
  g_assert_cmpstr (gh_workspace_get_undo_label (sample.workspace), ==, "Change 2 quotas");
  fixture_check_undo (sample.workspace, before);

  /* All or nothing: one of them is of no unit. */
  g_free (g_steal_pointer (&before));
  before = fixture_dump (sample.workspace);
  g_ptr_array_add (quotas, gh_quota_new (G_MAXINT32, BLOOD, 3));
  ((GhQuota *) g_ptr_array_index (quotas, 0))->value = 77;
  g_assert_false (gh_edit_set_quotas (sample.workspace, quotas, &error));
  g_assert_nonnull (error);
  after = fixture_dump (sample.workspace);
  g_assert_cmpstr (before, ==, after);
  sample_close (&sample);
}

static gint64
sum_of (GhWorkspace *workspace, GhIndicator indicator)
{
  return gh_workspace_get_summary (workspace)->total.quota[indicator];
}

static void
test_allocate (void)
{
  static const GhQuotaRule rules[] = { GH_QUOTA_RULE_HEADCOUNT, GH_QUOTA_RULE_LAST_YEAR,
                                       GH_QUOTA_RULE_EQUAL };
  Sample sample;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  GhAllocation wanted = { BLOOD, 1501, GH_QUOTA_RULE_HEADCOUNT, 2, -1, 0, FALSE, NULL };

  sample_open (&sample);
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      wanted.rule = rules[i];
      wanted.total++;
      g_free (before);
      before = fixture_dump (sample.workspace);
      g_assert_true (gh_edit_allocate (sample.workspace, &wanted, &error));
      g_assert_no_error (error);
      g_assert_cmpint (sum_of (sample.workspace, BLOOD), ==, wanted.total);
      g_assert_cmpint (fixture_quota (sample.workspace, "Phường Bình An", BLOOD), ==, 115);
      fixture_check_undo (sample.workspace, before);
    }

  /* The branch alone; the rows set by hand as well. */
  wanted.parent_id = fixture_unit (sample.workspace, "Khối xã, phường")->id;
  wanted.replace_locked = TRUE;
  wanted.total = 1400;
  wanted.rule = GH_QUOTA_RULE_EQUAL;
  g_assert_true (gh_edit_allocate (sample.workspace, &wanted, &error));
  g_assert_cmpint (fixture_quota (sample.workspace, "Phường Bình An", BLOOD), ==, 100);
  g_assert_cmpint (gh_summary_find (gh_workspace_get_summary (sample.workspace), wanted.parent_id)
                     ->branch.quota[BLOOD],
                   ==, 1400);
  sample_close (&sample);
}

static void
test_allocate_refused (void)
{
  Sample sample;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GhAllocation wanted = { BLOOD, 100, GH_QUOTA_RULE_HEADCOUNT, 50, -1, 0, FALSE, NULL };

  sample_open (&sample);
  before = fixture_dump (sample.workspace);
  g_assert_false (gh_edit_allocate (sample.workspace, &wanted, &error));
  g_assert_error (error, GH_QUOTA_ERROR, GH_QUOTA_ERROR_MINIMA);
  after = fixture_dump (sample.workspace);
  g_assert_cmpstr (before, ==, after);
  g_clear_error (&error);

  wanted.rule = GH_QUOTA_RULE_WEIGHT; /* without weights */
  wanted.minimum = -1;
  wanted.replace_locked = TRUE;
  g_assert_false (gh_edit_allocate (sample.workspace, &wanted, &error));
  g_assert_error (error, GH_QUOTA_ERROR, GH_QUOTA_ERROR_NO_WEIGHT);
  sample_close (&sample);
}

/* A unit that was merged into another before the campaign gets nothing. */
static void
test_allocate_dated (void)
{
  Sample sample;
  g_autoptr (GError) error = NULL;
  g_autoptr (GhUnit) unit = NULL;
  g_autoptr (GPtrArray) quotas = NULL;
  GhAllocation wanted = { GH_INDICATOR_DONORS, 530, GH_QUOTA_RULE_EQUAL, -1, -1, 0, FALSE, NULL };

  sample_open (&sample);
  unit = gh_unit_copy (fixture_unit (sample.workspace, "Xã Quang Trung"));
  unit->valid_to = gh_day_from_ymd (2026, 12, 31);
  g_assert_true (gh_edit_save_unit (sample.workspace, unit, &error));
  quotas = gh_edit_preview_allocation (sample.workspace, &wanted, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (quotas->len, ==, 53);
  g_assert_cmpint (((const GhQuota *) g_ptr_array_index (quotas, 0))->value, ==, 10);
  for (guint i = 0; i < quotas->len; i++)
    g_assert_cmpint (((const GhQuota *) g_ptr_array_index (quotas, i))->unit_id, !=, unit->id);
  sample_close (&sample);
}

static void
test_units (void)
{
  Sample sample;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GhUnit) unit = gh_unit_new ("Xã Mới");
  g_autoptr (GhUnit) group = NULL;

  sample_open (&sample);
  before = fixture_dump (sample.workspace);
  unit->parent_id = fixture_unit (sample.workspace, "Khối xã, phường")->id;
  g_assert_true (gh_edit_save_unit (sample.workspace, unit, &error));
  g_assert_cmpint (unit->id, >, 0);
  g_assert_cmpstr (gh_workspace_get_undo_label (sample.workspace), ==, "Add unit Xã Mới");
  fixture_check_undo (sample.workspace, before);

  second = fixture_dump (sample.workspace);
  g_assert_true (gh_edit_delete_unit (sample.workspace, unit->id, &error));
  g_assert_cmpstr (gh_workspace_get_undo_label (sample.workspace), ==, "Delete unit Xã Mới");
  fixture_check_undo (sample.workspace, second);

  /* Below itself by way of its own unit; a unit with others below it cannot go. */
  group = gh_unit_copy (fixture_unit (sample.workspace, "Khối xã, phường"));
  group->parent_id = fixture_unit (sample.workspace, "Xã An Hòa")->id;
  g_assert_false (gh_edit_save_unit (sample.workspace, group, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (gh_edit_delete_unit (sample.workspace, group->id, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
  sample_close (&sample);
}

static void
test_rows (void)
{
  Sample sample;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  GhDateSpan span = gh_date_span_day (gh_day_from_ymd (2027, 3, 12));
  g_autoptr (GhTarget) target = gh_target_new (GH_INDICATOR_DONORS, GH_COMPARATOR_ABOUT, 900);
  g_autoptr (GhActivity) activity = gh_activity_new ("Họp giao ban", GH_ACTIVITY_REVIEW, &span);
  g_autoptr (GhDonationSession) session = gh_donation_session_new ("Buổi bổ sung", &span);
  g_autoptr (GhResult) result = NULL;
  g_autoptr (GhCampaign) campaign = NULL;

#define CHECK(call)                                                                                \
  do                                                                                               \
    {                                                                                              \
      before = fixture_dump (sample.workspace);                                                    \
      g_assert_true (call);                                                                        \
      g_assert_no_error (error);                                                                   \
      fixture_check_undo (sample.workspace, before);                                               \
      g_clear_pointer (&before, g_free);                                                           \
    }                                                                                              \
  while (0)

  sample_open (&sample);
  CHECK (gh_edit_save_target (sample.workspace, target, &error));
  target->value = target->value_to = 950;
  CHECK (gh_edit_save_target (sample.workspace, target, &error));
  CHECK (gh_edit_delete_target (sample.workspace, target->id, &error));
  CHECK (gh_edit_save_activity (sample.workspace, activity, &error));
  CHECK (
    gh_edit_set_activity_state (sample.workspace, activity->id, GH_ACTIVITY_CANCELLED, &error));
  g_assert_cmpstr (gh_workspace_get_undo_label (sample.workspace), ==,
                   "Mark as cancelled: Họp giao ban");
  CHECK (gh_edit_delete_activity (sample.workspace, activity->id, &error));
  g_assert_false (
    gh_edit_set_activity_state (sample.workspace, activity->id, GH_ACTIVITY_DONE, &error));
  g_clear_error (&error);
  CHECK (gh_edit_save_session (sample.workspace, session, &error));
  result = gh_result_new (fixture_unit (sample.workspace, "Xã Tân Lập")->id, session->id);
  result->donated = 31;
  CHECK (gh_edit_save_result (sample.workspace, result, &error));
  campaign = gh_campaign_copy (gh_workspace_get_dossier (sample.workspace)->campaign);
  campaign->state = GH_CAMPAIGN_CLOSED;
  CHECK (gh_edit_save_campaign (sample.workspace, campaign, &error));
#undef CHECK
  sample_close (&sample);
}

static gboolean
has_live_parts (const GhPlan *plan)
{
  for (guint i = 0; i < plan->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (plan->blocks, i);

      if (block->kind == GH_BLOCK_LIVE || g_strrstr (block->text, "{{") != NULL)
        return TRUE;
    }
  return FALSE;
}

/* No state but its own: number, version, paper and reason would be missing. */
static void
check_state_refused (GhWorkspace *workspace)
{
  g_autofree char *before = fixture_dump (workspace);
  g_autofree char *after = NULL;
  GhPlanState state = gh_workspace_get_dossier (workspace)->plan->state;

  for (int other = GH_PLAN_DRAFT; other <= (int) GH_PLAN_AMENDED; other++)
    {
      g_autoptr (GhPlan) plan = gh_plan_copy (gh_workspace_get_dossier (workspace)->plan);
      g_autoptr (GError) error = NULL;

      if (other == (int) state)
        continue;
      plan->state = (GhPlanState) other;
      g_assert_false (gh_edit_save_plan (workspace, plan, NULL, &error));
      g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
    }
  after = fixture_dump (workspace);
  g_assert_cmpstr (after, ==, before);
}

/* Issued means frozen: what was signed stays. */
static void
test_plan (void)
{
  Sample sample;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autoptr (GhPlan) plan = NULL;

  sample_open (&sample);
  before = fixture_dump (sample.workspace);
  plan = gh_plan_copy (gh_workspace_get_dossier (sample.workspace)->plan);
  g_assert_true (has_live_parts (plan));
  g_free (plan->signer_name);
  plan->signer_name = g_strdup ("Trần Thị Mai");
  g_assert_true (gh_edit_save_plan (sample.workspace, plan, NULL, &error));
  g_assert_cmpstr (gh_workspace_get_undo_label (sample.workspace), ==, "Edit the plan");
  fixture_check_undo (sample.workspace, before);

  check_state_refused (sample.workspace);
  fixture_set_plan_state (sample.workspace, GH_PLAN_ISSUED);
  check_state_refused (sample.workspace);

  gh_plan_free (plan);
  plan = gh_plan_copy (gh_workspace_get_dossier (sample.workspace)->plan);
  g_assert_true (gh_edit_save_plan (sample.workspace, plan, NULL, &error)); /* nothing new */
  g_free (plan->title);
  plan->title = g_strdup ("Khác");
  g_assert_false (gh_edit_save_plan (sample.workspace, plan, NULL, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
  g_clear_error (&error);

  fixture_set_plan_state (sample.workspace, GH_PLAN_AMENDED);
  plan->state = GH_PLAN_AMENDED;
  g_assert_true (gh_edit_save_plan (sample.workspace, plan, NULL, &error));
  g_assert_no_error (error);
  sample_close (&sample);
}

/* A second program changes the plan while this one has it open. */
static void
test_plan_two_writers (void)
{
  Sample sample;
  g_autoptr (GError) error = NULL;
  g_autoptr (GhWorkspace) other = NULL;
  g_autoptr (GhPlan) plan = NULL;
  guint n;

  sample_open (&sample);
  other = gh_workspace_open (gh_workspace_get_path (sample.workspace), GH_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  n = gh_workspace_get_dossier (other)->plan->blocks->len + 1;
  plan = gh_plan_copy (gh_workspace_get_dossier (sample.workspace)->plan); /* read before */
  {
    g_autoptr (GhPlan) theirs = gh_plan_copy (gh_workspace_get_dossier (other)->plan);

    g_ptr_array_add (theirs->blocks, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", "{{theme}}"));
    g_assert_true (gh_edit_save_plan (other, theirs, NULL, &error));
  }
  g_free (plan->title);
  plan->title = g_strdup ("Khác");
  g_assert_false (gh_edit_save_plan (sample.workspace, plan, NULL, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpuint (gh_workspace_get_dossier (sample.workspace)->plan->blocks->len, ==, n);

  sample_close (&sample);
}

/* All standing days of the year at once: what is there stays, and a second time adds nothing. */
static void
test_observances (void)
{
  Sample sample;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autofree char *before = NULL;
  const GhDossier *dossier;
  gsize n;
  guint n_before, n_after;

  sample_open (&sample);
  for (gsize i = 0; i < (gh_observances (&n), n); i++)
    g_ptr_array_add (all, (gpointer) &gh_observances (&n)[i]);
  n_before = gh_workspace_get_dossier (sample.workspace)->activities->len;
  before = fixture_dump (sample.workspace);
  g_assert_true (gh_edit_add_observances (sample.workspace, all, &error));
  g_assert_no_error (error);
  dossier = gh_workspace_get_dossier (sample.workspace);
  n_after = dossier->activities->len;
  g_assert_cmpuint (n_after, >, n_before + 10);
  g_assert_cmpuint (n_after, <, n_before + n); /* the sample has some of them */
  for (gsize i = 0; i < n; i++)
    g_assert_nonnull (gh_observance_find_activity (g_ptr_array_index (all, i),
                                                   dossier->campaign->year, dossier->activities));
  fixture_check_undo (sample.workspace, before);
  g_assert_true (gh_edit_add_observances (sample.workspace, all, &error));
  g_assert_cmpuint (gh_workspace_get_dossier (sample.workspace)->activities->len, ==, n_after);
  sample_close (&sample);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edits/quota", test_quota);
  g_test_add_func ("/edits/pasted-quotas", test_pasted_quotas);
  g_test_add_func ("/edits/allocate", test_allocate);
  g_test_add_func ("/edits/allocate-refused", test_allocate_refused);
  g_test_add_func ("/edits/allocate-dated", test_allocate_dated);
  g_test_add_func ("/edits/units", test_units);
  g_test_add_func ("/edits/rows", test_rows);
  g_test_add_func ("/edits/plan", test_plan);
  g_test_add_func ("/edits/plan-two-writers", test_plan_two_writers);
  g_test_add_func ("/edits/observances", test_observances);
  return g_test_run ();
}
