/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-proposal-lines.h"

/**
 * GhProposalList: what was understood, group by group, each line with a check box. Space takes a
 * line out and in again, on a heading all of its group; Enter and F2 ask to correct it. Signals:
 * "selected" (int: line, -1 for a heading) when the clerk chooses a line, "edit" (int: line),
 * "changed" after a line was refused or accepted.
 */
#define GH_TYPE_PROPOSAL_LIST (gh_proposal_list_get_type ())
G_DECLARE_FINAL_TYPE (GhProposalList, gh_proposal_list, GH, PROPOSAL_LIST, GtkWidget)

/** @proposal is borrowed while the widget shows it. */
void gh_proposal_list_show (GhProposalList *self, GhProposal *proposal);
/** Shows the lines as the proposal has them now. */
void gh_proposal_list_refresh (GhProposalList *self);
/** Selects a line and scrolls to it; no signal. @line: -1 = none */
void gh_proposal_list_select (GhProposalList *self, int line);
/** The line that is selected, -1 = none. */
int gh_proposal_list_get_selected (GhProposalList *self);
/** Marks the lines that were understood in a passage. @passage: -1 = none */
void gh_proposal_list_mark (GhProposalList *self, int passage);
