/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-xlsx.h"

/*
 * Parts that our workbooks share. Their words are Vietnamese in every locale: the workbooks are
 * sent to Vietnamese offices.
 */

/** GhSheetLook: the columns of a sheet, for what stands across them. */
typedef struct
{
  guint n_columns;
  const double *widths; /* in characters */
} GhSheetLook;

/** Column widths, issuer and national motto, place and date, title and what it is as of; returns
 * the first free row. */
guint gh_export_sheet_head (GhXlsx *xlsx,
                            const GhSheetLook *look,
                            const GhSummary *summary,
                            const GhExportOptions *options,
                            const char *title);

/** A line of small print across the table; returns the next row. */
guint gh_export_sheet_note (GhXlsx *xlsx, const GhSheetLook *look, guint row, const char *text);

/** Who made it, who signs it; returns the last row used. */
guint
gh_export_sheet_signature (GhXlsx *xlsx, const GhSheetLook *look, guint row, const GhPlan *plan);

/** The calendar as a sheet of its own. */
void
gh_export_sheet_calendar (GhXlsx *xlsx, const GhSummary *summary, const GhExportOptions *options);

/** Targets against quotas and results; @quota_cells, @result_cells: by indicator the cell of the
 * total on the first sheet ("'Tổng hợp'!$D$75"), %NULL where it has none. */
void gh_export_sheet_targets (GhXlsx *xlsx,
                              const GhSummary *summary,
                              const GhExportOptions *options,
                              char *const *quota_cells,
                              char *const *result_cells);

/** Makes a row of the table high enough for its longest text; to be called for each text. @lines:
 * lines the row has room for so far, at first 1. LibreOffice fits no rows of files by itself. */
void gh_export_sheet_fit (GhXlsx *xlsx, guint row, const char *text, double width, guint *lines);

/** Finishes @xlsx and puts it in place of options->path. */
gboolean gh_export_sheet_finish (GhXlsx *xlsx, const GhExportOptions *options, GError **error);

/** Words of the field in Vietnamese; static. */
const char *gh_export_indicator_words (GhIndicator indicator);
const char *gh_export_convention_words (GhUnitConvention convention);
const char *gh_export_activity_kind_words (GhActivityKind kind);
const char *gh_export_activity_state_words (GhActivityState state);
