/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-activity-window.h"

#include <glib/gi18n-lib.h>

#include "gh-control-names.h"
#include "gh-date-entry.h"
#include "gh-dialogs.h"
#include "gh-edits.h"
#include "gh-follow.h"
#include "gh-kinds.h"
#include "gh-toaster.h"

struct _GhActivityWindow
{
  GtkWindow parent_instance;

  /* Owned */
  GhWorkspace *workspace;
  GhActivity *activity; /* as it was when the window opened */
  GhDossier *base;      /* what the workspace showed then; NULL without a campaign */

  /* Template children */
  GhDateEntry *date;
  GtkWidget *delete_button;
  GtkDropDown *kind;
  GtkEntry *lead;
  GtkEntry *name;
  GtkWidget *name_problem;
  GtkEntry *partners;
  GtkEntry *place;
  GtkEntry *result;
  GtkLabel *source;
  GtkDropDown *state;
};

G_DEFINE_FINAL_TYPE (GhActivityWindow, gh_activity_window, GTK_TYPE_WINDOW)

static void
set_text (GtkEntry *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/* The sentence of the plan it was read from. */
static void
show_source (GhActivityWindow *self)
{
  /* Translators: %s is a sentence of the plan */
  g_autofree char *text = g_strdup_printf (_("In the plan: %s"), self->activity->text);

  gtk_label_set_text (self->source, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->source), self->activity->text);
  gtk_widget_set_visible (GTK_WIDGET (self->source), *self->activity->text != '\0');
}

static void
show_activity (GhActivityWindow *self)
{
  const GhActivity *activity = self->activity;
  GhDossier *dossier = gh_workspace_get_dossier (self->workspace);

  set_text (self->name, activity->title);
  set_text (self->place, activity->place);
  set_text (self->lead, activity->lead);
  set_text (self->partners, activity->partners);
  set_text (self->result, activity->result);
  gh_date_entry_set_span (self->date, &activity->span,
                          dossier != NULL ? dossier->campaign->year : 0);
  gtk_drop_down_set_selected (self->kind, activity->kind);
  gtk_drop_down_set_selected (self->state, activity->state);
  gtk_widget_set_visible (self->delete_button, activity->id != 0);
  show_source (self);
}

static void
take_text (GtkEntry *entry, char **field)
{
  g_free (*field);
  *field = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static gboolean
take_entries (GhActivityWindow *self, GhActivity *activity)
{
  take_text (self->name, &activity->title);
  if (*activity->title == '\0')
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->name), "error");
      gtk_widget_set_visible (self->name_problem, TRUE);
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
      return FALSE;
    }
  if (!gh_date_entry_get_span (self->date, &activity->span))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->date));
      return FALSE;
    }
  take_text (self->place, &activity->place);
  take_text (self->lead, &activity->lead);
  take_text (self->partners, &activity->partners);
  take_text (self->result, &activity->result);
  activity->kind = (GhActivityKind) gtk_drop_down_get_selected (self->kind);
  activity->state = (GhActivityState) gtk_drop_down_get_selected (self->state);
  return TRUE;
}

static void
name_changed_cb (GhActivityWindow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->name), "error");
  gtk_widget_set_visible (self->name_problem, FALSE);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_STATE_INVALID);
}

/* After another program was faster. */
static void
follow_activity (GhActivityWindow *self)
{
  GhDossier *dossier = gh_workspace_get_dossier (self->workspace);
  const GhActivity *now = gh_dossier_find_activity (dossier, self->activity->id);
  g_autoptr (GhActivity) before = NULL;
  GhDateSpan span;

  if (now == NULL)
    return;
  before = g_steal_pointer (&self->activity);
  self->activity = gh_activity_copy (now);
  g_clear_pointer (&self->base, gh_dossier_unref);
  self->base = gh_dossier_ref (dossier);
  gh_follow_text (GTK_EDITABLE (self->name), before->title, now->title);
  gh_follow_text (GTK_EDITABLE (self->place), before->place, now->place);
  gh_follow_text (GTK_EDITABLE (self->lead), before->lead, now->lead);
  gh_follow_text (GTK_EDITABLE (self->partners), before->partners, now->partners);
  gh_follow_text (GTK_EDITABLE (self->result), before->result, now->result);
  if (gh_date_entry_get_span (self->date, &span) && gh_date_span_equal (&span, &before->span))
    gh_date_entry_set_span (self->date, &now->span, dossier->campaign->year);
  gh_follow_choice (self->kind, before->kind, now->kind);
  gh_follow_choice (self->state, before->state, now->state);
}

