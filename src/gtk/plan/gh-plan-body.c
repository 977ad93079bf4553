/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-plan-body.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "gh-block-row.h"
#include "gh-live.h"
#include "gh-numbering.h"
#include "gh-plan-change.h"
#include "gh-row.h"
#include "gh-toaster.h"

/* Behind the last block, wherever that is. */
#define NO_BLOCK (G_MAXUINT - 1)

struct _GhPlanBody
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *box; /* the only child */
  GhWorkspace *workspace;
  GhRowList *rows; /* GhBlock, by id */

  /* Borrowed */
  GtkWidget *hint; /* of a plan without a body */
  GtkListView *view;
  GPtrArray *bound; /* owned array of the list items on screen */

  gint64 campaign_id; /* whose body it is */
  guint current;      /* index of the block the keyboard was in last */
  guint pending;      /* index to focus when it has come to screen, or GTK_INVALID_LIST_POSITION */
  GhPlace place;      /* what to select in it; of another part: nothing */
};

enum
{
  BLOCK_FOCUSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhPlanBody, gh_plan_body, GTK_TYPE_WIDGET)

/* --- edits ----------------------------------------------------------------------------------- */

typedef struct
{
  gint64 id; /* of the block */
  guint index;
  const GhBlock *block;
  const char *what;
  int step;
  const GhSummary *summary; /* what a live part says when it is frozen */
} BlockEdit;

static guint
find_block (const GhPlan *plan, gint64 id)
{
  for (guint i = 0; i < plan->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (plan->blocks, i);

      if (block->id == id)
        return i;
    }
  return G_MAXUINT;
}

static gboolean
block_equal (gconstpointer a, gconstpointer b)
{
  return gh_block_equal (a, b);
}

static gboolean
replace_block (GhPlan *plan, gpointer user_data)
{
  const BlockEdit *edit = user_data;
  guint index = find_block (plan, edit->id);

  if (index == G_MAXUINT || block_equal (plan->blocks->pdata[index], edit->block))
    return FALSE;
  gh_block_free (plan->blocks->pdata[index]);
  plan->blocks->pdata[index] = gh_block_copy (edit->block);
  return TRUE;
}

/* Kind and level of a "what". */
static GhBlockKind
parse_what (const char *what, int *level)
{
  *level = 0;
  if (g_str_has_prefix (what, "heading"))
    {
      *level = atoi (what + strlen ("heading"));
      return GH_BLOCK_HEADING;
    }
  if (g_str_has_prefix (what, "live:"))
    return GH_BLOCK_LIVE;
  if (strcmp (what, "item") == 0)
    {
      *level = 1;
      return GH_BLOCK_ITEM;
    }
  if (strcmp (what, "table") == 0)
    return GH_BLOCK_TABLE;
  if (strcmp (what, "appendix") == 0)
    return GH_BLOCK_APPENDIX;
  return GH_BLOCK_PARAGRAPH;
}

static gboolean
insert_block (GhPlan *plan, gpointer user_data)
{
  const BlockEdit *edit = user_data;
  guint index = MIN (edit->index, plan->blocks->len);
  int level;
  GhBlockKind kind = parse_what (edit->what, &level);
  g_autofree char *number = gh_numbering_next (plan->blocks, index, kind, level);
  GhBlock *block = gh_block_new (kind, level, number, "");

  if (kind == GH_BLOCK_LIVE)
    {
      g_free (block->live);
      block->live = g_strdup (edit->what + strlen ("live:"));
    }
  else if (kind == GH_BLOCK_TABLE)
    {
      const char *header[] = { "TT", "Nội dung", "Ghi chú", NULL };
      const char *row[] = { "1", "", "", NULL };

      gh_block_add_row (block, header);
      gh_block_add_row (block, row);
    }
  else if (kind == GH_BLOCK_APPENDIX)
    {
      g_free (block->text);
      block->text = g_strdup ("Phụ lục");
    }
  g_ptr_array_insert (plan->blocks, (int) index, block);
  return TRUE;
}

