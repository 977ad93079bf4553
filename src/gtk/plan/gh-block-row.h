/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-fix.h"
#include "gh-plan.h"

/**
 * GhBlockRow: one block of the plan's body in the editor: its number, its text (or the cells of its
 * table), and a menu of what can be done with it. It changes nothing itself.
 *
 * Signals:
 *   "edited" (GhBlock *)            the block as it is now; borrowed
 *   "command" (name, parameter)     "add" (what), "make" (what), "up", "down", "remove",
 *                                   "freeze", "thaw"
 *   "focused"
 * What: "heading1" … "heading3", "paragraph", "item", "table", "appendix", "live:KEY".
 */
#define GH_TYPE_BLOCK_ROW (gh_block_row_get_type ())
G_DECLARE_FINAL_TYPE (GhBlockRow, gh_block_row, GH, BLOCK_ROW, GtkWidget)

GtkWidget *gh_block_row_new (void);
/** @editable: FALSE for an issued plan. Does not disturb typing if it shows this already. */
void gh_block_row_show (GhBlockRow *self, const GhBlock *block, gboolean editable);
/** Puts the keyboard where @place is, its words selected. */
void gh_block_row_select (GhBlockRow *self, const GhPlace *place);
/** Saves what was typed last. */
void gh_block_row_flush (GhBlockRow *self);

/** (transfer full): the menu of blocks that can be put into a plan; @action takes a "what". */
GMenuModel *gh_block_menu_new (const char *action, gboolean with_live);
