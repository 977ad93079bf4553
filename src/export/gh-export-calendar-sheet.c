/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-export-sheet.h"

enum
{
  COLUMN_NUMBER,
  COLUMN_TITLE,
  COLUMN_KIND,
  COLUMN_TIME,
  COLUMN_FROM,
  COLUMN_TO,
  COLUMN_PLACE,
  COLUMN_LEAD,
  COLUMN_PARTNERS,
  COLUMN_STATE,
  COLUMN_RESULT,
  N_COLUMNS
};

static const char *const heads[N_COLUMNS] = {
  "TT",           "Nội dung", "Loại",           "Thời gian",       "Từ ngày",
  "Đến hết ngày", "Địa điểm", "Đơn vị chủ trì", "Đơn vị phối hợp", "Tình trạng",
  "Kết quả",
};

static const double widths[N_COLUMNS] = { 5, 34, 13, 19, 11, 11, 18, 19, 19, 11, 18 };

/* The date as a plan writes it, with its hours: "07h30–11h30, 27/03/2027". */
static char *
format_time (const GhDateSpan *span)
{
  g_autofree char *date = gh_date_span_format (span, GH_DATE_NORMAL);

  if (span->start_minute < 0 || g_utf8_strchr (date, -1, 'h') != NULL)
    return g_steal_pointer (&date);
  if (span->end_minute < 0)
    return g_strdup_printf ("%02dh%02d, %s", span->start_minute / 60, span->start_minute % 60,
                            date);
  return g_strdup_printf ("%02dh%02d–%02dh%02d, %s", span->start_minute / 60,
                          span->start_minute % 60, span->end_minute / 60, span->end_minute % 60,
                          date);
}

static void
write_activity (GhXlsx *xlsx, guint at, guint number, const GhActivity *activity)
{
  g_autofree char *time = format_time (&activity->span);
  guint32 last = gh_date_span_last_day (&activity->span);
  const char *texts[N_COLUMNS] = {
    [COLUMN_TITLE] = activity->title,
    [COLUMN_KIND] = gh_export_activity_kind_words (activity->kind),
    [COLUMN_TIME] = time,
    [COLUMN_PLACE] = activity->place,
    [COLUMN_LEAD] = activity->lead,
    [COLUMN_PARTNERS] = activity->partners,
    [COLUMN_STATE] = gh_export_activity_state_words (activity->state),
    [COLUMN_RESULT] = activity->result,
  };
  guint lines = 1;

  gh_xlsx_number (xlsx, at, COLUMN_NUMBER, number, GH_XLSX_TEXT_CENTRED);
  gh_xlsx_day (xlsx, at, COLUMN_FROM, MIN (activity->span.start, last));
  gh_xlsx_day (xlsx, at, COLUMN_TO, last);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      if (texts[i] == NULL)
        continue;
      gh_xlsx_text (xlsx, at, i, texts[i], i == COLUMN_TIME ? GH_XLSX_TEXT_CENTRED : GH_XLSX_TEXT);
      gh_export_sheet_fit (xlsx, at, texts[i], widths[i], &lines);
    }
}

void
gh_export_sheet_calendar (GhXlsx *xlsx, const GhSummary *summary, const GhExportOptions *options)
{
  const GhSheetLook look = { N_COLUMNS, widths };
  const GPtrArray *activities = summary->dossier->activities;
  guint head;
  guint row;

  gh_xlsx_add_sheet (xlsx, "Lịch");
  head = gh_export_sheet_head (xlsx, &look, summary, options,
                               "LỊCH HOẠT ĐỘNG VẬN ĐỘNG HIẾN MÁU TÌNH NGUYỆN");
  for (guint i = 0; i < N_COLUMNS; i++)
    gh_xlsx_text (xlsx, head, i, heads[i], GH_XLSX_HEAD);
  gh_xlsx_row_height (xlsx, head, 32);
  row = head + 1;
  for (guint i = 0; i < activities->len; i++)
    write_activity (xlsx, row++, i + 1, g_ptr_array_index (activities, i));
  row = gh_export_sheet_signature (xlsx, &look, row + 1, summary->dossier->plan);
  gh_xlsx_set_page (xlsx, TRUE, head, head, row, N_COLUMNS);
}
