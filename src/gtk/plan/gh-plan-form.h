/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-fix.h"
#include "gh-workspace.h"

/**
 * GhPlanForm: the labelled fields of one part of the plan, each saved as it is typed.
 *
 * Property "part" (construct only): "header" (campaign, issuer, number, date, title) or
 * "signature".
 */
#define GH_TYPE_PLAN_FORM (gh_plan_form_get_type ())
G_DECLARE_FINAL_TYPE (GhPlanForm, gh_plan_form, GH, PLAN_FORM, GtkWidget)

/** Shows what the workspace holds now. */
void gh_plan_form_show (GhPlanForm *self, GhWorkspace *workspace);
/** Puts the keyboard into the field of @place, its words selected. */
void gh_plan_form_select (GhPlanForm *self, const GhPlace *place);
/** Its words are selected, the keyboard stays where it is. */
void gh_plan_form_mark (GhPlanForm *self, const GhPlace *place);
