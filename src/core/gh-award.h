/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-date-span.h"

/** GhAwardRound: a round of honouring (đợt khen thưởng) with its period and the last day for
 * dossiers.
 * @audience: who is honoured, in words
 * @period: achievements are counted in it; empty = not said
 * @deadline: of the dossiers; empty = not said
 */
typedef struct
{
  gint64 id;
  gint64 campaign_id;
  char *name;
  char *audience;
  GhDateSpan period;
  GhDateSpan deadline;
} GhAwardRound;

GhAwardRound *gh_award_round_new (const char *name);
GhAwardRound *gh_award_round_copy (const GhAwardRound *round);
void gh_award_round_free (GhAwardRound *round);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhAwardRound, gh_award_round_free)
