/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-units-table.h"

#include <glib/gi18n-lib.h>

#include "gh-column.h"
#include "gh-units-table-private.h"

enum
{
  QUOTA_ENTERED,
  QUOTA_TYPED,
  QUOTAS_ENTERED,
  LOCK_TOGGLED,
  SELECTION_CHANGED,
  UNIT_ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GhUnitsTable, gh_units_table, GTK_TYPE_WIDGET)

GhRow *
gh_units_table_item_row (gpointer tree_row)
{
  /* The tree row keeps its item alive, so the reference need not be held. */
  g_autoptr (GObject) row = gtk_tree_list_row_get_item (tree_row);

  return GH_ROW (row);
}

/* --- the tree of rows ------------------------------------------------------------------------ */

static gint64 *
id_new (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static GListModel *
create_children_cb (gpointer item, gpointer user_data)
{
  GhUnitsTable *self = user_data;
  gint64 id = gh_row_get_id (item);
  const GhUnitLine *row = gh_row_get_data (item);
  gpointer list = row->leaf ? NULL : g_hash_table_lookup (self->lists, &id);

  return list != NULL ? g_object_ref (list) : NULL;
}

static void
selection_changed_cb (GhUnitsTable *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* (element-type gint64): the units whose branches are folded now */
static GHashTable *
list_folded (GhUnitsTable *self)
{
  GHashTable *folded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n = self->tree != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->tree)) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, i);

      if (gtk_tree_list_row_is_expandable (row) && !gtk_tree_list_row_get_expanded (row))
        g_hash_table_add (folded, id_new (gh_row_get_id (gh_units_table_item_row (row))));
    }
  return folded;
}

/* A tree for the lists of now. Branches are open but for those that were folded before, and all
 * of it is done before it is shown: rows that come and go again cost time. */
static GtkTreeListModel *
make_tree (GhUnitsTable *self)
{
  g_autoptr (GHashTable) folded = list_folded (self);
  gint64 root = 0;
  GListModel *roots = g_hash_table_lookup (self->lists, &root);
  GtkTreeListModel *tree =
    gtk_tree_list_model_new (g_object_ref (roots), FALSE, TRUE, create_children_cb, self, NULL);

  gtk_tree_list_model_set_autoexpand (tree, FALSE);
  for (guint i = 0;
       g_hash_table_size (folded) > 0 && i < g_list_model_get_n_items (G_LIST_MODEL (tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (tree, i);
      gint64 id = gh_row_get_id (gh_units_table_item_row (row));

      if (g_hash_table_contains (folded, &id))
        gtk_tree_list_row_set_expanded (row, FALSE);
    }
  return tree;
}

/* A tree list model asks for a row's children once, so a unit that gets its first child, or loses
 * its last, wants a new tree. */
static void
make_model (GhUnitsTable *self)
{
  GtkSorter *sorter = g_object_ref (gtk_column_view_get_sorter (self->view));

  self->tree = make_tree (self);
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (self->tree),
                                          GTK_SORTER (gtk_tree_list_row_sorter_new (sorter)));
  g_clear_object (&self->filtered);
  self->filtered = gtk_filter_list_model_new (G_LIST_MODEL (self->sorted),
                                              g_object_ref (GTK_FILTER (self->filter)));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->filtered));
}

static gboolean
same_shape (GHashTable *lists, GHashTable *fresh)
{
  GHashTableIter iter;
  gpointer key;

  if (g_hash_table_size (lists) != g_hash_table_size (fresh))
    return FALSE;
  g_hash_table_iter_init (&iter, fresh);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (lists, key))
      return FALSE;
  return TRUE;
}

/* (element-type GPtrArray of GhRow): the summary's rows by parent as shown */
static GHashTable *
group_rows (GhUnitsTable *self, const GhSummary *summary)
{
  GHashTable *groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) quotas = gh_unit_line_index_quotas (summary->dossier);
  g_autoptr (GArray) path = g_array_new (FALSE, TRUE, sizeof (gint64));

  g_hash_table_remove_all (self->parents);
  g_hash_table_insert (groups, id_new (0), g_ptr_array_new_with_free_func (g_object_unref));
  for (guint i = 0; i < summary->rows->len; i++)
    {
      const GhSummaryRow *row = &g_array_index (summary->rows, GhSummaryRow, i);
      gint64 parent = row->depth > 0 ? g_array_index (path, gint64, (guint) row->depth - 1) : 0;
      GPtrArray *group = g_hash_table_lookup (groups, &parent);

      g_array_set_size (path, (guint) row->depth + 1);
      g_array_index (path, gint64, (guint) row->depth) = row->unit->id;
      g_hash_table_insert (self->parents, id_new (row->unit->id), id_new (parent));
      if (!row->leaf)
        g_hash_table_insert (groups, id_new (row->unit->id),
                             g_ptr_array_new_with_free_func (g_object_unref));
      g_ptr_array_add (group, gh_row_new (row->unit->id, gh_unit_line_new (row, quotas),
                                          (GDestroyNotify) gh_unit_line_free));
    }
  return groups;
}

