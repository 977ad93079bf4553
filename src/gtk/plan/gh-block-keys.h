/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * GhBlockKey: a key in the text of a block that is about the block, not about its letters.
 * @name: "split" (Enter), "join-before" (Backspace at its beginning), "join-after" (Delete at its
 * end), "indent", "outdent" (Tab, Shift+Tab), "leave-up", "leave-down" (an arrow beyond its first
 * or last line)
 * @offset: for "split": bytes of the text before the cursor
 */
typedef void (*GhBlockKey) (const char *name, guint offset, gpointer user_data);

/** Listens in @field, a GhField of several lines. Nothing is done while an input method composes.
 */
void gh_block_keys_add (GtkWidget *field, GhBlockKey func, gpointer user_data);
/** Puts the keyboard into @field, the cursor behind @offset bytes of its text; beyond its end = at
 * the end. */
void gh_block_keys_place (GtkWidget *field, gsize offset);
/** Bytes of the text before the cursor. */
gsize gh_block_keys_get_place (GtkWidget *field);
