/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-check.h"

/**
 * GhFindingsStrip: what the checker says of the plan, folded to one line until it is opened. A
 * finding that can be mended has a button that says what it will do; those that leave no doubt can
 * be mended together.
 *
 * Signals:
 *
 * - "finding-activated" (GhFinding *): to be shown where it stands
 *
 * - "fix-requested" (GhFinding *): as it was when it was shown; the plan may have changed since
 *
 * - "fix-all-requested" (code): all safe fixes of a code, or of all if it is ""
 *
 * - "ignore-requested" (GhFinding *): to be let stand
 *
 * - "heed-requested": what was ignored is to be shown again
 */
#define GH_TYPE_FINDINGS_STRIP (gh_findings_strip_get_type ())
G_DECLARE_FINAL_TYPE (GhFindingsStrip, gh_findings_strip, GH, FINDINGS_STRIP, GtkWidget)

/** @findings: (element-type GhFinding): kept
 * @n_ignored: how many more there are that the clerk lets stand */
void gh_findings_strip_show (GhFindingsStrip *self, GPtrArray *findings, guint n_ignored);
void gh_findings_strip_open (GhFindingsStrip *self);
