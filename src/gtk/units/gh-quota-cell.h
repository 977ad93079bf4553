/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * GhQuotaCell: a figure of the table that is edited in place, by the keys of a spreadsheet: a digit
 * begins a new figure, F2 or Enter (or a double click) opens the one there, Enter and Tab commit
 * and move on, Esc leaves it as it was, Delete empties, Ctrl+L locks, Ctrl+C and Ctrl+V copy and
 * paste (several lines go to the cells below).
 *
 * Signals: "committed" (text), "move" (int columns, int rows), "pasted" (text), "lock-toggled".
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

GtkWidget *gh_quota_cell_new (void);

/** @text: the figure as shown; @plain: as it is edited and copied; @name: what a screen reader
 * says before it ("chỉ tiêu đơn vị máu, Trường …"). Does not disturb an edit that is open. */
void gh_quota_cell_show (GhQuotaCell *self,
                         const char *text,
                         const char *plain,
                         const char *name,
                         GhQuotaCellFlags flags);
/** Opens the editor with @text, or with the figure there is if @text is %NULL. */
void gh_quota_cell_edit (GhQuotaCell *self, const char *text);
