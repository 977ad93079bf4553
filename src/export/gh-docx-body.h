/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-docx-lists.h"
#include "gh-docx-runs.h"

/** The nodes of @doc with their sections, inside <w:body>. */
void gh_docx_write_body (xmlTextWriterPtr xml,
                         const GhDoc *doc,
                         const GhDocxLists *lists,
                         GhDocxLinks *links,
                         GCancellable *cancellable);
