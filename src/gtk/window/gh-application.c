/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-application.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "gh-about-window.h"
#include "gh-dialogs.h"
#include "gh-help.h"
#include "gh-news.h"
#include "gh-preferences-window.h"
#include "gh-restore.h"
#include "gh-sandbox.h"
#include "gh-settings.h"
#include "gh-setup.h"
#include "gh-style.h"
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

/* (transfer full): the copy to work on of a file that a portal handed in: the one there is of this
 * very state, else a new one. */
static char *
take_over (GhApplication *self, const char *path, gboolean *is_new, GError **error)
{
  g_autofree char *key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  g_autofree char *stamp = gh_sandbox_dup_stamp (path);
  g_autofree char *known = gh_settings_get_string (self->settings, "handed-in", key);
  g_autofree char *known_stamp = gh_settings_get_string (self->settings, "handed-in-state", key);
  g_autofree char *copy = NULL;

  *is_new = FALSE;
  if (known != NULL && g_strcmp0 (stamp, known_stamp) == 0 &&
      g_file_test (known, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&known);
  copy = gh_sandbox_dup_free_path (path);
  if (!gh_sandbox_copy (path, copy, error))
    return NULL;
  *is_new = TRUE;
  gh_settings_set_string (self->settings, "handed-in", key, copy);
  gh_settings_set_string (self->settings, "handed-in-state", key, stamp);
  /* At once: a program that ends before would make a second copy of the same state. */
  gh_settings_flush (self->settings, NULL);
  return g_steal_pointer (&copy);
}

static gboolean
open_copy (GhApplication *self, GtkWindow *window, const char *path, GError **error)
{
  gboolean is_new;
  g_autofree char *copy = take_over (self, path, &is_new, error);

  if (copy == NULL)
    return FALSE;
  if (!gh_application_open_workspace (self, window, copy, error))
    {
      if (is_new)
        g_unlink (copy);
      return FALSE;
    }
  if (is_new)
    gh_dialog_message (
      GTK_WIDGET (find_window (self, copy)), _("You work on a copy of this file"),
      _("In a Flatpak, workspaces live in a folder of the program’s own; you find this one in the "
        "list of recent workspaces. The file that you opened stays as it is. To give your work to "
        "others, use “Back up”."));
  return TRUE;
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

  if (gh_sandbox_is_portal (path))
    return open_copy (self, window, path, error);
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
present_start_page (GtkApplication *application)
{
  GtkWindow *window = GTK_WINDOW (gh_window_new (application));

  gtk_window_present (window);
  gh_news_greet (window);
  gh_preferences_greet (window);
}

/* --- actions ------------------------------------------------------------------------------------
 */

static void
new_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED, gpointer user_data)
{
  present_start_page (GTK_APPLICATION (user_data));
}

static void
open_chosen_cb (GtkWidget *widget, GFile *file, gpointer user_data)
{
  GhApplication *self = user_data;
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  if (path != NULL && !gh_application_open_workspace (self, GTK_WINDOW (widget), path, &error))
    gh_dialog_error (widget, _("The file could not be opened"), error);
}

static void
open_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (window != NULL)
    gh_dialog_open_file (GTK_WIDGET (window), _("Open a workspace"), gh_file_types_workspace,
                         open_chosen_cb, user_data);
}

static void
restore_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (window != NULL)
    gh_restore_choose (GTK_WIDGET (window));
}

static void
help_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (window != NULL)
    gh_help_open (window, gh_help_find_page (window));
}

static void
preferences_cb (GSimpleAction *action G_GNUC_UNUSED,
                GVariant *target G_GNUC_UNUSED,
                gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (window != NULL)
    gh_preferences_window_present (window);
}

static void
about_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (window != NULL)
    gh_about_present (window);
}

static void
news_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (window != NULL)
    gh_news_present (window);
}

