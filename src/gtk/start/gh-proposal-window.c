/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-proposal-window.h"

#include <glib/gi18n-lib.h>

#include "gh-control-names.h"
#include "gh-dialogs.h"
#include "gh-edits.h"
#include "gh-jobs.h"
#include "gh-place-row.h"
#include "gh-proposal-document.h"
#include "gh-proposal-editor.h"
#include "gh-proposal-list.h"
#include "gh-start-page.h"

struct _GhProposalWindow
{
  GtkWindow parent_instance;

  /* Owned */
  GhWorkspace *workspace; /* NULL: a new one */
  GhProposal *proposal;

  /* Template children */
  GtkWidget *correct;
  GhProposalDocument *document;
  GhProposalEditor *editor;
  GtkLabel *found;
  GhProposalList *lines;
  GhPlaceRow *place;
  GtkLabel *summary;
  GtkWidget *twin;
};

G_DEFINE_FINAL_TYPE (GhProposalWindow, gh_proposal_window, GTK_TYPE_WINDOW)

/* --- what is said ----------------------------------------------------------------------------- */

static guint
count_facts (GhProposalWindow *self, guint *accepted)
{
  guint n = 0;

  *accepted = 0;
  for (GhProposalGroup group = GH_PROPOSAL_BASES; group < GH_N_PROPOSAL_GROUPS; group++)
    {
      guint taken = 0;

      n += gh_proposal_count (self->proposal, group, &taken);
      *accepted += taken;
    }
  return n;
}

static void
update_steps (GhProposalWindow *self)
{
  gboolean open = gh_proposal_editor_is_open (self->editor);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "proposal.undo",
                                 !open && gh_proposal_can_undo (self->proposal));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "proposal.redo",
                                 !open && gh_proposal_can_redo (self->proposal));
}

static void
update_summary (GhProposalWindow *self)
{
  guint accepted = 0;
  guint n = count_facts (self, &accepted);
  g_autofree char *text = NULL;

  if (n == 0)
    text =
      g_strdup (_("Nothing but the head was understood. The text is taken over as it stands."));
  else
    /* Translators: lines of what was understood: taken over, all */
    text = g_strdup_printf (_("%u of %u lines are taken over."), accepted, n);
  gtk_label_set_text (self->summary, text);
  update_steps (self);
}

static void
update_correct (GhProposalWindow *self)
{
  int line = gh_proposal_list_get_selected (self->lines);

  gtk_widget_set_sensitive (self->correct,
                            line >= 0 && gh_proposal_n_fields (self->proposal, (guint) line) > 0 &&
                              !gh_proposal_editor_is_open (self->editor));
}

/* What the passage on the left holds. */
static void
show_found (GhProposalWindow *self, int passage)
{
  const GPtrArray *passages = gh_proposal_get_passages (self->proposal);
  guint n = passage >= 0 ? ((const GhPassage *) passages->pdata[passage])->n_lines : 0;
  g_autofree char *text = NULL;

  if (passage < 0)
    text = g_strdup (_("Choose a line to see its sentence."));
  else if (n == 0)
    text = g_strdup (_("Nothing was understood in this passage; it stays in the text."));
  else
    text = g_strdup_printf (
      ngettext ("%u line comes from this passage.", "%u lines come from this passage.", n), n);
  gtk_label_set_text (self->found, text);
}

/* --- from one side to the other --------------------------------------------------------------- */

static void
show_line (GhProposalWindow *self, int line)
{
  gsize start = 0;
  gsize end = 0;
  int passage =
    line >= 0 ? gh_proposal_get_passage (self->proposal, (guint) line, &start, &end) : -1;

  gh_proposal_document_mark (self->document, passage, start, end);
  gh_proposal_list_mark (self->lines, passage);
  show_found (self, passage);
  update_correct (self);
}

static void
line_selected_cb (GhProposalWindow *self, int line)
{
  show_line (self, line);
}

static void
passage_selected_cb (GhProposalWindow *self, int passage)
{
  int line = gh_proposal_find_line (self->proposal, (guint) passage, -1);

  gh_proposal_list_mark (self->lines, passage);
  show_found (self, passage);
  if (!gh_proposal_editor_is_open (self->editor))
    gh_proposal_list_select (self->lines, line);
  update_correct (self);
}

/* --- correcting ------------------------------------------------------------------------------- */

