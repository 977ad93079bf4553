/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * gh_style_init: puts our style sheet on @display and keeps it in step with light and dark: the
 * theme's name, "prefer dark", and the desktop's choice as told by the settings portal.
 */
void gh_style_init (GdkDisplay *display);

/** Whether the dark dress is on. */
gboolean gh_style_is_dark (void);
