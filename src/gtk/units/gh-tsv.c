/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-tsv.h"

#include <string.h>

/* A cell from @text on; returns what follows it: a tab, a line feed or the end. */
static const char *
parse_cell (const char *text, GPtrArray *cells)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean quoted = *text == '"';

  if (quoted)
    text++;
  while (*text != '\0' && (quoted || (*text != '\t' && *text != '\n')))
    {
      if (quoted && *text == '"' && text[1] != '"')
        {
          quoted = FALSE;
          text++;
          continue;
        }
      if (quoted && *text == '"')
        text++;
      g_string_append_c (cell, *text++);
    }
  g_ptr_array_add (cells, g_strdup (g_strstrip (cell->str)));
  return text;
}

GPtrArray *
gh_tsv_parse (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  while (*text != '\0')
    {
      GPtrArray *cells = g_ptr_array_new ();

      text = parse_cell (text, cells);
      while (*text == '\t')
        text = parse_cell (text + 1, cells);
      if (*text == '\n')
        text++;
      g_ptr_array_add (cells, NULL);
      g_ptr_array_add (lines, g_ptr_array_free (cells, FALSE));
    }
  return lines;
}

void
gh_tsv_append (GString *text, const char *cell, gboolean first)
{
  if (!first)
    g_string_append_c (text, '\t');
  if (strpbrk (cell, "\t\n\"") == NULL)
    {
      g_string_append (text, cell);
      return;
    }
  g_string_append_c (text, '"');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *cell);
    }
  g_string_append_c (text, '"');
}
