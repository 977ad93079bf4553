/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-proposal.h"
#include "gh-sheet.h"

/*
 * The table inside a sheet: its header row is found by its titles, wherever it stands and in
 * whatever order; titles above and totals and signatures below do not belong to it.
 */

/**
 * GhSheetTitle: one way to call a column.
 * @field: what the column holds, 0 … n_fields - 1
 * @title: folded (gh_text_fold()), without brackets; '~' before it: enough if it stands inside
 */
typedef struct
{
  guint field;
  const char *title;
} GhSheetTitle;

/**
 * GhSheetSpec: the columns a reader knows.
 * @name_field: the column that makes a row a row
 * @order_field: running numbers ("TT")
 * @n_numeric: fields from @first_numeric on are figures: a row with one is a row of the table
 * @excluded: (nullable): '|' between: columns whose title has such words are left alone
 */
typedef struct
{
  const GhSheetTitle *titles;
  gsize n_titles;
  guint n_fields;
  guint name_field;
  guint order_field;
  guint first_numeric;
  guint n_numeric;
  const char *excluded;
} GhSheetSpec;

#define GH_SHEET_MAX_FIELDS 24

/**
 * GhSheetTable: a header that was found, and how far reading came.
 * @columns: by field, -1 = the table has no such column
 */
typedef struct
{
  const GhSheetSpec *spec;
  GhSheetBook *book;
  guint sheet;
  guint head_row;
  guint head_last;
  guint score; /* fields found */
  int columns[GH_SHEET_MAX_FIELDS];

  /* Owned */
  char *titles[GH_SHEET_MAX_FIELDS]; /* by field, as written */
  GPtrArray *unread;                 /* "G: Ghi chú": columns with a title nobody asked for */
  char *above;                       /* text of the rows above, for "đơn vị tính: người" */

  /* State of reading */
  gboolean ended;     /* a total row was met and no row of the table since */
  guint n_rows;       /* rows of the table so far */
  guint footer_first; /* rows below the table that were left out, 0 = none */
  guint footer_last;
  guint last_problem_row;
} GhSheetTable;

/** (transfer full) (nullable): the table of @sheet, or %NULL without @error if it has none. */
GhSheetTable *
gh_sheet_table_find (GhSheetBook *book, guint sheet, const GhSheetSpec *spec, GError **error);
void gh_sheet_table_free (GhSheetTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhSheetTable, gh_sheet_table_free)

/** GhSheetRowKind: what a row under the header is. */
typedef enum
{
  GH_SHEET_ROW_UNIT,  /* a row of the table */
  GH_SHEET_ROW_TOTAL, /* "Tổng cộng" */
  GH_SHEET_ROW_SKIP,  /* (1) (2) (3) under the header, a repeated header, a signature */
} GhSheetRowKind;

/** What @row is; keeps account of what stands below the table. */
GhSheetRowKind gh_sheet_table_classify (GhSheetTable *table, const GhSheetRow *row);

/** The cell of a field, or %NULL. */
const GhCell *gh_sheet_table_get (const GhSheetTable *table, const GhSheetRow *row, guint field);
/** (transfer full): text of a field on one line, "" if empty or an error of a formula. */
char *gh_sheet_table_dup (const GhSheetTable *table, const GhSheetRow *row, guint field);

/**
 * gh_sheet_table_read_count: a whole number of a field.
 * @count: (out): -1 if the cell is empty or no such number
 *
 * Reports what it cannot read. Whole numbers typed as text, with dots or commas of thousands, are
 * numbers.
 */
void gh_sheet_table_read_count (GhSheetTable *table,
                                const GhSheetRow *row,
                                guint field,
                                gint64 *count,
                                GPtrArray *problems);

/** Whether a row is the line of our own workbooks for what a branch has beside its parts ("Phần của
 * chính đơn vị"): its figures belong to the unit above it. */
gboolean gh_sheet_is_own_share (const char *name);

/** (transfer full): the first letters of a text, for messages. */
char *gh_sheet_shorten (const char *text);

/** Adds a problem of a row; @field -1 = of the row as a whole. Takes @message. After 1,000 of them
 * one says that there are more. */
void gh_sheet_table_report (GhSheetTable *table,
                            GPtrArray *problems,
                            guint row,
                            int field,
                            gboolean fatal,
                            char *message);
/** Reports that a total or subtotal (of unit @name; "" = of all) is not the sum of its rows. */
void gh_sheet_table_report_sum (GhSheetTable *table,
                                GPtrArray *problems,
                                guint row,
                                int field,
                                const char *name,
                                const gint64 *said_and_sum);
/** Says which columns and rows were left alone. */
void gh_sheet_table_report_unread (GhSheetTable *table, GPtrArray *problems);

/** (transfer full): "sheet “X”, row 12, column C"; row 0 = none, column -1 = none. */
char *gh_sheet_book_where (const GhSheetBook *book, guint sheet, guint row, int column);

/** (transfer full) (element-type GhSheetTable): the tables of the book that are worth reading: all
 * sheets with at least half as many known columns as the best one; fails with
 * GH_IMPORT_ERROR_NO_HEADER. @wanted: the titles that a message names, translated. */
GPtrArray *gh_sheet_tables_find (GhSheetBook *book,
                                 const GhSheetSpec *spec,
                                 const char *wanted,
                                 GError **error);

/** Loads and opens a table file. */
GhSheetBook *gh_sheet_book_open_file (GFile *file, GCancellable *cancellable, GError **error);

/** A problem of the file as a whole, or of a line. Takes @where and @message. */
void gh_problems_add (GPtrArray *problems, char *where, gboolean fatal, char *message);
