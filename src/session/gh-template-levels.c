/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-template-private.h"

/* Provinces, districts and communes until 30/06/2025, provinces and communes since: one template
 * holds the words for both, "$(levels:huyện|xã)", and what there is only in one of them
 * ("levels": 3 or 2). */

static const char open[] = "$(levels:";

/* Where the bracket that is open at @from closes; NULL if it does not. */
static const char *
find_close (const char *from)
{
  int depth = 1;

  for (const char *p = from; *p != '\0'; p++)
    {
      depth += *p == '(' ? 1 : *p == ')' ? -1 : 0;
      if (depth == 0)
        return p;
    }
  return NULL;
}

static char *
choose_text (const char *text, gboolean three)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *at; (at = strstr (text, open)) != NULL;)
    {
      const char *from = at + strlen (open);
      const char *bar = strchr (from, '|');
      const char *close = find_close (from);

      if (bar == NULL || close == NULL || bar > close)
        break;
      g_string_append_len (out, text, at - text);
      if (three)
        g_string_append_len (out, from, bar - from);
      else
        g_string_append_len (out, bar + 1, close - bar - 1);
      text = close + 1;
    }
  g_string_append (out, text);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static JsonNode *choose_node (JsonNode *node, gboolean three);

static gboolean
is_of_levels (JsonNode *node, gboolean three)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  return object == NULL || !json_object_has_member (object, "levels") ||
         json_object_get_int_member (object, "levels") == (three ? 3 : 2);
}

static JsonNode *
choose_array (JsonArray *array, gboolean three)
{
  JsonArray *chosen = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (is_of_levels (element, three))
        json_array_add_element (chosen, choose_node (element, three));
    }
  json_node_take_array (node, chosen);
  return node;
}

static JsonNode *
choose_object (JsonObject *object, gboolean three)
{
  JsonObject *chosen = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GList) names = json_object_get_members (object);

  for (const GList *name = names; name != NULL; name = name->next)
    json_object_set_member (chosen, name->data,
                            choose_node (json_object_get_member (object, name->data), three));
  json_node_take_object (node, chosen);
  return node;
}

static JsonNode *
choose_node (JsonNode *node, gboolean three)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return choose_object (json_node_get_object (node), three);
  if (JSON_NODE_HOLDS_ARRAY (node))
    return choose_array (json_node_get_array (node), three);
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      g_autofree char *text = choose_text (json_node_get_string (node), three);

      return json_node_init_string (json_node_alloc (), text);
    }
  return json_node_copy (node);
}

/* As the checker asks: by the day on which a campaign without a date of issue begins. */
static gboolean
has_three_levels (JsonObject *root, int year)
{
  JsonObject *campaign = json_object_get_object_member (root, "campaign");
  GhDateSpan period = _gh_template_get_span (campaign, "period", year);

  return gh_date_span_is_empty (&period) ? year < 2025
                                         : period.start < gh_day_from_ymd (2025, 7, 1);
}

JsonObject *
_gh_template_choose_levels (JsonObject *root, int year)
{
  g_autoptr (JsonNode) node = choose_object (root, has_three_levels (root, year));

  return json_object_ref (json_node_get_object (node));
}
