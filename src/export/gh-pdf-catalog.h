/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * gh_pdf_set_language: says in a finished PDF in which language it is, so that a screen reader
 * takes the right voice, and that its window bears its title. cairo cannot say it: the catalogue is
 * written once more at the end, as an update (ISO 32000, 7.5.6), and nothing before it is touched.
 * A file that is not built as cairo builds it is left as it is.
 *
 * Returns: whether it was added
 */
gboolean gh_pdf_set_language (GByteArray *pdf, const char *language);