static gboolean
turn_block (GhPlan *plan, gpointer user_data)
{
  const BlockEdit *edit = user_data;
  guint index = find_block (plan, edit->id);
  GhBlock *block;
  int level;
  GhBlockKind kind = parse_what (edit->what, &level);

  if (index == G_MAXUINT)
    return FALSE;
  block = g_ptr_array_index (plan->blocks, index);
  if (block->kind == GH_BLOCK_TABLE || block->kind == GH_BLOCK_LIVE ||
      (block->kind == kind && block->level == level))
    return FALSE;
  g_free (block->number);
  block->number = gh_numbering_next (plan->blocks, index, kind, level);
  block->kind = kind;
  block->level = level;
  return TRUE;
}

static gboolean
move_block (GhPlan *plan, gpointer user_data)
{
  const BlockEdit *edit = user_data;
  guint from = find_block (plan, edit->id);
  guint to = from + (guint) edit->step; /* below 0 becomes more than there are */
  gpointer block;

  if (from == G_MAXUINT || to >= plan->blocks->len)
    return FALSE;
  block = plan->blocks->pdata[from];
  plan->blocks->pdata[from] = plan->blocks->pdata[to];
  plan->blocks->pdata[to] = block;
  return TRUE;
}

static gboolean
remove_block (GhPlan *plan, gpointer user_data)
{
  const BlockEdit *edit = user_data;
  guint index = find_block (plan, edit->id);

  if (index == G_MAXUINT)
    return FALSE;
  g_ptr_array_remove_index (plan->blocks, index);
  return TRUE;
}

static gboolean
freeze_block (GhPlan *plan, gpointer user_data)
{
  const BlockEdit *edit = user_data;

  return gh_live_freeze (plan, find_block (plan, edit->id), edit->summary);
}

static gboolean
thaw_block (GhPlan *plan, gpointer user_data)
{
  const BlockEdit *edit = user_data;

  return gh_live_thaw (plan, find_block (plan, edit->id));
}

