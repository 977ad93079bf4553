/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-sheet.h"

/** "BC12" → column 53, row 12; returns what follows, %NULL if it is no cell of a sheet. */
const char *gh_sheet_parse_reference (const char *text, guint *column, guint *row);

/**
 * GhSheetMerges: the merged ranges of a sheet of an .xlsx file. What stands in the first cell of a
 * range is given again in the others while it lasts; the work that hostile ranges cause is bounded.
 */
typedef struct _GhSheetMerges GhSheetMerges;

/** @bytes: the sheet's part. */
GhSheetMerges *gh_sheet_merges_new (GBytes *bytes);
void gh_sheet_merges_free (GhSheetMerges *merges);

/** Adds to @cells (GhCell, of @row, left to right) what merged ranges repeat there. Rows come in
 * growing order. Texts that are added belong to @merges. */
void gh_sheet_merges_apply (GhSheetMerges *merges, guint row, GArray *cells);
