/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-template.h"

#include <json-glib/json-glib.h>

/** (transfer full): the root object of a data file compiled in, "templates/commune.json". */
JsonObject *_gh_template_load (const char *name, GError **error);

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
/** (nullable) (transfer none) */
JsonArray *_gh_template_get_array (JsonObject *object, const char *name);
