/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-dossier.h"
#include "gh-finding.h"
#include "gh-spell.h"

/*
 * The codes, by what is read:
 *   dates by themselves: impossible-date malformed-date weekday-mismatch implausible-date
 *     date-style
 *   dates together: inconsistent-date holiday-deadline deadline-after-event
 *     deadline-before-period-ends review-before-end missing-deadline
 *   build of the text: duplicate-numbering (also numbers left out, and references to one that
 *     is not there) empty-section truncated closing-mark missing-attachment layout
 *   around the text (Nghị định 30/2020, Phụ lục I): missing-number missing-date missing-place
 *     missing-signature missing-authority missing-recipients symbol-spacing citation-form
 *   figures: no-target sum-mismatch percent-mismatch yield-too-high
 *   words (Nghị định 30/2020, Phụ lục II): spelling capitals inconsistent-name unbalanced-quotes
 *   the times: private-email (personal data), abolished-level (since 01/07/2025)
 */

/**
 * gh_check_run: reads the plan and its data against Nghị định 30/2020, the calendar and itself.
 * @today: Julian day; decides nothing but which laws and levels hold if the plan has no date
 *
 * Returns: (transfer full) (element-type GhFinding): errors first, in document order within
 */
GPtrArray *gh_check_run (GhDossier *dossier, guint32 today);
/** The same, with the words looked up. @spell: (nullable): who knows them */
GPtrArray *gh_check_run_with (GhDossier *dossier, guint32 today, const GhSpell *spell);
