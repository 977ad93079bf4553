/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-edits.h"

/** GhUnitsImportLine: a line of the window that shows a list of units before it is taken over. */
typedef struct
{
  GhUnitMerge *merge; /* owned; NULL: a place that the reader could not use, or has a word about */
  GhProblem *problem; /* else NULL; borrowed from the reading */
  gboolean left_out;
} GhUnitsImportLine;

void gh_units_import_line_free (gpointer line);
/** Whether the clerk may tick it, or take its tick away. */
gboolean gh_units_import_line_can_choose (const GhUnitsImportLine *line);

/** What the lines say: columns for rows (GhRow) whose data are lines. */
void gh_units_import_append_columns (GtkColumnView *view);
