/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-units-import.h"

#include <glib/gi18n-lib.h>

#include "gh-dialogs.h"
#include "gh-jobs.h"
#include "gh-units-import-window.h"

static void
read_cb (GtkWidget *widget, GhJob *job, gpointer workspace)
{
  gh_units_import_window_present (widget, workspace, gh_job_steal_units (job));
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
