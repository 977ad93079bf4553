/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * GhSidebar: the list of pages with their badges, and when the last edit went to the disk. Folded
 * it shows the icons alone. Choosing a row activates win.show-page.
 */
#define GH_TYPE_SIDEBAR (gh_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (GhSidebar, gh_sidebar, GH, SIDEBAR, GtkWidget)

void gh_sidebar_set_folded (GhSidebar *self, gboolean folded);
/** Marks the row of the page on screen. */
void gh_sidebar_set_page (GhSidebar *self, const char *name);
/** @n: what asks for attention, 0 = no badge. @explanation: for people who do not see the colour:
 * "2 overdue". @css_class: "error" or "warning". */
void gh_sidebar_set_badge (GhSidebar *self,
                           const char *name,
                           guint n,
                           const char *css_class,
                           const char *explanation);
/** @text: "Saved 14:05". */
void gh_sidebar_set_saved (GhSidebar *self, const char *text);
