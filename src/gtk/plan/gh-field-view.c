/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-field-view.h"

/* Of the frame, in pixels. */
#define FRAME_WIDTH 1

GtkWidget *
gh_field_view_frame (GtkTextView *view)
{
  GtkWidget *frame = gtk_frame_new (NULL);

  gtk_text_view_set_top_margin (view, GH_FIELD_VIEW_Y - FRAME_WIDTH);
  gtk_text_view_set_bottom_margin (view, GH_FIELD_VIEW_Y - FRAME_WIDTH);
  gtk_text_view_set_left_margin (view, GH_FIELD_VIEW_X - FRAME_WIDTH);
  gtk_text_view_set_right_margin (view, GH_FIELD_VIEW_X - FRAME_WIDTH);
  gtk_frame_set_child (GTK_FRAME (frame), GTK_WIDGET (view));
  return frame;
}

static int
text_height (GtkTextView *view, PangoAttrList *attributes, int width)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (view), &start, &end);
  text = gtk_text_iter_get_text (&start, &end);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), text);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, MAX (width - 2 * GH_FIELD_VIEW_X, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height + 2 * GH_FIELD_VIEW_Y;
}

void
gh_field_view_measure (GtkTextView *view,
                       PangoAttrList *attributes,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = text_height (view, attributes, for_size);
  else
    {
      *minimum = 60;
      *natural = 120;
    }
}
