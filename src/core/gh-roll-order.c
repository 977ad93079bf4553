/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-roll-private.h"

#include <glib/gi18n-lib.h>

/* Whether what stood before a donation day or a festival still does. */

/* The change of a calendar entry that is on one day, or %NULL. */
static GhRollChange *
change_of_day (const GhRoll *roll, guint index)
{
  GhRollChange *change = g_ptr_array_index (roll->plan->changes, index);
  const GhActivity *activity;

  if (change->kind != GH_ROLL_SPAN || change->subject != GH_ROLL_ACTIVITY)
    return NULL;
  activity = g_ptr_array_index (roll->plan->dossier->activities, change->index);
  return activity->span.precision == GH_PRECISION_DAY ? change : NULL;
}

/* Whether @activity was on one side of @event and is on the other now. */
static gboolean
has_turned (const GhActivity *activity,
            const GhRollChange *change,
            const GhActivity *event,
            const GhRollChange *moved)
{
  return (activity->span.start < event->span.start && change->span.start > moved->span.start) ||
         (activity->span.start > event->span.start && change->span.start < moved->span.start);
}

static void
set_move (GHashTable *moves, const char *key, const GhRollMove *move)
{
  GhRollMove *known = g_hash_table_lookup (moves, key);

  if (known == NULL) /* or it goes several ways */
    return;
  gh_roll_move_clear (known);
  *known = *move;
  known->note = g_strdup (move->note);
}

/* What else was said of that day goes with it. */
static void
move_along (GhRoll *roll, const GhActivity *activity, const GhRollMove *move)
{
  g_autofree char *day = gh_roll_key (-1, &activity->span);
  const GhRollHome *home;
  gsize offset;

  set_move (roll->moves, day, move);
  home = gh_roll_homes_find (roll->texts, activity->text, &offset);
  for (guint slot = home != NULL ? home->first : 0; home != NULL && slot < home->end; slot++)
    {
      g_autofree char *key = gh_roll_key ((int) slot, &activity->span);

      set_move (roll->homes, key, move);
    }
}

/* A list that was due some days before an event which follows Tết is due as long before it again,
 * on a working day; whether it was. */
static gboolean
keep_distance (GhRoll *roll,
               GhRollChange *change,
               const GhActivity *activity,
               const GhActivity *event,
               const GhRollChange *moved)
{
  GhRollMove move = { change->span, GH_ROLL_RULE_LUNAR, TRUE, TRUE, NULL };
  g_autofree char *note = NULL;
  guint32 day = moved->span.start - (event->span.start - activity->span.start);
  guint32 ahead = activity->span.before ? 1 : 0; /* of "trước ngày X" the day before is the last */

  if (activity->kind != GH_ACTIVITY_DEADLINE || moved->rule != GH_ROLL_RULE_LUNAR ||
      activity->span.start > event->span.start)
    return FALSE;
  for (; gh_day_is_off (day - ahead); day--)
    move.rule = GH_ROLL_RULE_WORKING_DAY;
  /* Translators: %s is the title of another calendar entry. */
  note = g_strdup_printf (_("It stays as long before “%s” as it was."), event->title);
  move.span.start = move.span.end = day;
  move.note = note;
  move_along (roll, activity, &move);
  change->span = move.span;
  change->rule = move.rule;
  change->look = TRUE;
  change->tie = gh_roll_tie (roll, &activity->span, &move.span);
  g_free (change->after);
  change->after = gh_date_span_format (&move.span, GH_DATE_LONG);
  g_free (change->note);
  change->note = g_steal_pointer (&note);
  return TRUE;
}

/* @events: changes of donation days and festivals */
static void
look_at (GhRoll *roll, GhRollChange *change, const GhActivity *activity, const GPtrArray *events)
{
  const GPtrArray *activities = roll->plan->dossier->activities;

  for (guint k = 0; k < events->len; k++)
    {
      const GhRollChange *moved = g_ptr_array_index (events, k);
      const GhActivity *event = g_ptr_array_index (activities, moved->index);
      g_autofree char *note = NULL;
      char *both;

      if (!has_turned (activity, change, event, moved))
        continue;
      if (keep_distance (roll, change, activity, event, moved))
        return;
      /* Translators: %s is the title of another calendar entry. */
      note = g_strdup_printf (_("It is on the other side of “%s” now."), event->title);
      both = change->note != NULL ? g_strjoin (" ", change->note, note, NULL) : g_strdup (note);
      g_free (change->note);
      change->note = both;
      change->look = TRUE;
      return;
    }
}

/* A report is due after the day it is about, a list before it: the days are moved one by one. */
void
gh_roll_order (GhRoll *roll)
{
  const GPtrArray *activities = roll->plan->dossier->activities;
  g_autoptr (GPtrArray) events = g_ptr_array_new ();

  for (guint i = 0; i < roll->plan->changes->len; i++)
    {
      GhRollChange *change = change_of_day (roll, i);
      const GhActivity *activity =
        change != NULL ? g_ptr_array_index (activities, change->index) : NULL;

      if (change != NULL &&
          (activity->kind == GH_ACTIVITY_SESSION || activity->kind == GH_ACTIVITY_FESTIVAL))
        g_ptr_array_add (events, change);
    }
  for (guint i = 0; i < roll->plan->changes->len; i++)
    {
      GhRollChange *change = change_of_day (roll, i);

      if (change != NULL)
        look_at (roll, change, g_ptr_array_index (activities, change->index), events);
    }
}
