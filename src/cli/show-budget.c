/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli-show.h"
#include "gh-number.h"

/* The estimate of costs. */

void
cli_budget_json (GhWorkspace *workspace, CliJson *json)
{
  const GPtrArray *lines = gh_workspace_get_dossier (workspace)->budget;

  cli_json_begin (json, NULL, '[');
  for (guint i = 0; i < lines->len; i++)
    {
      const GhBudgetLine *line = g_ptr_array_index (lines, i);

      cli_json_begin (json, NULL, '{');
      cli_json_int (json, "id", line->id);
      cli_json_string (json, "content", line->content);
      cli_json_text (json, "unit", line->unit);
      cli_json_count (json, "quantity", line->quantity);
      cli_json_count (json, "price", line->price);
      cli_json_count (json, "amount", gh_budget_line_amount (line));
      cli_json_text (json, "source", line->source);
      cli_json_text (json, "note", line->note);
      cli_json_end (json, '}');
    }
  cli_json_end (json, ']');
}

static void
add_count (CliTable *table, gint64 value)
{
  g_autofree char *text = value >= 0 ? gh_number_format (value) : g_strdup ("–");

  cli_table_add (table, text);
}

char *
cli_budget_text (GhWorkspace *workspace)
{
  const GPtrArray *lines = gh_workspace_get_dossier (workspace)->budget;
  g_autoptr (CliTable) table =
    cli_table_new (_("Content|Counted in|Quantity|Price|Amount|Source|Note"), "llrrrll");

  for (guint i = 0; i < lines->len; i++)
    {
      const GhBudgetLine *line = g_ptr_array_index (lines, i);

      cli_table_add (table, line->content);
      cli_table_add (table, line->unit);
      add_count (table, line->quantity);
      add_count (table, line->price);
      add_count (table, gh_budget_line_amount (line));
      cli_table_add (table, line->source);
      cli_table_add (table, line->note);
    }
  cli_table_add (table, _("Total"));
  for (int i = 0; i < 3; i++)
    cli_table_add (table, "");
  add_count (table, gh_budget_total (lines, NULL));
  cli_table_add (table, "");
  cli_table_add (table, "");
  return cli_table_format (table);
}
