/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-finding.h"

static const char *const severity_names[] = { "error", "warning", "hint" };

const char *
gh_severity_to_string (GhSeverity severity)
{
  g_return_val_if_fail ((gsize) severity < G_N_ELEMENTS (severity_names), "error");
  return severity_names[severity];
}

int
gh_finding_get_block (const GhFinding *finding)
{
  return finding->place.part == GH_PART_BLOCK ? finding->place.index : -1;
}

void
gh_finding_free (GhFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->where);
  g_free (finding->message);
  gh_fix_free (finding->fix);
  g_free (finding);
}
