/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * plan-dump FILE [PART]: what the plan reader reads in FILE, as one JSON object with the shapes of
 * the command line's documentation; tests compare it with what a careful clerk reads.
 */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "gh-proposal.h"

static void
put_string (GString *out, const char *key, const char *value)
{
  g_string_append_printf (out, "\"%s\":", key);
  if (value == NULL || *value == '\0')
    {
      g_string_append (out, "null");
      return;
    }
  g_string_append_c (out, '"');
  for (const char *p = value; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (out, "\\%c", *p);
    else if ((guchar) *p < 0x20)
      g_string_append_printf (out, "\\u%04x", (unsigned) *p);
    else
      g_string_append_c (out, *p);
  g_string_append_c (out, '"');
}

static void
put_text (GString *out, const char *key, const char *value)
{
  put_string (out, key, value);
  g_string_append_c (out, ',');
}

static void
put_day (GString *out, const char *key, guint32 day)
{
  g_autofree char *iso = day != 0 ? gh_day_format_iso (day) : NULL;

  put_text (out, key, iso);
}

static void
put_minute (GString *out, const char *key, int minute)
{
  g_autofree char *text =
    minute >= 0 ? g_strdup_printf ("%02d:%02d", minute / 60, minute % 60) : NULL;

  put_text (out, key, text);
}

static void
end_object (GString *out)
{
  if (out->str[out->len - 1] == ',')
    g_string_truncate (out, out->len - 1);
  g_string_append (out, "},\n");
}

static void
begin_list (GString *out, const char *key)
{
  g_string_append_printf (out, "\"%s\":[", key);
}

static void
end_list (GString *out)
{
  gsize n = out->len;

  while (n > 0 && (out->str[n - 1] == ',' || out->str[n - 1] == '\n'))
    n--;
  g_string_truncate (out, n);
  g_string_append (out, "],\n");
}

static void
dump_campaign (GString *out, const GhPlanReading *reading)
{
  const GhPlan *plan = reading->plan;
  const GhCampaign *campaign = reading->campaign;
  g_autofree char *date = gh_plan_issue_date_iso (plan);

  g_string_append (out, "\"campaign\":{");
  put_text (out, "title", plan->title);
  put_text (out, "name", campaign->name);
  g_string_append_printf (out, "\"year\":%d,", campaign->year);
  put_text (out, "number", plan->number);
  put_text (out, "symbol", plan->symbol);
  put_text (out, "place", plan->place);
  put_text (out, "date", date);
  put_text (out, "issuer", plan->issuer);
  put_text (out, "parent_issuer", plan->parent_issuer);
  put_text (out, "theme", campaign->theme);
  put_day (out, "start", campaign->period.start);
  put_day (out, "end", campaign->period.end);
  put_text (out, "signer_name", plan->signer_name);
  put_text (out, "signer_role",
            plan->signer_post[0] != '\0' ? plan->signer_post : plan->signer_role);
  put_text (out, "authority", plan->authority);
  put_text (out, "document_kind", plan->document_kind);
  put_text (out, "header_note", plan->header_note);
  put_text (out, "recipients_note", plan->recipients_note);
  put_text (out, "committee_role", plan->signer_role);
  put_text (out, "signature_mark", plan->signature_mark);
  put_text (out, "tail_note", plan->tail_note);
  end_object (out);
}

static void
dump_bases (GString *out, const GhPlan *plan)
{
  begin_list (out, "bases");
  for (guint i = 0; i < plan->bases->len; i++)
    {
      const GhBasis *basis = plan->bases->pdata[i];

      g_string_append_c (out, '{');
      put_text (out, "number", basis->number);
      put_day (out, "date", basis->date);
      put_text (out, "issuer", basis->issuer);
      put_text (out, "title", basis->title);
      put_text (out, "text", basis->text);
      g_string_append_printf (out, "\"cited\":%s,", basis->cited ? "true" : "false");
      end_object (out);
    }
  end_list (out);
}

static void
dump_targets (GString *out, const GPtrArray *targets)
{
  begin_list (out, "targets");
  for (guint i = 0; i < targets->len; i++)
    {
      const GhTarget *target = targets->pdata[i];
      char value[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_c (out, '{');
      put_text (out, "indicator", gh_indicator_to_string (target->indicator));
      put_text (out, "comparator", gh_comparator_to_string (target->comparator));
      g_string_append_printf (out, "\"value\":%s,",
                              g_ascii_dtostr (value, sizeof value, target->value));
      g_string_append_printf (out, "\"value_to\":%s,",
                              g_ascii_dtostr (value, sizeof value, target->value_to));
      put_text (out, "unit", target->unit);
      put_text (out, "basis", target->basis);
      put_text (out, "owner", target->owner);
      put_text (out, "text", target->text);
      end_object (out);
    }
  end_list (out);
}

static void
dump_calendar (GString *out, const GPtrArray *activities)
{
  begin_list (out, "calendar");
  for (guint i = 0; i < activities->len; i++)
    {
      const GhActivity *activity = activities->pdata[i];

      g_string_append_c (out, '{');
      put_text (out, "title", activity->title);
      put_text (out, "kind", gh_activity_kind_to_string (activity->kind));
      put_day (out, "start", activity->span.start);
      put_day (out, "end", activity->span.end);
      put_text (out, "precision", gh_precision_to_string (activity->span.precision));
      put_minute (out, "start_time", activity->span.start_minute);
      put_minute (out, "end_time", activity->span.end_minute);
      put_text (out, "place", activity->place);
      put_text (out, "lead", activity->lead);
      g_string_append_printf (out, "\"before\":%s,", activity->span.before ? "true" : "false");
      put_text (out, "text", activity->text);
      end_object (out);
    }
  end_list (out);
}

static void
dump_lists (GString *out, const GhPlanReading *reading)
{
  const GhPlan *plan = reading->plan;

  begin_list (out, "recipients");
  for (guint i = 0; i < plan->recipients->len; i++)
    {
      const GhRecipient *recipient = plan->recipients->pdata[i];

      g_string_append_c (out, '{');
      put_text (out, "name", recipient->name);
      put_text (out, "purpose", recipient->purpose);
      end_object (out);
    }
  end_list (out);
  begin_list (out, "tasks");
  for (guint i = 0; i < plan->tasks->len; i++)
    {
      const GhTask *task = plan->tasks->pdata[i];

      g_string_append_c (out, '{');
      put_text (out, "organisation", task->organisation);
      put_day (out, "deadline", task->deadline.start);
      put_text (out, "text", task->text);
      end_object (out);
    }
  end_list (out);
}

static void
dump_awards (GString *out, const GhPlanReading *reading)
{
  begin_list (out, "awards");
  for (guint i = 0; i < reading->awards->len; i++)
    {
      const GhAwardReading *award = reading->awards->pdata[i];

      g_string_append_c (out, '{');
      put_text (out, "name", award->name);
      put_text (out, "audience", award->audience);
      put_day (out, "period_end", award->period.end);
      put_day (out, "deadline", award->deadline.start);
      end_object (out);
    }
  end_list (out);
  begin_list (out, "problems");
  for (guint i = 0; i < reading->problems->len; i++)
    {
      const GhProblem *problem = reading->problems->pdata[i];

      g_string_append_c (out, '{');
      put_text (out, "where", problem->where);
      put_text (out, "message", problem->message);
      end_object (out);
    }
  end_list (out);
}

static void
dump_blocks (GString *out, const GhPlan *plan)
{
  begin_list (out, "blocks");
  for (guint i = 0; i < plan->blocks->len; i++)
    {
      const GhBlock *block = plan->blocks->pdata[i];
      g_autoptr (GString) rows = g_string_new (NULL);

      for (guint r = 0; block->rows != NULL && r < block->rows->len; r++)
        {
          g_autofree char *line = g_strjoinv ("\t", block->rows->pdata[r]);

          g_string_append_printf (rows, "%s\n", line);
        }
      g_string_append_printf (out, "{\"level\":%d,", block->level);
      put_text (out, "number", block->number);
      put_text (out, "kind", gh_block_kind_to_string (block->kind));
      put_text (out, "text", block->text);
      put_text (out, "rows", rows->str);
      end_object (out);
    }
  end_list (out);
  g_string_truncate (out, out->len - 2);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GhPlanReading) reading = NULL;
  g_autoptr (GString) out = g_string_new ("{");

  setlocale (LC_ALL, "");
  if (argc < 2)
    {
      g_printerr ("usage: plan-dump FILE\n");
      return 2;
    }
  file = g_file_new_for_commandline_arg (argv[1]);
  reading = gh_plan_file_read (file, 2027, NULL, &error);
  if (reading == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 3;
    }
  dump_campaign (out, reading);
  g_string_truncate (out, out->len - 2);
  g_string_append (out, ",\n");
  dump_bases (out, reading->plan);
  dump_targets (out, reading->targets);
  dump_calendar (out, reading->activities);
  dump_lists (out, reading);
  dump_awards (out, reading);
  dump_blocks (out, reading->plan);
  g_print ("%s}\n", out->str);
  return 0;
}
