/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-award.h"
#include "gh-dossier.h"
#include "gh-plan-state.h"
#include "gh-register.h"

#include <gio/gio.h>

/**
 * GhStoreError: what a caller may have to tell apart. Messages are translated: show them.
 * @GH_STORE_ERROR_NOT_WORKSPACE: not a workspace (text renamed, other database, truncated)
 * @GH_STORE_ERROR_NEWER: written by a newer version
 * @GH_STORE_ERROR_DAMAGED: fails its integrity check; the message names the newest good backup
 * @GH_STORE_ERROR_HOSTILE: holds triggers, views or settings that ours never have
 * @GH_STORE_ERROR_READ_ONLY: cannot be written (folder or file read-only)
 * @GH_STORE_ERROR_FULL: the disk is full; nothing was changed
 * @GH_STORE_ERROR_BUSY: another program is writing
 * @GH_STORE_ERROR_CONFLICT: undo or redo: the row has changed since
 * @GH_STORE_ERROR_INVALID: refused by a rule of the data (constraint)
 * @GH_STORE_ERROR_NOT_FOUND: no such row
 * @GH_STORE_ERROR_IO: anything else
 */
typedef enum
{
  GH_STORE_ERROR_NOT_WORKSPACE,
  GH_STORE_ERROR_NEWER,
  GH_STORE_ERROR_DAMAGED,
  GH_STORE_ERROR_HOSTILE,
  GH_STORE_ERROR_READ_ONLY,
  GH_STORE_ERROR_FULL,
  GH_STORE_ERROR_BUSY,
  GH_STORE_ERROR_CONFLICT,
  GH_STORE_ERROR_INVALID,
  GH_STORE_ERROR_NOT_FOUND,
  GH_STORE_ERROR_IO,
} GhStoreError;
#define GH_STORE_ERROR (gh_store_error_quark ())
GQuark gh_store_error_quark (void);

/**
 * GhStore: an open workspace file. Used from the thread that opened it only (asserted).
 *
 * Invariants: (1) every change stands in a transaction with a label; (2) each transaction leaves
 * its rows' before and after in change_log by triggers; (3) a file is never left between two
 * schema versions.
 */
typedef struct _GhStore GhStore;

typedef enum
{
  GH_STORE_DEFAULT = 0,
  GH_STORE_READ_ONLY = 1 << 0, /* no holder record, no migration, no daily backup */
} GhStoreFlags;

/**
 * gh_store_create: makes a new workspace with the newest schema; refuses to overwrite.
 * @now: seconds since 1970, for the records it writes
 */
GhStore *gh_store_create (const char *path, gint64 now, GError **error);

/**
 * gh_store_open: opens, checks (header, schema, quick_check), backs up and migrates a workspace.
 * @now: seconds since 1970: decides about the daily backup
 */
GhStore *gh_store_open (const char *path, GhStoreFlags flags, gint64 now, GError **error);
void gh_store_close (GhStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhStore, gh_store_close)

const char *gh_store_get_path (GhStore *store);
/** A number that changes when another connection has written to the file (PRAGMA data_version). */
gint64 gh_store_get_data_version (GhStore *store);
/** Whether another program has written since gh_store_take_changes(). Cheap, and waits for nobody:
 * while the file is locked or cannot be read there is no news. */
gboolean gh_store_has_news (GhStore *store);
/** (transfer none) (nullable): why the daily backup could not be made when @store was opened; it
 * was opened all the same. Translated: show it. */
const char *gh_store_get_backup_problem (GhStore *store);

/* --- transactions, undo, history ------------------------------------------------------------ */

/** @label: what the clerk did, as undo will name it ("đổi chỉ tiêu Trường THPT Lê Lợi 20 → 25").
 * Transactions do not nest. @now: seconds since 1970, for the history. */
gboolean gh_store_begin (GhStore *store, const char *label, gint64 now, GError **error);
/** Writes to disk. A transaction that changed nothing leaves no trace. On failure all is as before
 * gh_store_begin() and the transaction is over. */
gboolean gh_store_commit (GhStore *store, GError **error);
void gh_store_rollback (GhStore *store);
gboolean gh_store_in_transaction (GhStore *store);

