/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-docx-write.h"

#include <math.h>
#include <string.h>

int
gh_docx_twips (double pt)
{
  return (int) lround (pt * 20.0);
}

void
gh_docx_part_begin (GhDocxPart *part)
{
  part->buffer = xmlBufferCreate ();
  part->xml = xmlNewTextWriterMemory (part->buffer, 0);
  xmlTextWriterStartDocument (part->xml, "1.0", "UTF-8", "yes");
}

void
gh_docx_part_end (GhDocxPart *part, GhZipWriter *zip, const char *name)
{
  xmlTextWriterEndDocument (part->xml);
  xmlFreeTextWriter (part->xml);
  gh_zip_writer_add (zip, name, xmlBufferContent (part->buffer),
                     (gsize) xmlBufferLength (part->buffer));
  xmlBufferFree (part->buffer);
}

void
gh_docx_put_start (xmlTextWriterPtr xml, const char *element)
{
  xmlTextWriterStartElement (xml, BAD_CAST element);
}

void
gh_docx_put_end (xmlTextWriterPtr xml)
{
  xmlTextWriterEndElement (xml);
}

/* XML 1.0 forbids most control characters, even escaped. */
static char *
clean_letters (const char *text)
{
  GString *clean = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c >= 0x20 || c == '\t' || c == '\n') && c != 0xFFFE && c != 0xFFFF)
        g_string_append_unichar (clean, c);
    }
  return g_string_free (clean, FALSE);
}

void
gh_docx_put_letters (xmlTextWriterPtr xml, const char *text)
{
  g_autofree char *clean = clean_letters (text);

  xmlTextWriterWriteString (xml, BAD_CAST clean);
}

void
gh_docx_put_attribute (xmlTextWriterPtr xml, const char *name, const char *value)
{
  xmlTextWriterWriteAttribute (xml, BAD_CAST name, BAD_CAST value);
}

void
gh_docx_put_attribute_int (xmlTextWriterPtr xml, const char *name, int value)
{
  char buffer[16];

  g_snprintf (buffer, sizeof buffer, "%d", value);
  gh_docx_put_attribute (xml, name, buffer);
}

void
gh_docx_put_leaf (xmlTextWriterPtr xml, const char *element)
{
  gh_docx_put_start (xml, element);
  gh_docx_put_end (xml);
}

void
gh_docx_put_value (xmlTextWriterPtr xml, const char *element, const char *value)
{
  gh_docx_put_start (xml, element);
  gh_docx_put_attribute (xml, "w:val", value);
  gh_docx_put_end (xml);
}

void
gh_docx_put_value_int (xmlTextWriterPtr xml, const char *element, int value)
{
  gh_docx_put_start (xml, element);
  gh_docx_put_attribute_int (xml, "w:val", value);
  gh_docx_put_end (xml);
}

void
gh_docx_put_fonts (xmlTextWriterPtr xml)
{
  static const char *const slots[] = { "w:ascii", "w:hAnsi", "w:eastAsia", "w:cs" };

  gh_docx_put_start (xml, "w:rFonts");
  for (gsize i = 0; i < G_N_ELEMENTS (slots); i++)
    gh_docx_put_attribute (xml, slots[i], GH_DOC_FONT_NAME);
  gh_docx_put_end (xml);
}

void
gh_docx_put_list (xmlTextWriterPtr xml, int list, int level)
{
  gh_docx_put_start (xml, "w:numPr");
  gh_docx_put_value_int (xml, "w:ilvl", level);
  gh_docx_put_value_int (xml, "w:numId", list);
  gh_docx_put_end (xml);
}

int
gh_docx_heading_level (const GhDocStyle *style)
{
  return g_str_has_prefix (style->style_id, "Heading") ? style->style_id[strlen ("Heading")] - '0'
                                                       : 0;
}
