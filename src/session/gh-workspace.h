/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-check.h"
#include "gh-export.h"
#include "gh-live.h"
#include "gh-office.h"
#include "gh-proposal.h"
#include "gh-search.h"
#include "gh-store.h"
#include "gh-summary.h"

#include <gio/gio.h>

/**
 * GhWorkspace: the open workspace with its current campaign: the one object window and command
 * line work on. Main thread only; long work runs as a GhJob on a GhDossier.
 *
 * Signals: "changed" (after every commit, undo, redo and change of campaign: reload what you show).
 *   "checked" (a check that gh_workspace_start_check() began is done).
 * Properties (all notify): "undo-label", "redo-label" (nullable strings), "campaign-id" (int64),
 *   "last-saved" (int64, seconds since 1970, 0 = nothing yet).
 */
#define GH_TYPE_WORKSPACE (gh_workspace_get_type ())
G_DECLARE_FINAL_TYPE (GhWorkspace, gh_workspace, GH, WORKSPACE, GObject)

/** GhClock: where "now" comes from, so that tests can set it. Seconds since 1970. */
typedef gint64 (*GhClock) (gpointer user_data);

/** Opens a workspace and its newest campaign. With GH_STORE_READ_ONLY edits are refused. */
GhWorkspace *gh_workspace_open (const char *path, GhStoreFlags flags, GError **error);
/** New workspace with what @template_key makes (NULL or "empty" = one empty campaign of @year);
 * "sample" = the complete sample campaign. */
GhWorkspace *
gh_workspace_create (const char *path, const char *template_key, int year, GError **error);
/** The same, begun with the names and signers of @office (which the sample has of its own). */
GhWorkspace *gh_workspace_create_for (const char *path,
                                      const char *template_key,
                                      int year,
                                      const GhOffice *office,
                                      GError **error);

const char *gh_workspace_get_path (GhWorkspace *self);
/** Borrowed; for reading, and for saving inside a GhEditFunc. */
GhStore *gh_workspace_get_store (GhWorkspace *self);
/** Today as a Julian day and now in seconds; GIOTHONG_TODAY=2027-01-15 in the environment sets it.
 */
guint32 gh_workspace_get_today (GhWorkspace *self);
gint64 gh_workspace_get_now (GhWorkspace *self);
/** @clock: %NULL = the computer's (see gh_setup_now()). Emits "changed", as due dates may move. */
void gh_workspace_set_clock (GhWorkspace *self, GhClock clock, gpointer user_data);

/** 0 if there is no campaign. */
gint64 gh_workspace_get_campaign_id (GhWorkspace *self);
gboolean gh_workspace_set_campaign_id (GhWorkspace *self, gint64 id, GError **error);

/** (transfer none): the current campaign as read after the last change; %NULL without a campaign.
 * Read lazily and cached until "changed". Take a reference to keep it. */
GhDossier *gh_workspace_get_dossier (GhWorkspace *self);
/** As gh_workspace_get_dossier(), but says why there is none. */
GhDossier *gh_workspace_load_dossier (GhWorkspace *self, GError **error);
/** (transfer none): sums of the dossier, cached the same way; %NULL without a campaign. */
const GhSummary *gh_workspace_get_summary (GhWorkspace *self);
/** (transfer none) (element-type GhFinding): what the checker says, cached the same way; empty
 * without a campaign. */
const GPtrArray *gh_workspace_get_findings (GhWorkspace *self);

/**
 * gh_workspace_start_check:
 *
 * Checks in another thread what gh_workspace_get_findings() would check in this one: in a plan of
 * two hundred pages a clerk who types would feel that. One check at a time; what changes meanwhile
 * is checked after it, if this was called again. Needs a running main loop.
 *
 * Returns: %TRUE if the findings are at hand already, %FALSE if "checked" will say so
 */
gboolean gh_workspace_start_check (GhWorkspace *self);
/** (transfer none) (element-type GhFinding): what the checker says and the clerk lets stand
 * (gh_edit_ignore_finding()); not among gh_workspace_get_findings(). */
const GPtrArray *gh_workspace_get_ignored (GhWorkspace *self);

/** The body of an edit: saves through @store; %FALSE rolls everything back. */
typedef gboolean (*GhEditFunc) (GhStore *store, gpointer user_data, GError **error);

/** One edit: one transaction with @label, on disk when it returns; then "changed" is emitted. */
gboolean gh_workspace_edit (GhWorkspace *self,
                            const char *label,
                            GhEditFunc func,
                            gpointer user_data,
                            GError **error);
gboolean gh_workspace_undo (GhWorkspace *self, GError **error);
gboolean gh_workspace_redo (GhWorkspace *self, GError **error);
const char *gh_workspace_get_undo_label (GhWorkspace *self);
const char *gh_workspace_get_redo_label (GhWorkspace *self);
/** Reads anew if another program has written to the file; emits "changed" then. */
gboolean gh_workspace_refresh (GhWorkspace *self);
/** Emits "changed" if a new day has begun since the workspace was opened or this was called last:
 * what is due and what is late has moved. */
void gh_workspace_follow_day (GhWorkspace *self);
