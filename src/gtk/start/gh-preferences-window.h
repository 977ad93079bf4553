/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * GhPreferencesWindow: the language of the interface, and whose office this is: level, names,
 * signers. The same window greets on the first start; everything may be left empty.
 */
#define GH_TYPE_PREFERENCES_WINDOW (gh_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (GhPreferencesWindow, gh_preferences_window, GH, PREFERENCES_WINDOW, GtkWindow)

void gh_preferences_window_present (GtkWindow *parent);

/** On the first start on this computer: asks. Later: does nothing. */
void gh_preferences_greet (GtkWindow *parent);
