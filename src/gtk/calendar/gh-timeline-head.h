/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-timeline-draw.h"

/**
 * GhTimelineHead: months, days or weeks with the lunar day beneath, holidays and today, above the
 * rows of a timeline. Every row says its date in words, so this is decoration for a screen reader.
 */
#define GH_TYPE_TIMELINE_HEAD (gh_timeline_head_get_type ())
G_DECLARE_FINAL_TYPE (GhTimelineHead, gh_timeline_head, GH, TIMELINE_HEAD, GtkWidget)

/** @scale: borrowed, outlives the head */
GtkWidget *gh_timeline_head_new (const GhTimelineScale *scale);
