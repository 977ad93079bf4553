/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-proposal.h"

/*
 * The plan-text reader: text → lines → parts (header, bases, body, tail) → facts. Each step has
 * its file; this header is what they share. Invariant: every word of the text stands once in the
 * plan's fields; facts (targets, calendar, tasks, awards) are read from those fields afterwards
 * and take nothing away.
 */

/** GhPlanLine: a line of the text. */
typedef struct
{
  char *text;    /* trimmed, runs of spaces single; inner tabs and marks kept */
  guint number;  /* 1-based line of the input */
  guint indent;  /* blanks in front of it: a right column may stand alone */
  int heading;   /* level of a heading that the document marks as such, 0 = none */
  gboolean gap;  /* an empty line stands before it */
  gboolean page; /* a page begins with it, by the will of whoever wrote it */
} GhPlanLine;

GhPlanLine *gh_plan_line_new (const char *text, guint number, gboolean gap);
void gh_plan_line_free (GhPlanLine *line);

/** (transfer full) (element-type GhPlanLine): the lines that are not empty; text that came without
 * line breaks is broken before its numbering and known parts. */
GPtrArray *gh_plan_lines_split (const char *text);
/** The text of line @i, "" past the end. */
const char *gh_plan_line_text (const GPtrArray *lines, guint i);
/** (transfer full) (element-type GhPlanLine): lines [@from, @to) with two columns (tab or a wide
 * gap between them) laid out one after the other: left column first. */
GPtrArray *gh_plan_lines_uncolumn (const GPtrArray *lines, guint from, guint to);

/** Whether @c ends a sentence or a clause of a list: . ; : ! ? */
gboolean gh_plan_is_closing (gunichar c);
/** The width that a program wrapped lines [@from, @to) at, 0 if each is a paragraph. */
glong gh_plan_lines_wrap (const GPtrArray *lines, guint from, guint to);
/** Whether @line may go on in the next one, in a text wrapped at @wrap: it is about as wide, and
 * not much wider, as rows of a table are. FALSE if @wrap is 0. */
gboolean gh_plan_is_full_line (const char *line, glong wrap);
/** Joins @line to @text with a blank; the halves of a symbol ("QĐ-" ⏎ "UBND") without. */
void gh_plan_append_line (GString *text, const char *line);

/** (transfer full) (nullable): the table whose cells stand one in a line each from line @at on,
 * which is moved behind it; %NULL if none begins there. */
GhBlock *gh_plan_cells_read (const GPtrArray *lines, guint *at, guint end);

/**
 * gh_plan_bytes_decode: the text of a file that is no package, in whatever code it was saved.
 * @name: how messages call the file
 *
 * Returns: (transfer full) (nullable): %NULL with GH_IMPORT_ERROR_FORMAT and a message that says
 *   what to do for files that are no text (.doc, .pdf, .rtf, pictures, web pages)
 */
char *gh_plan_bytes_decode (GBytes *bytes, const char *name, GError **error);
/** (transfer none): sets the error; "%s" in the format is the name of the file. Returns %NULL. */
gpointer
gh_plan_set_refused (GhImportError code, const char *format, const char *name, GError **error);

/** GhPlanReader: the state of one reading. */
typedef struct
{
  /* Borrowed */
  GhPlanReading *reading;
  GhPlan *plan;
  GPtrArray *lines; /* GhPlanLine */
  int today_year;
  /* Found on the way */
  guint body;     /* first line after title and bases */
  guint tail;     /* first line of recipients or signature; lines->len if none */
  guint appendix; /* first line of the appendices after the signature; lines->len if none */
  gboolean has_recipients_label;
  glong wrap; /* width that a program wrapped the lines at, 0 = they are paragraphs */
} GhPlanReader;

/** (transfer full): nothing read yet; @today_year is the year of a plan that names none. */
GhPlanReading *gh_plan_reading_new (int today_year);
/** Adds a problem at an input line (0: none). Takes @message. */
void gh_plan_add_problem (GhPlanReading *reading, guint line, char *message);
/** Appends @text as a line of its own to a note field. */
void gh_plan_add_note (char **note, const char *text);
/** Gives @field a copy of @value. */
void gh_plan_set (char **field, const char *value);

/* The steps, in order. */
void gh_plan_read_header (GhPlanReader *reader);
void gh_plan_find_tail (GhPlanReader *reader);
void gh_plan_read_bases (GhPlanReader *reader);
void gh_plan_read_body (GhPlanReader *reader);
void gh_plan_read_tail (GhPlanReader *reader);
void gh_plan_read_campaign (GhPlanReader *reader);
void gh_plan_read_cited (GhPlanReader *reader);
void gh_plan_read_targets (GhPlanReader *reader);
/** Targets that only the total of a table names; after the others. */
void gh_plan_read_totals (GhPlanReader *reader);
void gh_plan_read_tasks (GhPlanReader *reader);
void gh_plan_read_calendar (GhPlanReader *reader);

