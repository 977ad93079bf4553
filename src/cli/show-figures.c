/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli-show.h"
#include "cli.h"
#include "gh-number.h"

/* Targets, units, quotas, results. */

void
cli_targets_json (GhWorkspace *workspace, CliJson *json)
{
  const GPtrArray *targets = gh_workspace_get_dossier (workspace)->targets;

  cli_json_begin (json, NULL, '[');
  for (guint i = 0; i < targets->len; i++)
    {
      const GhTarget *target = g_ptr_array_index (targets, i);

      cli_json_begin (json, NULL, '{');
      cli_json_int (json, "id", target->id);
      cli_json_string (json, "indicator", gh_indicator_to_string (target->indicator));
      cli_json_string (json, "comparator", gh_comparator_to_string (target->comparator));
      cli_json_double (json, "value", target->value);
      cli_json_double (json, "value_to", target->value_to);
      cli_json_text (json, "unit", target->unit);
      cli_json_text (json, "basis", target->basis);
      cli_json_text (json, "owner", target->owner);
      cli_json_bool (json, "assigned", target->assigned);
      cli_json_text (json, "text", target->text);
      cli_json_end (json, '}');
    }
  cli_json_end (json, ']');
}

char *
cli_targets_text (GhWorkspace *workspace)
{
  const GPtrArray *targets = gh_workspace_get_dossier (workspace)->targets;
  g_autoptr (CliTable) table = cli_table_new (_("Indicator|Target|Owner|Text"), "llll");

  for (guint i = 0; i < targets->len; i++)
    {
      const GhTarget *target = g_ptr_array_index (targets, i);
      g_autofree char *words = gh_target_format (target);

      cli_table_add (table, gh_indicator_name (target->indicator));
      cli_table_add (table, words);
      cli_table_add (table, target->owner);
      cli_table_add (table, target->text);
    }
  return cli_table_format (table);
}

/* Units in tree order, also in a workspace without a campaign. */
static GPtrArray *
list_units (GhWorkspace *workspace, GhUnitTree **tree)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) units = gh_store_list_units (gh_workspace_get_store (workspace), &error);
  GPtrArray *ordered = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_unit_free);
  g_autoptr (GPtrArray) flat = NULL;

  cli_exit_unless_read (units, error);
  *tree = gh_unit_tree_new (units);
  flat = gh_unit_tree_flatten (*tree);
  for (guint i = 0; i < flat->len; i++)
    g_ptr_array_add (ordered, gh_unit_copy (g_ptr_array_index (flat, i)));
  g_clear_pointer (tree, gh_unit_tree_free);
  *tree = gh_unit_tree_new (ordered);
  return ordered;
}

void
cli_units_json (GhWorkspace *workspace, CliJson *json)
{
  g_autoptr (GhUnitTree) tree = NULL;
  g_autoptr (GPtrArray) units = list_units (workspace, &tree);

  cli_json_begin (json, NULL, '[');
  for (guint i = 0; i < units->len; i++)
    {
      const GhUnit *unit = g_ptr_array_index (units, i);
      const GhUnit *parent = gh_unit_tree_find (tree, unit->parent_id);

      cli_json_begin (json, NULL, '{');
      cli_json_int (json, "id", unit->id);
      cli_json_string (json, "name", unit->name);
      cli_json_string (json, "parent", parent != NULL ? parent->name : NULL);
      cli_json_count (json, "parent_id", parent != NULL ? parent->id : -1);
      cli_json_text (json, "kind", unit->kind);
      cli_json_count (json, "headcount", unit->headcount);
      cli_json_count (json, "last_year", unit->last_year);
      cli_json_text (json, "contact", unit->contact);
      cli_json_text (json, "phone", unit->phone);
      cli_json_text (json, "email", unit->email);
      cli_json_end (json, '}');
    }
  cli_json_end (json, ']');
}

char *
cli_units_text (GhWorkspace *workspace)
{
  g_autoptr (CliTable) table = cli_table_new (_("Number|Unit|Kind|Headcount|Last year"), "rllrr");
  g_autoptr (GhUnitTree) tree = NULL;
  g_autoptr (GPtrArray) units = list_units (workspace, &tree);

  for (guint i = 0; i < units->len; i++)
    {
      const GhUnit *unit = g_ptr_array_index (units, i);
      g_autofree char *dots =
        g_strnfill ((gsize) MIN (gh_unit_tree_depth (tree, unit->id), 10), '.');
      g_autofree char *name =
        g_strdup_printf ("%s%s%s", dots, *dots != '\0' ? " " : "", unit->name);

      cli_table_add_count (table, unit->id);
      cli_table_add (table, name);
      cli_table_add (table, unit->kind);
      cli_table_add_count (table, unit->headcount);
      cli_table_add_count (table, unit->last_year);
    }
  return cli_table_format (table);
}

static const char *
unit_name (const GhSummary *summary, gint64 id)
{
  const GhSummaryRow *row = gh_summary_find (summary, id);

  return row != NULL ? row->unit->name : NULL;
}

