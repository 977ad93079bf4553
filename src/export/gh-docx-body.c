/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-docx-body.h"

/* Rows of more lines may go over a page's end. */
#define MAX_WHOLE_LINES 36

/**
 * Body: the state while nodes are written.
 * @starts: which nodes begin a page
 * @width_pt: of the text in this section
 */
typedef struct
{
  xmlTextWriterPtr xml;
  const GhDoc *doc;
  const GhDocxLists *lists;
  GhDocxLinks *links;
  const gboolean *starts;
  double width_pt;
} Body;

/**
 * Frame: what surrounds a paragraph.
 * @width_pt: room for its lines
 * @size_pt: of the letters, 0 = the style's
 * @first: first in its cell: space before it falls away
 * @keep_next, @space_after: for the paragraph before a table or the signature
 * @new_page: it begins a page
 * @list, @list_level: that it is on; 0 = none
 */
typedef struct
{
  double width_pt;
  double size_pt;
  gboolean first;
  gboolean keep_next;
  double space_after_pt;
  gboolean new_page;
  int list;
  int list_level;
} Frame;

static void
write_spacing (Body *body, const GhDocNode *node, const GhDocStyle *style, const Frame *frame)
{
  gboolean signature = node->role == GH_DOC_SIGNATURE_SPACE;
  double single = style->size_pt * GH_LINE_HEIGHT;
  double around = signature ? (GH_SIGNATURE_PT - single) / 2 : 0;
  double before = signature ? around : frame->first ? 0 : style->before_pt;
  double after = signature ? around : MAX (style->after_pt, frame->space_after_pt);

  /* What the line under the text has after it, the text has not. */
  if (style->rule != GH_RULE_NONE && !node->bare)
    after = 0;
  if (before == style->before_pt && after == style->after_pt)
    return;
  gh_docx_put_start (body->xml, "w:spacing");
  gh_docx_put_attribute_int (body->xml, "w:before", gh_docx_twips (before));
  gh_docx_put_attribute_int (body->xml, "w:after", gh_docx_twips (after));
  gh_docx_put_end (body->xml);
}

/* Indents that break a centred text into lines of about the same length. */
static void
write_balance (Body *body, const GhDocNode *node, const GhDocStyle *style, const Frame *frame)
{
  g_autofree char *text = NULL;
  double width;

  if (!gh_doc_role_is_balanced (node->role))
    return;
  text = gh_doc_node_get_text (node);
  width = gh_doc_style_balanced_width (text, style->size_pt, style->bold, frame->width_pt);
  if (width >= frame->width_pt)
    return;
  gh_docx_put_start (body->xml, "w:ind");
  gh_docx_put_attribute_int (body->xml, "w:left", gh_docx_twips ((frame->width_pt - width) / 2));
  gh_docx_put_attribute_int (body->xml, "w:right", gh_docx_twips ((frame->width_pt - width) / 2));
  gh_docx_put_end (body->xml);
}

/* The line under a component: a paragraph as narrow as the line, with a border above it. */
static void
write_rule (Body *body, const GhDocNode *node, const GhDocStyle *style, const Frame *frame)
{
  g_autofree char *text = gh_doc_node_get_text (node);
  double share = style->rule == GH_RULE_FULL ? 1.0 : GH_RULE_SHARE;
  double room = gh_doc_style_balanced_width (text, style->size_pt, style->bold, frame->width_pt);
  double length = share * gh_doc_style_wrapped_width (text, style->size_pt, style->bold, room);
  int side = gh_docx_twips (MAX ((frame->width_pt - length) / 2, 0));

  gh_docx_put_start (body->xml, "w:p");
  gh_docx_put_start (body->xml, "w:pPr");
  gh_docx_put_value (body->xml, "w:pStyle", "GhRule");
  if (style->after_pt > 0)
    {
      gh_docx_put_start (body->xml, "w:spacing");
      gh_docx_put_attribute_int (body->xml, "w:after", gh_docx_twips (style->after_pt));
      gh_docx_put_end (body->xml);
    }
  gh_docx_put_start (body->xml, "w:ind");
  gh_docx_put_attribute_int (body->xml, "w:left", side);
  gh_docx_put_attribute_int (body->xml, "w:right", side);
  gh_docx_put_end (body->xml);
  gh_docx_put_end (body->xml);
  gh_docx_put_end (body->xml);
}

