/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/** Asks for a backup, then for the file it should become, restores it off the main thread and opens
 * it. The file it replaces, if any, is kept beside it. */
void gh_restore_choose (GtkWidget *widget);
