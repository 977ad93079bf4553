/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-xml-visit.h"
#include "gh-zip.h"

/**
 * gh_docx_read_text, gh_odt_read_text: the text of a Word or OpenDocument package, as GhFlow makes
 * it. Fail with GH_IMPORT_ERROR_FORMAT or GH_IMPORT_ERROR_LIMIT.
 *
 * Returns: (transfer full) (nullable)
 */
char *gh_docx_read_text (GhZip *zip, GError **error);
char *gh_odt_read_text (GhZip *zip, GError **error);
/** Whether the package is an OpenDocument of any kind. */
gboolean gh_odt_looks_like (GhZip *zip);

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
