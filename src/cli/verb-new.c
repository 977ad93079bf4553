/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli.h"
#include "gh-setup.h"
#include "gh-template.h"

static CliExit
list_templates (void)
{
  g_autoptr (GPtrArray) templates = gh_template_list ();
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < templates->len; i++)
    {
      const GhTemplate *templ = g_ptr_array_index (templates, i);

      g_string_append_printf (out, "%s\t%s\n", templ->key, templ->name);
    }
  return cli_print (out->str);
}

static gboolean
has_template (const char *key)
{
  g_autoptr (GPtrArray) templates = gh_template_list ();

  for (guint i = 0; i < templates->len; i++)
    if (g_str_equal (((const GhTemplate *) g_ptr_array_index (templates, i))->key, key))
      return TRUE;
  return FALSE;
}

/* Plans of a spring campaign are written in the months before it. */
static int
guess_year (void)
{
  int year = 0;
  int month = 0;

  gh_day_to_ymd (gh_setup_day (gh_setup_now ()), &year, &month, NULL);
  return month >= 10 ? year + 1 : year;
}

CliExit
cli_run_new (Cli *cli)
{
  gboolean list = FALSE;
  gboolean sample = FALSE;
  int year = 0;
  g_autofree char *key = NULL;
  const GOptionEntry entries[] = {
    { "template", 0, 0, G_OPTION_ARG_STRING, &key, N_("Begin with this template"), "KEY" },
    { "sample", 0, 0, G_OPTION_ARG_NONE, &sample, N_("Begin with the complete sample campaign"),
      NULL },
    { "year", 0, 0, G_OPTION_ARG_INT, &year, N_("Year of the campaign"), "Y" },
    { "list-templates", 0, 0, G_OPTION_ARG_NONE, &list, N_("List the templates"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GhWorkspace) workspace = NULL;

  if (!cli_parse (cli, entries, 0, 1))
    return CLI_USAGE;
  if (list)
    return cli->n_arguments == 0 && key == NULL && !sample
             ? list_templates ()
             : cli_usage (cli, _("--list-templates stands alone."));
  if (cli->n_arguments != 1)
    return cli_usage (cli, _("Name the file to make."));
  if (sample && key != NULL)
    return cli_usage (cli, _("Choose either a template or the sample."));
  if (sample && year != 0)
    return cli_usage (cli, _("The sample has a year of its own."));
  if (year != 0 && (year < 1900 || year > 2100))
    return cli_usage (cli, _("The year of a campaign must lie between 1900 and 2100."));
  if (key != NULL && !has_template (key))
    return cli_usage (cli, _("There is no such template. See giothong-cli new --list-templates."));
  if (g_file_test (cli->arguments[0], G_FILE_TEST_EXISTS))
    {
      g_set_error (&error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _("%s exists already and was left as it is. Choose another name."),
                   cli->arguments[0]);
      return cli_fail (error);
    }

  workspace = gh_workspace_create (cli->arguments[0], sample ? "sample" : key,
                                   year != 0 ? year : guess_year (), &error);
  return workspace != NULL ? CLI_DONE : cli_fail (error);
}
