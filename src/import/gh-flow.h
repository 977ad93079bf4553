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
/** @label: (nullable): number or bullet before the text. */
void gh_flow_end_paragraph (GhFlow *flow, const char *label);

void gh_flow_start_table (GhFlow *flow);
void gh_flow_start_row (GhFlow *flow);
void gh_flow_start_cell (GhFlow *flow);
/** How many columns the current cell takes; 1 unless told. */
void gh_flow_set_span (GhFlow *flow, guint columns);
void gh_flow_end_cell (GhFlow *flow);
void gh_flow_end_table (GhFlow *flow);
