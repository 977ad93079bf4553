/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-proposal-private.h"

/* What was refused and corrected in a proposal, step by step, to be undone and done again. */

/* What a line was before a step, or after it once the step has been undone. */
typedef struct
{
  guint line;
  gboolean refused;
  char **values;
  gboolean joined; /* goes with the step below it */
} Step;

static void
step_clear (gpointer data)
{
  Step *step = data;

  g_clear_pointer (&step->values, g_strfreev);
}

GArray *
_gh_proposal_steps_new (void)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));

  g_array_set_clear_func (steps, step_clear);
  return steps;
}

static void
push (GArray *steps, const GhProposalLine *line, guint index, gboolean joined)
{
  Step step = { index, line->refused, g_strdupv (line->values), joined };

  g_array_append_val (steps, step);
}

void
_gh_proposal_begin_step (GhProposal *self, guint index, gboolean joined)
{
  g_array_set_size (self->undone, 0);
  push (self->done, _gh_proposal_line (self, index), index, joined);
}

static int
take_step (GhProposal *self, GArray *from, GArray *to)
{
  gboolean joined = from->len > 0;
  gboolean first = TRUE;
  int index = -1;

  while (joined)
    {
      Step *step = &g_array_index (from, Step, from->len - 1);
      GhProposalLine *line = _gh_proposal_line (self, step->line);

      index = (int) step->line;
      joined = step->joined;
      push (to, line, step->line, !first);
      g_strfreev (line->values);
      line->values = g_steal_pointer (&step->values);
      line->refused = step->refused;
      g_array_set_size (from, from->len - 1);
      first = FALSE;
    }
  return index;
}

gboolean
gh_proposal_can_undo (const GhProposal *self)
{
  return self->done->len > 0;
}

gboolean
gh_proposal_can_redo (const GhProposal *self)
{
  return self->undone->len > 0;
}

int
gh_proposal_undo (GhProposal *self)
{
  return take_step (self, self->done, self->undone);
}

int
gh_proposal_redo (GhProposal *self)
{
  return take_step (self, self->undone, self->done);
}

gboolean
gh_proposal_is_changed (const GhProposal *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const GhProposalLine *line = _gh_proposal_line (self, i);

      if (line->refused || line->values != NULL)
        return TRUE;
    }
  return FALSE;
}
