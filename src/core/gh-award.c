/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-award.h"

GhAwardRound *
gh_award_round_new (const char *name)
{
  GhDateSpan empty = GH_DATE_SPAN_INIT;
  GhAwardRound *round = g_new0 (GhAwardRound, 1);

  round->name = g_strdup (name);
  round->audience = g_strdup ("");
  round->period = empty;
  round->deadline = empty;
  return round;
}

GhAwardRound *
gh_award_round_copy (const GhAwardRound *round)
{
  GhAwardRound *copy = g_memdup2 (round, sizeof *round);

  copy->name = g_strdup (round->name);
  copy->audience = g_strdup (round->audience);
  return copy;
}

void
gh_award_round_free (GhAwardRound *round)
{
  if (round == NULL)
    return;
  g_free (round->name);
  g_free (round->audience);
  g_free (round);
}
