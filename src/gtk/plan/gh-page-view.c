/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-page-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Room around and between the pages, in pixels. */
#define GAP_PX        12
#define MARK_WIDTH_PX 4

struct _GhPageView
{
  GtkWidget parent_instance;

  /* Owned */
  GhPages *pages;
  GPtrArray *nodes;          /* GskRenderNode of each page, %NULL before it was drawn */
  GtkAdjustment *adjustment; /* of the scrolled window around it, while it is on screen */

  double scale; /* that @nodes were drawn for */
  guint first;  /* page that was drawn last, and the one behind the last */
  guint behind;
  int source;
};

enum
{
  SOURCE_ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhPageView, gh_page_view, GTK_TYPE_WIDGET)

static void
free_node (gpointer node)
{
  if (node != NULL)
    gsk_render_node_unref (node);
}

static double
widest_page_pt (GhPageView *self)
{
  double widest = 595.0;

  for (guint i = 0; self->pages != NULL && i < gh_pages_get_n_pages (self->pages); i++)
    {
      double width, height;

      gh_pages_get_size (self->pages, i, &width, &height);
      widest = MAX (widest, width);
    }
  return widest;
}

static double
scale_for (GhPageView *self, int width_px)
{
  return MAX (width_px - 2 * GAP_PX, 1) / widest_page_pt (self);
}

static double
total_height_px (GhPageView *self, double scale)
{
  double total = GAP_PX;

  for (guint i = 0; self->pages != NULL && i < gh_pages_get_n_pages (self->pages); i++)
    {
      double width, height;

      gh_pages_get_size (self->pages, i, &width, &height);
      total += height * scale + GAP_PX;
    }
  return total;
}

/* Upper left corner of a page, in pixels. */
static void
page_origin (GhPageView *self, guint page, double scale, double *x_px, double *y_px)
{
  double width, height;

  *y_px = GAP_PX;
  for (guint i = 0; i < page; i++)
    {
      gh_pages_get_size (self->pages, i, &width, &height);
      *y_px += height * scale + GAP_PX;
    }
  gh_pages_get_size (self->pages, page, &width, &height);
  /* On whole pixels the letters are as sharp as they can be. */
  *y_px = round (*y_px);
  *x_px = round ((gtk_widget_get_width (GTK_WIDGET (self)) - width * scale) / 2);
}

static GtkSizeRequestMode
gh_page_view_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gh_page_view_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline G_GNUC_UNUSED,
                      int *natural_baseline G_GNUC_UNUSED)
{
  GhPageView *self = GH_PAGE_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 240;
      *natural = 360;
    }
  else
    {
      double scale = scale_for (self, for_size < 0 ? 520 : for_size);

      *minimum = *natural = (int) total_height_px (self, scale);
    }
}

static void
draw_mark (GhPageView *self, GtkSnapshot *snapshot, double scale)
{
  static const GdkRGBA accent = { 0.702f, 0.086f, 0.298f, 1.0f };
  guint page;
  double top, x, y;

  if (self->source < 0 || !gh_pages_find_source (self->pages, self->source, &page, &top))
    return;
  page_origin (self, page, scale, &x, &y);
  gtk_snapshot_append_color (snapshot, &accent,
                             &GRAPHENE_RECT_INIT ((float) x, (float) (y + top * scale),
                                                  MARK_WIDTH_PX, (float) (18 * scale)));
}

/* The pages that can be seen now, and one more on either side. */
static void
visible_pages (GhPageView *self, double scale, guint *first, guint *behind)
{
  guint n = self->pages != NULL ? gh_pages_get_n_pages (self->pages) : 0;
  double top, bottom, y = GAP_PX;

  *first = 0;
  *behind = n;
  if (self->adjustment == NULL)
    return;
  top = gtk_adjustment_get_value (self->adjustment);
  bottom = top + gtk_adjustment_get_page_size (self->adjustment);
  *behind = 0;
  for (guint i = 0; i < n; i++)
    {
      double width, height;

      gh_pages_get_size (self->pages, i, &width, &height);
      if (y + height * scale < top)
        *first = i;
      if (y < bottom)
        *behind = MIN (i + 2, n);
      y += height * scale + GAP_PX;
    }
}

static GskRenderNode *
draw_page (GhPageView *self, guint page, double scale)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  static const GdkRGBA edge = { 0, 0, 0, 0.25f };
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  double width, height;
  graphene_rect_t paper;
  cairo_t *cr;

  gh_pages_get_size (self->pages, page, &width, &height);
  paper = GRAPHENE_RECT_INIT (0, 0, (float) (width * scale), (float) (height * scale));
  gtk_snapshot_append_color (
    snapshot, &edge, &GRAPHENE_RECT_INIT (-1, -1, paper.size.width + 2, paper.size.height + 2));
  gtk_snapshot_append_color (snapshot, &white, &paper);
  cr = gtk_snapshot_append_cairo (snapshot, &paper);
  cairo_scale (cr, scale, scale);
  gh_pages_draw (self->pages, page, cr);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
forget_nodes (GhPageView *self)
{
  guint n = self->pages != NULL ? gh_pages_get_n_pages (self->pages) : 0;

  g_ptr_array_set_size (self->nodes, 0);
  g_ptr_array_set_size (self->nodes, (int) n);
}

