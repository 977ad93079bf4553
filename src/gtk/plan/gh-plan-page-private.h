/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-plan-page.h"

#include "gh-find-bar.h"
#include "gh-findings-strip.h"
#include "gh-page-view.h"
#include "gh-plan-body.h"
#include "gh-plan-form.h"
#include "gh-plan-list.h"
#include "gh-plan-outline.h"
#include "gh-plan-state-button.h"

/* What the files of the plan page share. */

struct _GhPlanPage
{
  GhPage parent_instance;

  /* Template children */
  GhPlanStateButton *state;
  GtkMenuButton *add;
  GtkToggleButton *preview_toggle;
  GhPlanOutline *outline;
  GtkStack *parts;
  GtkWidget *editor;
  GhPlanForm *header;
  GhPlanList *bases;
  GhPlanList *targets;
  GhPlanList *awards;
  GhPlanList *budget;
  GhPlanBody *body;
  GhPlanList *recipients;
  GhPlanForm *signature;
  GtkScrolledWindow *preview;
  GhPageView *pages;
  GtkLabel *preview_problem;
  GhFindingsStrip *findings;
  GhFindBar *find;

  /* Owned */
  GSignalGroup *signals; /* of the workspace */

  guint layout_timeout;
  guint layout_ms; /* that the last layout took */
  guint findings_timeout;
  guint fresh; /* bits of the parts that show the workspace as it is */
  int mark;    /* block marked in the preview, -1 = none */
  int follow;  /* block to scroll the preview to once it is laid out, -1 = none */
  gboolean narrow;
  gboolean arranged; /* once, for the width there is */
};

/** Shows a part of the plan in the editor; @block: of the body, -1 = none. */
void _gh_plan_page_show_part (GhPlanPage *self, const char *part, int block);
/** Where the preview stands in its place. */
void _gh_plan_page_show_editor (GhPlanPage *self);
void _gh_plan_page_scroll_preview (GhPlanPage *self, int block);

/** Puts the keyboard where @place is. */
void _gh_plan_page_go_to_place (GhPlanPage *self, const GhPlace *place);
/** Row of the list of bases that shows the one at @index of the plan. */
guint _gh_plan_page_basis_row (const GhPlan *plan, int index);

/* gh-plan-panes.c */
void _gh_plan_page_panes_class_init (GtkWidgetClass *widget_class);
/** Puts the keyboard into the next pane that is to be seen, or with !@forward the one before. */
void _gh_plan_page_next_pane (GhPlanPage *self, gboolean forward);

/* gh-plan-search.c */
void _gh_plan_page_search_class_init (GtkWidgetClass *widget_class);
void _gh_plan_page_found_cb (GhPlanPage *self, const GhFind *find, const GhPlace *place);
void _gh_plan_page_search_again (GhPlanPage *self);
void _gh_plan_page_search_left_cb (GhPlanPage *self, const GhPlace *place);

/* Handlers of the strip of findings. */
void _gh_plan_page_finding_activated_cb (GhPlanPage *self, const GhFinding *finding);
void _gh_plan_page_fix_requested_cb (GhPlanPage *self, const GhFinding *shown);
void _gh_plan_page_fix_all_requested_cb (GhPlanPage *self, const char *code);
void _gh_plan_page_ignore_requested_cb (GhPlanPage *self, const GhFinding *shown);
void _gh_plan_page_heed_requested_cb (GhPlanPage *self);
