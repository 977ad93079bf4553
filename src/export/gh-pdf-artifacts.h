/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/**
 * gh_pdf_mark_artifacts: marks what a page draws outside of all tags as an artifact (ISO 32000,
 * 14.8.2.2): page numbers, borders, the head of a table that goes on. cairo before 1.18 has no tag
 * for it.
 * @content: what a page draws, one operator a line as cairo writes it
 *
 * Returns: (transfer full) (nullable): the content with marks, %NULL if there is nothing to mark
 */
GString *gh_pdf_mark_artifacts (const char *content, gsize length);

/** (transfer full) (nullable): @bytes compressed or, @expand, the other way; %NULL if damaged. */
GBytes *gh_pdf_deflate (const void *bytes, gsize length, gboolean expand);
