/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-proposal.h"

/**
 * GhProposalRows: the lines of a plan reading with their check boxes, in a box of sections:
 * header, bases, targets, calendar, recipients, body, problems.
 */
typedef struct _GhProposalRows GhProposalRows;

/** Fills @box. @reading is borrowed and must live as long as the rows. */
GhProposalRows *gh_proposal_rows_new (GtkBox *box, GhPlanReading *reading);
/** Puts what was taken out back into the reading, to be freed with it. */
void gh_proposal_rows_free (GhProposalRows *rows);

/** Takes everything out of the reading that is not ticked, before it is accepted. */
void gh_proposal_rows_apply (GhProposalRows *rows);
/** Puts it back: it was not accepted, and the clerk may tick other lines and try again. */
void gh_proposal_rows_revert (GhProposalRows *rows);
