/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "gh-edits.h"
#include "gh-plan-edit.h"
#include "gh-workspace.h"

/* Each step in the structure of a plan is a transaction: undo gives back what was there, step by
 * step, after the file was closed and opened, too; redo does it all again. */

#define STEPS 25

typedef struct
{
  char *folder;
  char *path;
  GhWorkspace *workspace;
} Fixture;

static void
open_again (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->workspace);
  fixture->workspace = gh_workspace_open (fixture->path, GH_STORE_DEFAULT, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("giothong-steps-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "steps.giothong", NULL);
  fixture->workspace = gh_workspace_create (fixture->path, "sample", 2027, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_clear_object (&fixture->workspace);
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static GhPlan *
copy_plan (Fixture *fixture)
{
  return gh_plan_copy (gh_workspace_get_dossier (fixture->workspace)->plan);
}

/* A random step; FALSE if it changes nothing. */
static gboolean
take_step (GhPlan *plan, GRand *rand)
{
  guint index = (guint) g_rand_int_range (rand, 0, (gint32) plan->blocks->len);
  guint before = (guint) g_rand_int_range (rand, 0, (gint32) plan->blocks->len + 1);
  guint place;
  gsize seam;

  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0:
    case 1:
      return gh_plan_edit_split (plan, index, (gsize) g_rand_int_range (rand, 0, 80), &place);
    case 2:
      return gh_plan_edit_join (plan, index, &place, &seam);
    case 3:
      return gh_plan_edit_indent (plan, index);
    case 4:
      return gh_plan_edit_outdent (plan, index);
    case 5:
      return gh_plan_edit_move (plan, index, before, NULL);
    case 6:
      return gh_plan_edit_move_up (plan, index, NULL);
    case 7:
      return gh_plan_edit_duplicate (plan, index, NULL);
    case 8:
      return gh_plan_edit_remove (plan, index, g_rand_boolean (rand)) && plan->blocks->len > 0;
    default:
      return gh_plan_edit_turn (plan, index, GH_BLOCK_HEADING, g_rand_int_range (rand, 1, 5));
    }
}

static void
test_undo (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20270220);
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_plan_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (plans, copy_plan (fixture));
  while (plans->len <= STEPS)
    {
      g_autoptr (GhPlan) plan = copy_plan (fixture);

      if (!take_step (plan, rand) ||
          gh_plan_equal (plan, g_ptr_array_index (plans, plans->len - 1)))
        continue;
      gh_edit_save_plan (fixture->workspace, plan, "step", &error);
      g_assert_no_error (error);
      g_assert_true (gh_plan_equal (plan, gh_workspace_get_dossier (fixture->workspace)->plan));
      g_ptr_array_add (plans, copy_plan (fixture));
    }
  open_again (fixture);
  for (guint i = STEPS; i-- > 0;)
    {
      gh_workspace_undo (fixture->workspace, &error);
      g_assert_no_error (error);
      g_assert_true (gh_plan_equal (g_ptr_array_index (plans, i),
                                    gh_workspace_get_dossier (fixture->workspace)->plan));
    }
  for (guint i = 1; i <= STEPS; i++)
    {
      gh_workspace_redo (fixture->workspace, &error);
      g_assert_no_error (error);
      g_assert_true (gh_plan_equal (g_ptr_array_index (plans, i),
                                    gh_workspace_get_dossier (fixture->workspace)->plan));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/plan-steps/undo", Fixture, NULL, set_up, test_undo, tear_down);
  return g_test_run ();
}
