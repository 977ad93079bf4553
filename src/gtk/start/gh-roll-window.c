/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-roll-window.h"

#include <glib/gi18n-lib.h>

#include "gh-control-names.h"
#include "gh-dialogs.h"
#include "gh-edits.h"
#include "gh-job.h"
#include "gh-list-stop.h"
#include "gh-roll-row.h"
#include "gh-row.h"
#include "gh-toaster.h"

/*
 * Invariants: (1) what is stored is what the list shows: it can be accepted only when the year of
 * the list is the one that is entered; (2) while a year is being worked out nothing is listed.
 */

struct _GhRollWindow
{
  GtkWindow parent_instance;

  /* Owned */
  GhWorkspace *workspace;
  GhDossier *dossier; /* the campaign that was on screen */
  GPtrArray *awards;
  GhRollPlan *roll;   /* NULL while it is being worked out */
  GhJob *job;         /* NULL when none runs */
  GhRowList *rows;    /* of Line */
  GHashTable *chosen; /* key of a change -> its tick, where the clerk changed it; of any year */

  /* Template children */
  GtkWidget *accept;
  GtkLabel *counts;
  GtkLabel *intro;
  GtkWidget *nothing;
  GtkCheckButton *only_look;
  GtkSpinner *spinner;
  GtkListView *view;
  GtkSpinButton *year;
};

G_DEFINE_FINAL_TYPE (GhRollWindow, gh_roll_window, GTK_TYPE_WINDOW)

/* A heading, or the change with this number. */
typedef struct
{
  GhRollChange *change; /* borrowed from the plan; NULL = a heading */
  guint index;
  char *heading;
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->heading);
  g_free (line);
}

/* --- the lines ------------------------------------------------------------------------------- */

static void
add_line (GPtrArray *rows, gint64 id, GhRollChange *change, guint index, char *heading)
{
  Line *line = g_new0 (Line, 1);

  line->change = change;
  line->index = index;
  line->heading = heading;
  g_ptr_array_add (rows, gh_row_new (id, line, line_free));
}

static void
add_group (GhRollWindow *self, GPtrArray *rows, GhRollGroup group)
{
  gboolean only_look = gtk_check_button_get_active (self->only_look);
  guint heading = rows->len;
  guint n = 0;

  add_line (rows, -1 - (gint64) group, NULL, 0, NULL);
  for (guint i = 0; i < self->roll->changes->len; i++)
    {
      GhRollChange *change = g_ptr_array_index (self->roll->changes, i);

      if (change->group != group || (only_look && !change->look))
        continue;
      add_line (rows, i, change, i, NULL);
      n++;
    }
  if (n == 0)
    g_object_unref (g_ptr_array_steal_index (rows, heading));
  else
    ((Line *) gh_row_get_data (g_ptr_array_index (rows, heading)))->heading =
      g_strdup_printf ("%s (%u)", gh_roll_group_name (group), n);
}

static void
show_counts (GhRollWindow *self)
{
  guint n_wanted = 0;
  guint n_left_out = 0;
  guint n_look = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->roll->changes->len; i++)
    {
      const GhRollChange *change = g_ptr_array_index (self->roll->changes, i);

      n_wanted += change->wanted ? 1 : 0;
      n_left_out += change->kind != GH_ROLL_NOTE && !change->wanted ? 1 : 0;
      n_look += change->look ? 1 : 0;
    }
  text = g_strdup_printf (_("Changes: %u. Left out: %u. To be looked at: %u."), n_wanted,
                          n_left_out, n_look);
  gtk_label_set_text (self->counts, text);
}

static void
show_lines (GhRollWindow *self)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (int group = 0; self->roll != NULL && group < GH_N_ROLL_GROUPS; group++)
    add_group (self, rows, (GhRollGroup) group);
  gtk_widget_set_visible (self->nothing, self->roll != NULL && rows->len == 0);
  gh_row_list_update (self->rows, rows, NULL);
  if (self->roll != NULL)
    show_counts (self);
  gtk_widget_set_sensitive (self->accept, self->roll != NULL);
}

/* --- ticks ----------------------------------------------------------------------------------- */

/* The first of those that go together. */
static guint
leader_of (const GhRollPlan *roll, guint index)
{
  const GhRollChange *change = g_ptr_array_index (roll->changes, index);

  for (guint i = 0; change->tie != 0 && i < index; i++)
    {
      const GhRollChange *other = g_ptr_array_index (roll->changes, i);

      if (other->tie == change->tie && other->kind != GH_ROLL_NOTE)
        return i;
    }
  return index;
}

/* (transfer full): tells the changes of a list apart, and is the same in the list of another
 * year. */
static char *
key_of (const GhRollPlan *roll, guint index)
{
  const GhRollChange *change = g_ptr_array_index (roll->changes, index);

  return g_strdup_printf ("%d/%d/%d/%d/%" G_GSIZE_FORMAT "/%s/%s", (int) change->subject,
                          change->index, change->row, change->column, change->start, change->where,
                          change->before);
}

