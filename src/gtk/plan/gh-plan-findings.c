/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-page-private.h"

#include <glib/gi18n-lib.h>

#include "gh-dialogs.h"
#include "gh-edits.h"
#include "gh-toaster.h"

/* The page and the checker: from a finding to its words, and its fix. */

/* Some are only cited. */
guint
_gh_plan_page_basis_row (const GhPlan *plan, int index)
{
  guint row = 0;

  for (int i = 0; i < MIN (index, (int) plan->bases->len); i++)
    row += ((const GhBasis *) g_ptr_array_index (plan->bases, i))->cited ? 0 : 1;
  return row;
}

static guint
target_row (const GhDossier *dossier, gint64 id)
{
  for (guint i = 0; i < dossier->targets->len; i++)
    if (((const GhTarget *) g_ptr_array_index (dossier->targets, i))->id == id)
      return i;
  return G_MAXUINT;
}

/* Quotas, results and dates have pages of their own. */
static void
leave_for (GhPlanPage *self, const GhPlace *place)
{
  if (place->part == GH_PART_ACTIVITY)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "(sx)", "activity", place->id);
  else if (place->part == GH_PART_RESULT && place->id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "(sx)", "unit", place->id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "units");
}

static void
select_in_list (GhPlanPage *self,
                const char *part,
                GhPlanList *list,
                guint row,
                const GhPlace *place)
{
  _gh_plan_page_show_part (self, part, -1);
  gh_plan_list_select (list, row, (guint) MAX (place->column, 0), place->start, place->length);
}

/* Shows what a place of the plan or its data is about, and selects the words. A field that loses
 * the keyboard by that is saved, and the finding the place belongs to may be gone then. */
void
_gh_plan_page_go_to_place (GhPlanPage *self, const GhPlace *found)
{
  const GhPlace copy = *found;
  const GhPlace *place = &copy;
  const GhDossier *dossier;

  _gh_plan_page_show_editor (self);
  dossier = gh_workspace_get_dossier (gh_page_get_workspace (GH_PAGE (self)));
  if (dossier == NULL)
    return;
  switch (place->part)
    {
    case GH_PART_HEADER:
      _gh_plan_page_show_part (self, "header", -1);
      gh_plan_form_select (self->header, place);
      break;
    case GH_PART_SIGNATURE:
      _gh_plan_page_show_part (self, "signature", -1);
      gh_plan_form_select (self->signature, place);
      break;
    case GH_PART_BASIS:
      select_in_list (self, "bases", self->bases,
                      _gh_plan_page_basis_row (dossier->plan, place->index), place);
      break;
    case GH_PART_RECIPIENT:
      select_in_list (self, "recipients", self->recipients, (guint) place->index, place);
      break;
    case GH_PART_TARGET:
      select_in_list (self, "targets", self->targets, target_row (dossier, place->id), place);
      break;
    case GH_PART_BLOCK:
      _gh_plan_page_show_part (self, "body", place->index);
      gh_plan_body_select (self->body, place);
      _gh_plan_page_scroll_preview (self, place->index);
      break;
    case GH_PART_QUOTA:
    case GH_PART_ACTIVITY:
    case GH_PART_RESULT:
    default:
      leave_for (self, place);
    }
}

/* --- fixes ----------------------------------------------------------------------------------- */

void
_gh_plan_page_finding_activated_cb (GhPlanPage *self, const GhFinding *finding)
{
  _gh_plan_page_go_to_place (self, &finding->place);
}

/* The same finding as the plan is now, %NULL if it is gone. */
static const GhFinding *
find_again (const GPtrArray *findings, const GhFinding *shown)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (finding->code, shown->code) &&
          g_str_equal (finding->message, shown->message) &&
          g_str_equal (finding->where, shown->where))
        return finding;
    }
  return NULL;
}

/* What was typed last may have moved or mended what the button stood for. */
void
_gh_plan_page_fix_requested_cb (GhPlanPage *self, const GhFinding *shown)
{
  GhWorkspace *workspace = gh_page_get_workspace (GH_PAGE (self));
  const GhFinding *finding = find_again (gh_workspace_get_findings (workspace), shown);
  g_autoptr (GhFix) fix = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;

  if (finding == NULL || finding->fix == NULL)
    {
      gh_toast (GTK_WIDGET (self),
                _("The text has changed since it was checked. Look at the finding "
                  "again."));
      return;
    }
  fix = gh_fix_copy (finding->fix);
  self->follow = gh_finding_get_block (finding);
  if (!gh_edit_apply_fix (workspace, fix, &error))
    {
      self->follow = -1;
      gh_dialog_error (GTK_WIDGET (self), _("The plan was not changed"), error);
      return;
    }
  /* Translators: %s says what a fix did: "Write “Phấn đấu”" */
  done = g_strdup_printf (_("Fixed: %s"), fix->label);
  gh_toast_undo (GTK_WIDGET (self), done);
}

void
_gh_plan_page_fix_all_requested_cb (GhPlanPage *self, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;
  guint n = 0;

  if (!gh_edit_apply_safe_fixes (gh_page_get_workspace (GH_PAGE (self)),
                                 *code != '\0' ? code : NULL, &n, &error))
    {
      gh_dialog_error (GTK_WIDGET (self), _("The plan was not changed"), error);
      return;
    }
  /* What was typed last may have mended them all. */
  if (n == 0)
    return;
  done = g_strdup_printf (ngettext ("%u finding fixed", "%u findings fixed", n), n);
  gh_toast_undo (GTK_WIDGET (self), done);
}

/* --- ignoring -------------------------------------------------------------------------------- */

void
_gh_plan_page_ignore_requested_cb (GhPlanPage *self, const GhFinding *shown)
{
  GhWorkspace *workspace = gh_page_get_workspace (GH_PAGE (self));
  const GhFinding *finding = find_again (gh_workspace_get_findings (workspace), shown);
  g_autoptr (GError) error = NULL;

  if (finding == NULL)
    return;
  if (gh_edit_ignore_finding (workspace, finding, &error))
    gh_toast_undo (GTK_WIDGET (self), _("The finding is ignored from now on"));
  else
    gh_dialog_error (GTK_WIDGET (self), _("The plan was not changed"), error);
}

void
_gh_plan_page_heed_requested_cb (GhPlanPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!gh_edit_heed_findings (gh_page_get_workspace (GH_PAGE (self)), &error))
    gh_dialog_error (GTK_WIDGET (self), _("The plan was not changed"), error);
}
