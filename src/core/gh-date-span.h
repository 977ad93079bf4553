/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * GhPrecision: how exactly a date is known (JSON names in brackets)
 * @GH_PRECISION_DAY: one day, perhaps with hours ("day")
 * @GH_PRECISION_SPAN: from one day to another ("span")
 * @GH_PRECISION_MONTH: some day of a month ("month")
 * @GH_PRECISION_MONTH_PART: đầu 1–10, giữa 11–20, cuối 21–last ("month-part")
 * @GH_PRECISION_QUARTER: some day of a quarter ("quarter")
 * @GH_PRECISION_YEAR: some day of a year ("year")
 */
typedef enum
{
  GH_PRECISION_DAY,
  GH_PRECISION_SPAN,
  GH_PRECISION_MONTH,
  GH_PRECISION_MONTH_PART,
  GH_PRECISION_QUARTER,
  GH_PRECISION_YEAR,
} GhPrecision;

/**
 * GhDateSpan:
 * @start: first day as a Julian day number of #GDate; 0 = no date at all
 * @end: last day, inclusive; never before @start
 * @precision: how exactly it is known
 * @start_minute: minutes after midnight of the beginning, -1 = no hour given; 1440 = 24h00
 * @end_minute: minutes after midnight of the end, -1 = no hour given
 * @before: "trước ngày X": @start and @end are X as written, the last day allowed is X - 1
 *
 * A plain value: copy it by assignment. The text it came from is kept by whoever read it.
 */
typedef struct
{
  guint32 start;
  guint32 end;
  GhPrecision precision;
  gint16 start_minute;
  gint16 end_minute;
  gboolean before;
} GhDateSpan;

#define GH_DATE_SPAN_INIT                                                                          \
  {                                                                                                \
    0, 0, GH_PRECISION_DAY, -1, -1, FALSE                                                          \
  }

/** Julian day (#GDate) of a day, or 0 if there is no such day (31/11/2023). Years 1..9999. */
guint32 gh_day_from_ymd (int year, int month, int day);

/** Splits a Julian day; any of the out pointers may be %NULL. @day must not be 0. */
void gh_day_to_ymd (guint32 day, int *year, int *month, int *day_of_month);

/** 1 = Monday … 7 = Sunday, as ISO 8601; @day must not be 0. */
int gh_day_weekday (guint32 day);

/** "dd/mm/yyyy" (transfer full), "" for 0. */
char *gh_day_format (guint32 day);

/** "2027-02-06" (transfer full), "" for 0. */
char *gh_day_format_iso (guint32 day);

/** Reads "2027-02-06"; 0 if it is not a day. */
guint32 gh_day_parse_iso (const char *text);

/** "thứ Bảy", "Chủ nhật" … by gettext of the untranslated weekday; static. @weekday: 1..7, Monday =
 * 1 */
const char *gh_weekday_name (int weekday);

/** "day", "month-part" …: the name in JSON and in the workspace; static. */
const char *gh_precision_to_string (GhPrecision precision);
gboolean gh_precision_from_string (const char *text, GhPrecision *precision);

/** One whole day without hours. */
GhDateSpan gh_date_span_day (guint32 day);
/** From @start to @end inclusive; a day if they are equal. */
GhDateSpan gh_date_span_days (guint32 start, guint32 end);
/** A month of a year. */
GhDateSpan gh_date_span_month (int year, int month);
/** @part: 1 = đầu (1–10), 2 = giữa (11–20), 3 = cuối (21–last). */
GhDateSpan gh_date_span_month_part (int year, int month, int part);
/** @quarter: 1..4. */
GhDateSpan gh_date_span_quarter (int year, int quarter);
GhDateSpan gh_date_span_year (int year);

gboolean gh_date_span_is_empty (const GhDateSpan *span);
gboolean gh_date_span_equal (const GhDateSpan *a, const GhDateSpan *b);
/** Order of a calendar: start, then end, then hour; empty spans last. For qsort-like use. */
int gh_date_span_compare (const GhDateSpan *a, const GhDateSpan *b);
/** The last day on which the thing is still in time: @end, or @start - 1 if @before. 0 if empty. */
guint32 gh_date_span_last_day (const GhDateSpan *span);

