/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-table.h"

#include <string.h>

#include <glib/gi18n.h>

#include "gh-number.h"
#include "gh-text.h"

/* Longer cells are cut, or one long title would push the rest off the screen. The last column may
 * run as long as it likes. */
#define MAX_WIDTH 56

struct _CliTable
{
  GPtrArray *cells; /* char*, the heads first */
  guint n_columns;
  gboolean *figures;
};

CliTable *
cli_table_new (const char *heads, const char *align)
{
  g_auto (GStrv) names = g_strsplit (heads, "|", -1);
  CliTable *table = g_new0 (CliTable, 1);

  table->cells = g_ptr_array_new_with_free_func (g_free);
  table->n_columns = g_strv_length (names);
  table->figures = g_new0 (gboolean, table->n_columns);
  for (guint i = 0; i < table->n_columns; i++)
    {
      table->figures[i] = align[MIN (i, strlen (align) - 1)] == 'r';
      cli_table_add (table, names[i]);
    }
  return table;
}

void
cli_table_free (CliTable *table)
{
  g_ptr_array_unref (table->cells);
  g_free (table->figures);
  g_free (table);
}

static gsize
width_of (const char *text)
{
  gsize width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar letter = g_utf8_get_char (text);

      if (!g_unichar_iszerowidth (letter))
        width += g_unichar_iswide (letter) ? 2 : 1;
    }
  return width;
}

void
cli_table_add (CliTable *table, const char *text)
{
  g_autofree char *clean = gh_text_nfc (text != NULL ? text : "", -1);
  char *line = gh_text_squeeze (clean);

  for (char *at = line; *at != '\0'; at++)
    if (*at == '\n' || *at == '\t')
      *at = ' ';
  if ((table->cells->len + 1) % table->n_columns != 0 && g_utf8_strlen (line, -1) > MAX_WIDTH)
    {
      g_autofree char *start = g_utf8_substring (line, 0, MAX_WIDTH - 1);

      g_free (line);
      line = g_strconcat (start, "…", NULL);
    }
  g_ptr_array_add (table->cells, line);
}

void
cli_table_add_count (CliTable *table, gint64 value)
{
  g_autofree char *text = value >= 0 ? gh_number_format (value) : g_strdup ("–");

  cli_table_add (table, text);
}

static void
append_cell (GString *out, const char *text, gsize width, gboolean figure, gboolean last)
{
  gsize room = width - MIN (width_of (text), width);

  if (figure)
    g_string_append_printf (out, "%*s%s", (int) room, "", text);
  else if (last)
    g_string_append (out, text);
  else
    g_string_append_printf (out, "%s%*s", text, (int) room, "");
  g_string_append (out, last ? "\n" : "  ");
}

char *
cli_table_format (CliTable *table)
{
  GString *out = g_string_new (NULL);
  g_autofree gsize *widths = g_new0 (gsize, table->n_columns);

  for (guint i = 0; i < table->cells->len; i++)
    {
      gsize *width = &widths[i % table->n_columns];

      *width = MAX (*width, width_of (g_ptr_array_index (table->cells, i)));
    }
  for (guint i = 0; i < table->cells->len; i++)
    append_cell (out, g_ptr_array_index (table->cells, i), widths[i % table->n_columns],
                 table->figures[i % table->n_columns],
                 i % table->n_columns == table->n_columns - 1);
  return g_string_free (out, FALSE);
}
