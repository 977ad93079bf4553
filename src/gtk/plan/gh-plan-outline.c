/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-outline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-plan-outline-private.h"

enum
{
  PART_ACTIVATED,
  PART_SELECTED,
  PART_MOVED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhPlanOutline, gh_plan_outline, GTK_TYPE_WIDGET)

static void
show_row (GtkListBoxRow *row, const GhOutlineEntry *entry)
{
  GtkWidget *box = gtk_list_box_row_get_child (row);
  GtkWidget *arrow = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_last_child (box);

  gtk_label_set_text (GTK_LABEL (label), entry->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, entry->text,
                                  -1);
  if (entry->has_children)
    gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED,
                                 !entry->folded, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED);
  gtk_image_set_from_icon_name (GTK_IMAGE (arrow),
                                entry->folded ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_widget_set_opacity (arrow, entry->has_children ? 1 : 0);
  gtk_widget_set_visible (arrow, entry->level > 0);
  gtk_widget_set_margin_start (box, 12 * MAX (entry->level - 1, 0));
  gtk_widget_set_tooltip_text (label, entry->text);
  if (entry->level == 0)
    gtk_widget_add_css_class (label, "strong");
  else
    gtk_widget_remove_css_class (label, "strong");
}

const GhOutlineEntry *
_gh_plan_outline_get_entry (GhPlanOutline *self, GtkListBoxRow *row)
{
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  return index >= 0 && index < (int) self->entries->len ? g_ptr_array_index (self->entries, index)
                                                        : NULL;
}

static void update_rows (GhPlanOutline *self);

static void
fold (GhPlanOutline *self, const GhOutlineEntry *entry, gboolean folded)
{
  if (entry == NULL || !entry->has_children || entry->folded == folded)
    return;
  g_hash_table_insert (self->folded, g_memdup2 (&entry->id, sizeof entry->id),
                       GINT_TO_POINTER (folded ? 1 : 2));
  update_rows (self);
}

static void
arrow_pressed_cb (GtkGestureClick *gesture,
                  int n_press G_GNUC_UNUSED,
                  double x G_GNUC_UNUSED,
                  double y G_GNUC_UNUSED,
                  GhPlanOutline *self)
{
  GtkWidget *arrow = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  const GhOutlineEntry *entry = _gh_plan_outline_get_entry (
    self, GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (arrow, GTK_TYPE_LIST_BOX_ROW)));

  if (entry == NULL || !entry->has_children)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  fold (self, entry, !entry->folded);
}

static GtkListBoxRow *
add_row (GhPlanOutline *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *arrow = gtk_image_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (arrow_pressed_cb), self);
  gtk_widget_add_controller (arrow, GTK_EVENT_CONTROLLER (click));
  _gh_plan_outline_add_drag_source (self, row);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (self->list, row);
  return GTK_LIST_BOX_ROW (row);
}

/* Rows stay and show other parts: the row that is being clicked has just taken the keyboard from a
 * heading, which is saved by that and comes here while GTK holds the row. */
static void
show_rows (GhPlanOutline *self, const GPtrArray *before)
{
  int n = (int) self->entries->len;
  GtkListBoxRow *row;

  for (int i = 0; i < n; i++)
    {
      row = gtk_list_box_get_row_at_index (self->list, i);
      if (row == NULL || i >= (int) before->len ||
          !gh_outline_entry_looks_like (before->pdata[i], self->entries->pdata[i]))
        show_row (row != NULL ? row : add_row (self), self->entries->pdata[i]);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, n)) != NULL)
    {
      if (gtk_widget_is_focus (GTK_WIDGET (row)))
        gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, n - 1)));
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
    }
}

/* Where @entry stands now; if it was folded away or has gone, what it stood in. */
static int
find_again (GhPlanOutline *self, const GhOutlineEntry *entry, int index)
{
  int around = MIN (index, (int) self->entries->len - 1);

  for (guint i = 0; entry != NULL && i < self->entries->len; i++)
    {
      const GhOutlineEntry *other = self->entries->pdata[i];

      if (strcmp (other->part, entry->part) != 0)
        continue;
      if (other->id == entry->id)
        return (int) i;
      if (other->block <= entry->block)
        around = (int) i;
    }
  return around;
}

static void
update_rows (GhPlanOutline *self)
{
  g_autoptr (GPtrArray) entries = gh_outline_list_visible (self->all, self->folded);
  g_autoptr (GPtrArray) before = NULL;
  GtkListBoxRow *selected;
  int index;

  if (gh_outline_equal (entries, self->entries))
    return;
  selected = gtk_list_box_get_selected_row (self->list);
  index = selected != NULL ? gtk_list_box_row_get_index (selected) : 0;
  before = g_steal_pointer (&self->entries);
  self->entries = g_steal_pointer (&entries);
  self->selecting = TRUE;
  show_rows (self, before);
  index = find_again (self, selected != NULL ? before->pdata[index] : NULL, index);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, index));
  self->selecting = FALSE;
}

