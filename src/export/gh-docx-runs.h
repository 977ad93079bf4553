/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-doc-link.h"
#include "gh-docx-write.h"

/** GhDocxLinks: where the links of a document lead: appendices are places in it, addresses are
 * relations of the package. */
typedef struct _GhDocxLinks GhDocxLinks;

/** @first_relation: number of the first relation that is free for an address */
GhDocxLinks *gh_docx_links_new (const GhDoc *doc, guint first_relation);
void gh_docx_links_free (GhDocxLinks *links);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhDocxLinks, gh_docx_links_free)

/** (element-type utf8): the addresses that were written, in the order of their relations. */
const GPtrArray *gh_docx_links_get_uris (const GhDocxLinks *links);

/**
 * gh_docx_write_runs: the letters of a paragraph, with what they lead to, inside <w:p>.
 * @size_pt: of the letters, 0 = the style's
 * @skip: bytes of the text that are not written
 */
void gh_docx_write_runs (xmlTextWriterPtr xml,
                         const GhDocNode *node,
                         double size_pt,
                         gsize skip,
                         GhDocxLinks *links);
