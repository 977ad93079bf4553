/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * GhCellKind: what a cell of a table file holds.
 * @GH_CELL_TEXT: letters, or figures typed as text
 * @GH_CELL_NUMBER: a figure; @text holds it too, with a decimal point and no grouping
 * @GH_CELL_DATE: a day, perhaps with an hour; @text holds it as dd/mm/yyyy
 * @GH_CELL_ERROR: an error of a formula ("#REF!")
 */
typedef enum
{
  GH_CELL_TEXT,
  GH_CELL_NUMBER,
  GH_CELL_DATE,
  GH_CELL_ERROR,
} GhCellKind;

/**
 * GhCell: a cell that is not empty.
 * @column: from 0 (A)
 * @text: NFC, never empty; line breaks inside a cell stay
 * @number: for GH_CELL_NUMBER
 * @day, @minute: for GH_CELL_DATE: Julian day; minutes after midnight, -1 = whole day
 * @indent: steps of indentation: by the cell's style, or two leading spaces a step
 * @merged: not the first cell of a merged range; its content is repeated from there
 * @span: columns of the merged range that begins here, else 1
 */
typedef struct
{
  guint column;
  GhCellKind kind;
  const char *text;
  double number;
  guint32 day;
  int minute;
  guint indent;
  gboolean merged;
  guint span;
} GhCell;

/** GhSheetRow: a row with at least one cell; cells from left to right. */
typedef struct
{
  guint number; /* 1-based row of the file */
  guint n_cells;
  const GhCell *cells;
} GhSheetRow;

/**
 * GhSheetBook: the tables of an .xlsx or .csv file, read row by row. Not thread-safe.
 *
 * XLSX: visible sheets; shared, inline and formula strings; dates by number format; merged ranges.
 * CSV: one sheet without a name; UTF-8, UTF-16 or windows-1258; comma, semicolon or tab.
 *
 * Invariants: (1) row numbers grow; (2) columns of a row grow and are below 16,384; (3) texts are
 * valid UTF-8 in NFC. A file that breaks its format's rules is refused as a whole.
 */
typedef struct _GhSheetBook GhSheetBook;

/**
 * gh_sheet_book_open:
 * @bytes: the file; told apart by content, not by name
 * @name: how messages call it
 * @error: GH_IMPORT_ERROR_FORMAT, _LIMIT or _EMPTY
 *
 * Returns: (transfer full) (nullable)
 */
GhSheetBook *gh_sheet_book_open (GBytes *bytes, const char *name, GError **error);
void gh_sheet_book_free (GhSheetBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhSheetBook, gh_sheet_book_free)

guint gh_sheet_book_get_n_sheets (const GhSheetBook *book);
/** Name of a sheet; "" for CSV. */
const char *gh_sheet_book_get_sheet_name (const GhSheetBook *book, guint sheet);
/** How messages call the file. */
const char *gh_sheet_book_get_name (const GhSheetBook *book);
/** (nullable): translated: what a clerk should know of the file as a whole (odd encoding). */
const char *gh_sheet_book_get_note (const GhSheetBook *book);

/** Goes before the first row of @sheet; as often as wanted. */
gboolean gh_sheet_book_start (GhSheetBook *book, guint sheet, GError **error);

/**
 * gh_sheet_book_next: the next row that is not empty.
 *
 * Returns: (transfer none) (nullable): valid until the next call; %NULL at the end, or with @error
 *   set
 */
const GhSheetRow *gh_sheet_book_next (GhSheetBook *book, GError **error);

/** The cell of @row in @column, or %NULL if it is empty. */
const GhCell *gh_sheet_row_get (const GhSheetRow *row, guint column);

/** (transfer full): "A", "B" … "XFD" of a column from 0. */
char *gh_sheet_column_name (guint column);
