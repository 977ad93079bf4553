/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-roll-private.h"

#include <glib/gi18n-lib.h>

#include "gh-lunar.h"
#include "gh-number.h"
#include "gh-summary.h"
#include "gh-text.h"

/* What has a date or a figure of its own: calendar, donation days, tasks, award rounds, targets. */

static const GhRollSlot *
add_where (GhRollChange *change, GhRoll *roll, GhRollSubject subject, int index)
{
  const GhRollSlot slot = { .subject = subject, .index = index, .row = -1, .column = -1 };

  g_free (change->where);
  change->where = gh_roll_slot_where (&slot, roll->plan);
  change->subject = subject;
  change->index = index;
  return NULL;
}

static void
add_span (GhRoll *roll,
          GhRollSubject subject,
          int index,
          const GhDateSpan *from,
          const GhRollMove *move,
          gint64 which)
{
  GhDateStyle style = from->start == from->end ? GH_DATE_LONG : GH_DATE_NORMAL;
  g_autofree char *before = gh_date_span_format (from, style);
  g_autofree char *after = gh_date_span_format (&move->span, style);
  GhRollChange *change = gh_roll_add (roll, move->moved ? GH_ROLL_SPAN : GH_ROLL_NOTE,
                                      GH_ROLL_DATES, move->rule, -1, before, after);

  add_where (change, roll, subject, index);
  change->span = move->span;
  change->value = which;
  change->look = move->look || !move->moved;
  change->note = g_strdup (move->moved ? move->note
                                       : _("The date lies in another year, so it "
                                           "stays."));
  if (move->moved)
    change->tie = gh_roll_tie (roll, from, &move->span);
}

static GhRollMove *
move_copy (const GhRollMove *move)
{
  GhRollMove *copy = g_memdup2 (move, sizeof *move);

  copy->note = g_strdup (move->note);
  return copy;
}

/* One day may go two ways, as a deadline and as an event: then it says nothing of others. */
static void
remember (GHashTable *moves, char *key, const GhRollMove *move)
{
  g_autofree char *owned = key;
  GhRollMove *known = NULL;

  if (g_hash_table_lookup_extended (moves, key, NULL, (gpointer *) &known))
    {
      if (known != NULL && !gh_date_span_equal (&known->span, &move->span) &&
          (known->span.start != move->span.start || known->span.end != move->span.end))
        g_hash_table_insert (moves, g_steal_pointer (&owned), NULL);
      return;
    }
  g_hash_table_insert (moves, g_steal_pointer (&owned), move_copy (move));
}

static void
roll_activity (GhRoll *roll, guint index)
{
  const GhActivity *activity = g_ptr_array_index (roll->plan->dossier->activities, index);
  g_autofree char *words = g_strconcat (activity->title, " ", activity->text, NULL);
  g_autofree char *fold = gh_text_fold (words);
  GhRollDate date = { .span = activity->span,
                      .fold = fold,
                      .has_kind = TRUE,
                      .kind = activity->kind,
                      .deadline = activity->kind == GH_ACTIVITY_DEADLINE };
  const GhRollHome *home;
  GhRollMove move;
  gsize offset;

  if (gh_date_span_is_empty (&activity->span))
    return;
  home = gh_roll_homes_find (roll->texts, activity->text, &offset);
  date.lunar =
    gh_roll_says_lunar (home != NULL ? home->joined : activity->text, &activity->span, roll->from);
  move = gh_roll_date (&date, roll->from, roll->to);
  add_span (roll, GH_ROLL_ACTIVITY, (int) index, &activity->span, &move, 0);
  if (move.moved)
    {
      remember (roll->moves, gh_roll_key (-1, &activity->span), &move);
      if (home != NULL)
        for (guint slot = home->first; slot < home->end; slot++)
          remember (roll->homes, gh_roll_key ((int) slot, &activity->span), &move);
    }
  gh_roll_move_clear (&move);
}

