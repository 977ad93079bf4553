/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-versions-window.h"

#include <glib/gi18n-lib.h>

#include "gh-column.h"
#include "gh-compare-window.h"
#include "gh-control-names.h"
#include "gh-dialogs.h"
#include "gh-file-name.h"
#include "gh-list-stop.h"
#include "gh-toaster.h"

struct _GhVersionsWindow
{
  GtkWindow parent_instance;

  /* Owned */
  GhWorkspace *workspace;
  GhRowList *rows; /* of GhPlanVersion */
  GtkSingleSelection *selection;

  /* Template children */
  GtkWidget *compare;
  GtkWidget *nothing;
  GtkWidget *open;
  GtkWidget *save;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (GhVersionsWindow, gh_versions_window, GTK_TYPE_WINDOW)

/* --- the list --------------------------------------------------------------------------------- */

static char *
version_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  return g_strdup_printf ("%d", ((const GhPlanVersion *) gh_row_get_data (row))->version);
}

static char *
number_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  return gh_plan_version_format_number (gh_row_get_data (row));
}

static char *
day_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  const GhPlanVersion *version = gh_row_get_data (row);

  return version->issued_on != 0 ? gh_day_format (version->issued_on) : NULL;
}

static char *
who_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  const GhPlanVersion *version = gh_row_get_data (row);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (version->at);
  g_autofree char *when = time != NULL ? g_date_time_format (time, "%H:%M %d/%m/%Y") : NULL;

  return g_strdup_printf ("%s, %s", when != NULL ? when : "", version->who);
}

static char *
reason_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  return g_strdup (((const GhPlanVersion *) gh_row_get_data (row))->reason);
}

static const GhPlanVersion *
get_selected (GhVersionsWindow *self)
{
  GhRow *row = gtk_single_selection_get_selected_item (self->selection);

  return row != NULL ? gh_row_get_data (row) : NULL;
}

static void
update_buttons (GhVersionsWindow *self)
{
  const GhPlanVersion *version = get_selected (self);
  gboolean has_paper = version != NULL && *version->file_sha256 != '\0';

  gtk_widget_set_sensitive (self->open, has_paper);
  gtk_widget_set_sensitive (self->save, has_paper);
  gtk_widget_set_sensitive (self->compare, version != NULL);
}

static void
load (GhVersionsWindow *self, GhWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = gh_workspace_list_versions (workspace, &error);
  GPtrArray *rows = g_ptr_array_new ();

  if (versions == NULL)
    gh_dialog_error (GTK_WIDGET (self), _("The issued versions could not be read"), error);
  /* Newest first. */
  while (versions != NULL && versions->len > 0)
    {
      GhPlanVersion *version = g_ptr_array_steal_index (versions, versions->len - 1);

      g_ptr_array_add (rows,
                       gh_row_new (version->id, version, (GDestroyNotify) gh_plan_version_free));
    }
  gtk_widget_set_visible (self->nothing, rows->len == 0);
  gh_row_list_update (self->rows, rows, NULL);
  update_buttons (self);
}

/* --- the paper -------------------------------------------------------------------------------- */

static gboolean
write_paper (GhVersionsWindow *self, int version, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = gh_workspace_dup_version_pdf (self->workspace, version, error);

  return bytes != NULL && gh_export_write_bytes (path, g_bytes_get_data (bytes, NULL),
                                                 g_bytes_get_size (bytes), error);
}

static char *
make_name (GhVersionsWindow *self)
{
  const GhPlanVersion *version = get_selected (self);
  g_autofree char *number = gh_plan_version_format_number (version);
  g_autofree char *clean = gh_file_name_dup (number);

  return g_strconcat (clean, ".pdf", NULL);
}

