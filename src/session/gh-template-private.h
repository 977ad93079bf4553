/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-template.h"

#include <json-glib/json-glib.h>

/** (transfer full): the root object of a data file compiled in, "templates/commune.json". */
JsonObject *_gh_template_load (const char *name, GError **error);

#define GH_TEMPLATE_OWN "my-"

/** Appends the clerk's own templates (GhTemplate), by name. */
void _gh_template_list_own (GPtrArray *templates);
/** (transfer full): what the file of the clerk's own template holds, checked; %NULL with @error. */
JsonObject *_gh_template_load_own (const char *key, GError **error);

/** Whether @text, of a file that anybody may have written, is a template as ours are. Returns:
 * (transfer full): its root */
JsonObject *_gh_template_parse (const char *text, gsize length, GError **error);

/** (transfer full): @dossier as the JSON of a template; see data/templates/README.md. */
char *_gh_template_write (const GhDossier *dossier, const char *name, const char *description);

/** (transfer full): a rule that leads to @span in @year; "" if it is empty.
 * @title: of what it is the date: decides whether it follows Tết
 * @deadline: it is to stay a working day, if it is one */
char *
_gh_template_span_rule (const GhDateSpan *span, int year, const char *title, gboolean deadline);
/** (transfer full): @text with the years and days of @year as rules: gh_template_rule_expand()
 * gives
 * @text again in that year. Dates of cited documents stay.
 * @rules: day (GUINT_TO_POINTER) → rule (char *) of the days that are known */
char *_gh_template_text_rules (const char *text, int year, GHashTable *rules);

/** (transfer full): @root as it is for a campaign of @year: with the levels of administration that
 * there are when it begins. */
JsonObject *_gh_template_choose_levels (JsonObject *root, int year);

/** Makes what @root describes in an open transaction; see data/templates/README.md. */
gboolean _gh_template_build (GhStore *store,
                             JsonObject *root,
                             int year,
                             gint64 *campaign_id,
                             GError **error);

/** The sample's units, quotas, sessions and results, if @root has any. */
gboolean _gh_template_build_units (GhStore *store,
                                   JsonObject *root,
                                   int year,
                                   gint64 campaign_id,
                                   GError **error);

/** (transfer full): member @name as text with its rules filled in, "" if it is not there. */
char *_gh_template_dup_text (JsonObject *object, const char *name, int year);
/** The date of member @name; empty if it is not there. */
GhDateSpan _gh_template_get_span (JsonObject *object, const char *name, int year);
/** Puts it in the place of *@place. */
void _gh_template_take_text (char **place, JsonObject *object, const char *name, int year);
/** (transfer full): the plan. @ids: (element-type gint64): of the activities, in their order. */
GhPlan *_gh_template_read_plan (JsonObject *root, int year, const GArray *ids);
/** (nullable) (transfer none) */
JsonArray *_gh_template_get_array (JsonObject *object, const char *name);
