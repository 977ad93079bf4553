/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * GhMeter: a thin bar that shows a share of a whole, with a mark for the time elapsed. It is drawn
 * in the colour of its CSS node "meter" (classes: success, warning, error). The figures it shows
 * stand beside it as text, so it is decoration for a screen reader.
 */
#define GH_TYPE_METER (gh_meter_get_type ())
G_DECLARE_FINAL_TYPE (GhMeter, gh_meter, GH, METER, GtkWidget)

GtkWidget *gh_meter_new (void);
/** @share: 0..1, more is drawn as full; @mark: 0..1, below 0 = none */
void gh_meter_set (GhMeter *self, double share, double mark);
