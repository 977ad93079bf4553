/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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

/** Seconds since 1970; with GIOTHONG_TODAY=2027-01-15 in the environment, eight in the morning of
 * that day, so that tests and pictures of a campaign say the same on any day. */
gint64 gh_setup_now (void);

/** The day (Julian) of @now in the computer's time zone. */
guint32 gh_setup_day (gint64 now);

/** (transfer full): the folder of the user guide, with a folder for each language in it:
 * $GIOTHONG_GUIDEDIR (tests, runs from the build folder), else where it was installed. */
char *gh_setup_dup_guide_folder (void);
