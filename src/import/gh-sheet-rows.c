/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-sheet-table.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "gh-number.h"
#include "gh-text.h"
#include "gh-zip.h"

#define MAX_PROBLEMS 1000

/* A figure beyond this is no number of people or bags. */
#define MAX_COUNT G_GINT64_CONSTANT (100000000)

/* Larger than any table a committee keeps; more is not read into memory. */
#define MAX_FILE_SIZE (64u * 1024u * 1024u)

GhSheetBook *
gh_sheet_book_open_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = gh_import_load (file, MAX_FILE_SIZE, cancellable, error);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");

  return bytes != NULL ? gh_sheet_book_open (bytes, name, error) : NULL;
}

char *
gh_sheet_book_where (const GhSheetBook *book, guint sheet, guint row, int column)
{
  const char *name = gh_sheet_book_get_sheet_name (book, sheet);
  g_autofree char *letters = column >= 0 ? gh_sheet_column_name ((guint) column) : NULL;

  if (*name == '\0')
    {
      if (row == 0)
        return g_strdup (gh_sheet_book_get_name (book));
      /* Translators: a place in a table: row number, letters of the column */
      return letters != NULL ? g_strdup_printf (_("row %u, column %s"), row, letters)
                             : g_strdup_printf (_("row %u"), row);
    }
  if (row == 0)
    return g_strdup_printf (_("sheet “%s”"), name);
  /* Translators: a place in a workbook: name of the sheet, row number, letters of the column */
  return letters != NULL ? g_strdup_printf (_("sheet “%s”, row %u, column %s"), name, row, letters)
                         : g_strdup_printf (_("sheet “%s”, row %u"), name, row);
}

void
gh_problems_add (GPtrArray *problems, char *where, gboolean fatal, char *message)
{
  GhProblem *problem = g_new0 (GhProblem, 1);

  problem->where = where;
  problem->fatal = fatal;
  problem->message = message;
  g_ptr_array_add (problems, problem);
}

void
gh_sheet_table_report (GhSheetTable *table,
                       GPtrArray *problems,
                       guint row,
                       int field,
                       gboolean fatal,
                       char *message)
{
  g_autofree char *owned = message;
  int column = field >= 0 ? table->columns[field] : -1;

  if (problems->len > MAX_PROBLEMS)
    return;
  if (problems->len == MAX_PROBLEMS)
    {
      g_free (owned);
      owned = g_strdup (_("From here on there are more problems that are not listed. Mend those "
                          "above in the file and read it again."));
    }
  gh_problems_add (problems, gh_sheet_book_where (table->book, table->sheet, row, column), fatal,
                   g_steal_pointer (&owned));
}

char *
gh_sheet_shorten (const char *text)
{
  return g_utf8_strlen (text, -1) <= 60 ? g_strdup (text) : g_utf8_substring (text, 0, 60);
}

void
gh_sheet_table_report_sum (GhSheetTable *table,
                           GPtrArray *problems,
                           guint row,
                           int field,
                           const char *name,
                           const gint64 *said_and_sum)
{
  g_autofree char *said = gh_number_format (said_and_sum[0]);
  g_autofree char *sum = gh_number_format (said_and_sum[1]);
  char *message;

  if (*name == '\0')
    message = g_strdup_printf (_("The total says %s, but the rows add up to %s."), said, sum);
  else
    /* Translators: name of a unit with units below it, its figure, the sum of theirs */
    message = g_strdup_printf (_("The subtotal of “%s” says %s, but the rows below it add up to "
                                 "%s; the rows were taken."),
                               name, said, sum);
  gh_sheet_table_report (table, problems, row, field, FALSE, message);
}

void
gh_sheet_table_report_unread (GhSheetTable *table, GPtrArray *problems)
{
  if (table->unread->len > 0)
    {
      g_autofree char *columns = NULL;

      g_ptr_array_add (table->unread, NULL);
      columns = g_strjoinv (", ", (char **) table->unread->pdata);
      g_ptr_array_remove_index (table->unread, table->unread->len - 1);
      gh_sheet_table_report (table, problems, table->head_row, -1, FALSE,
                             g_strdup_printf (_("These columns were not read: %s."), columns));
    }
  if (table->footer_first > 0 && table->footer_last > table->footer_first)
    gh_sheet_table_report (table, problems, table->footer_first, -1, FALSE,
                           g_strdup_printf (_("Rows %u to %u stand below the table and were not "
                                              "read."),
                                            table->footer_first, table->footer_last));
  else if (table->footer_first > 0)
    gh_sheet_table_report (table, problems, table->footer_first, -1, FALSE,
                           g_strdup (_("This row stands below the table and was not read.")));
}