/** GhPlanCitation: "Kế hoạch số 13/KH-BCĐ ngày 25/11/2024" found in a text. */
typedef struct
{
  gsize start;  /* of the number */
  gsize end;    /* after number and date */
  char *number; /* "13/KH-BCĐ", spaces taken out */
  guint32 date; /* 0 = none */
} GhPlanCitation;
void gh_plan_citation_free (GhPlanCitation *citation);
/** The first citation at or after @from, or %NULL. */
GhPlanCitation *gh_plan_citation_find (const char *text, gsize from);
/** Splits "03 /KH-BCĐ", "32-KH/ĐTN", "/KH - BCĐ", "…/KH-…" at @text. @rest: what follows.
 * Returns: whether it is a number and symbol at all */
gboolean gh_plan_symbol_parse (const char *text, char **number, char **symbol, const char **rest);

/** GhPlanMark: numbering or bullet at the beginning of a line. */
typedef enum
{
  GH_PLAN_MARK_NONE,
  GH_PLAN_MARK_ROMAN,   /* I. II) */
  GH_PLAN_MARK_CAPITAL, /* A. B. */
  GH_PLAN_MARK_DECIMAL, /* 1. 1) 1/ 1.1. */
  GH_PLAN_MARK_LETTER,  /* a) đ) a. */
  GH_PLAN_MARK_BULLET,  /* - + * • */
} GhPlanMark;

/** @number: (out) (transfer full): as in GhBlock; @depth: parts of "1.1.", or depth of the bullet;
 * @rest: the text behind. */
GhPlanMark gh_plan_mark_parse (const char *text, char **number, int *depth, const char **rest);

/** Whether the line begins an appendix. */
gboolean gh_plan_is_appendix (const char *text);
/** Whether the line is a base ("Căn cứ …", "Thực hiện Kế hoạch số …"). */
gboolean gh_plan_is_basis (const char *text);
/** Whether @text begins with a word for an organisation ("Ban Chỉ đạo …", "Sở …"). */
gboolean gh_plan_is_organisation (const char *text);
/** Offset of the verb behind the organisation that @text begins with ("… xây dựng kế hoạch"), 0 if
 * there is none. */
gsize gh_plan_organisation_length (const char *text);

/** The heading of level 1 or numbered heading that block @i stands under, or %NULL. */
const GhBlock *gh_plan_heading_above (const GhPlan *plan, guint i, int level);
/** Task organisation that block @i stands under, "" if it is not in a part on tasks. Table by
 * block index; (transfer full). */
GPtrArray *gh_plan_organisations (const GhPlan *plan);

/** (transfer full) (nullable): the round that @text begins with, in small letters: "đợt 2",
 * "ngày 1". */
char *gh_plan_round_read (const char *text);
/** (transfer full): the round that block @i is about: its own or that of a block shortly above
 * it, "" if there is none. */
char *gh_plan_round_of (const GhPlan *plan, guint i);

/** GhPlanMoment: a date in a block, with its sentence, while its entry of the calendar is made. */
typedef struct
{
  const GhPlan *plan;
  guint index; /* of the block */
  const char *text;
  const char *low; /* gh_words_lower() of @text */
  const GhDateMatch *match;
  gsize start; /* of the sentence */
  gsize end;
  gsize from;   /* where the words before the date begin: the sentence, or the date before it */
  gsize behind; /* where the words behind the date end */
  const char *organisation;
} GhPlanMoment;

/** What kind of entry a title or clause tells of: the earliest telling word decides. */
GhActivityKind gh_plan_kind_of (const char *text);
/** (transfer full): the entry's title in a clerk's words, "" if the sentence tells nothing. */
char *gh_plan_moment_title (const GhPlanMoment *moment);
/** (transfer full): title of a deadline: what has to be handed in. */
char *gh_plan_moment_deadline_title (const GhPlanMoment *moment);
/** (transfer full) (nullable): name of the standing day that the date stands beside:
 * "Ngày toàn dân hiến máu tình nguyện (7/4)". */
char *gh_plan_moment_day_name (const GhPlanMoment *moment);
/** (transfer full): where it is held, "" if it does not say. */
char *gh_plan_moment_place (const GhPlanMoment *moment);
/** (transfer full): the title of what is planned around block @i: the nearest telling heading, or
 * the plan's title. */
char *gh_plan_context_title (const GhPlan *plan, guint i);

/** Adds @activity (taken) unless the calendar has it; then the one that is there learns its place,
 * hours and unit in charge. */
void gh_plan_add_activity (GhPlanReading *reading, GhActivity *activity);
/** (transfer full) (nullable): a standing day named beside its date. */
GhActivity *gh_plan_read_standing_day (const GhPlanMoment *moment);
/** The standing days of the plan's title: "… chào mừng Ngày thành lập Đoàn (26/3)". */
void gh_plan_read_title_days (GhPlanReader *reader);
/** Whether @span is a month or a quarter: some day of it is meant. */
gboolean gh_plan_is_vague (const GhDateSpan *span);
/** The period of a block that is nothing but one: "1. Quý I", "Tháng 3/2026"; empty if it is more.
 */
GhDateSpan gh_plan_period_heading (const GhBlock *block, int year);
/** Entries from the items below such a heading that name no day of their own. */
void gh_plan_read_period_items (GhPlanReader *reader, guint heading, const GhDateSpan *period);
/** Deadlines told from the rounds that the calendar has so far, in order ("05 ngày sau mỗi đợt").
 */
void gh_plan_read_relative (GhPlanReader *reader);
/** Entries from the rows of a table with a column of dates. */
void gh_plan_read_event_table (GhPlanReader *reader, guint index);
