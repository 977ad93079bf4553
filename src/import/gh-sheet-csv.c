/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gh-sheet-private.h"
#include "gh-text.h"
#include "gh-zip.h"

/* Lines that are looked at to find out what parts the cells. */
#define N_SAMPLE_LINES 40

typedef struct
{
  /* Owned */
  char *text;
  GString *arena; /* texts of the row's cells, each with its nul */
  GArray *cells;

  char separator;
  const char *start;  /* of the first row */
  const char *cursor; /* of the next row */
  const char *last_quote;
  guint first_line;
  guint line; /* of the next row */
  char *name;
} CsvReader;

static void
csv_free (gpointer data)
{
  CsvReader *csv = data;

  g_array_unref (csv->cells);
  g_string_free (csv->arena, TRUE);
  g_free (csv->text);
  g_free (csv->name);
  g_free (csv);
}

/* Excel's "Unicode text" is UTF-16; without its mark it shows by the zeros of ASCII letters. */
static const char *
guess_utf16 (const guint8 *data, gsize length)
{
  gsize n_even = 0;
  gsize n_odd = 0;
  gsize n = MIN (length, 4096);

  if (length >= 2 && data[0] == 0xff && data[1] == 0xfe)
    return "UTF-16LE";
  if (length >= 2 && data[0] == 0xfe && data[1] == 0xff)
    return "UTF-16BE";
  for (gsize i = 0; i < n; i++)
    {
      if (data[i] == 0 && i % 2 == 0)
        n_even++;
      else if (data[i] == 0)
        n_odd++;
    }
  if (n_odd > n / 8 && n_even * 8 < n_odd)
    return "UTF-16LE";
  if (n_even > n / 8 && n_odd * 8 < n_even)
    return "UTF-16BE";
  return NULL;
}

/* (transfer full): UTF-8, perhaps with a byte order mark, or %NULL. */
static char *
decode (const guint8 *data, gsize length, char **note)
{
  const char *utf16 = guess_utf16 (data, length);

  if (utf16 != NULL)
    return g_convert ((const char *) data, (gssize) (length - length % 2), "UTF-8", utf16, NULL,
                      NULL, NULL);
  if (memchr (data, '\0', length) != NULL)
    return NULL;
  if (g_utf8_validate ((const char *) data, (gssize) length, NULL))
    return g_strndup ((const char *) data, length);

  *note =
    g_strdup (_("The file is not Unicode. It was read as Windows Vietnamese (1258): check the "
                "letters of the names, or save it from Excel as “CSV UTF-8”."));
  return gh_import_decode_bytes (data, length);
}

/* @text: taken */
static char *
convert_legacy (char *text, char **note)
{
  g_autofree char *owned = text;
  GhLegacy legacy = gh_legacy_detect (text);

  if (legacy == GH_LEGACY_NONE)
    return g_steal_pointer (&owned);
  g_free (*note);
  *note = gh_sheet_describe_legacy (legacy);
  return gh_legacy_convert (legacy, text);
}

/* How often @separator stands outside quotes in each line; returns the most common count that is
 * not 0 and in how many lines it is met. */
static guint
score_separator (const char *text, char separator)
{
  guint counts[N_SAMPLE_LINES] = { 0 };
  guint n_lines = 0;
  guint best = 0;
  gboolean quoted = FALSE;

  for (; *text != '\0' && n_lines < N_SAMPLE_LINES; text++)
    {
      if (*text == '"')
        quoted = !quoted;
      else if (*text == '\n' && !quoted)
        n_lines++;
      else if (*text == separator && !quoted)
        counts[n_lines]++;
    }
  for (guint i = 0; i < N_SAMPLE_LINES; i++)
    {
      guint n_same = 0;

      for (guint j = 0; counts[i] > 0 && j < N_SAMPLE_LINES; j++)
        n_same += counts[j] == counts[i] ? 1 : 0;
      /* A column more weighs less than a line more: commas inside names differ from line to line.
       */
      if (counts[i] > 0)
        best = MAX (best, n_same * 1000 + MIN (counts[i], 999));
    }
  return best;
}

static char
find_separator (const char *text)
{
  const char candidates[] = { ';', '\t', ',' };
  char separator = ',';
  guint best = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint score = score_separator (text, candidates[i]);

      if (score > best)
        {
          best = score;
          separator = candidates[i];
        }
    }
  return separator;
}