/** (transfer full) (nullable): label of what undo would take back, %NULL if nothing. */
char *gh_store_dup_undo_label (GhStore *store);
char *gh_store_dup_redo_label (GhStore *store);
/** Takes back the newest transaction not undone; outside of a transaction. @now as above.
 * GH_STORE_ERROR_CONFLICT if that is another one than the label was last given of. */
gboolean gh_store_undo (GhStore *store, gint64 now, GError **error);
gboolean gh_store_redo (GhStore *store, gint64 now, GError **error);

/** What was done so far made the workspace what it is at first (a template, the sample): it stays
 * in the history, but undo does not go back behind it. Outside of a transaction. */
gboolean gh_store_seal_history (GhStore *store, GError **error);

/** GhChange: one transaction of the history. */
typedef struct
{
  gint64 id;
  gint64 at; /* seconds since 1970 */
  char *who; /* user name and computer */
  char *label;
  guint n_rows;
  gboolean undone;
} GhChange;
void gh_change_free (GhChange *change);
/** (transfer full) (element-type GhChange): newest first, at most @limit. */
GPtrArray *gh_store_list_history (GhStore *store, guint limit, GError **error);

/* --- aggregates: save functions need an open transaction -------------------------------------
 * _list_/_load_ return new structs; _save_ inserts (id 0; sets the id) or updates.
 */

/** (transfer full) (element-type GhCampaign): newest year first, then newest id. */
GPtrArray *gh_store_list_campaigns (GhStore *store, GError **error);
GhCampaign *gh_store_load_campaign (GhStore *store, gint64 id, GError **error);
gboolean gh_store_save_campaign (GhStore *store, GhCampaign *campaign, GError **error);
/** With its plan, targets, quotas, activities, sessions and results. */
gboolean gh_store_delete_campaign (GhStore *store, gint64 id, GError **error);

GPtrArray *gh_store_list_units (GhStore *store, GError **error);
gboolean gh_store_save_unit (GhStore *store, GhUnit *unit, GError **error);
/** Refused with GH_STORE_ERROR_INVALID while units stand below it. */
gboolean gh_store_delete_unit (GhStore *store, gint64 id, GError **error);

GPtrArray *gh_store_list_targets (GhStore *store, gint64 campaign_id, GError **error);
gboolean gh_store_save_target (GhStore *store, GhTarget *target, GError **error);
gboolean gh_store_delete_target (GhStore *store, gint64 id, GError **error);

GPtrArray *gh_store_list_quotas (GhStore *store, gint64 campaign_id, GError **error);
/** One quota a unit, indicator and campaign: replaces the one there is; sets the id. Each change of
 * a value is kept in quota_revision with the transaction's label as reason. */
gboolean gh_store_save_quota (GhStore *store, GhQuota *quota, GError **error);
/** Empties the cell. */
gboolean gh_store_clear_quota (GhStore *store,
                               gint64 campaign_id,
                               gint64 unit_id,
                               GhIndicator indicator,
                               GError **error);

GPtrArray *gh_store_list_activities (GhStore *store, gint64 campaign_id, GError **error);
gboolean gh_store_save_activity (GhStore *store, GhActivity *activity, GError **error);
gboolean gh_store_delete_activity (GhStore *store, gint64 id, GError **error);

GPtrArray *gh_store_list_sessions (GhStore *store, gint64 campaign_id, GError **error);
gboolean gh_store_save_session (GhStore *store, GhDonationSession *session, GError **error);
gboolean gh_store_delete_session (GhStore *store, gint64 id, GError **error);

GPtrArray *gh_store_list_results (GhStore *store, gint64 campaign_id, GError **error);
/** One result a unit and session: replaces the one there is. */
gboolean gh_store_save_result (GhStore *store, GhResult *result, GError **error);
gboolean gh_store_delete_result (GhStore *store, gint64 id, GError **error);

GhPlan *gh_store_load_plan (GhStore *store, gint64 campaign_id, GError **error);
/** Saves the whole plan, but writes (and logs) only the rows that differ. */
gboolean gh_store_save_plan (GhStore *store, GhPlan *plan, GError **error);

