/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-proposal-editor.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "gh-control-names.h"
#include "gh-date-entry.h"
#include "gh-label.h"

#define MAX_FIELDS 8u

struct _GhProposalEditor
{
  GtkWidget parent_instance;

  /* Owned */
  char **before; /* the values that the line was opened with */

  /* Borrowed */
  GhProposal *proposal; /* NULL while closed */
  GtkWidget *box;       /* the only child */
  GtkWidget *title;
  GtkWidget *grid;
  GtkWidget *problem;
  GtkWidget *save;
  GtkWidget *default_widget; /* of the window, while a line is open */
  GtkWidget *fields[MAX_FIELDS];

  guint line;
};

enum
{
  CLOSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhProposalEditor, gh_proposal_editor, GTK_TYPE_WIDGET)

/* --- fields ----------------------------------------------------------------------------------- */

static GtkWidget *
make_choice (GhProposalEditor *self, guint field, const char *value)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *name;
  GtkWidget *choice;

  for (guint i = 0; (name = gh_proposal_get_choice (self->proposal, self->line, field, i)); i++)
    gtk_string_list_append (names, name);
  choice = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (names)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), (guint) atoi (value));
  return choice;
}

static GtkWidget *
make_date (GhProposalEditor *self, const char *label, const char *value)
{
  GtkWidget *entry = gh_date_entry_new ();

  gh_date_entry_set_label (GH_DATE_ENTRY (entry), label);
  gh_date_entry_set_text (GH_DATE_ENTRY (entry), value, gh_proposal_get_year (self->proposal));
  return entry;
}

static GtkWidget *
make_entry (const char *value)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), value);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  return entry;
}

static void
add_field (GhProposalEditor *self, guint field, const char *value)
{
  GhProposalField what = gh_proposal_get_field (self->proposal, self->line, field);
  GtkWidget *label = gtk_label_new (_(what.label));
  GtkWidget *widget;

  if (what.kind == GH_PROPOSAL_CHOICE)
    widget = make_choice (self, field, value);
  else if (what.kind == GH_PROPOSAL_DATE)
    widget = make_date (self, _(what.label), value);
  else
    widget = make_entry (value);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (label, 6);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, (int) field, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), widget, 1, (int) field, 1, 1);
  self->fields[field] = widget;
}

/* (transfer full) */
static char *
dup_value (GtkWidget *field)
{
  if (GTK_IS_DROP_DOWN (field))
    return g_strdup_printf ("%u", gtk_drop_down_get_selected (GTK_DROP_DOWN (field)));
  if (GH_IS_DATE_ENTRY (field))
    return g_strdup (gh_date_entry_get_text (GH_DATE_ENTRY (field)));
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (field)));
}

static void
show_problem (GhProposalEditor *self, GtkWidget *field, const char *message)
{
  gtk_label_set_text (GTK_LABEL (self->problem), message);
  gtk_widget_set_visible (self->problem, *message != '\0');
  for (guint i = 0; i < MAX_FIELDS && self->fields[i] != NULL; i++)
    {
      gboolean wrong = self->fields[i] == field;

      if (!GTK_IS_ENTRY (self->fields[i]))
        continue;
      if (wrong)
        gtk_widget_add_css_class (self->fields[i], "error");
      else
        gtk_widget_remove_css_class (self->fields[i], "error");
      gtk_accessible_update_state (
        GTK_ACCESSIBLE (self->fields[i]), GTK_ACCESSIBLE_STATE_INVALID,
        wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->fields[i]),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, wrong ? message : "",
                                      -1);
    }
  if (field != NULL)
    gtk_widget_grab_focus (field);
}

/* --- open, save, close ------------------------------------------------------------------------ */

/* Figures, titles and names are corrected more often than what they are about. */
static void
focus_first (GhProposalEditor *self)
{
  guint i = 0;

  while (i + 1 < MAX_FIELDS && self->fields[i + 1] != NULL && GTK_IS_DROP_DOWN (self->fields[i]))
    i++;
  gtk_widget_grab_focus (self->fields[i]);
}

static void
clear_fields (GhProposalEditor *self)
{
  for (guint i = 0; i < MAX_FIELDS; i++)
    self->fields[i] = NULL;
  while (gtk_widget_get_first_child (self->grid) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), gtk_widget_get_first_child (self->grid));
}

static void
finish (GhProposalEditor *self, gboolean saved)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  self->proposal = NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_window_set_default_widget (window, self->default_widget);
  g_signal_emit (self, signals[CLOSED], 0, saved);
  clear_fields (self);
}

