/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-store.h"

/*
 * Search across a campaign, answered by SQL over the fold keys.
 */
typedef enum
{
  GH_FOUND_UNIT,
  GH_FOUND_ACTIVITY,
  GH_FOUND_BLOCK,
  GH_FOUND_RECIPIENT,
} GhFoundKind;

typedef struct
{
  GhFoundKind kind;
  gint64 id; /* row of its kind */
  char *title;
  char *detail;
} GhFound;
void gh_found_free (GhFound *found);

/** (transfer full) (element-type GhFound): at most @limit, best first; empty for an empty query. */
GPtrArray *gh_store_search (GhStore *store,
                            gint64 campaign_id,
                            const char *query,
                            guint limit,
                            GError **error);
