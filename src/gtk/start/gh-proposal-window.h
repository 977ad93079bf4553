/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-proposal.h"
#include "gh-workspace.h"

/**
 * GhProposalWindow: the text of a plan beside what was understood in it, line by line, to be
 * accepted, corrected or refused; then it becomes a campaign of @workspace or, without one, the
 * campaign of a new workspace.
 */
#define GH_TYPE_PROPOSAL_WINDOW (gh_proposal_window_get_type ())
G_DECLARE_FINAL_TYPE (GhProposalWindow, gh_proposal_window, GH, PROPOSAL_WINDOW, GtkWindow)

/** Asks for the file, reads it off the main thread, shows the proposal. */
void gh_proposal_choose (GtkWidget *parent, GhWorkspace *workspace);
/** Reads @path and shows the proposal. */
void gh_proposal_read (GtkWidget *parent, GhWorkspace *workspace, const char *path);
/** Shows what was read. @reading: (transfer full) */
void gh_proposal_present (GtkWidget *parent, GhWorkspace *workspace, GhPlanReading *reading);
