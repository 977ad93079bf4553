/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-timeline-legend.h"

#include <glib/gi18n-lib.h>

#include "gh-timeline-draw.h"

#define SAMPLE_WIDTH  28
#define SAMPLE_HEIGHT 18

/* A sample: a bar that stands for no activity. */
#define GH_TYPE_TIMELINE_SAMPLE (gh_timeline_sample_get_type ())
G_DECLARE_FINAL_TYPE (GhTimelineSample, gh_timeline_sample, GH, TIMELINE_SAMPLE, GtkWidget)

struct _GhTimelineSample
{
  GtkWidget parent_instance;

  GhTimeBarShape shape;
  GhBarDress dress;
};

G_DEFINE_FINAL_TYPE (GhTimelineSample, gh_timeline_sample, GTK_TYPE_WIDGET)

static void
gh_timeline_sample_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GhTimelineSample *self = GH_TIMELINE_SAMPLE (widget);
  GhTimeBar bar = { self->shape, 0, SAMPLE_WIDTH, -1, FALSE, FALSE };

  if (self->shape == GH_TIME_BAR_POINT)
    bar.marker = SAMPLE_WIDTH / 2.0;
  /* Half of what is planned is over. */
  gh_timeline_draw_bar (widget, snapshot, &bar, self->dress, 0, SAMPLE_HEIGHT / 2.0,
                        SAMPLE_WIDTH / 2.0);
}

static void
gh_timeline_sample_measure (GtkWidget *widget G_GNUC_UNUSED,
                            GtkOrientation orientation,
                            int for_size G_GNUC_UNUSED,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline G_GNUC_UNUSED,
                            int *natural_baseline G_GNUC_UNUSED)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? SAMPLE_HEIGHT : SAMPLE_WIDTH;
  *natural = *minimum;
}

static void
gh_timeline_sample_class_init (GhTimelineSampleClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->measure = gh_timeline_sample_measure;
  widget_class->snapshot = gh_timeline_sample_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
gh_timeline_sample_init (GhTimelineSample *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/* --- the legend ------------------------------------------------------------------------------- */

struct _GhTimelineLegend
{
  GtkWidget parent_instance;

  /* Borrowed */
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (GhTimelineLegend, gh_timeline_legend, GTK_TYPE_WIDGET)

static void
gh_timeline_legend_dispose (GObject *object)
{
  g_clear_pointer (&GH_TIMELINE_LEGEND (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (gh_timeline_legend_parent_class)->dispose (object);
}

static void
gh_timeline_legend_class_init (GhTimelineLegendClass *class)
{
  G_OBJECT_CLASS (class)->dispose = gh_timeline_legend_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
append_sample (GtkWidget *box, GhTimeBarShape shape, GhBarDress dress, const char *text)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GhTimelineSample *sample = g_object_new (GH_TYPE_TIMELINE_SAMPLE, NULL);
  GtkWidget *label = gtk_label_new (text);

  sample->shape = shape;
  sample->dress = dress;
  gtk_widget_add_css_class (GTK_WIDGET (sample), "kind-communication");
  gtk_widget_add_css_class (label, "caption");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (pair), GTK_WIDGET (sample));
  gtk_box_append (GTK_BOX (pair), label);
  gtk_box_append (GTK_BOX (box), pair);
}

static void
gh_timeline_legend_init (GhTimelineLegend *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (self->box, "timeline-legend");
  append_sample (self->box, GH_TIME_BAR_EXACT, GH_BAR_PLANNED, _("time that is over, and ahead"));
  append_sample (self->box, GH_TIME_BAR_FUZZY, GH_BAR_PLANNED, _("some day of this time"));
  append_sample (self->box, GH_TIME_BAR_POINT, GH_BAR_PLANNED, _("last day"));
  append_sample (self->box, GH_TIME_BAR_EXACT, GH_BAR_DONE, C_("activity", "Done"));
  append_sample (self->box, GH_TIME_BAR_EXACT, GH_BAR_LATE, C_("activity", "Overdue"));
  append_sample (self->box, GH_TIME_BAR_EXACT, GH_BAR_CANCELLED, C_("activity", "Cancelled"));
}
