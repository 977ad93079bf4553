/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/** GhToaster: shows short messages over its child; the newest replaces the one before. */
#define GH_TYPE_TOASTER (gh_toaster_get_type ())
G_DECLARE_FINAL_TYPE (GhToaster, gh_toaster, GH, TOASTER, GtkWidget)

void gh_toaster_set_child (GhToaster *self, GtkWidget *child);

/** Shows @text in the window @widget stands in. */
void gh_toast (GtkWidget *widget, const char *text);

/** As gh_toast(), with a button that activates win.undo: after everything that removes. */
void gh_toast_undo (GtkWidget *widget, const char *text);
/** Hides a message of gh_toast_undo(): something else has changed, which its button would undo. */
void gh_toast_retire_undo (GtkWidget *widget);

/**
 * gh_toast_action: with one or two buttons that activate an action of the window.
 * @label, @action: first button; @action is a detailed action name ("win.open-file('…')")
 * @label2, @action2: second button, or %NULL
 */
void gh_toast_action (GtkWidget *widget,
                      const char *text,
                      const char *label,
                      const char *action,
                      const char *label2,
                      const char *action2);
