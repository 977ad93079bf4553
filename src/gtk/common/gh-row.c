/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-row.h"

struct _GhRow
{
  GObject parent_instance;

  gint64 id;
  gpointer data;
  GDestroyNotify free_func;
};

struct _GhRowList
{
  GObject parent_instance;

  GPtrArray *rows; /* GhRow */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (GhRow, gh_row, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (GhRowList,
                               gh_row_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* --- row ------------------------------------------------------------------------------------ */

static void
gh_row_finalize (GObject *object)
{
  GhRow *self = GH_ROW (object);

  if (self->free_func != NULL)
    self->free_func (self->data);

  G_OBJECT_CLASS (gh_row_parent_class)->finalize (object);
}

static void
gh_row_class_init (GhRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = gh_row_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
gh_row_init (GhRow *self G_GNUC_UNUSED)
{
}

GhRow *
gh_row_new (gint64 id, gpointer data, GDestroyNotify free_func)
{
  GhRow *self = g_object_new (GH_TYPE_ROW, NULL);

  self->id = id;
  self->data = data;
  self->free_func = free_func;
  return self;
}

gint64
gh_row_get_id (GhRow *self)
{
  g_return_val_if_fail (GH_IS_ROW (self), 0);
  return self->id;
}

gpointer
gh_row_get_data (GhRow *self)
{
  g_return_val_if_fail (GH_IS_ROW (self), NULL);
  return self->data;
}

/* Takes the data of @other, which gets the old one and is about to go. */
static void
row_swap_data (GhRow *self, GhRow *other)
{
  gpointer data = self->data;
  GDestroyNotify free_func = self->free_func;

  self->data = other->data;
  self->free_func = other->free_func;
  other->data = data;
  other->free_func = free_func;
}

/* --- list ----------------------------------------------------------------------------------- */

static GType
row_list_get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return GH_TYPE_ROW;
}

static guint
row_list_get_n_items (GListModel *model)
{
  return GH_ROW_LIST (model)->rows->len;
}

static gpointer
row_list_get_item (GListModel *model, guint position)
{
  GhRowList *self = GH_ROW_LIST (model);

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position))
                                    : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = row_list_get_item_type;
  iface->get_n_items = row_list_get_n_items;
  iface->get_item = row_list_get_item;
}

static void
gh_row_list_finalize (GObject *object)
{
  g_ptr_array_unref (GH_ROW_LIST (object)->rows);

  G_OBJECT_CLASS (gh_row_list_parent_class)->finalize (object);
}

static void
gh_row_list_class_init (GhRowListClass *class)
{
  G_OBJECT_CLASS (class)->finalize = gh_row_list_finalize;
}

static void
gh_row_list_init (GhRowList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

GhRowList *
gh_row_list_new (void)
{
  return g_object_new (GH_TYPE_ROW_LIST, NULL);
}

/* Puts the old object of each id in place of the new one. With the old objects the new rows lie
 * in @rows, and those that show something else are returned. */
static GPtrArray *
reuse_rows (GhRowList *self, GPtrArray *rows, GEqualFunc same)
{
  g_autoptr (GHashTable) old = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GhRow *row = g_ptr_array_index (self->rows, i);

      g_hash_table_insert (old, &row->id, row);
    }

  for (guint i = 0; i < rows->len; i++)
    {
      GhRow *row = g_ptr_array_index (rows, i);
      GhRow *kept = g_hash_table_lookup (old, &row->id);

      if (kept == NULL)
        continue;
      if (same == NULL || !same (kept->data, row->data))
        g_ptr_array_add (changed, g_object_ref (kept));
      row_swap_data (kept, row); /* also when the same: the old data may borrow from a dossier */
      rows->pdata[i] = g_object_ref (kept);
      g_object_unref (row);
    }
  return g_steal_pointer (&changed);
}

void
gh_row_list_update (GhRowList *self, GPtrArray *rows, GEqualFunc same)
{
  g_autoptr (GPtrArray) changed = NULL;
  g_autoptr (GPtrArray) before = NULL;
  guint n_before;
  guint head = 0;
  guint tail = 0;

  g_return_if_fail (GH_IS_ROW_LIST (self));
  g_return_if_fail (rows != NULL);

  changed = reuse_rows (self, rows, same);
  before = g_steal_pointer (&self->rows);
  n_before = before->len;
  self->rows = rows;
  g_ptr_array_set_free_func (rows, g_object_unref);

  while (head < n_before && head < rows->len && before->pdata[head] == rows->pdata[head])
    head++;
  while (tail < n_before - head && tail < rows->len - head &&
         before->pdata[n_before - 1 - tail] == rows->pdata[rows->len - 1 - tail])
    tail++;

  if (n_before != rows->len || head < rows->len)
    g_list_model_items_changed (G_LIST_MODEL (self), head, n_before - head - tail,
                                rows->len - head - tail);
  for (guint i = 0; i < changed->len; i++)
    g_signal_emit (g_ptr_array_index (changed, i), signals[CHANGED], 0);
}

guint
gh_row_list_find (GhRowList *self, gint64 id)
{
  g_return_val_if_fail (GH_IS_ROW_LIST (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < self->rows->len; i++)
    if (GH_ROW (g_ptr_array_index (self->rows, i))->id == id)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

GhRow *
gh_row_list_get (GhRowList *self, guint position)
{
  g_return_val_if_fail (GH_IS_ROW_LIST (self), NULL);

  return position < self->rows->len ? g_ptr_array_index (self->rows, position) : NULL;
}
