/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-doc.h"

/*
 * Every number of the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I, in one place. The DOCX writer
 * and the layout engine both read it, so that Word and PDF cannot disagree. Sources of each number
 * stand in gh-doc-style.c.
 */

/** A4 (NĐ 30, Phụ lục I, Mục I.1). */
#define GH_PAPER_WIDTH_MM  210.0
#define GH_PAPER_HEIGHT_MM 297.0
/** Top and bottom 20–25, left 30–35, right 15–20 mm (Mục I.3). */
#define GH_MARGIN_TOP_MM    20.0
#define GH_MARGIN_BOTTOM_MM 20.0
#define GH_MARGIN_LEFT_MM   30.0
#define GH_MARGIN_RIGHT_MM  20.0
/** Upper edge of the page number from the upper edge of the paper: within the top margin (Mục
 * I.7). */
#define GH_PAGE_NUMBER_TOP_MM  10.0
#define GH_PAGE_NUMBER_SIZE_PT 14.0

/** Thickness of the lines under components and of table borders. */
#define GH_RULE_PT   0.75
#define GH_BORDER_PT 0.5
/** Share of the text's line that the line under issuer and title takes: 1/3 to 1/2. */
#define GH_RULE_SHARE 0.4
/** From the last line of the text to its line, and the line's own room. */
#define GH_RULE_GAP_PT  3.0
#define GH_RULE_ROOM_PT 5.0
/** Room for a signature and the seal on it. */
#define GH_SIGNATURE_PT 62.0
/** Between a table's border and its letters; between text and table. */
#define GH_COLUMN_GAP_PT  8.0 /* between columns side by side, taken from the left one */
#define GH_CELL_PAD_PT    4.0
#define GH_CELL_PAD_V_PT  2.0
#define GH_TABLE_SPACE_PT 6.0
/** A table's row higher than this may be cut where a page ends: whole, it would leave more than
 * half of a page empty. */
#define GH_WHOLE_ROW_PT 400.0
/** Height of a single line as a multiple of the size, for Times New Roman and its metric twins. */
#define GH_LINE_HEIGHT   1.149
#define GH_FONT_ASCENT   0.891
#define GH_FONT_DESCENT  0.216
#define GH_MM_TO_PT(mm)  ((mm) *72.0 / 25.4)
#define GH_DOC_FONT_NAME "Times New Roman"

typedef enum
{
  GH_ALIGN_LEFT,
  GH_ALIGN_CENTRE,
  GH_ALIGN_RIGHT,
  GH_ALIGN_JUSTIFY,
} GhDocAlign;

/** GhDocRule: the line under a component. */
typedef enum
{
  GH_RULE_NONE,
  GH_RULE_FULL, /* as long as the line of text */
  GH_RULE_PART, /* GH_RULE_SHARE of it */
} GhDocRule;

/**
 * GhDocStyle: how a role looks.
 * @style_id, @style_name: of the style in DOCX; headings use Word's own, so that its navigation
 *   pane and table of contents find them
 * @first_line_mm: indent of the first line
 * @line: distance of lines, 1 = single
 * @keep_next: never the last thing on a page
 * @outline: level in the outline (bookmarks), 0 = not in it
 */
typedef struct
{
  const char *style_id;
  const char *style_name;
  double size_pt;
  gboolean bold;
  gboolean italic;
  GhDocAlign align;
  double first_line_mm;
  double before_pt;
  double after_pt;
  double line;
  GhDocRule rule;
  gboolean keep_next;
  int outline;
} GhDocStyle;

/** (transfer none): never %NULL. */
const GhDocStyle *gh_doc_style_get (GhDocRole role);

/** Whether the role stands in a table's cell. */
gboolean gh_doc_role_is_cell (GhDocRole role);

/** Size of the letters of a table in a text of @width_pt: smaller as the columns get more and
 * narrower, so that a letter always fits into its column. */
double gh_doc_style_table_size (const GhDocNode *table, double width_pt);

/** Room between border and letters in a column of @width_pt. */
double gh_doc_style_cell_pad (double width_pt);

/**
 * gh_doc_style_text_width: width of @text on one line in points, by the advances of Times New
 * Roman; marks above and below letters add nothing. For writers without a font at hand (DOCX); the
 * layout engine measures itself.
 */
double gh_doc_style_text_width (const char *text, double size_pt, gboolean bold);

/** Width of the longest line when @text is wrapped into @width_pt, by the same advances. */
double
gh_doc_style_wrapped_width (const char *text, double size_pt, gboolean bold, double width_pt);

/**
 * gh_doc_style_balanced_width: the least width in which @text takes no more lines than in
 * @width_pt, so that a centred text has lines of about the same length and none of one word; and of
 * such widths one that parts the fewest words which belong together ("hiến máu", "Bình An", "năm
 * 2027"). By the same advances.
 */
double
gh_doc_style_balanced_width (const char *text, double size_pt, gboolean bold, double width_pt);

/** Whether a paragraph leads to a table that follows it ("as follows:", the words above it), so
 * that a page must not end between the two. */
gboolean gh_doc_node_leads (const GhDocNode *node);

/** Whether lines of the role are balanced: centred components outside of tables. */
gboolean gh_doc_role_is_balanced (GhDocRole role);
