/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "doc-random.h"

#include <string.h>

/* Where pages end: a text that grows line by line, so that each thing comes to stand at the end of
 * a page once. */

#define N_LINES 48

static const char line[] = "Các đơn vị vận động cán bộ, công chức tham gia hiến máu.";

static void
add (GhDoc *doc, GhDocRole role, const char *text)
{
  g_ptr_array_add (doc->nodes, gh_doc_paragraph_new (role, text));
}

static GhDoc *
start_doc (int n_lines)
{
  GhDoc *doc = gh_doc_new ("", "");

  for (int i = 0; i < n_lines; i++)
    add (doc, GH_DOC_CAPTION, line);
  return doc;
}

static gboolean
is_text (const DumpOp *op)
{
  return strcmp (op->kind, "text") == 0;
}

/* The lines of a role on each page. */
static guint
count_role (GPtrArray *ops, GhDocRole role, guint page)
{
  guint n = 0;

  for (guint i = 0; i < ops->len; i++)
    {
      const DumpOp *op = g_ptr_array_index (ops, i);

      n += is_text (op) && op->role == (int) role && op->page == page;
    }
  return n;
}

static GPtrArray *
lay_out (const GhDoc *doc, GhFontSet *fonts)
{
  g_autoptr (GhPages) pages = gh_layout_run (doc, fonts, NULL, NULL);

  g_assert_nonnull (pages);
  return parse_dump (pages);
}

/* No page ends with a heading, nor begins or ends with a single line of a paragraph. */
static void
test_headings (void)
{
  g_autoptr (GhFontSet) fonts = open_fonts ();
  g_autofree char *text = g_strjoin (" ", line, line, line, line, line, NULL);

  for (int n = 20; fonts != NULL && n < N_LINES; n++)
    {
      g_autoptr (GhDoc) doc = start_doc (n);
      g_autoptr (GPtrArray) ops = NULL;

      add (doc, GH_DOC_PART, "II. NỘI DUNG");
      add (doc, GH_DOC_CLAUSE_TITLE, "1. Yêu cầu");
      add (doc, GH_DOC_BODY, text);
      ops = lay_out (doc, fonts);
      for (guint page = 1; page <= 2; page++)
        {
          guint body = count_role (ops, GH_DOC_BODY, page);

          g_assert_cmpuint (body, !=, 1);
          g_assert_cmpuint (count_role (ops, GH_DOC_PART, page), ==,
                            count_role (ops, GH_DOC_CLAUSE_TITLE, page));
          if (count_role (ops, GH_DOC_PART, page) > 0)
            g_assert_cmpuint (body, >=, 2);
        }
    }
}

/* Who signs has the end of the text above on the same page. */
static void
test_signature (void)
{
  g_autoptr (GhFontSet) fonts = open_fonts ();

  for (int n = 20; fonts != NULL && n < N_LINES; n++)
    {
      g_autoptr (GhDoc) doc = start_doc (n);
      GhDocNode *columns = gh_doc_columns_new (0.5);
      g_autoptr (GPtrArray) ops = NULL;

      add (doc, GH_DOC_BODY, "Trên đây là kế hoạch của Ban Chỉ đạo./.");
      g_ptr_array_add (columns->left, gh_doc_paragraph_new (GH_DOC_RECIPIENTS_HEAD, "Nơi nhận:"));
      for (int i = 0; i < 7; i++)
        g_ptr_array_add (columns->left, gh_doc_paragraph_new (GH_DOC_RECIPIENT, "- Các xã;"));
      g_ptr_array_add (columns->right, gh_doc_paragraph_new (GH_DOC_AUTHORITY, "TRƯỞNG BAN"));
      g_ptr_array_add (columns->right, gh_doc_paragraph_new (GH_DOC_SIGNATURE_SPACE, ""));
      g_ptr_array_add (columns->right, gh_doc_paragraph_new (GH_DOC_SIGNER_NAME, "Trần Mai"));
      g_ptr_array_add (doc->nodes, columns);
      ops = lay_out (doc, fonts);
      for (guint page = 1; page <= 3; page++)
        {
          g_assert_cmpuint (count_role (ops, GH_DOC_BODY, page), ==,
                            count_role (ops, GH_DOC_SIGNER_NAME, page));
          g_assert_cmpuint (count_role (ops, GH_DOC_RECIPIENT, page), ==,
                            7 * count_role (ops, GH_DOC_SIGNER_NAME, page));
        }
    }
}

