/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* What differs between POSIX and Windows, for the store; each function has two faces. */

gint64 gh_platform_get_pid (void);
/** Whether a process with that id runs on this computer; %TRUE when that cannot be told. */
gboolean gh_platform_process_exists (gint64 pid);
/** Whether the folder of @path lies on another computer. */
gboolean gh_platform_is_remote (const char *path);
/** Brings the file's contents to the disk. */
gboolean gh_platform_sync_file (const char *path, GError **error);

/** (transfer full): name of a new, empty file beside @path, to be renamed to it later. */
char *gh_platform_make_temporary (const char *path, GError **error);
/** Syncs @temporary, gives it the name @path and syncs the folder. An existing @path is replaced
 * only if @replace. */
gboolean gh_platform_put_in_place (const char *temporary,
                                   const char *path,
                                   gboolean replace,
                                   GError **error);
