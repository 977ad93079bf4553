/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli-show.h"
#include "gh-doc-build.h"
#include "gh-live.h"

/* The plan and what it is made of. */

static const char *
first_of (const char *one, const char *two)
{
  return *one != '\0' ? one : two;
}

void
cli_campaign_json (GhWorkspace *workspace, CliJson *json)
{
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  const GhCampaign *campaign = dossier->campaign;
  const GhPlan *plan = dossier->plan;
  g_autofree char *date = gh_plan_issue_date_iso (plan);

  cli_json_begin (json, NULL, '{');
  cli_json_int (json, "id", campaign->id);
  cli_json_text (json, "name", campaign->name);
  cli_json_text (json, "title", plan->title);
  cli_json_int (json, "year", campaign->year);
  cli_json_text (json, "number", plan->number);
  cli_json_text (json, "symbol", plan->symbol);
  cli_json_text (json, "place", plan->place);
  cli_json_string (json, "date", date);
  cli_json_text (json, "issuer", plan->issuer);
  cli_json_text (json, "parent_issuer", plan->parent_issuer);
  cli_json_text (json, "theme", campaign->theme);
  cli_json_period (json, &campaign->period);
  cli_json_text (json, "signer_name", plan->signer_name);
  cli_json_text (json, "signer_role", first_of (plan->signer_post, plan->signer_role));
  cli_json_text (json, "signer_title", plan->signer_role);
  cli_json_text (json, "signer_post", plan->signer_post);
  cli_json_text (json, "authority", plan->authority);
  cli_json_text (json, "document_kind", plan->document_kind);
  cli_json_string (json, "state", gh_campaign_state_to_string (campaign->state));
  cli_json_string (json, "plan_state", gh_plan_state_to_string (plan->state));
  cli_json_string (json, "convention", gh_unit_convention_to_string (campaign->convention));
  cli_json_end (json, '}');
}

static void
add_line (GString *out, const char *head, const char *text)
{
  if (*text != '\0')
    g_string_append_printf (out, "%s: %s\n", head, text);
}

char *
cli_campaign_text (GhWorkspace *workspace)
{
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  const GhPlan *plan = dossier->plan;
  g_autofree char *number = gh_plan_number_line (plan);
  g_autofree char *issued = gh_plan_issue_line (plan);
  g_autofree char *period = gh_date_span_format (&dossier->campaign->period, GH_DATE_NORMAL);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s (%d)\n", dossier->campaign->name, dossier->campaign->year);
  add_line (out, C_("column", "Title"), plan->title);
  add_line (out, C_("column", "Issuer"), plan->issuer);
  add_line (out, C_("column", "Parent body"), plan->parent_issuer);
  g_string_append_printf (out, "%s\n%s\n", number, issued);
  add_line (out, C_("column", "Theme"), dossier->campaign->theme);
  add_line (out, C_("column", "Period"), period);
  add_line (out, C_("column", "Authority"), plan->authority);
  add_line (out, C_("column", "Signer's title"), plan->signer_role);
  add_line (out, C_("column", "Signer's post"), plan->signer_post);
  add_line (out, C_("column", "Signer"), plan->signer_name);
  return g_string_free (out, FALSE);
}

/* Table cells as lines with tabs: the one text a reader can search. */
static char *
make_block_text (const GhBlock *block)
{
  GString *out = g_string_new (block->text);

  for (guint i = 0; block->rows != NULL && i < block->rows->len; i++)
    {
      g_autofree char *line = g_strjoinv ("\t", g_ptr_array_index (block->rows, i));

      g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", line);
    }
  return g_string_free (out, FALSE);
}

static void
add_rows (CliJson *json, const GPtrArray *rows)
{
  cli_json_begin (json, "rows", '[');
  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);

      cli_json_begin (json, NULL, '[');
      for (; *cells != NULL; cells++)
        cli_json_string (json, NULL, *cells);
      cli_json_end (json, ']');
    }
  cli_json_end (json, ']');
}

static void
add_block (CliJson *json, const GhBlock *block, const GhBlock *source)
{
  gboolean appendix = block->kind == GH_BLOCK_APPENDIX;
  g_autofree char *text = make_block_text (block);

  cli_json_begin (json, NULL, '{');
  cli_json_int (json, "level", block->level);
  cli_json_text (json, "number", block->number);
  cli_json_string (json, "kind",
                   gh_block_kind_to_string (appendix ? GH_BLOCK_HEADING : block->kind));
  cli_json_string (json, "text", text);
  if (block->rows != NULL)
    add_rows (json, block->rows);
  if (appendix)
    cli_json_bool (json, "appendix", TRUE);
  if (*source->live != '\0')
    cli_json_string (json, "live", source->live);
  cli_json_end (json, '}');
}

