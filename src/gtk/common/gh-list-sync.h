/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/** Id of a thing that a row stands for; unique in its list, never 0. */
typedef gint64 (*GhListId) (gconstpointer thing);
/** Shows @thing in @row, which may have shown it (or another state of it) before. */
typedef void (*GhListShow) (GtkListBoxRow *row, gconstpointer thing, gpointer user_data);

/**
 * gh_list_sync: brings the rows of a list box in step with @things, in their order. The row of a
 * thing stays the same object, so that the keyboard's place, the selection and the scroll stay
 * where they are; when the row that has the keyboard goes, its neighbour takes it.
 */
void gh_list_sync (GtkListBox *list,
                   const GPtrArray *things,
                   GhListId get_id,
                   GhListShow show,
                   gpointer user_data);

/** Id of the thing that @row shows. */
gint64 gh_list_row_id (GtkListBoxRow *row);
/** (nullable): the row that shows the thing with @id. */
GtkListBoxRow *gh_list_find (GtkListBox *list, gint64 id);
/** Id of the thing whose row is selected, 0 = none. */
gint64 gh_list_selected_id (GtkListBox *list);

/** Scrolls, when the next frame has been laid out, until the row stands near the top of its
 * scrolled window. @id: 0 or of no row = nothing happens */
void gh_list_reveal (GtkListBox *list, gint64 id);
