/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-docx-private.h"
#include "gh-proposal.h"

/* More text than this is not a plan; what is read says so. */
#define OUTPUT_LIMIT (5u * 1024u * 1024u)
#define SPAN_LIMIT   63
/* Cells of all tables; what a plan's tables hold is a few hundred. */
#define CELL_LIMIT 200000u

/* A paragraph while it is read. */
typedef struct
{
  GString *text;
  char *style;
  int list;
  int level;
  gboolean bold; /* of the current run */
  gboolean italic;
  gboolean marked_bold; /* an open "**" in @text */
  gboolean marked_italic;
} Paragraph;

/* Rows of cells of lines. */
typedef struct
{
  GPtrArray *rows; /* GPtrArray of GPtrArray of char* */
  int span;        /* w:gridSpan of the current cell */
} Table;

typedef struct
{
  /* Owned */
  GhDocxNumbering *numbering;
  GString *out;
  GPtrArray *paragraphs; /* Paragraph: text boxes stand inside paragraphs */
  GPtrArray *tables;     /* Table: nested */
  guint run;             /* depth of w:r */
  guint skip;            /* depth of something that is not read */
  guint n_cells;         /* rows and cells of all tables, against hostile ones */
  gboolean in_text;
} DocxReader;

static void
paragraph_free (gpointer data)
{
  Paragraph *paragraph = data;

  g_string_free (paragraph->text, TRUE);
  g_free (paragraph->style);
  g_free (paragraph);
}

static void
table_free (gpointer data)
{
  Table *table = data;

  g_ptr_array_unref (table->rows);
  g_free (table);
}

static Paragraph *
current_paragraph (DocxReader *reader)
{
  guint n = reader->paragraphs->len;

  return n > 0 ? reader->paragraphs->pdata[n - 1] : NULL;
}

static Table *
current_table (DocxReader *reader)
{
  guint n = reader->tables->len;

  return n > 0 ? reader->tables->pdata[n - 1] : NULL;
}

static GPtrArray *
current_cell (const Table *table)
{
  GPtrArray *row = table->rows->len > 0 ? table->rows->pdata[table->rows->len - 1] : NULL;

  return row != NULL && row->len > 0 ? row->pdata[row->len - 1] : NULL;
}

/* Closes and opens marks so that what follows is in the style of the run. */
static void
switch_marks (Paragraph *paragraph, gboolean bold, gboolean italic)
{
  GString *text = paragraph->text;
  gsize n = text->len;

  if (paragraph->marked_bold == bold && paragraph->marked_italic == italic)
    return;
  /* Blanks stay outside of the marks. */
  while (n > 0 && text->str[n - 1] == ' ')
    n--;
  if (paragraph->marked_italic)
    {
      g_string_insert (text, (gssize) n, "*");
      n += 1;
    }
  if (paragraph->marked_bold)
    g_string_insert (text, (gssize) n, "**");
  if (bold)
    g_string_append (text, "**");
  if (italic)
    g_string_append (text, "*");
  paragraph->marked_bold = bold;
  paragraph->marked_italic = italic;
}

static void
append_text (DocxReader *reader, const char *text)
{
  Paragraph *paragraph = current_paragraph (reader);
  gboolean blank = text[strspn (text, " \t\n")] == '\0';

  if (paragraph == NULL || reader->skip > 0 || *text == '\0' ||
      reader->out->len + paragraph->text->len > OUTPUT_LIMIT)
    return;
  if (blank)
    {
      if (strpbrk (text, "\t\n") != NULL)
        switch_marks (paragraph, FALSE, FALSE);
      g_string_append (paragraph->text, text);
      return;
    }
  if (reader->run > 0)
    {
      /* Marks begin at a letter, not at a blank. */
      gsize blanks = strspn (text, " ");

      if (paragraph->marked_bold != paragraph->bold ||
          paragraph->marked_italic != paragraph->italic)
        {
          switch_marks (paragraph, FALSE, FALSE);
          g_string_append_len (paragraph->text, text, (gssize) blanks);
          text += blanks;
        }
      switch_marks (paragraph, paragraph->bold, paragraph->italic);
    }
  g_string_append (paragraph->text, text);
}

/* Puts a finished line where it belongs: into the cell, or out. */
static void
emit_line (DocxReader *reader, const char *line)
{
  Table *table = current_table (reader);
  GPtrArray *cell = table != NULL ? current_cell (table) : NULL;

  if (cell != NULL)
    {
      if (line[strspn (line, " \t\n")] != '\0')
        g_ptr_array_add (cell, g_strdup (line));
      return;
    }
  g_string_append (reader->out, line);
  g_string_append_c (reader->out, '\n');
}

static void
start_paragraph (DocxReader *reader)
{
  Paragraph *paragraph = g_new0 (Paragraph, 1);

  paragraph->text = g_string_new (NULL);
  paragraph->list = -1;
  paragraph->level = -1;
  g_ptr_array_add (reader->paragraphs, paragraph);
}

