/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-export.h"

#include <xlsxwriter.h>

/**
 * GhXlsx: a workbook being written, with one sticky first error: calls after a failure do nothing,
 * and gh_xlsx_finish() reports what went wrong first. Rows and columns count from 0.
 *
 * Invariants: (1) workbook_close(), which frees also when it fails, is called exactly once; (2) no
 * text is ever cut: one that a cell cannot hold is an error that names the cell.
 */
typedef struct _GhXlsx GhXlsx;

/**
 * GhXlsxStyle: the cell formats of our workbooks; each is made when first used.
 * All are Times New Roman; TABLE ones have a frame.
 */
typedef enum
{
  GH_XLSX_PLAIN,
  GH_XLSX_CENTRED,
  GH_XLSX_CENTRED_BOLD,
  GH_XLSX_CENTRED_UNDERLINED,
  GH_XLSX_CENTRED_ITALIC,
  GH_XLSX_TITLE,
  GH_XLSX_NOTE,
  GH_XLSX_HEAD,
  GH_XLSX_TEXT,
  GH_XLSX_TEXT_CENTRED,
  GH_XLSX_TEXT_ITALIC,
  GH_XLSX_TEXT_BOLD,
  GH_XLSX_TEXT_CENTRED_BOLD,
  GH_XLSX_COUNT,
  GH_XLSX_COUNT_BOLD,
  GH_XLSX_DECIMAL,
  GH_XLSX_DECIMAL_BOLD,
  GH_XLSX_EXACT, /* as many decimals as the figure has, up to 3 */
  GH_XLSX_PERCENT,
  GH_XLSX_PERCENT_BOLD,
  GH_XLSX_DATE,
  GH_XLSX_INDENT_1,
  GH_XLSX_INDENT_1_BOLD,
  GH_XLSX_INDENT_2,
  GH_XLSX_INDENT_2_BOLD,
  GH_XLSX_INDENT_3,
  GH_XLSX_INDENT_3_BOLD,
} GhXlsxStyle;
#define GH_N_XLSX_STYLES (GH_XLSX_INDENT_3_BOLD + 1)

GhXlsx *gh_xlsx_new (GError **error);
/** Throws an unfinished workbook away. */
void gh_xlsx_free (GhXlsx *xlsx);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhXlsx, gh_xlsx_free)

/** Metadata; @now in seconds since 1970, so that the same input gives the same file. */
void gh_xlsx_set_properties (GhXlsx *xlsx, const char *title, const char *author, gint64 now);

/** A new sheet, which the calls below write to. */
void gh_xlsx_add_sheet (GhXlsx *xlsx, const char *name);
/** The sheet itself, for page set-up; %NULL after an error. */
lxw_worksheet *gh_xlsx_get_sheet (GhXlsx *xlsx);

/** An empty text writes the bare format. */
void gh_xlsx_text (GhXlsx *xlsx, guint row, guint column, const char *text, GhXlsxStyle style);
void gh_xlsx_number (GhXlsx *xlsx, guint row, guint column, double number, GhXlsxStyle style);
/** A day (Julian) as a date of Excel; 0 writes the bare format. */
void gh_xlsx_day (GhXlsx *xlsx, guint row, guint column, guint32 day);
/** A formula with the value it has; @value NAN = the empty text. */
void gh_xlsx_formula (GhXlsx *xlsx,
                      guint row,
                      guint column,
                      const char *formula,
                      double value,
                      GhXlsxStyle style);
void gh_xlsx_merge (GhXlsx *xlsx,
                    guint row,
                    guint last_row,
                    guint column,
                    guint last_column,
                    const char *text,
                    GhXlsxStyle style);
void gh_xlsx_row_height (GhXlsx *xlsx, guint row, double height_pt);
void gh_xlsx_column_width (GhXlsx *xlsx, guint column, double width_characters);

/** A4, margins 15–20 mm, fit to one page in width, @head_row .. @head_last repeated and frozen,
 * page number in the footer, print area of @n_columns columns up to @last_row. */
void gh_xlsx_set_page (GhXlsx *xlsx,
                       gboolean landscape,
                       guint head_row,
                       guint head_last,
                       guint last_row,
                       guint n_columns);

/** Whether something failed; for leaving long loops early. */
gboolean gh_xlsx_has_failed (const GhXlsx *xlsx);

/** (transfer full) (nullable): the finished file, or the first error. To be called once. */
GBytes *gh_xlsx_finish (GhXlsx *xlsx, GError **error);
