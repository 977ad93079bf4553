/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "gh-proposal-private.h"
#include "gh-text.h"

/* The lines of a proposal: made from a reading, refused, corrected. */

static void
line_free (gpointer data)
{
  GhProposalLine *line = data;

  g_strfreev (line->original);
  g_strfreev (line->values);
  g_free (line);
}

const char *
gh_proposal_group_name (GhProposalGroup group)
{
  static const char *const names[GH_N_PROPOSAL_GROUPS] = {
    N_("Please look at these places"),
    N_("Campaign and head"),
    N_("Legal bases"),
    N_("Targets"),
    N_("Events"),
    N_("Deadlines"),
    N_("Tasks by organisation"),
    N_("Award rounds"),
    N_("Recipients"),
  };

  g_return_val_if_fail (group < GH_N_PROPOSAL_GROUPS, "");
  return _(names[group]);
}

/* --- making ----------------------------------------------------------------------------------- */

static GhProposalLine *
line_new (GhProposalGroup group, gpointer element)
{
  GhProposalLine *line = g_new0 (GhProposalLine, 1);

  line->group = group;
  line->element = element;
  line->passage = -1;
  return line;
}

static void
add_head (GhProposal *self)
{
  for (guint i = 0; i < _gh_n_head_fields; i++)
    {
      const GhHeadField *field = &_gh_head_fields[i];
      GhProposalLine *line =
        line_new (GH_PROPOSAL_HEAD, field->of_campaign ? (gpointer) self->reading->campaign
                                                       : (gpointer) self->reading->plan);

      line->head = field;
      line->original = _gh_line_read (line, line->element);
      if (field->always || *line->original[0] != '\0')
        g_ptr_array_add (self->lines, line);
      else
        line_free (line);
    }
}

static gboolean
is_deadline (const GhActivity *activity)
{
  return activity->kind == GH_ACTIVITY_DEADLINE || activity->span.before;
}

static void
add_group (GhProposal *self, GhProposalGroup group, const GhLineType *type, GPtrArray *elements)
{
  for (guint i = 0; i < elements->len; i++)
    {
      gpointer element = g_ptr_array_index (elements, i);
      GhProposalLine *line;

      if ((group == GH_PROPOSAL_EVENTS && is_deadline (element)) ||
          (group == GH_PROPOSAL_DEADLINES && !is_deadline (element)))
        continue;
      line = line_new (group, element);
      line->type = type;
      line->original = _gh_line_read (line, element);
      g_ptr_array_add (self->lines, line);
    }
}

GhProposal *
gh_proposal_new (GhPlanReading *reading)
{
  GhProposal *self = g_new0 (GhProposal, 1);
  GhPlan *plan = reading->plan;

  self->reading = reading;
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->done = _gh_proposal_steps_new ();
  self->undone = _gh_proposal_steps_new ();
  add_group (self, GH_PROPOSAL_PROBLEMS, &_gh_line_problem, reading->problems);
  add_head (self);
  add_group (self, GH_PROPOSAL_BASES, &_gh_line_basis, plan->bases);
  add_group (self, GH_PROPOSAL_TARGETS, &_gh_line_target, reading->targets);
  add_group (self, GH_PROPOSAL_EVENTS, &_gh_line_activity, reading->activities);
  add_group (self, GH_PROPOSAL_DEADLINES, &_gh_line_activity, reading->activities);
  add_group (self, GH_PROPOSAL_TASKS, &_gh_line_task, plan->tasks);
  add_group (self, GH_PROPOSAL_AWARDS, &_gh_line_award, reading->awards);
  add_group (self, GH_PROPOSAL_RECIPIENTS, &_gh_line_recipient, plan->recipients);
  _gh_proposal_link (self);
  return self;
}

void
gh_proposal_free (GhProposal *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->done);
  g_array_unref (self->undone);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->passages);
  gh_plan_reading_free (self->reading);
  g_free (self);
}

const GhPlanReading *
gh_proposal_get_reading (const GhProposal *self)
{
  return self->reading;
}

const GPtrArray *
gh_proposal_get_passages (const GhProposal *self)
{
  return self->passages;
}

