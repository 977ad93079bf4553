/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** No line of a committee's budget is larger (in đồng, or pieces): sums of them cannot overflow. */
#define GH_BUDGET_MAX G_GINT64_CONSTANT (1000000000000000)

/**
 * GhBudgetLine: a line of the estimate of costs (dự toán kinh phí).
 * @unit: what is counted: "người", "suất", ""
 * @quantity: in @unit, @price: of one, in đồng; -1 = not said
 * @amount: in đồng, stated by itself where it is not quantity times price; -1 = not said. See
 *   gh_budget_line_amount()
 * @source: where the money comes from, ""; @note: ""
 */
typedef struct
{
  gint64 id;
  gint64 campaign_id;
  int position;
  char *content;
  char *unit;
  gint64 quantity;
  gint64 price;
  gint64 amount;
  char *source;
  char *note;
} GhBudgetLine;

GhBudgetLine *gh_budget_line_new (const char *content);
GhBudgetLine *gh_budget_line_copy (const GhBudgetLine *line);
void gh_budget_line_free (GhBudgetLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhBudgetLine, gh_budget_line_free)

/** Quantity times price where both are known, else the stated amount; in đồng, -1 = not known. */
gint64 gh_budget_line_amount (const GhBudgetLine *line);

/**
 * gh_budget_total: the sum of the amounts that are known, in đồng; -1 if none is.
 * @lines: (element-type GhBudgetLine)
 * @n_unknown: (out) (optional): lines without an amount
 */
gint64 gh_budget_total (const GPtrArray *lines, guint *n_unknown);
