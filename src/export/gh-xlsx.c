/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-xlsx.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "gh-platform.h"

#define MM_PER_INCH 25.4

struct _GhXlsx
{
  /* Owned */
  char *path; /* temporary file libxlsxwriter writes to */
  lxw_workbook *workbook;
  char *sheet_name;
  GError *failure; /* the first one */

  /* Borrowed */
  lxw_worksheet *sheet;
  lxw_format *formats[GH_N_XLSX_STYLES];
};

/* How the styles differ; the rest is the same for all. */
typedef struct
{
  double size_pt;
  gboolean bold;
  gboolean italic;
  gboolean underlined;
  gboolean framed;
  guint8 align;
  guint8 indent;
  const char *number_format;
} StyleLook;

/* Separators of thousands follow the machine in Excel; with the Vietnamese locale named,
 * LibreOffice shows them the Vietnamese way everywhere. */
#define COUNT_FORMAT   "[$-42A]#,##0_-"
#define DECIMAL_FORMAT "[$-42A]#,##0.0_-"
#define EXACT_FORMAT   "[$-42A]#,##0.0##_-"
#define PERCENT_FORMAT "[$-42A]0.0%_-"
#define DATE_FORMAT    "[$-42A]dd\\/mm\\/yyyy"

static const StyleLook style_looks[GH_N_XLSX_STYLES] = {
  [GH_XLSX_PLAIN] = { .size_pt = 12 },
  [GH_XLSX_CENTRED] = { .size_pt = 12, .align = LXW_ALIGN_CENTER },
  [GH_XLSX_CENTRED_BOLD] = { .size_pt = 12, .bold = TRUE, .align = LXW_ALIGN_CENTER },
  [GH_XLSX_CENTRED_UNDERLINED] = { .size_pt = 12,
                                   .bold = TRUE,
                                   .underlined = TRUE,
                                   .align = LXW_ALIGN_CENTER },
  [GH_XLSX_CENTRED_ITALIC] = { .size_pt = 12, .italic = TRUE, .align = LXW_ALIGN_CENTER },
  [GH_XLSX_TITLE] = { .size_pt = 14, .bold = TRUE, .align = LXW_ALIGN_CENTER },
  [GH_XLSX_NOTE] = { .size_pt = 11, .italic = TRUE, .align = LXW_ALIGN_LEFT },
  [GH_XLSX_HEAD] = { .size_pt = 11, .bold = TRUE, .framed = TRUE, .align = LXW_ALIGN_CENTER },
  [GH_XLSX_TEXT] = { .size_pt = 11, .framed = TRUE },
  [GH_XLSX_TEXT_CENTRED] = { .size_pt = 11, .framed = TRUE, .align = LXW_ALIGN_CENTER },
  [GH_XLSX_TEXT_ITALIC] = { .size_pt = 11, .italic = TRUE, .framed = TRUE, .indent = 3 },
  [GH_XLSX_TEXT_BOLD] = { .size_pt = 11, .bold = TRUE, .framed = TRUE },
  [GH_XLSX_TEXT_CENTRED_BOLD] = { .size_pt = 11,
                                  .bold = TRUE,
                                  .framed = TRUE,
                                  .align = LXW_ALIGN_CENTER },
  [GH_XLSX_COUNT] = { .size_pt = 11, .framed = TRUE, .number_format = COUNT_FORMAT },
  [GH_XLSX_COUNT_BOLD] = { .size_pt = 11,
                           .bold = TRUE,
                           .framed = TRUE,
                           .number_format = COUNT_FORMAT },
  [GH_XLSX_DECIMAL] = { .size_pt = 11, .framed = TRUE, .number_format = DECIMAL_FORMAT },
  [GH_XLSX_DECIMAL_BOLD] = { .size_pt = 11,
                             .bold = TRUE,
                             .framed = TRUE,
                             .number_format = DECIMAL_FORMAT },
  [GH_XLSX_EXACT] = { .size_pt = 11, .framed = TRUE, .number_format = EXACT_FORMAT },
  [GH_XLSX_PERCENT] = { .size_pt = 11, .framed = TRUE, .number_format = PERCENT_FORMAT },
  [GH_XLSX_PERCENT_BOLD] = { .size_pt = 11,
                             .bold = TRUE,
                             .framed = TRUE,
                             .number_format = PERCENT_FORMAT },
  [GH_XLSX_DATE] = { .size_pt = 11,
                     .framed = TRUE,
                     .align = LXW_ALIGN_CENTER,
                     .number_format = DATE_FORMAT },
  [GH_XLSX_INDENT_1] = { .size_pt = 11, .framed = TRUE, .indent = 1 },
  [GH_XLSX_INDENT_1_BOLD] = { .size_pt = 11, .bold = TRUE, .framed = TRUE, .indent = 1 },
  [GH_XLSX_INDENT_2] = { .size_pt = 11, .framed = TRUE, .indent = 2 },
  [GH_XLSX_INDENT_2_BOLD] = { .size_pt = 11, .bold = TRUE, .framed = TRUE, .indent = 2 },
  [GH_XLSX_INDENT_3] = { .size_pt = 11, .framed = TRUE, .indent = 3 },
  [GH_XLSX_INDENT_3_BOLD] = { .size_pt = 11, .bold = TRUE, .framed = TRUE, .indent = 3 },
};

