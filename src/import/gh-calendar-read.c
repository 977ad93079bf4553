/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gh-calendar-private.h"
#include "gh-sheet-table.h"
#include "gh-text.h"
#include "gh-zip.h"

/* A calendar of thousands of entries is well below this. */
#define MAX_FILE_SIZE (64u * 1024u * 1024u)

enum
{
  FIELD_ORDER,
  FIELD_TITLE,
  FIELD_KIND,
  FIELD_TIME,
  FIELD_FROM,
  FIELD_TO,
  FIELD_HOURS,
  FIELD_PLACE,
  FIELD_LEAD,
  FIELD_PARTNERS,
  FIELD_STATE,
  FIELD_RESULT,
  N_FIELDS
};

static const GhSheetTitle titles[] = {
  { FIELD_ORDER, "tt" },
  { FIELD_ORDER, "stt" },
  { FIELD_ORDER, "so tt" },
  { FIELD_ORDER, "no" },
  { FIELD_ORDER, "#" },
  { FIELD_TITLE, "noi dung" },
  { FIELD_TITLE, "noi dung cong viec" },
  { FIELD_TITLE, "noi dung hoat dong" },
  { FIELD_TITLE, "ten su kien" },
  { FIELD_TITLE, "su kien" },
  { FIELD_TITLE, "hoat dong" },
  { FIELD_TITLE, "ten hoat dong" },
  { FIELD_TITLE, "cong viec" },
  { FIELD_TITLE, "ten cong viec" },
  { FIELD_TITLE, "title" },
  { FIELD_TITLE, "activity" },
  { FIELD_TITLE, "event" },
  { FIELD_TITLE, "subject" },
  { FIELD_TITLE, "summary" },
  { FIELD_KIND, "loai" },
  { FIELD_KIND, "loai hoat dong" },
  { FIELD_KIND, "kind" },
  { FIELD_KIND, "type" },
  { FIELD_FROM, "tu ngay" },
  { FIELD_FROM, "ngay bat dau" },
  { FIELD_FROM, "bat dau" },
  { FIELD_FROM, "start" },
  { FIELD_FROM, "start date" },
  { FIELD_TO, "den ngay" },
  { FIELD_TO, "den het ngay" },
  { FIELD_TO, "ngay ket thuc" },
  { FIELD_TO, "ket thuc" },
  { FIELD_TO, "end" },
  { FIELD_TO, "end date" },
  { FIELD_HOURS, "gio" },
  { FIELD_HOURS, "thoi diem" },
  { FIELD_HOURS, "hours" },
  { FIELD_TIME, "thoi gian" },
  { FIELD_TIME, "thoi gian thuc hien" },
  { FIELD_TIME, "thoi gian to chuc" },
  { FIELD_TIME, "thoi gian du kien" },
  { FIELD_TIME, "ngay" },
  { FIELD_TIME, "ngay to chuc" },
  { FIELD_TIME, "ngay thuc hien" },
  { FIELD_TIME, "thoi han" },
  { FIELD_TIME, "time" },
  { FIELD_TIME, "date" },
  { FIELD_TIME, "~thoi gian" },
  { FIELD_PLACE, "place" },
  { FIELD_PLACE, "location" },
  { FIELD_PLACE, "noi to chuc" },
  { FIELD_PLACE, "~dia diem" },
  { FIELD_PARTNERS, "phoi hop" },
  { FIELD_PARTNERS, "partners" },
  { FIELD_PARTNERS, "~phoi hop" },
  { FIELD_LEAD, "chu tri" },
  { FIELD_LEAD, "lead" },
  { FIELD_LEAD, "phu trach" },
  { FIELD_LEAD, "don vi thuc hien" },
  { FIELD_LEAD, "~chu tri" },
  { FIELD_LEAD, "~don vi thuc hien" },
  { FIELD_LEAD, "~phu trach" },
  { FIELD_LEAD, "~don vi to chuc" },
  { FIELD_STATE, "tinh trang" },
  { FIELD_STATE, "trang thai" },
  { FIELD_STATE, "state" },
  { FIELD_STATE, "status" },
  { FIELD_RESULT, "ket qua" },
  { FIELD_RESULT, "result" },
  { FIELD_RESULT, "ghi chu" },
  { FIELD_RESULT, "note" },
};

