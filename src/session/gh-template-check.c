/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "gh-template-private.h"

/* The files of the clerk's own templates may come from anybody: what is not as we write it is
 * refused, so that those who build from it need not ask again. */

#define MAX_DEPTH 8

typedef enum
{
  MEMBER_TEXT,
  MEMBER_NUMBER,
  MEMBER_BOOLEAN,
  MEMBER_OBJECT,
  MEMBER_OBJECTS,
  MEMBER_ROWS,
} MemberKind;

/* All other members are texts. */
static const struct
{
  const char *name;
  MemberKind kind;
} members[] = {
  { "campaign", MEMBER_OBJECT },  { "plan", MEMBER_OBJECT },
  { "bases", MEMBER_OBJECTS },    { "blocks", MEMBER_OBJECTS },
  { "tasks", MEMBER_OBJECTS },    { "recipients", MEMBER_OBJECTS },
  { "targets", MEMBER_OBJECTS },  { "activities", MEMBER_OBJECTS },
  { "awards", MEMBER_OBJECTS },   { "budget", MEMBER_OBJECTS },
  { "table", MEMBER_ROWS },       { "rows", MEMBER_ROWS },
  { "value", MEMBER_NUMBER },     { "value_to", MEMBER_NUMBER },
  { "quantity", MEMBER_NUMBER },  { "price", MEMBER_NUMBER },
  { "amount", MEMBER_NUMBER },    { "level", MEMBER_NUMBER },
  { "assigned", MEMBER_BOOLEAN }, { "cited", MEMBER_BOOLEAN },
};

static MemberKind
member_kind (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (strcmp (members[i].name, name) == 0)
      return members[i].kind;
  return MEMBER_TEXT;
}

static gboolean
is_text (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING &&
         g_utf8_validate (json_node_get_string (node), -1, NULL);
}

static gboolean
is_number (JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  return type == G_TYPE_INT64 || (type == G_TYPE_DOUBLE && isfinite (json_node_get_double (node)));
}

static gboolean
is_boolean (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN;
}

static gboolean
is_row (JsonNode *node)
{
  JsonArray *cells = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; cells != NULL && i < json_array_get_length (cells); i++)
    if (!is_text (json_array_get_element (cells, i)))
      return FALSE;
  return cells != NULL;
}

static gboolean is_object (JsonNode *node);

static gboolean
is_list (JsonNode *node, gboolean (*is_element) (JsonNode *))
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (!is_element (json_array_get_element (array, i)))
      return FALSE;
  return array != NULL;
}

static gboolean
is_member (const char *name, JsonNode *node)
{
  switch (member_kind (name))
    {
    case MEMBER_NUMBER:
      return is_number (node);
    case MEMBER_BOOLEAN:
      return is_boolean (node);
    case MEMBER_OBJECT:
      return is_object (node);
    case MEMBER_OBJECTS:
      return is_list (node, is_object);
    case MEMBER_ROWS:
      return is_list (node, is_row);
    case MEMBER_TEXT:
    default:
      return is_text (node);
    }
}

static gboolean
is_object (JsonNode *node)
{
  g_autoptr (GList) names = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  names = json_object_get_members (json_node_get_object (node));
  for (GList *at = names; at != NULL; at = at->next)
    if (!is_member (at->data, json_object_get_member (json_node_get_object (node), at->data)))
      return FALSE;
  return TRUE;
}

/* The parser goes down level by level: nothing deep may reach it. */
static gboolean
is_shallow (const char *text, gsize length)
{
  gboolean quoted = FALSE;
  int depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (quoted && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        quoted = !quoted;
      else if (!quoted && (text[i] == '{' || text[i] == '['))
        depth++;
      else if (!quoted && (text[i] == '}' || text[i] == ']'))
        depth--;
      if (depth > MAX_DEPTH || text[i] == '\0')
        return FALSE;
    }
  return !quoted && depth == 0;
}

JsonObject *
_gh_template_parse (const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root = NULL;
  JsonObject *object = NULL;

  if (g_utf8_validate (text, (gssize) length, NULL) && is_shallow (text, length) &&
      json_parser_load_from_data (parser, text, (gssize) length, NULL))
    root = json_parser_get_root (parser);
  if (root != NULL && is_object (root))
    object = json_node_get_object (root);
  if (object == NULL || !json_object_has_member (object, "campaign") ||
      !json_object_has_member (object, "plan"))
    {
      g_set_error_literal (error, GH_STORE_ERROR, GH_STORE_ERROR_INVALID,
                           _("This file is not a template of Giọt Hồng, or it is damaged. Remove "
                             "the template and save it again from a campaign."));
      return NULL;
    }
  return json_object_ref (object);
}
