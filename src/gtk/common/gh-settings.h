/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * GhSettings: what the window remembers on this computer (sizes, columns, recent workspaces): a key
 * file "giothong/settings.ini" in the user's configuration folder, written a second after the last
 * change and when the program ends. Never data of a campaign. Owned by the application.
 */
#define GH_TYPE_SETTINGS (gh_settings_get_type ())
G_DECLARE_FINAL_TYPE (GhSettings, gh_settings, GH, SETTINGS, GObject)

/** @path: the file, or %NULL for settings that are not kept. */
GhSettings *gh_settings_new (const char *path);
/** (transfer none): those of the application @widget belongs to; never %NULL. */
GhSettings *gh_settings_of (GtkWidget *widget);

int gh_settings_get_int (GhSettings *self, const char *group, const char *key, int fallback);
void gh_settings_set_int (GhSettings *self, const char *group, const char *key, int value);
/** (transfer full) (nullable) */
char *gh_settings_get_string (GhSettings *self, const char *group, const char *key);
void
gh_settings_set_string (GhSettings *self, const char *group, const char *key, const char *value);

/** Recent workspaces, newest first: (transfer full) %NULL-terminated paths. */
char **gh_settings_list_recent (GhSettings *self);
void gh_settings_add_recent (GhSettings *self, const char *path);
void gh_settings_remove_recent (GhSettings *self, const char *path);

/** Writes what has not been written yet. Returns: FALSE with @error if it cannot be; what is
 * remembered lasts until the program ends then. */
gboolean gh_settings_flush (GhSettings *self, GError **error);
