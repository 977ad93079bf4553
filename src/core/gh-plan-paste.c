/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-paste.h"

#include "gh-marked.h"
#include "gh-plan-edit.h"

static gboolean
has_text (const GhBlock *block)
{
  return block->kind == GH_BLOCK_PARAGRAPH || block->kind == GH_BLOCK_ITEM ||
         block->kind == GH_BLOCK_HEADING || block->kind == GH_BLOCK_APPENDIX;
}

static void
set_text (GhBlock *block, char *text)
{
  g_free (block->text);
  block->text = g_strstrip (text);
}

/* (transfer full): marked text between two bytes of @text */
static char *
cut (const char *text, gsize start, gsize end)
{
  g_autoptr (GPtrArray) runs = gh_marked_parse (text);
  g_autoptr (GPtrArray) part =
    gh_marked_cut (runs, gh_marked_to_plain (text, start),
                   end == G_MAXSIZE ? end : gh_marked_to_plain (text, end));

  return gh_marked_format (part);
}

static void
add_behind (GPtrArray *blocks, const char *tail)
{
  GhBlock *block = g_ptr_array_index (blocks, blocks->len - 1);

  if (has_text (block))
    set_text (block, gh_marked_join (block->text, "", tail));
  else
    g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", tail));
}

gboolean
gh_plan_paste (GhPlan *plan,
               guint index,
               gsize start,
               gsize end,
               const GPtrArray *blocks,
               guint *last)
{
  g_autoptr (GPtrArray) copies = NULL;
  g_autofree char *head = NULL;
  g_autofree char *tail = NULL;
  GhBlock *block;
  gboolean replaced;

  g_return_val_if_fail (plan != NULL && blocks != NULL && last != NULL, FALSE);

  block = index < plan->blocks->len ? g_ptr_array_index (plan->blocks, index) : NULL;
  if (block == NULL || !has_text (block) || blocks->len == 0)
    return FALSE;
  copies = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_block_free);
  for (guint i = 0; i < blocks->len; i++)
    g_ptr_array_add (copies, gh_block_copy (g_ptr_array_index (blocks, i)));
  head = cut (block->text, 0, start);
  tail = cut (block->text, end, G_MAXSIZE);
  if (*tail != '\0')
    add_behind (copies, tail);
  replaced = *head == '\0';
  if (((const GhBlock *) g_ptr_array_index (copies, 0))->kind == GH_BLOCK_PARAGRAPH)
    {
      const GhBlock *first = g_ptr_array_index (copies, 0);

      set_text (block, gh_marked_join (head, "", first->text));
      g_ptr_array_remove_index (copies, 0);
      replaced = FALSE;
    }
  else if (!replaced)
    set_text (block, g_strdup (head));
  *last = index + copies->len;
  if (copies->len > 0)
    gh_plan_edit_paste (plan, index + 1, copies);
  if (replaced)
    {
      gh_plan_edit_remove (plan, index, FALSE);
      (*last)--;
    }
  return TRUE;
}
