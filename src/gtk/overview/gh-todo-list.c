/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-todo-list.h"

#include <glib/gi18n-lib.h>

#include "gh-dialogs.h"
#include "gh-edits.h"
#include "gh-kinds.h"
#include "gh-toaster.h"

/* More than this nobody reads; the calendar has them all. */
#define MAX_ROWS 60

struct _GhTodoList
{
  GtkWidget parent_instance;

  /* Borrowed */
  GhWorkspace *workspace;
  GtkWidget *box;
  GtkListBox *list;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (GhTodoList, gh_todo_list, GTK_TYPE_WIDGET)

static gint64
row_id (GtkWidget *widget)
{
  return *(const gint64 *) g_object_get_data (G_OBJECT (widget), "gh-id");
}

static void
done_clicked_cb (GhTodoList *self, GtkButton *button)
{
  g_autofree char *title = g_strdup (g_object_get_data (G_OBJECT (button), "gh-title"));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!gh_edit_set_activity_state (self->workspace, row_id (GTK_WIDGET (button)), GH_ACTIVITY_DONE,
                                   &error))
    {
      gh_dialog_error (GTK_WIDGET (self), _("The activity could not be changed"), error);
      return;
    }
  /* Translators: %s is the title of an activity */
  text = g_strdup_printf (_("Marked as done: %s"), title);
  gh_toast_undo (GTK_WIDGET (self), text);
}

static void
row_activated_cb (GhTodoList *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to", "(sx)", "activity",
                              row_id (GTK_WIDGET (row)));
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_done_button (GhTodoList *self, const GhActivity *activity)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("gh-done-symbolic");
  /* Translators: %s is the title of an activity */
  g_autofree char *accessible = g_strdup_printf (_("Mark as done: %s"), activity->title);

  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Mark as done"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  accessible, -1);
  g_object_set_data_full (G_OBJECT (button), "gh-title", g_strdup (activity->title), g_free);
  g_object_set_data_full (G_OBJECT (button), "gh-id",
                          g_memdup2 (&activity->id, sizeof activity->id), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (done_clicked_cb), self);
  return button;
}

static GtkWidget *
make_row (GhTodoList *self, const GhActivity *activity, guint32 today)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *css_class;
  g_autofree char *due = gh_due_text (activity, today, &css_class);
  g_autofree char *date = gh_date_span_format (&activity->span, GH_DATE_LONG);
  g_autofree char *detail =
    *activity->lead != '\0' ? g_strdup_printf ("%s · %s", date, activity->lead) : g_strdup (date);
  g_autofree char *accessible =
    g_strdup_printf ("%s, %s, %s", activity->title, date, due != NULL ? due : "");
  GtkWidget *pill = make_label (due, "pill");

  if (*css_class != '\0')
    gtk_widget_add_css_class (pill, css_class);
  gtk_label_set_ellipsize (GTK_LABEL (pill), PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), make_label (activity->title, NULL));
  gtk_box_append (GTK_BOX (texts), make_label (detail, "caption"));
  gtk_box_append (GTK_BOX (box), gh_kind_image_new (activity->kind));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), pill);
  gtk_box_append (GTK_BOX (box), make_done_button (self, activity));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, activity->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible,
                                  -1);
  g_object_set_data_full (G_OBJECT (row), "gh-id", g_memdup2 (&activity->id, sizeof activity->id),
                          g_free);
  return row;
}

/* Appends the activities that stand so; they are in calendar order already. */
static guint
append_due (GhTodoList *self, const GhDossier *dossier, GhDue due, guint n)
{
  guint32 today = gh_workspace_get_today (self->workspace);

  for (guint i = 0; i < dossier->activities->len && n < MAX_ROWS; i++)
    {
      const GhActivity *activity = g_ptr_array_index (dossier->activities, i);

      if (gh_activity_due (activity, today) != due)
        continue;
      gtk_list_box_append (self->list, make_row (self, activity, today));
      n++;
    }
  return n;
}

void
gh_todo_list_update (GhTodoList *self, GhWorkspace *workspace)
{
  const GhDossier *dossier;
  GtkWidget *row;
  guint n = 0;

  g_return_if_fail (GH_IS_TODO_LIST (self));

  self->workspace = workspace;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  dossier = gh_workspace_get_dossier (workspace);
  if (dossier != NULL)
    {
      n = append_due (self, dossier, GH_DUE_LATE, n);
      n = append_due (self, dossier, GH_DUE_TODAY, n);
      n = append_due (self, dossier, GH_DUE_SOON, n);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (self->nothing, n == 0);
}

static void
gh_todo_list_dispose (GObject *object)
{
  g_clear_pointer (&GH_TODO_LIST (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (gh_todo_list_parent_class)->dispose (object);
}

static void
gh_todo_list_class_init (GhTodoListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = gh_todo_list_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
gh_todo_list_init (GhTodoList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "rich-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("To do"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  self->nothing =
    make_label (_("Nothing is overdue and nothing falls due within 14 days."), "dim-label");
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_widget_add_css_class (self->nothing, "list-empty");
  gtk_box_append (GTK_BOX (self->box), self->nothing);
}
