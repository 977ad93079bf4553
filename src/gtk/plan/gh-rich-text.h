/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-plan-find.h"

/*
 * Marked text (gh-marked.h) in a GtkTextBuffer: bold and italic letters, and chips: a field shows
 * its value as a range with a tag of its own.
 */

/** (transfer full) (nullable): the value of a field now, %NULL if there is no such field. */
typedef char *(*GhRichResolve) (const char *key, gpointer user_data);

/** (transfer full) (element-type GhLiveField): all fields there are, for choosing one. */
typedef GPtrArray *(*GhRichList) (gpointer user_data);

/** GhRichFill: who tells the values. */
typedef struct
{
  GhRichResolve resolve; /* %NULL = every field is shown as it is written */
  GhRichList list;       /* %NULL = there are none to choose from */
  gpointer user_data;
} GhRichFill;

/** Gives a new buffer its tags. */
void gh_rich_text_prepare (GtkTextBuffer *buffer);

/** Inserts runs; @at is behind them afterwards. */
void gh_rich_text_insert (GtkTextBuffer *buffer,
                          GtkTextIter *at,
                          const GPtrArray *runs,
                          const GhRichFill *fill);
/** (transfer full) (element-type GhMarkedRun) */
GPtrArray *gh_rich_text_runs (const GtkTextIter *start, const GtkTextIter *end);

/** The key of the chip that @iter stands in or before, %NULL if there is none; its bounds. */
const char *gh_rich_text_chip (const GtkTextIter *iter, GtkTextIter *start, GtkTextIter *end);
/** Whether @iter stands between two letters of a chip. */
gboolean gh_rich_text_is_inside (const GtkTextIter *iter, GtkTextIter *start, GtkTextIter *end);
/** Shows values that have changed; the caret stays where it is. */
void gh_rich_text_refresh (GtkTextBuffer *buffer, const GhRichFill *fill);
/** Tags of chips that are gone are forgotten; call it with the buffer empty. */
void gh_rich_text_forget (GtkTextBuffer *buffer);

gboolean gh_rich_text_is_bold (const GtkTextIter *iter);
gboolean gh_rich_text_is_italic (const GtkTextIter *iter);
/** Makes the letters bold and italic, or not. */
void gh_rich_text_set_style (const GtkTextIter *start,
                             const GtkTextIter *end,
                             gboolean bold,
                             gboolean italic);
/** Turns one of both on or off. */
void
gh_rich_text_toggle (const GtkTextIter *start, const GtkTextIter *end, gboolean bold, gboolean on);

/** Bytes of the plain text (gh-marked.h) before @iter. */
gsize gh_rich_text_to_plain (const GtkTextIter *iter);
/** A place within a chip becomes its start. */
void gh_rich_text_from_plain (GtkTextBuffer *buffer, gsize plain, GtkTextIter *iter);

/** Marks what @find (nullable) finds in @marked, which the buffer shows.
 * @current: start of the match that is looked at, G_MAXSIZE = none */
void gh_rich_text_highlight (GtkTextBuffer *buffer,
                             const char *marked,
                             const GhFind *find,
                             gsize current);

/** (transfer full): attributes that give a layout of the text the width it has here. */
PangoAttrList *gh_rich_text_attributes (GtkTextBuffer *buffer);
