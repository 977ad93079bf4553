/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-time-axis.h"

/**
 * GhTimelineScale: what the rows and the head of a timeline draw by. Owned by the timeline, lent to
 * its children; they are told to draw again when it changes.
 */
typedef struct
{
  GhTimeAxis axis;
  GArray *months; /* GhTimeMark; owned */
  GArray *steps;  /* GhTimeMark; owned */
  GArray *marks;  /* GhTimeMark; owned */
  guint32 today;
  double offset;   /* scrolled from the left, pixels */
  double viewport; /* pixels of the axis that are on screen */
} GhTimelineScale;

void gh_timeline_scale_set_axis (GhTimelineScale *self, const GhTimeAxis *axis);
void gh_timeline_scale_clear (GhTimelineScale *self);

/** Width of the column of names on a timeline so many pixels wide. */
int gh_timeline_names_width (int width);

/** A colour of our style sheet ("gh_accent"). */
GdkRGBA gh_timeline_colour (GtkWidget *widget, const char *name);

/** How a bar is dressed. */
typedef enum
{
  GH_BAR_PLANNED,
  GH_BAR_LATE,
  GH_BAR_DONE,
  GH_BAR_CANCELLED,
} GhBarDress;

GhBarDress gh_bar_dress_for (const GhActivity *activity, guint32 today);

/** Tints of weekends and holidays, lines of months and weeks, today: behind the bars. */
void gh_timeline_draw_ground (GtkWidget *widget,
                              GtkSnapshot *snapshot,
                              const GhTimelineScale *scale,
                              const graphene_rect_t *area);

/**
 * gh_timeline_draw_bar: in the colour of @widget, or that of its dress.
 * @origin: the axis' left edge, @middle: the row's middle line, both in @widget's coordinates
 * @today_x: up to where the time is over, from @origin; below 0 = nothing of it
 */
void gh_timeline_draw_bar (GtkWidget *widget,
                           GtkSnapshot *snapshot,
                           const GhTimeBar *bar,
                           GhBarDress dress,
                           double origin,
                           double middle,
                           double today_x);

/** An arrow at @x, pointing left or right: what is meant lies beyond. */
void gh_timeline_draw_arrow (GtkSnapshot *snapshot,
                             const GdkRGBA *colour,
                             double x,
                             double middle,
                             gboolean right);