gpointer
gh_sheet_csv_new (GBytes *bytes, const char *name, char **note, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autofree char *decoded = decode (data, length, note);
  CsvReader *csv;

  if (decoded == NULL)
    {
      g_set_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_FORMAT,
                   _("“%s” is neither an Excel workbook (.xlsx) nor a table in plain text (.csv). "
                     "Open it in Excel and save it as .xlsx."),
                   name);
      return NULL;
    }

  decoded = convert_legacy (g_steal_pointer (&decoded), note);
  csv = g_new0 (CsvReader, 1);
  csv->text = gh_text_nfc (decoded, -1);
  csv->arena = g_string_new (NULL);
  csv->cells = g_array_new (FALSE, TRUE, sizeof (GhCell));
  csv->start = csv->text;
  if (gh_text_begins (csv->start, "\xef\xbb\xbf"))
    csv->start += strlen ("\xef\xbb\xbf");
  csv->first_line = 1;
  csv->name = g_strdup (name);
  if (gh_text_begins (csv->start, "sep=") && strchr (";,\t|", csv->start[4]) != NULL &&
      csv->start[4] != '\0' && csv->start[5] == '\n')
    {
      csv->separator = csv->start[4];
      csv->start += strlen ("sep=;\n");
      csv->first_line = 2;
    }
  else
    csv->separator = find_separator (csv->start);
  csv->last_quote = strrchr (csv->start, '"');
  return csv;
}

static gboolean
csv_start (gpointer reader, G_GNUC_UNUSED guint sheet, G_GNUC_UNUSED GError **error)
{
  CsvReader *csv = reader;

  csv->cursor = csv->start;
  csv->line = csv->first_line;
  return TRUE;
}

/* A quoted cell from after its opening quote; returns where it ends, or %NULL if its quote is never
 * closed (then the quote is a letter like any other). */
static const char *
read_quoted (CsvReader *csv, const char *at, guint *n_lines)
{
  gsize before = csv->arena->len;
  guint lines = 0;

  while (csv->last_quote != NULL && at <= csv->last_quote)
    {
      const char *quote = strchr (at, '"');

      g_string_append_len (csv->arena, at, quote - at);
      for (const char *letter = at; letter < quote; letter++)
        lines += *letter == '\n' ? 1 : 0;
      if (quote[1] != '"')
        {
          *n_lines += lines;
          return quote + 1;
        }
      g_string_append_c (csv->arena, '"');
      at = quote + 2;
    }
  g_string_truncate (csv->arena, before);
  return NULL;
}

/* Reads one cell into the arena and moves @cursor to what ended it. */
static void
read_cell (CsvReader *csv, const char **cursor, guint *n_lines)
{
  const char stops[] = { csv->separator, '\n', '\0' };
  const char *at = *cursor;
  const char *end;

  if (*at == '"' && (end = read_quoted (csv, at + 1, n_lines)) != NULL)
    at = end;
  end = at + strcspn (at, stops);
  g_string_append_len (csv->arena, at, end - at);
  *cursor = end;
}

/* Where there is content in the arena from @offset on, it becomes a cell. */
static void
finish_cell (CsvReader *csv, guint column, gsize offset)
{
  const char *text = csv->arena->str + offset;
  GhCell cell = { .column = column, .kind = GH_CELL_TEXT, .minute = -1, .span = 1 };

  if (text[strspn (text, " \t\n")] == '\0')
    {
      g_string_truncate (csv->arena, offset);
      return;
    }
  cell.indent = gh_sheet_leading_indent (text);
  cell.text = GSIZE_TO_POINTER (offset); /* made a pointer when the arena moves no more */
  g_string_append_c (csv->arena, '\0');
  g_array_append_val (csv->cells, cell);
}

/* One line, or several where line breaks stand inside quotes. */
static gboolean
read_line (CsvReader *csv, GError **error)
{
  guint n_lines = 1;

  g_string_truncate (csv->arena, 0);
  for (guint column = 0;; column++)
    {
      gsize offset = csv->arena->len;

      if (column == GH_SHEET_MAX_COLUMNS)
        {
          g_set_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_LIMIT,
                       _("“%s”, row %u: more than %d columns. This is not a table of units."),
                       csv->name, csv->line, GH_SHEET_MAX_COLUMNS);
          return FALSE;
        }
      read_cell (csv, &csv->cursor, &n_lines);
      finish_cell (csv, column, offset);
      if (*csv->cursor != csv->separator)
        break;
      csv->cursor++;
    }
  if (*csv->cursor == '\n')
    csv->cursor++;
  csv->line += n_lines;
  return TRUE;
}

static gboolean
csv_next (gpointer reader, GhSheetRow *row, GError **error)
{
  CsvReader *csv = reader;

  g_array_set_size (csv->cells, 0);
  while (csv->cells->len == 0)
    {
      row->number = csv->line;
      if (*csv->cursor == '\0' || !read_line (csv, error))
        return FALSE;
    }

  for (guint i = 0; i < csv->cells->len; i++)
    {
      GhCell *cell = &g_array_index (csv->cells, GhCell, i);

      cell->text = csv->arena->str + GPOINTER_TO_SIZE (cell->text);
    }
  row->cells = (const GhCell *) (gconstpointer) csv->cells->data;
  row->n_cells = csv->cells->len;
  return TRUE;
}

const GhSheetFormat gh_sheet_csv_format = {
  .start = csv_start,
  .next = csv_next,
  .free = csv_free,
};
