/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-fix.h"
#include "gh-plan.h"
#include "gh-rich-text.h"

/**
 * GhBlockRow: one block of the plan's body in the editor: a handle to drag it by, its number, its
 * text (or the cells of its table), and a menu of what can be done with it. It changes nothing
 * itself.
 *
 * Signals:
 *   "edited" (GhBlock *): the block as it is now; borrowed
 *   "command" (name, parameter): "add" (what), "make" (what), "style" (number), "renumber",
 * "freeze", "thaw", "indent", "outdent", "up", "down", "duplicate", "remove", "remove-part" "key"
 * (name, guint offset): "split" (byte of the text), "join-before", "join-after", "indent",
 * "outdent", "leave-up", "leave-down"; what was typed last has been saved "focused" "pasted"
 * (GPtrArray of GhBlock, start, end) → gboolean: as "paste-blocks" of GhRichField "list-styles" →
 * GStrv: the numbers its series may have; %NULL = none What: see gh-block-menu.h.
 */
#define GH_TYPE_BLOCK_ROW (gh_block_row_get_type ())
G_DECLARE_FINAL_TYPE (GhBlockRow, gh_block_row, GH, BLOCK_ROW, GtkWidget)

GtkWidget *gh_block_row_new (void);
/** @editable: FALSE for an issued plan. Does not disturb typing if it shows this already. */
void gh_block_row_show (GhBlockRow *self, const GhBlock *block, gboolean editable);
/** Puts the keyboard where @place is, its words selected. */
void gh_block_row_select (GhBlockRow *self, const GhPlace *place);
/** Puts the keyboard behind a byte of the text; beyond its end = at the end. */
void gh_block_row_place (GhBlockRow *self, gsize offset);
/** Bytes of the text before the cursor, 0 where there is none. */
gsize gh_block_row_get_place (GhBlockRow *self);
/** Who tells the values of fields. */
void gh_block_row_set_fill (GhBlockRow *self, const GhRichFill *fill);
/** Fields show what they are now; the block itself has not changed. */
void gh_block_row_refresh (GhBlockRow *self);
/** Marks what @find (nullable) finds, above all at @place (nullable). */
void gh_block_row_highlight (GhBlockRow *self, const GhFind *find, const GhPlace *place);
/** Saves what was typed last. */
void gh_block_row_flush (GhBlockRow *self);
/** What the row is dragged by. */
GtkWidget *gh_block_row_get_handle (GhBlockRow *self);

/** Where a block that is dragged over it would land. */
typedef enum
{
  GH_DROP_NONE,
  GH_DROP_ABOVE,
  GH_DROP_BELOW,
} GhDropLine;
void gh_block_row_show_drop (GhBlockRow *self, GhDropLine line);
