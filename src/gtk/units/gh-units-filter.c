/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-text.h"
#include "gh-units-table-private.h"

/* Which units are shown while something stands in the search entry. */

gboolean
gh_units_table_lets_through (gpointer item, gpointer user_data)
{
  GhUnitsTable *self = user_data;
  gint64 id;

  if (self->matches == NULL)
    return TRUE;
  id = gh_row_get_id (gh_units_table_item_row (item));
  return g_hash_table_contains (self->matches, &id);
}

/* The unit and all above it: a match is shown in its place in the tree. */
static void
add_match (GhUnitsTable *self, gint64 id)
{
  while (id != 0 && !g_hash_table_contains (self->matches, &id))
    {
      const gint64 *parent = g_hash_table_lookup (self->parents, &id);

      g_hash_table_add (self->matches, g_memdup2 (&id, sizeof id));
      id = parent != NULL ? *parent : 0;
    }
}

static void
collect_matches (GhUnitsTable *self, const char *needle)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->lists);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      guint n = g_list_model_get_n_items (value);

      for (guint i = 0; i < n; i++)
        {
          const GhUnitLine *row = gh_row_get_data (gh_row_list_get (value, i));
          g_autofree char *kind = gh_text_fold (row->kind);

          if (strstr (row->fold, needle) != NULL || strstr (kind, needle) != NULL)
            add_match (self, row->unit_id);
        }
    }
}

void
gh_units_table_set_filter (GhUnitsTable *self, const char *text)
{
  g_autofree char *needle = NULL;

  g_return_if_fail (GH_IS_UNITS_TABLE (self));

  needle = gh_text_fold (text != NULL ? text : "");
  g_free (self->filter_text);
  self->filter_text = g_strdup (text != NULL ? text : "");
  g_clear_pointer (&self->matches, g_hash_table_unref);
  if (*needle != '\0')
    {
      self->matches = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      collect_matches (self, needle);
      gh_units_table_set_expanded (self, TRUE);
    }
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}
