/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-report-card.h"

#include <glib/gi18n-lib.h>

#include "gh-export-info.h"
#include "gh-label.h"

/* Room for a page on end or across: all cards are equally high, and three stand beside each other
 * in the smallest window. */
#define PICTURE_WIDTH  240
#define PICTURE_HEIGHT 204

struct _GhReportCard
{
  GtkWidget parent_instance;

  GhExportKind kind;

  /* Borrowed */
  GtkWidget *box;
  GtkPicture *picture;
  GtkLabel *last;
  GtkButton *open;
};

G_DEFINE_FINAL_TYPE (GhReportCard, gh_report_card, GTK_TYPE_WIDGET)

void
gh_report_card_update (GhReportCard *self, GhWorkspace *workspace)
{
  guint n;
  const GhExportInfo *infos = gh_export_infos (&n);
  g_autofree char *newest = NULL;
  gint64 at = 0;

  g_return_if_fail (GH_IS_REPORT_CARD (self));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = NULL;
      gint64 its = 0;

      if (infos[i].kind == self->kind)
        its = gh_export_info_last (&infos[i], GTK_WIDGET (self), workspace, &path);
      if (its > at)
        {
          at = its;
          g_free (newest);
          newest = g_steal_pointer (&path);
        }
    }
  gtk_widget_set_visible (GTK_WIDGET (self->open), newest != NULL);
  if (newest != NULL)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (at);
      g_autofree char *when = g_date_time_format (time, "%H:%M %d/%m/%Y");
      g_autofree char *name = g_filename_display_basename (newest);
      g_autofree char *text = g_strdup_printf (/* Translators: time and date, then a file name */
                                               _("Exported %s: %s"), when, name);

      gtk_label_set_text (self->last, text);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->last), newest);
      /* The target first: GTK warns of an action that lacks it even for a moment. */
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open), "s", newest);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open), "win.open-file");
    }
  else
    gtk_label_set_text (self->last, _("Not exported yet on this computer"));
}

static GdkTexture *
texture_from_surface (cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize) height);
  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                 GDK_MEMORY_DEFAULT, bytes, stride);
}

/* The first page, @width × @height on screen, with as many pixels as the screen has there. */
static GdkPaintable *
draw_page (GhReportCard *self, GhPages *pages, double page_scale, int width, int height)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * factor, height * factor);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GdkTexture) texture = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  graphene_size_t size = GRAPHENE_SIZE_INIT ((float) width, (float) height);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_scale (cr, page_scale * factor, page_scale * factor);
  gh_pages_draw (pages, 0, cr);
  cairo_destroy (cr);
  texture = texture_from_surface (surface);
  cairo_surface_destroy (surface);
  gtk_snapshot_append_texture (snapshot, texture,
                               &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  return gtk_snapshot_free_to_paintable (snapshot, &size);
}

void
gh_report_card_set_pages (GhReportCard *self, GhPages *pages)
{
  g_autoptr (GdkPaintable) paintable = NULL;
  double width_pt;
  double height_pt;
  double scale;
  int width;
  int height;

  g_return_if_fail (GH_IS_REPORT_CARD (self));

  if (pages == NULL || gh_pages_get_n_pages (pages) == 0)
    {
      gtk_picture_set_paintable (self->picture, NULL);
      return;
    }
  gh_pages_get_size (pages, 0, &width_pt, &height_pt);
  scale = MIN (PICTURE_WIDTH / width_pt, PICTURE_HEIGHT / height_pt);
  width = (int) (width_pt * scale);
  height = (int) (height_pt * scale);
  paintable = draw_page (self, pages, scale, width, height);
  gtk_picture_set_paintable (self->picture, paintable);
  gtk_widget_set_size_request (GTK_WIDGET (self->picture), width, height);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gh_label_new (text, css_class);

  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26); /* three cards beside each other */
  return label;
}

static GtkWidget *
make_buttons (GhExportKind kind, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  guint n;
  const GhExportInfo *infos = gh_export_infos (&n);
  gboolean first = TRUE;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = NULL;
      g_autofree char *accessible = NULL;
      GtkWidget *button;

      if (infos[i].kind != kind)
        continue;
      /* Translators: %s is a format such as Word: a button */
      label = first ? g_strdup_printf (_("Export %s"), _(infos[i].format_name))
                    : g_strdup (_(infos[i].format_name));
      accessible = g_strdup_printf (/* Translators: what is exported, as which format */
                                    _("Export %s as %s"), title, _(infos[i].format_name));
      button = gtk_button_new_with_label (label);
      if (first)
        gtk_widget_add_css_class (button, "suggested-action");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.export");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", infos[i].key);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      accessible, -1);
      gtk_box_append (GTK_BOX (box), button);
      first = FALSE;
    }
  return box;
}

static void
gh_report_card_dispose (GObject *object)
{
  g_clear_pointer (&GH_REPORT_CARD (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (gh_report_card_parent_class)->dispose (object);
}

static void
gh_report_card_class_init (GhReportCardClass *class)
{
  G_OBJECT_CLASS (class)->dispose = gh_report_card_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
gh_report_card_init (GhReportCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (self->box, "panel");
  gtk_widget_add_css_class (self->box, "report-card");
}

GtkWidget *
gh_report_card_new (GhExportKind kind, const char *title, const char *description)
{
  GhReportCard *self = g_object_new (GH_TYPE_REPORT_CARD, NULL);
  g_autofree char *picture_name = g_strdup_printf (/* Translators: %s is the name of a document */
                                                   _("First page of: %s"), title);
  GtkBox *box = GTK_BOX (self->box);
  GtkWidget *frame;
  GtkWidget *about;

  self->kind = kind;
  self->picture = GTK_PICTURE (gtk_picture_new ());
  gtk_picture_set_alternative_text (self->picture, picture_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  picture_name, -1);
  gtk_widget_set_valign (GTK_WIDGET (self->picture), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->picture), "page-picture");
  frame = gtk_center_box_new ();
  gtk_widget_set_size_request (frame, PICTURE_WIDTH, PICTURE_HEIGHT + 2);
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (frame), GTK_WIDGET (self->picture));
  gtk_box_append (box, frame);
  gtk_box_append (box, make_label (title, "section-title"));
  /* Cards of a row are of one height, their buttons on one line. */
  about = make_label (description, "caption");
  gtk_widget_set_vexpand (about, TRUE);
  gtk_widget_set_valign (about, GTK_ALIGN_START);
  gtk_box_append (box, about);
  gtk_box_append (box, make_buttons (kind, title));
  self->last = GTK_LABEL (make_label (NULL, "caption"));
  gtk_box_append (box, GTK_WIDGET (self->last));
  self->open = GTK_BUTTON (gtk_button_new_with_label (_("Open the last export")));
  gtk_widget_set_halign (GTK_WIDGET (self->open), GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (self->open), FALSE);
  gtk_box_append (box, GTK_WIDGET (self->open));
  return GTK_WIDGET (self);
}