/* What falls on the day of a calendar entry goes with it. */
static void
roll_span (GhRoll *roll, GhRollSubject subject, int index, const GhRollDate *date, gint64 which)
{
  g_autofree char *key = gh_roll_key (-1, &date->span);
  const GhRollMove *known = g_hash_table_lookup (roll->moves, key);
  GhRollMove move;

  if (gh_date_span_is_empty (&date->span))
    return;
  move = gh_roll_date (date, roll->from, roll->to);
  if (known != NULL && move.moved)
    {
      gh_roll_move_clear (&move);
      move = *known;
      move.span = date->span;
      move.span.start = known->span.start;
      move.span.end = known->span.end;
      move.note = g_strdup (known->note);
    }
  else if (move.moved)
    remember (roll->moves, gh_roll_key (-1, &date->span), &move);
  add_span (roll, subject, index, &date->span, &move, which);
  gh_roll_move_clear (&move);
}

static gboolean
contains_tet (const GhDateSpan *span)
{
  int year;
  guint32 tet;

  gh_day_to_ymd (span->end, &year, NULL, NULL);
  tet = gh_lunar_tet (year);
  return tet >= span->start && tet <= span->end;
}

static void
roll_period (GhRoll *roll)
{
  const GhDateSpan *period = &roll->plan->dossier->campaign->period;
  GhRollDate date = { .span = *period, .fold = "", .counted = TRUE };
  GhRollMove move;

  if (gh_date_span_is_empty (period))
    return;
  move = gh_roll_date (&date, roll->from, roll->to);
  if (move.moved && contains_tet (period) && !contains_tet (&move.span))
    {
      move.look = TRUE;
      move.note = g_strdup (_("Tết lies outside of it now."));
    }
  add_span (roll, GH_ROLL_CAMPAIGN, -1, period, &move, 0);
  gh_roll_move_clear (&move);
}

void
gh_roll_data (GhRoll *roll)
{
  const GhDossier *dossier = roll->plan->dossier;

  roll_period (roll);
  for (guint i = 0; i < dossier->activities->len; i++)
    roll_activity (roll, i);
  gh_roll_order (roll);
  for (guint i = 0; i < dossier->sessions->len; i++)
    {
      const GhDonationSession *session = g_ptr_array_index (dossier->sessions, i);
      g_autofree char *fold = gh_text_fold (session->name);

      roll_span (
        roll, GH_ROLL_SESSION, (int) i,
        &(GhRollDate){
          .span = session->span, .fold = fold, .has_kind = TRUE, .kind = GH_ACTIVITY_SESSION },
        0);
    }
  for (guint i = 0; i < dossier->plan->tasks->len; i++)
    {
      const GhTask *task = g_ptr_array_index (dossier->plan->tasks, i);
      g_autofree char *fold = gh_text_fold (task->text);

      roll_span (roll, GH_ROLL_TASK, (int) i,
                 &(GhRollDate){ .span = task->deadline, .fold = fold, .deadline = TRUE }, 0);
    }
  for (guint i = 0; i < roll->plan->awards->len; i++)
    {
      const GhAwardRound *round = g_ptr_array_index (roll->plan->awards, i);

      roll_span (roll, GH_ROLL_AWARD, (int) i,
                 &(GhRollDate){ .span = round->period, .fold = "", .counted = TRUE }, 0);
      roll_span (roll, GH_ROLL_AWARD, (int) i,
                 &(GhRollDate){ .span = round->deadline, .fold = "", .deadline = TRUE }, 1);
    }
}

/* --- figures -----------------------------------------------------------------------------------
 */

