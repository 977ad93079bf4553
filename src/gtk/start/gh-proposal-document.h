/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-proposal-lines.h"

/**
 * GhProposalDocument: the text that was read, passage by passage as on paper. What something was
 * understood in bears a mark. Signal "selected" (int: index of the passage) when the clerk chooses
 * a passage, not when gh_proposal_document_mark() does.
 */
#define GH_TYPE_PROPOSAL_DOCUMENT (gh_proposal_document_get_type ())
G_DECLARE_FINAL_TYPE (GhProposalDocument, gh_proposal_document, GH, PROPOSAL_DOCUMENT, GtkWidget)

/** @proposal is borrowed while the widget shows it. */
void gh_proposal_document_show (GhProposalDocument *self, const GhProposal *proposal);
/** Selects a passage, marks its bytes from @start to @end and scrolls to it. @passage: -1 = none */
void gh_proposal_document_mark (GhProposalDocument *self, int passage, gsize start, gsize end);
