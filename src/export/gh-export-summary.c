/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-export.h"

#include <glib/gi18n-lib.h>

#include "gh-doc-build.h"
#include "gh-export-table.h"

/* Cells of the totals, for the sheet of targets. */
static char **
find_total_cells (const GhTable *table, GhColumnKind kind)
{
  char **cells = g_new0 (char *, GH_N_INDICATORS + 1);

  for (guint k = 0; k < table->n_columns; k++)
    if (table->columns[k].kind == kind)
      cells[table->columns[k].indicator] = g_strdup_printf (
        "'" GH_EXPORT_SUMMARY_SHEET "'!$%s$%u", table->columns[k].letters, table->total_row + 1);
  return cells;
}

static void
free_cells (char **cells)
{
  for (int i = 0; i < GH_N_INDICATORS; i++)
    g_free (cells[i]);
  g_free (cells);
}

static gboolean
export_workbook (const GhSummary *summary, const GhExportOptions *options, GError **error)
{
  g_autoptr (GhXlsx) xlsx = gh_xlsx_new (error);
  GhTable table = { .summary = summary, .options = options, .xlsx = xlsx };
  gboolean written;

  if (xlsx == NULL)
    return FALSE;
  gh_xlsx_set_properties (xlsx, summary->dossier->campaign->name, summary->dossier->plan->issuer,
                          options->now);
  written = gh_table_write (&table, error);
  if (written)
    {
      char **quota_cells = find_total_cells (&table, GH_COLUMN_QUOTA);
      char **result_cells = find_total_cells (&table, GH_COLUMN_RESULT);

      gh_export_sheet_calendar (xlsx, summary, options);
      gh_export_sheet_targets (xlsx, summary, options, quota_cells, result_cells);
      written = gh_export_sheet_finish (xlsx, options, error);
      free_cells (quota_cells);
      free_cells (result_cells);
    }
  gh_table_clear (&table);
  return written;
}

gboolean
gh_export_summary (const GhSummary *summary, const GhExportOptions *options, GError **error)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (summary != NULL && options != NULL && options->path != NULL, FALSE);

  lower = g_ascii_strdown (options->path, -1);
  if (g_str_has_suffix (lower, ".xlsx"))
    return export_workbook (summary, options, error);
  if (g_str_has_suffix (lower, ".pdf"))
    {
      g_autoptr (GhDoc) doc = gh_doc_build_summary (summary);

      return gh_export_doc_pdf (doc, options, error);
    }
  g_set_error (error, GH_EXPORT_ERROR, GH_EXPORT_ERROR_WRITE,
               _("“%s”: the summary is written as .xlsx or .pdf. Give the file such an ending."),
               options->path);
  return FALSE;
}
