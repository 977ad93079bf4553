/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * GhRichBar: buttons for the GhRichField that has the keyboard in this window, or had it last: bold
 * and italic as they are at the caret, and a field to insert.
 */
#define GH_TYPE_RICH_BAR (gh_rich_bar_get_type ())
G_DECLARE_FINAL_TYPE (GhRichBar, gh_rich_bar, GH, RICH_BAR, GtkWidget)
