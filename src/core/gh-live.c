/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-live.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-live-private.h"
#include "gh-number.h"

/* What is not known yet stands as in a draft on paper: dots to fill in. */
#define BLANK "…"

static const GhLiveKey block_keys[] = {
  { "targets", N_("List of targets") },        { "quotas", N_("Table of quotas by unit") },
  { "calendar", N_("Table of the calendar") }, { "sessions", N_("Table of donation days") },
  { "tasks", N_("Tasks of organisations") },
};

static const GhLiveKey field_keys[] = {
  { "target:registrations", N_("Target: people registered") },
    { "target:donors", N_("Target: donors") },
      { "target:blood-units", N_("Target: blood units") },
        { "target:year-percent", N_("Target: year's quota reached (%)") },
          { "quota:registrations", N_("Sum of quotas: people registered") },
            { "quota:donors", N_("Sum of quotas: donors") },
              { "quota:blood-units", N_("Sum of quotas: blood units") },
                { "units", N_("Number of units with a quota") },
                  { "period", N_("Campaign period") },
                    { "start", N_("First day of the campaign") },
                      { "end", N_("Last day of the campaign") },
                        { "year", N_("Year") },
                          { "theme", N_("Theme of the campaign") },
                            { "issuer", N_("Issuing body") },
                          };

const GhLiveKey *
gh_live_block_keys (gsize *n)
{
  *n = G_N_ELEMENTS (block_keys);
  return block_keys;
}

const GhLiveKey *
gh_live_field_keys (gsize *n)
{
  *n = G_N_ELEMENTS (field_keys);
  return field_keys;
}

/* {{target:…}} knows percent indicators too, which gh_summary_target() leaves out. */
static char *
target_field (const GhSummary *summary, GhIndicator indicator)
{
  const GPtrArray *targets = summary->dossier->targets;
  const GhTarget *target = gh_summary_target (summary, indicator);

  for (guint i = 0; i < targets->len && target == NULL; i++)
    {
      const GhTarget *candidate = g_ptr_array_index (targets, i);

      if (candidate->indicator == indicator)
        target = candidate;
    }
  return target != NULL ? gh_live_target_figure (target) : g_strdup (BLANK);
}

static char *
units_field (const GhSummary *summary)
{
  gint64 n = 0;

  for (guint i = 0; i < summary->rows->len; i++)
    {
      const GhTotals *own = &g_array_index (summary->rows, GhSummaryRow, i).own;
      gboolean any = FALSE;

      for (int k = 0; k < GH_N_INDICATORS; k++)
        any = any || own->quota[k] >= 0;
      n += any ? 1 : 0;
    }
  return gh_number_format (n);
}

static char *
known_or_blank (char *text)
{
  if (text != NULL && *text != '\0')
    return text;
  g_free (text);
  return g_strdup (BLANK);
}

char *
gh_live_field_text (const GhSummary *summary, const char *key)
{
  const GhDossier *dossier = summary->dossier;
  const GhDateSpan *period = &dossier->campaign->period;
  GhIndicator indicator;

  if (g_str_has_prefix (key, "target:") && gh_indicator_from_string (key + 7, &indicator))
    return target_field (summary, indicator);
  if (g_str_has_prefix (key, "quota:") && gh_indicator_from_string (key + 6, &indicator))
    return summary->total.quota[indicator] < 0 ? g_strdup (BLANK)
                                               : gh_number_format (summary->total.quota[indicator]);
  if (g_str_equal (key, "units"))
    return units_field (summary);
  if (g_str_equal (key, "period"))
    return known_or_blank (gh_date_span_format (period, GH_DATE_PLAN));
  if (g_str_equal (key, "start"))
    return known_or_blank (gh_day_format (period->start));
  if (g_str_equal (key, "end"))
    return known_or_blank (gh_day_format (gh_date_span_last_day (period)));
  if (g_str_equal (key, "year"))
    return dossier->campaign->year > 0 ? g_strdup_printf ("%d", dossier->campaign->year)
                                       : g_strdup (BLANK);
  if (g_str_equal (key, "theme"))
    return known_or_blank (g_strdup (dossier->campaign->theme));
  if (g_str_equal (key, "issuer"))
    return known_or_blank (g_strdup (dossier->plan->issuer));
  return NULL;
}

/* No key is longer; looking no further keeps the cost linear in a text full of braces. */
#define KEY_MAX 64

