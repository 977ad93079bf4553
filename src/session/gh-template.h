/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-store.h"

/** GhTemplate: a way to begin: "district", "school", "donation-day" …, from data/templates. */
typedef struct
{
  char *key;
  char *name;        /* Vietnamese */
  char *description; /* Vietnamese */
} GhTemplate;
void gh_template_free (GhTemplate *templ);

/** (transfer full) (element-type GhTemplate): "empty" first; "sample" is not among them. */
GPtrArray *gh_template_list (void);

/**
 * gh_template_apply: makes a campaign of @year (with plan, targets, calendar …) in an open
 * transaction. Dates of the template are rules (Tết - 20, 27/2), so each year gets its own.
 * @campaign_id: (out): the new campaign
 */
gboolean
gh_template_apply (GhStore *store, const char *key, int year, gint64 *campaign_id, GError **error);

/** The complete sample: "sample" district campaign of 2027, 60 units, results half-way. */
gboolean gh_sample_apply (GhStore *store, gint64 *campaign_id, GError **error);
