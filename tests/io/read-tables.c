/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints what is read from a table file, for the Python tests beside it:
 *   read-tables units|quotas|calendar FILE
 * One record a line, fields parted by tabs: "row …" and "problem fatal|note WHERE MESSAGE"; exit
 * status 3 with the message if the file is refused. */
#include "config.h"

#include <locale.h>

#include "gh-proposal.h"

static void
print_field (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\t\n", ' ');

  g_print ("\t%s", line);
}

static void
print_problems (const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const GhProblem *problem = g_ptr_array_index (problems, i);

      g_print ("problem");
      print_field (problem->fatal ? "fatal" : "note");
      print_field (problem->where);
      print_field (problem->message);
      g_print ("\n");
    }
}

static gboolean
print_units (GFile *file, GError **error)
{
  g_autoptr (GhUnitReading) reading = gh_unit_file_read (file, NULL, error);

  for (guint i = 0; reading != NULL && i < reading->rows->len; i++)
    {
      const GhUnitRow *row = g_ptr_array_index (reading->rows, i);

      g_print ("row\t%u", row->row);
      print_field (row->unit->name);
      print_field (row->parent);
      print_field (row->unit->kind);
      g_print ("\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT, row->unit->headcount,
               row->unit->last_year);
      print_field (row->unit->contact);
      print_field (row->unit->phone);
      print_field (row->unit->email);
      print_field (row->unit->note);
      g_print ("\n");
    }
  if (reading != NULL)
    print_problems (reading->problems);
  return reading != NULL;
}

static gboolean
print_quotas (GFile *file, GError **error)
{
  g_autoptr (GhQuotaReading) reading = gh_quota_file_read (file, NULL, error);

  for (guint i = 0; reading != NULL && i < reading->rows->len; i++)
    {
      const GhQuotaRow *row = g_ptr_array_index (reading->rows, i);

      g_print ("row\t%u", row->row);
      print_field (row->unit);
      g_print ("\t%s\t%" G_GINT64_FORMAT "\n", gh_indicator_to_string (row->indicator), row->value);
    }
  if (reading != NULL)
    print_problems (reading->problems);
  return reading != NULL;
}

static void
print_activity (const GhActivity *activity)
{
  g_autofree char *start = gh_day_format_iso (activity->span.start);
  g_autofree char *end = gh_day_format_iso (activity->span.end);

  g_print ("row");
  print_field (activity->title);
  print_field (gh_activity_kind_to_string (activity->kind));
  print_field (gh_activity_state_to_string (activity->state));
  g_print ("\t%s\t%s\t%s\t%d\t%d\t%d", start, end,
           gh_precision_to_string (activity->span.precision), activity->span.start_minute,
           activity->span.end_minute, activity->span.before);
  print_field (activity->place);
  print_field (activity->lead);
  print_field (activity->partners);
  print_field (activity->result);
  print_field (activity->text);
  g_print ("\n");
}

static gboolean
print_calendar (GFile *file, GError **error)
{
  g_autoptr (GhCalendarReading) reading = gh_calendar_file_read (file, 2027, NULL, error);

  for (guint i = 0; reading != NULL && i < reading->activities->len; i++)
    print_activity (g_ptr_array_index (reading->activities, i));
  if (reading != NULL)
    print_problems (reading->problems);
  return reading != NULL;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  gboolean read;

  setlocale (LC_ALL, "");
  if (argc != 3)
    return 2;
  file = g_file_new_for_path (argv[2]);
  if (g_str_equal (argv[1], "units"))
    read = print_units (file, &error);
  else if (g_str_equal (argv[1], "quotas"))
    read = print_quotas (file, &error);
  else
    read = print_calendar (file, &error);
  if (!read)
    g_printerr ("%s\n", error->message);
  return read ? 0 : 3;
}
