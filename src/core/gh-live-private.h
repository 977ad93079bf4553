/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-summary.h"

/*
 * What the live blocks print, as blocks of their own (element-type GhBlock), appended to @blocks.
 * These are sentences of an official document: Vietnamese, whatever the language of the window.
 */
void gh_live_add_targets (const GhSummary *summary, GPtrArray *blocks);
void gh_live_add_quotas (const GhSummary *summary, GPtrArray *blocks);
void gh_live_add_calendar (const GhSummary *summary, GPtrArray *blocks);
void gh_live_add_sessions (const GhSummary *summary, GPtrArray *blocks);
void gh_live_add_tasks (const GhSummary *summary, GPtrArray *blocks);
void gh_live_add_awards (const GhSummary *summary, GPtrArray *blocks);
void gh_live_add_budget (const GhSummary *summary, GPtrArray *blocks);
/* The same as an appendix with its heading. */
void gh_live_add_quotas_annex (const GhSummary *summary, GPtrArray *blocks);
void gh_live_add_calendar_annex (const GhSummary *summary, GPtrArray *blocks);
void gh_live_add_budget_annex (const GhSummary *summary, GPtrArray *blocks);

/** What is not known yet stands as in a draft on paper: dots to fill in. */
#define GH_LIVE_BLANK "…"

/* A row of a table in the making: its cells (char *), bold if wanted, then into the table. */
GPtrArray *gh_live_new_cells (void);
void gh_live_add_cell (GPtrArray *cells, const char *text, gboolean bold);
/** Empties @cells for the next row. */
void gh_live_end_row (GhBlock *table, GPtrArray *cells);

/**
 * GhLiveFill: fields are filled in text by text, in the order of the document: where a document is
 * cited first decides how it is written later.
 * @told: (nullable): what the document has said so far; %NULL: every citation is a later one
 */
typedef struct
{
  /* Borrowed */
  const GhSummary *summary;
  GString *told;
} GhLiveFill;

/** (transfer full) (nullable): the text of a field, %NULL if there is no such field. */
char *gh_live_field (const GhLiveFill *fill, const char *key);
/** (transfer full) (nullable): a citation of the document of that number: full where @fill has not
 * told of it, else short; %NULL if it is not among the bases. */
char *gh_live_cite (const GhLiveFill *fill, const char *number);
/** (transfer full): @text with its fields filled in; one pass, so a value is never read again. */
char *gh_live_fill_text (const GhLiveFill *fill, const char *text);
/** Fills in *@text, and takes it into what was told. */
void gh_live_fill (const GhLiveFill *fill, char **text);
void gh_live_fill_block (const GhLiveFill *fill, GhBlock *block);
/** Appends what the live part of that key prints; %FALSE if there is no such key. */
gboolean gh_live_add_part (const GhSummary *summary, const char *key, GPtrArray *blocks);

/** (transfer full): "350", "200 – 300", "12,5": the figure of a target alone. */
char *gh_live_target_figure (const GhTarget *target);