static void
end_paragraph (DocxReader *reader)
{
  Paragraph *paragraph = current_paragraph (reader);
  g_autofree char *label = NULL;
  g_autofree char *line = NULL;

  if (paragraph == NULL)
    return;
  switch_marks (paragraph, FALSE, FALSE);
  if (paragraph->text->str[strspn (paragraph->text->str, " \t\n")] != '\0')
    label = gh_docx_numbering_next (reader->numbering, paragraph->style, paragraph->list,
                                    paragraph->level);
  line = label != NULL && *label != '\0' ? g_strconcat (label, " ", paragraph->text->str, NULL)
                                         : g_strdup (paragraph->text->str);
  g_ptr_array_set_size (reader->paragraphs, (int) reader->paragraphs->len - 1);
  if (reader->out->len < OUTPUT_LIMIT)
    emit_line (reader, line);
}

static void
start_table (DocxReader *reader)
{
  Table *table = g_new0 (Table, 1);

  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_add (reader->tables, table);
}

static void
start_row (DocxReader *reader, Table *table)
{
  if (reader->n_cells++ >= CELL_LIMIT)
    return;
  g_ptr_array_add (table->rows,
                   g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref));
}

/* What stands in a cell too many goes on in the last one. */
static void
add_cell (DocxReader *reader, Table *table)
{
  GPtrArray *row = table->rows->len > 0 ? table->rows->pdata[table->rows->len - 1] : NULL;

  if (row != NULL && row->len < GH_BLOCK_MAX_COLUMNS && reader->n_cells++ < CELL_LIMIT)
    g_ptr_array_add (row, g_ptr_array_new_with_free_func (g_free));
}

/* A table that only places things side by side: the head of the plan, or its signature. */
static gboolean
is_layout (const Table *table)
{
  gboolean tall = FALSE;

  for (guint r = 0; r < table->rows->len; r++)
    {
      const GPtrArray *row = table->rows->pdata[r];

      for (guint c = 0; c < row->len; c++)
        {
          const GPtrArray *cell = row->pdata[c];

          for (guint i = 0; i < cell->len; i++)
            {
              const char *line = cell->pdata[i];

              if (strstr (line, "Nơi nhận") != NULL || strstr (line, "CỘNG H") != NULL ||
                  strstr (line, "Độc lập") != NULL ||
                  strstr (line, "ĐOÀN TNCS HỒ CHÍ MINH") != NULL ||
                  g_str_has_prefix (line, "**TM.") || g_str_has_prefix (line, "TM."))
                return TRUE;
            }
          tall = tall || cell->len >= 4;
        }
    }
  return tall && table->rows->len <= 2;
}

static void
emit_columns (DocxReader *reader, const Table *table)
{
  guint columns = 0;

  for (guint r = 0; r < table->rows->len; r++)
    columns = MAX (columns, ((const GPtrArray *) table->rows->pdata[r])->len);
  for (guint c = 0; c < columns; c++)
    for (guint r = 0; r < table->rows->len; r++)
      {
        const GPtrArray *row = table->rows->pdata[r];
        const GPtrArray *cell = c < row->len ? row->pdata[c] : NULL;

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          emit_line (reader, cell->pdata[i]);
      }
}

/* A cell as one line without marks. */
static void
append_cell (GString *line, const GPtrArray *cell)
{
  for (guint i = 0; i < cell->len; i++)
    {
      if (i > 0)
        g_string_append_c (line, ' ');
      for (const char *p = cell->pdata[i]; *p != '\0'; p++)
        if (*p == '\t' || *p == '\n')
          g_string_append_c (line, ' ');
        else if (*p != '*')
          g_string_append_c (line, *p);
    }
}

static void
emit_rows (DocxReader *reader, const Table *table)
{
  emit_line (reader, "");
  for (guint r = 0; r < table->rows->len; r++)
    {
      const GPtrArray *row = table->rows->pdata[r];
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint c = 0; c < row->len; c++)
        {
          if (c > 0)
            g_string_append_c (line, '\t');
          append_cell (line, row->pdata[c]);
        }
      if (line->str[strspn (line->str, " \t")] != '\0')
        emit_line (reader, line->str);
    }
  emit_line (reader, "");
}

static void
end_table (DocxReader *reader)
{
  Table *table = current_table (reader);

  if (table == NULL)
    return;
  g_ptr_array_steal_index (reader->tables, reader->tables->len - 1);
  if (is_layout (table))
    emit_columns (reader, table);
  else
    emit_rows (reader, table);
  table_free (table);
}

