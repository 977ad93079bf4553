/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-plan.h"
#include "gh-summary.h"

/*
 * Live parts: blocks of kind GH_BLOCK_LIVE take their content from the data by key:
 *   "targets"  the list of targets as items       "calendar" table of the activities
 *   "quotas"   table of quotas by unit, subtotals  "sessions" table of donation days
 *   "tasks"    organisations and their deadlines   "awards"   table of the award rounds
 *   "budget"   lines and total, in words too
 *   "annex-quotas" "annex-calendar" "annex-budget": the same as an appendix; the block's own text
 *   is its title
 * Live fields inside a text: those of gh_live_field_keys(), and
 *   {{target:X}} {{quota:X}}      of any indicator
 *   {{years-since:1957}}          how many years the campaign's year is later
 *   {{activity:WHICH:PART}}       WHICH: the id of an entry of the calendar, or a kind ("session":
 *                                 the first one of it); PART: date (weekday and hours too), day,
 *                                 time, place, title, lead
 *   {{cite:5/KH-BCĐ}}             a document of the bases: in full where the paper names it first
 *                                 (the bases themselves count), later by type, number and symbol
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

/** Whether the live part of that key is an appendix, and so belongs at the end. */
gboolean gh_live_is_annex (const char *key);

/** (transfer full) (nullable): what the field says now, "…" if that is not known yet; %NULL if
 * there is no such field. A citation is given as it is later in the text. */
char *gh_live_field_text (const GhSummary *summary, const char *key);

/** GhLiveField: a field of this campaign, for menus: @key goes into the text as {{key}}, @name is
 * translated, @text is what it says now. */
typedef struct
{
  char *key;
  char *name;
  char *text;
} GhLiveField;
void gh_live_field_free (GhLiveField *field);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhLiveField, gh_live_field_free)

/** (transfer full) (element-type GhLiveField): those of gh_live_field_keys(), then the dates and
 * places of the campaign's activities and citations of its bases. */
GPtrArray *gh_live_list_fields (const GhSummary *summary);

/**
 * gh_live_map_activities: for a text that goes to another campaign, whose activities have other
 * ids.
 * @map: (transfer full) (nullable): what to write in the place of an id; %NULL = leave it
 *
 * Returns: (transfer full): @text with the ids of its fields {{activity:ID:…}} replaced
 */
char *gh_live_map_activities (const char *text, char *(*map) (gint64 id, gpointer), gpointer data);

/**
 * gh_live_freeze: turns the live block at @index of @plan into blocks of text, as it prints now;
 * they bear a mark ("key:serial" in frozen), by which gh_live_thaw() finds them. Fields of the
 * block's own text stay fields.
 * @summary: the figures; of the campaign the plan belongs to
 *
 * Returns: %FALSE, and nothing changed, if it is no live block of a known key
 */
gboolean gh_live_freeze (GhPlan *plan, guint index, const GhSummary *summary);
/** Puts the live block back in the place of all blocks that were frozen with the one at @index;
 * what was changed in them since is lost. %FALSE if it is not a frozen one. */
gboolean gh_live_thaw (GhPlan *plan, guint index);
/** Before @copies (GhBlock) of frozen blocks are put into @plan: those whose mark stands there get
 * one of their own, so that the first ones can be made live again and the copies stay. */
void gh_live_mark_copies (const GhPlan *plan, const GPtrArray *copies);
/** (transfer full): gh_live_resolve() of a plan that is being issued: what its live parts became
 * bears their marks, so that they can be made live again when it is amended or another year's plan
 * is made from it. */
GhPlan *gh_live_freeze_all (const GhSummary *summary);
/** Whether the part that the block at @index was frozen from would be frozen to the same blocks
 * again: nobody has changed them, and the data have not changed. */
gboolean gh_live_is_as_frozen (const GhPlan *plan, guint index, const GhSummary *summary);
/** (transfer full) (nullable): the key of the live part that @block was frozen from, or %NULL. */
char *gh_live_frozen_key (const GhBlock *block);

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
