/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * gh_compare_match: finds what two sequences have in common, in order: first by what stands once in
 * both (so that a moved or repeated line does not pull the rest along), then by Myers' algorithm,
 * which goes on from the best point so far when much differs: the effort stays in proportion to
 * the length.
 * @a, @b: (element-type guint): numbers below @n_ids; equal numbers are equal things
 *
 * Returns: (transfer full) (element-type guint): for each of @a the index of its match in @b, or
 *   G_MAXUINT; the matches ascend
 */
GArray *gh_compare_match (const GArray *a, const GArray *b, guint n_ids);
