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

/* One op for each line; returns the width of the longest. */
static double
add_lines (PangoLayout *layout,
           double size_pt,
           double pitch,
           const GhOp *origin,
           GArray *ops,
           guint *n_missing)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double single = size_pt * GH_LINE_HEIGHT;
  double longest = 0;
  double top = origin->top;

  do
    {
      GhOp op = *origin;
      PangoRectangle logical;

      op.kind = GH_OP_TEXT;
      op.line = pango_layout_iter_get_line (iter);
      *n_missing += replace_unknown_glyphs (op.line);
      restore_final_space (op.line);
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      op.x = origin->x + (double) logical.x / PANGO_SCALE;
      op.top = top;
      /* As Word does: what a line has more than single stands above its letters. */
      op.baseline = pitch - single + (single - size_pt * (GH_FONT_ASCENT + GH_FONT_DESCENT)) / 2 +
                    size_pt * GH_FONT_ASCENT;
      op.width = (double) logical.width / PANGO_SCALE;
      op.height = pitch;
      g_array_append_val (ops, op);
      longest = MAX (longest, op.width);
      top += pitch;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return longest;
}

/* Notes what the paragraph is for who cannot see it; returns its index. */
static guint
add_element (GhLayoutContext *context, GhDocRole role, const char *text)
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
    element.place = g_strdup_printf ("phu-luc-%u", ++context->n_places);
  else
    element.links = gh_link_find (text, context->appendices);
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

double
gh_layout_shape (GhLayoutContext *context,
                 const GhDocNode *node,
                 double size_pt,
                 const GhOp *origin,
                 double width_pt,
                 GArray *ops)
{
  const GhDocStyle *style = gh_doc_style_get (node->role);
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autofree char *text = collect_runs (node, style, attributes);
  PangoContext *pango = gh_font_set_get_context (context->pages->fonts);
  guint element = add_element (context, node->role, text);
  PangoLayout *layout;
  double pitch = size_pt * GH_LINE_HEIGHT * style->line;
  guint n_before = ops->len;
  GhOp place = *origin;
  double longest;
  double height;

  mark_links (attributes, g_array_index (context->pages->elements, GhElement, element).links);
  layout = create_layout (pango, text, size_pt, attributes);
  pango_attr_list_unref (attributes);
  g_ptr_array_add (context->pages->layouts, layout);
  place.element = element;
  place.x += balance_lines (layout, text, style, node->role, width_pt);
  longest = add_lines (layout, size_pt, pitch, &place, ops, &context->pages->n_missing);
  longest = MIN (longest, width_pt);
  height = (ops->len - n_before) * pitch;
  if (style->rule != GH_RULE_NONE && !node->bare && text[0] != '\0')
    {
      double share = style->rule == GH_RULE_FULL ? 1.0 : GH_RULE_SHARE;

      add_rule (ops, origin, origin->top + height + GH_RULE_GAP_PT, longest * share, width_pt);
      height += GH_RULE_ROOM_PT;
    }
  return height;
}

void
gh_layout_add_number (GhPages *pages, GhPage *page, guint number)
{
  double size = GH_PAGE_NUMBER_SIZE_PT;
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autofree char *text = g_strdup_printf ("%u", number);
  PangoContext *pango = gh_font_set_get_context (pages->fonts);
  PangoLayout *layout = create_layout (pango, text, size, attributes);
  double left = GH_MM_TO_PT (GH_MARGIN_LEFT_MM);
  double right = page->width - GH_MM_TO_PT (GH_MARGIN_RIGHT_MM);
  GhOp op = { .kind = GH_OP_NUMBER, .source = -1, .role = GH_DOC_BODY };
  PangoRectangle logical;

  pango_attr_list_unref (attributes);
  g_ptr_array_add (pages->layouts, layout);
  pango_layout_get_extents (layout, NULL, &logical);
  op.line = pango_layout_get_line (layout, 0);
  op.width = (double) logical.width / PANGO_SCALE;
  op.height = size * GH_LINE_HEIGHT;
  op.x = (left + right - op.width) / 2;
  op.top = GH_MM_TO_PT (GH_PAGE_NUMBER_TOP_MM);
  op.baseline = size * GH_FONT_ASCENT;
  g_array_append_val (page->ops, op);
}
