/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-layout-private.h"

/*
 * Tags (ISO 32000, 14.8): a tree of what the document is, beside what is drawn. Groups (document,
 * section, list, table, row) may stay open over a page's end, what holds letters may not: a
 * paragraph that goes on, or that has links in it, holds its letters in pieces (Span). What stands
 * outside of the leaves (borders, page numbers, the head of a table that goes on) is no part of the
 * tree, and a screen reader passes over it.
 */

/** Open: a tag that is open. @key: of what, so that the next thing to draw knows whether it is in
 * the same. */
typedef struct
{
  const char *name;
  guint64 key;
} Open;

/** Parts: on which pages the letters of an element stand. */
typedef struct
{
  guint first;
  guint last;
} Parts;

struct _GhPagesTagger
{
  GhPages *pages;
  cairo_t *cr;
  GArray *stack;       /* Open */
  Parts *parts;        /* for each element */
  gboolean in_letters; /* the innermost tag holds letters itself */
  guint n_rows;        /* rows opened anew: a row that is cut goes on as one more row */
  guint n_cells;       /* in the row that is open */
  guint n_columns;     /* of its table */
  double link_shift;   /* see get_link_shift() */
};

GhPagesTagger *
gh_pages_tagger_new (GhPages *pages, cairo_t *cr)
{
  GhPagesTagger *tagger = g_new0 (GhPagesTagger, 1);

  tagger->pages = gh_pages_ref (pages);
  tagger->cr = cairo_reference (cr);
  tagger->stack = g_array_new (FALSE, FALSE, sizeof (Open));
  tagger->parts = g_new0 (Parts, pages->elements->len + 1);
  for (guint p = 0; p < pages->pages->len; p++)
    {
      const GhPage *sheet = g_ptr_array_index (pages->pages, p);

      for (guint i = 0; i < sheet->ops->len; i++)
        {
          const GhOp *op = &g_array_index (sheet->ops, GhOp, i);
          Parts *parts = &tagger->parts[op->element];

          if (op->kind != GH_OP_TEXT)
            continue;
          if (parts->last == 0)
            parts->first = p + 1;
          parts->last = p + 1;
        }
    }
  return tagger;
}

void
gh_pages_tagger_free (GhPagesTagger *tagger)
{
  if (tagger == NULL)
    return;
  gh_pages_unref (tagger->pages);
  cairo_destroy (tagger->cr);
  g_array_unref (tagger->stack);
  g_free (tagger->parts);
  g_free (tagger);
}

/* Cells without letters count too, or those after them would be read under another's head. */
static void
add_empty_cells (GhPagesTagger *tagger, guint n)
{
  for (; tagger->n_cells < n; tagger->n_cells++)
    {
      cairo_tag_begin (tagger->cr, "TD", NULL);
      cairo_tag_end (tagger->cr, "TD");
    }
}

static void
close_to (GhPagesTagger *tagger, guint depth)
{
  while (tagger->stack->len > depth)
    {
      const Open *top = &g_array_index (tagger->stack, Open, tagger->stack->len - 1);

      if (g_str_equal (top->name, "TR"))
        add_empty_cells (tagger, tagger->n_columns);
      cairo_tag_end (tagger->cr, top->name);
      g_array_set_size (tagger->stack, tagger->stack->len - 1);
    }
}

static void
open_tag (GhPagesTagger *tagger, const char *name, guint64 key)
{
  Open open = { name, key };

  cairo_tag_begin (tagger->cr, name, NULL);
  g_array_append_val (tagger->stack, open);
}

static const char *
get_tag (GhDocRole role)
{
  static const char *const headings[] = { "P", "H1", "H2", "H3" };
  int outline = gh_doc_style_get (role)->outline;

  if (role == GH_DOC_TABLE_HEAD)
    return "TH";
  return gh_doc_role_is_cell (role) ? "TD" : headings[CLAMP (outline, 0, 3)];
}

