/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-units-import-window.h"

#include <glib/gi18n-lib.h>

#include "gh-column.h"
#include "gh-control-names.h"
#include "gh-dialogs.h"
#include "gh-edits.h"
#include "gh-toaster.h"
#include "gh-units-import-line.h"

/*
 * Invariants: (1) the lines are those of the file in its order, whatever is left out: first those
 * that cannot be used at all; (2) what the lines say is what gh_edit_accept_units() does with the
 * rows that are ticked.
 */

struct _GhUnitsImportWindow
{
  GtkWindow parent_instance;

  /* Owned */
  GhWorkspace *workspace;
  GhUnitReading *reading;
  GHashTable *left_out; /* rows of the file, by number */
  GhRowList *lines;     /* of GhUnitsImportLine */

  /* Template children */
  GtkWidget *accept;
  GtkLabel *counts;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (GhUnitsImportWindow, gh_units_import_window, GTK_TYPE_WINDOW)

/* --- the lines ------------------------------------------------------------------------------- */

/* The rows that are ticked, borrowed; problems of its own. */
static GhUnitReading *
choose_rows (GhUnitsImportWindow *self)
{
  GhUnitReading *chosen = g_new0 (GhUnitReading, 1);

  chosen->rows = g_ptr_array_new ();
  chosen->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_problem_free);
  for (guint i = 0; i < self->reading->rows->len; i++)
    {
      GhUnitRow *row = g_ptr_array_index (self->reading->rows, i);

      if (!g_hash_table_contains (self->left_out, GUINT_TO_POINTER (row->row)))
        g_ptr_array_add (chosen->rows, row);
    }
  return chosen;
}

static void
add_line (GPtrArray *rows, gint64 id, GhUnitMerge *merge, GhProblem *problem, gboolean left_out)
{
  GhUnitsImportLine *line = g_new0 (GhUnitsImportLine, 1);

  line->merge = merge;
  line->problem = problem;
  line->left_out = left_out;
  g_ptr_array_add (rows, gh_row_new (id, line, gh_units_import_line_free));
}

static GhUnitMerge *
merge_of_left_out (const GhUnitRow *row)
{
  GhUnitMerge *merge = g_new0 (GhUnitMerge, 1);

  merge->row = row->row;
  merge->after = gh_unit_copy (row->unit);
  merge->parent = g_strdup (row->parent != NULL ? row->parent : "");
  merge->reason = g_strdup ("");
  return merge;
}

/* Ids: the row of the file; made parents by the row that they were made for; places by number. */
#define ID_OF_PARENT(row) ((gint64) (row) + ((gint64) 1 << 32))
#define ID_OF_PLACE(n)    (-1 - (gint64) (n))

/* The lines of @merges, taken, and those left out between them, in the order of the file. */
static GPtrArray *
list_lines (GhUnitsImportWindow *self, GPtrArray *merges)
{
  GPtrArray *rows = g_ptr_array_new ();
  guint next = 0;

  for (guint i = 0; i < self->reading->problems->len; i++)
    add_line (rows, ID_OF_PLACE (i), NULL, g_ptr_array_index (self->reading->problems, i), FALSE);
  for (guint i = 0; i < self->reading->rows->len; i++)
    {
      const GhUnitRow *row = g_ptr_array_index (self->reading->rows, i);
      gboolean out = g_hash_table_contains (self->left_out, GUINT_TO_POINTER (row->row));

      while (!out && next < merges->len)
        {
          GhUnitMerge *merge = g_steal_pointer (&merges->pdata[next++]);
          gboolean described = merge->row != 0;

          add_line (rows, described ? merge->row : ID_OF_PARENT (row->row), merge, NULL, FALSE);
          if (described)
            break;
        }
      if (out)
        add_line (rows, row->row, merge_of_left_out (row), NULL, TRUE);
    }
  return rows;
}

static void
show_counts (GhUnitsImportWindow *self, const GPtrArray *merges)
{
  guint counts[GH_MERGE_REFUSED + 1] = { 0 };
  g_autofree char *text = NULL;

  for (guint i = 0; i < merges->len; i++)
    counts[((const GhUnitMerge *) g_ptr_array_index (merges, i))->fate]++;
  for (guint i = 0; i < self->reading->problems->len; i++)
    counts[GH_MERGE_REFUSED] +=
      ((const GhProblem *) g_ptr_array_index (self->reading->problems, i))->fatal;
  text = g_strdup_printf (_("To add: %u. To change: %u. As they are: %u. Left out: %u. "
                            "Not usable: %u."),
                          counts[GH_MERGE_ADDED], counts[GH_MERGE_CHANGED], counts[GH_MERGE_SAME],
                          g_hash_table_size (self->left_out), counts[GH_MERGE_REFUSED]);
  gtk_label_set_text (self->counts, text);
  gtk_widget_set_sensitive (self->accept, counts[GH_MERGE_ADDED] + counts[GH_MERGE_CHANGED] > 0);
}

static void
free_chosen (GhUnitReading *chosen)
{
  g_ptr_array_unref (chosen->rows);
  g_ptr_array_unref (chosen->problems);
  g_free (chosen);
}

static void
show_lines (GhUnitsImportWindow *self)
{
  GhUnitReading *chosen = choose_rows (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) merges = gh_edit_preview_units (self->workspace, chosen, &error);

  free_chosen (chosen);
  if (merges == NULL)
    {
      gh_dialog_error (GTK_WIDGET (self), _("The list cannot be taken over"), error);
      return;
    }
  show_counts (self, merges);
  gh_row_list_update (self->lines, list_lines (self, merges), NULL);
}

/* --- ticks ----------------------------------------------------------------------------------- */

