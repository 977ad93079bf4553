/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-layout-private.h"

/*
 * Fills pages from the top. Where a band does not fit, the page ends at the last place where a
 * page may begin; where there is none (everything wants to stay together), right there: text is
 * never dropped. A band higher than a page is cut between lines.
 */

#define EPSILON 0.01
/* A head higher than this share of the page is not repeated: it would leave no room for rows. */
#define MAX_HEAD_SHARE 0.4
/* Less of a row than about three lines is not left on a page, if the row fits on the next. */
#define MIN_STUMP_PT 50.0

typedef struct
{
  GhPages *pages;
  GPtrArray *bands;
  gboolean landscape;
  double height; /* of the text */
  guint number;  /* of the page in its section, from 1 */
} Filler;

static GhPage *
begin_page (Filler *filler)
{
  GhPage *page = g_new0 (GhPage, 1);

  page->width = GH_MM_TO_PT (filler->landscape ? GH_PAPER_HEIGHT_MM : GH_PAPER_WIDTH_MM);
  page->height = GH_MM_TO_PT (filler->landscape ? GH_PAPER_WIDTH_MM : GH_PAPER_HEIGHT_MM);
  page->ops = g_array_new (FALSE, FALSE, sizeof (GhOp));
  g_ptr_array_add (filler->pages->pages, page);
  filler->number++;
  if (filler->number > 1)
    gh_layout_add_number (filler->pages, page, filler->number);
  return page;
}

static void
add_border (GhPage *page, double x, double y, double width, double height)
{
  GhOp rule = { .kind = GH_OP_RULE, .x = x, .top = y, .width = width, .height = height };

  rule.source = -1;
  rule.role = GH_DOC_TABLE_CELL;
  g_array_append_val (page->ops, rule);
}

/* Lines stand astride the edges: what two rows share is drawn twice in the same place. */
static void
add_borders (GhPage *page, const GhHead *head, double left, double top, double height)
{
  double half = GH_BORDER_PT / 2;
  double width = head->edges[head->n_edges - 1];

  add_border (page, left - half, top - half, width + GH_BORDER_PT, GH_BORDER_PT);
  add_border (page, left - half, top + height - half, width + GH_BORDER_PT, GH_BORDER_PT);
  for (guint i = 0; i < head->n_edges; i++)
    add_border (page, left + head->edges[i] - half, top, GH_BORDER_PT, height);
}

static void
place_band (Filler *filler, GhPage *page, const GhBand *band, double y, const GhHead *head)
{
  double left = GH_MM_TO_PT (GH_MARGIN_LEFT_MM);
  double top = GH_MM_TO_PT (GH_MARGIN_TOP_MM) + y;

  if (head != NULL)
    add_borders (page, head, left, top, band->height);
  for (guint i = 0; i < band->ops->len; i++)
    {
      GhOp op = g_array_index (band->ops, GhOp, i);

      op.x += left;
      op.top += top;
      g_array_append_val (page->ops, op);
    }
  if (band->outline > 0)
    {
      GhHeading heading = { band->outline, g_strdup (band->outline_text), 0, top };

      heading.page = filler->pages->pages->len - 1;
      g_array_append_val (filler->pages->headings, heading);
    }
}

/*
 * Cuts @band at @height: what stands above stays, the rest is returned as a band of its own.
 * %NULL if no line would stay above. In each cell the lines keep their order and distance.
 */
static GhBand *
split_band (GhBand *band, double height)
{
  GhBand *rest = NULL;
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (GhOp));
  g_autoptr (GHashTable) shifts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  double pad = band->head != NULL ? GH_CELL_PAD_V_PT : 0;

  for (guint i = 0; i < band->ops->len; i++)
    {
      GhOp op = g_array_index (band->ops, GhOp, i);
      gpointer cell = GUINT_TO_POINTER (op.cell);
      double *shift = g_hash_table_lookup (shifts, cell);

      if (shift == NULL && op.top + op.height + pad <= height + EPSILON)
        {
          g_array_append_val (above, op);
          continue;
        }
      if (shift == NULL)
        {
          shift = g_new (double, 1);
          *shift = op.top - pad;
          g_hash_table_insert (shifts, cell, shift);
        }
      if (rest == NULL)
        rest = gh_band_new ();
      op.top -= *shift;
      rest->height = MAX (rest->height, op.top + op.height + pad);
      g_array_append_val (rest->ops, op);
    }
  if (above->len == 0 || rest == NULL)
    {
      gh_band_free (rest);
      return NULL;
    }
  rest->breakable = TRUE;
  rest->is_head = band->is_head;
  rest->head = band->head != NULL ? gh_head_ref (band->head) : NULL;
  g_array_set_size (band->ops, 0);
  g_array_append_vals (band->ops, above->data, above->len);
  band->height = height;
  return rest;
}

