/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-issue.h"
#include "gh-live.h"
#include "session-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* Draft, for signature, issued, amended, issued again; and back by undo. */

/* Of data/sample/sample.json. */
#define N_SAMPLE_PARTS 5

static guint32
day_of (int month, int day)
{
  return gh_day_from_ymd (2026, month, day);
}

static GhPaper *
make_paper (GhWorkspace *workspace, guint32 day, int number)
{
  g_autoptr (GError) error = NULL;
  GhPaper *paper = gh_paper_new (workspace, day, number, &error);

  g_assert_no_error (error);
  g_assert_true (gh_paper_render (paper, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  return paper;
}

static void
issue (GhWorkspace *workspace, guint32 day, int number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPaper) paper = make_paper (workspace, day, number);

  gh_edit_issue_plan (workspace, paper, TRUE, &error);
  g_assert_no_error (error);
}

static const GhPlan *
get_plan (GhWorkspace *workspace)
{
  return gh_workspace_get_dossier (workspace)->plan;
}

static gboolean
has_live_parts (const GhPlan *plan)
{
  for (guint i = 0; i < plan->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (plan->blocks, i);

      if (block->kind == GH_BLOCK_LIVE || strstr (block->text, "{{") != NULL)
        return TRUE;
    }
  return FALSE;
}

/* What a live part became when it was issued can be made live again. */
static void
check_parts_can_live (const GhPlan *issued)
{
  g_autoptr (GhPlan) plan = gh_plan_copy (issued);
  guint n_live = 0;

  for (guint i = 0; i < plan->blocks->len; i++)
    n_live += gh_live_thaw (plan, i) ? 1 : 0;
  g_assert_cmpuint (n_live, ==, N_SAMPLE_PARTS);
}

static guint
count_versions (GhWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = gh_workspace_list_versions (workspace, &error);

  g_assert_no_error (error);
  return versions->len;
}

static int
suggest (GhWorkspace *workspace, guint32 day)
{
  g_autoptr (GError) error = NULL;
  int suggested = 0;
  g_autoptr (GhDocumentSeries) series G_GNUC_UNUSED =
    gh_issue_load_series (workspace, day, &suggested, &error);

  g_assert_no_error (error);
  return suggested;
}

/* Everything that issuing touches. */
static char *
dump (GhWorkspace *workspace)
{
  g_autofree char *all = fixture_dump (workspace);
  g_autofree char *text = gh_workspace_dup_plan_text (workspace, NULL);

  return g_strdup_printf ("%s\n%s\n%u versions, next %d", all, text, count_versions (workspace),
                          suggest (workspace, day_of (12, 15)));
}

static void
save_title (GhWorkspace *workspace, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPlan) plan = gh_plan_copy (get_plan (workspace));

  g_free (plan->title);
  plan->title = g_strdup (title);
  g_assert_true (gh_edit_save_plan (workspace, plan, NULL, &error));
  g_assert_no_error (error);
}

static void
check_pdf (GhWorkspace *workspace, int version, GBytes *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = gh_workspace_dup_version_pdf (workspace, version, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (pdf), >, 1000);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
  if (expected != NULL)
    g_assert_true (g_bytes_equal (pdf, expected));
}

/* --- the whole way --------------------------------------------------------------------------- */

