/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli-json.h"
#include "cli.h"
#include "gh-edits.h"

static const char *
severity_name (GhSeverity severity)
{
  switch (severity)
    {
    case GH_SEVERITY_ERROR:
      return C_("severity", "Error");
    case GH_SEVERITY_WARNING:
      return C_("severity", "Warning");
    case GH_SEVERITY_HINT:
    default:
      return C_("severity", "Hint");
    }
}

static char *
make_text (const GPtrArray *findings, const GPtrArray *ignored, guint n_fixed)
{
  GString *out = g_string_new (NULL);

  if (n_fixed > 0)
    {
      g_string_append_printf (
        out, ngettext ("%u correction made.", "%u corrections made.", n_fixed), n_fixed);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (out, "%s (%s) %s: %s\n", severity_name (finding->severity),
                              finding->code, finding->where, finding->message);
    }
  if (findings->len == 0)
    g_string_append_printf (out, "%s\n", _("The check found nothing."));
  if (ignored->len > 0)
    {
      g_string_append_printf (
        out, ngettext ("%u finding is ignored.", "%u findings are ignored.", ignored->len),
        ignored->len);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

static void
put_place (CliJson *json, const GhPlace *place)
{
  cli_json_string (json, "part", gh_part_to_string (place->part));
  cli_json_string (json, "field",
                   place->field != GH_FIELD_NONE ? gh_plan_field_to_string (place->field) : NULL);
  cli_json_count (json, "index", place->index);
  cli_json_count (json, "id", place->id > 0 ? place->id : -1);
  cli_json_count (json, "row", place->row);
  cli_json_count (json, "column", place->column);
  cli_json_count (json, "start", place->length > 0 ? (gint64) place->start : -1);
  cli_json_count (json, "length", place->length > 0 ? (gint64) place->length : -1);
}

static void
put_fix (CliJson *json, const GhFix *fix)
{
  if (fix == NULL)
    {
      cli_json_string (json, "fix", NULL);
      return;
    }
  cli_json_begin (json, "fix", '{');
  cli_json_string (json, "label", fix->label);
  cli_json_bool (json, "safe", fix->safe);
  cli_json_begin (json, "edits", '[');
  for (guint i = 0; i < fix->edits->len; i++)
    {
      const GhFixEdit *edit = g_ptr_array_index (fix->edits, i);

      cli_json_begin (json, NULL, '{');
      cli_json_string (json, "kind", gh_fix_kind_to_string (edit->kind));
      put_place (json, &edit->place);
      cli_json_string (json, "old", edit->old);
      cli_json_string (json, "text", edit->text);
      cli_json_end (json, '}');
    }
  cli_json_end (json, ']');
  cli_json_end (json, '}');
}

static void
put_findings (CliJson *json, const char *name, const GPtrArray *findings)
{
  cli_json_begin (json, name, '[');
  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);

      cli_json_begin (json, NULL, '{');
      cli_json_string (json, "severity", gh_severity_to_string (finding->severity));
      cli_json_string (json, "code", finding->code);
      cli_json_string (json, "where", finding->where);
      cli_json_string (json, "message", finding->message);
      cli_json_string (json, "quote", *finding->quote != '\0' ? finding->quote : NULL);
      cli_json_string (json, "rule", gh_finding_get_rule (finding));
      cli_json_count (json, "block", gh_finding_get_block (finding));
      put_place (json, &finding->place);
      put_fix (json, finding->fix);
      cli_json_end (json, '}');
    }
  cli_json_end (json, ']');
}

static CliJson *
make_json (const GPtrArray *findings, const GPtrArray *ignored, guint n_fixed)
{
  CliJson *json = cli_json_new ();

  cli_json_begin (json, NULL, '{');
  put_findings (json, "findings", findings);
  put_findings (json, "ignored", ignored);
  cli_json_count (json, "fixed", n_fixed);
  cli_json_end (json, '}');
  return json;
}

/* Makes all safe fixes. A plan that has none is left as it is to the byte. */
static gboolean
fix_all (Cli *cli, GhWorkspace **workspace, guint *n, CliExit *status)
{
  const GPtrArray *findings = gh_workspace_get_findings (*workspace);
  g_autoptr (GError) error = NULL;
  gboolean any = FALSE;

  *n = 0;
  for (guint i = 0; i < findings->len; i++)
    {
      const GhFinding *finding = g_ptr_array_index (findings, i);

      any = any || (finding->fix != NULL && finding->fix->safe);
    }
  if (!any)
    return TRUE;
  if (!cli_reopen (cli, workspace, status))
    return FALSE;
  if (gh_edit_apply_safe_fixes (*workspace, NULL, n, &error))
    return TRUE;
  *status = cli_fail (error);
  return FALSE;
}

CliExit
cli_run_check (Cli *cli)
{
  g_autoptr (GhWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CliJson) json = NULL;
  g_autofree char *text = NULL;
  gboolean fix = FALSE;
  const GOptionEntry entries[] = {
    { "fix", 0, 0, G_OPTION_ARG_NONE, &fix, N_("Make the corrections that leave no doubt"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const GPtrArray *findings;
  const GPtrArray *ignored;
  guint n_fixed = 0;
  CliExit status = CLI_DONE;

  if (!cli_parse (cli, entries, 1, 1))
    return CLI_USAGE;
  workspace = cli_open (cli, cli->arguments[0], GH_STORE_READ_ONLY, &status);
  if (workspace == NULL)
    return status;
  if (gh_workspace_load_dossier (workspace, &error) == NULL)
    return cli_fail (error);
  if (fix && !fix_all (cli, &workspace, &n_fixed, &status))
    return status;
  findings = gh_workspace_get_findings (workspace);
  ignored = gh_workspace_get_ignored (workspace);
  json = make_json (findings, ignored, n_fixed);
  text = make_text (findings, ignored, n_fixed);
  status = cli_print (cli->json ? cli_json_get_text (json) : text);
  for (guint i = 0; i < findings->len && status == CLI_DONE; i++)
    if (((const GhFinding *) g_ptr_array_index (findings, i))->severity == GH_SEVERITY_ERROR)
      return CLI_FINDINGS;
  return status;
}
