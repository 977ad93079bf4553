/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-issue.h"

struct _GhPaper
{
  /* Owned */
  GhDossier *base;   /* what the clerk saw */
  GhDossier *issued; /* the same with the plan as it would be issued */
  GhSummary *summary;
  GPtrArray *findings;
  char *number_text;
  char *content; /* of the document; NULL until it is rendered */
  GBytes *pdf;

  /* Borrowed */
  const GhPlan *plan; /* of issued */

  GhIssueBar bar;
  guint32 day;
  int number;
  guint32 today;
  gint64 now;
};

/** (transfer full): the plan of @dossier as it would be issued. */
GhPlan *_gh_paper_freeze (GhDossier *dossier, guint32 day, int number);
/** Whether a plan in @state can be issued; else @error says what to do. */
gboolean _gh_issue_check_state (GhPlanState state, GError **error);
/** (transfer full): the text of the plan's document. */
char *_gh_issue_dup_text (const GhSummary *summary);
