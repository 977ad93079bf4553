/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

/*
 * Shaping letters is nearly all the work of a layout, and from one key press to the next nearly all
 * paragraphs are the same. So what was shaped is kept with the fonts, found by everything it was
 * made from: the same key gives the same lines, whoever asks.
 */

/** GhShapeLine: a line of a shape. @line: borrowed from the layout; @x: of its first letter, in
 * points from where the paragraph begins; @width: in points. */
typedef struct
{
  PangoLayoutLine *line;
  double x;
  double width;
} GhShapeLine;

/**
 * GhShape: a paragraph broken into lines. Never changed once it is made, so that pages share it.
 * @lines: (element-type GhShapeLine)
 * @longest: width of the longest line, in points
 * @n_missing: letters that the fonts have no shape for
 * @links: (nullable) (element-type GhLink): in its text
 * @used: the last layout that asked for it
 */
typedef struct
{
  gatomicrefcount ref_count;
  PangoLayout *layout;
  GArray *lines;
  double longest;
  guint n_missing;
  GArray *links;
  guint used;
} GhShape;

/** @layout: (transfer full) */
GhShape *gh_shape_new (PangoLayout *layout);
GhShape *gh_shape_ref (GhShape *shape);
void gh_shape_unref (GhShape *shape);

/** GhShapeCache: shapes by key. Not thread-safe, as the fonts it belongs to. */
typedef struct _GhShapeCache GhShapeCache;

GhShapeCache *gh_shape_cache_new (void);
void gh_shape_cache_free (GhShapeCache *cache);

/** A new layout begins: what none of the last ones has asked for is forgotten. */
void gh_shape_cache_begin (GhShapeCache *cache);

/** (transfer none) (nullable): valid until the next layout begins. */
GhShape *gh_shape_cache_find (GhShapeCache *cache, const GString *key);

/** @shape: (transfer full). Returns: (transfer none): it. */
GhShape *gh_shape_cache_add (GhShapeCache *cache, const GString *key, GhShape *shape);
