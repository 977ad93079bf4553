/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-page-private.h"

/* The page and the bar that finds words: shows where they are, the keyboard staying in the bar. */

/* What was typed last is there to be found, too. */
static void
save_typing (GhPlanPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus != NULL)
    gtk_widget_activate_action (focus, "field.save", NULL);
}

static void
find_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED)
{
  GhPlanPage *self = GH_PLAN_PAGE (widget);

  save_typing (self);
  gh_find_bar_show (self->find, gh_page_get_workspace (GH_PAGE (self)));
  gh_find_bar_open (self->find);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *target G_GNUC_UNUSED)
{
  GhPlanPage *self = GH_PLAN_PAGE (widget);

  save_typing (self);
  gh_find_bar_show (self->find, gh_page_get_workspace (GH_PAGE (self)));
  gh_find_bar_step (self->find, g_str_equal (name, "plan.find-next") ? 1 : -1);
}

static void
mark_in_list (GhPlanPage *self, const char *part, GhPlanList *list, guint row, const GhPlace *place)
{
  _gh_plan_page_show_part (self, part, -1);
  gh_plan_list_mark (list, row, (guint) MAX (place->column, 0), place->start, place->length);
}

void
_gh_plan_page_found_cb (GhPlanPage *self, const GhFind *find, const GhPlace *place)
{
  GhWorkspace *workspace = gh_page_get_workspace (GH_PAGE (self));
  const GhDossier *dossier = workspace != NULL ? gh_workspace_get_dossier (workspace) : NULL;

  gh_plan_body_highlight (self->body, find, place);
  if (dossier == NULL || place == NULL)
    return;
  _gh_plan_page_show_editor (self);
  if (place->part == GH_PART_HEADER)
    {
      _gh_plan_page_show_part (self, "header", -1);
      gh_plan_form_mark (self->header, place);
    }
  else if (place->part == GH_PART_BASIS)
    mark_in_list (self, "bases", self->bases, _gh_plan_page_basis_row (dossier->plan, place->index),
                  place);
  else if (place->part == GH_PART_RECIPIENT)
    mark_in_list (self, "recipients", self->recipients, (guint) place->index, place);
  else
    {
      _gh_plan_page_show_part (self, "body", place->index);
      gh_plan_body_show_block (self->body, (guint) place->index);
      _gh_plan_page_scroll_preview (self, place->index);
    }
}

/* The words that were found move with the text. */
void
_gh_plan_page_search_again (GhPlanPage *self)
{
  GhFind find;
  const GhPlace *place;

  gh_find_bar_show (self->find, gh_page_get_workspace (GH_PAGE (self)));
  place = gh_find_bar_get_place (self->find, &find);
  if (place != NULL)
    gh_plan_body_highlight (self->body, &find, place);
}

void
_gh_plan_page_search_left_cb (GhPlanPage *self, const GhPlace *place)
{
  if (place != NULL)
    _gh_plan_page_go_to_place (self, place);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->outline), GTK_DIR_TAB_FORWARD);
}

void
_gh_plan_page_search_class_init (GtkWidgetClass *widget_class)
{
  g_type_ensure (GH_TYPE_FIND_BAR);
  gtk_widget_class_install_action (widget_class, "plan.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "plan.find-next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "plan.find-previous", NULL, step_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK, "plan.find",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, 0, "plan.find-next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, GDK_SHIFT_MASK,
                                       "plan.find-previous", NULL);
}
