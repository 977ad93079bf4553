/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gh-doc.h"

#include <string.h>

#include "gh-marked.h"
#include "gh-text.h"

G_DEFINE_QUARK (gh_doc_error, gh_doc_error)

static void
run_free (gpointer data)
{
  GhDocRun *run = data;

  g_free (run->text);
  g_free (run);
}

GhDoc *
gh_doc_new (const char *title, const char *author)
{
  GhDoc *doc = g_new0 (GhDoc, 1);

  doc->title = g_strdup (title != NULL ? title : "");
  doc->author = g_strdup (author != NULL ? author : "");
  doc->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_doc_node_free);
  return doc;
}

void
gh_doc_free (GhDoc *doc)
{
  if (doc == NULL)
    return;
  g_free (doc->title);
  g_free (doc->author);
  g_ptr_array_unref (doc->nodes);
  g_free (doc);
}

static GhDocNode *
node_new (GhDocNodeKind kind)
{
  GhDocNode *node = g_new0 (GhDocNode, 1);

  node->kind = kind;
  node->role = GH_DOC_BODY;
  node->source = -1;
  return node;
}

GhDocNode *
gh_doc_paragraph_new (GhDocRole role, const char *marked_text)
{
  GhDocNode *node = node_new (GH_DOC_PARAGRAPH);

  node->role = role;
  node->runs = gh_doc_runs_parse (marked_text != NULL ? marked_text : "");
  return node;
}

GhDocNode *
gh_doc_table_new (guint n_columns, guint n_header_rows, const double *widths)
{
  GhDocNode *node = node_new (GH_DOC_TABLE);
  double sum = 0;
  double rest = 0;

  g_return_val_if_fail (n_columns > 0, NULL);

  node->role = GH_DOC_TABLE_CELL;
  node->n_columns = n_columns;
  node->n_header_rows = n_header_rows;
  node->widths = g_new (double, n_columns);
  for (guint i = 0; i < n_columns; i++)
    sum += node->widths[i] = widths != NULL ? MAX (widths[i], 0.001) : 1.0;
  /* No column so narrow that its letters would shrink out of sight. */
  for (guint i = 0; i < n_columns; i++)
    rest += node->widths[i] = MAX (node->widths[i] / sum, 0.25 / n_columns);
  for (guint i = 0; i < n_columns; i++)
    node->widths[i] /= rest;
  node->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_doc_node_free);
  return node;
}

void
gh_doc_table_add_cell (GhDocNode *table, GhDocRole role, const char *marked_text)
{
  g_return_if_fail (table != NULL && table->kind == GH_DOC_TABLE);

  g_ptr_array_add (table->cells, gh_doc_paragraph_new (role, marked_text));
}

GhDocNode *
gh_doc_columns_new (double left_share)
{
  GhDocNode *node = node_new (GH_DOC_COLUMNS);

  node->left_share = CLAMP (left_share, 0.1, 0.9);
  node->left = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_doc_node_free);
  node->right = g_ptr_array_new_with_free_func ((GDestroyNotify) gh_doc_node_free);
  return node;
}

GhDocNode *
gh_doc_page_break_new (gboolean landscape)
{
  GhDocNode *node = node_new (GH_DOC_PAGE_BREAK);

  node->landscape = landscape;
  return node;
}

GhDocNode *
gh_doc_new_page_new (void)
{
  return node_new (GH_DOC_NEW_PAGE);
}

void
gh_doc_node_set_number (GhDocNode *node, const char *number, const char *prefix, int heading)
{
  const GhDocRun *first;

  g_return_if_fail (node != NULL && node->kind == GH_DOC_PARAGRAPH);

  first = node->runs->len > 0 ? g_ptr_array_index (node->runs, 0) : NULL;
  if (number[0] == '\0' || first == NULL || !g_str_has_prefix (first->text, prefix))
    return;
  g_free (node->number);
  node->number = g_strdup (number);
  node->number_length = strlen (prefix);
  node->heading = heading;
}

void
gh_doc_node_free (GhDocNode *node)
{
  if (node == NULL)
    return;
  g_free (node->number);
  g_clear_pointer (&node->runs, g_ptr_array_unref);
  g_clear_pointer (&node->cells, g_ptr_array_unref);
  g_clear_pointer (&node->left, g_ptr_array_unref);
  g_clear_pointer (&node->right, g_ptr_array_unref);
  g_free (node->widths);
  g_free (node);
}

