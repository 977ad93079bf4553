/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Files of the store come into their place whole: as gh-platform.h has it, with the store's errors,
 * whose messages name the file and say what to do. */

gboolean gh_place_sync_file (const char *path, GError **error);

/** (transfer full): name of a new, empty file beside @path, to be renamed to it later. */
char *gh_place_make_temporary (const char *path, GError **error);

/** Syncs @temporary and gives it the name @path; an existing @path is replaced only if @replace. */
gboolean
gh_place_put_in_place (const char *temporary, const char *path, gboolean replace, GError **error);
