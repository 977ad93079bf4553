/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * GhUnit: an organisational unit (đơn vị) of the dated tree.
 * @id: row of the workspace, 0 = not stored yet
 * @parent_id: 0 = top of the tree
 * @name: full name, never empty
 * @kind: name of its level as data: "xã", "phường", "trường", "bệnh viện", "khối" …; may be ""
 * @headcount: staff or members in persons, -1 = not known (which is not zero)
 * @last_year: result of the year before, in blood units, -1 = not known
 * @position: order among its siblings
 * @valid_from, @valid_to: Julian days, 0 = open; the unit exists in [from, to]
 */
typedef struct
{
  gint64 id;
  gint64 parent_id;
  char *name;
  char *kind;
  gint64 headcount;
  gint64 last_year;
  char *contact;
  char *phone;
  char *email;
  char *note;
  int position;
  guint32 valid_from;
  guint32 valid_to;
} GhUnit;

/** All texts "", figures unknown. */
GhUnit *gh_unit_new (const char *name);
GhUnit *gh_unit_copy (const GhUnit *unit);
void gh_unit_free (GhUnit *unit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhUnit, gh_unit_free)

/**
 * GhUnitTree: an index over units; borrows them, so they must live as long. Built once in
 * O(n log n), answers in O(1) or O(answer). Siblings stand by position, then sort key.
 *
 * Invariants: (1) each unit stands in it once; (2) a unit whose parent is missing, or which
 * would close a ring, is a root.
 */
typedef struct _GhUnitTree GhUnitTree;

/** @units: (element-type GhUnit): borrowed. Of units with the same id the first one is found by it.
 */
GhUnitTree *gh_unit_tree_new (const GPtrArray *units);
void gh_unit_tree_free (GhUnitTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhUnitTree, gh_unit_tree_free)

const GhUnit *gh_unit_tree_find (const GhUnitTree *tree, gint64 id);
/** (transfer none) (element-type GhUnit): children in order; roots for 0; never %NULL. */
const GPtrArray *gh_unit_tree_children (const GhUnitTree *tree, gint64 id);
gboolean gh_unit_tree_is_leaf (const GhUnitTree *tree, gint64 id);
/** 0 for a root. */
int gh_unit_tree_depth (const GhUnitTree *tree, gint64 id);
/** (transfer full) (element-type GhUnit): every unit, parents before children, in order. */
GPtrArray *gh_unit_tree_flatten (const GhUnitTree *tree);
/** As gh_unit_tree_flatten(), with the depth of each unit (also of units not stored yet, id 0).
 * @depths: (out) (transfer full) (element-type int) */
GPtrArray *gh_unit_tree_flatten_depths (const GhUnitTree *tree, GArray **depths);
/** Whether making @parent_id the parent of @id would close a ring. */
gboolean gh_unit_tree_would_loop (const GhUnitTree *tree, gint64 id, gint64 parent_id);
