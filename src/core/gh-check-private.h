/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-check.h"
#include "gh-spell.h"
#include "gh-summary.h"

/*
 * The checker: gh-check.c lays the plan out as pieces of plain text in document order, then each
 * file of rules (gh-check-*.c) reads the pieces and the data and adds findings
 * (gh-check-findings.c). Rules name patterns of the field, never the words of one plan.
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
 * @index: of the basis or recipient, -1 elsewhere
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
  int index;
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

typedef struct _GhMend GhMend;

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
  GArray *findings;  /* private to gh-check-findings.c */
  GhMend *walk;      /* private to gh-check-mend.c: where findings point to */
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

/** A finding in a piece, its message made of a translated @format. @code is static. Returns:
 * (transfer none): the finding, for gh_check_point() and a fix */
GhFinding *gh_check_add (GhCheck *check,
                         GhSeverity severity,
                         const char *code,
                         const GhPiece *piece,
                         const char *format,
                         ...) G_GNUC_PRINTF (5, 6);
/** A finding outside of the pieces; copies @where. The place stands for the whole @part or @field;
 * the rule that knows more sets index or id in what is returned. */
GhFinding *gh_check_add_at (GhCheck *check,
                            GhSeverity severity,
                            const char *code,
                            GhPart part,
                            GhPlanField field,
                            const char *where,
                            const char *format,
                            ...) G_GNUC_PRINTF (7, 8);

/** The sentence at byte @offset of the piece's text becomes what the finding quotes. */
void gh_check_quote (GhFinding *finding, const GhPiece *piece, gsize offset);
/** Whether a finding of @code points to some of the bytes of @place. */
gboolean gh_check_is_told (const GhCheck *check, const char *code, const GhPlace *place);

/** Begins what gh_check_add() keeps. */
void gh_check_begin_findings (GhCheck *check);
/** Returns: (transfer full) (element-type GhFinding): all of it, errors first, in document order
 * within; nothing is kept. */
GPtrArray *gh_check_end_findings (GhCheck *check);

/** (transfer full): "II. Nội dung, 1. Thời gian": the heading of a part and the nearest numbered
 * one in it, both nullable; @row: of a table, -1 = none. */
char *gh_check_describe_place (const GhBlock *part, const GhBlock *numbered, int row);
/** Place of the piece as a whole. */
GhPlace gh_check_place (const GhPiece *piece);
/** Begins and ends what gh_check_point() keeps between its calls. */
void gh_check_begin_points (GhCheck *check);
void gh_check_end_points (GhCheck *check);
/** Says which bytes of the piece's text the finding is about. */
void gh_check_point (GhCheck *check,
                     GhFinding *finding,
                     const GhPiece *piece,
                     gsize offset,
                     gsize length);
/** Where these bytes are stored; %FALSE if it cannot be told for sure. */
gboolean gh_check_find_place (GhCheck *check,
                              const GhPiece *piece,
                              gsize offset,
                              gsize length,
                              GhPlace *place);
/** The same for a date of the piece. */
void gh_check_point_date (GhCheck *check,
                          GhFinding *finding,
                          const GhPiece *piece,
                          const GhDateMatch *match);

/**
 * GhMend: a fix in the making. Pieces are read without marks and with fields filled in; the fix
 * has to find the same words in the text as it is stored. What cannot be told for sure spoils the
 * whole fix, and the finding stays without one.
 */
struct _GhMend
{
  /* Borrowed */
  GhCheck *check;
  const GhPiece *piece; /* the one whose texts are kept here */
  const char *stored;
  /* Owned */
  GhFix *fix;
  char *marked; /* the piece's text with its marks */
  gsize text_at;
  gsize marked_at; /* where text_at is in it, so that edits in order cost one walk */
  gsize before;    /* bytes that @stored and the filled in text have in common at the beginning */
  gssize shift;    /* how much longer @stored is */
  gsize behind_at; /* from here on the filled in text is again that of @stored */
  gboolean spoilt;
};

GhMend gh_mend_begin (GhCheck *check, gboolean safe);
/** @length bytes at @offset of the piece's text become @text; length 0 puts it in. */
void
gh_mend_replace (GhMend *mend, const GhPiece *piece, gsize offset, gsize length, const char *text);
/** The piece's text becomes @text, which has as many letters: only letters that differ are
 * touched, so that marks and fields between them do not matter. */
void gh_mend_letters (GhMend *mend, const GhPiece *piece, const char *text);
/** A field of header or signature becomes @text. */
void gh_mend_field (GhMend *mend, GhPart part, GhPlanField field, const char *text);
/** An edit of the block the piece stands in. */
void gh_mend_block (GhMend *mend,
                    GhFixKind kind,
                    const GhPiece *piece,
                    const char *old,
                    const char *text);
/** Gives the fix to @finding, or drops it if it is spoilt or changes nothing. Takes @label. */
void gh_mend_end (GhMend *mend, GhFinding *finding, char *label);

/** (transfer full) (nullable): @text, a date as written in figures, with day and month (and year,
 * if it has one) those of @day, and the weekday if it names one; %NULL if it cannot be done. */
char *gh_mend_redate (const char *text, guint32 day, gboolean has_weekday);
/** (transfer full) (nullable): @text with the weekday it names that of @day; %NULL if it names none
 * in words. */
char *gh_mend_weekday (const char *text, guint32 day);
/** (transfer full) (nullable): the name of the weekday that @text is, as it is written; %NULL if it
 * is none in words. */
char *gh_mend_weekday_spelling (const char *text);
/** "thứ Hai" … "Chủ nhật" for 1..7: the words of a plan, not of the interface; static. */
const char *gh_mend_weekday_name (int weekday);

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
void gh_check_numbering (GhCheck *check);
void gh_check_dates (GhCheck *check);
void gh_check_date_style (GhCheck *check);
void gh_check_deadlines (GhCheck *check);
void gh_check_events (GhCheck *check);
void gh_check_figures (GhCheck *check);
void gh_check_stale (GhCheck *check);
/** Whether a target with this figure was read from a sentence of the piece. */
gboolean gh_check_is_of_target (const GhCheck *check, const GhPiece *piece, double value);
void gh_check_tables (GhCheck *check);
void gh_check_words (GhCheck *check);
void gh_check_capitals (GhCheck *check);
void gh_check_spelling (GhCheck *check, const GhSpell *spell);
void gh_check_marks (GhCheck *check);
void gh_check_citations (GhCheck *check);
void gh_check_references (GhCheck *check);
void gh_check_levels (GhCheck *check);
