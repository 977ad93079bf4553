/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-plan.h"
#include "gh-summary.h"

/*
 * Live parts: blocks of kind GH_BLOCK_LIVE take their content from the data by key:
 *   "targets"  the list of targets as items       "calendar" table of the activities
 *   "quotas"   table of quotas by unit, subtotals  "sessions" table of donation days
 *   "tasks"    organisations and their deadlines
 * Live fields inside a text: {{target:blood-units}}, {{quota:donors}}, {{period}}, {{year}},
 *   {{theme}}, {{issuer}}, {{units}} (number of units with a quota), {{start}}, {{end}}.
 */

/** GhLiveKey: for menus that insert one. */
typedef struct
{
  const char *key;
  const char *name; /* untranslated; pass it to gettext */
} GhLiveKey;

/** (array length=n): the keys of live blocks; static. */
const GhLiveKey *gh_live_block_keys (gsize *n);
/** (array length=n): the keys of live fields; static. */
const GhLiveKey *gh_live_field_keys (gsize *n);

/** (transfer full) (nullable): what the field says now, "…" if that is not known yet; %NULL if
 * there is no such field. */
char *gh_live_field_text (const GhSummary *summary, const char *key);

/**
 * gh_live_resolve: the plan as it is printed: live blocks turned into paragraphs, items and
 * tables, fields into their text. An unknown field stays as it is written, so that nobody loses
 * text. A plan that was issued is frozen and comes back as it is.
 * @source: (out) (optional) (element-type guint) (transfer full): for each block of the result the
 *   index of the block of the plan it came from
 *
 * Returns: (transfer full): a plan without live parts
 */
GhPlan *gh_live_resolve (const GhSummary *summary, GArray **source);
