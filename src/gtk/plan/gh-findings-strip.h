/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-check.h"

/**
 * GhFindingsStrip: what the checker says of the plan, folded to one line until it is opened.
 * Signal "finding-activated" (uint): index among the findings.
 */
#define GH_TYPE_FINDINGS_STRIP (gh_findings_strip_get_type ())
G_DECLARE_FINAL_TYPE (GhFindingsStrip, gh_findings_strip, GH, FINDINGS_STRIP, GtkWidget)

/** @findings: (element-type GhFinding): copied from */
void gh_findings_strip_show (GhFindingsStrip *self, const GPtrArray *findings);
void gh_findings_strip_open (GhFindingsStrip *self);