/**
 * gh_date_span_parse:
 * @text: what a clerk types or a plan says, in any of the spellings of a Vietnamese office:
 *   "27/02/2025", "2-11", "14.4", "ngày 09 tháng 12 năm 2021", "07h30 - 11h30, ngày 09/12/2021",
 *   "từ ngày 01/1/2025 đến 01/03/2025", "18, 19 và 28-11", "Tháng 2/2025", "cuối tháng 02/2025",
 *   "Quý I/2027", "năm 2027", "trước ngày 01/02/2025", "đến hết ngày …", "chậm nhất là …",
 *   "mùng 9 Tết", "10/3 âm lịch", ISO dates, "2027". Leading and trailing spaces are allowed,
 *   other words are not.
 * @default_year: year of dates written without one; 0 = such dates are refused
 * @span: (out): the date
 * @problem: (out) (optional) (transfer full): %NULL, or why the date cannot be (a translated
 *   sentence: "31/11/2023 does not exist: November has 30 days.")
 *
 * Never mends an impossible date: it returns %FALSE with @problem set.
 *
 * Returns: whether @text as a whole is a date that exists
 */
gboolean gh_date_span_parse (const char *text, int default_year, GhDateSpan *span, char **problem);

/**
 * GhDateMatch: a date found inside a running text by gh_date_scan().
 * @offset: byte offset of its first letter ("từ", "ngày", "trước" … belong to it)
 * @length: in bytes
 * @span: the date; empty if @problem is set
 * @problem: (nullable): "impossible" dates (31/11/2023): a translated sentence
 * @malformed: it was read in spite of a slip such as "10/10//2024"
 * @deadline: it was introduced as a deadline (trước, chậm nhất, đến hết ngày, hạn cuối …)
 * @has_year: the year was written (and not taken from the default)
 * @weekday: weekday named beside it ("(thứ Năm)"), 1..7, or 0; of a range, that of its start
 */
typedef struct
{
  gsize offset;
  gsize length;
  GhDateSpan span;
  char *problem;
  gboolean malformed;
  gboolean deadline;
  gboolean has_year;
  int weekday;
} GhDateMatch;

void gh_date_match_free (GhDateMatch *match);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhDateMatch, gh_date_match_free)

/**
 * gh_date_scan:
 * @text: UTF-8, NFC; Markdown marks (*, **) may stand between the parts of a date
 * @default_year: year of dates written without one ("14/6", "27/2"); 0 = leave those out
 *
 * Finds all dates of a text, in order, not overlapping; none crosses a tab or a newline. Document
 * numbers (13/KH-BCĐ), phone numbers, fractions and decimals are not dates, nor is a bare year;
 * "trong năm 2025" is (precision year). "27/02/1955- 27/02/2025" are two anniversaries joined: a
 * span. A year written at one end of a range serves both, turned so that the end comes last. A
 * range whose written end is before its beginning is a match with a problem. "trước 16h00 ngày X"
 * is a deadline on X itself: not before, with an end minute. Cost is linear in the text.
 *
 * Returns: (transfer full) (element-type GhDateMatch): frees its elements
 */
GPtrArray *gh_date_scan (const char *text, int default_year);

/** How gh_date_span_format() writes. */
typedef enum
{
  GH_DATE_SHORT, /* "27/03", "27/03–02/04", "tháng 2", "cuối tháng 2": for tables of one year */
  GH_DATE_NORMAL, /* "27/03/2027", "tháng 02/2027", "quý I/2027" */
  GH_DATE_LONG, /* "thứ Bảy, 27/03/2027", with hours "07h30–11h30, thứ Bảy, 27/03/2027" */
  GH_DATE_PLAN, /* as a plan's sentence: "ngày 27/03/2027", "từ ngày 01/01/2027 đến ngày …" */
} GhDateStyle;

/** (transfer full): the date in Vietnamese office spelling, whatever the interface's language; ""
 * if empty; @before adds "trước". All but GH_DATE_SHORT keep the hours, and gh_date_span_parse()
 * reads them back as the same span. */
char *gh_date_span_format (const GhDateSpan *span, GhDateStyle style);
