/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-edits.h"

#include <glib/gi18n-lib.h>

#include "gh-edits-private.h"
#include "gh-text.h"
#include "gh-workspace-private.h"

/*
 * Merging a file of units into the tree.
 *
 * All is worked out in memory first, the same for a dry run and for the real one, and stored
 * afterwards. A Node is a unit as it will be: one of the workspace, one of a row, or a parent that
 * rows name but nobody describes.
 *
 * Invariants: (1) a node's parent stands before it in `ordered`; (2) two nodes below the same
 * parent never have the same folded name; (3) what a file leaves empty never erases what is known.
 */

typedef struct _Node Node;
struct _Node
{
  GhUnit *unit;   /* owned */
  Node *parent;   /* NULL = top */
  char *key;      /* folded name */
  gboolean added; /* else it is in the workspace */
  gboolean changed;
  int next_position; /* for its next new child */
};

typedef struct
{
  const GhUnitRow *row;
  char *key;        /* folded name */
  char *parent_key; /* folded name of the parent, "" = top */
  int parent_row;   /* index of the entry that is its parent, -1 = none of them */
  Node *node;
  Node *made;     /* a parent that nobody describes, made for this row; else NULL */
  GhUnit *before; /* the unit before and after this row was merged into it */
  GhUnit *after;
  GhMergeFate fate;
  enum
  {
    ENTRY_NEW,
    ENTRY_OPEN,
    ENTRY_DONE,
    ENTRY_REFUSED,
  } state;
} Entry;

typedef struct
{
  GPtrArray *ordered;       /* Node, owned: new and changed ones, parents first */
  GHashTable *by_place;     /* "parent address/key" → Node */
  GHashTable *by_name;      /* key → first Node of that name, in tree order */
  GHashTable *name_uses;    /* key → number of units of that name */
  GArray *entries;          /* Entry */
  GHashTable *rows_by_name; /* key → GArray of indices into entries */
  gboolean has_parents;
  int next_root_position;
} Merge;

static void
node_free (Node *node)
{
  gh_unit_free (node->unit);
  g_free (node->key);
  g_free (node);
}

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_free (entry->key);
  g_free (entry->parent_key);
  gh_unit_free (entry->before);
  gh_unit_free (entry->after);
}

static void
merge_free (Merge *merge)
{
  g_ptr_array_unref (merge->ordered);
  g_hash_table_unref (merge->by_place);
  g_hash_table_unref (merge->by_name);
  g_hash_table_unref (merge->name_uses);
  g_hash_table_unref (merge->rows_by_name);
  g_array_unref (merge->entries);
  g_free (merge);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Merge, merge_free)

static char *
make_place (const Node *parent, const char *key)
{
  return g_strdup_printf ("%p/%s", (gconstpointer) parent, key);
}

/* Takes over @unit. */
static Node *
add_node (Merge *merge, GhUnit *unit, Node *parent, gboolean added)
{
  Node *node = g_new0 (Node, 1);
  int *next = parent != NULL ? &parent->next_position : &merge->next_root_position;

  node->unit = unit;
  node->parent = parent;
  node->key = gh_text_fold (unit->name);
  node->added = added;
  if (added)
    unit->position = *next;
  *next = MAX (*next, unit->position + 1);

  g_hash_table_insert (merge->by_place, make_place (parent, node->key), node);
  if (!g_hash_table_contains (merge->by_name, node->key))
    g_hash_table_insert (merge->by_name, node->key, node);
  g_hash_table_insert (
    merge->name_uses, node->key,
    GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (merge->name_uses, node->key)) + 1));
  g_ptr_array_add (merge->ordered, node);
  return node;
}

