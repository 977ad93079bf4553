/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-setup.h"
#include "gh-workspace-state.h"

/* What the checker finds in the current campaign, parted by what the clerk lets stand. */

/* The dictionary is read when the first plan is checked. */
static const GhSpell *
get_spell (GhWorkspace *self)
{
  if (!self->sought_speller)
    {
      self->sought_speller = TRUE;
      self->speller = gh_setup_new_speller ();
    }
  return self->speller != NULL ? gh_speller_get_spell (self->speller) : NULL;
}

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

static void
run_check (GhWorkspace *self)
{
  GhDossier *dossier = gh_workspace_get_dossier (self);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) list = NULL;

  if (self->findings != NULL)
    return;
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_finding_free);
  self->ignored = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_finding_free);
  if (dossier == NULL)
    return;
  all = gh_check_run_with (dossier, gh_workspace_get_today (self), get_spell (self));
  /* If the list cannot be read, everything is told. */
  list = gh_store_list_ignored (self->store, dossier->campaign->id, NULL);
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      GhFinding *finding = g_ptr_array_index (all, i);

      g_ptr_array_add (is_ignored (list, finding) ? self->ignored : self->findings, finding);
    }
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