/* Under a table the last row comes along, with the words between; whatever the rows' height. */
static void
test_signature_under_table (void)
{
  g_autoptr (GhFontSet) fonts = open_fonts ();

  for (int n = 3; fonts != NULL && n < 45; n++)
    {
      g_autoptr (GhDoc) doc = gh_doc_new ("", "");
      GhDocNode *table = gh_doc_table_new (1, 1, NULL);
      GhDocNode *columns = gh_doc_columns_new (0.5);
      g_autoptr (GPtrArray) ops = NULL;
      guint signer = 0;

      gh_doc_table_add_cell (table, GH_DOC_TABLE_HEAD, "Đơn vị");
      for (int i = 0; i < n; i++)
        gh_doc_table_add_cell (table, GH_DOC_TABLE_CELL, i % 3 == 0 ? line : "Xã An Hòa");
      g_ptr_array_add (doc->nodes, table);
      add (doc, GH_DOC_CAPTION, "Đơn vị máu tính theo túi.");
      add (doc, GH_DOC_CAPTION, "Đã báo cáo: 12/14 đơn vị.");
      g_ptr_array_add (columns->right, gh_doc_paragraph_new (GH_DOC_AUTHORITY, "TRƯỞNG BAN"));
      g_ptr_array_add (columns->right, gh_doc_paragraph_new (GH_DOC_SIGNATURE_SPACE, ""));
      g_ptr_array_add (columns->right, gh_doc_paragraph_new (GH_DOC_SIGNER_NAME, "Trần Mai"));
      g_ptr_array_add (doc->nodes, columns);
      ops = lay_out (doc, fonts);
      for (guint page = 1; page <= 4; page++)
        if (count_role (ops, GH_DOC_SIGNER_NAME, page) > 0)
          signer = page;
      g_assert_cmpuint (signer, >, 0);
      g_assert_cmpuint (count_role (ops, GH_DOC_TABLE_CELL, signer), >=, 1);
      g_assert_cmpuint (count_role (ops, GH_DOC_CAPTION, signer), ==, 2);
    }
}

/* The head of a table has a row under it, and what leads to the table stands above it. */
static void
test_table (void)
{
  g_autoptr (GhFontSet) fonts = open_fonts ();

  for (int n = 20; fonts != NULL && n < N_LINES; n++)
    {
      g_autoptr (GhDoc) doc = start_doc (n);
      GhDocNode *table = gh_doc_table_new (1, 1, NULL);
      g_autoptr (GPtrArray) ops = NULL;

      add (doc, GH_DOC_BODY, "Thời gian như sau:");
      gh_doc_table_add_cell (table, GH_DOC_TABLE_HEAD, "Thời gian");
      for (int i = 0; i < 5; i++)
        gh_doc_table_add_cell (table, GH_DOC_TABLE_CELL, "07/01/2027");
      g_ptr_array_add (doc->nodes, table);
      ops = lay_out (doc, fonts);
      for (guint page = 1; page <= 2; page++)
        {
          g_assert_cmpuint (count_role (ops, GH_DOC_BODY, page), ==,
                            count_role (ops, GH_DOC_TABLE_HEAD, page));
          if (count_role (ops, GH_DOC_BODY, page) > 0)
            g_assert_cmpuint (count_role (ops, GH_DOC_TABLE_CELL, page), >=, 1);
        }
    }
}

/* A row higher than a page begins on the page it stands on and goes on over the next. */
static void
test_high_row (void)
{
  g_autoptr (GhFontSet) fonts = open_fonts ();
  g_autoptr (GhDoc) doc = start_doc (5);
  g_autoptr (GString) text = g_string_new (NULL);
  GhDocNode *table = gh_doc_table_new (2, 1, NULL);
  g_autoptr (GPtrArray) ops = NULL;

  for (int i = 0; i < 60; i++)
    g_string_append_printf (text, "%s ", line);
  gh_doc_table_add_cell (table, GH_DOC_TABLE_HEAD, "Nội dung");
  gh_doc_table_add_cell (table, GH_DOC_TABLE_HEAD, "Ghi chú");
  gh_doc_table_add_cell (table, GH_DOC_TABLE_CELL, text->str);
  gh_doc_table_add_cell (table, GH_DOC_TABLE_CELL, line);
  g_ptr_array_add (doc->nodes, table);
  if (fonts == NULL)
    return;
  ops = lay_out (doc, fonts);
  g_assert_cmpuint (count_role (ops, GH_DOC_TABLE_CELL, 1), >, 30);
  g_assert_cmpuint (count_role (ops, GH_DOC_TABLE_CELL, 2), >, 30);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/breaks/headings", test_headings);
  g_test_add_func ("/breaks/signature", test_signature);
  g_test_add_func ("/breaks/signature-under-table", test_signature_under_table);
  g_test_add_func ("/breaks/table", test_table);
  g_test_add_func ("/breaks/high-row", test_high_row);
  return g_test_run ();
}
