/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-json.h"

#include <math.h>

CliJson *
cli_json_new (void)
{
  CliJson *json = g_new0 (CliJson, 1);

  json->text = g_string_new (NULL);
  json->first = TRUE;
  return json;
}

void
cli_json_free (CliJson *json)
{
  g_string_free (json->text, TRUE);
  g_free (json);
}

static void
append_string (GString *out, const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  g_string_append_c (out, '"');
  for (const char *at = valid; *at != '\0'; at++)
    {
      guchar byte = (guchar) *at;

      if (byte == '"' || byte == '\\')
        g_string_append_printf (out, "\\%c", byte);
      else if (byte == '\n')
        g_string_append (out, "\\n");
      else if (byte == '\t')
        g_string_append (out, "\\t");
      else if (byte < 0x20 || byte == 0x7f)
        g_string_append_printf (out, "\\u%04x", byte);
      else
        g_string_append_c (out, (char) byte);
    }
  g_string_append_c (out, '"');
}

/* What stands before a value: comma, new line, name. */
static void
open_value (CliJson *json, const char *name)
{
  if (!json->first)
    g_string_append_c (json->text, ',');
  if (json->depth > 0)
    g_string_append_printf (json->text, "\n%*s", 2 * json->depth, "");
  json->first = FALSE;
  if (name == NULL)
    return;
  append_string (json->text, name);
  g_string_append (json->text, ": ");
}

void
cli_json_begin (CliJson *json, const char *name, char bracket)
{
  open_value (json, name);
  g_string_append_c (json->text, bracket);
  json->depth++;
  json->first = TRUE;
}

void
cli_json_end (CliJson *json, char bracket)
{
  json->depth--;
  if (!json->first)
    g_string_append_printf (json->text, "\n%*s", 2 * json->depth, "");
  g_string_append_c (json->text, bracket);
  json->first = FALSE;
}

void
cli_json_null (CliJson *json, const char *name)
{
  open_value (json, name);
  g_string_append (json->text, "null");
}

void
cli_json_bool (CliJson *json, const char *name, gboolean value)
{
  open_value (json, name);
  g_string_append (json->text, value ? "true" : "false");
}

void
cli_json_int (CliJson *json, const char *name, gint64 value)
{
  open_value (json, name);
  g_string_append_printf (json->text, "%" G_GINT64_FORMAT, value);
}

void
cli_json_count (CliJson *json, const char *name, gint64 value)
{
  if (value < 0)
    cli_json_null (json, name);
  else
    cli_json_int (json, name, value);
}

void
cli_json_tenths (CliJson *json, const char *name, gint64 tenths)
{
  if (tenths < 0)
    {
      cli_json_null (json, name);
      return;
    }
  open_value (json, name);
  g_string_append_printf (json->text, "%" G_GINT64_FORMAT, tenths / 10);
  if (tenths % 10 != 0)
    g_string_append_printf (json->text, ".%d", (int) (tenths % 10));
}

void
cli_json_double (CliJson *json, const char *name, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    {
      cli_json_null (json, name);
      return;
    }
  open_value (json, name);
  g_string_append (json->text, g_ascii_formatd (buffer, sizeof buffer, "%.12g", value));
}

void
cli_json_string (CliJson *json, const char *name, const char *value)
{
  if (value == NULL)
    {
      cli_json_null (json, name);
      return;
    }
  open_value (json, name);
  append_string (json->text, value);
}

void
cli_json_text (CliJson *json, const char *name, const char *value)
{
  cli_json_string (json, name, value != NULL && *value != '\0' ? value : NULL);
}

void
cli_json_day (CliJson *json, const char *name, guint32 day)
{
  g_autofree char *iso = gh_day_format_iso (day);

  cli_json_text (json, name, iso);
}

void
cli_json_period (CliJson *json, const GhDateSpan *span)
{
  cli_json_day (json, "start", span->start);
  cli_json_day (json, "end", span->start != 0 ? span->end : 0);
}

void
cli_json_minute (CliJson *json, const char *name, int minute)
{
  g_autofree char *text =
    minute >= 0 ? g_strdup_printf ("%02d:%02d", minute / 60, minute % 60) : NULL;

  cli_json_string (json, name, text);
}

const char *
cli_json_get_text (CliJson *json)
{
  if (json->text->len == 0 || json->text->str[json->text->len - 1] != '\n')
    g_string_append_c (json->text, '\n');
  return json->text->str;
}
