/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-plan-body.h"

#include "gh-block-row.h"
#include "gh-row.h"

/* What the files of the plan's body share. */

struct _GhPlanBody
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *box; /* the only child */
  GhWorkspace *workspace;
  GhRowList *rows;  /* GhBlock, by id */
  char *redo_label; /* of the workspace when it was shown last */
  GPtrArray *bound; /* list items on screen */

  /* Borrowed */
  GtkWidget *hint; /* of a plan without a body */
  GtkListView *view;
  GhBlockRow *drop_row; /* that shows where a block would land */

  gint64 campaign_id; /* whose body it is */
  guint current;      /* index of the block the keyboard was in last */
  GhPlace place;      /* where the keyboard goes when its row has come to screen */
  guint tick;         /* that waits for it; 0 = nothing is waited for */
  guint n_ticks;
  gboolean editable;
  GhFind find;      /* what is looked for: @needle, %NULL = nothing */
  char *needle;     /* owned */
  GhPlace found;    /* the match that is looked at; of another part: none */
  gboolean saving;  /* what was typed in rows that are about to go */
  gboolean editing; /* an edit of ours is being shown; it knows where the keyboard belongs */
};

gboolean _gh_plan_body_is_editable (GhPlanBody *self);
/** (nullable): the row on screen that shows block @index. */
GhBlockRow *_gh_plan_body_find_row (GhPlanBody *self, guint index);

/* gh-plan-body-caret.c */

/** Puts the keyboard into a block, behind @offset bytes of its text (G_MAXSIZE = at the end), at
 * once if its row is there: what is typed next belongs to it. */
void _gh_plan_body_put_caret (GhPlanBody *self, guint index, gsize offset);
void _gh_plan_body_put_place (GhPlanBody *self, const GhPlace *place);

/** GhBodyMemory: what was shown before an update, to find out what has changed. */
typedef struct _GhBodyMemory GhBodyMemory;
/** (transfer full) (nullable): %NULL where the keyboard is not in the body, or an edit of ours
 * looks after it. */
GhBodyMemory *_gh_plan_body_remember (GhPlanBody *self);
/** Puts the keyboard where an undone or redone edit was, or back where it stood. Takes @memory. */
void _gh_plan_body_restore (GhPlanBody *self, GhBodyMemory *memory);

/* gh-plan-body-edits.c */

/** Connects a new row's signals. */
void _gh_plan_body_connect_row (GhBlockRow *row, GtkListItem *item);
/** Moves the block with @id to before block @before of the list. */
void _gh_plan_body_move (GhPlanBody *self, gint64 id, guint before);

/* gh-plan-body-text.c */
void _gh_plan_body_set_fill (GhPlanBody *self, GtkListItem *item);
/** What did not change may say something else now: its fields follow the data. */
void _gh_plan_body_refresh_fields (GhPlanBody *self);
void _gh_plan_body_highlight_item (GhPlanBody *self, GtkListItem *item);

/* gh-plan-body-drag.c */
void _gh_plan_body_add_drop_target (GhPlanBody *self);
void _gh_plan_body_add_drag_source (GhBlockRow *row, GtkListItem *item);
