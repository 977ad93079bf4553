/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-plan.h"

/*
 * What was copied elsewhere, as blocks of a plan: paragraphs with bold and italic, items of lists,
 * tables; everything else is dropped. Numbers of lists and typed ones ("1.", "a)", "-") become the
 * number of the block and are not in its text. Texts are in NFC; the old codes TCVN3 and VNI are
 * converted. Empty lines are left out. Hostile input: size, depth and number of blocks are limited.
 */

/**
 * gh_paste_read_html: text/html of a clipboard, as Word, LibreOffice, Google Docs or a browser
 * give it.
 * @html: UTF-8, UTF-16 with a byte order mark, or with the head of Windows' "HTML Format"
 * @length: bytes, or -1 if nul-terminated
 *
 * Returns: (transfer full) (element-type GhBlock) (nullable): empty if there is no text; %NULL with
 *   GH_IMPORT_ERROR_LIMIT
 */
GPtrArray *gh_paste_read_html (const char *html, gssize length, GError **error);

/** The same for plain text: a line is a paragraph, lines with tabs are a table. */
GPtrArray *gh_paste_read_text (const char *text, gssize length, GError **error);