/* The tags around an element, from the outermost; returns how many. */
static guint
make_path (GhPagesTagger *tagger, guint index, Open path[6])
{
  const GhElement *element = &g_array_index (tagger->pages->elements, GhElement, index);
  guint64 key = (guint64) index + 1;
  guint n = 0;

  path[n++] = (Open){ "Document", 0 };
  path[n++] = (Open){ "Sect", element->section };
  if (element->table >= 0)
    {
      path[n++] = (Open){ "Table", (guint64) element->table };
      path[n++] = (Open){ "TR", ((guint64) element->row << 32) | tagger->n_rows };
      path[n++] =
        (Open){ gh_doc_role_is_cell (element->role) ? get_tag (element->role) : "TD", key };
      return n;
    }
  if (element->list > 0)
    {
      path[n++] = (Open){ "L", element->list };
      path[n++] = (Open){ "LI", key };
      path[n++] = (Open){ "LBody", key };
      return n;
    }
  path[n++] = (Open){ get_tag (element->role), key };
  return n;
}

/* How much of @path is open already. */
static guint
count_open (const GhPagesTagger *tagger, const Open *path, guint n)
{
  guint i = 0;

  for (; i < n && i < tagger->stack->len; i++)
    {
      const Open *open = &g_array_index (tagger->stack, Open, i);

      if (!g_str_equal (open->name, path[i].name) || open->key != path[i].key)
        break;
    }
  return i;
}

/* Opens the tags around an element where they are not open. */
static void
enter_element (GhPagesTagger *tagger, guint index)
{
  const GhElement *element = &g_array_index (tagger->pages->elements, GhElement, index);
  Open path[6];
  guint n = make_path (tagger, index, path);
  guint open = count_open (tagger, path, n);

  /* A row that goes on is one more row: its first cells are closed. */
  if (element->table >= 0 && open == n - 1 && element->column < tagger->n_cells)
    {
      tagger->n_rows++;
      n = make_path (tagger, index, path);
      open = count_open (tagger, path, n);
    }
  if (open == n)
    return;
  close_to (tagger, open);
  if (element->place != NULL)
    {
      g_autofree char *name = g_strdup_printf ("name='%s'", element->place);

      cairo_tag_begin (tagger->cr, CAIRO_TAG_DEST, name);
      cairo_tag_end (tagger->cr, CAIRO_TAG_DEST);
    }
  for (; open < n; open++)
    {
      if (element->table >= 0 && open == n - 1)
        {
          if (g_str_equal (path[open - 1].name, "TR"))
            add_empty_cells (tagger, element->column);
          tagger->n_cells++;
        }
      open_tag (tagger, path[open].name, path[open].key);
      if (g_str_equal (path[open].name, "TR"))
        {
          tagger->n_cells = 0;
          tagger->n_columns = element->n_columns;
        }
    }
}

static const GhLink *
find_link (const GhElement *element, int offset)
{
  for (guint i = 0; element->links != NULL && i < element->links->len; i++)
    {
      const GhLink *link = &g_array_index (element->links, GhLink, i);

      if ((gsize) offset >= link->from && (gsize) offset < link->to)
        return link;
    }
  return NULL;
}

/* What to add to the top of a link. cairo 1.18 writes the links when the file ends and turns them
 * over by the height of the last page instead of their own's. */
static double
get_link_shift (const GhPagesTagger *tagger, guint page)
{
  guint n_pages = gh_pages_get_n_pages (tagger->pages);
  double width, height, last_height;

  if (cairo_version () < CAIRO_VERSION_ENCODE (1, 18, 0) ||
      cairo_version () > CAIRO_VERSION_ENCODE (1, 18, 4))
    return 0;
  gh_pages_get_size (tagger->pages, page, &width, &height);
  gh_pages_get_size (tagger->pages, n_pages - 1, &width, &last_height);
  return last_height - height;
}

/* "uri='…' rect=[…]": a quote or a backslash in an address would end it early. */
static char *
describe_link (const GhPagesTagger *tagger,
               const GhLink *link,
               const GhOp *op,
               double x,
               double width)
{
  const double figures[] = { x, op->top + tagger->link_shift, width, op->height };
  GString *text = g_string_new (link->uri != NULL ? "uri='" : "dest='");
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (const char *p = link->uri != NULL ? link->uri : link->place; *p != '\0'; p++)
    {
      if (*p == '\'' || *p == '\\')
        g_string_append_c (text, '\\');
      g_string_append_c (text, *p);
    }
  g_string_append (text, "' rect=[");
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    g_string_append_printf (text, "%s ",
                            g_ascii_formatd (buffer, sizeof buffer, "%.2f", figures[i]));
  g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}

