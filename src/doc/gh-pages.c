/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-layout-private.h"

#include <string.h>

static void
page_free (gpointer data)
{
  GhPage *page = data;

  g_array_unref (page->ops);
  g_free (page);
}

static void
heading_clear (gpointer data)
{
  GhHeading *heading = data;

  g_clear_pointer (&heading->text, g_free);
}

static void
element_clear (gpointer data)
{
  GhElement *element = data;

  g_clear_pointer (&element->place, g_free);
  g_clear_pointer (&element->links, g_array_unref);
}

GhPages *
gh_pages_new (GhFontSet *fonts)
{
  GhPages *pages = g_new0 (GhPages, 1);

  g_atomic_ref_count_init (&pages->ref_count);
  pages->fonts = gh_font_set_ref (fonts);
  pages->shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_shape_unref);
  pages->pages = g_ptr_array_new_with_free_func (page_free);
  pages->headings = g_array_new (FALSE, FALSE, sizeof (GhHeading));
  g_array_set_clear_func (pages->headings, heading_clear);
  pages->elements = g_array_new (FALSE, FALSE, sizeof (GhElement));
  g_array_set_clear_func (pages->elements, element_clear);
  return pages;
}

GhPages *
gh_pages_ref (GhPages *pages)
{
  g_atomic_ref_count_inc (&pages->ref_count);
  return pages;
}

void
gh_pages_unref (GhPages *pages)
{
  if (pages == NULL || !g_atomic_ref_count_dec (&pages->ref_count))
    return;
  g_ptr_array_unref (pages->pages);
  g_ptr_array_unref (pages->shapes);
  g_array_unref (pages->headings);
  g_array_unref (pages->elements);
  gh_font_set_unref (pages->fonts);
  g_free (pages);
}

guint
gh_pages_get_n_pages (GhPages *pages)
{
  return pages->pages->len;
}

void
gh_pages_get_size (GhPages *pages, guint page, double *width_pt, double *height_pt)
{
  const GhPage *sheet;

  g_return_if_fail (page < pages->pages->len);

  sheet = g_ptr_array_index (pages->pages, page);
  if (width_pt != NULL)
    *width_pt = sheet->width;
  if (height_pt != NULL)
    *height_pt = sheet->height;
}

void
gh_op_draw (const GhOp *op, cairo_t *cr)
{
  if (op->kind == GH_OP_RULE)
    {
      cairo_rectangle (cr, op->x, op->top, op->width, op->height);
      cairo_fill (cr);
      return;
    }
  cairo_move_to (cr, op->x, op->top + op->baseline);
  pango_cairo_show_layout_line (cr, op->line);
}

void
gh_pages_draw (GhPages *pages, guint page, cairo_t *cr)
{
  const GhPage *sheet;

  g_return_if_fail (page < pages->pages->len);

  sheet = g_ptr_array_index (pages->pages, page);
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < sheet->ops->len; i++)
    gh_op_draw (&g_array_index (sheet->ops, GhOp, i), cr);
  cairo_restore (cr);
}

gboolean
gh_pages_is_same (GhPages *pages, guint page, GhPages *others, guint other)
{
  const GhPage *a;
  const GhPage *b;

  g_return_val_if_fail (page < pages->pages->len && other < others->pages->len, FALSE);

  a = g_ptr_array_index (pages->pages, page);
  b = g_ptr_array_index (others->pages, other);
  if (a->width != b->width || a->height != b->height || a->ops->len != b->ops->len)
    return FALSE;
  for (guint i = 0; i < a->ops->len; i++)
    {
      const GhOp *x = &g_array_index (a->ops, GhOp, i);
      const GhOp *y = &g_array_index (b->ops, GhOp, i);

      /* Both hold on to their lines, so the same address is the same line. */
      if (x->line != y->line || x->x != y->x || x->top != y->top || x->baseline != y->baseline ||
          x->width != y->width || x->height != y->height)
        return FALSE;
    }
  return TRUE;
}

