/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * gh_list_make_one_stop: lets Tab and Shift+Tab leave @list at once, as they leave any other
 * control; the arrows walk its rows. Lists by themselves take Tab from row to row: a GtkListBox
 * selects each, so that who only passes by chooses the last one; a GtkListView of hundreds is as
 * good as a trap. For lists whose rows hold nothing that takes the keyboard.
 * @list: a GtkListBox, a GtkListView or a GtkColumnView
 */
void gh_list_make_one_stop (GtkWidget *list);
