/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-edit.h"

#include <string.h>

#include "gh-live.h"
#include "gh-plan-edit-private.h"

/* Blocks that come, go and change; moving them is in gh-plan-move.c. */

static GhBlock *
get_block (const GhPlan *plan, guint index)
{
  return index < plan->blocks->len ? g_ptr_array_index (plan->blocks, index) : NULL;
}

static void
set_text (char **place, char *text)
{
  g_free (*place);
  *place = text;
}

/* A text that clerks write: what can be split, joined and turned. */
static gboolean
has_text (const GhBlock *block)
{
  return block != NULL && (block->kind == GH_BLOCK_HEADING || block->kind == GH_BLOCK_PARAGRAPH ||
                           block->kind == GH_BLOCK_ITEM || block->kind == GH_BLOCK_APPENDIX);
}

/* --- add ------------------------------------------------------------------------------------- */

static void
put_block (GhPlan *plan, GhNumbering *numbering, guint index, GhBlock *block)
{
  g_ptr_array_insert (plan->blocks, (int) MIN (index, plan->blocks->len), block);
  gh_numbering_touch (numbering, block);
}

/* What follows behind blocks [@index, @end) stands below what is in them now. */
static void
fit_behind (GhPlan *plan, GhNumbering *numbering, guint index, guint end)
{
  int height = GH_NO_HEADING;

  for (guint i = index; i < end; i++)
    height = MIN (height, _gh_plan_edit_height (plan->blocks, i));
  _gh_plan_edit_fit_rest (plan, numbering, index, end, height);
}

gboolean
gh_plan_edit_insert (GhPlan *plan, guint index, GhBlock *block)
{
  GhNumbering *numbering;

  g_return_val_if_fail (plan != NULL && block != NULL, FALSE);

  index = MIN (index, plan->blocks->len);
  numbering = gh_numbering_begin (plan->blocks);
  put_block (plan, numbering, index, block);
  if (*block->number == '\0')
    _gh_plan_edit_give_number (plan, numbering, index);
  fit_behind (plan, numbering, index, index + 1);
  gh_numbering_end (numbering, plan->blocks);
  return TRUE;
}

gboolean
gh_plan_edit_paste (GhPlan *plan, guint index, const GPtrArray *blocks)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new ();
  GhNumbering *numbering;

  g_return_val_if_fail (plan != NULL && blocks != NULL, FALSE);

  if (blocks->len == 0)
    return FALSE;
  index = MIN (index, plan->blocks->len);
  for (guint i = 0; i < blocks->len; i++)
    g_ptr_array_add (copies, gh_block_copy (g_ptr_array_index (blocks, i)));
  gh_live_mark_copies (plan, copies);
  numbering = gh_numbering_begin (plan->blocks);
  for (guint i = 0; i < copies->len; i++)
    {
      GhBlock *copy = g_ptr_array_index (copies, i);

      copy->id = 0;
      put_block (plan, numbering, index + i, copy);
      if (*copy->number == '\0')
        _gh_plan_edit_give_number (plan, numbering, index + i);
    }
  fit_behind (plan, numbering, index, index + blocks->len);
  gh_numbering_end (numbering, plan->blocks);
  return TRUE;
}

/* --- split and join -------------------------------------------------------------------------- */

/* What follows a block when Enter is pressed in it. */
static GhBlock *
new_follower (const GhBlock *block, char *text)
{
  gboolean same = block->kind == GH_BLOCK_ITEM || block->kind == GH_BLOCK_PARAGRAPH ||
                  (block->kind == GH_BLOCK_HEADING && *text != '\0');
  GhBlock *behind = same ? gh_block_copy (block) : gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", "");

  behind->id = 0;
  set_text (&behind->text, text);
  set_text (&behind->frozen, g_strdup (block->frozen));
  return behind;
}

gboolean
gh_plan_edit_split (GhPlan *plan, guint index, gsize offset, guint *caret)
{
  GhBlock *block;
  GhBlock *behind;
  GhNumbering *numbering;
  char *left;
  char *right;

  g_return_val_if_fail (plan != NULL && caret != NULL, FALSE);

  block = get_block (plan, index);
  *caret = index;
  if (!has_text (block))
    return FALSE;
  if (block->kind == GH_BLOCK_ITEM && *block->text == '\0')
    return gh_plan_edit_outdent (plan, index);
  gh_plan_edit_split_text (block->text, offset, &left, &right);
  *caret = index + 1;
  if (*left == '\0' && *right != '\0')
    {
      /* The text keeps its block, and the empty one comes before it. */
      g_free (right);
      behind = block->kind == GH_BLOCK_ITEM ? new_follower (block, left)
                                            : gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", "");
      if (block->kind != GH_BLOCK_ITEM)
        g_free (left);
      numbering = gh_numbering_begin (plan->blocks);
      put_block (plan, numbering, index, behind);
    }
  else
    {
      behind = new_follower (block, right);
      set_text (&block->text, left);
      numbering = gh_numbering_begin (plan->blocks);
      put_block (plan, numbering, index + 1, behind);
      fit_behind (plan, numbering, index + 1, index + 2);
    }
  gh_numbering_end (numbering, plan->blocks);
  return TRUE;
}

