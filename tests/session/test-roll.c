/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-issue.h"
#include "gh-job.h"
#include "gh-live.h"
#include "gh-template.h"
#include "session-fixture.h"

static guint
n_campaigns (GhWorkspace *workspace)
{
  g_autoptr (GPtrArray) campaigns =
    gh_store_list_campaigns (gh_workspace_get_store (workspace), NULL);

  return campaigns->len;
}

/* Of the findings that a wrong roll would bring. */
static guint
n_faults (GhWorkspace *workspace)
{
  const GPtrArray *findings = gh_workspace_get_findings (workspace);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);

      n += g_str_equal (finding->code, "weekday-mismatch") ||
           g_str_equal (finding->code, "impossible-date") ||
           g_str_equal (finding->code, "malformed-date") ||
           g_str_equal (finding->code, "inconsistent-date") ||
           g_str_equal (finding->code, "sum-mismatch") ||
           g_str_equal (finding->code, "holiday-deadline");
    }
  return n;
}

static void
roll (GhWorkspace *workspace, int year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhRollPlan) plan = gh_edit_plan_roll (workspace, year, &error);

  g_assert_no_error (error);
  g_assert_nonnull (plan);
  g_assert_true (gh_edit_roll_campaign (workspace, plan, &error));
  g_assert_no_error (error);
}

static gint64
sum_quotas (const GhDossier *dossier)
{
  gint64 sum = 0;

  for (guint i = 0; i < dossier->quotas->len; i++)
    sum += ((const GhQuota *) g_ptr_array_index (dossier->quotas, i))->value;
  return sum;
}

static void
test_sample (void)
{
  Fixture fixture;
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GhDossier) old = NULL;
  const GhDossier *made;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  gint64 id;

  fixture_open (&fixture, "sample", 2027);
  before = fixture_dump (fixture.workspace);
  old = gh_dossier_ref (gh_workspace_get_dossier (fixture.workspace));
  id = old->campaign->id;
  roll (fixture.workspace, 2028);

  made = gh_workspace_get_dossier (fixture.workspace);
  g_assert_cmpint (made->campaign->id, !=, id);
  g_assert_cmpint (made->campaign->year, ==, 2028);
  g_assert_cmpstr (made->campaign->name, ==, "Xuân hồng 2028");
  g_assert_nonnull (strstr (made->plan->title, "Mậu Thân"));
  g_assert_cmpuint (made->activities->len, ==, old->activities->len);
  g_assert_cmpuint (made->sessions->len, ==, old->sessions->len);
  g_assert_cmpuint (made->targets->len, ==, old->targets->len);
  g_assert_cmpuint (made->results->len, ==, 0);
  g_assert_cmpint (sum_quotas (made), ==, sum_quotas (old));
  awards = gh_store_list_award_rounds (gh_workspace_get_store (fixture.workspace),
                                       made->campaign->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (awards->len, ==, 2);
  g_assert_cmpuint (((const GhAwardRound *) g_ptr_array_index (awards, 0))->deadline.start, ==,
                    gh_day_from_ymd (2028, 4, 14));
  g_assert_cmpint (fixture_unit (fixture.workspace, "Xã An Hòa")->last_year, ==, 99);
  g_assert_cmpuint (n_faults (fixture.workspace), ==, 0);

  /* Beside the old one, and one step to take back. */
  g_assert_cmpuint (n_campaigns (fixture.workspace), ==, 2);
  g_assert_true (gh_workspace_undo (fixture.workspace, &error));
  g_assert_no_error (error);
  undone = fixture_dump (fixture.workspace);
  g_assert_cmpstr (undone, ==, before);
  g_assert_cmpuint (n_campaigns (fixture.workspace), ==, 1);
  g_assert_true (gh_workspace_redo (fixture.workspace, &error));
  g_assert_cmpuint (n_campaigns (fixture.workspace), ==, 2);
  fixture_close (&fixture);
}

