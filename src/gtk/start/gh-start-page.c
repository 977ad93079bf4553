/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-start-page.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "gh-application.h"
#include "gh-dialogs.h"
#include "gh-icon.h"
#include "gh-jobs.h"
#include "gh-label.h"
#include "gh-new-window.h"
#include "gh-paste-window.h"
#include "gh-proposal-window.h"
#include "gh-recent-row.h"
#include "gh-sandbox.h"
#include "gh-settings.h"
#include "gh-workspace.h"

struct _GhStartPage
{
  GtkWidget parent_instance;

  /* Owned */
  GhJob *reading; /* the figures of the recent workspaces */

  /* Template children */
  GtkWidget *content;
  GtkWidget *nothing;
  GtkWidget *recent_box;
  GtkListBox *recent;
  GtkWidget *ways;
};

G_DEFINE_FINAL_TYPE (GhStartPage, gh_start_page, GTK_TYPE_WIDGET)

char *
gh_start_folder (void)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  /* There the folder of documents is one of the sandbox, gone when the program ends. */
  if (gh_sandbox_is_active ())
    return gh_sandbox_dup_folder ();
  return g_build_filename (documents != NULL ? documents : g_get_home_dir (), "Giọt Hồng", NULL);
}

gboolean
gh_start_open_workspace (GtkWidget *widget, const char *path)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GApplication *application = g_application_get_default ();
  g_autoptr (GError) error = NULL;

  if (gh_application_open_workspace (GH_APPLICATION (application), GTK_WINDOW (root), path, &error))
    return TRUE;
  gh_dialog_error (widget, _("The file could not be opened"), error);
  return FALSE;
}

void
gh_start_open_any (GtkWidget *widget, GhWorkspace *workspace, const char *path)
{
  if (gh_file_types_match (gh_file_types_plan, path))
    gh_proposal_read (widget, workspace, path);
  else
    gh_start_open_workspace (widget, path);
}

/* --- recent workspaces -------------------------------------------------------------------------
 */

/* Data of the job: what is read, in the order of the rows. */
typedef struct
{
  char **paths;
  GPtrArray *recents; /* GhRecent */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_strfreev (reading->paths);
  g_ptr_array_unref (reading->recents);
  g_free (reading);
}

static gboolean
read_in_thread (GhJob *job G_GNUC_UNUSED, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;

  for (guint i = 0; reading->paths[i] != NULL; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      g_ptr_array_add (reading->recents, gh_recent_read (reading->paths[i]));
    }
  return TRUE;
}

static void
recents_read_cb (GhJob *job, const GError *error, GhStartPage *self)
{
  Reading *reading = g_object_get_data (G_OBJECT (job), "gh-reading");

  if (error == NULL && job == self->reading)
    for (guint i = 0; i < reading->recents->len; i++)
      {
        GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->recent, (int) i);

        if (row != NULL)
          gh_recent_row_show (GTK_WIDGET (row), g_ptr_array_index (reading->recents, i));
      }
  if (job == self->reading)
    g_clear_object (&self->reading);
}

static void
start_reading (GhStartPage *self, char **paths)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->paths = g_strdupv (paths);
  reading->recents = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_recent_free);
  self->reading =
    gh_job_new (_("Reading recent workspaces"), read_in_thread, reading, reading_free);
  g_object_set_data (G_OBJECT (self->reading), "gh-reading", reading);
  g_signal_connect_object (self->reading, "finished", G_CALLBACK (recents_read_cb), self, 0);
  gh_job_start (self->reading);
}

void
gh_start_page_update (GhStartPage *self)
{
  g_auto (GStrv) paths = NULL;
  GtkWidget *row;

  g_return_if_fail (GH_IS_START_PAGE (self));

  if (self->reading != NULL)
    gh_job_cancel (self->reading);
  g_clear_object (&self->reading);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->recent))) != NULL)
    gtk_list_box_remove (self->recent, row);
  paths = gh_settings_list_recent (gh_settings_of (GTK_WIDGET (self)));
  for (guint i = 0; paths[i] != NULL; i++)
    gtk_list_box_append (self->recent, gh_recent_row_new (paths[i]));
  gtk_widget_set_visible (self->recent_box, paths[0] != NULL);
  gtk_widget_set_visible (self->nothing, paths[0] == NULL);
  if (paths[0] != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    start_reading (self, paths);
}

