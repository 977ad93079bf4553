/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/*
 * "What's new": the releases of the metainfo that software centres show too, in the language of the
 * interface.
 */

/** All releases, newest first. */
void gh_news_present (GtkWindow *parent);

/** Once after an update: what is newer than the version that ran before. Never on the first start.
 */
void gh_news_greet (GtkWindow *parent);

/** As strcmp() for "1.10.0" and "1.9". */
int gh_news_compare_versions (const char *a, const char *b);