void
gh_plan_body_add (GhPlanBody *self, const char *what)
{
  guint n;
  BlockEdit edit = { .what = what };

  g_return_if_fail (GH_IS_PLAN_BODY (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  edit.index = n == 0 ? 0 : MIN (self->current, n - 1) + 1;
  /* Appendices stand at the end: all behind one belongs to it. */
  if (g_str_has_prefix (what, "live:") && gh_live_is_annex (what + strlen ("live:")))
    edit.index = n;
  if (gh_plan_change (GTK_WIDGET (self), self->workspace,
                      _ ("Add to the plan"), insert_block, &edit))
    gh_plan_body_focus_block (self, edit.index);
}

static gboolean
is_editable (GhPlanBody *self)
{
  const GhDossier *dossier = gh_workspace_get_dossier (self->workspace);

  return dossier != NULL && dossier->plan->state != GH_PLAN_ISSUED;
}

static GhRow *
item_row (GtkListItem *item)
{
  return gtk_list_item_get_item (item);
}

static GhPlanBody *
body_of (GtkListItem *item)
{
  return GH_PLAN_BODY (gtk_widget_get_ancestor (gtk_list_item_get_child (item), GH_TYPE_PLAN_BODY));
}

static void
edited_cb (GhBlockRow *widget, const GhBlock *block, GtkListItem *item)
{
  GhPlanBody *self = body_of (item);
  BlockEdit edit = { .id = block->id, .block = block };

  if (self != NULL && !gh_plan_change (GTK_WIDGET (self), self->workspace,
                                       _ ("Edit the text of the plan"), replace_block, &edit))
    {
      /* Refused: show again what is stored. */
      GhRow *row = item_row (item);

      if (row != NULL)
        gh_block_row_show (widget, gh_row_get_data (row), is_editable (self));
    }
}

static void
command_cb (GhBlockRow *widget G_GNUC_UNUSED, const char *name, const char *what, GtkListItem *item)
{
  GhPlanBody *self = body_of (item);
  guint index = gtk_list_item_get_position (item);
  BlockEdit edit = { .what = what, .index = index + 1 };

  if (self == NULL || item_row (item) == NULL)
    return;
  edit.id = gh_row_get_id (item_row (item));
  edit.step = strcmp (name, "up") == 0 ? -1 : 1;
  if (strcmp (name, "add") == 0)
    {
      self->current = index;
      gh_plan_body_add (self, what);
    }
  else if (strcmp (name, "make") == 0)
    gh_plan_change (GTK_WIDGET (self), self->workspace,
                    _ ("Turn a block into another kind"), turn_block, &edit);
  else if (strcmp (name, "freeze") == 0)
    {
      edit.summary = gh_workspace_get_summary (self->workspace);
      gh_plan_change (GTK_WIDGET (self), self->workspace,
                      _ ("Freeze a live part to text"), freeze_block, &edit);
    }
  else if (strcmp (name, "thaw") == 0)
    gh_plan_change (GTK_WIDGET (self), self->workspace,
                    _ ("Make a frozen part live again"), thaw_block, &edit);
  else if (strcmp (name, "remove") == 0)
    {
      if (gh_plan_change (GTK_WIDGET (self), self->workspace,
                          _ ("Remove from the plan"), remove_block, &edit))
        gh_toast_undo (GTK_WIDGET (self), _ ("The block was removed"));
    }
  else if (gh_plan_change (GTK_WIDGET (self), self->workspace,
                           _ ("Move a block of the plan"), move_block, &edit))
    gh_plan_body_focus_block (self, index + (guint) edit.step);
}

/* --- list ------------------------------------------------------------------------------------ */

static void
row_changed_cb (GhRow *row, GtkListItem *item)
{
  GhPlanBody *self = body_of (item);

  if (self != NULL)
    gh_block_row_show (GH_BLOCK_ROW (gtk_list_item_get_child (item)), gh_row_get_data (row),
                       is_editable (self));
}

static void
focused_cb (GhBlockRow *widget G_GNUC_UNUSED, GtkListItem *item)
{
  GhPlanBody *self = body_of (item);

  if (self == NULL || gtk_list_item_get_position (item) == GTK_INVALID_LIST_POSITION)
    return;
  self->current = gtk_list_item_get_position (item);
  g_signal_emit (self, signals[BLOCK_FOCUSED], 0, (int) self->current);
}

static void
setup_cb (GtkListItemFactory *factory G_GNUC_UNUSED,
          GtkListItem *item,
          gpointer user_data G_GNUC_UNUSED)
{
  GtkWidget *row = gh_block_row_new ();

  g_signal_connect (row, "edited", G_CALLBACK (edited_cb), item);
  g_signal_connect (row, "command", G_CALLBACK (command_cb), item);
  g_signal_connect (row, "focused", G_CALLBACK (focused_cb), item);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, GhPlanBody *self)
{
  GhRow *row = item_row (item);

  g_ptr_array_add (self->bound, item);
  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), item, 0);
  gh_block_row_show (GH_BLOCK_ROW (gtk_list_item_get_child (item)), gh_row_get_data (row),
                     is_editable (self));
}

/* A row that scrolls away takes what was typed last with it to the workspace. */
static void
unbind_cb (GtkListItemFactory *factory G_GNUC_UNUSED, GtkListItem *item, GhPlanBody *self)
{
  g_signal_handlers_disconnect_by_func (item_row (item), row_changed_cb, item);
  gh_block_row_flush (GH_BLOCK_ROW (gtk_list_item_get_child (item)));
  g_ptr_array_remove_fast (self->bound, item);
}

