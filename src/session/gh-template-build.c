/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-template-private.h"
#include "gh-template-rule.h"

/* From the JSON of a template to the campaign, plan, targets, calendar and award rounds. */

char *
_gh_template_dup_text (JsonObject *object, const char *name, int year)
{
  return gh_template_rule_expand (json_object_get_string_member_with_default (object, name, ""),
                                  year);
}

GhDateSpan
_gh_template_get_span (JsonObject *object, const char *name, int year)
{
  const char *when = json_object_get_string_member_with_default (object, name, "");
  GhDateSpan span = GH_DATE_SPAN_INIT;

  if (*when != '\0' && !gh_template_rule_span (when, year, &span))
    g_warning ("template: not a date: %s", when);
  return span;
}

JsonArray *
_gh_template_get_array (JsonObject *object, const char *name)
{
  return json_object_has_member (object, name) ? json_object_get_array_member (object, name) : NULL;
}

static void
take_text (char **place, JsonObject *object, const char *name, int year)
{
  g_free (*place);
  *place = _gh_template_dup_text (object, name, year);
}

static GhCampaign *
read_campaign (JsonObject *root, int year)
{
  JsonObject *object = json_object_get_object_member (root, "campaign");
  g_autofree char *name = _gh_template_dup_text (object, "name", year);
  GhCampaign *campaign = gh_campaign_new (name, year);

  take_text (&campaign->theme, object, "theme", year);
  campaign->period = _gh_template_get_span (object, "period", year);
  gh_unit_convention_from_string (
    json_object_get_string_member_with_default (object, "convention", "bag"),
    &campaign->convention);
  gh_campaign_state_from_string (
    json_object_get_string_member_with_default (object, "state", "draft"), &campaign->state);
  return campaign;
}

static GhBasis *
read_basis (JsonObject *object, int year)
{
  GhBasis *basis = gh_basis_new (NULL);
  g_autofree char *date = _gh_template_dup_text (object, "date", year);

  take_text (&basis->text, object, "text", year);
  take_text (&basis->number, object, "number", year);
  take_text (&basis->issuer, object, "issuer", year);
  take_text (&basis->title, object, "title", year);
  basis->date = *date != '\0' ? gh_template_rule_day (date, year) : 0;
  return basis;
}

static void
read_rows (GhBlock *block, JsonArray *rows, int year)
{
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonArray *cells = json_array_get_array_element (rows, i);
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) texts = NULL;

      for (guint j = 0; j < json_array_get_length (cells); j++)
        {
          g_autofree char *text =
            gh_template_rule_expand (json_array_get_string_element (cells, j), year);

          g_strv_builder_add (builder, text);
        }
      texts = g_strv_builder_end (builder);
      gh_block_add_row (block, (const char *const *) texts);
    }
}

