/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-doc.h"
#include "gh-summary.h"

/** (transfer full): the plan of @summary's dossier with its live parts filled, as a document by
 * Nghị định 30/2020/NĐ-CP (or the other profile). @source of the nodes: index in plan->blocks. */
GhDoc *gh_doc_build_plan (const GhSummary *summary);

/** (transfer full): the summary table as a document (landscape A4). */
GhDoc *gh_doc_build_summary (const GhSummary *summary);

/** (transfer full): the calendar by month as a document. */
GhDoc *gh_doc_build_calendar (const GhSummary *summary);