/* A donation day keeps its calendar entry, that of the new campaign. */
static void
test_ids (void)
{
  Fixture fixture;
  GhDossier *dossier;
  g_autoptr (GhDonationSession) session = NULL;
  const GhDonationSession *made = NULL;
  const GhActivity *activity;
  gint64 old;
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture, "sample", 2027);
  dossier = gh_workspace_get_dossier (fixture.workspace);
  session = gh_donation_session_copy (g_ptr_array_index (dossier->sessions, 0));
  old = ((const GhActivity *) g_ptr_array_index (dossier->activities, 0))->id;
  session->activity_id = old;
  g_assert_true (gh_edit_save_session (fixture.workspace, session, &error));
  roll (fixture.workspace, 2028);
  dossier = gh_workspace_get_dossier (fixture.workspace);
  for (guint i = 0; i < dossier->sessions->len; i++)
    {
      const GhDonationSession *one = g_ptr_array_index (dossier->sessions, i);

      made = one->activity_id != 0 ? one : made;
    }
  g_assert_nonnull (made);
  g_assert_cmpint (made->activity_id, !=, old);
  activity = gh_dossier_find_activity (dossier, made->activity_id);
  g_assert_nonnull (activity);
  g_assert_cmpint (activity->campaign_id, ==, dossier->campaign->id);
  fixture_close (&fixture);
}

/* What was issued last year: its parts are live again, its fields name the new calendar, and the
 * budget is there to begin with. */
static void
test_fields (void)
{
  Fixture fixture;
  GhDossier *dossier;
  g_autoptr (GhPlan) plan = NULL;
  g_autoptr (GhBudgetLine) line = gh_budget_line_new ("Băng rôn");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *printed = NULL;
  const GhBlock *block;
  const GhBudgetLine *made_line;
  guint n_lines;
  gint64 total;
  gint64 id;

  fixture_open (&fixture, "sample", 2027);
  dossier = gh_workspace_get_dossier (fixture.workspace);
  n_lines = dossier->budget->len;
  id = ((const GhActivity *) g_ptr_array_index (dossier->activities, 4))->id;
  text = g_strdup_printf ("Ngày {{activity:%" G_GINT64_FORMAT ":day}}", id);
  plan = gh_plan_copy (dossier->plan);
  g_ptr_array_add (plan->blocks, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", text));
  g_assert_true (gh_edit_save_plan (fixture.workspace, plan, NULL, &error));
  line->amount = 1500000;
  g_assert_true (gh_edit_save_budget_line (fixture.workspace, line, &error));
  total = gh_budget_total (gh_workspace_get_dossier (fixture.workspace)->budget, NULL);
  roll (fixture.workspace, 2028);

  dossier = gh_workspace_get_dossier (fixture.workspace);
  block = g_ptr_array_index (dossier->plan->blocks, dossier->plan->blocks->len - 1);
  g_assert_cmpstr (block->text, !=, text);
  {
    g_autoptr (GhPlan) made = gh_live_resolve (gh_workspace_get_summary (fixture.workspace), NULL);

    printed = g_strdup (((const GhBlock *) made->blocks->pdata[made->blocks->len - 1])->text);
  }
  g_assert_null (strstr (printed, "…"));
  g_assert_nonnull (strstr (printed, "2028"));
  g_assert_cmpuint (dossier->budget->len, ==, n_lines + 1);
  g_assert_cmpint (gh_budget_total (dossier->budget, NULL), ==, total);
  for (guint i = 0; i < dossier->budget->len; i++)
    {
      made_line = g_ptr_array_index (dossier->budget, i);
      g_assert_cmpint (made_line->campaign_id, ==, dossier->campaign->id);
    }
  fixture_close (&fixture);
}

static void
test_issued (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPaper) paper = NULL;
  const GhDossier *dossier;
  guint n_live = 0;

  fixture_open (&fixture, "sample", 2027);
  paper = gh_paper_new (fixture.workspace, gh_day_from_ymd (2026, 12, 15), 5, &error);
  g_assert_no_error (error);
  g_assert_true (gh_paper_render (paper, NULL, NULL, NULL, &error));
  g_assert_true (gh_edit_issue_plan (fixture.workspace, paper, TRUE, &error));
  g_assert_no_error (error);
  roll (fixture.workspace, 2028);
  dossier = gh_workspace_get_dossier (fixture.workspace);
  for (guint i = 0; i < dossier->plan->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (dossier->plan->blocks, i);

      n_live += block->kind == GH_BLOCK_LIVE ? 1 : 0;
      g_assert_cmpstr (block->frozen, ==, "");
    }
  g_assert_cmpuint (n_live, ==, 5); /* all of the sample */
  g_assert_cmpint (dossier->plan->state, ==, GH_PLAN_DRAFT);
  g_assert_cmpuint (n_faults (fixture.workspace), ==, 0);
  fixture_close (&fixture);
}

