/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-live.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-live-private.h"
#include "gh-text.h"

typedef void (*AddPart) (const GhSummary *summary, GPtrArray *blocks);

static const GhLiveKey block_keys[] = {
  { "targets", N_("List of targets") },
  { "quotas", N_("Table of quotas by unit") },
  { "calendar", N_("Table of the calendar") },
  { "sessions", N_("Table of donation days") },
  { "tasks", N_("Tasks of organisations") },
  { "awards", N_("Table of award rounds") },
  { "budget", N_("Table of the budget") },
  { "annex-quotas", N_("Appendix: quotas by unit") },
  { "annex-calendar", N_("Appendix: calendar") },
  { "annex-budget", N_("Appendix: budget") },
};

static const AddPart add_part[] = {
  gh_live_add_targets,      gh_live_add_quotas,       gh_live_add_calendar,
  gh_live_add_sessions,     gh_live_add_tasks,        gh_live_add_awards,
  gh_live_add_budget,       gh_live_add_quotas_annex, gh_live_add_calendar_annex,
  gh_live_add_budget_annex,
};
G_STATIC_ASSERT (G_N_ELEMENTS (add_part) == G_N_ELEMENTS (block_keys));

const GhLiveKey *
gh_live_block_keys (gsize *n)
{
  *n = G_N_ELEMENTS (block_keys);
  return block_keys;
}

gboolean
gh_live_is_annex (const char *key)
{
  return gh_text_begins (key, "annex-");
}

gboolean
gh_live_add_part (const GhSummary *summary, const char *key, GPtrArray *blocks)
{
  for (gsize i = 0; i < G_N_ELEMENTS (block_keys); i++)
    if (g_str_equal (key, block_keys[i].key))
      {
        add_part[i](summary, blocks);
        return TRUE;
      }
  return FALSE;
}

/* No key is longer; looking no further keeps the cost linear in a text full of braces. */
#define KEY_MAX 64

char *
gh_live_fill_text (const GhLiveFill *fill, const char *text)
{
  g_autoptr (GString) filled = g_string_new (NULL);
  const char *open;

  while ((open = strstr (text, "{{")) != NULL)
    {
      const char *close = g_strstr_len (open + 2, KEY_MAX + 2, "}}");
      g_autofree char *key = NULL;
      g_autofree char *value = NULL;

      g_string_append_len (filled, text, open - text);
      if (fill->told != NULL)
        g_string_append_len (fill->told, text, open - text);
      if (close != NULL)
        {
          key = g_strstrip (g_strndup (open + 2, (gsize) (close - open - 2)));
          value = gh_live_field (fill, key);
        }
      if (value == NULL) /* it may hold a known field: {{ {{year}} */
        {
          g_string_append (filled, "{{");
          text = open + 2;
          continue;
        }
      g_string_append (filled, value);
      if (fill->told != NULL)
        g_string_append (fill->told, value);
      text = close + 2;
    }
  g_string_append (filled, text);
  if (fill->told != NULL)
    {
      g_string_append (fill->told, text);
      g_string_append_c (fill->told, '\n');
    }
  return g_string_free (g_steal_pointer (&filled), FALSE);
}

void
gh_live_fill (const GhLiveFill *fill, char **text)
{
  char *filled;

  if (fill->told == NULL && strstr (*text, "{{") == NULL)
    return;
  filled = gh_live_fill_text (fill, *text);
  g_free (*text);
  *text = filled;
}

void
gh_live_fill_block (const GhLiveFill *fill, GhBlock *block)
{
  gh_live_fill (fill, &block->text);
  for (guint i = 0; block->rows != NULL && i < block->rows->len; i++)
    {
      char **cells = g_ptr_array_index (block->rows, i);

      for (gsize k = 0; cells[k] != NULL; k++)
        gh_live_fill (fill, &cells[k]);
    }
}

