/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-workspace.h"

/* What the verbs of the command line share. */

/** CliExit: the exit status, as documented. */
typedef enum
{
  CLI_DONE = 0,
  CLI_FINDINGS = 1, /* the check found errors */
  CLI_USAGE = 2,    /* bad usage */
  CLI_REFUSED = 3,  /* the input was refused, nothing changed */
  CLI_IO = 4,       /* could not read or write */
} CliExit;

typedef struct _Cli Cli;

/**
 * CliVerb: a verb and its help.
 * @usage: what follows the verb, untranslated
 * @summary: one sentence, to be translated
 */
typedef struct
{
  const char *name;
  const char *usage;
  const char *summary;
  CliExit (*run) (Cli *cli);
} CliVerb;

/**
 * Cli: one call.
 * @arguments: after the verb; cli_parse() leaves the positional ones in it
 */
struct _Cli
{
  const CliVerb *verb;
  char **arguments;
  guint n_arguments;
  gboolean json;
  gint64 campaign;
};

/** All verbs, ended by one without a name. */
extern const CliVerb cli_verbs[];

CliExit cli_run_new (Cli *cli);
CliExit cli_run_import (Cli *cli);
CliExit cli_run_show (Cli *cli);
CliExit cli_run_allocate (Cli *cli);
CliExit cli_run_check (Cli *cli);
CliExit cli_run_roll (Cli *cli);
CliExit cli_run_set (Cli *cli);
CliExit cli_run_issue (Cli *cli);
CliExit cli_run_amend (Cli *cli);
CliExit cli_run_compare (Cli *cli);
CliExit cli_run_undo (Cli *cli);
CliExit cli_run_redo (Cli *cli);
CliExit cli_run_export (Cli *cli);
CliExit cli_run_backup (Cli *cli);
CliExit cli_run_restore (Cli *cli);
CliExit cli_run_verify (Cli *cli);
CliExit cli_run_dump_layout (Cli *cli);

/**
 * cli_parse: reads the options and counts what is left.
 * @entries: the verb's own options, may be %NULL; --json and --campaign are always there
 * @minimum, @maximum: how many positional arguments the verb takes
 *
 * Returns: %FALSE after telling the user, who is answered with CLI_USAGE
 */
gboolean cli_parse (Cli *cli, const GOptionEntry *entries, guint minimum, guint maximum);

/** Says on standard error what is wrong with the call. Always CLI_USAGE. */
CliExit cli_usage (const Cli *cli, const char *message);

/** Says @error on standard error; the status it stands for. */
CliExit cli_fail (const GError *error);

/** Ends the program with the status of @error if @read, a list from the workspace, is %NULL: no
 * list may be shown as empty because it could not be read. */
void cli_exit_unless_read (gconstpointer read, const GError *error);

/** Writes @text to standard output; CLI_IO if that fails (a closed pipe, a full disk). */
CliExit cli_print (const char *text);

/** Opens the workspace and goes to the campaign that --campaign names. @status: (out) on failure */
GhWorkspace *cli_open (const Cli *cli, const char *path, GhStoreFlags flags, CliExit *status);

/**
 * cli_reopen: the same workspace again, now to write in. A verb that writes tries everything on the
 * read-only workspace first, so that what is refused leaves the file as it is to the byte.
 */
gboolean cli_reopen (const Cli *cli, GhWorkspace **workspace, CliExit *status);

/** Whether two paths are the same file: by identity where both exist, else by name. */
gboolean cli_same_file (const char *a, const char *b);

/** Choice among @names (%NULL-terminated); -1 if @name is none of them. */
int cli_find_name (const char *const *names, const char *name);

/** The problems of an import, a line each, on standard error. (element-type GhProblem) */
void cli_print_problems (const GPtrArray *problems);
