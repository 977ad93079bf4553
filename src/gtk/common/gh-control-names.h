/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * gh_names_mend: sets right what GTK 4.8 tells a screen reader of the controls below @widget. Call
 * it once, when the children have been made and before they are shown.
 *
 * - A button with a mnemonic says its label twice, once with the underline ("_Save Save"); a name
 *   set on such a button by hand comes after this call.
 * - A check button with a mnemonic is called by its label with the underline in it.
 * - A menu button is two buttons, one in the other, with the same name: the outer becomes a group
 *   without one.
 * - What takes the keyboard in a drop-down or an expander has no name at all and is called by its
 *   class: it gets that of the drop-down, with what is chosen as its description, or the
 *   expander's label.
 */
void gh_names_mend (GtkWidget *widget);

/** What a menu button without a text on it is called. */
void gh_names_set_menu_button (GtkMenuButton *button, const char *name);

/** Names the row that GTK makes around @child of a list item. Rows are used again: call it whenever
 * the child shows something else. */
void gh_names_set_row (GtkWidget *child, const char *name);