static void
note_targets (GhRoll *roll, const GhSummary *summary)
{
  const GPtrArray *targets = roll->plan->dossier->targets;

  for (guint i = 0; i < targets->len; i++)
    {
      const GhTarget *target = g_ptr_array_index (targets, i);
      gint64 tenths = gh_totals_result_tenths (&summary->total, target->indicator);
      g_autofree char *text = gh_target_format (target);
      GhRollChange *change =
        gh_roll_add (roll, GH_ROLL_NOTE, GH_ROLL_TARGETS, GH_ROLL_RULE_KEPT, -1, text, text);
      g_autofree char *figure = gh_number_format_decimal (tenths / 10.0, tenths % 10 != 0 ? 1 : 0);

      add_where (change, roll, GH_ROLL_TARGET, (int) i);
      g_free (change->where);
      change->where = g_strdup (gh_indicator_name (target->indicator));
      if (tenths >= 0)
        /* Translators: %d is last year, %s its result. */
        change->note =
          g_strdup_printf (_("Result of %d: %s. Does the target stand?"), roll->from, figure);
      else
        change->note = g_strdup (_("The figure is last year's. Does it stand?"));
    }
}

static void
add_quotas (GhRoll *roll)
{
  const GPtrArray *quotas = roll->plan->dossier->quotas;

  for (int indicator = 0; indicator < GH_N_INDICATORS; indicator++)
    {
      gint64 sum = 0;
      guint n = 0;
      GhRollChange *change;
      g_autofree char *total = NULL;
      g_autofree char *text = NULL;

      for (guint i = 0; i < quotas->len; i++)
        {
          const GhQuota *quota = g_ptr_array_index (quotas, i);

          sum += (int) quota->indicator == indicator ? quota->value : 0;
          n += (int) quota->indicator == indicator ? 1 : 0;
        }
      if (n == 0)
        continue;
      total = gh_number_format (sum);
      /* Translators: a sum of quotas, then how many units they are shared out to. */
      text = g_strdup_printf (ngettext ("%s for %u unit", "%s for %u units", n), total, n);
      change =
        gh_roll_add (roll, GH_ROLL_QUOTAS, GH_ROLL_TARGETS, GH_ROLL_RULE_KEPT, -1, text, text);
      change->subject = GH_ROLL_QUOTA;
      change->where =
        g_strdup_printf (_("Quotas, %s"), gh_indicator_name ((GhIndicator) indicator));
      change->value = indicator;
      change->look = TRUE;
      change->note = g_strdup (_("Last year's quotas are taken over, to begin with."));
    }
}

static void
add_last_year (GhRoll *roll, const GhSummary *summary)
{
  const GhDossier *dossier = roll->plan->dossier;

  for (guint i = 0; i < dossier->units->len; i++)
    {
      const GhUnit *unit = g_ptr_array_index (dossier->units, i);
      const GhSummaryRow *row = gh_summary_find (summary, unit->id);
      gint64 tenths = row != NULL ? row->own.blood_units_tenths : -1;
      gint64 units = (tenths + 5) / 10;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      GhRollChange *change;

      if (tenths < 0 || units == unit->last_year)
        continue;
      before = unit->last_year >= 0 ? gh_number_format (unit->last_year) : g_strdup ("–");
      after = gh_number_format (units);
      change = gh_roll_add (roll, GH_ROLL_LAST_YEAR, GH_ROLL_TARGETS, GH_ROLL_RULE_RESULT, -1,
                            before, after);
      change->subject = GH_ROLL_UNIT;
      change->index = (int) i;
      /* Translators: %s is the name of a unit. */
      change->where = g_strdup_printf (_("Last year's blood units, %s"), unit->name);
      change->value = units;
      if (row->own.n_complete < row->own.n_reported || row->own.n_reported == 0)
        {
          change->look = TRUE;
          change->note = g_strdup (_("Its results are not complete yet."));
        }
    }
}