/* The list is laid out anew once the editor has taken its place. */
static gboolean
scroll_back_cb (GtkWidget *widget, GdkFrameClock *clock G_GNUC_UNUSED, gpointer user_data)
{
  GhProposalWindow *self = GH_PROPOSAL_WINDOW (widget);
  guint *frames = user_data;

  if (++*frames < 3)
    return G_SOURCE_CONTINUE;
  gh_proposal_list_select (self->lines, gh_proposal_list_get_selected (self->lines));
  return G_SOURCE_REMOVE;
}

static void
line_edit_cb (GhProposalWindow *self, int line)
{
  if (gh_proposal_n_fields (self->proposal, (guint) line) == 0 ||
      gh_proposal_editor_is_open (self->editor))
    return;
  gh_proposal_editor_open (self->editor, self->proposal, (guint) line);
  gtk_widget_set_sensitive (GTK_WIDGET (self->lines), FALSE);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_back_cb, g_new0 (guint, 1), g_free);
  update_correct (self);
  update_steps (self);
}

static void
correct_clicked_cb (GhProposalWindow *self)
{
  int line = gh_proposal_list_get_selected (self->lines);

  if (line >= 0)
    line_edit_cb (self, line);
}

static void
update_place (GhProposalWindow *self)
{
  g_autoptr (GhPlanReading) built = gh_proposal_build (self->proposal);

  gh_place_row_set_name (self->place, built->campaign->name);
}

static void
lines_changed_cb (GhProposalWindow *self)
{
  gh_proposal_list_refresh (self->lines);
  update_summary (self);
}

static void
editor_closed_cb (GhProposalWindow *self, gboolean saved)
{
  int line = gh_proposal_list_get_selected (self->lines);

  gtk_widget_set_sensitive (GTK_WIDGET (self->lines), TRUE);
  lines_changed_cb (self);
  if (saved)
    update_place (self);
  gh_proposal_list_select (self->lines, line);
  gtk_widget_grab_focus (GTK_WIDGET (self->lines));
  update_correct (self);
}

static void
take_step (GhProposalWindow *self, int line)
{
  if (line < 0)
    return;
  lines_changed_cb (self);
  update_place (self);
  gh_proposal_list_select (self->lines, line);
  show_line (self, line);
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *target G_GNUC_UNUSED)
{
  GhProposalWindow *self = GH_PROPOSAL_WINDOW (widget);

  take_step (self, g_str_equal (name, "proposal.undo") ? gh_proposal_undo (self->proposal)
                                                       : gh_proposal_redo (self->proposal));
}

/* --- taking over ------------------------------------------------------------------------------ */

static gboolean
accept (GhProposalWindow *self, GError **error)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GhPlanReading) reading = gh_proposal_build (self->proposal);
  g_autofree char *path = NULL;

  if (self->workspace != NULL)
    return gh_edit_accept_plan (self->workspace, reading, error);
  path = gh_place_row_dup_path (self->place);
  return gh_edit_accept_plan_as (path, reading, error) &&
         gh_start_open_workspace (GTK_WIDGET (parent), path);
}

/* A campaign without a name could not be told from others: asks for it. */
static gboolean
ask_for_missing (GhProposalWindow *self)
{
  int line = gh_proposal_find_missing (self->proposal);

  if (line < 0)
    return FALSE;
  gh_proposal_list_select (self->lines, line);
  show_line (self, line);
  line_edit_cb (self, line);
  gh_proposal_editor_save (self->editor); /* says what is missing */
  return TRUE;
}

