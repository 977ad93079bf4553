/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * gh_html_text: (transfer full): the text of a page or of what Word and browsers put on the
 * clipboard, as a reader of it would type it: a line a paragraph, a tab between the cells of a
 * row, lists with their numbers and dashes; the columns of a plan's head one after the other.
 * @data: as gh_html_read() takes it
 *
 * Linear in @length. Empty where the page is larger or deeper than one can be.
 */
char *gh_html_text (const char *data, gsize length);
