/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-doc-build.h"

/** Appends a paragraph; nothing if it has no letters. */
GhDocNode *gh_doc_build_add (GPtrArray *nodes, GhDocRole role, const char *marked_text);

/** Issuer and Quốc hiệu, number and date. @numbered: with the plan's own number and date; else the
 * date is left to be filled in by hand. */
void gh_doc_build_header (GhDoc *doc, const GhPlan *plan, gboolean numbered);

/** "Nơi nhận" beside the signature; nothing if the plan has neither. @recipients: with the list. */
void gh_doc_build_signature (GhDoc *doc, const GhPlan *plan, gboolean recipients);

/** (transfer full): shares of the width for cells of these texts: each column gets room for its
 * longest word, and of the rest the more the longer its texts. @rows: (element-type GStrv) */
double *gh_doc_build_widths (const GPtrArray *rows, guint n_columns, double width_pt);

/** (transfer full): the plan's blocks from a table's rows; the first row is the header. */
GhDocNode *gh_doc_build_table (const GPtrArray *rows, double width_pt);
