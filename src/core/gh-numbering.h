/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-plan.h"

/*
 * Printed numbers of headings and items. A *series* is what counts on in one place: the parts of a
 * plan, the clauses of a part, the points of a clause. Series are told by their numbers and by what
 * they stand below, so that imported plans, where sentences with a number run on behind headings,
 * are counted as their readers count them.
 */

typedef enum
{
  GH_NUMBER_NONE,    /* "" or what is no number of ours */
  GH_NUMBER_BULLET,  /* "-", "+", "*" … */
  GH_NUMBER_CAPITAL, /* "A" */
  GH_NUMBER_ROMAN,   /* "I" */
  GH_NUMBER_ARABIC,  /* "1", "1.1", "1)" */
  GH_NUMBER_LETTER,  /* "a)": the alphabet of điểm is Vietnamese: a, b, c, d, đ, e, g … */
} GhNumberStyle;

/**
 * GhNumber: a printed number as it was read.
 * @rank: how deep such numbers stand: A, I, 1, 1.1 and 1.1.1, then 1), then a)
 * @depth: parts of "1" and "1.1"; 0 for others and for "1)"
 * @prefix_length: of what stands before its last part ("1." of "1.3")
 * @value: of the last part, from 1; 0 for bullets
 */
typedef struct
{
  GhNumberStyle style;
  int rank;
  int depth;
  gsize prefix_length;
  int value;
} GhNumber;

/** @printed: as GhBlock.number */
GhNumber gh_number_read (const char *printed);
/** Whether it is one of those that count up. */
gboolean gh_number_is_counted (const GhNumber *number);
/** (transfer full): @printed with @value as its last part, and @prefix ("1.2", without the dot;
 * %NULL = as it is) before it. */
char *gh_number_print (const char *printed, const char *prefix, int value);

/** (transfer full): "I", "II" … "MMMCMXCIX" for 1..3999, arabic beyond. */
char *gh_numbering_roman (int value);

/** (transfer none) (nullable): the letter of a điểm: "a" for 1, "đ" for 5, "y" for 23; %NULL
 * beyond. */
const char *gh_numbering_letter (int value);

/**
 * gh_numbering_suggest: a number in the style that block @index of @blocks should have by its kind
 * and level: that of its neighbours, else the plan's own habit, else I / 1. / 1.1. / a) / - for
 * headings and
 * - / + for items. Its value does not count yet: see gh_numbering_end().
 *
 * Returns: (transfer full): "" for blocks without a number
 */
char *gh_numbering_suggest (const GPtrArray *blocks, guint index);

/** Whether the number of heading @index can stand where it does: deeper than what it stands
 * below, 1.1 only below 1, and in the style of the heading beside it. */
gboolean gh_numbering_fits (const GPtrArray *blocks, guint index);
/** Whether there are others of its kind and level beside block @index, whose style it shares. */
gboolean gh_numbering_has_siblings (const GPtrArray *blocks, guint index);

/** The styles block @index may have, as numbers; at most this many. */
#define GH_NUMBERING_MAX_STYLES 6
guint gh_numbering_styles (const GPtrArray *blocks,
                           guint index,
                           const char *styles[GH_NUMBERING_MAX_STYLES]);

/**
 * GhNumbering: the series of a plan before it is edited. gh_numbering_end() finds them again
 * afterwards and counts those that have changed from 1 on, and what hangs on their numbers (1.1
 * below 1); the others keep their numbers, right or wrong.
 */
typedef struct _GhNumbering GhNumbering;
GhNumbering *gh_numbering_begin (const GPtrArray *blocks);
/** @block is new, has moved or has another number: it joins the series it stands in, which will be
 * counted. */
void gh_numbering_touch (GhNumbering *numbering, const GhBlock *block);
/** Sets the numbers of @blocks and frees @numbering. Returns: whether a number has changed */
gboolean gh_numbering_end (GhNumbering *numbering, GPtrArray *blocks);
