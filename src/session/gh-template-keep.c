/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-live.h"
#include "gh-template-private.h"

/* From a campaign to the JSON of a template. */

typedef struct
{
  /* Owned */
  JsonBuilder *json;
  GHashTable *rules; /* day → its rule (char *), of the days that the data know */
  /* Borrowed */
  const GhDossier *dossier;
  int year;
} Writer;

/* The sentences follow the days of the calendar. */
static GHashTable *
known_days (const GhDossier *dossier)
{
  GHashTable *rules = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < dossier->activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (dossier->activities, i);
      GhDateSpan day = gh_date_span_day (activity->span.start);

      if (day.start != 0 && activity->span.start == activity->span.end)
        g_hash_table_insert (rules, GUINT_TO_POINTER (day.start),
                             _gh_template_span_rule (&day, dossier->campaign->year, activity->title,
                                                     activity->kind == GH_ACTIVITY_DEADLINE));
    }
  return rules;
}

/* Activities are named by their place in the template: {{activity:@3:date}}. */
static char *
place_of_activity (gint64 id, gpointer data)
{
  const GhDossier *dossier = data;

  for (guint i = 0; i < dossier->activities->len; i++)
    if (((const GhActivity *) g_ptr_array_index (dossier->activities, i))->id == id)
      return g_strdup_printf ("@%u", i);
  return NULL;
}

static char *
make_rules (Writer *self, const char *text)
{
  g_autofree char *mapped =
    gh_live_map_activities (text, place_of_activity, (gpointer) self->dossier);

  return _gh_template_text_rules (mapped, self->year, self->rules);
}

/* --- members, left out if they say nothing --------------------------------------------------- */

/* Word for word, though it looks like a rule. */
static void
write_plain (Writer *self, const char *name, const char *text)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *escaped = NULL;

  if (*text == '\0')
    return;
  parts = g_strsplit (text, "$(", -1);
  escaped = g_strjoinv ("$($)(", parts);
  json_builder_set_member_name (self->json, name);
  json_builder_add_string_value (self->json, escaped);
}

static void
write_text (Writer *self, const char *name, const char *text)
{
  g_autofree char *ruled = NULL;

  if (*text == '\0')
    return;
  ruled = make_rules (self, text);
  json_builder_set_member_name (self->json, name);
  json_builder_add_string_value (self->json, ruled);
}

static void
write_word (Writer *self, const char *name, const char *word)
{
  json_builder_set_member_name (self->json, name);
  json_builder_add_string_value (self->json, word);
}

static void
write_count (Writer *self, const char *name, gint64 value)
{
  if (value < 0)
    return;
  json_builder_set_member_name (self->json, name);
  json_builder_add_int_value (self->json, value);
}

static void
write_number (Writer *self, const char *name, double value)
{
  json_builder_set_member_name (self->json, name);
  json_builder_add_double_value (self->json, value);
}

static void
write_true (Writer *self, const char *name, gboolean value)
{
  if (!value)
    return;
  json_builder_set_member_name (self->json, name);
  json_builder_add_boolean_value (self->json, TRUE);
}

static void
write_span (Writer *self, const char *name, const GhDateSpan *span, const char *title, gboolean due)
{
  g_autofree char *rule = _gh_template_span_rule (span, self->year, title, due);

  if (*rule != '\0')
    write_word (self, name, rule);
}

static void
begin_list (Writer *self, const char *name)
{
  json_builder_set_member_name (self->json, name);
  json_builder_begin_array (self->json);
}

/* --- the plan -------------------------------------------------------------------------------- */

/* A document that is cited has its number and date for good. */
static void
write_basis (Writer *self, const GhBasis *basis)
{
  g_autofree char *date = gh_day_format_iso (basis->date);

  json_builder_begin_object (self->json);
  write_plain (self, "text", basis->text);
  write_plain (self, "number", basis->number);
  write_plain (self, "date", date);
  write_plain (self, "issuer", basis->issuer);
  write_plain (self, "title", basis->title);
  write_true (self, "cited", basis->cited);
  json_builder_end_object (self->json);
}

static void
write_block (Writer *self, const GhBlock *block)
{
  json_builder_begin_object (self->json);
  write_word (self, "block", gh_block_kind_to_string (block->kind));
  write_count (self, "level", block->level);
  write_plain (self, "number", block->number);
  write_text (self, "text", block->text);
  write_plain (self, "live", block->live);
  write_plain (self, "frozen", block->frozen);
  if (block->rows != NULL)
    {
      begin_list (self, "rows");
      for (guint i = 0; i < block->rows->len; i++)
        {
          json_builder_begin_array (self->json);
          for (char **cell = g_ptr_array_index (block->rows, i); *cell != NULL; cell++)
            {
              g_autofree char *text = make_rules (self, *cell);

              json_builder_add_string_value (self->json, text);
            }
          json_builder_end_array (self->json);
        }
      json_builder_end_array (self->json);
    }
  json_builder_end_object (self->json);
}

