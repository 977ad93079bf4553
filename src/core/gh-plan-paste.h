/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-plan.h"

/**
 * gh_plan_paste: puts blocks into the text of block @index, in the place of its bytes from @start
 * to
 * @end. A paragraph that comes first goes on in the text before, what stood behind goes on in the
 * last one; tables and what has a number of its own stay blocks. Numbers are counted as by
 * gh_plan_edit_paste().
 * @blocks: (element-type GhBlock): copied
 * @last: (out): index of the last block that came
 *
 * Returns: %FALSE, and nothing changed, if there is no text there or nothing to paste
 */
gboolean gh_plan_paste (GhPlan *plan,
                        guint index,
                        gsize start,
                        gsize end,
                        const GPtrArray *blocks,
                        guint *last);
