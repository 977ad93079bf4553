/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-layout-private.h"

static GhHead *
head_new (const GhDocNode *table, double width_pt)
{
  GhHead *head = g_new0 (GhHead, 1);
  double x = 0;

  g_atomic_ref_count_init (&head->ref_count);
  head->bands = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_band_free);
  head->n_edges = table->n_columns + 1;
  head->edges = g_new0 (double, head->n_edges);
  for (guint i = 0; i < table->n_columns; i++)
    {
      head->edges[i] = x;
      x += table->widths[i] * width_pt;
    }
  head->edges[table->n_columns] = width_pt;
  return head;
}

/* Moves the letters of each cell down so that they stand in the middle of the row. Not in a row so
 * high that it may be cut: they would stand pages below its beginning. */
static void
centre_cells (GhBand *band, const double *heights)
{
  if (band->height > GH_WHOLE_ROW_PT)
    return;
  for (guint i = 0; i < band->ops->len; i++)
    {
      GhOp *op = &g_array_index (band->ops, GhOp, i);

      op->top += (band->height - heights[op->cell]) / 2;
    }
}

static GhBand *
layout_row (GhLayoutContext *context, const GhDocNode *table, guint row, const GhHead *head)
{
  GhBand *band = gh_band_new ();
  double size = gh_doc_style_table_size (table, context->width_pt);
  g_autofree double *heights = g_new0 (double, table->n_columns);

  for (guint column = 0; column < table->n_columns; column++)
    {
      guint index = row * table->n_columns + column;
      const GhDocNode *cell =
        index < table->cells->len ? g_ptr_array_index (table->cells, index) : NULL;
      double width = head->edges[column + 1] - head->edges[column];
      double pad = gh_doc_style_cell_pad (width);
      GhOp origin = { .cell = column, .x = head->edges[column] + pad, .top = GH_CELL_PAD_V_PT };

      context->at.column = column;
      heights[column] = size * GH_LINE_HEIGHT + 2 * GH_CELL_PAD_V_PT;
      if (cell != NULL && !gh_doc_node_is_empty (cell))
        {
          origin.role = cell->role;
          origin.source = cell->source >= 0 ? cell->source : table->source;
          heights[column] = 2 * GH_CELL_PAD_V_PT + gh_layout_shape (context, cell, size, &origin,
                                                                    width - 2 * pad, band->ops);
        }
      band->height = MAX (band->height, heights[column]);
    }
  centre_cells (band, heights);
  return band;
}

/* A copy for the pages on which the table goes on. */
static GhBand *
copy_as_repeat (const GhBand *band)
{
  GhBand *copy = gh_band_new ();

  copy->height = band->height;
  copy->is_head = TRUE;
  for (guint i = 0; i < band->ops->len; i++)
    {
      GhOp op = g_array_index (band->ops, GhOp, i);

      if (op.kind == GH_OP_TEXT)
        op.kind = GH_OP_REPEAT;
      g_array_append_val (copy->ops, op);
    }
  return copy;
}

void
gh_layout_add_table (GhLayoutContext *context, GhSection *section, const GhDocNode *table)
{
  guint n_rows = (table->cells->len + table->n_columns - 1) / table->n_columns;
  GhHead *head = head_new (table, context->width_pt);

  context->at.table = (int) context->n_tables++;
  context->at.n_columns = table->n_columns;
  for (guint row = 0; row < n_rows; row++)
    {
      GhBand *band;

      context->at.row = row;
      band = layout_row (context, table, row, head);

      if (row < table->n_header_rows)
        {
          GhBand *copy = copy_as_repeat (band);

          g_ptr_array_add (head->bands, copy);
          head->height += copy->height;
          band->is_head = TRUE;
        }
      band->head = gh_head_ref (head);
      /* The head stays with the first row under it. */
      band->breakable = row == 0 || row > table->n_header_rows;
      band->space_before = row == 0 ? GH_TABLE_SPACE_PT : 0;
      g_ptr_array_add (section->bands, band);
      if (g_cancellable_is_cancelled (context->cancellable))
        break;
    }
  context->at.table = -1;
  gh_head_unref (head);
}
