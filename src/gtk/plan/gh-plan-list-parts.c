/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-basis-read.h"
#include "gh-plan-change.h"
#include "gh-plan-list-part.h"
#include "gh-plan-list.h"
#include "gh-rich-field.h"
#include "gh-text.h"

/* --- lists that are an array of the plan ----------------------------------------------------- */

typedef struct
{
  const GhListPart *part;
  guint index;   /* row of the list */
  int step;      /* to where it moves */
  gpointer item; /* what the row says now */
} ListEdit;

static GPtrArray *
array_of (GhPlan *plan, const ListEdit *edit)
{
  return G_STRUCT_MEMBER (GPtrArray *, plan, edit->part->offset);
}

static gboolean
add_item (GhPlan *plan, gpointer user_data)
{
  const ListEdit *edit = user_data;

  g_ptr_array_add (array_of (plan, edit), edit->part->new_item ());
  return TRUE;
}

static gboolean
remove_item (GhPlan *plan, gpointer user_data)
{
  const ListEdit *edit = user_data;
  guint index = edit->part->index_of (plan, edit->index);

  if (index == G_MAXUINT)
    return FALSE;
  g_ptr_array_remove_index (array_of (plan, edit), index);
  return TRUE;
}

static gboolean
move_item (GhPlan *plan, gpointer user_data)
{
  const ListEdit *edit = user_data;
  GPtrArray *array = array_of (plan, edit);
  guint from = edit->part->index_of (plan, edit->index);
  guint to = edit->part->index_of (plan, edit->index + (guint) edit->step);
  gpointer item;

  if (from == G_MAXUINT || to == G_MAXUINT)
    return FALSE;
  item = array->pdata[from];
  array->pdata[from] = array->pdata[to];
  array->pdata[to] = item;
  return TRUE;
}

static void
array_add (const GhListPart *part, GtkWidget *list, GhWorkspace *workspace)
{
  ListEdit edit = { .part = part };

  gh_plan_change (list, workspace, _(part->add_undo), add_item, &edit);
}

static gboolean
array_remove (const GhListPart *part, GtkWidget *list, GhWorkspace *workspace, guint index)
{
  ListEdit edit = { .part = part, .index = index };

  return gh_plan_change (list, workspace, _(part->remove_undo), remove_item, &edit);
}

static void
array_move (const GhListPart *part, GtkWidget *list, GhWorkspace *workspace, guint index, int step)
{
  ListEdit edit = { .part = part, .index = index, .step = step };

  gh_plan_change (list, workspace, _(part->move_undo), move_item, &edit);
}

static gconstpointer
array_get (const GhListPart *part, const GhDossier *dossier, guint n)
{
  guint index = dossier != NULL ? part->index_of (dossier->plan, n) : G_MAXUINT;

  return index != G_MAXUINT
           ? g_ptr_array_index (G_STRUCT_MEMBER (GPtrArray *, dossier->plan, part->offset), index)
           : NULL;
}

static gboolean
entered_cb (GhField *field, guint offset G_GNUC_UNUSED, GhPlanList *list)
{
  return gh_plan_list_enter (list, field);
}

/* Fields as chips, as in the body: they are filled in here, too. */
static GtkWidget *
add_field (GtkWidget *row, const char *label, GCallback commit, GtkWidget *list)
{
  GtkWidget *field = gh_rich_field_new (label);

  g_object_set (field, "placeholder", label, NULL);
  gh_rich_field_set_fill (GH_RICH_FIELD (field), gh_plan_list_get_fill (GH_PLAN_LIST (list)));
  gtk_widget_set_hexpand (field, TRUE);
  g_signal_connect (field, "committed", commit, list);
  g_signal_connect (field, "split", G_CALLBACK (entered_cb), list);
  gtk_box_append (GTK_BOX (row), field);
  return field;
}

/* (transfer full): the text of the nth field of a row, NFC, without spaces at its ends */
static char *
field_text (GtkWidget *row, guint n)
{
  GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_first_child (row));
  g_autofree char *typed = NULL;

  while (n-- > 0)
    child = gtk_widget_get_next_sibling (child);
  typed = gh_field_dup_text (GH_FIELD (child));
  return g_strstrip (gh_text_nfc (typed, -1));
}

/* --- bases ----------------------------------------------------------------------------------- */

/* Bases that are only cited in the body stand at the end of the list: count those printed. */
static guint
bases_count (const GhDossier *dossier)
{
  guint n = 0;

  for (guint i = 0; i < dossier->plan->bases->len; i++)
    {
      const GhBasis *basis = g_ptr_array_index (dossier->plan->bases, i);

      n += !basis->cited;
    }
  return n;
}

/* Index in the plan of the nth basis that is printed. */
static guint
basis_index (const GhPlan *plan, guint n)
{
  for (guint i = 0; i < plan->bases->len; i++)
    {
      const GhBasis *basis = g_ptr_array_index (plan->bases, i);

      if (!basis->cited && n-- == 0)
        return i;
    }
  return G_MAXUINT;
}

static void
bases_make_row (const GhListPart *part G_GNUC_UNUSED,
                GtkWidget *row,
                GCallback commit,
                GtkWidget *list)
{
  add_field (row, _("Legal basis"), commit, list);
}

/* An issued plan is frozen. */
static gboolean
plan_is_open (const GhDossier *dossier)
{
  return dossier->plan->state != GH_PLAN_ISSUED;
}

static void
show_text (GtkWidget *field, const char *text, const GhDossier *dossier)
{
  gh_field_show (GH_FIELD (field), text);
  gh_field_set_editable (GH_FIELD (field), plan_is_open (dossier));
}

