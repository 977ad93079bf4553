/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What the targets share. */

/** Reads the bytes as a plan's file and looks whether what came out is whole. */
void gh_fuzz_read (const guint8 *data, gsize size);

/**
 * gh_fuzz_read_parts: packs the parts of a document into a package and reads that.
 * @data: the part @first; a line "#part NAME" begins another
 * @type: (nullable): what stands in the part "mimetype"
 */
void gh_fuzz_read_parts (const guint8 *data, gsize size, const char *first, const char *type);
