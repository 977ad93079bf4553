/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * gh_positions_assign: positions for rows in a given order such that as few stored rows as possible
 * have to change: what is in order keeps its position, new ones go into the gaps, and only when
 * a gap is too small all are numbered anew.
 * @positions: (inout) (array length=n): in: the stored position, or -1 for a new row; out: strictly
 *   increasing. O(n log n).
 */
void gh_positions_assign (gint64 *positions, gsize n);