static void
accept_clicked_cb (GhProposalWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (gh_proposal_editor_is_open (self->editor) && !gh_proposal_editor_save (self->editor))
    return;
  if (ask_for_missing (self))
    return;
  if (accept (self, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else if (error != NULL)
    gh_dialog_error (GTK_WIDGET (self), _("The plan could not be taken over"), error);
}

/* --- leaving ---------------------------------------------------------------------------------- */

static void
leave_answered (GtkWidget *widget, int button, gpointer user_data G_GNUC_UNUSED)
{
  if (button == 1)
    gtk_window_destroy (GTK_WINDOW (widget));
}

static gboolean
gh_proposal_window_close_request (GtkWindow *window)
{
  const char *buttons[] = { _("_Go on looking"), _("_Leave"), NULL };
  GhProposalWindow *self = GH_PROPOSAL_WINDOW (window);

  if (self->proposal == NULL ||
      (!gh_proposal_is_changed (self->proposal) && !gh_proposal_editor_is_changed (self->editor)))
    return FALSE;
  gh_dialog_ask (GTK_WIDGET (window), _("Leave without taking the plan over?"),
                 _("What you refused and corrected here is not kept."), buttons, TRUE,
                 leave_answered, NULL, NULL);
  return TRUE;
}

/* --- class ------------------------------------------------------------------------------------ */

static void
gh_proposal_window_dispose (GObject *object)
{
  GhProposalWindow *self = GH_PROPOSAL_WINDOW (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (gh_proposal_window_parent_class)->dispose (object);
}

static void
gh_proposal_window_finalize (GObject *object)
{
  g_clear_pointer (&GH_PROPOSAL_WINDOW (object)->proposal, gh_proposal_free);

  G_OBJECT_CLASS (gh_proposal_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GhProposalWindow, correct);
  gtk_widget_class_bind_template_child (widget_class, GhProposalWindow, document);
  gtk_widget_class_bind_template_child (widget_class, GhProposalWindow, editor);
  gtk_widget_class_bind_template_child (widget_class, GhProposalWindow, found);
  gtk_widget_class_bind_template_child (widget_class, GhProposalWindow, lines);
  gtk_widget_class_bind_template_child (widget_class, GhProposalWindow, place);
  gtk_widget_class_bind_template_child (widget_class, GhProposalWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, GhProposalWindow, twin);
  gtk_widget_class_bind_template_callback (widget_class, accept_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, correct_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, editor_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, lines_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, passage_selected_cb);
}

static void
gh_proposal_window_class_init (GhProposalWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GdkModifierType control = GDK_CONTROL_MASK;

  G_OBJECT_CLASS (class)->dispose = gh_proposal_window_dispose;
  G_OBJECT_CLASS (class)->finalize = gh_proposal_window_finalize;
  GTK_WINDOW_CLASS (class)->close_request = gh_proposal_window_close_request;

  g_type_ensure (GH_TYPE_PLACE_ROW);
  g_type_ensure (GH_TYPE_PROPOSAL_DOCUMENT);
  g_type_ensure (GH_TYPE_PROPOSAL_EDITOR);
  g_type_ensure (GH_TYPE_PROPOSAL_LIST);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/start/gh-proposal-window.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "proposal.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "proposal.redo", NULL, undo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, control, "proposal.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, control | GDK_SHIFT_MASK,
                                       "proposal.redo", NULL);
}

static void
gh_proposal_window_init (GhProposalWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gh_names_mend (GTK_WIDGET (self));
}

void
gh_proposal_present (GtkWidget *parent, GhWorkspace *workspace, GhPlanReading *reading)
{
  GhProposalWindow *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (reading != NULL);

  self = g_object_new (GH_TYPE_PROPOSAL_WINDOW, "transient-for", gtk_widget_get_root (parent),
                       "modal", TRUE, NULL);
  g_set_object (&self->workspace, workspace);
  self->proposal = gh_proposal_new (reading);
  gh_proposal_document_show (self->document, self->proposal);
  gh_proposal_list_show (self->lines, self->proposal);
  gh_place_row_set_name (self->place, reading->campaign->name);
  gtk_widget_set_visible (GTK_WIDGET (self->place), workspace == NULL);
  gtk_widget_set_visible (self->twin,
                          workspace != NULL && gh_edit_find_plan (workspace, reading) != 0);
  update_summary (self);
  gtk_window_present (GTK_WINDOW (self));
  gh_proposal_list_select (self->lines, 0);
  show_line (self, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->lines));
}

/* --- where plans come from -------------------------------------------------------------------- */

static void
plan_read_cb (GtkWidget *widget, GhJob *job, gpointer user_data)
{
  GhPlanReading *reading = gh_job_steal_plan (job);

  if (reading != NULL)
    gh_proposal_present (widget, user_data, reading);
}

static void
unref_workspace (gpointer workspace)
{
  g_clear_object (&workspace);
}

void
gh_proposal_read (GtkWidget *parent, GhWorkspace *workspace, const char *path)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (path != NULL);

  gh_jobs_run (parent, gh_job_new_read_plan (workspace, path), _("The plan could not be read"),
               plan_read_cb, workspace != NULL ? g_object_ref (workspace) : NULL, unref_workspace);
}

static void
file_chosen_cb (GtkWidget *widget, GFile *file, gpointer user_data)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    gh_proposal_read (widget, user_data, path);
}

void
gh_proposal_choose (GtkWidget *parent, GhWorkspace *workspace)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));

  /* The chooser is modal to the window, which keeps the workspace. */
  gh_dialog_open_file (parent, _("Import a plan"), gh_file_types_plan, file_chosen_cb, workspace);
}