static void
remove_counted (GhPlan *plan, guint index, guint n)
{
  GhNumbering *numbering = gh_numbering_begin (plan->blocks);
  int height = _gh_plan_edit_height (plan->blocks, index);

  g_ptr_array_remove_range (plan->blocks, index, n);
  if (height != GH_NO_HEADING)
    _gh_plan_edit_fit_rest (plan, numbering, index, index, height);
  gh_numbering_end (numbering, plan->blocks);
}

gboolean
gh_plan_edit_join (GhPlan *plan, guint index, guint *caret, gsize *seam)
{
  GhBlock *block;
  GhBlock *before;

  g_return_val_if_fail (plan != NULL && caret != NULL && seam != NULL, FALSE);

  block = get_block (plan, index);
  before = index > 0 ? get_block (plan, index - 1) : NULL;
  *caret = index;
  *seam = 0;
  if (block == NULL || before == NULL)
    return FALSE;
  if (before->kind == GH_BLOCK_PAGE_BREAK ||
      (before->kind == GH_BLOCK_PARAGRAPH && *before->text == '\0'))
    {
      *caret = index - 1;
      remove_counted (plan, index - 1, 1);
      return TRUE;
    }
  if (block->kind == GH_BLOCK_PAGE_BREAK || (has_text (block) && *block->text == '\0'))
    {
      *caret = index - 1;
      *seam = strlen (before->text);
      remove_counted (plan, index, 1);
      return TRUE;
    }
  if (!has_text (block) || !has_text (before))
    return FALSE;
  *caret = index - 1;
  set_text (&before->text, gh_plan_edit_join_text (before->text, block->text, seam));
  remove_counted (plan, index, 1);
  return TRUE;
}

gboolean
gh_plan_edit_remove (GhPlan *plan, guint index, gboolean whole)
{
  g_return_val_if_fail (plan != NULL, FALSE);

  if (index >= plan->blocks->len)
    return FALSE;
  remove_counted (plan, index, whole ? gh_plan_edit_extent (plan->blocks, index) : 1);
  return TRUE;
}

/* --- kinds and levels ------------------------------------------------------------------------ */

/* Sets level and number of block @index, and @step levels more for the headings or items below it.
 */
static void
shift_levels (GhPlan *plan, guint index, int step)
{
  GhNumbering *numbering = gh_numbering_begin (plan->blocks);
  guint end = index + gh_plan_edit_extent (plan->blocks, index);
  const GhBlock *first = get_block (plan, index);

  for (guint i = index; i < end; i++)
    {
      GhBlock *block = get_block (plan, i);

      if (block->kind != first->kind)
        continue;
      block->level = MAX (block->level + step, 1);
      if (block->kind == GH_BLOCK_HEADING)
        block->level = MIN (block->level, GH_PLAN_EDIT_MAX_HEADING);
      else
        _gh_plan_edit_give_number (plan, numbering, i);
    }
  if (first->kind == GH_BLOCK_HEADING)
    {
      _gh_plan_edit_give_number (plan, numbering, index);
      _gh_plan_edit_fit_part (plan, numbering, index + 1, end);
      _gh_plan_edit_fit_rest (plan, numbering, end, end, MIN (first->level, first->level - step));
    }
  gh_numbering_end (numbering, plan->blocks);
}

gboolean
gh_plan_edit_indent (GhPlan *plan, guint index)
{
  const GhBlock *block;

  g_return_val_if_fail (plan != NULL, FALSE);

  block = get_block (plan, index);
  if (block == NULL)
    return FALSE;
  if (block->kind == GH_BLOCK_PARAGRAPH)
    return gh_plan_edit_turn (plan, index, GH_BLOCK_ITEM, 1);
  if ((block->kind != GH_BLOCK_HEADING || block->level >= GH_PLAN_EDIT_MAX_HEADING) &&
      (block->kind != GH_BLOCK_ITEM || block->level >= GH_PLAN_EDIT_MAX_ITEM))
    return FALSE;
  shift_levels (plan, index, 1);
  return TRUE;
}

