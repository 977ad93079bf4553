/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-roll-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The texts of a dossier in one list. Bases are not among them: a document that was cited keeps
 * its number, its date and its title. */

static GhRollSlot *
add (GArray *slots, char **text, GhRollSubject subject, int index)
{
  const GhRollSlot slot = { text, subject, index, -1, -1, FALSE, FALSE, NULL, NULL, NULL };

  g_array_append_val (slots, slot);
  return &g_array_index (slots, GhRollSlot, slots->len - 1);
}

static void
add_cells (GArray *slots, GhBlock *block, int index, const GhRollSlot *place)
{
  for (guint row = 0; block->rows != NULL && row < block->rows->len; row++)
    {
      char **cells = g_ptr_array_index (block->rows, row);

      for (int column = 0; cells[column] != NULL; column++)
        {
          GhRollSlot *slot = add (slots, &cells[column], GH_ROLL_BLOCK, index);

          slot->row = (int) row;
          slot->column = column;
          slot->part = place->part;
          slot->numbered = place->numbered;
          slot->frozen = place->frozen;
        }
    }
}

/* The first block of a frozen part holds the clerk's words if it is a paragraph or a title. */
static gboolean
is_own_text (const GhPlan *plan, guint index)
{
  const GhBlock *block = g_ptr_array_index (plan->blocks, index);
  const GhBlock *before = index > 0 ? g_ptr_array_index (plan->blocks, index - 1) : NULL;

  return (block->kind == GH_BLOCK_PARAGRAPH || block->kind == GH_BLOCK_APPENDIX) &&
         (before == NULL || !g_str_equal (before->frozen, block->frozen));
}

static void
add_blocks (GArray *slots, const GhPlan *plan)
{
  GhRollSlot place = { 0 };

  for (guint i = 0; i < plan->blocks->len; i++)
    {
      GhBlock *block = g_ptr_array_index (plan->blocks, i);
      GhRollSlot *slot;

      if ((block->kind == GH_BLOCK_HEADING && block->level <= 1) ||
          block->kind == GH_BLOCK_APPENDIX)
        {
          place.part = block;
          place.numbered = NULL;
        }
      else if ((block->kind == GH_BLOCK_HEADING || block->kind == GH_BLOCK_ITEM) &&
               g_ascii_isalnum (*block->number))
        place.numbered = block;
      slot = add (slots, &block->text, GH_ROLL_BLOCK, (int) i);
      slot->part = place.part;
      slot->numbered = place.numbered;
      place.frozen = *block->frozen != '\0' && !is_own_text (plan, i) ? block->frozen : NULL;
      slot->frozen = place.frozen;
      add_cells (slots, block, (int) i, &place);
    }
}

static void
add_plan (GArray *slots, GhPlan *plan)
{
  add (slots, &plan->header_note, GH_ROLL_PLAN, -1);
  add (slots, &plan->title, GH_ROLL_PLAN, -1)->name = TRUE;
  add_blocks (slots, plan);
  for (guint i = 0; i < plan->tasks->len; i++)
    {
      GhTask *task = g_ptr_array_index (plan->tasks, i);

      add (slots, &task->organisation, GH_ROLL_TASK, (int) i);
      add (slots, &task->text, GH_ROLL_TASK, (int) i)->sentence = TRUE;
    }
  for (guint i = 0; i < plan->recipients->len; i++)
    {
      GhRecipient *recipient = g_ptr_array_index (plan->recipients, i);

      add (slots, &recipient->name, GH_ROLL_RECIPIENT, (int) i);
      add (slots, &recipient->purpose, GH_ROLL_RECIPIENT, (int) i);
    }
  add (slots, &plan->recipients_note, GH_ROLL_PLAN, -1);
  add (slots, &plan->tail_note, GH_ROLL_PLAN, -1);
}

static void
add_targets (GArray *slots, const GPtrArray *targets)
{
  for (guint i = 0; i < targets->len; i++)
    {
      GhTarget *target = g_ptr_array_index (targets, i);

      add (slots, &target->unit, GH_ROLL_TARGET, (int) i);
      add (slots, &target->basis, GH_ROLL_TARGET, (int) i);
      add (slots, &target->owner, GH_ROLL_TARGET, (int) i);
      add (slots, &target->text, GH_ROLL_TARGET, (int) i)->sentence = TRUE;
    }
}

static void
add_calendar (GArray *slots, const GhDossier *dossier)
{
  for (guint i = 0; i < dossier->activities->len; i++)
    {
      GhActivity *activity = g_ptr_array_index (dossier->activities, i);

      add (slots, &activity->title, GH_ROLL_ACTIVITY, (int) i)->name = TRUE;
      add (slots, &activity->place, GH_ROLL_ACTIVITY, (int) i);
      add (slots, &activity->lead, GH_ROLL_ACTIVITY, (int) i);
      add (slots, &activity->partners, GH_ROLL_ACTIVITY, (int) i);
      add (slots, &activity->text, GH_ROLL_ACTIVITY, (int) i)->sentence = TRUE;
    }
  for (guint i = 0; i < dossier->sessions->len; i++)
    {
      GhDonationSession *session = g_ptr_array_index (dossier->sessions, i);

      add (slots, &session->name, GH_ROLL_SESSION, (int) i)->name = TRUE;
      add (slots, &session->place, GH_ROLL_SESSION, (int) i);
    }
}

