/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-edits.h"

#include <glib/gi18n-lib.h>

#include "gh-edits-private.h"
#include "gh-workspace-private.h"

/* Edits of single rows: units, targets, activities, sessions, results. */

const char *
_gh_edit_unit_name (GhWorkspace *workspace, gint64 id)
{
  GhDossier *dossier = gh_workspace_get_dossier (workspace);

  for (guint i = 0; dossier != NULL && i < dossier->units->len; i++)
    {
      const GhUnit *unit = g_ptr_array_index (dossier->units, i);

      if (unit->id == id)
        return unit->name;
    }
  return "";
}

/* One row saved: @id is the row's own, 0 again if the edit fails after all. */
static gboolean
run_row_edit (GhWorkspace *workspace, const GhEdit *edit, gint64 *id, GError **error)
{
  gint64 before = *id;

  if (_gh_workspace_run_edit (workspace, edit, error))
    return TRUE;
  *id = before;
  return FALSE;
}

static gboolean
save_unit_cb (GhStore *store, gpointer unit, GError **error)
{
  return gh_store_save_unit (store, unit, error);
}

/* The units of the workspace, also where there is no campaign yet. */
static gboolean
check_unit (GhWorkspace *workspace, const GhUnit *unit, GError **error)
{
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GhUnitTree) tree = NULL;

  if (unit->id == 0 || unit->parent_id == 0)
    return TRUE;
  units = gh_store_list_units (gh_workspace_get_store (workspace), error);
  if (units == NULL)
    return FALSE;
  tree = gh_unit_tree_new (units);
  if (unit->id != unit->parent_id && !gh_unit_tree_would_loop (tree, unit->id, unit->parent_id))
    return TRUE;
  g_set_error (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
               _("%s cannot stand below itself or below one of its own units. Choose another unit "
                 "above it."),
               unit->name);
  return FALSE;
}

gboolean
gh_edit_save_unit (GhWorkspace *workspace, GhUnit *unit, GError **error)
{
  return gh_edit_save_unit_from (workspace, NULL, unit, error);
}

gboolean
gh_edit_save_unit_from (GhWorkspace *workspace, const GhDossier *base, GhUnit *unit, GError **error)
{
  g_autofree char *label = NULL;

  if (*unit->name == '\0')
    {
      g_set_error_literal (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
                           _("The unit has no name. Enter one."));
      return FALSE;
    }
  if (!check_unit (workspace, unit, error))
    return FALSE;
  /* Translators: undo labels; %s is the name of a unit. */
  label = g_strdup_printf (unit->id == 0 ? _("Add unit %s") : _("Edit unit %s"), unit->name);
  return run_row_edit (
    workspace, &(GhEdit){ .label = label, .func = save_unit_cb, .user_data = unit, .base = base },
    &unit->id, error);
}

static gboolean
delete_unit_cb (GhStore *store, gpointer id, GError **error)
{
  return gh_store_delete_unit (store, *(const gint64 *) id, error);
}

gboolean
gh_edit_delete_unit (GhWorkspace *workspace, gint64 id, GError **error)
{
  g_autofree char *label = NULL;

  label = g_strdup_printf (_("Delete unit %s"), _gh_edit_unit_name (workspace, id));
  return gh_workspace_edit (workspace, label, delete_unit_cb, &id, error);
}

static gboolean
save_target_cb (GhStore *store, gpointer target, GError **error)
{
  return gh_store_save_target (store, target, error);
}

gboolean
gh_edit_save_target (GhWorkspace *workspace, GhTarget *target, GError **error)
{
  g_autofree char *words = gh_target_format (target);
  g_autofree char *label = NULL;

  if (!_gh_edit_need_campaign (workspace, error))
    return FALSE;
  target->campaign_id = gh_workspace_get_campaign_id (workspace);
  /* Translators: undo labels; %s is a target, such as "from 350 blood units". */
  label = g_strdup_printf (target->id == 0 ? _("Add target: %s") : _("Change target: %s"), words);
  return run_row_edit (workspace,
                       &(GhEdit){ .label = label, .func = save_target_cb, .user_data = target },
                       &target->id, error);
}

static gboolean
delete_target_cb (GhStore *store, gpointer id, GError **error)
{
  return gh_store_delete_target (store, *(const gint64 *) id, error);
}

gboolean
gh_edit_delete_target (GhWorkspace *workspace, gint64 id, GError **error)
{
  GhDossier *dossier = gh_workspace_get_dossier (workspace);
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;

  for (guint i = 0; dossier != NULL && words == NULL && i < dossier->targets->len; i++)
    {
      const GhTarget *target = g_ptr_array_index (dossier->targets, i);

      if (target->id == id)
        words = gh_target_format (target);
    }
  label = g_strdup_printf (_("Delete target: %s"), words != NULL ? words : "");
  return gh_workspace_edit (workspace, label, delete_target_cb, &id, error);
}

