/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli-json.h"
#include "cli.h"
#include "gh-edits.h"
#include "gh-proposal.h"
#include "gh-setup.h"

typedef struct
{
  Cli *cli;
  GhWorkspace *workspace;
  GFile *input;
  const char *what;
  gboolean dry_run;
  int year;
} Import;

static void
add_problems (CliJson *json, const GPtrArray *problems)
{
  cli_json_begin (json, "problems", '[');
  for (guint i = 0; i < problems->len; i++)
    {
      const GhProblem *problem = g_ptr_array_index (problems, i);

      cli_json_begin (json, NULL, '{');
      cli_json_string (json, "where", problem->where);
      cli_json_string (json, "message", problem->message);
      cli_json_bool (json, "fatal", problem->fatal);
      cli_json_end (json, '}');
    }
  cli_json_end (json, ']');
}

static CliJson *
begin_answer (const Import *import)
{
  CliJson *json = cli_json_new ();

  cli_json_begin (json, NULL, '{');
  cli_json_string (json, "import", import->what);
  cli_json_bool (json, "dry_run", import->dry_run);
  return json;
}

static CliExit
answer_counts (const Import *import, const GhMergeCounts *counts, const GPtrArray *problems)
{
  g_autoptr (CliJson) json = NULL;
  g_autofree char *line = NULL;
  CliExit status;

  if (import->cli->json)
    {
      json = begin_answer (import);
      cli_json_int (json, "added", counts->added);
      cli_json_int (json, "changed", counts->changed);
      cli_json_int (json, "unchanged", counts->unchanged);
      cli_json_int (json, "refused", counts->refused);
      add_problems (json, problems);
      cli_json_end (json, '}');
      status = cli_print (cli_json_get_text (json));
    }
  else
    {
      /* Translators: what an import did, or would do, with the rows of a file. */
      line = g_strdup_printf (_("Added %u, changed %u, unchanged %u, refused %u."), counts->added,
                              counts->changed, counts->unchanged, counts->refused);
      cli_print_problems (problems);
      status = cli_print (line) == CLI_DONE ? cli_print ("\n") : CLI_IO;
    }
  /* Where every row was refused, the file as a whole was. */
  if (status == CLI_DONE && counts->refused > 0 &&
      counts->added + counts->changed + counts->unchanged == 0)
    return CLI_REFUSED;
  return status;
}

/* What a plan that was taken over before has brought, or would bring. */
static CliExit
answer_merge (const GhPlanMerge *merge)
{
  g_autofree char *line = NULL;

  if (merge->campaign_id == 0)
    return CLI_DONE;
  /* Translators: %u count targets, calendar entries and award rounds. */
  line =
    g_strdup_printf (_("This plan was taken over before. Facts added: %u, corrected: %u; left "
                       "as they were corrected before: %u.\n"),
                     merge->added, merge->changed, merge->kept);
  return cli_print (line);
}

static void
add_merge (CliJson *json, const GhPlanMerge *merge)
{
  cli_json_bool (json, "known", merge->campaign_id != 0);
  cli_json_int (json, "added", merge->added);
  cli_json_int (json, "changed", merge->changed);
  cli_json_int (json, "kept", merge->kept);
}

static CliExit
answer_plan (const Import *import, const GhPlanReading *reading, const GhPlanMerge *merge)
{
  g_autoptr (CliJson) json = NULL;
  g_autofree char *line = NULL;

  if (!import->cli->json)
    {
      cli_print_problems (reading->problems);
      /* Translators: what was read in a plan: its title, then numbers of its parts. */
      line = g_strdup_printf (_("Read “%s”: %u bases, %u blocks, %u targets, %u calendar entries, "
                                "%u tasks, %u recipients.\n"),
                              reading->plan->title, reading->plan->bases->len,
                              reading->plan->blocks->len, reading->targets->len,
                              reading->activities->len, reading->plan->tasks->len,
                              reading->plan->recipients->len);
      return cli_print (line) == CLI_DONE ? answer_merge (merge) : CLI_IO;
    }
  json = begin_answer (import);
  if (import->dry_run)
    cli_json_null (json, "campaign");
  else
    cli_json_int (json, "campaign", gh_workspace_get_campaign_id (import->workspace));
  cli_json_text (json, "title", reading->plan->title);
  cli_json_int (json, "year", reading->campaign->year);
  cli_json_int (json, "bases", reading->plan->bases->len);
  cli_json_int (json, "blocks", reading->plan->blocks->len);
  cli_json_int (json, "targets", reading->targets->len);
  cli_json_int (json, "calendar", reading->activities->len);
  cli_json_int (json, "tasks", reading->plan->tasks->len);
  cli_json_int (json, "recipients", reading->plan->recipients->len);
  cli_json_int (json, "awards", reading->awards->len);
  add_merge (json, merge);
  add_problems (json, reading->problems);
  cli_json_end (json, '}');
  return cli_print (cli_json_get_text (json));
}