static gboolean
focus_pending_cb (gpointer user_data)
{
  GhPlanBody *self = user_data;

  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->bound, i);

      if (gtk_list_item_get_position (item) == self->pending)
        {
          GtkWidget *row = gtk_list_item_get_child (item);
          GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (row));

          if (self->place.part == GH_PART_BLOCK)
            gh_block_row_select (GH_BLOCK_ROW (row), &self->place);
          /* A block that was moved may have taken the keyboard along. */
          else if (focus == NULL || !gtk_widget_is_ancestor (focus, row))
            gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
          break;
        }
    }
  self->pending = GTK_INVALID_LIST_POSITION;
  self->place.part = GH_PART_HEADER;
  return G_SOURCE_REMOVE;
}

void
gh_plan_body_show_block (GhPlanBody *self, guint index)
{
  g_return_if_fail (GH_IS_PLAN_BODY (self));

  if (index < g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", index);
}

void
gh_plan_body_focus_block (GhPlanBody *self, guint index)
{
  g_return_if_fail (GH_IS_PLAN_BODY (self));

  if (index >= g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    return;
  self->pending = index;
  gh_plan_body_show_block (self, index);
  /* The row is there once the list has been laid out. */
  g_timeout_add_full (G_PRIORITY_DEFAULT, 60, focus_pending_cb, g_object_ref (self),
                      g_object_unref);
}

void
gh_plan_body_select (GhPlanBody *self, const GhPlace *place)
{
  g_return_if_fail (GH_IS_PLAN_BODY (self));
  g_return_if_fail (place->part == GH_PART_BLOCK && place->index >= 0);

  self->place = *place;
  gh_plan_body_focus_block (self, (guint) place->index);
}

void
gh_plan_body_show (GhPlanBody *self, GhWorkspace *workspace)
{
  const GhDossier *dossier;
  GPtrArray *rows;

  g_return_if_fail (GH_IS_PLAN_BODY (self));

  g_set_object (&self->workspace, workspace);
  dossier = gh_workspace_get_dossier (workspace);
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; dossier != NULL && i < dossier->plan->blocks->len; i++)
    {
      const GhBlock *block = g_ptr_array_index (dossier->plan->blocks, i);

      g_ptr_array_add (
        rows, gh_row_new (block->id, gh_block_copy (block), (GDestroyNotify) gh_block_free));
    }
  if (dossier != NULL && dossier->campaign->id != self->campaign_id)
    {
      self->campaign_id = dossier->campaign->id;
      self->current = NO_BLOCK;
    }
  gtk_widget_set_visible (self->hint, rows->len == 0);
  gh_row_list_update (self->rows, rows, block_equal);
}

static void
gh_plan_body_dispose (GObject *object)
{
  GhPlanBody *self = GH_PLAN_BODY (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (gh_plan_body_parent_class)->dispose (object);
}

static void
gh_plan_body_finalize (GObject *object)
{
  g_clear_pointer (&GH_PLAN_BODY (object)->bound, g_ptr_array_unref);

  G_OBJECT_CLASS (gh_plan_body_parent_class)->finalize (object);
}

static void
gh_plan_body_class_init (GhPlanBodyClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = gh_plan_body_dispose;
  object_class->finalize = gh_plan_body_finalize;

  signals[BLOCK_FOCUSED] =
    g_signal_new ("block-focused", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
gh_plan_body_init (GhPlanBody *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection;
  GtkWidget *scroller;

  self->rows = gh_row_list_new ();
  self->bound = g_ptr_array_new ();
  self->pending = GTK_INVALID_LIST_POSITION;
  self->current = NO_BLOCK;
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  self->view = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "plan-body");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Body of the plan"), -1);
  self->hint = g_object_new (
    GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "visible", FALSE, "label",
    _ ("The body is empty. Begin with a part (I.) from “Add to the body”, or import a plan that is "
       "written already."),
       NULL);
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_widget_add_css_class (self->hint, "page-body");
  scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                           "vexpand", TRUE, "child", self->view, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), self->hint);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
