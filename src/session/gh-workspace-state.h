/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-checker.h"
#include "gh-workspace-private.h"

/* What an open workspace keeps, for the files of the class alone; edits go through
 * _gh_workspace_run_edit(). */
struct _GhWorkspace
{
  GObject parent_instance;

  /* Owned */
  GhStore *store;
  GhDossier *dossier;
  GhSummary *summary;
  GPtrArray *findings;
  GPtrArray *ignored; /* findings that the clerk lets stand */
  GhChecker *checker;
  GhCheckRun *check; /* that another thread is at; NULL if none */
  char *undo_label;
  char *redo_label;

  /* Borrowed */
  GhClock clock;
  gpointer clock_data;

  GhDossierParts stale; /* of the dossier, which is kept for the parts that are not */
  gint64 campaign_id;
  gint64 last_saved;
  gboolean check_wanted; /* a check was asked for while @check was of something else */
  guint32 day;           /* that everybody has been told of */
};