/** (transfer full) (element-type GhPlanVersion): each time the plan was issued, oldest first;
 * without their texts. */
GPtrArray *gh_store_list_versions (GhStore *store, gint64 campaign_id, GError **error);
/** @version: 0 = the newest; GH_STORE_ERROR_NOT_FOUND if there is none. With its text. */
GhPlanVersion *
gh_store_load_version (GhStore *store, gint64 campaign_id, int version, GError **error);
/** (transfer full): the PDF that was kept when @version (0 = the newest) was issued, byte by byte;
 * GH_STORE_ERROR_DAMAGED if it is no longer the one that was issued. */
GBytes *gh_store_load_paper (GhStore *store, gint64 campaign_id, int version, GError **error);
/** Adds the next version of the campaign's plan, which must be saved; sets id and number of
 * @version. @paper: (nullable): its PDF; kept once, however often it is the same. */
gboolean
gh_store_add_version (GhStore *store, GhPlanVersion *version, GBytes *paper, GError **error);
/** Why the version @id was amended. */
gboolean
gh_store_set_version_reason (GhStore *store, gint64 id, const char *reason, GError **error);

/** (transfer full) (element-type GhDocumentSeries): all registers with their numbers, newest year
 * first; among the numbers those of plans that bear one and that nobody entered (id 0). */
GPtrArray *gh_store_list_series (GhStore *store, GError **error);
/** (transfer full): the register of @committee in @year; an empty one if there is none yet. */
GhDocumentSeries *
gh_store_load_series (GhStore *store, const char *committee, int year, GError **error);
/** Enters @number in the register of @committee and @year, which is begun if need be; sets its id.
 * GH_STORE_ERROR_CONFLICT, naming the document, if another one has it; the campaign that has it
 * already keeps it. @symbol: what follows the number ("KH-BCĐ"). */
gboolean gh_store_take_number (GhStore *store,
                               const char *committee,
                               int year,
                               const char *symbol,
                               GhDocumentNumber *number,
                               GError **error);
/** Whether @number is one and free in @series, or had by @campaign_id (0 = nobody) itself; else as
 * gh_store_take_number(). */
gboolean gh_store_check_number (const GhDocumentSeries *series,
                                int number,
                                gint64 campaign_id,
                                GError **error);
/** Strikes an entry off the register. */
gboolean gh_store_release_number (GhStore *store, gint64 id, GError **error);

/** GhIgnored: a finding of the checker that the clerk lets stand, by its code and the words it was
 * about (gh_finding_get_words()). */
typedef struct
{
  char *code;
  char *words;
} GhIgnored;
GhIgnored *gh_ignored_new (const char *code, const char *words);
void gh_ignored_free (GhIgnored *ignored);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhIgnored, gh_ignored_free)
/** (transfer full) (element-type GhIgnored): of the campaign's plan. */
GPtrArray *gh_store_list_ignored (GhStore *store, gint64 campaign_id, GError **error);
/** Ignores it, or (@set %FALSE) no longer. The campaign's plan must have been saved. */
gboolean gh_store_set_ignored (GhStore *store,
                               gint64 campaign_id,
                               const GhIgnored *ignored,
                               gboolean set,
                               GError **error);

GPtrArray *gh_store_list_award_rounds (GhStore *store, gint64 campaign_id, GError **error);
gboolean gh_store_save_award_round (GhStore *store, GhAwardRound *round, GError **error);
/** Refused with GH_STORE_ERROR_INVALID while somebody is proposed in it. */
gboolean gh_store_delete_award_round (GhStore *store, gint64 id, GError **error);

GPtrArray *gh_store_list_budget_lines (GhStore *store, gint64 campaign_id, GError **error);
/** Refused with GH_STORE_ERROR_INVALID if a figure, or quantity times price, is too large. */
gboolean gh_store_save_budget_line (GhStore *store, GhBudgetLine *line, GError **error);
gboolean gh_store_delete_budget_line (GhStore *store, gint64 id, GError **error);

/** Everything of a campaign in one read transaction. @campaign_id: 0 = the newest; when there is no
 * campaign at all: GH_STORE_ERROR_NOT_FOUND. */
