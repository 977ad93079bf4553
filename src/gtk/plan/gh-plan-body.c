/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-body.h"

#include <glib/gi18n-lib.h>

#include "gh-plan-body-private.h"

/* Behind the last block, wherever that is. */
#define NO_BLOCK (G_MAXUINT - 1)

enum
{
  BLOCK_FOCUSED,
  LEAVE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhPlanBody, gh_plan_body, GTK_TYPE_WIDGET)

static gboolean
block_equal (gconstpointer a, gconstpointer b)
{
  return gh_block_equal (a, b);
}

gboolean
_gh_plan_body_is_editable (GhPlanBody *self)
{
  const GhDossier *dossier = gh_workspace_get_dossier (self->workspace);

  return dossier != NULL && dossier->plan->state != GH_PLAN_ISSUED;
}

static GhPlanBody *
body_of (GtkListItem *item)
{
  return GH_PLAN_BODY (gtk_widget_get_ancestor (gtk_list_item_get_child (item), GH_TYPE_PLAN_BODY));
}

/* --- list ------------------------------------------------------------------------------------ */

static void
row_changed_cb (GhRow *row, GtkListItem *item)
{
  GhPlanBody *self = body_of (item);

  if (self != NULL)
    gh_block_row_show (GH_BLOCK_ROW (gtk_list_item_get_child (item)), gh_row_get_data (row),
                       _gh_plan_body_is_editable (self));
}

static void
setup_cb (GtkListItemFactory *factory G_GNUC_UNUSED,
          GtkListItem *item,
          gpointer user_data G_GNUC_UNUSED)
{
  GtkWidget *row = gh_block_row_new ();

  _gh_plan_body_connect_row (GH_BLOCK_ROW (row), item);
  _gh_plan_body_add_drag_source (GH_BLOCK_ROW (row), item);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, GhPlanBody *self)
{
  GhRow *row = gtk_list_item_get_item (item);

  g_ptr_array_add (self->bound, item);
  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), item, 0);
  _gh_plan_body_set_fill (self, item);
  gh_block_row_show (GH_BLOCK_ROW (gtk_list_item_get_child (item)), gh_row_get_data (row),
                     _gh_plan_body_is_editable (self));
  _gh_plan_body_highlight_item (self, item);
}

/* A row that scrolls away takes what was typed last with it to the workspace. */
static void
unbind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, GhPlanBody *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), row_changed_cb, item);
  gh_block_row_flush (GH_BLOCK_ROW (gtk_list_item_get_child (item)));
  g_ptr_array_remove_fast (self->bound, item);
}

void
gh_plan_body_show_block (GhPlanBody *self, guint index)
{
  g_return_if_fail (GH_IS_PLAN_BODY (self));

  if (index < g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", index);
}

void
gh_plan_body_focus_block (GhPlanBody *self, guint index)
{
  g_return_if_fail (GH_IS_PLAN_BODY (self));

  _gh_plan_body_put_caret (self, index, 0);
}

void
gh_plan_body_select (GhPlanBody *self, const GhPlace *place)
{
  g_return_if_fail (GH_IS_PLAN_BODY (self));
  g_return_if_fail (place->part == GH_PART_BLOCK && place->index >= 0);

  _gh_plan_body_put_place (self, place);
}

/* The same blocks, but frozen now, or free again. */
static void
show_editable (GhPlanBody *self)
{
  self->editable = _gh_plan_body_is_editable (self);
  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->bound, i);

      gh_block_row_show (GH_BLOCK_ROW (gtk_list_item_get_child (item)),
                         gh_row_get_data (gtk_list_item_get_item (item)), self->editable);
    }
}

static gboolean
has_same_blocks (GhPlanBody *self, const GhDossier *dossier)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  if (dossier == NULL || dossier->plan->blocks->len != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (((const GhBlock *) dossier->plan->blocks->pdata[i])->id !=
        gh_row_get_id (gh_row_list_get (self->rows, i)))
      return FALSE;
  return TRUE;
}

/* What another program moves takes rows out of the list. What was typed last in them is an edit,
 * which shows the body in its turn: it has to be made while the list still stands. */