static void
index_workspace (Merge *merge, const GPtrArray *units)
{
  g_autoptr (GhUnitTree) tree = gh_unit_tree_new (units);
  g_autoptr (GPtrArray) all = gh_unit_tree_flatten (tree);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < all->len; i++)
    {
      const GhUnit *unit = g_ptr_array_index (all, i);
      Node *parent = g_hash_table_lookup (by_id, &unit->parent_id);
      Node *node = add_node (merge, gh_unit_copy (unit), parent, FALSE);

      g_hash_table_insert (by_id, &node->unit->id, node);
    }
}

static void
index_rows (Merge *merge, const GhUnitReading *reading)
{
  for (guint i = 0; i < reading->rows->len; i++)
    {
      const GhUnitRow *row = g_ptr_array_index (reading->rows, i);
      Entry entry = { .row = row,
                      .key = gh_text_fold (row->unit->name),
                      .parent_key = gh_text_fold (row->parent != NULL ? row->parent : ""),
                      .parent_row = -1 };
      GArray *same = g_hash_table_lookup (merge->rows_by_name, entry.key);

      if (same == NULL)
        {
          same = g_array_new (FALSE, FALSE, sizeof (int));
          g_hash_table_insert (merge->rows_by_name, entry.key, same);
        }
      g_array_append_val (same, i);
      g_array_append_val (merge->entries, entry);
      if (*entry.parent_key != '\0')
        merge->has_parents = TRUE;
    }
}

/* The row that describes the parent of row @self: the nearest one of that name above it (so that a
 * name used in two blocks means the block it stands in), else the first below it; -1 if none. */
static int
find_parent_row (const Merge *merge, int self)
{
  const Entry *entry = &g_array_index (merge->entries, Entry, self);
  GArray *same = *entry->parent_key != '\0'
                   ? g_hash_table_lookup (merge->rows_by_name, entry->parent_key)
                   : NULL;
  guint low = 0;
  guint high = same != NULL ? same->len : 0;

  while (low < high) /* first index that is not above self */
    {
      guint middle = (low + high) / 2;

      if (g_array_index (same, int, middle) < self)
        low = middle + 1;
      else
        high = middle;
    }
  if (low > 0)
    return g_array_index (same, int, low - 1);
  while (same != NULL && low < same->len && g_array_index (same, int, low) == self)
    low++;
  return same != NULL && low < same->len ? g_array_index (same, int, low) : -1;
}

static char *
make_reason (const Entry *entry)
{
  return g_strdup_printf (_("%s stands below itself by way of its parents, so it was left out. "
                            "Correct the column of parent units."),
                          entry->row->unit->name);
}

static gboolean
merge_figure (gint64 *place, gint64 figure)
{
  if (figure < 0 || *place == figure)
    return FALSE;
  *place = figure;
  return TRUE;
}

/* Whether anything of @unit was new. The spelling of the name stays as the workspace has it. */
static gboolean
merge_unit (GhUnit *unit, const GhUnit *from)
{
  gboolean changed = _gh_edit_merge_text (&unit->kind, from->kind);

  changed |= _gh_edit_merge_text (&unit->contact, from->contact);
  changed |= _gh_edit_merge_text (&unit->phone, from->phone);
  changed |= _gh_edit_merge_text (&unit->email, from->email);
  changed |= _gh_edit_merge_text (&unit->note, from->note);
  changed |= merge_figure (&unit->headcount, from->headcount);
  changed |= merge_figure (&unit->last_year, from->last_year);
  return changed;
}

static Node *
find_or_make_parent (Merge *merge, Entry *entry, GhMergeCounts *counts)
{
  Node *parent;

  if (entry->parent_row >= 0)
    return g_array_index (merge->entries, Entry, entry->parent_row).node;
  if (*entry->parent_key == '\0')
    return NULL;
  parent = g_hash_table_lookup (merge->by_name, entry->parent_key);
  if (parent != NULL)
    return parent;
  counts->added++;
  entry->made = add_node (merge, gh_unit_new (entry->row->parent), NULL, TRUE);
  return entry->made;
}

