/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * gh_html_text: (transfer full): the text of a page or of what Word and browsers put on the
 * clipboard, as a reader of it would type it: a line a paragraph, a tab between the cells of a
 * row, lists with their numbers and dashes, no scripts, styles or comments. Nothing is fetched.
 * @data: UTF-8, or UTF-16 as some programs put on the clipboard; damaged bytes become U+FFFD
 *
 * Linear in @length; of the text at most 8 MiB.
 */
char *gh_html_text (const char *data, gsize length);
