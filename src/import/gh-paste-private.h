/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-html-read.h"
#include "gh-paste.h"

/* What both readers of pasted text share. */

/* More than this is a document to import, not to paste. */
#define GH_PASTE_MAX_BYTES  GH_HTML_MAX_BYTES
#define GH_PASTE_MAX_BLOCKS 3000u
#define GH_PASTE_MAX_CELLS  20000u

/** What is known of a paragraph besides its text.
 * @list: depth of the list it is an item of, 0 = none
 * @number: (nullable): of the item, as GhBlock.number
 * @heading: whether the source marks it as a heading */
typedef struct
{
  guint list;
  const char *number;
  gboolean heading;
} GhPasteKind;

/** Adds one paragraph; @marked: marked text in NFC, squeezed, not empty. */
void gh_paste_add_paragraph (GPtrArray *blocks, const char *marked, const GhPasteKind *kind);
/** (transfer full): @label ("1.", "a)", "·") as the number of an item at @depth. */
char *gh_paste_label_number (const char *label, guint depth);
/** Converts what was typed in an old code. */
void gh_paste_convert_legacy (GPtrArray *blocks);
/** Sets GH_IMPORT_ERROR_LIMIT. */
void gh_paste_set_too_large (GError **error);
