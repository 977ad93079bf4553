/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-plan.h"

/** GhOutlineEntry: a line of the outline: a part of the plan, or a heading or appendix of its body.
 */
typedef struct
{
  const char *part;
  int block; /* index of the heading, -1 = the part itself */
  gint64 id; /* of the heading, 0 = the part itself */
  char *text;
  int level;
  guint n_blocks; /* of the part of a heading */
  gboolean has_children;
  gboolean folded;
} GhOutlineEntry;

/** (transfer full) (element-type GhOutlineEntry): all of them, in the order of the paper: parts,
 * chapters, clauses, points and appendices, be they made from the data. */
GPtrArray *gh_outline_list (const GhPlan *plan);

/**
 * gh_outline_list_visible: (transfer full): copies of those entries of @all that are not folded
 * away.
 * @folded: id of a heading → GINT_TO_POINTER 1 if it was folded by hand, 2 if it was unfolded;
 *   else the lower levels of a long plan are folded
 */
GPtrArray *gh_outline_list_visible (const GPtrArray *all, GHashTable *folded);

gboolean gh_outline_equal (const GPtrArray *a, const GPtrArray *b);
/** The places of blocks behind an edit move on, which nobody sees. */
gboolean gh_outline_entry_looks_like (const GhOutlineEntry *a, const GhOutlineEntry *b);
