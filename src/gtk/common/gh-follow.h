/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/*
 * What a window shows of a row that another program has changed since it was opened: fields that
 * the clerk has not touched follow, what she entered stays.
 */
void gh_follow_text (GtkEditable *field, const char *before, const char *now);
void gh_follow_choice (GtkDropDown *field, guint before, guint now);
