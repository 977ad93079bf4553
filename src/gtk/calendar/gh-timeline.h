/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-calendar-filter.h"
#include "gh-time-axis.h"
#include "gh-workspace.h"

/**
 * GhTimeline: the activities as a list, each with its bar against the days of the campaign. The
 * names stay while the days scroll sideways. Signals: "activated" (int64 id): to be edited;
 * "selected": another row, or none.
 */
#define GH_TYPE_TIMELINE (gh_timeline_get_type ())
G_DECLARE_FINAL_TYPE (GhTimeline, gh_timeline, GH, TIMELINE, GtkWidget)

/** @workspace: borrowed for the call */
void gh_timeline_update (GhTimeline *self, GhWorkspace *workspace, GhCalendarFilter filter);
/** The scale shown now. */
GhTimeScale gh_timeline_get_scale (GhTimeline *self);
/** Also keeps it: the length of the campaign does not choose any more. */
void gh_timeline_set_scale (GhTimeline *self, GhTimeScale scale);
/** Scrolls to today, and to what is to be done next. */
void gh_timeline_show_today (GhTimeline *self);

/** Id of the selected activity, 0 = none. */
gint64 gh_timeline_get_selected (GhTimeline *self);
/** FALSE if it is not shown. */
gboolean gh_timeline_select (GhTimeline *self, gint64 id);
