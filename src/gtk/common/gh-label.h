/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Texts at the left of their place. @css_class: of style.css, may be NULL. */

/** (transfer floating): wraps between words. */
GtkWidget *gh_label_new (const char *text, const char *css_class);
/** (transfer floating): one line, cut off with dots at its end. */
GtkWidget *gh_label_new_line (const char *text, const char *css_class);
