/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "doc-random.h"
#include "gh-doc-style.h"

#include <string.h>

#define N_ROUNDS 80
/* Borders stand astride the edge, and the dump has one decimal. */
#define TOLERANCE 0.5

/* Where the texts part, said in a few letters. */
static void
assert_same (const char *expected, const char *found)
{
  const char *from = found;

  if (strcmp (expected, found) == 0)
    return;
  for (; *expected != '\0' && *expected == *found; expected++, found++)
    {
    }
  g_test_message ("after “%.40s”: expected “%.60s”, found “%.60s”", MAX (from, found - 40),
                  expected, found);
  g_test_fail ();
}

static int
compare_letters (gconstpointer a, gconstpointer b)
{
  gunichar first = *(const gunichar *) a;
  gunichar second = *(const gunichar *) b;

  return (first > second) - (first < second);
}

static char *
sort_letters (const char *text)
{
  glong n;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (text, -1, &n);

  qsort (letters, (gsize) n, sizeof (gunichar), compare_letters);
  return g_ucs4_to_utf8 (letters, n, NULL, NULL, NULL);
}

/* Invariant (1). Cells of a row that is cut stand beside each other on two pages: only the letters
 * are the same then, not their order. */
static void
assert_same_letters (const char *expected, const char *found, gboolean in_order)
{
  g_autofree char *a = in_order ? g_strdup (expected) : sort_letters (expected);
  g_autofree char *b = in_order ? g_strdup (found) : sort_letters (found);

  assert_same (a, b);
}

/* Invariant (2): nothing outside of the margins but the page number, and that inside the top one.
 */
static void
assert_inside (const DumpOp *op)
{
  double left = GH_MM_TO_PT (GH_MARGIN_LEFT_MM) - TOLERANCE;
  double top = GH_MM_TO_PT (GH_MARGIN_TOP_MM) - TOLERANCE;
  double right = op->page_width - GH_MM_TO_PT (GH_MARGIN_RIGHT_MM) + TOLERANCE;
  double bottom = op->page_height - GH_MM_TO_PT (GH_MARGIN_BOTTOM_MM) + TOLERANCE;

  g_assert_cmpfloat (op->x, >=, left);
  g_assert_cmpfloat (op->x + op->width, <=, right);
  if (strcmp (op->kind, "number") == 0)
    {
      g_assert_cmpfloat (op->top, >=, 0);
      g_assert_cmpfloat (op->top + op->height, <=, top + TOLERANCE);
      return;
    }
  g_assert_cmpfloat (op->top, >=, top);
  g_assert_cmpfloat (op->top + op->height, <=, bottom);
}

static gboolean
is_letters (const DumpOp *op)
{
  return strcmp (op->kind, "text") == 0 || strcmp (op->kind, "repeat") == 0;
}

/* No two lines of text on each other. */
static void
assert_apart (GPtrArray *ops)
{
  for (guint i = 0; i < ops->len; i++)
    {
      const DumpOp *a = g_ptr_array_index (ops, i);

      for (guint k = i + 1; k < ops->len && is_letters (a); k++)
        {
          const DumpOp *b = g_ptr_array_index (ops, k);
          double dx = MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x);
          double dy = MIN (a->top + a->height, b->top + b->height) - MAX (a->top, b->top);

          if (b->page != a->page)
            break;
          if (is_letters (b))
            g_assert_false (dx > TOLERANCE && dy > TOLERANCE);
        }
    }
}

static void
check_pages (const GhDoc *doc, GhPages *pages, gboolean in_order)
{
  g_autoptr (GPtrArray) ops = parse_dump (pages);
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autofree char *expected = collect_letters (doc);
  g_autofree gboolean *filled = g_new0 (gboolean, gh_pages_get_n_pages (pages) + 1);

  for (guint i = 0; i < ops->len; i++)
    {
      const DumpOp *op = g_ptr_array_index (ops, i);

      assert_inside (op);
      if (strcmp (op->kind, "text") != 0)
        continue;
      filled[op->page] = TRUE;
      g_string_append (letters, op->letters);
    }
  assert_same_letters (expected, letters->str, in_order);
  for (guint page = 1; page <= gh_pages_get_n_pages (pages); page++)
    g_assert_true (filled[page]);
  assert_apart (ops);
}

static void
check_sources (const GhDoc *doc, GhPages *pages)
{
  for (guint i = 0; i < doc->nodes->len; i++)
    {
      const GhDocNode *node = g_ptr_array_index (doc->nodes, i);
      guint page = G_MAXUINT;
      double y = -1;

      if (node->kind != GH_DOC_PARAGRAPH || gh_doc_node_is_empty (node))
        continue;
      g_assert_true (gh_pages_find_source (pages, node->source, &page, &y));
      g_assert_cmpuint (page, <, gh_pages_get_n_pages (pages));
      g_assert_cmpint (gh_pages_source_at (pages, page, 200, y + 5), ==, node->source);
    }
  g_assert_false (gh_pages_find_source (pages, 100000, NULL, NULL));
}