static void
toggle (GhRollWindow *self, const Line *line)
{
  g_autofree char *key = NULL;
  gboolean wanted;

  if (line->change == NULL || line->change->kind == GH_ROLL_NOTE)
    return;
  wanted = !line->change->wanted;
  gh_roll_plan_set_wanted (self->roll, line->index, wanted);
  key = key_of (self->roll, leader_of (self->roll, line->index));
  if (!g_hash_table_remove (self->chosen, key)) /* else it is as it was found */
    g_hash_table_insert (self->chosen, g_steal_pointer (&key), GINT_TO_POINTER (wanted));
  show_lines (self);
}

/* Another year is another list, but what should stay as it is stays so. */
static void
take_over_chosen (GhRollWindow *self)
{
  for (guint i = 0; i < self->roll->changes->len; i++)
    {
      const GhRollChange *change = g_ptr_array_index (self->roll->changes, i);
      g_autofree char *key = NULL;
      gpointer wanted;

      if (change->kind == GH_ROLL_NOTE || leader_of (self->roll, i) != i)
        continue;
      key = key_of (self->roll, i);
      if (g_hash_table_lookup_extended (self->chosen, key, NULL, &wanted))
        gh_roll_plan_set_wanted (self->roll, i, GPOINTER_TO_INT (wanted));
    }
}

static void
row_activated_cb (GhRollWindow *self, guint position)
{
  GhRow *row = gh_row_list_get (self->rows, position);

  if (row != NULL)
    toggle (self, gh_row_get_data (row));
}

static void
show_row (GhRow *row, GtkListItem *item)
{
  GhRollRow *child = GH_ROLL_ROW (gtk_list_item_get_child (item));
  const Line *line = gh_row_get_data (row);
  g_autofree char *name = NULL;

  if (line->change != NULL)
    gh_roll_row_show_change (child, line->change);
  else
    gh_roll_row_show_heading (child, line->heading);
  name = line->change != NULL ? gh_roll_row_describe (line->change) : g_strdup (line->heading);
  gh_names_set_row (GTK_WIDGET (child), name);
}

static void
tick_toggled_cb (GtkWidget *child, GtkListItem *item)
{
  GhRow *row = gtk_list_item_get_item (item);
  GtkRoot *root = gtk_widget_get_root (child);

  if (row != NULL && root != NULL)
    toggle (GH_ROLL_WINDOW (root), gh_row_get_data (row));
}

static void
setup_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  GtkWidget *child = gh_roll_row_new ();

  gtk_list_item_set_child (item, child);
  g_signal_connect_object (child, "toggled", G_CALLBACK (tick_toggled_cb), item, 0);
}

static void
bind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  GhRow *row = gtk_list_item_get_item (item);

  g_signal_connect_object (row, "changed", G_CALLBACK (show_row), item, 0);
  show_row (row, item);
}

static void
unbind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_row, item);
}

/* The space bar ticks the row that the arrows went to, as Enter does. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller G_GNUC_UNUSED,
                guint keyval,
                guint keycode G_GNUC_UNUSED,
                GdkModifierType state,
                GhRollWindow *self)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->view));
  guint position = gtk_single_selection_get_selected (selection);

  if (keyval != GDK_KEY_space || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 ||
      position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  row_activated_cb (self, position);
  return TRUE;
}

/* --- working it out -------------------------------------------------------------------------- */

static void
clear_roll (GhRollWindow *self)
{
  if (self->job != NULL)
    gh_job_cancel (self->job);
  g_clear_object (&self->job);
  /* The rows borrow from it. */
  gh_row_list_update (self->rows, g_ptr_array_new (), NULL);
  gtk_widget_set_visible (self->nothing, FALSE);
  g_clear_pointer (&self->roll, gh_roll_plan_free);
  gtk_widget_set_sensitive (self->accept, FALSE);
}

static void
finished_cb (GhJob *job, const GError *error, GhRollWindow *self)
{
  if (job != self->job) /* of a year that was typed over */
    return;
  gtk_spinner_set_spinning (self->spinner, FALSE);
  if (error != NULL)
    gh_dialog_error (GTK_WIDGET (self), _("The campaign could not be made"), error);
  else
    {
      self->roll = gh_job_steal_roll (job);
      take_over_chosen (self);
    }
  g_clear_object (&self->job);
  show_lines (self);
}

static void
year_changed_cb (GhRollWindow *self)
{
  int year = gtk_spin_button_get_value_as_int (self->year);

  if (self->dossier == NULL)
    return;
  clear_roll (self);
  gtk_spinner_set_spinning (self->spinner, year != self->dossier->campaign->year);
  if (year == self->dossier->campaign->year)
    {
      gtk_label_set_text (self->counts,
                          _("This is the year of the old campaign. Choose another."));
      return;
    }
  gtk_label_set_text (self->counts, "");
  self->job = gh_job_new_roll (self->dossier, self->awards, year);
  g_signal_connect_object (self->job, "finished", G_CALLBACK (finished_cb), self, 0);
  gh_job_start (self->job);
}

static void
only_look_toggled_cb (GhRollWindow *self)
{
  show_lines (self);
}

