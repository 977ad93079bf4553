/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-docx-private.h"
#include "gh-flow.h"
#include "gh-proposal.h"

#define SPAN_LIMIT 63

/* A paragraph while it is read. */
typedef struct
{
  char *style;
  int list;
  int level;
  gboolean bold; /* of the current run */
  gboolean italic;
} Paragraph;

typedef struct
{
  /* Owned */
  GhDocxNumbering *numbering;
  GhFlow *flow;
  GPtrArray *paragraphs; /* Paragraph: text boxes stand inside paragraphs */
  guint run;             /* depth of w:r */
  guint skip;            /* depth of something that is not read */
  gboolean in_text;
} DocxReader;

static void
paragraph_free (gpointer data)
{
  Paragraph *paragraph = data;

  g_free (paragraph->style);
  g_free (paragraph);
}

static Paragraph *
current_paragraph (const DocxReader *reader)
{
  guint n = reader->paragraphs->len;

  return n > 0 ? reader->paragraphs->pdata[n - 1] : NULL;
}

static void
append_text (DocxReader *reader, const char *text)
{
  const Paragraph *paragraph = current_paragraph (reader);

  if (paragraph != NULL && reader->skip == 0)
    gh_flow_append (reader->flow, text, paragraph->bold, paragraph->italic);
}

static void
start_paragraph (DocxReader *reader)
{
  Paragraph *paragraph = g_new0 (Paragraph, 1);

  paragraph->list = -1;
  paragraph->level = -1;
  g_ptr_array_add (reader->paragraphs, paragraph);
  gh_flow_start_paragraph (reader->flow);
}

static void
end_paragraph (DocxReader *reader)
{
  const Paragraph *paragraph = current_paragraph (reader);
  g_autofree char *label = NULL;

  if (paragraph == NULL)
    return;
  if (gh_flow_has_text (reader->flow))
    label = gh_docx_numbering_next (reader->numbering, paragraph->style, paragraph->list,
                                    paragraph->level);
  gh_flow_end_paragraph (reader->flow, label);
  g_ptr_array_set_size (reader->paragraphs, (int) reader->paragraphs->len - 1);
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
  g_autofree char *value = gh_xml_get (xml, "val");

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
      paragraph->style = gh_xml_get (xml, "val");
    }
  else if (g_str_equal (name, "ilvl"))
    paragraph->level = gh_xml_get_int (xml, "val", 0, 8);
  else if (g_str_equal (name, "numId"))
    paragraph->list = gh_xml_get_int (xml, "val", 0, 65535);
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
    gh_flow_start_table (reader->flow);
  else if (g_str_equal (name, "tr"))
    gh_flow_start_row (reader->flow);
  else if (g_str_equal (name, "tc"))
    gh_flow_start_cell (reader->flow);
  else if (g_str_equal (name, "gridSpan"))
    gh_flow_set_span (reader->flow, (guint) gh_xml_get_int (xml, "val", 1, SPAN_LIMIT));
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
    gh_flow_end_table (reader->flow);
  else if (g_str_equal (name, "tc"))
    gh_flow_end_cell (reader->flow);
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
                   _("The file is not a Word document. Choose the plan as .docx, .odt or .txt."));
      return FALSE;
    }
  reader->numbering = gh_docx_numbering_new (zip, error);
  if (reader->numbering == NULL)
    return FALSE;
  part = gh_zip_read (zip, entry, error);
  return part != NULL && gh_xml_visit (part, &visitor, reader, error);
}

char *
gh_docx_read_text (GhZip *zip, GError **error)
{
  g_autoptr (GhFlow) flow = gh_flow_new ();
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  DocxReader reader = { .flow = flow, .paragraphs = paragraphs };
  gboolean done = read_document (&reader, zip, error);

  gh_docx_numbering_free (reader.numbering);
  return done ? gh_flow_dup_text (flow) : NULL;
}
