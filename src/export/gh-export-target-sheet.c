/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-export-sheet.h"

#include <math.h>

#include "gh-number.h"

enum
{
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_DEMAND,
  COLUMN_VALUE,
  COLUMN_UNIT,
  COLUMN_QUOTA,
  COLUMN_DIFFERENCE,
  COLUMN_RESULT,
  COLUMN_PERCENT,
  COLUMN_TEXT,
  N_COLUMNS
};

static const char *const heads[N_COLUMNS] = {
  "TT",
  "Mục tiêu",
  "Yêu cầu",
  "Mức",
  "Đơn vị tính",
  "Tổng chỉ tiêu đã giao",
  "Chênh lệch (đã giao − mức)",
  "Kết quả",
  "Tỷ lệ đạt",
  "Trích kế hoạch",
};

static const double widths[N_COLUMNS] = { 5, 34, 14, 10, 12, 12, 14, 11, 10, 52 };

/* Where a figure of the committee as a whole stands, and what it is; NAN = none. */
typedef struct
{
  const char *cell;
  double value;
} Figure;

static char *
format_demand (const GhTarget *target)
{
  if (target->value_to > target->value)
    {
      g_autofree char *to = gh_number_format_exact (target->value_to);
      g_autofree char *from = gh_number_format_exact (target->value);

      return g_strdup_printf ("từ %s đến %s", from, to);
    }
  switch (target->comparator)
    {
    case GH_COMPARATOR_AT_LEAST:
      return g_strdup ("ít nhất");
    case GH_COMPARATOR_AT_MOST:
      return g_strdup ("nhiều nhất");
    case GH_COMPARATOR_ABOUT:
      return g_strdup ("khoảng");
    case GH_COMPARATOR_EXACTLY:
      return g_strdup ("đúng");
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

static char *
format_name (const GhTarget *target)
{
  g_autoptr (GString) name = g_string_new (gh_export_indicator_words (target->indicator));

  if (*target->basis != '\0')
    g_string_append_printf (name, " (%s)", target->basis);
  if (*target->owner != '\0')
    g_string_append_printf (name, ", %s", target->owner);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static GhXlsxStyle
choose_style (double value)
{
  return isnan (value) || value == floor (value) ? GH_XLSX_COUNT : GH_XLSX_EXACT;
}

static void
write_figure (GhXlsx *xlsx, guint row, guint column, const Figure *figure)
{
  GhXlsxStyle style = choose_style (figure->value);

  if (figure->cell != NULL)
    {
      g_autofree char *formula = g_strdup_printf ("=%s", figure->cell);

      gh_xlsx_formula (xlsx, row, column, formula, figure->value, style);
    }
  else if (isnan (figure->value))
    gh_xlsx_text (xlsx, row, column, "", style);
  else
    gh_xlsx_number (xlsx, row, column, figure->value, style);
}

static void
write_comparison (GhXlsx *xlsx,
                  guint row,
                  const GhTarget *target,
                  const Figure *quota,
                  const Figure *result)
{
  double value = target->value;
  char formula[160];

  write_figure (xlsx, row, COLUMN_QUOTA, quota);
  g_snprintf (formula, sizeof formula, "=IF(COUNT(D%u,F%u)<2,\"\",F%u-D%u)", row + 1, row + 1,
              row + 1, row + 1);
  gh_xlsx_formula (xlsx, row, COLUMN_DIFFERENCE, formula, quota->value - value,
                   choose_style (quota->value - value));
  write_figure (xlsx, row, COLUMN_RESULT, result);
  g_snprintf (formula, sizeof formula, "=IF(COUNT(D%u,H%u)<2,\"\",IF(D%u=0,\"\",H%u/D%u))", row + 1,
              row + 1, row + 1, row + 1, row + 1);
  gh_xlsx_formula (xlsx, row, COLUMN_PERCENT, formula, value > 0 ? result->value / value : NAN,
                   GH_XLSX_PERCENT);
}

/* The cell of a total whose value nobody knows is not referred to: Excel would show it as 0. */
static Figure
make_figure (gboolean comparable, gint64 tenths, const char *cell)
{
  if (!comparable || tenths < 0)
    return (Figure){ NULL, NAN };
  return (Figure){ cell, (double) tenths / 10.0 };
}

static void
write_target (GhXlsx *xlsx,
              guint row,
              guint number,
              const GhTarget *target,
              const Figure *quota,
              const Figure *result)
{
  g_autofree char *name = format_name (target);
  g_autofree char *demand = format_demand (target);
  Figure value = { NULL, target->value };
  gboolean bare_percent = *target->unit == '\0' && gh_indicator_is_percent (target->indicator);
  const char *unit = bare_percent ? "%" : target->unit;
  guint lines = 1;

  gh_xlsx_number (xlsx, row, COLUMN_NUMBER, number, GH_XLSX_TEXT_CENTRED);
  gh_xlsx_text (xlsx, row, COLUMN_NAME, name, GH_XLSX_TEXT);
  gh_xlsx_text (xlsx, row, COLUMN_DEMAND, demand, GH_XLSX_TEXT_CENTRED);
  write_figure (xlsx, row, COLUMN_VALUE, &value);
  gh_xlsx_text (xlsx, row, COLUMN_UNIT, unit, GH_XLSX_TEXT_CENTRED);
  write_comparison (xlsx, row, target, quota, result);
  gh_xlsx_text (xlsx, row, COLUMN_TEXT, target->text, GH_XLSX_TEXT);
  gh_export_sheet_fit (xlsx, row, name, widths[COLUMN_NAME], &lines);
  gh_export_sheet_fit (xlsx, row, demand, widths[COLUMN_DEMAND], &lines);
  gh_export_sheet_fit (xlsx, row, target->text, widths[COLUMN_TEXT], &lines);
}

void
gh_export_sheet_targets (GhXlsx *xlsx,
                         const GhSummary *summary,
                         const GhExportOptions *options,
                         char *const *quota_cells,
                         char *const *result_cells)
{
  const GhSheetLook look = { N_COLUMNS, widths };
  const GPtrArray *targets = summary->dossier->targets;
  guint head;
  guint row;

  gh_xlsx_add_sheet (xlsx, "Mục tiêu");
  head = gh_export_sheet_head (xlsx, &look, summary, options, "MỤC TIÊU, CHỈ TIÊU VÀ KẾT QUẢ");
  for (guint i = 0; i < N_COLUMNS; i++)
    gh_xlsx_text (xlsx, head, i, heads[i], GH_XLSX_HEAD);
  gh_xlsx_row_height (xlsx, head, 48);
  row = head + 1;
  for (guint i = 0; i < targets->len; i++)
    {
      const GhTarget *target = g_ptr_array_index (targets, i);
      gboolean ours = *target->owner == '\0';
      gint64 quota_sum = summary->total.quota[target->indicator];
      Figure quota =
        make_figure (ours && !gh_indicator_is_percent (target->indicator),
                     quota_sum >= 0 ? quota_sum * 10 : -1, quota_cells[target->indicator]);
      Figure result =
        make_figure (ours, gh_totals_result_tenths (&summary->total, target->indicator),
                     result_cells[target->indicator]);

      write_target (xlsx, row++, i + 1, target, &quota, &result);
    }
  row = gh_export_sheet_signature (xlsx, &look, row + 1, summary->dossier->plan);
  gh_xlsx_set_page (xlsx, TRUE, head, head, row, N_COLUMNS);
}
