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

/* The words above a table stand on its page, with the first row. */
static void
test_caption (void)
{
  g_autoptr (GhFontSet) fonts = open_fonts ();

  for (int n = 20; fonts != NULL && n < N_LINES; n++)
    {
      g_autoptr (GhDoc) doc = gh_doc_new ("", "");
      GhDocNode *table = gh_doc_table_new (1, 1, NULL);
      g_autoptr (GPtrArray) ops = NULL;
      guint page;

      for (int i = 0; i < n; i++)
        add (doc, GH_DOC_ITEM, "Vận động.");
      add (doc, GH_DOC_CAPTION, "Bảng 1. Chỉ tiêu của các xã");
      gh_doc_table_add_cell (table, GH_DOC_TABLE_HEAD, "Đơn vị");
      for (int i = 0; i < 5; i++)
        gh_doc_table_add_cell (table, GH_DOC_TABLE_CELL, "Xã An Hòa");
      g_ptr_array_add (doc->nodes, table);
      ops = lay_out (doc, fonts);
      page = count_role (ops, GH_DOC_CAPTION, 1) > 0 ? 1 : 2;
      g_assert_cmpuint (count_role (ops, GH_DOC_CAPTION, page), ==, 1);
      g_assert_cmpuint (count_role (ops, GH_DOC_TABLE_HEAD, page), ==, 1);
      g_assert_cmpuint (count_role (ops, GH_DOC_TABLE_CELL, page), >=, 1);
    }
}

