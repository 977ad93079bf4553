/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-doc.h"
#include "gh-layout.h"
#include "gh-summary.h"

#include <gio/gio.h>

/**
 * GhExportError:
 * @GH_EXPORT_ERROR_LIMIT: more than the format can hold
 * @GH_EXPORT_ERROR_WRITE: the file cannot be written (open in Excel, disk full, read-only folder)
 */
typedef enum
{
  GH_EXPORT_ERROR_LIMIT,
  GH_EXPORT_ERROR_WRITE,
} GhExportError;
#define GH_EXPORT_ERROR (gh_export_error_quark ())
GQuark gh_export_error_quark (void);

typedef void (*GhExportProgress) (double fraction, gpointer user_data);

/**
 * GhExportOptions: what every export takes.
 * @path: the target; written beside it, synced, then renamed: a failed or cancelled export changes
 *   nothing
 * @fonts: for PDF; may be %NULL for the others
 * @today: Julian day, for "as of" lines
 * @now: seconds since 1970, for file metadata (the same input gives the same file)
 */
typedef struct
{
  const char *path;
  GhFontSet *fonts;
  guint32 today;
  gint64 now;
  GhExportProgress progress;
  gpointer user_data;
  GCancellable *cancellable;
} GhExportOptions;

gboolean gh_export_doc_pdf (const GhDoc *doc, const GhExportOptions *options, GError **error);
gboolean gh_export_doc_docx (const GhDoc *doc, const GhExportOptions *options, GError **error);
/** (transfer full): the PDF as it would be written to options->path, which may be %NULL. */
GBytes *gh_export_doc_pdf_bytes (const GhDoc *doc, const GhExportOptions *options, GError **error);
gboolean gh_export_doc_text (const GhDoc *doc, const GhExportOptions *options, GError **error);

/** The plan; the format by the ending of options->path (.docx, .pdf, .txt). */
gboolean gh_export_plan (const GhSummary *summary, const GhExportOptions *options, GError **error);
/** (transfer full): the plan as a PDF in memory; options->path may be %NULL. */
GBytes *
gh_export_plan_pdf (const GhSummary *summary, const GhExportOptions *options, GError **error);
/** The summary for the province: .xlsx (sheets: quota against result, calendar, targets) or .pdf.
 */
gboolean
gh_export_summary (const GhSummary *summary, const GhExportOptions *options, GError **error);
/** The calendar: .ics, .xlsx or .pdf. */
gboolean
gh_export_calendar (const GhSummary *summary, const GhExportOptions *options, GError **error);

/** GhExportKind: what can be exported; each by one function above. */
typedef enum
{
  GH_EXPORT_PLAN,
  GH_EXPORT_SUMMARY,
  GH_EXPORT_CALENDAR,
} GhExportKind;

/** Exports @kind in the format of options->path; GH_EXPORT_ERROR_WRITE names a wrong ending. */
gboolean gh_export_run (GhExportKind kind,
                        const GhSummary *summary,
                        const GhExportOptions *options,
                        GError **error);

/** Puts finished bytes in place of @path: beside it, synced, renamed. */
gboolean gh_export_write_bytes (const char *path, const void *bytes, gsize length, GError **error);
