/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-roll-private.h"

#include <string.h>

#include "gh-text.h"

/* The new campaign: a copy in which the wanted changes are made. */

static void
copy_all (GPtrArray *to, const GPtrArray *from, gpointer (*copy) (gconstpointer))
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, copy (g_ptr_array_index (from, i)));
}

#define COPY(to, from, func) copy_all ((to), (from), (gpointer (*) (gconstpointer)) (func))

static void
clear_activity (GhActivity *activity)
{
  activity->state = GH_ACTIVITY_PLANNED;
  g_free (activity->result);
  activity->result = g_strdup ("");
}

static GhDossier *
begin (const GhRollPlan *roll, GPtrArray **awards)
{
  const GhDossier *from = roll->dossier;
  GhDossier *to = gh_dossier_new (gh_campaign_copy (from->campaign), gh_plan_copy (from->plan));

  to->moment = from->moment;
  to->campaign->year = roll->year;
  to->campaign->state = GH_CAMPAIGN_DRAFT;
  to->plan->state = GH_PLAN_DRAFT;
  COPY (to->units, from->units, gh_unit_copy);
  COPY (to->targets, from->targets, gh_target_copy);
  COPY (to->activities, from->activities, gh_activity_copy);
  COPY (to->sessions, from->sessions, gh_donation_session_copy);
  COPY (to->budget, from->budget, gh_budget_line_copy);
  for (guint i = 0; i < to->activities->len; i++)
    clear_activity (g_ptr_array_index (to->activities, i));
  *awards = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_award_round_free);
  COPY (*awards, roll->awards, gh_award_round_copy);
  return to;
}

/* --- texts -------------------------------------------------------------------------------------
 */

/* Changes of one slot, in the order of its text. */
static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const GhRollChange *one = *(const GhRollChange *const *) a;
  const GhRollChange *two = *(const GhRollChange *const *) b;

  if (one->slot != two->slot)
    return one->slot < two->slot ? -1 : 1;
  return one->offset < two->offset ? -1 : one->offset > two->offset;
}

/* (transfer container): the wanted changes of texts, slot by slot. */
static GPtrArray *
collect (const GhRollPlan *roll)
{
  GPtrArray *wanted = g_ptr_array_new ();

  for (guint i = 0; i < roll->changes->len; i++)
    {
      GhRollChange *change = g_ptr_array_index (roll->changes, i);

      if (change->wanted && change->kind == GH_ROLL_TEXT && change->slot != G_MAXUINT)
        g_ptr_array_add (wanted, change);
    }
  g_ptr_array_sort (wanted, compare_changes);
  return wanted;
}

static void
set_text (char **place, char *text)
{
  g_free (*place);
  *place = text;
}

/* The changes [@first, @end) of one text. */
static void
apply_text (char **text, const GPtrArray *wanted, guint first, guint end)
{
  GString *out = g_string_new (NULL);
  gsize done = 0;

  for (guint i = first; i < end; i++)
    {
      const GhRollChange *change = g_ptr_array_index (wanted, i);

      g_string_append_len (out, *text + done, (gssize) (change->offset - done));
      g_string_append (out, change->after);
      done = change->offset + strlen (change->before);
    }
  g_string_append (out, *text + done);
  set_text (text, g_string_free (out, FALSE));
}

static void
apply_texts (const GArray *slots, const GPtrArray *wanted)
{
  guint end;

  for (guint first = 0; first < wanted->len; first = end)
    {
      guint slot = ((const GhRollChange *) g_ptr_array_index (wanted, first))->slot;

      for (end = first + 1; end < wanted->len; end++)
        if (((const GhRollChange *) g_ptr_array_index (wanted, end))->slot != slot)
          break;
      apply_text (g_array_index (slots, GhRollSlot, slot).text, wanted, first, end);
    }
}

/* --- sentences ---------------------------------------------------------------------------------
 */

/* (transfer full): the words of @text as @sentence had them: single spaces, no marks, of which one
 * of a pair may stand outside of it. */
static char *
as_sentence (const char *text, const char *sentence)
{
  g_autofree char *bare = gh_text_strip_marks (text);

  if (strchr (sentence, '*') == NULL)
    {
      g_auto (GStrv) parts = g_strsplit (bare, "*", -1);

      g_free (bare);
      bare = g_strjoinv ("", parts);
    }
  return gh_text_squeeze (bare);
}

