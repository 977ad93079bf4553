/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-workspace-state.h"

/* What the checker finds in the current campaign, parted by what the clerk lets stand. */

static gboolean
is_ignored (const GPtrArray *list, const GhFinding *finding)
{
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const GhIgnored *ignored = g_ptr_array_index (list, i);

      if (g_str_equal (ignored->code, finding->code) &&
          g_str_equal (ignored->words, gh_finding_get_words (finding)))
        return TRUE;
    }
  return FALSE;
}

/* Takes @all apart; if the list of what is ignored cannot be read, everything is told. */
static void
take_findings (GhWorkspace *self, const GhDossier *dossier, GPtrArray *all)
{
  g_autoptr (GPtrArray) list = gh_store_list_ignored (self->store, dossier->campaign->id, NULL);

  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_finding_free);
  self->ignored = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_finding_free);
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      GhFinding *finding = g_ptr_array_index (all, i);

      g_ptr_array_add (is_ignored (list, finding) ? self->ignored : self->findings, finding);
    }
  g_ptr_array_unref (all);
}

/* Waits for the other thread, if it is at this dossier. */
static void
run_check (GhWorkspace *self)
{
  GhDossier *dossier = gh_workspace_get_dossier (self);
  guint32 today = gh_workspace_get_today (self);
  GPtrArray *all = NULL;

  if (self->findings != NULL)
    return;
  if (dossier == NULL)
    {
      self->findings = g_ptr_array_new ();
      self->ignored = g_ptr_array_new ();
      return;
    }
  if (self->check != NULL && gh_check_run_is_of (self->check, dossier, today))
    {
      gh_check_run_finish (self->check);
      all = gh_check_run_steal (self->check);
    }
  if (all == NULL)
    {
      g_autoptr (GhCheckRun) run = gh_check_run_new (self->checker, dossier, today);

      gh_check_run_finish (run);
      all = gh_check_run_steal (run);
    }
  take_findings (self, dossier, all);
}

/* What was found is of no use if the plan has changed meanwhile. */
static void
end_check (GhWorkspace *self)
{
  g_autoptr (GhCheckRun) run = g_steal_pointer (&self->check);
  gboolean wanted = self->check_wanted;
  GPtrArray *all = NULL;

  self->check_wanted = FALSE;
  if (self->findings == NULL && self->stale == GH_DOSSIER_NOTHING &&
      gh_check_run_is_of (run, self->dossier, gh_workspace_get_today (self)))
    all = gh_check_run_steal (run);
  if (all != NULL)
    take_findings (self, self->dossier, all);
  if (self->findings != NULL || (wanted && gh_workspace_start_check (self)))
    g_signal_emit_by_name (self, "checked");
}

static void
check_cb (GTask *task,
          gpointer source G_GNUC_UNUSED,
          gpointer run,
          GCancellable *cancellable G_GNUC_UNUSED)
{
  gh_check_run_finish (run);
  g_task_return_boolean (task, TRUE);
}

/* A workspace that is closed does not wait. */
static void
checked_cb (GObject *source G_GNUC_UNUSED, GAsyncResult *result G_GNUC_UNUSED, gpointer user_data)
{
  GWeakRef *ref = user_data;
  g_autoptr (GhWorkspace) self = g_weak_ref_get (ref);

  g_weak_ref_clear (ref);
  g_free (ref);
  if (self != NULL)
    end_check (self);
}

gboolean
gh_workspace_start_check (GhWorkspace *self)
{
  GhDossier *dossier;
  g_autoptr (GTask) task = NULL;
  GWeakRef *ref;

  g_return_val_if_fail (GH_IS_WORKSPACE (self), TRUE);

  dossier = gh_workspace_get_dossier (self);
  if (self->findings != NULL || dossier == NULL)
    return TRUE;
  if (self->check != NULL)
    {
      self->check_wanted = TRUE;
      return FALSE;
    }
  self->check = gh_check_run_new (self->checker, dossier, gh_workspace_get_today (self));
  ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (ref, self);
  task = g_task_new (NULL, NULL, checked_cb, ref);
  g_task_set_task_data (task, gh_check_run_ref (self->check), (GDestroyNotify) gh_check_run_unref);
  g_task_run_in_thread (task, check_cb);
  return FALSE;
}

const GPtrArray *
gh_workspace_get_findings (GhWorkspace *self)
{
  g_return_val_if_fail (GH_IS_WORKSPACE (self), NULL);
  run_check (self);
  return self->findings;
}

const GPtrArray *
gh_workspace_get_ignored (GhWorkspace *self)
{
  g_return_val_if_fail (GH_IS_WORKSPACE (self), NULL);
  run_check (self);
  return self->ignored;
}