const GhCell *
gh_sheet_table_get (const GhSheetTable *table, const GhSheetRow *row, guint field)
{
  return table->columns[field] >= 0 ? gh_sheet_row_get (row, (guint) table->columns[field]) : NULL;
}

/* gh_text_squeeze() on one line; most cells are so already. */
static char *
dup_line (const char *text)
{
  g_autofree char *line = NULL;
  char previous = ' ';

  for (const char *at = text;; at++)
    {
      if (*at == '\0' && previous != ' ')
        return g_strdup (text);
      if (*at == '\0' || *at == '\n' || *at == '\t' || (*at == ' ' && previous == ' ') ||
          (guchar) *at == 0xc2 || (guchar) *at == 0xe2 || (guchar) *at == 0xe3) /* odd spaces */
        break;
      previous = *at;
    }
  line = g_strdup (text);
  return gh_text_squeeze (g_strdelimit (line, "\n\t", ' '));
}

char *
gh_sheet_table_dup (const GhSheetTable *table, const GhSheetRow *row, guint field)
{
  const GhCell *cell = gh_sheet_table_get (table, row, field);

  return dup_line (cell != NULL && cell->kind != GH_CELL_ERROR ? cell->text : "");
}

/* "1,200": no count has decimals, so a comma before three figures parts thousands. */
static gboolean
parse_grouped (const char *text, gint64 *count)
{
  g_autofree char *dotted = g_strdelimit (g_strdup (text), ",", '.');
  const char *comma = strchr (text, ',');

  if (comma == NULL || strlen (comma) < 4 || (strlen (comma) > 4 && comma[4] != ','))
    return FALSE;
  return gh_number_parse_count (dotted, count);
}

static gboolean
parse_count (const GhCell *cell, gint64 *count)
{
  g_autofree char *text = NULL;

  if (cell->kind == GH_CELL_NUMBER)
    {
      *count = (gint64) CLAMP (cell->number, -1, (double) MAX_COUNT + 1);
      return cell->number >= 0 && cell->number <= (double) MAX_COUNT &&
             cell->number == floor (cell->number);
    }
  text = gh_text_squeeze (cell->text);
  return cell->kind == GH_CELL_TEXT &&
         (gh_number_parse_count (text, count) || parse_grouped (text, count)) &&
         *count <= MAX_COUNT;
}

static gboolean
is_dash (const char *text)
{
  return strcmp (text, "-") == 0 || strcmp (text, "–") == 0 || strcmp (text, "—") == 0 ||
         strcmp (text, "…") == 0 || strcmp (text, "...") == 0 ||
         g_ascii_strcasecmp (text, "x") == 0;
}

void
gh_sheet_table_read_count (GhSheetTable *table,
                           const GhSheetRow *row,
                           guint field,
                           gint64 *count,
                           GPtrArray *problems)
{
  const GhCell *cell = gh_sheet_table_get (table, row, field);
  g_autofree char *shown = NULL;

  *count = -1;
  if (cell == NULL || cell->merged || is_dash (cell->text))
    return;
  if (parse_count (cell, count))
    return;
  *count = -1;
  shown = gh_sheet_shorten (cell->text);
  gh_sheet_table_report (
    table, problems, row->number, (int) field, FALSE,
    cell->kind == GH_CELL_ERROR
      ? g_strdup_printf (_("The formula has the error %s; it was left empty."), shown)
      : g_strdup_printf (_("“%s” is not a whole number; it was left empty."), shown));
}

/* Words compared with their marks: "Tổng cộng" is a total, "Tổng công ty" and "Công an" are units.
 */
static gboolean
is_total (const char *name)
{
  static const char *const words[] = { "tổng cộng", "tổng số", "tổng", "cộng", "total" };
  g_autofree char *lower = NULL;
  g_autofree char *folded = NULL;

  if (*name == '\0' || strchr ("tTcCgG", *name) == NULL) /* no word begins otherwise */
    return FALSE;
  lower = g_utf8_strdown (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);
      gunichar next;

      if (!gh_text_begins (lower, words[i]))
        continue;
      next = g_utf8_get_char (lower + length);
      if (next == 0 || (!g_unichar_isalpha (next) && next != ' '))
        return TRUE;
      if (next == ' ' && (i < 2 || i == 3) && strchr ("(:0123456789", lower[length + 1]) != NULL)
        return TRUE;
      /* "Cộng khối xã", but "Cộng đồng …", "Cộng tác viên …" are names */
      if (i == 3 && next == ' ' && !gh_text_begins (lower + length, " đồng") &&
          !gh_text_begins (lower + length, " tác"))
        return TRUE;
    }
  if (!g_str_is_ascii (name)) /* below: typed without marks */
    return FALSE;
  folded = gh_text_fold (name);
  return strcmp (folded, "tong cong") == 0 || strcmp (folded, "tong so") == 0 ||
         strcmp (folded, "grand total") == 0;
}

