/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-dialogs.h"
#include "gh-workspace.h"

/** GhExportInfo: one thing that can be exported, in one format. */
typedef struct
{
  const char *key; /* target of win.export: "plan.docx" */
  GhExportKind kind;
  const char *suffix;
  const char *file_name;   /* untranslated start of the suggested name */
  const char *format_name; /* untranslated, for buttons: "Word" */
  GhFileType types[2];     /* for the save dialog */
} GhExportInfo;

/** (array length=n): static; the formats of a kind stand together. */
const GhExportInfo *gh_export_infos (guint *n);
const GhExportInfo *gh_export_info_find (const char *key);

/** Remembers on this computer that it was exported now. */
void gh_export_info_remember (const GhExportInfo *info,
                              GtkWidget *widget,
                              GhWorkspace *workspace,
                              const char *path);
/**
 * When this was exported last from this workspace on this computer.
 * @path: (out) (transfer full)
 * Returns: seconds since 1970, 0 = never
 */
gint64 gh_export_info_last (const GhExportInfo *info,
                            GtkWidget *widget,
                            GhWorkspace *workspace,
                            char **path);
