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
chosen_cb (GtkWidget *widget, GFile *file, gpointer user_data G_GNUC_UNUSED)
{
  GhWorkspace *workspace = gh_page_get_workspace (GH_PAGE (widget));
  g_autofree char *path = g_file_get_path (file);

  /* The file may have been closed in the window meanwhile. */
  if (workspace == NULL)
    return;
  if (path == NULL)
    {
      gh_dialog_message (widget, _("This file is not on this computer"),
                         _("Copy it to a folder of this computer and choose it there."));
      return;
    }
  gh_jobs_run (widget, gh_job_new_read_units (path), _("The list could not be read"), read_cb,
               g_object_ref (workspace), g_object_unref);
}

void
gh_units_import_start (GhPage *page)
{
  g_return_if_fail (GH_IS_PAGE (page));

  gh_dialog_open_file (GTK_WIDGET (page), _("Import units"), gh_file_types_table, chosen_cb, NULL);
}
