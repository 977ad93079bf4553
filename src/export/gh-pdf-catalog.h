/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * gh_pdf_complete: says in a finished PDF what cairo cannot say: in which language it is, so that a
 * screen reader takes the right voice; that its window bears its title; and what on its pages is no
 * text of the document (page numbers, borders). That is written once more at the end, as an update
 * (ISO 32000, 7.5.6), and nothing before it is touched. A file that is not built as cairo builds it
 * is left as it is.
 *
 * Returns: whether it was added
 */
gboolean gh_pdf_complete (GByteArray *pdf, const char *language);
