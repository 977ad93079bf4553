/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-fill.h"

#include "gh-live.h"

static const GhSummary *
summary_of (gpointer user_data)
{
  GhWorkspace **workspace = user_data;

  return *workspace != NULL ? gh_workspace_get_summary (*workspace) : NULL;
}

static char *
resolve_cb (const char *key, gpointer user_data)
{
  const GhSummary *summary = summary_of (user_data);

  return summary != NULL ? gh_live_field_text (summary, key) : NULL;
}

static GPtrArray *
list_cb (gpointer user_data)
{
  const GhSummary *summary = summary_of (user_data);

  return summary != NULL ? gh_live_list_fields (summary) : NULL;
}

GhRichFill
gh_plan_fill (GhWorkspace **workspace)
{
  return (GhRichFill){ resolve_cb, list_cb, workspace };
}
