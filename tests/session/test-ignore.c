/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-speller.h"
#include "session-fixture.h"

/* What the clerk lets stand stays away, over a restart too, until its sentence says something else;
 * and the words of the dictionary on this computer. */

static void
add_paragraphs (GhWorkspace *workspace, const char *const *texts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPlan) plan = gh_plan_copy (gh_workspace_get_dossier (workspace)->plan);

  for (gsize i = 0; texts[i] != NULL; i++)
    g_ptr_array_insert (plan->blocks, 1, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", texts[i]));
  g_assert_true (gh_edit_save_plan (workspace, plan, NULL, &error));
  g_assert_no_error (error);
}

static guint
count (const GPtrArray *findings, const char *says)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += strstr (((const GhFinding *) findings->pdata[i])->message, says) != NULL;
  return n;
}

static const GhFinding *
find (GhWorkspace *workspace, const char *says, const char *quote)
{
  const GPtrArray *findings = gh_workspace_get_findings (workspace);

  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = findings->pdata[i];

      if (strstr (finding->message, says) != NULL && strstr (finding->quote, quote) != NULL)
        return finding;
    }
  return NULL;
}

static void
reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->workspace);
  fixture->workspace = gh_workspace_open (fixture->path, GH_STORE_DEFAULT, &error);
  g_assert_no_error (error);
}