/* One member tells the kind, see data/templates/README.md. */
static GhBlock *
read_block (JsonObject *object, int year)
{
  static const struct
  {
    const char *name;
    GhBlockKind kind;
    int level;
    const char *number; /* NULL = the member's value is the number, and "text" the text */
  } kinds[] = {
    { "h1", GH_BLOCK_HEADING, 1, NULL },        { "h2", GH_BLOCK_HEADING, 2, NULL },
    { "h3", GH_BLOCK_HEADING, 3, NULL },        { "p", GH_BLOCK_PARAGRAPH, 0, "" },
    { "item", GH_BLOCK_ITEM, 1, "-" },          { "subitem", GH_BLOCK_ITEM, 2, "+" },
    { "appendix", GH_BLOCK_APPENDIX, 1, NULL }, { "live", GH_BLOCK_LIVE, 0, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (json_object_has_member (object, kinds[i].name))
      {
        g_autofree char *value = _gh_template_dup_text (object, kinds[i].name, year);
        g_autofree char *text = _gh_template_dup_text (object, "text", year);
        gboolean live = kinds[i].kind == GH_BLOCK_LIVE;
        GhBlock *block = gh_block_new (kinds[i].kind, kinds[i].level,
                                       kinds[i].number != NULL ? kinds[i].number : value,
                                       kinds[i].number == NULL || live ? text : value);

        if (live)
          {
            g_free (block->live);
            block->live = g_steal_pointer (&value);
          }
        return block;
      }
  if (json_object_has_member (object, "table"))
    {
      GhBlock *block = gh_block_new (GH_BLOCK_TABLE, 0, "", "");

      read_rows (block, json_object_get_array_member (object, "table"), year);
      return block;
    }
  g_warning ("template: a block of no known kind");
  return gh_block_new (GH_BLOCK_PARAGRAPH, 0, "", "");
}

static void
read_plan_parts (GhPlan *plan, JsonObject *object, int year)
{
  JsonArray *bases = _gh_template_get_array (object, "bases");
  JsonArray *blocks = _gh_template_get_array (object, "blocks");
  JsonArray *tasks = _gh_template_get_array (object, "tasks");
  JsonArray *recipients = _gh_template_get_array (object, "recipients");

  for (guint i = 0; bases != NULL && i < json_array_get_length (bases); i++)
    g_ptr_array_add (plan->bases, read_basis (json_array_get_object_element (bases, i), year));
  for (guint i = 0; blocks != NULL && i < json_array_get_length (blocks); i++)
    g_ptr_array_add (plan->blocks, read_block (json_array_get_object_element (blocks, i), year));
  for (guint i = 0; tasks != NULL && i < json_array_get_length (tasks); i++)
    {
      JsonObject *one = json_array_get_object_element (tasks, i);
      g_autofree char *organisation = _gh_template_dup_text (one, "organisation", year);
      g_autofree char *text = _gh_template_dup_text (one, "text", year);
      GhTask *task = gh_task_new (organisation, text);

      task->deadline = _gh_template_get_span (one, "deadline", year);
      g_ptr_array_add (plan->tasks, task);
    }
  for (guint i = 0; recipients != NULL && i < json_array_get_length (recipients); i++)
    {
      JsonObject *one = json_array_get_object_element (recipients, i);
      g_autofree char *name = _gh_template_dup_text (one, "name", year);
      g_autofree char *purpose = _gh_template_dup_text (one, "purpose", year);

      g_ptr_array_add (plan->recipients, gh_recipient_new (name, purpose));
    }
}

static GhPlan *
read_plan (JsonObject *root, int year)
{
  JsonObject *object = json_object_get_object_member (root, "plan");
  GhPlan *plan = gh_plan_new ();
  g_autofree char *date = _gh_template_dup_text (object, "date", year);
  guint32 day = *date != '\0' ? gh_template_rule_day (date, year) : 0;

  take_text (&plan->parent_issuer, object, "parent_issuer", year);
  take_text (&plan->issuer, object, "issuer", year);
  take_text (&plan->number, object, "number", year);
  take_text (&plan->symbol, object, "symbol", year);
  take_text (&plan->place, object, "place", year);
  take_text (&plan->document_kind, object, "document_kind", year);
  take_text (&plan->title, object, "title", year);
  take_text (&plan->authority, object, "authority", year);
  take_text (&plan->signer_role, object, "signer_role", year);
  take_text (&plan->signature_mark, object, "signature_mark", year);
  take_text (&plan->signer_post, object, "signer_post", year);
  take_text (&plan->signer_name, object, "signer_name", year);
  if (day != 0)
    gh_day_to_ymd (day, &plan->issue_year, &plan->issue_month, &plan->issue_day);
  gh_plan_state_from_string (json_object_get_string_member_with_default (object, "state", "draft"),
                             &plan->state);
  gh_plan_profile_from_string (
    json_object_get_string_member_with_default (object, "profile", "nd30"), &plan->profile);
  read_plan_parts (plan, object, year);
  return plan;
}

static gboolean
build_targets (GhStore *store, JsonArray *array, int year, gint64 campaign_id, GError **error)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      double value = json_object_get_double_member_with_default (object, "value", 0);
      g_autoptr (GhTarget) target =
        gh_target_new (GH_INDICATOR_OTHER, GH_COMPARATOR_AT_LEAST, value);

      gh_indicator_from_string (
        json_object_get_string_member_with_default (object, "indicator", "other"),
        &target->indicator);
      gh_comparator_from_string (
        json_object_get_string_member_with_default (object, "comparator", "at-least"),
        &target->comparator);
      target->value_to = json_object_get_double_member_with_default (object, "value_to", value);
      target->assigned = json_object_get_boolean_member_with_default (object, "assigned", FALSE);
      take_text (&target->unit, object, "unit", year);
      take_text (&target->basis, object, "basis", year);
      take_text (&target->owner, object, "owner", year);
      take_text (&target->text, object, "text", year);
      target->campaign_id = campaign_id;
      target->position = (int) i;
      if (!gh_store_save_target (store, target, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
build_activities (GhStore *store, JsonArray *array, int year, gint64 campaign_id, GError **error)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      g_autofree char *title = _gh_template_dup_text (object, "title", year);
      GhDateSpan span = _gh_template_get_span (object, "when", year);
      g_autoptr (GhActivity) activity = gh_activity_new (title, GH_ACTIVITY_OTHER, &span);

      gh_activity_kind_from_string (
        json_object_get_string_member_with_default (object, "kind", "other"), &activity->kind);
      gh_activity_state_from_string (
        json_object_get_string_member_with_default (object, "state", "planned"), &activity->state);
      take_text (&activity->place, object, "place", year);
      take_text (&activity->lead, object, "lead", year);
      take_text (&activity->partners, object, "partners", year);
      take_text (&activity->result, object, "result", year);
      activity->campaign_id = campaign_id;
      if (!gh_store_save_activity (store, activity, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
build_awards (GhStore *store, JsonArray *array, int year, gint64 campaign_id, GError **error)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      g_autofree char *name = _gh_template_dup_text (object, "name", year);
      g_autoptr (GhAwardRound) round = gh_award_round_new (name);

      take_text (&round->audience, object, "audience", year);
      round->period = _gh_template_get_span (object, "period", year);
      round->deadline = _gh_template_get_span (object, "deadline", year);
      round->campaign_id = campaign_id;
      if (!gh_store_save_award_round (store, round, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
_gh_template_build (GhStore *store, JsonObject *root, int year, gint64 *campaign_id, GError **error)
{
  g_autoptr (GhCampaign) campaign = read_campaign (root, year);
  g_autoptr (GhPlan) plan = read_plan (root, year);

  if (!gh_store_save_campaign (store, campaign, error))
    return FALSE;
  *campaign_id = campaign->id;
  plan->campaign_id = campaign->id;
  return gh_store_save_plan (store, plan, error) &&
         build_targets (store, _gh_template_get_array (root, "targets"), year, campaign->id,
                        error) &&
         build_activities (store, _gh_template_get_array (root, "activities"), year, campaign->id,
                           error) &&
         build_awards (store, _gh_template_get_array (root, "awards"), year, campaign->id, error);
}
