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
 *   "quota-typed" (gint64 unit, int indicator, text)     as it stands in the open editor; NULL when
 *                                                        that was left without a change
 *   "quotas-entered" (GPtrArray of GhUnitsEntry, guint)  several at once, and how many more found
 *                                                        no place in the table
 *   "lock-toggled" (gint64 unit, int indicator)
 *   "selection-changed"    the unit, or the cells taken together
 *   "unit-activated" (gint64 unit)
 */
#define GH_TYPE_UNITS_TABLE (gh_units_table_get_type ())
G_DECLARE_FINAL_TYPE (GhUnitsTable, gh_units_table, GH, UNITS_TABLE, GtkWidget)

/** GhUnitsEntry: what is to stand in a cell. */
typedef struct
{
  gint64 unit_id;
  const char *unit_name; /* borrowed from the table, until its next update */
  GhIndicator indicator;
  char *text;
} GhUnitsEntry;

void gh_units_entry_free (GhUnitsEntry *entry);

/** @indicators: (array length=n): those with a column, in order. */
void gh_units_table_update (GhUnitsTable *self,
                            const GhSummary *summary,
                            const GhIndicator *indicators,
                            guint n);

/** Shows other figures for the same units, those of an entry that is being typed. */
void gh_units_table_preview (GhUnitsTable *self, const GhSummary *summary);

/** Shows only units whose name or kind holds @text (folded), and what they belong to. */
void gh_units_table_set_filter (GhUnitsTable *self, const char *text);

/** Row of the selected unit, or NULL; borrowed until the next update. */
const GhUnitLine *gh_units_table_get_selected (GhUnitsTable *self);
/** Opens the branches above the unit, selects it and scrolls to it. */
gboolean gh_units_table_select (GhUnitsTable *self, gint64 unit_id);

/** How many cells are taken together; 0 if it is not more than one. */
guint gh_units_table_count_taken (GhUnitsTable *self);

/** (transfer full): the rows shown, with a line of heads, as a spreadsheet takes them. */
char *gh_units_table_dup_tsv (GhUnitsTable *self);

/** Back to the order of the list, after one of a column. */
void gh_units_table_clear_order (GhUnitsTable *self);

void gh_units_table_set_expanded (GhUnitsTable *self, gboolean expanded);