GArray *
gh_roll_slots_new (GhDossier *dossier, const GPtrArray *awards)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (GhRollSlot));

  add (slots, &dossier->campaign->name, GH_ROLL_CAMPAIGN, -1)->name = TRUE;
  add (slots, &dossier->campaign->theme, GH_ROLL_CAMPAIGN, -1);
  add_plan (slots, dossier->plan);
  add_targets (slots, dossier->targets);
  add_calendar (slots, dossier);
  for (guint i = 0; i < awards->len; i++)
    {
      GhAwardRound *round = g_ptr_array_index (awards, i);

      add (slots, &round->name, GH_ROLL_AWARD, (int) i);
      add (slots, &round->audience, GH_ROLL_AWARD, (int) i);
    }
  for (guint i = 0; i < dossier->budget->len; i++)
    {
      GhBudgetLine *line = g_ptr_array_index (dossier->budget, i);

      add (slots, &line->content, GH_ROLL_BUDGET, (int) i);
      add (slots, &line->source, GH_ROLL_BUDGET, (int) i);
      add (slots, &line->note, GH_ROLL_BUDGET, (int) i);
    }
  return slots;
}

char *
gh_roll_slot_where (const GhRollSlot *slot, const GhRollPlan *roll)
{
  const GhDossier *dossier = roll->dossier;

  switch (slot->subject)
    {
    case GH_ROLL_CAMPAIGN:
      return g_strdup (_("The campaign"));
    case GH_ROLL_BLOCK:
      return gh_check_describe_place (slot->part, slot->numbered, slot->row);
    case GH_ROLL_TASK:
      return g_strdup_printf (
        _("Task of %s"),
        ((const GhTask *) g_ptr_array_index (dossier->plan->tasks, slot->index))->organisation);
    case GH_ROLL_RECIPIENT:
      return g_strdup (_("Recipients"));
    case GH_ROLL_TARGET:
      return gh_target_format (g_ptr_array_index (dossier->targets, slot->index));
    case GH_ROLL_ACTIVITY:
      return g_strdup_printf (
        _("Calendar, %s"),
        ((const GhActivity *) g_ptr_array_index (dossier->activities, slot->index))->title);
    case GH_ROLL_SESSION:
      return g_strdup_printf (
        _("Donation day %s"),
        ((const GhDonationSession *) g_ptr_array_index (dossier->sessions, slot->index))->name);
    case GH_ROLL_AWARD:
      return g_strdup_printf (
        _("Honouring, %s"),
        ((const GhAwardRound *) g_ptr_array_index (roll->awards, slot->index))->name);
    case GH_ROLL_BUDGET:
      return g_strdup_printf (
        _("Budget, %s"),
        ((const GhBudgetLine *) g_ptr_array_index (dossier->budget, slot->index))->content);
    case GH_ROLL_PLAN:
    case GH_ROLL_BASIS:
    case GH_ROLL_QUOTA:
    case GH_ROLL_UNIT:
    case GH_ROLL_RESULT:
    default:
      return g_strdup (slot->name ? _("Title of the plan") : _("Lines around the plan"));
    }
}

/* --- sentences ------------------------------------------------------------------------------- */

gsize
gh_roll_sentence_length (const char *raw, const char *sentence)
{
  const char *at = raw;

  while (*sentence != '\0')
    {
      if (*at == '*' && *sentence != '*')
        at++;
      else if (*sentence == ' ' && (*at == ' ' || *at == '\n' || *at == '\t'))
        {
          at += strspn (at, " \n\t");
          sentence++;
        }
      else if (*at == ' ' && at > raw && (at[-1] == ' ' || at[-1] == '*'))
        at++;
      else if (*at == *sentence && *at != '\0')
        {
          at++;
          sentence++;
        }
      else
        return 0;
    }
  return (gsize) (at - raw);
}

static char *
join (const GArray *slots, guint first, guint end)
{
  GString *joined = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    g_string_append_printf (joined, "%s%s", i > first ? GH_ROLL_CELL_GAP : "",
                            *g_array_index (slots, GhRollSlot, i).text);
  return g_string_free (joined, FALSE);
}

static guint
row_end (const GArray *slots, guint first)
{
  const GhRollSlot *slot = &g_array_index (slots, GhRollSlot, first);
  guint end = first + 1;

  while (slot->row >= 0 && end < slots->len &&
         g_array_index (slots, GhRollSlot, end).index == slot->index &&
         g_array_index (slots, GhRollSlot, end).row == slot->row)
    end++;
  return end;
}

static void
home_free (GhRollHome *home)
{
  g_free (home->joined);
  g_free (home);
}

GPtrArray *
gh_roll_homes_new (const GArray *slots)
{
  GPtrArray *homes = g_ptr_array_new_with_free_func ((GDestroyNotify) home_free);
  guint end;

  for (guint first = 0; first < slots->len; first = end)
    {
      GhRollHome *home;

      end = row_end (slots, first);
      if (g_array_index (slots, GhRollSlot, first).subject != GH_ROLL_BLOCK ||
          g_array_index (slots, GhRollSlot, first).frozen != NULL)
        continue;
      home = g_new0 (GhRollHome, 1);
      home->first = first;
      home->end = end;
      home->joined = join (slots, first, end);
      g_ptr_array_add (homes, home);
    }
  return homes;
}

const GhRollHome *
gh_roll_homes_find (const GPtrArray *homes, const char *sentence, gsize *offset)
{
  for (guint i = 0; *sentence != '\0' && i < homes->len; i++)
    {
      const GhRollHome *home = g_ptr_array_index (homes, i);

      for (const char *at = home->joined; (at = strchr (at, *sentence)) != NULL; at++)
        if (gh_roll_sentence_length (at, sentence) > 0)
          {
            *offset = (gsize) (at - home->joined);
            return home;
          }
    }
  return NULL;
}
