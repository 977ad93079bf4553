/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-fixture.h"

#include <string.h>

static guint
count (const GPtrArray *findings, const char *code, const char *message)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);

      n += g_str_equal (finding->code, code) &&
           (message != NULL ? g_str_equal (finding->message, message)
                            : finding->severity == GH_SEVERITY_ERROR);
    }
  return n;
}

static gboolean
texts_equal (const GhDossier *a, const GhDossier *b)
{
  for (guint i = 0; i < a->activities->len; i++)
    if (!g_str_equal (((GhActivity *) g_ptr_array_index (a->activities, i))->text,
                      ((GhActivity *) g_ptr_array_index (b->activities, i))->text))
      return FALSE;
  for (guint i = 0; i < a->targets->len; i++)
    if (!g_str_equal (((GhTarget *) g_ptr_array_index (a->targets, i))->text,
                      ((GhTarget *) g_ptr_array_index (b->targets, i))->text))
      return FALSE;
  return gh_plan_equal (a->plan, b->plan);
}

/* One fix: its finding goes, no error comes, the label says what was done, undo leads back. */
static void
try_fix (GhWorkspace *workspace, const char *name, guint index)
{
  g_autoptr (GhDossier) before = gh_dossier_ref (gh_workspace_get_dossier (workspace));
  g_autoptr (GPtrArray) findings =
    g_ptr_array_ref ((GPtrArray *) gh_workspace_get_findings (workspace));
  const GhFinding *finding = g_ptr_array_index (findings, index);
  const GPtrArray *after;
  g_autofree char *dump = fixture_dump (workspace);
  g_autofree char *restored = NULL;
  g_autoptr (GError) error = NULL;

  gh_edit_apply_fix (workspace, finding->fix, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (gh_workspace_get_undo_label (workspace), finding->fix->label));
  after = gh_workspace_get_findings (workspace);
  if (count (after, finding->code, finding->message) >=
      count (findings, finding->code, finding->message))
    g_error ("%s: %s: “%s” stays after “%s”", name, finding->code, finding->message,
             finding->fix->label);
  for (guint i = 0; i < after->len; i++)
    {
      const GhFinding *found = g_ptr_array_index (after, i);

      if (count (after, found->code, NULL) > count (findings, found->code, NULL))
        g_error ("%s: “%s” for “%s” makes a new error: %s", name, finding->fix->label,
                 finding->message, found->message);
    }
  gh_workspace_undo (workspace, &error);
  g_assert_no_error (error);
  restored = fixture_dump (workspace);
  g_assert_cmpstr (dump, ==, restored);
  g_assert_true (texts_equal (before, gh_workspace_get_dossier (workspace)));
}

/* Every fix of one plan, each on the plan as it was; then all safe ones. Returns how many. */
static guint
try_plan (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GhPlanReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  Fixture fixture;
  guint n_findings;
  guint n = 0;
  guint n_safe = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  reading = gh_plan_text_read (text, -1, 2027);
  fixture_open (&fixture, NULL, 2027);
  gh_edit_accept_plan (fixture.workspace, reading, &error);
  g_assert_no_error (error);
  n_findings = gh_workspace_get_findings (fixture.workspace)->len;
  for (guint i = 0; i < n_findings; i++)
    {
      const GPtrArray *findings = gh_workspace_get_findings (fixture.workspace);

      g_assert_cmpuint (findings->len, ==, n_findings);
      if (((const GhFinding *) g_ptr_array_index (findings, i))->fix == NULL)
        continue;
      try_fix (fixture.workspace, path, i);
      n++;
    }
  before = fixture_dump (fixture.workspace);
  gh_edit_apply_safe_fixes (fixture.workspace, NULL, &n_safe, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < gh_workspace_get_findings (fixture.workspace)->len; i++)
    {
      const GhFinding *finding =
        g_ptr_array_index (gh_workspace_get_findings (fixture.workspace), i);

      g_assert_false (finding->fix != NULL && finding->fix->safe);
    }
  if (n_safe > 0)
    fixture_check_undo (fixture.workspace, before);
  g_test_message ("%s: %u findings, %u fixes, %u safe", path, n_findings, n, n_safe);
  fixture_close (&fixture);
  return n;
}

/* Returns how many fixes were tried; 0 if there is no such folder. */
static guint
try_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        n += try_plan (path);
      }
  return n;
}

static void
test_made_up (void)
{
  g_assert_cmpuint (try_folder (PLANS_FOLDER), >, 20);
}

static void
test_real (void)
{
  const char *shared = g_getenv ("GIOTHONG_SHARED");
  g_autofree char *folder = g_build_filename (shared != NULL ? shared : "", "seeds", NULL);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("no real plans in GIOTHONG_SHARED");
      return;
    }
  g_assert_cmpuint (try_folder (folder), >, 20);
}

/* A fix that was looked at before the text changed is refused and changes nothing. */
static void
test_stale (void)
{
  Fixture fixture;
  g_autoptr (GhPlan) plan = NULL;
  g_autoptr (GhFix) fix = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n = 0;

  fixture_open (&fixture, NULL, 2027);
  plan = gh_plan_copy (gh_workspace_get_dossier (fixture.workspace)->plan);
  g_ptr_array_add (plan->blocks, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", "Phân đấu đạt."));
  gh_edit_save_plan (fixture.workspace, plan, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < gh_workspace_get_findings (fixture.workspace)->len && fix == NULL; i++)
    {
      const GhFinding *finding =
        g_ptr_array_index (gh_workspace_get_findings (fixture.workspace), i);

      if (g_str_equal (finding->code, "spelling"))
        fix = gh_fix_copy (finding->fix);
    }
  g_assert_nonnull (fix);
  g_ptr_array_set_size (plan->blocks, 0);
  g_ptr_array_add (plan->blocks, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", "Đạt./."));
  gh_edit_save_plan (fixture.workspace, plan, NULL, &error);
  g_assert_no_error (error);
  before = fixture_dump (fixture.workspace);
  g_assert_false (gh_edit_apply_fix (fixture.workspace, fix, &error));
  g_assert_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID);
  g_clear_error (&error);
  after = fixture_dump (fixture.workspace);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (gh_edit_apply_safe_fixes (fixture.workspace, "spelling", &n, &error));
  g_assert_cmpuint (n, ==, 0);
  fixture_close (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fixes/made-up", test_made_up);
  g_test_add_func ("/fixes/real", test_real);
  g_test_add_func ("/fixes/stale", test_stale);
  return g_test_run ();
}
