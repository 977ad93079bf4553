/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-control-names.h"
#include "gh-dialogs.h"
#include "gh-edits.h"
#include "gh-field.h"
#include "gh-plan-list-part.h"
#include "gh-text.h"
#include "gh-toaster.h"

/* The fields of a row: name, audience, period, deadline. */
typedef enum
{
  NAME,
  AUDIENCE,
  PERIOD,
  DEADLINE,
  N_FIELDS
} AwardField;

static const struct
{
  const char *label;
  int column, row, width;
} places[N_FIELDS] = {
  [NAME] = {
    N_("Name of the round"), 0, 0, 2 }, [AUDIENCE] = {
                                           N_("Who is honoured"), 0, 1, 2 },
                                           [PERIOD] = {
                                             N_("Achievements counted from … to …"), 0, 2, 1 },
                                             [DEADLINE] = { N_("Last day for the dossiers"),
                                                                1,
                                                                2,
                                                                1 },
                                             };

static guint
awards_count (const GhDossier *dossier)
{
  return dossier->awards->len;
}

static gboolean
awards_are_open (const GhDossier *dossier G_GNUC_UNUSED)
{
  return TRUE;
}

static GhField *
nth (GtkWidget *fields, AwardField n)
{
  GtkGrid *grid = GTK_GRID (gtk_widget_get_first_child (fields));

  return GH_FIELD (gtk_grid_get_child_at (grid, places[n].column, places[n].row));
}

static void
awards_make_row (GtkWidget *fields, GCallback commit, gpointer list)
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

      g_object_set (field, "placeholder", _(places[i].label), "whole", i >= PERIOD, NULL);
      gtk_widget_set_hexpand (field, TRUE);
      gtk_widget_set_tooltip_text (field, _(places[i].label));
      g_signal_connect (field, "committed", commit, list);
      gtk_grid_attach (GTK_GRID (grid), field, places[i].column, places[i].row, places[i].width, 1);
    }
  gh_names_mend (grid);
}

static void
awards_show_row (GtkWidget *fields, const GhDossier *dossier, guint index)
{
  const GhAwardRound *round = g_ptr_array_index (dossier->awards, index);
  g_autofree char *period = gh_date_span_format (&round->period, GH_DATE_NORMAL);
  g_autofree char *deadline = gh_date_span_format (&round->deadline, GH_DATE_NORMAL);

  gh_field_show (nth (fields, NAME), round->name);
  gh_field_show (nth (fields, AUDIENCE), round->audience);
  gh_field_show (nth (fields, PERIOD), period);
  gh_field_show (nth (fields, DEADLINE), deadline);
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

/* An empty field is no date. FALSE with a toast: not a date. */
static gboolean
take_span (GhField *field, int year, GhDateSpan *span, gboolean *changed)
{
  static const GhDateSpan empty = GH_DATE_SPAN_INIT;
  g_autofree char *typed = g_strstrip (gh_field_dup_text (field));
  g_autofree char *problem = NULL;
  GhDateSpan read = empty;

  if (*typed != '\0' && !gh_date_span_parse (typed, year, &read, &problem))
    {
      gh_toast (GTK_WIDGET (field), problem != NULL ? problem
                                                    : _("This is not a date. Write it as "
                                                        "05/04/2027 or 01/12/2026–30/11/2027."));
      return FALSE;
    }
  *changed = *changed || !gh_date_span_equal (&read, span);
  *span = read;
  return TRUE;
}

static void
awards_commit (const GhListPart *part G_GNUC_UNUSED,
               GtkWidget *row,
               GhWorkspace *workspace,
               guint index)
{
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  GtkWidget *fields = gtk_widget_get_first_child (row);
  g_autoptr (GhAwardRound) round = NULL;
  g_autoptr (GError) error = NULL;
  gboolean changed;

  if (dossier == NULL || index >= dossier->awards->len)
    return;
  round = gh_award_round_copy (g_ptr_array_index (dossier->awards, index));
  changed = take_text (nth (fields, NAME), &round->name);
  changed |= take_text (nth (fields, AUDIENCE), &round->audience);
  if (!take_span (nth (fields, PERIOD), dossier->campaign->year, &round->period, &changed) ||
      !take_span (nth (fields, DEADLINE), dossier->campaign->year, &round->deadline, &changed))
    return;
  if (changed && !gh_edit_save_award_round (workspace, round, &error))
    gh_dialog_error (row, _("The award round was not changed"), error);
}

static void
awards_add (const GhListPart *part G_GNUC_UNUSED, GtkWidget *list, GhWorkspace *workspace)
{
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  g_autoptr (GhAwardRound) round = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  if (dossier == NULL)
    return;
  /* What is printed in the plan is Vietnamese. */
  name = g_strdup_printf ("Đợt %u", dossier->awards->len + 1);
  round = gh_award_round_new (name);
  if (!gh_edit_save_award_round (workspace, round, &error))
    gh_dialog_error (list, _("The award round was not added"), error);
}

static gboolean
awards_remove (const GhListPart *part G_GNUC_UNUSED,
               GtkWidget *list,
               GhWorkspace *workspace,
               guint index)
{
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  g_autoptr (GError) error = NULL;

  if (dossier == NULL || index >= dossier->awards->len)
    return FALSE;
  if (gh_edit_delete_award_round (
        workspace, ((const GhAwardRound *) dossier->awards->pdata[index])->id, &error))
    return TRUE;
  gh_dialog_error (list, _("The award round was not removed"), error);
  return FALSE;
}

/* They stand in the order of their deadlines: there is nothing to move. */
const GhListPart gh_list_part_awards = {
  .name = "awards",
  .title = N_("Award rounds"),
    .hint = N_("When achievements are honoured: who, counted over which time, and by when the "
             "dossiers are due. The plan prints them where its body has the live part “Table of "
             "award rounds”."),
                .add_label = N_("_Add an award round"),
                                 .removed = N_("The award round was removed"),
                                                .count = awards_count,
                                                .is_open = awards_are_open,
                                                .make_row = awards_make_row,
                                                .show_row = awards_show_row,
                                                .commit = awards_commit,
                                                .add = awards_add,
                                                .remove = awards_remove,
                                 };