static void
fail (GhXlsx *xlsx, guint row, guint column, lxw_error code)
{
  char cell[LXW_MAX_CELL_NAME_LENGTH];

  if (xlsx->failure != NULL)
    return;
  lxw_rowcol_to_cell (cell, row, (lxw_col_t) MIN (column, G_MAXUINT16));
  if (code == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
    g_set_error (&xlsx->failure, GH_EXPORT_ERROR, GH_EXPORT_ERROR_LIMIT,
                 _("The text for cell %s of sheet “%s” is longer than Excel can hold (32,767 "
                   "letters). Shorten it, then export again."),
                 cell, xlsx->sheet_name);
  else
    g_set_error (&xlsx->failure, GH_EXPORT_ERROR, GH_EXPORT_ERROR_LIMIT,
                 _("Cell %s of sheet “%s” could not be written: %s"), cell, xlsx->sheet_name,
                 lxw_strerror (code));
}

static void
check (GhXlsx *xlsx, guint row, guint column, lxw_error code)
{
  if (code != LXW_NO_ERROR)
    fail (xlsx, row, column, code);
}

GhXlsx *
gh_xlsx_new (GError **error)
{
  g_autoptr (GhXlsx) xlsx = g_new0 (GhXlsx, 1);
  g_autofree char *system_path = NULL;
  int descriptor;

  descriptor = g_file_open_tmp ("giothong-XXXXXX.xlsx", &xlsx->path, error);
  if (descriptor < 0)
    return NULL;
  g_close (descriptor, NULL);
  system_path = gh_platform_dup_byte_path (xlsx->path);
  if (system_path != NULL)
    xlsx->workbook = workbook_new (system_path);
  if (xlsx->workbook == NULL)
    {
      g_set_error (error, GH_EXPORT_ERROR, GH_EXPORT_ERROR_WRITE,
                   _("No temporary file could be made for the workbook."));
      return NULL;
    }
  return g_steal_pointer (&xlsx);
}

/* Invariant (1): the workbook is gone after this, written or not. */
static lxw_error
close_workbook (GhXlsx *xlsx)
{
  G_GNUC_UNUSED g_autoptr (GhCNumeric) numeric = gh_c_numeric_begin ();
  lxw_workbook *workbook = g_steal_pointer (&xlsx->workbook);

  xlsx->sheet = NULL;
  return workbook_close (workbook);
}

void
gh_xlsx_free (GhXlsx *xlsx)
{
  if (xlsx == NULL)
    return;
  if (xlsx->workbook != NULL)
    close_workbook (xlsx);
  if (xlsx->path != NULL)
    g_unlink (xlsx->path);
  g_clear_error (&xlsx->failure);
  g_free (xlsx->path);
  g_free (xlsx->sheet_name);
  g_free (xlsx);
}

void
gh_xlsx_set_properties (GhXlsx *xlsx, const char *title, const char *author, gint64 now)
{
  g_autofree char *own_title = g_strdup (title);
  g_autofree char *own_author = g_strdup (author);
  lxw_doc_properties properties = { .title = own_title,
                                    .author = own_author,
                                    .created = (time_t) now };

  check (xlsx, 0, 0, workbook_set_properties (xlsx->workbook, &properties));
}

void
gh_xlsx_add_sheet (GhXlsx *xlsx, const char *name)
{
  if (xlsx->failure != NULL)
    return;
  g_free (xlsx->sheet_name);
  xlsx->sheet_name = g_strdup (name);
  xlsx->sheet = workbook_add_worksheet (xlsx->workbook, name);
  if (xlsx->sheet == NULL)
    fail (xlsx, 0, 0, LXW_ERROR_SHEETNAME_ALREADY_USED);
  else
    worksheet_set_default_row (xlsx->sheet, 18, LXW_FALSE);
}

lxw_worksheet *
gh_xlsx_get_sheet (GhXlsx *xlsx)
{
  return xlsx->failure == NULL ? xlsx->sheet : NULL;
}

static lxw_format *
get_format (GhXlsx *xlsx, GhXlsxStyle style)
{
  const StyleLook *look = &style_looks[style];
  lxw_format *format = xlsx->formats[style];

  if (format != NULL)
    return format;
  format = xlsx->formats[style] = workbook_add_format (xlsx->workbook);
  format_set_font_name (format, "Times New Roman");
  format_set_font_size (format, look->size_pt);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (look->align != 0)
    format_set_align (format, look->align);
  if (look->bold)
    format_set_bold (format);
  if (look->italic)
    format_set_italic (format);
  if (look->underlined)
    format_set_underline (format, LXW_UNDERLINE_SINGLE);
  if (look->framed)
    format_set_border (format, LXW_BORDER_THIN);
  if (look->framed && look->number_format == NULL)
    format_set_text_wrap (format);
  if (look->indent > 0)
    format_set_indent (format, look->indent);
  if (look->number_format != NULL)
    format_set_num_format (format, look->number_format);
  return format;
}

void
gh_xlsx_text (GhXlsx *xlsx, guint row, guint column, const char *text, GhXlsxStyle style)
{
  lxw_format *format;

  if (xlsx->failure != NULL)
    return;
  format = get_format (xlsx, style);
  if (*text == '\0')
    check (xlsx, row, column, worksheet_write_blank (xlsx->sheet, row, (lxw_col_t) column, format));
  else
    check (xlsx, row, column,
           worksheet_write_string (xlsx->sheet, row, (lxw_col_t) column, text, format));
}

void
gh_xlsx_number (GhXlsx *xlsx, guint row, guint column, double number, GhXlsxStyle style)
{
  if (xlsx->failure == NULL)
    check (xlsx, row, column,
           worksheet_write_number (xlsx->sheet, row, (lxw_col_t) column, number,
                                   get_format (xlsx, style)));
}

void
gh_xlsx_day (GhXlsx *xlsx, guint row, guint column, guint32 day)
{
  /* Excel's day 0; before March 1900 its numbers are off by one, but so old no campaign is. */
  const guint32 epoch = gh_day_from_ymd (1899, 12, 30);

  if (day == 0)
    gh_xlsx_text (xlsx, row, column, "", GH_XLSX_DATE);
  else
    gh_xlsx_number (xlsx, row, column, (double) day - (double) epoch, GH_XLSX_DATE);
}

void
gh_xlsx_formula (GhXlsx *xlsx,
                 guint row,
                 guint column,
                 const char *formula,
                 double value,
                 GhXlsxStyle style)
{
  lxw_col_t at = (lxw_col_t) column;

  if (xlsx->failure != NULL)
    return;
  if (isnan (value))
    check (
      xlsx, row, column,
      worksheet_write_formula_str (xlsx->sheet, row, at, formula, get_format (xlsx, style), ""));
  else
    check (
      xlsx, row, column,
      worksheet_write_formula_num (xlsx->sheet, row, at, formula, get_format (xlsx, style), value));
}

void
gh_xlsx_merge (GhXlsx *xlsx,
               guint row,
               guint last_row,
               guint column,
               guint last_column,
               const char *text,
               GhXlsxStyle style)
{
  if (xlsx->failure != NULL)
    return;
  if (row == last_row && column == last_column)
    {
      gh_xlsx_text (xlsx, row, column, text, style);
      return;
    }
  check (xlsx, row, column,
         worksheet_merge_range (xlsx->sheet, row, (lxw_col_t) column, last_row,
                                (lxw_col_t) last_column, text, get_format (xlsx, style)));
}

void
gh_xlsx_row_height (GhXlsx *xlsx, guint row, double height_pt)
{
  if (xlsx->failure == NULL)
    check (xlsx, row, 0, worksheet_set_row (xlsx->sheet, row, height_pt, NULL));
}

void
gh_xlsx_column_width (GhXlsx *xlsx, guint column, double width_characters)
{
  lxw_col_t at = (lxw_col_t) column;

  if (xlsx->failure == NULL)
    check (xlsx, 0, column, worksheet_set_column (xlsx->sheet, at, at, width_characters, NULL));
}

void
gh_xlsx_set_page (GhXlsx *xlsx,
                  gboolean landscape,
                  guint head_row,
                  guint head_last,
                  guint last_row,
                  guint n_columns)
{
  lxw_worksheet *sheet = xlsx->sheet;
  const lxw_col_t last_column = (lxw_col_t) (n_columns - 1);

  if (xlsx->failure != NULL)
    return;
  if (landscape)
    worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, 9); /* A4 */
  worksheet_set_margins (sheet, 15 / MM_PER_INCH, 15 / MM_PER_INCH, 15 / MM_PER_INCH,
                         18 / MM_PER_INCH);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_center_horizontally (sheet);
  worksheet_freeze_panes (sheet, head_last + 1, 2);
  check (xlsx, head_row, 0, worksheet_repeat_rows (sheet, head_row, head_last));
  check (xlsx, 0, 0, worksheet_print_area (sheet, 0, 0, last_row, last_column));
  check (xlsx, 0, 0, worksheet_set_footer (sheet, "&C&\"Times New Roman,Regular\"&10&P/&N"));
}

gboolean
gh_xlsx_has_failed (const GhXlsx *xlsx)
{
  return xlsx->failure != NULL;
}

GBytes *
gh_xlsx_finish (GhXlsx *xlsx, GError **error)
{
  char *contents = NULL;
  gsize length = 0;
  lxw_error code;

  g_return_val_if_fail (xlsx->workbook != NULL, NULL);

  code = close_workbook (xlsx);
  if (xlsx->failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&xlsx->failure));
      return NULL;
    }
  if (code != LXW_NO_ERROR)
    {
      g_set_error (error, GH_EXPORT_ERROR, GH_EXPORT_ERROR_WRITE,
                   _("The workbook could not be put together: %s. Make room on the disk, then "
                     "export again."),
                   lxw_strerror (code));
      return NULL;
    }
  if (!g_file_get_contents (xlsx->path, &contents, &length, error))
    return NULL;
  return g_bytes_new_take (contents, length);
}
