/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-outline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-block-drag.h"
#include "gh-plan-edit.h"
#include "gh-text.h"

/* Headings of this level are the last that are listed … */
#define MAX_LEVEL 3
/* … and those are folded away at first in a plan with more headings than this. */
#define FOLD_FROM 40

struct _GhPlanOutline
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *scroller; /* the only child */
  GPtrArray *entries;  /* Entry, as the rows of the list */
  GPtrArray *all;      /* Entry, what is folded away among them */
  GHashTable *folded;  /* id of a heading → whether it was folded (1) or unfolded (2) by hand */

  /* Borrowed */
  GtkListBox *list;

  GtkListBoxRow *drop_row; /* that shows where a part would land */
  gboolean selecting;
};

typedef struct
{
  const char *part;
  int block; /* index of the heading, -1 = the part itself */
  gint64 id; /* of the heading, 0 = the part itself */
  char *text;
  int level;
  guint n_blocks; /* of the part of a heading */
  gboolean has_children;
  gboolean folded;
} Entry;

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
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->text);
  g_free (entry);
}

static Entry *
add_entry (GPtrArray *entries, const char *part, const char *text)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->part = part;
  entry->block = -1;
  entry->text = g_strdup (text);
  g_ptr_array_add (entries, entry);
  return entry;
}

static void
add_heading (GPtrArray *entries, const GPtrArray *blocks, guint index)
{
  const GhBlock *block = g_ptr_array_index (blocks, index);
  g_autofree char *plain = gh_text_strip_marks (block->text);
  g_autofree char *text =
    *block->number != '\0'
      ? g_strdup_printf ("%s%s %s", block->number, g_str_has_suffix (block->number, ")") ? "" : ".",
                         plain)
      : g_strdup (plain);
  Entry *entry = add_entry (entries, "body", text);

  entry->block = (int) index;
  entry->id = block->id;
  entry->level = block->kind == GH_BLOCK_APPENDIX ? 1 : block->level;
  entry->n_blocks = gh_plan_edit_extent (blocks, index);
}

static GPtrArray *
list_entries (const GhPlan *plan)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);

  add_entry (entries, "header", _ ("Campaign and head"));
  add_entry (entries, "bases", _ ("Legal bases"));
  add_entry (entries, "targets", _ ("Targets"));
  add_entry (entries, "awards", _ ("Award rounds"));
  add_entry (entries, "budget", _ ("Budget"));
  add_entry (entries, "body", _ ("Body"));
  for (guint i = 0; i < plan->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (plan->blocks, i);

      if (block->kind == GH_BLOCK_APPENDIX ||
          (block->kind == GH_BLOCK_HEADING && block->level <= MAX_LEVEL))
        add_heading (entries, plan->blocks, i);
    }
  add_entry (entries, "recipients", _ ("Recipients"));
  add_entry (entries, "signature", _ ("Signature"));
  return entries;
}

static gboolean
is_folded (GhPlanOutline *self, const Entry *entry, guint n)
{
  int by_hand = GPOINTER_TO_INT (g_hash_table_lookup (self->folded, &entry->id));

  if (by_hand != 0)
    return by_hand == 1;
  return n > FOLD_FROM && entry->level == MAX_LEVEL - 1;
}

static Entry *
copy_entry (const Entry *entry)
{
  Entry *copy = g_memdup2 (entry, sizeof *entry);

  copy->text = g_strdup (entry->text);
  return copy;
}

/* (transfer full): the entries of self->all that are not folded away. */
static GPtrArray *
list_visible (GhPlanOutline *self)
{
  GPtrArray *visible = g_ptr_array_new_with_free_func (entry_free);
  int hidden_below = G_MAXINT;

  for (guint i = 0; i < self->all->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->all, i);
      const Entry *next = i + 1 < self->all->len ? g_ptr_array_index (self->all, i + 1) : NULL;

      if (entry->level > hidden_below)
        continue;
      hidden_below = G_MAXINT;
      entry->has_children = entry->id != 0 && next != NULL && next->level > entry->level;
      entry->folded = entry->has_children && is_folded (self, entry, self->all->len);
      if (entry->folded)
        hidden_below = entry->level;
      g_ptr_array_add (visible, copy_entry (entry));
    }
  return visible;
}

static gboolean
same_entries (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const Entry *one = a->pdata[i], *other = b->pdata[i];

      if (strcmp (one->part, other->part) != 0 || one->block != other->block ||
          one->id != other->id || one->level != other->level || one->n_blocks != other->n_blocks ||
          one->has_children != other->has_children || one->folded != other->folded ||
          strcmp (one->text, other->text) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
show_row (GtkListBoxRow *row, const Entry *entry)
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

static Entry *
entry_of (GhPlanOutline *self, GtkListBoxRow *row)
{
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  return index >= 0 && index < (int) self->entries->len ? g_ptr_array_index (self->entries, index)
                                                        : NULL;
}

static void update_rows (GhPlanOutline *self);

static void
fold (GhPlanOutline *self, const Entry *entry, gboolean folded)
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
  const Entry *entry =
    entry_of (self, GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (arrow, GTK_TYPE_LIST_BOX_ROW)));

  if (entry == NULL || !entry->has_children)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  fold (self, entry, !entry->folded);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double x G_GNUC_UNUSED,
            double y G_GNUC_UNUSED,
            GhPlanOutline *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  const Entry *entry = entry_of (self, GTK_LIST_BOX_ROW (row));

  return entry != NULL && entry->id != 0 ? gh_block_drag_new (row, entry->id) : NULL;
}

