/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-edit-plan-merge.h"

#include <glib/gi18n-lib.h>

#include "gh-text.h"

/* A plan that is read once more. Rows are paired first by all that they say, then by the sentence
 * they came from: those pairs differ because somebody has corrected one of them. */

/* What differs between targets, calendar and award rounds. */
typedef struct
{
  char *(*say) (gconstpointer row);  /* (transfer full): all of it */
  char *(*name) (gconstpointer row); /* (transfer full): what stays when it is corrected */
  /* @old: what the row corrects; NULL = it is new, and stands at @position if it has one */
  gboolean (*save) (GhStore *store,
                    gconstpointer row,
                    gconstpointer old,
                    gint64 campaign_id,
                    int position,
                    GError **error);
} Kind;

static char *
say_span (const GhDateSpan *span)
{
  return g_strdup_printf ("%u-%u %d %d-%d %d", span->start, span->end, (int) span->precision,
                          span->start_minute, span->end_minute, span->before ? 1 : 0);
}

static void
set_text (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

/* --- targets --------------------------------------------------------------------------------- */

static char *
say_target (gconstpointer row)
{
  const GhTarget *target = row;

  return g_strdup_printf ("%d %d %g %g %d|%s|%s|%s|%s", (int) target->indicator,
                          (int) target->comparator, target->value, target->value_to,
                          target->assigned ? 1 : 0, target->unit, target->basis, target->owner,
                          target->text);
}

static char *
name_target (gconstpointer row)
{
  const GhTarget *target = row;

  return *target->text != '\0'
           ? g_strdup (target->text)
           : g_strdup_printf ("\n%d %s", (int) target->indicator, target->owner);
}

static gboolean
save_target (GhStore *store,
             gconstpointer row,
             gconstpointer old,
             gint64 campaign_id,
             int position,
             GError **error)
{
  const GhTarget *stored = old;
  g_autoptr (GhTarget) target = gh_target_copy (row);

  target->id = stored != NULL ? stored->id : 0;
  target->campaign_id = campaign_id;
  target->position = stored != NULL ? stored->position : position;
  return gh_store_save_target (store, target, error);
}

/* --- calendar -------------------------------------------------------------------------------- */

static char *
say_activity (gconstpointer row)
{
  const GhActivity *activity = row;
  g_autofree char *span = say_span (&activity->span);

  return g_strdup_printf ("%d %s|%s|%s|%s|%s|%s", (int) activity->kind, span, activity->title,
                          activity->place, activity->lead, activity->partners, activity->text);
}

static char *
name_activity (gconstpointer row)
{
  const GhActivity *activity = row;
  g_autofree char *fold = gh_text_fold (activity->title);

  return *activity->text != '\0' ? g_strdup (activity->text) : g_strconcat ("\n", fold, NULL);
}

static gboolean
save_activity (GhStore *store,
               gconstpointer row,
               gconstpointer old,
               gint64 campaign_id,
               int position G_GNUC_UNUSED,
               GError **error)
{
  const GhActivity *stored = old;
  g_autoptr (GhActivity) activity = gh_activity_copy (row);

  activity->id = stored != NULL ? stored->id : 0;
  activity->campaign_id = campaign_id;
  if (stored != NULL) /* how it went is told by the calendar alone */
    {
      activity->state = stored->state;
      set_text (&activity->result, stored->result);
    }
  return gh_store_save_activity (store, activity, error);
}

/* --- award rounds: those that were read are of another type than those that are stored -------- */

static char *
say_round (gconstpointer row)
{
  const GhAwardRound *round = row;
  g_autofree char *period = say_span (&round->period);
  g_autofree char *deadline = say_span (&round->deadline);

  return g_strdup_printf ("%s %s|%s|%s", period, deadline, round->name, round->audience);
}

static char *
name_round (gconstpointer row)
{
  return gh_text_fold (((const GhAwardRound *) row)->name);
}

static gboolean
save_round (GhStore *store,
            gconstpointer row,
            gconstpointer old,
            gint64 campaign_id,
            int position G_GNUC_UNUSED,
            GError **error)
{
  g_autoptr (GhAwardRound) round = gh_award_round_copy (row);

  round->id = old != NULL ? ((const GhAwardRound *) old)->id : 0;
  round->campaign_id = campaign_id;
  return gh_store_save_award_round (store, round, error);
}

GhAwardRound *
_gh_edit_award_round (const GhAwardReading *reading)
{
  GhAwardRound *round = gh_award_round_new (reading->name);

  set_text (&round->audience, reading->audience != NULL ? reading->audience : "");
  round->period = reading->period;
  round->deadline = reading->deadline;
  return round;
}

/* --- pairs ----------------------------------------------------------------------------------- */

static void
queue_free (gpointer queue)
{
  g_queue_free (queue);
}

/* Words → queue of the rows of @stored that say them, in their order. */
static GHashTable *
index_rows (const GPtrArray *stored, char *(*say) (gconstpointer row))
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, queue_free);

  for (guint i = 0; i < stored->len; i++)
    {
      g_autofree char *words = say (g_ptr_array_index (stored, i));
      GQueue *queue = g_hash_table_lookup (index, words);

      if (queue == NULL)
        {
          queue = g_queue_new ();
          g_hash_table_insert (index, g_steal_pointer (&words), queue);
        }
      g_queue_push_tail (queue, g_ptr_array_index (stored, i));
    }
  return index;
}

