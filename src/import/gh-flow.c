/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-flow.h"

#include <string.h>

#include "gh-plan.h"
#include "gh-text.h"

/* More text than this is not a plan; what is read says so. */
#define OUTPUT_LIMIT (5u * 1024u * 1024u)
/* Cells of all tables; what a plan's tables hold is a few hundred. */
#define CELL_LIMIT 200000u

/* A paragraph while it is read. */
typedef struct
{
  GString *text;
  gboolean marked_bold; /* an open "**" in @text */
  gboolean marked_italic;
  gboolean has_text; /* more than blanks */
} Paragraph;

/* Rows of cells of lines. */
typedef struct
{
  GPtrArray *rows; /* GPtrArray of GPtrArray of char* */
  guint span;      /* columns of the current cell */
  gsize held;      /* bytes of all lines */
} Table;

struct _GhFlow
{
  GString *out;
  GPtrArray *paragraphs; /* Paragraph: text boxes stand inside paragraphs */
  GPtrArray *tables;     /* Table: nested */
  guint n_cells;         /* rows and cells of all tables, against hostile ones */
  gsize held;            /* bytes in cells of open tables, not yet in @out */
};

static void
paragraph_free (gpointer data)
{
  Paragraph *paragraph = data;

  g_string_free (paragraph->text, TRUE);
  g_free (paragraph);
}

static void
table_free (gpointer data)
{
  Table *table = data;

  g_ptr_array_unref (table->rows);
  g_free (table);
}

GhFlow *
gh_flow_new (void)
{
  GhFlow *flow = g_new0 (GhFlow, 1);

  flow->out = g_string_new (NULL);
  flow->paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  flow->tables = g_ptr_array_new_with_free_func (table_free);
  return flow;
}

void
gh_flow_free (GhFlow *flow)
{
  if (flow == NULL)
    return;
  g_ptr_array_unref (flow->paragraphs);
  g_ptr_array_unref (flow->tables);
  g_string_free (flow->out, TRUE);
  g_free (flow);
}

char *
gh_flow_dup_text (const GhFlow *flow)
{
  return g_strndup (flow->out->str, flow->out->len);
}

static Paragraph *
current_paragraph (const GhFlow *flow)
{
  guint n = flow->paragraphs->len;

  return n > 0 ? flow->paragraphs->pdata[n - 1] : NULL;
}

static Table *
current_table (const GhFlow *flow)
{
  guint n = flow->tables->len;

  return n > 0 ? flow->tables->pdata[n - 1] : NULL;
}

static GPtrArray *
current_cell (const Table *table)
{
  GPtrArray *row = table->rows->len > 0 ? table->rows->pdata[table->rows->len - 1] : NULL;

  return row != NULL && row->len > 0 ? row->pdata[row->len - 1] : NULL;
}

/* Whether there is no room for so many bytes more. */
static gboolean
is_full (const GhFlow *flow, gsize more)
{
  return flow->out->len + flow->held + more > OUTPUT_LIMIT;
}

/* Closes and opens marks so that what follows is in the style of the run. */
static void
switch_marks (Paragraph *paragraph, gboolean bold, gboolean italic)
{
  GString *text = paragraph->text;
  gsize n = text->len;

  if (paragraph->marked_bold == bold && paragraph->marked_italic == italic)
    return;
  /* Blanks stay outside of the marks. */
  while (n > 0 && text->str[n - 1] == ' ')
    n--;
  if (paragraph->marked_italic)
    {
      g_string_insert (text, (gssize) n, "*");
      n += 1;
    }
  if (paragraph->marked_bold)
    g_string_insert (text, (gssize) n, "**");
  if (bold)
    g_string_append (text, "**");
  if (italic)
    g_string_append (text, "*");
  paragraph->marked_bold = bold;
  paragraph->marked_italic = italic;
}

void
gh_flow_append (GhFlow *flow, const char *text, gboolean bold, gboolean italic)
{
  Paragraph *paragraph = current_paragraph (flow);
  gboolean blank = text[strspn (text, " \t\n")] == '\0';

  if (paragraph == NULL || *text == '\0' || is_full (flow, paragraph->text->len + strlen (text)))
    return;
  if (blank)
    {
      if (strpbrk (text, "\t\n") != NULL)
        switch_marks (paragraph, FALSE, FALSE);
      g_string_append (paragraph->text, text);
      return;
    }
  paragraph->has_text = TRUE;
  if (paragraph->marked_bold != bold || paragraph->marked_italic != italic)
    {
      /* Marks begin at a letter, not at a blank. */
      gsize blanks = strspn (text, " ");

      switch_marks (paragraph, FALSE, FALSE);
      g_string_append_len (paragraph->text, text, (gssize) blanks);
      text += blanks;
      switch_marks (paragraph, bold, italic);
    }
  g_string_append (paragraph->text, text);
}

