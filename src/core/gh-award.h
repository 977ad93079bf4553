/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-date-span.h"

#include <glib.h>

/** GhAwardRound: a round of honouring with its period and the last day for dossiers. */
typedef struct
{
  gint64 id;
  gint64 campaign_id;
  char *name;
  char *audience;      /* who is honoured */
  GhDateSpan period;   /* achievements counted in it; empty = not said */
  GhDateSpan deadline; /* of the dossiers */
} GhAwardRound;

GhAwardRound *gh_award_round_new (const char *name);
GhAwardRound *gh_award_round_copy (const GhAwardRound *round);
void gh_award_round_free (GhAwardRound *round);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhAwardRound, gh_award_round_free)
