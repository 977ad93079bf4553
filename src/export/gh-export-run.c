/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-export.h"

gboolean
gh_export_run (GhExportKind kind,
               const GhSummary *summary,
               const GhExportOptions *options,
               GError **error)
{
  g_return_val_if_fail (summary != NULL, FALSE);
  g_return_val_if_fail (options != NULL && options->path != NULL, FALSE);

  switch (kind)
    {
    case GH_EXPORT_PLAN:
      return gh_export_plan (summary, options, error);
    case GH_EXPORT_SUMMARY:
      return gh_export_summary (summary, options, error);
    case GH_EXPORT_CALENDAR:
      return gh_export_calendar (summary, options, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}