void
cli_quotas_json (GhWorkspace *workspace, CliJson *json)
{
  const GhSummary *summary = gh_workspace_get_summary (workspace);
  const GPtrArray *quotas = summary->dossier->quotas;

  cli_json_begin (json, NULL, '[');
  for (guint i = 0; i < quotas->len; i++)
    {
      const GhQuota *quota = g_ptr_array_index (quotas, i);

      cli_json_begin (json, NULL, '{');
      cli_json_string (json, "unit", unit_name (summary, quota->unit_id));
      cli_json_int (json, "unit_id", quota->unit_id);
      cli_json_string (json, "indicator", gh_indicator_to_string (quota->indicator));
      cli_json_int (json, "value", quota->value);
      cli_json_bool (json, "locked", quota->locked);
      cli_json_string (json, "rule", gh_quota_rule_to_string (quota->rule));
      cli_json_end (json, '}');
    }
  cli_json_end (json, ']');
}

/* Every unit with the figures of its branch, and the total: what the window shows. */
char *
cli_quotas_text (GhWorkspace *workspace)
{
  const GhSummary *summary = gh_workspace_get_summary (workspace);
  GhIndicator indicators[GH_N_INDICATORS];
  guint n = gh_summary_indicators (summary, indicators, GH_N_INDICATORS);
  g_autoptr (GString) heads = g_string_new (C_("column", "Unit"));
  g_autoptr (CliTable) table = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (heads, "|%s", gh_indicator_name (indicators[i]));
  table = cli_table_new (heads->str, "lr");
  for (guint i = 0; i < summary->rows->len; i++)
    {
      const GhSummaryRow *row = &g_array_index (summary->rows, GhSummaryRow, i);
      g_autofree char *dots = g_strnfill ((gsize) CLAMP (row->depth, 0, 10), '.');
      g_autofree char *name = g_strconcat (dots, *dots != '\0' ? " " : "", row->unit->name, NULL);

      cli_table_add (table, name);
      for (guint j = 0; j < n; j++)
        cli_table_add_count (table, row->branch.quota[indicators[j]]);
    }
  cli_table_add (table, C_("column", "Total"));
  for (guint j = 0; j < n; j++)
    cli_table_add_count (table, summary->total.quota[indicators[j]]);
  return cli_table_format (table);
}

static const GhDonationSession *
find_session (const GhDossier *dossier, gint64 id)
{
  for (guint i = 0; i < dossier->sessions->len; i++)
    {
      const GhDonationSession *session = g_ptr_array_index (dossier->sessions, i);

      if (session->id == id)
        return session;
    }
  return NULL;
}

void
cli_results_json (GhWorkspace *workspace, CliJson *json)
{
  const GhSummary *summary = gh_workspace_get_summary (workspace);
  const GhDossier *dossier = summary->dossier;

  cli_json_begin (json, NULL, '[');
  for (guint i = 0; i < dossier->results->len; i++)
    {
      const GhResult *result = g_ptr_array_index (dossier->results, i);
      const GhDonationSession *session = find_session (dossier, result->session_id);

      cli_json_begin (json, NULL, '{');
      cli_json_string (json, "unit", unit_name (summary, result->unit_id));
      cli_json_int (json, "unit_id", result->unit_id);
      cli_json_string (json, "session", session != NULL ? session->name : NULL);
      cli_json_day (json, "date", session != NULL ? session->span.start : 0);
      cli_json_count (json, "registered", result->registered);
      cli_json_count (json, "came", result->came);
      cli_json_count (json, "deferred", result->deferred);
      cli_json_count (json, "donated", result->donated);
      cli_json_count (json, "bags_250", result->bags_250);
      cli_json_count (json, "bags_350", result->bags_350);
      cli_json_count (json, "bags_450", result->bags_450);
      cli_json_tenths (json, "blood_units",
                       gh_result_blood_units_tenths (result, dossier->campaign->convention));
      cli_json_bool (json, "complete", result->complete);
      cli_json_end (json, '}');
    }
  cli_json_end (json, ']');
}

static void
add_tenths (CliTable *table, gint64 tenths)
{
  g_autofree char *text =
    tenths >= 0 ? gh_number_format_decimal ((double) tenths / 10, tenths % 10 == 0 ? 0 : 1)
                : g_strdup ("–");

  cli_table_add (table, text);
}

char *
cli_results_text (GhWorkspace *workspace)
{
  const GhSummary *summary = gh_workspace_get_summary (workspace);
  const GhDossier *dossier = summary->dossier;
  g_autoptr (CliTable) table = cli_table_new (
    _("Unit|Donation day|Registered|Came|Donated|250 ml|350 ml|450 ml|Blood units"), "llr");
  g_autofree char *text = NULL;

  for (guint i = 0; i < dossier->results->len; i++)
    {
      const GhResult *result = g_ptr_array_index (dossier->results, i);
      const GhDonationSession *session = find_session (dossier, result->session_id);

      cli_table_add (table, unit_name (summary, result->unit_id));
      cli_table_add (table, session != NULL ? session->name : NULL);
      cli_table_add_count (table, result->registered);
      cli_table_add_count (table, result->came);
      cli_table_add_count (table, result->donated);
      cli_table_add_count (table, result->bags_250);
      cli_table_add_count (table, result->bags_350);
      cli_table_add_count (table, result->bags_450);
      add_tenths (table, gh_result_blood_units_tenths (result, dossier->campaign->convention));
    }
  text = cli_table_format (table);
  return g_strdup_printf ("%s%s\n", text, gh_unit_convention_note (dossier->campaign->convention));
}
