/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-rich-text.h"

/**
 * GhRichMenu: the fields that can be put into a text, with what they say now; typing narrows the
 * list. Signal "chosen" (key).
 */
#define GH_TYPE_RICH_MENU (gh_rich_menu_get_type ())
G_DECLARE_FINAL_TYPE (GhRichMenu, gh_rich_menu, GH, RICH_MENU, GtkPopover)

GtkWidget *gh_rich_menu_new (void);
/** Shows the values of now and pops up. */
void gh_rich_menu_open (GhRichMenu *self, const GhRichFill *fill);
