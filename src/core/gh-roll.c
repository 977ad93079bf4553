/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-roll.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-roll-private.h"
#include "gh-text.h"

static const char *const group_keys[] = { "dates", "names",   "anniversaries", "bases",
                                          "parts", "targets", "issue" };
static const char *const group_names[] = {
  N_("Dates"),
  N_("Years and names"),
  N_("Anniversaries"),
  N_("Legal bases"),
  N_("Parts from the data"),
  N_("Targets, quotas, budget"),
  N_("Number, signature, results"),
};
G_STATIC_ASSERT (G_N_ELEMENTS (group_keys) == GH_N_ROLL_GROUPS);

static const char *const rule_keys[] = { "year",    "observance", "lunar",    "working-day",
                                         "can-chi", "count",      "citation", "result",
                                         "blank",   "kept",       "live" };
static const char *const rule_names[] = {
  N_("same day, new year"),
  N_("standing day"),
  N_("follows Tết"),
  N_("moved off a day off"),
  N_("name of the year"),
  N_("counted on"),
  N_("cited document, stays"),
  N_("result of last year"),
  N_("left blank"),
  N_("stays"),
  N_("from the data"),
};

static const char *const subject_keys[] = { "campaign", "plan",   "basis",  "block", "recipient",
                                            "task",     "target", "quota",  "unit",  "activity",
                                            "session",  "award",  "result", "budget" };

const char *
gh_roll_group_to_string (GhRollGroup group)
{
  g_return_val_if_fail ((gsize) group < G_N_ELEMENTS (group_keys), "");
  return group_keys[group];
}

const char *
gh_roll_group_name (GhRollGroup group)
{
  g_return_val_if_fail ((gsize) group < G_N_ELEMENTS (group_names), "");
  return _(group_names[group]);
}

const char *
gh_roll_rule_to_string (GhRollRule rule)
{
  g_return_val_if_fail ((gsize) rule < G_N_ELEMENTS (rule_keys), "");
  return rule_keys[rule];
}

const char *
gh_roll_rule_name (GhRollRule rule)
{
  g_return_val_if_fail ((gsize) rule < G_N_ELEMENTS (rule_names), "");
  return _(rule_names[rule]);
}

const char *
gh_roll_subject_to_string (GhRollSubject subject)
{
  g_return_val_if_fail ((gsize) subject < G_N_ELEMENTS (subject_keys), "");
  return subject_keys[subject];
}

static void
change_free (GhRollChange *change)
{
  g_free (change->where);
  g_free (change->before);
  g_free (change->after);
  g_free (change->context);
  g_free (change->note);
  g_free (change);
}

GhRollChange *
gh_roll_add (GhRoll *roll,
             GhRollKind kind,
             GhRollGroup group,
             GhRollRule rule,
             int slot_index,
             const char *before,
             const char *after)
{
  GhRollChange *change = g_new0 (GhRollChange, 1);
  const GhRollSlot *slot =
    slot_index >= 0 ? &g_array_index (roll->slots, GhRollSlot, slot_index) : NULL;

  change->kind = kind;
  change->group = group;
  change->rule = rule;
  change->slot = slot != NULL ? (guint) slot_index : G_MAXUINT;
  change->subject = slot != NULL ? slot->subject : GH_ROLL_PLAN;
  change->index = slot != NULL ? slot->index : -1;
  change->row = slot != NULL ? slot->row : -1;
  change->column = slot != NULL ? slot->column : -1;
  change->where = slot != NULL ? gh_roll_slot_where (slot, roll->plan) : NULL;
  change->before = g_strdup (before);
  change->after = g_strdup (after);
  change->wanted = kind != GH_ROLL_NOTE;
  change->look = kind == GH_ROLL_NOTE;
  g_ptr_array_add (roll->plan->changes, change);
  return change;
}

guint
gh_roll_tie (GhRoll *roll, const GhDateSpan *from, const GhDateSpan *to)
{
  char *key = g_strdup_printf ("%u-%u>%u-%u", from->start, from->end, to->start, to->end);
  gpointer known = g_hash_table_lookup (roll->ties, key);

  if (known != NULL)
    {
      g_free (key);
      return GPOINTER_TO_UINT (known);
    }
  g_hash_table_insert (roll->ties, key, GUINT_TO_POINTER (++roll->n_ties));
  return roll->n_ties;
}

void
gh_roll_tie_join (GhRoll *roll, guint tie, guint other)
{
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < roll->plan->changes->len; i++)
    {
      GhRollChange *change = g_ptr_array_index (roll->plan->changes, i);

      if (change->tie == other)
        change->tie = tie;
    }
  g_hash_table_iter_init (&iter, roll->ties);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (GPOINTER_TO_UINT (value) == other)
      g_hash_table_iter_replace (&iter, GUINT_TO_POINTER (tie));
}

char *
gh_roll_key (int slot, const GhDateSpan *span)
{
  return g_strdup_printf ("%d %u-%u-%d", slot, span->start, span->end, span->before);
}

static void
move_free (gpointer move)
{
  if (move == NULL)
    return;
  gh_roll_move_clear (move);
  g_free (move);
}

/* A longer text is shown in part, as thousands of changes may stand in it. */
#define CONTEXT_REACH 1000

