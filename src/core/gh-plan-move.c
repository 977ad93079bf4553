/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-edit-private.h"

/* Blocks that move, alone or with what stands below them. */

static gboolean
is_deeper_item (const GPtrArray *blocks, guint index, int level)
{
  const GhBlock *block = g_ptr_array_index (blocks, index);

  return block->kind == GH_BLOCK_ITEM && block->level > level;
}

guint
gh_plan_edit_extent (const GPtrArray *blocks, guint index)
{
  const GhBlock *block;
  guint end = index + 1;

  g_return_val_if_fail (blocks != NULL && index < blocks->len, 0);

  block = g_ptr_array_index (blocks, index);
  if (block->kind == GH_BLOCK_ITEM)
    while (end < blocks->len && is_deeper_item (blocks, end, block->level))
      end++;
  else if (_gh_plan_edit_height (blocks, index) != GH_NO_HEADING)
    while (end < blocks->len &&
           _gh_plan_edit_height (blocks, end) > _gh_plan_edit_height (blocks, index))
      end++;
  return end - index;
}

/* Takes @n blocks at @index out and puts them before what stands at @before. */
static void
rotate (GPtrArray *blocks, guint index, guint n, guint before)
{
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (moved, g_ptr_array_steal_index (blocks, index));
  if (before > index)
    before -= n;
  for (guint i = 0; i < n; i++)
    g_ptr_array_insert (blocks, (int) (before + i), g_ptr_array_index (moved, i));
}

/* The @n blocks that have come to @index take the style of their new neighbours; what they have
 * left behind at @left, and what follows them now, stands below other headings. */
static void
fit_moved (GhPlan *plan, GhNumbering *numbering, guint index, guint n, guint left)
{
  int height = _gh_plan_edit_height (plan->blocks, index);

  if (gh_numbering_has_siblings (plan->blocks, index))
    _gh_plan_edit_give_number (plan, numbering, index);
  if (height != GH_NO_HEADING)
    _gh_plan_edit_fit_rest (plan, numbering, left, left, height);
  _gh_plan_edit_fit_rest (plan, numbering, index, index + n, height);
}

gboolean
gh_plan_edit_move (GhPlan *plan, guint index, guint before, guint *landed)
{
  GhNumbering *numbering;
  guint n;
  guint to;

  g_return_val_if_fail (plan != NULL, FALSE);

  if (landed != NULL)
    *landed = index;
  if (index >= plan->blocks->len)
    return FALSE;
  n = gh_plan_edit_extent (plan->blocks, index);
  before = MIN (before, plan->blocks->len);
  if (before >= index && before <= index + n)
    return FALSE;
  to = before > index ? before - n : before;
  numbering = gh_numbering_begin (plan->blocks);
  /* What stands below a heading keeps its numbers; lists among items may go on elsewhere. */
  for (guint i = index; i < index + n; i++)
    if (i == index || ((GhBlock *) g_ptr_array_index (plan->blocks, index))->kind == GH_BLOCK_ITEM)
      gh_numbering_touch (numbering, g_ptr_array_index (plan->blocks, i));
  rotate (plan->blocks, index, n, before);
  fit_moved (plan, numbering, to, n, before > index ? index : index + n);
  gh_numbering_end (numbering, plan->blocks);
  if (landed != NULL)
    *landed = to;
  return TRUE;
}

/* Where a heading of @height goes when it moves up: before the heading it comes to first; what
 * stands before all headings stays there. */
static guint
find_above (const GPtrArray *blocks, guint index, int height)
{
  for (guint i = index; i-- > 0;)
    if (_gh_plan_edit_height (blocks, i) <= height)
      return i;
  return index;
}

/* … and down: behind the part of its neighbour, or behind the first words of the part that follows
 * its own. */
static guint
find_below (const GPtrArray *blocks, guint end, int height)
{
  if (end >= blocks->len)
    return end;
  if (_gh_plan_edit_height (blocks, end) == height)
    return end + gh_plan_edit_extent (blocks, end);
  if (height == 0)
    return end;
  for (end++; end < blocks->len; end++)
    if (_gh_plan_edit_height (blocks, end) != GH_NO_HEADING)
      break;
  return end;
}

gboolean
gh_plan_edit_move_up (GhPlan *plan, guint index, guint *landed)
{
  const GhBlock *block;
  guint before;

  g_return_val_if_fail (plan != NULL, FALSE);

  if (index == 0 || index >= plan->blocks->len)
    return FALSE;
  block = g_ptr_array_index (plan->blocks, index);
  if (_gh_plan_edit_height (plan->blocks, index) != GH_NO_HEADING)
    return gh_plan_edit_move (
      plan, index, find_above (plan->blocks, index, _gh_plan_edit_height (plan->blocks, index)),
      landed);
  before = index - 1;
  if (block->kind == GH_BLOCK_ITEM)
    while (before > 0 && is_deeper_item (plan->blocks, before, block->level))
      before--;
  return gh_plan_edit_move (plan, index, before, landed);
}

gboolean
gh_plan_edit_move_down (GhPlan *plan, guint index, guint *landed)
{
  const GhBlock *block;
  guint end;

  g_return_val_if_fail (plan != NULL, FALSE);

  if (index >= plan->blocks->len)
    return FALSE;
  block = g_ptr_array_index (plan->blocks, index);
  end = index + gh_plan_edit_extent (plan->blocks, index);
  if (_gh_plan_edit_height (plan->blocks, index) != GH_NO_HEADING)
    return gh_plan_edit_move (
      plan, index, find_below (plan->blocks, end, _gh_plan_edit_height (plan->blocks, index)),
      landed);
  if (end >= plan->blocks->len)
    return FALSE;
  end++;
  if (block->kind == GH_BLOCK_ITEM)
    while (end < plan->blocks->len && is_deeper_item (plan->blocks, end, block->level))
      end++;
  return gh_plan_edit_move (plan, index, end, landed);
}

gboolean
gh_plan_edit_duplicate (GhPlan *plan, guint index, guint *copy)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  guint n;

  g_return_val_if_fail (plan != NULL, FALSE);

  if (index >= plan->blocks->len)
    return FALSE;
  n = gh_plan_edit_extent (plan->blocks, index);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (blocks, g_ptr_array_index (plan->blocks, index + i));
  if (copy != NULL)
    *copy = index + n;
  return gh_plan_edit_paste (plan, index + n, blocks);
}
