/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-export-table.h"

#include <math.h>
#include <string.h>

/* What Excel takes in one formula, with room to spare: 255 arguments, 8,192 letters. */
#define MAX_ARGUMENTS 200

/* Rows of the sheet, 0-based, last included. */
typedef struct
{
  guint first;
  guint last;
} RowRange;

static const GhXlsxStyle name_styles[][2] = {
  { GH_XLSX_TEXT, GH_XLSX_TEXT_BOLD },
  { GH_XLSX_INDENT_1, GH_XLSX_INDENT_1_BOLD },
  { GH_XLSX_INDENT_2, GH_XLSX_INDENT_2_BOLD },
  { GH_XLSX_INDENT_3, GH_XLSX_INDENT_3_BOLD },
};

static void
append_range (GArray *ranges, guint row)
{
  RowRange range = { row, row };

  if (ranges->len > 0 && g_array_index (ranges, RowRange, ranges->len - 1).last + 1 == row)
    g_array_index (ranges, RowRange, ranges->len - 1).last = row;
  else
    g_array_append_val (ranges, range);
}

/* (transfer full): the rows that add up to summary row @i, or to the total for -1. */
static GArray *
find_parts (const GhTable *table, int i)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (RowRange));
  int depth = i >= 0 ? gh_table_get_row (table, (guint) i)->depth : -1;

  if (i >= 0 && table->own_rows[i] != 0)
    append_range (ranges, table->own_rows[i]);
  for (guint k = (guint) (i + 1); k < table->summary->rows->len; k++)
    {
      if (gh_table_get_row (table, k)->depth <= depth)
        break;
      if (gh_table_get_row (table, k)->depth == depth + 1)
        append_range (ranges, table->rows[k]);
    }
  return ranges;
}

/* (transfer full): "D12,D15:D20". */
static char *
format_parts (const GArray *ranges, const char *letters)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ranges->len; i++)
    {
      const RowRange *range = &g_array_index (ranges, RowRange, i);

      g_string_append_printf (text, "%s%s%u", i > 0 ? "," : "", letters, range->first + 1);
      if (range->last > range->first)
        g_string_append_printf (text, ":%s%u", letters, range->last + 1);
    }
  return g_string_free (text, FALSE);
}

/* A branch of very many branches cannot list them: it adds up the rows of its block whose level, in
 * the helper column right of the table, is one below its own. */
