/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-dossier.h"

/**
 * GhCheckRun: one check of one dossier, in this thread or another. The dictionary of a workspace
 * takes one check at a time; others wait for it.
 */
typedef struct _GhChecker GhChecker;
typedef struct _GhCheckRun GhCheckRun;

/** The dictionary is read when the first plan is checked. */
GhChecker *gh_checker_new (void);
void gh_checker_unref (GhChecker *self);

/** @today: as of gh_check_run(); keeps references to @self and @dossier */
GhCheckRun *gh_check_run_new (GhChecker *self, GhDossier *dossier, guint32 today);
GhCheckRun *gh_check_run_ref (GhCheckRun *run);
void gh_check_run_unref (GhCheckRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhCheckRun, gh_check_run_unref)

/** Whether it is the check of @dossier on that day. */
gboolean gh_check_run_is_of (const GhCheckRun *run, const GhDossier *dossier, guint32 today);
/** Checks, if nobody has; any thread, more than once. */
void gh_check_run_finish (GhCheckRun *run);
/** (transfer full) (nullable) (element-type GhFinding): what was found, after
 * gh_check_run_finish(); %NULL the second time. */
GPtrArray *gh_check_run_steal (GhCheckRun *run);
