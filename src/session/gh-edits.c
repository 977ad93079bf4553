/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-edits.h"

#include <glib/gi18n-lib.h>

#include "gh-edits-private.h"
#include "gh-live.h"
#include "gh-template.h"
#include "gh-workspace-private.h"

/* Edits of the campaign itself and of its plan; rows, quotas and imports have files of their own.
 */

gboolean
_gh_edit_need_campaign (GhWorkspace *workspace, GError **error)
{
  if (gh_workspace_get_campaign_id (workspace) != 0)
    return TRUE;
  g_set_error_literal (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND,
                       _("There is no campaign to change. Make one from a template or import a "
                         "plan."));
  return FALSE;
}

gboolean
_gh_edit_merge_text (char **place, const char *text)
{
  if (text == NULL || *text == '\0' || g_strcmp0 (*place, text) == 0)
    return FALSE;
  g_free (*place);
  *place = g_strdup (text);
  return TRUE;
}

static gboolean
save_campaign_cb (GhStore *store, gpointer campaign, GError **error)
{
  return gh_store_save_campaign (store, campaign, error);
}

gboolean
gh_edit_save_campaign (GhWorkspace *workspace, const GhCampaign *campaign, GError **error)
{
  return gh_edit_save_campaign_from (workspace, NULL, campaign, error);
}

gboolean
gh_edit_save_campaign_from (GhWorkspace *workspace,
                            const GhDossier *base,
                            const GhCampaign *campaign,
                            GError **error)
{
  g_autoptr (GhCampaign) copy = gh_campaign_copy (campaign);
  g_autofree char *label = NULL;

  if (copy->id == 0 && !_gh_edit_need_campaign (workspace, error))
    return FALSE;
  if (copy->id == 0)
    copy->id = gh_workspace_get_campaign_id (workspace);
  /* Translators: undo label; %s is the name of a campaign. */
  label = g_strdup_printf (_("Edit the campaign %s"), copy->name);
  return _gh_workspace_run_edit (
    workspace,
    &(GhEdit){ .label = label, .func = save_campaign_cb, .user_data = copy, .base = base }, error);
}

typedef struct
{
  const char *key;
  int year;
  const GhOffice *office;
  gint64 id;
} NewCampaign;

static gboolean
new_campaign_cb (GhStore *store, gpointer user_data, GError **error)
{
  NewCampaign *wanted = user_data;

  return gh_template_apply (store, wanted->key, wanted->year, &wanted->id, error) &&
         gh_office_apply (wanted->office, store, wanted->id, error);
}

gboolean
gh_edit_new_campaign (GhWorkspace *workspace, const char *template_key, int year, GError **error)
{
  return gh_edit_new_campaign_for (workspace, template_key, year, NULL, error);
}

gboolean
gh_edit_new_campaign_for (GhWorkspace *workspace,
                          const char *template_key,
                          int year,
                          const GhOffice *office,
                          GError **error)
{
  NewCampaign wanted = { template_key, year, office, 0 };
  g_autofree char *label = NULL;

  /* Translators: undo label; %d is a year. */
  label = g_strdup_printf (_("New campaign of %d"), year);
  return _gh_workspace_run_edit (
    workspace,
    &(GhEdit){
      .label = label, .func = new_campaign_cb, .user_data = &wanted, .campaign_id = &wanted.id },
    error);
}

static gboolean
delete_campaign_cb (GhStore *store, gpointer user_data, GError **error)
{
  return gh_store_delete_campaign (store, *(const gint64 *) user_data, error);
}

gboolean
gh_edit_delete_campaign (GhWorkspace *workspace, gint64 id, GError **error)
{
  g_autoptr (GhCampaign) campaign =
    gh_store_load_campaign (gh_workspace_get_store (workspace), id, error);
  g_autofree char *label = NULL;

  if (campaign == NULL)
    return FALSE;
  /* Translators: undo label; %s is the name of a campaign. */
  label = g_strdup_printf (_("Delete the campaign %s"), campaign->name);
  return gh_workspace_edit (workspace, label, delete_campaign_cb, &id, error);
}

/* Issuing freezes the text: what the data say on that day is what was signed. */
GhPlan *
_gh_edit_freeze (GhDossier *dossier, const GhPlan *plan)
{
  g_autoptr (GhDossier) moment = gh_dossier_with_plan (dossier, gh_plan_copy (plan));
  g_autoptr (GhSummary) summary = NULL;
  GhPlan *frozen;

  moment->plan->state = GH_PLAN_FOR_SIGNATURE;
  summary = gh_summary_new (moment);
  frozen = gh_live_freeze_all (summary);
  frozen->state = plan->state;
  return frozen;
}

static gboolean
save_plan_cb (GhStore *store, gpointer plan, GError **error)
{
  return gh_store_save_plan (store, plan, error);
}

gboolean
gh_edit_save_plan (GhWorkspace *workspace, const GhPlan *plan, const char *label, GError **error)
{
  GhDossier *dossier = gh_workspace_load_dossier (workspace, error);
  g_autoptr (GhPlan) copy = NULL;

  if (dossier == NULL)
    return FALSE;
  copy = gh_plan_copy (plan);
  copy->campaign_id = dossier->campaign->id;
  /* Each step of its way leaves more than a word in the plan: number, version, paper, reason. */
  if (copy->state != dossier->plan->state)
    {
      g_set_error_literal (
        error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
        _("A plan is submitted, issued and amended by what its state offers, so "
          "that number, paper and reason are kept. Nothing was saved."));
      return FALSE;
    }
  if (dossier->plan->state == GH_PLAN_ISSUED && !gh_plan_equal (dossier->plan, copy))
    {
      g_set_error_literal (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
                           _("This plan was issued, so its text is frozen. To change it, choose "
                             "“Amend…” under its state on the page of the plan."));
      return FALSE;
    }
  return gh_workspace_edit (workspace, label != NULL ? label : _("Edit the plan"), save_plan_cb,
                            copy, error);
}
