/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli-show.h"

static const CliView views[] = {
  { "campaign", cli_campaign_json, cli_campaign_text, FALSE },
  { "document", cli_document_json, cli_document_text, FALSE },
  { "bases", cli_bases_json, cli_bases_text, FALSE },
  { "targets", cli_targets_json, cli_targets_text, FALSE },
  { "units", cli_units_json, cli_units_text, TRUE },
  { "quotas", cli_quotas_json, cli_quotas_text, FALSE },
  { "calendar", cli_calendar_json, cli_calendar_text, FALSE },
  { "tasks", cli_tasks_json, cli_tasks_text, FALSE },
  { "recipients", cli_recipients_json, cli_recipients_text, FALSE },
  { "awards", cli_awards_json, cli_awards_text, FALSE },
  { "budget", cli_budget_json, cli_budget_text, FALSE },
  { "results", cli_results_json, cli_results_text, FALSE },
  { "history", cli_history_json, cli_history_text, TRUE },
  { "versions", cli_versions_json, cli_versions_text, FALSE },
  { "register", cli_register_json, cli_register_text, TRUE },
};

static const CliView *
find_view (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_str_equal (views[i].name, name))
      return &views[i];
  return NULL;
}

CliExit
cli_run_show (Cli *cli)
{
  g_autoptr (GhWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CliJson) json = NULL;
  g_autofree char *text = NULL;
  CliExit status = CLI_DONE;
  const CliView *view;

  if (!cli_parse (cli, NULL, 2, 2))
    return CLI_USAGE;
  view = find_view (cli->arguments[0]);
  if (view == NULL)
    return cli_usage (cli, _("There is nothing of that name to show."));
  workspace = cli_open (cli, cli->arguments[1], GH_STORE_READ_ONLY, &status);
  if (workspace == NULL)
    return status;
  if (!view->whole_workspace && gh_workspace_load_dossier (workspace, &error) == NULL)
    return cli_fail (error);
  if (!cli->json)
    {
      text = view->text (workspace);
      return cli_print (text);
    }
  json = cli_json_new ();
  view->json (workspace, json);
  return cli_print (cli_json_get_text (json));
}
