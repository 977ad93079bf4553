/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-docx-write.h"

/*
 * Which paragraphs Word numbers itself. A paragraph is given to a list only where the list comes to
 * the very number the plan has; every other number ("đ)" and its neighbours, since Word's alphabet
 * has no đ; numbers that are out of order) is written as text.
 *
 * Headings and khoản "I." "1." "1.1." are levels of one list, which begins anew in each appendix.
 * The paragraphs name it, not the heading styles: LibreOffice would take a list of the styles for
 * its numbering of chapters, and number headings that have none. Each list of items is its own.
 */
typedef struct _GhDocxLists GhDocxLists;

GhDocxLists *gh_docx_lists_new (const GhDoc *doc);
void gh_docx_lists_free (GhDocxLists *lists);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhDocxLists, gh_docx_lists_free)

/** The list (w:numId) of node @i and its level; 0 = its number, if any, is text. */
int gh_docx_lists_get (const GhDocxLists *lists, guint i, int *level);

/** numbering.xml. */
void gh_docx_lists_write (const GhDocxLists *lists, GhZipWriter *zip);
