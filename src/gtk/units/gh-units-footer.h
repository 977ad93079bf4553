/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-summary.h"

/** Shows in @footer what is given out of each indicator, the target and the difference to it. */
void gh_units_footer_show (GtkBox *footer,
                           const GhSummary *summary,
                           const GhIndicator *indicators,
                           guint n);
