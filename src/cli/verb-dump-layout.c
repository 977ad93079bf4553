/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli.h"
#include "gh-doc-build.h"
#include "gh-job.h"
#include "gh-layout.h"

CliExit
cli_run_dump_layout (Cli *cli)
{
  g_autoptr (GhWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GhFontSet) fonts = NULL;
  g_autoptr (GhDoc) doc = NULL;
  g_autoptr (GhPages) pages = NULL;
  g_auto (GStrv) folders = gh_font_folders ();
  g_autofree char *text = NULL;
  CliExit status = CLI_DONE;

  if (!cli_parse (cli, NULL, 1, 1))
    return CLI_USAGE;
  workspace = cli_open (cli, cli->arguments[0], GH_STORE_READ_ONLY, &status);
  if (workspace == NULL)
    return status;
  if (gh_workspace_load_dossier (workspace, &error) == NULL)
    return cli_fail (error);
  fonts = gh_font_set_new ((const char *const *) folders, &error);
  if (fonts == NULL)
    return cli_fail (error);
  doc = gh_doc_build_plan (gh_workspace_get_summary (workspace));
  pages = gh_layout_run (doc, fonts, NULL, &error);
  if (pages == NULL)
    return cli_fail (error);
  text = gh_pages_dump (pages);
  return cli_print (text);
}
