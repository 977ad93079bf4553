/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-export.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gh-doc-build.h"
#include "gh-export-ics.h"
#include "gh-export-sheet.h"

static gboolean
export_workbook (const GhSummary *summary, const GhExportOptions *options, GError **error)
{
  g_autoptr (GhXlsx) xlsx = gh_xlsx_new (error);

  if (xlsx == NULL)
    return FALSE;
  gh_xlsx_set_properties (xlsx, summary->dossier->campaign->name, summary->dossier->plan->issuer,
                          options->now);
  gh_export_sheet_calendar (xlsx, summary, options);
  return gh_export_sheet_finish (xlsx, options, error);
}

gboolean
gh_export_calendar (const GhSummary *summary, const GhExportOptions *options, GError **error)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (summary != NULL && options != NULL && options->path != NULL, FALSE);

  lower = g_ascii_strdown (options->path, -1);
  if (g_str_has_suffix (lower, ".ics"))
    {
      g_autofree char *text = gh_export_ics (summary, options->now);

      if (g_cancellable_set_error_if_cancelled (options->cancellable, error))
        return FALSE;
      return gh_export_write_bytes (options->path, text, strlen (text), error);
    }
  if (g_str_has_suffix (lower, ".xlsx"))
    return export_workbook (summary, options, error);
  if (g_str_has_suffix (lower, ".pdf"))
    {
      g_autoptr (GhDoc) doc = gh_doc_build_calendar (summary);

      return gh_export_doc_pdf (doc, options, error);
    }
  g_set_error (error, GH_EXPORT_ERROR, GH_EXPORT_ERROR_WRITE,
               _("“%s”: the calendar is written as .ics, .xlsx or .pdf. Give the file such an "
                 "ending."),
               options->path);
  return FALSE;
}
