/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "doc-random.h"

#include <stdio.h>
#include <string.h>

GhFontSet *
open_fonts (void)
{
  const char *folders[] = { "/usr/share/fonts/truetype/croscore", "/usr/share/fonts/croscore",
                            NULL };
  g_autoptr (GError) error = NULL;
  GhFontSet *fonts = gh_font_set_new (folders, &error);

  if (fonts == NULL)
    g_test_skip (error->message);
  return fonts;
}

static char *
random_text (int max_words)
{
  static const char *const words[] = {
    "hiến",
    "máu",
    "tình",
    "nguyện",
    "**đậm**",
    "*nghiêng*",
    "Ban Chỉ đạo",
    "1.750",
    "–",
    "“Xuân",
    "hồng”",
    "fi",
    "đ",
    "ƯỞNG",
    "✓",
    "漢",
    "a\nb",
    "c\td",
    "*",
    "**",
    "5 * 3",
    "e\xcc\x82\xcc\x81",
    "W",
    "27/02/2027",
    "nghiêng-nghiêng",
    "./.",
    "; ",
  };
  GString *text = g_string_new (NULL);
  int n = g_test_rand_int_range (0, max_words + 1);

  for (int i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      if (g_test_rand_int_range (0, 60) == 0)
        for (int k = g_test_rand_int_range (30, 200); k > 0; k--)
          g_string_append (text, "Wế");
      else
        g_string_append (text, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
    }
  return g_string_free (text, FALSE);
}

static GhDocNode *
random_paragraph (GhDocRole from, GhDocRole to, int max_words)
{
  g_autofree char *text = random_text (max_words);
  GhDocRole role = (GhDocRole) g_test_rand_int_range ((int) from, (int) to + 1);

  return gh_doc_paragraph_new (role, text);
}

static GhDocNode *
random_table (void)
{
  guint n_columns = (guint) g_test_rand_int_range (1, g_test_rand_bit () ? 6 : 31);
  guint n_rows = (guint) g_test_rand_int_range (0, 24);
  guint n_header = (guint) g_test_rand_int_range (0, 3);
  g_autofree double *widths = g_new (double, n_columns);
  guint tall = (guint) g_test_rand_int_range (0, 600);
  GhDocNode *table;

  for (guint i = 0; i < n_columns; i++)
    widths[i] = g_test_rand_double_range (0.0, 1.0);
  table = gh_doc_table_new (n_columns, n_header, g_test_rand_bit () ? widths : NULL);
  for (guint i = 0; i < n_rows * n_columns; i++)
    {
      int words = i == tall ? 600 : (int) (30 / n_columns);
      g_autofree char *text = random_text (words);
      int role = g_test_rand_int_range (GH_DOC_TABLE_HEAD, GH_DOC_TABLE_INDEX + 1);

      gh_doc_table_add_cell (table, (GhDocRole) role, text);
    }
  return table;
}

static GhDocNode *
random_columns (void)
{
  GhDocNode *node = gh_doc_columns_new (g_test_rand_double_range (0.2, 0.8));
  int max = g_test_rand_int_range (0, 4) == 0 ? 200 : 6;

  for (int i = g_test_rand_int_range (0, max); i > 0; i--)
    g_ptr_array_add (node->left, random_paragraph (GH_DOC_RECIPIENTS_HEAD, GH_DOC_RECIPIENT, 9));
  for (int i = g_test_rand_int_range (0, 6); i > 0; i--)
    g_ptr_array_add (node->right, random_paragraph (GH_DOC_AUTHORITY, GH_DOC_SIGNER_NAME, 9));
  return node;
}

GhDoc *
random_doc (gboolean tables)
{
  GhDoc *doc = gh_doc_new ("Thử", "Thử");

  for (int i = g_test_rand_int_range (0, 16); i > 0; i--)
    {
      GhDocNode *node;

      switch (g_test_rand_int_range (tables ? 0 : 2, 12))
        {
        case 0:
          node = random_table ();
          break;
        case 1:
          node = random_columns ();
          break;
        case 2:
          node = gh_doc_page_break_new (g_test_rand_bit ());
          break;
        default:
          node = random_paragraph (GH_DOC_KIND, GH_DOC_ITEM, 120);
          break;
        }
      node->source = (int) doc->nodes->len;
      g_ptr_array_add (doc->nodes, node);
    }
  return doc;
}

/* Without spaces, line breaks and what Pango gives no glyph. */
static void
append_bare (GString *text, const char *letters)
{
  for (const char *p = letters; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && g_utf8_get_char (p) != 0x2028)
      g_string_append_unichar (text, g_utf8_get_char (p));
}

static void
append_nodes (GString *text, GPtrArray *nodes)
{
  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      const GhDocNode *node = g_ptr_array_index (nodes, i);
      g_autofree char *letters = gh_doc_node_get_text (node);

      append_bare (text, letters);
      append_nodes (text, node->cells);
      append_nodes (text, node->left);
      append_nodes (text, node->right);
    }
}

char *
collect_letters (const GhDoc *doc)
{
  GString *text = g_string_new (NULL);

  append_nodes (text, doc->nodes);
  return g_string_free (text, FALSE);
}

static void
dump_op_free (gpointer data)
{
  DumpOp *op = data;

  g_free (op->letters);
  g_free (op);
}

GPtrArray *
parse_dump (GhPages *pages)
{
  GPtrArray *ops = g_ptr_array_new_with_free_func (dump_op_free);
  g_autofree char *dump = gh_pages_dump (pages);
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
  DumpOp page = { 0 };

  for (char **line = lines; *line != NULL && **line != '\0'; line++)
    {
      DumpOp *op = g_new0 (DumpOp, 1);
      const char *bar = strchr (*line, '|');
      GString *bare = g_string_new (NULL);

      *op = page;
      op->role = -1;
      op->source = -1;
      if (sscanf (*line, "page %u %lf %lf", &page.page, &page.page_width, &page.page_height) == 3)
        {
          g_free (op);
          g_string_free (bare, TRUE);
          continue;
        }
      g_assert_cmpint (sscanf (*line, " %7s %lf %lf %lf %lf %d %d", op->kind, &op->x, &op->top,
                               &op->width, &op->height, &op->role, &op->source),
                       >=, 5);
      if (bar != NULL)
        {
          g_autofree char *letters = g_strndup (bar + 1, strlen (bar) - 2);

          append_bare (bare, letters);
        }
      op->letters = g_string_free (bare, FALSE);
      g_ptr_array_add (ops, op);
    }
  return ops;
}
