/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "gh-control-names.h"
#include "gh-dialogs.h"
#include "gh-edits.h"
#include "gh-field.h"
#include "gh-number.h"
#include "gh-plan-list-part.h"
#include "gh-text.h"
#include "gh-toaster.h"

/* The fields of a row: what is paid for; unit and quantity; price and amount; source
 * and note. */
typedef enum
{
  CONTENT,
  UNIT,
  QUANTITY,
  PRICE,
  AMOUNT,
  SOURCE,
  NOTE,
  N_FIELDS
} BudgetField;

static const struct
{
  const char *label;
  int column, row, width;
  gboolean figure;
} places[N_FIELDS] = {
  [CONTENT] = {
    N_("What is paid for"), 0, 0, 4, FALSE },
    [UNIT] = {
      N_("Counted in"), 0, 1, 2, FALSE }, [QUANTITY] = {
                                             N_("Quantity"), 2, 1, 2, TRUE },
                                             [PRICE] = {
                                               N_("Price of one (đồng)"), 0, 2, 2, TRUE },
                                               [AMOUNT] = {
                                                 N_("Amount (đồng)"), 2, 2, 2, TRUE },
                                                 [SOURCE] = {
                                                   N_("Source of the money"), 0, 3, 2, FALSE },
                                                   [NOTE] = { N_("Note"), 2, 3, 2, FALSE },
                                                   };

static guint
budget_count (const GhDossier *dossier)
{
  return dossier->budget->len;
}

/* The budget is the campaign's: a plan that was issued does not freeze it. */
static gboolean
budget_is_open (const GhDossier *dossier G_GNUC_UNUSED)
{
  return TRUE;
}

static GhField *
nth (GtkWidget *fields, BudgetField n)
{
  GtkGrid *grid = GTK_GRID (gtk_widget_get_first_child (fields));

  return GH_FIELD (gtk_grid_get_child_at (grid, places[n].column, places[n].row));
}

static void
budget_make_row (GtkWidget *fields, GCallback commit, gpointer list)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_widget_set_hexpand (grid, TRUE);
  gtk_widget_set_margin_bottom (grid, 9);
  gtk_box_append (GTK_BOX (fields), grid);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      GtkWidget *field = gh_field_new (FALSE, _(places[i].label));

      g_object_set (field, "placeholder", _(places[i].label), "whole", places[i].figure, NULL);
      gtk_widget_set_hexpand (field, TRUE);
      gtk_widget_set_tooltip_text (field, _(places[i].label));
      g_signal_connect (field, "committed", commit, list);
      gtk_grid_attach (GTK_GRID (grid), field, places[i].column, places[i].row, places[i].width, 1);
    }
  gh_names_mend (grid);
}

static void
show_count (GhField *field, gint64 value)
{
  g_autofree char *text = value >= 0 ? gh_number_format (value) : g_strdup ("");

  gh_field_show (field, text);
}

static void
budget_show_row (GtkWidget *fields, const GhDossier *dossier, guint index)
{
  const GhBudgetLine *line = g_ptr_array_index (dossier->budget, index);

  gh_field_show (nth (fields, CONTENT), line->content);
  gh_field_show (nth (fields, UNIT), line->unit);
  show_count (nth (fields, QUANTITY), line->quantity);
  show_count (nth (fields, PRICE), line->price);
  show_count (nth (fields, AMOUNT), gh_budget_line_amount (line));
  /* What is worked out is not typed. */
  gh_field_set_editable (nth (fields, AMOUNT), line->quantity < 0 || line->price < 0);
  gh_field_show (nth (fields, SOURCE), line->source);
  gh_field_show (nth (fields, NOTE), line->note);
}

static gboolean
take_text (GhField *field, char **text)
{
  g_autofree char *typed = gh_field_dup_text (field);
  g_autofree char *clean = g_strstrip (gh_text_nfc (typed, -1));

  if (strcmp (clean, *text) == 0)
    return FALSE;
  g_free (*text);
  *text = g_steal_pointer (&clean);
  return TRUE;
}

/* An empty field is not known. FALSE: not a whole number. */
static gboolean
take_count (GhField *field, gint64 *value, gboolean *changed)
{
  g_autofree char *typed = g_strstrip (gh_field_dup_text (field));
  double number = -1;
  gint64 count;

  if (*typed != '\0' && (!gh_number_parse (typed, &number) || number < 0 ||
                         number > (double) GH_BUDGET_MAX || fabs (number - floor (number)) > 1e-6))
    return FALSE;
  count = (gint64) number;
  *changed = *changed || count != *value;
  *value = count;
  return TRUE;
}

