/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-jobs.h"
#include "gh-search-box.h"
#include "gh-sidebar.h"
#include "gh-start-page.h"
#include "gh-switcher.h"
#include "gh-window.h"

struct _GhWindow
{
  GtkApplicationWindow parent_instance;

  /* Owned */
  GhWorkspace *workspace;
  gulong status_id; /* of the page on screen */

  /* Borrowed */
  GhPage *page; /* on screen */

  /* Template children */
  GtkWidget *export_button;
  GtkToggleButton *fold_button;
  GtkMenuButton *menu_button;
  GtkRevealer *notice;
  GtkLabel *notice_label;
  GtkStack *pages;
  GtkButton *redo_button;
  GtkStack *root_stack;
  GhSearchBox *search;
  GhSidebar *sidebar;
  GtkLabel *status;
  GhSwitcher *switcher;
  GtkButton *undo_button;
  GtkWidget *undo_box;
  GtkLabel *window_title;

  guint badges_id;
  guint close_id;
  guint fold_id;
  guint news_id;
  gboolean settled;          /* what was typed last is saved; the window may close */
  gboolean narrow;           /* below 1100 pixels */
  gboolean unfolded_by_hand; /* while narrow */
};

/* gh-window-actions.c */
void _gh_window_add_actions (GhWindow *self);
void _gh_window_update_actions (GhWindow *self);
void _gh_window_update_fold (GhWindow *self);
/** What stands in the field with the keyboard goes into the workspace now. */
void _gh_window_save_typing (GhWindow *self);

/* gh-window-export.c */
void _gh_window_add_export_actions (GhWindow *self);
void _gh_window_update_export_actions (GhWindow *self);

/* gh-window-notice.c: badges, holder and folder notices, "saved" */
void _gh_window_show_notices (GhWindow *self);
void _gh_window_queue_badges (GhWindow *self);
/** When the plan is checked. */
void _gh_window_update_plan_badge (GhWindow *self);
/** From now on, while there is a workspace. */
void _gh_window_look_for_news (GhWindow *self);
void _gh_window_update_saved (GhWindow *self);
