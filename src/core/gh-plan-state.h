/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-finding.h"
#include "gh-plan.h"

/**
 * gh_plan_state_may_become: which way a plan goes: a draft is laid before the signer and may come
 * back from there; it is issued (also at once, where the paper was signed before it was entered),
 * then amended, then issued again. What was issued is never a draft again: that can only be undone.
 */
gboolean gh_plan_state_may_become (GhPlanState from, GhPlanState to);

/** Translated, for the screen: "Draft", "For signature" …; static. */
const char *gh_plan_state_name (GhPlanState state);

/** GhIssueBar: whether a finding stands in the way of issuing. */
typedef enum
{
  GH_ISSUE_FREE,      /* warnings and hints */
  GH_ISSUE_ASK,       /* an error that a clerk may know better about */
  GH_ISSUE_FORBIDDEN, /* without it the paper is no document: nobody signs it */
} GhIssueBar;
GhIssueBar gh_issue_bar (const GhFinding *finding);

/**
 * GhPlanVersion: the plan as it was issued once.
 * @version: from 1
 * @number: as printed, "05"; @symbol: "KH-BCĐ"; @issued_on: Julian day, 0 = not known
 * @reason: why it was amended afterwards; "" while it holds
 * @content: its text, a paragraph a line; "" in lists
 * @file_sha256: of the paper that was kept; "" if none was
 * @at: seconds since 1970; @who: user and computer that issued it
 */
typedef struct
{
  gint64 id;
  gint64 campaign_id;
  int version;
  char *number;
  char *symbol;
  guint32 issued_on;
  char *title;
  char *reason;
  char *content;
  char *file_sha256;
  gint64 at;
  char *who;
} GhPlanVersion;

GhPlanVersion *gh_plan_version_new (gint64 campaign_id);
void gh_plan_version_free (GhPlanVersion *version);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhPlanVersion, gh_plan_version_free)
/** (transfer full): "05/KH-BCĐ", as gh_plan_format_number(). */
char *gh_plan_version_format_number (const GhPlanVersion *version);
