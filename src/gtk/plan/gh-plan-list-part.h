/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-workspace.h"

/**
 * GhListPart: what differs between the lists of the plan. @row is the box of a row; its index in
 * the list is @index. Called in the main thread; edits are made at once.
 */
typedef struct
{
  const char *name;      /* value of the property "part" */
  const char *title;     /* untranslated */
  const char *hint;      /* untranslated: what an empty list is for */
  const char *add_label; /* untranslated */

  guint (*count) (const GhDossier *dossier);
  /* Puts the fields of a row into @row; "committed" and the like lead to commit(). */
  void (*make_row) (GtkWidget *row, GCallback commit, gpointer list);
  void (*show_row) (GtkWidget *row, const GhDossier *dossier, guint index);
  /* Takes what the row holds over. */
  void (*commit) (GtkWidget *row, GhWorkspace *workspace, guint index);
  void (*add) (GtkWidget *list, GhWorkspace *workspace);
  void (*remove) (GtkWidget *list, GhWorkspace *workspace, guint index);
  /* @step: -1 up, 1 down; the caller has checked that there is a row there. */
  void (*move) (GtkWidget *list, GhWorkspace *workspace, guint index, int step);
} GhListPart;

extern const GhListPart gh_list_part_bases;
extern const GhListPart gh_list_part_recipients;
extern const GhListPart gh_list_part_targets;
