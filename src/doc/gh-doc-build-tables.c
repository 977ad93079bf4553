/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-doc-build-private.h"

#include "gh-doc-style.h"
#include "gh-number.h"
#include "gh-numbering.h"
#include "gh-text.h"

/* Summary and calendar as papers of their own. Their words are Vietnamese in every locale: they are
 * sent to Vietnamese offices. */

#define MAX_INDICATORS 3
#define UNKNOWN        "–"

static const char *const indicator_words[GH_N_INDICATORS] = {
  [GH_INDICATOR_REGISTRATIONS] = "người đăng ký",
  [GH_INDICATOR_DONORS] = "người hiến máu",
  [GH_INDICATOR_BLOOD_UNITS] = "đơn vị máu",
};

static char *
format_count (gint64 value)
{
  return value < 0 ? g_strdup (UNKNOWN) : gh_number_format (value);
}

/* Tenths as "168,8" or "150". */
static char *
format_tenths (gint64 tenths)
{
  if (tenths < 0)
    return g_strdup (UNKNOWN);
  if (tenths % 10 == 0)
    return gh_number_format (tenths / 10);
  return gh_number_format_decimal ((double) tenths / 10.0, 1);
}

static const char *
get_convention_words (GhUnitConvention convention)
{
  switch (convention)
    {
    case GH_CONVENTION_250_ML:
      return "Ghi chú: một đơn vị máu được quy đổi bằng 250 ml (túi 350 ml bằng 1,4 đơn vị; túi "
             "450 "
             "ml bằng 1,8 đơn vị). Dấu “–” là chưa có số liệu.";
    case GH_CONVENTION_TURN:
      return "Ghi chú: một đơn vị máu là một lượt người hiến máu. Dấu “–” là chưa có số liệu.";
    case GH_CONVENTION_BAG:
    default:
      return "Ghi chú: một đơn vị máu là một túi máu, không phân biệt thể tích. Dấu “–” là chưa có "
             "số liệu.";
    }
}

/* The counts among the campaign's indicators that results answer to. */
static guint
choose_indicators (const GhSummary *summary, GhIndicator *chosen)
{
  GhIndicator all[GH_N_INDICATORS];
  guint n_all = gh_summary_indicators (summary, all, GH_N_INDICATORS);
  guint n = 0;

  for (guint i = 0; i < n_all && n < MAX_INDICATORS; i++)
    if (indicator_words[all[i]] != NULL)
      chosen[n++] = all[i];
  if (n == 0)
    {
      chosen[n++] = GH_INDICATOR_DONORS;
      chosen[n++] = GH_INDICATOR_BLOOD_UNITS;
    }
  return n;
}

static void
add_figures (GhDocNode *table, const GhTotals *totals, GhIndicator indicator, gboolean sum)
{
  GhDocRole role = sum ? GH_DOC_TABLE_TOTAL : GH_DOC_TABLE_NUMBER;
  gint64 quota = totals->quota[indicator];
  gint64 result = gh_totals_result_tenths (totals, indicator);
  g_autofree char *quota_text = format_count (quota);
  g_autofree char *result_text = format_tenths (result);
  g_autofree char *percent =
    quota > 0 && result >= 0 ? gh_number_format_percent (result, quota * 10) : g_strdup (UNKNOWN);

  gh_doc_table_add_cell (table, role, quota_text);
  gh_doc_table_add_cell (table, role, result_text);
  gh_doc_table_add_cell (table, role, percent);
}

/* "I" for a branch at the top, "1" for what is below it. */
static char *
number_row (const GhSummaryRow *row, guint *roman, guint *arabic)
{
  if (row->depth == 0 && !row->leaf)
    {
      *arabic = 0;
      return gh_numbering_roman ((int) ++*roman);
    }
  if (row->depth <= 1 || row->leaf)
    return g_strdup_printf ("%u", ++*arabic);
  return g_strdup ("");
}

/* What a branch has itself needs a line, or the lines below do not add up to it: as in the
 * workbook.
 */
static void
add_own_share (GhDocNode *table,
               const GhTotals *own,
               const GhIndicator *indicators,
               guint n_indicators)
{
  gboolean any = FALSE;

  for (guint k = 0; k < n_indicators; k++)
    any =
      any || own->quota[indicators[k]] >= 0 || gh_totals_result_tenths (own, indicators[k]) >= 0;
  if (!any)
    return;
  gh_doc_table_add_cell (table, GH_DOC_TABLE_INDEX, "");
  gh_doc_table_add_cell (table, GH_DOC_TABLE_CELL, "*Phần của chính đơn vị*");
  for (guint k = 0; k < n_indicators; k++)
    add_figures (table, own, indicators[k], FALSE);
}