static void
take_context (const GhRoll *roll, GhRollChange *change)
{
  const char *text =
    change->slot != G_MAXUINT ? *g_array_index (roll->slots, GhRollSlot, change->slot).text : "";
  gsize length = strlen (text);
  gsize from = 0;
  gsize to = length;

  change->offset = change->start;
  if (length > 3 * CONTEXT_REACH)
    {
      from = change->start > CONTEXT_REACH ? change->start - CONTEXT_REACH : 0;
      to = MIN (change->start + strlen (change->before) + CONTEXT_REACH, length);
    }
  while (from > 0 && ((guchar) text[from] & 0xC0) == 0x80)
    from--;
  while (((guchar) text[to] & 0xC0) == 0x80)
    to++;
  change->context = g_strndup (text + from, to - from);
  change->start -= from;
}

/* A tie of one ties nothing; texts that were not set are empty. */
static void
finish (GhRoll *roll)
{
  g_autofree guint *uses = g_new0 (guint, roll->n_ties + 1);
  const GPtrArray *changes = roll->plan->changes;

  for (guint i = 0; i < changes->len; i++)
    uses[((const GhRollChange *) g_ptr_array_index (changes, i))->tie]++;
  for (guint i = 0; i < changes->len; i++)
    {
      GhRollChange *change = g_ptr_array_index (changes, i);

      take_context (roll, change);
      if (uses[change->tie] < 2)
        change->tie = 0;
      if (change->note == NULL)
        change->note = g_strdup ("");
      if (change->where == NULL)
        change->where = g_strdup ("");
    }
}

GhRollPlan *
gh_roll_plan_new (GhDossier *dossier, const GPtrArray *awards, int year)
{
  GhRollPlan *plan;
  GhRoll roll = { 0 };

  g_return_val_if_fail (dossier != NULL && year >= 1900 && year <= 2100, NULL);

  plan = g_new0 (GhRollPlan, 1);
  plan->year = year;
  plan->dossier = gh_dossier_ref (dossier);
  plan->awards = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_award_round_free);
  plan->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  for (guint i = 0; awards != NULL && i < awards->len; i++)
    g_ptr_array_add (plan->awards, gh_award_round_copy (g_ptr_array_index (awards, i)));
  roll.plan = plan;
  roll.from = dossier->campaign->year;
  roll.to = year;
  roll.slots = gh_roll_slots_new (dossier, plan->awards);
  roll.texts = gh_roll_homes_new (roll.slots);
  for (int i = 0; i < GH_N_ROLL_REGEXES; i++)
    roll.regexes[i] = gh_roll_regex_new ((GhRollRegex) i);
  roll.group_regex = gh_roll_group_regex_new ();
  roll.moves = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, move_free);
  roll.homes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, move_free);
  roll.ties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  roll.remade = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gh_roll_data (&roll);
  gh_roll_parts (&roll);
  for (guint i = 0; i < roll.slots->len; i++)
    if (!gh_roll_is_remade (&roll, i))
      gh_roll_text (&roll, i);
  gh_roll_figures (&roll);
  finish (&roll);
  for (int i = 0; i < GH_N_ROLL_REGEXES; i++)
    g_regex_unref (roll.regexes[i]);
  g_regex_unref (roll.group_regex);
  g_ptr_array_unref (roll.texts);
  g_array_unref (roll.slots);
  g_hash_table_unref (roll.moves);
  g_hash_table_unref (roll.homes);
  g_hash_table_unref (roll.ties);
  g_hash_table_unref (roll.remade);
  return plan;
}

void
gh_roll_plan_free (GhRollPlan *roll)
{
  if (roll == NULL)
    return;
  gh_dossier_unref (roll->dossier);
  g_ptr_array_unref (roll->awards);
  g_ptr_array_unref (roll->changes);
  g_free (roll);
}

/* How much of a text is shown on either side. */
#define EXCERPT_AHEAD  40
#define EXCERPT_BEHIND 28

/* (transfer full): one line, without marks, with a sign where it was cut. */
static char *
make_excerpt (const char *from, const char *to, gboolean cut_ahead, gboolean cut_behind)
{
  g_autofree char *part = g_strndup (from, (gsize) (to - from));
  g_autofree char *bare = gh_text_strip_marks (part);

  g_strdelimit (bare, "\n\t", ' ');
  return g_strconcat (cut_ahead ? "…" : "", bare, cut_behind ? "…" : "", NULL);
}

void
gh_roll_change_excerpt (const GhRollChange *change, char **ahead, char **behind)
{
  gsize length = strlen (change->context);
  gsize end = change->start + strlen (change->before);
  gsize from = change->start > EXCERPT_AHEAD ? change->start - EXCERPT_AHEAD : 0;
  gsize to = MIN (end + EXCERPT_BEHIND, length);

  if (end > length || length == 0)
    {
      *ahead = g_strdup ("");
      *behind = g_strdup ("");
      return;
    }
  while (from > 0 && from < change->start && change->context[from - 1] != ' ')
    from++;
  while (to < length && to > end && change->context[to] != ' ')
    to--;
  while (((guchar) change->context[to] & 0xC0) == 0x80)
    to--;
  *ahead = make_excerpt (change->context + from, change->context + change->start, from > 0, FALSE);
  *behind = make_excerpt (change->context + end, change->context + to, FALSE, to < length);
}

void
gh_roll_plan_set_wanted (GhRollPlan *roll, guint index, gboolean wanted)
{
  GhRollChange *change;

  g_return_if_fail (roll != NULL && index < roll->changes->len);

  change = g_ptr_array_index (roll->changes, index);
  for (guint i = 0; i < roll->changes->len; i++)
    {
      GhRollChange *other = g_ptr_array_index (roll->changes, i);

      if ((other == change || (change->tie != 0 && other->tie == change->tie)) &&
          other->kind != GH_ROLL_NOTE)
        other->wanted = wanted;
    }
}
