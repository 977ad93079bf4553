/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-live.h"

#include <string.h>

#include "gh-live-private.h"

/* Live parts turned into text and back. Blocks that were one live part bear the same mark. */

char *
gh_live_frozen_key (const GhBlock *block)
{
  const char *colon = strrchr (block->frozen, ':');

  return colon != NULL && colon > block->frozen
           ? g_strndup (block->frozen, (gsize) (colon - block->frozen))
           : NULL;
}

static gboolean
is_known (const char *key)
{
  gsize n;
  const GhLiveKey *keys = gh_live_block_keys (&n);

  for (gsize i = 0; i < n; i++)
    if (strcmp (keys[i].key, key) == 0)
      return TRUE;
  return FALSE;
}

static guint64
next_serial (const GhPlan *plan)
{
  guint64 last = 0;

  for (guint i = 0; i < plan->blocks->len; i++)
    {
      const char *colon = strrchr (((const GhBlock *) plan->blocks->pdata[i])->frozen, ':');
      guint64 serial = colon != NULL ? g_ascii_strtoull (colon + 1, NULL, 10) : 0;

      if (serial < G_MAXUINT64)
        last = MAX (last, serial);
    }
  return last + 1;
}

/* The words the clerk set above the part, or as the title of an annex, as they are: with fields. */
static void
add_own_text (GPtrArray *blocks, const GhBlock *live)
{
  GhBlock *first = g_ptr_array_index (blocks, 0);

  if (*live->text == '\0')
    return;
  if (gh_live_is_annex (live->live))
    {
      g_free (first->text);
      first->text = g_strdup (live->text);
    }
  else
    g_ptr_array_insert (blocks, 0, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", live->text));
}

gboolean
gh_live_freeze (GhPlan *plan, guint index, const GhSummary *summary)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (GhBlock) live = NULL;
  g_autofree char *mark = NULL;
  GhLiveFill fill = { summary, NULL };

  g_return_val_if_fail (plan != NULL && summary != NULL, FALSE);

  if (index >= plan->blocks->len)
    return FALSE;
  live = gh_block_copy (plan->blocks->pdata[index]);
  if (live->kind != GH_BLOCK_LIVE || !gh_live_add_part (summary, live->live, blocks))
    return FALSE;
  for (guint i = 0; i < blocks->len; i++)
    gh_live_fill_block (&fill, blocks->pdata[i]);
  add_own_text (blocks, live);
  mark = g_strdup_printf ("%s:%" G_GUINT64_FORMAT, live->live, next_serial (plan));
  g_ptr_array_remove_index (plan->blocks, index);
  for (guint i = 0; i < blocks->len; i++)
    {
      GhBlock *block = g_ptr_array_index (blocks, i);

      g_free (block->frozen);
      block->frozen = g_strdup (mark);
      g_ptr_array_insert (plan->blocks, (int) (index + i), block);
    }
  return TRUE;
}

void
gh_live_mark_copies (const GhPlan *plan, const GPtrArray *copies)
{
  g_autoptr (GHashTable) fresh = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint64 serial = next_serial (plan);

  for (guint i = 0; i < plan->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (plan->blocks, i);
      g_autofree char *key = gh_live_frozen_key (block);

      if (key != NULL && !g_hash_table_contains (fresh, block->frozen))
        g_hash_table_insert (fresh, g_strdup (block->frozen),
                             g_strdup_printf ("%s:%" G_GUINT64_FORMAT, key, serial++));
    }
  for (guint i = 0; i < copies->len; i++)
    {
      GhBlock *copy = g_ptr_array_index (copies, i);
      const char *mark = g_hash_table_lookup (fresh, copy->frozen);

      if (mark == NULL)
        continue;
      g_free (copy->frozen);
      copy->frozen = g_strdup (mark);
    }
}

