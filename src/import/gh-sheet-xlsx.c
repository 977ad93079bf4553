/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "gh-date-span.h"
#include "gh-sheet-merge.h"
#include "gh-sheet-private.h"
#include "gh-text.h"
#include "gh-xlsx-package.h"

typedef struct
{
  /* Owned */
  GhXlsxPackage *package;
  GhXml *xml;
  GBytes *bytes; /* the part of @sheet: a sheet is begun twice, for its header and for its rows */
  guint sheet;
  char *part;
  GString *arena; /* texts of the row's cells, each with its nul */
  GString *value; /* letters of the cell being read */
  GArray *cells;
  GhSheetMerges *merges;

  guint row; /* 1-based, of the row being read */
  gboolean in_row;
  guint column; /* where the next cell without a reference stands */
} XlsxReader;

/* Attributes of a <c>. */
typedef struct
{
  guint column;
  char type; /* 'n'umber, 's'hared, 'i'nline, 't'ext of a formula, 'b'oolean, 'e'rror, 'd'ate */
  guint style;
} CellTag;

gpointer
gh_sheet_xlsx_new (GBytes *bytes,
                   const char *name,
                   GPtrArray *sheet_names,
                   char **note,
                   GError **error)
{
  g_autoptr (GhXlsxPackage) package = gh_xlsx_package_open (bytes, name, error);
  XlsxReader *xlsx;

  if (package == NULL)
    return NULL;
  if (package->legacy != GH_LEGACY_NONE)
    *note = gh_sheet_describe_legacy (package->legacy);
  for (guint i = 0; i < package->sheet_names->len; i++)
    g_ptr_array_add (sheet_names, g_strdup (g_ptr_array_index (package->sheet_names, i)));

  xlsx = g_new0 (XlsxReader, 1);
  xlsx->package = g_steal_pointer (&package);
  xlsx->arena = g_string_new (NULL);
  xlsx->value = g_string_new (NULL);
  xlsx->cells = g_array_new (FALSE, FALSE, sizeof (GhCell));
  return xlsx;
}

static void
xlsx_free (gpointer data)
{
  XlsxReader *xlsx = data;

  gh_xml_free (xlsx->xml);
  g_clear_pointer (&xlsx->bytes, g_bytes_unref);
  gh_xlsx_package_free (xlsx->package);
  g_array_unref (xlsx->cells);
  g_clear_pointer (&xlsx->merges, gh_sheet_merges_free);
  g_string_free (xlsx->arena, TRUE);
  g_string_free (xlsx->value, TRUE);
  g_free (xlsx->part);
  g_free (xlsx);
}

static gboolean
set_damaged (XlsxReader *xlsx, const char *reference, GError **error)
{
  glong length = g_utf8_strlen (reference, -1);
  g_autofree char *shown = g_utf8_substring (reference, 0, MIN (length, 20));

  g_set_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_FORMAT,
               _("“%s” is damaged: its sheet %s names a cell “%s” that no sheet has."),
               xlsx->package->name, xlsx->part, shown);
  return FALSE;
}

static gboolean
xlsx_start (gpointer reader, guint sheet, GError **error)
{
  XlsxReader *xlsx = reader;
  const char *path = g_ptr_array_index (xlsx->package->sheet_paths, sheet);
  const char *name = g_ptr_array_index (xlsx->package->sheet_names, sheet);

  g_clear_pointer (&xlsx->xml, gh_xml_free);
  if (xlsx->bytes == NULL || xlsx->sheet != sheet)
    {
      g_clear_pointer (&xlsx->bytes, g_bytes_unref);
      xlsx->bytes = gh_zip_read (xlsx->package->zip, path, error);
      xlsx->sheet = sheet;
    }
  if (xlsx->bytes == NULL)
    return FALSE;
  g_free (xlsx->part);
  xlsx->part = g_strdup_printf ("“%s”", name);
  xlsx->row = 0;
  xlsx->in_row = FALSE;
  g_clear_pointer (&xlsx->merges, gh_sheet_merges_free);
  xlsx->merges = gh_sheet_merges_new (xlsx->bytes);
  xlsx->xml = gh_xml_open (xlsx->bytes, xlsx->package->name, xlsx->part, error);
  return xlsx->xml != NULL;
}

/* A growing row number; programs may leave it out for the next one. */
static gboolean
read_row_tag (XlsxReader *xlsx, GError **error)
{
  g_autofree char *text = gh_xml_attribute (xlsx->xml, "r");
  guint64 row = text != NULL ? g_ascii_strtoull (text, NULL, 10) : (guint64) xlsx->row + 1;

  if (row <= xlsx->row || row > GH_SHEET_MAX_ROWS)
    return set_damaged (xlsx, text != NULL ? text : "", error);
  xlsx->row = (guint) row;
  xlsx->in_row = !xmlTextReaderIsEmptyElement (xlsx->xml->reader);
  xlsx->column = 0;
  g_array_set_size (xlsx->cells, 0);
  g_string_truncate (xlsx->arena, 0);
  return TRUE;
}

