/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-block-drag.h"
#include "gh-plan-outline-private.h"

/* Parts are dragged by their heading to another place of the outline, with all that is in them. */

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double x G_GNUC_UNUSED,
            double y G_GNUC_UNUSED,
            GhPlanOutline *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  const GhOutlineEntry *entry = _gh_plan_outline_get_entry (self, GTK_LIST_BOX_ROW (row));

  return self->editable && entry != NULL && entry->id != 0 ? gh_block_drag_new (row, entry->id)
                                                           : NULL;
}

void
_gh_plan_outline_add_drag_source (GhPlanOutline *self, GtkWidget *row)
{
  gh_block_drag_add_source (row, row, G_CALLBACK (prepare_cb), self);
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
  const GhOutlineEntry *entry = _gh_plan_outline_get_entry (self, row);
  const GhOutlineEntry *next;
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
  GtkListBoxRow *row = self->editable ? find_place (self, y, &before, &below) : NULL;

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
  if (id == 0 || !self->editable || find_place (self, y, &before, &below) == NULL)
    return FALSE;
  _gh_plan_outline_emit_moved (self, id, before);
  return TRUE;
}

void
_gh_plan_outline_add_drop_target (GhPlanOutline *self)
{
  GtkDropTarget *target = gh_block_drop_target_new ();

  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
}