static const GhSheetSpec spec = {
  .titles = titles,
  .n_titles = G_N_ELEMENTS (titles),
  .n_fields = N_FIELDS,
  .name_field = FIELD_TITLE,
  .order_field = FIELD_ORDER,
  .first_numeric = FIELD_TIME,
  .n_numeric = 3, /* dates: what tells an entry from a signature */
};

void
gh_calendar_reading_free (GhCalendarReading *reading)
{
  if (reading == NULL)
    return;
  g_ptr_array_unref (reading->activities);
  g_ptr_array_unref (reading->problems);
  g_free (reading);
}

static void
take (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

/* The date of one cell: a date of Excel, or words. */
static gboolean
read_date (const GhCell *cell, int default_year, GhDateSpan *span, char **problem)
{
  g_autofree char *text = NULL;

  if (cell->kind == GH_CELL_DATE)
    {
      *span = gh_date_span_day (cell->day);
      span->start_minute = (gint16) cell->minute;
      return TRUE;
    }
  text = gh_text_squeeze (cell->text);
  return cell->kind != GH_CELL_ERROR && gh_date_span_parse (text, default_year, span, problem);
}

static void
report_date (GhSheetTable *table,
             GPtrArray *problems,
             const GhSheetRow *row,
             guint field,
             const char *problem)
{
  const GhCell *cell = gh_sheet_table_get (table, row, field);
  g_autofree char *shown = gh_sheet_shorten (cell->text);

  gh_sheet_table_report (table, problems, row->number, (int) field, FALSE,
                         problem != NULL
                           ? g_strdup (problem)
                           : g_strdup_printf (_("“%s” was not understood as a date; the entry was "
                                                "taken without one."),
                                              shown));
}

/* From the columns "Từ ngày" and "Đến ngày". */
static gboolean
read_days (GhSheetTable *table,
           const GhSheetRow *row,
           int default_year,
           GPtrArray *problems,
           GhDateSpan *span)
{
  const GhCell *from = gh_sheet_table_get (table, row, FIELD_FROM);
  const GhCell *to = gh_sheet_table_get (table, row, FIELD_TO);
  g_autofree char *problem = NULL;
  GhDateSpan last;

  if (from == NULL)
    return FALSE;
  if (!read_date (from, default_year, span, &problem))
    {
      report_date (table, problems, row, FIELD_FROM, problem);
      return FALSE;
    }
  if (to == NULL)
    return TRUE;
  if (!read_date (to, default_year, &last, &problem) || last.end < span->start)
    report_date (table, problems, row, FIELD_TO,
                 problem != NULL ? problem
                                 : _("The end is before the beginning; it was left out."));
  else
    {
      gint16 start_minute = span->start_minute;

      *span = gh_date_span_days (span->start, last.end);
      span->start_minute = start_minute;
      span->end_minute = last.start_minute;
    }
  return TRUE;
}

/* Words say more than two dates: "tháng 02/2027", "trước ngày 20/02/2027". */
static void
read_span (GhSheetTable *table,
           const GhSheetRow *row,
           int default_year,
           GPtrArray *problems,
           GhActivity *activity)
{
  const GhCell *time = gh_sheet_table_get (table, row, FIELD_TIME);
  g_autofree char *hours = gh_sheet_table_dup (table, row, FIELD_HOURS);
  g_autofree char *problem = NULL;
  GhDateSpan span = GH_DATE_SPAN_INIT;
  gboolean found = time != NULL && read_date (time, default_year, &span, &problem);

  if (!found)
    {
      found = read_days (table, row, default_year, problems, &span);
      if (time != NULL)
        {
          take (&activity->text, gh_sheet_table_dup (table, row, FIELD_TIME));
          if (!found)
            report_date (table, problems, row, FIELD_TIME, problem);
        }
    }
  if (!found)
    span = (GhDateSpan) GH_DATE_SPAN_INIT;
  else if (*hours != '\0' && span.start_minute < 0)
    gh_calendar_parse_hours (hours, &span.start_minute, &span.end_minute);
  activity->span = span;
}

static void
read_row (GhSheetTable *table, const GhSheetRow *row, int default_year, GhCalendarReading *reading)
{
  g_autofree char *title = gh_sheet_table_dup (table, row, FIELD_TITLE);
  g_autofree char *kind = gh_sheet_table_dup (table, row, FIELD_KIND);
  g_autofree char *state = gh_sheet_table_dup (table, row, FIELD_STATE);
  const GhDateSpan none = GH_DATE_SPAN_INIT;
  GhActivity *activity;

  if (*title == '\0')
    {
      gh_sheet_table_report (table, reading->problems, row->number, FIELD_TITLE, TRUE,
                             g_strdup (_("The entry has no title; the row was not taken.")));
      return;
    }
  activity = gh_activity_new (title, GH_ACTIVITY_OTHER, &none);
  read_span (table, row, default_year, reading->problems, activity);
  activity->kind = gh_calendar_guess_kind (kind, title, &activity->span);
  activity->state = gh_calendar_guess_state (state);
  take (&activity->place, gh_sheet_table_dup (table, row, FIELD_PLACE));
  take (&activity->lead, gh_sheet_table_dup (table, row, FIELD_LEAD));
  take (&activity->partners, gh_sheet_table_dup (table, row, FIELD_PARTNERS));
  take (&activity->result, gh_sheet_table_dup (table, row, FIELD_RESULT));
  g_ptr_array_add (reading->activities, activity);
}

static gboolean
read_table (GhSheetTable *table,
            int default_year,
            GhCalendarReading *reading,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GError) failure = NULL;
  const GhSheetRow *row;

  if (!gh_sheet_book_start (table->book, table->sheet, error))
    return FALSE;
  while ((row = gh_sheet_book_next (table->book, &failure)) != NULL)
    {
      if (row->number % 512 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (gh_sheet_table_classify (table, row) == GH_SHEET_ROW_UNIT)
        read_row (table, row, default_year, reading);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  gh_sheet_table_report_unread (table, reading->problems);
  return TRUE;
}

static gboolean
read_book (GBytes *bytes,
           const char *name,
           int default_year,
           GhCalendarReading *reading,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GhSheetBook) book = gh_sheet_book_open (bytes, name, error);
  g_autoptr (GPtrArray) tables = NULL;

  if (book == NULL)
    return FALSE;
  tables = gh_sheet_tables_find (book, &spec, _("“Nội dung”, “Thời gian”, “Địa điểm”"), error);
  if (tables == NULL)
    return FALSE;
  if (gh_sheet_book_get_note (book) != NULL)
    gh_problems_add (reading->problems, g_strdup (name), FALSE,
                     g_strdup (gh_sheet_book_get_note (book)));
  for (guint i = 0; i < tables->len; i++)
    if (!read_table (g_ptr_array_index (tables, i), default_year, reading, cancellable, error))
      return FALSE;
  return TRUE;
}

GhCalendarReading *
gh_calendar_file_read (GFile *file, int default_year, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = gh_import_load (file, MAX_FILE_SIZE, cancellable, error);
  g_autoptr (GhCalendarReading) reading = g_new0 (GhCalendarReading, 1);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");
  const guint8 *data;
  gsize length;
  gboolean read;

  reading->activities = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_activity_free);
  reading->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_problem_free);
  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  read = gh_ics_looks_like (data, length)
           ? gh_ics_read (bytes, name, reading, error)
           : read_book (bytes, name, default_year, reading, cancellable, error);
  if (!read)
    return NULL;
  if (reading->activities->len == 0)
    {
      g_set_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_EMPTY,
                   _("“%s” has no entries of a calendar."), name);
      return NULL;
    }
  return g_steal_pointer (&reading);
}