static void
update_rows (GhUnitsTable *self, const GhSummary *summary)
{
  g_autoptr (GHashTable) groups = group_rows (self, summary);
  gboolean keep = same_shape (self->lists, groups);
  GHashTableIter iter;
  gpointer key, group;

  if (!keep)
    g_hash_table_remove_all (self->lists);
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, &key, &group))
    {
      GhRowList *list = g_hash_table_lookup (self->lists, key);

      if (list == NULL)
        {
          list = gh_row_list_new ();
          g_hash_table_insert (self->lists, id_new (*(gint64 *) key), list);
        }
      gh_row_list_update (list, group, gh_unit_line_equal);
    }
  if (!keep)
    make_model (self);
}

void
gh_units_table_preview (GhUnitsTable *self, const GhSummary *summary)
{
  g_return_if_fail (GH_IS_UNITS_TABLE (self));
  g_return_if_fail (summary != NULL);

  update_rows (self, summary);
}

void
gh_units_table_update (GhUnitsTable *self,
                       const GhSummary *summary,
                       const GhIndicator *indicators,
                       guint n)
{
  const GhUnitLine *selected;
  gint64 selected_id;

  g_return_if_fail (GH_IS_UNITS_TABLE (self));
  g_return_if_fail (summary != NULL);

  selected = gh_units_table_get_selected (self);
  selected_id = selected != NULL ? selected->unit_id : 0;
  update_rows (self, summary);
  if (self->indicators->len != n ||
      memcmp (self->indicators->data, indicators, n * sizeof *indicators) != 0)
    {
      g_array_set_size (self->indicators, 0);
      g_array_append_vals (self->indicators, indicators, n);
      gh_units_table_make_columns (self);
    }
  if (self->matches != NULL)
    {
      g_autofree char *text = g_steal_pointer (&self->filter_text);

      gh_units_table_set_filter (self, text);
    }
  if (selected_id != 0)
    gh_units_table_select (self, selected_id);
}

/* --- selection ------------------------------------------------------------------------------- */

const GhUnitLine *
gh_units_table_get_selected (GhUnitsTable *self)
{
  gpointer item;

  g_return_val_if_fail (GH_IS_UNITS_TABLE (self), NULL);

  item = gtk_single_selection_get_selected_item (self->selection);
  return item != NULL ? gh_row_get_data (gh_units_table_item_row (item)) : NULL;
}

