/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-units-page.h"
#include "gh-units-table.h"

struct _GhUnitsPage
{
  GhPage parent_instance;

  /* Template children */
  GtkStack *stack;
  GtkEditable *filter;
  GhUnitsTable *table;
  GtkBox *footer;
  GtkMenuButton *menu;

  /* Owned */
  GArray *shown;               /* GhIndicator: columns as last given to the table */
  GSimpleActionGroup *columns; /* one for each of the countable: whether its column is shown */
  guint extra;                 /* bits: indicators shown though nothing is entered for them yet */
};

GhWorkspace *_gh_units_page_workspace (GhUnitsPage *self);
void _gh_units_page_show_totals (GhUnitsPage *self, const GhSummary *summary);

/* gh-units-page-edits.c: signals of the table */
void
_gh_units_page_quota_typed_cb (GhUnitsPage *self, gint64 unit_id, int indicator, const char *text);
void _gh_units_page_quota_entered_cb (GhUnitsPage *self,
                                      gint64 unit_id,
                                      int indicator,
                                      const char *text);
void _gh_units_page_quotas_entered_cb (GhUnitsPage *self, GPtrArray *entries, guint left_out);
void _gh_units_page_lock_toggled_cb (GhUnitsPage *self, gint64 unit_id, int indicator);