static double
get_run_width (const PangoLayoutRun *run)
{
  return (double) pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;
}

/* The letters of a line in pieces: those of a link, and those between. */
static void
draw_pieces (GhPagesTagger *tagger, const GhOp *op, const GhElement *element)
{
  const char *text = pango_layout_get_text (op->line->layout);
  double x = op->x;

  for (GSList *l = op->line->runs; l != NULL;)
    {
      const GhLink *link = find_link (element, ((PangoLayoutRun *) l->data)->item->offset);
      g_autofree char *attributes = NULL;
      double width = 0;
      GSList *end = l;

      for (; end != NULL; end = end->next)
        {
          if (find_link (element, ((PangoLayoutRun *) end->data)->item->offset) != link)
            break;
          width += get_run_width (end->data);
        }
      if (link != NULL)
        attributes = describe_link (tagger, link, op, x, width);
      cairo_tag_begin (tagger->cr, link != NULL ? CAIRO_TAG_LINK : "Span", attributes);
      for (; l != end; l = l->next)
        {
          cairo_move_to (tagger->cr, x, op->top + op->baseline);
          pango_cairo_show_glyph_item (tagger->cr, text, l->data);
          x += get_run_width (l->data);
        }
      cairo_tag_end (tagger->cr, link != NULL ? CAIRO_TAG_LINK : "Span");
    }
}

static void
draw_text (GhPagesTagger *tagger, const GhOp *op)
{
  const GhElement *element = &g_array_index (tagger->pages->elements, GhElement, op->element);
  const Parts *parts = &tagger->parts[op->element];

  enter_element (tagger, op->element);
  tagger->in_letters = element->links == NULL && parts->first == parts->last;
  if (element->links != NULL)
    {
      draw_pieces (tagger, op, element);
      return;
    }
  if (!tagger->in_letters)
    cairo_tag_begin (tagger->cr, "Span", NULL);
  gh_op_draw (op, tagger->cr);
  if (!tagger->in_letters)
    cairo_tag_end (tagger->cr, "Span");
}

/* Closes what holds letters; groups stay open. Of what has pieces, only the pieces hold letters. */
static void
leave_letters (GhPagesTagger *tagger)
{
  if (tagger->in_letters)
    close_to (tagger, tagger->stack->len - 1);
  tagger->in_letters = FALSE;
}

/* Borders, page numbers, repeated heads. cairo 1.18 has a tag for them, and without it takes them
 * for letters of the group that is open; before that they stood outside of all tags by themselves.
 */
static void
draw_artifact (GhPagesTagger *tagger, const GhOp *op)
{
  gboolean has_tag = cairo_version () >= CAIRO_VERSION_ENCODE (1, 18, 0);

  if (has_tag)
    cairo_tag_begin (tagger->cr, "Artifact", NULL);
  gh_op_draw (op, tagger->cr);
  if (has_tag)
    cairo_tag_end (tagger->cr, "Artifact");
}

void
gh_pages_tagger_draw (GhPagesTagger *tagger, guint page)
{
  const GhPage *sheet;

  g_return_if_fail (page < tagger->pages->pages->len);

  sheet = g_ptr_array_index (tagger->pages->pages, page);
  tagger->link_shift = get_link_shift (tagger, page);
  cairo_save (tagger->cr);
  cairo_set_source_rgb (tagger->cr, 0, 0, 0);
  for (guint i = 0; i < sheet->ops->len; i++)
    {
      const GhOp *op = &g_array_index (sheet->ops, GhOp, i);

      if (op->kind == GH_OP_TEXT)
        {
          draw_text (tagger, op);
          continue;
        }
      leave_letters (tagger);
      draw_artifact (tagger, op);
    }
  leave_letters (tagger);
  if (page + 1 == tagger->pages->pages->len)
    close_to (tagger, 0);
  cairo_restore (tagger->cr);
}
