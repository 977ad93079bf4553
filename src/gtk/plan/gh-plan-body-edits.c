/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gh-block-menu.h"
#include "gh-live.h"
#include "gh-numbering.h"
#include "gh-plan-body-private.h"
#include "gh-plan-change.h"
#include "gh-plan-edit.h"
#include "gh-plan-paste.h"
#include "gh-toaster.h"

/* What is done with the blocks of the body: each a transaction of its own. */

typedef struct
{
  gint64 id;                /* of the block; 0 = none */
  const char *what;         /* kind or number */
  const GhBlock *block;     /* as it was typed */
  guint place;              /* index to put it at */
  gsize offset;             /* in its text */
  const GhSummary *summary; /* what a live part says when it is frozen */
  /* Out */
  guint index; /* block the keyboard belongs in … */
  gsize caret; /* … and where */
} BodyEdit;

static guint
find_block (const GhPlan *plan, gint64 id)
{
  for (guint i = 0; i < plan->blocks->len; i++)
    if (((const GhBlock *) g_ptr_array_index (plan->blocks, i))->id == id)
      return i;
  return G_MAXUINT;
}

static gboolean
freeze_block (GhPlan *plan, gpointer user_data)
{
  BodyEdit *edit = user_data;

  edit->index = find_block (plan, edit->id);
  edit->caret = 0;
  return gh_live_freeze (plan, edit->index, edit->summary);
}

static gboolean
thaw_block (GhPlan *plan, gpointer user_data)
{
  BodyEdit *edit = user_data;
  guint index = find_block (plan, edit->id);

  /* The part stands where the first of its blocks stood. */
  while (index != G_MAXUINT && index > 0 &&
         g_str_equal (((const GhBlock *) plan->blocks->pdata[index - 1])->frozen,
                      ((const GhBlock *) plan->blocks->pdata[index])->frozen))
    index--;
  edit->index = index;
  edit->caret = 0;
  return gh_live_thaw (plan, index);
}

static gboolean
replace_block (GhPlan *plan, gpointer user_data)
{
  const BodyEdit *edit = user_data;
  guint index = find_block (plan, edit->id);

  if (index == G_MAXUINT || gh_block_equal (plan->blocks->pdata[index], edit->block))
    return FALSE;
  gh_block_free (plan->blocks->pdata[index]);
  plan->blocks->pdata[index] = gh_block_copy (edit->block);
  return TRUE;
}

static gboolean
insert_block (GhPlan *plan, gpointer user_data)
{
  BodyEdit *edit = user_data;

  edit->index = MIN (edit->place, plan->blocks->len);
  return gh_plan_edit_insert (plan, edit->index, gh_block_new_for (edit->what));
}

static gboolean
make_block (GhPlan *plan, gpointer user_data)
{
  const BodyEdit *edit = user_data;
  int level;
  GhBlockKind kind = gh_block_parse_what (edit->what, &level);

  return gh_plan_edit_turn (plan, find_block (plan, edit->id), kind, level);
}

static gboolean
style_block (GhPlan *plan, gpointer user_data)
{
  const BodyEdit *edit = user_data;

  return gh_plan_edit_set_style (plan, find_block (plan, edit->id), edit->what);
}

static gboolean
renumber_block (GhPlan *plan, gpointer user_data)
{
  return gh_plan_edit_renumber (plan, find_block (plan, ((BodyEdit *) user_data)->id));
}

static gboolean
indent_block (GhPlan *plan, gpointer user_data)
{
  return gh_plan_edit_indent (plan, find_block (plan, ((BodyEdit *) user_data)->id));
}

static gboolean
outdent_block (GhPlan *plan, gpointer user_data)
{
  return gh_plan_edit_outdent (plan, find_block (plan, ((BodyEdit *) user_data)->id));
}