static Node *
find_node (const Merge *merge, const Entry *entry, const Node *parent)
{
  g_autofree char *place = make_place (parent, entry->key);
  Node *node = g_hash_table_lookup (merge->by_place, place);

  /* A file that says nothing at all about parents means the one unit of that name, wherever. */
  if (node == NULL && !merge->has_parents &&
      GPOINTER_TO_UINT (g_hash_table_lookup (merge->name_uses, entry->key)) == 1)
    node = g_hash_table_lookup (merge->by_name, entry->key);
  return node;
}

static void
place_entry (Merge *merge, Entry *entry, GhMergeCounts *counts)
{
  Node *parent = find_or_make_parent (merge, entry, counts);
  Node *node = find_node (merge, entry, parent);

  entry->state = ENTRY_DONE;
  entry->node = node;
  if (node == NULL)
    {
      GhUnit *unit = gh_unit_copy (entry->row->unit);

      unit->id = 0;
      entry->node = add_node (merge, unit, parent, TRUE);
      entry->fate = GH_MERGE_ADDED;
      counts->added++;
    }
  else
    {
      entry->before = gh_unit_copy (node->unit);
      if (merge_unit (node->unit, entry->row->unit))
        {
          node->changed = TRUE;
          entry->fate = GH_MERGE_CHANGED;
          counts->changed++;
        }
      else
        {
          entry->fate = GH_MERGE_SAME;
          counts->unchanged++;
        }
    }
  entry->after = gh_unit_copy (entry->node->unit);
}

/* Places a row after the rows above it in the tree, without recursion: a hostile file may be a
 * chain of any length. */
static void
place_chain (Merge *merge, int start, GhMergeCounts *counts)
{
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (int));
  gboolean sound = TRUE;

  for (int at = start; at >= 0;)
    {
      Entry *entry = &g_array_index (merge->entries, Entry, at);

      if (entry->state == ENTRY_DONE)
        break;
      if (entry->state == ENTRY_OPEN || entry->state == ENTRY_REFUSED)
        {
          sound = FALSE;
          break;
        }
      entry->state = ENTRY_OPEN;
      g_array_append_val (chain, at);
      entry->parent_row = find_parent_row (merge, at);
      at = entry->parent_row;
    }
  for (guint i = chain->len; i > 0; i--)
    {
      Entry *entry = &g_array_index (merge->entries, Entry, g_array_index (chain, int, i - 1));

      if (sound)
        {
          place_entry (merge, entry, counts);
          continue;
        }
      entry->state = ENTRY_REFUSED;
      counts->refused++;
    }
}

static Merge *
merge_new (const GPtrArray *units, const GhUnitReading *reading, GhMergeCounts *counts)
{
  Merge *merge = g_new0 (Merge, 1);

  merge->ordered = g_ptr_array_new_with_free_func ((GDestroyNotify) node_free);
  merge->by_place = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  merge->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  merge->name_uses = g_hash_table_new (g_str_hash, g_str_equal);
  merge->rows_by_name =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  merge->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (merge->entries, entry_clear);

  index_workspace (merge, units);
  index_rows (merge, reading);
  for (guint i = 0; i < merge->entries->len; i++)
    place_chain (merge, (int) i, counts);
  return merge;
}

static gboolean
store_merge_cb (GhStore *store, gpointer user_data, GError **error)
{
  const Merge *merge = user_data;

  for (guint i = 0; i < merge->ordered->len; i++)
    {
      Node *node = g_ptr_array_index (merge->ordered, i);

      if (!node->added && !node->changed)
        continue;
      if (node->added)
        node->unit->parent_id = node->parent != NULL ? node->parent->unit->id : 0;
      if (!gh_store_save_unit (store, node->unit, error))
        return FALSE;
    }
  return TRUE;
}