/* The head of the table that goes on with band @i at the top of a page, %NULL if none. */
static GhHead *
find_head (const Filler *filler, guint i)
{
  const GhBand *band = g_ptr_array_index (filler->bands, i);

  if (band->head == NULL || band->is_head || band->head->bands->len == 0 ||
      band->head->height > filler->height * MAX_HEAD_SHARE)
    return NULL;
  return band->head;
}

static double
place_head (Filler *filler, GhPage *page, const GhHead *head)
{
  double y = 0;

  for (guint i = 0; head != NULL && i < head->bands->len; i++)
    {
      const GhBand *band = g_ptr_array_index (head->bands, i);

      place_band (filler, page, band, y, head);
      y += band->height;
    }
  return y;
}

/* How many bands from @from fit below @y; the y after them in @end. */
static guint
count_fitting (const Filler *filler, guint from, double y, double *end)
{
  guint i = from;

  *end = y;
  for (; i < filler->bands->len; i++)
    {
      const GhBand *band = g_ptr_array_index (filler->bands, i);
      double need = band->height + (i > from ? band->space_before : 0);

      if (*end + need > filler->height + EPSILON || (i > from && band->page_start))
        break;
      *end += need;
    }
  return i - from;
}

/* Cuts band @i to the room left below @y if it can stand on no page whole, or is a row so high that
 * it need not. */
static gboolean
cut_band (Filler *filler, guint i, double y, gboolean first)
{
  GhBand *band = g_ptr_array_index (filler->bands, i);
  const GhHead *head = find_head (filler, i);
  double page = filler->height - (head != NULL ? head->height : 0);
  GhBand *rest;

  if (!first)
    y += band->space_before;
  if (band->height <= page + EPSILON &&
      (band->head == NULL || band->is_head || band->height <= GH_WHOLE_ROW_PT ||
       filler->height - y < MIN_STUMP_PT))
    return FALSE;
  rest = split_band (band, filler->height - y);
  if (rest == NULL)
    return FALSE;
  g_ptr_array_insert (filler->bands, (int) i + 1, rest);
  return TRUE;
}

/* The number of bands from @from that this page takes; at least one. */
static guint
choose_break (Filler *filler, guint from, double y)
{
  double end;
  guint n = count_fitting (filler, from, y, &end);

  if (from + n == filler->bands->len ||
      (n > 0 && ((const GhBand *) g_ptr_array_index (filler->bands, from + n))->page_start))
    return n;
  if (cut_band (filler, from + n, end, n == 0))
    return n + 1;
  for (guint k = n; k > 0; k--)
    {
      const GhBand *band = g_ptr_array_index (filler->bands, from + k);

      if (band->breakable)
        return k;
    }
  return MAX (n, 1);
}

void
gh_paginate (GhPages *pages, GhSection *section)
{
  Filler filler = { pages, section->bands, section->landscape, 0, 0 };
  double paper = section->landscape ? GH_PAPER_WIDTH_MM : GH_PAPER_HEIGHT_MM;
  guint from = 0;

  filler.height = GH_MM_TO_PT (paper - GH_MARGIN_TOP_MM - GH_MARGIN_BOTTOM_MM);
  while (from < section->bands->len)
    {
      GhPage *page = begin_page (&filler);
      double y = place_head (&filler, page, find_head (&filler, from));
      guint n = choose_break (&filler, from, y);

      for (guint i = from; i < from + n; i++)
        {
          const GhBand *band = g_ptr_array_index (section->bands, i);

          y += i > from ? band->space_before : 0;
          place_band (&filler, page, band, y, band->head);
          y += band->height;
        }
      from += n;
    }
}