void
gh_proposal_editor_open (GhProposalEditor *self, GhProposal *proposal, guint line)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_auto (GStrv) values = gh_proposal_dup_values (proposal, line);
  g_autofree char *caption = gh_proposal_dup_caption (proposal, line);
  g_autofree char *title = NULL;
  guint n = MIN (gh_proposal_n_fields (proposal, line), MAX_FIELDS);

  g_return_if_fail (GH_IS_PROPOSAL_EDITOR (self));
  g_return_if_fail (n > 0 && self->proposal == NULL);

  self->proposal = proposal;
  self->line = line;
  clear_fields (self);
  for (guint i = 0; i < n; i++)
    add_field (self, i, values[i]);
  g_strfreev (self->before);
  self->before = g_steal_pointer (&values);
  gh_names_mend (self->grid);
  /* Translators: %s says which line: "blood units", "Saturday, 06/03/2027" */
  title = g_strdup_printf (_("Correct: %s"), caption);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  show_problem (self, NULL, "");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  self->default_widget = gtk_window_get_default_widget (window);
  gtk_window_set_default_widget (window, self->save);
  focus_first (self);
}

gboolean
gh_proposal_editor_is_open (GhProposalEditor *self)
{
  g_return_val_if_fail (GH_IS_PROPOSAL_EDITOR (self), FALSE);

  return self->proposal != NULL;
}

gboolean
gh_proposal_editor_is_changed (GhProposalEditor *self)
{
  g_return_val_if_fail (GH_IS_PROPOSAL_EDITOR (self), FALSE);

  for (guint i = 0; self->proposal != NULL && i < MAX_FIELDS && self->fields[i] != NULL; i++)
    {
      g_autofree char *value = dup_value (self->fields[i]);

      if (!g_str_equal (value, self->before[i]))
        return TRUE;
    }
  return FALSE;
}

gboolean
gh_proposal_editor_save (GhProposalEditor *self)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  guint wrong = 0;

  g_return_val_if_fail (GH_IS_PROPOSAL_EDITOR (self), FALSE);
  g_return_val_if_fail (self->proposal != NULL, FALSE);

  for (guint i = 0; i < MAX_FIELDS && self->fields[i] != NULL; i++)
    g_ptr_array_add (values, dup_value (self->fields[i]));
  g_ptr_array_add (values, NULL);
  if (!gh_proposal_correct (self->proposal, self->line, (const char *const *) values->pdata, &wrong,
                            &error))
    {
      show_problem (self, self->fields[wrong], error->message);
      return FALSE;
    }
  finish (self, TRUE);
  return TRUE;
}

static void
save_clicked_cb (GhProposalEditor *self)
{
  if (self->proposal != NULL)
    gh_proposal_editor_save (self);
}

static void
cancel_clicked_cb (GhProposalEditor *self)
{
  if (self->proposal != NULL)
    finish (self, FALSE);
}

static gboolean
escape_pressed_cb (GtkWidget *widget,
                   GVariant *arguments G_GNUC_UNUSED,
                   gpointer data G_GNUC_UNUSED)
{
  cancel_clicked_cb (GH_PROPOSAL_EDITOR (widget));
  return TRUE;
}

/* --- class ------------------------------------------------------------------------------------ */

static void
gh_proposal_editor_dispose (GObject *object)
{
  g_clear_pointer (&GH_PROPOSAL_EDITOR (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (gh_proposal_editor_parent_class)->dispose (object);
}

static void
gh_proposal_editor_finalize (GObject *object)
{
  g_strfreev (GH_PROPOSAL_EDITOR (object)->before);

  G_OBJECT_CLASS (gh_proposal_editor_parent_class)->finalize (object);
}

static void
gh_proposal_editor_class_init (GhProposalEditorClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_proposal_editor_dispose;
  G_OBJECT_CLASS (class)->finalize = gh_proposal_editor_finalize;

  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_pressed_cb, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_buttons (GhProposalEditor *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("Leave as it _was"));

  self->save = gtk_button_new_with_mnemonic (_("_Save"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), cancel);
  gtk_box_append (GTK_BOX (buttons), self->save);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (cancel_clicked_cb), self);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_clicked_cb), self);
  return buttons;
}

static void
gh_proposal_editor_init (GhProposalEditor *self)
{
  GtkWidget *scroller;

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_add_css_class (self->box, "proposal-editor");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->title = gh_label_new ("", "strong");
  self->problem = gh_label_new ("", "error");
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  scroller =
    g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child",
                  self->grid, "propagate-natural-height", TRUE, "max-content-height", 300, NULL);
  gtk_box_append (GTK_BOX (self->box), self->title);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_box_append (GTK_BOX (self->box), self->problem);
  gtk_box_append (GTK_BOX (self->box), make_buttons (self));
  gh_names_mend (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
