/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-check.h"

/** GhFindingRows: what the lines of a strip share. The handlers are called with @strip first, then
 * the button. */
typedef struct
{
  GtkSizeGroup *places;
  GtkSizeGroup *buttons;
  GCallback fix_clicked;
  GCallback ignore_clicked;
  gpointer strip;
} GhFindingRows;

/** A GtkListBoxRow: what is wrong, where, and what can be done about it. */
GtkWidget *gh_finding_row_new (const GhFinding *finding, const GhFindingRows *rows);
