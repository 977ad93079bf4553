/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include <glib/gi18n.h>

#include "cli.h"
#include "gh-platform.h"
#include "gh-setup.h"

const CliVerb cli_verbs[] = {
  { "new", "FILE [--template KEY] [--sample] [--year Y] | --list-templates",
    N_("Make a workspace."), cli_run_new },
  { "import", "plan|units|quotas|calendar FILE INPUT [--dry-run] [--json]",
    N_("Read a plan, units, quotas or a calendar into a workspace."), cli_run_import },
  { "show",
    "campaign|document|bases|targets|units|quotas|calendar|tasks|recipients|awards|budget|"
    "results|history|versions|register "
    "FILE [--json]",
    N_("Show what is in a workspace."), cli_run_show },
  { "allocate",
    "FILE --indicator I --total N --by headcount|last-year|equal|weight [--min N] [--max N] "
    "[--dry-run] [--json]",
    N_("Share a total out among the units."), cli_run_allocate },
  { "check", "FILE [--fix] [--json]",
    N_("Check the plan against the rules, the calendar and itself."), cli_run_check },
  { "roll", "FILE --year Y [--skip N] [--dry-run] [--json]",
    N_("Make next year's campaign from this one, beside it."), cli_run_roll },
  { "set", "FILE FIELD=VALUE...",
    N_("Fill in header and signature of the plan, such as place or signer_name."), cli_run_set },
  { "issue", "FILE --date DATE [--number N] [--overrule] [--json]",
    N_("Issue the plan: take a number, freeze its text, keep its paper."), cli_run_issue },
  { "amend", "FILE --reason REASON", N_("Open an issued plan for changes."), cli_run_amend },
  { "compare", "FILE [--version N] [--with N] [--json]",
    N_("Show what was changed since the plan was issued."), cli_run_compare },
  { "undo", "FILE", N_("Take the last change back."), cli_run_undo },
  { "redo", "FILE", N_("Make the change again that was taken back last."), cli_run_redo },
  { "export", "plan|summary|calendar FILE -o OUT [--version N]",
    N_("Write the plan (.docx .pdf .txt), the summary (.xlsx .pdf) or the calendar "
       "(.ics .xlsx .pdf)."),
    cli_run_export },
  { "backup", "FILE -o COPY", N_("Copy a workspace and verify the copy."), cli_run_backup },
  { "restore", "COPY -o FILE [--replace]", N_("Make a workspace of a verified copy."),
    cli_run_restore },
  { "verify", "FILE", N_("See whether a workspace is sound."), cli_run_verify },
  { "dump-layout", "FILE", N_("Print where each line of the plan stands on its pages."),
    cli_run_dump_layout },
  { NULL, NULL, NULL, NULL },
};

static char *
make_help (void)
{
  GString *help = g_string_new (NULL);

  g_string_append_printf (help, "%s\n\n",
                          _("Giọt Hồng: blood donation campaigns, without a window"));
  for (const CliVerb *verb = cli_verbs; verb->name != NULL; verb++)
    g_string_append_printf (help, "  giothong-cli %s %s\n      %s\n", verb->name, verb->usage,
                            _(verb->summary));
  g_string_append_printf (
    help, "\n%s\n%s\n",
    _(
     "“giothong-cli VERB --help” says more. Verbs act on the newest campaign unless --campaign ID "
     "is given."),
    _("Exit status: 0 done; 1 the check found errors; 2 bad usage; 3 the input was refused "
      "(nothing changed); 4 could not read or write."));
  return g_string_free (help, FALSE);
}

static CliExit
run (char **arguments)
{
  const char *name = arguments[0] != NULL ? arguments[1] : NULL;
  g_autofree char *help = NULL;
  g_autofree char *message = NULL;

  if (name != NULL && g_str_equal (name, "--version"))
    return cli_print ("giothong-cli " PACKAGE_VERSION "\n");
  if (name != NULL)
    for (const CliVerb *verb = cli_verbs; verb->name != NULL; verb++)
      if (g_str_equal (name, verb->name))
        {
          Cli cli = { verb, g_strdupv (arguments + 1), 0, FALSE, 0 };
          CliExit status = verb->run (&cli);

          g_strfreev (cli.arguments);
          return status;
        }
  help = make_help ();
  if (name != NULL &&
      (g_str_equal (name, "--help") || g_str_equal (name, "-h") || g_str_equal (name, "help")))
    return cli_print (help);
  if (name != NULL)
    {
      /* Translators: %s is what the user typed. */
      message = g_strdup_printf (_("There is no verb “%s”. See giothong-cli --help."), name);
      return cli_usage (NULL, message);
    }
  fputs (help, stderr);
  return CLI_USAGE;
}

int
main (int argc G_GNUC_UNUSED, char **argv)
{
  g_auto (GStrv) arguments = gh_platform_dup_arguments (argv);

  gh_platform_set_up_fonts ();
  gh_setup_locale ();
  return (int) run (arguments);
}
