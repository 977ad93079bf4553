/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli.h"
#include "gh-setup.h"

/* backup, restore, verify: what is done to the file as a whole. */

static gboolean
parse_output (Cli *cli, char **path, gboolean *replace)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, path, N_("The file to write"), "OUT" },
    { "replace", 0, replace != NULL ? 0 : G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, replace,
      N_("Replace the file if it exists; it is kept beside it"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  GOptionEntry without[] = { entries[0], entries[2] };

  if (!cli_parse (cli, replace != NULL ? entries : without, 1, 1))
    return FALSE;
  if (*path != NULL)
    return TRUE;
  cli_usage (cli, _("Say with -o which file to write."));
  return FALSE;
}

CliExit
cli_run_backup (Cli *cli)
{
  g_autofree char *path = NULL;
  g_autoptr (GhWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  CliExit status = CLI_DONE;

  if (!parse_output (cli, &path, NULL))
    return CLI_USAGE;
  if (cli_same_file (cli->arguments[0], path))
    return cli_usage (cli, _("The copy must be another file than the workspace."));
  workspace = cli_open (cli, cli->arguments[0], GH_STORE_READ_ONLY, &status);
  if (workspace == NULL)
    return status;
  if (!gh_store_backup (gh_workspace_get_store (workspace), path, NULL, NULL, NULL, &error))
    return cli_fail (error);
  return CLI_DONE;
}

CliExit
cli_run_restore (Cli *cli)
{
  g_autofree char *path = NULL;
  gboolean replace = FALSE;
  g_autoptr (GError) error = NULL;

  if (!parse_output (cli, &path, &replace))
    return CLI_USAGE;
  if (cli_same_file (cli->arguments[0], path))
    return cli_usage (cli, _("The copy must be another file than the workspace."));
  if (!replace && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (&error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _("%s exists already and was left as it is. Choose another name, or add "
                     "--replace to keep it beside the restored one."),
                   path);
      return cli_fail (error);
    }
  if (!gh_store_restore (cli->arguments[0], path, replace, gh_setup_now (), &error))
    return cli_fail (error);
  return CLI_DONE;
}

CliExit
cli_run_verify (Cli *cli)
{
  g_autoptr (GError) error = NULL;

  if (!cli_parse (cli, NULL, 1, 1))
    return CLI_USAGE;
  if (!gh_store_verify (cli->arguments[0], &error))
    return cli_fail (error);
  return cli_print (_("The workspace is sound.\n"));
}
