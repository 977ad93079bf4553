/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/*
 * Blocks that are dragged, in the body and in the outline of one window: what is carried is the id
 * of the block.
 */

/** (transfer full): what a drag from @widget carries. */
GdkContentProvider *gh_block_drag_new (GtkWidget *widget, gint64 id);
/** Lets @handle be dragged, with a picture of @shown below the pointer. @prepare: of the signal of
 * GtkDragSource, called with @user_data */
void gh_block_drag_add_source (GtkWidget *handle,
                               GtkWidget *shown,
                               GCallback prepare,
                               gpointer user_data);
/** Id of the block that @value carries, 0 if it comes from elsewhere. */
gint64 gh_block_drag_get_id (GtkWidget *widget, const GValue *value);
/** (transfer full): takes such drags; connect "motion", "leave" and "drop". */
GtkDropTarget *gh_block_drop_target_new (void);