static char *
format_sum_by_level (const GhTable *table, const GArray *ranges, int level, const char *letters)
{
  guint first = g_array_index (ranges, RowRange, 0).first + 1;
  guint last = g_array_index (ranges, RowRange, ranges->len - 1).last + 1;
  char helper[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell (helper, 0, (lxw_col_t) table->look.n_columns);
  helper[strcspn (helper, "0123456789")] = '\0';
  return g_strdup_printf ("=SUMIF($%s$%u:$%s$%u,%d,%s%u:%s%u)", helper, first, helper, last, level,
                          letters, first, letters, last);
}

static void
write_sum (GhTable *table,
           guint at,
           guint k,
           const GArray *ranges,
           int level,
           double value,
           GhXlsxStyle style)
{
  const char *letters = table->columns[k].letters;
  g_autofree char *formula = NULL;

  if (ranges->len > MAX_ARGUMENTS)
    {
      /* Where nobody said anything the sum would say 0. */
      if (isnan (value))
        {
          gh_xlsx_text (table->xlsx, at, k + 2, "", style);
          return;
        }
      table->levels = TRUE;
      formula = format_sum_by_level (table, ranges, level, letters);
    }
  else
    {
      g_autofree char *parts = format_parts (ranges, letters);

      formula = isnan (value) ? g_strdup_printf ("=IF(COUNT(%s)=0,\"\",SUM(%s))", parts, parts)
                              : g_strdup_printf ("=SUM(%s)", parts);
    }
  gh_xlsx_formula (table->xlsx, at, k + 2, formula, value, style);
}

/* Of the two cells left of it: quota and result. */
static void
write_percent (GhTable *table, guint at, guint k, double value, gboolean bold)
{
  const char *quota = table->columns[k - 2].letters;
  const char *result = table->columns[k - 1].letters;
  char formula[128];

  g_snprintf (formula, sizeof formula, "=IF(COUNT(%s%u:%s%u)<2,\"\",IF(%s%u=0,\"\",%s%u/%s%u))",
              quota, at + 1, result, at + 1, quota, at + 1, result, at + 1, quota, at + 1);
  gh_xlsx_formula (table->xlsx, at, k + 2, formula, value,
                   bold ? GH_XLSX_PERCENT_BOLD : GH_XLSX_PERCENT);
}

static GhXlsxStyle
get_number_style (const GhColumn *column, gboolean bold)
{
  if (column->decimal)
    return bold ? GH_XLSX_DECIMAL_BOLD : GH_XLSX_DECIMAL;
  return bold ? GH_XLSX_COUNT_BOLD : GH_XLSX_COUNT;
}

/* Figures that were entered: a leaf's, or a branch's own. */
static void
write_entered (GhTable *table, guint at, const GhTotals *totals)
{
  for (guint k = 0; k < table->n_columns; k++)
    {
      const GhColumn *column = &table->columns[k];
      double value = gh_table_get_figure (column, totals);

      if (column->kind == GH_COLUMN_PERCENT)
        write_percent (table, at, k, value, FALSE);
      else if (isnan (value))
        gh_xlsx_text (table->xlsx, at, k + 2, "", get_number_style (column, FALSE));
      else
        gh_xlsx_number (table->xlsx, at, k + 2, value, get_number_style (column, FALSE));
    }
}

/* The sums of a branch (@i) or of everything (-1). */
static void
write_sums (GhTable *table, guint at, int i, const GhTotals *totals)
{
  g_autoptr (GArray) ranges = find_parts (table, i);
  int level = i >= 0 ? gh_table_get_row (table, (guint) i)->depth + 1 : 0;

  for (guint k = 0; k < table->n_columns; k++)
    {
      const GhColumn *column = &table->columns[k];
      double value = gh_table_get_figure (column, totals);

      if (column->kind == GH_COLUMN_PERCENT)
        write_percent (table, at, k, value, TRUE);
      else if (ranges->len == 0)
        gh_xlsx_text (table->xlsx, at, k + 2, "", get_number_style (column, TRUE));
      else
        write_sum (table, at, k, ranges, level, value, get_number_style (column, TRUE));
    }
}

static void
write_row (GhTable *table, guint i)
{
  const GhSummaryRow *row = gh_table_get_row (table, i);
  guint indent = MIN ((guint) row->depth, G_N_ELEMENTS (name_styles) - 1);
  guint at = table->rows[i];
  guint lines = 1;

  gh_xlsx_text (table->xlsx, at, 0, table->numbers[i],
                row->leaf ? GH_XLSX_TEXT_CENTRED : GH_XLSX_TEXT_CENTRED_BOLD);
  gh_xlsx_text (table->xlsx, at, 1, row->unit->name, name_styles[indent][row->leaf ? 0 : 1]);
  gh_export_sheet_fit (table->xlsx, at, row->unit->name, table->widths[1] - 1.5 * indent, &lines);
  if (row->leaf)
    {
      write_entered (table, at, &row->branch);
      return;
    }
  write_sums (table, at, (int) i, &row->branch);
  if (table->own_rows[i] == 0)
    return;
  at = table->own_rows[i];
  gh_xlsx_text (table->xlsx, at, 0, "", GH_XLSX_TEXT_CENTRED);
  gh_xlsx_text (table->xlsx, at, 1, "Phần của chính đơn vị", GH_XLSX_TEXT_ITALIC);
  write_entered (table, at, &row->own);
}

static void
write_head (GhTable *table)
{
  guint row = table->head_row;

  gh_xlsx_merge (table->xlsx, row, row + 1, 0, 0, "TT", GH_XLSX_HEAD);
  gh_xlsx_merge (table->xlsx, row, row + 1, 1, 1, "Đơn vị", GH_XLSX_HEAD);
  for (guint k = 0; k < table->n_columns; k++)
    {
      const GhColumn *column = &table->columns[k];
      const char *words = gh_export_indicator_words (column->indicator);

      if (column->kind == GH_COLUMN_QUOTA)
        gh_xlsx_merge (table->xlsx, row, row, k + 2,
                       gh_table_has_results (column->indicator) ? k + 4 : k + 2, words,
                       GH_XLSX_HEAD);
      if (column->kind == GH_COLUMN_HEADCOUNT || column->kind == GH_COLUMN_COUNT)
        gh_xlsx_merge (table->xlsx, row, row + 1, k + 2, k + 2, column->head, GH_XLSX_HEAD);
      else
        gh_xlsx_text (table->xlsx, row + 1, k + 2, column->head, GH_XLSX_HEAD);
    }
  gh_xlsx_row_height (table->xlsx, row, 20);
  gh_xlsx_row_height (table->xlsx, row + 1, 32);
}

/* The helper column of format_sum_by_level(), outside of what is printed. */
static void
write_levels (GhTable *table)
{
  guint column = table->look.n_columns;

  if (!table->levels)
    return;
  gh_xlsx_text (table->xlsx, table->head_row + 1, column, "Cấp", GH_XLSX_NOTE);
  for (guint i = 0; i < table->summary->rows->len; i++)
    {
      gh_xlsx_number (table->xlsx, table->rows[i], column, gh_table_get_row (table, i)->depth,
                      GH_XLSX_PLAIN);
      if (table->own_rows[i] != 0)
        gh_xlsx_number (table->xlsx, table->own_rows[i], column,
                        gh_table_get_row (table, i)->depth + 1, GH_XLSX_PLAIN);
    }
}

static void
write_end (GhTable *table)
{
  const GhSummary *summary = table->summary;
  g_autofree char *convention =
    g_strconcat ("Ghi chú: ", gh_export_convention_words (summary->dossier->campaign->convention),
                 " Ô trống là chưa có số liệu.", NULL);
  g_autofree char *reported =
    g_strdup_printf ("Số đơn vị đã có kết quả: %u/%u; trong đó đã chốt số liệu: %u.",
                     summary->total.n_reported, summary->total.n_leaves, summary->total.n_complete);
  guint row = table->total_row;

  gh_xlsx_text (table->xlsx, row, 0, "", GH_XLSX_TEXT_CENTRED_BOLD);
  gh_xlsx_text (table->xlsx, row, 1, "TỔNG CỘNG", GH_XLSX_TEXT_CENTRED_BOLD);
  write_sums (table, row, -1, &summary->total);
  write_levels (table);

  row = gh_export_sheet_note (table->xlsx, &table->look, row + 1, convention);
  row = gh_export_sheet_note (table->xlsx, &table->look, row, reported);
  row = gh_export_sheet_signature (table->xlsx, &table->look, row + 1, summary->dossier->plan);
  gh_xlsx_set_page (table->xlsx, TRUE, table->head_row, table->head_row + 1, row,
                    table->look.n_columns);
}

gboolean
gh_table_write (GhTable *table, GError **error)
{
  const GhExportOptions *options = table->options;
  guint n_rows = table->summary->rows->len;

  gh_table_choose_columns (table);
  gh_xlsx_add_sheet (table->xlsx, GH_EXPORT_SUMMARY_SHEET);
  table->head_row =
    gh_export_sheet_head (table->xlsx, &table->look, table->summary, options,
                          "TỔNG HỢP CHỈ TIÊU VÀ KẾT QUẢ VẬN ĐỘNG HIẾN MÁU TÌNH NGUYỆN");
  table->first_row = table->head_row + 2;
  gh_table_place_rows (table);
  write_head (table);
  for (guint i = 0; i < n_rows && !gh_xlsx_has_failed (table->xlsx); i++)
    {
      if (i % 256 == 0 && g_cancellable_set_error_if_cancelled (options->cancellable, error))
        return FALSE;
      if (i % 256 == 0 && options->progress != NULL)
        options->progress (0.8 * i / n_rows, options->user_data);
      write_row (table, i);
    }
  write_end (table);
  return TRUE;
}
