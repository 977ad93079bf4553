/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * gh_list_make_one_stop: lets Tab and Shift+Tab leave @list at once, as they leave any other
 * control; the arrows walk its rows. GtkListBox by itself takes Tab from row to row and selects
 * each, so that who only passes by chooses the last one. For lists whose rows hold nothing that
 * takes the keyboard.
 */
void gh_list_make_one_stop (GtkListBox *list);
