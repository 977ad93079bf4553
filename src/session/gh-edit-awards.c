/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-edits.h"

#include <glib/gi18n-lib.h>

#include "gh-edits-private.h"
#include "gh-workspace-private.h"

/* Edits of award rounds and of the budget. */

/* @id is the row's own, 0 again if the edit fails after all. */
static gboolean
run (GhWorkspace *workspace,
     const char *label,
     GhEditFunc func,
     gpointer row,
     gint64 *id,
     GError **error)
{
  gint64 before = *id;

  if (_gh_workspace_run_edit (workspace,
                              &(GhEdit){ .label = label, .func = func, .user_data = row }, error))
    return TRUE;
  *id = before;
  return FALSE;
}

static gboolean
save_round_cb (GhStore *store, gpointer round, GError **error)
{
  return gh_store_save_award_round (store, round, error);
}

gboolean
gh_edit_save_award_round (GhWorkspace *workspace, GhAwardRound *round, GError **error)
{
  g_autofree char *label = NULL;

  if (!_gh_edit_need_campaign (workspace, error))
    return FALSE;
  round->campaign_id = gh_workspace_get_campaign_id (workspace);
  /* Translators: undo labels; %s is the name of an award round. */
  label = g_strdup_printf (
    round->id == 0 ? _("Add award round: %s") : _("Change award round: %s"), round->name);
  return run (workspace, label, save_round_cb, round, &round->id, error);
}

static gboolean
delete_round_cb (GhStore *store, gpointer id, GError **error)
{
  return gh_store_delete_award_round (store, *(const gint64 *) id, error);
}

gboolean
gh_edit_delete_award_round (GhWorkspace *workspace, gint64 id, GError **error)
{
  GhDossier *dossier = gh_workspace_get_dossier (workspace);
  const char *name = "";
  g_autofree char *label = NULL;

  for (guint i = 0; dossier != NULL && i < dossier->awards->len; i++)
    {
      const GhAwardRound *round = g_ptr_array_index (dossier->awards, i);

      name = round->id == id ? round->name : name;
    }
  /* Translators: undo label; %s is the name of an award round. */
  label = g_strdup_printf (_("Delete award round: %s"), name);
  return gh_workspace_edit (workspace, label, delete_round_cb, &id, error);
}

static gboolean
save_line_cb (GhStore *store, gpointer line, GError **error)
{
  return gh_store_save_budget_line (store, line, error);
}

gboolean
gh_edit_save_budget_line (GhWorkspace *workspace, GhBudgetLine *line, GError **error)
{
  g_autofree char *label = NULL;

  if (!_gh_edit_need_campaign (workspace, error))
    return FALSE;
  line->campaign_id = gh_workspace_get_campaign_id (workspace);
  /* Translators: undo labels; %s is what a line of the budget pays for. */
  label = g_strdup_printf (
    line->id == 0 ? _("Add to the budget: %s") : _("Change the budget: %s"), line->content);
  return run (workspace, label, save_line_cb, line, &line->id, error);
}

static gboolean
delete_line_cb (GhStore *store, gpointer id, GError **error)
{
  return gh_store_delete_budget_line (store, *(const gint64 *) id, error);
}

gboolean
gh_edit_delete_budget_line (GhWorkspace *workspace, gint64 id, GError **error)
{
  GhDossier *dossier = gh_workspace_get_dossier (workspace);
  const char *content = "";
  g_autofree char *label = NULL;

  for (guint i = 0; dossier != NULL && i < dossier->budget->len; i++)
    {
      const GhBudgetLine *line = g_ptr_array_index (dossier->budget, i);

      content = line->id == id ? line->content : content;
    }
  /* Translators: undo label; %s is what a line of the budget pays for. */
  label = g_strdup_printf (_("Delete from the budget: %s"), content);
  return gh_workspace_edit (workspace, label, delete_line_cb, &id, error);
}

static gboolean
swap_lines_cb (GhStore *store, gpointer user_data, GError **error)
{
  GhBudgetLine **pair = user_data;

  return gh_store_save_budget_line (store, pair[0], error) &&
         gh_store_save_budget_line (store, pair[1], error);
}

gboolean
gh_edit_move_budget_line (GhWorkspace *workspace, guint index, int step, GError **error)
{
  GhDossier *dossier = gh_workspace_load_dossier (workspace, error);
  g_autoptr (GhBudgetLine) one = NULL;
  g_autoptr (GhBudgetLine) other = NULL;
  int position;

  if (dossier == NULL)
    return FALSE;
  g_return_val_if_fail (index < dossier->budget->len, FALSE);
  g_return_val_if_fail (index + (guint) step < dossier->budget->len, FALSE);
  one = gh_budget_line_copy (dossier->budget->pdata[index]);
  other = gh_budget_line_copy (dossier->budget->pdata[index + (guint) step]);
  position = one->position;
  one->position = other->position == position ? position + step : other->position;
  other->position = position;
  return gh_workspace_edit (workspace, _("Move a line of the budget"), swap_lines_cb,
                            (GhBudgetLine *[]){ one, other }, error);
}
