/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-xml.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gh-proposal.h"

/* Parser errors reach the caller as GError; libxml2 would print them. */
static void
ignore_parser_error (G_GNUC_UNUSED void *data, G_GNUC_UNUSED xmlErrorPtr error)
{
}

static gboolean
has_document_type (const char *data, gsize length)
{
  const char *end = data + length;

  for (const char *at = data; (at = memchr (at, '!', (gsize) (end - at))) != NULL; at++)
    if (at > data && at[-1] == '<' && end - at > 8 && strncmp (at + 1, "DOCTYPE", 7) == 0)
      return TRUE;
  return FALSE;
}

static void
set_damaged (const GhXml *xml, GError **error)
{
  g_set_error (error, GH_IMPORT_ERROR, GH_IMPORT_ERROR_FORMAT,
               _("%s is damaged. Open the file in Excel, save it again and read that."),
               xml->where);
}

GhXml *
gh_xml_open (GBytes *bytes, const char *file, const char *part, GError **error)
{
  g_autoptr (GhXml) xml = g_new0 (GhXml, 1);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  xml->bytes = g_bytes_ref (bytes);
  xml->where = g_strdup_printf ("“%s”: %s", file, part);
  if (length > 0 && length < G_MAXINT && !has_document_type (data, length))
    xml->reader = xmlReaderForMemory (data, (int) length, NULL, NULL,
                                      XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_NOCDATA);
  if (xml->reader == NULL)
    {
      set_damaged (xml, error);
      return NULL;
    }
  xmlTextReaderSetStructuredErrorHandler (xml->reader, ignore_parser_error, NULL);
  return g_steal_pointer (&xml);
}

void
gh_xml_free (GhXml *xml)
{
  if (xml == NULL)
    return;
  if (xml->reader != NULL)
    xmlFreeTextReader (xml->reader);
  g_bytes_unref (xml->bytes);
  g_free (xml->where);
  g_free (xml);
}

gboolean
gh_xml_next (GhXml *xml, GError **error)
{
  int state = xmlTextReaderRead (xml->reader);

  if (state == 0)
    return FALSE;
  if (state == 1)
    {
      int type = xmlTextReaderNodeType (xml->reader);

      /* In UTF-16 the first look did not see it. */
      if (type != XML_READER_TYPE_DOCUMENT_TYPE && type != XML_READER_TYPE_ENTITY_REFERENCE)
        return TRUE;
    }
  set_damaged (xml, error);
  return FALSE;
}

static gboolean
is_node (GhXml *xml, int type, const char *local_name)
{
  return xmlTextReaderNodeType (xml->reader) == type &&
         strcmp ((const char *) xmlTextReaderConstLocalName (xml->reader), local_name) == 0;
}

gboolean
gh_xml_starts (GhXml *xml, const char *local_name)
{
  return is_node (xml, XML_READER_TYPE_ELEMENT, local_name);
}

gboolean
gh_xml_ends (GhXml *xml, const char *local_name)
{
  return is_node (xml, XML_READER_TYPE_END_ELEMENT, local_name);
}

char *
gh_xml_attribute (GhXml *xml, const char *local_name)
{
  char *value = NULL;

  for (int state = xmlTextReaderMoveToFirstAttribute (xml->reader); state == 1 && value == NULL;
       state = xmlTextReaderMoveToNextAttribute (xml->reader))
    if (strcmp ((const char *) xmlTextReaderConstLocalName (xml->reader), local_name) == 0)
      value = g_strdup ((const char *) xmlTextReaderConstValue (xml->reader));
  xmlTextReaderMoveToElement (xml->reader);
  return value;
}

void
gh_xml_append_text (GhXml *xml, GString *text)
{
  int type = xmlTextReaderNodeType (xml->reader);

  if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
      type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE || type == XML_READER_TYPE_WHITESPACE)
    g_string_append (text, (const char *) xmlTextReaderConstValue (xml->reader));
}
