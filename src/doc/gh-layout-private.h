/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-doc-link.h"
#include "gh-doc-style.h"
#include "gh-layout.h"
#include "gh-shape.h"

#include <pango/pangocairo.h>

/*
 * How a tree becomes pages: each paragraph is shaped (gh-layout-text.c) and cut into bands
 * (gh-layout.c), strips as wide as the text that stand or fall as one: a line of a paragraph, a
 * row of a table, two columns side by side. The bands fill pages from the top (gh-paginate.c).
 */

typedef enum
{
  GH_OP_TEXT,
  GH_OP_REPEAT, /* text of a table head that stood on an earlier page already */
  GH_OP_NUMBER, /* page number */
  GH_OP_RULE,
} GhOpKind;

/**
 * GhOp: one thing to draw, in points. In a band from the band's upper left corner, on a page from
 * the page's.
 * @line: (nullable): borrowed from a shape that the pages keep
 * @cell: number of the column it belongs to
 * @element: index of the paragraph it is of in the pages' elements
 */
typedef struct
{
  GhOpKind kind;
  PangoLayoutLine *line;
  guint cell;
  guint element;
  double x;
  double top;
  double baseline; /* from @top */
  double width;
  double height;
  int source;
  GhDocRole role;
} GhOp;

/**
 * GhElement: what a paragraph is to a screen reader.
 * @section: number of its section
 * @table: number of the table it is a cell of, -1 = none; @row, @column: where, of @n_columns
 * @list: number of the list it is an item of, 0 = none
 * @place: (nullable): name of the place it is (head of an appendix)
 * @links: (nullable) (element-type GhLink)
 */
typedef struct
{
  GhDocRole role;
  guint section;
  int table;
  guint row;
  guint column;
  guint n_columns;
  guint list;
  char *place;
  GArray *links;
} GhElement;

/**
 * GhHead: header rows of a table, repeated where it goes on, and its borders.
 * @edges: n_edges x positions of the vertical lines
 */
typedef struct
{
  gatomicrefcount ref_count;
  GPtrArray *bands; /* GhBand */
  double height;
  double *edges;
  guint n_edges;
} GhHead;

/**
 * GhBand:
 * @breakable: a page may begin with it
 * @page_start: a page must begin with it
 * @head: (nullable): of the table it is a row of
 * @outline: level of the heading it is, 0 = none
 */
typedef struct
{
  GArray *ops; /* GhOp */
  double height;
  double space_before;
  gboolean breakable;
  gboolean page_start;
  gboolean is_head;
  GhHead *head;
  int outline;
  char *outline_text;
} GhBand;

/** GhSection: what is numbered together and lies the same way. */
typedef struct
{
  gboolean landscape;
  GPtrArray *bands; /* GhBand */
} GhSection;

typedef struct
{
  double width;
  double height;
  GArray *ops; /* GhOp */
} GhPage;

typedef struct
{
  int level;
  char *text;
  guint page;
  double y;
} GhHeading;

struct _GhPages
{
  gatomicrefcount ref_count;
  GhFontSet *fonts;
  GPtrArray *shapes; /* GhShape: they own the lines of the ops */
  GPtrArray *pages;  /* GhPage */
  GArray *headings;  /* GhHeading */
  GArray *elements;  /* GhElement, in order */
  guint n_missing;   /* glyphs */
};

/**
 * GhLayoutContext: what every step of the layout needs.
 * @width_pt: of the text
 * @at: where the next paragraph stands
 * @n_tables, @n_lists, @n_places: how many there have been
 * @appendices: (element-type utf8): their heads, for mentions of them
 * @key: of the shape that is looked for
 */
typedef struct
{
  GhPages *pages;
  double width_pt;
  GhElement at;
  guint n_tables;
  guint n_lists;
  guint n_places;
  GPtrArray *appendices;
  GString *key;
  GCancellable *cancellable;
} GhLayoutContext;

PangoContext *gh_font_set_get_context (GhFontSet *fonts);
GhShapeCache *gh_font_set_get_shapes (GhFontSet *fonts);

GhBand *gh_band_new (void);
void gh_band_free (GhBand *band);
GhHead *gh_head_ref (GhHead *head);
void gh_head_unref (GhHead *head);

/**
 * gh_layout_shape: breaks a paragraph into lines.
 * @size_pt: of the letters
 * @ops: (element-type GhOp): the lines are appended, their lines under them too, as cell @cell from
 *   @x and @top on
 *
 * Returns: the height of all
 */
double gh_layout_shape (GhLayoutContext *context,
                        const GhDocNode *node,
                        double size_pt,
                        const GhOp *origin,
                        double width_pt,
                        GArray *ops);

/** Bands of one node onto @section. */
void gh_layout_add_paragraph (GhLayoutContext *context, GhSection *section, const GhDocNode *node);
void gh_layout_add_columns (GhLayoutContext *context, GhSection *section, const GhDocNode *node);
void gh_layout_add_table (GhLayoutContext *context, GhSection *section, const GhDocNode *node);

/** Fills pages with the bands of @section; takes them out of it. */
void gh_paginate (GhPages *pages, GhSection *section);

/** Shapes the page number and puts it on @page. */
void gh_layout_add_number (GhPages *pages, GhPage *page, guint number);

/** Draws one thing; for the writer of tags, which draws between them. */
void gh_op_draw (const GhOp *op, cairo_t *cr);

GhPages *gh_pages_new (GhFontSet *fonts);