/* (transfer full): @text with its fields filled in; one pass, so a value is never read again. */
static char *
fill_fields (const GhSummary *summary, const char *text)
{
  g_autoptr (GString) filled = g_string_new (NULL);
  const char *open;

  while ((open = strstr (text, "{{")) != NULL)
    {
      const char *close = g_strstr_len (open + 2, KEY_MAX + 2, "}}");
      g_autofree char *key = NULL;
      g_autofree char *value = NULL;

      g_string_append_len (filled, text, open - text);
      if (close != NULL)
        {
          key = g_strstrip (g_strndup (open + 2, (gsize) (close - open - 2)));
          value = gh_live_field_text (summary, key);
        }
      if (value == NULL) /* it may hold a known field: {{ {{year}} */
        {
          g_string_append (filled, "{{");
          text = open + 2;
          continue;
        }
      g_string_append (filled, value);
      text = close + 2;
    }
  g_string_append (filled, text);
  return g_string_free (g_steal_pointer (&filled), FALSE);
}

static void
fill_text (const GhSummary *summary, char **text)
{
  char *filled;

  if (strstr (*text, "{{") == NULL)
    return;
  filled = fill_fields (summary, *text);
  g_free (*text);
  *text = filled;
}

static void
fill_block (const GhSummary *summary, GhBlock *block)
{
  fill_text (summary, &block->text);
  for (guint i = 0; block->rows != NULL && i < block->rows->len; i++)
    {
      char **cells = g_ptr_array_index (block->rows, i);

      for (gsize k = 0; cells[k] != NULL; k++)
        fill_text (summary, &cells[k]);
    }
}

static void
fill_around_blocks (const GhSummary *summary, GhPlan *plan)
{
  fill_text (summary, &plan->title);
  for (guint i = 0; i < plan->bases->len; i++)
    fill_text (summary, &((GhBasis *) g_ptr_array_index (plan->bases, i))->text);
  for (guint i = 0; i < plan->tasks->len; i++)
    fill_text (summary, &((GhTask *) g_ptr_array_index (plan->tasks, i))->text);
  for (guint i = 0; i < plan->recipients->len; i++)
    {
      GhRecipient *recipient = g_ptr_array_index (plan->recipients, i);

      fill_text (summary, &recipient->name);
      fill_text (summary, &recipient->purpose);
    }
}

/* Turns one live block into what it prints; its own text stands above it. */
static void
add_live (const GhSummary *summary, const GhBlock *block, GPtrArray *blocks)
{
  static void (*const add[]) (const GhSummary *, GPtrArray *) = {
    gh_live_add_targets,  gh_live_add_quotas, gh_live_add_calendar,
    gh_live_add_sessions, gh_live_add_tasks,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (add) == G_N_ELEMENTS (block_keys));
  if (*block->text != '\0')
    g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", block->text));
  for (gsize i = 0; i < G_N_ELEMENTS (block_keys); i++)
    if (g_str_equal (block->live, block_keys[i].key))
      {
        add[i](summary, blocks);
        return;
      }
  if (*block->text == '\0') /* a key of a newer version: shown, not lost */
    {
      g_autofree char *text = g_strdup_printf ("{{%s}}", block->live);

      g_ptr_array_add (blocks, gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", text));
    }
}

static void
resolve_blocks (const GhSummary *summary, GhPlan *plan, GArray *origins)
{
  const GPtrArray *from = summary->dossier->plan->blocks;

  g_ptr_array_set_size (plan->blocks, 0);
  for (guint i = 0; i < from->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (from, i);
      guint first = plan->blocks->len;

      if (block->kind == GH_BLOCK_LIVE)
        add_live (summary, block, plan->blocks);
      else
        g_ptr_array_add (plan->blocks, gh_block_copy (block));
      for (guint k = first; k < plan->blocks->len; k++)
        {
          fill_block (summary, g_ptr_array_index (plan->blocks, k));
          g_array_append_val (origins, i);
        }
    }
}

GhPlan *
gh_live_resolve (const GhSummary *summary, GArray **source)
{
  GhPlan *plan = gh_plan_copy (summary->dossier->plan);
  g_autoptr (GArray) origins = g_array_new (FALSE, FALSE, sizeof (guint));

  if (plan->state == GH_PLAN_ISSUED)
    for (guint i = 0; i < plan->blocks->len; i++)
      g_array_append_val (origins, i);
  else
    {
      fill_around_blocks (summary, plan);
      resolve_blocks (summary, plan, origins);
    }
  g_assert (origins->len == plan->blocks->len);
  if (source != NULL)
    *source = g_steal_pointer (&origins);
  return plan;
}