static void
run_rounds (gboolean tables)
{
  g_autoptr (GhFontSet) fonts = open_fonts ();

  for (int round = 0; fonts != NULL && round < N_ROUNDS; round++)
    {
      g_autoptr (GhDoc) doc = random_doc (tables);
      g_autoptr (GError) error = NULL;
      g_autoptr (GhPages) pages = gh_layout_run (doc, fonts, NULL, &error);

      g_assert_no_error (error);
      check_pages (doc, pages, !tables);
      check_sources (doc, pages);
    }
}

static void
test_invariants (void)
{
  run_rounds (FALSE);
}

static void
test_invariants_tables (void)
{
  run_rounds (TRUE);
}

/* The same tree gives the same pages. */
static void
test_deterministic (void)
{
  g_autoptr (GhFontSet) fonts = open_fonts ();
  g_autoptr (GhDoc) doc = random_doc (TRUE);
  g_autoptr (GhFontSet) others = open_fonts ();

  if (fonts == NULL || others == NULL)
    return;
  g_autoptr (GhPages) first = gh_layout_run (doc, fonts, NULL, NULL);
  g_autoptr (GhPages) second = gh_layout_run (doc, others, NULL, NULL);
  g_autofree char *a = gh_pages_dump (first);
  g_autofree char *b = gh_pages_dump (second);

  g_assert_cmpstr (a, ==, b);
}

static void
test_cancelled (void)
{
  g_autoptr (GhFontSet) fonts = open_fonts ();
  g_autoptr (GhDoc) doc = random_doc (FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  if (fonts == NULL)
    return;
  g_cancellable_cancel (cancellable);
  g_assert_null (gh_layout_run (doc, fonts, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_fonts_missing (void)
{
  const char *folders[] = { "/nowhere", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (gh_font_set_new (folders, &error));
  g_assert_error (error, GH_DOC_ERROR, GH_DOC_ERROR_FONTS);
  g_assert_nonnull (strstr (error->message, "/nowhere"));
}

/* Every Vietnamese letter has a glyph in all four faces: none is drawn as an empty box. */
static void
test_fonts_complete (void)
{
  static const char letters[] =
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
    "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ"
    "0123456789.,;:!?()[]{}“”‘’\"'-–—…/%&+=*@#№°²³×₫";
  g_autoptr (GhFontSet) fonts = open_fonts ();
  g_autofree char *text =
    g_strdup_printf ("%s\n**%s**\n*%s*\n***%s***", letters, letters, letters, letters);
  g_autoptr (GhDoc) doc = gh_doc_new ("", "");
  g_autoptr (GhPages) pages = NULL;

  if (fonts == NULL)
    return;
  g_ptr_array_add (doc->nodes, gh_doc_paragraph_new (GH_DOC_BODY, text));
  pages = gh_layout_run (doc, fonts, NULL, NULL);
  g_assert_cmpuint (gh_pages_count_missing (pages), ==, 0);
  g_ptr_array_add (doc->nodes, gh_doc_paragraph_new (GH_DOC_BODY, "漢"));
  g_clear_pointer (&pages, gh_pages_unref);
  pages = gh_layout_run (doc, fonts, NULL, NULL);
  g_assert_cmpuint (gh_pages_count_missing (pages), ==, 1);
}

/* A page of 500 units is laid out, with the head on each page. */
static void
test_head_repeats (void)
{
  g_autoptr (GhFontSet) fonts = open_fonts ();
  g_autoptr (GhDoc) doc = gh_doc_new ("", "");
  GhDocNode *table = gh_doc_table_new (2, 1, NULL);
  guint n_heads = 0;

  if (fonts == NULL)
    {
      gh_doc_node_free (table);
      return;
    }
  gh_doc_table_add_cell (table, GH_DOC_TABLE_HEAD, "Đơn vị");
  gh_doc_table_add_cell (table, GH_DOC_TABLE_HEAD, "Chỉ tiêu");
  for (int i = 0; i < 1000; i++)
    gh_doc_table_add_cell (table, GH_DOC_TABLE_CELL, "Xã");
  g_ptr_array_add (doc->nodes, table);

  g_autoptr (GhPages) pages = gh_layout_run (doc, fonts, NULL, NULL);
  g_autoptr (GPtrArray) ops = parse_dump (pages);

  for (guint i = 0; i < ops->len; i++)
    {
      const DumpOp *op = g_ptr_array_index (ops, i);

      if (op->role == GH_DOC_TABLE_HEAD && strcmp (op->letters, "Đơnvị") == 0)
        n_heads++;
    }
  g_assert_cmpuint (gh_pages_get_n_pages (pages), >, 5);
  g_assert_cmpuint (n_heads, ==, gh_pages_get_n_pages (pages));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/invariants", test_invariants);
  g_test_add_func ("/layout/invariants/tables", test_invariants_tables);
  g_test_add_func ("/layout/deterministic", test_deterministic);
  g_test_add_func ("/layout/cancelled", test_cancelled);
  g_test_add_func ("/layout/fonts/missing", test_fonts_missing);
  g_test_add_func ("/layout/fonts/complete", test_fonts_complete);
  g_test_add_func ("/layout/head-repeats", test_head_repeats);
  return g_test_run ();
}