GhDossier *gh_store_load_dossier (GhStore *store, gint64 campaign_id, GError **error);

/** GhDossierParts: what a dossier is put together from. */
typedef enum
{
  GH_DOSSIER_NOTHING = 0,
  GH_DOSSIER_CAMPAIGN = 1 << 0,
  GH_DOSSIER_PLAN = 1 << 1,
  GH_DOSSIER_UNITS = 1 << 2,
  GH_DOSSIER_TARGETS = 1 << 3,
  GH_DOSSIER_QUOTAS = 1 << 4,
  GH_DOSSIER_ACTIVITIES = 1 << 5,
  GH_DOSSIER_SESSIONS = 1 << 6,
  GH_DOSSIER_RESULTS = 1 << 7,
  GH_DOSSIER_AWARDS = 1 << 8,
  GH_DOSSIER_BUDGET = 1 << 9,
  GH_DOSSIER_ALL = (1 << 10) - 1,
} GhDossierParts;

/** What has changed since the last call, or since @store was opened: by its own transactions, undo
 * and redo, and by other programs. What the history does not tell (who has the file open) is no
 * change. Everything, if it cannot be read. */
GhDossierParts gh_store_take_changes (GhStore *store);
/** The moment of the last gh_store_take_changes(). */
GhMoment gh_store_get_moment (GhStore *store);
/**
 * gh_store_check_meanwhile: the guard of two writers; at the end of a transaction. Refuses with
 * GH_STORE_ERROR_CONFLICT, naming the change, if what it has changed was changed after @since too:
 * the same row, the same cell of the quotas, the same plan; or anything of @reads, which is what
 * the edit was worked out from. Other rows may have changed: the edit stands beside them.
 */
gboolean gh_store_check_meanwhile (GhStore *store,
                                   const GhMoment *since,
                                   GhDossierParts reads,
                                   GError **error);
/** @old with @parts (as gh_store_take_changes() told) read anew; it shares the others with @old.
 * Everything is read if somebody has written since, so that all of it is of one moment. */
GhDossier *
gh_store_reload_dossier (GhStore *store, GhDossier *old, GhDossierParts parts, GError **error);

/* --- the file ------------------------------------------------------------------------------- */

typedef void (*GhStoreProgress) (double fraction, gpointer user_data);

/** Copies the workspace as it is now (SQLite's backup), verifies the copy, then renames it to
 * @path. Of files that are there already it replaces only an older copy of the same workspace, and
 * only at the end; GH_STORE_ERROR_IO refuses others, GH_STORE_ERROR_BUSY one that is open. */
gboolean gh_store_backup (GhStore *store,
                          const char *path,
                          GhStoreProgress progress,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error);
/** Verifies @copy (a workspace) and makes a workspace of it at @path; refuses to overwrite unless
 * @replace, and then keeps the replaced file beside it as a dated backup; GH_STORE_ERROR_BUSY while
 * a program on this computer has it open. */
gboolean
gh_store_restore (const char *copy, const char *path, gboolean replace, gint64 now, GError **error);
/** Full integrity, foreign keys, schema: TRUE if @path is a sound workspace. Only reads, except
 * that a commit that was interrupted is taken back first, as any opening does. */
gboolean gh_store_verify (const char *path, GError **error);

/** GhHolder: who has the workspace open. */
typedef struct
{
  char *user;
  char *host;
  gint64 pid;
  gint64 since; /* seconds since 1970 */
} GhHolder;
void gh_holder_free (GhHolder *holder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhHolder, gh_holder_free)
/** (transfer full) (nullable): the other holder whose record was found when @store was opened,
 * unless it is certainly gone (same computer, no such process). */
GhHolder *gh_store_dup_other_holder (GhStore *store);

/** GhFolderKind: kinds of folder a clerk should be warned about. */
typedef enum
{
  GH_FOLDER_LOCAL,
  GH_FOLDER_NETWORK,
  GH_FOLDER_CLOUD, /* OneDrive, Google Drive, Dropbox … */
} GhFolderKind;
GhFolderKind gh_store_folder_kind (const char *path);
