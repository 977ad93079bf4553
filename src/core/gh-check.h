/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-dossier.h"
#include "gh-fix.h"

typedef enum
{
  GH_SEVERITY_ERROR,   /* "error" */
  GH_SEVERITY_WARNING, /* "warning" */
  GH_SEVERITY_HINT,    /* "hint" */
} GhSeverity;

const char *gh_severity_to_string (GhSeverity severity);

/**
 * GhFinding: one thing the checker saw.
 * @code: "impossible-date" … (the list of the command line's documentation); static
 * @where: for people: "II. Nội dung, khoản 1", "Nơi nhận"
 * @place: where that is, for programs: what to show and to select
 * @message: translated; says what is wrong and what to do
 * @fix: (nullable): a mend certain enough to offer; applying it makes the finding go away
 */
typedef struct
{
  GhSeverity severity;
  const char *code;
  char *where;
  GhPlace place;
  char *message;
  GhFix *fix;
} GhFinding;

/** Index of the block a finding stands in, or -1. */
int gh_finding_get_block (const GhFinding *finding);

void gh_finding_free (GhFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhFinding, gh_finding_free)

/*
 * The codes, by what is read:
 *   dates by themselves: impossible-date malformed-date weekday-mismatch implausible-date
 * date-style dates together: inconsistent-date holiday-deadline deadline-after-event
 *     deadline-before-period-ends review-before-end missing-deadline
 *   build of the text: duplicate-numbering (also left-out numbers) empty-section truncated
 *     closing-mark missing-attachment layout
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
