/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-workspace.h"

typedef struct _GhListPart GhListPart;

/**
 * GhListPart: what differs between the lists of the plan. @row is the box of a row; its index in
 * the list is @index. Called in the main thread; edits are made at once.
 * @offset, @index_of, @new_item: for the lists that are an array of GhPlan
 */
struct _GhListPart
{
  /* Words, untranslated */
  const char *name; /* value of the property "part" */
  const char *title;
  const char *hint; /* what an empty list is for */
  const char *add_label;
  const char *edit_undo; /* what undo calls the edits */
  const char *add_undo;
  const char *remove_undo;
  const char *move_undo;
  const char *removed;

  /* The array in GhPlan, where it is one */
  gsize offset;
  guint (*index_of) (const GhPlan *plan, guint n); /* of the nth row, G_MAXUINT = none */
  gpointer (*new_item) (void);

  guint (*count) (const GhDossier *dossier);
  /* Whether the list can be changed now. */
  gboolean (*is_open) (const GhDossier *dossier);
  /* Puts the fields of a row into @row; "committed" and the like lead to commit(). */
  void (*make_row) (GtkWidget *row, GCallback commit, gpointer list);
  void (*show_row) (GtkWidget *row, const GhDossier *dossier, guint index);
  /* Takes what the row holds over. */
  void (*commit) (const GhListPart *part, GtkWidget *row, GhWorkspace *workspace, guint index);
  void (*add) (const GhListPart *part, GtkWidget *list, GhWorkspace *workspace);
  gboolean (*remove) (const GhListPart *part, GtkWidget *list, GhWorkspace *workspace, guint index);
  /* @step: -1 up, 1 down; the caller has checked that there is a row there. %NULL: the order is
   * not the clerk's. */
  void (
    *move) (const GhListPart *part, GtkWidget *list, GhWorkspace *workspace, guint index, int step);
  /* (nullable): (transfer full): what stands below the rows, a sum. */
  char *(*total) (const GhDossier *dossier);
};

extern const GhListPart gh_list_part_awards;
extern const GhListPart gh_list_part_bases;
extern const GhListPart gh_list_part_budget;
extern const GhListPart gh_list_part_recipients;
extern const GhListPart gh_list_part_targets;
