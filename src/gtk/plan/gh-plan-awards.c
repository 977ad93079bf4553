/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gh-edits.h"
#include "gh-plan-list-part.h"
#include "gh-toaster.h"

enum
{
  NAME,
  AUDIENCE,
  PERIOD,
  DEADLINE,
};

static const GhListField fields[] = {
  [NAME] = { N_("Name of the round"), 0, 0, 2, FALSE, NULL },
  [AUDIENCE] = { N_("Who is honoured"), 0, 1, 2, FALSE, NULL },
  [PERIOD] = { N_("Achievements counted from … to …"), 0, 2, 2, TRUE, NULL },
  [DEADLINE] = { N_("Last day for the dossiers"), 0, 3, 2, TRUE, NULL },
};

static guint
count (const GhDossier *dossier)
{
  return dossier->awards->len;
}

static void
show_row (GtkWidget *row, const GhDossier *dossier, guint index)
{
  const GhAwardRound *round = g_ptr_array_index (dossier->awards, index);
  g_autofree char *period = gh_date_span_format (&round->period, GH_DATE_NORMAL);
  g_autofree char *deadline = gh_date_span_format (&round->deadline, GH_DATE_NORMAL);
  const char *texts[] = {
    [NAME] = round->name,
    [AUDIENCE] = round->audience,
    [PERIOD] = period,
    [DEADLINE] = deadline,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    gh_field_show (gh_list_records_field (row, &fields[i]), texts[i]);
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

static gboolean
take (GtkWidget *row, const GhDossier *dossier, gpointer item, gboolean *changed)
{
  GhAwardRound *round = item;
  int year = dossier->campaign->year;

  *changed = gh_list_records_take_text (row, &fields[NAME], &round->name);
  *changed |= gh_list_records_take_text (row, &fields[AUDIENCE], &round->audience);
  return take_span (gh_list_records_field (row, &fields[PERIOD]), year, &round->period, changed) &&
         take_span (gh_list_records_field (row, &fields[DEADLINE]), year, &round->deadline,
                    changed);
}

static gpointer
copy_item (gconstpointer item)
{
  return gh_award_round_copy (item);
}

static gpointer
new_item (const GhDossier *dossier)
{
  /* What is printed in the plan is Vietnamese. */
  g_autofree char *name = g_strdup_printf ("Đợt %u", dossier->awards->len + 1);

  return gh_award_round_new (name);
}

static gboolean
save (GhWorkspace *workspace, gpointer item, GError **error)
{
  return gh_edit_save_award_round (workspace, item, error);
}

static const GhListRecords records = {
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .copy = copy_item,
  .free = (GDestroyNotify) gh_award_round_free,
  .new_item = new_item,
  .take = take,
  .save = save,
  .drop = gh_edit_delete_award_round,
  .not_changed = N_("The award round was not changed"),
  .not_added = N_("The award round was not added"),
  .not_removed = N_("The award round was not removed"),
};
G_STATIC_ASSERT (G_STRUCT_OFFSET (GhAwardRound, id) == 0);

/* They stand in the order of their deadlines: there is nothing to move. */
const GhListPart gh_list_part_awards = {
  .name = "awards",
  .title = N_("Award rounds"),
  .hint = N_("When achievements are honoured: who, counted over which time, and by when the "
             "dossiers are due. The plan prints them where its body has the live part “Table of "
             "award rounds”."),
  .add_label = N_("_Add an award round"),
  .removed = N_("The award round was removed"),
  .offset = G_STRUCT_OFFSET (GhDossier, awards),
  .records = &records,
  .count = count,
  .get_item = gh_list_records_get_item,
  .is_open = gh_list_records_are_open,
  .make_row = gh_list_records_make_row,
  .show_row = show_row,
  .commit = gh_list_records_commit,
  .add = gh_list_records_add,
  .remove = gh_list_records_remove,
};