void
gh_plan_outline_show (GhPlanOutline *self, const GhPlan *plan)
{
  g_return_if_fail (GH_IS_PLAN_OUTLINE (self));

  g_clear_pointer (&self->all, g_ptr_array_unref);
  self->all = gh_outline_list (plan);
  self->editable = plan->state != GH_PLAN_ISSUED;
  update_rows (self);
}

/* A list box scrolls to the row that has the keyboard; here that is in the text. */
static void
scroll_to (GhPlanOutline *self, GtkListBoxRow *row)
{
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t box;

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &box) &&
      box.size.height > 0)
    gtk_adjustment_clamp_page (adjustment, (double) box.origin.y,
                               (double) (box.origin.y + box.size.height));
}

void
gh_plan_outline_select (GhPlanOutline *self, const char *name, int block)
{
  GtkListBoxRow *row;
  int best = -1;

  g_return_if_fail (GH_IS_PLAN_OUTLINE (self));

  for (guint i = 0; i < self->entries->len; i++)
    {
      const GhOutlineEntry *entry = self->entries->pdata[i];

      if (strcmp (entry->part, name) == 0 && entry->block <= block)
        best = (int) i;
    }
  if (best < 0)
    return;
  row = gtk_list_box_get_row_at_index (self->list, best);
  self->selecting = TRUE;
  gtk_list_box_select_row (self->list, row);
  self->selecting = FALSE;
  scroll_to (self, row);
}

void
_gh_plan_outline_emit_moved (GhPlanOutline *self, gint64 id, int before)
{
  g_signal_emit (self, signals[PART_MOVED], 0, id, before);
}

static void
emit_part (GhPlanOutline *self, guint signal, GtkListBoxRow *row)
{
  const GhOutlineEntry *entry =
    g_ptr_array_index (self->entries, (guint) gtk_list_box_row_get_index (row));

  g_signal_emit (self, signals[signal], 0, entry->part, entry->block);
}

static void
selected_cb (GhPlanOutline *self, GtkListBoxRow *row)
{
  if (!self->selecting && row != NULL)
    emit_part (self, PART_SELECTED, row);
}

static void
activated_cb (GhPlanOutline *self, GtkListBoxRow *row)
{
  emit_part (self, PART_ACTIVATED, row);
}

/* Left and right fold and unfold the part of a heading. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller G_GNUC_UNUSED,
                guint keyval,
                guint keycode G_GNUC_UNUSED,
                GdkModifierType state,
                GhPlanOutline *self)
{
  const GhOutlineEntry *entry =
    _gh_plan_outline_get_entry (self, gtk_list_box_get_selected_row (self->list));

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || entry == NULL ||
      !entry->has_children || (keyval != GDK_KEY_Left && keyval != GDK_KEY_Right))
    return FALSE;
  fold (self, entry, keyval == GDK_KEY_Left);
  return TRUE;
}

/* --- class ----------------------------------------------------------------------------------- */

/* The arrows go from part to part, Tab goes in and out: else nobody came from the outline to the
 * part that it shows. */
static gboolean
gh_plan_outline_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (GH_PLAN_OUTLINE (widget)->list);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    {
      if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
        return FALSE;
      if (selected != NULL)
        return gtk_widget_grab_focus (GTK_WIDGET (selected));
    }
  return GTK_WIDGET_CLASS (gh_plan_outline_parent_class)->focus (widget, direction);
}

static void
gh_plan_outline_dispose (GObject *object)
{
  g_clear_weak_pointer (&GH_PLAN_OUTLINE (object)->drop_row);
  g_clear_pointer (&GH_PLAN_OUTLINE (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (gh_plan_outline_parent_class)->dispose (object);
}

static void
gh_plan_outline_finalize (GObject *object)
{
  g_clear_pointer (&GH_PLAN_OUTLINE (object)->entries, g_ptr_array_unref);
  g_clear_pointer (&GH_PLAN_OUTLINE (object)->all, g_ptr_array_unref);
  g_clear_pointer (&GH_PLAN_OUTLINE (object)->folded, g_hash_table_unref);

  G_OBJECT_CLASS (gh_plan_outline_parent_class)->finalize (object);
}

static void
gh_plan_outline_class_init (GhPlanOutlineClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = gh_plan_outline_dispose;
  object_class->finalize = gh_plan_outline_finalize;
  GTK_WIDGET_CLASS (class)->focus = gh_plan_outline_focus;

  signals[PART_ACTIVATED] =
    g_signal_new ("part-activated", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  signals[PART_SELECTED] =
    g_signal_new ("part-selected", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  signals[PART_MOVED] = g_signal_new ("part-moved", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
gh_plan_outline_init (GhPlanOutline *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entries = g_ptr_array_new ();
  self->folded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "plan-outline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Parts of the plan"), -1);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  _gh_plan_outline_add_drop_target (self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}