static gboolean
move_up (GhPlan *plan, gpointer user_data)
{
  BodyEdit *edit = user_data;

  return gh_plan_edit_move_up (plan, find_block (plan, edit->id), &edit->index);
}

static gboolean
move_down (GhPlan *plan, gpointer user_data)
{
  BodyEdit *edit = user_data;

  return gh_plan_edit_move_down (plan, find_block (plan, edit->id), &edit->index);
}

static gboolean
move_to (GhPlan *plan, gpointer user_data)
{
  BodyEdit *edit = user_data;

  return gh_plan_edit_move (plan, find_block (plan, edit->id), edit->place, &edit->index);
}

static gboolean
duplicate_block (GhPlan *plan, gpointer user_data)
{
  BodyEdit *edit = user_data;

  edit->caret = 0;
  return gh_plan_edit_duplicate (plan, find_block (plan, edit->id), &edit->index);
}

/* The keyboard goes to what comes up in the place, at the end to what stood before. */
static gboolean
remove_blocks (GhPlan *plan, BodyEdit *edit, gboolean whole)
{
  guint index = find_block (plan, edit->id);

  if (!gh_plan_edit_remove (plan, index, whole))
    return FALSE;
  edit->index = plan->blocks->len == 0 ? 0 : MIN (index, plan->blocks->len - 1);
  edit->caret = index < plan->blocks->len ? 0 : G_MAXSIZE;
  return TRUE;
}

static gboolean
remove_block (GhPlan *plan, gpointer user_data)
{
  return remove_blocks (plan, user_data, FALSE);
}

static gboolean
remove_part (GhPlan *plan, gpointer user_data)
{
  return remove_blocks (plan, user_data, TRUE);
}

static gboolean
split_block (GhPlan *plan, gpointer user_data)
{
  BodyEdit *edit = user_data;

  edit->caret = 0;
  return gh_plan_edit_split (plan, find_block (plan, edit->id), edit->offset, &edit->index);
}

static gboolean
join_before (GhPlan *plan, gpointer user_data)
{
  BodyEdit *edit = user_data;

  return gh_plan_edit_join (plan, find_block (plan, edit->id), &edit->index, &edit->caret);
}

static gboolean
join_after (GhPlan *plan, gpointer user_data)
{
  BodyEdit *edit = user_data;

  return gh_plan_edit_join (plan, find_block (plan, edit->id) + 1, &edit->index, &edit->caret);
}

/* --- commands -------------------------------------------------------------------------------- */

/* By a key of the text the keyboard is where it belongs already; it goes along with what moves. */
typedef enum
{
  CARET_STAYS,
  CARET_RETURNS, /* from the menu */
  CARET_GOES,    /* to edit->index and edit->caret */
} Caret;

static const struct
{
  const char *name;
  GhPlanChange change;
  Caret caret;
  const char *label; /* of undo */
} commands[] = {
  { "make", make_block, CARET_RETURNS, N_("Turn a block into another kind") },
  { "style", style_block, CARET_RETURNS, N_("Number the plan in another way") },
  { "renumber", renumber_block, CARET_RETURNS, N_("Renumber the plan") },
  { "indent", indent_block, CARET_STAYS, N_("Indent in the plan") },
  { "outdent", outdent_block, CARET_STAYS, N_("Outdent in the plan") },
  { "up", move_up, CARET_GOES, N_("Move a block of the plan") },
  { "down", move_down, CARET_GOES, N_("Move a block of the plan") },
  { "duplicate", duplicate_block, CARET_GOES, N_("Duplicate in the plan") },
  { "freeze", freeze_block, CARET_GOES, N_("Freeze a live part to text") },
  { "thaw", thaw_block, CARET_GOES, N_("Make a frozen part live again") },
  { "remove", remove_block, CARET_GOES, N_("Remove from the plan") },
  { "remove-part", remove_part, CARET_GOES, N_("Remove from the plan") },
  { "split", split_block, CARET_GOES, N_("Split a block of the plan") },
  { "join-before", join_before, CARET_GOES, N_("Join two blocks of the plan") },
  { "join-after", join_after, CARET_GOES, N_("Join two blocks of the plan") },
};

