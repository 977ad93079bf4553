/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli-show.h"
#include "gh-issue.h"

/* Versions and registers: what was issued. */

static GPtrArray *
list_versions (GhWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *versions = gh_workspace_list_versions (workspace, &error);

  cli_exit_unless_read (versions, error);
  return versions;
}

void
cli_versions_json (GhWorkspace *workspace, CliJson *json)
{
  g_autoptr (GPtrArray) versions = list_versions (workspace);

  cli_json_begin (json, NULL, '[');
  for (guint i = 0; i < versions->len; i++)
    {
      const GhPlanVersion *version = g_ptr_array_index (versions, i);
      g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (version->at);
      g_autofree char *when = at != NULL ? g_date_time_format_iso8601 (at) : NULL;

      cli_json_begin (json, NULL, '{');
      cli_json_int (json, "version", version->version);
      cli_json_text (json, "number", version->number);
      cli_json_text (json, "symbol", version->symbol);
      cli_json_day (json, "date", version->issued_on);
      cli_json_string (json, "title", version->title);
      cli_json_text (json, "amended_because", version->reason);
      cli_json_bool (json, "has_pdf", *version->file_sha256 != '\0');
      cli_json_text (json, "sha256", version->file_sha256);
      cli_json_string (json, "at", when);
      cli_json_text (json, "who", version->who);
      cli_json_end (json, '}');
    }
  cli_json_end (json, ']');
}

char *
cli_versions_text (GhWorkspace *workspace)
{
  g_autoptr (GPtrArray) versions = list_versions (workspace);
  g_autoptr (CliTable) table =
    cli_table_new (_("Version|Number|Date|Who|Amended because"), "rllll");

  for (guint i = 0; i < versions->len; i++)
    {
      const GhPlanVersion *version = g_ptr_array_index (versions, i);
      g_autofree char *number = gh_plan_version_format_number (version);
      g_autofree char *day = version->issued_on != 0 ? gh_day_format (version->issued_on) : NULL;

      cli_table_add_count (table, version->version);
      cli_table_add (table, number);
      cli_table_add (table, day);
      cli_table_add (table, version->who);
      cli_table_add (table, version->reason);
    }
  return cli_table_format (table);
}

static GPtrArray *
list_series (GhWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list = gh_store_list_series (gh_workspace_get_store (workspace), &error);

  cli_exit_unless_read (list, error);
  return list;
}

static void
put_numbers (CliJson *json, const GhDocumentSeries *series)
{
  cli_json_begin (json, "numbers", '[');
  for (guint i = 0; i < series->numbers->len; i++)
    {
      const GhDocumentNumber *number = g_ptr_array_index (series->numbers, i);
      g_autofree char *figures = gh_document_number_format (number->number);

      cli_json_begin (json, NULL, '{');
      cli_json_string (json, "number", figures);
      cli_json_text (json, "kind", number->document_kind);
      cli_json_text (json, "title", number->title);
      cli_json_day (json, "date", number->issued_on);
      cli_json_count (json, "campaign", number->campaign_id > 0 ? number->campaign_id : -1);
      cli_json_bool (json, "registered", number->id != 0);
      cli_json_end (json, '}');
    }
  cli_json_end (json, ']');
}

void
cli_register_json (GhWorkspace *workspace, CliJson *json)
{
  g_autoptr (GPtrArray) list = list_series (workspace);

  cli_json_begin (json, NULL, '[');
  for (guint i = 0; i < list->len; i++)
    {
      const GhDocumentSeries *series = g_ptr_array_index (list, i);
      g_autofree char *next = gh_document_number_format (gh_document_series_suggest (series));
      g_autofree char *gaps = gh_document_series_list_gaps (series);
      g_autofree char *duplicates = gh_document_series_list_duplicates (series);

      cli_json_begin (json, NULL, '{');
      cli_json_string (json, "committee", series->committee);
      cli_json_int (json, "year", series->year);
      cli_json_text (json, "symbol", series->symbol);
      cli_json_string (json, "next", next);
      cli_json_text (json, "left_out", gaps);
      cli_json_text (json, "used_twice", duplicates);
      put_numbers (json, series);
      cli_json_end (json, '}');
    }
  cli_json_end (json, ']');
}

static void
append_series (GString *out, const GhDocumentSeries *series)
{
  g_autoptr (CliTable) table = cli_table_new (_("Number|Date|Kind|Title"), "rlll");
  g_autofree char *next = gh_document_number_format (gh_document_series_suggest (series));
  g_autofree char *notes = gh_issue_describe_series (series);
  g_autofree char *text = NULL;

  for (guint i = 0; i < series->numbers->len; i++)
    {
      const GhDocumentNumber *number = g_ptr_array_index (series->numbers, i);
      g_autofree char *figures = gh_document_number_format (number->number);
      g_autofree char *day = number->issued_on != 0 ? gh_day_format (number->issued_on) : NULL;

      cli_table_add (table, figures);
      cli_table_add (table, day);
      cli_table_add (table, number->document_kind);
      cli_table_add (table, number->title);
    }
  text = cli_table_format (table);
  if (out->len > 0)
    g_string_append_c (out, '\n');
  /* Translators: a committee, a year, and the next free number of its register. */
  g_string_append_printf (out, _("%s, %d (next: %s)"), series->committee, series->year, next);
  g_string_append_printf (out, "\n%s%s%s", text, notes, *notes != '\0' ? "\n" : "");
}

char *
cli_register_text (GhWorkspace *workspace)
{
  g_autoptr (GPtrArray) list = list_series (workspace);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    append_series (out, g_ptr_array_index (list, i));
  if (list->len == 0)
    g_string_append_printf (out, "%s\n", _("No number has been taken yet."));
  return g_string_free (out, FALSE);
}
