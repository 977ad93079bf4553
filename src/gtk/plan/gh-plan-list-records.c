/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-choice.h"
#include "gh-control-names.h"
#include "gh-dialogs.h"
#include "gh-label.h"
#include "gh-plain-field.h"
#include "gh-plan-list-part.h"
#include "gh-text.h"

/* The lists of the campaign's records: a row is a grid of fields below their names, and is saved by
 * itself. */

/* --- fields ---------------------------------------------------------------------------------- */

GtkWidget *
gh_list_records_widget (GtkWidget *row, const GhListField *field)
{
  return gtk_grid_get_child_at (GTK_GRID (gtk_widget_get_first_child (row)), field->column,
                                2 * field->row + 1);
}

GhField *
gh_list_records_field (GtkWidget *row, const GhListField *field)
{
  return GH_FIELD (gh_list_records_widget (row, field));
}

gboolean
gh_list_records_take_text (GtkWidget *row, const GhListField *field, char **text)
{
  g_autofree char *typed = gh_field_dup_text (gh_list_records_field (row, field));
  g_autofree char *clean = g_strstrip (gh_text_nfc (typed, -1));

  if (strcmp (clean, *text) == 0)
    return FALSE;
  g_free (*text);
  *text = g_steal_pointer (&clean);
  return TRUE;
}

static GtkWidget *
make_choice (const GhListField *field, GCallback commit, GtkWidget *list)
{
  g_auto (GStrv) names = field->choices ();
  GtkWidget *dropdown = gtk_drop_down_new_from_strings ((const char *const *) names);

  gh_choice_cut (GTK_DROP_DOWN (dropdown));
  gtk_accessible_update_property (GTK_ACCESSIBLE (dropdown), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(field->label), -1);
  g_signal_connect (dropdown, "notify::selected", commit, list);
  return dropdown;
}

static GtkWidget *
make_text (const GhListField *field, GCallback commit, GtkWidget *list)
{
  GtkWidget *text = gh_plain_field_new (FALSE, _(field->label));

  g_object_set (text, "whole", field->whole, NULL);
  g_signal_connect (text, "committed", commit, list);
  return text;
}

void
gh_list_records_make_row (const GhListPart *part, GtkWidget *row, GCallback commit, GtkWidget *list)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_widget_set_hexpand (grid, TRUE);
  gtk_widget_set_margin_bottom (grid, 9);
  gtk_box_append (GTK_BOX (row), grid);
  for (guint i = 0; i < part->records->n_fields; i++)
    {
      const GhListField *field = &part->records->fields[i];
      GtkWidget *widget = field->choices != NULL ? make_choice (field, commit, list)
                                                 : make_text (field, commit, list);

      gtk_widget_set_hexpand (widget, TRUE);
      /* A field that is filled in has to say what it holds, too: two sums of money look alike. */
      gtk_grid_attach (GTK_GRID (grid), gh_label_new_line (_(field->label), "caption"),
                       field->column, 2 * field->row, field->width, 1);
      gtk_grid_attach (GTK_GRID (grid), widget, field->column, 2 * field->row + 1, field->width, 1);
    }
  gh_names_mend (grid);
}

/* --- edits ----------------------------------------------------------------------------------- */

static GPtrArray *
items_of (const GhListPart *part, const GhDossier *dossier)
{
  return G_STRUCT_MEMBER (GPtrArray *, dossier, part->offset);
}

gconstpointer
gh_list_records_get_item (const GhListPart *part, const GhDossier *dossier, guint n)
{
  const GPtrArray *items = dossier != NULL ? items_of (part, dossier) : NULL;

  return items != NULL && n < items->len ? g_ptr_array_index (items, n) : NULL;
}

gboolean
gh_list_records_are_open (const GhDossier *dossier G_GNUC_UNUSED)
{
  return TRUE;
}

void
gh_list_records_commit (const GhListPart *part, GtkWidget *row, GhWorkspace *workspace, guint index)
{
  const GhListRecords *records = part->records;
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  gconstpointer stored = gh_list_records_get_item (part, dossier, index);
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;
  gpointer item;

  if (stored == NULL)
    return;
  item = records->copy (stored);
  if (records->take (gtk_widget_get_first_child (row), dossier, item, &changed) && changed &&
      !records->save (workspace, item, &error))
    gh_dialog_error (row, _(records->not_changed), error);
  records->free (item);
}

void
gh_list_records_add (const GhListPart *part, GtkWidget *list, GhWorkspace *workspace)
{
  const GhListRecords *records = part->records;
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  g_autoptr (GError) error = NULL;
  gpointer item;

  if (dossier == NULL)
    return;
  item = records->new_item (dossier);
  if (!records->save (workspace, item, &error))
    gh_dialog_error (list, _(records->not_added), error);
  records->free (item);
}

gboolean
gh_list_records_remove (const GhListPart *part,
                        GtkWidget *list,
                        GhWorkspace *workspace,
                        guint index)
{
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  const gint64 *id = gh_list_records_get_item (part, dossier, index);
  g_autoptr (GError) error = NULL;

  if (id == NULL)
    return FALSE;
  if (part->records->drop (workspace, *id, &error))
    return TRUE;
  gh_dialog_error (list, _(part->records->not_removed), error);
  return FALSE;
}

void
gh_list_records_move (const GhListPart *part,
                      GtkWidget *list,
                      GhWorkspace *workspace,
                      guint index,
                      int step)
{
  g_autoptr (GError) error = NULL;

  if (!part->records->swap (workspace, index, step, &error))
    gh_dialog_error (list, _(part->records->not_moved), error);
}