static void
save_typing (GhPlanBody *self)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (self->saving || has_same_blocks (self, gh_workspace_get_dossier (self->workspace)))
    return;
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->bound->len; i++)
    g_ptr_array_add (rows,
                     g_object_ref (gtk_list_item_get_child (g_ptr_array_index (self->bound, i))));
  self->saving = TRUE;
  for (guint i = 0; i < rows->len; i++)
    gh_block_row_flush (g_ptr_array_index (rows, i));
  self->saving = FALSE;
}

void
gh_plan_body_show (GhPlanBody *self, GhWorkspace *workspace)
{
  const GhDossier *dossier;
  GPtrArray *rows;
  GhBodyMemory *memory;

  g_return_if_fail (GH_IS_PLAN_BODY (self));

  g_set_object (&self->workspace, workspace);
  memory = _gh_plan_body_remember (self);
  save_typing (self);
  dossier = gh_workspace_get_dossier (workspace);
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; dossier != NULL && i < dossier->plan->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (dossier->plan->blocks, i);

      g_ptr_array_add (
        rows, gh_row_new (block->id, gh_block_copy (block), (GDestroyNotify) gh_block_free));
    }
  if (dossier != NULL && dossier->campaign->id != self->campaign_id)
    {
      self->campaign_id = dossier->campaign->id;
      self->current = NO_BLOCK;
    }
  gtk_widget_set_visible (self->hint, rows->len == 0);
  gh_row_list_update (self->rows, rows, block_equal);
  _gh_plan_body_refresh_fields (self);
  if (self->editable != _gh_plan_body_is_editable (self))
    show_editable (self);
  _gh_plan_body_restore (self, memory);
}

static void
gh_plan_body_dispose (GObject *object)
{
  GhPlanBody *self = GH_PLAN_BODY (object);

  g_clear_weak_pointer (&self->drop_row);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (gh_plan_body_parent_class)->dispose (object);
}

static void
gh_plan_body_finalize (GObject *object)
{
  g_clear_pointer (&GH_PLAN_BODY (object)->bound, g_ptr_array_unref);
  g_free (GH_PLAN_BODY (object)->redo_label);
  g_free (GH_PLAN_BODY (object)->needle);

  G_OBJECT_CLASS (gh_plan_body_parent_class)->finalize (object);
}

static void
leave_action (GtkWidget *widget, const char *name G_GNUC_UNUSED, GVariant *target)
{
  g_signal_emit (widget, signals[LEAVE], 0, g_variant_get_boolean (target));
}

static void
gh_plan_body_class_init (GhPlanBodyClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = gh_plan_body_dispose;
  object_class->finalize = gh_plan_body_finalize;

  signals[BLOCK_FOCUSED] =
    g_signal_new ("block-focused", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[LEAVE] = g_signal_new ("leave", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "body.leave", "b", leave_action);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

/* Before the text sees them. Tab alone changes the level of a block. */
static void
add_ways_out (GhPlanBody *self)
{
  static const struct
  {
    guint key;
    GdkModifierType held;
    gboolean forward;
  } ways[] = {
    { GDK_KEY_F6, 0, TRUE },
    { GDK_KEY_F6, GDK_SHIFT_MASK, FALSE },
    { GDK_KEY_Tab, GDK_CONTROL_MASK, TRUE },
    { GDK_KEY_Tab, GDK_CONTROL_MASK | GDK_SHIFT_MASK, FALSE },
  };
  GtkEventController *keys = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (ways[i].key, ways[i].held),
                                       gtk_named_action_new ("body.leave"), "b", ways[i].forward));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
gh_plan_body_init (GhPlanBody *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection;
  GtkWidget *scroller;

  self->rows = gh_row_list_new ();
  self->bound = g_ptr_array_new ();
  self->current = NO_BLOCK;
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  self->view = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "plan-body");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Body of the plan"), -1);
  self->hint = g_object_new (
    GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, "label",
    _("The body is empty. Begin with a part (I.) from “Add to the body”, or import a plan that is "
      "written already."),
    NULL);
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_widget_add_css_class (self->hint, "page-body");
  scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                           "vexpand", TRUE, "child", self->view, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), self->hint);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  _gh_plan_body_add_drop_target (self);
  add_ways_out (self);
}
