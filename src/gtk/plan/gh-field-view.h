/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/*
 * What fields with a text view share: the room around the text, and their height. GtkTextView does
 * not tell its height for a width before it has been laid out once, and then too late for its
 * neighbours: so the text is measured here.
 */

/** (transfer full): a frame around @view, which gets room around its text. */
GtkWidget *gh_field_view_frame (GtkTextView *view);

/** For the field's measure().
 * @attributes: (nullable): of the text, where it is not plain */
void gh_field_view_measure (GtkTextView *view,
                            PangoAttrList *attributes,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural);

/** Where the text begins in the field, in pixels. */
#define GH_FIELD_VIEW_X 10
#define GH_FIELD_VIEW_Y 7
