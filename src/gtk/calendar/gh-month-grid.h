/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-calendar-filter.h"
#include "gh-workspace.h"

/**
 * GhMonthGrid: a month as weeks of seven days from Monday, the lunar day small beside the solar,
 * holidays tinted; dates that are known no better than a part of the month stand in a band above.
 * Signals: "activated" (int64 id), "add" (uint day): a day was chosen for something new.
 */
#define GH_TYPE_MONTH_GRID (gh_month_grid_get_type ())
G_DECLARE_FINAL_TYPE (GhMonthGrid, gh_month_grid, GH, MONTH_GRID, GtkWidget)

/** @month: 1..12; @workspace: borrowed for the call */
void gh_month_grid_show (GhMonthGrid *self,
                         GhWorkspace *workspace,
                         int year,
                         int month,
                         GhCalendarFilter filter);
