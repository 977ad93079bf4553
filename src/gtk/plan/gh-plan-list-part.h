/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gh-field.h"
#include "gh-workspace.h"

typedef struct _GhListPart GhListPart;
typedef struct _GhListRecords GhListRecords;

/**
 * GhListPart: what differs between the lists of the plan. @row is the box of a row; its index in
 * the list is @index. Called in the main thread; edits are made at once.
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

  /* Where the items are: an array of GhPlan, or of GhDossier for records. Each item begins with
   * its id (gint64). */
  gsize offset;
  guint (*index_of) (const GhPlan *plan, guint n); /* of the nth row, G_MAXUINT = none */
  gpointer (*new_item) (void);
  const GhListRecords *records; /* %NULL = an array of the plan */

  guint (*count) (const GhDossier *dossier);
  /* Item of the nth row; borrowed. */
  gconstpointer (*get_item) (const GhListPart *part, const GhDossier *dossier, guint n);
  /* Whether the list can be changed now. */
  gboolean (*is_open) (const GhDossier *dossier);
  /* Puts the fields of a row into @row; "committed" and the like lead to @commit. */
  void (*make_row) (const GhListPart *part, GtkWidget *row, GCallback commit, GtkWidget *list);
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

/* --- records --------------------------------------------------------------------------------- */

/** GhListField: a field of a record, and its cells in the grid that a row is. */
typedef struct
{
  const char *label; /* untranslated */
  int column, row, width;
  gboolean whole;           /* means nothing before it is complete */
  char **(*choices) (void); /* (nullable): (transfer full): it is one of these, not typed */
} GhListField;

/**
 * GhListRecords: items that are saved one by one, with data of their own in the dossier. A plan
 * that was issued does not freeze them: they are the campaign's.
 */
struct _GhListRecords
{
  const GhListField *fields;
  guint n_fields;

  gpointer (*copy) (gconstpointer item);
  GDestroyNotify free;
  gpointer (*new_item) (const GhDossier *dossier);
  /* Takes the row over into @item. FALSE, having said so: it makes no sense. */
  gboolean (*take) (GtkWidget *row, const GhDossier *dossier, gpointer item, gboolean *changed);
  gboolean (*save) (GhWorkspace *workspace, gpointer item, GError **error);
  gboolean (*drop) (GhWorkspace *workspace, gint64 id, GError **error);
  gboolean (*swap) (GhWorkspace *workspace, guint index, int step, GError **error);

  /* Heads of the messages when an edit fails */
  const char *not_changed;
  const char *not_added;
  const char *not_removed;
  const char *not_moved;
};

/* The members of GhListPart for records, but for count() and show_row(). */
gconstpointer gh_list_records_get_item (const GhListPart *part, const GhDossier *dossier, guint n);
gboolean gh_list_records_are_open (const GhDossier *dossier);
void gh_list_records_make_row (const GhListPart *part,
                               GtkWidget *row,
                               GCallback commit,
                               GtkWidget *list);
void gh_list_records_commit (const GhListPart *part,
                             GtkWidget *row,
                             GhWorkspace *workspace,
                             guint index);
void gh_list_records_add (const GhListPart *part, GtkWidget *list, GhWorkspace *workspace);
gboolean gh_list_records_remove (const GhListPart *part,
                                 GtkWidget *list,
                                 GhWorkspace *workspace,
                                 guint index);
void gh_list_records_move (const GhListPart *part,
                           GtkWidget *list,
                           GhWorkspace *workspace,
                           guint index,
                           int step);

/** The widget of a field of @row: GhField, or GtkDropDown where it is chosen. */
GtkWidget *gh_list_records_widget (GtkWidget *row, const GhListField *field);
GhField *gh_list_records_field (GtkWidget *row, const GhListField *field);
/** Takes the words of a field over; TRUE if they are others. */
gboolean gh_list_records_take_text (GtkWidget *row, const GhListField *field, char **text);
