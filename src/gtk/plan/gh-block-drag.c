/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-block-drag.h"

#include "gh-row.h"

GdkContentProvider *
gh_block_drag_new (GtkWidget *widget, gint64 id)
{
  g_autoptr (GhRow) carried = gh_row_new (id, gtk_widget_get_root (widget), NULL);

  return gdk_content_provider_new_typed (GH_TYPE_ROW, carried);
}

static void
begun_cb (GtkDragSource *source, GdkDrag *drag G_GNUC_UNUSED, GtkWidget *shown)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (shown);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

void
gh_block_drag_add_source (GtkWidget *handle,
                          GtkWidget *shown,
                          GCallback prepare,
                          gpointer user_data)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", prepare, user_data);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begun_cb), shown);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
}

gint64
gh_block_drag_get_id (GtkWidget *widget, const GValue *value)
{
  GhRow *carried = G_VALUE_HOLDS (value, GH_TYPE_ROW) ? g_value_get_object (value) : NULL;

  /* Another window may show another workspace. */
  if (carried == NULL || gh_row_get_data (carried) != (gpointer) gtk_widget_get_root (widget))
    return 0;
  return gh_row_get_id (carried);
}

GtkDropTarget *
gh_block_drop_target_new (void)
{
  return gtk_drop_target_new (GH_TYPE_ROW, GDK_ACTION_MOVE);
}
