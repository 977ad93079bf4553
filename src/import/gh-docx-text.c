/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-docx-text.h"
#include "gh-sign-font.h"

#include <string.h>

#include "gh-text.h"

/* A paragraph while it is read. */
typedef struct
{
  char *style;
  int list;
  int level;
  int outline;         /* of the paragraph itself, -1 = as its style */
  guint run;           /* depth of w:r */
  gboolean properties; /* in w:pPr */
  gboolean bold;       /* of the current run, as the next five */
  gboolean italic;
  gboolean caps;
  gboolean capital_font;
  GhSignFont font;
  gboolean hidden;
  gboolean hidden_end; /* its end is hidden: without text it is not there */
  gboolean begins_page;
  gboolean ends_section;
  gboolean contents; /* a line of a table of contents */
  gboolean joins;    /* its end was deleted */
  gboolean pending;  /* ended, and waits for the paragraph it goes on with */
} Paragraph;

static void
paragraph_free (gpointer data)
{
  Paragraph *paragraph = data;

  g_free (paragraph->style);
  g_free (paragraph);
}

static Paragraph *
current_paragraph (const GhDocxText *self)
{
  guint n = self->open->len;

  return n > 0 ? self->open->pdata[n - 1] : NULL;
}

/* Letters of the old code have capitals only once they are read as letters. */
static char *
mark_capitals (const char *text)
{
  gsize blanks = strspn (text, " ");

  return g_strdup_printf ("%.*s" GH_CAPITALS_BEGIN "%s" GH_CAPITALS_END, (int) blanks, text,
                          text + blanks);
}

/* Where a drawing would be a bullet, not a tick in a table. */
static gboolean
starts_with_bullet (const GhDocxText *self)
{
  return !gh_flow_has_text (self->flow) && !gh_flow_is_in_table (self->flow);
}

static void
append_text (GhDocxText *self, const char *text)
{
  const Paragraph *paragraph = current_paragraph (self);
  g_autofree char *signs = NULL;
  g_autofree char *upper = NULL;

  if (paragraph == NULL || paragraph->hidden || paragraph->contents)
    return;
  signs = gh_sign_font_read (paragraph->font, text, starts_with_bullet (self));
  if (signs != NULL)
    text = signs;
  if (paragraph->caps)
    upper = gh_text_upper (text);
  else if (paragraph->capital_font && text[strspn (text, " \t\n")] != '\0')
    upper = mark_capitals (text);
  gh_flow_append (self->flow, upper != NULL ? upper : text, paragraph->bold, paragraph->italic);
}

/* --- paragraphs ------------------------------------------------------------------------------- */

void
gh_docx_text_start_paragraph (GhDocxText *self)
{
  Paragraph *paragraph = current_paragraph (self);

  /* What goes on with the paragraph before has the properties of its own end. */
  if (paragraph != NULL && paragraph->pending)
    {
      g_free (paragraph->style);
      memset (paragraph, 0, sizeof *paragraph);
    }
  else
    {
      paragraph = g_new0 (Paragraph, 1);
      g_ptr_array_add (self->open, paragraph);
      gh_flow_start_paragraph (self->flow);
    }
  paragraph->list = -1;
  paragraph->level = -1;
  paragraph->outline = -1;
}

/* Text that begins with a number needs no other sign that it is a heading. */
static const char *
heading_label (const GhDocxText *self, const Paragraph *paragraph)
{
  GhDocxStyle style = gh_docx_styles_get (self->styles, paragraph->style);
  int outline = paragraph->outline >= 0 ? paragraph->outline : style.outline;

  if (outline < 0 || outline >= GH_FLOW_HEADINGS || gh_flow_is_in_table (self->flow))
    return NULL;
  return gh_flow_heading_label (outline + 1);
}

static void
finish_paragraph (GhDocxText *self)
{
  const Paragraph *paragraph = current_paragraph (self);
  gboolean has_text = gh_flow_has_text (self->flow);
  g_autofree char *label = NULL;

  /* Word counts empty paragraphs, too. */
  if (has_text || !(paragraph->hidden_end || paragraph->contents))
    label = gh_docx_numbering_next (self->numbering, self->styles, paragraph->style,
                                    paragraph->list, paragraph->level);
  if (has_text)
    {
      if (label == NULL && gh_flow_begins_with (self->flow, "đ)"))
        gh_docx_numbering_skip_letter (self->numbering);
      if (label == NULL)
        label = g_strdup (heading_label (self, paragraph));
      if (paragraph->begins_page)
        gh_flow_begin_page (self->flow);
    }
  else if (!gh_flow_stands_alone (self->flow, label))
    g_clear_pointer (&label, g_free);
  gh_flow_end_paragraph (self->flow, label);
  if (paragraph->ends_section)
    self->border = gh_flow_place (self->flow);
  g_ptr_array_set_size (self->open, (int) self->open->len - 1);
}

