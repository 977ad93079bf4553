/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/** An icon that only repeats what the text beside it says: a screen reader passes over it. */
GtkWidget *gh_icon_new (const char *name);
