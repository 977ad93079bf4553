/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-template-private.h"
#include "gh-template-rule.h"
#include "gh-text.h"

/* From the JSON of a template to the campaign, plan, targets, calendar and award rounds. */

char *
_gh_template_dup_text (JsonObject *object, const char *name, int year)
{
  g_autofree char *text =
    gh_template_rule_expand (json_object_get_string_member_with_default (object, name, ""), year);

  return gh_text_nfc (text, -1);
}

GhDateSpan
_gh_template_get_span (JsonObject *object, const char *name, int year)
{
  const char *when = json_object_get_string_member_with_default (object, name, "");
  GhDateSpan span = GH_DATE_SPAN_INIT;

  gh_template_rule_span (when, year, &span); /* the 29th of February: none in this year */
  return span;
}

JsonArray *
_gh_template_get_array (JsonObject *object, const char *name)
{
  return json_object_has_member (object, name) ? json_object_get_array_member (object, name) : NULL;
}

void
_gh_template_take_text (char **place, JsonObject *object, const char *name, int year)
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

  _gh_template_take_text (&campaign->theme, object, "theme", year);
  campaign->period = _gh_template_get_span (object, "period", year);
  gh_unit_convention_from_string (
    json_object_get_string_member_with_default (object, "convention", "bag"),
    &campaign->convention);
  gh_campaign_state_from_string (
    json_object_get_string_member_with_default (object, "state", "draft"), &campaign->state);
  return campaign;
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
      _gh_template_take_text (&target->unit, object, "unit", year);
      _gh_template_take_text (&target->basis, object, "basis", year);
      _gh_template_take_text (&target->owner, object, "owner", year);
      _gh_template_take_text (&target->text, object, "text", year);
      target->campaign_id = campaign_id;
      target->position = (int) i;
      if (!gh_store_save_target (store, target, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
build_activities (GhStore *store,
                  JsonArray *array,
                  int year,
                  gint64 campaign_id,
                  GArray *ids,
                  GError **error)
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
      _gh_template_take_text (&activity->place, object, "place", year);
      _gh_template_take_text (&activity->lead, object, "lead", year);
      _gh_template_take_text (&activity->partners, object, "partners", year);
      _gh_template_take_text (&activity->result, object, "result", year);
      _gh_template_take_text (&activity->text, object, "text", year);
      activity->campaign_id = campaign_id;
      if (!gh_store_save_activity (store, activity, error))
        return FALSE;
      g_array_append_val (ids, activity->id);
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

      _gh_template_take_text (&round->audience, object, "audience", year);
      round->period = _gh_template_get_span (object, "period", year);
      round->deadline = _gh_template_get_span (object, "deadline", year);
      round->campaign_id = campaign_id;
      if (!gh_store_save_award_round (store, round, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
build_budget (GhStore *store, JsonArray *array, int year, gint64 campaign_id, GError **error)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      g_autofree char *content = _gh_template_dup_text (object, "content", year);
      g_autoptr (GhBudgetLine) line = gh_budget_line_new (content);

      _gh_template_take_text (&line->unit, object, "unit", year);
      _gh_template_take_text (&line->source, object, "source", year);
      _gh_template_take_text (&line->note, object, "note", year);
      line->quantity = MAX (json_object_get_int_member_with_default (object, "quantity", -1), -1);
      line->price = MAX (json_object_get_int_member_with_default (object, "price", -1), -1);
      line->amount = MAX (json_object_get_int_member_with_default (object, "amount", -1), -1);
      line->campaign_id = campaign_id;
      line->position = (int) i;
      if (!gh_store_save_budget_line (store, line, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
_gh_template_build (GhStore *store, JsonObject *root, int year, gint64 *campaign_id, GError **error)
{
  g_autoptr (GhCampaign) campaign = read_campaign (root, year);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GhPlan) plan = NULL;

  if (!gh_store_save_campaign (store, campaign, error))
    return FALSE;
  *campaign_id = campaign->id;
  /* Before the plan, whose fields name them. */
  if (!build_activities (store, _gh_template_get_array (root, "activities"), year, campaign->id,
                         ids, error))
    return FALSE;
  plan = _gh_template_read_plan (root, year, ids);
  plan->campaign_id = campaign->id;
  return gh_store_save_plan (store, plan, error) &&
         build_targets (store, _gh_template_get_array (root, "targets"), year, campaign->id,
                        error) &&
         build_awards (store, _gh_template_get_array (root, "awards"), year, campaign->id, error) &&
         build_budget (store, _gh_template_get_array (root, "budget"), year, campaign->id, error);
}
