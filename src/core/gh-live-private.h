/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-summary.h"

/*
 * What the live blocks print, as blocks of their own (element-type GhBlock), appended to @blocks.
 * These are sentences of an official document: Vietnamese, whatever the language of the window.
 */
void gh_live_add_targets (const GhSummary *summary, GPtrArray *blocks);
void gh_live_add_quotas (const GhSummary *summary, GPtrArray *blocks);
void gh_live_add_calendar (const GhSummary *summary, GPtrArray *blocks);
void gh_live_add_sessions (const GhSummary *summary, GPtrArray *blocks);
void gh_live_add_tasks (const GhSummary *summary, GPtrArray *blocks);

/** (transfer full): "350", "200 – 300", "12,5": the figure of a target alone. */
char *gh_live_target_figure (const GhTarget *target);
