/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-issue-private.h"

#include <stdio.h>
#include <string.h>

/* issue-writer FILE: makes the sample workspace unless it is there, then issues its plan, takes it
 * back and issues it again for ever, saying "ready", "issued" and "undone". test-kill-issue.py
 * kills it. The paper is no PDF but large, so that a commit writes many pages.
 *
 * issue-writer --verify FILE: opens it as the program does and checks everything. */

#define PAPER_BYTES 400000

static void
check (gboolean done, const GError *error)
{
  if (done)
    return;
  g_printerr ("issue-writer: %s\n", error != NULL ? error->message : "failed");
  exit (3);
}

static void
say (const char *what)
{
  puts (what);
  fflush (stdout);
}

static void
issue (GhWorkspace *workspace, guint32 seed)
{
  g_autoptr (GError) error = NULL;
  g_autofree guint8 *bytes = g_new (guint8, PAPER_BYTES);
  g_autoptr (GhPaper) paper = gh_paper_new (workspace, gh_day_from_ymd (2026, 12, 15), 5, &error);

  check (paper != NULL, error);
  memset (bytes, (int) (seed & 0xff), PAPER_BYTES);
  memcpy (bytes, "%PDF-", 5);
  paper->pdf = g_bytes_new (bytes, PAPER_BYTES);
  paper->content = g_strdup ("KẾ HOẠCH");
  check (gh_edit_issue_plan (workspace, paper, TRUE, &error), error);
}

static int
verify (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhWorkspace) workspace = gh_workspace_open (path, GH_STORE_DEFAULT, &error);
  g_autoptr (GBytes) paper = NULL;

  check (workspace != NULL, error);
  if (gh_workspace_get_dossier (workspace)->plan->state == GH_PLAN_ISSUED)
    {
      paper = gh_workspace_dup_version_pdf (workspace, 0, &error);
      check (paper != NULL && g_bytes_get_size (paper) == PAPER_BYTES, error);
    }
  g_clear_object (&workspace);
  check (gh_store_verify (path, &error), error);
  return 0;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GhWorkspace) workspace = NULL;

  if (argc == 3 && strcmp (argv[1], "--verify") == 0)
    return verify (argv[2]);
  check (argc == 2, NULL);
  workspace = g_file_test (argv[1], G_FILE_TEST_EXISTS)
                ? gh_workspace_open (argv[1], GH_STORE_DEFAULT, &error)
                : gh_workspace_create (argv[1], "sample", 2027, &error);
  check (workspace != NULL, error);
  say ("ready");
  for (guint32 i = 0;; i++)
    {
      if (gh_workspace_get_dossier (workspace)->plan->state != GH_PLAN_ISSUED)
        {
          issue (workspace, i);
          say ("issued");
        }
      check (gh_workspace_undo (workspace, &error), error);
      say ("undone");
    }
}