/* Puts a finished line where it belongs: into the cell, or out. */
static void
emit_line (GhFlow *flow, const char *line)
{
  Table *table = current_table (flow);
  GPtrArray *cell = table != NULL ? current_cell (table) : NULL;

  if (cell != NULL)
    {
      if (line[strspn (line, " \t\n")] != '\0')
        {
          g_ptr_array_add (cell, g_strdup (line));
          table->held += strlen (line);
          flow->held += strlen (line);
        }
      return;
    }
  g_string_append (flow->out, line);
  g_string_append_c (flow->out, '\n');
}

void
gh_flow_start_paragraph (GhFlow *flow)
{
  Paragraph *paragraph = g_new0 (Paragraph, 1);

  paragraph->text = g_string_new (NULL);
  g_ptr_array_add (flow->paragraphs, paragraph);
}

gboolean
gh_flow_has_text (const GhFlow *flow)
{
  const Paragraph *paragraph = current_paragraph (flow);

  return paragraph != NULL && paragraph->has_text;
}

gboolean
gh_flow_begins_with (const GhFlow *flow, const char *start)
{
  const Paragraph *paragraph = current_paragraph (flow);

  return paragraph != NULL &&
         gh_text_begins (paragraph->text->str + strspn (paragraph->text->str, " \t*"), start);
}

gboolean
gh_flow_stands_alone (const GhFlow *flow, const char *label)
{
  if (label == NULL || current_table (flow) == NULL)
    return FALSE;
  for (const char *p = label; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      return TRUE;
  return FALSE;
}

void
gh_flow_end_paragraph (GhFlow *flow, const char *label)
{
  Paragraph *paragraph = current_paragraph (flow);
  g_autofree char *line = NULL;

  if (paragraph == NULL)
    return;
  switch_marks (paragraph, FALSE, FALSE);
  line = label != NULL && *label != '\0'
           ? g_strconcat (label, paragraph->has_text ? " " : "", paragraph->text->str, NULL)
           : g_strdup (paragraph->text->str);
  g_ptr_array_set_size (flow->paragraphs, (int) flow->paragraphs->len - 1);
  if (!is_full (flow, 0))
    emit_line (flow, line);
}

const char *
gh_flow_heading_label (int level)
{
  static const char *const labels[GH_FLOW_HEADINGS] = { GH_FLOW_HEADING_1, "\uE012", "\uE013",
                                                        "\uE014" };

  return labels[CLAMP (level, 1, GH_FLOW_HEADINGS) - 1];
}

void
gh_flow_break_page (GhFlow *flow)
{
  Paragraph *paragraph = current_paragraph (flow);

  if (current_table (flow) != NULL || is_full (flow, 0))
    return;
  if (!gh_flow_has_text (flow))
    {
      emit_line (flow, GH_FLOW_PAGE);
      return;
    }
  switch_marks (paragraph, FALSE, FALSE);
  g_string_append (paragraph->text, "\n" GH_FLOW_PAGE "\n");
}

void
gh_flow_begin_page (GhFlow *flow)
{
  if (current_table (flow) == NULL && !is_full (flow, 0))
    emit_line (flow, GH_FLOW_PAGE);
}

gsize
gh_flow_place (const GhFlow *flow)
{
  return current_table (flow) == NULL ? flow->out->len : G_MAXSIZE;
}

void
gh_flow_break_page_at (GhFlow *flow, gsize place)
{
  if (place < flow->out->len && !is_full (flow, 0))
    g_string_insert (flow->out, (gssize) place, GH_FLOW_PAGE "\n");
}

gboolean
gh_flow_is_in_table (const GhFlow *flow)
{
  return current_table (flow) != NULL;
}

void
gh_flow_start_table (GhFlow *flow)
{
  Table *table = g_new0 (Table, 1);

  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_add (flow->tables, table);
}

void
gh_flow_start_row (GhFlow *flow)
{
  Table *table = current_table (flow);

  if (table == NULL || flow->n_cells++ >= CELL_LIMIT)
    return;
  g_ptr_array_add (table->rows,
                   g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref));
}

