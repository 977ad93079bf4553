/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-roll.h"

/**
 * GhRollRow: a line of the list of changes: the heading of a group, or a change with its tick,
 * place, words before and after, and what there is to look at. Signal "toggled": the tick was
 * clicked.
 */
#define GH_TYPE_ROLL_ROW (gh_roll_row_get_type ())
G_DECLARE_FINAL_TYPE (GhRollRow, gh_roll_row, GH, ROLL_ROW, GtkWidget)

GtkWidget *gh_roll_row_new (void);
void gh_roll_row_show_heading (GhRollRow *self, const char *text);
/** @change: borrowed for the call */
void gh_roll_row_show_change (GhRollRow *self, const GhRollChange *change);
/** (transfer full): what a screen reader says of @change. */
char *gh_roll_row_describe (const GhRollChange *change);
