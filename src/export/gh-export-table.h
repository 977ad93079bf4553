/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-export-sheet.h"

/* The table of quotas against results: which columns it has, where its rows stand. */

#define GH_EXPORT_SUMMARY_SHEET "Tổng hợp"
#define GH_EXPORT_MAX_COLUMNS   32

typedef enum
{
  GH_COLUMN_HEADCOUNT,
  GH_COLUMN_QUOTA,
  GH_COLUMN_RESULT,
  GH_COLUMN_PERCENT, /* of the two columns left of it */
  GH_COLUMN_COUNT,   /* the count at @offset of GhTotals */
} GhColumnKind;

typedef struct
{
  GhColumnKind kind;
  GhIndicator indicator;
  gsize offset;
  const char *head;
  gboolean decimal;
  char letters[8]; /* name of the column in formulas */
} GhColumn;

/** GhTable: rows of the sheet are 0-based. */
typedef struct
{
  /* Borrowed */
  const GhSummary *summary;
  const GhExportOptions *options;
  GhXlsx *xlsx;

  GhColumn columns[GH_EXPORT_MAX_COLUMNS]; /* after number and name */
  guint n_columns;
  double widths[GH_EXPORT_MAX_COLUMNS + 2];
  GhSheetLook look;

  guint head_row;
  guint first_row;
  guint total_row;

  /* Owned, by row of the summary */
  guint *rows;     /* sheet row */
  guint *own_rows; /* sheet row of the unit's own figures, 0 = none */
  char **numbers;  /* running numbers */

  gboolean levels; /* some branch has too many parts to list them in a formula */
} GhTable;

/** Chooses the columns by what the campaign has quotas, targets and results for. */
void gh_table_choose_columns (GhTable *table);
/** Gives each row its place and number; columns and @first_row are known. */
void gh_table_place_rows (GhTable *table);
void gh_table_clear (GhTable *table);

const GhSummaryRow *gh_table_get_row (const GhTable *table, guint i);
/** The figure of a column as it stands in the cell, NAN = nobody said anything. */
double gh_table_get_figure (const GhColumn *column, const GhTotals *totals);
/** Whether results answer to the indicator. */
gboolean gh_table_has_results (GhIndicator indicator);

/** Writes the sheet; %FALSE if it was cancelled. */
gboolean gh_table_write (GhTable *table, GError **error);
