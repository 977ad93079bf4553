/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-plan-body-private.h"

/* Where the keyboard goes after an edit, and after one is undone. */

/* Frames to wait for a row; it comes with the first or second that is laid out. */
#define MAX_TICKS 600

GhBlockRow *
_gh_plan_body_find_row (GhPlanBody *self, guint index)
{
  for (guint i = 0; i < self->bound->len; i++)
    {
      GtkListItem *item = g_ptr_array_index (self->bound, i);

      if (gtk_list_item_get_position (item) == index)
        return GH_BLOCK_ROW (gtk_list_item_get_child (item));
    }
  return NULL;
}

static gboolean
try_place (GhPlanBody *self)
{
  GhBlockRow *row = _gh_plan_body_find_row (self, (guint) self->place.index);
  GhPlace place = self->place;

  /* Before the list is laid out for the first time it has rows, but no place to scroll to. */
  if (row == NULL || gtk_widget_get_height (GTK_WIDGET (self->view)) == 0)
    return FALSE;
  self->place.part = GH_PART_HEADER;
  gh_block_row_select (row, &place);
  /* A row that was moved with the keyboard in it has not been entered anew. */
  if (self->current != (guint) place.index)
    {
      self->current = (guint) place.index;
      g_signal_emit_by_name (self, "block-focused", place.index);
    }
  return TRUE;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock G_GNUC_UNUSED, gpointer user_data G_GNUC_UNUSED)
{
  GhPlanBody *self = GH_PLAN_BODY (widget);

  if (!try_place (self) && ++self->n_ticks < MAX_TICKS)
    {
      gh_plan_body_show_block (self, (guint) self->place.index);
      return G_SOURCE_CONTINUE;
    }
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

void
_gh_plan_body_put_place (GhPlanBody *self, const GhPlace *place)
{
  if (place->index < 0 ||
      (guint) place->index >= g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    return;
  self->place = *place;
  gh_plan_body_show_block (self, (guint) place->index);
  if (try_place (self) || self->tick != 0)
    return;
  self->n_ticks = 0;
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

void
_gh_plan_body_put_caret (GhPlanBody *self, guint index, gsize offset)
{
  GhPlace place = GH_PLACE_INIT;

  place.part = GH_PART_BLOCK;
  place.index = (int) index;
  place.start = offset;
  _gh_plan_body_put_place (self, &place);
}

/* --- undo ------------------------------------------------------------------------------------ */

struct _GhBodyMemory
{
  GPtrArray *blocks; /* copies, as they were shown */
  GArray *ids;
  gint64 id; /* of the block the keyboard was in */
  guint index;
  gsize offset;
};

static void
memory_free (GhBodyMemory *memory)
{
  g_ptr_array_unref (memory->blocks);
  g_array_unref (memory->ids);
  g_free (memory);
}

static gboolean
has_keyboard (GhPlanBody *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

GhBodyMemory *
_gh_plan_body_remember (GhPlanBody *self)
{
  GhBodyMemory *memory;
  GhRow *current = gh_row_list_get (self->rows, self->current);
  GhBlockRow *row;

  if (self->editing || current == NULL || !has_keyboard (self))
    return NULL;
  row = _gh_plan_body_find_row (self, self->current);
  memory = g_new0 (GhBodyMemory, 1);
  memory->id = gh_row_get_id (current);
  memory->index = self->current;
  memory->offset = row != NULL ? gh_block_row_get_place (row) : 0;
  memory->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_block_free);
  memory->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      GhRow *shown = gh_row_list_get (self->rows, i);
      gint64 id = gh_row_get_id (shown);

      g_ptr_array_add (memory->blocks, gh_block_copy (gh_row_get_data (shown)));
      g_array_append_val (memory->ids, id);
    }
  return memory;
}

/* Where the texts begin to differ, on a letter; with @behind, where that ends in @now. */
static gsize
find_difference (const char *was, const char *now, gboolean behind)
{
  gsize head = 0;
  gsize tail = 0;
  gsize n_was = strlen (was);
  gsize n_now = strlen (now);

  while (head < n_was && head < n_now && was[head] == now[head])
    head++;
  while (tail < n_was - head && tail < n_now - head &&
         was[n_was - 1 - tail] == now[n_now - 1 - tail])
    tail++;
  head = behind ? n_now - tail : head;
  while (head > 0 && ((guchar) now[head] & 0xC0u) == 0x80u)
    head--;
  return head;
}

/* The blocks that were there before, by id. */
static GHashTable *
index_memory (const GhBodyMemory *memory)
{
  GHashTable *by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < memory->ids->len; i++)
    g_hash_table_insert (by_id, &g_array_index (memory->ids, gint64, i),
                         g_ptr_array_index (memory->blocks, i));
  return by_id;
}

/* An undone join gives a block back: the keyboard goes to its beginning, where it stood. Else it
 * goes to where the words have changed. Returns FALSE if no block has come, gone or other words. */
static gboolean
follow_change (GhPlanBody *self, const GhBodyMemory *memory)
{
  g_autoptr (GHashTable) before = index_memory (memory);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  const GhBlock *was = NULL;
  const GhBlock *now = NULL;
  guint changed = 0;

  for (guint i = 0; i < n; i++)
    {
      GhRow *row = gh_row_list_get (self->rows, i);
      gint64 id = gh_row_get_id (row);
      const GhBlock *block = gh_row_get_data (row);
      const GhBlock *old = g_hash_table_lookup (before, &id);

      if (old == NULL)
        {
          _gh_plan_body_put_caret (self, i, 0);
          return TRUE;
        }
      if (now == NULL && strcmp (old->text, block->text) != 0)
        {
          was = old;
          now = block;
          changed = i;
        }
    }
  if (now != NULL)
    _gh_plan_body_put_caret (self, changed,
                             find_difference (was->text, now->text, n == memory->ids->len));
  return now != NULL;
}

void
_gh_plan_body_restore (GhPlanBody *self, GhBodyMemory *memory)
{
  const char *redo = gh_workspace_get_redo_label (self->workspace);
  gboolean replayed = g_strcmp0 (redo, self->redo_label) != 0;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint index;

  if (replayed)
    {
      g_free (self->redo_label);
      self->redo_label = g_strdup (redo);
    }
  if (memory == NULL)
    return;
  index = gh_row_list_find (self->rows, memory->id);
  if (n > 0 && !(replayed && follow_change (self, memory)))
    {
      /* The block that the keyboard was in came with what was undone: back to where it came from.
       */
      if (index == GTK_INVALID_LIST_POSITION && memory->index > 0)
        _gh_plan_body_put_caret (self, MIN (memory->index, n) - 1, G_MAXSIZE);
      else if (index == GTK_INVALID_LIST_POSITION)
        _gh_plan_body_put_caret (self, 0, 0);
      else if (!has_keyboard (self) || index != memory->index)
        _gh_plan_body_put_caret (self, index, memory->offset);
    }
  memory_free (memory);
}