/* Where the changes of @slot begin in the sorted list. */
static guint
first_of_slot (const GPtrArray *wanted, guint slot)
{
  guint low = 0;
  guint high = wanted->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (((const GhRollChange *) g_ptr_array_index (wanted, middle))->slot < slot)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Puts the changes of the text it was read from, in which it lies at @offset, into a sentence. */
static char *
follow (const GArray *slots,
        const GPtrArray *wanted,
        const char *sentence,
        const GhRollHome *home,
        gsize offset)
{
  g_autoptr (GString) raw = g_string_new (NULL);
  gsize end = offset + gh_roll_sentence_length (home->joined + offset, sentence);
  gsize done = offset;
  gsize base = 0;
  guint k = first_of_slot (wanted, home->first);

  for (guint slot = home->first; slot < home->end; slot++)
    {
      for (; k < wanted->len; k++)
        {
          const GhRollChange *change = g_ptr_array_index (wanted, k);
          gsize start = base + change->offset;

          if (change->slot > slot)
            break;
          if (start < done || start + strlen (change->before) > end)
            continue;
          g_string_append_len (raw, home->joined + done, (gssize) (start - done));
          g_string_append (raw, change->after);
          done = start + strlen (change->before);
        }
      base += strlen (*g_array_index (slots, GhRollSlot, slot).text) + strlen (GH_ROLL_CELL_GAP);
    }
  if (done == offset)
    return g_strdup (sentence);
  g_string_append_len (raw, home->joined + done, (gssize) (end - done));
  return as_sentence (raw->str, sentence);
}

/* @old: the slots of last year's dossier, in which the sentences are found. */
static void
apply_sentences (const GArray *old, const GArray *slots, const GPtrArray *wanted)
{
  g_autoptr (GPtrArray) homes = gh_roll_homes_new (old);

  for (guint i = 0; i < slots->len; i++)
    {
      const GhRollSlot *slot = &g_array_index (slots, GhRollSlot, i);
      const char *sentence = *g_array_index (old, GhRollSlot, i).text;
      const GhRollHome *home;
      gsize offset;

      home = slot->sentence ? gh_roll_homes_find (homes, sentence, &offset) : NULL;
      if (home != NULL)
        set_text (slot->text, follow (old, wanted, sentence, home, offset));
    }
}

/* --- data --------------------------------------------------------------------------------------
 */

static GhDateSpan *
find_span (GhDossier *to, const GPtrArray *awards, const GhRollChange *change)
{
  GhAwardRound *round;

  switch (change->subject)
    {
    case GH_ROLL_CAMPAIGN:
      return &to->campaign->period;
    case GH_ROLL_ACTIVITY:
      return &((GhActivity *) g_ptr_array_index (to->activities, change->index))->span;
    case GH_ROLL_SESSION:
      return &((GhDonationSession *) g_ptr_array_index (to->sessions, change->index))->span;
    case GH_ROLL_TASK:
      return &((GhTask *) g_ptr_array_index (to->plan->tasks, change->index))->deadline;
    case GH_ROLL_AWARD:
      round = g_ptr_array_index (awards, change->index);
      return change->value == 0 ? &round->period : &round->deadline;
    case GH_ROLL_PLAN:
    case GH_ROLL_BASIS:
    case GH_ROLL_BLOCK:
    case GH_ROLL_RECIPIENT:
    case GH_ROLL_TARGET:
    case GH_ROLL_QUOTA:
    case GH_ROLL_UNIT:
    case GH_ROLL_RESULT:
    case GH_ROLL_BUDGET:
    default:
      return NULL;
    }
}

static void
take_quotas (const GhRollPlan *roll, GhDossier *to, GhIndicator indicator)
{
  for (guint i = 0; i < roll->dossier->quotas->len; i++)
    {
      const GhQuota *quota = g_ptr_array_index (roll->dossier->quotas, i);

      if (quota->indicator == indicator)
        g_ptr_array_add (to->quotas, gh_quota_copy (quota));
    }
}

static void
apply_datum (const GhRollPlan *roll, GhDossier *to, GPtrArray *awards, const GhRollChange *change)
{
  GhDateSpan *span;

  switch (change->kind)
    {
    case GH_ROLL_TEXT:
      if (change->slot == G_MAXUINT)
        set_text (&G_STRUCT_MEMBER (char *, to->plan, change->value), g_strdup (change->after));
      break;
    case GH_ROLL_SPAN:
      span = find_span (to, awards, change);
      if (span != NULL)
        *span = change->span;
      break;
    case GH_ROLL_ISSUE_DATE:
      to->plan->issue_year = to->plan->issue_month = to->plan->issue_day = 0;
      break;
    case GH_ROLL_LAST_YEAR:
      ((GhUnit *) g_ptr_array_index (to->units, change->index))->last_year = change->value;
      break;
    case GH_ROLL_QUOTAS:
      take_quotas (roll, to, (GhIndicator) change->value);
      break;
    case GH_ROLL_NOTE:
    case GH_ROLL_BUDGET_LINE:
    case GH_ROLL_PART:
    default:
      break;
    }
}

GhDossier *
gh_roll_plan_make (const GhRollPlan *roll, GPtrArray **awards)
{
  g_autoptr (GPtrArray) wanted = NULL;
  g_autoptr (GArray) old = NULL;
  g_autoptr (GArray) slots = NULL;
  GhDossier *to;

  g_return_val_if_fail (roll != NULL && awards != NULL, NULL);

  to = begin (roll, awards);
  wanted = collect (roll);
  old = gh_roll_slots_new (roll->dossier, roll->awards);
  slots = gh_roll_slots_new (to, *awards);
  apply_texts (slots, wanted);
  apply_sentences (old, slots, wanted);
  for (guint i = 0; i < roll->changes->len; i++)
    {
      const GhRollChange *change = g_ptr_array_index (roll->changes, i);

      if (change->wanted)
        apply_datum (roll, to, *awards, change);
    }
  gh_roll_thaw_parts (roll, to->plan);
  gh_roll_drop_lines (roll, to->budget);
  g_ptr_array_sort (to->activities, gh_activity_compare);
  return to;
}
