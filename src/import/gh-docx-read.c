/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gh-docx-text.h"
#include "gh-proposal.h"
#include "gh-text.h"

#define SPAN_LIMIT 63

typedef struct
{
  /* Owned */
  GhDocxNumbering *numbering;
  GhDocxStyles *styles;
  GhDocxText text;
  GhFlow *flow;
  GArray *choices; /* gboolean: whether one of the alternatives was read; nested */
  GArray *rows;    /* gboolean: whether the row was deleted; nested */
  guint skip;      /* depth of something that is not read */
  gboolean row_properties;
  gboolean prompted; /* the next w:sdtContent is not the clerk's text */
} DocxReader;

/* --- what is left out --------------------------------------------------------------------------
 */

/* Text that was deleted or moved away, codes of fields, properties of no interest. */
static gboolean
is_never_read (const char *name)
{
  static const char *const names[] = {
    "del",          "moveFrom",        "instrText",  "delText",    "pPrChange",
    "rPrChange",    "delInstrText",    "tblGrid",    "tblPr",      "tblPrEx",
    "sectPrChange", "numberingChange", "tcPrChange", "trPrChange",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return TRUE;
  return FALSE;
}

static void
push (GArray *stack)
{
  gboolean no = FALSE;

  g_array_append_val (stack, no);
}

static gboolean *
top (const GArray *stack)
{
  return stack->len > 0 ? &g_array_index (stack, gboolean, stack->len - 1) : NULL;
}

static gboolean
pop (GArray *stack)
{
  gboolean value = stack->len > 0 && *top (stack);

  if (stack->len > 0)
    g_array_set_size (stack, stack->len - 1);
  return value;
}

/* Of the alternatives for programs old and new (text boxes) the first one is read. */
static gboolean
is_other_choice (const DocxReader *reader, const char *name)
{
  gboolean *taken = top (reader->choices);
  gboolean other;

  if (taken == NULL || !(g_str_equal (name, "Choice") || g_str_equal (name, "Fallback")))
    return FALSE;
  other = *taken;
  *taken = TRUE;
  return other;
}

/* The prompt of a control that was not filled in, and a table of contents. */
static void
note_control (DocxReader *reader, xmlTextReader *xml, const char *name)
{
  if (g_str_equal (name, "sdt"))
    reader->prompted = FALSE;
  else if (g_str_equal (name, "showingPlcHdr"))
    reader->prompted = gh_docx_is_on (xml);
  else if (g_str_equal (name, "docPartGallery"))
    {
      g_autofree char *gallery = gh_xml_get (xml, "val");

      reader->prompted = reader->prompted || g_strcmp0 (gallery, "Table of Contents") == 0;
    }
}

/* A deleted end of a paragraph or a deleted row: the element stands in its properties. */
static void
note_deletion (DocxReader *reader, const char *name)
{
  gboolean *deleted = top (reader->rows);

  if (!g_str_equal (name, "del") && !g_str_equal (name, "moveFrom"))
    return;
  if (reader->row_properties && deleted != NULL)
    *deleted = TRUE;
  else
    gh_docx_text_note_deletion (&reader->text);
}

static gboolean
is_skipped (DocxReader *reader, const char *name)
{
  gboolean prompted = g_str_equal (name, "sdtContent") && reader->prompted;

  if (g_str_equal (name, "sdtContent"))
    reader->prompted = FALSE;
  return prompted || is_never_read (name) || is_other_choice (reader, name);
}

/* --- the part ----------------------------------------------------------------------------------
 */

/* Cells of the grid that a row leaves out at its ends. */
static void
skip_cells (DocxReader *reader, xmlTextReader *xml)
{
  gh_flow_start_cell (reader->flow);
  gh_flow_set_span (reader->flow, (guint) gh_xml_get_int (xml, "val", 1, SPAN_LIMIT));
  gh_flow_end_cell (reader->flow);
}

/* Whether it was an element of a table. */
static gboolean
start_in_table (DocxReader *reader, xmlTextReader *xml, const char *name)
{
  if (g_str_equal (name, "tbl"))
    {
      gh_docx_text_finish (&reader->text);
      gh_flow_start_table (reader->flow);
    }
  else if (g_str_equal (name, "tr"))
    {
      push (reader->rows);
      gh_flow_start_row (reader->flow);
    }
  else if (g_str_equal (name, "trPr"))
    reader->row_properties = TRUE;
  else if (g_str_equal (name, "gridBefore"))
    skip_cells (reader, xml);
  else if (g_str_equal (name, "tc"))
    gh_flow_start_cell (reader->flow);
  else if (g_str_equal (name, "gridSpan"))
    gh_flow_set_span (reader->flow, (guint) gh_xml_get_int (xml, "val", 1, SPAN_LIMIT));
  else
    return FALSE;
  return TRUE;
}

static void
start_element (xmlTextReader *xml, const char *name, gpointer data)
{
  DocxReader *reader = data;

  if (reader->skip > 0)
    {
      reader->skip++;
      return;
    }
  note_deletion (reader, name);
  note_control (reader, xml, name);
  if (is_skipped (reader, name))
    reader->skip++;
  else if (g_str_equal (name, "AlternateContent"))
    push (reader->choices);
  else if (g_str_equal (name, "p"))
    gh_docx_text_start_paragraph (&reader->text);
  else if (!start_in_table (reader, xml, name))
    gh_docx_text_start (&reader->text, xml, name);
}

static void
end_row (DocxReader *reader)
{
  if (pop (reader->rows))
    gh_flow_drop_row (reader->flow);
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
    gh_docx_text_end_paragraph (&reader->text);
  else if (g_str_equal (name, "AlternateContent"))
    pop (reader->choices);
  else if (g_str_equal (name, "tbl"))
    gh_flow_end_table (reader->flow);
  else if (g_str_equal (name, "trPr"))
    reader->row_properties = FALSE;
  else if (g_str_equal (name, "tr"))
    end_row (reader);
  else if (g_str_equal (name, "tc"))
    {
      gh_docx_text_finish (&reader->text);
      gh_flow_end_cell (reader->flow);
    }
  else if (g_str_equal (name, "txbxContent"))
    gh_docx_text_finish (&reader->text);
  else if (g_str_equal (name, "body"))
    {
      gh_docx_text_finish (&reader->text);
      gh_docx_text_end_section (&reader->text);
    }
  else
    gh_docx_text_end (&reader->text, name);
}

static void
take_text (const char *text, gpointer data)
{
  DocxReader *reader = data;

  if (reader->skip == 0 && text != NULL)
    gh_docx_text_take (&reader->text, text);
}

char *
gh_docx_find_part (GhZip *zip, const char *name)
{
  g_autoptr (GPtrArray) names = gh_zip_list (zip);
  g_autofree char *start = g_strconcat ("word/", name, NULL);
  g_autofree char *plain = g_strconcat (start, ".xml", NULL);

  if (gh_zip_has (zip, plain))
    return g_steal_pointer (&plain);
  for (guint i = 0; i < names->len; i++)
    if (gh_text_begins (names->pdata[i], start))
      {
        const char *rest = (const char *) names->pdata[i] + strlen (start);

        if (g_str_equal (rest + strspn (rest, "0123456789"), ".xml"))
          return g_strdup (names->pdata[i]);
      }
  return NULL;
}

static gboolean
read_document (DocxReader *reader, GhZip *zip, GError **error)
{
  GhXmlVisitor visitor = { start_element, end_element, take_text };
  g_autofree char *entry = gh_docx_find_part (zip, "document");
  g_autoptr (GBytes) part = NULL;

  if (entry == NULL)
    {
      g_set_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_FORMAT,
                   _("The file is not a Word document. Choose the plan as .docx, .odt or .txt."));
      return FALSE;
    }
  reader->styles = gh_docx_styles_new (zip, error);
  reader->numbering = reader->styles != NULL ? gh_docx_numbering_new (zip, error) : NULL;
  if (reader->numbering == NULL)
    return FALSE;
  gh_docx_text_init (&reader->text, reader->flow, reader->styles, reader->numbering);
  part = gh_zip_read_part (zip, entry, GH_DOCUMENT_PART_LIMIT, error);
  return part != NULL && gh_xml_visit (part, &visitor, reader, error);
}

char *
gh_docx_read_text (GhZip *zip, GPtrArray *notes, GError **error)
{
  g_autoptr (GhFlow) flow = gh_flow_new ();
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gboolean));
  DocxReader reader = { .flow = flow, .choices = choices, .rows = rows };
  gboolean done = read_document (&reader, zip, error) && gh_docx_notes_read (zip, notes, error);

  gh_docx_text_clear (&reader.text);
  gh_docx_numbering_free (reader.numbering);
  gh_docx_styles_free (reader.styles);
  return done ? gh_flow_dup_text (flow) : NULL;
}
