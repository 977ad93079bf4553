/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-proposal-lines.h"

/**
 * GhProposalEditor: the fields of one line of a proposal, below the list. Save gives them to the
 * proposal or says what cannot be; Escape and Cancel leave the line as it was. Hidden while no
 * line is open. Signal "closed" (gboolean: whether the line was saved).
 */
#define GH_TYPE_PROPOSAL_EDITOR (gh_proposal_editor_get_type ())
G_DECLARE_FINAL_TYPE (GhProposalEditor, gh_proposal_editor, GH, PROPOSAL_EDITOR, GtkWidget)

/** Shows a line's fields and takes the keyboard. @proposal is borrowed until "closed". */
void gh_proposal_editor_open (GhProposalEditor *self, GhProposal *proposal, guint line);
gboolean gh_proposal_editor_is_open (GhProposalEditor *self);
/** Whether a line is open in which something else was entered. */
gboolean gh_proposal_editor_is_changed (GhProposalEditor *self);
/** Saves and closes. Returns: FALSE if a value cannot be; it is said, and the keyboard is there. */
gboolean gh_proposal_editor_save (GhProposalEditor *self);
