/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-state-button.h"

#include <glib/gi18n-lib.h>

#include "gh-amend-window.h"
#include "gh-compare-window.h"
#include "gh-dialogs.h"
#include "gh-issue-window.h"
#include "gh-register-window.h"
#include "gh-toaster.h"
#include "gh-versions-window.h"

struct _GhPlanStateButton
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *button; /* a GtkMenuButton, the only child */
  GhWorkspace *workspace;

  GhPlanState state;
  gboolean has_versions;
  gboolean shown;
};

G_DEFINE_FINAL_TYPE (GhPlanStateButton, gh_plan_state_button, GTK_TYPE_WIDGET)

/* --- what can be chosen ---------------------------------------------------------------------- */

static void
append_steps (GMenu *menu, GhPlanState state)
{
  switch (state)
    {
    case GH_PLAN_DRAFT:
      g_menu_append (menu, _("_Submit for signature"), "plan-state.submit");
      g_menu_append (menu, _("_Issue…"), "plan-state.issue");
      break;
    case GH_PLAN_FOR_SIGNATURE:
      g_menu_append (menu, _("_Issue…"), "plan-state.issue");
      g_menu_append (menu, _("_Back to draft"), "plan-state.withdraw");
      break;
    case GH_PLAN_ISSUED:
      g_menu_append (menu, _("_Amend…"), "plan-state.amend");
      break;
    case GH_PLAN_AMENDED:
    default:
      g_menu_append (menu, _("_Issue again…"), "plan-state.issue");
      break;
    }
}

static GMenuModel *
make_menu (GhPlanState state, gboolean has_versions)
{
  g_autoptr (GMenu) steps = g_menu_new ();
  g_autoptr (GMenu) issued = g_menu_new ();
  GMenu *menu = g_menu_new ();

  append_steps (steps, state);
  if (has_versions)
    {
      g_menu_append (issued, _("Issued _versions…"), "plan-state.versions");
      g_menu_append (issued, _("_Compare with what was issued…"), "plan-state.compare");
    }
  g_menu_append (issued, _("_Register of documents…"), "plan-state.register");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (steps));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (issued));
  return G_MENU_MODEL (menu);
}

void
gh_plan_state_button_show (GhPlanStateButton *self, GhWorkspace *workspace)
{
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  g_autoptr (GPtrArray) versions = gh_workspace_list_versions (workspace, NULL);
  gboolean has_versions = versions != NULL && versions->len > 0;
  g_autoptr (GMenuModel) menu = NULL;

  g_set_object (&self->workspace, workspace);
  if (dossier == NULL ||
      (self->shown && self->state == dossier->plan->state && self->has_versions == has_versions))
    return;
  self->shown = TRUE;
  self->state = dossier->plan->state;
  self->has_versions = has_versions;
  menu = make_menu (self->state, has_versions);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), gh_plan_state_name (self->state));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), menu);
}

/* --- doing it --------------------------------------------------------------------------------- */

/* What is being typed belongs to what is submitted or issued. */
static void
save_typing (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL)
    gtk_widget_activate_action (focus, "field.save", NULL);
}

static void
submit (GtkWidget *widget, gboolean forward)
{
  g_autoptr (GError) error = NULL;

  save_typing (widget);
  if (gh_edit_submit_plan (GH_PLAN_STATE_BUTTON (widget)->workspace, forward, &error))
    gh_toast_undo (widget, forward ? _("The plan was submitted for signature")
                                   : _("The plan is a draft again"));
  else
    gh_dialog_error (widget, _("The plan was not changed"), error);
}

static void
submit_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED)
{
  submit (widget, TRUE);
}

static void
withdraw_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED)
{
  submit (widget, FALSE);
}

static void
issue_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED)
{
  save_typing (widget);
  gh_issue_window_present (widget, GH_PLAN_STATE_BUTTON (widget)->workspace);
}

static void
amend_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED)
{
  gh_amend_window_present (widget, GH_PLAN_STATE_BUTTON (widget)->workspace);
}

static void
versions_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED)
{
  gh_versions_window_present (widget, GH_PLAN_STATE_BUTTON (widget)->workspace);
}

static void
compare_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED)
{
  save_typing (widget);
  gh_compare_window_present (widget, GH_PLAN_STATE_BUTTON (widget)->workspace, 0);
}

static void
register_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED)
{
  gh_register_window_present (widget, GH_PLAN_STATE_BUTTON (widget)->workspace);
}

static void
gh_plan_state_button_dispose (GObject *object)
{
  GhPlanStateButton *self = GH_PLAN_STATE_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (gh_plan_state_button_parent_class)->dispose (object);
}

static void
gh_plan_state_button_class_init (GhPlanStateButtonClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_plan_state_button_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "plan-state.submit", NULL, submit_action);
  gtk_widget_class_install_action (widget_class, "plan-state.withdraw", NULL, withdraw_action);
  gtk_widget_class_install_action (widget_class, "plan-state.issue", NULL, issue_action);
  gtk_widget_class_install_action (widget_class, "plan-state.amend", NULL, amend_action);
  gtk_widget_class_install_action (widget_class, "plan-state.versions", NULL, versions_action);
  gtk_widget_class_install_action (widget_class, "plan-state.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "plan-state.register", NULL, register_action);
}

static void
gh_plan_state_button_init (GhPlanStateButton *self)
{
  self->button = gtk_menu_button_new ();
  gtk_widget_set_tooltip_text (self->button, _("State of the plan and what can be done next"));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}