/* Alternatives to what was read already, deleted text, codes of fields. */
static gboolean
is_skipped (const char *name)
{
  static const char *const names[] = { "Fallback",     "del",     "moveFrom",  "instrText",
                                       "delText",      "sectPr",  "pPrChange", "rPrChange",
                                       "delInstrText", "tblGrid", "tblPr" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_on (xmlTextReader *xml)
{
  g_autofree char *value = gh_docx_attribute (xml, "val");

  return value == NULL ||
         !(g_str_equal (value, "0") || g_str_equal (value, "false") || g_str_equal (value, "off"));
}

static void
start_in_paragraph (DocxReader *reader, xmlTextReader *xml, const char *name)
{
  Paragraph *paragraph = current_paragraph (reader);

  if (paragraph == NULL)
    return;
  if (g_str_equal (name, "r"))
    {
      reader->run++;
      paragraph->bold = paragraph->italic = FALSE;
    }
  else if (g_str_equal (name, "b") && reader->run > 0)
    paragraph->bold = is_on (xml);
  else if (g_str_equal (name, "i") && reader->run > 0)
    paragraph->italic = is_on (xml);
  else if (g_str_equal (name, "pStyle"))
    {
      g_free (paragraph->style);
      paragraph->style = gh_docx_attribute (xml, "val");
    }
  else if (g_str_equal (name, "ilvl"))
    paragraph->level = gh_docx_attribute_int (xml, "val", 0, 8);
  else if (g_str_equal (name, "numId"))
    paragraph->list = gh_docx_attribute_int (xml, "val", 0, 65535);
  else if (g_str_equal (name, "t"))
    reader->in_text = TRUE;
  else if (g_str_equal (name, "tab") && reader->run > 0)
    append_text (reader, "\t");
  else if ((g_str_equal (name, "br") || g_str_equal (name, "cr")) && reader->run > 0)
    append_text (reader, "\n");
  else if (g_str_equal (name, "noBreakHyphen"))
    append_text (reader, "-");
  else if (g_str_equal (name, "softHyphen")) /* in the old code TCVN3 it is the letter ư */
    append_text (reader, "\u00ad");
}

static void
start_element (xmlTextReader *xml, const char *name, gpointer data)
{
  DocxReader *reader = data;

  if (reader->skip > 0 || is_skipped (name))
    reader->skip++;
  else if (g_str_equal (name, "p"))
    start_paragraph (reader);
  else if (g_str_equal (name, "tbl"))
    start_table (reader);
  else if (g_str_equal (name, "tr") && current_table (reader) != NULL)
    start_row (reader, current_table (reader));
  else if (g_str_equal (name, "tc") && current_table (reader) != NULL)
    add_cell (reader, current_table (reader));
  else if (g_str_equal (name, "gridSpan") && current_table (reader) != NULL)
    current_table (reader)->span = gh_docx_attribute_int (xml, "val", 1, SPAN_LIMIT);
  else
    start_in_paragraph (reader, xml, name);
}

static void
end_element (const char *name, gpointer data)
{
  DocxReader *reader = data;

  if (reader->skip > 0)
    {
      reader->skip--;
      return;
    }
  if (g_str_equal (name, "p"))
    end_paragraph (reader);
  else if (g_str_equal (name, "tbl"))
    end_table (reader);
  else if (g_str_equal (name, "tc") && current_table (reader) != NULL)
    {
      Table *table = current_table (reader);

      for (; table->span > 1; table->span--)
        add_cell (reader, table);
      table->span = 0;
    }
  else if (g_str_equal (name, "r") && reader->run > 0)
    reader->run--;
  else if (g_str_equal (name, "t"))
    reader->in_text = FALSE;
}

static void
take_text (const char *text, gpointer data)
{
  DocxReader *reader = data;

  if (reader->in_text && text != NULL)
    append_text (reader, text);
}

/* The name of the main part; Word names it document.xml, others may number it. */
static char *
find_document (GhZip *zip)
{
  g_autoptr (GPtrArray) names = gh_zip_list (zip);

  if (gh_zip_has (zip, "word/document.xml"))
    return g_strdup ("word/document.xml");
  for (guint i = 0; i < names->len; i++)
    if (g_str_has_prefix (names->pdata[i], "word/document") &&
        g_str_has_suffix (names->pdata[i], ".xml"))
      return g_strdup (names->pdata[i]);
  return NULL;
}

static gboolean
read_document (DocxReader *reader, GhZip *zip, GError **error)
{
  GhXmlVisitor visitor = { start_element, end_element, take_text };
  g_autofree char *entry = find_document (zip);
  g_autoptr (GBytes) part = NULL;

  if (entry == NULL)
    {
      g_set_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_FORMAT,
                   _("The file is not a Word document. Choose the plan as .docx or .txt."));
      return FALSE;
    }
  reader->numbering = gh_docx_numbering_new (zip, error);
  if (reader->numbering == NULL)
    return FALSE;
  part = gh_zip_read (zip, entry, error);
  return part != NULL && gh_docx_visit (part, &visitor, reader, error);
}

char *
gh_docx_read_text (const guint8 *bytes, gsize length, GError **error)
{
  g_autoptr (GBytes) package = g_bytes_new_static (bytes, length);
  g_autoptr (GhZip) zip = gh_zip_open_bytes (package, _("the Word document"), error);
  DocxReader reader = { NULL, NULL, NULL, NULL, 0, 0, 0, FALSE };
  gboolean done;

  if (zip == NULL)
    return NULL;
  reader.out = g_string_new (NULL);
  reader.paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  reader.tables = g_ptr_array_new_with_free_func (table_free);
  done = read_document (&reader, zip, error);
  g_ptr_array_unref (reader.paragraphs);
  g_ptr_array_unref (reader.tables);
  gh_docx_numbering_free (reader.numbering);
  return g_string_free (reader.out, !done);
}
