/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli-json.h"
#include "cli.h"

static const char *
severity_name (GhSeverity severity)
{
  switch (severity)
    {
    case GH_SEVERITY_ERROR:
      return C_ ("severity", "Error");
    case GH_SEVERITY_WARNING:
      return C_ ("severity", "Warning");
    case GH_SEVERITY_HINT:
    default:
      return C_ ("severity", "Hint");
    }
}

static char *
make_text (const GPtrArray *findings)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (out, "%s (%s) %s: %s\n", severity_name (finding->severity),
                              finding->code, finding->where, finding->message);
    }
  if (findings->len == 0)
    g_string_append_printf (out, "%s\n", _("The check found nothing."));
  return g_string_free (out, FALSE);
}

static CliJson *
make_json (const GPtrArray *findings)
{
  CliJson *json = cli_json_new ();

  cli_json_begin (json, NULL, '{');
  cli_json_begin (json, "findings", '[');
  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);

      cli_json_begin (json, NULL, '{');
      cli_json_string (json, "severity", gh_severity_to_string (finding->severity));
      cli_json_string (json, "code", finding->code);
      cli_json_string (json, "where", finding->where);
      cli_json_string (json, "message", finding->message);
      cli_json_count (json, "block", finding->block);
      cli_json_end (json, '}');
    }
  cli_json_end (json, ']');
  cli_json_end (json, '}');
  return json;
}

CliExit
cli_run_check (Cli *cli)
{
  g_autoptr (GhWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CliJson) json = NULL;
  g_autofree char *text = NULL;
  const GPtrArray *findings;
  CliExit status = CLI_DONE;

  if (!cli_parse (cli, NULL, 1, 1))
    return CLI_USAGE;
  workspace = cli_open (cli, cli->arguments[0], GH_STORE_READ_ONLY, &status);
  if (workspace == NULL)
    return status;
  if (gh_workspace_load_dossier (workspace, &error) == NULL)
    return cli_fail (error);
  findings = gh_workspace_get_findings (workspace);
  json = make_json (findings);
  text = make_text (findings);
  status = cli_print (cli->json ? cli_json_get_text (json) : text);
  for (guint i = 0; i < findings->len && status == CLI_DONE; i++)
    if (((const GhFinding *) g_ptr_array_index (findings, i))->severity == GH_SEVERITY_ERROR)
      return CLI_FINDINGS;
  return status;
}
