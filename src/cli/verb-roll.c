/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli-json.h"
#include "cli.h"
#include "gh-edits.h"
#include "gh-number.h"

typedef struct
{
  int year;
  char **skip;
  gboolean dry_run;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->skip);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Cli *cli, Options *options)
{
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_INT, &options->year, N_("Year of the new campaign"), "Y" },
    { "skip", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->skip,
      N_("Leave out the change with this number of the list; may be given many times"), "N" },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options->dry_run,
      N_("List the changes, make nothing"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  return cli_parse (cli, entries, 1, 1);
}

/* Numbers are those of the list, from 1. */
static gboolean
skip_changes (GhRollPlan *roll, char **numbers)
{
  for (guint i = 0; numbers != NULL && numbers[i] != NULL; i++)
    {
      gint64 number;

      if (!gh_number_parse_count (numbers[i], &number) || number < 1 ||
          number > (gint64) roll->changes->len)
        return FALSE;
      gh_roll_plan_set_wanted (roll, (guint) number - 1, FALSE);
    }
  return TRUE;
}

static void
put_change (CliJson *json, const GhRollChange *change, guint number)
{
  cli_json_begin (json, NULL, '{');
  cli_json_int (json, "number", number);
  cli_json_string (json, "group", gh_roll_group_to_string (change->group));
  cli_json_string (json, "rule", gh_roll_rule_to_string (change->rule));
  cli_json_string (json, "subject", gh_roll_subject_to_string (change->subject));
  cli_json_count (json, "index", change->index);
  cli_json_count (json, "row", change->row);
  cli_json_count (json, "column", change->column);
  cli_json_string (json, "where", change->where);
  cli_json_string (json, "before", change->before);
  cli_json_string (json, "after", change->after);
  cli_json_text (json, "text", change->context);
  cli_json_count (json, "start", *change->context != '\0' ? (gint64) change->start : -1);
  cli_json_text (json, "note", change->note);
  cli_json_bool (json, "look", change->look);
  cli_json_bool (json, "wanted", change->wanted);
  cli_json_count (json, "tie", change->tie > 0 ? (gint64) change->tie : -1);
  cli_json_end (json, '}');
}

static char *
make_json (const GhRollPlan *roll, gint64 campaign)
{
  g_autoptr (CliJson) json = cli_json_new ();

  cli_json_begin (json, NULL, '{');
  cli_json_int (json, "from", roll->dossier->campaign->year);
  cli_json_int (json, "year", roll->year);
  cli_json_count (json, "campaign", campaign > 0 ? campaign : -1);
  cli_json_begin (json, "changes", '[');
  for (guint i = 0; i < roll->changes->len; i++)
    put_change (json, g_ptr_array_index (roll->changes, i), i + 1);
  cli_json_end (json, ']');
  cli_json_end (json, '}');
  return g_strdup (cli_json_get_text (json));
}

static void
append_change (GString *out, const GhRollChange *change, guint number)
{
  g_autofree char *ahead = NULL;
  g_autofree char *behind = NULL;
  const char *arrow = g_str_equal (change->before, change->after) ? "" : " → ";
  const char *after = *arrow == '\0' ? "" : *change->after == '\0' ? "…" : change->after;

  gh_roll_change_excerpt (change, &ahead, &behind);
  g_string_append_printf (out, "%s%4u  %s: %s%s%s  [%s]\n", change->look ? "!" : " ", number,
                          change->where, change->before, arrow, after,
                          gh_roll_rule_name (change->rule));
  if (*ahead != '\0' || *behind != '\0')
    g_string_append_printf (out, "       %s[%s]%s\n", ahead, change->before, behind);
  if (*change->note != '\0')
    g_string_append_printf (out, "       %s\n", change->note);
  if (change->kind != GH_ROLL_NOTE && !change->wanted)
    g_string_append_printf (out, "       (%s)\n", _("left out"));
}

static char *
make_text (const GhRollPlan *roll)
{
  GString *out = g_string_new (NULL);

  for (int group = 0; group < GH_N_ROLL_GROUPS; group++)
    {
      gboolean headed = FALSE;

      for (guint i = 0; i < roll->changes->len; i++)
        {
          const GhRollChange *change = g_ptr_array_index (roll->changes, i);

          if ((int) change->group != group)
            continue;
          if (!headed)
            g_string_append_printf (out, "%s\n", gh_roll_group_name ((GhRollGroup) group));
          headed = TRUE;
          append_change (out, change, i + 1);
        }
    }
  g_string_append_printf (out, "\n%s\n", _("“!” marks what somebody should look at."));
  return g_string_free (out, FALSE);
}

CliExit
cli_run_roll (Cli *cli)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GhWorkspace) workspace = NULL;
  g_autoptr (GhRollPlan) roll = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  CliExit status = CLI_DONE;
  gint64 campaign = 0;

  if (!parse (cli, &options))
    return CLI_USAGE;
  if (options.year < 1900 || options.year > 2100)
    return cli_usage (cli,
                      _("Say with --year which year the new campaign is of, from 1900 to 2100."));
  workspace = cli_open (cli, cli->arguments[0], GH_STORE_READ_ONLY, &status);
  if (workspace == NULL)
    return status;
  roll = gh_edit_plan_roll (workspace, options.year, &error);
  if (roll == NULL)
    return cli_fail (error);
  if (!skip_changes (roll, options.skip))
    return cli_usage (cli, _("--skip must be a number of the list that --dry-run shows."));
  if (!options.dry_run)
    {
      if (!cli_reopen (cli, &workspace, &status))
        return status;
      if (!gh_edit_roll_campaign (workspace, roll, &error))
        return cli_fail (error);
      campaign = gh_workspace_get_campaign_id (workspace);
    }
  text = cli->json ? make_json (roll, campaign) : make_text (roll);
  return cli_print (text);
}
