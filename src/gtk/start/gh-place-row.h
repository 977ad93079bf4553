/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/** GhPlaceRow: says in which file a new workspace will be kept, with a button to change it. */
#define GH_TYPE_PLACE_ROW (gh_place_row_get_type ())
G_DECLARE_FINAL_TYPE (GhPlaceRow, gh_place_row, GH, PLACE_ROW, GtkWidget)

/** The name the file gets unless the clerk chooses another; without ending. */
void gh_place_row_set_name (GhPlaceRow *self, const char *name);
/** (transfer full): the path as it stands; its folder exists afterwards if it can be made. */
char *gh_place_row_dup_path (GhPlaceRow *self);
