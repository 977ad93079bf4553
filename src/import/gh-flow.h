/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * GhFlow: the text of a word processor's document in reading order, as gh_plan_text_read() takes
 * it: a line a paragraph, "**" and "*" around bold and italic letters, tabs between cells. A table
 * that only places things side by side (the head of a plan, its signature) comes out column by
 * column. Paragraphs and tables nest; ends without a start are let pass; size is limited, since
 * the input is hostile.
 */
typedef struct _GhFlow GhFlow;

/*
 * Marks of a document that a line of text has no sign for, in the private area of Unicode: a line
 * of its own where a page begins; before a line, the level of a heading that has no number.
 */
#define GH_FLOW_PAGE      "\uE00C"
#define GH_FLOW_HEADING_1 "\uE011"
#define GH_FLOW_HEADINGS  4

GhFlow *gh_flow_new (void);
void gh_flow_free (GhFlow *flow);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhFlow, gh_flow_free)

/** (transfer full): all that was ended. */
char *gh_flow_dup_text (const GhFlow *flow);

void gh_flow_start_paragraph (GhFlow *flow);
/** Letters of the open paragraph; let pass where none is open. */
void gh_flow_append (GhFlow *flow, const char *text, gboolean bold, gboolean italic);
/** Whether the open paragraph has more than blanks. */
gboolean gh_flow_has_text (const GhFlow *flow);
/** Whether the text of the open paragraph, its marks apart, begins so. */
gboolean gh_flow_begins_with (const GhFlow *flow, const char *start);
/** Whether the open paragraph, which is empty, is to have its number nevertheless: in the column
 * "TT" of a table, which a word processor counts. @label: (nullable) */
gboolean gh_flow_stands_alone (const GhFlow *flow, const char *label);
/** @label: (nullable): number or bullet before the text. */
void gh_flow_end_paragraph (GhFlow *flow, const char *label);

/** How a heading of a level (1 = the top) without a number is marked; a label. Level 1 to 4. */
const char *gh_flow_heading_label (int level);
/** A page begins here, which may be inside of the open paragraph; let pass in tables. */
void gh_flow_break_page (GhFlow *flow);
/** A page begins with the open paragraph. */
void gh_flow_begin_page (GhFlow *flow);

/** Where the text that was ended stops now, for gh_flow_break_page_at(); G_MAXSIZE in tables. */
gsize gh_flow_place (const GhFlow *flow);
/** A page begins behind @place, if anything followed. */
void gh_flow_break_page_at (GhFlow *flow, gsize place);

void gh_flow_start_table (GhFlow *flow);
gboolean gh_flow_is_in_table (const GhFlow *flow);
void gh_flow_start_row (GhFlow *flow);
/** Forgets the row: it was deleted. */
void gh_flow_drop_row (GhFlow *flow);
void gh_flow_start_cell (GhFlow *flow);
/** How many columns the current cell takes; 1 unless told. */
void gh_flow_set_span (GhFlow *flow, guint columns);
void gh_flow_end_cell (GhFlow *flow);
void gh_flow_end_table (GhFlow *flow);