void
gh_docx_text_end_paragraph (GhDocxText *self)
{
  Paragraph *paragraph = current_paragraph (self);

  if (paragraph == NULL)
    return;
  if (paragraph->joins)
    paragraph->pending = TRUE;
  else
    finish_paragraph (self);
}

void
gh_docx_text_finish (GhDocxText *self)
{
  const Paragraph *paragraph = current_paragraph (self);

  if (paragraph != NULL && paragraph->pending)
    finish_paragraph (self);
}

static void
set_style (GhDocxText *self, xmlTextReader *xml, Paragraph *paragraph)
{
  GhDocxStyle style;

  g_free (paragraph->style);
  paragraph->style = gh_xml_get (xml, "val");
  style = gh_docx_styles_get (self->styles, paragraph->style);
  paragraph->begins_page = style.page_break == GH_DOCX_ON;
  paragraph->contents = style.contents;
}

/* An element of w:pPr. */
static void
start_in_properties (GhDocxText *self, xmlTextReader *xml, const char *name)
{
  Paragraph *paragraph = current_paragraph (self);

  if (g_str_equal (name, "pStyle"))
    set_style (self, xml, paragraph);
  else if (g_str_equal (name, "ilvl"))
    paragraph->level = gh_xml_get_int (xml, "val", 0, 8);
  else if (g_str_equal (name, "numId"))
    paragraph->list = gh_xml_get_int (xml, "val", 0, 65535);
  else if (g_str_equal (name, "outlineLvl"))
    paragraph->outline = gh_xml_get_int (xml, "val", -1, 9);
  else if (g_str_equal (name, "pageBreakBefore"))
    paragraph->begins_page = gh_docx_is_on (xml);
  else if (g_str_equal (name, "vanish"))
    paragraph->hidden_end = gh_docx_is_on (xml);
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
start_run (const GhDocxText *self, Paragraph *paragraph)
{
  GhDocxStyle style = gh_docx_styles_get (self->styles, paragraph->style);

  paragraph->run++;
  /* The weight of a paragraph's style (of a heading) is no emphasis. */
  paragraph->bold = paragraph->italic = FALSE;
  paragraph->font = GH_SIGN_FONT_NONE;
  paragraph->caps = style.caps == GH_DOCX_ON;
  paragraph->capital_font = style.capital_font == GH_DOCX_ON;
  paragraph->hidden = style.hidden == GH_DOCX_ON;
}

/* A sign that was put in by its place in a font. */
static void
append_symbol (GhDocxText *self, xmlTextReader *xml)
{
  Paragraph *paragraph = current_paragraph (self);
  GhSignFont font = paragraph->font;
  g_autofree char *name = gh_xml_get (xml, "font");
  g_autofree char *code = gh_xml_get (xml, "char");
  g_autofree char *letter = NULL;

  paragraph->font = gh_sign_font_by_name (name);
  letter = gh_sign_font_letter (paragraph->font, code);
  if (paragraph->font == GH_SIGN_FONT_NONE)
    paragraph->font = GH_SIGN_FONT_OTHER;
  append_text (self, letter);
  paragraph->font = font;
}

static void
append_break (GhDocxText *self, xmlTextReader *xml)
{
  const Paragraph *paragraph = current_paragraph (self);
  g_autofree char *type = gh_xml_get (xml, "type");

  if (g_strcmp0 (type, "page") == 0 && !paragraph->hidden)
    gh_flow_break_page (self->flow);
  else
    append_text (self, "\n");
}

static void
set_font (Paragraph *paragraph, xmlTextReader *xml)
{
  GhDocxSwitch capital = gh_docx_is_capital_font (xml);
  g_autofree char *font = gh_xml_get (xml, "ascii");

  if (capital != GH_DOCX_UNSET)
    paragraph->capital_font = capital == GH_DOCX_ON;
  paragraph->font = gh_sign_font_by_name (font);
}

/* An element of w:r. */
static void
start_in_run (GhDocxText *self, xmlTextReader *xml, const char *name)
{
  Paragraph *paragraph = current_paragraph (self);

  if (g_str_equal (name, "rStyle"))
    {
      g_autofree char *id = gh_xml_get (xml, "val");
      GhDocxStyle style = gh_docx_styles_get (self->styles, id);

      set_letters (paragraph, &style);
    }
  else if (g_str_equal (name, "b"))
    paragraph->bold = gh_docx_is_on (xml);
  else if (g_str_equal (name, "i"))
    paragraph->italic = gh_docx_is_on (xml);
  else if (g_str_equal (name, "caps"))
    paragraph->caps = gh_docx_is_on (xml);
  else if (g_str_equal (name, "vanish"))
    paragraph->hidden = gh_docx_is_on (xml);
  else if (g_str_equal (name, "rFonts"))
    set_font (paragraph, xml);
  else if (g_str_equal (name, "tab") || g_str_equal (name, "ptab"))
    append_text (self, "\t");
  else if (g_str_equal (name, "br"))
    append_break (self, xml);
  else if (g_str_equal (name, "cr"))
    append_text (self, "\n");
  else if (g_str_equal (name, "sym"))
    append_symbol (self, xml);
  else if (g_str_equal (name, "noBreakHyphen"))
    append_text (self, "-");
  else if (g_str_equal (name, "softHyphen")) /* in the old code TCVN3 it is the letter ư */
    append_text (self, "\u00ad");
}

/* --- sections --------------------------------------------------------------------------------- */

/* What a section says of its beginning stands behind its text. */
static void
start_in_section (GhDocxText *self, xmlTextReader *xml, const char *name)
{
  g_autofree char *type = g_str_equal (name, "type") ? gh_xml_get (xml, "val") : NULL;

  if (type != NULL)
    self->goes_on = g_str_equal (type, "continuous") || g_str_equal (type, "nextColumn");
}

void
gh_docx_text_end_section (GhDocxText *self)
{
  if (!self->goes_on)
    gh_flow_break_page_at (self->flow, self->border);
  self->border = G_MAXSIZE;
  self->section = FALSE;
  self->goes_on = FALSE;
}

/* --- elements --------------------------------------------------------------------------------- */

void
gh_docx_text_start (GhDocxText *self, xmlTextReader *xml, const char *name)
{
  Paragraph *paragraph = current_paragraph (self);

  if (self->section)
    start_in_section (self, xml, name);
  else if (g_str_equal (name, "sectPr"))
    self->section = TRUE;
  else if (paragraph == NULL || paragraph->pending)
    return;
  else if (g_str_equal (name, "pPr"))
    paragraph->properties = TRUE;
  else if (paragraph->properties)
    start_in_properties (self, xml, name);
  else if (g_str_equal (name, "r"))
    start_run (self, paragraph);
  else if (g_str_equal (name, "t"))
    self->in_letters = TRUE;
  else if (paragraph->run > 0)
    start_in_run (self, xml, name);
}

void
gh_docx_text_end (GhDocxText *self, const char *name)
{
  Paragraph *paragraph = current_paragraph (self);

  if (self->section)
    {
      if (!g_str_equal (name, "sectPr"))
        return;
      gh_docx_text_end_section (self);
      if (paragraph != NULL && paragraph->properties)
        paragraph->ends_section = TRUE;
    }
  else if (paragraph == NULL)
    return;
  else if (g_str_equal (name, "pPr"))
    paragraph->properties = FALSE;
  else if (g_str_equal (name, "r") && paragraph->run > 0)
    paragraph->run--;
  else if (g_str_equal (name, "t"))
    self->in_letters = FALSE;
}

void
gh_docx_text_take (GhDocxText *self, const char *text)
{
  if (self->in_letters)
    append_text (self, text);
}

void
gh_docx_text_note_deletion (GhDocxText *self)
{
  Paragraph *paragraph = current_paragraph (self);

  if (paragraph != NULL && paragraph->properties)
    paragraph->joins = TRUE;
}

void
gh_docx_text_init (GhDocxText *self, GhFlow *flow, GhDocxStyles *styles, GhDocxNumbering *numbering)
{
  self->flow = flow;
  self->styles = styles;
  self->numbering = numbering;
  self->border = G_MAXSIZE;
  self->open = g_ptr_array_new_with_free_func (paragraph_free);
}

void
gh_docx_text_clear (GhDocxText *self)
{
  g_clear_pointer (&self->open, g_ptr_array_unref);
}
