/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/** What was typed. Returns: whether the window may close: what was asked for is done, or a message
 * says why not. */
typedef gboolean (*GhNameGiven) (GtkWidget *widget, const char *name, gpointer user_data);

/**
 * gh_ask_name: a small window that asks for a name; @widget is the one asked for.
 * @label: of the entry, with a mnemonic; @hint: a sentence below it; @accept: of the button
 * @user_data: freed with @destroy (may be %NULL) when the window is gone
 */
void gh_ask_name (GtkWidget *widget,
                  const char *title,
                  const char *label,
                  const char *hint,
                  const char *name,
                  const char *accept,
                  GhNameGiven given,
                  gpointer user_data,
                  GDestroyNotify destroy);
