/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-workspace.h"

/**
 * As gh_workspace_edit(), for edits that make a campaign: if *@campaign_id is not 0 after @func, it
 * is the current one when "changed" is emitted.
 */
gboolean _gh_workspace_edit_into (GhWorkspace *self,
                                  const char *label,
                                  GhEditFunc func,
                                  gpointer user_data,
                                  const gint64 *campaign_id,
                                  GError **error);
