/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-sheet-unit.h"

#include "gh-outline.h"
#include "gh-text.h"

char *
gh_sheet_read_unit (const GhSheetTable *table,
                    const GhSheetRow *row,
                    char **number,
                    gboolean *heading)
{
  const guint name_field = table->spec->name_field;
  const guint order_field = table->spec->order_field;
  const GhCell *cell = gh_sheet_table_get (table, row, name_field);
  const GhCell *order = gh_sheet_table_get (table, row, order_field);
  g_autofree char *name = gh_sheet_table_dup (table, row, name_field);
  gsize length;

  *number = NULL;
  *heading = (*name == '\0' || cell->merged) && order != NULL && order->span > 1;
  if (*heading || (cell != NULL && cell->merged))
    {
      g_free (name);
      name = *heading ? gh_sheet_table_dup (table, row, order_field) : g_strdup ("");
    }
  else if (order != NULL && !order->merged)
    *number = gh_sheet_table_dup (table, row, order_field);
  if (*number == NULL && (length = gh_outline_split_number (name)) > 0)
    {
      g_autofree char *prefix = g_strndup (name, length);

      *number = gh_text_squeeze (prefix);
      return g_strdup (name + length);
    }
  if (*number == NULL)
    *number = g_strdup ("");
  return g_steal_pointer (&name);
}
