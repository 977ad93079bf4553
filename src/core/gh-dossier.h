/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-activity.h"
#include "gh-award.h"
#include "gh-budget.h"
#include "gh-plan.h"
#include "gh-quota.h"
#include "gh-result.h"
#include "gh-target.h"
#include "gh-unit.h"

#include <glib.h>

typedef enum
{
  GH_CAMPAIGN_DRAFT,   /* "draft" */
  GH_CAMPAIGN_RUNNING, /* "running" */
  GH_CAMPAIGN_CLOSED,  /* "closed" */
} GhCampaignState;

const char *gh_campaign_state_to_string (GhCampaignState state);
gboolean gh_campaign_state_from_string (const char *text, GhCampaignState *state);

/**
 * GhCampaign: one campaign (đợt, chiến dịch).
 * @name: short, for switchers: "Xuân hồng 2027"
 * @theme: slogan of the campaign, ""
 * @period: from start to end; empty = not said
 * @convention: what a blood unit is in it
 */
typedef struct
{
  gint64 id;
  char *name;
  int year;
  char *theme;
  GhDateSpan period;
  GhCampaignState state;
  GhUnitConvention convention;
} GhCampaign;

GhCampaign *gh_campaign_new (const char *name, int year);
GhCampaign *gh_campaign_copy (const GhCampaign *campaign);
void gh_campaign_free (GhCampaign *campaign);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhCampaign, gh_campaign_free)

/** GhMoment: a point in the history of a workspace file, as the store counts; both 0: its start. */
typedef struct
{
  gint64 set_id;
  gint64 event_id;
} GhMoment;

/**
 * GhDossier (hồ sơ đợt): everything of one campaign as the store read it, at one moment. Nobody
 * changes it after it is made, so a job in another thread may hold a reference and read.
 */
typedef struct
{
  gatomicrefcount ref_count;
  GhMoment moment; /* when it was read */
  GhCampaign *campaign;
  GhPlan *plan;
  GPtrArray *units;      /* GhUnit */
  GPtrArray *targets;    /* GhTarget, by position */
  GPtrArray *quotas;     /* GhQuota */
  GPtrArray *activities; /* GhActivity, in calendar order */
  GPtrArray *sessions;   /* GhDonationSession, by date */
  GPtrArray *results;    /* GhResult */
  GPtrArray *awards;     /* GhAwardRound, by deadline */
  GPtrArray *budget;     /* GhBudgetLine, by position */
} GhDossier;

/** Empty arrays with their free functions; campaign and plan owned from now on. */
GhDossier *gh_dossier_new (GhCampaign *campaign, GhPlan *plan);
/** (transfer full): @dossier with another @plan, which it owns; all else is shared with it. */
GhDossier *gh_dossier_with_plan (GhDossier *dossier, GhPlan *plan);
GhDossier *gh_dossier_ref (GhDossier *dossier);
void gh_dossier_unref (GhDossier *dossier);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhDossier, gh_dossier_unref)

/** (nullable): borrowed from @dossier. */
const GhActivity *gh_dossier_find_activity (const GhDossier *dossier, gint64 id);