static gboolean
run_edit (GhPlanBody *self, const char *label, GhPlanChange change, BodyEdit *edit)
{
  gboolean done;

  self->editing = TRUE;
  done = gh_plan_change (GTK_WIDGET (self), self->workspace, label, change, edit);
  self->editing = FALSE;
  return done;
}

static void
run_command (GhPlanBody *self, const char *name, BodyEdit *edit)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (strcmp (commands[i].name, name) != 0)
        continue;
      if (run_edit (self, _(commands[i].label), commands[i].change, edit) &&
          commands[i].caret == CARET_GOES)
        _gh_plan_body_put_caret (self, edit->index, edit->caret);
      else if (commands[i].caret == CARET_RETURNS)
        _gh_plan_body_put_caret (self, edit->index, edit->caret);
      else
        return;
      if (g_str_has_prefix (name, "remove"))
        gh_toast_undo (GTK_WIDGET (self), strcmp (name, "remove") == 0
                                            ? _("The block was removed")
                                            : _("The part was removed"));
      return;
    }
}

void
gh_plan_body_add (GhPlanBody *self, const char *what)
{
  guint n;
  BodyEdit edit = { .what = what };

  g_return_if_fail (GH_IS_PLAN_BODY (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  edit.place = n == 0 ? 0 : MIN (self->current, n - 1) + 1;
  /* Appendices stand at the end: all behind one belongs to it. */
  if (g_str_has_prefix (what, "live:") && gh_live_is_annex (what + strlen ("live:")))
    edit.place = n;
  if (run_edit (self, _("Add to the plan"), insert_block, &edit))
    _gh_plan_body_put_caret (self, edit.index, 0);
}

void
_gh_plan_body_move (GhPlanBody *self, gint64 id, guint before)
{
  BodyEdit edit = { .id = id, .place = before };

  if (run_edit (self, _("Move a block of the plan"), move_to, &edit))
    _gh_plan_body_put_caret (self, edit.index, 0);
}

void
gh_plan_body_move_part (GhPlanBody *self, gint64 id, guint before)
{
  g_return_if_fail (GH_IS_PLAN_BODY (self));

  if (self->workspace != NULL && _gh_plan_body_is_editable (self))
    _gh_plan_body_move (self, id, before);
}

/* --- rows ------------------------------------------------------------------------------------ */

static GhPlanBody *
body_of (GtkListItem *item)
{
  return GH_PLAN_BODY (gtk_widget_get_ancestor (gtk_list_item_get_child (item), GH_TYPE_PLAN_BODY));
}

static void
edited_cb (GhBlockRow *widget, const GhBlock *block, GtkListItem *item)
{
  GhPlanBody *self = body_of (item);
  BodyEdit edit = { .id = block->id, .block = block };

  if (self != NULL && !run_edit (self, _("Edit the text of the plan"), replace_block, &edit))
    {
      /* Refused: show again what is stored. */
      GhRow *row = gtk_list_item_get_item (item);

      if (row != NULL)
        gh_block_row_show (widget, gh_row_get_data (row), _gh_plan_body_is_editable (self));
    }
}

static void
command_cb (GhBlockRow *widget, const char *name, const char *what, GtkListItem *item)
{
  GhPlanBody *self = body_of (item);
  GhRow *row = gtk_list_item_get_item (item);
  BodyEdit edit = { .what = what };

  if (self == NULL || row == NULL)
    return;
  edit.id = gh_row_get_id (row);
  edit.index = gtk_list_item_get_position (item);
  edit.caret = gh_block_row_get_place (widget);
  edit.summary = gh_workspace_get_summary (self->workspace);
  if (strcmp (name, "add") == 0)
    {
      self->current = edit.index;
      gh_plan_body_add (self, what);
    }
  else
    run_command (self, name, &edit);
}

static void
key_cb (GhBlockRow *widget G_GNUC_UNUSED, const char *name, guint offset, GtkListItem *item)
{
  GhPlanBody *self = body_of (item);
  GhRow *row = gtk_list_item_get_item (item);
  BodyEdit edit = { .offset = offset };
  guint index;

  if (self == NULL || row == NULL)
    return;
  edit.id = gh_row_get_id (row);
  index = gtk_list_item_get_position (item);
  if (strcmp (name, "leave-up") == 0)
    {
      if (index > 0)
        _gh_plan_body_put_caret (self, index - 1, G_MAXSIZE);
    }
  else if (strcmp (name, "leave-down") == 0)
    _gh_plan_body_put_caret (self, index + 1, 0);
  else
    run_command (self, name, &edit);
}

/* Blocks that were pasted, and where. */
typedef struct
{
  gint64 id; /* of the block */
  gsize start;
  gsize end;
  const GPtrArray *blocks;
  guint last;
} PasteEdit;

static gboolean
paste_blocks (GhPlan *plan, gpointer user_data)
{
  PasteEdit *edit = user_data;
  guint index = find_block (plan, edit->id);

  return index != G_MAXUINT &&
         gh_plan_paste (plan, index, edit->start, edit->end, edit->blocks, &edit->last);
}

static gboolean
pasted_cb (GhBlockRow *widget G_GNUC_UNUSED,
           GPtrArray *blocks,
           guint start,
           guint end,
           GtkListItem *item)
{
  GhPlanBody *self = body_of (item);
  GhRow *row = gtk_list_item_get_item (item);
  PasteEdit edit = { .start = start, .end = end, .blocks = blocks };
  gboolean done;

  if (self == NULL || row == NULL)
    return FALSE;
  edit.id = gh_row_get_id (row);
  self->editing = TRUE;
  done = gh_plan_change (GTK_WIDGET (self), self->workspace, _("Paste into the plan"),
                         paste_blocks, &edit);
  self->editing = FALSE;
  if (done)
    _gh_plan_body_put_caret (self, edit.last, G_MAXSIZE);
  return TRUE;
}

static void
focused_cb (GhBlockRow *widget G_GNUC_UNUSED, GtkListItem *item)
{
  GhPlanBody *self = body_of (item);

  if (self == NULL || gtk_list_item_get_position (item) == GTK_INVALID_LIST_POSITION)
    return;
  self->current = gtk_list_item_get_position (item);
  g_signal_emit_by_name (self, "block-focused", (int) self->current);
}

static char **
list_styles_cb (GhBlockRow *widget G_GNUC_UNUSED, GtkListItem *item)
{
  GhPlanBody *self = body_of (item);
  const GhDossier *dossier = self != NULL ? gh_workspace_get_dossier (self->workspace) : NULL;
  const char *styles[GH_NUMBERING_MAX_STYLES + 1] = { NULL };
  guint index = gtk_list_item_get_position (item);

  if (dossier == NULL || index >= dossier->plan->blocks->len)
    return NULL;
  styles[gh_numbering_styles (dossier->plan->blocks, index, styles)] = NULL;
  return g_strdupv ((char **) styles);
}

void
_gh_plan_body_connect_row (GhBlockRow *row, GtkListItem *item)
{
  g_signal_connect (row, "edited", G_CALLBACK (edited_cb), item);
  g_signal_connect (row, "command", G_CALLBACK (command_cb), item);
  g_signal_connect (row, "key", G_CALLBACK (key_cb), item);
  g_signal_connect (row, "focused", G_CALLBACK (focused_cb), item);
  g_signal_connect (row, "pasted", G_CALLBACK (pasted_cb), item);
  g_signal_connect (row, "list-styles", G_CALLBACK (list_styles_cb), item);
}
