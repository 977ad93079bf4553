/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-new-window.h"

#include <glib/gi18n-lib.h>

#include "gh-ask-name.h"
#include "gh-control-names.h"
#include "gh-dialogs.h"
#include "gh-edits.h"
#include "gh-label.h"
#include "gh-list-stop.h"
#include "gh-office-settings.h"
#include "gh-place-row.h"
#include "gh-roll-window.h"
#include "gh-setup.h"
#include "gh-start-page.h"
#include "gh-template.h"

struct _GhNewWindow
{
  GtkWindow parent_instance;

  /* Owned */
  GhWorkspace *workspace; /* NULL: a new one */
  GPtrArray *templates;   /* GhTemplate */

  /* Template children */
  GtkListBox *list;
  GtkWidget *own; /* what can be done with a template of one's own */
  GhPlaceRow *place;
  GtkWidget *roll;
  GtkSpinButton *year;
};

G_DEFINE_FINAL_TYPE (GhNewWindow, gh_new_window, GTK_TYPE_WINDOW)

static const GhTemplate *
selected_template (GhNewWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? g_ptr_array_index (self->templates, (guint) gtk_list_box_row_get_index (row))
                     : NULL;
}

static void
show_path (GhNewWindow *self)
{
  g_autofree char *name = g_strdup_printf (
    /* Translators: file name of a new workspace; %d is the year, keep it */
    _("Campaign %d"), gtk_spin_button_get_value_as_int (self->year));

  gh_place_row_set_name (self->place, name);
}

static void
year_changed_cb (GhNewWindow *self)
{
  show_path (self);
}

static gboolean
create (GhNewWindow *self, const GhTemplate *chosen, GError **error)
{
  int year;
  g_autoptr (GhOffice) office = gh_office_load (gh_settings_of (GTK_WIDGET (self)));
  g_autofree char *path = NULL;
  g_autoptr (GhWorkspace) workspace = NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  /* What was typed counts although the keyboard is still in it: a button's letter does not move it.
   */
  gtk_spin_button_update (self->year);
  year = gtk_spin_button_get_value_as_int (self->year);
  if (self->workspace != NULL)
    return gh_edit_new_campaign_for (self->workspace, chosen->key, year, office, error);
  path = gh_place_row_dup_path (self->place);
  workspace = gh_workspace_create_for (path, chosen->key, year, office, error);
  if (workspace == NULL)
    return FALSE;
  g_clear_object (&workspace); /* closed, so that the window opens it as it opens any */
  return gh_start_open_workspace (GTK_WIDGET (parent), path);
}

static void
create_clicked_cb (GhNewWindow *self)
{
  const GhTemplate *chosen = selected_template (self);
  g_autoptr (GError) error = NULL;

  if (chosen == NULL)
    return;
  if (create (self, chosen, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else if (error != NULL)
    gh_dialog_error (GTK_WIDGET (self), _("The campaign could not be made"), error);
}

/* The other way to begin, with a window of its own. */
static void
roll_clicked_cb (GhNewWindow *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr (GhWorkspace) workspace = g_object_ref (self->workspace);

  gtk_window_destroy (GTK_WINDOW (self));
  gh_roll_window_present (parent, workspace);
}

static GtkWidget *
make_row (const GhTemplate *templ)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), gh_label_new (templ->name, "strong"));
  gtk_box_append (GTK_BOX (box), gh_label_new (templ->description, "caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, templ->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, templ->description, -1);
  return row;
}

/* That of the level entered in the preferences. */
static void
select_own_template (GhNewWindow *self)
{
  g_autoptr (GhOffice) office = gh_office_load (gh_settings_of (GTK_WIDGET (self)));
  const char *own = gh_office_level_template (office->level);

  for (guint i = 0; i < self->templates->len; i++)
    {
      const GhTemplate *templ = g_ptr_array_index (self->templates, i);

      if (g_strcmp0 (templ->key, own) == 0)
        gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
    }
}

/* --- templates of one's own ------------------------------------------------------------------- */

static void
fill_list (GhNewWindow *self, const char *select)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  self->templates = gh_template_list ();
  for (guint i = 0; i < self->templates->len; i++)
    {
      const GhTemplate *templ = g_ptr_array_index (self->templates, i);

      row = make_row (templ);
      gtk_list_box_append (self->list, row);
      if (g_strcmp0 (templ->key, select) == 0)
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
    }
  if (gtk_list_box_get_selected_row (self->list) == NULL)
    gtk_list_box_select_row (
      self->list, gtk_list_box_get_row_at_index (self->list, self->templates->len > 1 ? 1 : 0));
}