static void
recent_activated_cb (GhStartPage *self, GtkListBoxRow *row)
{
  g_autofree char *path = g_strdup (gh_recent_row_get_path (GTK_WIDGET (row)));

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      gh_start_open_workspace (GTK_WIDGET (self), path);
      return;
    }
  gh_dialog_message (GTK_WIDGET (self), _("The file is not there"),
                     _("Put in the USB stick it is on, or open it from where it is now. It has "
                       "been taken from the list of recent workspaces."));
  gh_settings_remove_recent (gh_settings_of (GTK_WIDGET (self)), path);
  gh_start_page_update (self);
}

/* --- ways to begin ------------------------------------------------------------------------------
 */

static void
new_clicked_cb (GhStartPage *self)
{
  gh_new_window_present (GTK_WIDGET (self), NULL);
}

static void
import_clicked_cb (GhStartPage *self)
{
  gh_proposal_choose (GTK_WIDGET (self), NULL);
}

static void
paste_clicked_cb (GhStartPage *self)
{
  gh_paste_window_present (GTK_WIDGET (self), NULL);
}

static void
sample_clicked_cb (GhStartPage *self)
{
  g_autofree char *folder = gh_start_folder ();
  /* Translators: file name of the sample workspace, without its ending */
  g_autofree char *name = g_strconcat (_("Sample 2027"), ".giothong", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autoptr (GhWorkspace) workspace = NULL;

      g_mkdir_with_parents (folder, 0755);
      workspace = gh_workspace_create (path, "sample", 2027, &error);
      if (workspace == NULL)
        {
          gh_dialog_error (GTK_WIDGET (self), _("The sample could not be made"), error);
          return;
        }
    }
  gh_start_open_workspace (GTK_WIDGET (self), path);
}

static void
open_clicked_cb (GhStartPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.open", NULL);
}

static void
add_way (GhStartPage *self,
         const char *title,
         const char *text,
         const char *icon,
         GCallback clicked)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *image = gh_icon_new (icon);

  gtk_image_set_pixel_size (GTK_IMAGE (image), 24);
  gtk_widget_add_css_class (image, "accent");
  gtk_box_append (GTK_BOX (texts), gh_label_new (title, "strong"));
  gtk_box_append (GTK_BOX (texts), gh_label_new (text, "caption"));
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "way");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (self->ways), button);
}

/* --- class --------------------------------------------------------------------------------------
 */

static void
gh_start_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (gh_start_page_parent_class)->map (widget);

  gh_start_page_update (GH_START_PAGE (widget));
}

static void
gh_start_page_dispose (GObject *object)
{
  GhStartPage *self = GH_START_PAGE (object);

  if (self->reading != NULL)
    gh_job_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (object), GH_TYPE_START_PAGE);

  G_OBJECT_CLASS (gh_start_page_parent_class)->dispose (object);
}

static void
gh_start_page_class_init (GhStartPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_start_page_dispose;
  widget_class->map = gh_start_page_map;

  gtk_widget_class_set_css_name (widget_class, "startpage");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/start/gh-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GhStartPage, content);
  gtk_widget_class_bind_template_child (widget_class, GhStartPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, GhStartPage, recent);
  gtk_widget_class_bind_template_child (widget_class, GhStartPage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, GhStartPage, ways);
  gtk_widget_class_bind_template_callback (widget_class, recent_activated_cb);
}

static void
gh_start_page_init (GhStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_way (self, _("New campaign"),
           _("From a template for a district, a school or a donation day"),
           "gh-preparation-symbolic", G_CALLBACK (new_clicked_cb));
  add_way (self, _("Import a plan"),
           _("Last year’s plan in Word or as text: read, shown to you, taken over line by line"),
           "gh-plan-symbolic", G_CALLBACK (import_clicked_cb));
  add_way (self, _("Paste a plan"), _("Text copied from Word, a mail or a web page"),
           "edit-paste-symbolic", G_CALLBACK (paste_clicked_cb));
  add_way (self, _("Open a workspace"),
           _("A .giothong file of yours; or drop it onto this window"), "document-open-symbolic",
           G_CALLBACK (open_clicked_cb));
  add_way (self, _("Open the sample"), _("A complete made-up campaign to look around in"),
           "gh-campaign-symbolic", G_CALLBACK (sample_clicked_cb));
}
