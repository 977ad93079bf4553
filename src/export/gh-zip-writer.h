/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** GhZipWriter: a ZIP package made in memory. The same parts give the same bytes: entries bear no
 * date of their own. */
typedef struct _GhZipWriter GhZipWriter;

GhZipWriter *gh_zip_writer_new (void);
void gh_zip_writer_free (GhZipWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhZipWriter, gh_zip_writer_free)

/** Adds an entry, compressed; an error is told by gh_zip_writer_finish(). @length < 2^32. */
void gh_zip_writer_add (GhZipWriter *writer, const char *name, const void *bytes, gsize length);

/** (transfer full) (nullable): the package; %NULL if anything went wrong. Call it once. */
GByteArray *gh_zip_writer_finish (GhZipWriter *writer);
