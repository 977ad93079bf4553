/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-budget.h"

GhBudgetLine *
gh_budget_line_new (const char *content)
{
  GhBudgetLine *line = g_new0 (GhBudgetLine, 1);

  line->content = g_strdup (content != NULL ? content : "");
  line->unit = g_strdup ("");
  line->quantity = -1;
  line->price = -1;
  line->amount = -1;
  line->source = g_strdup ("");
  line->note = g_strdup ("");
  return line;
}

GhBudgetLine *
gh_budget_line_copy (const GhBudgetLine *line)
{
  GhBudgetLine *copy = g_memdup2 (line, sizeof *line);

  copy->content = g_strdup (line->content);
  copy->unit = g_strdup (line->unit);
  copy->source = g_strdup (line->source);
  copy->note = g_strdup (line->note);
  return copy;
}

void
gh_budget_line_free (GhBudgetLine *line)
{
  if (line == NULL)
    return;
  g_free (line->content);
  g_free (line->unit);
  g_free (line->source);
  g_free (line->note);
  g_free (line);
}

gint64
gh_budget_line_amount (const GhBudgetLine *line)
{
  if (line->quantity < 0 || line->price < 0)
    return line->amount;
  /* More than a line can be: a damaged file, and no sum that anybody could sign. */
  if (line->price > 0 && line->quantity > GH_BUDGET_MAX / line->price)
    return -1;
  return line->quantity * line->price;
}

gint64
gh_budget_total (const GPtrArray *lines, guint *n_unknown)
{
  gint64 total = -1;
  guint unknown = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      gint64 amount = gh_budget_line_amount (g_ptr_array_index (lines, i));

      if (amount < 0 || amount > GH_BUDGET_MAX || total > G_MAXINT64 - GH_BUDGET_MAX)
        unknown++;
      else
        total = MAX (total, 0) + amount;
    }
  if (n_unknown != NULL)
    *n_unknown = unknown;
  return total;
}