static char
read_type (const char *type)
{
  if (strcmp (type, "inlineStr") == 0)
    return 'i';
  if (strcmp (type, "str") == 0)
    return 't';
  return *type;
}

/* Goes over the attributes once: this is the innermost loop of reading a workbook. */
static gboolean
read_cell_tag (XlsxReader *xlsx, CellTag *tag, GError **error)
{
  xmlTextReader *reader = xlsx->xml->reader;

  *tag = (CellTag){ .column = xlsx->column, .type = 'n' };
  for (int state = xmlTextReaderMoveToFirstAttribute (reader); state == 1;
       state = xmlTextReaderMoveToNextAttribute (reader))
    {
      const char *name = (const char *) xmlTextReaderConstName (reader);
      const char *value = (const char *) xmlTextReaderConstValue (reader);
      guint row;

      if (name[0] == '\0' || name[1] != '\0' || value == NULL)
        continue;
      if (name[0] == 's')
        tag->style = (guint) g_ascii_strtoull (value, NULL, 10);
      else if (name[0] == 't')
        tag->type = read_type (value);
      else if (name[0] == 'r' && (gh_sheet_parse_reference (value, &tag->column, &row) == NULL ||
                                  tag->column < xlsx->column || row != xlsx->row))
        return set_damaged (xlsx, value, error);
    }
  xmlTextReaderMoveToElement (reader);
  if (tag->column >= GH_SHEET_MAX_COLUMNS)
    return set_damaged (xlsx, "", error);
  xlsx->column = tag->column + 1;
  return TRUE;
}

/* Collects the letters of <v>, or of <is> with its runs, until </c>. */
static gboolean
read_value (XlsxReader *xlsx, GError **error)
{
  GhXml *xml = xlsx->xml;
  gboolean wanted = FALSE;

  g_string_truncate (xlsx->value, 0);
  if (xmlTextReaderIsEmptyElement (xml->reader))
    return TRUE;
  while (gh_xml_next (xml, error))
    {
      int type = xmlTextReaderNodeType (xml->reader);
      const char *name = (const char *) xmlTextReaderConstLocalName (xml->reader);

      if (type == XML_READER_TYPE_ELEMENT)
        wanted = (strcmp (name, "v") == 0 || strcmp (name, "t") == 0) &&
                 !xmlTextReaderIsEmptyElement (xml->reader);
      else if (type == XML_READER_TYPE_END_ELEMENT && strcmp (name, "c") == 0)
        return TRUE;
      else if (type == XML_READER_TYPE_END_ELEMENT)
        wanted = FALSE;
      else if (wanted)
        gh_xml_append_text (xml, xlsx->value);
    }
  return FALSE;
}

/* Excel counts days from 1 January 1900 and believes that there was a 29 February 1900; Macintosh
 * files count from 1 January 1904. */
static void
set_date (XlsxReader *xlsx, GhCell *cell, double serial)
{
  guint32 base =
    xlsx->package->epoch_1904 ? gh_day_from_ymd (1904, 1, 1) : gh_day_from_ymd (1899, 12, 30);
  double whole = floor (serial);
  int minute = (int) lround ((serial - whole) * 24 * 60);

  if (!xlsx->package->epoch_1904 && serial < 61)
    whole += serial >= 1 ? 1 : 0;
  if (!(serial >= 1 && serial < 2958466)) /* beyond 31/12/9999, or an hour without a day */
    return;
  cell->kind = GH_CELL_DATE;
  cell->day = base + (guint32) whole;
  cell->minute = minute > 0 && minute < 24 * 60 ? minute : -1;
}

static void
append_text (XlsxReader *xlsx, GhCell *cell, const char *text)
{
  cell->text = GSIZE_TO_POINTER (xlsx->arena->len); /* a pointer when the arena moves no more */
  g_string_append (xlsx->arena, text);
  g_string_append_c (xlsx->arena, '\0');
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\n")] == '\0';
}

/* %FALSE if there is nothing in the cell. */
static gboolean
set_number (XlsxReader *xlsx, const CellTag *tag, GhCell *cell)
{
  char *end;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  cell->number = g_ascii_strtod (xlsx->value->str, &end);
  if (end == xlsx->value->str || !isfinite (cell->number))
    return FALSE;
  cell->kind = GH_CELL_NUMBER;
  if (tag->style < xlsx->package->styles->len &&
      g_array_index (xlsx->package->styles, GhXlsxStyle, tag->style).date)
    set_date (xlsx, cell, cell->number);
  if (cell->kind == GH_CELL_DATE)
    {
      g_autofree char *text = gh_day_format (cell->day);

      append_text (xlsx, cell, text);
    }
  else
    append_text (xlsx, cell,
                 fabs (cell->number) < 1e15 && cell->number == floor (cell->number)
                   ? g_ascii_formatd (buffer, sizeof buffer, "%.0f", cell->number)
                   : g_ascii_formatd (buffer, sizeof buffer, "%.15g", cell->number));
  return TRUE;
}

