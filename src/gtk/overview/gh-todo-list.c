/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-todo-list.h"

#include <glib/gi18n-lib.h>

#include "gh-activity-window.h"
#include "gh-dialogs.h"
#include "gh-edits.h"
#include "gh-kinds.h"
#include "gh-label.h"
#include "gh-list-sync.h"
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
  GtkLabel *nothing;
};

G_DEFINE_FINAL_TYPE (GhTodoList, gh_todo_list, GTK_TYPE_WIDGET)

static gint64
activity_id (gconstpointer activity)
{
  return ((const GhActivity *) activity)->id;
}

static void
done_clicked_cb (GhTodoList *self, GtkButton *button)
{
  g_autofree char *title = g_strdup (g_object_get_data (G_OBJECT (button), "gh-title"));
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!gh_edit_set_activity_state (self->workspace, gh_list_row_id (GTK_LIST_BOX_ROW (row)),
                                   GH_ACTIVITY_DONE, &error))
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
  const GhDossier *dossier = gh_workspace_get_dossier (self->workspace);
  const GhActivity *activity =
    dossier != NULL ? gh_dossier_find_activity (dossier, gh_list_row_id (row)) : NULL;

  if (activity != NULL)
    gh_activity_window_present (GTK_WIDGET (self), self->workspace, activity);
}

static GtkWidget *
make_done_button (GhTodoList *self, const GhActivity *activity)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("gh-todo-symbolic");
  /* Translators: %s is the title of an activity */
  g_autofree char *accessible = g_strdup_printf (_("Mark as done: %s"), activity->title);

  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Mark as done"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  accessible, -1);
  g_object_set_data_full (G_OBJECT (button), "gh-title", g_strdup (activity->title), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (done_clicked_cb), self);
  return button;
}

static GtkWidget *
make_content (GhTodoList *self, const GhActivity *activity, guint32 today)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *css_class;
  g_autofree char *due = gh_due_text (activity, today, &css_class);
  g_autofree char *date = gh_date_span_format (&activity->span, GH_DATE_LONG);
  g_autofree char *detail =
    *activity->lead != '\0' ? g_strdup_printf ("%s · %s", date, activity->lead) : g_strdup (date);
  GtkWidget *title = gh_label_new_line (activity->title, NULL);
  GtkWidget *pill = gh_label_new_line (due, "pill");

  if (*css_class != '\0')
    gtk_widget_add_css_class (pill, css_class);
  gtk_label_set_ellipsize (GTK_LABEL (pill), PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_lines (GTK_LABEL (title), 2);
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), gh_label_new_line (detail, "caption"));
  gtk_box_append (GTK_BOX (box), gh_kind_image_new (activity->kind));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), pill);
  gtk_box_append (GTK_BOX (box), make_done_button (self, activity));
  return box;
}

static void
show_row (GtkListBoxRow *row, gconstpointer data, gpointer user_data)
{
  GhTodoList *self = user_data;
  const GhActivity *activity = data;
  guint32 today = gh_workspace_get_today (self->workspace);
  g_autofree char *accessible = gh_activity_describe (activity, today);

  gtk_list_box_row_set_child (row, make_content (self, activity, today));
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), activity->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible,
                                  -1);
}

/* Appends the activities that stand so; they are in calendar order already. */
static void
append_due (GPtrArray *shown, const GhDossier *dossier, guint32 today, GhDue due)
{
  for (guint i = 0; i < dossier->activities->len && shown->len < MAX_ROWS; i++)
    {
      GhActivity *activity = g_ptr_array_index (dossier->activities, i);

      if (gh_activity_due (activity, today) == due)
        g_ptr_array_add (shown, activity);
    }
}

/* What to say when there is nothing to do: what comes next, or that all is done. */
static char *
dup_nothing (const GhDossier *dossier, guint32 today)
{
  const char *nothing = _("Nothing is overdue and nothing falls due within 14 days.");

  if (dossier == NULL || dossier->activities->len == 0)
    return g_strdup (nothing);
  for (guint i = 0; i < dossier->activities->len; i++)
    {
      const GhActivity *activity = g_ptr_array_index (dossier->activities, i);
      g_autofree char *date = NULL;
      g_autofree char *next = NULL;

      if (gh_activity_due (activity, today) != GH_DUE_LATER)
        continue;
      date = gh_date_span_format (&activity->span, GH_DATE_LONG);
      /* Translators: title of an activity, its date */
      next = g_strdup_printf (_("Next: %s, %s."), activity->title, date);
      return g_strdup_printf ("%s\n%s", nothing, next);
    }
  return g_strdup_printf ("%s\n%s", nothing, _("Nothing planned lies ahead."));
}

void
gh_todo_list_update (GhTodoList *self, GhWorkspace *workspace)
{
  static const GhDue order[] = { GH_DUE_LATE, GH_DUE_TODAY, GH_DUE_SOON };
  const GhDossier *dossier;
  guint32 today = gh_workspace_get_today (workspace);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autofree char *nothing = NULL;

  g_return_if_fail (GH_IS_TODO_LIST (self));

  self->workspace = workspace;
  dossier = gh_workspace_get_dossier (workspace);
  for (guint i = 0; dossier != NULL && i < G_N_ELEMENTS (order); i++)
    append_due (shown, dossier, today, order[i]);
  gh_list_sync (self->list, shown, activity_id, show_row, self);
  nothing = dup_nothing (dossier, today);
  gtk_label_set_text (self->nothing, nothing);
  gtk_widget_set_visible (GTK_WIDGET (self->list), shown->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), shown->len == 0);
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
  self->nothing = GTK_LABEL (gh_label_new (NULL, "dim-label"));
  gtk_widget_add_css_class (GTK_WIDGET (self->nothing), "list-empty");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->nothing));
}