static void
write_plan_parts (Writer *self, const GhPlan *plan)
{
  begin_list (self, "bases");
  for (guint i = 0; i < plan->bases->len; i++)
    write_basis (self, g_ptr_array_index (plan->bases, i));
  json_builder_end_array (self->json);
  begin_list (self, "blocks");
  for (guint i = 0; i < plan->blocks->len; i++)
    write_block (self, g_ptr_array_index (plan->blocks, i));
  json_builder_end_array (self->json);
  begin_list (self, "tasks");
  for (guint i = 0; i < plan->tasks->len; i++)
    {
      const GhTask *task = g_ptr_array_index (plan->tasks, i);

      json_builder_begin_object (self->json);
      write_text (self, "organisation", task->organisation);
      write_text (self, "text", task->text);
      write_span (self, "deadline", &task->deadline, task->text, TRUE);
      json_builder_end_object (self->json);
    }
  json_builder_end_array (self->json);
  begin_list (self, "recipients");
  for (guint i = 0; i < plan->recipients->len; i++)
    {
      const GhRecipient *recipient = g_ptr_array_index (plan->recipients, i);

      json_builder_begin_object (self->json);
      write_text (self, "name", recipient->name);
      write_text (self, "purpose", recipient->purpose);
      json_builder_end_object (self->json);
    }
  json_builder_end_array (self->json);
}

/* Not the number, nor the day of issue, nor that it was signed. */
static void
write_plan (Writer *self)
{
  const GhPlan *plan = self->dossier->plan;

  json_builder_set_member_name (self->json, "plan");
  json_builder_begin_object (self->json);
  write_word (self, "profile", gh_plan_profile_to_string (plan->profile));
  write_plain (self, "document_kind", plan->document_kind);
  write_text (self, "parent_issuer", plan->parent_issuer);
  write_text (self, "issuer", plan->issuer);
  write_plain (self, "symbol", plan->symbol);
  write_plain (self, "place", plan->place);
  write_text (self, "title", plan->title);
  write_text (self, "header_note", plan->header_note);
  write_plan_parts (self, plan);
  write_text (self, "recipients_note", plan->recipients_note);
  write_plain (self, "authority", plan->authority);
  write_plain (self, "signer_role", plan->signer_role);
  write_plain (self, "signer_post", plan->signer_post);
  write_plain (self, "signer_name", plan->signer_name);
  write_text (self, "tail_note", plan->tail_note);
  json_builder_end_object (self->json);
}

/* --- the data -------------------------------------------------------------------------------- */

static void
write_campaign (Writer *self)
{
  const GhCampaign *campaign = self->dossier->campaign;

  json_builder_set_member_name (self->json, "campaign");
  json_builder_begin_object (self->json);
  write_text (self, "name", campaign->name);
  write_text (self, "theme", campaign->theme);
  write_span (self, "period", &campaign->period, "", FALSE);
  write_word (self, "convention", gh_unit_convention_to_string (campaign->convention));
  json_builder_end_object (self->json);
}

static void
write_targets (Writer *self)
{
  begin_list (self, "targets");
  for (guint i = 0; i < self->dossier->targets->len; i++)
    {
      const GhTarget *target = g_ptr_array_index (self->dossier->targets, i);

      json_builder_begin_object (self->json);
      write_word (self, "indicator", gh_indicator_to_string (target->indicator));
      write_word (self, "comparator", gh_comparator_to_string (target->comparator));
      write_number (self, "value", target->value);
      write_number (self, "value_to", target->value_to);
      write_true (self, "assigned", target->assigned);
      write_text (self, "unit", target->unit);
      write_text (self, "basis", target->basis);
      write_text (self, "owner", target->owner);
      write_text (self, "text", target->text);
      json_builder_end_object (self->json);
    }
  json_builder_end_array (self->json);
}

static void
write_activities (Writer *self)
{
  begin_list (self, "activities");
  for (guint i = 0; i < self->dossier->activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (self->dossier->activities, i);

      json_builder_begin_object (self->json);
      write_text (self, "title", activity->title);
      write_word (self, "kind", gh_activity_kind_to_string (activity->kind));
      write_span (self, "when", &activity->span, activity->title,
                  activity->kind == GH_ACTIVITY_DEADLINE);
      write_text (self, "place", activity->place);
      write_text (self, "lead", activity->lead);
      write_text (self, "partners", activity->partners);
      write_text (self, "text", activity->text);
      json_builder_end_object (self->json);
    }
  json_builder_end_array (self->json);
}

static void
write_awards (Writer *self)
{
  begin_list (self, "awards");
  for (guint i = 0; i < self->dossier->awards->len; i++)
    {
      const GhAwardRound *round = g_ptr_array_index (self->dossier->awards, i);

      json_builder_begin_object (self->json);
      write_text (self, "name", round->name);
      write_text (self, "audience", round->audience);
      write_span (self, "period", &round->period, "", FALSE);
      write_span (self, "deadline", &round->deadline, "", TRUE);
      json_builder_end_object (self->json);
    }
  json_builder_end_array (self->json);
}

static void
write_budget (Writer *self)
{
  begin_list (self, "budget");
  for (guint i = 0; i < self->dossier->budget->len; i++)
    {
      const GhBudgetLine *line = g_ptr_array_index (self->dossier->budget, i);

      json_builder_begin_object (self->json);
      write_text (self, "content", line->content);
      write_text (self, "unit", line->unit);
      write_count (self, "quantity", line->quantity);
      write_count (self, "price", line->price);
      write_count (self, "amount", line->amount);
      write_text (self, "source", line->source);
      write_text (self, "note", line->note);
      json_builder_end_object (self->json);
    }
  json_builder_end_array (self->json);
}

char *
_gh_template_write (const GhDossier *dossier, const char *name, const char *description)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (GHashTable) rules = known_days (dossier);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  Writer self = { json, rules, dossier, dossier->campaign->year };

  json_builder_begin_object (json);
  write_word (&self, "name", name);
  write_word (&self, "description", description);
  write_campaign (&self);
  write_plan (&self);
  write_targets (&self);
  write_activities (&self);
  write_awards (&self);
  write_budget (&self);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  return json_generator_to_data (generator, NULL);
}
