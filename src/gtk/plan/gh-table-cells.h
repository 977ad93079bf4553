/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The cells of a table while it is being changed: a GPtrArray of rows, each a GPtrArray of char *.
 */

/** (transfer full): a row of empty cells. */
GPtrArray *gh_table_cells_new_row (guint n_columns);
/** Writes @rows (GPtrArray of char **) over the cells from @row and @column on; the table grows as
 * it must, so far as a table may be wide. */
void gh_table_cells_fill (GPtrArray *cells, const GPtrArray *rows, guint row, guint column);
/** (transfer full) (element-type GStrv): as a block keeps them. */
GPtrArray *gh_table_cells_to_rows (const GPtrArray *cells);