/* A copy for looking at, where the next look replaces it. */
static void
open_clicked_cb (GhVersionsWindow *self)
{
  const GhPlanVersion *version = get_selected (self);
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (version == NULL || parent == NULL || *version->file_sha256 == '\0')
    return;
  folder = g_build_filename (g_get_user_cache_dir (), "giothong", "issued", NULL);
  name = make_name (self);
  path = g_build_filename (folder, name, NULL);
  g_mkdir_with_parents (folder, 0700); /* if it cannot be made, writing says so */
  if (write_paper (self, version->version, path, &error))
    gtk_widget_activate_action (parent, "win.open-file", "s", path);
  else
    gh_dialog_error (GTK_WIDGET (self), _("The paper could not be opened"), error);
}

/* That one, whichever is selected by now: another program may have taken it back meanwhile. */
static void
save_chosen_cb (GtkWidget *widget, GFile *file, gpointer version)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (widget)));
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    return;
  if (!write_paper (GH_VERSIONS_WINDOW (widget), GPOINTER_TO_INT (version), path, &error))
    gh_dialog_error (widget, _("The paper could not be saved"), error);
  else if (parent != NULL)
    gh_toast (parent, _("The issued paper was saved"));
}

static void
save_clicked_cb (GhVersionsWindow *self)
{
  static const GhFileType types[] = { { N_("PDF document (.pdf)"), "pdf" }, { NULL, NULL } };
  const GhPlanVersion *version = get_selected (self);
  g_autofree char *name = NULL;

  if (version == NULL)
    return;
  name = make_name (self);
  gh_dialog_save_file (GTK_WIDGET (self), _("Save the issued paper"), name, types, save_chosen_cb,
                       GINT_TO_POINTER (version->version));
}

static void
compare_clicked_cb (GhVersionsWindow *self)
{
  const GhPlanVersion *version = get_selected (self);

  if (version != NULL)
    gh_compare_window_present (GTK_WIDGET (self), self->workspace, version->version);
}

/* --- the window ------------------------------------------------------------------------------- */

static void
gh_versions_window_dispose (GObject *object)
{
  GhVersionsWindow *self = GH_VERSIONS_WINDOW (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (gh_versions_window_parent_class)->dispose (object);
}

static void
gh_versions_window_class_init (GhVersionsWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_versions_window_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/issue/gh-versions-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GhVersionsWindow, compare);
  gtk_widget_class_bind_template_child (widget_class, GhVersionsWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, GhVersionsWindow, open);
  gtk_widget_class_bind_template_child (widget_class, GhVersionsWindow, save);
  gtk_widget_class_bind_template_child (widget_class, GhVersionsWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, compare_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gh_versions_window_init (GhVersionsWindow *self)
{
  const GhColumn columns[] = {
    { .id = "version",
      .title = C_("issued", "Version"),
      .n_chars = 5,
      .flags = GH_CELL_NUMBER,
      .text = version_text },
    { .id = "number", .title = C_("issued", "Number"), .n_chars = 14, .text = number_text },
    { .id = "day", .title = C_("issued", "Date"), .n_chars = 11, .text = day_text },
    { .id = "who", .title = C_("issued", "Issued by"), .n_chars = 26, .text = who_text },
    { .id = "reason", .title = C_("issued", "Amended because"), .text = reason_text },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  gh_names_mend (GTK_WIDGET (self));
  self->rows = gh_row_list_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gh_columns_set_name (self->view, _("Issued versions"));
  gh_columns_append (self->view, columns, G_N_ELEMENTS (columns));
  gh_list_make_one_stop (GTK_WIDGET (self->view));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (update_buttons),
                            self);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (open_clicked_cb), self);
}

void
gh_versions_window_present (GtkWidget *parent, GhWorkspace *workspace)
{
  GhVersionsWindow *self =
    g_object_new (GH_TYPE_VERSIONS_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);

  self->workspace = g_object_ref (workspace);
  gh_columns_remember (self->view, gh_settings_of (GTK_WIDGET (self)), "versions");
  load (self, workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}
