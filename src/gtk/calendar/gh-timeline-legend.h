/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/** GhTimelineLegend: what the shapes and colours of a timeline mean, with a drawn sample of each.
 */
#define GH_TYPE_TIMELINE_LEGEND (gh_timeline_legend_get_type ())
G_DECLARE_FINAL_TYPE (GhTimelineLegend, gh_timeline_legend, GH, TIMELINE_LEGEND, GtkWidget)
