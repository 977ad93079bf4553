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

/* The fields of a row: 0 indicator, 1 comparator, 2 value, 3 basis, 4 owner. */

static guint
targets_count (const GhDossier *dossier)
{
  return dossier->targets->len;
}

/* The targets are the campaign's: a plan that was issued does not freeze them. */
static gboolean
targets_are_open (const GhDossier *dossier G_GNUC_UNUSED)
{
  return TRUE;
}

/* The cells of the grid that a row is: what is counted, how much, of what and by whom. */
static const struct
{
  int column, row, width;
} places[] = { { 0, 0, 2 }, { 0, 1, 1 }, { 1, 1, 1 }, { 0, 2, 1 }, { 1, 2, 1 } };

static GtkWidget *
nth (GtkWidget *fields, guint n)
{
  GtkGrid *grid = GTK_GRID (gtk_widget_get_first_child (fields));

  return gtk_grid_get_child_at (grid, places[n].column, places[n].row);
}

static void
place (GtkWidget *fields, GtkWidget *widget, guint n)
{
  gtk_grid_attach (GTK_GRID (gtk_widget_get_first_child (fields)), widget, places[n].column,
                   places[n].row, places[n].width, 1);
}

static void
choice_setup_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, gpointer ellipsize)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (ellipsize != NULL)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 8);
    }
  gtk_list_item_set_child (item, label);
}

static void
choice_bind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* The button may be narrow, the list it opens shows every name whole. */
static GtkListItemFactory *
choice_factory_new (gboolean ellipsize)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (choice_setup_cb), GINT_TO_POINTER (ellipsize));
  g_signal_connect (factory, "bind", G_CALLBACK (choice_bind_cb), NULL);
  return factory;
}

static void
add_choice (GtkWidget *fields,
            guint n,
            const char *const *names,
            const char *label,
            GCallback commit,
            gpointer list)
{
  GtkWidget *dropdown = gtk_drop_down_new_from_strings (names);
  g_autoptr (GtkListItemFactory) button = choice_factory_new (TRUE);
  g_autoptr (GtkListItemFactory) popup = choice_factory_new (FALSE);

  gtk_drop_down_set_factory (GTK_DROP_DOWN (dropdown), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (dropdown), popup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dropdown), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_hexpand (dropdown, n == 0);
  g_signal_connect (dropdown, "notify::selected", commit, list);
  place (fields, dropdown, n);
}

static GtkWidget *
add_text (GtkWidget *fields, guint n, const char *label, GCallback commit, gpointer list)
{
  GtkWidget *field = gh_field_new (FALSE, label);

  g_object_set (field, "placeholder", label, NULL);
  gtk_widget_set_hexpand (field, TRUE);
  g_signal_connect (field, "committed", commit, list);
  place (fields, field, n);
  return field;
}

static void
targets_make_row (GtkWidget *fields, GCallback commit, gpointer list)
{
  const char *names[GH_N_INDICATORS + 1] = { NULL };
  const char *comparators[] = { _ ("at least"), _ ("exactly"), _ ("at most"), _ ("about"), NULL };
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_widget_set_hexpand (grid, TRUE);
  gtk_widget_set_margin_bottom (grid, 9);
  gtk_box_append (GTK_BOX (fields), grid);
  for (guint i = 0; i < GH_N_INDICATORS; i++)
    names[i] = gh_indicator_name ((GhIndicator) i);
  add_choice (fields, 0, names, _ ("What is counted"), commit, list);
  add_choice (fields, 1, comparators, _ ("Comparison"), commit, list);
  g_object_set (add_text (fields, 2, _ ("Figure"), commit, list), "whole", TRUE, NULL);
  add_text (fields, 3, _ ("of what (for a share)"), commit, list);
  add_text (fields, 4, _ ("who has to reach it"), commit, list);
  gh_names_mend (grid);
}

static void
targets_show_row (GtkWidget *fields, const GhDossier *dossier, guint index)
{
  const GhTarget *target = g_ptr_array_index (dossier->targets, index);
  g_autofree char *value = gh_number_format_exact (target->value);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (nth (fields, 0)), target->indicator);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (nth (fields, 1)), target->comparator);
  gh_field_show (GH_FIELD (nth (fields, 2)), value);
  gh_field_show (GH_FIELD (nth (fields, 3)), target->basis);
  gh_field_show (GH_FIELD (nth (fields, 4)), target->owner);
}

static gboolean
take_field (GtkWidget *field, char **text)
{
  g_autofree char *typed = gh_field_dup_text (GH_FIELD (field));
  g_autofree char *clean = g_strstrip (gh_text_nfc (typed, -1));

  if (strcmp (clean, *text) == 0)
    return FALSE;
  g_free (*text);
  *text = g_steal_pointer (&clean);
  return TRUE;
}

