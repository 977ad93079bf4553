/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-edits.h"
#include "gh-workspace.h"

/* What the session tests share: a workspace in a folder of its own, and all that is in it as text.
 */

typedef struct
{
  char *folder;
  char *path;
  GhWorkspace *workspace;
} Fixture;

/** Made from @template_key, "sample" included; see gh_workspace_create(). */
void fixture_open (Fixture *fixture, const char *template_key, int year);
/** Closes the workspace and removes the folder with all in it. */
void fixture_close (Fixture *fixture);

/** (transfer full): everything the current campaign holds, so that two states can be compared. */
char *fixture_dump (GhWorkspace *workspace);

/** After an edit: undo leads back to @before, redo to what there is now. */
void fixture_check_undo (GhWorkspace *workspace, const char *before);

/** The unit of that name; fails the test if there is none. */
const GhUnit *fixture_unit (GhWorkspace *workspace, const char *name);
/** The quota of that unit, -1 if the cell is empty. */
gint64 fixture_quota (GhWorkspace *workspace, const char *name, GhIndicator indicator);

/** Puts the plan in @state as nothing in the program does: without number, version and paper, as a
 * file of an older version may have it. */
void fixture_set_plan_state (GhWorkspace *workspace, GhPlanState state);
