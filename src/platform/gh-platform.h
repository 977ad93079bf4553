/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/*
 * What differs between POSIX and Windows. Each function has two faces in gh-platform.c, and nothing
 * outside of that file asks which system it is. Errors are of the domain G_FILE_ERROR with the
 * system's words; callers make a message of them that says what to do.
 */

/* --- processes ------------------------------------------------------------------------------ */

gint64 gh_platform_get_pid (void);

/**
 * gh_platform_process_exists:
 * @since: seconds since 1970 when the process had that id.
 *
 * Whether that process still runs on this computer; %TRUE when that cannot be told. Windows gives
 * ids anew very soon: there a process that began after @since is another one; elsewhere one with
 * our own id is, as ids begin anew in each sandbox.
 */
gboolean gh_platform_process_exists (gint64 pid, gint64 since);

/* --- files ---------------------------------------------------------------------------------- */

/** Whether the folder of @path lies on another computer. */
gboolean gh_platform_is_remote (const char *path);

/** Brings the file's contents to the disk. */
gboolean gh_platform_sync_file (const char *path, GError **error);

/** (transfer full): name of a new, empty file beside @path, to be renamed to it later. */
char *gh_platform_make_temporary (const char *path, GError **error);

/** Syncs @temporary, gives it the name @path and syncs the folder. An existing @path is replaced
 * only if @replace. On Windows a file that a virus scanner looks into is waited for a moment; one
 * that Excel holds open gives %G_FILE_ERROR_ACCES. */
gboolean gh_platform_put_in_place (const char *temporary,
                                   const char *path,
                                   gboolean replace,
                                   GError **error);

/** Writes a whole file beside @path, syncs it, then puts it in the place of @path: a reader sees
 * the old or the new contents, never a part. On failure nothing has changed. */
gboolean gh_platform_write_file (const char *path, const void *bytes, gsize length, GError **error);

/** (transfer full) (nullable): @path for libraries that open files by the system's byte names;
 * %NULL where there is no such name. The file must exist. */
char *gh_platform_dup_byte_path (const char *path);

/* --- where the program lies ----------------------------------------------------------------- */

/** (transfer full): the folder of the translations. */
char *gh_platform_dup_locale_folder (void);
/** (transfer full): the folder @name ("fonts", "guide") of what came with the program. */
char *gh_platform_dup_data_folder (const char *name);

/** Keeps Fontconfig from reading every font of the computer, where it is not the system's own but
 * came with the program: pages want the fonts that came with it alone. To be called before any
 * thread. */
void gh_platform_set_up_fonts (void);

/* --- language, numbers, command line --------------------------------------------------------- */

/** Takes the user's locale, with texts in UTF-8 and a locale for messages in which gettext
 * translates. To be called before any thread. */
void gh_platform_set_locale (void);

/** As bindtextdomain() with UTF-8; @folder is in GLib's encoding of file names. */
void gh_platform_bind_text_domain (const char *domain, const char *folder);

/**
 * GhCNumeric: while it lasts this thread writes numbers with a decimal point. libxlsxwriter prints
 * numbers by the locale, and a file with decimal commas is broken for every reader. Other threads
 * are not touched.
 */
typedef struct _GhCNumeric GhCNumeric;

GhCNumeric *gh_c_numeric_begin (void);
void gh_c_numeric_end (GhCNumeric *numeric);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhCNumeric, gh_c_numeric_end)

/** (transfer full): the command line as UTF-8 on Windows, in the system's bytes elsewhere. Also
 * makes standard output a channel of UTF-8 whose line ends stay as they are. */
char **gh_platform_dup_arguments (char **argv);

/* --- desktop -------------------------------------------------------------------------------- */

/** Opens @path with the program that the user's system has for it; folders too.
 * @context: (nullable): tells the desktop where that came from. */
gboolean gh_platform_open (const char *path, GAppLaunchContext *context, GError **error);

/** Makes the fonts in @folder known to the window system for this program, before the first text is
 * drawn. Only Windows wants that; elsewhere fonts are the system's. */
void gh_platform_add_fonts (const char *folder);