static void
quit_cb (GSimpleAction *action G_GNUC_UNUSED, GVariant *target G_GNUC_UNUSED, gpointer user_data)
{
  /* One window may go with another. */
  GList *windows = g_list_copy_deep (gtk_application_get_windows (GTK_APPLICATION (user_data)),
                                     (GCopyFunc) (GCallback) g_object_ref, NULL);

  /* Each window may refuse while it works. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
  g_list_free_full (windows, g_object_unref);
}

static const GActionEntry entries[] = {
  { .name = "preferences", .activate = preferences_cb },
  { .name = "news", .activate = news_cb },
  { .name = "new", .activate = new_cb },
  { .name = "open", .activate = open_cb },
  { .name = "restore", .activate = restore_cb },
  { .name = "help", .activate = help_cb },
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
};

static void
add_accelerators (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *keys[3];
  } accelerators[] = {
    { "win.show-page('overview')", { "<Control>1", NULL } },
    { "win.show-page('plan')", { "<Control>2", NULL } },
    { "win.show-page('units')", { "<Control>3", NULL } },
    { "win.show-page('calendar')", { "<Control>4", NULL } },
    { "win.show-page('reports')", { "<Control>5", NULL } },
    { "win.show-sidebar", { "F9", NULL } },
    { "win.search", { "<Control>f", NULL } },
    { "win.undo", { "<Control>z", NULL } },
    { "win.redo", { "<Control><Shift>z", "<Control>y", NULL } },
    { "win.print", { "<Control>p", NULL } },
    { "win.export-menu", { "<Control>e", NULL } },
    { "win.show-help-overlay", { "<Control>question", NULL } },
    { "window.close", { "<Control>w", NULL } },
    { "app.new", { "<Control>n", NULL } },
    { "app.open", { "<Control>o", NULL } },
    { "app.help", { "F1", NULL } },
    { "app.quit", { "<Control>q", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (application, accelerators[i].action,
                                           accelerators[i].keys);
}

/* --- class --------------------------------------------------------------------------------------
 */

static void
gh_application_activate (GApplication *application)
{
  present_start_page (GTK_APPLICATION (application));
}

static gboolean
open_file (GhApplication *self, GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *shown = NULL;

  if (path != NULL)
    return gh_application_open_workspace (self, NULL, path, error);
  shown = g_file_get_parse_name (file);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               /* Translators: %s is the address of a file */
               _("“%s” is not in a folder of this computer. Copy it to this computer and open it "
                 "there."),
               shown);
  return FALSE;
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

      if (!open_file (GH_APPLICATION (application), files[i], &error))
        {
          GhWindow *window = gh_window_new (GTK_APPLICATION (application));

          gtk_window_present (GTK_WINDOW (window));
          gh_dialog_error (GTK_WIDGET (window), _("The file could not be opened"), error);
        }
    }
  if (gtk_application_get_active_window (GTK_APPLICATION (application)) != NULL)
    gh_news_greet (gtk_application_get_active_window (GTK_APPLICATION (application)));
}

static void
gh_application_startup (GApplication *application)
{
  GhApplication *self = GH_APPLICATION (application);
  g_autofree char *path = gh_setup_dup_settings_path ();

  G_APPLICATION_CLASS (gh_application_parent_class)->startup (application);

  self->settings = gh_settings_new (path);
  g_object_set_data (G_OBJECT (self), "gh-settings", self->settings);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_accelerators (GTK_APPLICATION (self));
  gh_help_watch (GTK_APPLICATION (self));
  gh_style_init (gdk_display_get_default ());
}

static int
gh_application_handle_local_options (GApplication *application G_GNUC_UNUSED, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1; /* go on */
  g_print ("giothong %s\n", PACKAGE_VERSION);
  return 0;
}

static void
gh_application_shutdown (GApplication *application)
{
  GhApplication *self = GH_APPLICATION (application);

  G_APPLICATION_CLASS (gh_application_parent_class)->shutdown (application);

  if (self->settings != NULL)
    gh_settings_flush (self->settings, NULL);
  g_object_set_data (G_OBJECT (self), "gh-settings", NULL);
  g_clear_object (&self->settings);
}

static void
gh_application_class_init (GhApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  application_class->activate = gh_application_activate;
  application_class->handle_local_options = gh_application_handle_local_options;
  application_class->open = gh_application_open;
  application_class->startup = gh_application_startup;
  application_class->shutdown = gh_application_shutdown;
}

static void
gh_application_init (GhApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), "version", 0, 0, G_OPTION_ARG_NONE,
                                 _("Print the version and end"), NULL);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}

GhApplication *
gh_application_new (void)
{
  return g_object_new (GH_TYPE_APPLICATION, "application-id", GH_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}
