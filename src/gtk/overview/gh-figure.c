/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-figure.h"

#include "gh-label.h"
#include "gh-meter.h"

struct _GhFigure
{
  GtkButton parent_instance;

  /* Borrowed */
  GtkLabel *caption;
  GtkLabel *figure;
  GhMeter *meter;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (GhFigure, gh_figure, GTK_TYPE_BUTTON)

void
gh_figure_set (GhFigure *self,
               const char *caption,
               const char *figure,
               double share,
               double mark,
               const char *note)
{
  g_autofree char *accessible = g_strdup_printf ("%s: %s. %s", caption, figure, note);

  g_return_if_fail (GH_IS_FIGURE (self));

  gtk_label_set_text (self->caption, caption);
  gtk_label_set_text (self->figure, figure);
  gtk_label_set_text (self->note, note);
  gtk_widget_set_opacity (GTK_WIDGET (self->meter), share >= 0 ? 1 : 0);
  gh_meter_set (self->meter, share, mark);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible,
                                  -1);
}

static void
gh_figure_class_init (GhFigureClass *class G_GNUC_UNUSED)
{
}

static GtkLabel *
append_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gh_label_new_line (NULL, css_class);

  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
gh_figure_init (GhFigure *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->caption = append_label (box, "dim-label");
  self->figure = append_label (box, "figure");
  self->meter = GH_METER (gh_meter_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->meter));
  self->note = append_label (box, "caption");
  gtk_label_set_wrap (self->note, TRUE);
  gtk_label_set_lines (self->note, 2);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "figure-card");
}