static void
report_refused (const Merge *merge, const GhUnitReading *reading)
{
  for (guint i = 0; i < merge->entries->len; i++)
    {
      const Entry *entry = &g_array_index (merge->entries, Entry, i);
      GhProblem *problem;

      if (entry->state != ENTRY_REFUSED)
        continue;
      problem = g_new0 (GhProblem, 1);
      /* Translators: place of a problem in a file. */
      problem->where = g_strdup_printf (_("row %u"), entry->row->row);
      problem->message = make_reason (entry);
      problem->fatal = TRUE;
      g_ptr_array_add (reading->problems, problem);
    }
}

gboolean
gh_edit_accept_units (GhWorkspace *workspace,
                      const GhUnitReading *reading,
                      gboolean dry_run,
                      GhMergeCounts *counts,
                      GError **error)
{
  GhMergeCounts ours = { 0 };
  g_autoptr (GPtrArray) units = gh_store_list_units (gh_workspace_get_store (workspace), error);
  g_autoptr (Merge) merge = NULL;
  g_autofree char *label = NULL;

  if (units == NULL)
    return FALSE;
  merge = merge_new (units, reading, &ours);
  report_refused (merge, reading);
  if (counts != NULL)
    *counts = ours;
  if (dry_run || ours.added + ours.changed == 0)
    return TRUE;
  label =
    g_strdup_printf (ngettext ("Import %u unit", "Import %u units", ours.added + ours.changed),
                     ours.added + ours.changed);
  return _gh_workspace_run_edit (
    workspace,
    &(GhEdit){
      .label = label, .func = store_merge_cb, .user_data = merge, .reads = GH_DOSSIER_UNITS },
    error);
}

/* --- looking first ---------------------------------------------------------------------------- */

void
gh_unit_merge_free (GhUnitMerge *merge)
{
  if (merge == NULL)
    return;
  gh_unit_free (merge->before);
  gh_unit_free (merge->after);
  g_free (merge->parent);
  g_free (merge->reason);
  g_free (merge);
}

static GhUnitMerge *
unit_merge_new (guint row, GhMergeFate fate, const GhUnit *after, const char *parent)
{
  GhUnitMerge *merge = g_new0 (GhUnitMerge, 1);

  merge->row = row;
  merge->fate = fate;
  merge->after = gh_unit_copy (after);
  merge->parent = g_strdup (parent != NULL ? parent : "");
  merge->reason = g_strdup ("");
  return merge;
}

static GhUnitMerge *
describe_entry (const Entry *entry)
{
  const Node *parent = entry->node != NULL ? entry->node->parent : NULL;
  GhUnitMerge *merge;

  if (entry->state == ENTRY_REFUSED)
    {
      merge =
        unit_merge_new (entry->row->row, GH_MERGE_REFUSED, entry->row->unit, entry->row->parent);
      g_free (merge->reason);
      merge->reason = make_reason (entry);
      return merge;
    }
  merge = unit_merge_new (entry->row->row, entry->fate, entry->after,
                          parent != NULL ? parent->unit->name : "");
  merge->before = entry->before != NULL ? gh_unit_copy (entry->before) : NULL;
  return merge;
}

GPtrArray *
gh_edit_preview_units (GhWorkspace *workspace, const GhUnitReading *reading, GError **error)
{
  GhMergeCounts counts = { 0 };
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (Merge) merge = NULL;
  GPtrArray *rows;

  g_return_val_if_fail (GH_IS_WORKSPACE (workspace) && reading != NULL, NULL);

  units = gh_store_list_units (gh_workspace_get_store (workspace), error);
  if (units == NULL)
    return NULL;
  merge = merge_new (units, reading, &counts);
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_unit_merge_free);
  for (guint i = 0; i < merge->entries->len; i++)
    {
      const Entry *entry = &g_array_index (merge->entries, Entry, i);

      if (entry->made != NULL)
        g_ptr_array_add (rows, unit_merge_new (0, GH_MERGE_ADDED, entry->made->unit, ""));
      g_ptr_array_add (rows, describe_entry (entry));
    }
  return rows;
}
