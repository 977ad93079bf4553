/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-unit.h"

#include <string.h>

#include "gh-text.h"

/*
 * Everything here walks with loops and arrays, never by recursion: a damaged or hostile file may
 * hold a chain of 100,000 units, or rings.
 */

#define NO_NODE G_MAXUINT

typedef struct
{
  const GhUnit *unit; /* borrowed */
  char *sort_key;
  guint parent; /* index of its node, NO_NODE for a root */
  int depth;
  GPtrArray *children; /* (nullable) (element-type GhUnit): %NULL for a leaf */
} Node;

struct _GhUnitTree
{
  Node *nodes;
  guint n_nodes;
  GHashTable *by_id; /* gint64 of the unit → index + 1 */
  GPtrArray *roots;
  GPtrArray *none;
  guint *order; /* preorder, indices of nodes */
};

static guint
find_node (const GhUnitTree *tree, gint64 id)
{
  gpointer found = id != 0 ? g_hash_table_lookup (tree->by_id, &id) : NULL;

  return found != NULL ? GPOINTER_TO_UINT (found) - 1 : NO_NODE;
}

/*
 * Cuts every ring at its member that stands last among the units: the one whose link closed it.
 * Each node is walked over once: 0 = not seen, else the number of the walk that saw it.
 */
static void
cut_rings (GhUnitTree *tree)
{
  g_autofree guint *seen = g_new0 (guint, tree->n_nodes + 1);

  for (guint i = 0; i < tree->n_nodes; i++)
    {
      guint at = i;
      guint last;

      while (at != NO_NODE && seen[at] == 0)
        {
          seen[at] = i + 1;
          at = tree->nodes[at].parent;
        }
      if (at == NO_NODE || seen[at] != i + 1)
        continue;
      last = at;
      for (guint member = tree->nodes[at].parent; member != at; member = tree->nodes[member].parent)
        last = MAX (last, member);
      tree->nodes[last].parent = NO_NODE;
    }
}

static int
compare_nodes (gconstpointer a, gconstpointer b, gpointer data)
{
  guint index_a = *(const guint *) a;
  guint index_b = *(const guint *) b;
  const Node *nodes = data;
  const Node *one = &nodes[index_a];
  const Node *two = &nodes[index_b];
  int order;

  if (one->unit->position != two->unit->position)
    return one->unit->position < two->unit->position ? -1 : 1;
  order = strcmp (one->sort_key, two->sort_key);
  if (order != 0)
    return order;
  return index_a < index_b ? -1 : index_a > index_b;
}

/* Fills roots and children in sibling order, by one sort of all units. */
static void
link_children (GhUnitTree *tree, guint *sorted)
{
  for (guint i = 0; i < tree->n_nodes; i++)
    sorted[i] = i;
  g_qsort_with_data (sorted, (int) tree->n_nodes, sizeof *sorted, compare_nodes, tree->nodes);
  for (guint i = 0; i < tree->n_nodes; i++)
    {
      Node *node = &tree->nodes[sorted[i]];
      GPtrArray **siblings = &tree->roots;

      if (node->parent != NO_NODE)
        siblings = &tree->nodes[node->parent].children;
      if (*siblings == NULL)
        *siblings = g_ptr_array_new ();
      g_ptr_array_add (*siblings, (gpointer) node->unit);
    }
}

/*
 * Preorder: the sorted siblings are chained (first child, next sibling), then followed. Indices,
 * not ids, because units that are not stored yet share the id 0.
 */
static void
order_nodes (GhUnitTree *tree, const guint *sorted)
{
  g_autofree guint *first = g_new (guint, tree->n_nodes + 1);
  g_autofree guint *next = g_new (guint, tree->n_nodes + 1);
  guint n_ordered = 0;
  guint at;

  for (guint i = 0; i <= tree->n_nodes; i++)
    first[i] = next[i] = NO_NODE;
  for (guint i = tree->n_nodes; i-- > 0;)
    {
      guint parent = tree->nodes[sorted[i]].parent;
      guint slot = parent != NO_NODE ? parent : tree->n_nodes; /* the last slot is for the roots */

      next[sorted[i]] = first[slot];
      first[slot] = sorted[i];
    }
  for (at = first[tree->n_nodes]; at != NO_NODE;)
    {
      guint parent = tree->nodes[at].parent;

      tree->order[n_ordered++] = at;
      tree->nodes[at].depth = parent != NO_NODE ? tree->nodes[parent].depth + 1 : 0;
      if (first[at] != NO_NODE)
        {
          at = first[at];
          continue;
        }
      while (at != NO_NODE && next[at] == NO_NODE)
        at = tree->nodes[at].parent;
      at = at != NO_NODE ? next[at] : NO_NODE;
    }
  g_assert (n_ordered == tree->n_nodes); /* invariant (1) */
}

