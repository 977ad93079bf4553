/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-rich-text.h"

/**
 * GhRichView: the text view of a GhRichField: one line (or more) of marked text, edited as it will
 * be printed. A chip is one letter to the keyboard: the caret steps over it, and what takes a part
 * of it takes all. Typed quotes become “ ”. Nothing is done to a text while an input method
 * composes.
 *
 * Signals: "command" (name) → gboolean, handled: "split" "join-before" "join-after" "indent"
 *   "outdent" "leave-up" "leave-down" "offer-fields"; a key that is not handled does what it does
 *   elsewhere. "blocks-pasted" (GPtrArray of GhBlock) → gboolean. "style-changed": bold and italic
 *   at the caret.
 */
#define GH_TYPE_RICH_VIEW (gh_rich_view_get_type ())
G_DECLARE_FINAL_TYPE (GhRichView, gh_rich_view, GH, RICH_VIEW, GtkTextView)

GtkWidget *gh_rich_view_new (void);
void gh_rich_view_set_fill (GhRichView *self, const GhRichFill *fill);
/** Whether Enter breaks the line. */
void gh_rich_view_set_lines (GhRichView *self, gboolean lines);

/** Shows a marked text; the caret stays after as many letters. */
void gh_rich_view_set_marked (GhRichView *self, const char *marked);
/** (transfer full) (element-type GhMarkedRun) */
GPtrArray *gh_rich_view_dup_runs (GhRichView *self);
/** Fields show what they are now; later, if an input method composes. */
void gh_rich_view_refresh (GhRichView *self);
void
gh_rich_view_highlight (GhRichView *self, const char *marked, const GhFind *find, gsize current);

gboolean gh_rich_view_is_composing (GhRichView *self);
/** The style of the selection, or of what will be typed. */
gboolean gh_rich_view_get_style (GhRichView *self, gboolean bold);
void gh_rich_view_toggle_style (GhRichView *self, gboolean bold);
/** Puts a field at the caret; over a selection, and over "{{" typed before it. */
void gh_rich_view_insert_field (GhRichView *self, const char *key);
/** Puts runs at the caret, over a selection. */
void gh_rich_view_insert_runs (GhRichView *self, const GPtrArray *runs);
/** Plain text in the style of the caret. */
void gh_rich_view_insert_text (GhRichView *self, const char *text);
/** Makes the “ or ” that was typed last a " again; FALSE if that was not the last thing done. */
gboolean gh_rich_view_undo_quote (GhRichView *self);
