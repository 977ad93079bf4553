/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-xml-visit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-proposal.h"

char *
gh_xml_get (xmlTextReader *reader, const char *name)
{
  char *value = NULL;

  while (value == NULL && xmlTextReaderMoveToNextAttribute (reader) == 1)
    if (g_strcmp0 ((const char *) xmlTextReaderConstLocalName (reader), name) == 0)
      value = g_strdup ((const char *) xmlTextReaderConstValue (reader));
  xmlTextReaderMoveToElement (reader);
  return value;
}

int
gh_xml_get_int (xmlTextReader *reader, const char *name, int fallback, int limit)
{
  g_autofree char *value = gh_xml_get (reader, name);
  gint64 number = 0;

  if (value == NULL || !g_ascii_string_to_signed (value, 10, 0, limit, &number, NULL))
    return fallback;
  return (int) number;
}

static gboolean
visit_node (xmlTextReader *reader, const GhXmlVisitor *visitor, gpointer data)
{
  const char *name = (const char *) xmlTextReaderConstLocalName (reader);
  int type = xmlTextReaderNodeType (reader);

  if (type == XML_READER_TYPE_ELEMENT)
    {
      gboolean empty = xmlTextReaderIsEmptyElement (reader) == 1;

      visitor->start (reader, name, data);
      if (empty)
        visitor->end (name, data);
    }
  else if (type == XML_READER_TYPE_END_ELEMENT)
    visitor->end (name, data);
  else if ((type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
            type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE || type == XML_READER_TYPE_WHITESPACE) &&
           visitor->text != NULL)
    visitor->text ((const char *) xmlTextReaderConstValue (reader), data);
  /* Office writes no document types; they are how entities attack. */
  return type != XML_READER_TYPE_DOCUMENT_TYPE && type != XML_READER_TYPE_ENTITY_REFERENCE &&
         xmlTextReaderDepth (reader) <= GH_XML_DEPTH;
}

gboolean
gh_xml_visit (GBytes *part, const GhXmlVisitor *visitor, gpointer data, GError **error)
{
  gsize length = 0;
  const char *content = g_bytes_get_data (part, &length);
  xmlTextReader *reader = xmlReaderForMemory (
    content, (int) length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  int state = reader != NULL ? 1 : -1;

  while (state == 1)
    {
      state = xmlTextReaderRead (reader);
      if (state == 1 && !visit_node (reader, visitor, data))
        state = -1;
    }
  if (reader != NULL)
    xmlFreeTextReader (reader);
  if (state != 0)
    g_set_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_FORMAT,
                 _("The document is damaged and cannot be read. Open it in the program that wrote "
                   "it, save it again, and try once more."));
  return state == 0;
}
