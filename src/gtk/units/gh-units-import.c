/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-units-import.h"

#include <glib/gi18n-lib.h>

#include "gh-dialogs.h"
#include "gh-edits.h"
#include "gh-jobs.h"
#include "gh-toaster.h"

/* As many rows in doubt as a message window can show without scrolling. */
#define MAX_PROBLEMS 8

typedef struct
{
  GhWorkspace *workspace;
  GhUnitReading *reading;
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_clear_object (&import->workspace);
  g_clear_pointer (&import->reading, gh_unit_reading_free);
  g_free (import);
}

static void
answered_cb (GtkWidget *widget, int button, gpointer user_data)
{
  Import *import = user_data;
  g_autoptr (GError) error = NULL;
  GhMergeCounts counts = { 0 };
  g_autofree char *message = NULL;

  if (button != 1)
    return;
  if (!gh_edit_accept_units (import->workspace, import->reading, FALSE, &counts, &error))
    {
      gh_dialog_error (widget, _ ("The list was not taken over"), error);
      return;
    }
  message = g_strdup_printf (_ ("Units: %u added, %u changed"), counts.added, counts.changed);
  gh_toast_undo (widget, message);
}

/* What would happen, and the rows a clerk should look at. */
static char *
describe (const Import *import, const GhMergeCounts *counts)
{
  GString *body = g_string_new (NULL);
  const GPtrArray *problems = import->reading->problems;

  g_string_append_printf (body, _ ("To add: %u. To change: %u. As they are: %u. Not usable: %u."),
                                   counts->added, counts->changed, counts->unchanged,
                                   counts->refused);
  for (guint i = 0; i < problems->len && i < MAX_PROBLEMS; i++)
    {
      const GhProblem *problem = g_ptr_array_index (problems, i);

      g_string_append_printf (body, "\n%s: %s", problem->where, problem->message);
    }
  if (problems->len > MAX_PROBLEMS)
    {
      g_string_append_c (body, '\n');
      g_string_append_printf (body,
                              ngettext ("and %u more place to look at",
                                        "and %u more places to look at",
                                        problems->len - MAX_PROBLEMS),
                              problems->len - MAX_PROBLEMS);
    }
  return g_string_free (body, FALSE);
}

static void
read_cb (GtkWidget *widget, GhJob *job, gpointer user_data)
{
  const char *const buttons[] = { _ ("_Cancel"), _ ("_Take over"), NULL };
  Import *import = g_new0 (Import, 1);
  g_autoptr (GError) error = NULL;
  GhMergeCounts counts = { 0 };
  g_autofree char *body = NULL;

  import->workspace = g_object_ref (user_data);
  import->reading = gh_job_steal_units (job);
  if (!gh_edit_accept_units (import->workspace, import->reading, TRUE, &counts, &error))
    {
      gh_dialog_error (widget, _ ("The list cannot be taken over"), error);
      import_free (import);
      return;
    }
  body = describe (import, &counts);
  gh_dialog_ask (widget, _ ("Take over the units of this list?"), body, buttons, FALSE, answered_cb,
                            import, import_free);
}

static void
chosen_cb (GtkWidget *widget, GFile *file, gpointer user_data)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    {
      gh_dialog_message (widget,
                         _ ("This file is not on this computer"),
                            _ ("Copy it to a folder of this computer and choose it there."));
      return;
    }
  gh_jobs_run (widget, gh_job_new_read_units (path),
               _ ("The list could not be read"), read_cb, g_object_ref (user_data), g_object_unref);
}

void
gh_units_import_start (GtkWidget *widget, GhWorkspace *workspace)
{
  g_return_if_fail (GH_IS_WORKSPACE (workspace));

  /* The workspace outlives the window that the chooser belongs to. */
  gh_dialog_open_file (widget, _ ("Import units"), gh_file_types_table, chosen_cb, workspace);
}
