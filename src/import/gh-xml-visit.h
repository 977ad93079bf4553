/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/xmlreader.h>

/** Deepest nesting of elements that is read; a real document stays below 60. */
#define GH_XML_DEPTH 200

/** GhXmlVisitor: called for each start (@end %FALSE) and end of an element, and for text. */
typedef struct
{
  void (*start) (xmlTextReader *reader, const char *name, gpointer data);
  void (*end) (const char *name, gpointer data);
  void (*text) (const char *text, gpointer data); /* may be %NULL */
} GhXmlVisitor;

/**
 * gh_xml_visit: walks an XML part without touching network, entities or document types.
 * Returns: %FALSE with GH_IMPORT_ERROR_FORMAT if it is damaged, has a document type, or is nested
 *   deeper than %GH_XML_DEPTH
 */
gboolean gh_xml_visit (GBytes *part, const GhXmlVisitor *visitor, gpointer data, GError **error);

/** (transfer full) (nullable): attribute by local name, whatever its prefix. */
char *gh_xml_get (xmlTextReader *reader, const char *name);
/** Attribute as a number in [0, @limit], or @fallback. */
int gh_xml_get_int (xmlTextReader *reader, const char *name, int fallback, int limit);
