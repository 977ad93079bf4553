/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * GhQuotaCell: a figure of the table that is edited in place, by the keys of a spreadsheet: a digit
 * begins a new figure, F2 or Enter (or a double click) opens the one there, Enter and Tab commit
 * and move on, Esc leaves it as it was, Delete empties, Ctrl+L locks, Ctrl+C and Ctrl+V copy and
 * paste, Shift with an arrow or a click takes several cells together.
 *
 * Signals:
 *
 * - "committed" (text): a figure was entered, "" empties
 *
 * - "typing" (text, nullable): as it stands in the open editor; NULL when it was left unchanged
 *
 * - "move" (int columns, int rows, gboolean extend)
 *
 * - "pasted" (text)
 *
 * - "command" (GhQuotaCommand, text) → gboolean: for all cells taken together; FALSE if there are
 *   no others, the cell does it for itself then
 *
 * - "lock-toggled"
 */
#define GH_TYPE_QUOTA_CELL (gh_quota_cell_get_type ())
G_DECLARE_FINAL_TYPE (GhQuotaCell, gh_quota_cell, GH, QUOTA_CELL, GtkWidget)

typedef enum
{
  GH_QUOTA_CELL_DEFAULT = 0,
  GH_QUOTA_CELL_EDITABLE = 1 << 0,
  GH_QUOTA_CELL_LOCKED = 1 << 1,
  GH_QUOTA_CELL_BY_RULE = 1 << 2, /* italic */
  GH_QUOTA_CELL_TOTAL = 1 << 3,   /* bold */
} GhQuotaCellFlags;

typedef enum
{
  GH_QUOTA_COMMAND_COPY,
  GH_QUOTA_COMMAND_CLEAR,
  GH_QUOTA_COMMAND_FILL, /* with the text of the open editor */
  GH_QUOTA_COMMAND_FILL_DOWN,
  GH_QUOTA_COMMAND_FILL_RIGHT,
  GH_QUOTA_COMMAND_SELECT_ALL,
  GH_QUOTA_COMMAND_SELECT_HERE, /* this cell, with those between it and the one taken before */
  GH_QUOTA_COMMAND_RELEASE,     /* take only this cell */
} GhQuotaCommand;

GtkWidget *gh_quota_cell_new (void);

/** @text: the figure as shown; @plain: as it is edited and copied; @name: what a screen reader
 * says before it ("chỉ tiêu đơn vị máu, Trường …"). Does not disturb an edit that is open. */
void gh_quota_cell_show (GhQuotaCell *self,
                         const char *text,
                         const char *plain,
                         const char *name,
                         GhQuotaCellFlags flags);
/** Marks it as one of several that are taken together. */
void gh_quota_cell_set_selected (GhQuotaCell *self, gboolean selected);
/** Opens the editor with @text, or with the figure there is if @text is %NULL. */
void gh_quota_cell_edit (GhQuotaCell *self, const char *text);
/** Closes the editor without a word: the cell is going to show another figure. */
void gh_quota_cell_drop (GhQuotaCell *self);