/* (nullable): the first row of @index that says what @row says and has no partner yet. */
static gconstpointer
take_partner (GHashTable *index,
              char *(*say) (gconstpointer row),
              gconstpointer row,
              GHashTable *taken)
{
  g_autofree char *words = say (row);
  GQueue *queue = g_hash_table_lookup (index, words);
  gpointer partner;

  while (queue != NULL && (partner = g_queue_pop_head (queue)) != NULL)
    if (g_hash_table_add (taken, partner))
      return partner;
  return NULL;
}

/* @store: (nullable): %NULL = only counts */
static gboolean
merge_rows (GhStore *store,
            const Kind *kind,
            const GPtrArray *stored,
            const GPtrArray *rows,
            const GHashTable *corrected,
            GhPlanMerge *merge,
            GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) same = index_rows (stored, kind->say);
  g_autoptr (GHashTable) named = index_rows (stored, kind->name);
  g_autofree gboolean *done = g_new0 (gboolean, rows->len + 1);

  for (guint i = 0; i < rows->len; i++)
    done[i] = take_partner (same, kind->say, g_ptr_array_index (rows, i), taken) != NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      gconstpointer row = g_ptr_array_index (rows, i);
      gconstpointer old = done[i] ? NULL : take_partner (named, kind->name, row, taken);

      if (done[i])
        continue;
      if (old != NULL && !g_hash_table_contains ((GHashTable *) corrected, row))
        {
          merge->kept++;
          continue;
        }
      *(old != NULL ? &merge->changed : &merge->added) += 1;
      if (store != NULL &&
          !kind->save (store, row, old, merge->campaign_id, (int) (stored->len + i), error))
        return FALSE;
    }
  return TRUE;
}

/* (transfer full): as award rounds; @corrected: those that were corrected are added to it */
static GPtrArray *
make_rounds (const GPtrArray *awards, GHashTable *corrected)
{
  GPtrArray *rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_award_round_free);

  for (guint i = 0; awards != NULL && i < awards->len; i++)
    {
      GhAwardRound *round = _gh_edit_award_round (g_ptr_array_index (awards, i));

      g_ptr_array_add (rounds, round);
      if (g_hash_table_contains (corrected, g_ptr_array_index (awards, i)))
        g_hash_table_add (corrected, round);
    }
  return rounds;
}

static GHashTable *
copy_set (GHashTable *set)
{
  GHashTable *copy = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key;

  if (set == NULL)
    return copy;
  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (copy, key);
  return copy;
}

gboolean
_gh_edit_merge_facts (GhStore *store,
                      const GhDossier *dossier,
                      const GhPlanReading *reading,
                      GhPlanMerge *merge,
                      GError **error)
{
  static const Kind targets = { say_target, name_target, save_target };
  static const Kind activities = { say_activity, name_activity, save_activity };
  static const Kind rounds = { say_round, name_round, save_round };
  g_autoptr (GHashTable) corrected = copy_set (reading->corrected);
  g_autoptr (GPtrArray) awards = make_rounds (reading->awards, corrected);

  *merge = (GhPlanMerge){ .campaign_id = dossier->campaign->id };
  return merge_rows (store, &targets, dossier->targets, reading->targets, corrected, merge,
                     error) &&
         merge_rows (store, &activities, dossier->activities, reading->activities, corrected, merge,
                     error) &&
         merge_rows (store, &rounds, dossier->awards, awards, corrected, merge, error);
}
