/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-workspace.h"

/** Takes over @store; its newest campaign is the current one. */
GhWorkspace *_gh_workspace_new (GhStore *store);

/**
 * GhEdit: an edit, and what the clerk saw when she made it.
 * @campaign_id: (nullable): if *@campaign_id is not 0 after @func, it is the current campaign when
 *   "changed" is emitted
 * @base: (nullable): the dossier that the edit was made on; %NULL: what the workspace shows now
 * @reads: what else of @base it was worked out from (the units a total is shared out to)
 */
typedef struct
{
  const char *label;
  GhEditFunc func;
  gpointer user_data;
  const gint64 *campaign_id;
  const GhDossier *base;
  GhDossierParts reads;
} GhEdit;

/**
 * The one way into the file. What another program has changed since @base in the same rows, or in
 * what the edit @reads, is not overwritten: GH_STORE_ERROR_CONFLICT, nothing changed, and the
 * workspace is read again.
 */
gboolean _gh_workspace_run_edit (GhWorkspace *self, const GhEdit *edit, GError **error);
