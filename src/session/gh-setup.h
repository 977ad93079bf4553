/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-speller.h"

#include <glib.h>

/**
 * gh_setup_locale: what both programs do first in main(), before any thread and any message.
 *
 * The interface is Vietnamese whatever the machine's locale, because many office machines run in
 * English and containers know only C.UTF-8. $GIOTHONG_LANGUAGE ("en", "vi"), or else a LANGUAGE
 * already in the environment, chooses otherwise. Texts are UTF-8 everywhere. Translations are
 * looked for in $GIOTHONG_LOCALEDIR (tests, runs from the build folder), else beside the executable
 * on Windows, else where they were installed.
 */
void gh_setup_locale (void);

/** The languages of the interface, each by its own name: code "vi", name "Tiếng Việt" … */
typedef struct
{
  const char *code;
  const char *name;
} GhLanguage;
const GhLanguage *gh_setup_languages (guint *n);
/** The code of the language the interface speaks now. */
const char *gh_setup_get_language (void);
/** Speaks another language in what is made from now on; for the main thread, while nothing else
 * runs. Keeps nothing: see gh_setup_dup_settings_path(). */
void gh_setup_set_language (const char *code);

/** (transfer full): the key file with what is remembered on this computer. Its key "language" in
 * the group "interface" is read by gh_setup_locale(). */
char *gh_setup_dup_settings_path (void);

/** (transfer full): the folder of the clerk's own templates: $GIOTHONG_TEMPLATEDIR (tests), else in
 * the user's data. It need not exist. */
char *gh_setup_dup_template_folder (void);

/** Seconds since 1970; with GIOTHONG_TODAY=2027-01-15 in the environment, eight in the morning of
 * that day, so that tests and pictures of a campaign say the same on any day. */
gint64 gh_setup_now (void);

/** The day (Julian) of @now in the computer's time zone. */
guint32 gh_setup_day (gint64 now);

/** (transfer full) (nullable): the dictionary of the spelling check: of $GIOTHONG_DICTIONARIES (a
 * folder; tests), else the one that came with the program, else the system's. */
GhSpeller *gh_setup_new_speller (void);

/** (transfer full): the folder of the user guide, with a folder for each language in it:
 * $GIOTHONG_GUIDEDIR (tests, runs from the build folder), else where it was installed. */
char *gh_setup_dup_guide_folder (void);
