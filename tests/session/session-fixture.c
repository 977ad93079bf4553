/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session-fixture.h"

#include <glib/gstdio.h>

void
fixture_open (Fixture *fixture, const char *template_key, int year)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("giothong-session-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "đợt xuân.giothong", NULL);
  fixture->workspace = gh_workspace_create (fixture->path, template_key, year, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->workspace);
}

static void
remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_tree (path);
      else
        g_remove (path);
    }
  g_rmdir (folder);
}

void
fixture_close (Fixture *fixture)
{
  g_clear_object (&fixture->workspace);
  remove_tree (fixture->folder);
  g_clear_pointer (&fixture->path, g_free);
  g_clear_pointer (&fixture->folder, g_free);
}

static void
dump_plan (GString *out, const GhPlan *plan)
{
  g_autofree char *date = gh_plan_issue_date_iso (plan);

  g_string_append_printf (out, "plan %d|%s|%s|%s|%s|%s\n", (int) plan->state, plan->number,
                          plan->title, date, plan->issuer, plan->signer_name);
  g_string_append_printf (out, "around %s|%s|%s|%s\n", plan->symbol, plan->place, plan->authority,
                          plan->signer_role);
  for (guint i = 0; i < plan->bases->len; i++)
    g_string_append_printf (out, "basis %s\n",
                            ((GhBasis *) g_ptr_array_index (plan->bases, i))->text);
  for (guint i = 0; i < plan->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (plan->blocks, i);

      g_string_append_printf (out, "block %d|%d|%s|%s|%s\n", (int) block->kind, block->level,
                              block->number, block->text, block->live);
      for (guint k = 0; block->rows != NULL && k < block->rows->len; k++)
        {
          g_autofree char *row = g_strjoinv ("|", g_ptr_array_index (block->rows, k));

          g_string_append_printf (out, "row %s\n", row);
        }
    }
  for (guint i = 0; i < plan->recipients->len; i++)
    g_string_append_printf (out, "recipient %s\n",
                            ((GhRecipient *) g_ptr_array_index (plan->recipients, i))->name);
}

static void
dump_rows (GString *out, const GhDossier *dossier)
{
  for (guint i = 0; i < dossier->units->len; i++)
    {
      const GhUnit *unit = g_ptr_array_index (dossier->units, i);

      g_string_append_printf (out,
                              "unit %" G_GINT64_FORMAT "<%" G_GINT64_FORMAT
                              "|%s|%s|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "|%d\n",
                              unit->id, unit->parent_id, unit->name, unit->kind, unit->headcount,
                              unit->last_year, unit->position);
    }
  for (guint i = 0; i < dossier->targets->len; i++)
    {
      g_autofree char *words = gh_target_format (g_ptr_array_index (dossier->targets, i));

      g_string_append_printf (out, "target %s\n", words);
    }
  for (guint i = 0; i < dossier->quotas->len; i++)
    {
      const GhQuota *quota = g_ptr_array_index (dossier->quotas, i);

      g_string_append_printf (out, "quota %" G_GINT64_FORMAT "|%d|%" G_GINT64_FORMAT "|%d|%d\n",
                              quota->unit_id, (int) quota->indicator, quota->value,
                              quota->locked ? 1 : 0, (int) quota->rule);
    }
}

static void
dump_dates (GString *out, const GhDossier *dossier)
{
  for (guint i = 0; i < dossier->activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (dossier->activities, i);
      g_autofree char *date = gh_date_span_format (&activity->span, GH_DATE_NORMAL);

      g_string_append_printf (out, "activity %s|%s|%d|%s\n", activity->title, date,
                              (int) activity->state, activity->place);
    }
  for (guint i = 0; i < dossier->sessions->len; i++)
    {
      const GhDonationSession *session = g_ptr_array_index (dossier->sessions, i);

      g_string_append_printf (out, "session %s|%" G_GINT64_FORMAT "\n", session->name,
                              session->expected);
    }
  for (guint i = 0; i < dossier->results->len; i++)
    {
      const GhResult *result = g_ptr_array_index (dossier->results, i);

      g_string_append_printf (
        out, "result %" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT "\n",
        result->unit_id, result->session_id, result->donated);
    }
}

static char *
dump_dossier (const GhDossier *dossier)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "campaign %s|%d|%s|%d\n", dossier->campaign->name,
                          dossier->campaign->year, dossier->campaign->theme,
                          (int) dossier->campaign->state);
  dump_plan (out, dossier->plan);
  dump_rows (out, dossier);
  dump_dates (out, dossier);
  return g_string_free (out, FALSE);
}

char *
fixture_dump (GhWorkspace *workspace)
{
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  g_autoptr (GhDossier) whole = NULL;
  g_autofree char *read_whole = NULL;
  char *dump;

  if (dossier == NULL)
    return g_strdup ("");
  dump = dump_dossier (dossier);
  /* After an edit only what it changed was read again. */
  whole = gh_store_load_dossier (gh_workspace_get_store (workspace), dossier->campaign->id, NULL);
  read_whole = dump_dossier (whole);
  g_assert_cmpstr (dump, ==, read_whole);
  return dump;
}

void
fixture_check_undo (GhWorkspace *workspace, const char *before)
{
  g_autofree char *after = fixture_dump (workspace);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (before, !=, after);
  g_assert_true (gh_workspace_undo (workspace, &error));
  g_assert_no_error (error);
  undone = fixture_dump (workspace);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (gh_workspace_redo (workspace, &error));
  g_assert_no_error (error);
  redone = fixture_dump (workspace);
  g_assert_cmpstr (redone, ==, after);
}

const GhUnit *
fixture_unit (GhWorkspace *workspace, const char *name)
{
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);

  for (guint i = 0; i < dossier->units->len; i++)
    {
      const GhUnit *unit = g_ptr_array_index (dossier->units, i);

      if (g_str_equal (unit->name, name))
        return unit;
    }
  g_error ("no unit %s", name);
}

gint64
fixture_quota (GhWorkspace *workspace, const char *name, GhIndicator indicator)
{
  const GhUnit *unit = fixture_unit (workspace, name);
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);

  for (guint i = 0; i < dossier->quotas->len; i++)
    {
      const GhQuota *quota = g_ptr_array_index (dossier->quotas, i);

      if (quota->unit_id == unit->id && quota->indicator == indicator)
        return quota->value;
    }
  return -1;
}

static gboolean
save_plan_cb (GhStore *store, gpointer plan, GError **error)
{
  return gh_store_save_plan (store, plan, error);
}

void
fixture_set_plan_state (GhWorkspace *workspace, GhPlanState state)
{
  g_autoptr (GhPlan) plan = gh_plan_copy (gh_workspace_get_dossier (workspace)->plan);
  g_autoptr (GError) error = NULL;

  plan->campaign_id = gh_workspace_get_campaign_id (workspace);
  plan->state = state;
  gh_workspace_edit (workspace, "state", save_plan_cb, plan, &error);
  g_assert_no_error (error);
}
