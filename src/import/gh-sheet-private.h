/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-legacy.h"
#include "gh-proposal.h"
#include "gh-sheet.h"

/* What no sheet of any program can exceed; a file that says more is damaged or hostile. */
#define GH_SHEET_MAX_COLUMNS 16384
#define GH_SHEET_MAX_ROWS    1048576

/* Rows with content that are read of a sheet: ten times the communes and schools of the country's
 * largest province. */
#define GH_SHEET_MAX_CONTENT_ROWS 200000

/** GhSheetReader: one format. @next fills @row and its cells. */
typedef struct
{
  gboolean (*start) (gpointer reader, guint sheet, GError **error);
  gboolean (*next) (gpointer reader, GhSheetRow *row, GError **error);
  void (*free) (gpointer reader);
} GhSheetFormat;

/** Each gives its reader, the sheets' names and perhaps a note. */
gpointer gh_sheet_csv_new (GBytes *bytes, const char *name, char **note, GError **error);
gpointer gh_sheet_xlsx_new (GBytes *bytes,
                            const char *name,
                            GPtrArray *sheet_names,
                            char **note,
                            GError **error);

/** (transfer full): the note about a file that was typed in an old code. */
char *gh_sheet_describe_legacy (GhLegacy legacy);

extern const GhSheetFormat gh_sheet_csv_format;
extern const GhSheetFormat gh_sheet_xlsx_format;

/** Number of leading spaces and tabs of a text as steps of indentation. */
guint gh_sheet_leading_indent (const char *text);
