/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-roll-private.h"

#include <glib/gi18n-lib.h>

#include "gh-live.h"
#include "gh-number.h"
#include "gh-summary.h"

/* What stands on its own in the list: parts of the plan that were frozen and are made from the data
 * again, and the lines of the budget. */

/* --- parts of the plan ------------------------------------------------------------------------
 */

/* Translated; "" if no version knows the key. */
static const char *
part_name (const char *key)
{
  gsize n;
  const GhLiveKey *keys = gh_live_block_keys (&n);

  for (gsize i = 0; i < n; i++)
    if (g_str_equal (keys[i].key, key))
      return _(keys[i].name);
  return "";
}

static void
add_part (GhRoll *roll, const GhSummary *summary, guint index, const char *name)
{
  const GhDossier *dossier = roll->plan->dossier;
  const GhBlock *block = g_ptr_array_index (dossier->plan->blocks, index);
  gboolean same = gh_live_is_as_frozen (dossier->plan, index, summary);
  g_autofree char *after = NULL;
  GhRollChange *change;

  /* Translators: %s is a part of a plan, "Table of the calendar". */
  after = g_strdup_printf (_("%s, made from the data"), name);
  change = gh_roll_add (roll, GH_ROLL_PART, GH_ROLL_PARTS, GH_ROLL_RULE_LIVE, -1, name, after);
  change->subject = GH_ROLL_BLOCK;
  change->index = (int) index;
  change->where = g_strdup (_("Text of the plan"));
  change->look = !same;
  change->note = g_strdup (same ? _("Left out, it stays the text of last year, dates and all.")
                                : _("Its text says something else than the data; that is lost "
                                    "unless this is left out."));
  if (same)
    g_hash_table_add (roll->remade, g_strdup (block->frozen));
}

void
gh_roll_parts (GhRoll *roll)
{
  const GPtrArray *blocks = roll->plan->dossier->plan->blocks;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GhSummary) summary = NULL;

  for (guint i = 0; i < blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *key = gh_live_frozen_key (block);
      const char *name = key != NULL ? part_name (key) : "";

      if (*name == '\0' || !g_hash_table_add (seen, block->frozen))
        continue;
      if (summary == NULL)
        summary = gh_summary_new (roll->plan->dossier);
      add_part (roll, summary, i, name);
    }
}

gboolean
gh_roll_is_remade (const GhRoll *roll, guint slot_index)
{
  const GhRollSlot *slot = &g_array_index (roll->slots, GhRollSlot, slot_index);

  return slot->frozen != NULL && g_hash_table_contains (roll->remade, slot->frozen);
}

/* From the last one on, as blocks go. */
void
gh_roll_thaw_parts (const GhRollPlan *roll, GhPlan *plan)
{
  for (guint i = roll->changes->len; i-- > 0;)
    {
      const GhRollChange *change = g_ptr_array_index (roll->changes, i);

      if (change->kind == GH_ROLL_PART && change->wanted)
        gh_live_thaw (plan, (guint) change->index);
    }
}

/* --- the budget -------------------------------------------------------------------------------
 */

static char *
format_line (const GhBudgetLine *line)
{
  gint64 amount = gh_budget_line_amount (line);
  g_autofree char *figure = NULL;

  if (amount < 0)
    return g_strdup (_("no amount yet"));
  figure = gh_number_format (amount);
  return g_strdup_printf ("%s đồng", figure);
}

void
gh_roll_budget (GhRoll *roll)
{
  const GPtrArray *lines = roll->plan->dossier->budget;

  for (guint i = 0; i < lines->len; i++)
    {
      const GhBudgetLine *line = g_ptr_array_index (lines, i);
      g_autofree char *text = format_line (line);
      GhRollChange *change =
        gh_roll_add (roll, GH_ROLL_BUDGET_LINE, GH_ROLL_TARGETS, GH_ROLL_RULE_KEPT, -1, text, text);

      change->subject = GH_ROLL_BUDGET;
      change->index = (int) i;
      /* Translators: %s is what a line of the budget pays for. */
      change->where = g_strdup_printf (_("Budget, %s"), line->content);
      /* One mark for all of it, and one where a figure is missing: on every line it would say
       * nothing. */
      change->look = i == 0 || gh_budget_line_amount (line) < 0;
      change->note = g_strdup (_("Last year's figures are taken over, to begin with."));
    }
}

/* What was left out goes when no text is to be found by its place any more. */
void
gh_roll_drop_lines (const GhRollPlan *roll, GPtrArray *lines)
{
  for (guint i = roll->changes->len; i-- > 0;)
    {
      const GhRollChange *change = g_ptr_array_index (roll->changes, i);

      if (change->kind == GH_ROLL_BUDGET_LINE && !change->wanted)
        g_ptr_array_remove_index (lines, (guint) change->index);
    }
}
