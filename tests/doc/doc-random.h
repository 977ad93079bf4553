/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-layout.h"

/** The fonts the machine has, or %NULL after g_test_skip(). */
GhFontSet *open_fonts (void);

/** A document of anything: every role, words too wide for a line, letters the font lacks. @tables:
 * also columns and tables from one column to thirty, some with rows higher than a page. */
GhDoc *random_doc (gboolean tables);

/** The letters of the tree in order, without spaces and line breaks. */
char *collect_letters (const GhDoc *doc);

/** DumpOp: a line of gh_pages_dump(). */
typedef struct
{
  guint page;
  double page_width;
  double page_height;
  char kind[8];
  double x;
  double top;
  double width;
  double height;
  int role;
  int source;
  char *letters;
} DumpOp;

/** (element-type DumpOp) (transfer full) */
GPtrArray *parse_dump (GhPages *pages);
