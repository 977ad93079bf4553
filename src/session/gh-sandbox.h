/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/*
 * Inside a Flatpak the program sees no file of the computer but those that a file chooser or a
 * double click hands in. They stand in the mount of the document portal, each alone in a folder:
 *
 *   /run/user/1000/doc/1a2b3c/NAME
 *
 * Reading such a file, and writing a whole new one in its place, works as anywhere. A database
 * cannot be worked on there: the portal refuses to open files without following links, as SQLite is
 * told to; a journal would stand under another name where a later start does not find it; and no
 * folder of backups can be made beside it. So workspaces live in a folder of the program's own, and
 * what is handed in is copied there.
 */

/** Whether the program runs in a Flatpak. GIOTHONG_SANDBOX=1 in the environment says so to tests.
 */
gboolean gh_sandbox_is_active (void);

/** Whether @path is in the mount of the document portal: to be read and written as a whole only. */
gboolean gh_sandbox_is_portal (const char *path);

/** (transfer full): the folder of the program's own where workspaces live in a Flatpak. */
char *gh_sandbox_dup_folder (void);

/** (transfer full): a name in that folder that is free, like that of @path: "NAME (2).giothong". */
char *gh_sandbox_dup_free_path (const char *path);

/**
 * gh_sandbox_copy: copies a file byte by byte; an existing @target is not replaced.
 *
 * Errors: GH_STORE_ERROR_IO, saying what to do.
 */
gboolean gh_sandbox_copy (const char *source, const char *target, GError **error);

/** (transfer full) (nullable): what tells this state of a file from another: its size and when it
 * was changed; %NULL where there is none. */
char *gh_sandbox_dup_stamp (const char *path);

/** (transfer full): name of a file to be, in a new folder of the cache; gh_sandbox_discard() it. */
char *gh_sandbox_make_temporary (GError **error);
/** Deletes the file, if it is there, and its folder. */
void gh_sandbox_discard (const char *temporary);
