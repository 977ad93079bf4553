/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-field.h"
#include "gh-rich-text.h"

/**
 * GhRichField: a GhField that shows a marked text (gh-marked.h) as it will be printed: bold and
 * italic letters, fields as chips with their value. What is shown and not changed is handed on byte
 * by byte as it was.
 *
 * Actions: "rich.bold", "rich.italic", "rich.insert-field" (a list), "rich.field" (key).
 * Properties: "label" (accessible name), "placeholder", "lines" (Enter breaks the line; else the
 *   text is one).
 * Signals: "style-changed": bold or italic at the caret.
 *   The others return whether they did something; else the key does what it does elsewhere, or
 *   nothing. Before each what was typed last is committed.
 *   "split" (guint: byte of the marked text): Enter. "join-before": Backspace at the start;
 *   "join-after": Delete at the end; nothing selected. "indent", "outdent": Tab, Shift+Tab.
 *   "leave-up", "leave-down": Up in the first line, Down in the last.
 *   "paste-blocks" (GPtrArray of GhBlock, start, end): several paragraphs or a table were pasted;
 *   the bytes of the text that were selected.
 */
#define GH_TYPE_RICH_FIELD (gh_rich_field_get_type ())
G_DECLARE_FINAL_TYPE (GhRichField, gh_rich_field, GH, RICH_FIELD, GtkWidget)

GtkWidget *gh_rich_field_new (const char *label);
/** Who tells the values of fields; @user_data must live as long as the field is shown. */
void gh_rich_field_set_fill (GhRichField *self, const GhRichFill *fill);
/** Puts the keyboard into the text, the caret at a byte of it; beyond its end = at the end. */
void gh_rich_field_place (GhRichField *self, gsize offset);
/** Byte of the marked text that the caret stands before. */
gsize gh_rich_field_get_place (GhRichField *self);
gboolean gh_rich_field_get_editable (GhRichField *self);
/** Marks what @find finds; %NULL = nothing. @current: byte at which the match begins that is looked
 * at, G_MAXSIZE = none. */
void gh_rich_field_highlight (GhRichField *self, const GhFind *find, gsize current);
/** The style at the caret. */
gboolean gh_rich_field_is_bold (GhRichField *self);
gboolean gh_rich_field_is_italic (GhRichField *self);
/** Makes the “ or ” that was typed last a " again; FALSE if that was not the last thing done. */
gboolean gh_rich_field_undo_quote (GhRichField *self);
