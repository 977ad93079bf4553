/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * gh_mnemonics_mend: in GTK 4.8 a button with a mnemonic tells a screen reader its label twice,
 * once with the underline ("_Save Save"). Takes that one away from all buttons below @widget. Call
 * it once, when the children have been made; names set on such a button by hand come after it.
 */
void gh_mnemonics_mend (GtkWidget *widget);
