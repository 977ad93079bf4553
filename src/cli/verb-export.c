/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli.h"
#include "gh-issue.h"

/* The endings each kind can be written as. */
static const char *const plan_endings[] = { ".docx", ".pdf", ".txt", NULL };
static const char *const summary_endings[] = { ".xlsx", ".pdf", NULL };
static const char *const calendar_endings[] = { ".ics", ".xlsx", ".pdf", NULL };

static gboolean
has_ending (const char *path, const char *const *endings)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (; *endings != NULL; endings++)
    if (g_str_has_suffix (lower, *endings))
      return TRUE;
  return FALSE;
}

static CliExit
write_file (GhWorkspace *workspace, GhExportKind kind, const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autoptr (GhFontSet) fonts = NULL;
  g_autoptr (GError) error = NULL;
  GhExportOptions options = { 0 };

  if (gh_workspace_load_dossier (workspace, &error) == NULL)
    return cli_fail (error);
  if (g_str_has_suffix (lower, ".pdf"))
    {
      g_auto (GStrv) folders = gh_font_folders ();

      fonts = gh_font_set_new ((const char *const *) folders, &error);
      if (fonts == NULL)
        return cli_fail (error);
    }
  options.path = path;
  options.fonts = fonts;
  options.today = gh_workspace_get_today (workspace);
  options.now = gh_workspace_get_now (workspace);
  if (!gh_export_run (kind, gh_workspace_get_summary (workspace), &options, &error))
    return cli_fail (error);
  return CLI_DONE;
}

/* The bytes that were kept when it was issued. */
static CliExit
write_version (GhWorkspace *workspace, int version, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = gh_workspace_dup_version_pdf (workspace, version, &error);

  if (bytes == NULL || !gh_export_write_bytes (path, g_bytes_get_data (bytes, NULL),
                                               g_bytes_get_size (bytes), &error))
    return cli_fail (error);
  return CLI_DONE;
}

CliExit
cli_run_export (Cli *cli)
{
  static const char *const kinds[] = { "plan", "summary", "calendar", NULL };
  static const char *const *const endings[] = { plan_endings, summary_endings, calendar_endings };
  static const char *const paper_endings[] = { ".pdf", NULL };
  g_autofree char *path = NULL;
  int version = 0;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, N_("The file to write"), "OUT" },
    { "version", 0, 0, G_OPTION_ARG_INT, &version,
      N_("The paper kept of this issued version of the plan (.pdf)"), "N" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GhWorkspace) workspace = NULL;
  g_autofree char *choice = NULL;
  g_autofree char *message = NULL;
  CliExit status = CLI_DONE;
  int kind;

  if (!cli_parse (cli, entries, 2, 2))
    return CLI_USAGE;
  kind = cli_find_name (kinds, cli->arguments[0]);
  if (kind < 0)
    return cli_usage (cli, _("Say what to export: plan, summary or calendar."));
  if (path == NULL)
    return cli_usage (cli, _("Say with -o which file to write."));
  if (!has_ending (path, endings[kind]))
    {
      choice = g_strjoinv (" ", (char **) endings[kind]);
      /* Translators: %s is a list of endings, such as ".docx .pdf .txt". */
      message = g_strdup_printf (_("The ending of the file chooses its format: %s"), choice);
      return cli_usage (cli, message);
    }
  if (version != 0 && (version < 0 || kind != GH_EXPORT_PLAN || !has_ending (path, paper_endings)))
    return cli_usage (cli, _("An issued version is the PDF of a plan: “export plan … --version 1 "
                             "-o plan.pdf”."));
  workspace = cli_open (cli, cli->arguments[1], GH_STORE_READ_ONLY, &status);
  if (workspace == NULL)
    return status;
  if (version != 0)
    return write_version (workspace, version, path);
  return write_file (workspace, (GhExportKind) kind, path);
}