static void
set_left_out (GhUnitsImportWindow *self, guint row, gboolean left_out)
{
  if (left_out)
    g_hash_table_add (self->left_out, GUINT_TO_POINTER (row));
  else
    g_hash_table_remove (self->left_out, GUINT_TO_POINTER (row));
  show_lines (self);
}

static void
row_activated_cb (GhUnitsImportWindow *self, guint position)
{
  const GhUnitsImportLine *line = gh_row_get_data (gh_row_list_get (self->lines, position));

  if (gh_units_import_line_can_choose (line))
    set_left_out (self, line->merge->row, !line->left_out);
}

static void
tick_toggled_cb (GtkCheckButton *button, GtkListItem *item)
{
  GhRow *row = gtk_list_item_get_item (item);
  const GhUnitsImportLine *line = row != NULL ? gh_row_get_data (row) : NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (button));
  gboolean left_out = !gtk_check_button_get_active (button);

  if (line != NULL && gh_units_import_line_can_choose (line) && line->left_out != left_out &&
      root != NULL)
    set_left_out (GH_UNITS_IMPORT_WINDOW (root), line->merge->row, left_out);
}

static void
show_tick (GhRow *row, GtkListItem *item)
{
  GtkWidget *button = gtk_list_item_get_child (item);
  const GhUnitsImportLine *line = gh_row_get_data (row);
  g_autofree char *name = NULL;

  gtk_widget_set_visible (button, gh_units_import_line_can_choose (line));
  if (!gh_units_import_line_can_choose (line))
    return;
  name = g_strdup_printf (_("Take over %s"), line->merge->after->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), !line->left_out);
}

static void
tick_setup_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  GtkWidget *button = gtk_check_button_new ();

  gtk_widget_set_can_focus (button, FALSE); /* the arrows go from row to row; see key_pressed_cb */
  gtk_list_item_set_child (item, button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (tick_toggled_cb), item, 0);
}

static void
tick_bind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  GhRow *row = gtk_list_item_get_item (item);

  g_signal_connect_object (row, "changed", G_CALLBACK (show_tick), item, 0);
  show_tick (row, item);
}

static void
tick_unbind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_tick, item);
}

static GtkListItemFactory *
tick_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (tick_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (tick_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (tick_unbind_cb), NULL);
  return factory;
}

/* The space bar ticks the row that the arrows went to, as Enter does. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller G_GNUC_UNUSED,
                guint keyval,
                guint keycode G_GNUC_UNUSED,
                GdkModifierType state,
                GhUnitsImportWindow *self)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (self->view));
  guint position = gtk_single_selection_get_selected (selection);

  if (keyval != GDK_KEY_space || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 ||
      position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  row_activated_cb (self, position);
  return TRUE;
}

/* --- the window ------------------------------------------------------------------------------ */

static void
accept_clicked_cb (GhUnitsImportWindow *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  GhUnitReading *chosen = choose_rows (self);
  GhMergeCounts counts = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  gboolean done;

  g_signal_handlers_block_by_func (self->workspace, show_lines, self);
  done = gh_edit_accept_units (self->workspace, chosen, FALSE, &counts, &error);
  g_signal_handlers_unblock_by_func (self->workspace, show_lines, self);
  free_chosen (chosen);
  if (!done)
    {
      show_lines (self);
      gh_dialog_error (GTK_WIDGET (self), _("The list was not taken over"), error);
      return;
    }
  message = g_strdup_printf (_("Units: %u added, %u changed"), counts.added, counts.changed);
  gtk_window_destroy (GTK_WINDOW (self));
  if (parent != NULL)
    gh_toast_undo (parent, message);
}

static void
gh_units_import_window_dispose (GObject *object)
{
  GhUnitsImportWindow *self = GH_UNITS_IMPORT_WINDOW (object);

  g_clear_object (&self->lines);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->left_out, g_hash_table_unref);
  g_clear_pointer (&self->reading, gh_unit_reading_free);

  G_OBJECT_CLASS (gh_units_import_window_parent_class)->dispose (object);
}

static void
gh_units_import_window_class_init (GhUnitsImportWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_units_import_window_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/units/gh-units-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GhUnitsImportWindow, accept);
  gtk_widget_class_bind_template_child (widget_class, GhUnitsImportWindow, counts);
  gtk_widget_class_bind_template_child (widget_class, GhUnitsImportWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, accept_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gh_units_import_window_init (GhUnitsImportWindow *self)
{
  const GhColumn tick = { .id = "tick", .title = "", .n_chars = 2 };
  g_autoptr (GtkSelectionModel) selection = NULL;
  GtkEventController *keys;

  gtk_widget_init_template (GTK_WIDGET (self));
  gh_names_mend (GTK_WIDGET (self));
  self->left_out = g_hash_table_new (NULL, NULL);
  self->lines = gh_row_list_new ();
  selection =
    GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->lines))));
  gtk_column_view_set_model (self->view, selection);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gh_columns_set_name (self->view, _("Rows of the list"));
  gh_column_insert (self->view, 0, &tick, tick_factory_new ());
  gh_units_import_append_columns (self->view);
}

void
gh_units_import_window_present (GtkWidget *parent, GhWorkspace *workspace, GhUnitReading *reading)
{
  GhUnitsImportWindow *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (GH_IS_WORKSPACE (workspace) && reading != NULL);

  self = g_object_new (GH_TYPE_UNITS_IMPORT_WINDOW, "transient-for", gtk_widget_get_root (parent),
                       "modal", TRUE, NULL);
  self->workspace = g_object_ref (workspace);
  self->reading = reading;
  show_lines (self);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (show_lines), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
