/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-edits.h"

#include <glib/gi18n-lib.h>

#include "gh-basis-read.h"
#include "gh-edits-private.h"
#include "gh-workspace-private.h"

/* Fixes of the checker as edits: what they do is told by core, here it is saved. */

typedef struct
{
  GhDossier *before;
  GhDossier *after;
} Mend;

/* Sentences that figures and dates were read from change along with the plan. */
static gboolean
save_mended_cb (GhStore *store, gpointer user_data, GError **error)
{
  const Mend *mend = user_data;
  const GhDossier *before = mend->before;
  const GhDossier *after = mend->after;

  for (guint i = 0; i < after->targets->len; i++)
    {
      GhTarget *target = g_ptr_array_index (after->targets, i);
      const GhTarget *old = g_ptr_array_index (before->targets, i);

      if (!g_str_equal (target->text, old->text) && !gh_store_save_target (store, target, error))
        return FALSE;
    }
  for (guint i = 0; i < after->activities->len; i++)
    {
      GhActivity *activity = g_ptr_array_index (after->activities, i);
      const GhActivity *old = g_ptr_array_index (before->activities, i);

      if (!g_str_equal (activity->text, old->text) &&
          !gh_store_save_activity (store, activity, error))
        return FALSE;
    }
  return gh_store_save_plan (store, after->plan, error);
}

static gboolean
save_mended (GhWorkspace *workspace,
             GhDossier *before,
             GhDossier *after,
             const char *label,
             GError **error)
{
  Mend mend = { before, after };

  return _gh_workspace_run_edit (
    workspace,
    &(GhEdit){ .label = label, .func = save_mended_cb, .user_data = &mend, .base = before }, error);
}

/* What number, date and issuer of a basis are, its line says. */
static void
read_bases_again (const GhPlan *before, GhPlan *after)
{
  for (guint i = 0; i < after->bases->len; i++)
    {
      GhBasis *basis = g_ptr_array_index (after->bases, i);
      const GhBasis *old = g_ptr_array_index (before->bases, i);

      if (g_str_equal (basis->text, old->text))
        continue;
      after->bases->pdata[i] = gh_basis_read (basis->text);
      ((GhBasis *) after->bases->pdata[i])->id = basis->id;
      ((GhBasis *) after->bases->pdata[i])->cited = basis->cited;
      gh_basis_free (basis);
    }
}

/* @stale: what to say if the text is no longer what @fix expects */
static gboolean
apply (GhWorkspace *workspace,
       const GhFix *fix,
       const char *label,
       const char *stale,
       GError **error)
{
  GhDossier *dossier = gh_workspace_load_dossier (workspace, error);
  g_autoptr (GhDossier) before = NULL;
  g_autoptr (GhDossier) after = NULL;
  g_autoptr (GPtrArray) fixes = g_ptr_array_new ();

  if (dossier == NULL)
    return FALSE;
  before = gh_dossier_ref (dossier);
  g_ptr_array_add (fixes, (gpointer) fix);
  after = gh_fix_apply (before, fixes);
  if (after == NULL)
    {
      g_set_error_literal (
        error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
        before->plan->state == GH_PLAN_ISSUED
          ? _("This plan was issued, so its text is frozen. To change it, choose "
              "“Amend…” under its state on the page of the plan.")
          : stale);
      return FALSE;
    }
  read_bases_again (before->plan, after->plan);
  return save_mended (workspace, before, after, label, error);
}

gboolean
gh_edit_apply_fix (GhWorkspace *workspace, const GhFix *fix, GError **error)
{
  /* Translators: undo label; %s says what the fix did: "Write “Phấn đấu”". */
  g_autofree char *label = g_strdup_printf (_("Fix: %s"), fix->label);

  return apply (workspace, fix, label,
                _("The text has changed since it was checked. Look at the finding again."), error);
}

gboolean
gh_edit_replace_text (GhWorkspace *workspace, const GhFix *fix, GError **error)
{
  return apply (workspace, fix, fix->label,
                _("The text has changed since it was searched. Search again."), error);
}

gboolean
gh_edit_apply_safe_fixes (GhWorkspace *workspace, const char *code, guint *n, GError **error)
{
  GhDossier *dossier = gh_workspace_load_dossier (workspace, error);
  g_autoptr (GhDossier) before = NULL;
  g_autoptr (GhDossier) after = NULL;
  g_autofree char *label = NULL;

  *n = 0;
  if (dossier == NULL)
    return FALSE;
  before = gh_dossier_ref (dossier);
  after = gh_fix_apply_safe (before, gh_workspace_get_today (workspace), code, n);
  if (*n == 0)
    return TRUE;
  label = g_strdup_printf (ngettext ("Fix %u finding", "Fix %u findings", *n), *n);
  return save_mended (workspace, before, after, label, error);
}
