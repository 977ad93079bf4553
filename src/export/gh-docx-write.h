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
/** The font, in every slot: Word takes the slot by the kind of letter, and Vietnamese letters fall
 * into more than one. */
void gh_docx_put_fonts (xmlTextWriterPtr xml);
/** That the paragraph is on level @level of the list @list; on none if that is 0. */
void gh_docx_put_list (xmlTextWriterPtr xml, int list, int level);
/** Letters; what XML cannot hold is left out. */
void gh_docx_put_letters (xmlTextWriterPtr xml, const char *text);

/** Which of Word's heading styles it is, 0 = none. */
int gh_docx_heading_level (const GhDocStyle *style);

/** styles.xml: a style of Word's for each role. */
void gh_docx_write_styles (GhZipWriter *zip);

/** Paper, margins and page numbers of the section that ends here. */
void gh_docx_write_section (xmlTextWriterPtr xml, gboolean landscape);

/** GhDocxSeam: why there is a paragraph without height: it ends a section, it parts two tables that
 * Word would join, or a table and who signs under it, or it begins a page for the table after it.
 */
typedef enum
{
  GH_DOCX_SEAM_SECTION,
  GH_DOCX_SEAM_TABLES,
  GH_DOCX_SEAM_SIGNATURE,
  GH_DOCX_SEAM_NEW_PAGE,
} GhDocxSeam;

/** @landscape: of the section that ends. */
void gh_docx_write_seam (xmlTextWriterPtr xml, GhDocxSeam seam, gboolean landscape);
