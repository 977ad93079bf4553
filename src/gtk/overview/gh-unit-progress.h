/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-summary.h"

/** GhUnitProgress: the units that have a quota, those furthest behind first. */
#define GH_TYPE_UNIT_PROGRESS (gh_unit_progress_get_type ())
G_DECLARE_FINAL_TYPE (GhUnitProgress, gh_unit_progress, GH, UNIT_PROGRESS, GtkWidget)

/** @summary may be %NULL; @elapsed: 0..1, below 0 = not known */
void gh_unit_progress_update (GhUnitProgress *self,
                              const GhSummary *summary,
                              GhIndicator indicator,
                              double elapsed);
