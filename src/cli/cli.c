/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli.h"

#include <stdio.h>
#include <stdlib.h>

#include <glib/gi18n.h>

#include "gh-proposal.h"

/* Messages may quote a hostile file: what could move a terminal's cursor is not sent to it. */
static char *
make_printable (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == '\n' || letter == '\t' || !g_unichar_iscntrl (letter))
        g_string_append_unichar (out, letter);
      else
        g_string_append_c (out, ' ');
    }
  return g_string_free (out, FALSE);
}

static void
complain (const char *message)
{
  g_autofree char *line = make_printable (message);

  fprintf (stderr, "giothong-cli: %s\n", line);
}

CliExit
cli_usage (const Cli *cli, const char *message)
{
  g_autofree char *hint = NULL;

  complain (message);
  if (cli != NULL && cli->verb != NULL)
    /* Translators: %s is a command to type. */
    hint = g_strdup_printf (_("Usage: %s"), "giothong-cli");
  if (hint != NULL)
    fprintf (stderr, "%s %s %s\n", hint, cli->verb->name, cli->verb->usage);
  return CLI_USAGE;
}

static CliExit
status_of_store (int code)
{
  switch ((GhStoreError) code)
    {
    case GH_STORE_ERROR_NOT_WORKSPACE:
    case GH_STORE_ERROR_NEWER:
    case GH_STORE_ERROR_DAMAGED:
    case GH_STORE_ERROR_HOSTILE:
    case GH_STORE_ERROR_CONFLICT:
    case GH_STORE_ERROR_INVALID:
    case GH_STORE_ERROR_NOT_FOUND:
      return CLI_REFUSED;
    case GH_STORE_ERROR_READ_ONLY:
    case GH_STORE_ERROR_FULL:
    case GH_STORE_ERROR_BUSY:
    case GH_STORE_ERROR_IO:
    default:
      return CLI_IO;
    }
}

CliExit
cli_fail (const GError *error)
{
  complain (error->message);
  if (error->domain == GH_STORE_ERROR)
    return status_of_store (error->code);
  if (error->domain == GH_IMPORT_ERROR || error->domain == GH_QUOTA_ERROR ||
      g_error_matches (error, GH_EXPORT_ERROR, GH_EXPORT_ERROR_LIMIT))
    return CLI_REFUSED;
  return CLI_IO;
}

CliExit
cli_print (const char *text)
{
  if (fputs (text, stdout) >= 0 && fflush (stdout) == 0)
    return CLI_DONE;
  complain (_("The output could not be written. See that the disk has room."));
  return CLI_IO;
}

/* GOption leaves "--" where it stands before names that begin with a dash. */
static void
drop_separator (Cli *cli)
{
  guint at = 0;

  while (at < cli->n_arguments && !g_str_equal (cli->arguments[at], "--"))
    at++;
  if (at == cli->n_arguments)
    return;
  g_free (cli->arguments[at]);
  for (; at < cli->n_arguments; at++)
    cli->arguments[at] = cli->arguments[at + 1];
  cli->n_arguments--;
}

gboolean
cli_parse (Cli *cli, const GOptionEntry *entries, guint minimum, guint maximum)
{
  const GOptionEntry common[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, N_("Print one JSON document"), NULL },
    { "campaign", 0, 0, G_OPTION_ARG_INT64, &cli->campaign,
      N_("Act on this campaign instead of the newest"), "ID" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (cli->verb->usage);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat ("giothong-cli ", cli->verb->name, NULL);

  g_set_prgname (name);
  g_option_context_set_summary (context, _(cli->verb->summary));
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &cli->arguments, &error))
    {
      cli_usage (cli, error->message);
      return FALSE;
    }
  /* The first is the name of the program. */
  cli->n_arguments = g_strv_length (cli->arguments) - 1;
  g_free (cli->arguments[0]);
  for (guint i = 0; i <= cli->n_arguments; i++)
    cli->arguments[i] = cli->arguments[i + 1];
  drop_separator (cli);
  if (cli->n_arguments >= minimum && cli->n_arguments <= maximum)
    return TRUE;
  cli_usage (cli, cli->n_arguments < minimum ? _("Something is missing from the command.")
                                             : _("There is too much in the command."));
  return FALSE;
}

void
cli_exit_unless_read (gconstpointer read, const GError *error)
{
  if (read == NULL)
    exit ((int) cli_fail (error));
}

GhWorkspace *
cli_open (const Cli *cli, const char *path, GhStoreFlags flags, CliExit *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhWorkspace) workspace = gh_workspace_open (path, flags, &error);

  if (workspace == NULL)
    {
      *status = cli_fail (error);
      return NULL;
    }
  if (cli->campaign != 0 && !gh_workspace_set_campaign_id (workspace, cli->campaign, &error))
    {
      *status = cli_usage (cli, error->message);
      return NULL;
    }
  return g_steal_pointer (&workspace);
}

gboolean
cli_reopen (const Cli *cli, GhWorkspace **workspace, CliExit *status)
{
  g_autofree char *path = g_strdup (gh_workspace_get_path (*workspace));

  g_clear_object (workspace);
  *workspace = cli_open (cli, path, GH_STORE_DEFAULT, status);
  return *workspace != NULL;
}

gboolean
cli_same_file (const char *a, const char *b)
{
  g_autoptr (GFile) one = g_file_new_for_commandline_arg (a);
  g_autoptr (GFile) two = g_file_new_for_commandline_arg (b);
  g_autoptr (GFileInfo) one_info =
    g_file_query_info (one, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GFileInfo) two_info =
    g_file_query_info (two, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  const char *one_id = NULL;
  const char *two_id = NULL;

  if (one_info != NULL && two_info != NULL)
    {
      one_id = g_file_info_get_attribute_string (one_info, G_FILE_ATTRIBUTE_ID_FILE);
      two_id = g_file_info_get_attribute_string (two_info, G_FILE_ATTRIBUTE_ID_FILE);
    }
  return g_file_equal (one, two) || (one_id != NULL && g_strcmp0 (one_id, two_id) == 0);
}

int
cli_find_name (const char *const *names, const char *name)
{
  for (int i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return i;
  return -1;
}

void
cli_print_problems (const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const GhProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *line = g_strdup_printf (
        "%s%s%s", problem->where, *problem->where != '\0' ? ": " : "", problem->message);

      complain (line);
    }
}