static void
note_bases (GhRoll *roll)
{
  const GPtrArray *bases = roll->plan->dossier->plan->bases;

  for (guint i = 0; i < bases->len; i++)
    {
      const GhBasis *basis = g_ptr_array_index (bases, i);
      g_autofree char *shifted = gh_roll_shift_years (basis->text, roll->from, 1);
      GhRollChange *change;

      if (basis->cited ||
          (!gh_roll_is_near (basis->date, roll->from) && g_str_equal (shifted, basis->text)))
        continue;
      change = gh_roll_add (roll, GH_ROLL_NOTE, GH_ROLL_BASES, GH_ROLL_RULE_CITATION, -1,
                            basis->text, basis->text);
      change->subject = GH_ROLL_BASIS;
      change->index = (int) i;
      change->where = g_strdup_printf (_("Basis %u"), i + 1);
      change->note = g_strdup (_("It is of last year. Is there a newer one?"));
    }
}

/* --- issue -------------------------------------------------------------------------------------
 */

static void
add_issue (GhRoll *roll, GhRollKind kind, char **text, const char *where, const char *before)
{
  GhRollChange *change;
  int slot = -1;

  if (*before == '\0')
    return;
  change = gh_roll_add (roll, kind, GH_ROLL_ISSUE, GH_ROLL_RULE_BLANK, slot, before, "");
  change->subject = GH_ROLL_PLAN;
  change->where = g_strdup (where);
  change->value = text != NULL ? (gint64) ((char *) text - (char *) roll->plan->dossier->plan) : 0;
}

static void
note_issue (GhRoll *roll, GhRollSubject subject, const char *where, char *before, char *after)
{
  GhRollChange *change =
    gh_roll_add (roll, GH_ROLL_NOTE, GH_ROLL_ISSUE, GH_ROLL_RULE_BLANK, -1, before, after);

  change->subject = subject;
  change->where = g_strdup (where);
  change->look = FALSE;
  g_free (before);
  g_free (after);
}

/* In the order of GhPlanState. */
static const char *const plan_states[] = { N_("draft"), N_("for signature"), N_("issued"),
                                           N_("amended") };

static void
note_results (GhRoll *roll)
{
  const GhDossier *dossier = roll->plan->dossier;
  guint n_results = dossier->results->len;
  guint n_done = 0;

  for (guint i = 0; i < dossier->activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (dossier->activities, i);

      n_done += activity->state != GH_ACTIVITY_PLANNED || *activity->result != '\0' ? 1 : 0;
    }
  if (n_results > 0)
    note_issue (roll, GH_ROLL_RESULT, _("Results of the units"),
                g_strdup_printf (ngettext ("%u line", "%u lines", n_results), n_results),
                g_strdup (_("none yet")));
  if (n_done > 0)
    note_issue (roll, GH_ROLL_ACTIVITY, _("What was done in the calendar"),
                g_strdup_printf (ngettext ("%u entry", "%u entries", n_done), n_done),
                g_strdup (_("to be done again")));
}

void
gh_roll_figures (GhRoll *roll)
{
  const GhDossier *dossier = roll->plan->dossier;
  GhPlan *plan = dossier->plan;
  g_autoptr (GhSummary) summary = gh_summary_new (roll->plan->dossier);
  g_autofree char *date = plan->issue_year != 0 || plan->issue_month != 0 || plan->issue_day != 0
                            ? gh_plan_format_date (plan)
                            : g_strdup ("");

  note_bases (roll);
  note_targets (roll, summary);
  add_quotas (roll);
  add_last_year (roll, summary);
  gh_roll_budget (roll);
  add_issue (roll, GH_ROLL_TEXT, &plan->number, _("Number of the plan"), plan->number);
  add_issue (roll, GH_ROLL_ISSUE_DATE, NULL, _("Date of issue"), date);
  add_issue (roll, GH_ROLL_TEXT, &plan->signature_mark, _("Mark of the signature"),
             plan->signature_mark);
  if (plan->state != GH_PLAN_DRAFT)
    note_issue (roll, GH_ROLL_PLAN, _("State of the plan"),
                g_strdup (_(plan_states[plan->state])), g_strdup (_(plan_states[GH_PLAN_DRAFT])));
  note_results (roll);
}
