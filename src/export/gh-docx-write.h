/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-doc-style.h"
#include "gh-zip-writer.h"

#include <gio/gio.h>
#include <libxml/xmlwriter.h>

#define GH_DOCX_W_NS "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define GH_DOCX_R_NS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/** Twentieths of a point, Word's unit of length. */
int gh_docx_twips (double pt);

/** GhDocxPart: one XML part while it is written. */
typedef struct
{
  xmlBufferPtr buffer;
  xmlTextWriterPtr xml;
} GhDocxPart;

void gh_docx_part_begin (GhDocxPart *part);
/** Ends the part and adds it to @zip as @name. */
void gh_docx_part_end (GhDocxPart *part, GhZipWriter *zip, const char *name);

void gh_docx_put_start (xmlTextWriterPtr xml, const char *element);
void gh_docx_put_end (xmlTextWriterPtr xml);
void gh_docx_put_attribute (xmlTextWriterPtr xml, const char *name, const char *value);
void gh_docx_put_attribute_int (xmlTextWriterPtr xml, const char *name, int value);
/** <element/> and <element w:val="value"/>. */
void gh_docx_put_leaf (xmlTextWriterPtr xml, const char *element);
void gh_docx_put_value (xmlTextWriterPtr xml, const char *element, const char *value);
void gh_docx_put_value_int (xmlTextWriterPtr xml, const char *element, int value);
/** Letters; what XML cannot hold is left out. */
void gh_docx_put_letters (xmlTextWriterPtr xml, const char *text);

/** styles.xml: a style of Word's for each role. */
void gh_docx_write_styles (GhZipWriter *zip);

/** Paper, margins and page numbers of the section that ends here. */
void gh_docx_write_section (xmlTextWriterPtr xml, gboolean landscape);
/** A paragraph without height: ends a section, or parts two tables that Word would join. */
void gh_docx_write_seam (xmlTextWriterPtr xml, gboolean section, gboolean landscape);

/** The nodes of @doc with their sections, inside <w:body>. */
void gh_docx_write_body (xmlTextWriterPtr xml, const GhDoc *doc, GCancellable *cancellable);