static void
save_clicked_cb (GhActivityWindow *self)
{
  g_autoptr (GhActivity) activity = gh_activity_copy (self->activity);
  g_autoptr (GError) error = NULL;

  if (!take_entries (self, activity))
    return;
  if (gh_edit_save_activity_from (self->workspace, self->base, activity, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  if (g_error_matches (error, GH_STORE_ERROR, GH_STORE_ERROR_CONFLICT))
    follow_activity (self);
  gh_dialog_error (GTK_WIDGET (self), _("The activity could not be saved"), error);
}

gboolean
gh_activity_delete (GtkWidget *widget, GhWorkspace *workspace, gint64 id)
{
  g_autoptr (GError) error = NULL;

  if (!gh_edit_delete_activity (workspace, id, &error))
    {
      gh_dialog_error (widget, _("The activity could not be deleted"), error);
      return FALSE;
    }
  gh_toast_undo (widget, _("The activity was deleted"));
  return TRUE;
}

static void
delete_clicked_cb (GhActivityWindow *self)
{
  if (gh_activity_delete (GTK_WIDGET (self), self->workspace, self->activity->id))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
gh_activity_window_dispose (GObject *object)
{
  GhActivityWindow *self = GH_ACTIVITY_WINDOW (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->activity, gh_activity_free);
  g_clear_pointer (&self->base, gh_dossier_unref);

  G_OBJECT_CLASS (gh_activity_window_parent_class)->dispose (object);
}

static void
gh_activity_window_class_init (GhActivityWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_activity_window_dispose;

  g_type_ensure (GH_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/calendar/gh-activity-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GhActivityWindow, date);
  gtk_widget_class_bind_template_child (widget_class, GhActivityWindow, delete_button);
  gtk_widget_class_bind_template_child (widget_class, GhActivityWindow, kind);
  gtk_widget_class_bind_template_child (widget_class, GhActivityWindow, lead);
  gtk_widget_class_bind_template_child (widget_class, GhActivityWindow, name);
  gtk_widget_class_bind_template_child (widget_class, GhActivityWindow, name_problem);
  gtk_widget_class_bind_template_child (widget_class, GhActivityWindow, partners);
  gtk_widget_class_bind_template_child (widget_class, GhActivityWindow, place);
  gtk_widget_class_bind_template_child (widget_class, GhActivityWindow, result);
  gtk_widget_class_bind_template_child (widget_class, GhActivityWindow, source);
  gtk_widget_class_bind_template_child (widget_class, GhActivityWindow, state);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gh_activity_window_init (GhActivityWindow *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gh_names_mend (GTK_WIDGET (self));
  for (int i = 0; i < GH_N_ACTIVITY_KINDS; i++)
    gtk_string_list_append (kinds, gh_activity_kind_name ((GhActivityKind) i));
  for (int i = GH_ACTIVITY_PLANNED; i <= GH_ACTIVITY_CANCELLED; i++)
    gtk_string_list_append (states, gh_activity_state_label ((GhActivityState) i));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  gtk_drop_down_set_model (self->state, G_LIST_MODEL (states));
  gh_date_entry_set_label (self->date, _("Date"));
}

void
gh_activity_window_present (GtkWidget *parent, GhWorkspace *workspace, const GhActivity *activity)
{
  GhActivityWindow *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (activity != NULL);

  self =
    g_object_new (GH_TYPE_ACTIVITY_WINDOW, "transient-for", gtk_widget_get_root (parent), "modal",
                  TRUE, "title", activity->id == 0 ? _("New activity") : _("Activity"), NULL);
  self->workspace = g_object_ref (workspace);
  self->activity = gh_activity_copy (activity);
  if (gh_workspace_get_dossier (workspace) != NULL)
    self->base = gh_dossier_ref (gh_workspace_get_dossier (workspace));
  show_activity (self);
  gtk_window_present (GTK_WINDOW (self));
}