static void
add_summary_rows (GhDocNode *table,
                  const GhSummary *summary,
                  const GhIndicator *indicators,
                  guint n_indicators)
{
  guint roman = 0;
  guint arabic = 0;

  for (guint i = 0; i < summary->rows->len; i++)
    {
      const GhSummaryRow *row = &g_array_index (summary->rows, GhSummaryRow, i);
      g_autofree char *number = number_row (row, &roman, &arabic);
      g_autofree char *name =
        row->leaf ? g_strdup (row->unit->name) : g_strdup_printf ("**%s**", row->unit->name);

      gh_doc_table_add_cell (table, GH_DOC_TABLE_INDEX, number);
      gh_doc_table_add_cell (table, GH_DOC_TABLE_CELL, name);
      for (guint k = 0; k < n_indicators; k++)
        add_figures (table, &row->branch, indicators[k], !row->leaf);
      if (!row->leaf)
        add_own_share (table, &row->own, indicators, n_indicators);
    }
  gh_doc_table_add_cell (table, GH_DOC_TABLE_INDEX, "");
  gh_doc_table_add_cell (table, GH_DOC_TABLE_CELL, "**Tổng cộng**");
  for (guint k = 0; k < n_indicators; k++)
    add_figures (table, &summary->total, indicators[k], TRUE);
}

static GhDocNode *
build_summary_table (const GhSummary *summary)
{
  GhIndicator indicators[MAX_INDICATORS];
  guint n = choose_indicators (summary, indicators);
  double widths[2 + 3 * MAX_INDICATORS] = { 0.05, 0.29 };
  GhDocNode *table;

  for (guint i = 0; i < 3 * n; i++)
    widths[2 + i] = 0.66 / (3 * n);
  table = gh_doc_table_new (2 + 3 * n, 1, widths);
  gh_doc_table_add_cell (table, GH_DOC_TABLE_HEAD, "TT");
  gh_doc_table_add_cell (table, GH_DOC_TABLE_HEAD, "Đơn vị");
  for (guint i = 0; i < n; i++)
    {
      const char *words = indicator_words[indicators[i]];
      g_autofree char *quota = g_strdup_printf ("Chỉ tiêu (%s)", words);
      g_autofree char *result = g_strdup_printf ("Kết quả (%s)", words);

      gh_doc_table_add_cell (table, GH_DOC_TABLE_HEAD, quota);
      gh_doc_table_add_cell (table, GH_DOC_TABLE_HEAD, result);
      gh_doc_table_add_cell (table, GH_DOC_TABLE_HEAD, "Tỷ lệ đạt");
    }
  add_summary_rows (table, summary, indicators, n);
  return table;
}

static void
add_reporting (GhDoc *doc, const GhSummary *summary)
{
  g_autofree char *text =
    g_strdup_printf ("Số đơn vị đã có kết quả: %u/%u; đã chốt số liệu: %u.",
                     summary->total.n_reported, summary->total.n_leaves, summary->total.n_complete);

  gh_doc_build_add (doc->nodes, GH_DOC_CAPTION,
                    get_convention_words (summary->dossier->campaign->convention));
  gh_doc_build_add (doc->nodes, GH_DOC_CAPTION, text);
}

GhDoc *
gh_doc_build_summary (const GhSummary *summary)
{
  const GhPlan *plan;
  const GhCampaign *campaign;
  GhDoc *doc;

  g_return_val_if_fail (summary != NULL, NULL);

  plan = summary->dossier->plan;
  campaign = summary->dossier->campaign;
  doc = gh_doc_new ("Tổng hợp chỉ tiêu và kết quả hiến máu tình nguyện", plan->issuer);
  g_ptr_array_add (doc->nodes, gh_doc_page_break_new (TRUE));
  gh_doc_build_header (doc, plan, FALSE);
  gh_doc_build_add (doc->nodes, GH_DOC_KIND, "TỔNG HỢP CHỈ TIÊU VÀ KẾT QUẢ HIẾN MÁU TÌNH NGUYỆN");
  gh_doc_build_add (doc->nodes, GH_DOC_TITLE, campaign->name);
  g_ptr_array_add (doc->nodes, build_summary_table (summary));
  add_reporting (doc, summary);
  gh_doc_build_signature (doc, plan, FALSE);
  return doc;
}

static char *
format_lead (const GhActivity *activity)
{
  g_autofree char *partners = gh_text_within_sentence (activity->partners);

  if (activity->partners[0] == '\0')
    return g_strdup (activity->lead);
  if (activity->lead[0] == '\0')
    return g_strdup_printf ("Phối hợp: %s", partners);
  return g_strdup_printf ("%s; phối hợp: %s", activity->lead, partners);
}

static char *
format_state (const GhActivity *activity)
{
  const char *state = activity->state == GH_ACTIVITY_DONE        ? "Đã thực hiện"
                      : activity->state == GH_ACTIVITY_CANCELLED ? "Không thực hiện"
                                                                 : "";

  if (activity->result[0] == '\0' || state[0] == '\0')
    return g_strconcat (state, activity->result, NULL);
  return g_strdup_printf ("%s: %s", state, activity->result);
}

static const char *const calendar_titles[] = { "Thời gian",        "Nội dung", "Địa điểm",
                                               "Đơn vị thực hiện", "Ghi chú",  NULL };

