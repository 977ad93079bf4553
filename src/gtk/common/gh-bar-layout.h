/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * GhBarLayout: children side by side, as in a row of page actions; those that find no room go on in
 * the next row, so that a page is never wider than the screen, whatever the size of the text. The
 * first child of a row with hexpand takes the room that is left.
 *
 * "spacing": pixels between children and between rows, 6 by default.
 */
#define GH_TYPE_BAR_LAYOUT (gh_bar_layout_get_type ())
G_DECLARE_FINAL_TYPE (GhBarLayout, gh_bar_layout, GH, BAR_LAYOUT, GtkLayoutManager)