guint
gh_proposal_n_lines (const GhProposal *self)
{
  return self->lines->len;
}

GhProposalGroup
gh_proposal_get_group (const GhProposal *self, guint line)
{
  return _gh_proposal_line (self, line)->group;
}

/* As it stands now; of the head the only value. */
static const char *
value_of (const GhProposalLine *line)
{
  return line->values != NULL ? line->values[0] : line->original[0];
}

guint
gh_proposal_count (const GhProposal *self, GhProposalGroup group, guint *accepted)
{
  guint n = 0;
  guint taken = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const GhProposalLine *line = _gh_proposal_line (self, i);

      if (line->group != group || (line->head != NULL && *value_of (line) == '\0'))
        continue;
      n++;
      taken += line->refused ? 0 : 1;
    }
  if (accepted != NULL)
    *accepted = taken;
  return n;
}

int
gh_proposal_get_passage (const GhProposal *self, guint line, gsize *start, gsize *end)
{
  const GhProposalLine *one = _gh_proposal_line (self, line);

  if (start != NULL)
    *start = one->start;
  if (end != NULL)
    *end = one->end;
  return one->passage;
}

int
gh_proposal_find_line (const GhProposal *self, guint passage, int after)
{
  for (guint i = (guint) (after + 1); i < self->lines->len; i++)
    if (_gh_proposal_line (self, i)->passage == (int) passage)
      return (int) i;
  return -1;
}

/* --- refusing --------------------------------------------------------------------------------- */

gboolean
gh_proposal_can_refuse (const GhProposal *self, guint line)
{
  const GhProposalLine *one = _gh_proposal_line (self, line);

  if (one->head != NULL)
    return one->head->slot.kind != GH_SLOT_NEEDED && one->head->slot.kind != GH_SLOT_YEAR &&
           *value_of (one) != '\0';
  return one->group != GH_PROPOSAL_PROBLEMS;
}

gboolean
gh_proposal_is_refused (const GhProposal *self, guint line)
{
  return _gh_proposal_line (self, line)->refused;
}

void
gh_proposal_refuse (GhProposal *self, guint line, gboolean refused)
{
  GhProposalLine *one;

  g_return_if_fail (line < self->lines->len);

  one = _gh_proposal_line (self, line);
  if (one->refused == refused || !gh_proposal_can_refuse (self, line))
    return;
  _gh_proposal_begin_step (self, line, FALSE);
  one->refused = refused;
}

void
gh_proposal_refuse_group (GhProposal *self, GhProposalGroup group, gboolean refused)
{
  gboolean joined = FALSE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      GhProposalLine *line = _gh_proposal_line (self, i);

      if (line->group != group || line->refused == refused || !gh_proposal_can_refuse (self, i))
        continue;
      _gh_proposal_begin_step (self, i, joined);
      line->refused = refused;
      joined = TRUE;
    }
}

/* --- correcting ------------------------------------------------------------------------------- */

guint
gh_proposal_n_fields (const GhProposal *self, guint line)
{
  guint n;

  _gh_line_slots (_gh_proposal_line (self, line), &n);
  return n;
}

GhProposalField
gh_proposal_get_field (const GhProposal *self, guint line, guint field)
{
  guint n;
  const GhSlot *slots = _gh_line_slots (_gh_proposal_line (self, line), &n);
  GhProposalField answer = { "", GH_PROPOSAL_TEXT };

  g_return_val_if_fail (field < n, answer);

  answer.label = slots[field].label;
  if (slots[field].kind == GH_SLOT_SPAN || slots[field].kind == GH_SLOT_DAY ||
      slots[field].kind == GH_SLOT_ISSUE)
    answer.kind = GH_PROPOSAL_DATE;
  else if (slots[field].kind == GH_SLOT_FIGURE || slots[field].kind == GH_SLOT_YEAR)
    answer.kind = GH_PROPOSAL_FIGURE;
  else if (slots[field].kind >= GH_SLOT_INDICATOR)
    answer.kind = GH_PROPOSAL_CHOICE;
  return answer;
}

