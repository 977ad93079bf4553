/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-doc.h"

/** GhLink: letters of a paragraph that lead to an address or to an appendix, as a URI
 * ("https://…", "mailto:…") or as the name of a place in the document ("phu-luc-1": the first
 * appendix). @from, @to: in bytes of the paragraph's text. */
typedef struct
{
  gsize from;
  gsize to;
  char *uri;
  char *place;
} GhLink;

/** (transfer full) (nullable) (element-type GhLink): the addresses in @text, and what it says of
 * the document's own appendices where that is certain, in order. @appendices: (element-type utf8):
 * their heads */
GArray *gh_link_find (const char *text, const GPtrArray *appendices);

/** (transfer full) (element-type utf8): the heads of the appendices of @doc. */
GPtrArray *gh_link_list_appendices (const GhDoc *doc);

/** (transfer full): the name of the place of appendix @index, from 1. */
char *gh_link_format_place (guint index);
