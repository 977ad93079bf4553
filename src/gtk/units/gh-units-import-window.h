/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-workspace.h"

/** GhUnitsImportWindow: what a file of units would add and change, row by row, before anything of
 * it is stored. */
#define GH_TYPE_UNITS_IMPORT_WINDOW (gh_units_import_window_get_type ())
G_DECLARE_FINAL_TYPE (GhUnitsImportWindow,
                      gh_units_import_window,
                      GH,
                      UNITS_IMPORT_WINDOW,
                      GtkWindow)

/** @reading: (transfer full) */
void
gh_units_import_window_present (GtkWidget *parent, GhWorkspace *workspace, GhUnitReading *reading);