/* Pages that show the same as before need not be drawn again. */
static void
keep_nodes (GhPageView *self, GhPages *pages)
{
  guint n = gh_pages_get_n_pages (pages);
  GPtrArray *nodes = g_ptr_array_new_full (n, free_node);

  g_ptr_array_set_size (nodes, (int) n);
  for (guint i = 0; i < MIN (n, self->nodes->len); i++)
    if (gh_pages_is_same (pages, i, self->pages, i))
      nodes->pdata[i] = g_steal_pointer (&self->nodes->pdata[i]);
  g_ptr_array_unref (self->nodes);
  self->nodes = nodes;
}

/* A plan of a hundred pages is marked at every block that is edited: what is out of sight is not
 * drawn, and what was drawn is kept. */
static void
gh_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GhPageView *self = GH_PAGE_VIEW (widget);
  double scale = scale_for (self, gtk_widget_get_width (widget));

  if (self->pages == NULL)
    return;
  if (fabs (scale - self->scale) > 1e-9)
    forget_nodes (self);
  self->scale = scale;
  visible_pages (self, scale, &self->first, &self->behind);
  for (guint i = self->first; i < self->behind; i++)
    {
      double x, y;

      if (self->nodes->pdata[i] == NULL)
        self->nodes->pdata[i] = draw_page (self, i, scale);
      page_origin (self, i, scale, &x, &y);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
      gtk_snapshot_append_node (snapshot, self->nodes->pdata[i]);
      gtk_snapshot_restore (snapshot);
    }
  draw_mark (self, snapshot, scale);
}

static void
scrolled_cb (GhPageView *self)
{
  guint first, behind;

  visible_pages (self, scale_for (self, gtk_widget_get_width (GTK_WIDGET (self))), &first, &behind);
  if (first != self->first || behind != self->behind)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (GhPageView *self, GtkAdjustment *adjustment)
{
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment, scrolled_cb, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment == NULL)
    return;
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  g_signal_connect_swapped (adjustment, "changed", G_CALLBACK (scrolled_cb), self);
}

static void
gh_page_view_map (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  if (scroller != NULL)
    set_adjustment (GH_PAGE_VIEW (widget),
                    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));

  GTK_WIDGET_CLASS (gh_page_view_parent_class)->map (widget);
}

static void
gh_page_view_unmap (GtkWidget *widget)
{
  set_adjustment (GH_PAGE_VIEW (widget), NULL);

  GTK_WIDGET_CLASS (gh_page_view_parent_class)->unmap (widget);
}

static void
pressed_cb (GtkGestureClick *gesture G_GNUC_UNUSED,
            int n_press G_GNUC_UNUSED,
            double click_x,
            double click_y,
            GhPageView *self)
{
  double scale = scale_for (self, gtk_widget_get_width (GTK_WIDGET (self)));

  for (guint i = 0; self->pages != NULL && i < gh_pages_get_n_pages (self->pages); i++)
    {
      double width, height, x, y;

      gh_pages_get_size (self->pages, i, &width, &height);
      page_origin (self, i, scale, &x, &y);
      if (click_y >= y && click_y < y + height * scale)
        {
          int source =
            gh_pages_source_at (self->pages, i, (click_x - x) / scale, (click_y - y) / scale);

          if (source >= 0)
            g_signal_emit (self, signals[SOURCE_ACTIVATED], 0, source);
          return;
        }
    }
}

void
gh_page_view_set_pages (GhPageView *self, GhPages *pages)
{
  g_autofree char *label = NULL;
  guint n = pages != NULL ? gh_pages_get_n_pages (pages) : 0;

  g_return_if_fail (GH_IS_PAGE_VIEW (self));

  if (pages != NULL)
    gh_pages_ref (pages);
  if (pages != NULL && self->pages != NULL)
    keep_nodes (self, pages);
  g_clear_pointer (&self->pages, gh_pages_unref);
  self->pages = pages;
  if (self->nodes->len != n)
    forget_nodes (self);
  label = g_strdup_printf (ngettext ("Preview, %u page", "Preview, %u pages", n), n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

double
gh_page_view_mark_source (GhPageView *self, int source)
{
  double scale, top, x, y;
  guint page;

  g_return_val_if_fail (GH_IS_PAGE_VIEW (self), -1);

  self->source = source;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->pages == NULL || source < 0 || !gh_pages_find_source (self->pages, source, &page, &top))
    return -1;
  scale = scale_for (self, gtk_widget_get_width (GTK_WIDGET (self)));
  page_origin (self, page, scale, &x, &y);
  return y + top * scale;
}

static void
gh_page_view_dispose (GObject *object)
{
  set_adjustment (GH_PAGE_VIEW (object), NULL);

  G_OBJECT_CLASS (gh_page_view_parent_class)->dispose (object);
}

static void
gh_page_view_finalize (GObject *object)
{
  g_clear_pointer (&GH_PAGE_VIEW (object)->pages, gh_pages_unref);
  g_clear_pointer (&GH_PAGE_VIEW (object)->nodes, g_ptr_array_unref);

  G_OBJECT_CLASS (gh_page_view_parent_class)->finalize (object);
}

static void
gh_page_view_class_init (GhPageViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = gh_page_view_dispose;
  G_OBJECT_CLASS (class)->finalize = gh_page_view_finalize;
  widget_class->map = gh_page_view_map;
  widget_class->unmap = gh_page_view_unmap;
  widget_class->get_request_mode = gh_page_view_get_request_mode;
  widget_class->measure = gh_page_view_measure;
  widget_class->snapshot = gh_page_view_snapshot;

  signals[SOURCE_ACTIVATED] =
    g_signal_new ("source-activated", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "pageview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
gh_page_view_init (GhPageView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->source = -1;
  self->nodes = g_ptr_array_new_with_free_func (free_node);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  /* The scrolled window around it scrolls by key while the keyboard is in here. */
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}
