/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-store.h"

/** GhTemplate: a way to begin: "district", "school", "donation-day" …, from data/templates, or the
 * clerk's own, whose keys begin with "my-". */
typedef struct
{
  char *key;
  char *name;        /* Vietnamese */
  char *description; /* Vietnamese */
  gboolean own;
} GhTemplate;
void gh_template_free (GhTemplate *templ);

/** (transfer full) (element-type GhTemplate): "empty" first; "sample" is not among them; the
 * clerk's own last, by name. Files of his folder that are no templates are left out. */
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

/**
 * gh_template_keep: makes a template of the plan, targets, calendar, award rounds and budget of a
 * campaign. Dates become rules where that is certain; number, day of issue and state of the plan
 * are left out, and units, quotas, registrations and results with all their names.
 * @name: what the list calls it; refused if there is one of that name
 * @key: (out) (optional) (transfer full)
 */
gboolean gh_template_keep (const GhDossier *dossier, const char *name, char **key, GError **error);
/** Only the clerk's own. */
gboolean gh_template_rename (const char *key, const char *name, GError **error);
gboolean gh_template_remove (const char *key, GError **error);
