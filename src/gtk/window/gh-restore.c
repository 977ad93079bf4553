/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-restore.h"

#include <glib/gi18n-lib.h>

#include "gh-dialogs.h"
#include "gh-jobs.h"
#include "gh-sandbox.h"
#include "gh-setup.h"
#include "gh-start-page.h"
#include "gh-window.h"

typedef struct
{
  char *copy;
  char *path;
} Restore;

static void
restore_free (gpointer data)
{
  Restore *restore = data;

  g_free (restore->copy);
  g_free (restore->path);
  g_free (restore);
}

static gboolean
restore_in_thread (GhJob *job G_GNUC_UNUSED,
                   gpointer data,
                   GCancellable *cancellable G_GNUC_UNUSED,
                   GError **error)
{
  const Restore *restore = data;
  g_autofree char *temporary = NULL;
  gboolean done;

  if (!gh_sandbox_is_portal (restore->copy))
    return gh_store_restore (restore->copy, restore->path, TRUE, gh_setup_now (), error);
  temporary = gh_sandbox_make_temporary (error);
  if (temporary == NULL)
    return FALSE;
  done = gh_sandbox_copy (restore->copy, temporary, error) &&
         gh_store_restore (temporary, restore->path, TRUE, gh_setup_now (), error);
  gh_sandbox_discard (temporary);
  return done;
}

static void
restored_cb (GtkWidget *widget, GhJob *job G_GNUC_UNUSED, gpointer user_data)
{
  gh_start_open_workspace (widget, user_data);
}

static gboolean
is_open (GtkWidget *widget, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      GhWorkspace *workspace =
        GH_IS_WINDOW (l->data) ? gh_window_get_workspace (GH_WINDOW (l->data)) : NULL;
      g_autoptr (GFile) other =
        workspace != NULL ? g_file_new_for_path (gh_workspace_get_path (workspace)) : NULL;

      if (other != NULL && g_file_equal (file, other))
        return TRUE;
    }
  return FALSE;
}

static void
restore_to (GtkWidget *widget, const char *copy, const char *path)
{
  Restore *restore = g_new0 (Restore, 1);

  restore->copy = g_strdup (copy);
  restore->path = g_strdup (path);
  gh_jobs_run (widget,
               gh_job_new (_("Restoring the backup"), restore_in_thread, restore, restore_free),
               _("The backup could not be restored"), restored_cb, g_strdup (path), g_free);
}

static void
target_chosen_cb (GtkWidget *widget, GFile *file, gpointer user_data G_GNUC_UNUSED)
{
  const char *copy = g_object_get_data (G_OBJECT (widget), "gh-restore-copy");
  g_autofree char *path = g_file_get_path (file);

  if (is_open (widget, file))
    {
      gh_dialog_message (widget, _("This file is open"),
                         _("Close its window first, or restore the backup under another name."));
      return;
    }
  restore_to (widget, copy, path);
}

static void
copy_chosen_cb (GtkWidget *widget, GFile *file, gpointer user_data G_GNUC_UNUSED)
{
  g_autofree char *base = g_file_get_basename (file);

  if (gh_sandbox_is_active ())
    {
      g_autofree char *copy = g_file_get_path (file);
      g_autofree char *folder = gh_sandbox_dup_folder ();
      g_autofree char *path = gh_sandbox_dup_free_path (base);

      g_mkdir_with_parents (folder, 0700);
      restore_to (widget, copy, path);
      return;
    }
  g_object_set_data_full (G_OBJECT (widget), "gh-restore-copy", g_file_get_path (file), g_free);
  gh_dialog_save_file (widget, _("Restore it as"), base, gh_file_types_workspace, target_chosen_cb,
                       NULL);
}

void
gh_restore_choose (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WINDOW (widget));

  gh_dialog_open_file (widget, _("Restore a backup"), gh_file_types_workspace, copy_chosen_cb,
                       NULL);
}
