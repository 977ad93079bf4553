/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-compare.h"

/**
 * GhCompareView: what was changed between two texts, a paragraph a row. Words that were added are
 * underlined, words that were removed struck through, both in the colour of the dress; each changed
 * paragraph says so in a word before it, and a screen reader is told what went and what came.
 */
#define GH_TYPE_COMPARE_VIEW (gh_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (GhCompareView, gh_compare_view, GH, COMPARE_VIEW, GtkWidget)

/** @lines: (element-type GhCompareLine): a reference is taken. */
void gh_compare_view_show (GhCompareView *self, GPtrArray *lines);
/** Whether also what is the same is shown. */
void gh_compare_view_set_whole (GhCompareView *self, gboolean whole);
