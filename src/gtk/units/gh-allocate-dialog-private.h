/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gh-allocate-dialog.h"

#include "gh-quota.h"
#include "gh-row.h"

/* What the files of the dialog share. */

struct _GhAllocateDialog
{
  GtkWindow parent_instance;

  /* Template children */
  GtkDropDown *indicator;
  GtkEditable *total;
  GtkDropDown *rule;
  GtkDropDown *scope;
  GtkEditable *minimum;
  GtkEditable *maximum;
  GtkCheckButton *replace_locked;
  GtkColumnView *preview;
  GtkLabel *message;
  GtkWidget *apply;

  /* Owned */
  GhWorkspace *workspace;
  GhRowList *rows;
  GHashTable *weights; /* gint64 unit → gint64 weight set by hand */
  GPtrArray *bound;    /* GtkListItem of the weights on screen */

  /* Borrowed */
  GtkWidget *opener;

  gint64 parent_id;
  gboolean filling; /* fields are being set by us */
};

GhIndicator _gh_allocate_dialog_indicator (GhAllocateDialog *self);
GhQuotaRule _gh_allocate_dialog_rule (GhAllocateDialog *self);
void _gh_allocate_dialog_show_problem (GhAllocateDialog *self, const char *problem);
/** Shares out anew by what the fields and weights say now. */
void _gh_allocate_dialog_update (GhAllocateDialog *self);

/* gh-allocate-preview.c: the table of what each unit would get */
void _gh_allocate_dialog_make_columns (GhAllocateDialog *self);
/** @quotas: (nullable) (element-type GhQuota): the shares; without them the present figures are
 * shown alone. */
void _gh_allocate_dialog_show_rows (GhAllocateDialog *self, const GPtrArray *quotas);
