/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-layout-private.h"

#include <hb.h>
#include <string.h>

static void
insert_attribute (PangoAttrList *attributes, PangoAttribute *attribute, gsize from, gsize to)
{
  attribute->start_index = (guint) from;
  attribute->end_index = (guint) to;
  pango_attr_list_insert (attributes, attribute);
}

/* The runs as one text with attributes. */
static char *
collect_runs (const GhDocNode *node, const GhDocStyle *style, PangoAttrList *attributes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < node->runs->len; i++)
    {
      const GhDocRun *run = g_ptr_array_index (node->runs, i);
      g_autoptr (GString) letters = g_string_new (run->text);
      gsize from = text->len;

      /* A new line inside a paragraph must not be a new paragraph, which would be indented. */
      g_string_replace (letters, "\n", "\u2028", 0);
      g_string_append (text, letters->str);
      if (style->bold || run->bold)
        insert_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), from, text->len);
      if (style->italic != run->italic)
        insert_attribute (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC), from, text->len);
    }
  /* Spaces at the end would stand in the margin. */
  g_strchomp (text->str);
  return g_string_free (text, FALSE);
}

static PangoLayout *
create_layout (PangoContext *context, const char *text, double size_pt, PangoAttrList *attributes)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, "Tinos");
  pango_font_description_set_absolute_size (font, size_pt * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  /* Word sets Times New Roman without ligatures, and no line may end in a hyphen nobody wrote. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0"));
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* Letters that the font lacks are drawn as its own empty box, not as Pango's box of digits: so the
 * PDF still gives the letter back when it is copied. */
static guint
replace_unknown_glyphs (PangoLayoutLine *line)
{
  guint n = 0;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphString *glyphs = ((PangoLayoutRun *) l->data)->glyphs;

      for (int i = 0; i < glyphs->num_glyphs; i++)
        if (glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY &&
            (glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
          {
            glyphs->glyphs[i].glyph = 0;
            n++;
          }
    }
  return n;
}

static void
apply_style (PangoLayout *layout, const GhDocStyle *style, double width_pt)
{
  PangoAlignment alignment = style->align == GH_ALIGN_CENTRE  ? PANGO_ALIGN_CENTER
                             : style->align == GH_ALIGN_RIGHT ? PANGO_ALIGN_RIGHT
                                                              : PANGO_ALIGN_LEFT;
  double indent = GH_MM_TO_PT (style->first_line_mm);

  pango_layout_set_width (layout, (int) (width_pt * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, alignment);
  pango_layout_set_justify (layout, style->align == GH_ALIGN_JUSTIFY);
  if (indent < width_pt / 2)
    pango_layout_set_indent (layout, (int) (indent * PANGO_SCALE));
}

/* Breaks a centred text into lines of about the same length; returns how far it moves in. */
static double
balance_lines (PangoLayout *layout,
               const char *text,
               const GhDocStyle *style,
               GhDocRole role,
               double width_pt)
{
  double width = width_pt;
  int n_lines;

  apply_style (layout, style, width_pt);
  n_lines = pango_layout_get_line_count (layout);
  if (!gh_doc_role_is_balanced (role) || n_lines == 1)
    return 0;
  width = gh_doc_style_balanced_width (text, style->size_pt, style->bold, width_pt);
  apply_style (layout, style, width);
  if (pango_layout_get_line_count (layout) > n_lines)
    {
      apply_style (layout, style, width_pt);
      return 0;
    }
  return (width_pt - width) / 2;
}

static void
add_rule (GArray *ops, const GhOp *origin, double top, double length, double width_pt)
{
  GhOp rule = *origin;

  rule.kind = GH_OP_RULE;
  rule.line = NULL;
  rule.x = origin->x + (width_pt - length) / 2;
  rule.top = top;
  rule.width = length;
  rule.height = GH_RULE_PT;
  g_array_append_val (ops, rule);
}

/* The space at which a line was broken has no shape; with one (and no width) the words on both
 * sides stay two words when the PDF is read aloud or copied. */
static void
restore_final_space (PangoLayoutLine *line)
{
  const char *text = pango_layout_get_text (line->layout);
  const GSList *last = g_slist_last (line->runs);
  const PangoLayoutRun *run = last != NULL ? last->data : NULL;
  int n = run != NULL ? run->glyphs->num_glyphs : 0;
  hb_codepoint_t space;

  if (n == 0 || run->glyphs->glyphs[n - 1].glyph != PANGO_GLYPH_EMPTY ||
      text[run->item->offset + run->glyphs->log_clusters[n - 1]] != ' ')
    return;
  if (hb_font_get_nominal_glyph (pango_font_get_hb_font (run->item->analysis.font), ' ', &space))
    run->glyphs->glyphs[n - 1].glyph = space;
}

/* Notes what the paragraph is for who cannot see it; returns its index. */
static guint
add_element (GhLayoutContext *context, GhDocRole role, const GhShape *shape)
{
  GArray *elements = context->pages->elements;
  const GhElement *last =
    elements->len > 0 ? &g_array_index (elements, GhElement, elements->len - 1) : NULL;
  GhElement element = context->at;

  element.role = role;
  if (role == GH_DOC_ITEM || role == GH_DOC_RECIPIENT)
    element.list =
      last != NULL && last->list > 0 && last->role == role && last->section == element.section
        ? last->list
        : ++context->n_lists;
  if (role == GH_DOC_APPENDIX_HEAD)
    element.place = gh_link_format_place (++context->n_places);
  else if (shape->links != NULL)
    element.links = g_array_ref (shape->links);
  g_array_append_val (elements, element);
  return elements->len - 1;
}

/* Black as all letters: what has an attribute of its own becomes a run of its own, which can be
 * drawn as the link it is; shapes and places stay as they are. */
static void
mark_links (PangoAttrList *attributes, const GArray *links)
{
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const GhLink *link = &g_array_index (links, GhLink, i);

      insert_attribute (attributes, pango_attr_foreground_new (0, 0, 0), link->from, link->to);
    }
}

/* Everything a shape is made from. */
static void
make_key (GhLayoutContext *context, const GhDocNode *node, double size_pt, double width_pt)
{
  const double figures[] = { (double) node->role, size_pt, width_pt };
  GString *key = context->key;
  gboolean appendix = FALSE;

  g_string_truncate (key, 0);
  g_string_append_len (key, (const char *) figures, sizeof figures);
  for (guint i = 0; i < node->runs->len; i++)
    {
      const GhDocRun *run = g_ptr_array_index (node->runs, i);

      g_string_append_c (key, (char) ('0' + run->bold + 2 * run->italic));
      g_string_append_len (key, run->text, (gssize) strlen (run->text) + 1);
      /* What the text says of appendices leads to those that there are. A run may end in it. */
      appendix = appendix || node->runs->len > 1 || strstr (run->text, "hụ lục") != NULL;
    }
  for (guint i = 0; appendix && i < context->appendices->len; i++)
    {
      const char *head = g_ptr_array_index (context->appendices, i);

      g_string_append_c (key, 'A');
      g_string_append_len (key, head, (gssize) strlen (head) + 1);
    }
}

/* The lines with their places. */
static void
measure_lines (GhShape *shape, double shift_pt)
{
  PangoLayoutIter *iter = pango_layout_get_iter (shape->layout);

  do
    {
      GhShapeLine line = { .line = pango_layout_iter_get_line (iter) };
      PangoRectangle logical;

      shape->n_missing += replace_unknown_glyphs (line.line);
      restore_final_space (line.line);
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      line.x = shift_pt + (double) logical.x / PANGO_SCALE;
      line.width = (double) logical.width / PANGO_SCALE;
      g_array_append_val (shape->lines, line);
      shape->longest = MAX (shape->longest, line.width);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static GhShape *
make_shape (GhLayoutContext *context, const GhDocNode *node, double size_pt, double width_pt)
{
  const GhDocStyle *style = gh_doc_style_get (node->role);
  PangoContext *pango = gh_font_set_get_context (context->pages->fonts);
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autofree char *text = collect_runs (node, style, attributes);
  GArray *links =
    node->role != GH_DOC_APPENDIX_HEAD ? gh_link_find (text, context->appendices) : NULL;
  GhShape *shape;

  mark_links (attributes, links);
  shape = gh_shape_new (create_layout (pango, text, size_pt, attributes));
  shape->links = links;
  pango_attr_list_unref (attributes);
  measure_lines (shape, balance_lines (shape->layout, text, style, node->role, width_pt));
  return shape;
}

/* One op for each line; returns their height. */
static double
add_lines (const GhShape *shape, double size_pt, double pitch, const GhOp *origin, GArray *ops)
{
  double single = size_pt * GH_LINE_HEIGHT;
  double height = 0;

  for (guint i = 0; i < shape->lines->len; i++)
    {
      const GhShapeLine *line = &g_array_index (shape->lines, GhShapeLine, i);
      GhOp op = *origin;

      op.kind = GH_OP_TEXT;
      op.line = line->line;
      op.x = origin->x + line->x;
      op.top = origin->top + height;
      /* As Word does: what a line has more than single stands above its letters. */
      op.baseline = pitch - single + (single - size_pt * (GH_FONT_ASCENT + GH_FONT_DESCENT)) / 2 +
                    size_pt * GH_FONT_ASCENT;
      op.width = line->width;
      op.height = pitch;
      g_array_append_val (ops, op);
      height += pitch;
    }
  return height;
}

double
gh_layout_shape (GhLayoutContext *context,
                 const GhDocNode *node,
                 double size_pt,
                 const GhOp *origin,
                 double width_pt,
                 GArray *ops)
{
  const GhDocStyle *style = gh_doc_style_get (node->role);
  GhShapeCache *shapes = gh_font_set_get_shapes (context->pages->fonts);
  GhOp place = *origin;
  GhShape *shape;
  double height;

  make_key (context, node, size_pt, width_pt);
  shape = gh_shape_cache_find (shapes, context->key);
  if (shape == NULL)
    {
      shape = make_shape (context, node, size_pt, width_pt);
      gh_shape_cache_add (shapes, context->key, shape);
    }
  g_ptr_array_add (context->pages->shapes, gh_shape_ref (shape));
  context->pages->n_missing += shape->n_missing;
  place.element = add_element (context, node->role, shape);
  height = add_lines (shape, size_pt, size_pt * GH_LINE_HEIGHT * style->line, &place, ops);
  if (style->rule != GH_RULE_NONE && !node->bare &&
      pango_layout_get_text (shape->layout)[0] != '\0')
    {
      double share = style->rule == GH_RULE_FULL ? 1.0 : GH_RULE_SHARE;
      double length = MIN (shape->longest, width_pt) * share;

      add_rule (ops, origin, origin->top + height + GH_RULE_GAP_PT, length, width_pt);
      height += GH_RULE_ROOM_PT;
    }
  return height;
}

static GhShape *
find_number (GhPages *pages, guint number)
{
  GhShapeCache *shapes = gh_font_set_get_shapes (pages->fonts);
  g_autoptr (GString) key = g_string_new (NULL);
  PangoAttrList *attributes;
  GhShape *shape;

  g_string_printf (key, "%u", number);
  shape = gh_shape_cache_find (shapes, key);
  if (shape != NULL)
    return shape;
  attributes = pango_attr_list_new ();
  shape = gh_shape_new (create_layout (gh_font_set_get_context (pages->fonts), key->str,
                                       GH_PAGE_NUMBER_SIZE_PT, attributes));
  pango_attr_list_unref (attributes);
  measure_lines (shape, 0);
  return gh_shape_cache_add (shapes, key, shape);
}

void
gh_layout_add_number (GhPages *pages, GhPage *page, guint number)
{
  double size = GH_PAGE_NUMBER_SIZE_PT;
  GhShape *shape = find_number (pages, number);
  const GhShapeLine *line = &g_array_index (shape->lines, GhShapeLine, 0);
  double left = GH_MM_TO_PT (GH_MARGIN_LEFT_MM);
  double right = page->width - GH_MM_TO_PT (GH_MARGIN_RIGHT_MM);
  GhOp op = { .kind = GH_OP_NUMBER, .source = -1, .role = GH_DOC_BODY };

  g_ptr_array_add (pages->shapes, gh_shape_ref (shape));
  op.line = line->line;
  op.width = line->width;
  op.height = size * GH_LINE_HEIGHT;
  op.x = (left + right - op.width) / 2;
  op.top = GH_MM_TO_PT (GH_PAGE_NUMBER_TOP_MM);
  op.baseline = size * GH_FONT_ASCENT;
  g_array_append_val (page->ops, op);
}
