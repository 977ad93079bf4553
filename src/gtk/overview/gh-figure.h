/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/** GhFigure: a button with one figure: caption, the figure, a bar, a note; leads to its page. */
#define GH_TYPE_FIGURE (gh_figure_get_type ())
G_DECLARE_FINAL_TYPE (GhFigure, gh_figure, GH, FIGURE, GtkButton)

/**
 * @share: 0..1 of the bar, below 0 = no bar; @mark: time elapsed 0..1, below 0 = none
 * @note: below the bar: "42,7 % of the target"
 */
void gh_figure_set (GhFigure *self,
                    const char *caption,
                    const char *figure,
                    double share,
                    double mark,
                    const char *note);
