/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-plan-outline.h"

#include "gh-outline-entries.h"

/* What the files of the outline share. */

struct _GhPlanOutline
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *scroller; /* the only child */
  GPtrArray *entries;  /* GhOutlineEntry, as the rows of the list */
  GPtrArray *all;      /* the same, what is folded away among them */
  GHashTable *folded;  /* see gh_outline_list_visible() */

  /* Borrowed */
  GtkListBox *list;

  GtkListBoxRow *drop_row; /* that shows where a part would land */
  gboolean editable;
  gboolean selecting;
};

/** (nullable): what @row (nullable) shows. */
const GhOutlineEntry *_gh_plan_outline_get_entry (GhPlanOutline *self, GtkListBoxRow *row);
void _gh_plan_outline_emit_moved (GhPlanOutline *self, gint64 id, int before);

/* gh-plan-outline-drag.c */
void _gh_plan_outline_add_drag_source (GhPlanOutline *self, GtkWidget *row);
void _gh_plan_outline_add_drop_target (GhPlanOutline *self);