/* The date with its hours; a line breaks before the weekday, not inside it. */
static char *
format_time (const GhDateSpan *span)
{
  g_autofree char *date = gh_date_span_format (span, GH_DATE_LONG);
  GString *text = g_string_new (date);

  g_string_replace (text, "thứ ", "thứ\u00a0", 0);
  g_string_replace (text, "Chủ nhật", "Chủ\u00a0nhật", 0);
  return g_string_free (text, FALSE);
}

static void
free_row (gpointer row)
{
  g_strfreev (row);
}

/* (transfer full) (element-type GStrv): the head, then a row for each activity: one measure for
 * the tables of all months. */
static GPtrArray *
make_calendar_rows (const GPtrArray *activities)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);

  g_ptr_array_add (rows, g_strdupv ((char **) calendar_titles));
  for (guint i = 0; i < activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (activities, i);
      char **cells = g_new0 (char *, G_N_ELEMENTS (calendar_titles));

      cells[0] = format_time (&activity->span);
      cells[1] = g_strdup (activity->title);
      cells[2] = g_strdup (activity->place);
      cells[3] = format_lead (activity);
      cells[4] = format_state (activity);
      g_ptr_array_add (rows, cells);
    }
  return rows;
}

static void
add_calendar_row (GhDocNode *table, char **cells, GhDocRole role)
{
  for (char **cell = cells; *cell != NULL; cell++)
    gh_doc_table_add_cell (table, role, *cell);
}

/* (transfer full): "Tháng 02/2027"; the whole year and the undated have heads of their own. */
static char *
format_month (const GhDateSpan *span)
{
  int year;
  int month;

  if (gh_date_span_is_empty (span))
    return g_strdup ("Chưa xác định thời gian");
  gh_day_to_ymd (span->start, &year, &month, NULL);
  if (span->precision == GH_PRECISION_YEAR)
    return g_strdup_printf ("Cả năm %d", year);
  return g_strdup_printf ("Tháng %02d/%d", month, year);
}

/* As a calendar, but what is only known to be in a year stands after all that is known better. */
static int
compare_months (gconstpointer a, gconstpointer b)
{
  const GhDateSpan *x = &(*(const GhActivity *const *) a)->span;
  const GhDateSpan *y = &(*(const GhActivity *const *) b)->span;
  gboolean x_whole = x->precision == GH_PRECISION_YEAR;
  gboolean y_whole = y->precision == GH_PRECISION_YEAR;
  int x_year;
  int y_year;

  if (x_whole == y_whole || gh_date_span_is_empty (x) || gh_date_span_is_empty (y))
    return gh_activity_compare (a, b);
  gh_day_to_ymd (x->start, &x_year, NULL, NULL);
  gh_day_to_ymd (y->start, &y_year, NULL, NULL);
  if (x_year != y_year)
    return x_year < y_year ? -1 : 1;
  return x_whole ? 1 : -1;
}

static void
add_months (GhDoc *doc, const GPtrArray *activities)
{
  const guint n_columns = G_N_ELEMENTS (calendar_titles) - 1;
  const double width = GH_MM_TO_PT (GH_PAPER_HEIGHT_MM - GH_MARGIN_LEFT_MM - GH_MARGIN_RIGHT_MM);
  g_autoptr (GPtrArray) rows = make_calendar_rows (activities);
  g_autofree double *widths = gh_doc_build_widths (rows, n_columns, width);
  g_autofree char *current = NULL;
  GhDocNode *table = NULL;

  for (guint i = 0; i < activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (activities, i);
      g_autofree char *month = format_month (&activity->span);

      if (g_strcmp0 (month, current) != 0)
        {
          gh_doc_build_add (doc->nodes, GH_DOC_PART, month);
          table = gh_doc_table_new (n_columns, 1, widths);
          add_calendar_row (table, (char **) calendar_titles, GH_DOC_TABLE_HEAD);
          g_ptr_array_add (doc->nodes, table);
          g_free (current);
          current = g_steal_pointer (&month);
        }
      add_calendar_row (table, g_ptr_array_index (rows, i + 1), GH_DOC_TABLE_CELL);
    }
}

GhDoc *
gh_doc_build_calendar (const GhSummary *summary)
{
  const GhPlan *plan;
  g_autoptr (GPtrArray) sorted = NULL;
  GhDoc *doc;

  g_return_val_if_fail (summary != NULL, NULL);

  plan = summary->dossier->plan;
  sorted = g_ptr_array_copy (summary->dossier->activities, NULL, NULL);
  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_months);
  doc = gh_doc_new ("Lịch hoạt động hiến máu tình nguyện", plan->issuer);
  /* Across: five columns of words, to be read from a wall. */
  g_ptr_array_add (doc->nodes, gh_doc_page_break_new (TRUE));
  gh_doc_build_header (doc, plan, FALSE);
  gh_doc_build_add (doc->nodes, GH_DOC_KIND, "LỊCH HOẠT ĐỘNG HIẾN MÁU TÌNH NGUYỆN");
  gh_doc_build_add (doc->nodes, GH_DOC_TITLE, summary->dossier->campaign->name);
  add_months (doc, sorted);
  if (sorted->len == 0)
    gh_doc_build_add (doc->nodes, GH_DOC_BODY, "Chưa có hoạt động nào.");
  return doc;
}
