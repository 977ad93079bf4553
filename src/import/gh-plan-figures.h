/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * GhPlanFigure: a figure in a text, or a range of two ("200 – 300").
 * @start, @end: where it stands, its percent sign included
 */
typedef struct
{
  gsize start;
  gsize end;
  double value;
  double value_to;
  gboolean percent;
} GhPlanFigure;

/** (transfer full) (element-type GhPlanFigure): all figures of @low, which is gh_words_lower() of
 * @text, that are no dates, numbers of documents, hours, volumes, ages or telephone numbers. */
GArray *gh_plan_figures_find (const char *text, const char *low, int year);

/** Behind the blanks and the marks of gh_words_lower() at @p. */
const char *gh_plan_skip_marks (const char *p);

/** Length of the figure in words that @low begins with ("một nghìn hai trăm"), 0 if it begins with
 * none; digits alone ("ba", "năm") are none. */
gsize gh_plan_numeral_read (const char *low, double *value);
