/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-plan.h"

/*
 * Edits of the structure of a plan's body. Each returns whether something changed; where it did,
 * the numbers of the series that were touched are counted anew (gh-numbering.h). The blocks keep
 * their ids; new ones have 0.
 */

/** Deepest level of a heading: I, 1., 1.1., a). */
#define GH_PLAN_EDIT_MAX_HEADING 4
/** Deepest level of an item that is made here. */
#define GH_PLAN_EDIT_MAX_ITEM 3

/** How many blocks move, indent and go along with block @index, itself among them: all that stands
 * below a heading (until one of its level), the deeper items behind an item, an appendix as a
 * whole. */
guint gh_plan_edit_extent (const GPtrArray *blocks, guint index);

/** Puts @block (taken) before block @index; at the end if there is none. A heading or item without
 * a number gets one in the style of its neighbours. Always changes something. */
gboolean gh_plan_edit_insert (GhPlan *plan, guint index, GhBlock *block);
/** The same for copies of several. (element-type GhBlock) */
gboolean gh_plan_edit_paste (GhPlan *plan, guint index, const GPtrArray *blocks);

/**
 * gh_plan_edit_split: what stands behind byte @offset of the marked text becomes a block of its
 * own. Bold and italic end before and begin again behind; a field is never cut. At its end, a
 * heading is followed by a paragraph; at the beginning of a text an empty block is put before it.
 * An item without text loses a level instead, the last one its dash.
 *
 * @caret: (out): index of the block the keyboard belongs in, at its beginning
 */
gboolean gh_plan_edit_split (GhPlan *plan, guint index, gsize offset, guint *caret);

/**
 * gh_plan_edit_join: block @index becomes part of the one before, which keeps its kind; an empty
 * paragraph or a page break before it just goes. Tables and live parts are not joined; an empty
 * block behind them goes.
 *
 * @caret: (out): index of the joined block
 * @seam: (out): byte of its text where they meet
 */
gboolean gh_plan_edit_join (GhPlan *plan, guint index, guint *caret, gsize *seam);

/** A level down, what stands below it along with it: I → 1. → 1.1. → a), - → +; a paragraph becomes
 * an item. */
gboolean gh_plan_edit_indent (GhPlan *plan, guint index);
/** A level up; an item of the first level becomes a paragraph. */
gboolean gh_plan_edit_outdent (GhPlan *plan, guint index);

/** Makes a block with a text another kind; tables, live parts and page breaks stay what they are.
 */
gboolean gh_plan_edit_turn (GhPlan *plan, guint index, GhBlockKind kind, int level);
/** Gives the series of block @index the style of @number, one of gh_numbering_styles(). */
gboolean gh_plan_edit_set_style (GhPlan *plan, guint index, const char *number);
/** Counts the series of block @index from 1 on. */
gboolean gh_plan_edit_renumber (GhPlan *plan, guint index);

/** Moves block @index with its extent to before block @before (counted as they stand now; the
 * number of blocks = to the end). @landed: (out) (optional): its index afterwards */
gboolean gh_plan_edit_move (GhPlan *plan, guint index, guint before, guint *landed);
/** One step up or down: a block over the next one, a heading over the part of its neighbour, into
 * the part beside its own at the ends. */
gboolean gh_plan_edit_move_up (GhPlan *plan, guint index, guint *landed);
gboolean gh_plan_edit_move_down (GhPlan *plan, guint index, guint *landed);

/** @whole: with its extent */
gboolean gh_plan_edit_remove (GhPlan *plan, guint index, gboolean whole);
/** Puts a copy of block @index with its extent behind it. @copy: (out) (optional): index of the
 * copy */
gboolean gh_plan_edit_duplicate (GhPlan *plan, guint index, guint *copy);

/** (transfer full): both parts of the marked text @text; see gh_plan_edit_split(). */
void gh_plan_edit_split_text (const char *text, gsize offset, char **left, char **right);
/** (transfer full): the marked texts one behind the other, with a blank between words. @seam:
 * (out): where @right begins */
char *gh_plan_edit_join_text (const char *left, const char *right, gsize *seam);