static gboolean
take_row (GtkWidget *fields, GhBudgetLine *line, gboolean *changed)
{
  gboolean stated = line->quantity < 0 || line->price < 0;

  *changed = take_text (nth (fields, CONTENT), &line->content);
  *changed |= take_text (nth (fields, UNIT), &line->unit);
  *changed |= take_text (nth (fields, SOURCE), &line->source);
  *changed |= take_text (nth (fields, NOTE), &line->note);
  return take_count (nth (fields, QUANTITY), &line->quantity, changed) &&
         take_count (nth (fields, PRICE), &line->price, changed) &&
         (!stated || take_count (nth (fields, AMOUNT), &line->amount, changed));
}

static void
budget_commit (const GhListPart *part G_GNUC_UNUSED,
               GtkWidget *row,
               GhWorkspace *workspace,
               guint index)
{
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  g_autoptr (GhBudgetLine) line = NULL;
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;

  if (dossier == NULL || index >= dossier->budget->len)
    return;
  line = gh_budget_line_copy (g_ptr_array_index (dossier->budget, index));
  if (!take_row (gtk_widget_get_first_child (row), line, &changed))
    gh_toast (row, _("Figures of the budget are whole numbers, such as 350 or 30.000."));
  else if (changed && !gh_edit_save_budget_line (workspace, line, &error))
    gh_dialog_error (row, _("The budget was not changed"), error);
}

static void
budget_add (const GhListPart *part G_GNUC_UNUSED, GtkWidget *list, GhWorkspace *workspace)
{
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  g_autoptr (GhBudgetLine) line = gh_budget_line_new ("");
  g_autoptr (GError) error = NULL;

  if (dossier == NULL)
    return;
  if (dossier->budget->len > 0)
    line->position =
      ((const GhBudgetLine *) dossier->budget->pdata[dossier->budget->len - 1])->position + 1;
  if (!gh_edit_save_budget_line (workspace, line, &error))
    gh_dialog_error (list, _("The line was not added to the budget"), error);
}

static gboolean
budget_remove (const GhListPart *part G_GNUC_UNUSED,
               GtkWidget *list,
               GhWorkspace *workspace,
               guint index)
{
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  g_autoptr (GError) error = NULL;

  if (dossier == NULL || index >= dossier->budget->len)
    return FALSE;
  if (gh_edit_delete_budget_line (
        workspace, ((const GhBudgetLine *) dossier->budget->pdata[index])->id, &error))
    return TRUE;
  gh_dialog_error (list, _("The line was not removed from the budget"), error);
  return FALSE;
}

static void
budget_move (const GhListPart *part G_GNUC_UNUSED,
             GtkWidget *list,
             GhWorkspace *workspace,
             guint index,
             int step)
{
  g_autoptr (GError) error = NULL;

  if (!gh_edit_move_budget_line (workspace, index, step, &error))
    gh_dialog_error (list, _("The line of the budget was not moved"), error);
}

static char *
budget_total (const GhDossier *dossier)
{
  guint n_unknown;
  gint64 total = gh_budget_total (dossier->budget, &n_unknown);
  g_autofree char *figure = gh_number_format (MAX (total, 0));

  if (n_unknown > 0)
    return g_strdup_printf (
      /* Translators: %s is a sum of money, %u how many lines have no amount */
      ngettext ("Total: %s đồng; %u line has no amount yet, so the plan prints no total",
                "Total: %s đồng; %u lines have no amount yet, so the plan prints no total",
                n_unknown),
      figure, n_unknown);
  return g_strdup_printf (_("Total: %s đồng"), figure);
}

const GhListPart gh_list_part_budget = {
  .name = "budget",
  .title = N_("Budget"),
               .hint =
                 N_("What the campaign costs. The plan prints it where its body has the live part "
             "“Table of the budget”."),
                     .add_label = N_("_Add a line"),
                                      .removed = N_("The line was removed from the budget"),
                                                     .count = budget_count,
                                                     .is_open = budget_is_open,
                                                     .make_row = budget_make_row,
                                                     .show_row = budget_show_row,
                                                     .commit = budget_commit,
                                                     .add = budget_add,
                                                     .remove = budget_remove,
                                                     .move = budget_move,
                                                     .total = budget_total,
                                      };
