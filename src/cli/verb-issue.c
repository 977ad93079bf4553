/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli-json.h"
#include "cli.h"
#include "gh-issue.h"

/* issue, amend: the way of the plan. As with all that writes, everything is tried on the read-only
 * workspace first. */

/* Says what the check has against issuing; whether that forbids it. */
static gboolean
is_barred (const GhPaper *paper, gboolean overrule)
{
  const GPtrArray *findings = gh_paper_get_findings (paper);

  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);

      g_printerr ("giothong-cli: %s: %s\n", finding->where, finding->message);
    }
  if (gh_paper_get_bar (paper) == GH_ISSUE_FREE)
    return FALSE;
  if (gh_paper_get_bar (paper) == GH_ISSUE_ASK && overrule)
    return FALSE;
  g_printerr ("giothong-cli: %s\n",
              gh_paper_get_bar (paper) == GH_ISSUE_FORBIDDEN
                ? _("The plan was not issued: it lacks what every document must have.")
                : _("The plan was not issued. Correct it, or let it stand with --overrule."));
  return TRUE;
}

/* The date and the number that were asked for, or the next of the register. */
static gboolean
choose (GhWorkspace *workspace, const char *date, int *number, guint32 *day, GError **error)
{
  g_autoptr (GhDocumentSeries) series = NULL;
  int suggested = 0;

  *day = gh_day_parse_iso (date);
  series = gh_issue_load_series (workspace, *day, &suggested, error);
  if (series == NULL)
    return FALSE;
  if (*number == 0)
    *number = suggested;
  return TRUE;
}

static CliExit
print_issued (const Cli *cli, GhWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = gh_workspace_list_versions (workspace, &error);
  g_autofree char *number = NULL;
  g_autofree char *line = NULL;
  const GhPlanVersion *last;

  if (versions == NULL)
    return cli_fail (error);
  last = g_ptr_array_index (versions, versions->len - 1);
  number = gh_plan_version_format_number (last);
  if (cli->json)
    {
      g_autoptr (CliJson) json = cli_json_new ();

      cli_json_begin (json, NULL, '{');
      cli_json_int (json, "version", last->version);
      cli_json_string (json, "number", last->number);
      cli_json_text (json, "symbol", last->symbol);
      cli_json_day (json, "date", last->issued_on);
      cli_json_end (json, '}');
      return cli_print (cli_json_get_text (json));
    }
  /* Translators: %s is the number of a document, "05/KH-BCĐ"; %d counts the times it was issued. */
  line = g_strdup_printf (_("Issued as number %s (version %d)\n"), number, last->version);
  return cli_print (line);
}

static CliExit
issue (const Cli *cli,
       GhWorkspace **workspace,
       const char *date,
       int number,
       gboolean overrule,
       CliExit status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPaper) paper = NULL;
  guint32 day = 0;

  if (!choose (*workspace, date, &number, &day, &error))
    return cli_fail (error);
  paper = gh_paper_new (*workspace, day, number, &error);
  if (paper == NULL)
    return cli_fail (error);
  if (is_barred (paper, overrule))
    return CLI_REFUSED;
  if (!gh_paper_render (paper, NULL, NULL, NULL, &error))
    return cli_fail (error);
  if (!cli_reopen (cli, workspace, &status))
    return status;
  if (!gh_edit_issue_plan (*workspace, paper, overrule, &error))
    return cli_fail (error);
  return print_issued (cli, *workspace);
}

CliExit
cli_run_issue (Cli *cli)
{
  g_autoptr (GhWorkspace) workspace = NULL;
  g_autofree char *date = NULL;
  int number = 0;
  gboolean overrule = FALSE;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_("Date of issue, 2026-12-15"), "DATE" },
    { "number", 0, 0, G_OPTION_ARG_INT, &number,
      N_("Number instead of the next one of the register"), "N" },
    { "overrule", 0, 0, G_OPTION_ARG_NONE, &overrule,
      N_("Let stand what the check found, where that is allowed"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  CliExit status = CLI_DONE;

  if (!cli_parse (cli, entries, 1, 1))
    return CLI_USAGE;
  if (date == NULL || gh_day_parse_iso (date) == 0)
    return cli_usage (cli, _("Say with --date when the plan is issued, such as 2026-12-15."));
  if (number < 0 || number > GH_DOCUMENT_NUMBER_MAX)
    return cli_usage (cli, _("The number of a document is a figure from 1 on."));
  workspace = cli_open (cli, cli->arguments[0], GH_STORE_READ_ONLY, &status);
  if (workspace == NULL)
    return status;
  return issue (cli, &workspace, date, number, overrule, status);
}

CliExit
cli_run_amend (Cli *cli)
{
  g_autoptr (GhWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_("Why the plan is amended"), "REASON" },
    G_OPTION_ENTRY_NULL,
  };
  CliExit status = CLI_DONE;
  const GhDossier *dossier;

  if (!cli_parse (cli, entries, 1, 1))
    return CLI_USAGE;
  if (reason == NULL || *g_strstrip (reason) == '\0')
    return cli_usage (cli, _("Say with --reason why the plan is amended."));
  workspace = cli_open (cli, cli->arguments[0], GH_STORE_READ_ONLY, &status);
  if (workspace == NULL)
    return status;
  dossier = gh_workspace_load_dossier (workspace, &error);
  if (dossier == NULL)
    return cli_fail (error);
  if (dossier->plan->state == GH_PLAN_ISSUED && !cli_reopen (cli, &workspace, &status))
    return status;
  /* Another state is refused before anything is written. */
  if (!gh_edit_amend_plan (workspace, reason, &error))
    return cli_fail (error);
  return CLI_DONE;
}
