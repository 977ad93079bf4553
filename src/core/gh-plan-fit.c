/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-edit-private.h"

/* Numbers whose style cannot stay in the place a block has come to. */

int
_gh_plan_edit_height (const GPtrArray *blocks, guint index)
{
  const GhBlock *block = g_ptr_array_index (blocks, index);

  if (block->kind == GH_BLOCK_APPENDIX)
    return 0;
  return block->kind == GH_BLOCK_HEADING ? MAX (block->level, 1) : GH_NO_HEADING;
}

void
_gh_plan_edit_give_number (GhPlan *plan, GhNumbering *numbering, guint index)
{
  GhBlock *block = g_ptr_array_index (plan->blocks, index);
  char *number = gh_numbering_suggest (plan->blocks, index);

  g_free (block->number);
  block->number = number;
  gh_numbering_touch (numbering, block);
}

/* Points below a point are dashed: a) cannot count below a). */
static void
fit_item (GhNumbering *numbering, GhBlock *block, GhNumberStyle heading)
{
  GhNumber number = gh_number_read (block->number);

  if (heading != GH_NUMBER_LETTER || !gh_number_is_counted (&number) || number.depth > 0)
    return;
  g_free (block->number);
  block->number = g_strdup ("-");
  gh_numbering_touch (numbering, block);
}

/* The style of the heading that block @index stands below. */
static GhNumberStyle
get_heading_style (const GPtrArray *blocks, guint index)
{
  while (index-- > 0)
    {
      const GhBlock *block = g_ptr_array_index (blocks, index);

      if (block->kind == GH_BLOCK_APPENDIX)
        break;
      if (block->kind == GH_BLOCK_HEADING)
        return gh_number_read (block->number).style;
    }
  return GH_NUMBER_NONE;
}

void
_gh_plan_edit_fit_part (GhPlan *plan, GhNumbering *numbering, guint index, guint end)
{
  GhNumberStyle style = get_heading_style (plan->blocks, index);

  for (; index < end; index++)
    {
      GhBlock *block = g_ptr_array_index (plan->blocks, index);

      if (block->kind == GH_BLOCK_HEADING)
        {
          _gh_plan_edit_give_number (plan, numbering, index);
          style = gh_number_read (block->number).style;
        }
      else if (block->kind == GH_BLOCK_ITEM)
        fit_item (numbering, block, style);
    }
}

void
_gh_plan_edit_fit_rest (GhPlan *plan, GhNumbering *numbering, guint index, guint end, int height)
{
  GhNumberStyle style = get_heading_style (plan->blocks, index);

  for (; index < plan->blocks->len; index++)
    {
      GhBlock *block = g_ptr_array_index (plan->blocks, index);

      if (index >= end && _gh_plan_edit_height (plan->blocks, index) <= height)
        break;
      if (block->kind == GH_BLOCK_APPENDIX)
        style = GH_NUMBER_NONE;
      if (block->kind == GH_BLOCK_HEADING)
        {
          GhNumber number = gh_number_read (block->number);

          if (number.style != GH_NUMBER_NONE && !gh_numbering_fits (plan->blocks, index))
            _gh_plan_edit_give_number (plan, numbering, index);
          style = gh_number_read (block->number).style;
        }
      else if (block->kind == GH_BLOCK_ITEM)
        fit_item (numbering, block, style);
    }
}
