/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * GhField: a text that is saved as it is typed: half a second after the last key, when the focus
 * leaves, on Enter, and before undo and print (the action "field.save"). While an input method
 * composes a syllable nothing is taken from it.
 *
 * The letters stay as they were typed while the keyboard is among them, whatever the owner makes of
 * them and shows again; when it leaves, the field says what is stored.
 *
 * Properties: "multiline" (construct only), "whole" (it means nothing before it is complete, as a
 *   date or a figure: not saved in the middle), "label" (accessible name), "placeholder".
 * Signal: "committed" (text): the text differs from the one shown last.
 */
#define GH_TYPE_FIELD (gh_field_get_type ())
G_DECLARE_FINAL_TYPE (GhField, gh_field, GH, FIELD, GtkWidget)

GtkWidget *gh_field_new (gboolean multiline, const char *label);
/** Shows what is stored now. Does not disturb typing if that was stored before, or came of it. */
void gh_field_show (GhField *self, const char *text);
/** (transfer full): as it stands now, saved or not. */
char *gh_field_dup_text (GhField *self);
/** Emits "committed" now if there is something new. */
void gh_field_flush (GhField *self);
/** Puts the keyboard into the field with @length bytes at @start selected; 0 = none of them. */
void gh_field_select (GhField *self, gsize start, gsize length);
/** The same, the keyboard staying where it is. */
void gh_field_mark (GhField *self, gsize start, gsize length);
void gh_field_set_editable (GhField *self, gboolean editable);
