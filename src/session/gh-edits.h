/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-office.h"
#include "gh-roll.h"
#include "gh-workspace.h"

/*
 * The edits a clerk makes, each one transaction with the label that undo shows. Structs given in
 * are borrowed; campaign_id is filled in with the current campaign, and a new row's id set. All
 * return FALSE with @error and nothing changed: GH_STORE_ERROR_CONFLICT, and the workspace is read
 * again, if another program has changed the same rows since they were read. Changes of other rows
 * stand in nobody's way.
 */
gboolean gh_edit_save_campaign (GhWorkspace *workspace, const GhCampaign *campaign, GError **error);
/** The same for a window that has been open for a while: @base is what the workspace showed when
 * @campaign was copied from it, %NULL = what it shows now. */
gboolean gh_edit_save_campaign_from (GhWorkspace *workspace,
                                     const GhDossier *base,
                                     const GhCampaign *campaign,
                                     GError **error);
/** A new campaign from a template, becoming the current one. */
gboolean
gh_edit_new_campaign (GhWorkspace *workspace, const char *template_key, int year, GError **error);
/** The same, begun with the names and signers of @office. */
gboolean gh_edit_new_campaign_for (GhWorkspace *workspace,
                                   const char *template_key,
                                   int year,
                                   const GhOffice *office,
                                   GError **error);
/** (transfer full): what rolling the current campaign forward to @year would change; only reads. */
GhRollPlan *gh_edit_plan_roll (GhWorkspace *workspace, int year, GError **error);
/** Makes the campaign that @roll leads to, beside the one it came from, and goes to it. Refused if
 * another program has changed that campaign since. */
gboolean gh_edit_roll_campaign (GhWorkspace *workspace, const GhRollPlan *roll, GError **error);
gboolean gh_edit_delete_campaign (GhWorkspace *workspace, gint64 id, GError **error);

/** @value: -1 empties the cell. A figure set by hand becomes locked. */
gboolean gh_edit_set_quota (GhWorkspace *workspace,
                            gint64 unit_id,
                            GhIndicator indicator,
                            gint64 value,
                            GError **error);
gboolean gh_edit_lock_quota (GhWorkspace *workspace,
                             gint64 unit_id,
                             GhIndicator indicator,
                             gboolean locked,
                             GError **error);
/** Several pasted cells, one transaction. (element-type GhQuota) */
gboolean gh_edit_set_quotas (GhWorkspace *workspace, const GPtrArray *quotas, GError **error);

/**
 * GhAllocation: an allocation asked for.
 * @total: what to share out; @minimum, @maximum: for each unit, -1 = none
 * @parent_id: only the leaves below this unit, 0 = all
 * @replace_locked: also rows locked by hand
 */
typedef struct
{
  GhIndicator indicator;
  gint64 total;
  GhQuotaRule rule;
  gint64 minimum;
  gint64 maximum;
  gint64 parent_id;
  gboolean replace_locked;
  const GHashTable *weights; /* unit id → gint64*, for GH_QUOTA_RULE_WEIGHT; else NULL */
} GhAllocation;

/** (transfer full) (element-type GhQuota): what the leaves would get, nothing stored. */
GPtrArray *
gh_edit_preview_allocation (GhWorkspace *workspace, const GhAllocation *allocation, GError **error);
gboolean gh_edit_allocate (GhWorkspace *workspace, const GhAllocation *allocation, GError **error);

gboolean gh_edit_save_unit (GhWorkspace *workspace, GhUnit *unit, GError **error);
/** @base: (nullable): as for gh_edit_save_campaign_from(). */
gboolean gh_edit_save_unit_from (GhWorkspace *workspace,
                                 const GhDossier *base,
                                 GhUnit *unit,
                                 GError **error);
gboolean gh_edit_delete_unit (GhWorkspace *workspace, gint64 id, GError **error);
gboolean gh_edit_save_target (GhWorkspace *workspace, GhTarget *target, GError **error);
gboolean gh_edit_delete_target (GhWorkspace *workspace, gint64 id, GError **error);
gboolean gh_edit_save_activity (GhWorkspace *workspace, GhActivity *activity, GError **error);
/** @base: (nullable): as for gh_edit_save_campaign_from(). */
gboolean gh_edit_save_activity_from (GhWorkspace *workspace,
                                     const GhDossier *base,
                                     GhActivity *activity,
                                     GError **error);
gboolean gh_edit_delete_activity (GhWorkspace *workspace, gint64 id, GError **error);
gboolean gh_edit_set_activity_state (GhWorkspace *workspace,
                                     gint64 id,
                                     GhActivityState state,
                                     GError **error);
/** Puts standing days of the campaign's year into its calendar, one transaction; those that stand
 * there already are left as they are. (element-type GhObservance, of gh_observances()) */
gboolean
gh_edit_add_observances (GhWorkspace *workspace, const GPtrArray *observances, GError **error);
gboolean gh_edit_save_session (GhWorkspace *workspace, GhDonationSession *session, GError **error);
gboolean gh_edit_save_result (GhWorkspace *workspace, GhResult *result, GError **error);

gboolean gh_edit_save_award_round (GhWorkspace *workspace, GhAwardRound *round, GError **error);
gboolean gh_edit_delete_award_round (GhWorkspace *workspace, gint64 id, GError **error);
gboolean gh_edit_save_budget_line (GhWorkspace *workspace, GhBudgetLine *line, GError **error);
gboolean gh_edit_delete_budget_line (GhWorkspace *workspace, gint64 id, GError **error);
/** The line at @index of the budget and its neighbour at @index + @step change places. */
gboolean gh_edit_move_budget_line (GhWorkspace *workspace, guint index, int step, GError **error);