guint
gh_units_table_find_position (GhUnitsTable *self, gint64 unit_id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (gh_row_get_id (gh_units_table_item_row (item)) == unit_id)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* Opens the branch of @unit_id's parent, from the root downwards. */
static void
reveal (GhUnitsTable *self, gint64 unit_id)
{
  const gint64 *parent = g_hash_table_lookup (self->parents, &unit_id);
  guint position;

  if (parent == NULL || *parent == 0)
    return;
  reveal (self, *parent);
  position = gh_units_table_find_position (self, *parent);
  if (position != GTK_INVALID_LIST_POSITION)
    {
      g_autoptr (GtkTreeListRow) row =
        g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

gboolean
gh_units_table_select (GhUnitsTable *self, gint64 unit_id)
{
  guint position;

  g_return_val_if_fail (GH_IS_UNITS_TABLE (self), FALSE);

  position = gh_units_table_find_position (self, unit_id);
  if (position == GTK_INVALID_LIST_POSITION)
    {
      reveal (self, unit_id);
      position = gh_units_table_find_position (self, unit_id);
    }
  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  if (gtk_single_selection_get_selected (self->selection) != position)
    {
      GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));

      gtk_single_selection_set_selected (self->selection, position);
      gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
    }
  return TRUE;
}

void
gh_units_table_clear_order (GhUnitsTable *self)
{
  g_return_if_fail (GH_IS_UNITS_TABLE (self));

  gh_columns_clear_order (self->view);
}

void
gh_units_table_set_expanded (GhUnitsTable *self, gboolean expanded)
{
  g_autoptr (GtkTreeListModel) tree = NULL;
  const GhUnitLine *selected;
  gint64 selected_id;
  guint position;

  g_return_if_fail (GH_IS_UNITS_TABLE (self));

  if (self->tree == NULL)
    return;
  selected = gh_units_table_get_selected (self);
  selected_id = selected != NULL ? selected->unit_id : 0;
  tree = g_object_ref (self->tree);
  /* The table is ordered and shown once, not after each branch: of 11,000 units that takes a
   * fraction of a second and not half a minute. */
  gtk_sort_list_model_set_model (self->sorted, NULL);
  /* Rows come and go as branches open, so the end is asked for anew each time. */
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (tree, i);

      if (gtk_tree_list_row_is_expandable (row) &&
          (expanded || gtk_tree_list_row_get_depth (row) == 0))
        gtk_tree_list_row_set_expanded (row, expanded);
    }
  gtk_sort_list_model_set_model (self->sorted, G_LIST_MODEL (tree));
  position =
    selected_id != 0 ? gh_units_table_find_position (self, selected_id) : GTK_INVALID_LIST_POSITION;
  gtk_single_selection_set_selected (self->selection, position);
}

static void
activated_cb (GhUnitsTable *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    g_signal_emit (self, signals[UNIT_ACTIVATED], 0,
                   gh_row_get_id (gh_units_table_item_row (item)));
}

static void
gh_units_table_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (gh_units_table_parent_class)->root (widget);

  gh_columns_remember (GH_UNITS_TABLE (widget)->view, gh_settings_of (widget), "units-table");
}

static void
gh_units_table_dispose (GObject *object)
{
  GhUnitsTable *self = GH_UNITS_TABLE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), GH_TYPE_UNITS_TABLE);
  g_clear_object (&self->filtered);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (gh_units_table_parent_class)->dispose (object);
}

static void
gh_units_table_finalize (GObject *object)
{
  GhUnitsTable *self = GH_UNITS_TABLE (object);

  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_clear_pointer (&self->parents, g_hash_table_unref);
  g_clear_pointer (&self->matches, g_hash_table_unref);
  g_clear_pointer (&self->bound, g_ptr_array_unref);
  g_clear_pointer (&self->taken, g_hash_table_unref);
  g_clear_pointer (&self->indicators, g_array_unref);
  g_free (self->filter_text);

  G_OBJECT_CLASS (gh_units_table_parent_class)->finalize (object);
}

static void
gh_units_table_class_init (GhUnitsTableClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  GType type = G_TYPE_FROM_CLASS (class);

  object_class->dispose = gh_units_table_dispose;
  object_class->finalize = gh_units_table_finalize;
  GTK_WIDGET_CLASS (class)->root = gh_units_table_root;

  signals[QUOTA_ENTERED] =
    g_signal_new ("quota-entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                  G_TYPE_INT64, G_TYPE_INT, G_TYPE_STRING);
  signals[QUOTA_TYPED] = g_signal_new ("quota-typed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_INT, G_TYPE_STRING);
  signals[QUOTAS_ENTERED] = g_signal_new ("quotas-entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 2, G_TYPE_PTR_ARRAY, G_TYPE_UINT);
  signals[LOCK_TOGGLED] = g_signal_new ("lock-toggled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);
  signals[UNIT_ACTIVATED] = g_signal_new ("unit-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/giothong/GiotHong/units/gh-units-table.ui");
  gtk_widget_class_bind_template_child (widget_class, GhUnitsTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, GhUnitsTable, view);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
gh_units_table_init (GhUnitsTable *self)
{
  self->lists = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->parents = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->bound = g_ptr_array_new ();
  self->taken = gh_units_places_new ();
  self->indicators = g_array_new (FALSE, FALSE, sizeof (GhIndicator));
  self->filter_text = g_strdup ("");
  self->filter = gtk_custom_filter_new (gh_units_table_lets_through, self, NULL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);

  gtk_widget_init_template (GTK_WIDGET (self));
  gh_columns_set_name (self->view, _("Units and quotas"));
  gh_units_table_make_columns (self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (gh_units_table_release),
                           self, G_CONNECT_SWAPPED);
}
