/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* The buttons at the end of a row that can be moved and removed. */

/** GhRowButton: from the end of the row. */
typedef enum
{
  GH_ROW_BUTTON_REMOVE,
  GH_ROW_BUTTON_DOWN,
  GH_ROW_BUTTON_UP,
} GhRowButton;

/** Puts them at the end of @row. The handlers get the button and @user_data; without @up (nullable)
 * the row cannot be moved. */
void gh_row_buttons_add (GtkWidget *row,
                         GCallback up,
                         GCallback down,
                         GCallback remove,
                         gpointer user_data);
GtkWidget *gh_row_buttons_get (GtkWidget *row, GhRowButton which);
/** What they can do for the row at @index of @n. */
void gh_row_buttons_show (GtkWidget *row, guint index, guint n, gboolean open);
