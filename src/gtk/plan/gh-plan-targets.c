/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "gh-edits.h"
#include "gh-number.h"
#include "gh-plan-list-part.h"
#include "gh-toaster.h"

enum
{
  INDICATOR,
  COMPARATOR,
  VALUE,
  BASIS,
  OWNER,
};

static char **
list_indicators (void)
{
  const char *names[GH_N_INDICATORS + 1] = { NULL };

  for (guint i = 0; i < GH_N_INDICATORS; i++)
    names[i] = gh_indicator_name ((GhIndicator) i);
  return g_strdupv ((char **) names);
}

static char **
list_comparators (void)
{
  const char *names[] = { _("at least"), _("exactly"), _("at most"), _("about"), NULL };

  return g_strdupv ((char **) names);
}

/* What is counted, how much, of what and by whom. */
static const GhListField fields[] = {
  [INDICATOR] = { N_("What is counted"), 0, 0, 2, FALSE, list_indicators },
  [COMPARATOR] = { N_("Comparison"), 0, 1, 1, FALSE, list_comparators },
  [VALUE] = { N_("Figure"), 1, 1, 1, TRUE, NULL },
  [BASIS] = { N_("of what (for a share)"), 0, 2, 1, FALSE, NULL },
  [OWNER] = { N_("who has to reach it"), 1, 2, 1, FALSE, NULL },
};

static guint
count (const GhDossier *dossier)
{
  return dossier->targets->len;
}

static GtkDropDown *
choice (GtkWidget *row, guint n)
{
  return GTK_DROP_DOWN (gh_list_records_widget (row, &fields[n]));
}

static void
show_row (GtkWidget *row, const GhDossier *dossier, guint index)
{
  const GhTarget *target = g_ptr_array_index (dossier->targets, index);
  g_autofree char *value = gh_number_format_exact (target->value);

  gtk_drop_down_set_selected (choice (row, INDICATOR), target->indicator);
  gtk_drop_down_set_selected (choice (row, COMPARATOR), target->comparator);
  gh_field_show (gh_list_records_field (row, &fields[VALUE]), value);
  gh_field_show (gh_list_records_field (row, &fields[BASIS]), target->basis);
  gh_field_show (gh_list_records_field (row, &fields[OWNER]), target->owner);
}

static gboolean
take (GtkWidget *row, const GhDossier *dossier G_GNUC_UNUSED, gpointer item, gboolean *changed)
{
  GhTarget *target = item;
  GhIndicator indicator = (GhIndicator) gtk_drop_down_get_selected (choice (row, INDICATOR));
  GhComparator comparator = (GhComparator) gtk_drop_down_get_selected (choice (row, COMPARATOR));
  g_autofree char *typed = gh_field_dup_text (gh_list_records_field (row, &fields[VALUE]));
  double value = 0;

  if (!gh_number_parse (typed, &value) || value < 0)
    {
      gh_toast (row, _("The figure of a target is a number, such as 350 or 1,5."));
      return FALSE;
    }
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
  *changed |= gh_list_records_take_text (row, &fields[BASIS], &target->basis);
  *changed |= gh_list_records_take_text (row, &fields[OWNER], &target->owner);
  return TRUE;
}

static gpointer
copy_item (gconstpointer item)
{
  return gh_target_copy (item);
}

static gpointer
new_item (const GhDossier *dossier)
{
  GhTarget *target = gh_target_new (GH_INDICATOR_BLOOD_UNITS, GH_COMPARATOR_AT_LEAST, 0);

  target->position = (int) dossier->targets->len;
  return target;
}

static gboolean
save (GhWorkspace *workspace, gpointer item, GError **error)
{
  return gh_edit_save_target (workspace, item, error);
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

static gboolean
swap (GhWorkspace *workspace, guint index, int step, GError **error)
{
  const GPtrArray *targets = gh_workspace_get_dossier (workspace)->targets;
  g_autoptr (GhTarget) one = gh_target_copy (g_ptr_array_index (targets, index));
  g_autoptr (GhTarget) other = gh_target_copy (g_ptr_array_index (targets, index + (guint) step));
  GhTarget *pair[] = { one, other };

  if (one->position == other->position)
    other->position += step;
  return gh_workspace_edit (workspace, _("Move a target"), swap_targets, pair, error);
}

static const GhListRecords records = {
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .copy = copy_item,
  .free = (GDestroyNotify) gh_target_free,
  .new_item = new_item,
  .take = take,
  .save = save,
  .drop = gh_edit_delete_target,
  .swap = swap,
  .not_changed = N_("The target was not changed"),
  .not_added = N_("The target was not added"),
  .not_removed = N_("The target was not removed"),
  .not_moved = N_("The target was not moved"),
};
G_STATIC_ASSERT (G_STRUCT_OFFSET (GhTarget, id) == 0);

const GhListPart gh_list_part_targets = {
  .name = "targets",
  .title = N_("Targets"),
  .hint = N_("What the campaign wants to reach: quotas and results are measured against it."),
  .add_label = N_("_Add a target"),
  .removed = N_("The target was removed"),
  .offset = G_STRUCT_OFFSET (GhDossier, targets),
  .records = &records,
  .count = count,
  .get_item = gh_list_records_get_item,
  .is_open = gh_list_records_are_open,
  .make_row = gh_list_records_make_row,
  .show_row = show_row,
  .commit = gh_list_records_commit,
  .add = gh_list_records_add,
  .remove = gh_list_records_remove,
  .move = gh_list_records_move,
};
