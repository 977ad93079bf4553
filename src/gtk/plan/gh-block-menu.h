/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-plan.h"

/*
 * Kinds of blocks by their "what": "heading1" … "heading4", "paragraph", "item", "table",
 * "page-break", "appendix", "live:KEY".
 */

/** (transfer full): a new block of that kind, without a number. */
GhBlock *gh_block_new_for (const char *what);
/** Its kind; @level: (out) */
GhBlockKind gh_block_parse_what (const char *what, int *level);

/** (transfer full): the menu of blocks that can be put into a plan; @action takes a "what".
 * @with_live: also tables, page breaks and parts from the data, which no block can be turned into
 */
GMenuModel *gh_block_menu_new (const char *action, gboolean with_live);

/** (transfer full): all that can be done with @block by actions of its row.
 * @styles: (nullable): numbers its series may have */
GMenuModel *gh_block_row_menu_new (const GhBlock *block, const char *const *styles);
/** (transfer none): the translated name of a live part. */
const char *gh_block_live_name (const char *key);
