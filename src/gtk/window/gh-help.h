/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/*
 * The user guide: plain HTML pages on this computer (docs/guide), in the language of the interface,
 * shown by the program the system has for them. Each page of the guide has a name: "plan", "units".
 */

/** F1 opens the guide in every window of @application, also in those made later. */
void gh_help_watch (GtkApplication *application);

/** The page about the widget of @window that has the keyboard, or about the window itself. */
const char *gh_help_find_page (GtkWindow *window);

/** Opens a page; says where the file is when nothing on the computer opens it. */
void gh_help_open (GtkWindow *window, const char *page);
