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
