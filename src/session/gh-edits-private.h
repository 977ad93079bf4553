/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-edits.h"

/** Whether there is a current campaign; else @error says what to do. */
gboolean _gh_edit_need_campaign (GhWorkspace *workspace, GError **error);

/** (transfer none): name of a unit, "" if there is none of that id. */
const char *_gh_edit_unit_name (GhWorkspace *workspace, gint64 id);

/** Takes @text over into *@place unless it is empty or there already; whether it was new. */
gboolean _gh_edit_merge_text (char **place, const char *text);

/** GhEditFunc: saves all of @activities (GPtrArray of GhActivity). */
gboolean _gh_edit_save_activities_cb (GhStore *store, gpointer activities, GError **error);
/** GhEditFunc: saves all of @quotas (GPtrArray of GhQuota); a value below 0 empties the cell. */
gboolean _gh_edit_save_quotas_cb (GhStore *store, gpointer quotas, GError **error);

/** (transfer full): @plan with its live parts and fields turned into what they say in @dossier now.
 */
GhPlan *_gh_edit_freeze (GhDossier *dossier, const GhPlan *plan);
