/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-compare.h"
#include "gh-job.h"

/*
 * Issuing (ban hành). It goes in three steps, so that nothing that takes time holds the workspace:
 * a GhPaper is made of what the workspace holds and checked; its PDF is rendered, in any thread;
 * gh_edit_issue_plan() stores number, text and paper in one transaction, if the plan still says
 * what is printed on it.
 */

/** GhPaper: the plan as it is about to be issued: numbered, dated, its live parts and fields frozen
 * to what the data say now. */
typedef struct _GhPaper GhPaper;

/**
 * gh_paper_new: makes the paper of the current campaign's plan. Refused if the plan cannot be
 * issued in its state, or if another document has the number; what the checker finds is no refusal
 * here.
 * @day: date of issue, Julian day; @number: from 1
 */
GhPaper *gh_paper_new (GhWorkspace *workspace, guint32 day, int number, GError **error);
void gh_paper_free (GhPaper *paper);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhPaper, gh_paper_free)

/** (element-type GhFinding): the errors that stand in the way, on the paper as it would be signed.
 */
const GPtrArray *gh_paper_get_findings (const GhPaper *paper);
/** The worst of gh_paper_get_findings(). */
GhIssueBar gh_paper_get_bar (const GhPaper *paper);
/** "05/KH-BCĐ"; borrowed. */
const char *gh_paper_get_number (const GhPaper *paper);

/** Makes the PDF. In any thread; nobody else may use @paper meanwhile. */
gboolean gh_paper_render (GhPaper *paper,
                          GhExportProgress progress,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error);
/** A job that renders @paper, which it owns from now on; gh_job_steal_paper() when it is done. */
GhJob *gh_job_new_paper (GhPaper *paper);
GhPaper *gh_job_steal_paper (GhJob *self);

/**
 * gh_edit_issue_plan: issues the plan as it stands on @paper, which was rendered: state, number,
 * date, frozen text, an entry in the register and a version with its PDF, one transaction. Undo
 * takes all of it back.
 * @overrule: findings of GH_ISSUE_ASK were seen and are let stand; those of GH_ISSUE_FORBIDDEN
 * never are
 */
gboolean gh_edit_issue_plan (GhWorkspace *workspace,
                             const GhPaper *paper,
                             gboolean overrule,
                             GError **error);
/** Opens an issued plan for changes; what was issued stays as a version. @reason: why, not "". */
gboolean gh_edit_amend_plan (GhWorkspace *workspace, const char *reason, GError **error);
/** To the signer, or (%FALSE) back from there to a draft. */
gboolean gh_edit_submit_plan (GhWorkspace *workspace, gboolean submit, GError **error);

/**
 * gh_issue_load_series: the register that the plan would be entered in on @day.
 * @suggested: (out) (optional): the number written in the plan if nobody has it, else the next one
 */
GhDocumentSeries *
gh_issue_load_series (GhWorkspace *workspace, guint32 day, int *suggested, GError **error);
/** (transfer full): what a clerk should know of a register: numbers left out, numbers twice; "" =
 * nothing. */
char *gh_issue_describe_series (const GhDocumentSeries *series);

/** Enters a document from elsewhere in a register; sets its id. Refused if its date is of another
 * year than the register. */
gboolean gh_edit_add_number (GhWorkspace *workspace,
                             const GhDocumentSeries *series,
                             GhDocumentNumber *number,
                             GError **error);
/** Strikes it off again. Refused while the number is that of a plan in this workspace. */
gboolean
gh_edit_release_number (GhWorkspace *workspace, const GhDocumentNumber *number, GError **error);

/** (transfer full) (element-type GhPlanVersion): oldest first; see gh_store_list_versions(). */
GPtrArray *gh_workspace_list_versions (GhWorkspace *workspace, GError **error);
/** (transfer full): the PDF kept of @version of the current campaign's plan, 0 = the newest. */
GBytes *gh_workspace_dup_version_pdf (GhWorkspace *workspace, int version, GError **error);
/** (transfer full): the text of the plan as it is now, a paragraph a line. */
char *gh_workspace_dup_plan_text (GhWorkspace *workspace, GError **error);
/** (transfer full) (element-type GhCompareLine): what has changed from @version (0 = the newest) to
 * @other (0 = the plan as it is now). */
GPtrArray *gh_workspace_compare (GhWorkspace *workspace, int version, int other, GError **error);
