/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-check.h"

static const char *const severity_names[] = { "error", "warning", "hint" };

const char *
gh_severity_to_string (GhSeverity severity)
{
  g_return_val_if_fail ((gsize) severity < G_N_ELEMENTS (severity_names), "error");
  return severity_names[severity];
}

void
gh_finding_free (GhFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->where);
  g_free (finding->message);
  g_free (finding);
}
