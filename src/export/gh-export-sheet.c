/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-export-sheet.h"

#include <math.h>

#include "gh-text.h"

#define LINE_HEIGHT_PT 16.5

/* First column of the right half: where the left one has some two fifths of the width, as on paper.
 */
static guint
find_split (const GhSheetLook *look)
{
  double total = 0;
  double left = 0;
  guint split = 0;

  for (guint i = 0; i < look->n_columns; i++)
    total += look->widths[i];
  while (split < look->n_columns - 1 && left + look->widths[split] / 2 < total * 0.42)
    left += look->widths[split++];
  return CLAMP (split, 1, look->n_columns - 1);
}

static double
sum_widths (const GhSheetLook *look, guint first, guint last)
{
  double sum = 0;

  for (guint i = first; i <= last; i++)
    sum += look->widths[i];
  return sum;
}

/* Lines that @text takes in @width characters of the workbook's default font; capitals of Times are
 * wider than its small letters. Excel does not fit merged rows by itself. */
static guint
count_lines (const char *text, double width, double letter_width)
{
  double letters = (double) g_utf8_strlen (text, -1) * letter_width;

  return (guint) MAX (1, ceil (letters / MAX (width, 1)));
}

void
gh_export_sheet_fit (GhXlsx *xlsx, guint row, const char *text, double width, guint *lines)
{
  guint needed = count_lines (text, width, 0.95);

  if (needed <= *lines)
    return;
  *lines = needed;
  gh_xlsx_row_height (xlsx, row, 15.0 * needed + 3);
}

static void
write_halves (GhXlsx *xlsx,
              const GhSheetLook *look,
              guint row,
              const char *left,
              GhXlsxStyle left_style,
              const char *right,
              GhXlsxStyle right_style)
{
  guint split = find_split (look);
  guint last = look->n_columns - 1;
  guint n_left = count_lines (left, sum_widths (look, 0, split - 1), 1.35);
  guint n_right = count_lines (right, sum_widths (look, split, last), 1.25);

  gh_xlsx_merge (xlsx, row, row, 0, split - 1, left, left_style);
  gh_xlsx_merge (xlsx, row, row, split, last, right, right_style);
  gh_xlsx_row_height (xlsx, row, LINE_HEIGHT_PT * MAX (n_left, n_right));
}

static void
write_across (GhXlsx *xlsx, const GhSheetLook *look, guint row, const char *text, GhXlsxStyle style)
{
  gh_xlsx_merge (xlsx, row, row, 0, look->n_columns - 1, text, style);
}

/* The date line of Nghị định 30/2020/NĐ-CP: days below 10 and months 1 and 2 with a zero. */
static char *
format_place_date (const char *place, guint32 today)
{
  int year;
  int month;
  int day;

  gh_day_to_ymd (today, &year, &month, &day);
  return g_strdup_printf (month <= 2 ? "%s%sngày %02d tháng %02d năm %d"
                                     : "%s%sngày %02d tháng %d năm %d",
                          place, *place != '\0' ? ", " : "", day, month, year);
}

guint
gh_export_sheet_head (GhXlsx *xlsx,
                      const GhSheetLook *look,
                      const GhSummary *summary,
                      const GhExportOptions *options,
                      const char *title)
{
  const GhPlan *plan = summary->dossier->plan;
  const GhCampaign *campaign = summary->dossier->campaign;
  g_autofree char *parent = gh_text_upper (plan->parent_issuer);
  g_autofree char *issuer = gh_text_upper (plan->issuer);
  g_autofree char *date = gh_day_format (options->today);
  g_autofree char *place = format_place_date (plan->place, options->today);
  g_autofree char *as_of = g_strdup_printf ("(Số liệu tính đến ngày %s)", date);

  for (guint i = 0; i < look->n_columns; i++)
    gh_xlsx_column_width (xlsx, i, look->widths[i]);

  write_halves (xlsx, look, 0, parent, GH_XLSX_CENTRED, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                GH_XLSX_CENTRED_BOLD);
  write_halves (xlsx, look, 1, issuer, GH_XLSX_CENTRED_BOLD, "Độc lập - Tự do - Hạnh phúc",
                GH_XLSX_CENTRED_UNDERLINED);
  write_halves (xlsx, look, 2, *issuer != '\0' ? "—————" : "", GH_XLSX_CENTRED, "",
                GH_XLSX_CENTRED);
  write_halves (xlsx, look, 3, "", GH_XLSX_CENTRED, place, GH_XLSX_CENTRED_ITALIC);

  write_across (xlsx, look, 5, title, GH_XLSX_TITLE);
  gh_xlsx_row_height (xlsx, 5, 1.4 * LINE_HEIGHT_PT);
  write_across (xlsx, look, 6, campaign->name, GH_XLSX_CENTRED_BOLD);
  write_across (xlsx, look, 7, as_of, GH_XLSX_CENTRED_ITALIC);
  return 9;
}

guint
gh_export_sheet_note (GhXlsx *xlsx, const GhSheetLook *look, guint row, const char *text)
{
  double width = sum_widths (look, 0, look->n_columns - 1);

  write_across (xlsx, look, row, text, GH_XLSX_NOTE);
  gh_xlsx_row_height (xlsx, row, LINE_HEIGHT_PT * count_lines (text, width, 1.0));
  return row + 1;
}

guint
gh_export_sheet_signature (GhXlsx *xlsx, const GhSheetLook *look, guint row, const GhPlan *plan)
{
  const gboolean unsigned_plan = *plan->authority == '\0' && *plan->signer_role == '\0';
  const char *role = unsigned_plan ? "THỦ TRƯỞNG ĐƠN VỊ" : plan->signer_role;
  const char *heads[] = { plan->authority, role };
  const char *left = "NGƯỜI LẬP BIỂU";

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *text = gh_text_upper (heads[i]);

      if (*text == '\0')
        continue;
      write_halves (xlsx, look, row++, left, GH_XLSX_CENTRED_BOLD, text, GH_XLSX_CENTRED_BOLD);
      left = "";
    }
  write_halves (xlsx, look, row, "(Ký, ghi rõ họ tên)", GH_XLSX_CENTRED_ITALIC, "",
                GH_XLSX_CENTRED_ITALIC);
  row += 4; /* room to sign */
  if (*plan->signer_post != '\0')
    write_halves (xlsx, look, row++, "", GH_XLSX_CENTRED_BOLD, plan->signer_post,
                  GH_XLSX_CENTRED_BOLD);
  write_halves (xlsx, look, row, "", GH_XLSX_CENTRED_BOLD, plan->signer_name, GH_XLSX_CENTRED_BOLD);
  return row;
}

gboolean
gh_export_sheet_finish (GhXlsx *xlsx, const GhExportOptions *options, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const void *data;

  if (g_cancellable_set_error_if_cancelled (options->cancellable, error))
    return FALSE;
  bytes = gh_xlsx_finish (xlsx, error);
  if (bytes == NULL || g_cancellable_set_error_if_cancelled (options->cancellable, error))
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  return gh_export_write_bytes (options->path, data, length, error);
}