static void
write_paragraph (Body *body, const GhDocNode *node, const Frame *frame)
{
  const GhDocStyle *style = gh_doc_style_get (node->role);

  gh_docx_put_start (body->xml, "w:p");
  gh_docx_put_start (body->xml, "w:pPr");
  gh_docx_put_value (body->xml, "w:pStyle", style->style_id);
  if (frame->keep_next && !style->keep_next)
    gh_docx_put_leaf (body->xml, "w:keepNext");
  if (frame->new_page)
    gh_docx_put_leaf (body->xml, "w:pageBreakBefore");
  if (frame->list > 0)
    gh_docx_put_list (body->xml, frame->list, frame->list_level);
  write_spacing (body, node, style, frame);
  write_balance (body, node, style, frame);
  gh_docx_put_end (body->xml);
  /* The number of a list is Word's to write. */
  gh_docx_write_runs (body->xml, node, frame->size_pt, frame->list > 0 ? node->number_length : 0,
                      body->links);
  gh_docx_put_end (body->xml);
  if (style->rule != GH_RULE_NONE && !node->bare && !gh_doc_node_is_empty (node))
    write_rule (body, node, style, frame);
}

static void
write_borders (Body *body, const char *value)
{
  static const char *const sides[] = { "w:top",   "w:left",    "w:bottom",
                                       "w:right", "w:insideH", "w:insideV" };

  gh_docx_put_start (body->xml, "w:tblBorders");
  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      gh_docx_put_start (body->xml, sides[i]);
      gh_docx_put_attribute (body->xml, "w:val", value);
      gh_docx_put_attribute_int (body->xml, "w:sz", (int) (GH_BORDER_PT * 8));
      gh_docx_put_attribute (body->xml, "w:space", "0");
      gh_docx_put_attribute (body->xml, "w:color", "000000");
      gh_docx_put_end (body->xml);
    }
  gh_docx_put_end (body->xml);
}

static void
write_cell_margins (Body *body, double across_pt, double along_pt)
{
  const struct
  {
    const char *side;
    double pt;
  } margins[] = { { "w:top", along_pt },
                  { "w:left", across_pt },
                  { "w:bottom", along_pt },
                  { "w:right", across_pt } };

  gh_docx_put_start (body->xml, "w:tblCellMar");
  for (gsize i = 0; i < G_N_ELEMENTS (margins); i++)
    {
      gh_docx_put_start (body->xml, margins[i].side);
      gh_docx_put_attribute_int (body->xml, "w:w", gh_docx_twips (margins[i].pt));
      gh_docx_put_attribute (body->xml, "w:type", "dxa");
      gh_docx_put_end (body->xml);
    }
  gh_docx_put_end (body->xml);
}

static void
write_width (Body *body, const char *element, double width_pt)
{
  gh_docx_put_start (body->xml, element);
  gh_docx_put_attribute_int (body->xml, "w:w", gh_docx_twips (width_pt));
  gh_docx_put_attribute (body->xml, "w:type", "dxa");
  gh_docx_put_end (body->xml);
}