/* A heading of many lines is not cut: all of it stands on one page, with two lines of the text. */
static void
test_long_heading (void)
{
  g_autoptr (GhFontSet) fonts = open_fonts ();
  g_autofree char *title = g_strjoin (" ", line, line, line, line, line, line, NULL);
  g_autofree char *text = g_strjoin (" ", line, line, line, NULL);

  for (int n = 20; fonts != NULL && n < N_LINES; n++)
    {
      g_autoptr (GhDoc) doc = start_doc (n);
      g_autoptr (GPtrArray) ops = NULL;

      add (doc, GH_DOC_CLAUSE_TITLE, title);
      add (doc, GH_DOC_BODY, text);
      ops = lay_out (doc, fonts);
      g_assert_true (count_role (ops, GH_DOC_CLAUSE_TITLE, 1) == 0 ||
                     count_role (ops, GH_DOC_CLAUSE_TITLE, 2) == 0);
      if (count_role (ops, GH_DOC_CLAUSE_TITLE, 1) > 0)
        g_assert_cmpuint (count_role (ops, GH_DOC_BODY, 1), >=, 2);
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

/* A row higher than half a page is cut rather than leave that much empty; a lower one is not, and
 * no stump of one or two lines stays behind. */
static void
test_rather_high_row (void)
{
  g_autoptr (GhFontSet) fonts = open_fonts ();

  for (int lines = 4; fonts != NULL && lines < 44; lines++)
    {
      g_autoptr (GhDoc) doc = start_doc (20);
      g_autoptr (GString) text = g_string_new (line);
      GhDocNode *table = gh_doc_table_new (1, 1, NULL);
      g_autoptr (GPtrArray) ops = NULL;
      guint first;

      for (int i = 1; i < lines; i++)
        g_string_append_printf (text, "\n%s", line);
      gh_doc_table_add_cell (table, GH_DOC_TABLE_HEAD, "Nội dung");
      gh_doc_table_add_cell (table, GH_DOC_TABLE_CELL, "Xã An Hòa");
      gh_doc_table_add_cell (table, GH_DOC_TABLE_CELL, text->str);
      g_ptr_array_add (doc->nodes, table);
      ops = lay_out (doc, fonts);
      first = count_role (ops, GH_DOC_TABLE_CELL, 1);
      if (lines > 26)
        g_assert_cmpuint (first, >, 8);
      else if (lines > 20)
        g_assert_cmpuint (first, ==, 1);
      g_assert_cmpuint (first + count_role (ops, GH_DOC_TABLE_CELL, 2), ==, (guint) lines + 1);
    }
}

static void
add_random (GhDoc *doc)
{
  static const GhDocRole roles[] = { GH_DOC_PART, GH_DOC_CLAUSE_TITLE, GH_DOC_SUBCLAUSE_TITLE,
                                     GH_DOC_BODY, GH_DOC_BODY,         GH_DOC_ITEM };
  int kind = g_test_rand_int_range (0, 12);
  g_autoptr (GString) text = g_string_new ("Mở đầu.");
  GhDocNode *table;

  if (kind == 0)
    {
      g_ptr_array_add (doc->nodes, gh_doc_new_page_new ());
      return;
    }
  if (kind == 1)
    {
      table = gh_doc_table_new (2, 1, NULL);
      for (int i = g_test_rand_int_range (4, 60); i > 0; i--)
        gh_doc_table_add_cell (table, GH_DOC_TABLE_CELL, line);
      g_ptr_array_add (doc->nodes, table);
      return;
    }
  kind = g_test_rand_int_range (0, (int) G_N_ELEMENTS (roles));
  for (int i = roles[kind] >= GH_DOC_BODY ? g_test_rand_int_range (0, 6) : 0; i > 0; i--)
    g_string_append_printf (text, " %s", line);
  add (doc, roles[kind], text->str);
}

static void
add_signature (GhDoc *doc)
{
  GhDocNode *columns = gh_doc_columns_new (0.5);

  g_ptr_array_add (columns->left, gh_doc_paragraph_new (GH_DOC_RECIPIENTS_HEAD, "Nơi nhận:"));
  for (int i = g_test_rand_int_range (1, 12); i > 0; i--)
    g_ptr_array_add (columns->left, gh_doc_paragraph_new (GH_DOC_RECIPIENT, "- Các xã;"));
  g_ptr_array_add (columns->right, gh_doc_paragraph_new (GH_DOC_AUTHORITY, "TRƯỞNG BAN"));
  g_ptr_array_add (columns->right, gh_doc_paragraph_new (GH_DOC_SIGNATURE_SPACE, ""));
  g_ptr_array_add (columns->right, gh_doc_paragraph_new (GH_DOC_SIGNER_NAME, "Trần Mai"));
  g_ptr_array_add (doc->nodes, columns);
}

static GhDoc *
random_plan (void)
{
  GhDoc *doc = gh_doc_new ("", "");

  add (doc, GH_DOC_TITLE, "Vận động hiến máu");
  for (int i = g_test_rand_int_range (3, 40); i > 0; i--)
    add_random (doc);
  /* The end: at least two lines after the last new page, in one paragraph or two. */
  add (doc, GH_DOC_BODY, line);
  add (doc, GH_DOC_BODY, "Trên đây là kế hoạch của Ban Chỉ đạo./.");
  if (g_test_rand_int_range (0, 4) == 0)
    g_ptr_array_add (doc->nodes, gh_doc_new_page_new ());
  add_signature (doc);
  for (guint i = 0; i < doc->nodes->len; i++)
    ((GhDocNode *) g_ptr_array_index (doc->nodes, i))->source = (int) i;
  return doc;
}

static gboolean
is_heading (const DumpOp *op)
{
  return op->role == GH_DOC_PART || op->role == GH_DOC_CLAUSE_TITLE ||
         op->role == GH_DOC_SUBCLAUSE_TITLE;
}

/* No page ends in a heading, none is empty. */
static void
check_ends (GPtrArray *ops)
{
  const DumpOp *last = NULL;

  for (guint i = 0; i < ops->len; i++)
    {
      const DumpOp *op = g_ptr_array_index (ops, i);

      if (!is_text (op))
        continue;
      if (last != NULL && op->page != last->page)
        {
          g_assert_cmpuint (op->page, ==, last->page + 1);
          g_assert_false (is_heading (last));
        }
      last = op;
    }
}

/* Who signs has two lines of the text above, and "Nơi nhận" is level with the authority. */
static void
check_signature (GPtrArray *ops)
{
  const DumpOp *head = NULL;
  const DumpOp *authority = NULL;
  guint lines = 0;

  for (guint i = 0; i < ops->len; i++)
    {
      const DumpOp *op = g_ptr_array_index (ops, i);

      head = op->role == GH_DOC_RECIPIENTS_HEAD ? op : head;
      authority = op->role == GH_DOC_AUTHORITY ? op : authority;
    }
  g_assert_nonnull (head);
  g_assert_nonnull (authority);
  g_assert_cmpuint (head->page, ==, authority->page);
  g_assert_cmpfloat (head->top, ==, authority->top);
  lines = count_role (ops, GH_DOC_BODY, head->page);
  g_assert_cmpuint (lines, >=, 2);
  g_assert_cmpuint (count_role (ops, GH_DOC_SIGNER_NAME, head->page), ==, 1);
}

/* What a new page was asked for begins one. */
static void
check_starts (const GhDoc *doc, GPtrArray *ops)
{
  g_autofree gboolean *starts = gh_doc_dup_page_starts (doc);
  const DumpOp *last = NULL;

  for (guint i = 0; i < ops->len; i++)
    {
      const DumpOp *op = g_ptr_array_index (ops, i);

      if (!is_text (op))
        continue;
      if (op->source >= 0 && starts[op->source] && (last == NULL || last->source != op->source))
        {
          g_assert_nonnull (last);
          g_assert_cmpuint (op->page, ==, last->page + 1);
        }
      last = op;
    }
}

static void
test_random (void)
{
  g_autoptr (GhFontSet) fonts = open_fonts ();

  for (int round = 0; fonts != NULL && round < 150; round++)
    {
      g_autoptr (GhDoc) doc = random_plan ();
      g_autoptr (GPtrArray) ops = lay_out (doc, fonts);

      check_ends (ops);
      check_signature (ops);
      check_starts (doc, ops);
    }
}

/* New pages at the beginning, at the end, twice, and after a heading. */
static void
test_new_page (void)
{
  g_autoptr (GhFontSet) fonts = open_fonts ();
  g_autoptr (GhDoc) doc = gh_doc_new ("", "");
  g_autoptr (GPtrArray) ops = NULL;

  g_ptr_array_add (doc->nodes, gh_doc_new_page_new ());
  add (doc, GH_DOC_BODY, line);
  add (doc, GH_DOC_PART, "II. NỘI DUNG");
  g_ptr_array_add (doc->nodes, gh_doc_new_page_new ());
  g_ptr_array_add (doc->nodes, gh_doc_new_page_new ());
  add (doc, GH_DOC_ITEM, line);
  g_ptr_array_add (doc->nodes, gh_doc_new_page_new ());
  if (fonts == NULL)
    return;
  ops = lay_out (doc, fonts);
  g_assert_cmpuint (count_role (ops, GH_DOC_BODY, 1), ==, 1);
  g_assert_cmpuint (count_role (ops, GH_DOC_PART, 2), ==, 1);
  g_assert_cmpuint (count_role (ops, GH_DOC_ITEM, 2), ==, 1);
  g_assert_cmpuint (count_role (ops, GH_DOC_ITEM, 3), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/breaks/headings", test_headings);
  g_test_add_func ("/breaks/signature", test_signature);
  g_test_add_func ("/breaks/signature-under-table", test_signature_under_table);
  g_test_add_func ("/breaks/table", test_table);
  g_test_add_func ("/breaks/caption", test_caption);
  g_test_add_func ("/breaks/long-heading", test_long_heading);
  g_test_add_func ("/breaks/high-row", test_high_row);
  g_test_add_func ("/breaks/rather-high-row", test_rather_high_row);
  g_test_add_func ("/breaks/random", test_random);
  g_test_add_func ("/breaks/new-page", test_new_page);
  return g_test_run ();
}