static void
row_selected_cb (GhNewWindow *self)
{
  const GhTemplate *chosen;

  if (self->own == NULL || self->templates == NULL) /* the window is going */
    return;
  chosen = selected_template (self);
  gtk_widget_set_visible (self->own, chosen != NULL && chosen->own);
}

static gboolean
renamed_cb (GtkWidget *widget, const char *name, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!gh_template_rename (user_data, name, &error))
    {
      gh_dialog_error (widget, _("The template was not renamed"), error);
      return FALSE;
    }
  fill_list (GH_NEW_WINDOW (widget), user_data);
  return TRUE;
}

static void
rename_clicked_cb (GhNewWindow *self)
{
  const GhTemplate *chosen = selected_template (self);

  if (chosen != NULL && chosen->own)
    gh_ask_name (GTK_WIDGET (self), _("Rename the template"), _("_Name of the template"),
                 _("The campaigns that were begun with it stay as they are."), chosen->name,
                 _("_Rename"), renamed_cb, g_strdup (chosen->key), g_free);
}

static void
removal_answered_cb (GtkWidget *widget, int button, gpointer key)
{
  g_autoptr (GError) error = NULL;

  if (button != 1)
    return;
  if (gh_template_remove (key, &error))
    fill_list (GH_NEW_WINDOW (widget), NULL);
  else
    gh_dialog_error (widget, _("The template was not removed"), error);
}

static void
remove_clicked_cb (GhNewWindow *self)
{
  const GhTemplate *chosen = selected_template (self);
  const char *const buttons[] = { _("_Cancel"), _("_Remove"), NULL };
  g_autofree char *heading = NULL;

  if (chosen == NULL || !chosen->own)
    return;
  /* Translators: %s is the name of a template */
  heading = g_strdup_printf (_("Remove the template “%s”?"), chosen->name);
  gh_dialog_ask (GTK_WIDGET (self), heading,
                 _("It cannot be brought back. The campaigns that were begun with it stay."),
                 buttons, TRUE, removal_answered_cb, g_strdup (chosen->key), g_free);
}

static void
gh_new_window_dispose (GObject *object)
{
  GhNewWindow *self = GH_NEW_WINDOW (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->templates, g_ptr_array_unref);

  G_OBJECT_CLASS (gh_new_window_parent_class)->dispose (object);
}

static void
gh_new_window_class_init (GhNewWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_new_window_dispose;

  g_type_ensure (GH_TYPE_PLACE_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/start/gh-new-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GhNewWindow, place);
  gtk_widget_class_bind_template_child (widget_class, GhNewWindow, list);
  gtk_widget_class_bind_template_child (widget_class, GhNewWindow, own);
  gtk_widget_class_bind_template_child (widget_class, GhNewWindow, roll);
  gtk_widget_class_bind_template_child (widget_class, GhNewWindow, year);
  gtk_widget_class_bind_template_callback (widget_class, create_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, rename_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, roll_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gh_new_window_init (GhNewWindow *self)
{
  int year;
  int month;

  gtk_widget_init_template (GTK_WIDGET (self));
  gh_list_make_one_stop (GTK_WIDGET (self->list));
  gh_names_mend (GTK_WIDGET (self));
  fill_list (self, NULL);
  /* From September on, plans are for the year to come. */
  gh_day_to_ymd (gh_setup_day (gh_setup_now ()), &year, &month, NULL);
  gtk_spin_button_set_value (self->year, month >= 9 ? year + 1 : year);
  show_path (self);
}

void
gh_new_window_present (GtkWidget *parent, GhWorkspace *workspace)
{
  GhNewWindow *self = g_object_new (GH_TYPE_NEW_WINDOW, "transient-for",
                                    gtk_widget_get_root (parent), "modal", TRUE, NULL);

  g_set_object (&self->workspace, workspace);
  select_own_template (self);
  gtk_widget_set_visible (GTK_WIDGET (self->place), workspace == NULL);
  gtk_widget_set_visible (self->roll,
                          workspace != NULL && gh_workspace_get_dossier (workspace) != NULL);
  gtk_window_present (GTK_WINDOW (self));
}
