/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-doc.h"

#include <cairo.h>
#include <gio/gio.h>

/**
 * GhFontSet: Tinos (metrics of Times New Roman, all Vietnamese letters) from a folder of its own,
 * with hint metrics off: the same lines and pages on every machine. It remembers what the last
 * layouts have shaped, so that a plan of which one paragraph has changed is laid out at little more
 * than the cost of that paragraph. Not thread-safe: one a thread.
 */
typedef struct _GhFontSet GhFontSet;

/** @folders: %NULL-terminated list to look in for Tinos-*.ttf; fails naming the folders. */
GhFontSet *gh_font_set_new (const char *const *folders, GError **error);
GhFontSet *gh_font_set_ref (GhFontSet *fonts);
void gh_font_set_unref (GhFontSet *fonts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhFontSet, gh_font_set_unref)

/**
 * GhPages: a laid out document. Coordinates in points from the page's upper left corner.
 * Invariants: (1) every letter of the tree stands on exactly one page; (2) nothing stands outside
 * of the margins but the page number; (3) no page is empty.
 */
typedef struct _GhPages GhPages;

GhPages *
gh_layout_run (const GhDoc *doc, GhFontSet *fonts, GCancellable *cancellable, GError **error);
GhPages *gh_pages_ref (GhPages *pages);
void gh_pages_unref (GhPages *pages);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhPages, gh_pages_unref)

guint gh_pages_get_n_pages (GhPages *pages);
/** A4 595.28 × 841.89 pt, turned for landscape sections. */
void gh_pages_get_size (GhPages *pages, guint page, double *width_pt, double *height_pt);

/** The one draw function: preview, print and PDF. @cr: points, origin at the page's corner. Draws
 * black on nothing (the caller paints the paper). */
void gh_pages_draw (GhPages *pages, guint page, cairo_t *cr);

/** Whether a page shows the same in the same places as page @other of @others, so far as that is
 * seen without drawing them: both laid out with the same fonts, one soon after the other. */
gboolean gh_pages_is_same (GhPages *pages, guint page, GhPages *others, guint other);

/**
 * GhPagesTagger: draws pages one after the other with tags around what they show, for a PDF that a
 * screen reader can read: headings, paragraphs, lists, tables with their heads, links. What is
 * drawn is what gh_pages_draw() draws.
 */
typedef struct _GhPagesTagger GhPagesTagger;

/** @cr: of a PDF surface. Each page must be drawn, in order. */
GhPagesTagger *gh_pages_tagger_new (GhPages *pages, cairo_t *cr);
void gh_pages_tagger_draw (GhPagesTagger *tagger, guint page);
void gh_pages_tagger_free (GhPagesTagger *tagger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GhPagesTagger, gh_pages_tagger_free)

/** Page and top (points) where the first line of the plan's block @source stands; FALSE if none. */
gboolean gh_pages_find_source (GhPages *pages, int source, guint *page, double *y_pt);
/** The plan's block at a point of a page, -1 if none. */
int gh_pages_source_at (GhPages *pages, guint page, double x_pt, double y_pt);

/** Headings for the outline, in order: text (borrowed), level from 1, page and top. */
guint gh_pages_get_n_headings (GhPages *pages);
const char *
gh_pages_get_heading (GhPages *pages, guint heading, int *level, guint *page, double *y_pt);

/** Letters that the fonts have no shape for; they are drawn as an empty box. */
guint gh_pages_count_missing (GhPages *pages);

/** (transfer full): page/line/box text for golden tests and `giothong-cli dump-layout`. A line
 * each: "page N WIDTH HEIGHT", then "  KIND X TOP WIDTH HEIGHT ROLE SOURCE |letters|" with kind
 * text, repeat (head of a table that goes on), number (of the page) or rule (no letters). */
char *gh_pages_dump (GhPages *pages);
