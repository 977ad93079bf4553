/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-application.h"

#include <glib/gi18n.h>

#include "gh-dialogs.h"
#include "gh-settings.h"
#include "gh-window.h"

struct _GhApplication
{
  GtkApplication parent_instance;

  /* Owned */
  GhSettings *settings;
};

G_DEFINE_FINAL_TYPE (GhApplication, gh_application, GTK_TYPE_APPLICATION)

static GhWindow *
find_window (GhApplication *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      GhWorkspace *workspace = GH_IS_WINDOW (l->data) ? gh_window_get_workspace (l->data) : NULL;
      g_autoptr (GFile) other = NULL;

      if (workspace == NULL)
        continue;
      other = g_file_new_for_path (gh_workspace_get_path (workspace));
      if (g_file_equal (file, other))
        return l->data;
    }
  return NULL;
}

gboolean
gh_application_open_workspace (GhApplication *self,
                               GtkWindow *window,
                               const char *path,
                               GError **error)
{
  g_autoptr (GhWorkspace) workspace = NULL;
  GhWindow *target;

  g_return_val_if_fail (GH_IS_APPLICATION (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  target = find_window (self, path);
  if (target == NULL)
    {
      workspace = gh_workspace_open (path, GH_STORE_DEFAULT, error);
      if (workspace == NULL)
        return FALSE;
      if (GH_IS_WINDOW (window) && gh_window_get_workspace (GH_WINDOW (window)) == NULL)
        target = GH_WINDOW (window);
      else
        target = gh_window_new (GTK_APPLICATION (self));
      gh_window_set_workspace (target, workspace);
    }
  gh_settings_add_recent (self->settings, path);
  gtk_window_present (GTK_WINDOW (target));
  return TRUE;
}

static void
gh_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (gh_window_new (GTK_APPLICATION (application))));
}

static void
gh_application_open (GApplication *application,
                     GFile **files,
                     int n_files,
                     const char *hint G_GNUC_UNUSED)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL &&
          !gh_application_open_workspace (GH_APPLICATION (application), NULL, path, &error))
        {
          GhWindow *window = gh_window_new (GTK_APPLICATION (application));

          gtk_window_present (GTK_WINDOW (window));
          gh_dialog_error (GTK_WIDGET (window), _("The file could not be opened"), error);
        }
    }
}

static void
gh_application_startup (GApplication *application)
{
  GhApplication *self = GH_APPLICATION (application);
  g_autofree char *path =
    g_build_filename (g_get_user_config_dir (), "giothong", "settings.ini", NULL);

  G_APPLICATION_CLASS (gh_application_parent_class)->startup (application);

  self->settings = gh_settings_new (path);
  g_object_set_data (G_OBJECT (self), "gh-settings", self->settings);
}

static void
gh_application_shutdown (GApplication *application)
{
  GhApplication *self = GH_APPLICATION (application);

  G_APPLICATION_CLASS (gh_application_parent_class)->shutdown (application);

  if (self->settings != NULL)
    gh_settings_flush (self->settings);
  g_object_set_data (G_OBJECT (self), "gh-settings", NULL);
  g_clear_object (&self->settings);
}

static void
gh_application_class_init (GhApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  application_class->activate = gh_application_activate;
  application_class->open = gh_application_open;
  application_class->startup = gh_application_startup;
  application_class->shutdown = gh_application_shutdown;
}

static void
gh_application_init (GhApplication *self G_GNUC_UNUSED)
{
}

GhApplication *
gh_application_new (void)
{
  return g_object_new (GH_TYPE_APPLICATION, "application-id", GH_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}
