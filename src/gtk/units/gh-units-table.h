/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-row.h"
#include "gh-summary.h"
#include "gh-unit-line.h"

/**
 * GhUnitsTable: the tree table of units with their quotas and results. It shows a summary and says
 * what the clerk enters; it changes nothing itself.
 *
 * Signals:
 *   "quota-entered" (gint64 unit, int indicator, text)   a figure, "" empties the cell
 *   "quotas-pasted" (gint64 unit, int indicator, text)   lines for this unit and those below it
 *   "lock-toggled" (gint64 unit, int indicator)
 *   "selection-changed", "unit-activated" (gint64 unit)
 */
#define GH_TYPE_UNITS_TABLE (gh_units_table_get_type ())
G_DECLARE_FINAL_TYPE (GhUnitsTable, gh_units_table, GH, UNITS_TABLE, GtkWidget)

/** @indicators: (array length=n): those with a column, in order. */
void gh_units_table_update (GhUnitsTable *self,
                            const GhSummary *summary,
                            const GhIndicator *indicators,
                            guint n);

/** Shows only units whose name or kind holds @text (folded), and what they belong to. */
void gh_units_table_set_filter (GhUnitsTable *self, const char *text);

/** Row of the selected unit, or NULL; borrowed until the next update. */
const GhUnitLine *gh_units_table_get_selected (GhUnitsTable *self);
/** Opens the branches above the unit, selects it and scrolls to it. */
gboolean gh_units_table_select (GhUnitsTable *self, gint64 unit_id);

/** (transfer full) (element-type gint64): ids of the leaves shown from @unit_id downwards, at most
 * @limit: where pasted lines go. */
GArray *gh_units_table_list_from (GhUnitsTable *self, gint64 unit_id, guint limit);

/** The column view, to keep its column widths. */
GtkColumnView *gh_units_table_get_view (GhUnitsTable *self);

void gh_units_table_set_expanded (GhUnitsTable *self, gboolean expanded);
