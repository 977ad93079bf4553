/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/xmlreader.h>

/**
 * GhXml: a part of a package (worksheet, styles …) read node by node, without ever following what
 * hostile XML asks for: no document type (so no entities of its own), no network, depth at most
 * 256, no text over 10 MB.
 */
typedef struct
{
  /* Owned */
  GBytes *bytes;
  xmlTextReader *reader;
  char *where; /* "FILE: PART", for messages */
} GhXml;

/** @file, @part: for messages. Fails with GH_IMPORT_ERROR_FORMAT. */
GhXml *gh_xml_open (GBytes *bytes, const char *file, const char *part, GError **error);
void gh_xml_free (GhXml *xml);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhXml, gh_xml_free)

/** Goes to the next node; %FALSE at the end, or with @error set (GH_IMPORT_ERROR_FORMAT). */
gboolean gh_xml_next (GhXml *xml, GError **error);

/** Whether the node is the start tag of @local_name, whatever its namespace. */
gboolean gh_xml_starts (GhXml *xml, const char *local_name);
gboolean gh_xml_ends (GhXml *xml, const char *local_name);

/** (transfer full) (nullable): an attribute of the start tag by its local name. */
char *gh_xml_attribute (GhXml *xml, const char *local_name);

/** Appends the node's letters to @text if it is a text node. */
void gh_xml_append_text (GhXml *xml, GString *text);