const char *
gh_proposal_get_choice (const GhProposal *self, guint line, guint field, guint choice)
{
  static const char *const comparators[] = { N_("at least"), N_("exactly"), N_("at most"),
                                             N_("about") };
  guint n;
  const GhSlot *slots = _gh_line_slots (_gh_proposal_line (self, line), &n);

  g_return_val_if_fail (field < n, NULL);

  if (slots[field].kind == GH_SLOT_INDICATOR && choice < GH_N_INDICATORS)
    return gh_indicator_name ((GhIndicator) choice);
  if (slots[field].kind == GH_SLOT_COMPARATOR && choice < G_N_ELEMENTS (comparators))
    return _(comparators[choice]);
  if (slots[field].kind == GH_SLOT_ACTIVITY && choice < GH_N_ACTIVITY_KINDS)
    return gh_activity_kind_name ((GhActivityKind) choice);
  return NULL;
}

char **
gh_proposal_dup_values (const GhProposal *self, guint line)
{
  const GhProposalLine *one = _gh_proposal_line (self, line);

  return g_strdupv (one->values != NULL ? one->values : one->original);
}

int
gh_proposal_get_year (const GhProposal *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const GhProposalLine *line = _gh_proposal_line (self, i);

      if (line->head != NULL && line->head->slot.kind == GH_SLOT_YEAR)
        return atoi (value_of (line));
    }
  g_return_val_if_reached (0);
}

int
gh_proposal_find_missing (const GhProposal *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const GhProposalLine *line = _gh_proposal_line (self, i);

      if (line->head != NULL && line->head->slot.kind == GH_SLOT_NEEDED && *value_of (line) == '\0')
        return (int) i;
    }
  return -1;
}

gboolean
gh_proposal_is_corrected (const GhProposal *self, guint line)
{
  return _gh_proposal_line (self, line)->values != NULL;
}

/* What was not touched is not judged, unless there is nothing. */
static char *
check_value (const GhSlot *slot, const char *value, const char *original, int year, GError **error)
{
  if (strcmp (value, original) == 0 && !(slot->kind == GH_SLOT_NEEDED && *value == '\0'))
    return g_strdup (value);
  return _gh_slot_check (slot, value, year, error);
}

/* (transfer full): %NULL with @field and @error set if one of them cannot be. */
static char **
check_values (const GhProposal *self,
              const GhProposalLine *line,
              const char *const *values,
              guint *field,
              GError **error)
{
  guint n;
  const GhSlot *slots = _gh_line_slots (line, &n);
  g_auto (GStrv) checked = g_new0 (char *, n + 1);
  gboolean same = TRUE;

  for (guint i = 0; i < n; i++)
    {
      checked[i] =
        check_value (&slots[i], values[i], line->original[i], gh_proposal_get_year (self), error);
      if (field != NULL)
        *field = i;
      if (checked[i] == NULL)
        return NULL;
      same = same && strcmp (checked[i], line->original[i]) == 0;
    }
  return same || _gh_line_check (line, checked, field, error) ? g_steal_pointer (&checked) : NULL;
}

gboolean
gh_proposal_correct (GhProposal *self,
                     guint line,
                     const char *const *values,
                     guint *field,
                     GError **error)
{
  GhProposalLine *one;
  g_auto (GStrv) checked = NULL;
  const char *const *now;

  g_return_val_if_fail (line < self->lines->len, FALSE);
  g_return_val_if_fail (gh_proposal_n_fields (self, line) > 0, FALSE);

  one = _gh_proposal_line (self, line);
  checked = check_values (self, one, values, field, error);
  if (checked == NULL)
    return FALSE;
  now = (const char *const *) (one->values != NULL ? one->values : one->original);
  if (g_strv_equal ((const char *const *) checked, now))
    return TRUE;
  _gh_proposal_begin_step (self, line, FALSE);
  one->refused = FALSE;
  g_clear_pointer (&one->values, g_strfreev);
  if (!g_strv_equal ((const char *const *) checked, (const char *const *) one->original))
    one->values = g_steal_pointer (&checked);
  return TRUE;
}