static void
add_run (GPtrArray *runs, const char *text, gsize length, gboolean bold, gboolean italic)
{
  GhDocRun *run;

  if (length == 0)
    return;
  run = g_new0 (GhDocRun, 1);
  run->text = g_strndup (text, length);
  run->bold = bold;
  run->italic = italic;
  g_ptr_array_add (runs, run);
}

static char *
dup_composed (const char *text)
{
  g_autofree char *valid = NULL;

  if (gh_text_is_plain (text))
    return g_strdup (text);
  valid = g_utf8_make_valid (text, -1);
  return g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

GPtrArray *
gh_doc_runs_parse (const char *marked_text)
{
  GPtrArray *runs = g_ptr_array_new_with_free_func (run_free);
  g_autofree char *text = dup_composed (marked_text);
  g_autoptr (GArray) marks = gh_marked_find (text);
  gboolean bold = FALSE;
  gboolean italic = FALSE;
  gsize from = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const GhMark *mark = &g_array_index (marks, GhMark, i);

      add_run (runs, text + from, mark->offset - from, bold, italic);
      if (mark->stars == 2)
        bold = mark->opens;
      else
        italic = mark->opens;
      from = mark->offset + (gsize) mark->stars;
    }
  add_run (runs, text + from, strlen (text) - from, bold, italic);
  return runs;
}

gboolean
gh_doc_node_is_empty (const GhDocNode *node)
{
  if (node->kind != GH_DOC_PARAGRAPH)
    return FALSE;
  for (guint i = 0; i < node->runs->len; i++)
    {
      const GhDocRun *run = g_ptr_array_index (node->runs, i);

      if (run->text[strspn (run->text, " \t\n")] != '\0')
        return FALSE;
    }
  return TRUE;
}

char *
gh_doc_node_get_text (const GhDocNode *node)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; node->runs != NULL && i < node->runs->len; i++)
    {
      const GhDocRun *run = g_ptr_array_index (node->runs, i);

      g_string_append (text, run->text);
    }
  return g_string_free (text, FALSE);
}

static void
append_cell_text (GString *text, const GhDocNode *cell)
{
  g_autofree char *letters = gh_doc_node_get_text (cell);

  /* One line a row, one tab a column, whatever stands in a cell. */
  g_strdelimit (letters, "\t\n", ' ');
  g_string_append (text, letters);
}

static void
append_paragraphs (GString *text, GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const GhDocNode *node = g_ptr_array_index (nodes, i);
      g_autofree char *letters = gh_doc_node_get_text (node);

      if (!gh_doc_node_is_empty (node))
        g_string_append_printf (text, "%s\n", letters);
    }
}

static void
append_table (GString *text, const GhDocNode *table)
{
  for (guint i = 0; i < table->cells->len; i++)
    {
      append_cell_text (text, g_ptr_array_index (table->cells, i));
      g_string_append_c (text, (i + 1) % table->n_columns == 0 ? '\n' : '\t');
    }
  if (table->cells->len % table->n_columns != 0)
    g_string_append_c (text, '\n');
}

char *
gh_doc_to_text (const GhDoc *doc)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < doc->nodes->len; i++)
    {
      const GhDocNode *node = g_ptr_array_index (doc->nodes, i);
      g_autofree char *letters = NULL;
      gsize before = text->len;

      switch (node->kind)
        {
        case GH_DOC_PARAGRAPH:
          letters = gh_doc_node_get_text (node);
          if (!gh_doc_node_is_empty (node))
            g_string_append_printf (text, "%s\n", letters);
          break;
        case GH_DOC_TABLE:
          append_table (text, node);
          break;
        case GH_DOC_COLUMNS:
          append_paragraphs (text, node->left);
          if (text->len > before && node->right->len > 0)
            g_string_append_c (text, '\n');
          append_paragraphs (text, node->right);
          break;
        case GH_DOC_PAGE_BREAK:
        case GH_DOC_NEW_PAGE: /* a text has no pages */
        default:
          break;
        }
      if (text->len > before)
        g_string_append_c (text, '\n');
    }
  if (text->len > 1)
    g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}
