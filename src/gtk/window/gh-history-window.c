/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-history-window.h"

#include <glib/gi18n-lib.h>

#include "gh-column.h"
#include "gh-dialogs.h"
#include "gh-list-stop.h"

#define MAX_CHANGES 2000

struct _GhHistoryWindow
{
  GtkWindow parent_instance;

  /* Owned */
  GhRowList *rows; /* of GhChange */

  /* Template children */
  GtkColumnView *view;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (GhHistoryWindow, gh_history_window, GTK_TYPE_WINDOW)

static char *
time_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  const GhChange *change = gh_row_get_data (row);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (change->at);

  return time != NULL ? g_date_time_format (time, "%H:%M %d/%m/%Y") : NULL;
}

static char *
who_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  return g_strdup (((const GhChange *) gh_row_get_data (row))->who);
}

static char *
what_text (GhRow *row, gpointer user_data G_GNUC_UNUSED)
{
  const GhChange *change = gh_row_get_data (row);

  /* Translators: %s names an edit that was taken back afterwards */
  return change->undone ? g_strdup_printf (_("%s (undone)"), change->label)
                        : g_strdup (change->label);
}

static void
load (GhHistoryWindow *self, GhWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes =
    gh_store_list_history (gh_workspace_get_store (workspace), MAX_CHANGES, &error);
  GPtrArray *rows = g_ptr_array_new ();

  if (changes == NULL)
    gh_dialog_error (GTK_WIDGET (self), _("The history could not be read"), error);
  while (changes != NULL && changes->len > 0)
    {
      GhChange *change = g_ptr_array_steal_index (changes, 0);

      g_ptr_array_add (rows, gh_row_new (change->id, change, (GDestroyNotify) gh_change_free));
    }
  gtk_widget_set_visible (self->nothing, rows->len == 0);
  gh_row_list_update (self->rows, rows, NULL);
}

static void
gh_history_window_dispose (GObject *object)
{
  g_clear_object (&GH_HISTORY_WINDOW (object)->rows);

  G_OBJECT_CLASS (gh_history_window_parent_class)->dispose (object);
}

static void
gh_history_window_class_init (GhHistoryWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_history_window_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/window/gh-history-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GhHistoryWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, GhHistoryWindow, view);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gh_history_window_init (GhHistoryWindow *self)
{
  const char *when = C_("history", "When"), *who = C_("history", "Who");
  const char *what = C_("history", "What");
  const GhColumn columns[] = {
    { .id = "when", .title = when, .n_chars = 18, .text = time_text },
    { .id = "who", .title = who, .n_chars = 18, .text = who_text },
    { .id = "what", .title = what, .text = what_text },
  };
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = gh_row_list_new ();
  selection =
    GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  gtk_column_view_set_model (self->view, selection);
  gh_columns_set_name (self->view, _("History of changes"));
  gh_columns_append (self->view, columns, G_N_ELEMENTS (columns));
  gh_list_make_one_stop (GTK_WIDGET (self->view));
}

void
gh_history_window_present (GtkWidget *parent, GhWorkspace *workspace)
{
  GhHistoryWindow *self =
    g_object_new (GH_TYPE_HISTORY_WINDOW, "transient-for", gtk_widget_get_root (parent), NULL);

  gh_columns_remember (self->view, gh_settings_of (GTK_WIDGET (self)), "history");
  load (self, workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}