gboolean
gh_plan_edit_outdent (GhPlan *plan, guint index)
{
  const GhBlock *block;

  g_return_val_if_fail (plan != NULL, FALSE);

  block = get_block (plan, index);
  if (block == NULL)
    return FALSE;
  if (block->kind == GH_BLOCK_ITEM && block->level <= 1)
    return gh_plan_edit_turn (plan, index, GH_BLOCK_PARAGRAPH, 0);
  if ((block->kind != GH_BLOCK_HEADING && block->kind != GH_BLOCK_ITEM) || block->level <= 1)
    return FALSE;
  shift_levels (plan, index, -1);
  return TRUE;
}

gboolean
gh_plan_edit_turn (GhPlan *plan, guint index, GhBlockKind kind, int level)
{
  GhBlock *block;
  GhBlock wanted = { .kind = kind };
  GhNumbering *numbering;
  int height;

  g_return_val_if_fail (plan != NULL, FALSE);

  block = get_block (plan, index);
  if (!has_text (block) || !has_text (&wanted) || (block->kind == kind && block->level == level))
    return FALSE;
  if (block->kind == GH_BLOCK_HEADING && kind == GH_BLOCK_HEADING)
    {
      shift_levels (plan, index, level - block->level);
      return TRUE;
    }
  height = _gh_plan_edit_height (plan->blocks, index);
  numbering = gh_numbering_begin (plan->blocks);
  block->kind = kind;
  block->level = level;
  _gh_plan_edit_give_number (plan, numbering, index);
  height = MIN (height, _gh_plan_edit_height (plan->blocks, index));
  if (height != GH_NO_HEADING)
    _gh_plan_edit_fit_rest (plan, numbering, index + 1, index + 1, height);
  gh_numbering_end (numbering, plan->blocks);
  return TRUE;
}

/* --- series ---------------------------------------------------------------------------------- */

/* Whether block @other counts (or is dashed) beside block @index: the same kind and level, with
 * nothing between that both stand apart by. */
static gboolean
is_sibling (const GPtrArray *blocks, guint index, guint other)
{
  const GhBlock *self = g_ptr_array_index (blocks, index);
  const GhBlock *block = g_ptr_array_index (blocks, other);
  guint from = MIN (index, other);
  guint to = MAX (index, other);

  if (block->kind != self->kind || block->level != self->level)
    return FALSE;
  for (guint i = from + 1; i < to; i++)
    {
      const GhBlock *between = g_ptr_array_index (blocks, i);

      if (between->kind == GH_BLOCK_APPENDIX)
        return FALSE;
      if (between->kind == GH_BLOCK_HEADING &&
          (self->kind != GH_BLOCK_HEADING || between->level < self->level))
        return FALSE;
      if (self->kind == GH_BLOCK_ITEM &&
          (between->kind != GH_BLOCK_ITEM || between->level < self->level))
        return FALSE;
    }
  return TRUE;
}

gboolean
gh_plan_edit_set_style (GhPlan *plan, guint index, const char *number)
{
  GhBlock *block;
  GhNumber wanted;
  GhNumber now;
  GhNumbering *numbering;

  g_return_val_if_fail (plan != NULL && number != NULL, FALSE);

  block = get_block (plan, index);
  if (block == NULL || (block->kind != GH_BLOCK_HEADING && block->kind != GH_BLOCK_ITEM))
    return FALSE;
  wanted = gh_number_read (number);
  now = gh_number_read (block->number);
  if (now.style == wanted.style && now.rank == wanted.rank &&
      (gh_number_is_counted (&now) || strcmp (block->number, number) == 0))
    return FALSE;
  numbering = gh_numbering_begin (plan->blocks);
  for (guint i = 0; i < plan->blocks->len; i++)
    {
      GhBlock *other = get_block (plan, i);

      if (i != index && !is_sibling (plan->blocks, index, i))
        continue;
      set_text (&other->number, g_strdup (number));
      gh_numbering_touch (numbering, other);
      if (other->kind == GH_BLOCK_HEADING)
        _gh_plan_edit_fit_part (plan, numbering, i + 1, i + gh_plan_edit_extent (plan->blocks, i));
    }
  gh_numbering_end (numbering, plan->blocks);
  return TRUE;
}

gboolean
gh_plan_edit_renumber (GhPlan *plan, guint index)
{
  GhNumbering *numbering;

  g_return_val_if_fail (plan != NULL, FALSE);

  if (index >= plan->blocks->len)
    return FALSE;
  numbering = gh_numbering_begin (plan->blocks);
  gh_numbering_touch (numbering, get_block (plan, index));
  return gh_numbering_end (numbering, plan->blocks);
}