static void
test_templates (void)
{
  g_autoptr (GPtrArray) templates = gh_template_list ();

  for (guint i = 0; i < templates->len; i++)
    for (int year = 2025; year < 2031; year++)
      {
        const GhTemplate *templ = g_ptr_array_index (templates, i);
        Fixture fixture;
        guint before;

        fixture_open (&fixture, templ->key, year);
        before = n_faults (fixture.workspace);
        roll (fixture.workspace, year + 1);
        if (n_faults (fixture.workspace) > before)
          g_error ("%s of %d rolled on: more is found than before", templ->key, year);
        fixture_close (&fixture);
      }
}

/* The plans that the reader is tried on: other shapes than our own templates. */
static void
test_plans (void)
{
  g_autoptr (GDir) dir = g_dir_open (PLANS_FOLDER, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    for (int delta = 1; g_str_has_suffix (name, ".txt") && delta <= 3; delta++, n++)
      {
        g_autofree char *path = g_build_filename (PLANS_FOLDER, name, NULL);
        g_autofree char *text = NULL;
        g_autoptr (GhPlanReading) reading = NULL;
        g_autoptr (GError) error = NULL;
        Fixture fixture;
        guint before;

        g_file_get_contents (path, &text, NULL, &error);
        g_assert_no_error (error);
        reading = gh_plan_text_read (text, -1, 2027);
        fixture_open (&fixture, NULL, 2027);
        g_assert_true (gh_edit_accept_plan (fixture.workspace, reading, &error));
        before = n_faults (fixture.workspace);
        roll (fixture.workspace,
              gh_workspace_get_dossier (fixture.workspace)->campaign->year + delta);
        if (n_faults (fixture.workspace) > before)
          g_error ("%s rolled on by %d: more is found than before", name, delta);
        fixture_close (&fixture);
      }
  g_assert_cmpuint (n, >=, 30);
}

static void
test_refused (void)
{
  Fixture fixture;
  g_autoptr (GhWorkspace) other = NULL;
  g_autoptr (GhRollPlan) plan = NULL;
  g_autoptr (GhCampaign) campaign = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture, "sample", 2027);
  g_assert_null (gh_edit_plan_roll (fixture.workspace, 2027, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  plan = gh_edit_plan_roll (fixture.workspace, 2028, &error);
  g_assert_no_error (error);

  /* Another program changes the old campaign meanwhile. */
  other = gh_workspace_open (fixture.path, GH_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  campaign = gh_campaign_copy (gh_workspace_get_dossier (other)->campaign);
  g_free (campaign->theme);
  campaign->theme = g_strdup ("Một chủ đề khác");
  g_assert_true (gh_edit_save_campaign (other, campaign, &error));
  g_assert_false (gh_edit_roll_campaign (fixture.workspace, plan, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_CONFLICT);
  g_assert_cmpuint (n_campaigns (fixture.workspace), ==, 1);
  g_clear_object (&other);
  fixture_close (&fixture);
}

static void
finished_cb (GhJob *job, const GError *error, GhRollPlan **plan)
{
  g_assert_no_error (error);
  *plan = gh_job_steal_roll (job);
}

/* The worker finds what the main thread finds. */
static void
test_job (void)
{
  Fixture fixture;
  g_autoptr (GhRollPlan) plan = NULL;
  g_autoptr (GhRollPlan) same = NULL;
  g_autoptr (GhJob) job = NULL;
  g_autoptr (GPtrArray) awards = NULL;

  fixture_open (&fixture, "sample", 2027);
  same = gh_edit_plan_roll (fixture.workspace, 2029, NULL);
  awards = g_ptr_array_ref (same->awards);
  job = gh_job_new_roll (gh_workspace_get_dossier (fixture.workspace), awards, 2029);
  g_signal_connect (job, "finished", G_CALLBACK (finished_cb), &plan);
  gh_job_start (job);
  while (plan == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (plan->changes->len, ==, same->changes->len);
  fixture_close (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roll/sample", test_sample);
  g_test_add_func ("/roll/ids", test_ids);
  g_test_add_func ("/roll/fields", test_fields);
  g_test_add_func ("/roll/issued", test_issued);
  g_test_add_func ("/roll/templates", test_templates);
  g_test_add_func ("/roll/plans", test_plans);
  g_test_add_func ("/roll/refused", test_refused);
  g_test_add_func ("/roll/job", test_job);
  return g_test_run ();
}
