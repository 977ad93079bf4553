/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * GhOutlineRow: what a row of a list shows of its place in a tree.
 * @number: running number as written: "I", "1", "1.2", "a)", "-"; "" = none
 * @indent: steps of indentation
 * @group: a heading across the table, without figures
 * @parent: (out): index of the row it stands under, -1 = top
 */
typedef struct
{
  const char *number;
  guint indent;
  gboolean group;
  int parent;
} GhOutlineRow;

/**
 * gh_outline_link: finds out which rows stand under which, as a reader of the paper would: by
 * running numbers (A, I, 1, 1.1, a, -) if they have more than one level, else by indentation, else
 * by headings. Rows before the first numbered one stand above all (the area itself). O(n).
 *
 * Returns: whether there is any tree; all parents are -1 otherwise
 */
gboolean gh_outline_link (GhOutlineRow *rows, gsize n_rows);

/**
 * gh_outline_split_number: the length of a running number at the beginning of a name with the
 * space after it ("I. Khối xã" → 3, "1.2) Xã A" → 5, "- Tổ 3" → 2), 0 if there is none.
 */
gsize gh_outline_split_number (const char *name);
