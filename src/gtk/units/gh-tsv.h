/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * Cells on the clipboard as spreadsheets exchange them: lines of cells between tabs, a cell with a
 * tab, line feed or quote in it inside quotes.
 */

/** (transfer full) (element-type GStrv): the lines of @text, without blanks around the cells. The
 * line feed that ends the last line begins no other. */
GPtrArray *gh_tsv_parse (const char *text);

/** Adds a cell; @first: it begins its line. */
void gh_tsv_append (GString *text, const char *cell, gboolean first);
