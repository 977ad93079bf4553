/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-check.h"
#include "gh-summary.h"

/*
 * The checker: gh-check.c lays the plan out as pieces of plain text in document order, then each
 * file of rules (gh-check-*.c) reads the pieces and the data and adds findings. Rules name
 * patterns of the field, never the words of one plan.
 */

typedef enum
{
  GH_PIECE_TITLE,
  GH_PIECE_BASIS,
  GH_PIECE_TEXT, /* a heading, paragraph or item */
  GH_PIECE_ROW,  /* a row of a table */
  GH_PIECE_RECIPIENT,
} GhPieceKind;

/**
 * GhPiece: one text of the plan.
 * @block: index in the plan's blocks, -1 outside of them
 * @order: place in the document
 * @resolved: (nullable): the block it stands in, live parts filled in
 * @live: made from the data, so it is not the clerk's writing
 * @row: of a table, 0 = its header row; -1 elsewhere
 * @cells: (nullable): of a row, marks still in them
 * @text: without inline marks; the cells of a row parted by tabs
 * @fold: gh_text_fold() of @text (offsets differ from those of @text)
 * @dates: (element-type GhDateMatch): dates of @text
 */
typedef struct
{
  GhPieceKind kind;
  int block;
  int order;
  const GhBlock *resolved;
  gboolean live;
  int row;
  char **cells;
  char *text;
  char *fold;
  GPtrArray *dates;
  char *where;
} GhPiece;

/**
 * GhCheck: the state of one run.
 * @issued: the plan is out, so its blanks are errors
 * @truncated: the text breaks off; what stands behind the break is not reported as missing
 * @year: year of dates written without one
 * @issue_first, @issue_last: the days it can have been issued on; 0 = not known
 * @effective: day by which laws and levels are judged
 * @period: of the campaign, from the data or else from the text; may be empty
 */
typedef struct
{
  /* Borrowed */
  GhDossier *dossier;
  const GhPlan *plan;
  /* Owned */
  GhSummary *summary;
  GhPlan *resolved;
  GPtrArray *pieces; /* GhPiece */
  GArray *findings;  /* private to gh-check.c */
  gboolean issued;
  gboolean truncated;
  int year;
  guint32 issue_first;
  guint32 issue_last;
  guint32 effective;
  GhDateSpan period;
} GhCheck;

/* Places outside of the pieces. */
#define GH_ORDER_HEADER     0
#define GH_ORDER_RECIPIENTS (G_MAXINT - 3)
#define GH_ORDER_SIGNATURE  (G_MAXINT - 2)
#define GH_ORDER_DATA       (G_MAXINT - 1)

/** A finding in a piece, its message made of a translated @format. @code is static. */
void gh_check_add (GhCheck *check,
                   GhSeverity severity,
                   const char *code,
                   const GhPiece *piece,
                   const char *format,
                   ...) G_GNUC_PRINTF (5, 6);
/** A finding outside of the pieces; copies @where. */
void gh_check_add_at (GhCheck *check,
                      GhSeverity severity,
                      const char *code,
                      int order,
                      const char *where,
                      const char *format,
                      ...) G_GNUC_PRINTF (6, 7);

/** Part of a piece's text between two marks of a sentence (. ; newline) around @offset. */
void gh_check_sentence (const char *text, gsize offset, gsize *start, gsize *end);
/** (transfer full): that part, folded. */
char *gh_check_sentence_fold (const GhPiece *piece, gsize offset);
/** Whether any of the @words ('|' between, folded) stands in @fold as whole words. */
gboolean gh_check_has_word (const char *fold, const char *words);
/** (transfer full): a few words around @offset of @text, to quote in a message. */
char *gh_check_excerpt (const char *text, gsize offset);
/** (transfer full): the text of a date as written. */
char *gh_check_date_text (const GhPiece *piece, const GhDateMatch *match);
/** The date is that of a cited document ("số 13/KH-BCĐ ngày …"). */
gboolean gh_check_is_citation (const GhPiece *piece, const GhDateMatch *match);
/** The date is what something is counted to ("thành tích được tính đến hết ngày …"). */
gboolean gh_check_is_counted (const GhPiece *piece, const GhDateMatch *match);
/** The date is one by which something is due. */
gboolean gh_check_is_deadline (const GhPiece *piece, const GhDateMatch *match);
/** Index of the last block before the appendices that has text, or -1. */
int gh_check_last_body_piece (const GhCheck *check);

/* The rules, a function a file. */
void gh_check_blanks (GhCheck *check);
void gh_check_structure (GhCheck *check);
void gh_check_dates (GhCheck *check);
void gh_check_deadlines (GhCheck *check);
void gh_check_events (GhCheck *check);
void gh_check_figures (GhCheck *check);
void gh_check_stale (GhCheck *check);
void gh_check_tables (GhCheck *check);
void gh_check_words (GhCheck *check);
void gh_check_marks (GhCheck *check);
void gh_check_levels (GhCheck *check);
