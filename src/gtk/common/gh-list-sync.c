/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-list-sync.h"

gint64
gh_list_row_id (GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "gh-id");

  return id != NULL ? *id : 0;
}

GtkListBoxRow *
gh_list_find (GtkListBox *list, gint64 id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (gh_list_row_id (row) == id)
      return row;
  return NULL;
}

gint64
gh_list_selected_id (GtkListBox *list)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);

  return row != NULL ? gh_list_row_id (row) : 0;
}

static GtkListBoxRow *
make_row (gint64 id)
{
  GtkListBoxRow *row = GTK_LIST_BOX_ROW (gtk_list_box_row_new ());

  g_object_set_data_full (G_OBJECT (row), "gh-id", g_memdup2 (&id, sizeof id), g_free);
  return row;
}

static gboolean
has_keyboard (GtkListBoxRow *row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (row));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL &&
         (focus == GTK_WIDGET (row) || gtk_widget_is_ancestor (focus, GTK_WIDGET (row)));
}

/* The row that stays, next after @index or, failing that, before it. */
static GtkListBoxRow *
find_neighbour (GtkListBox *list, int index, GHashTable *wanted)
{
  GtkListBoxRow *row;

  for (int i = index + 1; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      gint64 id = gh_list_row_id (row);

      if (g_hash_table_contains (wanted, &id))
        return row;
    }
  for (int i = index - 1; i >= 0; i--)
    {
      gint64 id;

      row = gtk_list_box_get_row_at_index (list, i);
      id = gh_list_row_id (row);
      if (g_hash_table_contains (wanted, &id))
        return row;
    }
  return NULL;
}

static void
remove_row (GtkListBox *list, GtkListBoxRow *row, int index, GHashTable *wanted)
{
  GtkListBoxRow *neighbour = find_neighbour (list, index, wanted);

  if (neighbour != NULL && gtk_list_box_row_is_selected (row))
    gtk_list_box_select_row (list, neighbour);
  if (neighbour != NULL && has_keyboard (row))
    gtk_widget_grab_focus (GTK_WIDGET (neighbour));
  gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
remove_unwanted (GtkListBox *list, GHashTable *wanted)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL;)
    {
      gint64 id = gh_list_row_id (row);

      if (g_hash_table_contains (wanted, &id))
        i++;
      else
        remove_row (list, row, i, wanted);
    }
}

/* The row of @id stands at @index afterwards. */
static GtkListBoxRow *
put_row (GtkListBox *list, gint64 id, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, index);
  gboolean keyboard;
  gboolean selected;

  if (row != NULL && gh_list_row_id (row) == id)
    return row;
  row = gh_list_find (list, id);
  if (row == NULL)
    {
      row = make_row (id);
      gtk_list_box_insert (list, GTK_WIDGET (row), index);
      return row;
    }
  keyboard = has_keyboard (row);
  selected = gtk_list_box_row_is_selected (row);
  g_object_ref (row);
  gtk_list_box_remove (list, GTK_WIDGET (row));
  gtk_list_box_insert (list, GTK_WIDGET (row), index);
  if (selected)
    gtk_list_box_select_row (list, row);
  if (keyboard)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  g_object_unref (row);
  return row;
}

void
gh_list_sync (GtkListBox *list,
              const GPtrArray *things,
              GhListId get_id,
              GhListShow show,
              gpointer user_data)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_return_if_fail (GTK_IS_LIST_BOX (list));

  for (guint i = 0; i < things->len; i++)
    {
      gint64 id = get_id (g_ptr_array_index (things, i));

      g_hash_table_add (wanted, g_memdup2 (&id, sizeof id));
    }
  remove_unwanted (list, wanted);
  for (guint i = 0; i < things->len; i++)
    {
      gconstpointer thing = g_ptr_array_index (things, i);
      GtkListBoxRow *row = put_row (list, get_id (thing), (int) i);
      gboolean keyboard = has_keyboard (row);

      show (row, thing, user_data);
      /* The button in it that had the keyboard may be another one now. */
      if (keyboard && !has_keyboard (row))
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  gtk_list_box_invalidate_headers (list);
}

/* --- scrolling -------------------------------------------------------------------------------- */

/* Rows that stay in sight above the one that was looked for. */
#define SHARE_ABOVE 0.2

static gboolean
reveal_cb (gpointer user_data)
{
  GtkListBox *list = user_data;
  const gint64 *id = g_object_get_data (G_OBJECT (list), "gh-reveal");
  GtkListBoxRow *row = gh_list_find (list, *id);
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (list);
  graphene_rect_t place;

  g_object_set_data (G_OBJECT (list), "gh-reveal", NULL);
  if (row != NULL && adjustment != NULL && gtk_widget_get_mapped (GTK_WIDGET (list)) &&
      gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (list), &place))
    gtk_adjustment_set_value (adjustment,
                              (double) place.origin.y -
                                gtk_adjustment_get_page_size (adjustment) * SHARE_ABOVE);
  return G_SOURCE_REMOVE;
}

void
gh_list_reveal (GtkListBox *list, gint64 id)
{
  gboolean under_way = g_object_get_data (G_OBJECT (list), "gh-reveal") != NULL;

  g_return_if_fail (GTK_IS_LIST_BOX (list));

  if (id == 0)
    return;
  g_object_set_data_full (G_OBJECT (list), "gh-reveal", g_memdup2 (&id, sizeof id), g_free);
  /* New rows have no place yet; they have one when the frame has been laid out. */
  if (!under_way)
    g_idle_add_full (G_PRIORITY_LOW, reveal_cb, g_object_ref (list), g_object_unref);
}
