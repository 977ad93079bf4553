/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-doc-build-private.h"

#include <string.h>

#include "gh-doc-style.h"
#include "gh-number.h"
#include "gh-text.h"

/* Tables of a plan: rows of plain texts, the first is the header. */

#define CELL_SIZE_PT 13.0

typedef struct
{
  double word; /* widest word */
  double text; /* widest text on one line */
} ColumnNeed;

static void
measure_cell (ColumnNeed *need, const char *cell, gboolean bold)
{
  g_autofree char *plain = gh_text_strip_marks (cell);
  g_auto (GStrv) words = g_strsplit_set (plain, " \n\t", -1);

  for (char **word = words; *word != NULL; word++)
    need->word = MAX (need->word, gh_doc_style_text_width (*word, CELL_SIZE_PT, bold));
  need->text = MAX (need->text, gh_doc_style_text_width (plain, CELL_SIZE_PT, bold));
}

double *
gh_doc_build_widths (const GPtrArray *rows, guint n_columns, double width_pt)
{
  g_autofree ColumnNeed *needs = g_new0 (ColumnNeed, n_columns);
  double *widths = g_new (double, n_columns);
  double words = 0;
  double wishes = 0;

  for (guint row = 0; row < rows->len; row++)
    {
      char **cells = g_ptr_array_index (rows, row);

      for (guint i = 0; i < n_columns && cells[i] != NULL; i++)
        measure_cell (&needs[i], cells[i], row == 0);
    }
  for (guint i = 0; i < n_columns; i++)
    {
      /* A word longer than a third of the page is broken anyway; a text wants three lines at most
       * of the page. A tenth more than measured: fonts differ. */
      needs[i].word = MIN (needs[i].word * 1.05, width_pt / 3) + 2 * GH_CELL_PAD_PT + 1;
      needs[i].text = CLAMP (needs[i].text * 1.05 + 2 * GH_CELL_PAD_PT, needs[i].word, width_pt);
      words += needs[i].word;
      wishes += needs[i].text - needs[i].word;
    }
  for (guint i = 0; i < n_columns; i++)
    {
      double spare = MAX (width_pt - words, 0);

      widths[i] = needs[i].word;
      if (wishes > 0)
        widths[i] += spare * (needs[i].text - needs[i].word) / wishes;
    }
  return widths;
}

static gboolean
is_figure (const char *cell)
{
  g_autofree char *plain = gh_text_strip_marks (cell);
  g_autofree char *bare = gh_text_squeeze (plain);
  gsize length = strlen (bare);
  double value;

  if (length > 0 && bare[length - 1] == '%')
    bare[length - 1] = '\0';
  return gh_number_parse (g_strstrip (bare), &value);
}

/* A column of running numbers by its title. */
static gboolean
is_index_title (const char *title)
{
  g_autofree char *plain = gh_text_strip_marks (title);
  g_autofree char *squeezed = gh_text_squeeze (plain);
  g_autofree char *folded = gh_text_fold (squeezed);

  return strcmp (folded, "tt") == 0 || strcmp (folded, "stt") == 0 ||
         strcmp (folded, "so tt") == 0 || strcmp (folded, "so thu tu") == 0;
}

/* A row whose first text is "Tổng", "Cộng", "Tổng cộng". */
static gboolean
is_total_row (char **cells)
{
  for (char **cell = cells; *cell != NULL; cell++)
    {
      g_autofree char *plain = gh_text_strip_marks (*cell);
      g_autofree char *squeezed = gh_text_squeeze (plain);
      g_autofree char *folded = gh_text_fold (squeezed);

      if (folded[0] == '\0' || is_figure (folded))
        continue;
      return g_str_has_prefix (folded, "tong") || g_str_has_prefix (folded, "cong");
    }
  return FALSE;
}

static void
add_total_cell (GhDocNode *table, const char *cell)
{
  g_autofree char *plain = gh_text_strip_marks (cell);
  g_autofree char *bold = g_strdup_printf ("**%s**", g_strstrip (plain));

  if (plain[0] == '\0' || is_figure (plain))
    gh_doc_table_add_cell (table, GH_DOC_TABLE_TOTAL, cell);
  else
    gh_doc_table_add_cell (table, GH_DOC_TABLE_CELL, bold);
}

static void
add_row (GhDocNode *table, char **cells, char **header)
{
  gboolean total = is_total_row (cells);
  gboolean ended = FALSE;

  for (guint i = 0; i < table->n_columns; i++)
    {
      const char *cell;
      gboolean index;

      ended = ended || cells[i] == NULL;
      cell = ended ? "" : cells[i];
      index = i < g_strv_length (header) && is_index_title (header[i]);
      if (cells == header)
        gh_doc_table_add_cell (table, GH_DOC_TABLE_HEAD, cell);
      else if (total)
        add_total_cell (table, cell);
      else if (index)
        gh_doc_table_add_cell (table, GH_DOC_TABLE_INDEX, cell);
      else
        gh_doc_table_add_cell (table, is_figure (cell) ? GH_DOC_TABLE_NUMBER : GH_DOC_TABLE_CELL,
                               cell);
    }
}

GhDocNode *
gh_doc_build_table (const GPtrArray *rows, double width_pt)
{
  g_autofree double *widths = NULL;
  guint n_columns = 0;
  GhDocNode *table;

  for (guint row = 0; row < rows->len; row++)
    n_columns = MAX (n_columns, g_strv_length (g_ptr_array_index (rows, row)));
  if (n_columns == 0)
    return NULL;
  widths = gh_doc_build_widths (rows, n_columns, width_pt);
  /* One row alone is no header. */
  table = gh_doc_table_new (n_columns, rows->len > 1 ? 1 : 0, widths);
  for (guint row = 0; row < rows->len; row++)
    add_row (table, g_ptr_array_index (rows, row), g_ptr_array_index (rows, 0));
  return table;
}
