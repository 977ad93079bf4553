/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli-json.h"
#include "cli.h"
#include "gh-issue.h"

static void
put_pieces (CliJson *json, const GhCompareLine *line)
{
  cli_json_begin (json, "pieces", '[');
  for (guint i = 0; i < line->pieces->len; i++)
    {
      const GhComparePiece *piece = g_ptr_array_index (line->pieces, i);

      cli_json_begin (json, NULL, '{');
      cli_json_string (json, "kind", gh_compare_kind_to_string (piece->kind));
      cli_json_string (json, "text", piece->text);
      cli_json_end (json, '}');
    }
  cli_json_end (json, ']');
}

static CliJson *
make_json (const GPtrArray *lines)
{
  CliJson *json = cli_json_new ();

  cli_json_begin (json, NULL, '{');
  cli_json_count (json, "changed", gh_compare_count (lines, GH_COMPARE_CHANGED));
  cli_json_count (json, "added", gh_compare_count (lines, GH_COMPARE_ADDED));
  cli_json_count (json, "removed", gh_compare_count (lines, GH_COMPARE_REMOVED));
  cli_json_begin (json, "paragraphs", '[');
  for (guint i = 0; i < lines->len; i++)
    {
      const GhCompareLine *line = g_ptr_array_index (lines, i);

      cli_json_begin (json, NULL, '{');
      cli_json_string (json, "kind", gh_compare_kind_to_string (line->kind));
      cli_json_string (json, "old", line->kind == GH_COMPARE_ADDED ? NULL : line->old_text);
      cli_json_string (json, "new", line->kind == GH_COMPARE_REMOVED ? NULL : line->new_text);
      if (line->kind == GH_COMPARE_CHANGED)
        put_pieces (json, line);
      cli_json_end (json, '}');
    }
  cli_json_end (json, ']');
  cli_json_end (json, '}');
  return json;
}

static void
append_changed (GString *out, const GhCompareLine *line)
{
  g_string_append (out, "~ ");
  for (guint i = 0; i < line->pieces->len; i++)
    {
      const GhComparePiece *piece = g_ptr_array_index (line->pieces, i);

      if (piece->kind == GH_COMPARE_SAME)
        g_string_append (out, piece->text);
      else if (piece->kind == GH_COMPARE_REMOVED)
        g_string_append_printf (out, "[-%s-]", piece->text);
      else
        g_string_append_printf (out, "{+%s+}", piece->text);
    }
  g_string_append_c (out, '\n');
}

/* What has changed, a paragraph a line; empty lines say nothing. */
static char *
make_text (const GPtrArray *lines)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const GhCompareLine *line = g_ptr_array_index (lines, i);

      if (line->kind == GH_COMPARE_CHANGED)
        append_changed (out, line);
      else if (line->kind == GH_COMPARE_REMOVED && *line->old_text != '\0')
        g_string_append_printf (out, "- %s\n", line->old_text);
      else if (line->kind == GH_COMPARE_ADDED && *line->new_text != '\0')
        g_string_append_printf (out, "+ %s\n", line->new_text);
    }
  if (out->len == 0)
    g_string_append_printf (out, "%s\n", _("Nothing was changed since then."));
  return g_string_free (out, FALSE);
}

CliExit
cli_run_compare (Cli *cli)
{
  g_autoptr (GhWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (CliJson) json = NULL;
  g_autofree char *text = NULL;
  int version = 0;
  int with = 0;
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_INT, &version,
      N_("The issued version to compare, instead of the newest"), "N" },
    { "with", 0, 0, G_OPTION_ARG_INT, &with,
      N_("Another version to compare it with, instead of the plan as it is now"), "N" },
    G_OPTION_ENTRY_NULL,
  };
  CliExit status = CLI_DONE;

  if (!cli_parse (cli, entries, 1, 1))
    return CLI_USAGE;
  if (version < 0 || with < 0)
    return cli_usage (cli, _("Versions are counted from 1."));
  workspace = cli_open (cli, cli->arguments[0], GH_STORE_READ_ONLY, &status);
  if (workspace == NULL)
    return status;
  lines = gh_workspace_compare (workspace, version, with, &error);
  if (lines == NULL)
    return cli_fail (error);
  json = make_json (lines);
  text = make_text (lines);
  return cli_print (cli->json ? cli_json_get_text (json) : text);
}
