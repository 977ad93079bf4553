/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-outline-entries.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-block-menu.h"
#include "gh-live.h"
#include "gh-plan-edit.h"
#include "gh-text.h"

/* Headings of this level are the last that are listed: I, 1, 1.1, a) … */
#define MAX_LEVEL 4
/* … and what is below this level is folded away at first … */
#define FOLD_LEVEL 2
/* … in a plan with more headings than this. */
#define FOLD_FROM 40

static void
entry_free (gpointer data)
{
  GhOutlineEntry *entry = data;

  g_free (entry->text);
  g_free (entry);
}

static GhOutlineEntry *
add_entry (GPtrArray *entries, const char *part, const char *text)
{
  GhOutlineEntry *entry = g_new0 (GhOutlineEntry, 1);

  entry->part = part;
  entry->block = -1;
  entry->text = g_strdup (text);
  g_ptr_array_add (entries, entry);
  return entry;
}

static gboolean
is_listed (const GhBlock *block)
{
  if (block->kind == GH_BLOCK_LIVE)
    return gh_live_is_annex (block->live);
  return block->kind == GH_BLOCK_APPENDIX ||
         (block->kind == GH_BLOCK_HEADING && block->level <= MAX_LEVEL);
}

/* (transfer full): a heading with its number; an annex that has no title of its own by what it is
 * made from. */
static char *
name_block (const GhBlock *block)
{
  g_autofree char *plain = gh_text_strip_marks (block->text);

  if (block->kind == GH_BLOCK_LIVE && *plain == '\0')
    return g_strdup (gh_block_live_name (block->live));
  if (*block->number == '\0')
    return g_steal_pointer (&plain);
  /* Translators: an appendix in the outline, its number and title: "Appendix II: Calendar" */
  if (block->kind == GH_BLOCK_APPENDIX)
    return g_strdup_printf (_("Appendix %s: %s"), block->number, plain);
  return g_strdup_printf ("%s%s %s", block->number,
                          g_str_has_suffix (block->number, ")") ? "" : ".", plain);
}

static void
add_heading (GPtrArray *entries, const GPtrArray *blocks, guint index)
{
  const GhBlock *block = g_ptr_array_index (blocks, index);
  g_autofree char *text = name_block (block);
  GhOutlineEntry *entry = add_entry (entries, "body", text);

  entry->block = (int) index;
  entry->id = block->id;
  entry->level = block->kind == GH_BLOCK_HEADING ? block->level : 1;
  entry->n_blocks = gh_plan_edit_extent (blocks, index);
}

GPtrArray *
gh_outline_list (const GhPlan *plan)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);

  add_entry (entries, "header", _("Campaign and head"));
  add_entry (entries, "bases", _("Legal bases"));
  add_entry (entries, "targets", _("Targets"));
  add_entry (entries, "awards", _("Award rounds"));
  add_entry (entries, "budget", _("Budget"));
  add_entry (entries, "body", _("Body"));
  for (guint i = 0; i < plan->blocks->len; i++)
    if (is_listed (g_ptr_array_index (plan->blocks, i)))
      add_heading (entries, plan->blocks, i);
  add_entry (entries, "recipients", _("Recipients"));
  add_entry (entries, "signature", _("Signature"));
  return entries;
}

/* --- folding --------------------------------------------------------------------------------- */

static gboolean
is_folded (GHashTable *folded, const GhOutlineEntry *entry, guint n)
{
  int by_hand = GPOINTER_TO_INT (g_hash_table_lookup (folded, &entry->id));

  if (by_hand != 0)
    return by_hand == 1;
  return n > FOLD_FROM && entry->level >= FOLD_LEVEL;
}

static GhOutlineEntry *
copy_entry (const GhOutlineEntry *entry)
{
  GhOutlineEntry *copy = g_memdup2 (entry, sizeof *entry);

  copy->text = g_strdup (entry->text);
  return copy;
}

GPtrArray *
gh_outline_list_visible (const GPtrArray *all, GHashTable *folded)
{
  GPtrArray *visible = g_ptr_array_new_with_free_func (entry_free);
  int hidden_below = G_MAXINT;

  for (guint i = 0; i < all->len; i++)
    {
      const GhOutlineEntry *entry = g_ptr_array_index (all, i);
      const GhOutlineEntry *next = i + 1 < all->len ? g_ptr_array_index (all, i + 1) : NULL;
      GhOutlineEntry *copy;

      if (entry->level > hidden_below)
        continue;
      copy = copy_entry (entry);
      copy->has_children = entry->id != 0 && next != NULL && next->level > entry->level;
      copy->folded = copy->has_children && is_folded (folded, entry, all->len);
      hidden_below = copy->folded ? entry->level : G_MAXINT;
      g_ptr_array_add (visible, copy);
    }
  return visible;
}

/* --- comparing ------------------------------------------------------------------------------- */

gboolean
gh_outline_entry_looks_like (const GhOutlineEntry *a, const GhOutlineEntry *b)
{
  return a->level == b->level && a->has_children == b->has_children && a->folded == b->folded &&
         strcmp (a->text, b->text) == 0;
}

gboolean
gh_outline_equal (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const GhOutlineEntry *one = a->pdata[i], *other = b->pdata[i];

      if (strcmp (one->part, other->part) != 0 || one->block != other->block ||
          one->id != other->id || one->n_blocks != other->n_blocks ||
          !gh_outline_entry_looks_like (one, other))
        return FALSE;
    }
  return TRUE;
}
