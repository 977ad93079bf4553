/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-doc-build-private.h"

#include <math.h>
#include <string.h>

#include "gh-doc-style.h"
#include "gh-number.h"
#include "gh-text.h"

/* Tables of a plan: rows of plain texts, the first is the header. */

#define CELL_SIZE_PT 13.0

typedef struct
{
  double word;  /* room for the widest word */
  double text;  /* room for the widest text on one line */
  double share; /* cube root of the sum of the squares of all texts */
  double width;
  gboolean fixed;
} ColumnNeed;

static void
measure_cell (ColumnNeed *need, const char *cell, gboolean bold)
{
  g_autofree char *plain = gh_text_strip_marks (cell);
  g_autoptr (GString) broken = g_string_new (plain);
  g_auto (GStrv) words = NULL;
  double text = gh_doc_style_text_width (plain, CELL_SIZE_PT, bold);

  /* A line may end after a dash: "03/02/2027–14/02/2027". */
  g_string_replace (broken, "–", "– ", 0);
  words = g_strsplit_set (broken->str, " \n\t", -1);
  for (char **word = words; *word != NULL; word++)
    {
      double width = gh_doc_style_text_width (*word, CELL_SIZE_PT, bold);

      need->word = MAX (need->word, width);
    }
  need->text = MAX (need->text, text);
  need->share += text * text;
}

/*
 * Rows are lowest when the sum over the cells of (text / width)² is least: widths go by the cube
 * root of the sum of the squared texts. No column gets less than its widest word needs, nor more
 * than its widest text; what that leaves or takes is shared among the others.
 */
static void
share_width (ColumnNeed *needs, guint n_columns, double width_pt)
{
  gboolean settled = FALSE;

  while (!settled)
    {
      double room = width_pt;
      double shares = 0;
      double worst = 0;
      guint moved = 0;

      for (guint i = 0; i < n_columns; i++)
        if (needs[i].fixed)
          room -= needs[i].width;
        else
          shares += needs[i].share;
      /* One column is settled a round: the one farthest outside of its bounds. */
      for (guint i = 0; i < n_columns; i++)
        {
          double width = shares > 0 ? MAX (room, 0) * needs[i].share / shares : 0;
          double bounded = CLAMP (width, needs[i].word, needs[i].text);

          if (needs[i].fixed)
            continue;
          needs[i].width = width;
          if (ABS (bounded - width) > worst)
            {
              worst = ABS (bounded - width);
              moved = i;
            }
        }
      settled = worst < 0.01;
      if (!settled)
        {
          needs[moved].width = CLAMP (needs[moved].width, needs[moved].word, needs[moved].text);
          needs[moved].fixed = TRUE;
        }
    }
}

double *
gh_doc_build_widths (const GPtrArray *rows, guint n_columns, double width_pt)
{
  g_autofree ColumnNeed *needs = g_new0 (ColumnNeed, n_columns);
  double *widths = g_new (double, n_columns);

  for (guint row = 0; row < rows->len; row++)
    {
      char **cells = g_ptr_array_index (rows, row);

      for (guint i = 0; i < n_columns && cells[i] != NULL; i++)
        measure_cell (&needs[i], cells[i], row == 0);
    }
  for (guint i = 0; i < n_columns; i++)
    {
      const double pad = 2 * GH_CELL_PAD_PT + 2;

      /* A word longer than a third of the page is broken anyway. A little more than measured:
       * fonts differ. */
      needs[i].word = MIN (needs[i].word * 1.04, width_pt / 3) + pad;
      needs[i].text = MAX (needs[i].text * 1.04 + pad, needs[i].word);
      needs[i].share = cbrt (needs[i].share) + 1;
    }
  share_width (needs, n_columns, width_pt);
  for (guint i = 0; i < n_columns; i++)
    widths[i] = needs[i].width;
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

/* Whether a row adds up: its first text is "Tổng", "Cộng", "Tổng cộng" … With their tones:
 * "Công ty" and "Tổng công ty" are units. */
static gboolean
is_total_row (char **cells)
{
  static const char *const words[] = { "tổng", "cộng", "tổng cộng", "tổng số", "cộng chung", NULL };

  for (char **cell = cells; *cell != NULL; cell++)
    {
      g_autofree char *plain = gh_text_strip_marks (*cell);
      g_autofree char *squeezed = gh_text_squeeze (plain);
      g_autofree char *lower = g_utf8_strdown (squeezed, -1);

      if (lower[0] == '\0' || is_figure (lower))
        continue;
      g_strdelimit (lower, ":.", '\0');
      return g_strv_contains (words, lower);
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