/* Lines of a signature, a date or remarks: they end the table where no total does. */
static gboolean
is_footer (const char *text)
{
  static const char *const beginnings[] = {
    "nguoi lap",  "lap bieu",     "nguoi tong hop", "noi nhan",  "thu truong",
    "truong ban", "tm ",          "tm. ",           "t/m",       "kt. ",
    "kt ",        "tl. ",         "ghi chu:",       "ghi chu :", "(ky",
    "ke toan",    "xac nhan cua", "chu tich ",      "(phan cua", "phan cua chinh don vi",
  };
  g_autofree char *folded = gh_text_fold (text);

  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (gh_text_begins (folded, beginnings[i]))
      return TRUE;
  return strstr (folded, " ngay ") != NULL && strstr (folded, " thang ") != NULL &&
         strstr (folded, " nam ") != NULL;
}

gboolean
gh_sheet_is_own_share (const char *name)
{
  g_autofree char *folded = NULL;

  if (*name != 'P' && *name != 'p' && *name != '-')
    return FALSE;
  folded = gh_text_fold (name);
  return strstr (folded, "phan cua chinh don vi") != NULL;
}

/* (1) (2) (3) or A B C under the titles. */
static gboolean
is_index_row (const GhSheetTable *table, const GhSheetRow *row)
{
  if (table->n_rows > 0 || row->n_cells < 2)
    return FALSE;
  for (guint i = 0; i < row->n_cells; i++)
    {
      const char *text = row->cells[i].text;
      gsize length = strlen (text);

      if (*text == '(' && length > 2 && text[length - 1] == ')')
        {
          text++;
          length -= 2;
        }
      if (length > 3 && memchr (text, '=', length) == NULL)
        return FALSE;
      for (gsize k = 0; k < length; k++)
        if (!g_ascii_isalnum (text[k]) && strchr ("=+-*/()%", text[k]) == NULL)
          return FALSE;
    }
  return TRUE;
}

static gboolean
has_figures (const GhSheetTable *table, const GhSheetRow *row)
{
  const GhSheetSpec *spec = table->spec;

  for (guint i = 0; i < spec->n_numeric; i++)
    {
      const GhCell *cell = gh_sheet_table_get (table, row, spec->first_numeric + i);

      if (cell != NULL && !cell->merged && cell->span == 1) /* a figure is never wide */
        return TRUE;
    }
  return FALSE;
}

static GhSheetRowKind
note_footer (GhSheetTable *table, const GhSheetRow *row)
{
  if (table->footer_first == 0)
    table->footer_first = row->number;
  table->footer_last = row->number;
  return GH_SHEET_ROW_SKIP;
}

GhSheetRowKind
gh_sheet_table_classify (GhSheetTable *table, const GhSheetRow *row)
{
  const GhSheetSpec *spec = table->spec;
  const GhCell *name = gh_sheet_table_get (table, row, spec->name_field);
  const GhCell *order = gh_sheet_table_get (table, row, spec->order_field);
  gboolean named = name != NULL && !name->merged;
  gboolean figures = has_figures (table, row);
  gboolean numbered = order != NULL && order != name && !order->merged;
  const char *first = row->cells[0].text;
  g_autofree char *label = dup_line (named ? name->text : first);

  if (row->number <= table->head_last || is_index_row (table, row))
    return GH_SHEET_ROW_SKIP;
  if (is_total (label) || (strcmp (first, label) != 0 && is_total (first)))
    {
      table->ended = TRUE;
      return GH_SHEET_ROW_TOTAL;
    }
  if (table->titles[spec->name_field] != NULL &&
      strcmp (label, table->titles[spec->name_field]) == 0 && !figures)
    return GH_SHEET_ROW_SKIP;
  if (!figures && !(numbered && named) &&
      (table->ended || table->footer_first > 0 || is_footer (label) || is_footer (first)))
    return note_footer (table, row);
  table->ended = FALSE;
  table->n_rows++;
  return GH_SHEET_ROW_UNIT;
}
