/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-table-cells.h"

#include "gh-plan.h"

GPtrArray *
gh_table_cells_new_row (guint n_columns)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  while (row->len < n_columns)
    g_ptr_array_add (row, g_strdup (""));
  return row;
}

/* Grows @cells to hold what comes, so far as a table may be wide. */
static void
make_room (GPtrArray *cells, guint n_rows, guint n_columns)
{
  n_columns = MIN (n_columns, GH_BLOCK_MAX_COLUMNS);
  while (cells->len < n_rows)
    g_ptr_array_add (cells, gh_table_cells_new_row (0));
  for (guint row = 0; row < cells->len; row++)
    {
      GPtrArray *line = g_ptr_array_index (cells, row);

      while (line->len < n_columns)
        g_ptr_array_add (line, g_strdup (""));
    }
}

void
gh_table_cells_fill (GPtrArray *cells, const GPtrArray *rows, guint row, guint column)
{
  guint widest = 0;

  for (guint i = 0; i < rows->len; i++)
    widest = MAX (widest, g_strv_length (g_ptr_array_index (rows, i)));
  make_room (cells, row + rows->len,
             MAX (column + widest, ((const GPtrArray *) g_ptr_array_index (cells, 0))->len));
  for (guint i = 0; i < rows->len; i++)
    {
      char **from = g_ptr_array_index (rows, i);
      GPtrArray *line = g_ptr_array_index (cells, row + i);

      for (guint k = 0; from[k] != NULL && column + k < line->len; k++)
        {
          g_free (line->pdata[column + k]);
          line->pdata[column + k] = g_strdup (from[k]);
        }
    }
}

GPtrArray *
gh_table_cells_to_rows (const GPtrArray *cells)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint row = 0; row < cells->len; row++)
    {
      const GPtrArray *from = g_ptr_array_index (cells, row);
      char **strings = g_new0 (char *, from->len + 1);

      for (guint column = 0; column < from->len; column++)
        strings[column] = g_strdup (g_ptr_array_index (from, column));
      g_ptr_array_add (rows, strings);
    }
  return rows;
}