void
gh_flow_drop_row (GhFlow *flow)
{
  Table *table = current_table (flow);

  if (table != NULL && table->rows->len > 0)
    g_ptr_array_set_size (table->rows, (int) table->rows->len - 1);
}

/* What stands in a cell too many goes on in the last one. */
static void
add_cell (GhFlow *flow, const Table *table)
{
  GPtrArray *row = table->rows->len > 0 ? table->rows->pdata[table->rows->len - 1] : NULL;

  if (row != NULL && row->len < GH_BLOCK_MAX_COLUMNS && flow->n_cells++ < CELL_LIMIT)
    g_ptr_array_add (row, g_ptr_array_new_with_free_func (g_free));
}

void
gh_flow_start_cell (GhFlow *flow)
{
  Table *table = current_table (flow);

  if (table == NULL)
    return;
  table->span = 1;
  add_cell (flow, table);
}

void
gh_flow_set_span (GhFlow *flow, guint columns)
{
  Table *table = current_table (flow);

  if (table != NULL)
    table->span = columns;
}

void
gh_flow_end_cell (GhFlow *flow)
{
  Table *table = current_table (flow);

  for (; table != NULL && table->span > 1; table->span--)
    add_cell (flow, table);
}

/* A table that only places things side by side: the head of the plan, or its signature. */
static gboolean
is_layout (const Table *table)
{
  gboolean tall = FALSE;

  for (guint r = 0; r < table->rows->len; r++)
    {
      const GPtrArray *row = table->rows->pdata[r];

      for (guint c = 0; c < row->len; c++)
        {
          const GPtrArray *cell = row->pdata[c];

          for (guint i = 0; i < cell->len; i++)
            {
              const char *line = cell->pdata[i];

              if (strstr (line, "Nơi nhận") != NULL || strstr (line, "CỘNG H") != NULL ||
                  strstr (line, "Độc lập") != NULL ||
                  strstr (line, "ĐOÀN TNCS HỒ CHÍ MINH") != NULL ||
                  strstr (line, GH_PLAN_PARTY) != NULL || gh_text_begins (line, "**TM.") ||
                  gh_text_begins (line, "TM."))
                return TRUE;
            }
          tall = tall || cell->len >= 4;
        }
    }
  return tall && table->rows->len <= 2;
}

static void
emit_columns (GhFlow *flow, const Table *table)
{
  guint columns = 0;

  for (guint r = 0; r < table->rows->len; r++)
    columns = MAX (columns, ((const GPtrArray *) table->rows->pdata[r])->len);
  for (guint c = 0; c < columns; c++)
    for (guint r = 0; r < table->rows->len; r++)
      {
        const GPtrArray *row = table->rows->pdata[r];
        const GPtrArray *cell = c < row->len ? row->pdata[c] : NULL;

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          emit_line (flow, cell->pdata[i]);
      }
}

/* A cell as one line without marks. */
static void
append_cell (GString *line, const GPtrArray *cell)
{
  for (guint i = 0; i < cell->len; i++)
    {
      if (i > 0)
        g_string_append_c (line, ' ');
      for (const char *p = cell->pdata[i]; *p != '\0'; p++)
        if (*p == '\t' || *p == '\n')
          g_string_append_c (line, ' ');
        else if (*p != '*')
          g_string_append_c (line, *p);
    }
}

static void
emit_rows (GhFlow *flow, const Table *table)
{
  emit_line (flow, "");
  for (guint r = 0; r < table->rows->len; r++)
    {
      const GPtrArray *row = table->rows->pdata[r];
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint c = 0; c < row->len; c++)
        {
          if (c > 0)
            g_string_append_c (line, '\t');
          append_cell (line, row->pdata[c]);
        }
      if (line->str[strspn (line->str, " \t")] != '\0')
        emit_line (flow, line->str);
    }
  emit_line (flow, "");
}

void
gh_flow_end_table (GhFlow *flow)
{
  Table *table = current_table (flow);

  if (table == NULL)
    return;
  g_ptr_array_steal_index (flow->tables, flow->tables->len - 1);
  flow->held -= table->held;
  if (is_layout (table))
    emit_columns (flow, table);
  else
    emit_rows (flow, table);
  table_free (table);
}