gboolean
gh_pages_find_source (GhPages *pages, int source, guint *page, double *y_pt)
{
  for (guint p = 0; source >= 0 && p < pages->pages->len; p++)
    {
      const GhPage *sheet = g_ptr_array_index (pages->pages, p);

      for (guint i = 0; i < sheet->ops->len; i++)
        {
          const GhOp *op = &g_array_index (sheet->ops, GhOp, i);

          if (op->source != source || op->kind != GH_OP_TEXT)
            continue;
          if (page != NULL)
            *page = p;
          if (y_pt != NULL)
            *y_pt = op->top;
          return TRUE;
        }
    }
  return FALSE;
}

int
gh_pages_source_at (GhPages *pages, guint page, double x_pt, double y_pt)
{
  const GhPage *sheet;
  double nearest = 12.0; /* about a line: a click between two paragraphs still finds one */
  int source = -1;

  g_return_val_if_fail (page < pages->pages->len, -1);

  sheet = g_ptr_array_index (pages->pages, page);
  for (guint i = 0; i < sheet->ops->len; i++)
    {
      const GhOp *op = &g_array_index (sheet->ops, GhOp, i);
      double dx = MAX (MAX (op->x - x_pt, x_pt - op->x - op->width), 0);
      double dy = MAX (MAX (op->top - y_pt, y_pt - op->top - op->height), 0);

      /* Lines are short at a paragraph's ends; height decides, then the side. */
      if (op->kind == GH_OP_RULE || op->source < 0 || dy + dx / 100 >= nearest)
        continue;
      nearest = dy + dx / 100;
      source = op->source;
    }
  return source;
}

guint
gh_pages_get_n_headings (GhPages *pages)
{
  return pages->headings->len;
}

const char *
gh_pages_get_heading (GhPages *pages, guint heading, int *level, guint *page, double *y_pt)
{
  const GhHeading *found;

  g_return_val_if_fail (heading < pages->headings->len, NULL);

  found = &g_array_index (pages->headings, GhHeading, heading);
  if (level != NULL)
    *level = found->level;
  if (page != NULL)
    *page = found->page;
  if (y_pt != NULL)
    *y_pt = found->y;
  return found->text;
}

guint
gh_pages_count_missing (GhPages *pages)
{
  return pages->n_missing;
}

static void
append_figures (GString *dump, const double *figures, gsize n)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (dump, " %s",
                            g_ascii_formatd (buffer, sizeof buffer, "%.1f", figures[i]));
}

static void
dump_op (GString *dump, const GhOp *op)
{
  static const char *const names[] = { "text", "repeat", "number", "rule" };
  const double figures[] = { op->x, op->top, op->width, op->height };
  const char *text;
  g_autofree char *letters = NULL;

  g_string_append_printf (dump, "  %s", names[op->kind]);
  append_figures (dump, figures, G_N_ELEMENTS (figures));
  if (op->kind != GH_OP_RULE)
    {
      text = pango_layout_get_text (op->line->layout);
      letters = g_strndup (text + op->line->start_index, (gsize) op->line->length);
      g_string_append_printf (dump, " %d %d |%s|", op->role, op->source, letters);
    }
  g_string_append_c (dump, '\n');
}

char *
gh_pages_dump (GhPages *pages)
{
  GString *dump = g_string_new (NULL);

  for (guint p = 0; p < pages->pages->len; p++)
    {
      const GhPage *sheet = g_ptr_array_index (pages->pages, p);
      const double size[] = { sheet->width, sheet->height };

      g_string_append_printf (dump, "page %u", p + 1);
      append_figures (dump, size, G_N_ELEMENTS (size));
      g_string_append_c (dump, '\n');
      for (guint i = 0; i < sheet->ops->len; i++)
        dump_op (dump, &g_array_index (sheet->ops, GhOp, i));
    }
  return g_string_free (dump, FALSE);
}