/* The merge of rows, tried first and then done, unless there is nothing to do. */
typedef gboolean (*MergeFunc) (GhWorkspace *workspace,
                               gpointer reading,
                               gboolean dry_run,
                               GhMergeCounts *counts,
                               GError **error);

static CliExit
merge (Import *import, MergeFunc func, gpointer reading, GPtrArray *problems)
{
  GhMergeCounts counts = { 0 };
  g_autoptr (GError) error = NULL;
  guint n_problems = problems->len;
  CliExit status = CLI_DONE;

  if (!func (import->workspace, reading, TRUE, &counts, &error))
    return cli_fail (error);
  if (!import->dry_run && counts.added + counts.changed > 0)
    {
      if (!cli_reopen (import->cli, &import->workspace, &status))
        return status;
      g_ptr_array_set_size (problems, (gint) n_problems); /* they are found again */
      if (!func (import->workspace, reading, FALSE, &counts, &error))
        return cli_fail (error);
    }
  return answer_counts (import, &counts, problems);
}

static CliExit
import_plan (Import *import)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhPlanReading) reading = gh_plan_file_read (import->input, import->year, NULL, &error);
  GhPlanMerge merge = { 0 };
  CliExit status = CLI_DONE;

  if (reading == NULL || !gh_edit_merge_plan (import->workspace, reading, TRUE, &merge, &error))
    return cli_fail (error);
  if (!import->dry_run)
    {
      /* A plan that is there already is shown again, and the file stays as it is. */
      if ((merge.campaign_id == 0 || merge.added + merge.changed > 0) &&
          !cli_reopen (import->cli, &import->workspace, &status))
        return status;
      if (!gh_edit_merge_plan (import->workspace, reading, FALSE, &merge, &error))
        return cli_fail (error);
    }
  return answer_plan (import, reading, &merge);
}

static gboolean
merge_units (GhWorkspace *workspace,
             gpointer reading,
             gboolean dry_run,
             GhMergeCounts *counts,
             GError **error)
{
  return gh_edit_accept_units (workspace, reading, dry_run, counts, error);
}

static CliExit
import_units (Import *import)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhUnitReading) reading = gh_unit_file_read (import->input, NULL, &error);

  if (reading == NULL)
    return cli_fail (error);
  return merge (import, merge_units, reading, reading->problems);
}

static gboolean
merge_quotas (GhWorkspace *workspace,
              gpointer reading,
              gboolean dry_run,
              GhMergeCounts *counts,
              GError **error)
{
  return gh_edit_accept_quotas (workspace, reading, dry_run, counts, error);
}

static CliExit
import_quotas (Import *import)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhQuotaReading) reading = gh_quota_file_read (import->input, NULL, &error);

  if (reading == NULL)
    return cli_fail (error);
  return merge (import, merge_quotas, reading, reading->problems);
}

static gboolean
merge_calendar (GhWorkspace *workspace,
                gpointer reading,
                gboolean dry_run,
                GhMergeCounts *counts,
                GError **error)
{
  return gh_edit_accept_calendar (workspace, reading, dry_run, counts, error);
}

static CliExit
import_calendar (Import *import)
{
  GhDossier *dossier = gh_workspace_get_dossier (import->workspace);
  int year = dossier != NULL ? dossier->campaign->year : import->year;
  g_autoptr (GError) error = NULL;
  g_autoptr (GhCalendarReading) reading = gh_calendar_file_read (import->input, year, NULL, &error);

  if (reading == NULL)
    return cli_fail (error);
  return merge (import, merge_calendar, reading, reading->problems);
}

CliExit
cli_run_import (Cli *cli)
{
  static const char *const kinds[] = { "plan", "units", "quotas", "calendar", NULL };
  static CliExit (*const run[]) (Import *) = { import_plan, import_units, import_quotas,
                                               import_calendar };
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, N_("Say what would be done, change nothing"),
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GFile) input = NULL;
  CliExit status = CLI_DONE;
  Import import = { 0 };
  int kind;

  if (!cli_parse (cli, entries, 3, 3))
    return CLI_USAGE;
  kind = cli_find_name (kinds, cli->arguments[0]);
  if (kind < 0)
    return cli_usage (cli, _("Say what to import: plan, units, quotas or calendar."));
  import.workspace = cli_open (cli, cli->arguments[1], GH_STORE_READ_ONLY, &status);
  if (import.workspace == NULL)
    return status;
  input = g_file_new_for_commandline_arg (cli->arguments[2]);
  import.cli = cli;
  import.input = input;
  import.what = kinds[kind];
  import.dry_run = dry_run;
  gh_day_to_ymd (gh_workspace_get_today (import.workspace), &import.year, NULL, NULL);
  status = run[kind](&import);
  g_clear_object (&import.workspace);
  return status;
}
