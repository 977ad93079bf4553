/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli-json.h"
#include "cli-table.h"
#include "cli.h"
#include "gh-edits.h"
#include "gh-number.h"
#include "gh-text.h"

typedef struct
{
  char *indicator;
  char *total;
  char *by;
  char *below;
  char **weights;
  gint64 minimum;
  gint64 maximum;
  gboolean replace_locked;
  gboolean dry_run;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->indicator);
  g_free (options->total);
  g_free (options->by);
  g_free (options->below);
  g_strfreev (options->weights);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Cli *cli, Options *options)
{
  const GOptionEntry entries[] = {
    { "indicator", 0, 0, G_OPTION_ARG_STRING, &options->indicator,
      N_("What to share out: blood-units, registrations, donors …"), "I" },
    { "total", 0, 0, G_OPTION_ARG_STRING, &options->total, N_("How much in all"), "N" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options->by,
      N_("The rule: headcount, last-year, equal or weight"), "RULE" },
    { "min", 0, 0, G_OPTION_ARG_INT64, &options->minimum, N_("At least so much for each unit"),
      "N" },
    { "max", 0, 0, G_OPTION_ARG_INT64, &options->maximum, N_("At most so much for each unit"),
      "N" },
    { "below", 0, 0, G_OPTION_ARG_STRING, &options->below, N_("Only the units below this one"),
      "UNIT" },
    { "weight", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->weights,
      N_("Weight of one unit (others weigh 1); without any, the present quotas are the weights"),
      "UNIT=N" },
    { "replace-locked", 0, 0, G_OPTION_ARG_NONE, &options->replace_locked,
      N_("Also replace figures that were set by hand"), NULL },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options->dry_run,
      N_("Show the shares, change nothing"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  return cli_parse (cli, entries, 1, 1);
}

/* The rule itself is checked here; what the figures demand is checked by the split. */
static const char *
read_options (const Options *options, GhAllocation *allocation)
{
  if (options->indicator == NULL ||
      !gh_indicator_from_string (options->indicator, &allocation->indicator))
    return _("Say with --indicator what to share out, such as blood-units or registrations.");
  if (gh_indicator_is_percent (allocation->indicator))
    return _("A share in percent cannot be shared out. Choose an indicator that is a count.");
  if (options->total == NULL || !gh_number_parse_count (options->total, &allocation->total))
    return _("Say with --total how much to share out, as a whole number.");
  if (options->by == NULL || !gh_quota_rule_from_string (options->by, &allocation->rule) ||
      allocation->rule == GH_QUOTA_RULE_MANUAL || allocation->rule == GH_QUOTA_RULE_IMPORT)
    return _("Say with --by how to share it out: headcount, last-year, equal or weight.");
  if (options->minimum < -1 || options->maximum < -1)
    return _("A smallest or largest share cannot be below 0.");
  if (options->weights != NULL && allocation->rule != GH_QUOTA_RULE_WEIGHT)
    return _("--weight goes with --by weight.");
  allocation->minimum = options->minimum;
  allocation->maximum = options->maximum;
  allocation->replace_locked = options->replace_locked;
  return NULL;
}

/* The unit of that name; 0 if there is none or more than one. */
static gint64
find_unit (const GhDossier *dossier, const char *name)
{
  g_autofree char *key = gh_text_fold (name);
  gint64 found = 0;

  for (guint i = 0; i < dossier->units->len; i++)
    {
      const GhUnit *unit = g_ptr_array_index (dossier->units, i);
      g_autofree char *mine = gh_text_fold (unit->name);

      if (!g_str_equal (mine, key))
        continue;
      if (found != 0)
        return 0;
      found = unit->id;
    }
  return found;
}

static void
set_weight (GHashTable *weights, gint64 id, gint64 value)
{
  gint64 *key = g_new (gint64, 1);
  gint64 *weight = g_new (gint64, 1);

  *key = id;
  *weight = value;
  g_hash_table_insert (weights, key, weight);
}

/* (nullable): %NULL if one of --weight is not understood. */
static GHashTable *
make_weights (const GhDossier *dossier, const Options *options, GhIndicator indicator)
{
  g_autoptr (GHashTable) weights =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; options->weights != NULL && i < dossier->units->len; i++)
    set_weight (weights, ((const GhUnit *) g_ptr_array_index (dossier->units, i))->id, 1);
  for (guint i = 0; options->weights == NULL && i < dossier->quotas->len; i++)
    {
      const GhQuota *quota = g_ptr_array_index (dossier->quotas, i);

      if (quota->indicator == indicator)
        set_weight (weights, quota->unit_id, quota->value);
    }
  for (guint i = 0; options->weights != NULL && options->weights[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup (options->weights[i]);
      char *equals = g_strrstr (name, "=");
      gint64 value;
      gint64 id;

      if (equals == NULL)
        return NULL;
      *equals = '\0';
      id = find_unit (dossier, name);
      if (id == 0 || !gh_number_parse_count (equals + 1, &value))
        return NULL;
      set_weight (weights, id, value);
    }
  return g_steal_pointer (&weights);
}

static CliExit
answer (const Cli *cli, GhWorkspace *workspace, const GhAllocation *allocation, GPtrArray *quotas)
{
  const GhSummary *summary = gh_workspace_get_summary (workspace);
  g_autoptr (CliJson) json = cli_json_new ();
  g_autoptr (CliTable) table = cli_table_new (_("Unit|Quota|Rule"), "lrl");
  g_autofree char *text = NULL;
  gint64 sum = 0;

  cli_json_begin (json, NULL, '{');
  cli_json_string (json, "indicator", gh_indicator_to_string (allocation->indicator));
  cli_json_string (json, "rule", gh_quota_rule_to_string (allocation->rule));
  cli_json_begin (json, "quotas", '[');
  for (guint i = 0; i < quotas->len; i++)
    {
      const GhQuota *quota = g_ptr_array_index (quotas, i);
      const GhSummaryRow *row = summary != NULL ? gh_summary_find (summary, quota->unit_id) : NULL;
      const char *name = row != NULL ? row->unit->name : ""; /* deleted a moment ago */

      cli_json_begin (json, NULL, '{');
      cli_json_string (json, "unit", name);
      cli_json_int (json, "unit_id", quota->unit_id);
      cli_json_int (json, "value", quota->value);
      cli_json_bool (json, "locked", quota->locked);
      cli_json_string (json, "rule", gh_quota_rule_to_string (quota->rule));
      cli_json_end (json, '}');
      cli_table_add (table, name);
      cli_table_add_count (table, quota->value);
      cli_table_add (table, gh_quota_rule_name (quota->rule));
      sum += quota->value;
    }
  cli_json_end (json, ']');
  cli_json_int (json, "total", sum);
  cli_json_end (json, '}');
  cli_table_add (table, C_("column", "Total"));
  cli_table_add_count (table, sum);
  cli_table_add (table, "");
  text = cli_table_format (table);
  return cli_print (cli->json ? cli_json_get_text (json) : text);
}

CliExit
cli_run_allocate (Cli *cli)
{
  g_auto (Options) options = { .minimum = -1, .maximum = -1 };
  GhAllocation allocation = { 0 };
  g_autoptr (GhWorkspace) workspace = NULL;
  g_autoptr (GHashTable) weights = NULL;
  g_autoptr (GPtrArray) quotas = NULL;
  g_autoptr (GError) error = NULL;
  CliExit status = CLI_DONE;
  const char *complaint;
  const GhDossier *dossier;

  if (!parse (cli, &options))
    return CLI_USAGE;
  complaint = read_options (&options, &allocation);
  if (complaint != NULL)
    return cli_usage (cli, complaint);
  workspace = cli_open (cli, cli->arguments[0], GH_STORE_READ_ONLY, &status);
  if (workspace == NULL)
    return status;
  dossier = gh_workspace_load_dossier (workspace, &error);
  if (dossier == NULL)
    return cli_fail (error);
  if (options.below != NULL)
    allocation.parent_id = find_unit (dossier, options.below);
  if (options.below != NULL && allocation.parent_id == 0)
    return cli_usage (cli, _("--below must name one unit of the workspace."));
  if (allocation.rule == GH_QUOTA_RULE_WEIGHT)
    {
      weights = make_weights (dossier, &options, allocation.indicator);
      if (weights == NULL)
        return cli_usage (cli,
                          _("--weight must be the name of one unit, “=” and a whole number."));
      allocation.weights = weights;
    }
  quotas = gh_edit_preview_allocation (workspace, &allocation, &error);
  if (quotas == NULL)
    return cli_fail (error);
  if (!options.dry_run)
    {
      if (!cli_reopen (cli, &workspace, &status))
        return status;
      if (!gh_edit_allocate (workspace, &allocation, &error))
        return cli_fail (error);
    }
  return answer (cli, workspace, &allocation, quotas);
}
