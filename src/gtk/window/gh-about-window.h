/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/** The program, the licences of what it is made of, and details to send with a question. */
void gh_about_present (GtkWindow *parent);