/* Begins a table of fixed columns. @framed: with borders and room inside them. */
static void
begin_table (Body *body, const double *widths_pt, guint n_columns, gboolean framed, double pad_pt)
{
  gh_docx_put_start (body->xml, "w:tbl");
  gh_docx_put_start (body->xml, "w:tblPr");
  write_width (body, "w:tblW", body->width_pt);
  write_width (body, "w:tblInd", 0);
  write_borders (body, framed ? "single" : "nil");
  gh_docx_put_start (body->xml, "w:tblLayout");
  gh_docx_put_attribute (body->xml, "w:type", "fixed");
  gh_docx_put_end (body->xml);
  write_cell_margins (body, framed ? pad_pt : 0, framed ? GH_CELL_PAD_V_PT : 0);
  gh_docx_put_end (body->xml);
  gh_docx_put_start (body->xml, "w:tblGrid");
  for (guint i = 0; i < n_columns; i++)
    {
      gh_docx_put_start (body->xml, "w:gridCol");
      gh_docx_put_attribute_int (body->xml, "w:w", gh_docx_twips (widths_pt[i]));
      gh_docx_put_end (body->xml);
    }
  gh_docx_put_end (body->xml);
}

static void
begin_cell (Body *body, double width_pt, double gap_pt, const char *valign)
{
  gh_docx_put_start (body->xml, "w:tc");
  gh_docx_put_start (body->xml, "w:tcPr");
  write_width (body, "w:tcW", width_pt);
  if (gap_pt > 0)
    {
      gh_docx_put_start (body->xml, "w:tcMar");
      write_width (body, "w:right", gap_pt);
      gh_docx_put_end (body->xml);
    }
  if (valign != NULL)
    gh_docx_put_value (body->xml, "w:vAlign", valign);
  gh_docx_put_end (body->xml);
}

/* A cell must hold a paragraph; this one is as small as can be. */
static void
write_empty_paragraph (Body *body)
{
  gh_docx_put_start (body->xml, "w:p");
  gh_docx_put_start (body->xml, "w:pPr");
  gh_docx_put_value (body->xml, "w:pStyle", "GhTableCell");
  gh_docx_put_end (body->xml);
  gh_docx_put_end (body->xml);
}

static void
write_side (Body *body, GPtrArray *nodes, double width_pt, double gap_pt)
{
  guint n = 0;

  begin_cell (body, width_pt, gap_pt, NULL);
  for (guint i = 0; i < nodes->len; i++)
    {
      const GhDocNode *node = g_ptr_array_index (nodes, i);
      Frame frame = { .width_pt = width_pt - gap_pt, .first = n == 0 };

      /* The number keeps its distance from the names above it, though first in its cell. */
      if (node->role == GH_DOC_NUMBER || node->role == GH_DOC_PLACE_DATE)
        frame.first = FALSE;
      if (gh_doc_node_is_empty (node) && node->role != GH_DOC_SIGNATURE_SPACE)
        continue;
      write_paragraph (body, node, &frame);
      n++;
    }
  /* A line under the last paragraph is one itself, and Word wants a cell to end in a paragraph. */
  if (n == 0)
    write_empty_paragraph (body);
  gh_docx_put_end (body->xml);
}

static gboolean
is_columns (const GhDoc *doc, guint i, double left_share)
{
  const GhDocNode *node = i < doc->nodes->len ? g_ptr_array_index (doc->nodes, i) : NULL;

  return node != NULL && node->kind == GH_DOC_COLUMNS && node->left_share == left_share;
}

/* Columns that follow each other with the same share are rows of one table; returns the last. */
static guint
write_columns (Body *body, guint i)
{
  const GhDocNode *first = g_ptr_array_index (body->doc->nodes, i);
  double left = body->width_pt * first->left_share;
  double widths[] = { left, body->width_pt - left };

  begin_table (body, widths, 2, FALSE, 0);
  for (; is_columns (body->doc, i, first->left_share); i++)
    {
      const GhDocNode *node = g_ptr_array_index (body->doc->nodes, i);

      gh_docx_put_start (body->xml, "w:tr");
      gh_docx_put_start (body->xml, "w:trPr");
      if (node->left->len + node->right->len < MAX_WHOLE_LINES)
        gh_docx_put_leaf (body->xml, "w:cantSplit");
      gh_docx_put_end (body->xml);
      write_side (body, node->left, widths[0], GH_COLUMN_GAP_PT);
      write_side (body, node->right, widths[1], 0);
      gh_docx_put_end (body->xml);
    }
  gh_docx_put_end (body->xml);
  return i - 1;
}

