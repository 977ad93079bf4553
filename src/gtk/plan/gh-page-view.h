/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-layout.h"

/**
 * GhPageView: pages of a document one below the other, black on white, as wide as there is room:
 * the preview beside the editor. The pages are drawn by gh_pages_draw(), as print and PDF are.
 *
 * Signal "source-activated" (int): the plan's block at the place that was clicked.
 */
#define GH_TYPE_PAGE_VIEW (gh_page_view_get_type ())
G_DECLARE_FINAL_TYPE (GhPageView, gh_page_view, GH, PAGE_VIEW, GtkWidget)

/** @pages: (nullable) */
void gh_page_view_set_pages (GhPageView *self, GhPages *pages);
/** Marks the plan's block @source (-1 = none) and says where it begins, in pixels from the top of
 * the view; -1 if it is not on the pages. */
double gh_page_view_mark_source (GhPageView *self, int source);