static gboolean
save_activity_cb (GhStore *store, gpointer activity, GError **error)
{
  return gh_store_save_activity (store, activity, error);
}

gboolean
gh_edit_save_activity (GhWorkspace *workspace, GhActivity *activity, GError **error)
{
  return gh_edit_save_activity_from (workspace, NULL, activity, error);
}

gboolean
gh_edit_save_activity_from (GhWorkspace *workspace,
                            const GhDossier *base,
                            GhActivity *activity,
                            GError **error)
{
  g_autofree char *label = NULL;

  if (!_gh_edit_need_campaign (workspace, error))
    return FALSE;
  activity->campaign_id = gh_workspace_get_campaign_id (workspace);
  /* Translators: undo labels; %s is the title of an entry of the calendar. */
  label = g_strdup_printf (activity->id == 0 ? _("Add to the calendar: %s")
                                             : _("Change in the calendar: %s"),
                           activity->title);
  return run_row_edit (
    workspace,
    &(GhEdit){ .label = label, .func = save_activity_cb, .user_data = activity, .base = base },
    &activity->id, error);
}

static const GhActivity *
find_activity (GhWorkspace *workspace, gint64 id)
{
  GhDossier *dossier = gh_workspace_get_dossier (workspace);

  for (guint i = 0; dossier != NULL && i < dossier->activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (dossier->activities, i);

      if (activity->id == id)
        return activity;
    }
  return NULL;
}

static gboolean
delete_activity_cb (GhStore *store, gpointer id, GError **error)
{
  return gh_store_delete_activity (store, *(const gint64 *) id, error);
}

gboolean
gh_edit_delete_activity (GhWorkspace *workspace, gint64 id, GError **error)
{
  const GhActivity *activity = find_activity (workspace, id);
  g_autofree char *label = NULL;

  label =
    g_strdup_printf (_("Remove from the calendar: %s"), activity != NULL ? activity->title : "");
  return gh_workspace_edit (workspace, label, delete_activity_cb, &id, error);
}

gboolean
gh_edit_set_activity_state (GhWorkspace *workspace,
                            gint64 id,
                            GhActivityState state,
                            GError **error)
{
  static const char *const formats[] = {
    /* Translators: undo labels; %s is the title of an entry of the calendar. */
    N_("Mark as planned: %s"),
    N_("Mark as done: %s"),
    N_("Mark as cancelled: %s"),
  };
  const GhActivity *found = find_activity (workspace, id);
  g_autoptr (GhActivity) activity = NULL;
  g_autoptr (GString) label = NULL;

  g_return_val_if_fail ((gsize) state < G_N_ELEMENTS (formats), FALSE);

  if (found == NULL)
    {
      g_set_error_literal (error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND,
                           _("This entry is no longer in the calendar. Reload the calendar."));
      return FALSE;
    }
  activity = gh_activity_copy (found);
  activity->state = state;
  label = g_string_new (_(formats[state]));
  g_string_replace (label, "%s", activity->title, 1);
  return gh_workspace_edit (workspace, label->str, save_activity_cb, activity, error);
}

static gboolean
save_session_cb (GhStore *store, gpointer session, GError **error)
{
  return gh_store_save_session (store, session, error);
}

gboolean
gh_edit_save_session (GhWorkspace *workspace, GhDonationSession *session, GError **error)
{
  g_autofree char *label = NULL;

  if (!_gh_edit_need_campaign (workspace, error))
    return FALSE;
  session->campaign_id = gh_workspace_get_campaign_id (workspace);
  /* Translators: undo labels; %s is the name of a donation day. */
  label = g_strdup_printf (
    session->id == 0 ? _("Add donation day %s") : _("Edit donation day %s"), session->name);
  return run_row_edit (workspace,
                       &(GhEdit){ .label = label, .func = save_session_cb, .user_data = session },
                       &session->id, error);
}

static gboolean
save_result_cb (GhStore *store, gpointer result, GError **error)
{
  return gh_store_save_result (store, result, error);
}

gboolean
gh_edit_save_result (GhWorkspace *workspace, GhResult *result, GError **error)
{
  g_autofree char *label = NULL;

  if (!_gh_edit_need_campaign (workspace, error))
    return FALSE;
  result->campaign_id = gh_workspace_get_campaign_id (workspace);
  /* Translators: undo label; %s is the name of a unit. */
  label =
    g_strdup_printf (_("Enter results of %s"), _gh_edit_unit_name (workspace, result->unit_id));
  return run_row_edit (workspace,
                       &(GhEdit){ .label = label, .func = save_result_cb, .user_data = result },
                       &result->id, error);
}
