/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-workspace.h"

/**
 * GhPlanStateButton: says in which state the plan is and leads to what may be done next: to the
 * signer and back, issuing, amending; also to what was issued, to the comparison with it and to the
 * register.
 */
#define GH_TYPE_PLAN_STATE_BUTTON (gh_plan_state_button_get_type ())
G_DECLARE_FINAL_TYPE (GhPlanStateButton, gh_plan_state_button, GH, PLAN_STATE_BUTTON, GtkWidget)

/** Shows the state of the current campaign's plan. */
void gh_plan_state_button_show (GhPlanStateButton *self, GhWorkspace *workspace);
