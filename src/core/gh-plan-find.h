/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-fix.h"

/*
 * Finding and replacing in the text of a plan: title, bases that are printed, blocks, cells of
 * tables, recipients. Fields ({{year}}) are never looked into nor changed; a match does not reach
 * over one.
 */

/**
 * GhFind: what is looked for. A plain value; the text is borrowed.
 * @match_case: "Máu" is not "máu"
 * @match_marks: "mau" is not "máu", and “ is not "
 * @whole_words: "máu" is not found in "máuđào"
 */
typedef struct
{
  const char *text;
  gboolean match_case;
  gboolean match_marks;
  gboolean whole_words;
} GhFind;

/** GhFindRange: bytes of a text as it is stored, from the first letter to behind the last. */
typedef struct
{
  gsize start;
  gsize length;
} GhFindRange;

/** (transfer full) (element-type GhFindRange): where marked text (gh-marked.h) has what is looked
 * for, in order, not overlapping. Linear in @text for a needle of bounded length. */
GArray *gh_find_in_text (const GhFind *find, const char *text);

/** (transfer full) (element-type GhPlace): the places of @plan in the order of the paper. A place
 * in a recipient's purpose has column 1. */
GArray *gh_plan_find (const GhPlan *plan, const GhFind *find);

/**
 * gh_plan_replace: what replaces the text that was found; letters take the style of the first one
 * they replace.
 * @replacement: cleaned; line breaks become blanks
 * @only: (nullable): this place, as gh_plan_find() gave it for the plan as it is; %NULL = all
 * @n: (out): how many places
 *
 * Returns: (transfer full) (nullable): the edits, for gh_fix_apply(); %NULL if there is nothing
 */
GhFix *gh_plan_replace (const GhPlan *plan,
                        const GhFind *find,
                        const char *replacement,
                        const GhPlace *only,
                        guint *n);
