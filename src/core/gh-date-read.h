/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-date-span.h"
#include "gh-date-token.h"

#include <glib.h>

/* Private to the date reader. gh-date-token.c splits the text, gh-date-reader.c takes single words
 * and signs, gh-date-point.c and gh-date-period.c read one date as written, gh-date-resolve.c finds
 * its days, gh-date-phrase.c puts hours, weekdays, ranges and deadlines around it, gh-date-scan.c
 * decides which phrases of a running text are dates.
 *
 * Every gh_date_read_…() and gh_date_take_…() function tries at token *@i: if it finds what it
 * reads, it moves *@i behind it and returns TRUE; otherwise it leaves *@i alone. */

/**
 * GhDateReader:
 * @whole: the text is nothing but a date (a field of a form), so that short and rare spellings
 *   are welcome which in a running text would more often be something else
 */
typedef struct
{
  const char *text;
  const GhToken *tokens;
  gsize n_tokens;
  int default_year;
  gboolean whole;
} GhDateReader;

/**
 * GhDatePoint: one date as written, not yet looked at whether it exists.
 * @year: 0 = not written
 * @month: 1..12 as a rule
 * @day: of a day
 * @first: first day of a list of days ("18, 19 và 28-11"), first month or quarter of a list of
 *   those; 0 = no list
 * @part: 1..3 of GH_PRECISION_MONTH_PART, 4..5 = first and second half of the month,
 *   GH_DATE_PART_WEEK + 1..5 = a week, + 6 = the last; or the quarter
 * @tet: @day counts from Tết ("mùng 9 Tết"; from 20 on, towards it)
 * @sure: a year or "ngày" says that it is a date, so an impossible one is worth a report
 */
typedef struct
{
  GhPrecision precision;
  int year;
  int month;
  int day;
  int first;
  int part;
  gboolean lunar;
  gboolean tet;
  gboolean bad_year;
  gboolean malformed;
  gboolean sure;
} GhDatePoint;

/** Weeks of a month are sevens of its days, as plans that name no day mean them: 1 to 7, 8 to 14 …
 * the fifth is what is left, the last its last seven days. */
#define GH_DATE_PART_WEEK 5

/** How a point was introduced. */
typedef enum
{
  GH_DATE_BARE,
  GH_DATE_INTRODUCED, /* by từ, đến, trước … */
  GH_DATE_EXPLICIT,   /* by ngày */
} GhDateIntro;

const GhToken *gh_date_token (const GhDateReader *reader, gsize i);
gboolean gh_date_is_sign (const GhDateReader *reader, gsize i, gunichar sign);
/** Whether a number of @min_digits to @max_digits stands at @i. */
gboolean gh_date_is_number (const GhDateReader *reader, gsize i, int min_digits, int max_digits);
/** Takes folded words parted by single spaces. */
gboolean gh_date_take_words (const GhDateReader *reader, gsize *i, const char *words);
gboolean gh_date_take_sign (const GhDateReader *reader, gsize *i, gunichar sign);
/** Takes one of the '|'-separated word sequences @choices, the first that fits. */
gboolean gh_date_take_any (const GhDateReader *reader, gsize *i, const char *choices);
/** Whether the word at @i is @lower letter by letter, marks included. */
gboolean gh_date_is_exactly (const GhDateReader *reader, gsize i, const char *lower);

/** "năm 2025", ", năm 2025" */
gboolean gh_date_read_year_words (const GhDateReader *reader, gsize *i, int *year);
/** "/2025", " / 2025", "-2025", ".2025": the dash and the dot without spaces. */
gboolean gh_date_read_year_tail (const GhDateReader *reader, gsize *i, int *year);
/** What stands between the days, months or quarters of a list, and @repeated, their word. */
gboolean gh_date_read_list_sign (const GhDateReader *reader, gsize *i, const char *repeated);
/** "3", "03", "Tám", "Giêng": the month behind "tháng". */
gboolean gh_date_read_month_name (const GhDateReader *reader, gsize *i, GhDatePoint *point);
/** A month, a part of one, a quarter or a year. */
gboolean gh_date_read_period (const GhDateReader *reader, gsize *i, GhDatePoint *point);
/** One date in any spelling. */
gboolean
gh_date_read_point (const GhDateReader *reader, gsize *i, GhDateIntro intro, GhDatePoint *point);

/** Hours: "07h30 - 11h30", "từ 7h00 đến 12h30", "lúc 13g30"; -1 = not written. */
gboolean gh_date_read_hours (const GhDateReader *reader, gsize *i, int *start, int *end);
/** "thứ Năm", "T5", "Chủ nhật". */
gboolean gh_date_read_weekday (const GhDateReader *reader, gsize *i, int *weekday);

/** First and last day of @point in @year (used where none is written), or @problem. */
gboolean gh_date_point_days (const GhDatePoint *point,
                             int year,
                             guint32 *first,
                             guint32 *last,
                             char **problem);

/** GhDateSide: a date with what belongs to it: weekday (0 = none), minutes (-1 = none). */
typedef struct
{
  GhDatePoint point;
  GhDateIntro intro;
  int weekday;
  int start_minute;
  int end_minute;
} GhDateSide;

/** GhDatePhrase: a deadline's words, then one side, or (@range) two joined by "đến". */
typedef struct
{
  gboolean deadline;
  gboolean before;
  gboolean range;
  GhDateSide a;
  GhDateSide b;
} GhDatePhrase;

gboolean gh_date_read_phrase (const GhDateReader *reader, gsize *i, GhDatePhrase *phrase);

/** Whether @phrase is a date that exists; if not, @problem says why, or stays %NULL if the phrase
 * is better left alone. */
gboolean gh_date_resolve_phrase (const GhDateReader *reader,
                                 const GhDatePhrase *phrase,
                                 GhDateSpan *span,
                                 char **problem);
