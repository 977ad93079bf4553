/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-plan-find.h"
#include "gh-workspace.h"

/**
 * GhFindBar: finds words in the plan and replaces them, as they are typed. Hidden until it is
 * opened; Escape closes it.
 *
 * Signals: "found" (GhFind, GhPlace): what is looked for, and the place to show, the keyboard
 * staying where it is; both %NULL = nothing is looked for, the place alone = it is nowhere.
 * Borrowed. "left" (GhPlace, nullable): the keyboard goes there.
 */
#define GH_TYPE_FIND_BAR (gh_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (GhFindBar, gh_find_bar, GH, FIND_BAR, GtkWidget)

/** Opens it, with the words that were looked for last. */
void gh_find_bar_open (GhFindBar *self);
/** What the workspace holds now; looks again. */
void gh_find_bar_show (GhFindBar *self, GhWorkspace *workspace);
/** To the next place, or the one before; opens the bar if it is closed. */
void gh_find_bar_step (GhFindBar *self, int step);
/** (nullable): the place that is looked at, and what @find is looked for; %NULL = none, or the bar
 * is closed. Of the bar until the plan changes. */
const GhPlace *gh_find_bar_get_place (GhFindBar *self, GhFind *find);