static gboolean
set_shared (XlsxReader *xlsx, GhCell *cell)
{
  guint64 index = g_ascii_strtoull (xlsx->value->str, NULL, 10);
  const char *text;

  if (xlsx->value->len == 0 || index >= xlsx->package->strings->len)
    return FALSE;
  text = g_ptr_array_index (xlsx->package->strings, (guint) index);
  if (is_blank (text))
    return FALSE;
  append_text (xlsx, cell, text);
  return TRUE;
}

static gboolean
set_own_text (XlsxReader *xlsx, GhCell *cell)
{
  g_autofree char *text = gh_xlsx_clean_text (xlsx->package, xlsx->value->str);

  if (is_blank (text))
    return FALSE;
  append_text (xlsx, cell, text);
  return TRUE;
}

/* "T07:30" behind the day of "2027-03-09T07:30:00"; -1 if there is none. */
static int
read_iso_minute (const char *text)
{
  int hour, minute;

  if (strlen (text) < 6 || text[0] != 'T' || !g_ascii_isdigit (text[1]) ||
      !g_ascii_isdigit (text[2]) || text[3] != ':' || !g_ascii_isdigit (text[4]) ||
      !g_ascii_isdigit (text[5]))
    return -1;
  hour = (text[1] - '0') * 10 + text[2] - '0';
  minute = (text[4] - '0') * 10 + text[5] - '0';
  return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
}

static gboolean
set_iso_date (XlsxReader *xlsx, GhCell *cell)
{
  const char *value = xlsx->value->str;
  g_autofree char *iso = g_strndup (value, 10);
  g_autofree char *text = NULL;

  cell->day = gh_day_parse_iso (iso);
  if (cell->day == 0)
    return set_own_text (xlsx, cell);
  cell->kind = GH_CELL_DATE;
  cell->minute = read_iso_minute (value + 10);
  if (cell->minute == 0) /* a day without hours is written so */
    cell->minute = -1;
  text = gh_day_format (cell->day);
  append_text (xlsx, cell, text);
  return TRUE;
}

static gboolean
set_content (XlsxReader *xlsx, const CellTag *tag, GhCell *cell)
{
  switch (tag->type)
    {
    case 's':
      return set_shared (xlsx, cell);
    case 'i':
    case 't':
      return set_own_text (xlsx, cell);
    case 'd':
      return set_iso_date (xlsx, cell);
    case 'e':
      cell->kind = GH_CELL_ERROR;
      return set_own_text (xlsx, cell);
    default: /* numbers; booleans as 0 and 1 */
      return xlsx->value->len > 0 && set_number (xlsx, tag, cell);
    }
}

static gboolean
read_cell (XlsxReader *xlsx, GError **error)
{
  CellTag tag;
  GhCell cell = { .kind = GH_CELL_TEXT, .minute = -1, .span = 1 };

  if (!read_cell_tag (xlsx, &tag, error) || !read_value (xlsx, error))
    return FALSE;
  cell.column = tag.column;
  if (!set_content (xlsx, &tag, &cell))
    return TRUE;
  cell.indent = gh_sheet_leading_indent (xlsx->arena->str + GPOINTER_TO_SIZE (cell.text));
  if (tag.style < xlsx->package->styles->len)
    cell.indent += g_array_index (xlsx->package->styles, GhXlsxStyle, tag.style).indent;
  g_array_append_val (xlsx->cells, cell);
  return TRUE;
}

static void
resolve_texts (XlsxReader *xlsx)
{
  for (guint i = 0; i < xlsx->cells->len; i++)
    {
      GhCell *cell = &g_array_index (xlsx->cells, GhCell, i);

      cell->text = xlsx->arena->str + GPOINTER_TO_SIZE (cell->text);
    }
}

static void
give_row (XlsxReader *xlsx, GhSheetRow *row)
{
  resolve_texts (xlsx);
  gh_sheet_merges_apply (xlsx->merges, xlsx->row, xlsx->cells);
  row->number = xlsx->row;
  row->n_cells = xlsx->cells->len;
  row->cells = (const GhCell *) (gconstpointer) xlsx->cells->data;
}

static gboolean
xlsx_next (gpointer reader, GhSheetRow *row, GError **error)
{
  XlsxReader *xlsx = reader;
  GError *failure = NULL;

  while (gh_xml_next (xlsx->xml, &failure))
    {
      if (gh_xml_starts (xlsx->xml, "row"))
        {
          if (!read_row_tag (xlsx, error))
            return FALSE;
        }
      else if (xlsx->in_row && gh_xml_starts (xlsx->xml, "c"))
        {
          if (!read_cell (xlsx, error))
            return FALSE;
        }
      else if (xlsx->in_row && gh_xml_ends (xlsx->xml, "row"))
        {
          xlsx->in_row = FALSE;
          if (xlsx->cells->len > 0)
            {
              give_row (xlsx, row);
              return TRUE;
            }
        }
      else if (gh_xml_ends (xlsx->xml, "sheetData"))
        return FALSE;
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return FALSE;
}

const GhSheetFormat gh_sheet_xlsx_format = {
  .start = xlsx_start,
  .next = xlsx_next,
  .free = xlsx_free,
};
