/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-state.h"

#include <glib/gi18n-lib.h>

#include "gh-register.h"

gboolean
gh_plan_state_may_become (GhPlanState from, GhPlanState to)
{
  switch (from)
    {
    case GH_PLAN_DRAFT:
      return to == GH_PLAN_FOR_SIGNATURE || to == GH_PLAN_ISSUED;
    case GH_PLAN_FOR_SIGNATURE:
      return to == GH_PLAN_DRAFT || to == GH_PLAN_ISSUED;
    case GH_PLAN_ISSUED:
      return to == GH_PLAN_AMENDED;
    case GH_PLAN_AMENDED:
      return to == GH_PLAN_ISSUED;
    default:
      g_return_val_if_reached (FALSE);
    }
}

const char *
gh_plan_state_name (GhPlanState state)
{
  switch (state)
    {
    case GH_PLAN_DRAFT:
      return _("Draft");
    case GH_PLAN_FOR_SIGNATURE:
      return _("For signature");
    case GH_PLAN_ISSUED:
      return _("Issued");
    case GH_PLAN_AMENDED:
      return _("Amended");
    default:
      g_return_val_if_reached ("");
    }
}

GhIssueBar
gh_issue_bar (const GhFinding *finding)
{
  /* Components that Nghị định 30/2020 (Điều 8) asks of every document, and a text that breaks off.
   */
  static const char *const forbidden[] = {
    "missing-number", "missing-date", "missing-signature", "missing-authority", "truncated",
  };

  if (finding->severity != GH_SEVERITY_ERROR)
    return GH_ISSUE_FREE;
  for (gsize i = 0; i < G_N_ELEMENTS (forbidden); i++)
    if (g_str_equal (finding->code, forbidden[i]))
      return GH_ISSUE_FORBIDDEN;
  return GH_ISSUE_ASK;
}

GhPlanVersion *
gh_plan_version_new (gint64 campaign_id)
{
  GhPlanVersion *version = g_new0 (GhPlanVersion, 1);

  version->campaign_id = campaign_id;
  version->number = g_strdup ("");
  version->symbol = g_strdup ("");
  version->title = g_strdup ("");
  version->reason = g_strdup ("");
  version->content = g_strdup ("");
  version->file_sha256 = g_strdup ("");
  version->who = g_strdup ("");
  return version;
}

void
gh_plan_version_free (GhPlanVersion *version)
{
  if (version == NULL)
    return;
  g_free (version->number);
  g_free (version->symbol);
  g_free (version->title);
  g_free (version->reason);
  g_free (version->content);
  g_free (version->file_sha256);
  g_free (version->who);
  g_free (version);
}

char *
gh_plan_version_format_number (const GhPlanVersion *version)
{
  int number = gh_document_number_parse (version->number);
  g_autofree char *figures =
    number > 0 ? gh_document_number_format (number) : g_strdup (version->number);

  return g_strdup_printf ("%s/%s", *figures != '\0' ? figures : "…",
                          *version->symbol != '\0' ? version->symbol : "…");
}