/* Whether a row is so high that Word must be free to cut it, by a rough measure. */
static gboolean
is_high_row (Body *body, const GhDocNode *table, guint row, double size_pt)
{
  for (guint column = 0; column < table->n_columns; column++)
    {
      guint index = row * table->n_columns + column;
      double width = table->widths[column] * body->width_pt * 0.8;
      g_autofree char *text = NULL;

      if (index >= table->cells->len)
        break;
      text = gh_doc_node_get_text (g_ptr_array_index (table->cells, index));
      if (gh_doc_style_text_width (text, size_pt, FALSE) / width * size_pt * GH_LINE_HEIGHT >
          GH_WHOLE_ROW_PT)
        return TRUE;
    }
  return FALSE;
}

/* @kept: it stays with what comes after it. */
static void
write_row (Body *body, const GhDocNode *table, guint row, double size_pt, gboolean kept)
{
  gh_docx_put_start (body->xml, "w:tr");
  gh_docx_put_start (body->xml, "w:trPr");
  if (!is_high_row (body, table, row, size_pt))
    gh_docx_put_leaf (body->xml, "w:cantSplit");
  if (row < table->n_header_rows)
    gh_docx_put_leaf (body->xml, "w:tblHeader");
  gh_docx_put_end (body->xml);
  for (guint column = 0; column < table->n_columns; column++)
    {
      guint index = row * table->n_columns + column;
      double width = table->widths[column] * body->width_pt;
      Frame frame = { .width_pt = width, .size_pt = size_pt, .first = TRUE };

      frame.keep_next = kept;
      begin_cell (body, width, 0, "center");
      if (index < table->cells->len)
        write_paragraph (body, g_ptr_array_index (table->cells, index), &frame);
      else
        write_empty_paragraph (body);
      gh_docx_put_end (body->xml);
    }
  gh_docx_put_end (body->xml);
}

/* @kept: the last row stays with what comes after the table. */
static void
write_table (Body *body, const GhDocNode *table, gboolean kept, GCancellable *cancellable)
{
  guint n_rows = (table->cells->len + table->n_columns - 1) / table->n_columns;
  double size = gh_doc_style_table_size (table, body->width_pt);
  g_autofree double *widths = g_new (double, table->n_columns);
  double pad = GH_CELL_PAD_PT;

  for (guint i = 0; i < table->n_columns; i++)
    {
      widths[i] = table->widths[i] * body->width_pt;
      pad = MIN (pad, gh_doc_style_cell_pad (widths[i]));
    }
  begin_table (body, widths, table->n_columns, TRUE, pad);
  for (guint row = 0; row < n_rows && !g_cancellable_is_cancelled (cancellable); row++)
    write_row (body, table, row, size, row < table->n_header_rows || (kept && row + 1 == n_rows));
  gh_docx_put_end (body->xml);
}

static GhDocNodeKind
peek_kind (const GhDoc *doc, guint i)
{
  const GhDocNode *node = i < doc->nodes->len ? g_ptr_array_index (doc->nodes, i) : NULL;

  return node != NULL ? node->kind : GH_DOC_PAGE_BREAK;
}

static gboolean
is_one_line (Body *body, const GhDocNode *node)
{
  const GhDocStyle *style = gh_doc_style_get (node->role);
  g_autofree char *text = gh_doc_node_get_text (node);

  return gh_doc_style_text_width (text, style->size_pt, FALSE) +
           GH_MM_TO_PT (style->first_line_mm) <
         body->width_pt;
}

/*
 * Whether node @i is one of the last two lines above the signature, or the table above those: its
 * end goes on the page with it. Notes under a table do not count as lines. Of a longer paragraph
 * Word keeps two lines itself.
 */
