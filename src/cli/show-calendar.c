/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli-show.h"
#include "cli.h"

/* Calendar, award rounds, history: what has a date. */

/* As many changes as anybody reads. */
#define MAX_HISTORY 10000

void
cli_calendar_json (GhWorkspace *workspace, CliJson *json)
{
  const GPtrArray *activities = gh_workspace_get_dossier (workspace)->activities;

  cli_json_begin (json, NULL, '[');
  for (guint i = 0; i < activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (activities, i);
      const GhDateSpan *span = &activity->span;

      cli_json_begin (json, NULL, '{');
      cli_json_int (json, "id", activity->id);
      cli_json_string (json, "title", activity->title);
      cli_json_string (json, "kind", gh_activity_kind_to_string (activity->kind));
      cli_json_period (json, span);
      cli_json_string (json, "precision",
                       span->start != 0 ? gh_precision_to_string (span->precision) : NULL);
      cli_json_minute (json, "start_time", span->start_minute);
      cli_json_minute (json, "end_time", span->end_minute);
      cli_json_text (json, "place", activity->place);
      cli_json_text (json, "lead", activity->lead);
      cli_json_text (json, "partners", activity->partners);
      cli_json_bool (json, "before", span->before);
      cli_json_string (json, "state", gh_activity_state_to_string (activity->state));
      cli_json_text (json, "result", activity->result);
      cli_json_text (json, "text", activity->text);
      cli_json_end (json, '}');
    }
  cli_json_end (json, ']');
}

static const char *
due_name (const GhActivity *activity, guint32 today)
{
  switch (gh_activity_due (activity, today))
    {
    case GH_DUE_LATE:
      return C_("state", "late");
    case GH_DUE_TODAY:
      return C_("state", "today");
    case GH_DUE_SOON:
      return C_("state", "soon");
    case GH_DUE_NONE:
    case GH_DUE_LATER:
    default:
      break;
    }
  switch (activity->state)
    {
    case GH_ACTIVITY_DONE:
      return C_("state", "done");
    case GH_ACTIVITY_CANCELLED:
      return C_("state", "cancelled");
    case GH_ACTIVITY_PLANNED:
    default:
      return "";
    }
}

char *
cli_calendar_text (GhWorkspace *workspace)
{
  const GPtrArray *activities = gh_workspace_get_dossier (workspace)->activities;
  guint32 today = gh_workspace_get_today (workspace);
  g_autoptr (CliTable) table = cli_table_new (_("Date|Kind|State|Title|Place|Lead"), "llllll");

  for (guint i = 0; i < activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (activities, i);
      g_autofree char *date = gh_date_span_format (&activity->span, GH_DATE_NORMAL);

      cli_table_add (table, date);
      cli_table_add (table, gh_activity_kind_name (activity->kind));
      cli_table_add (table, due_name (activity, today));
      cli_table_add (table, activity->title);
      cli_table_add (table, activity->place);
      cli_table_add (table, activity->lead);
    }
  return cli_table_format (table);
}

void
cli_awards_json (GhWorkspace *workspace, CliJson *json)
{
  const GPtrArray *rounds = gh_workspace_get_dossier (workspace)->awards;

  cli_json_begin (json, NULL, '[');
  for (guint i = 0; i < rounds->len; i++)
    {
      const GhAwardRound *round = g_ptr_array_index (rounds, i);

      cli_json_begin (json, NULL, '{');
      cli_json_int (json, "id", round->id);
      cli_json_string (json, "name", round->name);
      cli_json_text (json, "audience", round->audience);
      cli_json_period (json, &round->period);
      cli_json_day (json, "deadline", round->deadline.end);
      cli_json_bool (json, "before", round->deadline.before);
      cli_json_end (json, '}');
    }
  cli_json_end (json, ']');
}

char *
cli_awards_text (GhWorkspace *workspace)
{
  const GPtrArray *rounds = gh_workspace_get_dossier (workspace)->awards;
  g_autoptr (CliTable) table = cli_table_new (_("Round|Period|Dossiers|Audience"), "llll");

  for (guint i = 0; i < rounds->len; i++)
    {
      const GhAwardRound *round = g_ptr_array_index (rounds, i);
      g_autofree char *period = gh_date_span_format (&round->period, GH_DATE_NORMAL);
      g_autofree char *deadline = gh_date_span_format (&round->deadline, GH_DATE_NORMAL);

      cli_table_add (table, round->name);
      cli_table_add (table, period);
      cli_table_add (table, deadline);
      cli_table_add (table, round->audience);
    }
  return cli_table_format (table);
}

static GPtrArray *
list_history (GhWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *changes =
    gh_store_list_history (gh_workspace_get_store (workspace), MAX_HISTORY, &error);

  cli_exit_unless_read (changes, error);
  return changes;
}

void
cli_history_json (GhWorkspace *workspace, CliJson *json)
{
  g_autoptr (GPtrArray) changes = list_history (workspace);

  cli_json_begin (json, NULL, '[');
  for (guint i = 0; i < changes->len; i++)
    {
      const GhChange *change = g_ptr_array_index (changes, i);
      g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (change->at);
      g_autofree char *when = at != NULL ? g_date_time_format_iso8601 (at) : NULL;

      cli_json_begin (json, NULL, '{');
      cli_json_int (json, "id", change->id);
      cli_json_string (json, "at", when);
      cli_json_text (json, "who", change->who);
      cli_json_string (json, "label", change->label);
      cli_json_int (json, "rows", change->n_rows);
      cli_json_bool (json, "undone", change->undone);
      cli_json_end (json, '}');
    }
  cli_json_end (json, ']');
}

static char *
format_moment (gint64 seconds)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (seconds);

  if (at == NULL)
    return g_strdup ("");
  return g_strdup_printf ("%02d/%02d/%04d %02d:%02d", g_date_time_get_day_of_month (at),
                          g_date_time_get_month (at), g_date_time_get_year (at),
                          g_date_time_get_hour (at), g_date_time_get_minute (at));
}

char *
cli_history_text (GhWorkspace *workspace)
{
  g_autoptr (GPtrArray) changes = list_history (workspace);
  g_autoptr (CliTable) table = cli_table_new (_("When|Who|State|Change"), "llll");

  for (guint i = 0; i < changes->len; i++)
    {
      const GhChange *change = g_ptr_array_index (changes, i);
      g_autofree char *when = format_moment (change->at);

      cli_table_add (table, when);
      cli_table_add (table, change->who);
      cli_table_add (table, change->undone ? C_("state", "undone") : "");
      cli_table_add (table, change->label);
    }
  return cli_table_format (table);
}
