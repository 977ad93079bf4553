/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-dossier.h"

#include <gio/gio.h>

/**
 * GhImportError: why an input was refused as a whole. Messages name file, sheet, row and column.
 * @GH_IMPORT_ERROR_FORMAT: not a file of that kind, or damaged
 * @GH_IMPORT_ERROR_LIMIT: larger than a real file of its kind can be (bombs)
 * @GH_IMPORT_ERROR_NO_HEADER: no header row was found in the sheet
 * @GH_IMPORT_ERROR_EMPTY: nothing in it
 */
typedef enum
{
  GH_IMPORT_ERROR_FORMAT,
  GH_IMPORT_ERROR_LIMIT,
  GH_IMPORT_ERROR_NO_HEADER,
  GH_IMPORT_ERROR_EMPTY,
} GhImportError;
#define GH_IMPORT_ERROR (gh_import_error_quark ())
GQuark gh_import_error_quark (void);

/** GhProblem: a place of the input that a clerk should look at. Nothing is dropped silently. */
typedef struct
{
  char *where;    /* "Sheet1, dòng 12, cột C" or "dòng 41" */
  char *message;  /* translated: what, and what was done with it */
  gboolean fatal; /* the row cannot be taken over */
} GhProblem;
void gh_problem_free (GhProblem *problem);

/** GhAwardReading: an award round as a plan words it. */
typedef struct
{
  char *name;
  char *audience;
  GhDateSpan period;
  GhDateSpan deadline;
} GhAwardReading;
GhAwardReading *gh_award_reading_copy (const GhAwardReading *reading);
void gh_award_reading_free (GhAwardReading *reading);

/**
 * GhPlanReading: what was read in a plan: a proposal; nothing is stored before it is accepted.
 * All ids are 0.
 * @corrected: (nullable): those of @targets, @activities and @awards that somebody has corrected by
 *   hand since, by address
 */
typedef struct
{
  GhCampaign *campaign;
  GhPlan *plan;
  GPtrArray *targets;    /* GhTarget */
  GPtrArray *activities; /* GhActivity: events and deadlines */
  GPtrArray *awards;     /* GhAwardReading */
  GPtrArray *problems;   /* GhProblem */
  GHashTable *corrected;
} GhPlanReading;
void gh_plan_reading_free (GhPlanReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhPlanReading, gh_plan_reading_free)

/**
 * gh_plan_text_read: understands the text of a plan (pasted, .txt, or out of a .docx or .odt).
 * @text: any bytes; tabs part the cells of tables; Markdown marks may stand in it
 * @length: bytes, or -1
 * @today_year: the year to fall back on where a plan names none
 *
 * Never fails and never loses a line: what it does not understand stays as paragraphs (or in the
 * plan's notes). Linear in the text; at most 4 MiB are read (problem otherwise).
 *
 * Returns: (transfer full)
 */
GhPlanReading *gh_plan_text_read (const char *text, gssize length, int today_year);

/** Reads a plan from a .txt, .md, .docx or .odt file (told apart by content, not by name). */
GhPlanReading *
gh_plan_file_read (GFile *file, int today_year, GCancellable *cancellable, GError **error);

/**
 * GhImportWatch: who waits for a long reading. All members may be %NULL.
 * @progress: told how far it is (0..1), in the thread that reads
 * @cancellable: asked between the steps of the reading
 */
typedef struct
{
  void (*progress) (double fraction, gpointer user_data);
  gpointer user_data;
  GCancellable *cancellable;
} GhImportWatch;

/** As gh_plan_file_read(), watched: fails with G_IO_ERROR_CANCELLED, too. */
GhPlanReading *
gh_plan_file_read_watched (GFile *file, int today_year, const GhImportWatch *watch, GError **error);
/** As gh_plan_text_read() for a text that was pasted: one without any part of a plan is refused
 * (GH_IMPORT_ERROR_EMPTY). @watch: (nullable) */
GhPlanReading *
gh_plan_pasted_read (const char *text, int today_year, const GhImportWatch *watch, GError **error);
/** The same of a file's content; @name is how messages call the file ("kế hoạch.docx"). */
GhPlanReading *gh_plan_bytes_read (GBytes *bytes, const char *name, int today_year, GError **error);

/** GhUnitReading: a units file. Parents are named, not linked: see gh-unit-merge.h. */
typedef struct
{
  GhUnit *unit; /* parent_id unset */
  char *parent; /* name of the parent, "" = top or as told by indentation or numbering */
  guint row;    /* 1-based row of the file */
} GhUnitRow;

typedef struct
{
  GPtrArray *rows;     /* GhUnitRow */
  GPtrArray *problems; /* GhProblem */
} GhUnitReading;
void gh_unit_reading_free (GhUnitReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhUnitReading, gh_unit_reading_free)

/** Reads units from .xlsx or .csv (header row found by its titles, any order, Vietnamese or
 * English; title rows above, footer rows below). */
GhUnitReading *gh_unit_file_read (GFile *file, GCancellable *cancellable, GError **error);

/** GhQuotaRow: a row of a quota table: unit by name, a value for each indicator that has a column.
 */
typedef struct
{
  char *unit;
  GhIndicator indicator;
  gint64 value;
  guint row;
} GhQuotaRow;
typedef struct
{
  GPtrArray *rows;     /* GhQuotaRow */
  GPtrArray *problems; /* GhProblem */
} GhQuotaReading;
void gh_quota_reading_free (GhQuotaReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhQuotaReading, gh_quota_reading_free)
GhQuotaReading *gh_quota_file_read (GFile *file, GCancellable *cancellable, GError **error);

/** Activities from iCalendar (.ics) or a table (.xlsx, .csv: title, time, place, lead). */
typedef struct
{
  GPtrArray *activities; /* GhActivity */
  GPtrArray *problems;   /* GhProblem */
} GhCalendarReading;
void gh_calendar_reading_free (GhCalendarReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhCalendarReading, gh_calendar_reading_free)
GhCalendarReading *
gh_calendar_file_read (GFile *file, int default_year, GCancellable *cancellable, GError **error);