static void
test_whole_way (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autofree char *draft = NULL;
  g_autofree char *submitted = NULL;
  g_autofree char *issued = NULL;
  g_autofree char *amended = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  int number;

  fixture_open (&fixture, "sample", 2027);
  g_assert_true (
    gh_edit_submit_plan (fixture.workspace, FALSE, &error)); /* a draft, as it may be */
  g_assert_no_error (error);
  number = suggest (fixture.workspace, day_of (12, 15));
  draft = dump (fixture.workspace);
  g_assert_true (has_live_parts (get_plan (fixture.workspace)));

  g_assert_true (gh_edit_submit_plan (fixture.workspace, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_plan (fixture.workspace)->state, ==, GH_PLAN_FOR_SIGNATURE);
  g_assert_true (gh_edit_submit_plan (fixture.workspace, FALSE, &error));
  g_assert_cmpint (get_plan (fixture.workspace)->state, ==, GH_PLAN_DRAFT);
  g_assert_true (gh_edit_submit_plan (fixture.workspace, TRUE, &error));
  submitted = dump (fixture.workspace);

  issue (fixture.workspace, day_of (12, 15), number);
  issued = dump (fixture.workspace);
  g_assert_cmpint (get_plan (fixture.workspace)->state, ==, GH_PLAN_ISSUED);
  g_assert_cmpint (gh_document_number_parse (get_plan (fixture.workspace)->number), ==, number);
  g_assert_cmpint (get_plan (fixture.workspace)->issue_day, ==, 15);
  g_assert_false (has_live_parts (get_plan (fixture.workspace)));
  g_assert_cmpuint (count_versions (fixture.workspace), ==, 1);
  first = gh_workspace_dup_version_pdf (fixture.workspace, 1, &error);
  check_pdf (fixture.workspace, 1, NULL);
  check_parts_can_live (get_plan (fixture.workspace));

  g_assert_true (gh_edit_amend_plan (fixture.workspace, " đổi tên  đợt ", &error));
  g_assert_no_error (error);
  save_title (fixture.workspace, "Vận động hiến máu, bản sửa");
  amended = dump (fixture.workspace);
  issue (fixture.workspace, day_of (12, 20), number + 1);
  second = gh_workspace_dup_version_pdf (fixture.workspace, 0, &error);
  g_assert_false (g_bytes_equal (first, second));
  check_pdf (fixture.workspace, 1, first);
  check_pdf (fixture.workspace, 2, second);
  {
    g_autoptr (GPtrArray) versions = gh_workspace_list_versions (fixture.workspace, &error);
    const GhPlanVersion *one = g_ptr_array_index (versions, 0);
    const GhPlanVersion *two = g_ptr_array_index (versions, 1);

    g_assert_cmpstr (one->reason, ==, "đổi tên đợt");
    g_assert_cmpstr (two->reason, ==, "");
    g_assert_cmpuint (two->issued_on, ==, day_of (12, 20));
  }

  /* Undo goes the whole way back; redo needs the papers again. */
  {
    const char *const steps[] = { amended, NULL, issued, submitted };

    for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
      {
        g_autofree char *now = NULL;

        g_assert_true (gh_workspace_undo (fixture.workspace, &error));
        now = dump (fixture.workspace);
        if (steps[i] != NULL)
          g_assert_cmpstr (now, ==, steps[i]);
      }
  }
  for (int i = 0; i < 3; i++)
    {
      gh_workspace_undo (fixture.workspace, &error);
      g_assert_no_error (error);
    }
  {
    g_autofree char *now = dump (fixture.workspace);

    g_assert_cmpstr (now, ==, draft);
  }
  while (gh_workspace_get_redo_label (fixture.workspace) != NULL)
    g_assert_true (gh_workspace_redo (fixture.workspace, &error));
  check_pdf (fixture.workspace, 1, first);
  check_pdf (fixture.workspace, 2, second);
  fixture_close (&fixture);
}

/* What was changed since, and that alone. */
static void
test_comparison (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  fixture_open (&fixture, "sample", 2027);
  g_assert_null (gh_workspace_compare (fixture.workspace, 0, 0, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  issue (fixture.workspace, day_of (12, 15), 5);
  lines = gh_workspace_compare (fixture.workspace, 0, 0, &error);
  g_assert_cmpuint (gh_compare_count (lines, GH_COMPARE_SAME), ==, lines->len);
  g_clear_pointer (&lines, g_ptr_array_unref);

  g_assert_true (gh_edit_amend_plan (fixture.workspace, "lý do", &error));
  lines = gh_workspace_compare (fixture.workspace, 1, 0, &error);
  g_assert_cmpuint (gh_compare_count (lines, GH_COMPARE_SAME), ==, lines->len);
  g_clear_pointer (&lines, g_ptr_array_unref);
  save_title (fixture.workspace, "Một trích yếu khác hẳn");
  lines = gh_workspace_compare (fixture.workspace, 1, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len - gh_compare_count (lines, GH_COMPARE_SAME), <=, 2);
  g_assert_cmpuint (lines->len - gh_compare_count (lines, GH_COMPARE_SAME), >, 0);
  fixture_close (&fixture);
}

/* --- refusals -------------------------------------------------------------------------------- */

static void
expect_no_paper (GhWorkspace *workspace, guint32 day, int number, GhStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gh_paper_new (workspace, day, number, &error));
  g_assert_error (error, GH_STORE_ERROR, (int) code);
}

static void
test_wrong_ways (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fixture_open (&fixture, "sample", 2027);
  before = dump (fixture.workspace);
  expect_no_paper (fixture.workspace, 0, 5, GH_STORE_ERROR_INVALID);
  expect_no_paper (fixture.workspace, day_of (12, 15), 0, GH_STORE_ERROR_INVALID);
  g_assert_false (gh_edit_amend_plan (fixture.workspace, "lý do", &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  after = dump (fixture.workspace);
  g_assert_cmpstr (after, ==, before);

  issue (fixture.workspace, day_of (12, 15), 5);
  expect_no_paper (fixture.workspace, day_of (12, 16), 6, GH_STORE_ERROR_INVALID);
  g_assert_false (gh_edit_amend_plan (fixture.workspace, "  ", &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (gh_edit_submit_plan (fixture.workspace, FALSE, &error)); /* no way back */
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
  fixture_close (&fixture);
}

/* Without a signer nobody has signed, whoever overrules. */
static void
test_forbidden (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPlan) plan = NULL;
  g_autoptr (GhPaper) paper = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fixture_open (&fixture, "sample", 2027);
  plan = gh_plan_copy (get_plan (fixture.workspace));
  g_free (plan->signer_name);
  plan->signer_name = g_strdup ("");
  g_assert_true (gh_edit_save_plan (fixture.workspace, plan, NULL, &error));
  before = dump (fixture.workspace);
  paper = make_paper (fixture.workspace, day_of (12, 15), 5);
  g_assert_cmpint (gh_paper_get_bar (paper), ==, GH_ISSUE_FORBIDDEN);
  g_assert_cmpuint (gh_paper_get_findings (paper)->len, >, 0);
  g_assert_false (gh_edit_issue_plan (fixture.workspace, paper, TRUE, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
  after = dump (fixture.workspace);
  g_assert_cmpstr (after, ==, before);
  fixture_close (&fixture);
}

/* An error that may be a false alarm: only for who says that she has seen it. */
static void
test_overruled (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPlan) plan = NULL;
  g_autoptr (GhPaper) paper = NULL;

  fixture_open (&fixture, "sample", 2027);
  plan = gh_plan_copy (get_plan (fixture.workspace));
  g_ptr_array_add (plan->blocks,
                   gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", "Nộp trước ngày 31/11/2026."));
  g_assert_true (gh_edit_save_plan (fixture.workspace, plan, NULL, &error));
  paper = make_paper (fixture.workspace, day_of (12, 15), 5);
  g_assert_cmpint (gh_paper_get_bar (paper), ==, GH_ISSUE_ASK);
  g_assert_false (gh_edit_issue_plan (fixture.workspace, paper, FALSE, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (gh_edit_issue_plan (fixture.workspace, paper, TRUE, &error));
  g_assert_no_error (error);
  fixture_close (&fixture);
}

/* --- meanwhile ------------------------------------------------------------------------------- */

/* Two programs make the paper of two campaigns with the same number: one gets it. */
static void
test_two_programs (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autoptr (GhWorkspace) other = NULL;
  g_autoptr (GhPaper) ours = NULL;
  g_autoptr (GhPaper) theirs = NULL;
  gint64 first;
  guint32 day = day_of (12, 15);

  fixture_open (&fixture, "sample", 2027);
  first = gh_workspace_get_campaign_id (fixture.workspace);
  g_assert_true (gh_edit_new_campaign (fixture.workspace, "commune", 2027, &error));
  g_assert_no_error (error);
  {
    g_autoptr (GhPlan) plan = gh_plan_copy (get_plan (fixture.workspace));
    g_autoptr (GPtrArray) campaigns =
      gh_store_list_campaigns (gh_workspace_get_store (fixture.workspace), &error);

    g_assert_cmpuint (campaigns->len, ==, 2);
    g_assert_true (gh_workspace_set_campaign_id (fixture.workspace, first, &error));
    g_free (plan->issuer);
    plan->issuer = g_strdup (get_plan (fixture.workspace)->issuer);
    g_free (plan->signer_name);
    plan->signer_name = g_strdup ("Trần Thị Mai");
    for (guint i = 0; i < campaigns->len; i++)
      {
        const GhCampaign *campaign = g_ptr_array_index (campaigns, i);

        if (campaign->id != first)
          gh_workspace_set_campaign_id (fixture.workspace, campaign->id, &error);
      }
    g_assert_true (gh_edit_save_plan (fixture.workspace, plan, NULL, &error));
    g_assert_no_error (error);
  }
  other = gh_workspace_open (gh_workspace_get_path (fixture.workspace), GH_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (gh_workspace_set_campaign_id (other, first, &error));
  theirs = make_paper (other, day, 5);
  ours = make_paper (fixture.workspace, day, 5);
  if (gh_paper_get_bar (ours) == GH_ISSUE_FORBIDDEN)
    g_test_message (
      "%s", ((const GhFinding *) g_ptr_array_index (gh_paper_get_findings (ours), 0))->message);
  g_assert_true (gh_edit_issue_plan (other, theirs, TRUE, &error));
  g_assert_no_error (error);
  g_assert_false (gh_edit_issue_plan (fixture.workspace, ours, TRUE, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "06"));
  g_clear_error (&error);
  g_assert_cmpuint (count_versions (fixture.workspace), ==, 0);
  issue (fixture.workspace, day, 6); /* beside the other, which nothing stands in the way of */
  fixture_close (&fixture);
}

/* What was printed is not what the file says any more. */
static void
test_stale_paper (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPaper) paper = NULL;

  fixture_open (&fixture, "sample", 2027);
  paper = make_paper (fixture.workspace, day_of (12, 15), 5);
  save_title (fixture.workspace, "Khác");
  g_assert_false (gh_edit_issue_plan (fixture.workspace, paper, TRUE, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_CONFLICT);
  g_assert_cmpint (get_plan (fixture.workspace)->state, !=, GH_PLAN_ISSUED);
  g_assert_cmpuint (count_versions (fixture.workspace), ==, 0);
  fixture_close (&fixture);
}

static void
finished_cb (GhJob *job G_GNUC_UNUSED, GError *error, gpointer loop)
{
  g_assert_no_error (error);
  g_main_loop_quit (loop);
}

static void
test_job (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GhJob) job = NULL;
  g_autoptr (GhPaper) paper = NULL;

  fixture_open (&fixture, "sample", 2027);
  job = gh_job_new_paper (gh_paper_new (fixture.workspace, day_of (12, 15), 5, &error));
  g_signal_connect (job, "finished", G_CALLBACK (finished_cb), loop);
  gh_job_start (job);
  g_main_loop_run (loop);
  paper = gh_job_steal_paper (job);
  g_assert_true (gh_edit_issue_plan (fixture.workspace, paper, TRUE, &error));
  g_assert_no_error (error);
  check_pdf (fixture.workspace, 0, NULL);
  fixture_close (&fixture);
}

/* --- the register ---------------------------------------------------------------------------- */

static void
test_register (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autoptr (GhDocumentSeries) series = NULL;
  g_autoptr (GhDocumentNumber) number = gh_document_number_new (40);
  g_autofree char *notes = NULL;

  fixture_open (&fixture, "sample", 2027);
  issue (fixture.workspace, day_of (12, 15), 5);
  series = gh_issue_load_series (fixture.workspace, day_of (12, 15), NULL, &error);
  g_free (number->title);
  number->title = g_strdup ("Giấy mời họp");
  number->issued_on = gh_day_from_ymd (2027, 1, 4); /* stands in another register */
  g_assert_false (gh_edit_add_number (fixture.workspace, series, number, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  number->issued_on = day_of (12, 31);
  g_assert_true (gh_edit_add_number (fixture.workspace, series, number, &error));
  g_assert_no_error (error);
  g_assert_false (gh_edit_release_number (fixture.workspace, gh_document_series_find (series, 5, 0),
                                          &error)); /* of a plan */
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_clear_pointer (&series, gh_document_series_free);
  series = gh_issue_load_series (fixture.workspace, day_of (12, 15), NULL, &error);
  g_assert_cmpint (gh_document_series_suggest (series), ==, 41);
  notes = gh_issue_describe_series (series);
  g_assert_nonnull (strstr (notes, "06–39"));
  g_assert_true (gh_edit_release_number (fixture.workspace, number, &error));
  g_assert_true (gh_workspace_undo (fixture.workspace, &error));
  g_clear_pointer (&series, gh_document_series_free);
  series = gh_issue_load_series (fixture.workspace, day_of (12, 15), NULL, &error);
  g_assert_cmpint (gh_document_series_suggest (series), ==, 41);
  fixture_close (&fixture);
}

/* Issued by an older version, which kept no paper: its text is kept when it is amended. */
static void
test_without_version (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  fixture_open (&fixture, "sample", 2027);
  fixture_set_plan_state (fixture.workspace, GH_PLAN_ISSUED);
  g_assert_true (gh_edit_amend_plan (fixture.workspace, "lý do", &error));
  g_assert_no_error (error);
  save_title (fixture.workspace, "Khác");
  lines = gh_workspace_compare (fixture.workspace, 1, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (gh_compare_count (lines, GH_COMPARE_SAME), <, lines->len);
  g_assert_null (gh_workspace_dup_version_pdf (fixture.workspace, 1, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND);
  fixture_close (&fixture);
}

static guint
count_temporary (void)
{
  g_autoptr (GDir) folder = g_dir_open (g_get_tmp_dir (), 0, NULL);
  guint n = 0;

  while (folder != NULL && g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static void
look_cb (G_GNUC_UNUSED double fraction, gpointer user_data)
{
  guint *most = user_data;

  *most = MAX (*most, count_temporary ());
}

static void
render_alone (void)
{
  Fixture fixture;
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPaper) paper = NULL;
  guint before;
  guint most = 0;

  fixture_open (&fixture, "sample", 2027);
  before = count_temporary ();
  g_assert_cmpuint (before, >=, 1);
  paper = gh_paper_new (fixture.workspace, day_of (12, 15), 5, &error);
  g_assert_no_error (error);
  g_assert_true (gh_paper_render (paper, look_cb, &most, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (most, ==, before);
  fixture_close (&fixture);
}

/* The paper is made in memory: nothing of it lies in the folder of temporary files meanwhile. In a
 * folder of its own, as others use theirs at the same time. */
static void
test_no_files (void)
{
  g_autofree char *folder = NULL;

  if (g_test_subprocess ())
    {
      render_alone ();
      return;
    }
  folder = g_dir_make_tmp ("giothong-issue-XXXXXX", NULL);
  g_setenv ("TMPDIR", folder, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_unsetenv ("TMPDIR");
  g_rmdir (folder);
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/issue/whole-way", test_whole_way);
  g_test_add_func ("/session/issue/comparison", test_comparison);
  g_test_add_func ("/session/issue/wrong-ways", test_wrong_ways);
  g_test_add_func ("/session/issue/forbidden", test_forbidden);
  g_test_add_func ("/session/issue/overruled", test_overruled);
  g_test_add_func ("/session/issue/two-programs", test_two_programs);
  g_test_add_func ("/session/issue/stale-paper", test_stale_paper);
  g_test_add_func ("/session/issue/job", test_job);
  g_test_add_func ("/session/issue/register", test_register);
  g_test_add_func ("/session/issue/without-version", test_without_version);
  g_test_add_func ("/session/issue/no-files", test_no_files);

  return g_test_run ();
}
