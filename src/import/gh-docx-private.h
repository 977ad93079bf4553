/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/xmlreader.h>

#include "gh-zip.h"

/** Deepest nesting of elements that is read; a real document stays below 60. */
#define GH_DOCX_DEPTH 200

/** GhXmlVisit: called for each start (@end %FALSE) and end of an element, and for text. */
typedef struct
{
  void (*start) (xmlTextReader *reader, const char *name, gpointer data);
  void (*end) (const char *name, gpointer data);
  void (*text) (const char *text, gpointer data); /* may be %NULL */
} GhXmlVisitor;

/**
 * gh_docx_visit: walks an XML part without touching network, entities or document types.
 * Returns: %FALSE with GH_IMPORT_ERROR_FORMAT if it is damaged, has a document type, or is nested
 *   deeper than %GH_DOCX_DEPTH
 */
gboolean gh_docx_visit (GBytes *part, const GhXmlVisitor *visitor, gpointer data, GError **error);

/** (transfer full) (nullable): attribute by local name, whatever its prefix. */
char *gh_docx_attribute (xmlTextReader *reader, const char *name);
/** Attribute as a number in [0, @limit], or @fallback. */
int gh_docx_attribute_int (xmlTextReader *reader, const char *name, int fallback, int limit);

/** GhDocxNumbering: the lists of a document and how far each has counted. */
typedef struct _GhDocxNumbering GhDocxNumbering;

/** Reads word/numbering.xml and the lists of word/styles.xml, if they are there. */
GhDocxNumbering *gh_docx_numbering_new (GhZip *zip, GError **error);
void gh_docx_numbering_free (GhDocxNumbering *numbering);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhDocxNumbering, gh_docx_numbering_free)

/**
 * gh_docx_numbering_next: counts one paragraph.
 * @style: (nullable): its style, for lists that hang on the style
 * @list: w:numId, -1 = the paragraph names none, 0 = it takes itself off the list
 * @level: w:ilvl, -1 = not named
 * Returns: (transfer full) (nullable): "1.1.", "-", "IV." …
 */
char *gh_docx_numbering_next (GhDocxNumbering *numbering, const char *style, int list, int level);
