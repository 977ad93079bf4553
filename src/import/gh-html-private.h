/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/HTMLparser.h>

#include "gh-list-kind.h"

/* What the tags of a page say. */

/**
 * GhHtmlStyle: what an element passes on to those inside it.
 * @skip: its text is not for readers
 * @label: its text is the number Word gives an item
 * @pre: line breaks count
 * @block: it ends a paragraph
 * @heading: inside of h1 … h6
 * @depth: of lists
 */
typedef struct
{
  gboolean bold;
  gboolean italic;
  gboolean skip;
  gboolean label;
  gboolean pre;
  gboolean block;
  gboolean heading;
  guint depth;
} GhHtmlStyle;

GhHtmlStyle
gh_html_style_read (const GhHtmlStyle *outer, const char *name, const xmlChar **attributes);

/** (nullable) (transfer none) */
const char *gh_html_attribute (const xmlChar **attributes, const char *name);
/** In [1, @limit]; 1 where there is none. */
guint gh_html_attribute_uint (const xmlChar **attributes, const char *name, guint limit);

/** Depth of the list whose item this paragraph of Word is, 0 = none. */
guint gh_html_word_level (const xmlChar **attributes);

/** (transfer full): the list that a "ul" or "ol" begins. */
GhListKind *gh_html_list_new (const char *name, const xmlChar **attributes);
/** (transfer full): the number of an item, by the attributes of its "li". @depth: from 1 */
char *gh_html_list_next (GhListKind *list, const xmlChar **attributes, guint depth);