void
cli_document_json (GhWorkspace *workspace, CliJson *json)
{
  const GhPlan *stored = gh_workspace_get_dossier (workspace)->plan;
  g_autoptr (GArray) source = NULL;
  g_autoptr (GhPlan) plan = gh_live_resolve (gh_workspace_get_summary (workspace), &source);

  cli_json_begin (json, NULL, '{');
  cli_json_text (json, "kind", plan->document_kind);
  cli_json_text (json, "title", plan->title);
  cli_json_text (json, "header_note", plan->header_note);
  cli_json_begin (json, "blocks", '[');
  for (guint i = 0; i < plan->blocks->len; i++)
    {
      guint from = i < source->len ? g_array_index (source, guint, i) : 0;
      const GhBlock *block = g_ptr_array_index (plan->blocks, i);

      add_block (json, block,
                 from < stored->blocks->len ? g_ptr_array_index (stored->blocks, from) : block);
    }
  cli_json_end (json, ']');
  cli_json_text (json, "recipients_note", plan->recipients_note);
  cli_json_text (json, "signature_mark", plan->signature_mark);
  cli_json_text (json, "tail_note", plan->tail_note);
  cli_json_end (json, '}');
}

char *
cli_document_text (GhWorkspace *workspace)
{
  g_autoptr (GhDoc) doc = gh_doc_build_plan (gh_workspace_get_summary (workspace));

  return gh_doc_to_text (doc);
}

void
cli_bases_json (GhWorkspace *workspace, CliJson *json)
{
  const GPtrArray *bases = gh_workspace_get_dossier (workspace)->plan->bases;

  cli_json_begin (json, NULL, '[');
  for (guint i = 0; i < bases->len; i++)
    {
      const GhBasis *basis = g_ptr_array_index (bases, i);

      cli_json_begin (json, NULL, '{');
      cli_json_text (json, "number", basis->number);
      cli_json_day (json, "date", basis->date);
      cli_json_text (json, "issuer", basis->issuer);
      cli_json_text (json, "title", basis->title);
      cli_json_string (json, "text", basis->text);
      cli_json_bool (json, "cited", basis->cited);
      cli_json_end (json, '}');
    }
  cli_json_end (json, ']');
}

char *
cli_bases_text (GhWorkspace *workspace)
{
  const GPtrArray *bases = gh_workspace_get_dossier (workspace)->plan->bases;
  g_autoptr (CliTable) table = cli_table_new (_("Number|Date|Issuer|Title"), "llll");

  for (guint i = 0; i < bases->len; i++)
    {
      const GhBasis *basis = g_ptr_array_index (bases, i);
      g_autofree char *date = gh_day_format (basis->date);

      cli_table_add (table, basis->number);
      cli_table_add (table, date);
      cli_table_add (table, basis->issuer);
      cli_table_add (table, first_of (basis->title, basis->text));
    }
  return cli_table_format (table);
}

void
cli_tasks_json (GhWorkspace *workspace, CliJson *json)
{
  const GPtrArray *tasks = gh_workspace_get_dossier (workspace)->plan->tasks;

  cli_json_begin (json, NULL, '[');
  for (guint i = 0; i < tasks->len; i++)
    {
      const GhTask *task = g_ptr_array_index (tasks, i);

      cli_json_begin (json, NULL, '{');
      cli_json_text (json, "organisation", task->organisation);
      cli_json_string (json, "text", task->text);
      cli_json_day (json, "deadline", task->deadline.end);
      cli_json_bool (json, "before", task->deadline.before);
      cli_json_end (json, '}');
    }
  cli_json_end (json, ']');
}

char *
cli_tasks_text (GhWorkspace *workspace)
{
  const GPtrArray *tasks = gh_workspace_get_dossier (workspace)->plan->tasks;
  g_autoptr (CliTable) table = cli_table_new (_("Organisation|Deadline|Task"), "lll");

  for (guint i = 0; i < tasks->len; i++)
    {
      const GhTask *task = g_ptr_array_index (tasks, i);
      g_autofree char *deadline = gh_date_span_format (&task->deadline, GH_DATE_NORMAL);

      cli_table_add (table, task->organisation);
      cli_table_add (table, deadline);
      cli_table_add (table, task->text);
    }
  return cli_table_format (table);
}

void
cli_recipients_json (GhWorkspace *workspace, CliJson *json)
{
  const GPtrArray *recipients = gh_workspace_get_dossier (workspace)->plan->recipients;

  cli_json_begin (json, NULL, '[');
  for (guint i = 0; i < recipients->len; i++)
    {
      const GhRecipient *recipient = g_ptr_array_index (recipients, i);

      cli_json_begin (json, NULL, '{');
      cli_json_string (json, "name", recipient->name);
      cli_json_text (json, "purpose", recipient->purpose);
      cli_json_end (json, '}');
    }
  cli_json_end (json, ']');
}

char *
cli_recipients_text (GhWorkspace *workspace)
{
  const GPtrArray *recipients = gh_workspace_get_dossier (workspace)->plan->recipients;
  g_autoptr (CliTable) table = cli_table_new (_("Recipient|Purpose"), "ll");

  for (guint i = 0; i < recipients->len; i++)
    {
      const GhRecipient *recipient = g_ptr_array_index (recipients, i);

      cli_table_add (table, recipient->name);
      cli_table_add (table, recipient->purpose);
    }
  return cli_table_format (table);
}
