/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-edits.h"

/**
 * Brings what was read into a campaign of the same plan.
 * @store: (nullable): in a transaction; %NULL = only says what would be done
 * @dossier: of that campaign; @merge: (out)
 */
gboolean _gh_edit_merge_facts (GhStore *store,
                               const GhDossier *dossier,
                               const GhPlanReading *reading,
                               GhPlanMerge *merge,
                               GError **error);

/** (transfer full) */
GhAwardRound *_gh_edit_award_round (const GhAwardReading *reading);
