/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-timeline-draw.h"

/**
 * GhTimelineRow: one activity of a timeline: kind, title, date and state as text in the column of
 * names, its bar to the right of it. The bar says nothing that the text does not say.
 */
#define GH_TYPE_TIMELINE_ROW (gh_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (GhTimelineRow, gh_timeline_row, GH, TIMELINE_ROW, GtkWidget)

/** @scale: borrowed, outlives the row */
GtkWidget *gh_timeline_row_new (const GhTimelineScale *scale);
/** @activity: copied */
void gh_timeline_row_set (GhTimelineRow *self, const GhActivity *activity);
/** Where its bar stands now. */
GhTimeBar gh_timeline_row_get_bar (GhTimelineRow *self);
