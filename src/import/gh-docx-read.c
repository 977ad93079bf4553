/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-docx-private.h"
#include "gh-flow.h"
#include "gh-proposal.h"
#include "gh-text.h"

#define SPAN_LIMIT 63

/* A paragraph while it is read. */
typedef struct
{
  char *style;
  int list;
  int level;
  int outline;         /* of the paragraph itself, -1 = as its style */
  guint run;           /* depth of w:r */
  gboolean properties; /* in w:pPr */
  gboolean bold;       /* of the current run, as the next four */
  gboolean italic;
  gboolean caps;
  gboolean capital_font;
  gboolean hidden;
  gboolean begins_page;
  gboolean ends_page;
  gboolean contents; /* a line of a table of contents */
  gboolean joins;    /* its end was deleted */
  gboolean pending;  /* ended, and waits for the paragraph it goes on with */
} Paragraph;

typedef struct
{
  /* Owned */
  GhDocxNumbering *numbering;
  GhDocxStyles *styles;
  GhFlow *flow;
  GPtrArray *paragraphs; /* Paragraph: text boxes stand inside paragraphs */
  GArray *choices;       /* gboolean: whether one of the alternatives was read; nested */
  GArray *rows;          /* gboolean: whether the row was deleted; nested */
  guint skip;            /* depth of something that is not read */
  gboolean in_text;
  gboolean row_properties;
  gboolean section;  /* in w:sectPr of a paragraph */
  gboolean goes_on;  /* the section that ends begins no page */
  gboolean prompted; /* the next w:sdtContent is not the clerk's text */
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

/* Letters of the old code have capitals only once they are read as letters. */
static char *
mark_capitals (const char *text)
{
  gsize blanks = strspn (text, " ");

  return g_strdup_printf ("%.*s" GH_CAPITALS_BEGIN "%s" GH_CAPITALS_END, (int) blanks, text,
                          text + blanks);
}

static void
append_text (DocxReader *reader, const char *text)
{
  const Paragraph *paragraph = current_paragraph (reader);
  g_autofree char *upper = NULL;

  if (paragraph == NULL || reader->skip > 0 || paragraph->hidden || paragraph->contents)
    return;
  if (paragraph->caps)
    upper = gh_text_upper (text);
  else if (paragraph->capital_font && text[strspn (text, " \t\n")] != '\0')
    upper = mark_capitals (text);
  gh_flow_append (reader->flow, upper != NULL ? upper : text, paragraph->bold, paragraph->italic);
}

/* --- paragraphs ------------------------------------------------------------------------------- */

static void
start_paragraph (DocxReader *reader)
{
  Paragraph *paragraph = current_paragraph (reader);

  /* What goes on with the paragraph before has the properties of its own end. */
  if (paragraph != NULL && paragraph->pending)
    {
      g_free (paragraph->style);
      memset (paragraph, 0, sizeof *paragraph);
    }
  else
    {
      paragraph = g_new0 (Paragraph, 1);
      g_ptr_array_add (reader->paragraphs, paragraph);
      gh_flow_start_paragraph (reader->flow);
    }
  paragraph->list = -1;
  paragraph->level = -1;
  paragraph->outline = -1;
}

/* Text that begins with a number needs no other sign that it is a heading. */
static const char *
heading_label (const DocxReader *reader, const Paragraph *paragraph)
{
  GhDocxStyle style = gh_docx_styles_get (reader->styles, paragraph->style);
  int outline = paragraph->outline >= 0 ? paragraph->outline : style.outline;

  if (outline < 0 || outline >= GH_FLOW_HEADINGS || gh_flow_is_in_table (reader->flow))
    return NULL;
  return gh_flow_heading_label (outline + 1);
}

static void
finish_paragraph (DocxReader *reader)
{
  const Paragraph *paragraph = current_paragraph (reader);
  g_autofree char *label = NULL;

  if (gh_flow_has_text (reader->flow))
    {
      label = gh_docx_numbering_next (reader->numbering, reader->styles, paragraph->style,
                                      paragraph->list, paragraph->level);
      if (label == NULL && gh_flow_begins_with (reader->flow, "đ)"))
        gh_docx_numbering_skip_letter (reader->numbering);
      if (label == NULL)
        label = g_strdup (heading_label (reader, paragraph));
      if (paragraph->begins_page)
        gh_flow_begin_page (reader->flow);
    }
  gh_flow_end_paragraph (reader->flow, label);
  if (paragraph->ends_page)
    gh_flow_break_page (reader->flow);
  g_ptr_array_set_size (reader->paragraphs, (int) reader->paragraphs->len - 1);
}

static void
end_paragraph (DocxReader *reader)
{
  Paragraph *paragraph = current_paragraph (reader);

  if (paragraph == NULL)
    return;
  if (paragraph->joins)
    paragraph->pending = TRUE;
  else
    finish_paragraph (reader);
}

/* Nothing comes that a paragraph could go on with. */
static void
finish_pending (DocxReader *reader)
{
  const Paragraph *paragraph = current_paragraph (reader);

  if (paragraph != NULL && paragraph->pending)
    finish_paragraph (reader);
}

static void
set_style (DocxReader *reader, xmlTextReader *xml, Paragraph *paragraph)
{
  GhDocxStyle style;

  g_free (paragraph->style);
  paragraph->style = gh_xml_get (xml, "val");
  style = gh_docx_styles_get (reader->styles, paragraph->style);
  paragraph->begins_page = style.page_break == GH_DOCX_ON;
  paragraph->contents = style.contents;
}

/* An element of w:pPr. */
static void
start_in_properties (DocxReader *reader, xmlTextReader *xml, const char *name)
{
  Paragraph *paragraph = current_paragraph (reader);

  if (g_str_equal (name, "pStyle"))
    set_style (reader, xml, paragraph);
  else if (g_str_equal (name, "ilvl"))
    paragraph->level = gh_xml_get_int (xml, "val", 0, 8);
  else if (g_str_equal (name, "numId"))
    paragraph->list = gh_xml_get_int (xml, "val", 0, 65535);
  else if (g_str_equal (name, "outlineLvl"))
    paragraph->outline = gh_xml_get_int (xml, "val", -1, 9);
  else if (g_str_equal (name, "pageBreakBefore"))
    paragraph->begins_page = gh_docx_is_on (xml);
  else if (g_str_equal (name, "sectPr"))
    {
      reader->section = TRUE;
      reader->goes_on = FALSE;
    }
  else if (reader->section && g_str_equal (name, "type"))
    {
      g_autofree char *type = gh_xml_get (xml, "val");

      reader->goes_on = g_strcmp0 (type, "continuous") == 0;
    }
}

/* --- runs ------------------------------------------------------------------------------------- */

static void
set_letters (Paragraph *paragraph, const GhDocxStyle *style)
{
  if (style->bold != GH_DOCX_UNSET)
    paragraph->bold = style->bold == GH_DOCX_ON;
  if (style->italic != GH_DOCX_UNSET)
    paragraph->italic = style->italic == GH_DOCX_ON;
  if (style->caps != GH_DOCX_UNSET)
    paragraph->caps = style->caps == GH_DOCX_ON;
  if (style->capital_font != GH_DOCX_UNSET)
    paragraph->capital_font = style->capital_font == GH_DOCX_ON;
  if (style->hidden != GH_DOCX_UNSET)
    paragraph->hidden = style->hidden == GH_DOCX_ON;
}

static void
start_run (const DocxReader *reader, Paragraph *paragraph)
{
  GhDocxStyle style = gh_docx_styles_get (reader->styles, paragraph->style);

  paragraph->run++;
  /* The weight of a paragraph's style (of a heading) is no emphasis. */
  paragraph->bold = paragraph->italic = FALSE;
  paragraph->caps = style.caps == GH_DOCX_ON;
  paragraph->capital_font = style.capital_font == GH_DOCX_ON;
  paragraph->hidden = style.hidden == GH_DOCX_ON;
}

/* A sign of a font like Wingdings: a bullet if the text begins with it. */
static void
append_symbol (DocxReader *reader)
{
  if (!gh_flow_has_text (reader->flow))
    append_text (reader, "• ");
}

static void
append_break (DocxReader *reader, xmlTextReader *xml)
{
  const Paragraph *paragraph = current_paragraph (reader);
  g_autofree char *type = gh_xml_get (xml, "type");

  if (g_strcmp0 (type, "page") == 0 && !paragraph->hidden)
    gh_flow_break_page (reader->flow);
  else
    append_text (reader, "\n");
}

static void
set_font (Paragraph *paragraph, GhDocxSwitch capital)
{
  if (capital != GH_DOCX_UNSET)
    paragraph->capital_font = capital == GH_DOCX_ON;
}

/* An element of w:r. */
static void
start_in_run (DocxReader *reader, xmlTextReader *xml, const char *name)
{
  Paragraph *paragraph = current_paragraph (reader);

  if (g_str_equal (name, "rStyle"))
    {
      g_autofree char *id = gh_xml_get (xml, "val");
      GhDocxStyle style = gh_docx_styles_get (reader->styles, id);

      set_letters (paragraph, &style);
    }
  else if (g_str_equal (name, "b"))
    paragraph->bold = gh_docx_is_on (xml);
  else if (g_str_equal (name, "i"))
    paragraph->italic = gh_docx_is_on (xml);
  else if (g_str_equal (name, "caps"))
    paragraph->caps = gh_docx_is_on (xml);
  else if (g_str_equal (name, "rFonts"))
    set_font (paragraph, gh_docx_is_capital_font (xml));
  else if (g_str_equal (name, "vanish"))
    paragraph->hidden = gh_docx_is_on (xml);
  else if (g_str_equal (name, "tab") || g_str_equal (name, "ptab"))
    append_text (reader, "\t");
  else if (g_str_equal (name, "br"))
    append_break (reader, xml);
  else if (g_str_equal (name, "cr"))
    append_text (reader, "\n");
  else if (g_str_equal (name, "sym"))
    append_symbol (reader);
  else if (g_str_equal (name, "noBreakHyphen"))
    append_text (reader, "-");
  else if (g_str_equal (name, "softHyphen")) /* in the old code TCVN3 it is the letter ư */
    append_text (reader, "\u00ad");
}

static void
start_in_paragraph (DocxReader *reader, xmlTextReader *xml, const char *name)
{
  Paragraph *paragraph = current_paragraph (reader);

  if (paragraph == NULL || paragraph->pending)
    return;
  if (g_str_equal (name, "pPr"))
    paragraph->properties = TRUE;
  else if (paragraph->properties)
    start_in_properties (reader, xml, name);
  else if (g_str_equal (name, "r"))
    start_run (reader, paragraph);
  else if (g_str_equal (name, "t"))
    reader->in_text = TRUE;
  else if (paragraph->run > 0)
    start_in_run (reader, xml, name);
}

static void
end_in_paragraph (DocxReader *reader, const char *name)
{
  Paragraph *paragraph = current_paragraph (reader);

  if (paragraph == NULL)
    return;
  if (g_str_equal (name, "pPr"))
    paragraph->properties = FALSE;
  else if (g_str_equal (name, "sectPr") && reader->section)
    {
      paragraph->ends_page = !reader->goes_on;
      reader->section = FALSE;
    }
  else if (g_str_equal (name, "r") && paragraph->run > 0)
    paragraph->run--;
  else if (g_str_equal (name, "t"))
    reader->in_text = FALSE;
}

/* --- what is left out --------------------------------------------------------------------------
 */

/* Text that was deleted or moved away, codes of fields, properties of no interest. */
static gboolean
is_never_read (const char *name)
{
  static const char *const names[] = {
    "del",          "moveFrom", "instrText", "delText", "pPrChange",    "rPrChange",
    "delInstrText", "tblGrid",  "tblPr",     "tblPrEx", "sectPrChange", "numberingChange"
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
  Paragraph *paragraph = current_paragraph (reader);
  gboolean *deleted = top (reader->rows);

  if (!g_str_equal (name, "del") && !g_str_equal (name, "moveFrom"))
    return;
  if (reader->row_properties && deleted != NULL)
    *deleted = TRUE;
  else if (paragraph != NULL && paragraph->properties)
    paragraph->joins = TRUE;
}

static gboolean
is_skipped (DocxReader *reader, const char *name)
{
  gboolean prompted = g_str_equal (name, "sdtContent") && reader->prompted;

  if (g_str_equal (name, "sdtContent"))
    reader->prompted = FALSE;
  if (g_str_equal (name, "sectPr"))
    return current_paragraph (reader) == NULL;
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
      finish_pending (reader);
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
    start_paragraph (reader);
  else if (!start_in_table (reader, xml, name))
    start_in_paragraph (reader, xml, name);
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
    end_paragraph (reader);
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
      finish_pending (reader);
      gh_flow_end_cell (reader->flow);
    }
  else if (g_str_equal (name, "txbxContent") || g_str_equal (name, "body"))
    finish_pending (reader);
  else
    end_in_paragraph (reader, name);
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
  reader->styles = gh_docx_styles_new (zip, error);
  reader->numbering = reader->styles != NULL ? gh_docx_numbering_new (zip, error) : NULL;
  if (reader->numbering == NULL)
    return FALSE;
  part = gh_zip_read_part (zip, entry, GH_DOCUMENT_PART_LIMIT, error);
  return part != NULL && gh_xml_visit (part, &visitor, reader, error);
}

char *
gh_docx_read_text (GhZip *zip, GPtrArray *notes, GError **error)
{
  g_autoptr (GhFlow) flow = gh_flow_new ();
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gboolean));
  DocxReader reader = { .flow = flow, .paragraphs = paragraphs, .choices = choices, .rows = rows };
  gboolean done = read_document (&reader, zip, error) && gh_docx_notes_read (zip, notes, error);

  gh_docx_numbering_free (reader.numbering);
  gh_docx_styles_free (reader.styles);
  return done ? gh_flow_dup_text (flow) : NULL;
}
