/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * GhDocError:
 * @GH_DOC_ERROR_FONTS: the font set is not where it should be
 * @GH_DOC_ERROR_DRAW: cairo could not draw
 */
typedef enum
{
  GH_DOC_ERROR_FONTS,
  GH_DOC_ERROR_DRAW,
} GhDocError;
#define GH_DOC_ERROR (gh_doc_error_quark ())
GQuark gh_doc_error_quark (void);

/*
 * The document tree: what plan, report and table become before they are laid out as pages (PDF,
 * print, preview) or written as DOCX. It says what a thing is; gh-doc-style.h says how that looks.
 * Unit inside doc: points (1/72 inch) as double; millimetres only in the style.
 */

/** GhDocRole: the component of Nghị định 30/2020/NĐ-CP, Phụ lục I (box number in brackets). */
typedef enum
{
  GH_DOC_NATION,          /* (1) Quốc hiệu */
  GH_DOC_MOTTO,           /* (1) Tiêu ngữ, line under it as long as the text */
  GH_DOC_PARENT_ISSUER,   /* (2) */
  GH_DOC_ISSUER,          /* (2) line under it 1/3–1/2 */
  GH_DOC_NUMBER,          /* (3) */
  GH_DOC_PLACE_DATE,      /* (4) */
  GH_DOC_KIND,            /* (5a) KẾ HOẠCH */
  GH_DOC_TITLE,           /* (5a) trích yếu, line under it 1/3–1/2 */
  GH_DOC_BASIS,           /* (6) căn cứ */
  GH_DOC_PART,            /* (6) "I. NỘI DUNG" */
  GH_DOC_CLAUSE_TITLE,    /* (6) "1. Mục đích", own line, bold */
  GH_DOC_SUBCLAUSE_TITLE, /* (6) "1.1. …" or "a) …" as a heading */
  GH_DOC_BODY,            /* (6) paragraph */
  GH_DOC_ITEM,            /* (6) "- …", "a) …", "1. …" with text */
  GH_DOC_RECIPIENTS_HEAD, /* (9b) Nơi nhận: */
  GH_DOC_RECIPIENT,       /* (9b) */
  GH_DOC_AUTHORITY,       /* (7a) */
  GH_DOC_SIGNER_POST,     /* (7b) */
  GH_DOC_SIGNATURE_SPACE, /* (7c) room for the signature, or the mark in its place */
  GH_DOC_SIGNER_NAME,     /* (7b) */
  GH_DOC_APPENDIX_HEAD,   /* (PL) Phụ lục I */
  GH_DOC_APPENDIX_TITLE,  /* (PL) */
  GH_DOC_APPENDIX_NOTE,   /* (PL) (Kèm theo …) */
  GH_DOC_TABLE_HEAD,      /* cell of a header row */
  GH_DOC_TABLE_CELL,
  GH_DOC_TABLE_NUMBER, /* cell with a figure, right-aligned */
  GH_DOC_TABLE_TOTAL,  /* figure of a subtotal or total row */
  GH_DOC_TABLE_INDEX,  /* running number of a row, centred */
  GH_DOC_CAPTION,      /* note under a table */
} GhDocRole;
#define GH_N_DOC_ROLES (GH_DOC_CAPTION + 1)

/** GhDocRun: letters of one style inside a paragraph. */
typedef struct
{
  char *text;
  gboolean bold;   /* turns the role's weight on */
  gboolean italic; /* turns the role's slant over */
} GhDocRun;

typedef enum
{
  GH_DOC_PARAGRAPH,
  GH_DOC_TABLE,
  GH_DOC_COLUMNS,    /* two columns side by side without frame: header, recipients | signature */
  GH_DOC_PAGE_BREAK, /* a new section: page numbers begin again (appendix) */
  GH_DOC_NEW_PAGE,   /* what follows begins a page: see gh_doc_dup_page_starts() */
} GhDocNodeKind;

typedef struct _GhDocNode GhDocNode;

/**
 * GhDocNode:
 * @source: index of the plan's block it came from, -1 = none: the preview and the editor find
 *   each other by it
 * @number: (nullable): of a paragraph: the number that its text begins with, as the plan has it
 *   ("1", "a)", "-"): @number_length bytes of the first run, with what parts it from the text
 * @heading: level of the heading whose number that is, 0 = it is an item's
 * @cells: of a table: its rows' cells in order, n_columns a row; @left and @right: paragraphs that
 *   stand beside each other. Columns nodes that follow each other with the same @left_share are
 *   rows of one grid: what they hold begins at the same height.
 */
struct _GhDocNode
{
  GhDocNodeKind kind;
  GhDocRole role;
  int level; /* indentation of items, from 0 */
  int source;
  GPtrArray *runs; /* GhDocRun, paragraphs */
  char *number;
  gsize number_length;
  int heading;
  gboolean bare; /* without the line that the role has under it (style of the Youth Union) */
  /* tables */
  guint n_columns;
  guint n_header_rows;
  double *widths;     /* shares of the width, sum 1 */
  GPtrArray *cells;   /* GhDocNode paragraphs, row by row */
  gboolean landscape; /* page break: the section that follows lies across */
  /* columns */
  double left_share; /* of the width */
  GPtrArray *left;   /* GhDocNode */
  GPtrArray *right;  /* GhDocNode */
};

/** GhDoc: the tree; @nodes in order. */
typedef struct
{
  char *title;  /* metadata */
  char *author; /* metadata: issuer */
  GPtrArray *nodes;
} GhDoc;

GhDoc *gh_doc_new (const char *title, const char *author);
void gh_doc_free (GhDoc *doc);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhDoc, gh_doc_free)

GhDocNode *gh_doc_paragraph_new (GhDocRole role, const char *marked_text);
GhDocNode *gh_doc_table_new (guint n_columns, guint n_header_rows, const double *widths);
void gh_doc_table_add_cell (GhDocNode *table, GhDocRole role, const char *marked_text);
GhDocNode *gh_doc_columns_new (double left_share);
GhDocNode *gh_doc_page_break_new (gboolean landscape);
GhDocNode *gh_doc_new_page_new (void);
void gh_doc_node_free (GhDocNode *node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhDocNode, gh_doc_node_free)

/** Whether it is a paragraph without a letter. Such paragraphs are not printed (but the room for
 * the signature is). */
gboolean gh_doc_node_is_empty (const GhDocNode *node);

/** Says that a paragraph begins with @number and what parts it from the text, @prefix together; let
 * pass if it does not. */
void gh_doc_node_set_number (GhDocNode *node, const char *number, const char *prefix, int heading);

/** (transfer full): the letters of a paragraph without its marks; "" for other kinds. */
char *gh_doc_node_get_text (const GhDocNode *node);

/** (transfer full) (element-type GhDocRun): "**bold** and *italic*" as runs; marks without a
 * partner stay letters. */
GPtrArray *gh_doc_runs_parse (const char *marked_text);

/**
 * gh_doc_dup_page_starts: before which nodes a page must begin, as @doc's new pages ask for it. A
 * heading that stands right before a new page goes with it, since no page ends in a heading; a new
 * page at the beginning or the end of a section, or before who signs alone, is none: no page is
 * empty, and no signature stands alone.
 *
 * Returns: (transfer full): a flag for each node
 */
gboolean *gh_doc_dup_page_starts (const GhDoc *doc);

/** (transfer full): the text of the tree as plain lines, cells parted by tabs: export .txt. */
char *gh_doc_to_text (const GhDoc *doc);