GhPlan *
gh_live_freeze_all (const GhSummary *summary)
{
  g_autoptr (GArray) source = NULL;
  const GPtrArray *from;
  GhPlan *plan;
  guint64 serial;
  guint last = G_MAXUINT;

  g_return_val_if_fail (summary != NULL, NULL);

  from = summary->dossier->plan->blocks;
  serial = next_serial (summary->dossier->plan) - 1;
  plan = gh_live_resolve (summary, &source);
  for (guint i = 0; i < plan->blocks->len; i++)
    {
      guint origin = g_array_index (source, guint, i);
      const GhBlock *live = g_ptr_array_index (from, origin);
      GhBlock *block = g_ptr_array_index (plan->blocks, i);

      if (live->kind != GH_BLOCK_LIVE || block->kind == GH_BLOCK_LIVE || !is_known (live->live))
        continue;
      serial += origin != last ? 1 : 0;
      last = origin;
      g_free (block->frozen);
      block->frozen = g_strdup_printf ("%s:%" G_GUINT64_FORMAT, live->live, serial);
    }
  return plan;
}

/* What add_own_text() set: a paragraph above, or the title of the annex if it is not the usual. */
static char *
own_text (const GhBlock *first, const char *key)
{
  g_autoptr (GPtrArray) usual = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_block_free);
  g_autoptr (GhDossier) empty = NULL;
  g_autoptr (GhSummary) summary = NULL;

  if (first->kind == GH_BLOCK_PARAGRAPH)
    return g_strdup (first->text);
  if (first->kind != GH_BLOCK_APPENDIX)
    return g_strdup ("");
  empty = gh_dossier_new (gh_campaign_new ("", 0), gh_plan_new ());
  summary = gh_summary_new (empty);
  if (gh_live_add_part (summary, key, usual) &&
      strcmp (((const GhBlock *) usual->pdata[0])->text, first->text) == 0)
    return g_strdup ("");
  return g_strdup (first->text);
}

gboolean
gh_live_is_as_frozen (const GhPlan *plan, guint index, const GhSummary *summary)
{
  g_autoptr (GhPlan) again = NULL;

  g_return_val_if_fail (plan != NULL && index < plan->blocks->len && summary != NULL, FALSE);

  again = gh_plan_copy (plan);
  if (!gh_live_thaw (again, index) || !gh_live_freeze (again, index, summary) ||
      again->blocks->len != plan->blocks->len)
    return FALSE;
  for (guint i = 0; i < plan->blocks->len; i++)
    {
      GhBlock *block = g_ptr_array_index (again->blocks, i);
      const GhBlock *was = g_ptr_array_index (plan->blocks, i);

      g_free (block->frozen); /* the mark is a new one */
      block->frozen = g_strdup (was->frozen);
      if (!gh_block_equal (block, was))
        return FALSE;
    }
  return TRUE;
}

gboolean
gh_live_thaw (GhPlan *plan, guint index)
{
  g_autofree char *mark = NULL;
  g_autofree char *key = NULL;
  GhBlock *live = NULL;

  g_return_val_if_fail (plan != NULL, FALSE);

  if (index >= plan->blocks->len)
    return FALSE;
  key = gh_live_frozen_key (plan->blocks->pdata[index]);
  if (key == NULL)
    return FALSE;
  mark = g_strdup (((const GhBlock *) plan->blocks->pdata[index])->frozen);
  for (guint i = 0; i < plan->blocks->len;)
    {
      const GhBlock *block = g_ptr_array_index (plan->blocks, i);

      if (strcmp (block->frozen, mark) != 0)
        {
          i++;
          continue;
        }
      if (live != NULL)
        {
          g_ptr_array_remove_index (plan->blocks, i);
          continue;
        }
      live = gh_block_new (GH_BLOCK_LIVE, 0, "", NULL);
      g_free (live->text);
      live->text = own_text (block, key);
      g_free (live->live);
      live->live = g_strdup (key);
      gh_block_free (plan->blocks->pdata[i]);
      plan->blocks->pdata[i++] = live;
    }
  return TRUE;
}
