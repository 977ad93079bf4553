/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli.h"

static CliExit
run (Cli *cli, gboolean undo)
{
  g_autoptr (GhWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *line = NULL;
  CliExit status = CLI_DONE;

  if (!cli_parse (cli, NULL, 1, 1))
    return CLI_USAGE;
  workspace = cli_open (cli, cli->arguments[0], GH_STORE_READ_ONLY, &status);
  if (workspace == NULL)
    return status;
  label = g_strdup (undo ? gh_workspace_get_undo_label (workspace)
                         : gh_workspace_get_redo_label (workspace));
  if (label == NULL)
    {
      g_set_error_literal (&error, GH_STORE_ERROR, GH_STORE_ERROR_NOT_FOUND,
                           undo ? _("There is nothing to take back.")
                                : _("There is nothing to make again."));
      return cli_fail (error);
    }
  if (!cli_reopen (cli, &workspace, &status))
    return status;
  if (!(undo ? gh_workspace_undo (workspace, &error) : gh_workspace_redo (workspace, &error)))
    return cli_fail (error);
  /* Translators: %s says what was taken back or made again. */
  line = g_strdup_printf (undo ? _("Taken back: %s\n") : _("Made again: %s\n"), label);
  return cli_print (line);
}

CliExit
cli_run_undo (Cli *cli)
{
  return run (cli, TRUE);
}

CliExit
cli_run_redo (Cli *cli)
{
  return run (cli, FALSE);
}