static void
drag_begun_cb (GtkDragSource *source, GdkDrag *drag G_GNUC_UNUSED, gpointer user_data G_GNUC_UNUSED)
{
  g_autoptr (GdkPaintable) picture =
    gtk_widget_paintable_new (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static GtkListBoxRow *
add_row (GhPlanOutline *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *arrow = gtk_image_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (arrow_pressed_cb), self);
  gtk_widget_add_controller (arrow, GTK_EVENT_CONTROLLER (click));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begun_cb), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (self->list, row);
  return GTK_LIST_BOX_ROW (row);
}

/* The places of blocks behind an edit move on, which nobody sees. */
static gboolean
looks_same (const Entry *a, const Entry *b)
{
  return a->level == b->level && a->has_children == b->has_children && a->folded == b->folded &&
         strcmp (a->text, b->text) == 0;
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
          !looks_same (before->pdata[i], self->entries->pdata[i]))
        show_row (row != NULL ? row : add_row (self), self->entries->pdata[i]);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, n)) != NULL)
    {
      if (gtk_widget_is_focus (GTK_WIDGET (row)))
        gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, n - 1)));
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
    }
}

/* Where @entry stands now; where it stood if it has gone. */
static int
find_again (GhPlanOutline *self, const Entry *entry, int index)
{
  for (guint i = 0; entry != NULL && i < self->entries->len; i++)
    {
      const Entry *other = self->entries->pdata[i];

      if (strcmp (other->part, entry->part) == 0 && other->id == entry->id)
        return (int) i;
    }
  return MIN (index, (int) self->entries->len - 1);
}

static void
update_rows (GhPlanOutline *self)
{
  g_autoptr (GPtrArray) entries = list_visible (self);
  g_autoptr (GPtrArray) before = NULL;
  GtkListBoxRow *selected;
  int index;

  if (same_entries (entries, self->entries))
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
  self->all = list_entries (plan);
  update_rows (self);
}

void
gh_plan_outline_select (GhPlanOutline *self, const char *name, int block)
{
  int best = -1;

  g_return_if_fail (GH_IS_PLAN_OUTLINE (self));

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = self->entries->pdata[i];

      if (strcmp (entry->part, name) == 0 && entry->block <= block)
        best = (int) i;
    }
  self->selecting = TRUE;
  if (best >= 0)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, best));
  self->selecting = FALSE;
}

static void
emit_part (GhPlanOutline *self, guint signal, GtkListBoxRow *row)
{
  const Entry *entry = g_ptr_array_index (self->entries, (guint) gtk_list_box_row_get_index (row));

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
  const Entry *entry = entry_of (self, gtk_list_box_get_selected_row (self->list));

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || entry == NULL ||
      !entry->has_children || (keyval != GDK_KEY_Left && keyval != GDK_KEY_Right))
    return FALSE;
  fold (self, entry, keyval == GDK_KEY_Left);
  return TRUE;
}

/* --- drop ------------------------------------------------------------------------------------ */

static void
show_line (GhPlanOutline *self, GtkListBoxRow *row, gboolean below)
{
  if (self->drop_row != NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->drop_row), "drop-above");
      gtk_widget_remove_css_class (GTK_WIDGET (self->drop_row), "drop-below");
    }
  g_set_weak_pointer (&self->drop_row, row);
  if (row != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row), below ? "drop-below" : "drop-above");
}

/* The row at @y where a part may land, and the index of the block it would stand before; NULL where
 * there is none. */
static GtkListBoxRow *
find_place (GhPlanOutline *self, double y, int *before, gboolean *below)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);
  const Entry *entry = entry_of (self, row);
  const Entry *next;
  double row_y;
  guint index;

  if (entry == NULL || (entry->id == 0 && strcmp (entry->part, "body") != 0) ||
      !gtk_widget_translate_coordinates (GTK_WIDGET (self->list), GTK_WIDGET (row), 0, y, NULL,
                                         &row_y))
    return NULL;
  index = (guint) gtk_list_box_row_get_index (row);
  next = index + 1 < self->entries->len ? g_ptr_array_index (self->entries, index + 1) : NULL;
  *below = entry->id == 0 || row_y > gtk_widget_get_height (GTK_WIDGET (row)) / 2.0;
  if (!*below)
    *before = entry->block;
  else if (entry->id == 0)
    *before = 0;
  else if (next != NULL && next->id != 0 && next->level > entry->level)
    *before = next->block;
  else
    *before = entry->block + (int) entry->n_blocks;
  return row;
}

static GdkDragAction
motion_cb (GtkDropTarget *target G_GNUC_UNUSED,
           double x G_GNUC_UNUSED,
           double y,
           GhPlanOutline *self)
{
  int before = 0;
  gboolean below = FALSE;
  GtkListBoxRow *row = find_place (self, y, &before, &below);

  show_line (self, row, below);
  return row != NULL ? GDK_ACTION_MOVE : 0;
}

static void
left_cb (GtkDropTarget *target G_GNUC_UNUSED, GhPlanOutline *self)
{
  show_line (self, NULL, FALSE);
}

static gboolean
dropped_cb (GtkDropTarget *target G_GNUC_UNUSED,
            const GValue *value,
            double x G_GNUC_UNUSED,
            double y,
            GhPlanOutline *self)
{
  gint64 id = gh_block_drag_get_id (GTK_WIDGET (self), value);
  int before = 0;
  gboolean below = FALSE;

  show_line (self, NULL, FALSE);
  if (id == 0 || find_place (self, y, &before, &below) == NULL)
    return FALSE;
  g_signal_emit (self, signals[PART_MOVED], 0, id, before);
  return TRUE;
}

static void
add_drop_target (GhPlanOutline *self)
{
  GtkDropTarget *target = gh_block_drop_target_new ();

  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
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

  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->folded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "plan-outline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Parts of the plan"), -1);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  add_drop_target (self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}
