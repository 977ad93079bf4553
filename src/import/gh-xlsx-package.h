/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-legacy.h"
#include "gh-xml.h"
#include "gh-zip.h"

/** GhXlsxStyle: what a cell format says about its content. */
typedef struct
{
  gboolean date;
  guint indent;
} GhXlsxStyle;

/** GhXlsxPackage: an .xlsx file but for its rows: sheets, shared strings, styles. */
typedef struct
{
  /* Owned */
  GhZip *zip;
  char *name;
  GPtrArray *sheet_names;
  GPtrArray *sheet_paths;
  GPtrArray *strings; /* by index, NFC */
  GArray *styles;     /* GhXlsxStyle by index */

  gboolean epoch_1904;
  GhLegacy legacy; /* the code the shared strings are typed in */
} GhXlsxPackage;

/** @name: for messages. Reads everything but the sheets themselves. */
GhXlsxPackage *gh_xlsx_package_open (GBytes *bytes, const char *name, GError **error);
void gh_xlsx_package_free (GhXlsxPackage *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhXlsxPackage, gh_xlsx_package_free)

/** Text of a cell or shared string as it is used further: NFC, without Excel's "_x000D_", converted
 * if the package is in an old code. */
char *gh_xlsx_clean_text (const GhXlsxPackage *package, const char *text);