GhUnitTree *
gh_unit_tree_new (const GPtrArray *units)
{
  GhUnitTree *tree = g_new0 (GhUnitTree, 1);
  g_autofree guint *sorted = g_new0 (guint, units->len + 1);

  tree->n_nodes = units->len;
  tree->nodes = g_new0 (Node, units->len + 1);
  tree->order = g_new0 (guint, units->len + 1);
  tree->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  tree->roots = g_ptr_array_new ();
  tree->none = g_ptr_array_new ();
  for (guint i = 0; i < units->len; i++)
    {
      const GhUnit *unit = g_ptr_array_index (units, i);

      tree->nodes[i].unit = unit;
      tree->nodes[i].sort_key = gh_text_sort_key (unit->name);
      if (unit->id != 0 && !g_hash_table_contains (tree->by_id, &unit->id))
        g_hash_table_insert (tree->by_id, (gpointer) &unit->id, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < units->len; i++)
    tree->nodes[i].parent = find_node (tree, tree->nodes[i].unit->parent_id);
  cut_rings (tree);
  link_children (tree, sorted);
  order_nodes (tree, sorted);
  return tree;
}

void
gh_unit_tree_free (GhUnitTree *tree)
{
  if (tree == NULL)
    return;
  for (guint i = 0; i < tree->n_nodes; i++)
    {
      g_free (tree->nodes[i].sort_key);
      g_clear_pointer (&tree->nodes[i].children, g_ptr_array_unref);
    }
  g_free (tree->nodes);
  g_free (tree->order);
  g_hash_table_unref (tree->by_id);
  g_ptr_array_unref (tree->roots);
  g_ptr_array_unref (tree->none);
  g_free (tree);
}

const GhUnit *
gh_unit_tree_find (const GhUnitTree *tree, gint64 id)
{
  guint node = find_node (tree, id);

  return node != NO_NODE ? tree->nodes[node].unit : NULL;
}

const GPtrArray *
gh_unit_tree_children (const GhUnitTree *tree, gint64 id)
{
  guint node = find_node (tree, id);

  if (id == 0)
    return tree->roots;
  if (node == NO_NODE || tree->nodes[node].children == NULL)
    return tree->none;
  return tree->nodes[node].children;
}

gboolean
gh_unit_tree_is_leaf (const GhUnitTree *tree, gint64 id)
{
  guint node = find_node (tree, id);

  return node == NO_NODE || tree->nodes[node].children == NULL;
}

int
gh_unit_tree_depth (const GhUnitTree *tree, gint64 id)
{
  guint node = find_node (tree, id);

  return node != NO_NODE ? tree->nodes[node].depth : 0;
}

GPtrArray *
gh_unit_tree_flatten_depths (const GhUnitTree *tree, GArray **depths)
{
  GPtrArray *units = g_ptr_array_sized_new (tree->n_nodes);

  if (depths != NULL)
    *depths = g_array_sized_new (FALSE, FALSE, sizeof (int), tree->n_nodes);
  for (guint i = 0; i < tree->n_nodes; i++)
    {
      const Node *node = &tree->nodes[tree->order[i]];

      g_ptr_array_add (units, (gpointer) node->unit);
      if (depths != NULL)
        g_array_append_val (*depths, node->depth);
    }
  return units;
}

GPtrArray *
gh_unit_tree_flatten (const GhUnitTree *tree)
{
  return gh_unit_tree_flatten_depths (tree, NULL);
}

gboolean
gh_unit_tree_would_loop (const GhUnitTree *tree, gint64 id, gint64 parent_id)
{
  guint at = find_node (tree, parent_id);

  if (id == 0 || parent_id == 0)
    return FALSE;
  if (id == parent_id)
    return TRUE;
  for (; at != NO_NODE; at = tree->nodes[at].parent) /* ends: the tree has no rings */
    if (tree->nodes[at].unit->id == id)
      return TRUE;
  return FALSE;
}