static void
test_ignore (void)
{
  static const char *const texts[] = { "Một câu có bổ xung. Câu khác.",
                                       "Một câu khác cũng bổ xung.", NULL };
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  fixture_open (&fixture, "commune", 2027);
  add_paragraphs (fixture.workspace, texts);
  g_assert_cmpuint (count (gh_workspace_get_findings (fixture.workspace), "bổ xung"), ==, 2);

  g_assert_true (gh_edit_ignore_finding (
    fixture.workspace, find (fixture.workspace, "bổ xung", "Một câu có"), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (gh_workspace_get_findings (fixture.workspace), "bổ xung"), ==, 1);
  g_assert_cmpuint (gh_workspace_get_ignored (fixture.workspace)->len, ==, 1);
  g_assert_null (find (fixture.workspace, "bổ xung", "Một câu có"));
  reopen (&fixture);
  g_assert_cmpuint (count (gh_workspace_get_findings (fixture.workspace), "bổ xung"), ==, 1);

  g_assert_true (gh_workspace_undo (fixture.workspace, &error));
  g_assert_cmpuint (count (gh_workspace_get_findings (fixture.workspace), "bổ xung"), ==, 2);
  g_assert_true (gh_workspace_redo (fixture.workspace, &error));
  g_assert_cmpuint (count (gh_workspace_get_findings (fixture.workspace), "bổ xung"), ==, 1);

  g_assert_true (gh_edit_heed_findings (fixture.workspace, &error));
  g_assert_cmpuint (count (gh_workspace_get_findings (fixture.workspace), "bổ xung"), ==, 2);
  g_assert_cmpuint (gh_workspace_get_ignored (fixture.workspace)->len, ==, 0);
  fixture_close (&fixture);
}

/* A sentence that says something else is looked at again; another one of the block does not count.
 */
static void
test_changed (void)
{
  static const char *const texts[] = { "Một câu có bổ xung. Câu khác.", NULL };
  static const struct
  {
    const char *text;
    guint n;
  } now[] = { { "Một câu có bổ xung. Câu nữa.", 0 }, { "Một câu hay có bổ xung. Câu nữa.", 1 } };
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  fixture_open (&fixture, "commune", 2027);
  add_paragraphs (fixture.workspace, texts);
  g_assert_true (gh_edit_ignore_finding (
    fixture.workspace, find (fixture.workspace, "bổ xung", "Một câu có"), &error));
  for (gsize i = 0; i < G_N_ELEMENTS (now); i++)
    {
      g_autoptr (GhPlan) plan = gh_plan_copy (gh_workspace_get_dossier (fixture.workspace)->plan);
      GhBlock *block = g_ptr_array_index (plan->blocks, 1);

      g_free (block->text);
      block->text = g_strdup (now[i].text);
      g_assert_true (gh_edit_save_plan (fixture.workspace, plan, NULL, &error));
      g_assert_cmpuint (count (gh_workspace_get_findings (fixture.workspace), "bổ xung"), ==,
                        now[i].n);
    }
  fixture_close (&fixture);
}

/* With the dictionary of this computer, through the whole workspace. */
static void
test_dictionary (void)
{
  static const char *const texts[] = { "Ban Chỉ đạo vận đọng hòa thuỷ nghiệm thựch.", NULL };
  Fixture fixture;

  g_autoptr (GhSpeller) speller = gh_speller_new (NULL);

  if (speller == NULL)
    {
      g_test_skip ("no Vietnamese dictionary (hunspell-vi), or built without Hunspell");
      return;
    }
  g_assert_true (
    gh_speller_get_spell (speller)->knows (gh_speller_get_spell (speller)->data, "hiến"));
  fixture_open (&fixture, "commune", 2027);
  add_paragraphs (fixture.workspace, texts);
  g_assert_cmpuint (count (gh_workspace_get_findings (fixture.workspace), "“thựch”"), ==, 1);
  g_assert_cmpuint (count (gh_workspace_get_findings (fixture.workspace), "“hòa”"), ==, 0);
  g_assert_cmpuint (count (gh_workspace_get_findings (fixture.workspace), "“thuỷ”"), ==, 0);
  fixture_close (&fixture);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* What another thread finds is what this one would find, and of the plan as it is then. */
static void
test_elsewhere (void)
{
  static const char *const first[] = { "Ban Chỉ đạo bổ xung danh sách.", NULL };
  static const char *const second[] = { "Văn phòng bổ xung kinh phí.", NULL };
  Fixture fixture;
  guint n_checked = 0;

  fixture_open (&fixture, "commune", 2027);
  g_signal_connect_swapped (fixture.workspace, "checked", G_CALLBACK (count_cb), &n_checked);
  add_paragraphs (fixture.workspace, first);
  g_assert_false (gh_workspace_start_check (fixture.workspace));
  while (n_checked == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gh_workspace_start_check (fixture.workspace));
  g_assert_cmpuint (count (gh_workspace_get_findings (fixture.workspace), "bổ xung"), ==, 1);

  /* Changed while it is checked, and asked for again. */
  gh_workspace_set_clock (fixture.workspace, NULL, NULL);
  g_assert_false (gh_workspace_start_check (fixture.workspace));
  add_paragraphs (fixture.workspace, second);
  g_assert_false (gh_workspace_start_check (fixture.workspace));
  n_checked = 0;
  while (n_checked == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gh_workspace_start_check (fixture.workspace));
  g_assert_cmpuint (count (gh_workspace_get_findings (fixture.workspace), "bổ xung"), ==, 2);

  /* Asked for in this thread while the other one is at it: told all the same. */
  gh_workspace_set_clock (fixture.workspace, NULL, NULL);
  g_assert_false (gh_workspace_start_check (fixture.workspace));
  g_assert_cmpuint (count (gh_workspace_get_findings (fixture.workspace), "bổ xung"), ==, 2);
  n_checked = 0;
  while (n_checked == 0)
    g_main_context_iteration (NULL, TRUE);

  /* A workspace that is closed meanwhile does not mind. */
  gh_workspace_set_clock (fixture.workspace, NULL, NULL);
  g_assert_false (gh_workspace_start_check (fixture.workspace));
  fixture_close (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/ignore/ignore", test_ignore);
  g_test_add_func ("/session/ignore/changed", test_changed);
  g_test_add_func ("/session/ignore/dictionary", test_dictionary);
  g_test_add_func ("/session/ignore/elsewhere", test_elsewhere);
  return g_test_run ();
}