/** @label: what changed in the plan ("sửa trích yếu", "thêm mục"); NULL = "sửa kế hoạch". Refused
 * if the plan was issued, which freezes it, or if @plan has another state: the ways of the state
 * are those of gh-issue.h. The plan is saved whole: any change of it by another program since it
 * was read is a conflict. */
gboolean
gh_edit_save_plan (GhWorkspace *workspace, const GhPlan *plan, const char *label, GError **error);

/** Applies the fix of a finding of gh_workspace_get_findings(). Refused if the text is no longer
 * what the fix expects, or frozen. */
gboolean gh_edit_apply_fix (GhWorkspace *workspace, const GhFix *fix, GError **error);
/** The same for what gh_plan_replace() made; undo calls it as @fix is labelled. */
gboolean gh_edit_replace_text (GhWorkspace *workspace, const GhFix *fix, GError **error);
/** Applies all safe fixes, one transaction. @code: (nullable): only of findings of this code.
 * @n: (out): how many; with none nothing is written. */
gboolean
gh_edit_apply_safe_fixes (GhWorkspace *workspace, const char *code, guint *n, GError **error);

/** Lets a finding stand: it is not shown any more as long as its sentence says the same. */
gboolean gh_edit_ignore_finding (GhWorkspace *workspace, const GhFinding *finding, GError **error);
/** Shows everything again that was ignored in the current campaign; one transaction. */
gboolean gh_edit_heed_findings (GhWorkspace *workspace, GError **error);

/** Campaign of the same plan, accepted before and not changed since; 0 if there is none. Only
 * reads. */
gint64 gh_edit_find_plan (GhWorkspace *workspace, const GhPlanReading *reading);
/**
 * GhPlanMerge: what accepting a plan does that was accepted before.
 * @campaign_id: its campaign, 0 = it is a new one, and the rest is 0
 * @added: facts that are not there; @changed: facts that were corrected in @reading
 * @kept: facts that are read otherwise than they stand there, where somebody corrected them
 */
typedef struct
{
  gint64 campaign_id;
  guint added;
  guint changed;
  guint kept;
} GhPlanMerge;

/** Accepts a plan reading as a campaign of its own, which becomes the current one. The empty
 * campaign that a new workspace begins with makes room for it. A plan that was accepted before and
 * not changed since is not taken over twice: its campaign becomes the current one, and targets,
 * calendar and award rounds are merged with those that stand there; what was deleted there counts
 * as not there. */
gboolean gh_edit_accept_plan (GhWorkspace *workspace, const GhPlanReading *reading, GError **error);
/** The same. @dry_run: only says what would be done; @merge: (out) (optional) */
gboolean gh_edit_merge_plan (GhWorkspace *workspace,
                             const GhPlanReading *reading,
                             gboolean dry_run,
                             GhPlanMerge *merge,
                             GError **error);
/** Accepts a plan reading as the only campaign of a new workspace at @path. If that fails, no file
 * is left there. */
gboolean gh_edit_accept_plan_as (const char *path, const GhPlanReading *reading, GError **error);

/** GhMergeCounts: what an import of rows did or would do. */
typedef struct
{
  guint added;
  guint changed;
  guint unchanged;
  guint refused;
} GhMergeCounts;
/** Units are matched by folded name below the same parent (a file that names no parents at all: by
 * name, where it is the only one); parents named but absent are made. What the file leaves empty
 * erases nothing, and the second run of the same file changes nothing. Rows whose parents lead back
 * to them are refused and added to reading->problems.
 * @dry_run: counts only. @counts: (out) (optional) */
gboolean gh_edit_accept_units (GhWorkspace *workspace,
                               const GhUnitReading *reading,
                               gboolean dry_run,
                               GhMergeCounts *counts,
                               GError **error);

/** GhMergeFate: what becomes of a row. */
typedef enum
{
  GH_MERGE_ADDED,
  GH_MERGE_CHANGED,
  GH_MERGE_SAME,
  GH_MERGE_REFUSED,
} GhMergeFate;

/**
 * GhUnitMerge: what an import of units does with a row of the file.
 * @row: 1-based, 0 = a parent that rows name but nobody describes
 * @before: (nullable): the unit of the workspace as the rows above leave it; %NULL = a new one
 * @after: the unit as this row leaves it; as read, if it is refused
 * @parent: name of the unit above it, "" = at the top
 * @reason: why it is refused, ""
 */
typedef struct
{
  guint row;
  GhMergeFate fate;
  GhUnit *before;
  GhUnit *after;
  char *parent;
  char *reason;
} GhUnitMerge;
void gh_unit_merge_free (GhUnitMerge *merge);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhUnitMerge, gh_unit_merge_free)

/** (transfer full) (element-type GhUnitMerge): what gh_edit_accept_units() would do, in the order
 * of the file. Nothing is stored, and reading->problems stay as they are. */
GPtrArray *
gh_edit_preview_units (GhWorkspace *workspace, const GhUnitReading *reading, GError **error);
/** Rows whose unit is not known, or whose name several units bear, are refused and added to
 * reading->problems. */
gboolean gh_edit_accept_quotas (GhWorkspace *workspace,
                                GhQuotaReading *reading,
                                gboolean dry_run,
                                GhMergeCounts *counts,
                                GError **error);
/** The same title on the same days is the same entry; what the file leaves empty erases nothing. */
gboolean gh_edit_accept_calendar (GhWorkspace *workspace,
                                  const GhCalendarReading *reading,
                                  gboolean dry_run,
                                  GhMergeCounts *counts,
                                  GError **error);
