/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-template-private.h"
#include "gh-template-rule.h"

/* From the JSON of a template to the plan. */

static GhBasis *
read_basis (JsonObject *object, int year)
{
  GhBasis *basis = gh_basis_new (NULL);
  g_autofree char *date = _gh_template_dup_text (object, "date", year);

  _gh_template_take_text (&basis->text, object, "text", year);
  _gh_template_take_text (&basis->number, object, "number", year);
  _gh_template_take_text (&basis->issuer, object, "issuer", year);
  _gh_template_take_text (&basis->title, object, "title", year);
  basis->cited = json_object_get_boolean_member_with_default (object, "cited", FALSE);
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

/* "block" names the kind, and all else has a member of its own. */
static GhBlock *
read_full_block (JsonObject *object, int year)
{
  GhBlockKind kind = GH_BLOCK_PARAGRAPH;
  gint64 level = json_object_get_int_member_with_default (object, "level", 0);
  g_autofree char *number = _gh_template_dup_text (object, "number", year);
  g_autofree char *text = _gh_template_dup_text (object, "text", year);
  GhBlock *block;

  gh_block_kind_from_string (
    json_object_get_string_member_with_default (object, "block", "paragraph"), &kind);
  block = gh_block_new (kind, (int) CLAMP (level, 0, 9), number, text);
  _gh_template_take_text (&block->live, object, "live", year);
  _gh_template_take_text (&block->frozen, object, "frozen", year);
  if (json_object_has_member (object, "rows"))
    read_rows (block, json_object_get_array_member (object, "rows"), year);
  return block;
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
  return read_full_block (object, year);
}

/* The fields of a template name the activities by their place in it: {{activity:@3:date}}. */
static void
fill_activity (char **text, const GArray *ids)
{
  static const char open[] = "{{activity:@";
  g_autoptr (GString) out = NULL;
  const char *from = *text;

  if (strstr (from, open) == NULL)
    return;
  out = g_string_new (NULL);
  for (const char *at; (at = strstr (from, open)) != NULL;)
    {
      char *end;
      guint64 index = g_ascii_strtoull (at + strlen (open), &end, 10);

      g_string_append_len (out, from, at - from);
      g_string_append_printf (out, "{{activity:%" G_GINT64_FORMAT,
                              index < ids->len ? g_array_index (ids, gint64, index) : 0);
      from = end;
    }
  g_string_append (out, from);
  g_free (*text);
  *text = g_string_free (g_steal_pointer (&out), FALSE);
}

static void
fill_activities (GhPlan *plan, const GArray *ids)
{
  fill_activity (&plan->title, ids);
  for (guint i = 0; i < plan->blocks->len; i++)
    {
      GhBlock *block = g_ptr_array_index (plan->blocks, i);

      fill_activity (&block->text, ids);
      for (guint k = 0; block->rows != NULL && k < block->rows->len; k++)
        for (char **cell = g_ptr_array_index (block->rows, k); *cell != NULL; cell++)
          fill_activity (cell, ids);
    }
  for (guint i = 0; i < plan->tasks->len; i++)
    fill_activity (&((GhTask *) g_ptr_array_index (plan->tasks, i))->text, ids);
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

GhPlan *
_gh_template_read_plan (JsonObject *root, int year, const GArray *ids)
{
  JsonObject *object = json_object_get_object_member (root, "plan");
  GhPlan *plan = gh_plan_new ();
  g_autofree char *date = _gh_template_dup_text (object, "date", year);
  guint32 day = *date != '\0' ? gh_template_rule_day (date, year) : 0;

  _gh_template_take_text (&plan->parent_issuer, object, "parent_issuer", year);
  _gh_template_take_text (&plan->issuer, object, "issuer", year);
  _gh_template_take_text (&plan->number, object, "number", year);
  _gh_template_take_text (&plan->symbol, object, "symbol", year);
  _gh_template_take_text (&plan->place, object, "place", year);
  _gh_template_take_text (&plan->document_kind, object, "document_kind", year);
  _gh_template_take_text (&plan->title, object, "title", year);
  _gh_template_take_text (&plan->authority, object, "authority", year);
  _gh_template_take_text (&plan->signer_role, object, "signer_role", year);
  _gh_template_take_text (&plan->signature_mark, object, "signature_mark", year);
  _gh_template_take_text (&plan->signer_post, object, "signer_post", year);
  _gh_template_take_text (&plan->signer_name, object, "signer_name", year);
  if (day != 0)
    gh_day_to_ymd (day, &plan->issue_year, &plan->issue_month, &plan->issue_day);
  gh_plan_state_from_string (json_object_get_string_member_with_default (object, "state", "draft"),
                             &plan->state);
  /* Issued is only what has a number in the register and a paper. */
  if (plan->state != GH_PLAN_FOR_SIGNATURE)
    plan->state = GH_PLAN_DRAFT;
  gh_plan_profile_from_string (
    json_object_get_string_member_with_default (object, "profile", "nd30"), &plan->profile);
  _gh_template_take_text (&plan->header_note, object, "header_note", year);
  _gh_template_take_text (&plan->recipients_note, object, "recipients_note", year);
  _gh_template_take_text (&plan->tail_note, object, "tail_note", year);
  read_plan_parts (plan, object, year);
  fill_activities (plan, ids);
  return plan;
}
