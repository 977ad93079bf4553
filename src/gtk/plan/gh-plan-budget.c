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
  CONTENT,
  UNIT,
  QUANTITY,
  PRICE,
  AMOUNT,
  SOURCE,
  NOTE,
};

static const GhListField fields[] = {
  [CONTENT] = { N_("What is paid for"), 0, 0, 4, FALSE, NULL },
  [UNIT] = { N_("Counted in"), 0, 1, 2, FALSE, NULL },
  [QUANTITY] = { N_("Quantity"), 2, 1, 2, TRUE, NULL },
  [PRICE] = { N_("Price of one (đồng)"), 0, 2, 2, TRUE, NULL },
  [AMOUNT] = { N_("Amount (đồng)"), 2, 2, 2, TRUE, NULL },
  [SOURCE] = { N_("Source of the money"), 0, 3, 2, FALSE, NULL },
  [NOTE] = { N_("Note"), 2, 3, 2, FALSE, NULL },
};

static guint
count (const GhDossier *dossier)
{
  return dossier->budget->len;
}

static void
show_count (GtkWidget *row, const GhListField *field, gint64 value)
{
  g_autofree char *text = value >= 0 ? gh_number_format (value) : g_strdup ("");

  gh_field_show (gh_list_records_field (row, field), text);
}

static void
show_row (GtkWidget *row, const GhDossier *dossier, guint index)
{
  const GhBudgetLine *line = g_ptr_array_index (dossier->budget, index);

  gh_field_show (gh_list_records_field (row, &fields[CONTENT]), line->content);
  gh_field_show (gh_list_records_field (row, &fields[UNIT]), line->unit);
  show_count (row, &fields[QUANTITY], line->quantity);
  show_count (row, &fields[PRICE], line->price);
  show_count (row, &fields[AMOUNT], gh_budget_line_amount (line));
  /* What is worked out is not typed. */
  gh_field_set_editable (gh_list_records_field (row, &fields[AMOUNT]),
                         line->quantity < 0 || line->price < 0);
  gh_field_show (gh_list_records_field (row, &fields[SOURCE]), line->source);
  gh_field_show (gh_list_records_field (row, &fields[NOTE]), line->note);
}

/* An empty field is not known. FALSE: not a whole number. */
static gboolean
take_count (GtkWidget *row, const GhListField *field, gint64 *value, gboolean *changed)
{
  g_autofree char *typed = g_strstrip (gh_field_dup_text (gh_list_records_field (row, field)));
  double number = -1;
  gint64 read;

  if (*typed != '\0' && (!gh_number_parse (typed, &number) || number < 0 ||
                         number > (double) GH_BUDGET_MAX || fabs (number - floor (number)) > 1e-6))
    return FALSE;
  read = (gint64) number;
  *changed = *changed || read != *value;
  *value = read;
  return TRUE;
}

static gboolean
take (GtkWidget *row, const GhDossier *dossier G_GNUC_UNUSED, gpointer item, gboolean *changed)
{
  GhBudgetLine *line = item;
  gboolean stated = line->quantity < 0 || line->price < 0;

  *changed = gh_list_records_take_text (row, &fields[CONTENT], &line->content);
  *changed |= gh_list_records_take_text (row, &fields[UNIT], &line->unit);
  *changed |= gh_list_records_take_text (row, &fields[SOURCE], &line->source);
  *changed |= gh_list_records_take_text (row, &fields[NOTE], &line->note);
  if (take_count (row, &fields[QUANTITY], &line->quantity, changed) &&
      take_count (row, &fields[PRICE], &line->price, changed) &&
      (!stated || take_count (row, &fields[AMOUNT], &line->amount, changed)))
    return TRUE;
  gh_toast (row, _("Figures of the budget are whole numbers, such as 350 or 30.000."));
  return FALSE;
}

static gpointer
copy_item (gconstpointer item)
{
  return gh_budget_line_copy (item);
}

static gpointer
new_item (const GhDossier *dossier)
{
  const GPtrArray *budget = dossier->budget;
  GhBudgetLine *line = gh_budget_line_new ("");

  if (budget->len > 0)
    line->position = ((const GhBudgetLine *) budget->pdata[budget->len - 1])->position + 1;
  return line;
}

static gboolean
save (GhWorkspace *workspace, gpointer item, GError **error)
{
  return gh_edit_save_budget_line (workspace, item, error);
}

static char *
describe_total (const GhDossier *dossier)
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

static const GhListRecords records = {
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .copy = copy_item,
  .free = (GDestroyNotify) gh_budget_line_free,
  .new_item = new_item,
  .take = take,
  .save = save,
  .drop = gh_edit_delete_budget_line,
  .swap = gh_edit_move_budget_line,
  .not_changed = N_("The budget was not changed"),
  .not_added = N_("The line was not added to the budget"),
  .not_removed = N_("The line was not removed from the budget"),
  .not_moved = N_("The line of the budget was not moved"),
};
G_STATIC_ASSERT (G_STRUCT_OFFSET (GhBudgetLine, id) == 0);

const GhListPart gh_list_part_budget = {
  .name = "budget",
  .title = N_("Budget"),
  .hint = N_("What the campaign costs. The plan prints it where its body has the live part "
             "“Table of the budget”."),
  .add_label = N_("_Add a line"),
  .removed = N_("The line was removed from the budget"),
  .offset = G_STRUCT_OFFSET (GhDossier, budget),
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
  .total = describe_total,
};
