/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-layout.h"

/** (transfer none) (nullable): the font set of the main thread for previews and printing, made when
 * first asked for and kept by the application of @widget. */
GhFontSet *gh_fonts_of (GtkWidget *widget, GError **error);