/* --- the window ------------------------------------------------------------------------------ */

static void
accept_clicked_cb (GhRollWindow *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  /* A year still being typed is another list. */
  gtk_spin_button_update (self->year);
  if (self->roll == NULL || self->roll->year != gtk_spin_button_get_value_as_int (self->year))
    return;
  if (!gh_edit_roll_campaign (self->workspace, self->roll, &error))
    {
      gh_dialog_error (GTK_WIDGET (self), _("The campaign could not be made"), error);
      return;
    }
  message = g_strdup_printf (_("The campaign of %d was made"), self->roll->year);
  gtk_window_destroy (GTK_WINDOW (self));
  if (parent == NULL)
    return;
  gtk_widget_activate_action (parent, "win.show-page", "s", "plan");
  gh_toast_undo (parent, message);
}

static void
leave_answered (GtkWidget *widget, int button, gpointer user_data G_GNUC_UNUSED)
{
  if (button == 1)
    gtk_window_destroy (GTK_WINDOW (widget));
}

/* To look through the list again is work. */
static gboolean
gh_roll_window_close_request (GtkWindow *window)
{
  const char *buttons[] = { _("_Go on looking"), _("_Leave"), NULL };
  GhRollWindow *self = GH_ROLL_WINDOW (window);

  if (g_hash_table_size (self->chosen) == 0)
    return GTK_WINDOW_CLASS (gh_roll_window_parent_class)->close_request (window);
  gh_dialog_ask (GTK_WIDGET (window), _("Leave without making the campaign?"),
                 _("What you ticked and unticked here is not kept."), buttons, TRUE,
                 leave_answered, NULL, NULL);
  return TRUE;
}

static void
gh_roll_window_dispose (GObject *object)
{
  GhRollWindow *self = GH_ROLL_WINDOW (object);

  if (self->job != NULL)
    gh_job_cancel (self->job);
  g_clear_object (&self->job);
  if (self->rows != NULL)
    gh_row_list_update (self->rows, g_ptr_array_new (), NULL);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->roll, gh_roll_plan_free);
  g_clear_pointer (&self->awards, g_ptr_array_unref);
  g_clear_pointer (&self->dossier, gh_dossier_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (gh_roll_window_parent_class)->dispose (object);
}

static void
gh_roll_window_finalize (GObject *object)
{
  g_hash_table_unref (GH_ROLL_WINDOW (object)->chosen);

  G_OBJECT_CLASS (gh_roll_window_parent_class)->finalize (object);
}

static void
gh_roll_window_class_init (GhRollWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_roll_window_dispose;
  G_OBJECT_CLASS (class)->finalize = gh_roll_window_finalize;
  GTK_WINDOW_CLASS (class)->close_request = gh_roll_window_close_request;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/start/gh-roll-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GhRollWindow, accept);
  gtk_widget_class_bind_template_child (widget_class, GhRollWindow, counts);
  gtk_widget_class_bind_template_child (widget_class, GhRollWindow, intro);
  gtk_widget_class_bind_template_child (widget_class, GhRollWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, GhRollWindow, only_look);
  gtk_widget_class_bind_template_child (widget_class, GhRollWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, GhRollWindow, view);
  gtk_widget_class_bind_template_child (widget_class, GhRollWindow, year);
  gtk_widget_class_bind_template_callback (widget_class, accept_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, only_look_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gh_roll_window_init (GhRollWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkSingleSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  gh_names_mend (GTK_WIDGET (self));
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rows = gh_row_list_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->view, factory);
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  g_object_unref (factory);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gh_list_make_one_stop (GTK_WIDGET (self->view));
}

void
gh_roll_window_present (GtkWidget *parent, GhWorkspace *workspace)
{
  GhRollWindow *self;
  GhDossier *dossier = gh_workspace_get_dossier (workspace);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) awards = NULL;
  g_autofree char *intro = NULL;

  g_return_if_fail (dossier != NULL);

  awards =
    gh_store_list_award_rounds (gh_workspace_get_store (workspace), dossier->campaign->id, &error);
  if (awards == NULL)
    {
      gh_dialog_error (parent, _("The campaign could not be made"), error);
      return;
    }
  self = g_object_new (GH_TYPE_ROLL_WINDOW, "transient-for", gtk_widget_get_root (parent), "modal",
                       TRUE, NULL);
  self->workspace = g_object_ref (workspace);
  self->dossier = gh_dossier_ref (dossier);
  self->awards = g_steal_pointer (&awards);
  /* Translators: %s is the name of a campaign */
  intro =
    g_strdup_printf (_("Nothing is stored yet. A new campaign is made beside “%s”, with these "
                       "changes; untick what should stay as it is."),
                     dossier->campaign->name);
  gtk_label_set_text (self->intro, intro);
  if (gtk_spin_button_get_value_as_int (self->year) == dossier->campaign->year + 1)
    year_changed_cb (self);
  else
    gtk_spin_button_set_value (self->year, dossier->campaign->year + 1);
  gtk_window_present (GTK_WINDOW (self));
}