static gboolean
is_kept_with_signature (Body *body, guint i)
{
  guint n_lines = 0;

  for (i++; i < body->doc->nodes->len; i++)
    {
      const GhDocNode *node = g_ptr_array_index (body->doc->nodes, i);

      if (node->kind == GH_DOC_COLUMNS)
        return TRUE;
      if (node->kind != GH_DOC_PARAGRAPH || !is_one_line (body, node))
        return FALSE;
      n_lines += node->role != GH_DOC_CAPTION;
      if (n_lines > 1)
        return FALSE;
    }
  return FALSE;
}

static gboolean
is_table_kind (GhDocNodeKind kind)
{
  return kind == GH_DOC_TABLE || kind == GH_DOC_COLUMNS;
}

/* Writes node @i; returns the last one written. */
static guint
write_node (Body *body, guint i, GCancellable *cancellable)
{
  const GhDocNode *node = g_ptr_array_index (body->doc->nodes, i);
  GhDocNodeKind next = peek_kind (body->doc, i + 1);
  Frame frame = { .width_pt = body->width_pt, .new_page = body->starts[i] };

  if (node->kind == GH_DOC_PARAGRAPH)
    {
      frame.list = gh_docx_lists_get (body->lists, i, &frame.list_level);
      frame.keep_next =
        is_kept_with_signature (body, i) || (next == GH_DOC_TABLE && gh_doc_node_leads (node));
      frame.space_after_pt = next == GH_DOC_COLUMNS ? 2 * GH_TABLE_SPACE_PT
                             : next == GH_DOC_TABLE ? GH_TABLE_SPACE_PT
                                                    : 0;
      if (!gh_doc_node_is_empty (node))
        write_paragraph (body, node, &frame);
      return i;
    }
  if (frame.new_page)
    gh_docx_write_seam (body->xml, GH_DOCX_SEAM_NEW_PAGE, FALSE);
  if (node->kind == GH_DOC_COLUMNS)
    i = write_columns (body, i);
  else
    write_table (body, node, is_kept_with_signature (body, i), cancellable);
  next = peek_kind (body->doc, i + 1);
  if (is_table_kind (next))
    gh_docx_write_seam (
      body->xml, next == GH_DOC_COLUMNS ? GH_DOCX_SEAM_SIGNATURE : GH_DOCX_SEAM_TABLES, FALSE);
  return i;
}

void
gh_docx_write_body (xmlTextWriterPtr xml,
                    const GhDoc *doc,
                    const GhDocxLists *lists,
                    GhDocxLinks *links,
                    GCancellable *cancellable)
{
  g_autofree gboolean *starts = gh_doc_dup_page_starts (doc);
  Body body = { xml, doc, lists, links, starts, 0 };
  gboolean landscape = FALSE;
  double margins = GH_MM_TO_PT (GH_MARGIN_LEFT_MM + GH_MARGIN_RIGHT_MM);
  gboolean written = FALSE;

  body.width_pt = GH_MM_TO_PT (GH_PAPER_WIDTH_MM) - margins;
  for (guint i = 0; i < doc->nodes->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const GhDocNode *node = g_ptr_array_index (doc->nodes, i);

      if (node->kind == GH_DOC_NEW_PAGE)
        continue;
      if (node->kind != GH_DOC_PAGE_BREAK)
        {
          i = write_node (&body, i, cancellable);
          written = TRUE;
          continue;
        }
      if (written)
        gh_docx_write_seam (body.xml, GH_DOCX_SEAM_SECTION, landscape);
      written = FALSE;
      landscape = node->landscape;
      body.width_pt = GH_MM_TO_PT (landscape ? GH_PAPER_HEIGHT_MM : GH_PAPER_WIDTH_MM) - margins;
    }
  /* Word wants a paragraph after the last table. */
  if (!written || is_table_kind (peek_kind (doc, doc->nodes->len - 1)))
    gh_docx_write_seam (body.xml, GH_DOCX_SEAM_TABLES, FALSE);
  gh_docx_write_section (body.xml, landscape);
}
