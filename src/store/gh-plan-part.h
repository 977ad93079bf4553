/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-store-private.h"

/* The plan's blocks with their tables; the rest of the plan is in gh-plan-store.c. */

/** (transfer full) (element-type GhBlock): in order. */
GPtrArray *gh_plan_blocks_load (GhStore *store, gint64 plan_id, GError **error);

/** GhPlanPart: how one kind of rows of a plan is kept: the same saving serves them all.
 * @get_id: where the row's id stands in the struct
 * @load, @equal: (nullable): the stored rows, and whether two say the same: a row that would not
 * change is not written. For parts with many rows.
 * @write: inserts (*id = 0) or updates (an update without a difference leaves no trace)
 */
typedef struct
{
  const char *list_sql; /* "?" = plan: id, position */
  const char *delete_sql;
  gint64 *(*get_id) (gpointer row);
  gboolean (*write) (GhStore *store, gint64 plan_id, gint64 position, gpointer row, GError **error);
  gboolean (*before_delete) (GhStore *store, gint64 id, GError **error); /* nullable */
  GPtrArray *(*load) (GhStore *store, gint64 plan_id, GError **error);
  GEqualFunc equal;
} GhPlanPart;

/** Makes the stored rows those of @rows (borrowed, their ids are set), writing only what differs.
 */
gboolean gh_plan_part_save (GhStore *store,
                            const GhPlanPart *part,
                            gint64 plan_id,
                            const GPtrArray *rows,
                            GError **error);

extern const GhPlanPart gh_plan_blocks_part;