/* What stands before the body, in the order of the document. */
static void
fill_head (const GhLiveFill *fill, GhPlan *plan)
{
  GhLiveFill untold = { fill->summary, NULL };

  gh_live_fill (fill, &plan->title);
  for (guint i = 0; i < plan->bases->len; i++)
    {
      GhBasis *basis = g_ptr_array_index (plan->bases, i);

      gh_live_fill (basis->cited ? &untold : fill, &basis->text);
    }
}

/* What stands behind it, or nowhere on paper. */
static void
fill_tail (const GhLiveFill *fill, GhPlan *plan)
{
  GhLiveFill untold = { fill->summary, NULL };

  for (guint i = 0; i < plan->recipients->len; i++)
    {
      GhRecipient *recipient = g_ptr_array_index (plan->recipients, i);

      gh_live_fill (fill, &recipient->name);
      gh_live_fill (fill, &recipient->purpose);
    }
  for (guint i = 0; i < plan->tasks->len; i++)
    gh_live_fill (&untold, &((GhTask *) g_ptr_array_index (plan->tasks, i))->text);
}

/* Turns one live block into what it prints; its own text stands above it. */
static void
add_live (const GhSummary *summary, const GhBlock *block, GPtrArray *blocks)
{
  gboolean has_text = *block->text != '\0';

  if (has_text && !gh_live_is_annex (block->live))
    g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", block->text));
  if (gh_live_add_part (summary, block->live, blocks))
    {
      GhBlock *heading = blocks->pdata[0];

      /* The text of an annex is its title. */
      if (has_text && gh_live_is_annex (block->live))
        {
          g_free (heading->text);
          heading->text = g_strdup (block->text);
        }
      return;
    }
  if (!has_text || gh_live_is_annex (block->live)) /* of a newer version: shown, not lost */
    {
      g_autofree char *text = g_strdup_printf ("{{%s}}", block->live);

      g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", text));
    }
}

static void
resolve_blocks (const GhLiveFill *fill, GhPlan *plan, GArray *origins)
{
  const GPtrArray *from = fill->summary->dossier->plan->blocks;

  g_ptr_array_set_size (plan->blocks, 0);
  for (guint i = 0; i < from->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (from, i);
      g_autoptr (GPtrArray) made = g_ptr_array_new ();

      if (block->kind == GH_BLOCK_LIVE)
        add_live (fill->summary, block, made);
      else
        g_ptr_array_add (made, gh_block_copy (block));
      for (guint k = 0; k < made->len; k++)
        {
          gh_live_fill_block (fill, made->pdata[k]);
          g_ptr_array_add (plan->blocks, made->pdata[k]);
          g_array_append_val (origins, i);
        }
    }
}

/* What was told is only kept where something asks for it. */
static gboolean
has_citation (const GhPlan *plan)
{
  for (guint i = 0; i < plan->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (plan->blocks, i);

      if (strstr (block->text, "cite:") != NULL)
        return TRUE;
      for (guint k = 0; block->rows != NULL && k < block->rows->len; k++)
        for (char **cell = g_ptr_array_index (block->rows, k); *cell != NULL; cell++)
          if (strstr (*cell, "cite:") != NULL)
            return TRUE;
    }
  for (guint i = 0; i < plan->tasks->len; i++)
    if (strstr (((const GhTask *) g_ptr_array_index (plan->tasks, i))->text, "cite:") != NULL)
      return TRUE;
  return FALSE;
}

GhPlan *
gh_live_resolve (const GhSummary *summary, GArray **source)
{
  GhPlan *plan = gh_plan_copy (summary->dossier->plan);
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) told = has_citation (plan) ? g_string_new (NULL) : NULL;
  GhLiveFill fill = { summary, told };

  if (plan->state == GH_PLAN_ISSUED)
    for (guint i = 0; i < plan->blocks->len; i++)
      g_array_append_val (origins, i);
  else
    {
      fill_head (&fill, plan);
      resolve_blocks (&fill, plan, origins);
      fill_tail (&fill, plan);
    }
  g_assert (origins->len == plan->blocks->len);
  if (source != NULL)
    *source = g_steal_pointer (&origins);
  return plan;
}
