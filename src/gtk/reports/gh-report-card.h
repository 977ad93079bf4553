/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-layout.h"
#include "gh-workspace.h"

/** GhReportCard: one document: a small picture of its first page, a button for each format, when it
 * was exported last. */
#define GH_TYPE_REPORT_CARD (gh_report_card_get_type ())
G_DECLARE_FINAL_TYPE (GhReportCard, gh_report_card, GH, REPORT_CARD, GtkWidget)

/** @kind: whose formats it offers */
GtkWidget *gh_report_card_new (GhExportKind kind, const char *title, const char *description);

/** Shows when it was exported last. @workspace: borrowed for the call */
void gh_report_card_update (GhReportCard *self, GhWorkspace *workspace);

/** Draws page 1 of @pages as the picture; %NULL = no picture. */
void gh_report_card_set_pages (GhReportCard *self, GhPages *pages);