/* Takes the row over into @target; *changed says whether anything differs. FALSE: no number. */
static gboolean
take_row (GtkWidget *fields, GhTarget *target, gboolean *changed)
{
  GhIndicator indicator =
    (GhIndicator) gtk_drop_down_get_selected (GTK_DROP_DOWN (nth (fields, 0)));
  GhComparator comparator =
    (GhComparator) gtk_drop_down_get_selected (GTK_DROP_DOWN (nth (fields, 1)));
  g_autofree char *typed = gh_field_dup_text (GH_FIELD (nth (fields, 2)));
  double value = 0;

  if (!gh_number_parse (typed, &value) || value < 0)
    return FALSE;
  *changed = indicator != target->indicator || comparator != target->comparator ||
             fabs (value - target->value) > 1e-9;
  if (indicator != target->indicator)
    {
      g_free (target->unit);
      target->unit = g_strdup (gh_indicator_is_percent (indicator) ? "%" : "");
    }
  if (fabs (value - target->value) > 1e-9)
    target->value_to = value;
  target->indicator = indicator;
  target->comparator = comparator;
  target->value = value;
  *changed |= take_field (nth (fields, 3), &target->basis);
  *changed |= take_field (nth (fields, 4), &target->owner);
  return TRUE;
}

static void
targets_commit (const GhListPart *part G_GNUC_UNUSED,
                GtkWidget *row,
                GhWorkspace *workspace,
                guint index)
{
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  GtkWidget *fields = gtk_widget_get_first_child (row);
  g_autoptr (GhTarget) target = NULL;
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;

  if (dossier == NULL || index >= dossier->targets->len)
    return;
  target = gh_target_copy (g_ptr_array_index (dossier->targets, index));
  if (!take_row (fields, target, &changed))
    gh_toast (row, _ ("The figure of a target is a number, such as 350 or 1,5."));
  else if (changed && !gh_edit_save_target (workspace, target, &error))
    gh_dialog_error (row, _ ("The target was not changed"), error);
}

static void
targets_add (const GhListPart *part G_GNUC_UNUSED, GtkWidget *list, GhWorkspace *workspace)
{
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  g_autoptr (GhTarget) target = gh_target_new (GH_INDICATOR_BLOOD_UNITS, GH_COMPARATOR_AT_LEAST, 0);
  g_autoptr (GError) error = NULL;

  if (dossier == NULL)
    return;
  target->position = (int) dossier->targets->len;
  if (!gh_edit_save_target (workspace, target, &error))
    gh_dialog_error (list, _ ("The target was not added"), error);
}

static gboolean
targets_remove (const GhListPart *part G_GNUC_UNUSED,
                GtkWidget *list,
                GhWorkspace *workspace,
                guint index)
{
  const GhDossier *dossier = gh_workspace_get_dossier (workspace);
  const GhTarget *target;
  g_autoptr (GError) error = NULL;

  if (dossier == NULL || index >= dossier->targets->len)
    return FALSE;
  target = g_ptr_array_index (dossier->targets, index);
  if (gh_edit_delete_target (workspace, target->id, &error))
    return TRUE;
  gh_dialog_error (list, _ ("The target was not removed"), error);
  return FALSE;
}

/* The order of targets is their position: two neighbours change places in one edit. */
static gboolean
swap_targets (GhStore *store, gpointer user_data, GError **error)
{
  GhTarget **pair = user_data;
  int position = pair[0]->position;

  pair[0]->position = pair[1]->position;
  pair[1]->position = position;
  return gh_store_save_target (store, pair[0], error) &&
         gh_store_save_target (store, pair[1], error);
}

static void
targets_move (const GhListPart *part,
              GtkWidget *list,
              GhWorkspace *workspace,
              guint index,
              int step)
{
  const GPtrArray *targets = gh_workspace_get_dossier (workspace)->targets;
  g_autoptr (GhTarget) one = gh_target_copy (g_ptr_array_index (targets, index));
  g_autoptr (GhTarget) other = gh_target_copy (g_ptr_array_index (targets, index + (guint) step));
  GhTarget *pair[] = { one, other };
  g_autoptr (GError) error = NULL;

  if (one->position == other->position)
    other->position += step;
  if (!gh_workspace_edit (workspace, _ (part->move_undo), swap_targets, pair, &error))
    gh_dialog_error (list, _ ("The target was not moved"), error);
}

const GhListPart gh_list_part_targets = {
  .name = "targets",
  .title = N_ ("Targets"),
    .hint = N_ ("What the campaign wants to reach: quotas and results are measured against it."),
                .add_label = N_ ("_Add a target"),
                                 .move_undo = N_ ("Move a target"),
                                                  .removed = N_ ("The target was removed"),
                                                                 .count = targets_count,
                                                                 .is_open = targets_are_open,
                                                                 .make_row = targets_make_row,
                                                                 .show_row = targets_show_row,
                                                                 .commit = targets_commit,
                                                                 .add = targets_add,
                                                                 .remove = targets_remove,
                                                                 .move = targets_move,
                                                  };
