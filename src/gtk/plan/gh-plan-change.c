/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-change.h"

#include <glib/gi18n-lib.h>

#include "gh-dialogs.h"
#include "gh-edits.h"

gboolean
gh_plan_change (GtkWidget *widget,
                GhWorkspace *workspace,
                const char *label,
                GhPlanChange change,
                gpointer user_data)
{
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  g_autoptr (GhPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  if (dossier == NULL)
    return FALSE;
  plan = gh_plan_copy (dossier->plan);
  if (!change (plan, user_data))
    return FALSE;
  if (gh_edit_save_plan (workspace, plan, label, &error))
    return TRUE;
  gh_dialog_error (widget, _("The plan was not changed"), error);
  return FALSE;
}
