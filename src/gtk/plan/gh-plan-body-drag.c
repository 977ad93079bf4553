/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-block-drag.h"
#include "gh-plan-body-private.h"

/* Blocks are dragged by their handle; a line shows where they will land. */

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double x G_GNUC_UNUSED,
            double y G_GNUC_UNUSED,
            GtkListItem *item)
{
  GhRow *row = gtk_list_item_get_item (item);
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  if (row == NULL)
    return NULL;
  /* What was typed last stays with the block. */
  gh_block_row_flush (GH_BLOCK_ROW (gtk_list_item_get_child (item)));
  return gh_block_drag_new (widget, gh_row_get_id (row));
}

void
_gh_plan_body_add_drag_source (GhBlockRow *row, GtkListItem *item)
{
  gh_block_drag_add_source (gh_block_row_get_handle (row), GTK_WIDGET (row),
                            G_CALLBACK (prepare_cb), item);
}

/* --- drop ------------------------------------------------------------------------------------ */

static void
show_line (GhPlanBody *self, GhBlockRow *row, GhDropLine line)
{
  if (self->drop_row != NULL && self->drop_row != row)
    gh_block_row_show_drop (self->drop_row, GH_DROP_NONE);
  g_set_weak_pointer (&self->drop_row, row);
  if (row != NULL)
    gh_block_row_show_drop (row, line);
}

/* The row at a place of the list, its index, and on which side of it a block would land. */
static GhBlockRow *
find_place (GhPlanBody *self, double x, double y, guint *index, GhDropLine *line)
{
  GtkWidget *view = GTK_WIDGET (self->view);

  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->bound, i);
      GtkWidget *row = gtk_list_item_get_child (item);
      double row_y;

      if (!gtk_widget_get_mapped (row) ||
          !gtk_widget_translate_coordinates (view, row, x, y, NULL, &row_y) || row_y < -4 ||
          row_y > gtk_widget_get_height (row) + 4)
        continue;
      *index = gtk_list_item_get_position (item);
      *line = row_y < gtk_widget_get_height (row) / 2.0 ? GH_DROP_ABOVE : GH_DROP_BELOW;
      return GH_BLOCK_ROW (row);
    }
  return NULL;
}

static GdkDragAction
motion_cb (GtkDropTarget *target G_GNUC_UNUSED, double x, double y, GhPlanBody *self)
{
  guint index = 0;
  GhDropLine line = GH_DROP_NONE;
  GhBlockRow *row = find_place (self, x, y, &index, &line);

  if (row == NULL || !_gh_plan_body_is_editable (self))
    {
      show_line (self, NULL, GH_DROP_NONE);
      return 0;
    }
  show_line (self, row, line);
  return GDK_ACTION_MOVE;
}

static void
left_cb (GtkDropTarget *target G_GNUC_UNUSED, GhPlanBody *self)
{
  show_line (self, NULL, GH_DROP_NONE);
}

static gboolean
dropped_cb (GtkDropTarget *target G_GNUC_UNUSED,
            const GValue *value,
            double x,
            double y,
            GhPlanBody *self)
{
  gint64 id = gh_block_drag_get_id (GTK_WIDGET (self), value);
  guint index = 0;
  GhDropLine line = GH_DROP_NONE;

  show_line (self, NULL, GH_DROP_NONE);
  if (id == 0 || !_gh_plan_body_is_editable (self) ||
      find_place (self, x, y, &index, &line) == NULL)
    return FALSE;
  _gh_plan_body_move (self, id, line == GH_DROP_BELOW ? index + 1 : index);
  return TRUE;
}

void
_gh_plan_body_add_drop_target (GhPlanBody *self)
{
  GtkDropTarget *target = gh_block_drop_target_new ();

  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (target));
}
