/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-place-row.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "gh-dialogs.h"
#include "gh-file-name.h"
#include "gh-sandbox.h"
#include "gh-start-page.h"

struct _GhPlaceRow
{
  GtkWidget parent_instance;

  /* Owned */
  char *name;
  char *path; /* NULL until the clerk chose one */

  /* Borrowed */
  GtkWidget *box;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (GhPlaceRow, gh_place_row, GTK_TYPE_WIDGET)

/* A name that is free: "Chiến dịch 2027.giothong", "Chiến dịch 2027 (2).giothong" … */
static char *
default_path (GhPlaceRow *self)
{
  g_autofree char *folder = gh_start_folder ();

  for (int i = 1;; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf (" (%d)", i) : g_strdup ("");
      g_autofree char *name = g_strconcat (self->name, number, ".giothong", NULL);
      char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS) || i >= 1000)
        return path;
      g_free (path);
    }
}

static void
show_path (GhPlaceRow *self)
{
  g_autofree char *path = self->path != NULL ? g_strdup (self->path) : default_path (self);
  g_autofree char *shown = g_filename_display_name (path);

  gtk_label_set_text (self->label, shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), shown);
}

static void
path_chosen_cb (GtkWidget *widget, GFile *file, gpointer user_data G_GNUC_UNUSED)
{
  GhPlaceRow *self = GH_PLACE_ROW (widget);

  /* The chooser has offered to replace it; but a workspace is replaced by nothing. */
  if (g_file_query_exists (file, NULL))
    {
      gh_dialog_message (widget, _("A file of this name is there already"),
                         _("A new workspace does not replace it, so that no work is lost. Choose "
                           "another name."));
      return;
    }
  g_free (self->path);
  self->path = g_file_get_path (file);
  show_path (self);
}

static void
change_clicked_cb (GhPlaceRow *self)
{
  g_autofree char *name = g_strconcat (self->name, ".giothong", NULL);

  gh_dialog_save_file (GTK_WIDGET (self), _("Where to keep the workspace"), name,
                       gh_file_types_workspace, path_chosen_cb, NULL);
}

void
gh_place_row_set_name (GhPlaceRow *self, const char *name)
{
  g_return_if_fail (GH_IS_PLACE_ROW (self));
  g_return_if_fail (name != NULL);

  g_free (self->name);
  self->name = gh_file_name_dup (name);
  show_path (self);
}

char *
gh_place_row_dup_path (GhPlaceRow *self)
{
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (GH_IS_PLACE_ROW (self), NULL);

  path = self->path != NULL ? g_strdup (self->path) : default_path (self);
  folder = g_path_get_dirname (path);
  /* If it cannot be made, making the file says why. */
  g_mkdir_with_parents (folder, 0755);
  return g_steal_pointer (&path);
}

static void
gh_place_row_dispose (GObject *object)
{
  g_clear_pointer (&GH_PLACE_ROW (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (gh_place_row_parent_class)->dispose (object);
}

static void
gh_place_row_finalize (GObject *object)
{
  GhPlaceRow *self = GH_PLACE_ROW (object);

  g_free (self->name);
  g_free (self->path);

  G_OBJECT_CLASS (gh_place_row_parent_class)->finalize (object);
}

static void
gh_place_row_class_init (GhPlaceRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = gh_place_row_dispose;
  G_OBJECT_CLASS (class)->finalize = gh_place_row_finalize;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
gh_place_row_init (GhPlaceRow *self)
{
  GtkWidget *caption = gtk_label_new (_("Kept in"));
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("C_hange…"));

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->label = GTK_LABEL (label);
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_tooltip_text (button, _("Choose another folder or name for the file"));
  /* A workspace can live nowhere else in a Flatpak. */
  gtk_widget_set_visible (button, !gh_sandbox_is_active ());
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (change_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->box), caption);
  gtk_box_append (GTK_BOX (self->box), label);
  gtk_box_append (GTK_BOX (self->box), button);
  self->name = g_strdup (_("Campaign"));
}