static void
bases_show_row (GtkWidget *row, const GhDossier *dossier, guint index)
{
  const GhBasis *basis =
    g_ptr_array_index (dossier->plan->bases, basis_index (dossier->plan, index));

  show_text (gtk_widget_get_first_child (row), basis->text, dossier);
}

static gboolean
change_basis (GhPlan *plan, gpointer user_data)
{
  const ListEdit *edit = user_data;
  guint index = basis_index (plan, edit->index);
  GhBasis *basis, *old;

  if (index == G_MAXUINT)
    return FALSE;
  old = g_ptr_array_index (plan->bases, index);
  if (strcmp (old->text, edit->item) == 0)
    return FALSE;
  /* Number, date and issuer are read from the line again. */
  basis = gh_basis_read (edit->item);
  basis->id = old->id;
  gh_basis_free (old);
  plan->bases->pdata[index] = basis;
  return TRUE;
}

static void
bases_commit (const GhListPart *part, GtkWidget *row, GhWorkspace *workspace, guint index)
{
  g_autofree char *text = field_text (row, 0);
  ListEdit edit = { .part = part, .index = index, .item = text };

  gh_plan_change (row, workspace, _(part->edit_undo), change_basis, &edit);
}

static gpointer
new_basis (void)
{
  return gh_basis_new ("Căn cứ ");
}

G_STATIC_ASSERT (G_STRUCT_OFFSET (GhBasis, id) == 0);

const GhListPart gh_list_part_bases = {
  .name = "bases",
  .title = N_("Legal bases"),
  .hint = N_("The decisions and plans from above that this plan rests on, one a line."),
  .add_label = N_("_Add a legal basis"),
  .edit_undo = N_("Edit a legal basis"),
  .add_undo = N_("Add a legal basis"),
  .remove_undo = N_("Remove a legal basis"),
  .move_undo = N_("Move a legal basis"),
  .removed = N_("The legal basis was removed"),
  .offset = G_STRUCT_OFFSET (GhPlan, bases),
  .index_of = basis_index,
  .new_item = new_basis,
  .count = bases_count,
  .get_item = array_get,
  .is_open = plan_is_open,
  .make_row = bases_make_row,
  .show_row = bases_show_row,
  .commit = bases_commit,
  .add = array_add,
  .remove = array_remove,
  .move = array_move,
};

/* --- recipients ------------------------------------------------------------------------------ */

static guint
recipients_count (const GhDossier *dossier)
{
  return dossier->plan->recipients->len;
}

static void
recipients_make_row (const GhListPart *part G_GNUC_UNUSED,
                     GtkWidget *row,
                     GCallback commit,
                     GtkWidget *list)
{
  GtkWidget *purpose;

  add_field (row, _("Recipient"), commit, list);
  purpose = add_field (row, _("for what"), commit, list);
  gtk_widget_set_hexpand (purpose, FALSE);
  gtk_widget_set_size_request (purpose, 132, -1);
}

static void
recipients_show_row (GtkWidget *row, const GhDossier *dossier, guint index)
{
  const GhRecipient *recipient = g_ptr_array_index (dossier->plan->recipients, index);

  show_text (gtk_widget_get_first_child (row), recipient->name, dossier);
  show_text (gtk_widget_get_last_child (row), recipient->purpose, dossier);
}

static gboolean
change_recipient (GhPlan *plan, gpointer user_data)
{
  const ListEdit *edit = user_data;
  const GhRecipient *fresh = edit->item;
  GhRecipient *recipient;

  if (edit->index >= plan->recipients->len)
    return FALSE;
  recipient = g_ptr_array_index (plan->recipients, edit->index);
  if (strcmp (recipient->name, fresh->name) == 0 &&
      strcmp (recipient->purpose, fresh->purpose) == 0)
    return FALSE;
  g_free (recipient->name);
  g_free (recipient->purpose);
  recipient->name = g_strdup (fresh->name);
  recipient->purpose = g_strdup (fresh->purpose);
  return TRUE;
}

static void
recipients_commit (const GhListPart *part, GtkWidget *row, GhWorkspace *workspace, guint index)
{
  g_autofree char *name = field_text (row, 0);
  g_autofree char *purpose = field_text (row, 1);
  g_autoptr (GhRecipient) recipient = gh_recipient_new (name, purpose);
  ListEdit edit = { .part = part, .index = index, .item = recipient };

  gh_plan_change (row, workspace, _(part->edit_undo), change_recipient, &edit);
}

static guint
recipient_index (const GhPlan *plan, guint n)
{
  return n < plan->recipients->len ? n : G_MAXUINT;
}

static gpointer
new_recipient (void)
{
  return gh_recipient_new ("", "");
}

G_STATIC_ASSERT (G_STRUCT_OFFSET (GhRecipient, id) == 0);

const GhListPart gh_list_part_recipients = {
  .name = "recipients",
  .title = N_("Recipients"),
  .hint = N_("Who gets the plan, and for what; the archive (Lưu: VT) comes last."),
  .add_label = N_("_Add a recipient"),
  .edit_undo = N_("Edit a recipient"),
  .add_undo = N_("Add a recipient"),
  .remove_undo = N_("Remove a recipient"),
  .move_undo = N_("Move a recipient"),
  .removed = N_("The recipient was removed"),
  .offset = G_STRUCT_OFFSET (GhPlan, recipients),
  .index_of = recipient_index,
  .new_item = new_recipient,
  .count = recipients_count,
  .get_item = array_get,
  .is_open = plan_is_open,
  .make_row = recipients_make_row,
  .show_row = recipients_show_row,
  .commit = recipients_commit,
  .add = array_add,
  .remove = array_remove,
  .move = array_move,
};
