/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "gh-html-read.h"
#include "gh-marked.h"
#include "gh-paste-private.h"
#include "gh-plan-private.h"

/* Blocks are made while the page is read. A table inside another is text of its cell. */
typedef struct
{
  GPtrArray *blocks;
  GPtrArray *rows; /* GPtrArray of char *: marked texts; NULL = no table is open */
  guint nested;
  guint span;    /* columns of the open cell */
  GString *cell; /* its paragraphs, a line each; NULL = none is open */
  guint n_cells;
} Sink;

/* --- paragraphs ------------------------------------------------------------------------------- */

/* "I.", "A.": a part of the plan, which a word processor numbers as it does items. */
static gboolean
is_part (const char *label)
{
  g_autofree char *line = g_strconcat (label, " X", NULL);
  g_autofree char *number = NULL;
  const char *rest = NULL;
  int depth = 1;
  GhPlanMark mark = gh_plan_mark_parse (line, &number, &depth, &rest);

  return mark == GH_PLAN_MARK_ROMAN || mark == GH_PLAN_MARK_CAPITAL;
}

static gboolean
take_paragraph (const GhHtmlParagraph *paragraph, gpointer data)
{
  Sink *self = data;
  g_autofree char *text = gh_marked_format (paragraph->runs);
  g_autofree char *typed =
    paragraph->label != NULL ? g_strconcat (paragraph->label, " ", text, NULL) : NULL;
  g_autofree char *number = NULL;
  GhPasteKind kind = { .heading = paragraph->heading };

  if (self->rows != NULL)
    {
      if (self->cell != NULL)
        g_string_append_printf (self->cell, "%s%s", self->cell->len > 0 ? "\n" : "",
                                typed != NULL ? typed : text);
      return TRUE;
    }
  if (self->blocks->len >= GH_PASTE_MAX_BLOCKS)
    return FALSE;
  if (typed != NULL && (paragraph->heading || is_part (paragraph->label)))
    {
      gh_paste_add_paragraph (self->blocks, typed, &kind);
      return TRUE;
    }
  if (paragraph->label != NULL)
    number = gh_paste_label_number (paragraph->label, paragraph->depth);
  kind.list = paragraph->depth;
  kind.number = number;
  gh_paste_add_paragraph (self->blocks, text, &kind);
  return TRUE;
}

/* --- tables ----------------------------------------------------------------------------------- */

static gboolean
add_cell (Sink *self, char *text)
{
  GPtrArray *row = g_ptr_array_index (self->rows, self->rows->len - 1);

  if (row->len < GH_BLOCK_MAX_COLUMNS)
    g_ptr_array_add (row, text);
  else
    g_free (text);
  return ++self->n_cells < GH_PASTE_MAX_CELLS;
}

static gboolean
take_row (gpointer data)
{
  Sink *self = data;

  if (self->rows != NULL && self->nested == 0)
    g_ptr_array_add (self->rows, g_ptr_array_new_with_free_func (g_free));
  return ++self->n_cells < GH_PASTE_MAX_CELLS;
}

static gboolean
take_cell (guint columns, gpointer data)
{
  Sink *self = data;
  gboolean room = TRUE;

  if (self->rows == NULL || self->nested > 0)
    return TRUE;
  if (columns > 0)
    {
      self->span = columns;
      self->cell = g_string_new (NULL);
      return TRUE;
    }
  room = add_cell (self, g_string_free (g_steal_pointer (&self->cell), FALSE));
  for (; self->span > 1 && room; self->span--)
    room = add_cell (self, g_strdup (""));
  return room;
}

static gboolean
is_empty_row (const GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    if (*(const char *) g_ptr_array_index (row, i) != '\0')
      return FALSE;
  return TRUE;
}

/* Tables of one column are how web pages place things: their cells are paragraphs. */
static gboolean
add_column (Sink *self, const GPtrArray *rows)
{
  GhPasteKind kind = { 0 };

  for (guint i = 0; i < rows->len; i++)
    {
      const GPtrArray *row = g_ptr_array_index (rows, i);
      g_auto (GStrv) lines = g_strsplit (g_ptr_array_index (row, 0), "\n", -1);

      for (char **line = lines; *line != NULL; line++)
        {
          if (self->blocks->len >= GH_PASTE_MAX_BLOCKS)
            return FALSE;
          gh_paste_add_paragraph (self->blocks, *line, &kind);
        }
    }
  return TRUE;
}

static void
add_table (Sink *self, const GPtrArray *rows, guint columns)
{
  GhBlock *block = gh_block_new (GH_BLOCK_TABLE, 0, "", "");

  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);

      for (guint column = 0; column < row->len; column++)
        g_strdelimit (g_ptr_array_index (row, column), "\n", ' ');
      while (row->len < columns)
        g_ptr_array_add (row, g_strdup (""));
      g_ptr_array_add (row, NULL);
      gh_block_add_row (block, (const char *const *) row->pdata);
    }
  g_ptr_array_add (self->blocks, block);
}

static gboolean
end_table (Sink *self)
{
  g_autoptr (GPtrArray) all = g_steal_pointer (&self->rows);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  guint columns = 0;

  for (guint i = 0; i < all->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (all, i);

      if (is_empty_row (row))
        continue;
      g_ptr_array_add (rows, row);
      columns = MAX (columns, row->len);
    }
  if (columns < 2)
    return add_column (self, rows);
  if (self->blocks->len >= GH_PASTE_MAX_BLOCKS)
    return FALSE;
  add_table (self, rows, columns);
  return TRUE;
}

static gboolean
take_table (gboolean begins, gpointer data)
{
  Sink *self = data;

  if (begins && self->rows == NULL)
    self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  else if (begins)
    self->nested++;
  else if (self->nested > 0)
    self->nested--;
  else
    return end_table (self);
  return TRUE;
}

GPtrArray *
gh_paste_read_html (const char *html, gssize length, GError **error)
{
  static const GhHtmlSink sink = { take_paragraph, take_table, take_row, take_cell };
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_block_free);
  Sink self = { .blocks = found };
  gboolean whole = gh_html_read (html, length < 0 ? strlen (html) : (gsize) length, &sink, &self);

  /* Of a table that was left in the middle. */
  g_clear_pointer (&self.rows, g_ptr_array_unref);
  if (self.cell != NULL)
    g_string_free (self.cell, TRUE);
  if (!whole)
    {
      gh_paste_set_too_large (error);
      return NULL;
    }
  gh_paste_convert_legacy (found);
  return g_steal_pointer (&found);
}
