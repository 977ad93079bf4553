/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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
 * @quote: the sentence it stands in, without marks, "" where there is none (a blank field)
 * @fix: (nullable): a mend certain enough to offer; applying it makes the finding go away
 */
typedef struct
{
  GhSeverity severity;
  const char *code;
  char *where;
  GhPlace place;
  char *message;
  char *quote;
  GhFix *fix;
} GhFinding;

/** Index of the block a finding stands in, or -1. */
int gh_finding_get_block (const GhFinding *finding);

/** (transfer none) (nullable): the law that a finding of this kind goes by, as it is cited:
 * "Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3"; %NULL where it is the calendar, arithmetic or
 * plain sense. */
const char *gh_finding_get_rule (const GhFinding *finding);
/** (transfer none): what the clerk has looked at when she says "ignore here": the sentence, or the
 * message where there is none. With the code it is the finding's identity over edits elsewhere. */
const char *gh_finding_get_words (const GhFinding *finding);

void gh_finding_free (GhFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhFinding, gh_finding_free)
